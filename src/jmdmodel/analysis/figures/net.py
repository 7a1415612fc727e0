"""A network as the arithmetic needs it: who there is, and who is tied to whom."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import TypeAlias

import attrs

from jmdmodel.errors import ModelError

Weight: TypeAlias = int | Fraction
"""How much an arc weighs: an exact number above zero."""


@attrs.frozen(kw_only=True)
class Net:
    """An undirected network without weights, the same for any order of its nodes and ties (R-07).

    Made by :meth:`of`. Nodes are numbered from 0 in the order of their names. German: Netz.

    Attributes:
        nodes: The names, sorted.
        ties: The tied pairs as numbers, the smaller number first, each pair once, sorted.
        beside: For each node the numbers of those that it is tied to, sorted.

    Example:
        >>> Net.of(["b", "a", "c"], [("c", "a"), ("a", "c")])
        Net(nodes=('a', 'b', 'c'), ties=((0, 2),), beside=((2,), (), (0,)))
    """

    nodes: tuple[str, ...]
    ties: tuple[tuple[int, int], ...]
    beside: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, nodes: Iterable[str], ties: Iterable[tuple[str, str]]) -> Net:
        """Make a network from names; a pair that is told twice is one tie, a tie to oneself is none.

        Raises:
            ModelError: A tie leads to somebody who is no node.
        """
        names = tuple(sorted(set(nodes)))
        number = {name: index for index, name in enumerate(names)}
        pairs: set[tuple[int, int]] = set()
        for one, other in ties:
            first, second = _numbers(number, one, other)
            if first != second:
                pairs.add((first, second) if first < second else (second, first))
        beside: list[list[int]] = [[] for _ in names]
        for first, second in sorted(pairs):
            beside[first].append(second)
            beside[second].append(first)
        return cls(
            nodes=names, ties=tuple(sorted(pairs)), beside=tuple(tuple(sorted(near)) for near in beside)
        )

    def number_of(self, node: str) -> int:
        """Give the number of a node.

        Raises:
            ModelError: There is no such node.
        """
        if node not in self.nodes:
            raise ModelError("The network has no such node.")
        return self.nodes.index(node)

    def degrees(self) -> tuple[int, ...]:
        """Give for each node how many others it is tied to."""
        return tuple(map(len, self.beside))

    def arcs(self) -> Arcs:
        """Give the same network with an arc of weight 1 in each direction of a tie."""
        both = [pair for one, other in self.ties for pair in ((one, other), (other, one))]
        return Arcs(nodes=self.nodes, arcs=tuple((one, other, 1) for one, other in sorted(both)))


@attrs.frozen(kw_only=True)
class Arcs:
    """A directed network with weights, the same for any order of its nodes and arcs.

    Made by :meth:`of`, or from an undirected network by :meth:`Net.arcs`. German: gerichtetes Netz.

    Attributes:
        nodes: The names, sorted; the numbers in ``arcs`` count them from 0.
        arcs: From whom, to whom, and how much it weighs; each direction of a pair once, sorted.
    """

    nodes: tuple[str, ...]
    arcs: tuple[tuple[int, int, Weight], ...]

    @classmethod
    def of(
        cls, nodes: Iterable[str], arcs: Iterable[tuple[str, str, Weight]], *, directed: bool = True
    ) -> Arcs:
        """Make a network from names; weights of the same direction add up, an arc to oneself is none.

        Args:
            directed: Whether an arc leads one way; otherwise it counts in both directions.

        Raises:
            ModelError: An arc leads to somebody who is no node, or weighs nothing or less.
        """
        names = tuple(sorted(set(nodes)))
        number = {name: index for index, name in enumerate(names)}
        weights: dict[tuple[int, int], Weight] = {}
        for one, other, weight in arcs:
            if weight <= 0:
                raise ModelError("The weight of an arc must be above zero.")
            first, second = _numbers(number, one, other)
            ways = ((first, second),) if directed else ((first, second), (second, first))
            for way in ways:
                if first != second:
                    weights[way] = weights.get(way, 0) + weight
        return cls(nodes=names, arcs=tuple((*way, weights[way]) for way in sorted(weights)))


def _numbers(number: dict[str, int], one: str, other: str) -> tuple[int, int]:
    if one not in number or other not in number:
        raise ModelError("A tie leads to somebody who is no node of the network.")
    return number[one], number[other]
