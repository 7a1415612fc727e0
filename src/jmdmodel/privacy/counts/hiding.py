"""Which cells are hidden: the small ones, and as many others as it takes that none can be worked out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal

import attrs

from jmdmodel.privacy.counts.attack import STEPS, Pool, exposed, only_members
from jmdmodel.privacy.counts.knowledge import (
    Interval,
    Knowledge,
    Piece,
    Stated,
    fill,
    lines_between,
    meet,
    rounded_interval,
)
from jmdmodel.privacy.counts.search import BIG
from jmdmodel.privacy.counts.tables import CellKey, CountTable, Layout, Line

Mode = Literal["suppress", "round5"]
"""How counts are protected: small ones hidden with others, or all rounded to multiples of five."""

Insider = Literal["hidden", "small"]
"""What the only member of a cell may not work out: any other hidden cell, or any other small one."""


@attrs.frozen(kw_only=True)
class Terms:
    """How protection is asked for."""

    threshold: int = 3
    mode: Mode = "suppress"
    insider: Insider = "hidden"
    width: int = 1
    steps: int = STEPS


@attrs.frozen(kw_only=True)
class Public:
    """What earlier editions have told already: bounds, hidden cells, and the tables they stood in."""

    bounds: Mapping[CellKey, Interval]
    marked: frozenset[CellKey]
    layouts: tuple[Layout, ...]

    def tells(self, key: CellKey) -> bool:
        """Tell whether everybody knows the number already."""
        low, high = self.bounds.get(key, (0, BIG))
        return low == high


@attrs.frozen(kw_only=True)
class Case:
    """Tables that are protected together, with all that is needed to attack them.

    Attributes:
        terms: How protection is asked for.
        values: The true numbers of the cells.
        truth: These, and what follows from them for cells of earlier editions.
        lost: Cells that earlier editions give away by themselves: nothing can be done about them.
        lines: What adds up, in these tables and earlier ones.
        public: What earlier editions have told.
        stated: What was told beside the tables.
        alone: For each only member the cells with nobody else in them.
    """

    terms: Terms
    values: Mapping[CellKey, int] = attrs.field(repr=False)
    truth: Mapping[CellKey, int] = attrs.field(repr=False)
    lost: frozenset[CellKey] = frozenset()
    lines: tuple[Line, ...]
    public: Public
    stated: tuple[Stated, ...]
    alone: tuple[frozenset[CellKey], ...] = attrs.field(repr=False)

    @classmethod
    def of(cls, tables: Iterable[CountTable], public: Public, stated: Iterable[Stated], terms: Terms) -> Case:
        """Make the case of some tables."""
        held = list(tables)
        told = tuple(stated)
        lines = lines_between((*held, *public.layouts), told)
        values: dict[CellKey, int] = {}
        for table in held:
            values.update(table.values())
        truth = dict(values)
        for line in lines:
            if line.whole not in truth and all(part in truth for part in line.parts):
                truth[line.whole] = sum(truth[part] for part in line.parts)
        case = cls(
            terms=terms,
            values=values,
            truth=truth,
            lines=lines,
            public=public,
            stated=told,
            alone=only_members(truth, lines),
        )
        return attrs.evolve(case, lost=case._lost()) if public.bounds else case

    def _lost(self) -> frozenset[CellKey]:
        """Give the cells that can be worked out from earlier editions alone."""
        before = attrs.evolve(self, values={}, stated=(), lines=lines_between(self.public.layouts))
        return frozenset(before.weak(frozenset(), []))

    def small(self) -> frozenset[CellKey]:
        """Give the cells that have to be hidden: numbers below the threshold, other than zero."""
        return frozenset(key for key, value in self.values.items() if 0 < value < self.terms.threshold)

    def knowledge(self, hidden: Collection[CellKey]) -> Knowledge:
        """Give what is known when some cells are hidden, or all are rounded."""
        bounds = dict(self.public.bounds)
        for key, value in self.values.items():
            meet(bounds, key, shown_interval(value, self.terms.mode, hidden=key in hidden))
        fill(bounds, self.lines, self.stated)
        return Knowledge(
            bounds=bounds,
            marked=frozenset(hidden) | self.public.marked,
            lines=self.lines,
            stated=self.stated,
            small=self.terms.threshold - 1,
        )

    def weak(
        self, hidden: Collection[CellKey], pool: Pool, *, one: bool = False
    ) -> dict[CellKey, frozenset[CellKey]]:
        """Give the cells that can be worked out, each with the unknown cells that it hangs together with.

        Args:
            hidden: The cells that are hidden.
            pool: Numbers that were found before; what is found is added.
            one: Whether one such cell is enough to know.
        """
        found: dict[CellKey, frozenset[CellKey]] = {}
        for found_piece in self.knowledge(hidden).pieces():
            piece = found_piece.settled(self.terms.steps)
            weak = self._weak_in(piece, pool, one=one)
            found.update({piece.keys[var]: frozenset(piece.keys) for var in weak})
            if one and found:
                break
        return found

    def _weak_in(self, piece: Piece, pool: Pool, *, one: bool) -> frozenset[int]:
        """Give the cells of one piece that can be worked out, by anybody or by an only member."""
        terms = self.terms
        guess = [self.truth.get(key, low) for key, low in zip(piece.keys, piece.plain.low, strict=True)]
        ask = {var for var, key in enumerate(piece.keys) if self._matters(key)}
        found = set(exposed(piece, guess, ask=ask, width=terms.width, steps=terms.steps, pool=pool, one=one))
        for cells in self.alone:
            if one and found:
                break
            own = [(var, 1, 1) for var, key in enumerate(piece.keys) if key in cells]
            if own:
                others = ask - {var for var, _, _ in own} - found
                if terms.insider == "small":
                    others = {var for var in others if guess[var] < terms.threshold}
                found |= exposed(
                    piece,
                    guess,
                    ask=others,
                    own=own,
                    width=terms.width,
                    steps=terms.steps,
                    pool=pool,
                    one=one,
                )
        return frozenset(found)

    def _matters(self, key: CellKey) -> bool:
        """Tell whether a cell must not be worked out: it is one of these tables, or of an earlier edition."""
        if key in self.values:
            return self.values[key] > 0
        return key in self.public.bounds and key not in self.lost and self.truth.get(key, 1) > 0

    def pattern(self) -> frozenset[CellKey] | None:
        """Give the cells to hide, so that none can be worked out; ``None`` where hiding does not help.

        First the small cells and those that an earlier edition hides, then further ones beside each
        cell that can be worked out, then back again whatever is not needed.
        """
        kept = self.small() | {key for key in self.public.marked if self.values.get(key, 0)}
        may = {key for key, n in self.values.items() if n and key.where and not self.public.tells(key)} - kept
        beside = _beside(self.lines)
        hidden, pool = set(kept), Pool()
        while weak := self.weak(hidden, pool):
            more = self._more(weak, hidden, may - hidden, beside)
            if not more:
                return None
            hidden |= more
        for key in sorted(hidden - kept, key=lambda key: (len(key.where), -self.values[key], key)):
            if not self.weak(hidden - {key}, pool, one=True):
                hidden.discard(key)
        return frozenset(hidden)

    def _more(
        self,
        weak: Mapping[CellKey, frozenset[CellKey]],
        hidden: Collection[CellKey],
        may: Collection[CellKey],
        beside: Mapping[CellKey, Sequence[frozenset[CellKey]]],
    ) -> set[CellKey]:
        """Give further cells to hide: one on a line of each weak cell, if it has none yet."""
        chosen: set[CellKey] = set()
        for key in sorted(weak):
            if any(line & chosen for line in beside.get(key, ())):
                continue
            options = {other for line in beside.get(key, ()) for other in line if other in may}
            if not options:
                near = {line for other in weak[key] for line in beside.get(other, ())}
                options = {other for line in near for other in line if other in may}
            options -= chosen
            if options:
                chosen.add(min(options, key=lambda other: self._price(other, hidden, beside)))
        return chosen

    def _price(
        self,
        key: CellKey,
        hidden: Collection[CellKey],
        beside: Mapping[CellKey, Sequence[frozenset[CellKey]]],
    ) -> tuple[int, int, int, CellKey]:
        """Tell how much is lost by hiding a cell: lines to mend, then margins, then large numbers."""
        lonely = sum(1 for line in beside.get(key, ()) if not any(o in hidden for o in line if o != key))
        return lonely, -len(key.where), self.values[key], key


def shown_interval(value: int, mode: Mode, *, hidden: bool) -> Interval:
    """Give what a reader knows of a cell with a number."""
    if mode == "round5":
        return rounded_interval(rounded(value))
    return (1, BIG) if hidden and value else (value, value)


def rounded(value: int) -> int:
    """Give the multiple of five that is nearest.

    Example:
        >>> [rounded(n) for n in (0, 2, 3, 7, 8)]
        [0, 0, 5, 5, 10]
    """
    return (value + 2) // 5 * 5


def _beside(lines: Iterable[Line]) -> dict[CellKey, list[frozenset[CellKey]]]:
    """Give the lines that each cell stands in."""
    found: dict[CellKey, list[frozenset[CellKey]]] = {}
    for line in lines:
        cells = frozenset((line.whole, *line.parts))
        for key in cells:
            found.setdefault(key, []).append(cells)
    return found
