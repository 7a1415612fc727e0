"""The parts of the report on the service, its team and its social space (R-01, R-02, R-34)."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from jmdexport.builtin import _report_texts as texts
from jmdexport.builtin._report_edition import Edition
from jmdexport.builtin._report_words import Talk, by_name, table
from jmdmodel.entities.space import AdministrativeUnit
from jmdmodel.messages import in_decimal
from jmdmodel.period import year_period
from jmdmodel.scales import Audience
from jmdmodel.workspace import Workspace


def service_part(edition: Edition) -> dict[str, Any]:
    """Give who the service is and which functions its team has in the year."""
    view, year, talk, service = edition.view, edition.year, edition.talk, edition.view.service
    places = (view.places.get(place) for place in service.offers_at)
    facts = [
        (texts.PROVIDER, service.provider),
        (texts.PROVIDER_GROUP, service.provider_group),
        (texts.FEDERATION, service.federation),
        (texts.ADDRESS, service.address),
        (texts.FOUNDED, None if service.founded is None else str(service.founded)),
        (texts.POSTS, None if service.posts is None else edition.number(Fraction(service.posts))),
        (texts.OFFERS_AT, edition.cell(place.name for place in places if place is not None)),
    ]
    present = [role for role in view.staff if role.period.touches(year_period(year))]
    staff = sorted(present, key=lambda role: by_name(role.function, role.id))
    names = talk.listed(role.function for role in staff)
    team = talk.counted(len(staff), texts.ROLE, texts.TEAM, names=names)
    hidden = edition.audience < Audience.REPORT
    enter = [talk.say(texts.STAFF_ENTER)] if not staff and edition.is_team else []
    hours = [
        (role.function, in_decimal(Fraction(role.weekly_minutes, 60), talk.language, decimals=1))
        for role in staff
        if role.weekly_minutes is not None
    ]
    return {
        "heading": talk.label(texts.SERVICE_HEADING),
        "name": service.name,
        "facts": table(
            talk, (texts.FACT, texts.CONTENT), "ll", [fact for fact in facts if fact[1] is not None]
        ),
        "team": [talk.say(texts.TEAM_HIDDEN)] if hidden else [team, *enter],
        "missing": []
        if service.posts is not None
        else edition.absent(texts.POSTS_MISSING, texts.SERVICE_ENTER),
        "empty": not hidden and not staff,
        "hours": table(talk, (texts.FUNCTION, texts.WEEKLY_HOURS), "lr", hours),
    }


def space_part(edition: Edition) -> dict[str, Any]:
    """Give what the social space is: its areas with their keys, its boundary, its portrait."""
    view, talk, space = edition.view, edition.talk, edition.view.space
    made: dict[str, Any] = {
        "heading": talk.label(texts.SPACE_HEADING),
        "intro": edition.absent(texts.SPACE_MISSING, texts.SPACE_ENTER),
        "units": _units(view, talk),
        "boundary_intro": "",
        "boundary": "",
        "portrait": "",
        "missing": [],
        "empty": space is None,
    }
    if space is None:
        return made
    own, described = len(space.units), len(view.units)
    intro = [
        talk.say(texts.SPACE_NAME, name=talk.listed([space.name])),
        talk.counted(own, texts.UNIT, texts.SPACE_UNITS, names=talk.listed(_own_units(view))),
    ]
    if described > own:
        intro.append(talk.counted(described, texts.UNIT, texts.UNITS_ALL))
    made["intro"] = intro
    if space.boundary:
        made |= {"boundary_intro": talk.say(texts.BOUNDARY_INTRO), "boundary": space.boundary}
    if space.portrait:
        made["portrait"] = space.portrait
    else:
        made["missing"] = edition.absent(texts.PORTRAIT_MISSING)
    return made


def _own_units(view: Workspace) -> list[str]:
    ids = view.space.units if view.space is not None else ()
    return [unit.name for identifier in ids if (unit := view.units.get(identifier)) is not None]


def _units(view: Workspace, talk: Talk) -> dict[str, Any] | None:
    """Give the areas, each below the one that it lies in."""
    ordered = sorted(view.units, key=lambda unit: _path(view, unit))
    rows = [
        (unit.name, unit.level, unit.ags or _local(unit, talk), unit.ars, _parent(view, unit))
        for unit in ordered
    ]
    head = (texts.UNIT_NAME, texts.UNIT_LEVEL, texts.AGS, texts.ARS, texts.LIES_IN)
    return table(talk, head, "lllll", rows)


def _local(unit: AdministrativeUnit, talk: Talk) -> str | None:
    if unit.local_key is None:
        return None
    return talk.say(texts.LOCAL_KEY, key=talk.listed([unit.local_key]))


def _parent(view: Workspace, unit: AdministrativeUnit) -> str | None:
    parent = view.units.get(unit.parent)
    return parent.name if parent is not None else None


def _path(view: Workspace, unit: AdministrativeUnit) -> tuple[tuple[str, str, str], ...]:
    """Give the names from the outermost area down to this one; a circle of parents is cut where it closes."""
    path: list[tuple[str, str, str]] = []
    current: AdministrativeUnit | None = unit
    while current is not None and (key := by_name(current.name, current.id)) not in path:
        path.insert(0, key)
        current = view.units.get(current.parent)
    return tuple(path)
