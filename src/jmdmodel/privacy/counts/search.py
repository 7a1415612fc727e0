"""Whole numbers that fit what is known: an exact search with propagation and a counted budget.

What an attacker knows of a table is a set of unknown whole numbers with bounds, sums that must come
out, and groups of which at least one is small. :func:`find` looks for numbers that fit. It starts from a
guess and repairs it, which is quick where an answer is near; it looks everywhere before it says that
there is none. Effort is counted in steps and not in time, so that every machine comes to the same answer.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence

import attrs

BIG = 10**12
"""Stands for no upper bound: more than all counts of a table together can be."""

Bound = tuple[int, int, int]
"""An unknown with its lowest and highest value in one question."""


class Nothing(enum.Enum):
    """Why a search gives no numbers."""

    NONE = "there are none"
    UNDECIDED = "the budget was used up"


class Budget:
    """Steps that are left; one step is one look at one sum."""

    __slots__ = ("left",)

    def __init__(self, steps: int) -> None:
        self.left = steps


@attrs.frozen
class Sum:
    """A sum that must come out: each unknown with its factor, and the result."""

    terms: tuple[tuple[int, int], ...]
    result: int


@attrs.frozen
class Problem:
    """What is known of some unknown whole numbers, counted from 0 on.

    Attributes:
        low: Lowest value of each.
        high: Highest value of each, :data:`BIG` where there is none.
        sums: What adds up.
        groups: Sets of unknowns, of each of which at least one is at most ``small``.
        small: The largest number that counts as small.
        settled: Whether the bounds are as narrow as single sums and groups tell.
    """

    low: tuple[int, ...]
    high: tuple[int, ...]
    sums: tuple[Sum, ...]
    groups: tuple[tuple[int, ...], ...] = ()
    small: int = 0
    settled: bool = False
    sums_of: tuple[tuple[tuple[int, int], ...], ...] = attrs.field(eq=False, repr=False)

    @sums_of.default
    def _find_sums(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        found: list[list[tuple[int, int]]] = [[] for _ in self.low]
        for place, known in enumerate(self.sums):
            for var, factor in known.terms:
                found[var].append((place, factor))
        return tuple(tuple(places) for places in found)

    def settle(self, budget: Budget, bounds: Iterable[Bound] = ()) -> Problem | None:
        """Give the problem with its bounds as narrow as single sums tell; ``None`` where nothing fits.

        Args:
            budget: The steps that may be used; where they are not enough, the bounds stay wider.
            bounds: What is known besides.
        """
        low, high = list(self.low), list(self.high)
        changed = set() if self.settled else set(range(len(self.sums)))
        for var, at_least, at_most in bounds:
            low[var], high[var] = max(low[var], at_least), min(high[var], at_most)
            changed.update(place for place, _ in self.sums_of[var])
        if not _propagate(self, low, high, changed, budget):
            return None
        return attrs.evolve(self, low=tuple(low), high=tuple(high), settled=budget.left > 0)

    def fits(self, values: Sequence[int]) -> bool:
        """Tell whether some numbers agree with all that is known."""
        return (
            all(low <= n <= high for low, n, high in zip(self.low, values, self.high, strict=True))
            and all(sum(f * values[v] for v, f in known.terms) == known.result for known in self.sums)
            and all(any(values[v] <= self.small for v in group) for group in self.groups)
        )


def find(
    problem: Problem, guess: Sequence[int], budget: Budget, bounds: Iterable[Bound] = ()
) -> tuple[int, ...] | Nothing:
    """Give numbers that fit, as near to a guess as the search comes across, or why there are none.

    Args:
        problem: What is known.
        guess: Where to start; need not fit.
        budget: The steps that may be used; what is used is taken off.
        bounds: Narrower bounds for some unknowns, for this question only.
    """
    low, high = list(problem.low), list(problem.high)
    changed: Iterable[int] = () if problem.settled else range(len(problem.sums))
    for var, at_least, at_most in bounds:
        low[var], high[var] = max(low[var], at_least), min(high[var], at_most)
        if problem.settled:
            changed = [*changed, *(place for place, _ in problem.sums_of[var])]
    waiting: list[tuple[list[int], list[int], Iterable[int]]] = [(low, high, changed)]
    while waiting:
        low, high, changed = waiting.pop()
        if budget.left <= 0:
            return Nothing.UNDECIDED
        if not _propagate(problem, low, high, changed, budget):
            continue
        if budget.left <= 0:
            return Nothing.UNDECIDED
        now = [min(max(n, low[var]), high[var]) for var, n in enumerate(guess)]
        choice = _choose(problem, low, high, now)
        if choice is None:
            return tuple(now)
        var, split, upwards = choice
        above = ([*low[:var], split, *low[var + 1 :]], high.copy(), [p for p, _ in problem.sums_of[var]])
        below = (low, [*high[:var], split - 1, *high[var + 1 :]], [p for p, _ in problem.sums_of[var]])
        waiting += [below, above] if upwards else [above, below]
    return Nothing.NONE


def _propagate(
    problem: Problem, low: list[int], high: list[int], changed: Iterable[int], budget: Budget
) -> bool:
    """Narrow bounds as far as single sums and groups tell; tell whether something may still fit."""
    if any(a > b for a, b in zip(low, high, strict=True)):
        return False
    queue = sorted(set(changed))
    queued = set(queue)
    while True:
        while queue:
            place = queue.pop()
            queued.discard(place)
            budget.left -= 1
            if budget.left <= 0:
                return True  # unfinished: the caller looks at the budget
            touched = _narrow(problem.sums[place], low, high)
            if touched is None:
                return False
            for var in touched:
                new = [other for other, _ in problem.sums_of[var] if other not in queued]
                queued.update(new)
                queue += new
        small = _the_last_small(problem, low, high)
        if small is None:
            return False
        queue = sorted({place for var in small for place, _ in problem.sums_of[var]})
        queued = set(queue)
        if not small:
            return True


def _the_last_small(problem: Problem, low: list[int], high: list[int]) -> list[int] | None:
    """Make small what alone of its group can be; give what changed, ``None`` where a group has none."""
    changed = []
    for group in problem.groups:
        may = [var for var in group if low[var] <= problem.small]
        if not may:
            return None
        if len(may) == 1 and high[may[0]] > problem.small:
            high[may[0]] = problem.small
            changed.append(may[0])
    return changed


def _narrow(known: Sum, low: list[int], high: list[int]) -> list[int] | None:
    """Narrow the bounds in one sum; give what changed, ``None`` where it cannot come out."""
    least = most = -known.result
    for var, factor in known.terms:
        if factor > 0:
            least += factor * low[var]
            most += factor * high[var]
        else:
            least += factor * high[var]
            most += factor * low[var]
    if least > 0 or most < 0:
        return None
    touched = []
    for var, factor in known.terms:
        room = high[var] - low[var]
        if not room:
            continue
        size = abs(factor)
        # The others of the sum leave this one to move from its cheap end by so much and no more.
        far, near = -least // size, most // size
        if far >= room and near >= room:
            continue
        old_low, old_high = low[var], high[var]
        if factor > 0:
            low[var], high[var] = max(old_low, old_high - near), min(old_high, old_low + far)
        else:
            low[var], high[var] = max(old_low, old_high - far), min(old_high, old_low + near)
        if low[var] > high[var]:
            return None
        touched.append(var)
        if factor > 0:
            least += factor * (low[var] - old_low)
            most += factor * (high[var] - old_high)
        else:
            least += factor * (high[var] - old_high)
            most += factor * (low[var] - old_low)
    return touched


def _choose(
    problem: Problem, low: list[int], high: list[int], now: list[int]
) -> tuple[int, int, bool] | None:
    """Give the unknown to divide, where, and which side first; ``None`` where the numbers fit already."""
    missing = [known.result - sum(f * now[v] for v, f in known.terms) for known in problem.sums]
    best: tuple[int, int, int] | None = None
    move = 0
    for place, lack in enumerate(missing):
        if not lack:
            continue
        options = []
        for var, factor in problem.sums[place].terms:
            up = (lack > 0) == (factor > 0)
            room = high[var] - now[var] if up else now[var] - low[var]
            if room:
                size = min(room, max(1, abs(lack) // abs(factor)))
                step = size if up else -size
                harm = sum(
                    abs(missing[other] - f * step) - abs(missing[other]) for other, f in problem.sums_of[var]
                )
                options.append((harm, var, step))
        if not options:
            continue  # cannot be: propagation would have found it
        harm, var, step = min(options)
        if best is None or (len(options), harm, var) < best:
            best, move = (len(options), harm, var), step
    if best is not None:
        var = best[2]
        return (var, now[var] + move, True) if move > 0 else (var, now[var] + move + 1, False)
    for group in problem.groups:
        if all(now[var] > problem.small for var in group):
            var = min((var for var in group if low[var] <= problem.small), key=lambda v: (now[v], v))
            return var, problem.small + 1, False
    return None
