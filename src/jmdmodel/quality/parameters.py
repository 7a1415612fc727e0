"""Parameters of rules: small frozen classes whose fields tell their meaning and their limits."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import attrs

from jmdmodel.messages import Say

__all__ = ["DueYear", "NoParameters", "number", "words"]

HELP = "help"
MINIMUM = "minimum"
MAXIMUM = "maximum"
CHOICES = "choices"


def number(default: int, *, help: Say, minimum: int, maximum: int) -> Any:  # noqa: A002 - as in fields.about
    """Declare a whole-number parameter with its limits."""
    return attrs.field(
        default=default,
        validator=[
            attrs.validators.instance_of(int),
            attrs.validators.ge(minimum),
            attrs.validators.le(maximum),
        ],
        metadata={HELP: help, MINIMUM: minimum, MAXIMUM: maximum},
    )


def words(default: Iterable[str], *, help: Say) -> Any:  # noqa: A002 - as in fields.about
    """Declare a parameter that is a choice of words out of a closed list; the default is the whole list."""
    choices = tuple(default)
    return attrs.field(
        default=choices,
        converter=tuple,
        validator=attrs.validators.deep_iterable(attrs.validators.in_(choices)),
        metadata={HELP: help, CHOICES: choices},
    )


@attrs.frozen(kw_only=True)
class NoParameters:
    """The parameters of a rule that has none."""


@attrs.frozen(kw_only=True)
class DueYear:
    """Which year a yearly duty is asked for: the last one that is over, or the current one near its end.

    In January nobody has finished the work of the new year; a rule that asked for it would teach
    people to look away.
    """

    current_year_from_month: int = number(
        13,
        help=Say(
            de="Ab welchem Monat das laufende Jahr zählt (10 = ab Oktober); "
            "mit 13 zählt ein Jahr erst, wenn es vorbei ist.",
            en="From which month on the current year counts (10 = from October); "
            "with 13 a year counts only when it is over.",
        ),
        minimum=1,
        maximum=13,
    )

    def year(self, on: date) -> int:
        """Give the year that is asked for on a day.

        Example:
            >>> DueYear().year(date(2026, 1, 1)), DueYear(current_year_from_month=10).year(date(2026, 10, 1))
            (2025, 2026)
        """
        return on.year if on.month >= self.current_year_from_month else on.year - 1
