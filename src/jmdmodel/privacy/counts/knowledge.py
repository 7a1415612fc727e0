"""What an attacker knows: bounds of each cell, what adds up, and the rule that cells were hidden by.

All tables of a run, earlier editions and stated sums go into one :class:`Knowledge`. It falls apart into
pieces that do not touch each other, and each piece is a :class:`~jmdmodel.privacy.counts.search.Problem`.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from jmdmodel.privacy.counts.dimensions import Dimension
from jmdmodel.privacy.counts.search import BIG, Budget, Problem, Sum
from jmdmodel.privacy.counts.tables import CellKey, Layout, Line

Interval = tuple[int, int]


class Rule(enum.Enum):
    """What an attacker believes of the way cells were hidden, from nothing to the most.

    Whoever believes more has fewer possibilities left. ``LINE`` need not be true: cells that are
    hidden to protect others may fill a line alone. Somebody may believe it nevertheless, so no cell
    may follow from it as long as it does not contradict itself. ``EACH`` is true only of tables in
    which small cells alone were hidden; it is for measuring how little that helps.
    """

    FIGURES = "figures"
    """Nothing but the figures and what adds up."""
    GROUP = "group"
    """In each group of hidden cells that hang together by sums, at least one is small."""
    LINE = "line"
    """In each line with hidden cells, a row for instance, at least one is small."""
    EACH = "each"
    """Each hidden cell is small."""


@attrs.frozen(kw_only=True)
class Stated:
    """A sum that was told beside the tables, in a sentence for instance: everybody knows it.

    A change between years is the number of the later year, less that of the earlier one. German: genannte
    Summe oder Veränderung.

    Attributes:
        terms: Factor and cell of each number.
        value: What they come to.
    """

    terms: tuple[tuple[int, CellKey], ...]
    value: int = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class Piece:
    """Unknown cells that hang together, as a problem of whole numbers.

    Attributes:
        keys: The cells, sorted; their place is their number in the problem.
        plain: What the figures say.
        groups: What believing a rule adds, for each rule.
    """

    keys: tuple[CellKey, ...]
    plain: Problem
    groups: Mapping[Rule, tuple[tuple[int, ...], ...]]

    def settled(self, steps: int) -> Piece:
        """Give the piece with bounds as narrow as single sums tell."""
        return attrs.evolve(self, plain=self.plain.settle(Budget(steps)) or self.plain)

    def problem(self, rule: Rule) -> Problem:
        """Give the problem of somebody who believes a rule."""
        if rule is Rule.EACH:
            marked = {var for group in self.groups[Rule.LINE] for var in group}
            marked |= {var for group in self.groups[Rule.GROUP] for var in group}
            high = tuple(
                min(high, self.plain.small) if var in marked else high
                for var, high in enumerate(self.plain.high)
            )
            return attrs.evolve(self.plain, high=high, settled=False)
        return attrs.evolve(self.plain, groups=self.groups.get(rule, ()))


@attrs.frozen(kw_only=True)
class Knowledge:
    """All that can be known of the cells of some tables.

    Attributes:
        bounds: Lowest and highest value of each cell.
        marked: The cells with the mark of hidden ones.
        lines: What adds up.
        stated: What was told beside the tables.
        small: The largest number that counts as small.
    """

    bounds: Mapping[CellKey, Interval]
    marked: frozenset[CellKey]
    lines: tuple[Line, ...]
    stated: tuple[Stated, ...]
    small: int

    def pieces(self) -> tuple[Piece, ...]:
        """Give what is unknown in pieces that do not touch each other."""
        open_cells = {key for key, (low, high) in self.bounds.items() if low < high}
        sums = [known for known in self._sums() if any(key in open_cells for _, key in known[0])]
        parent = {key: key for key in open_cells | self.marked}

        def root(key: CellKey) -> CellKey:
            while parent[key] != key:
                parent[key] = parent[parent[key]]
                key = parent[key]
            return key

        for terms, _ in sums:
            touched = [key for _, key in terms if key in parent]
            for key in touched[1:]:
                parent[root(key)] = root(touched[0])
        members: dict[CellKey, list[CellKey]] = {}
        for key in sorted(parent):
            members.setdefault(root(key), []).append(key)
        of_piece: dict[CellKey, list[tuple[tuple[tuple[int, CellKey], ...], int]]] = {}
        for known in sums:
            first = next(key for _, key in known[0] if key in open_cells)
            of_piece.setdefault(root(first), []).append(known)
        made = (self._piece(keys, of_piece.get(head, [])) for head, keys in members.items())
        return tuple(piece for piece in made if piece.keys)

    def _sums(self) -> Iterator[tuple[tuple[tuple[int, CellKey], ...], int]]:
        for line in self.lines:
            yield ((-1, line.whole), *((1, part) for part in line.parts)), 0
        for told in self.stated:
            yield told.terms, told.value

    def _piece(
        self, keys: Sequence[CellKey], sums: Iterable[tuple[tuple[tuple[int, CellKey], ...], int]]
    ) -> Piece:
        place = {
            key: number
            for number, key in enumerate(key for key in keys if self.bounds[key][0] < self.bounds[key][1])
        }
        made: dict[Sum, None] = {}
        line_groups: dict[tuple[int, ...], None] = {}
        for terms, value in sums:
            open_terms = tuple((place[key], factor) for factor, key in terms if key in place)
            rest = value - sum(factor * self.bounds[key][0] for factor, key in terms if key not in place)
            made[Sum(open_terms, rest)] = None
            group = self._group([key for _, key in terms], place)
            if group:
                line_groups[group] = None
        whole = self._group(keys, place)
        return Piece(
            keys=tuple(place),
            plain=Problem(
                low=tuple(self.bounds[key][0] for key in place),
                high=tuple(self.bounds[key][1] for key in place),
                sums=tuple(made),
                small=self.small,
            ),
            groups={
                Rule.LINE: (*line_groups, *([whole] if whole else [])),
                Rule.GROUP: (whole,) if whole else (),
            },
        )

    def _group(self, keys: Iterable[CellKey], place: Mapping[CellKey, int]) -> tuple[int, ...]:
        """Give the marked cells of which one must be small; none where a small one is known already."""
        marked = [key for key in keys if key in self.marked]
        if any(key not in place and 0 < self.bounds[key][0] <= self.small for key in marked):
            return ()
        return tuple(sorted(place[key] for key in marked if key in place))


def lines_between(layouts: Iterable[Layout], stated: Iterable[Stated] = ()) -> tuple[Line, ...]:
    """Give what adds up within tables, and between those that are divided more and less finely.

    A sum that one table does not show counts as soon as another one, or something stated, tells it.
    """
    all_layouts = list(layouts)
    found: dict[Line, None] = {}
    there: dict[CellKey, None] = {key: None for told in stated for _, key in told.terms}
    for layout in all_layouts:
        there.update(dict.fromkeys(layout.cell_keys()))
        found.update(dict.fromkeys(layout.lines()))
    for layout in all_layouts:
        found.update({line: None for line in layout.unshown_totals() if line.whole in there})
    joined: dict[tuple[str, str], set[tuple[str, ...]]] = {}
    for layout in all_layouts:
        for dimension in layout.dimensions:
            for code, parts in _joined(dimension):
                joined.setdefault((dimension.name, code), set()).add(parts)
    for key in list(there):
        for pair in key.where:
            for parts in sorted(joined.get(pair, ())):
                finer = tuple(_moved(key, pair, part) for part in parts)
                if any(part in there for part in finer):
                    found[Line(key, finer)] = None
    return tuple(found)


def _joined(dimension: Dimension) -> Iterator[tuple[str, tuple[str, ...]]]:
    for level in dimension.levels:
        for group in level.groups:
            if len(group.parts) > 1:
                yield group.code, group.parts


def _moved(key: CellKey, pair: tuple[str, str], code: str) -> CellKey:
    where = ((pair[0], code) if one == pair else one for one in key.where)
    return key._replace(where=tuple(sorted(where)))


def fill(bounds: dict[CellKey, Interval], lines: Iterable[Line], stated: Iterable[Stated]) -> None:
    """Add cells that sums speak of and no table shows: of them nothing is known but that they count."""
    for line in lines:
        for key in (line.whole, *line.parts):
            bounds.setdefault(key, (0, BIG))
    for told in stated:
        for _, key in told.terms:
            bounds.setdefault(key, (0, BIG))


def rounded_interval(shown: int) -> Interval:
    """Give what a number may have been before it was rounded to the nearest multiple of five."""
    return max(0, shown - 2), shown + 2


def meet(known: dict[CellKey, Interval], key: CellKey, more: Interval) -> bool:
    """Add to what is known of a cell; tell whether both can be true."""
    low, high = known.get(key, (0, BIG))
    known[key] = max(low, more[0]), min(high, more[1])
    return known[key][0] <= known[key][1]
