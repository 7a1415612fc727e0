"""The network map as a page: which years it shows, and what its filters need from the view."""

from __future__ import annotations

from typing import Any

from jmdexport.documents.escaping import shown
from jmdexport.drawing import MapPlan
from jmdexport.page import KindOfPartner, MapPage, Seats, alphabetical, map_page
from jmdexport.records import Artifact, ExportRequest
from jmdmodel.analysis.ratings import map_day
from jmdmodel.messages import Language
from jmdmodel.vocabulary import MapGroup, PartnerKind
from jmdmodel.workspace import Workspace


def years_of(view: Workspace, year: int, wanted: tuple[int, ...]) -> tuple[int, ...]:
    """Give the years of a page in their order: those wanted and the one asked for.

    Without a wish these are all years with a map up to the year asked for; a later one is shown only on wish.
    """
    chosen = wanted or tuple(known.year for known in view.maps if known.year <= year)
    return tuple(sorted({*chosen, year}))


def page_of(view: Workspace, plans: tuple[MapPlan, ...], year: int, title: str = "") -> MapPage:
    """Give what the page of some maps holds: the maps, the kinds of partners, the committees (R-14, R-32)."""
    language = plans[-1].language
    seats = tuple(_seats(view, plan) for plan in plans)
    sitting = {committee for of_year in seats for _, held in of_year for committee in held}
    return MapPage(
        service=view.service.name,
        plans=plans,
        year=year,
        title=title,
        kinds=_kinds(plans, language),
        finer=_finer(view, plans, language),
        committees=tuple(
            (committee.id, shown(committee.name))
            for committee in sorted(view.committees, key=lambda one: (alphabetical(one.name), one.id))
            if committee.id in sitting
        ),
        seats=seats,
    )


def map_page_artifact(request: ExportRequest[Any], plans: tuple[MapPlan, ...]) -> Artifact:
    """Give the page as a file."""
    page = page_of(request.view, plans, request.year, request.title)
    return Artifact.text(f"network-map-{request.year}.html", "text/html; charset=utf-8", map_page(page))


def _kinds(plans: tuple[MapPlan, ...], language: Language) -> tuple[KindOfPartner, ...]:
    used = {mark.kind for plan in plans for mark in plan.marks}
    order = tuple(MapGroup)
    found = sorted(
        (kind for kind in PartnerKind if kind.code in used),
        key=lambda kind: (order.index(kind.group), alphabetical(kind.label.in_(language)), kind.code),
    )
    return tuple(
        KindOfPartner(kind.code, kind.label.in_(language), kind.group.label.in_(language)) for kind in found
    )


def _finer(view: Workspace, plans: tuple[MapPlan, ...], language: Language) -> tuple[tuple[str, str], ...]:
    """Give the names of sub-kinds for the partners that have one."""
    drawn = {mark.id for plan in plans for mark in plan.marks}
    told = ((one.id, view.kind_label(one), one.kind.label) for one in view.partners if one.id in drawn)
    return tuple((partner, shown(fine.in_(language))) for partner, fine, plain in told if fine != plain)


def _seats(view: Workspace, plan: MapPlan) -> Seats:
    """Give for each partner of a map the committees of that day in which it is a member."""
    day = map_day(view.map_of(plan.year))
    there = [committee for committee in view.committees if committee.period.holds_on(day)]
    held = (
        (mark.id, tuple(sorted(one.id for one in there if mark.id in one.members))) for mark in plan.marks
    )
    return tuple((partner, committees) for partner, committees in held if committees)
