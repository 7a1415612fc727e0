"""The parts of the report on partners, contacts and ties, beside the network map (R-06, R-07, R-13, R-32)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from jmdexport.builtin import _report_texts as texts
from jmdexport.builtin._report_edition import Edition
from jmdexport.builtin._report_words import Talk, by_name, table
from jmdmodel.analysis.coverage import coverage
from jmdmodel.analysis.ratings import (
    IMPORTANT,
    MapSummary,
    Place,
    RatedContact,
    map_day,
    map_summary,
    partners_on,
    rated_contacts,
    ties_of,
)
from jmdmodel.entities.partner import Partner
from jmdmodel.entities.relation import NetworkMap
from jmdmodel.scales import Audience, Importance, Intensity
from jmdmodel.vocabulary import MapGroup, PartnerKind, TransitionRole
from jmdmodel.workspace import Workspace


def network_day(view: Workspace, year: int, as_of: date) -> date:
    """Give the day that the network part speaks of: the map's, or the reference day within the year."""
    found = view.maps.get(str(year))
    return map_day(found) if found is not None else min(as_of, date(year, 12, 31))


def map_part(edition: Edition, *, drawn: bool = True) -> dict[str, Any]:
    """Give what is said of the map, or why there is none; the picture comes from the report itself."""
    view, year, talk = edition.view, edition.year, edition.talk
    found = view.maps.get(str(year))
    made: dict[str, Any] = {"heading": talk.say(texts.MAP_HEADING, year=str(year)), "empty": False}
    if found is not None:
        reading = [talk.say(texts.MAP_READING)] if drawn else []
        return made | {"intro": [*_about_map(view, found, talk), *reading]}
    if edition.audience < Audience.REPORT:
        return made | {"intro": [talk.say(texts.MAP_HIDDEN)]}
    years = talk.listed(str(known.year) for known in view.maps)
    others = talk.say(texts.MAP_OTHER_YEARS, years=years) if years else talk.say(texts.MAP_NO_YEARS)
    first, *enter = edition.absent(texts.MAP_MISSING, texts.MAP_ENTER)
    return made | {"intro": [first, others, *enter], "empty": True}


def _about_map(view: Workspace, found: NetworkMap, talk: Talk) -> list[str]:
    assessor = view.staff.get(found.assessor)
    by = (
        talk.say(texts.MAP_NO_ASSESSOR)
        if assessor is None
        else talk.say(texts.MAP_ASSESSOR, function=talk.listed([assessor.function]))
    )
    return [talk.say(texts.MAP_AS_OF, day=talk.day(map_day(found))), by]


def partners_part(edition: Edition, day: date) -> dict[str, Any]:
    """Give the partners by kind and by sector; with a map also how many are in contact and rated."""
    view, year, talk = edition.view, edition.year, edition.talk
    partners = partners_on(view, day)
    bridging = [partner for partner in partners if partner.transition_role is not None]
    return {
        "heading": talk.label(texts.PARTNERS_HEADING),
        "intro": [talk.counted(len(partners), texts.PARTNER, texts.PARTNERS, day=talk.day(day))],
        "note": [talk.say(texts.KINDS_NOTE)] if partners else [],
        "kinds": _kinds(view, year, partners, talk),
        "missing": [_missing_kinds(partners, talk)],
        **_explained(edition, partners),
        "sectors": table(
            talk,
            (texts.SECTOR, texts.PARTNER_COLUMN, texts.NAMES),
            "lrl",
            [
                (group, len(own), talk.cell_of(_names(own)))
                for group in MapGroup
                if (own := [partner for partner in partners if partner.kind.group is group])
            ],
        ),
        "transition_intro": [talk.counted(len(bridging), texts.PARTNER, texts.TRANSITION)],
        "transition": table(
            talk,
            (texts.TRANSITION_ROLE, texts.PARTNER_COLUMN, texts.NAMES),
            "lrl",
            [
                (role, len(own), talk.cell_of(_names(own)))
                for role in TransitionRole
                if (own := [partner for partner in bridging if partner.transition_role is role])
            ],
        ),
    }


def _names(partners: Iterable[Partner]) -> list[str]:
    return [partner.name for partner in sorted(partners, key=lambda one: by_name(one.name, one.id))]


def _kinds(view: Workspace, year: int, partners: tuple[Partner, ...], talk: Talk) -> dict[str, Any] | None:
    if view.maps.get(str(year)) is None:
        main = Counter(partner.kind for partner in partners)
        further = Counter(kind for partner in partners for kind in partner.further_kinds)
        rows = [(kind, main[kind], further[kind]) for kind in PartnerKind if main[kind] or further[kind]]
        head = (texts.KIND, texts.PARTNER_COLUMN, texts.BESIDES)
        return table(talk, head, "lrr", rows, (texts.TOTAL, len(partners), ""))
    found = coverage(view, year)
    head_of_map = (texts.KIND, texts.PARTNER_COLUMN, texts.BESIDES, texts.ACTIVE, texts.RATED)
    return table(
        talk,
        head_of_map,
        "lrrrr",
        [
            (row.kind, row.main.partners, row.further.partners, row.main.active, row.main.rated)
            for row in found.kinds
            if not row.is_missing
        ],
        (texts.TOTAL, found.total.partners, "", found.total.active, found.total.rated),
    )


