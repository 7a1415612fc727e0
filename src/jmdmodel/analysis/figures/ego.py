"""Figures of a service that has a tie to each of its partners, in closed form and exact.

All functions take the network of the *partners*: the service is no node of it, its ties go without
saying. So no shortest path has to be looked for: two partners are tied, or two steps apart. *n* is the
number of partners, *t* that of the ties among them, *k* that of the ties of one partner, *u* that of the
untied pairs, n(n − 1)/2 − t. The work grows with the ties and the pairs that have a partner in common.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from fractions import Fraction
from itertools import chain, combinations
from math import lcm

from jmdmodel.analysis.figures.brokerage import Roles
from jmdmodel.analysis.figures.net import Net


def untied_pairs(partners: Net) -> int:
    """Give how many pairs of partners are not tied to each other."""
    size = len(partners.nodes)
    return size * (size - 1) // 2 - len(partners.ties)


def effective_size(partners: Net) -> Fraction | None:
    """Give how many partners the service has without those who know each other anyway: n − 2t/n.

    From 1, where everybody is tied to everybody, to n, where nobody is. ``None`` without a partner; 1
    with one; with two 2, or 1 if they are tied. Burt 1992; in this form Borgatti 1997.
    German: effektive Größe.

    Example:
        >>> effective_size(Net.of("abc", [("a", "b")]))
        Fraction(7, 3)
    """
    size = len(partners.nodes)
    return size - Fraction(2 * len(partners.ties), size) if size else None


def efficiency(partners: Net) -> Fraction | None:
    """Give the effective size as a share of the partners: 1 − 2t/n².

    From 1/n to 1. ``None`` without a partner; 1 with one; with two 1, or 1/2 if they are tied.
    Burt 1992. German: Effizienz.
    """
    size = len(partners.nodes)
    return 1 - Fraction(2 * len(partners.ties), size * size) if size else None


def constraint(partners: Net) -> Fraction | None:
    """Give how far the service depends on partners who are tied to each other.

    For each partner 1 plus the sum of 1/(1 + k) over the partners tied to it, squared; the sum of these
    over n². From 1/n, where nobody is tied, to 9/8. ``None`` without a partner; 1 with one; with two
    1/2, or 9/8 if they are tied. Burt 1992. German: Einschränkung (constraint).

    Example:
        >>> constraint(Net.of("abc", [("a", "b")]))
        Fraction(11, 18)
    """
    size = len(partners.nodes)
    if not size:
        return None
    degrees = [len(near) + 1 for near in partners.beside]
    whole = lcm(*set(degrees))
    part = [whole // degree for degree in degrees].__getitem__
    total = sum([(whole + sum(map(part, near))) ** 2 for near in partners.beside])
    return Fraction(total, (size * whole) ** 2)


def _pairs(partners: Net) -> Counter[tuple[int, int]]:
    """Count for each pair with a partner in common how many they have in common."""
    return Counter(chain.from_iterable([combinations(near, 2) for near in partners.beside]))


def _through_service(partners: Net, tally: Counter[int], whole: int) -> Fraction:
    """Add up 1/(1 + c) over the untied pairs, told how many of them have c > 0 partners in common."""
    alone = untied_pairs(partners) - tally.total()
    return alone + Fraction(sum(pairs * (whole // (1 + count)) for count, pairs in tally.items()), whole)


def betweenness(partners: Net) -> Fraction:
    """Give the shortest paths between partners that lead through the service, as a number of pairs.

    An untied pair with c partners in common counts 1/(1 + c), as there are 1 + c shortest paths.
    From 0 to n(n − 1)/2. With none and with one partner there is no pair, so 0; with two 1, or 0 if they
    are tied. Freeman 1977. German: Betweenness.
    """
    common = _pairs(partners)
    for pair in partners.ties:
        common.pop(pair, None)
    tally = Counter(common.values())
    return _through_service(partners, tally, lcm(*(1 + count for count in tally)))


def betweenness_of_all(partners: Net) -> tuple[Fraction, tuple[Fraction, ...]]:
    """Give the betweenness of the service, and that of each partner in the order of the nodes.

    Between others a partner stands where both are tied to it and not to each other; with c partners in
    common such a pair counts 1/(1 + c), for each of these and for the service. Freeman 1977.
    German: Betweenness der Partner.
    """
    common = _pairs(partners)
    near = [frozenset(others) for others in partners.beside]
    closed = [pair for pair in partners.ties if common.pop(pair, 0)]
    tally = Counter(common.values())
    whole = lcm(2, *(1 + count for count in tally))
    half = whole // 2
    parts = [half * (len(others) * (len(others) - 1) // 2) for others in near]
    # As if every pair beside a partner were untied and had it alone in common; then what is too much:
    for one, other in closed:
        for middle in near[one] & near[other]:
            parts[middle] -= half
    for (one, other), count in common.items():
        if count > 1:
            for middle in near[one] & near[other]:
                parts[middle] -= half - whole // (1 + count)
    share = {part: Fraction(part, whole) for part in set(parts)}
    return _through_service(partners, tally, whole), tuple(share[part] for part in parts)


def betweenness_centralisation(partners: Net, *, known: Fraction | None = None) -> Fraction | None:
    """Give how far all paths run together in the service: ((n + 1)·b − u) / (n²(n − 1)/2).

    b is the betweenness of the service. No partner has more, since a path through a partner between two
    untied ones has its like through the service; and all betweenness together is u, one for each untied
    pair. From 0, where everybody is tied to everybody, to 1, where nobody is. ``None`` with fewer than two
    partners; with two 1, or 0 if they are tied. Freeman 1977. German: Betweenness-Zentralisierung.

    Args:
        known: The betweenness of the service, where it is known already.
    """
    size = len(partners.nodes)
    if size < 2:
        return None
    through = betweenness(partners) if known is None else known
    spread = (size + 1) * through - untied_pairs(partners)
    return spread / (size * size * (size - 1) // 2)


def service_roles(partners: Net, groups: Sequence[Hashable]) -> Roles:
    """Give between how many untied pairs of partners the service stands, by the groups of the two.

    The service is a group of its own. So it is a consultant between two of the same group and a liaison
    between two of different ones; it can be neither coordinator nor gatekeeper. Gould and Fernandez
    1989. German: Vermittlungsrollen des Dienstes.

    Args:
        groups: The group of each partner, in the order of the nodes.
    """
    same = sum(count * (count - 1) // 2 for count in Counter(groups).values())
    same -= sum(groups[one] == groups[other] for one, other in partners.ties)
    return Roles(consultant=same, liaison=untied_pairs(partners) - same)
