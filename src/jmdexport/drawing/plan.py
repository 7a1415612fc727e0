"""What a network map shows, as plain data: the layout takes a :class:`MapPlan` and gives a scene.

Nothing here knows of a workspace. An exporter makes the plan out of a view, tests make it by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, Protocol, TypeAlias, TypeVar

import attrs

from jmdexport.drawing.channels import (
    GROUPS,
    IMPORTANCE,
    INTENSITY,
    STRENGTH_AND_FORM,
    Division,
    Lines,
    Measure,
)
from jmdexport.errors import ExportError
from jmdmodel.messages import Language, Message, Say

Shape: TypeAlias = Literal[
    "circle", "square", "diamond", "triangle-up", "hexagon", "triangle-down", "cross", "pentagon"
]
HatchKind: TypeAlias = Literal["none", "rising", "falling", "upright", "level", "dots"]
LineKind: TypeAlias = Literal["dotted", "dashed", "solid", "mixed"]
"""Kinds of lines; ``mixed``, of dots and dashes, is for what nobody said."""

PAGES: dict[tuple[str, str], tuple[float, float]] = {
    ("A4", "landscape"): (297.0, 210.0),
    ("A4", "portrait"): (210.0, 297.0),
    ("A3", "landscape"): (420.0, 297.0),
    ("A3", "portrait"): (297.0, 420.0),
}
"""Width and height in millimetres by name of the page and its orientation."""


LARGE = 250.0
"""From this length of its shorter side on a page is a large one: larger than A4."""


@attrs.frozen(kw_only=True)
class MapGroup:
    """A map group, drawn as a sector: heading, and shape, colour and hatch of its marks. German: Sektor.

    ``told`` is the heading in both languages, for the table; without it the table has *label* in both.
    """

    code: str
    label: str
    shape: Shape
    fill: str
    hatch: HatchKind = "none"
    told: Say | None = None


class Named(Protocol):
    """A partner on a map of any kind: identifier, label, and the code of its map group."""

    @property
    def id(self) -> str:
        """Identifier, a slug."""

    @property
    def label(self) -> str:
        """Its name."""

    @property
    def group(self) -> str:
        """Code of its map group."""


_Partner = TypeVar("_Partner", bound=Named)


def in_order(partners: Iterable[_Partner], groups: Sequence[MapGroup]) -> list[_Partner]:
    """Sort partners as lists have them: by group in the order of the sectors, label and identifier."""
    place = {group.code: at for at, group in enumerate(groups)}
    return sorted(partners, key=lambda one: (place[one.group], one.label.casefold(), one.id))


@attrs.frozen(kw_only=True)
class Mark:
    """A partner on the map.

    Attributes:
        id: Identifier, a slug; the anchor of its group in the SVG.
        short: A short label, used where the full one does not fit; empty if there is none.
        group: Code of its map group.
        ring: The step that the rings stand for, intensity if nothing else is said: 1 outermost to 5, or
            ``None`` where it has no ring; then ``strip`` is needed.
        size: The step that the size stands for, importance if nothing else is said: 1 to 5; ``None`` where
            nobody said, drawn open with a dashed outline; 0 where size means nothing on this map.
        badge: Whether the partner has a part in the transition from school to work.
        strip: Code of the heading beside the circle under which a mark without a ring stands.
        tooltip: What a browser shows on pointing at the mark; the label if empty.
        intensity: The intensity, where the rings stand for something else.
        importance: The importance, where the size stands for something else.
    """

    id: str
    label: str
    short: str = ""
    group: str
    ring: int | None = None
    size: int | None = None
    badge: bool = False
    strip: str = ""
    kind: str = ""
    tooltip: str = ""
    intensity: int | None = None
    importance: int | None = None


@attrs.frozen(kw_only=True)
class Link:
    """A tie between two partners; only ties whose ends both stand in the circle are drawn.

    Attributes:
        strength: 1 to 4, the width of the line; ``None`` where nobody said: a hollow line; 0 where width
            means nothing on this map.
        line: The kind of the line; ``mixed`` where nobody said.
        brokered: Whether the service brought the two together in the year of the map.
    """

    id: str
    a: str
    b: str
    strength: int | None = 1
    line: LineKind = "solid"
    brokered: bool = False
    tooltip: str = ""


@attrs.frozen(kw_only=True)
class Words:
    """Texts of the legend that belong to the scales and not to the drawing, in the language of the plan.

    Attributes:
        rings: What the steps 1 to 5 of the rings mean.
        sizes: What the steps 1 to 5 of the size mean; none where size means nothing.
        strengths: What the steps 1 to 4 of the width of a tie mean; none where width means nothing.
        lines: What dotted, dashed and solid ties mean, in this order; an empty text for a kind not used.
        badge: What the ring round a mark means.
        ties: Heading of the ties: which of them are drawn.
        not_surveyed: What the ties do not tell, for the legend.
        ring: What the rings stand for.
        size: What the size stands for; ``None``: nothing.
        group: What the sectors stand for.
        line: What the lines stand for.
    """

    rings: tuple[str, str, str, str, str]
    sizes: tuple[str, ...]
    strengths: tuple[str, ...]
    lines: tuple[str, ...]
    badge: str
    ties: str
    not_surveyed: str = ""
    ring: Measure = INTENSITY
    size: Measure | None = IMPORTANCE
    group: Division = GROUPS
    line: Lines = STRENGTH_AND_FORM


@attrs.frozen(kw_only=True)
class MapPlan:
    """All that a network map shows and says.

    Attributes:
        centre: Label of the service in the middle.
        subtitle: Lines below the title: service, as-of date, assessor, shown and all.
        groups: The sectors in their fixed order, clockwise from the top; empty ones are drawn too.
        strips: Headings beside the circle, code and text, in the order in which they stand there.
        year: The map's year, for ``data-year``.
        source: The line at the foot of the page.
        places: The headings beside the circle in both languages, for the table.
        changes: Sentences on what changed since an earlier map, for the alternative text.
    """

    page: tuple[float, float] = PAGES["A4", "landscape"]
    language: Language = "de"
    title: str
    subtitle: tuple[str, ...] = ()
    centre: str
    groups: tuple[MapGroup, ...]
    marks: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()
    strips: tuple[tuple[str, str], ...] = ()
    words: Words
    year: int
    source: str = ""
    places: tuple[tuple[str, Say], ...] = ()
    changes: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        codes = {group.code for group in self.groups}
        if not codes or len(codes) != len(self.groups):
            raise ValueError("A map needs at least one group, and each code once.")
        headings = {code for code, _ in self.strips}
        ids = {mark.id for mark in self.marks}
        if len(ids) != len(self.marks):
            raise ValueError("The identifiers of the marks are not unique.")
        for mark in self.marks:
            if mark.group not in codes:
                raise ValueError(
                    f"The mark {mark.id} belongs to a group that the map does not have: {mark.group}."
                )
            if mark.ring is None and mark.strip not in headings:
                raise ValueError(f"The mark {mark.id} has no ring and no heading beside the circle.")
        for link in self.links:
            if not {link.a, link.b} <= ids or link.a == link.b:
                raise ValueError(f"The tie {link.id} does not join two marks of the map.")

    @property
    def inside(self) -> tuple[Mark, ...]:
        """The marks in the circle, by group in the order of the sectors, label and identifier."""
        return tuple(in_order((mark for mark in self.marks if mark.ring), self.groups))


_TOO_MUCH = Say(
    de="Auf eine Seite von {width} × {height} mm passen nicht alle {n} Partner in lesbarer Schrift."
    " Den meisten Platz brauchen: {what}. {help}",
    en="A page of {width} × {height} mm does not hold all {n} partners in readable type."
    " What takes the most room: {what}. {help}",
)


_HELP_LARGER = Say(
    de="Abhilfe: eine größere Seite (A3) oder Kurznamen für lange Namen.",
    en="A larger page (A3) or short names for long ones will help.",
)
_HELP_SHORTER = Say(
    de="Abhilfe: Kurznamen für lange Namen, oder mehrere Stellen als einen Sammelpartner führen.",
    en="Short names for long ones will help, or keeping several bodies as one collective partner.",
)


class DoesNotFit(ExportError):  # noqa: N818 - the names of this family are sentences
    """The page is too small for readable type; names what takes the most room, and what helps."""

    code = "E420"

    def __init__(self, page: tuple[float, float], count: int, what: tuple[str, ...]) -> None:
        super().__init__(page, count, what)
        self.page = page
        self.count = count
        self.what = what

    @property
    def message(self) -> Message:
        """What does not fit on which page, in both languages."""
        return Message.of(
            _TOO_MUCH,
            width=round(self.page[0]),
            height=round(self.page[1]),
            n=self.count,
            what=self.what,
            help=_HELP_LARGER if min(self.page) < LARGE else _HELP_SHORTER,
        )
