"""Burt's structural holes of any node, with weights and directions: effective size, efficiency, constraint.

``a`` is the weight from one node to another and back together. ``p`` is its share of all that the first
has with its neighbours, ``m`` is it beside the largest that the first has with anybody.
"""

from __future__ import annotations

from fractions import Fraction

from jmdmodel.analysis.figures.net import Arcs, Weight


def effective_sizes(arcs: Arcs) -> tuple[Fraction | None, ...]:
    """Give for each node the sum over its neighbours j of 1 − Σ p(i, q)·m(j, q), q being other neighbours.

    Without weights and directions this is n − 2t/n for n neighbours with t ties. ``None`` for a node
    without a neighbour. Burt 1992. German: effektive Größe.
    """
    joint = _joint(arcs)
    most = [max(near.values(), default=0) for near in joint]
    found: list[Fraction | None] = []
    for near in joint:
        size = Fraction(len(near))
        whole = sum(near.values())
        for middle, weight in near.items():
            size -= sum(
                Fraction(weight * joint[other][middle], whole * most[other])
                for other in near
                if middle in joint[other]
            )
        found.append(size if near else None)
    return tuple(found)


def efficiencies(arcs: Arcs) -> tuple[Fraction | None, ...]:
    """Give for each node its effective size by the number of its neighbours. Burt 1992. German: Effizienz."""
    numbers = [len(near) for near in _joint(arcs)]
    sizes = effective_sizes(arcs)
    return tuple(None if size is None else size / number for size, number in zip(sizes, numbers, strict=True))


def constraints(arcs: Arcs) -> tuple[Fraction | None, ...]:
    """Give for each node the sum over its neighbours j of (p(i, j) + Σ p(i, q)·p(q, j))².

    ``None`` for a node without a neighbour. Burt 1992. German: Einschränkung (constraint).
    """
    joint = _joint(arcs)
    share = [
        {other: Fraction(weight) / sum(near.values()) for other, weight in near.items()} for near in joint
    ]
    found: list[Fraction | None] = []
    for own in share:
        parts = [
            part + sum(first * share[middle].get(other, 0) for middle, first in own.items())
            for other, part in own.items()
        ]
        found.append(sum((part * part for part in parts), Fraction(0)) if own else None)
    return tuple(found)


def _joint(arcs: Arcs) -> list[dict[int, Weight]]:
    """Give for each node what it has with each neighbour, in both directions together."""
    joint: list[dict[int, Weight]] = [{} for _ in arcs.nodes]
    for one, other, weight in arcs.arcs:
        joint[one][other] = joint[one].get(other, 0) + weight
        joint[other][one] = joint[other].get(one, 0) + weight
    return joint
