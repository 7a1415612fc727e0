"""A table of counts of persons: dimensions with categories, what is counted, its cells and margins."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from typing import NamedTuple, Self

import attrs

from jmdmodel.borders import need_year
from jmdmodel.errors import ModelError
from jmdmodel.messages import Message, Say
from jmdmodel.phrases import Noun
from jmdmodel.privacy.counts import counts_texts as texts
from jmdmodel.privacy.counts.dimensions import TOTAL, Codes, Dimension, regrouped

MOST_DIMENSIONS = 3


class CellKey(NamedTuple):
    """Which persons a cell counts: two cells with the same key are the same number, whatever their tables.

    Attributes:
        population: Whom the table counts.
        year: The year.
        where: Dimension and category for each dimension that is not summed up, sorted.
    """

    population: str
    year: int
    where: tuple[tuple[str, str], ...]


class Line(NamedTuple):
    """What everybody knows to add up: ``whole`` is the sum of ``parts``."""

    whole: CellKey
    parts: tuple[CellKey, ...]


@attrs.frozen(kw_only=True)
class Layout:
    """What a table is about and how it is divided, without its numbers. German: Aufbau einer Tabelle.

    Attributes:
        name: Machine name, a slug, different for each table of one run.
        title: Title for people.
        counted: What is counted, as a noun.
        year: The year.
        edition: Which edition of the output the table is for.
        population: Whom the table counts. Tables of the same population and year share cells. Left out,
            everybody that is named by the same noun counts as the same persons.
        within: Dimension and category of another table of the same persons that this one is about alone:
            its total is that cell.
        dimensions: Up to three; none for a single number.
    """

    name: str
    title: Say
    counted: Noun
    year: int
    edition: str = ""
    population: str = ""
    within: tuple[tuple[str, str], ...] = ()
    dimensions: tuple[Dimension, ...] = ()

    def __attrs_post_init__(self) -> None:
        need_year(self.year)
        names = [dimension.name for dimension in self.dimensions]
        if len(names) > MOST_DIMENSIONS or len(set(names)) < len(names):
            raise ModelError(Message.of(texts.TOO_MANY, table=self.name))

    @property
    def whom(self) -> str:
        """Whom the table counts, in one word."""
        return self.population or self.counted.many.de

    def places(self) -> Iterator[Codes]:
        """Yield the codes of all cells, margins too, the last dimension running fastest."""
        return itertools.product(*([category.code for category in d.axis()] for d in self.dimensions))

    def key(self, *codes: str) -> CellKey:
        """Give the key of the cell with one code for each dimension.

        Raises:
            ModelError: There is no such cell.
        """
        if len(codes) != len(self.dimensions) or any(
            code not in {category.code for category in dimension.axis()}
            for code, dimension in zip(codes, self.dimensions, strict=True)
        ):
            raise ModelError(Message.of(texts.NO_CELL, table=self.name, codes=", ".join(codes)))
        return self.key_at(codes)

    def key_at(self, codes: Codes) -> CellKey:
        """Give the key of a cell that is known to be there."""
        pairs = zip((d.name for d in self.dimensions), codes, strict=True)
        where = (*self.within, *(pair for pair in pairs if pair[1] != TOTAL))
        return CellKey(self.whom, self.year, tuple(sorted(where)))

    def cell_keys(self) -> tuple[CellKey, ...]:
        """Give the keys of all cells in their order."""
        return tuple(self.key_at(codes) for codes in self.places())

    def unshown_totals(self) -> Iterator[Line]:
        """Yield the sums over dimensions without a total: another table may tell what they come to."""
        silent = [place for place, d in enumerate(self.dimensions) if d.total is None]
        for size in range(1, len(silent) + 1):
            for summed in itertools.combinations(silent, size):
                spans = [
                    [TOTAL] if place in summed else [c.code for c in d.axis()]
                    for place, d in enumerate(self.dimensions)
                ]
                for codes in itertools.product(*spans):
                    inner = [
                        [c.code for c in d.categories] if place in summed else [codes[place]]
                        for place, d in enumerate(self.dimensions)
                    ]
                    parts = tuple(self.key_at(at) for at in itertools.product(*inner))
                    yield Line(self.key_at(codes), parts)

    def lines(self) -> Iterator[Line]:
        """Yield what adds up: along each dimension each sub-total and the total."""
        for place, dimension in enumerate(self.dimensions):
            sums = [category.code for category in dimension.axis()[len(dimension.categories) :]]
            others = [
                [category.code for category in d.axis()] if d is not dimension else [""]
                for d in self.dimensions
            ]
            for codes in itertools.product(*others):
                at = [
                    self.key_at((*codes[:place], c.code, *codes[place + 1 :])) for c in dimension.categories
                ]
                of = dict(zip((c.code for c in dimension.categories), at, strict=True))
                for code in sums:
                    whole = self.key_at((*codes[:place], code, *codes[place + 1 :]))
                    yield Line(whole, tuple(of[part] for part in dimension.parts_of(code)))


@attrs.frozen(kw_only=True)
class CountTable(Layout):
    """A table of counts of persons as it is before protection (R-51). German: Tabelle von Personenzahlen.

    The numbers are as private as what they were counted from, and in no ``repr``.

    Attributes:
        counts: One number for each combination of categories, the last dimension running fastest, without
            margins: those are computed.

    Example:
        >>> from jmdmodel.phrases import Noun
        >>> from jmdmodel.privacy.counts import Category, Dimension
        >>> person = Noun("f", Say("Person", "person"), Say("Personen", "persons"))
        >>> age = Dimension(name="age", label=Say("Alter", "age"), categories=(
        ...     Category(code="minor", label=Say("unter 18", "under 18")),
        ...     Category(code="adult", label=Say("ab 18", "18 and over"))))
        >>> table = CountTable(name="demo", title=Say("Beispiel", "sample"), counted=person, year=2025,
        ...     dimensions=(age,), counts=(4, 9))
        >>> [table.count_at(codes) for codes in table.places()]
        [4, 9, 13]
    """

    counts: tuple[int, ...] = attrs.field(repr=False)

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        wanted = 1
        for dimension in self.dimensions:
            wanted *= len(dimension.categories)
        if len(self.counts) != wanted or any(type(n) is not int or n < 0 for n in self.counts):
            raise ModelError(Message.of(texts.BAD_COUNTS, table=self.name, wanted=wanted))

    @classmethod
    def of(cls, layout: Layout, counts: Mapping[Codes, int]) -> Self:
        """Make a table from counts by codes; what is not named counts as 0.

        Raises:
            ModelError: A combination of codes is none of the table.
        """
        places = list(itertools.product(*([c.code for c in d.categories] for d in layout.dimensions)))
        for codes in counts.keys() - set(places):
            raise ModelError(Message.of(texts.NO_CELL, table=layout.name, codes=", ".join(codes)))
        told = {field.name: getattr(layout, field.name) for field in attrs.fields(Layout)}
        return cls(**told, counts=tuple(counts.get(codes, 0) for codes in places))

    def count_at(self, codes: Codes) -> int:
        """Give the number of a cell, margins too."""
        spans = [d.parts_of(code) for d, code in zip(self.dimensions, codes, strict=True)]
        by_place = self._by_place()
        return sum(by_place[place] for place in itertools.product(*spans))

    def values(self) -> dict[CellKey, int]:
        """Give all numbers by the key of their cell, margins too."""
        by_place = self._by_place()
        found = {}
        for codes in self.places():
            spans = [d.parts_of(code) for d, code in zip(self.dimensions, codes, strict=True)]
            found[self.key_at(codes)] = sum(by_place[place] for place in itertools.product(*spans))
        return found

    def _by_place(self) -> dict[Codes, int]:
        places = itertools.product(*([c.code for c in d.categories] for d in self.dimensions))
        return dict(zip(places, self.counts, strict=True))

    def divided_by(self, dimensions: Mapping[str, Dimension | None]) -> CountTable:
        """Give the table with some dimensions coarser, or, where ``None`` is named, summed up altogether."""
        spans: list[dict[str, str]] = []
        kept: list[Dimension] = []
        for old in self.dimensions:
            new = dimensions.get(old.name, old)
            if new is None:
                spans.append({c.code: "" for c in old.categories})
                continue
            kept.append(new)
            spans.append(regrouped(old, new))
        sums: dict[Codes, int] = {}
        for codes, number in self._by_place().items():
            moved = [span[code] for span, code in zip(spans, codes, strict=True)]
            place = tuple(code for code in moved if code)
            sums[place] = sums.get(place, 0) + number
        layout = Layout(
            **{field.name: getattr(self, field.name) for field in attrs.fields(Layout)}
            | {"dimensions": tuple(kept)}
        )
        return CountTable.of(layout, sums)
