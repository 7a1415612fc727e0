"""What a page of the network map holds, as plain data: plans of maps, kinds, committees."""

from __future__ import annotations

from typing import TypeAlias

import attrs

from jmdexport.drawing import MapGroup, MapPlan

Seats: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]
"""Identifiers of partners, each with those of the committees in which it is a member."""


@attrs.frozen
class KindOfPartner:
    """A kind of partner: its code, its name, and the heading under which it is offered."""

    code: str
    label: str
    heading: str


@attrs.frozen(kw_only=True)
class MapPage:
    """The maps of one or more years as one page. German: Netzwerkkarte als Seite.

    Attributes:
        service: Full name of the service.
        plans: One plan a year, each year once, all of one page and one language.
        year: The year that the page opens with.
        title: The heading; the page chooses one when it is empty.
        kinds: The kinds of partners that occur, by heading, in the order in which they are offered.
        finer: Partners whose kind has a finer name than that of the kind: identifier and that name.
        committees: Identifier and name of the committees that occur.
        words: Words of the page that are others here, by their name in :data:`~jmdexport.page.texts.WORDS`:
            ``ring`` where the rings do not stand for the intensity, and so on.
        seats: For each plan, in the same order, who is a member of which committee.
    """

    service: str
    plans: tuple[MapPlan, ...]
    year: int
    title: str = ""
    kinds: tuple[KindOfPartner, ...] = ()
    finer: tuple[tuple[str, str], ...] = ()
    committees: tuple[tuple[str, str], ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    seats: tuple[Seats, ...] = ()

    def __attrs_post_init__(self) -> None:
        years = [plan.year for plan in self.plans]
        if years != sorted(set(years)):
            raise ValueError("A page needs its years in their order, and each year once.")
        if self.year not in years:
            raise ValueError("The year that the page opens with is none of its years.")
        if len({(plan.page, plan.language) for plan in self.plans}) > 1:
            raise ValueError("All maps of a page share the size of the page and the language.")
        if self.seats and len(self.seats) != len(self.plans):
            raise ValueError("The committees are told for each year or for none.")

    @property
    def asked(self) -> MapPlan:
        """The plan of the year that the page opens with."""
        return next(plan for plan in self.plans if plan.year == self.year)

    @property
    def groups(self) -> tuple[MapGroup, ...]:
        """The groups of all years, first those of the year that the page opens with."""
        found: dict[str, MapGroup] = {}
        for plan in (self.asked, *self.plans):
            for group in plan.groups:
                found.setdefault(group.code, group)
        return tuple(found.values())
