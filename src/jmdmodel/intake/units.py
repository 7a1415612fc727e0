"""Completing the units of a workspace from the official directory: names, keys, populations (R-02, R-03)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import attrs

from jmdmodel.borders import need_day
from jmdmodel.entities.geography import Population
from jmdmodel.entities.space import AdministrativeUnit
from jmdmodel.fields import evolve
from jmdmodel.ids import Ref
from jmdmodel.intake.gv100ad import TITLE, OfficialUnit, RecordType
from jmdmodel.messages import Message, Say
from jmdmodel.vocabulary import UnitLevel
from jmdmodel.workspace import Workspace

__all__ = ["CompletedUnits", "UnitDoubt", "complete_units"]

_UNKNOWN_KEY = Say(
    de="Den Schlüssel „{key}“ kennt das Gemeindeverzeichnis nicht.",
    en='The directory does not know the key "{key}".',
)
_OTHER_LEVEL = Say(
    de="Der Schlüssel „{key}“ steht im Gemeindeverzeichnis nicht für die Ebene {level}.",
    en='The key "{key}" does not stand for the level {level} in the directory.',
)
_OTHER_NAME = Say(
    de="Im Gemeindeverzeichnis heißt das Gebiet „{official}“, hier „{name}“.",
    en='The directory calls the unit "{official}", it is "{name}" here.',
)
_OTHER_COUNT = Say(
    de="Für den {day} nennt das Gemeindeverzeichnis {official} Einwohner, hier stehen {count}.",
    en="For {day} the directory tells {official} inhabitants, there are {count} here.",
)


@attrs.frozen(kw_only=True)
class UnitDoubt:
    """Something about one unit that the directory says in another way; nothing was changed for it."""

    subject: Ref
    field: str
    what: Message


@attrs.frozen(kw_only=True)
class CompletedUnits:
    """A workspace with completed units, and what a person has to look at.

    Attributes:
        workspace: The workspace; only its units differ.
        completed: The units in which something was filled in.
        doubts: Where workspace and directory do not agree, by unit; the workspace's word stands.
    """

    workspace: Workspace
    completed: tuple[Ref, ...]
    doubts: tuple[UnitDoubt, ...]


def complete_units(
    workspace: Workspace,
    directory: Iterable[OfficialUnit],
    *,
    day: date,
    source: str = TITLE,
) -> CompletedUnits:
    """Fill in what the official directory knows of the units of a workspace (R-02, R-03).

    Filled in are a missing second key, a name where the unit's key or identifier stood in its place,
    and the population on a day; above a municipality that is the sum of its municipalities. What
    the workspace already says stays: a name or a number that differs is a doubt. Units without a key
    are left alone. German: Gebiete ergänzen.

    Args:
        workspace: Whose units shall be completed.
        directory: The records, as :func:`~jmdmodel.intake.read_gv100ad` gives them.
        day: The day that the populations of this edition are of.
        source: What to name as the source of the populations.

    Raises:
        ModelError: It is no plain day.
    """
    need_day(day, "day")
    records = tuple(directory)
    known: dict[str, list[OfficialUnit]] = {}
    for record in records:
        for key in dict.fromkeys(key for key in (record.ars, record.ags) if key):
            known.setdefault(key, []).append(record)
    populations = _sums(records)
    changed: list[AdministrativeUnit] = []
    doubts: list[UnitDoubt] = []
    for unit in workspace.units:
        found, doubt = _record_of(unit, known)
        if doubt is not None:
            doubts.append(doubt)
        if found is None:
            continue
        count = populations.get(found.key)
        new = None if count is None else Population(day=day, count=count, source=source)
        made, more = _completed(unit, found, new)
        doubts += more
        if made != unit:
            changed.append(made)
    return CompletedUnits(
        workspace=workspace.with_entities(*changed),
        completed=tuple(Ref("units", unit.id) for unit in changed),
        doubts=tuple(doubts),
    )


def _record_of(
    unit: AdministrativeUnit, known: Mapping[str, list[OfficialUnit]]
) -> tuple[OfficialUnit | None, UnitDoubt | None]:
    key = unit.ars or unit.ags
    if key is None or unit.level is UnitLevel.QUARTER:
        return None, None
    # Keys of the levels above may be filled up with zeros to the length of a municipality's; a zero may
    # also be their own last digit.
    shorter = (key[:n] for n in (9, 5, 3, 2) if n < len(key) and not key[n:].strip("0"))
    found = [record for form in (key, *shorter) for record in known.get(form, ())]
    fitting = next((record for record in found if record.level is unit.level), None)
    if fitting is not None:
        return fitting, None
    say = _OTHER_LEVEL if found else _UNKNOWN_KEY
    what = Message.of(say, key=key, level=unit.level.label) if found else Message.of(say, key=key)
    return None, _doubt(unit, "ars" if unit.ars else "ags", what)


def _completed(
    unit: AdministrativeUnit, record: OfficialUnit, population: Population | None
) -> tuple[AdministrativeUnit, list[UnitDoubt]]:
    keys = {"ags": record.ags, "ars": record.ars}
    changes: dict[str, object] = {
        field: key for field, key in keys.items() if key is not None and getattr(unit, field) is None
    }
    doubts: list[UnitDoubt] = []
    if unit.name in {unit.id, unit.ags, unit.ars}:
        changes["name"] = record.name
    elif not is_same_name(unit.name, record.name):
        doubts.append(_doubt(unit, "name", Message.of(_OTHER_NAME, official=record.name, name=unit.name)))
    if population is not None:
        told = next((own for own in unit.populations if own.day == population.day), None)
        if told is None:
            changes["populations"] = (*unit.populations, population)
        elif told.count != population.count:
            what = Message.of(_OTHER_COUNT, day=told.day, official=population.count, count=told.count)
            doubts.append(_doubt(unit, "populations", what))
    return (evolve(unit, **changes) if changes else unit), doubts


def is_same_name(name: str, official: str) -> bool:
    """Tell whether a name means the same as an official one: with or without ", Stadt", one of two names."""
    return name in _names(official)


def _names(official: str) -> set[str]:
    """Give the forms of an official name that mean the same: without ", Stadt", and each of two names."""
    short = official.partition(",")[0]
    return {official, short, *short.split("/"), *official.split("/")}


def _doubt(unit: AdministrativeUnit, field: str, what: Message) -> UnitDoubt:
    return UnitDoubt(subject=Ref("units", unit.id), field=field, what=what)


def _sums(records: tuple[OfficialUnit, ...]) -> dict[str, int]:
    """Give the population of each key: a municipality's own, and above it the sum of what lies within."""
    sums: dict[str, int] = {}
    unions = {record.key for record in records if record.record is RecordType.UNION}
    for record in records:
        if record.population is None or record.record is not RecordType.MUNICIPALITY:
            continue
        sums[record.key] = record.population
        for digits in (2, 3, 5):
            above = record.key[:digits]
            sums[above] = sums.get(above, 0) + record.population
        if record.key[:9] in unions:
            sums[record.key[:9]] = sums.get(record.key[:9], 0) + record.population
    return sums
