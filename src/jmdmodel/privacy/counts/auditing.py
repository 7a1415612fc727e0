"""The auditor: tries to work protected tables back, as a stranger, knowing the rule, as a member."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from jmdmodel.privacy.counts.attack import STEPS, Extremes, extremes, only_members
from jmdmodel.privacy.counts.hiding import Insider
from jmdmodel.privacy.counts.knowledge import Knowledge, Piece, Rule, Stated, fill, lines_between, meet
from jmdmodel.privacy.counts.protected import ProtectedTable
from jmdmodel.privacy.counts.protecting import interval_of, public_of
from jmdmodel.privacy.counts.search import Bound, Budget, Nothing, find
from jmdmodel.privacy.counts.tables import CellKey, CountTable, Line


@attrs.frozen(kw_only=True)
class Attempt:
    """What one attacker finds out about one hidden cell. German: Angriffsversuch.

    Attributes:
        cell: The cell.
        rule: What the attacker believes of the rule.
        member: Whether the attacker is the only member of another cell.
        found: Smallest and largest possible value; ``None`` where the search for any value at all was
            not decided within the budget.
    """

    cell: CellKey
    rule: Rule
    member: bool
    found: Extremes | None

    @property
    def decided(self) -> bool:
        """Whether the search came to its end within the budget."""
        return self.found is not None and self.found.decided

    @property
    def is_zero(self) -> bool:
        """Whether it is certain that the cell is empty; rounding may leave that open, but it is no secret."""
        return self.decided and self.found is not None and self.found.high == 0

    def apart(self, width: int) -> bool:
        """Tell whether smallest and largest value are certainly at least so far apart."""
        return self.found is not None and (
            self.found.high is None or self.found.high - self.found.low >= width
        )


@attrs.frozen(kw_only=True)
class Audit:
    """What attackers find out about the hidden cells of some tables (R-51). German: Prüfung des Schutzes.

    Attributes:
        attempts: Each attacker's try at each hidden cell.
        width: How far apart the smallest and the largest possible value have to be at least.
    """

    attempts: tuple[Attempt, ...]
    width: int = 1

    @property
    def failed(self) -> tuple[Attempt, ...]:
        """The tries that came too near: the value is known, or it could not be decided that it is not."""
        return tuple(one for one in self.attempts if not (one.apart(self.width) or one.is_zero))

    @property
    def recoverable(self) -> frozenset[CellKey]:
        """The cells that somebody can work out, or that may be so as far as is decided."""
        return frozenset(one.cell for one in self.failed)

    @property
    def safe(self) -> bool:
        """Whether no attacker comes too near to any hidden cell."""
        return not self.failed

    def bounds(self, cell: CellKey, rule: Rule = Rule.FIGURES) -> Extremes | None:
        """Give what somebody who is no member finds out about a cell; ``None`` where nothing was tried."""
        return next(
            (o.found for o in self.attempts if o.cell == cell and o.rule is rule and not o.member), None
        )


def audit(
    tables: Iterable[ProtectedTable],
    *,
    counts: Iterable[CountTable] = (),
    published: Iterable[ProtectedTable] = (),
    stated: Iterable[Stated] = (),
    rules: Sequence[Rule] = (Rule.FIGURES, Rule.GROUP, Rule.LINE),
    insider: Insider = "hidden",
    width: int = 1,
    steps: int = STEPS,
) -> Audit:
    """Try to work protected tables back, and tell how far one comes (R-51).

    The attacker knows all tables with their sums, earlier editions, the threshold, that a hidden number
    is at least 1, and what was stated beside them; and, with ``rules``, that among hidden numbers that
    hang together or stand in one line at least one is small. A belief that contradicts the figures is
    left out: it tells nothing. With ``counts`` also each person who is alone in a cell is an attacker.
    Smallest and largest values are exact whole numbers where ``decided`` of :class:`Attempt` says so, and
    otherwise the outermost that were found; a cell of which no two values were found within the budget
    counts as failed. German: Angriff auf geschützte Tabellen.

    Args:
        tables: The tables as they are shown.
        counts: The true numbers, for attacks by only members; may be divided more finely than what is shown.
        published: Protected tables of earlier editions; what they hide must not come out now either.
        stated: What is told beside the tables.
        rules: What attackers believe.
        insider: What only members may not work out.
        width: How far apart smallest and largest value must be.
        steps: Budget of each question.
    """
    held = tuple(tables)
    old = tuple(published)
    known = _known(held, old, tuple(stated))
    values, lines = _true(tuple(counts), (*held, *old))
    alone = only_members(values, lines)
    shown = {key for table in (*held, *old) for key in table.cell_keys()}
    attempts: list[Attempt] = []
    small = known.small
    for found in known.pieces():
        piece = found.settled(steps)
        ask = [var for var, key in enumerate(piece.keys) if key in shown and values.get(key, 1)]
        for rule in rules:
            attempts += _attempts(piece, rule, ask, (), steps)
        for cells in alone:
            own = tuple((var, 1, 1) for var, key in enumerate(piece.keys) if key in cells)
            others = [
                var
                for var in ask
                if all(var != mine for mine, _, _ in own)
                and (insider == "hidden" or values.get(piece.keys[var], 0) <= small)
            ]
            for rule in rules if own and others else ():
                attempts += _attempts(piece, rule, others, own, steps)
    return Audit(attempts=tuple(attempts), width=max(1, width))


def _true(
    counts: Sequence[CountTable], shown: Sequence[ProtectedTable]
) -> tuple[dict[CellKey, int], tuple[Line, ...]]:
    """Give the true numbers, those of coarser divisions too, and what adds up."""
    lines = lines_between((*counts, *shown))
    values: dict[CellKey, int] = {}
    for table in counts:
        values.update(table.values())
    for line in lines:
        if line.whole not in values and all(part in values for part in line.parts):
            values[line.whole] = sum(values[part] for part in line.parts)
    return values, lines


def _known(
    tables: Sequence[ProtectedTable], published: Sequence[ProtectedTable], stated: tuple[Stated, ...]
) -> Knowledge:
    public = public_of(published)
    bounds = dict(public.bounds)
    marked = set(public.marked)
    for table in tables:
        for key, cell in zip(table.cell_keys(), table.cells, strict=True):
            meet(bounds, key, interval_of(cell, table.mode))
            if cell is None:
                marked.add(key)
    lines = lines_between((*tables, *public.layouts), stated)
    fill(bounds, lines, stated)
    return Knowledge(
        bounds=bounds,
        marked=frozenset(marked),
        lines=lines,
        stated=stated,
        small=min((table.threshold for table in tables), default=3) - 1,
    )


def _attempts(
    piece: Piece, rule: Rule, ask: Sequence[int], own: tuple[Bound, ...], steps: int
) -> Iterator[Attempt]:
    problem = piece.problem(rule).settle(Budget(steps), own)
    first = Nothing.NONE if problem is None else find(problem, problem.low, Budget(steps))
    if problem is None or first is Nothing.NONE:
        return  # the belief contradicts the figures, and whoever held it has to give it up
    for var in ask:
        found = None if isinstance(first, Nothing) else extremes(problem, first, var, steps=steps)
        yield Attempt(cell=piece.keys[var], rule=rule, member=bool(own), found=found)
