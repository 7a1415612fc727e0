"""The shape of a network: density, components, and those whose loss would part others."""

from __future__ import annotations

from fractions import Fraction

from jmdmodel.analysis.figures.net import Net


def density(net: Net) -> Fraction | None:
    """Give the ties as a share of all pairs: t / (n(n − 1)/2). ``None`` with fewer than two nodes.

    Example:
        >>> density(Net.of("abc", [("a", "b")]))
        Fraction(1, 3)
    """
    size = len(net.nodes)
    return Fraction(2 * len(net.ties), size * (size - 1)) if size > 1 else None


def components(net: Net) -> tuple[tuple[str, ...], ...]:
    """Give the parts of a network that no tie joins, by their first node; a node without ties is a part.

    Example:
        >>> components(Net.of("abc", [("a", "c")]))
        (('a', 'c'), ('b',))
    """
    seen = [False] * len(net.nodes)
    found = []
    for start in range(len(net.nodes)):
        if not seen[start]:
            seen[start] = True
            part = [start]
            for node in part:  # grows while it is walked through
                for other in net.beside[node]:
                    if not seen[other]:
                        seen[other] = True
                        part.append(other)
            found.append(tuple(net.nodes[node] for node in sorted(part)))
    return tuple(found)


def isolates(net: Net) -> tuple[str, ...]:
    """Give the nodes without any tie, by name."""
    return tuple(name for name, near in zip(net.nodes, net.beside, strict=True) if not near)


def cut_points(net: Net) -> tuple[str, ...]:
    """Give the nodes whose loss would part others that hang together now, by name.

    By a walk in depth that notes for each node how far back its branch reaches. Hopcroft and Tarjan
    1973. German: Gelenkpunkte.

    Example:
        >>> cut_points(Net.of("abc", [("a", "b"), ("b", "c")]))
        ('b',)
    """
    entered = [0] * len(net.nodes)
    found: set[int] = set()
    for root in range(len(net.nodes)):
        if not entered[root] and net.beside[root]:
            found |= _cuts_from(net, root, entered)
    return tuple(net.nodes[node] for node in sorted(found))


def _cuts_from(net: Net, root: int, entered: list[int]) -> set[int]:
    """Find the cut points of one part; ``entered`` holds when each node was met in its part, from 1 on."""
    found: set[int] = set()
    beside = net.beside
    back = {root: 1}
    entered[root] = 1
    path, waiting = [root], [iter(beside[root])]
    branches = 0
    while path:
        node = path[-1]
        for other in waiting[-1]:
            if not entered[other]:
                back[other] = entered[other] = len(back) + 1
                path.append(other)
                waiting.append(iter(beside[other]))
                break
            if entered[other] < back[node] and other != path[-2]:  # never of the root: nothing is earlier
                back[node] = entered[other]
        else:
            path.pop()
            waiting.pop()
            if not path:
                break
            above = path[-1]
            back[above] = min(back[above], back[node])
            if above == root:
                branches += 1
            elif back[node] >= entered[above]:
                found.add(above)
    return found | ({root} if branches > 1 else set())
