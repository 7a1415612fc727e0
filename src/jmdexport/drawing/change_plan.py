"""What a change map shows, as plain data: each partner on the maps of two years, and what changed.

Nothing here knows of a workspace. An exporter makes the plan out of a comparison, tests make it by hand.
"""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

import attrs

from jmdexport.drawing.plan import PAGES, Link, MapGroup, MapPlan, Words, in_order
from jmdmodel.messages import Language, Say

Sign: TypeAlias = Literal[
    "joined",
    "ended",
    "dissolved",
    "left",
    "renamed",
    "merged",
    "split",
    "regrouped",
    "contact-made",
    "contact-resumed",
    "contact-dormant",
    "contact-refused",
    "state-changed",
    "closer",
    "looser",
    "unclear",
    "more-important",
    "less-important",
    "newly-rated",
    "no-longer-rated",
]
"""A kind of change that has a sign of its own. *ended* is a contact, *dissolved* a partner that is no more,
*left* one that was noted beside the rings only; *unclear* a rating that cannot be compared."""

SIGNS: tuple[Sign, ...] = get_args(Sign)
"""All signs, in the order in which the legend explains them."""


_NAME = Say("Partner", "partner")
_GROUP = Say("Gruppe", "group")
_CHANGED = Say("Veränderung", "change")
_CALM = Say("unverändert", "unchanged")


@attrs.frozen(kw_only=True)
class Standing:
    """How a partner stands on the map of one year.

    Attributes:
        ring: Intensity, 1 loose to 5 close, or ``None`` where it has no ring.
        size: Importance, 1 to 5, or ``None`` where it was not rated.
        place: Code of the heading beside the circle, for one without a ring.
        words: The same in words, for the table and for pointing at the partner.
    """

    ring: int | None = None
    size: int | None = None
    place: str = ""
    words: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Move:
    """A partner on two maps.

    Attributes:
        id: Identifier, a slug; the anchor of its group in the SVG.
        short: A short label, used where the full one does not fit.
        group: Code of its map group.
        before: How it stood on the first map; ``None`` where it was not on it.
        after: How it stands on the second; ``None`` where it is not on it. One of the two is there.
        signs: What changed; none for one that stands as before.
        related: In words what it came from or became, where that is no partner at the same place.
    """

    id: str
    label: str
    short: str = ""
    group: str
    kind: str = ""
    before: Standing | None = None
    after: Standing | None = None
    signs: tuple[Sign, ...] = ()
    related: str = ""

    @property
    def is_inside(self) -> bool:
        """Whether it stands in the circle: it has a ring on one of the maps at least."""
        return bool((self.before and self.before.ring) or (self.after and self.after.ring))

    @property
    def moves(self) -> int:
        """By how many rings it came nearer; negative where it went outward; nought without two rings."""
        if not (self.before and self.before.ring and self.after and self.after.ring):
            return 0
        return self.after.ring - self.before.ring


@attrs.frozen(kw_only=True)
class ChangePlan:
    """All that a change map shows and says.

    Attributes:
        years: The year of the first map and of the second.
        groups: The sectors in their fixed order, clockwise from the top.
        moves: Every partner of either map, each once.
        links: Ties between partners that are drawn; only those whose ends both have a ring on the second map.
        places: Headings beside the circle, code and text, in their order.
        signs: What each sign means and how many changes have it, in the order of the legend.
        causes: Successions in words: what was renamed, merged, split.
        words: What the steps of the scales mean, and the heading of the ties.
        notes: What a reader must know of the comparison, for instance that somebody else judged.
        told: The alternative text.
    """

    page: tuple[float, float] = PAGES["A4", "landscape"]
    language: Language = "de"
    title: str
    subtitle: tuple[str, ...] = ()
    centre: str
    years: tuple[int, int]
    groups: tuple[MapGroup, ...]
    moves: tuple[Move, ...] = ()
    links: tuple[Link, ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    signs: tuple[tuple[Sign, str, int], ...] = ()
    causes: tuple[str, ...] = ()
    words: Words
    notes: tuple[str, ...] = ()
    told: str = ""
    source: str = ""

    def __attrs_post_init__(self) -> None:
        codes = {group.code for group in self.groups}
        if not codes or len(codes) != len(self.groups):
            raise ValueError("A map needs at least one group, and each code once.")
        ids = {move.id for move in self.moves}
        if len(ids) != len(self.moves):
            raise ValueError("The identifiers of the partners are not unique.")
        headings, explained = {code for code, _ in self.places}, {sign for sign, *_ in self.signs}
        for move in self.moves:
            if move.group not in codes:
                raise ValueError(
                    f"The partner {move.id} belongs to a group that the map does not have: {move.group}."
                )
            sides = [side for side in (move.before, move.after) if side is not None]
            if not sides:
                raise ValueError(f"The partner {move.id} is on neither of the two maps.")
            if any(side.ring is None and side.place not in headings for side in sides):
                raise ValueError(f"The partner {move.id} has no ring and no heading beside the circle.")
            if not {*move.signs} <= explained:
                raise ValueError(f"The partner {move.id} has a sign that the legend does not explain.")

    @property
    def frame(self) -> MapPlan:
        """The same page without partners, for what all maps have in common: title, circle, source."""
        return MapPlan(
            page=self.page,
            language=self.language,
            title=self.title,
            subtitle=(*self.subtitle, *self.notes),
            centre=self.centre,
            groups=self.groups,
            words=self.words,
            year=self.years[1],
            source=self.source,
        )

    @property
    def links_inside(self) -> tuple[Link, ...]:
        """The ties whose ends both have a ring on the second map."""
        there = {move.id for move in self.moves if move.after and move.after.ring}
        return tuple(link for link in self.links if {link.a, link.b} <= there)

    @property
    def inside(self) -> tuple[Move, ...]:
        """The partners in the circle, by group in the order of the sectors, label and identifier."""
        return tuple(in_order((move for move in self.moves if move.is_inside), self.groups))

    @property
    def outside(self) -> tuple[Move, ...]:
        """The partners that had a ring on neither map, in the same order."""
        return tuple(in_order((move for move in self.moves if not move.is_inside), self.groups))


def change_table(plan: ChangePlan) -> tuple[tuple[str, ...], ...]:
    """Give what the map shows as rows of texts, the heads first: name, group, each year, what changed.

    A year's cell holds the ring or the heading beside the rings, and the importance; it is empty where the
    partner is not on the map of that year. Partners that did not change have the word for it.
    """
    language = plan.language
    name, group, changed = (text.in_(language) for text in (_NAME, _GROUP, _CHANGED))
    groups = {one.code: one.label for one in plan.groups}
    meaning = {sign: text for sign, text, _ in plan.signs}
    rows = [
        (
            move.label,
            groups[move.group],
            _cell(move.before),
            _cell(move.after),
            "; ".join(meaning[sign] for sign in move.signs) or _CALM.in_(language),
        )
        for move in (*plan.inside, *plan.outside)
    ]
    return (name, group, str(plan.years[0]), str(plan.years[1]), changed), *rows


def _cell(standing: Standing | None) -> str:
    return "; ".join(standing.words) if standing is not None else ""
