"""Degree, closeness and betweenness of every node, and how far a network is centred on one (Freeman)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from jmdmodel.analysis.figures.net import Net


def degree_centrality(net: Net) -> tuple[Fraction | None, ...]:
    """Give for each node its ties as a share of the others: k / (n − 1). ``None`` where there is no other."""
    others = len(net.nodes) - 1
    return tuple(Fraction(degree, others) if others > 0 else None for degree in net.degrees())


def closeness(net: Net) -> tuple[Fraction | None, ...]:
    """Give for each node how near the others are: the number of others by the sum of the distances.

    Freeman 1979. Where not all can be reached it is counted for those that can, r of them, and
    multiplied by their share of all others, r²/((n − 1)·sum): Wasserman and Faust 1994. ``None`` for a
    node that reaches nobody. German: Nähe.
    """
    others = len(net.nodes) - 1
    found: list[Fraction | None] = []
    for node in range(len(net.nodes)):
        distances = distances_from(net, node)
        reached = len(distances) - 1
        total = sum(distances.values())
        found.append(Fraction(reached * reached, others * total) if total else None)
    return tuple(found)


def distances_from(net: Net, start: int) -> dict[int, int]:
    """Give the length of the shortest path to each node that can be reached, itself included."""
    distances = {start: 0}
    waiting = [start]
    for node in waiting:  # grows while it is walked through
        for other in net.beside[node]:
            if other not in distances:
                distances[other] = distances[node] + 1
                waiting.append(other)
    return distances


def betweenness(net: Net) -> tuple[Fraction, ...]:
    """Give for each node the shortest paths between two others that lead through it, as a number of pairs.

    A pair with several shortest paths counts in parts. Freeman 1977; found by the way of Brandes 2001,
    in exact fractions. German: Betweenness.
    """
    total = [Fraction(0)] * len(net.nodes)
    for start in range(len(net.nodes)):
        for node, part in _shares(net, start).items():
            if node != start:
                total[node] += part
    return tuple(pairs / 2 for pairs in total)


def _shares(net: Net, start: int) -> dict[int, Fraction]:
    """Give for each node what passes through it on the way from one node to all others."""
    distances = {start: 0}
    paths = {start: 1}
    before: dict[int, list[int]] = {start: []}
    waiting = [start]
    for node in waiting:  # grows while it is walked through
        for other in net.beside[node]:
            if other not in distances:
                distances[other] = distances[node] + 1
                paths[other], before[other] = 0, []
                waiting.append(other)
            if distances[other] == distances[node] + 1:
                paths[other] += paths[node]
                before[other].append(node)
    passing = dict.fromkeys(waiting, Fraction(0))
    for node in reversed(waiting):
        for earlier in before[node]:
            passing[earlier] += (1 + passing[node]) * Fraction(paths[earlier], paths[node])
    return passing


def betweenness_centrality(net: Net) -> tuple[Fraction | None, ...]:
    """Give betweenness as a share of the pairs of others, (n − 1)(n − 2)/2. ``None`` below three nodes."""
    size = len(net.nodes)
    pairs = (size - 1) * (size - 2) // 2
    return tuple(number / pairs if size > 2 else None for number in betweenness(net))


def degree_centralisation(net: Net) -> Fraction | None:
    """Give how far the ties run together in one node: the sum of (highest k − k) by (n − 1)(n − 2).

    From 0, all alike, to 1, a star. ``None`` with fewer than three nodes. Freeman 1979.
    German: Grad-Zentralisierung.
    """
    size = len(net.nodes)
    return _spread(net.degrees(), (size - 1) * (size - 2)) if size > 2 else None


def betweenness_centralisation(net: Net) -> Fraction | None:
    """Give how far the shortest paths run together: the sum of (highest b − b) by (n − 1)²(n − 2)/2.

    From 0 to 1, a star. ``None`` with fewer than three nodes. Freeman 1977.
    German: Betweenness-Zentralisierung.
    """
    size = len(net.nodes)
    return _spread(betweenness(net), Fraction((size - 1) ** 2 * (size - 2), 2)) if size > 2 else None


def closeness_centralisation(net: Net) -> Fraction | None:
    """Give how far one node is nearest to all: the sum of (highest c − c) by (n − 1)(n − 2)/(2n − 3).

    From 0 to 1, a star. ``None`` with fewer than three nodes, and where not every node can be reached
    from every other. Freeman 1979. German: Nähe-Zentralisierung.
    """
    size = len(net.nodes)
    if size < 3 or len(distances_from(net, 0)) < size:
        return None
    known = [value for value in closeness(net) if value is not None]
    return _spread(known, Fraction((size - 1) * (size - 2), 2 * size - 3))


def _spread(values: Sequence[int | Fraction], most: int | Fraction) -> Fraction:
    highest = max(values)
    return Fraction(sum(highest - value for value in values)) / most
