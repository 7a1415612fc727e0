"""What the map of the social space shows, as plain data: its boundary, units with outlines, places, partners.

Positions and outlines are in degrees; the layout puts them on the page.
"""

from __future__ import annotations

import attrs

from jmdexport.drawing.plan import LARGE, PAGES, DoesNotFit, MapGroup
from jmdmodel.entities.outlines import Degrees, Rings
from jmdmodel.messages import Language, Message, Say

SERVICE = "service"
"""Kind of the sign that stands for the service."""
PARTNER = "partner"
"""Kind of the signs that stand for partners."""


@attrs.frozen(kw_only=True)
class Area:
    """A unit with its outline. German: Gebiet.

    Attributes:
        id: Its identifier.
        level: Code of its level; it decides the line.
        rank: The higher, the larger the level; larger units are drawn below smaller ones.
        rings: Its polygons in degrees.
    """

    id: str
    label: str
    level: str
    level_label: str
    rank: int
    rings: tuple[Rings, ...]


@attrs.frozen(kw_only=True)
class Spot:
    """A thing with a position: a place, a partner, or the service.

    Attributes:
        id: Its reference, ``places/bahnhof``.
        short: A short name, used where the full one does not fit; empty if there is none.
        kind: Code of a kind of places, :data:`PARTNER` or :data:`SERVICE`.
        said: What it is, in words.
        at: Longitude and latitude.
        badge: Whether the service has offers of its own there.
    """

    id: str
    label: str
    short: str = ""
    kind: str
    said: str = ""
    at: Degrees
    badge: bool = False


@attrs.frozen(kw_only=True)
class GeoPlan:
    """All that a map of the social space shows and says. German: Karte des Sozialraums.

    Attributes:
        kinds: The kinds of places in their fixed order, each with shape, colour and hatch.
        kind_labels: What the signs of the service and of partners mean, and the ring of a badge.
        boundary: The polygons of the space's own outline; none where it has no outline.
        notes: Heading and text of what has no place in the picture.
        empty: What to say in place of a picture where nothing has a position or an outline.
        counts: How many units, places and partners are shown, and of how many; ``None`` for what the map
            leaves out on wish.
    """

    page: tuple[float, float] = PAGES["A4", "landscape"]
    language: Language = "de"
    title: str
    subtitle: tuple[str, ...] = ()
    service: str
    space: str = ""
    kinds: tuple[MapGroup, ...]
    kind_labels: tuple[str, str, str]
    boundary: tuple[Rings, ...] = ()
    areas: tuple[Area, ...] = ()
    spots: tuple[Spot, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    empty: str = ""
    counts: tuple[tuple[int, int] | None, tuple[int, int] | None, tuple[int, int] | None] = (None,) * 3
    source: str = ""

    def __attrs_post_init__(self) -> None:
        for things in (self.areas, self.spots):
            known = [one.id for one in things]
            if len(set(known)) != len(known):
                raise ValueError("The identifiers of units or of things with a position are not unique.")
        kinds = {group.code for group in self.kinds} | {PARTNER, SERVICE}
        if any(spot.kind not in kinds for spot in self.spots):
            raise ValueError("A thing is of a kind that the map does not have.")

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not (self.boundary or self.areas or self.spots)


_TOO_MUCH = Say(
    de="Auf eine Seite von {width} × {height} mm passen die Namen nicht, die neben der Karte stehen (Orte,"
    " Partner und Gebiete: {n}). Abhilfe: {help}",
    en="A page of {width} × {height} mm does not hold the names that stand beside the map (places, partners"
    " and units: {n}). {help}",
)
_LARGER = Say(
    de="eine größere Seite (A3), oder weniger zeigen (Einstellungen „units“, „places“, „partners“).",
    en='A larger page (A3) will help, or showing less (options "units", "places", "partners").',
)
_LESS = Say(
    de="weniger zeigen (Einstellungen „units“, „places“, „partners“), oder kürzere Namen.",
    en='Showing less will help (options "units", "places", "partners"), or shorter names.',
)


class GeoDoesNotFit(DoesNotFit):
    """The page is too small for the names that stand beside the map."""

    @property
    def message(self) -> Message:
        """How many do not fit on which page, and what helps, in both languages."""
        width, high = (round(edge) for edge in self.page)
        return Message.of(
            _TOO_MUCH,
            width=width,
            height=high,
            n=self.count,
            help=_LARGER if min(self.page) < LARGE else _LESS,
        )
