"""One cell of a flat table as a plain value, and as text, the same for all forms (R-35)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from jmdmodel.analysis.tables import Cell
from jmdmodel.flattening import exact_decimal
from jmdmodel.messages import Say
from jmdmodel.scales import Coded

Plain: TypeAlias = str | int | bool | date | Decimal | None
"""What a cell holds once codes are texts and exact numbers are decimals."""


def plain(cell: Cell) -> Plain:
    """Give a cell with codes as texts, several divided by a blank, and exact numbers as decimals.

    A number whose decimals never end stays exact as a text.

    Example:
        >>> plain(Fraction(1, 8)), plain(Fraction(1, 3)), plain(True)
        (Decimal('0.125'), '1/3', True)
    """
    if isinstance(cell, Fraction):
        text = exact_decimal(cell)
        return text if "/" in text else Decimal(text)
    if isinstance(cell, Coded):
        return cell.code
    if isinstance(cell, tuple):
        return " ".join(word.code for word in cell) or None
    return cell.de if isinstance(cell, Say) else cell


def as_text(value: Plain) -> str:
    """Give a plain value as programs read it: ISO days, a decimal point, ``true`` and ``false``."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return format(value, "f") if isinstance(value, Decimal) else str(value)
