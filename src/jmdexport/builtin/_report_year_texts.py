"""The words of the report on what came of contributions, on events, on reviews and on the year ahead."""

from __future__ import annotations

from jmdmodel.messages import Say
from jmdmodel.phrases import Counted, Noun

# What became of contributions; gaps; integration concepts.

OUTCOMES_HEADING = Say("Was aus den Beiträgen wurde", "What became of the contributions")
OUTCOMES_NOTE = Say(
    "Die Tabelle sagt, wie es am {day} stand, und nicht, dass der Beitrag des Dienstes der Grund dafür war.",
    "The table says how things stood on {day}, and not that the contribution of the service was the reason.",
)
CONTRIBUTION = Say("Beitrag", "Contribution")
BODY = Say("Gremium", "Committee")
REGARDING = Say("betrifft", "regarding")
STATE = Say("Stand", "State")
ON_DAY = Say("{name}, {day}", "{name}, {day}")
GAP = Noun("f", Say("Lücke", "gap"), Say("Lücken", "gaps"))
GAPS_HEADING = Say("Lücken im Angebot", "Gaps in the offers")
GAPS = Counted(
    none=Say(
        "Lücken im Angebot sind für {year} nicht eingetragen.",
        "No gaps in the offers are entered for {year}.",
    ),
    one=Say(
        "{n} im Angebot war {year} offen oder wurde in diesem Jahr geschlossen oder abgelehnt.",
        "{n} in the offers was open in {year}, or was closed or rejected in this year.",
    ),
    many=Say(
        "{n} im Angebot waren {year} offen oder wurden in diesem Jahr geschlossen oder abgelehnt.",
        "{n} in the offers were open in {year}, or were closed or rejected in this year.",
    ),
)
GAPS_ENTER = Say(
    "Eingetragen werden sie unter „gaps“, das Ansprechen unter „raised“, der Stand unter „progress“.",
    'They are entered under "gaps", where they were raised under "raised", their state under "progress".',
)
GAPS_UNRAISED = Counted(
    none=Say("", ""),
    one=Say(
        "{n} ist bis zum {day} in keiner Runde angesprochen: {names}.",
        "Up to {day}, {n} had been raised nowhere: {names}.",
    ),
    many=Say(
        "{n} sind bis zum {day} in keiner Runde angesprochen: {names}.",
        "Up to {day}, {n} had been raised nowhere: {names}.",
    ),
)
GAP_COLUMN = Say("Lücke", "Gap")
FOUND_ON = Say("festgestellt am", "found on")
RAISED_IN = Say("angesprochen in", "raised in")
DUE = Say("zu schließen bis", "to be closed by")
OFFERS = Say("entstandene Angebote", "resulting offers")
CONCEPTS_HEADING = Say("Integrationskonzepte", "Integration concepts")
CONCEPTS_MISSING = Say("Integrationskonzepte sind nicht eingetragen.", "No integration concepts are entered.")
CONCEPTS_ENTER = Say(
    "Eingetragen werden sie unter „concepts“ mit ihrem Verlauf („stages“) und dem Beitrag des Dienstes "
    "(„part“).",
    'They are entered under "concepts" with their course ("stages") and the part of the service ("part").',
)
CONCEPT = Say("Konzept", "Concept")
HOLDS_FOR = Say("gilt für", "for")
WITH_US = Say("mit dem Dienst", "with the service")
OUR_PART = Say("Beitrag des Dienstes", "Part of the service")
NOT_KNOWN = Say("nicht vermerkt", "not noted")
COMMITTEES_ENTER = Say(
    "Eingetragen werden Gremien unter „committees“ mit Sitz („roles“), Sitzungen und Beiträgen.",
    'Committees are entered under "committees" with seat ("roles"), sessions and contributions.',
)

# Events and publicity.

EVENTS_HEADING = Say("Veranstaltungen und Öffentlichkeitsarbeit", "Events and publicity")
EVENT = Noun("f", Say("Veranstaltung", "event"), Say("Veranstaltungen", "events"))
EVENTS = Counted(
    none=Say(
        "Für {year} ist {n} im Sozialraum eingetragen.", "{n} in the social space are entered for {year}."
    ),
    one=Say(
        "Für {year} ist {n} im Sozialraum eingetragen.", "{n} in the social space is entered for {year}."
    ),
    many=Say(
        "Für {year} sind {n} im Sozialraum eingetragen.", "{n} in the social space are entered for {year}."
    ),
)
EVENTS_ENTER = Say(
    "Veranstaltungen werden unter „events“ eingetragen, mit Tag, Rolle des Dienstes, Themen und Ergebnis.",
    'Events are entered under "events" with day, role of the service, themes and result.',
)
DAY = Say("Tag", "Day")
UNTIL = Say("{day} bis {until}", "{day} to {until}")
EVENT_COLUMN = Say("Veranstaltung", "Event")
ROLE = Say("der Dienst hat", "the service")
THEMES = Say("Themen", "Themes")
TOGETHER = Say("gemeinsam mit", "together with")
PROGRAMME = Say("Programm", "Programme")
RESULTS = Say("Ergebnisse:", "Results:")
EVENT_RESULT = Say("{name}: {text}", "{name}: {text}")
PUBLICATIONS_HEADING = Say("Öffentlichkeitsarbeit", "Publicity")
PUBLICATION = Noun("f", Say("Veröffentlichung", "publication"), Say("Veröffentlichungen", "publications"))
PUBLICATIONS = Counted(
    none=Say("Für {year} ist {n} eingetragen.", "{n} are entered for {year}."),
    one=Say("Für {year} ist {n} eingetragen.", "{n} is entered for {year}."),
    many=Say("Für {year} sind {n} eingetragen.", "{n} are entered for {year}."),
)
PUBLICATIONS_ENTER = Say(
    "Veröffentlichungen werden unter „publications“ eingetragen, mit Tag und Art.",
    'Publications are entered under "publications" with day and kind.',
)
TITLE = Say("Titel", "Title")
KIND = Say("Art", "Kind")
ON_BEHALF = Say("im Auftrag von", "on behalf of")
ADDRESS = Say("zu finden unter", "to be found at")

