"""Who stands between two others that are not tied, and from which groups they are (Gould and Fernandez)."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import combinations

import attrs

from jmdmodel.analysis.figures.net import Arcs, Net


@attrs.frozen(kw_only=True)
class Roles:
    """How often somebody is a broker, by role: between two who are not tied to each other themselves.

    In a directed network a broker has an arc from the first and one to the second, and there is none
    from the first to the second. In an undirected one each pair is counted once; which of the two comes
    first means nothing there, so gatekeeper and representative are one role: it is counted under
    ``gatekeeper``, and ``representative`` is 0. Gould and Fernandez 1989. German: Vermittlungsrollen.

    Attributes:
        coordinator: All three are of one group.
        consultant: The two are of one group, the broker of another (itinerant broker).
        gatekeeper: The second is of the broker's group, the first of another.
        representative: The first is of the broker's group, the second of another.
        liaison: All three are of different groups.
    """

    coordinator: int = 0
    consultant: int = 0
    gatekeeper: int = 0
    representative: int = 0
    liaison: int = 0

    @property
    def total(self) -> int:
        """All pairs between which the broker stands."""
        return sum(attrs.astuple(self))


def role_of(first: Hashable, broker: Hashable, second: Hashable) -> str:
    """Give the role of a broker by the groups of the three: the name of a field of :class:`Roles`.

    Example:
        >>> role_of("school", "office", "school"), role_of("school", "office", "office")
        ('consultant', 'gatekeeper')
    """
    if first == second:
        return "coordinator" if broker == first else "consultant"
    if broker == second:
        return "gatekeeper"
    return "representative" if broker == first else "liaison"


def roles(net: Net, groups: Sequence[Hashable]) -> tuple[Roles, ...]:
    """Give the roles of each node of an undirected network; each pair of others is counted once.

    Args:
        groups: The group of each node, in the order of the nodes.
    """
    tied = frozenset(net.ties)
    found = []
    for broker, near in enumerate(net.beside):
        counts: dict[str, int] = {}
        for one, other in combinations(near, 2):
            if (one, other) not in tied:
                role = role_of(groups[one], groups[broker], groups[other])
                role = "gatekeeper" if role == "representative" else role
                counts[role] = counts.get(role, 0) + 1
        found.append(Roles(**counts))
    return tuple(found)


def directed_roles(arcs: Arcs, groups: Sequence[Hashable]) -> tuple[Roles, ...]:
    """Give the roles of each node of a directed network; weights play no part.

    Args:
        groups: The group of each node, in the order of the nodes.
    """
    out: list[set[int]] = [set() for _ in arcs.nodes]
    into: list[set[int]] = [set() for _ in arcs.nodes]
    for one, other, _ in arcs.arcs:
        out[one].add(other)
        into[other].add(one)
    found = []
    for broker, senders in enumerate(into):
        counts: dict[str, int] = {}
        for first in senders:
            for second in out[broker] - out[first] - {first}:
                role = role_of(groups[first], groups[broker], groups[second])
                counts[role] = counts.get(role, 0) + 1
        found.append(Roles(**counts))
    return tuple(found)
