"""The overview of intercultural opening in a few sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

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
        "On {on} no partner has a stage of opening.",
    ),
    one=Say(
        "Am {on} ist für einen Partner ein Stand der Öffnung eingeschätzt.",
        "On {on} one partner has a stage of opening.",
    ),
    many=Say(
        "Am {on} ist für {n} ein Stand der Öffnung eingeschätzt.",
        "On {on} {n} have a stage of opening.",
    ),
)
_FORWARD = Counted(
    none=_NOTHING,
    one=Say(
        "Weiter als am {since} ist ein Partner: {names}.",
        "One partner is further on than on {since}: {names}.",
    ),
    many=Say(
        "Weiter als am {since} sind {n}: {names}.", "There are {n} further on than on {since}: {names}."
    ),
)
_BACK = Counted(
    none=_NOTHING,
    one=Say(
        "Auf einem früheren Stand als am {since} ist ein Partner: {names}.",
        "One partner is at an earlier stage than on {since}: {names}.",
    ),
    many=Say(
        "Auf einem früheren Stand als am {since} sind {n}: {names}.",
        "There are {n} at an earlier stage than on {since}: {names}.",
    ),
)
_STAND = Counted(
    none=Say("Am {on} besteht keine bekannte Barriere.", "On {on} no known barrier stands."),
    one=Say("Am {on} besteht eine bekannte Barriere.", "On {on} one known barrier stands."),
    many=Say("Am {on} bestehen {n}.", "On {on} {n} stand."),
)
_STOOD = Counted(
    none=Say("Am {since} bestand keine.", "On {since} there was none."),
    one=Say("Am {since} bestand eine.", "On {since} there was one."),
    many=Say("Am {since} bestanden {count}.", "On {since} there were {count}."),
)
_REMOVED = Counted(
    none=_NOTHING,
    one=Say("Abgebaut wurde eine Barriere: {names}.", "One barrier was taken down: {names}."),
    many=Say("Abgebaut wurden {n}: {names}.", "There are {n} that were taken down: {names}."),
)
_BACK_AGAIN = Counted(
    none=_NOTHING,
    one=Say("Wieder da ist eine Barriere: {names}.", "One barrier is back: {names}."),
    many=Say("Wieder da sind {n}: {names}.", "There are {n} that are back: {names}."),
)
_HELD = Counted(
    none=Say("Durchgeführt wurde keine Maßnahme.", "No measure was held."),
    one=Say("Durchgeführt wurde eine Maßnahme.", "One measure was held."),
    many=Say("Durchgeführt wurden {n}.", "In all, {n} were held."),
)
_NO_MEASURE = Counted(
    none=_NOTHING,
    one=Say("Ohne Maßnahme ist eine Barriere: {names}.", "There is one barrier without a measure: {names}."),
    many=Say("Ohne Maßnahme sind {n}: {names}.", "There are {n} without a measure: {names}."),
)
_NO_BARRIER = Counted(
    none=_NOTHING,
    one=Say(
        "Ohne Angabe einer Barriere ist eine Maßnahme: {names}.", "One measure names no barrier: {names}."
    ),
    many=Say("Ohne Angabe einer Barriere sind {n}: {names}.", "There are {n} that name no barrier: {names}."),
)
_NO_PROCESS = Counted(
    none=_NOTHING,
    one=Say(
        "Barrieren, aber keinen Öffnungsprozess hat ein Partner: {names}.",
        "One partner has barriers but no opening process: {names}.",
    ),
    many=Say(
        "Barrieren, aber keinen Öffnungsprozess haben {n}: {names}.",
        "There are {n} with barriers but no opening process: {names}.",
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
        yield from _listed(_FORWARD, told.forward, _PARTNER, since=since)
        yield from _listed(_BACK, told.back, _PARTNER, since=since)
    if told.stand is not None and told.stood is not None:
        yield _said(_STAND, told.stand, _BARRIER, on=on)
        yield _said(_STOOD, told.stood, _BARRIER, since=since)
        yield from _listed(_REMOVED, told.removed, _PLAIN_BARRIER)
        yield from _listed(_BACK_AGAIN, told.back_again, _PLAIN_BARRIER)
    if told.held is not None:
        yield _said(_HELD, told.held, _MEASURE)
    yield from _listed(_NO_MEASURE, told.no_measure, _PLAIN_BARRIER)
    yield from _listed(_NO_BARRIER, told.no_barrier, _MEASURE)
    yield from _listed(_NO_PROCESS, told.no_process, _PARTNER)


def _listed(
    form: Counted, names: Sequence[str], noun: Noun, *, since: date | None = None
) -> Iterator[Message]:
    if names:
        shown = tuple(Say(f"„{name}“", f'"{name}"') for name in names)
        yield _said(form, len(names), noun, names=shown, since=since)


def _said(form: Counted, number: int, noun: Noun, *, case: Case = "nom", **values: Value) -> Message:
    say = form.of(number)
    values["n"] = Say(counted(number, noun, "de", case=case), counted(number, noun, "en"))
    values["count"] = Say(number_word(number, "de"), number_word(number, "en"))
    return Message.of(say, **{name: value for name, value in values.items() if name in say.names()})
