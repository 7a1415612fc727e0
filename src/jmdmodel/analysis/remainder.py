"""Rounding of shares so that they add up. No floats anywhere. German: Rundung nach größten Resten."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from jmdmodel.borders import need_count
from jmdmodel.errors import ModelError
from jmdmodel.messages import Message, Say

__all__ = [
    "largest_remainder",
]

_NO_PARTS = Say(
    de="Kein Teil darf negativ sein, und mindestens einer muss über null liegen.",
    en="Parts must not be negative, and at least one of them must be above zero.",
)


def largest_remainder(parts: Sequence[int], *, total: int = 100, decimals: int = 1) -> tuple[Fraction, ...]:
    """Divide a total in proportion to parts, rounded, so that the results add up to it exactly (R-35).

    Each part first gets its share cut off after the decimals asked for; the units of the last decimal
    that are left go, one each, to the parts that lost most by the cut. Of parts that lost the same the
    larger one comes first, of equal parts the earlier one. Every result is thus less than one unit
    away from its exact share, and a larger part never gets less than a smaller one.
    German: Verfahren der größten Reste (Hare/Niemeyer).

    Args:
        parts: Whole numbers from 0 on, at least one of them above 0.
        total: What the results add up to.
        decimals: Decimals of the results, from 0 on.

    Raises:
        ModelError: There is nothing to divide by, a part is negative, or total or decimals are no whole
            numbers from 0 on.

    Example:
        >>> [str(share) for share in largest_remainder([1, 1, 1], decimals=0)]
        ['34', '33', '33']
    """
    whole = sum(parts)
    if whole <= 0 or min(parts) < 0:
        raise ModelError(Message.of(_NO_PARTS))
    need_count(total, "total")
    need_count(decimals, "decimals")
    scale = 10**decimals
    cut = [divmod(part * total * scale, whole) for part in parts]
    units = [quotient for quotient, _ in cut]
    order = sorted(range(len(parts)), key=lambda index: (-cut[index][1], -parts[index], index))
    for index in order[: total * scale - sum(units)]:
        units[index] += 1
    return tuple(Fraction(unit, scale) for unit in units)
