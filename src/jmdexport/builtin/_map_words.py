"""What is written round the network map and in its legend: whose judgement, of when, what was not asked."""

from __future__ import annotations

from jmdexport.builtin._map_marks import Reading
from jmdexport.drawing import Link, Words
from jmdmodel.analysis.ratings import map_summary
from jmdmodel.messages import Message, Say, in_date, in_list
from jmdmodel.phrases import capital

_DAY = Say("Stand {day}", "as of {day}")
_RATED = Say("eingeschätzt von: {function}", "rated by: {function}")
_NOT_SAID = Say("wer eingeschätzt hat, ist nicht eingetragen", "who rated is not entered")
_SHOWN = Say("Gezeigt: {shown} von {all} Partnern", "Shown: {shown} of {all} partners")
_NONE = Say("Im Verzeichnis steht kein Partner.", "There is no partner in the register.")
_ONLY = Say(
    "Im Verzeichnis steht ein Partner; die Karte zeigt ihn.",
    "There is one partner in the register; the map shows it.",
)
_ONLY_WITHOUT = Say(
    "Im Verzeichnis steht ein Partner; die Karte zeigt ihn nicht, weil kein Kontakt eingetragen ist.",
    "There is one partner in the register; the map does not show it, as no contact is entered.",
)
_SOURCE = Say(
    "Quelle: Netzwerkverzeichnis, Einschätzungen des Jahres {year} bis {day}.",
    "Source: network register, ratings of the year {year} up to {day}.",
)
_REGISTER = Say("Quelle: Netzwerkverzeichnis, Stand {day}.", "Source: network register as of {day}.")
_JUDGED = Say("{names} sind Einschätzungen des Dienstes.", "{names} are judgements of the service.")
_JUDGED_ONE = Say("{names} ist eine Einschätzung des Dienstes.", "{names} is a judgement of the service.")
_NO_BROKERED = Say(
    "Für {year} ist keine vermittelte Verbindung eingetragen.", "No tie is entered as brokered in {year}."
)
_NO_TIES = Say(
    "Verbindungen zwischen Partnern auf den Ringen sind nicht eingetragen.",
    "No ties between partners on the rings are entered.",
)
_NOT_SURVEYED = Say(
    "Verbindungen der Partner untereinander wurden für diese Karte nicht erhoben: Wo keine Linie ist, kann es"
    " trotzdem eine Verbindung geben.",
    "Ties among partners were not surveyed for this map: where there is no line, there may be a tie all the"
    " same.",
)
_SURVEYED = Say(
    "Verbindungen erhoben am {day}. Wo keine Linie ist, ist keine Verbindung bekannt.",
    "Ties surveyed on {day}. Where there is no line, no tie is known.",
)
_BADGE = Say(
    "wirkt am Übergang von der Schule in den Beruf mit", "has a part in the transition from school to work"
)
_TIES: dict[str, Say] = {
    "brokered": Say("In diesem Jahr vermittelte Verbindungen", "Ties brokered this year"),
    "all": Say("Bekannte Verbindungen zwischen Partnern", "Known ties between partners"),
    "none": Say("Keine Verbindungen", "No ties"),
}


def subtitle(reading: Reading) -> tuple[str, ...]:
    """Give the lines below the title: service, day, whose judgement; how many are shown of how many."""
    view, language = reading.view, reading.language
    summary, role = map_summary(view, reading.year), view.staff.get(view.map_of(reading.year).assessor)
    day = in_date(reading.facts.day, language)
    parts = [view.service.name, Message.of(_DAY, day=day).in_(language)]
    if reading.is_rated:
        judge = _NOT_SAID if role is None else Message.of(_RATED, function=role.function)
        parts.append(judge.in_(language))
    if summary.partners > 1:
        counted = Message.of(_SHOWN, shown=summary.shown, all=summary.partners)
    else:
        counted = Message.of(_NONE if not summary.partners else _ONLY if summary.shown else _ONLY_WITHOUT)
    return " · ".join(parts), counted.in_(language)


def source(reading: Reading, links: tuple[Link, ...]) -> str:
    """Say where all comes from, what of it is a judgement, and why no tie is drawn if none is."""
    language, year = reading.language, str(reading.year)
    day = in_date(reading.facts.day, language)
    first = Message.of(_SOURCE, year=year, day=day) if reading.is_rated else Message.of(_REGISTER, day=day)
    said = [first.in_(language)]
    measures = [one for one in (reading.ring, reading.size) if one is not None and one.judged]
    names = list(dict.fromkeys(one.measure.name.in_(language) for one in measures))
    if names:
        say = _JUDGED if len(names) > 1 else _JUDGED_ONE
        said.append(capital(Message.of(say, names=in_list(names, language)).in_(language)))
    if reading.which == "brokered" and not links:
        said.append(Message.of(_NO_BROKERED, year=year).in_(language))
    elif reading.which == "all" and not links:
        surveyed = reading.view.map_of(reading.year).ties_surveyed_on
        said.append((_NO_TIES if surveyed else _NOT_SURVEYED).in_(language))
    return " ".join(said)


def words(reading: Reading) -> Words:
    """Give the words of the legend for what the signs stand for."""
    language, sense = reading.language, reading.lines.lines
    size = reading.size.measure if reading.size else None
    first, second, third, fourth, fifth = (step.in_(language) for step in reading.ring.measure.steps)
    return Words(
        rings=(first, second, third, fourth, fifth),
        sizes=tuple(step.in_(language) for step in size.steps) if size else (),
        strengths=tuple(step.in_(language) for step in sense.strengths),
        lines=tuple(step.in_(language) for step in sense.kinds),
        badge=_BADGE.in_(language),
        ties=_TIES[reading.which].in_(language),
        not_surveyed=_survey(reading),
        ring=reading.ring.measure,
        size=size,
        group=reading.division.division,
        line=sense,
    )


def _survey(reading: Reading) -> str:
    """Say what a missing line means: nothing, where nobody asked."""
    surveyed = reading.view.map_of(reading.year).ties_surveyed_on
    if surveyed is None:
        return _NOT_SURVEYED.in_(reading.language) if reading.which != "none" else ""
    day = in_date(surveyed, reading.language)
    return Message.of(_SURVEYED, day=day).in_(reading.language) if reading.which == "all" else ""
