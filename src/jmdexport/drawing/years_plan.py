"""What a picture of several years shows, as plain data: the maps of one service, and what to say of each."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from jmdexport.drawing.plan import DoesNotFit, MapPlan, Mark, in_order
from jmdexport.drawing.steady import union
from jmdmodel.messages import Language, Message, Say

_NUMBER = Say("Nr.", "No.")
_NAME = Say("Partner", "partner")
_GROUP = Say("Gruppe", "group")
_OPEN = Say("Wichtigkeit nicht eingeschätzt", "importance not rated")
FEWEST, MOST = 2, 6
"""How many years a page holds."""


_TOO_MUCH = Say(
    de="Auf eine Seite von {width} × {height} mm passen die Karten von {years} mit {n} Partnern nicht in"
    " lesbarer Größe. Abhilfe: eine größere Seite, Querformat, weniger Jahre oder Karten ohne Nummern"
    " (names=none).",
    en="A page of {width} × {height} mm does not hold the maps of {years} with {n} partners in a readable"
    " size. A larger page, landscape, fewer years, or maps without numbers (names=none) will help.",
)


class YearsDoNotFit(DoesNotFit):
    """The page is too small for the maps of so many years; says what helps. German: zu viel für die Seite."""

    @property
    def message(self) -> Message:
        """What does not fit on which page, in both languages."""
        width, height = (round(side) for side in self.page)
        return Message.of(_TOO_MUCH, width=width, height=height, years=self.what, n=self.count)


@attrs.frozen(kw_only=True)
class YearsPlan:
    """All that a picture of several years shows and says. German: Jahreskarten.

    Attributes:
        maps: The maps, two to six, all of one page and language, in the order of their years.
        said: For each map the lines below its year: day, assessor, numbers.
        same: Partners that are one over the years under another identifier: identifier to the one to use.
        numbered: Whether the marks have numbers, with an index of names; else they have no names at all.
        notes: What a reader must know of the comparison, for instance that not the same people rated.
        told: The alternative text.
    """

    title: str
    subtitle: tuple[str, ...] = ()
    maps: tuple[MapPlan, ...]
    said: tuple[tuple[str, ...], ...]
    same: tuple[tuple[str, str], ...] = ()
    numbered: bool = True
    notes: tuple[str, ...] = ()
    told: str = ""
    source: str = ""

    def __attrs_post_init__(self) -> None:
        if not FEWEST <= len(self.maps) <= MOST:
            raise ValueError(f"A page holds {FEWEST} to {MOST} years, not {len(self.maps)}.")
        years = [one.year for one in self.maps]
        if years != sorted(set(years)):
            raise ValueError("The years are not in their order, or one of them is there twice.")
        if len({(one.page, one.language, one.groups) for one in self.maps}) != 1:
            raise ValueError("The maps differ in page, language or groups.")
        if len(self.said) != len(self.maps):
            raise ValueError("Each map needs its lines.")

    @property
    def language(self) -> Language:
        """The language of all texts."""
        return self.maps[0].language

    @property
    def page(self) -> tuple[float, float]:
        """Width and height of the page in millimetres."""
        return self.maps[0].page

    @property
    def years(self) -> tuple[int, ...]:
        """The years, in their order."""
        return tuple(one.year for one in self.maps)

    @property
    def frame(self) -> MapPlan:
        """The same page without partners, for what all maps have in common: title and source."""
        return attrs.evolve(
            self.maps[-1],
            title=self.title,
            subtitle=(*self.subtitle, *self.notes),
            marks=(),
            links=(),
            source=self.source,
        )

    @property
    def whole(self) -> MapPlan:
        """One map with the partners of all the years, each as last seen."""
        return union(self.maps, same=dict(self.same))

    def key_of(self, mark: Mark, whole: Mapping[str, Mark]) -> str:
        """Give the identifier under which a partner stands in :attr:`whole`, from its marks."""
        key = dict(self.same).get(mark.id, mark.id)
        return key if mark.id not in whole else mark.id

    def index(self) -> tuple[tuple[int, Mark, str], ...]:
        """Give each partner of any year with its number: by group, name and identifier.

        The text is the name, with an earlier one in brackets where it has changed.
        """
        whole = self.whole
        marks = in_order(whole.marks, whole.groups)
        known = {mark.id: mark for mark in whole.marks}
        before: dict[str, list[str]] = {}
        for each in self.maps:
            for mark in each.marks:
                key = self.key_of(mark, known)
                if mark.label != known[key].label:
                    before.setdefault(key, []).append(f"{each.year}: {mark.label}")
        return tuple(
            (
                number,
                mark,
                f"{mark.label} ({'; '.join(before[mark.id])})" if mark.id in before else mark.label,
            )
            for number, mark in enumerate(marks, start=1)
        )


def years_table(plan: YearsPlan) -> tuple[tuple[str, ...], ...]:
    """Give what the picture shows as rows of texts, the first one the heads: number, name, group, each year.

    A year's cell holds the ring or the heading beside the rings, and the importance; it is empty where the
    partner is not on the map of that year.
    """
    language = plan.language
    heads = tuple(text.in_(language) for text in (_NUMBER, _NAME, _GROUP))
    groups = {group.code: group.label for group in plan.maps[0].groups}
    whole = {mark.id: mark for mark in plan.whole.marks}
    years = [{plan.key_of(mark, whole): mark for mark in each.marks} for each in plan.maps]
    rows = [
        (
            str(number),
            text,
            groups[mark.group],
            *(_cell(each, year.get(mark.id), language) for each, year in zip(plan.maps, years, strict=True)),
        )
        for number, mark, text in plan.index()
    ]
    return (*heads, *map(str, plan.years)), *rows


def _cell(each: MapPlan, mark: Mark | None, language: Language) -> str:
    if mark is None:
        return ""
    place = each.words.rings[mark.ring - 1] if mark.ring else dict(each.strips)[mark.strip]
    size = each.words.sizes[mark.size - 1] if mark.size else _OPEN.in_(language)
    return f"{place}; {size}"
