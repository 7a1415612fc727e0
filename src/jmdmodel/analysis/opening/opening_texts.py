"""The overview of intercultural opening in a few sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from jmdmodel.analysis.counting import named, quoted
from jmdmodel.messages import Message, Say, Value
from jmdmodel.phrases import Case, Counted, Noun, counted, number_word

_PARTNER = Noun("m", Say("Partner", "partner"), Say("Partner", "partners"), dative="Partnern")
_BARRIER = Noun("f", Say("bekannte Barriere", "known barrier"), Say("bekannte Barrieren", "known barriers"))
_PLAIN_BARRIER = Noun("f", Say("Barriere", "barrier"), Say("Barrieren", "barriers"))
_MEASURE = Noun("f", Say("Maßnahme", "measure"), Say("Maßnahmen", "measures"))
_NOTHING = Say("", "")

_JUDGED = Counted(
    none=Say(
        "Am {on} ist für keinen Partner ein Stand der Öffnung eingeschätzt.",
        "On {on} the stage of opening is assessed for no partner.",
    ),
    one=Say(
        "Am {on} ist für einen Partner ein Stand der Öffnung eingeschätzt.",
        "On {on} the stage of opening is assessed for one partner.",
    ),
    many=Say(
        "Am {on} ist für {n} ein Stand der Öffnung eingeschätzt.",
        "On {on} the stage of opening is assessed for {n}.",
    ),
)
_FORWARD = Counted(
    none=_NOTHING,
    one=Say(
        "Weiter als am {since} ist ein Partner: {names}.",
        "Compared with {since}, one partner is further on: {names}.",
    ),
    many=Say(
        "Weiter als am {since} sind {n}: {names}.", "Compared with {since}, {n} are further on: {names}."
    ),
)
_BACK = Counted(
    none=_NOTHING,
    one=Say(
        "Auf einem früheren Stand als am {since} ist ein Partner: {names}.",
        "Compared with {since}, one partner is at an earlier stage: {names}.",
    ),
    many=Say(
        "Auf einem früheren Stand als am {since} sind {n}: {names}.",
        "Compared with {since}, {n} are at an earlier stage: {names}.",
    ),
)
_STAND = Counted(
    none=Say("Am {on} besteht keine bekannte Barriere.", "On {on} there is no known barrier."),
    one=Say("Am {on} besteht eine bekannte Barriere.", "On {on} there is one known barrier."),
    many=Say("Am {on} bestehen {n}.", "On {on} there are {n}."),
)
_STOOD = Counted(
    none=Say("Am {since} bestand keine.", "On {since} there was none."),
    one=Say("Am {since} bestand eine.", "On {since} there was one."),
    many=Say("Am {since} waren es {count}.", "On {since} there were {count}."),
)
_REMOVED = Counted(
    none=_NOTHING,
    one=Say(
        "Seitdem wurde eine Barriere abgebaut: {names}.", "Since then one barrier was taken down: {names}."
    ),
    many=Say("Seitdem wurden {n} abgebaut: {names}.", "Since then {n} were taken down: {names}."),
)
_BACK_AGAIN = Counted(
    none=_NOTHING,
    one=Say("Erneut aufgetreten ist eine Barriere: {names}.", "One barrier came back: {names}."),
    many=Say("Erneut aufgetreten sind {n}: {names}.", "Since then {n} came back: {names}."),
)
_HELD = Counted(
    none=Say(
        "Zwischen dem {since} und dem {on} wurde keine Maßnahme durchgeführt.",
        "Between {since} and {on} no measure was held.",
    ),
    one=Say(
        "Zwischen dem {since} und dem {on} wurde eine Maßnahme durchgeführt.",
        "Between {since} and {on} one measure was held.",
    ),
    many=Say(
        "Zwischen dem {since} und dem {on} wurden {n} durchgeführt.",
        "Between {since} and {on} {n} were held.",
    ),
)
_NO_MEASURE = Counted(
    none=_NOTHING,
    one=Say(
        "Für eine Barriere gibt es noch keine Maßnahme: {names}.", "One barrier has no measure yet: {names}."
    ),
    many=Say(
        "Für {n} gibt es noch keine Maßnahme: {names}.", "There are {n} without a measure yet: {names}."
    ),
)
_NO_BARRIER = Counted(
    none=_NOTHING,
    one=Say(
        "Bei einer Maßnahme ist keine Barriere angegeben: {names}.", "One measure names no barrier: {names}."
    ),
    many=Say(
        "Bei {n} ist keine Barriere angegeben: {names}.", "There are {n} that name no barrier: {names}."
    ),
)
_NO_PROCESS = Counted(
    none=_NOTHING,
    one=Say(
        "Bei einem Partner sind Barrieren, aber kein Öffnungsprozess eingetragen: {names}.",
        "For one partner barriers are entered but no opening process: {names}.",
    ),
    many=Say(
        "Bei {n} sind Barrieren, aber kein Öffnungsprozess eingetragen: {names}.",
        "For {n} barriers are entered but no opening process: {names}.",
    ),
)


@attrs.frozen(kw_only=True)
class Told:
    """What the sentences tell, as numbers and names; ``None`` for what a view does not show."""

    judged: int | None
    forward: Sequence[str]
    back: Sequence[str]
    stood: int | None
    stand: int | None
    removed: Sequence[str]
    back_again: Sequence[str]
    held: int | None
    no_measure: Sequence[str]
    no_barrier: Sequence[str]
    no_process: Sequence[str]


def sentences(since: date, on: date, told: Told) -> Iterator[Message]:
    """Tell the overview: stages, barriers, measures, and what stands alone."""
    if told.judged is not None:
        yield _said(_JUDGED, told.judged, _PARTNER, case="acc", on=on)
        yield from _partners(_FORWARD, told.forward, since=since)
        yield from _partners(_BACK, told.back, since=since)
    if told.stand is not None and told.stood is not None:
        yield _said(_STAND, told.stand, _BARRIER, on=on)
        yield _said(_STOOD, told.stood, _BARRIER, since=since)
        yield from _listed(_REMOVED, told.removed, _PLAIN_BARRIER)
        yield from _listed(_BACK_AGAIN, told.back_again, _PLAIN_BARRIER)
    if told.held is not None:
        yield _said(_HELD, told.held, _MEASURE, since=since, on=on)
    yield from _listed(_NO_MEASURE, told.no_measure, _PLAIN_BARRIER)
    yield from _listed(_NO_BARRIER, told.no_barrier, _MEASURE)
    yield from _partners(_NO_PROCESS, told.no_process, case="dat")


def _partners(
    form: Counted, names: Sequence[str], *, case: Case = "nom", since: date | None = None
) -> Iterator[Message]:
    if names:
        yield _said(form, len(names), _PARTNER, case=case, names=named(names), since=since)


def _listed(form: Counted, titles: Sequence[str], noun: Noun) -> Iterator[Message]:
    """List titles in quotation marks, as they may be whole sentences."""
    if titles:
        yield _said(form, len(titles), noun, names=tuple(quoted(title) for title in titles))


def _said(form: Counted, number: int, noun: Noun, *, case: Case = "nom", **values: Value) -> Message:
    say = form.of(number)
    values["n"] = Say(counted(number, noun, "de", case=case), counted(number, noun, "en"))
    values["count"] = Say(number_word(number, "de"), number_word(number, "en"))
    return Message.of(say, **{name: value for name, value in values.items() if name in say.names()})
