"""What follows from what an attacker knows: which cells are known, and the bounds of the others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import attrs

from jmdmodel.privacy.counts.knowledge import Piece, Rule
from jmdmodel.privacy.counts.search import BIG, Bound, Budget, Nothing, Problem, find
from jmdmodel.privacy.counts.tables import CellKey, Line

STEPS = 20_000
"""How many steps one question may take. A question not answered by then counts as a cell worked out."""

BELIEFS = (Rule.LINE, Rule.GROUP, Rule.FIGURES)
"""From the most an attacker may believe to the least."""


@attrs.frozen(kw_only=True)
class Extremes:
    """The smallest and the largest value that a cell can have.

    Attributes:
        low: The smallest, or the smallest that was found.
        high: The largest, or the largest that was found; ``None`` where there is no limit.
        decided: Whether the search came to its end within the budget.
    """

    low: int
    high: int | None
    decided: bool

    def __str__(self) -> str:
        return f"{self.low}…{'' if self.high is None else self.high}"


Pool = list[dict[CellKey, int]]
"""Numbers that were found to fit once, as far as they differ from a guess; often they fit again."""


def exposed(
    piece: Piece,
    guess: Sequence[int],
    *,
    ask: Collection[int],
    own: Sequence[Bound] = (),
    width: int = 1,
    steps: int = STEPS,
    pool: Pool | None = None,
    one: bool = False,
) -> frozenset[int]:
    """Give the unknowns of a piece whose largest and smallest value are less than a width apart.

    What somebody who believes more cannot tell, somebody who believes less cannot tell either, so the
    strongest belief that does not contradict itself is tried, and no other. Undecided counts as exposed.

    Args:
        piece: What is unknown.
        guess: A value of each, where the search starts; the true ones where they are known.
        ask: The unknowns that are asked for.
        own: What the attacker knows besides: cells with nobody in them but the attacker.
        width: How far apart both must be; 1 asks for cells that are known exactly.
        steps: Budget of each question.
        pool: Numbers that were found before; what is found is added.
        one: Whether one exposed unknown is enough to know.
    """
    if not ask:
        return frozenset()
    found = pool if pool is not None else []
    for rule in BELIEFS:
        problem = piece.problem(rule).settle(Budget(steps), own)
        if problem is None:
            continue
        known = [values for values in _again(piece, guess, found) if problem.fits(values)]
        first = known[0] if known else find(problem, guess, Budget(steps))
        if isinstance(first, tuple):
            return _narrower(
                _Search(piece, problem, guess, found, steps), [first, *known], ask, width, one=one
            )
        if first is Nothing.UNDECIDED:
            break
    return frozenset(ask)


def _again(piece: Piece, guess: Sequence[int], pool: Pool) -> Iterator[tuple[int, ...]]:
    """Yield the guess, and what was found before as far as it speaks of the unknowns of the piece alone."""
    yield tuple(guess)
    place = {key: var for var, key in enumerate(piece.keys)}
    for old in pool:
        if all(key in place for key in old):
            values = list(guess)
            for key, value in old.items():
                values[place[key]] = value
            yield tuple(values)


@attrs.frozen
class _Search:
    piece: Piece
    problem: Problem
    guess: Sequence[int]
    pool: Pool
    steps: int

    def find(self, start: Sequence[int], bound: Bound) -> tuple[int, ...] | Nothing:
        found = find(self.problem, start, Budget(self.steps), (bound,))
        if isinstance(found, tuple):
            pairs = zip(self.piece.keys, found, self.guess, strict=True)
            self.pool.append({key: value for key, value, guessed in pairs if value != guessed})
        return found


def _narrower(
    search: _Search, known: Sequence[tuple[int, ...]], ask: Collection[int], width: int, *, one: bool
) -> frozenset[int]:
    low = [min(values) for values in zip(*known, strict=True)]
    high = [max(values) for values in zip(*known, strict=True)]
    failed = set()
    for var in sorted(ask):
        for upwards in (True, False):
            if high[var] - low[var] >= width:
                break
            bound = (var, low[var] + width, BIG) if upwards else (var, 0, high[var] - width)
            other = search.find(known[0], bound)
            if isinstance(other, tuple):
                low = [min(pair) for pair in zip(low, other, strict=True)]
                high = [max(pair) for pair in zip(high, other, strict=True)]
        if high[var] - low[var] < width and width > 1:
            found = extremes(search.problem, known[0], var, steps=search.steps)
            high[var], low[var] = BIG if found.high is None else found.high, found.low
        if high[var] - low[var] < width:
            failed.add(var)
            if one:
                break
    return frozenset(failed)


def extremes(problem: Problem, fits: Sequence[int], var: int, *, steps: int = STEPS) -> Extremes:
    """Give the smallest and the largest value of one unknown, found by halving.

    Args:
        problem: What is known.
        fits: Numbers that fit.
        var: The unknown.
        steps: Budget of each question.
    """
    low, down = _end(problem, fits, var, steps, upwards=False)
    high, up = _end(problem, fits, var, steps, upwards=True)
    return Extremes(low=low, high=None if high >= BIG // 2 else high, decided=down and up)


def _end(problem: Problem, fits: Sequence[int], var: int, steps: int, *, upwards: bool) -> tuple[int, bool]:
    """Give the outermost value that is found on one side, and whether there is certainly none beyond."""
    reached, near, certain = fits[var], fits, True
    limit = problem.high[var] if upwards else problem.low[var]
    tried = limit
    while reached != limit:
        bound = (var, tried, BIG) if upwards else (var, 0, tried)
        found = find(problem, near, Budget(steps), (bound,))
        if isinstance(found, tuple):
            near, reached = found, found[var]
        else:
            certain = certain and found is Nothing.NONE
            limit = tried - 1 if upwards else tried + 1
        tried = (reached + limit + 1) // 2 if upwards else (reached + limit) // 2
    return reached, certain


def only_members(values: Mapping[CellKey, int], lines: Iterable[Line]) -> tuple[frozenset[CellKey], ...]:
    """Give for each person who is alone in a cell all cells in which that person is alone.

    Whoever is the only one in a total is also the only one in the part that is not empty.
    """
    alone = {key: key for key, value in values.items() if value == 1}

    def root(key: CellKey) -> CellKey:
        while alone[key] != key:
            key = alone[key]
        return key

    for line in lines:
        for part in line.parts if line.whole in alone else ():
            if part in alone:
                alone[root(part)] = root(line.whole)
    found: dict[CellKey, set[CellKey]] = {}
    for key in sorted(alone):
        found.setdefault(root(key), set()).add(key)
    return tuple(frozenset(found[head]) for head in sorted(found))