def _missing_kinds(partners: tuple[Partner, ...], talk: Talk) -> str:
    there = {kind for partner in partners for kind in partner.kinds}
    missing = [
        kind for kind in PartnerKind if kind.named and kind is not PartnerKind.OTHER and kind not in there
    ]
    names = talk.listed(talk.label(kind.plural) for kind in missing)
    return talk.say(texts.KINDS_MISSING.of(len(missing)), names=names)


def _explained(edition: Edition, partners: tuple[Partner, ...]) -> dict[str, Any]:
    """Give the stated reasons why there is no partner of a kind; those for whom there is one are outdated."""
    talk, there = edition.talk, {kind for partner in partners for kind in partner.kinds}
    found = [
        (one.partner_kind, one.reason)
        for one in edition.view.absences
        if one.partner_kind is not None
        and one.partner_kind not in there
        and one.period.holds_on(edition.day)
        and (one.stated_on is None or one.stated_on <= edition.day)
    ]
    said = [
        talk.say(texts.KINDS_EXPLAINED, kind=talk.label(kind.plural), reason=talk.sentence(reason))
        for kind, reason in sorted(found, key=lambda one: one[0].step)
    ]
    return {"explained_intro": talk.label(texts.KINDS_EXPLAINED_INTRO) if said else "", "explained": said}


def contacts_part(view: Workspace, year: int, talk: Talk) -> dict[str, Any] | None:
    """Give how often and how important the contacts are, in words; nothing for a year without a map."""
    found = view.maps.get(str(year))
    if found is None:
        return None
    rated, summary = rated_contacts(view, year), map_summary(view, year)
    return {
        "heading": talk.label(texts.CONTACTS_HEADING),
        "intro": _counts(summary, talk),
        "rings": table(
            talk,
            (texts.HOW_OFTEN, texts.PARTNER_COLUMN),
            "lr",
            [(step, number) for step, number in reversed(summary.rings)] if summary.on_rings else [],
            (texts.TOTAL, summary.on_rings),
        ),
        "importances": _importances(summary, talk),
        "beside": _beside(rated, talk),
        "seldom": [_seldom(rated, talk)] if summary.on_rings else [],
        "ties": [_ties(view, found, talk)],
        **_brokered(view, year, talk),
    }


def _counts(summary: MapSummary, talk: Talk) -> list[str]:
    said = [talk.counted(summary.shown, texts.PARTNER, texts.SHOWN)]
    if summary.shown and summary.shown == summary.on_rings:
        said.append(talk.say(texts.RINGED_ONLY if summary.shown == 1 else texts.RINGED_ALL))
    elif summary.shown:
        said.append(talk.counted(summary.on_rings, texts.PARTNER, texts.RINGED))
    return said


def _importances(summary: MapSummary, talk: Talk) -> dict[str, Any] | None:
    steps: list[tuple[Importance | None, int]] = [
        *reversed(summary.importances[:-1]),
        summary.importances[-1],
    ]
    rows = [
        (texts.IMPORTANCE_OPEN if step is None else step, number)
        for step, number in steps
        if step is not None or number
    ]
    head = (texts.HOW_IMPORTANT, texts.PARTNER_COLUMN)
    return table(talk, head, "lr", rows if summary.on_rings else [], (texts.TOTAL, summary.on_rings))


def _beside(rated: tuple[RatedContact, ...], talk: Talk) -> dict[str, Any] | None:
    rows = [
        (place, len(own), talk.cell_of(_names(own)))
        for place in Place
        if place is not Place.RING and (own := [shown.partner for shown in rated if shown.place is place])
    ]
    return table(talk, (texts.BESIDE_RINGS, texts.PARTNER_COLUMN, texts.NAMES), "lrl", rows)


def _seldom(rated: tuple[RatedContact, ...], talk: Talk) -> str:
    weighty = [
        shown
        for shown in rated
        if shown.intensity is not None and shown.importance is not None and shown.importance >= IMPORTANT
    ]
    seldom = [s.partner for s in weighty if s.intensity is not None and s.intensity <= Intensity.SEVERAL]
    if not weighty:
        return talk.say(texts.NO_IMPORTANT)
    return talk.counted(len(seldom), texts.PARTNER, texts.SELDOM, names=talk.listed(_names(seldom)))


def _ties(view: Workspace, found: NetworkMap, talk: Talk) -> str:
    if found.ties_surveyed_on is None:
        return talk.say(texts.TIES_UNKNOWN, year=str(found.year))
    known = len(ties_of(view, found.year, "all"))
    return talk.counted(known, texts.TIE, texts.TIES_KNOWN, day=talk.day(found.ties_surveyed_on))


def _brokered(view: Workspace, year: int, talk: Talk) -> dict[str, Any]:
    ends = [
        sorted((view.partners[end].name for end in tie.between), key=by_name)
        for tie in ties_of(view, year, "brokered")
    ]
    pairs = [
        talk.say(texts.PAIR, one=talk.listed([one]), other=talk.listed([other]))
        for one, other in sorted(ends, key=lambda pair: [by_name(name) for name in pair])
    ]
    said = talk.counted(len(pairs), texts.TIE, texts.BROKERED, case="acc", year=str(year))
    return {"brokered_intro": [said], "brokered": pairs}
