"""The words of the report on the social space: indicators, needs, and what young people said."""

from __future__ import annotations

from jmdmodel.messages import Say
from jmdmodel.phrases import Counted, Noun

NEED = Noun("m", Say("Bedarf", "need"), Say("Bedarfe", "needs"), "Bedarfen")
INDICATOR = Noun("m", Say("Indikator", "indicator"), Say("Indikatoren", "indicators"))
COORDINATION = Noun(
    "f",
    Say("Abstimmung von Angeboten", "coordination of offers"),
    Say("Abstimmungen von Angeboten", "coordinations of offers"),
)

# Indicators over the years.

INDICATORS_HEADING = Say("Der Sozialraum in Zahlen", "The social space in figures")
ANALYSIS = Say(
    "Am {day} hat der Dienst die Sozialstruktur untersucht.",
    "On {day} the service analysed the social structure.",
)
ANALYSIS_METHODS = Say(
    "Am {day} hat der Dienst die Sozialstruktur untersucht. Methoden: {methods}.",
    "On {day} the service analysed the social structure. Methods: {methods}.",
)
ANALYSIS_MISSING = Say(
    "Für {year} ist keine Analyse der Sozialstruktur eingetragen.",
    "No analysis of the social structure is entered for {year}.",
)
ANALYSIS_BEFORE = Say("Die letzte stammt vom {day}.", "The last one is of {day}.")
ANALYSIS_ENTER = Say(
    "Eingetragen wird sie unter „analyses“ mit Tag, Methoden, Ergebnis und Indikatoren.",
    'It is entered under "analyses" with day, methods, summary and indicators.',
)
INDICATORS_MISSING = Say(
    "Zahlen zum Sozialraum sind nicht eingetragen.", "No figures on the social space are entered."
)
INDICATOR_COLUMN = Say("Indikator", "Indicator")
MEASURED_IN = Say("Einheit", "Unit")
AREA = Say("Gebiet", "Area")
POPULATION = Say("Einwohnerzahl", "Population")
PERSONS = Say("Personen", "persons")
WHOLE_SPACE = Say("ganzer Sozialraum", "whole social space")
UNDATED = Counted(
    none=Say("", ""),
    one=Say(
        "Bei {n} fehlt der Stichtag; der Wert steht unter dem Jahr der Analyse.",
        "For {n} the reference day is missing; the value stands under the year of the analysis.",
    ),
    many=Say(
        "Bei {n} fehlt der Stichtag; die Werte stehen unter dem Jahr der Analyse.",
        "For {n} the reference day is missing; the values stand under the year of the analysis.",
    ),
)
SOURCES = Counted(
    none=Say("Quellen sind nicht eingetragen.", "No sources are entered."),
    one=Say("Quelle: {names}.", "Source: {names}."),
    many=Say("Quellen: {names}.", "Sources: {names}."),
)

# Needs and offers.

NEEDS_HEADING = Say("Bedarfe und Angebote", "Needs and offers")
NEEDS_HIDDEN = Say(
    "Festgestellte Bedarfe, Beobachtungen und die Beteiligung junger Menschen sind nicht im Einzelnen Teil "
    "dieser Fassung.",
    "This edition does not list established needs, observations and the participation of young people one by "
    "one.",
)
NEEDS_ENTER = Say(
    "Bedarfe werden unter „needs“ eingetragen: der Bedarf, wer ihn äußert, wer ihn wann feststellt und "
    "worauf er sich stützt.",
    'Needs are entered under "needs": the need, who voices it, who establishes it when, and what it rests '
    "on.",
)
NEED_COLUMN = Say("Bedarf", "Need")
TOPICS = Say("Themen", "Topics")
ESTABLISHED_ON = Say("festgestellt am", "established on")
COVER = Say("Deckung", "Cover")
OFFERS = Say("Angebote", "Offers")
VOICED = Counted(
    none=Say("", ""),
    one=Say(
        "Geäußert, aber noch nicht festgestellt ist {n}: {names}.",
        "{n} is voiced, but not established yet: {names}.",
    ),
    many=Say(
        "Geäußert, aber noch nicht festgestellt sind {n}: {names}.",
        "{n} are voiced, but not established yet: {names}.",
    ),
)
COORDINATED = Counted(
    none=Say(
        "Für {year} ist keine Abstimmung von Angeboten eingetragen.",
        "No coordination of offers is entered for {year}.",
    ),
    one=Say("Für {year} ist {n} eingetragen:", "For {year} {n} is entered:"),
    many=Say("Für {year} sind {n} eingetragen:", "For {year} {n} are entered:"),
)
BY_US = Say("{day}, durch den Dienst: {offers}.", "{day}, by the service: {offers}.")
BY_OTHERS = Say("{day}, durch andere: {offers}.", "{day}, by others: {offers}.")
COORDINATION_RESULT = Say("Ergebnis: {text}", "Result: {text}")

# What young people said, and what was seen.

YOUTH_HEADING = Say("Was junge Menschen gesagt haben", "What young people said")
YOUTH_MISSING = Say(
    "Für {year} ist nicht eingetragen, wie junge Menschen beteiligt waren.",
    "For {year} it is not entered how young people took part.",
)
YOUTH_ENTER = Say(
    "Eingetragen wird es unter „participations“ mit Tag, Methode, Anliegen und Folgen.",
    'It is entered under "participations" with day, method, what they said and what followed.',
)
YOUTH_INTRO = Say("Die Anliegen sind sinngemäß wiedergegeben.", "What was said is paraphrased.")
OCCASION = Say("{day}, {method}", "{day}, {method}")
OCCASION_AT = Say("{day}, {method}, {place}", "{day}, {method}, {place}")
SAID = Say("{occasion}: {text}", "{occasion}: {text}")
NOTHING_SAID = Say(
    "{occasion}: Die Anliegen sind nicht eingetragen.", "{occasion}: What was said is not entered."
)
FOLLOWED = Say("Was daraus wurde: {text}", "What became of it: {text}")
NOTHING_FOLLOWED = Say(
    "Was daraus wurde, ist noch nicht eingetragen.", "What became of it is not entered yet."
)
SEEN_HEADING = Say("Beobachtungen im Lebensumfeld", "Observations of the living environment")
SEEN_MISSING = Say(
    "Für {year} ist keine Beobachtung im Lebensumfeld junger Menschen eingetragen.",
    "No observation of the living environment of young people is entered for {year}.",
)
SEEN_ENTER = Say(
    "Eingetragen wird sie unter „observations“ mit Tag, Methode, Ort und Beobachtung.",
    'It is entered under "observations" with day, method, place and what was seen.',
)
NO_METHOD = Say("ohne Methode", "no method")
