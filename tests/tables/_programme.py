"""An attacker of its own: an integer programme that shares no code with the library's auditor.

It reads protected tables as a reader does, writes down what is known as equations with whole unknowns
and lets HiGHS (through SciPy) look for the smallest and the largest value of each hidden cell. Every
answer of the solver is put into the equations again, so that no rounding of it counts as a proof.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from jmdmodel.privacy.counts import CountTable, ProtectedTable, Stated

FAR = 4_000
"""Higher than any count of the tables that are tried here, as the limit of a number without one."""

Name = tuple[str, int, frozenset[tuple[str, str]]]


def name_of(table: Any, codes: Sequence[str]) -> Name:
    """Give what a cell counts: whom, when, and where it is not summed up."""
    named = {(d.name, code) for d, code in zip(table.dimensions, codes, strict=True) if code != "total"}
    return (table.population or table.counted.many.de, table.year, frozenset(named | set(table.within)))


def axes(table: Any) -> list[dict[str, list[str]]]:
    """Give for each dimension what stands in the table, and the categories that each is the sum of."""
    found = []
    for dimension in table.dimensions:
        leaves = [category.code for category in dimension.categories]
        axis = {code: [code] for code in leaves}
        for level in dimension.levels:
            if level.shown:
                axis |= {group.code: list(group.parts) for group in level.groups if len(group.parts) > 1}
        if dimension.total is not None:
            axis["total"] = leaves
        found.append(axis)
    return found


class Attack:
    """What a reader of some protected tables knows, as an integer programme."""

    def __init__(self, tables: Sequence[ProtectedTable], stated: Iterable[Stated] = ()) -> None:
        self.low: dict[Name, int] = {}
        self.high: dict[Name, int] = {}
        self.hidden: set[Name] = set()
        self.sums: list[tuple[dict[Name, int], int]] = []
        self.small = min(table.threshold for table in tables) - 1
        for table in tables:
            self._read(table)
        for told in stated:
            terms = {(k.population, k.year, frozenset(k.where)): f for f, k in told.terms}
            if all(name in self.low for name in terms):
                self.sums.append((terms, told.value))
        self._silent(tables)
        self._across(tables)
        self.open = sorted((n for n in self.low if self.low[n] < self.high[n]), key=repr)
        self.place = {name: number for number, name in enumerate(self.open)}

    def _read(self, table: ProtectedTable) -> None:
        axis = axes(table)
        shown = dict(zip(itertools.product(*axis), table.cells, strict=True))
        for codes, number in shown.items():
            name = name_of(table, codes)
            if number is None:
                low, high = 1, FAR
                self.hidden.add(name)
            elif table.mode == "round5":
                low, high = max(0, number - 2), number + 2
            else:
                low = high = number
            self.low[name] = max(low, self.low.get(name, 0))
            self.high[name] = min(high, self.high.get(name, FAR))
        for at, one in enumerate(axis):
            others = [list(other) if n != at else [""] for n, other in enumerate(axis)]
            for codes in itertools.product(*others):
                for whole, parts in one.items():
                    if parts != [whole]:
                        line = [
                            name_of(table, (*codes[:at], code, *codes[at + 1 :])) for code in (whole, *parts)
                        ]
                        self.sums.append(({line[0]: -1, **dict.fromkeys(line[1:], 1)}, 0))

    def _silent(self, tables: Sequence[ProtectedTable]) -> None:
        """Add sums that a table leaves out where another one tells what they come to."""
        for table in tables:
            silent = [n for n, d in enumerate(table.dimensions) if d.total is None]
            for summed in (s for n in range(len(silent)) for s in itertools.combinations(silent, n + 1)):
                spans = [["total"] if n in summed else list(one) for n, one in enumerate(axes(table))]
                for codes in itertools.product(*spans):
                    if (whole := name_of(table, codes)) in self.low:
                        inner = [
                            [c.code for c in d.categories] if n in summed else [codes[n]]
                            for n, d in enumerate(table.dimensions)
                        ]
                        parts = [name_of(table, place) for place in itertools.product(*inner)]
                        self.sums.append(({whole: -1, **dict.fromkeys(parts, 1)}, 0))

    def _across(self, tables: Sequence[ProtectedTable]) -> None:
        """Add what a finer table says of the categories of a coarser one."""
        for table in tables:
            for dimension in table.dimensions:
                for group in (group for level in dimension.levels for group in level.groups):
                    for name in list(self.low):
                        pair = (dimension.name, group.code)
                        if pair in name[2] and len(group.parts) > 1:
                            rest = name[2] - {pair}
                            parts = [(*name[:2], rest | {(dimension.name, part)}) for part in group.parts]
                            if all(part in self.low for part in parts):
                                self.sums.append(({name: -1, **dict.fromkeys(parts, 1)}, 0))

    def groups(self, rule: str) -> list[list[Name]]:
        """Give the sets of hidden cells of which somebody believes that one at least is small."""
        lines = [[n for n in terms if n in self.hidden and n in self.place] for terms, _ in self.sums]
        lines = [line for line in lines if line]
        if rule == "line":
            return lines
        if rule == "figures":
            return []
        parts = [set(line) for line in lines]
        merged: list[set[Name]] = []
        for part in parts:
            near = [other for other in merged if other & part]
            merged = [other for other in merged if not other & part] + [part.union(*near)]
        alone = [{n} for n in self.hidden if n in self.place and not any(n in other for other in merged)]
        return [sorted(group, key=repr) for group in merged + alone]

    def spans(
        self, ask: Iterable[Name], rule: str, own: Iterable[Name] = ()
    ) -> dict[Name, tuple[int, int]] | None:
        """Give the smallest and largest value found of each cell, ``None`` if the belief cannot be true.

        A cell is asked on its own until two values of it are known, or the solver has proved that there
        is no second one.
        """
        wanted = [name for name in ask if name in self.place]
        programme = self._programme(rule, set(own))
        seen: dict[Name, tuple[int, int]] = {}
        weights = [(-1) ** number * (1 + number % 3) for number in range(len(self.open))]
        for objective in (weights, [-w for w in weights]):
            found = self._solve(programme, objective)
            if found is None:
                return None
            self._note(seen, found)
        for name in wanted:
            for sign in (1, -1):
                if seen[name][0] == seen[name][1]:
                    objective = [0] * len(self.open)
                    objective[self.place[name]] = sign
                    found = self._solve(programme, objective)
                    assert found is not None, "what had an answer has one still"
                    self._note(seen, found)
        return {name: seen[name] for name in wanted}

    def _note(self, seen: dict[Name, tuple[int, int]], found: list[int]) -> None:
        for name, value in zip(self.open, found, strict=True):
            low, high = seen.get(name, (value, value))
            seen[name] = (min(low, value), max(high, value))

    def _programme(self, rule: str, own: set[Name]) -> dict[str, Any]:
        groups = self.groups(rule)
        count = len(self.open)
        flags = {name: count + n for n, name in enumerate(sorted({m for g in groups for m in g}, key=repr))}
        entries: list[tuple[int, int, int]] = []
        least: list[float] = []
        most: list[float] = []

        def row(terms: dict[int, int], low: float, high: float) -> None:
            entries.extend((len(least), column, factor) for column, factor in terms.items())
            least.append(low)
            most.append(high)

        for terms, value in self.sums:
            mine = {self.place[n]: f for n, f in terms.items() if n in self.place}
            if mine:
                rest = value - sum(f * self.low[n] for n, f in terms.items() if n not in self.place)
                row(mine, rest, rest)
        for name, flag in flags.items():  # a flag that is up says: this one is small
            row({self.place[name]: 1, flag: FAR}, -np.inf, self.small + FAR)
        for group in groups:
            row({flags[name]: 1 for name in group}, 1, np.inf)
        low = [1 if name in own else self.low[name] for name in self.open]
        high = [1 if name in own else self.high[name] for name in self.open]
        size = count + len(flags)
        rows, columns, factors = zip(*entries, strict=True) if entries else ((), (), ())
        matrix = coo_array((factors, (rows, columns)), shape=(len(least), size)).tocsr()
        return {
            "constraints": LinearConstraint(matrix, least, most) if entries else None,
            "bounds": Bounds([*low, *[0] * len(flags)], [*high, *[1] * len(flags)]),
            "integrality": np.ones(size),
            "groups": groups,
            "own": own,
        }

    def _solve(self, programme: dict[str, Any], objective: list[int]) -> list[int] | None:
        size = len(programme["integrality"])
        told = milp(
            [*objective, *[0] * (size - len(objective))],
            **{key: programme[key] for key in ("constraints", "bounds", "integrality")},
            options={"mip_rel_gap": 0},
        )
        if told.status == 2:
            return None
        assert told.status == 0, told.message
        values = [round(value) for value in told.x[: len(self.open)]]
        self._check(values, programme)
        return values

    def _check(self, values: list[int], programme: dict[str, Any]) -> None:
        """Put whole numbers into everything that is known."""
        at = dict(zip(self.open, values, strict=True))
        assert all(self.low[name] <= value <= self.high[name] for name, value in at.items())
        assert all(at[name] == 1 for name in programme["own"] if name in at)
        assert all(any(at[name] <= self.small for name in group) for group in programme["groups"])
        for terms, value in self.sums:
            assert sum(factor * at.get(name, self.low[name]) for name, factor in terms.items()) == value


def numbers(tables: Iterable[CountTable]) -> dict[Name, int]:
    """Give the true number of every cell, summed up from the inner ones."""
    found = {}
    for table in tables:
        leaves = itertools.product(*([c.code for c in d.categories] for d in table.dimensions))
        inner = dict(zip(leaves, table.counts, strict=True))
        for codes in itertools.product(*axes(table)):
            spans = [axis[code] for axis, code in zip(axes(table), codes, strict=True)]
            found[name_of(table, codes)] = sum(inner[place] for place in itertools.product(*spans))
    return found


def persons_alone(true: dict[Name, int], attack: Attack) -> list[set[Name]]:
    """Give for each person who is alone in some cell the cells in which that person is alone."""
    ones = {name for name, value in true.items() if value == 1}
    groups = [{name} for name in ones]
    for terms, _ in attack.sums:
        whole = next((name for name, factor in terms.items() if factor == -1), None)
        if whole in ones:
            near = [g for g in groups if g & (set(terms) & ones)]
            groups = [g for g in groups if g not in near] + [set().union(*near)]
    return groups


def recovered(
    shown: Sequence[ProtectedTable],
    counts: Sequence[CountTable],
    *,
    published: Sequence[ProtectedTable] = (),
    before: Sequence[CountTable] = (),
    stated: Sequence[Stated] = (),
    rules: Sequence[str] = ("line", "group"),
    members: bool = True,
) -> list[tuple[str, Name, int]]:
    """Give every cell whose only possible value somebody finds, with who that is and the value."""
    if not shown:
        return []
    attack = Attack([*shown, *published], stated)
    true = numbers([*before, *counts])
    told = [*shown, *published]
    mine = {name_of(table, codes) for table in told for codes in itertools.product(*axes(table))}
    ask = [name for name in attack.open if name in mine and true.get(name, 1) > 0]
    found = _strongest(attack, ask, rules, (), "stranger")
    for cells in persons_alone(true, attack) if members else []:
        own = [name for name in cells if name in attack.place]
        if own:
            found += _strongest(attack, [n for n in ask if n not in own], rules, own, "only member")
    return found


def _strongest(
    attack: Attack, ask: list[Name], rules: Sequence[str], own: Sequence[Name], who: str
) -> list[tuple[str, Name, int]]:
    """Ask with the strongest belief that the figures do not contradict; a weaker one tells less."""
    for rule in (*rules, "figures"):
        spans = attack.spans(ask, rule, own) if ask else {}
        if spans is not None:
            return [(f"{who}, {rule}", name, low) for name, (low, high) in spans.items() if low == high]
    raise AssertionError("the figures themselves have no answer")