# Quality: what was reviewed, with which result.

QUALITY_HEADING = Say("Qualität", "Quality")
REVIEW_HEADING = Say("Was überprüft wurde", "What was reviewed")
REVIEW_HIDDEN = Say(
    "Was überprüft wurde, ist nicht im Einzelnen Teil dieser Fassung.",
    "This edition does not list what was reviewed one by one.",
)
REVIEWED_NETWORK = Noun("n", Say("Netzwerk", "network"), Say("Netzwerke", "networks"), "Netzwerken")
REVIEWS = Counted(
    none=Say(
        "Für {year} ist keine Überprüfung von Aufwand und Ergebnissen eines Netzwerks eingetragen.",
        "For {year} no review of the effort and results of a network is entered.",
    ),
    one=Say(
        "Im Jahr {year} wurden Aufwand und Ergebnisse bei {n} überprüft.",
        "In {year} effort and results were reviewed for {n}.",
    ),
    many=Say(
        "Im Jahr {year} wurden Aufwand und Ergebnisse bei {n} überprüft.",
        "In {year} effort and results were reviewed for {n}.",
    ),
)
REVIEWS_ENTER = Say(
    "Eingetragen wird sie beim Netzwerk unter „reviews“ mit Tag, Aufwand, Ergebnissen und Folgerung.",
    'It is entered with the network under "reviews" with day, effort, results and conclusion.',
)
NOT_REVIEWED = Counted(
    none=Say("", ""),
    one=Say(
        "Für {n} ist in diesem Jahr keine Überprüfung eingetragen: {names}.",
        "For {n} no review is entered this year: {names}.",
    ),
    many=Say(
        "Für {n} ist in diesem Jahr keine Überprüfung eingetragen: {names}.",
        "For {n} no review is entered this year: {names}.",
    ),
)
NETWORK = Say("Netzwerk", "Network")
EFFORT = Say("Aufwand in Stunden", "Effort in hours")
RESULT = Say("Ergebnisse", "Results")
CONCLUSION = Say("Folgerung", "Conclusion")
NEXT = Say("nächste Überprüfung", "next review")
MEASURE = Noun(
    "f", Say("Maßnahme zur Öffnung", "opening measure"), Say("Maßnahmen zur Öffnung", "opening measures")
)
EVALUATED = Counted(
    none=Say(
        "Für {year} ist nicht eingetragen, dass eine Maßnahme zur Öffnung ausgewertet wurde.",
        "For {year} it is not entered that an opening measure was evaluated.",
    ),
    one=Say("Im Jahr {year} wurde {n} ausgewertet: {names}.", "In {year} {n} was evaluated: {names}."),
    many=Say("Im Jahr {year} wurden {n} ausgewertet: {names}.", "In {year} {n} were evaluated: {names}."),
)
TRANSFERRED = Say(
    "Die Strukturdaten für {year} wurden am {day} in JMD i-mpuls eingetragen.",
    "The structural data for {year} were entered in JMD i-mpuls on {day}.",
)
NOT_TRANSFERRED = Say(
    "Dass die Strukturdaten für {year} in JMD i-mpuls eingetragen sind, ist nicht vermerkt.",
    "It is not noted that the structural data for {year} were entered in JMD i-mpuls.",
)

# The year ahead.

OUTLOOK_HEADING = Say("Ausblick", "Outlook")
OUTLOOK_MISSING = Say("Ein Ausblick ist nicht eingetragen.", "No outlook is entered.")
OUTLOOK_ENTER = Say(
    "Geschrieben wird er unter „reports“ beim Jahr {year} im Abschnitt „outlook“.",
    'It is written under "reports" for {year}, in the section "outlook".',
)
DATES_HEADING = Say("Was schon im Kalender steht", "What is in the calendar already")
DATE = Noun("m", Say("Termin", "date"), Say("Termine", "dates"))
DATES = Counted(
    none=Say(
        "Für die Zeit bis zum {day} ist kein Termin eingetragen.",
        "No dates are entered for the time up to {day}.",
    ),
    one=Say("Für die Zeit bis zum {day} ist {n} eingetragen:", "{n} is entered for the time up to {day}:"),
    many=Say("Für die Zeit bis zum {day} sind {n} eingetragen:", "{n} are entered for the time up to {day}:"),
)
WHAT = Say("Was", "What")
REVIEW_DUE = Say("Überprüfung: {name}", "Review: {name}")
GOAL_DUE = Say("Ziel: {name} ({network})", "Goal: {name} ({network})")
GAP_DUE = Say("Lücke: {name}", "Gap: {name}")
AGREEMENT_ENDS = Say("Absprache endet: {name} ({network})", "Agreement ends: {name} ({network})")
MEASURE_PLANNED = Say("Maßnahme: {name}", "Measure: {name}")
EVENT_PLANNED = Say("Veranstaltung: {name}", "Event: {name}")
