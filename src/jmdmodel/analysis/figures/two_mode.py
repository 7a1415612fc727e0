"""Networks of two sorts of nodes, such as partners and committees (Borgatti and Everett 1997).

Ties lead from one sort to the other only, so figures are measured by what is possible there. Nodes of
the sort that is named are the *first*, all others the second. German: bipartites Netz.
"""

from __future__ import annotations

from collections.abc import Set
from fractions import Fraction

from jmdmodel.analysis.figures.centrality import betweenness, distances_from
from jmdmodel.analysis.figures.net import Net
from jmdmodel.errors import ModelError


def two_mode_degree(net: Net, first: Set[str]) -> tuple[Fraction | None, ...]:
    """Give for each node its ties as a share of the nodes of the other sort; ``None`` if there are none.

    Raises:
        ModelError: A tie joins two nodes of the same sort.
    """
    sizes = _sizes(net, first)
    return tuple(
        Fraction(degree, other) if other else None
        for degree, (_, other) in zip(net.degrees(), sizes, strict=True)
    )


def two_mode_closeness(net: Net, first: Set[str]) -> tuple[Fraction | None, ...]:
    """Give for each node the least possible sum of distances by its own: (m + 2(n − 1)) / sum.

    n nodes are of its own sort, m of the other: at best all of these are one step away and the others
    two. Where not all can be reached, n and m are those that can, and the result is multiplied by the
    share of all other nodes that they are. ``None`` for a node that reaches nobody.

    Raises:
        ModelError: A tie joins two nodes of the same sort.
    """
    _sizes(net, first)
    found: list[Fraction | None] = []
    for node, name in enumerate(net.nodes):
        distances = distances_from(net, node)
        total = sum(distances.values())
        reached = len(distances) - 1
        own = sum((net.nodes[other] in first) == (name in first) for other in distances)
        least = (reached + 1 - own) + 2 * (own - 1)
        share = Fraction(reached, max(1, len(net.nodes) - 1))
        found.append(Fraction(least, total) * share if total else None)
    return tuple(found)


def two_mode_betweenness(net: Net, first: Set[str]) -> tuple[Fraction | None, ...]:
    """Give for each node its betweenness as a share of the most that a node of its sort can have.

    ``None`` where nobody of that sort can stand between two others.

    Raises:
        ModelError: A tie joins two nodes of the same sort.
    """
    sizes = _sizes(net, first)
    return tuple(
        value / most if (most := _most(*size)) else None
        for value, size in zip(betweenness(net), sizes, strict=True)
    )


def _most(own: int, other: int) -> Fraction:
    """Give the most betweenness of a node: it is tied to all of the other sort, its own kind hang on them."""
    if not other:
        return Fraction(0)
    each, rest = divmod(own - 1, other)
    return Fraction(
        other**2 * (each + 1) ** 2
        + other * (each + 1) * (2 * rest - each - 1)
        - rest * (2 * each - rest + 3),
        2,
    )


def _sizes(net: Net, first: Set[str]) -> tuple[tuple[int, int], ...]:
    """Give for each node how many are of its sort, itself included, and how many of the other."""
    if any((net.nodes[one] in first) == (net.nodes[other] in first) for one, other in net.ties):
        raise ModelError("In a network of two sorts a tie joins two nodes of the same sort.")
    ones = sum(name in first for name in net.nodes)
    others = len(net.nodes) - ones
    return tuple((ones, others) if name in first else (others, ones) for name in net.nodes)
