"""How mixed a group is, and how far ties and sets reach across: Blau, IQV, E-I, Jaccard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence, Set
from fractions import Fraction

from jmdmodel.analysis.figures.net import Net
from jmdmodel.errors import ModelError


def blau(kinds: Iterable[Hashable]) -> Fraction | None:
    """Give how likely two draws from a group are of different kinds: 1 − Σ p², p the share of a kind.

    From 0, all of one kind, to 1 − 1/k with k kinds. ``None`` for nobody; 0 for one. Blau 1977.
    German: Blau-Index.

    Example:
        >>> blau(["school", "school", "office", "club"])
        Fraction(5, 8)
    """
    counts = Counter(kinds)
    total = counts.total()
    return 1 - Fraction(sum(count * count for count in counts.values()), total * total) if total else None


def iqv(kinds: Iterable[Hashable], k: int) -> Fraction | None:
    """Give the diversity as a share of what k kinds allow: Blau's index by 1 − 1/k.

    From 0 to 1, all k kinds equally often. ``None`` for nobody, and where there is but one kind to be
    of. Mueller and Schuessler 1961; Gibbs and Poston 1975. German: Index qualitativer Variation.

    Args:
        k: How many kinds there are to be of, from 1 on, whether or not somebody is of them.

    Raises:
        ModelError: There are more kinds among them than k, or k is below 1.

    Example:
        >>> iqv(["school", "office"], 2)
        Fraction(1, 1)
    """
    held = tuple(kinds)
    if k < max(1, len(set(held))):
        raise ModelError("There are more kinds in the group than the list has.")
    index = blau(held)
    return None if index is None or k == 1 else index * k / (k - 1)


def e_i_index(net: Net, groups: Sequence[Hashable]) -> Fraction | None:
    """Give how far ties lead out of the groups: (E − I)/(E + I), E ties across groups, I within one.

    From −1, all within, to 1, all across. ``None`` without a tie. Krackhardt and Stern 1988.
    German: E-I-Index.

    Args:
        groups: The group of each node, in the order of the nodes.
    """
    across = sum(groups[one] != groups[other] for one, other in net.ties)
    return Fraction(2 * across - len(net.ties), len(net.ties)) if net.ties else None


def jaccard(one: Set[Hashable], other: Set[Hashable]) -> Fraction | None:
    """Give what two sets have in common as a share of all that is in either.

    From 0 to 1, the same set. ``None`` where both are empty. Jaccard 1901. German: Jaccard-Index.

    Example:
        >>> jaccard(set("ABCDEFGH"), set("CDEFGHIJK"))
        Fraction(6, 11)
    """
    either = len(one | other)
    return Fraction(len(one & other), either) if either else None
