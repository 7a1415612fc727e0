"""What the makers of the charts share: options, the day that counts, series, names and numbers in words."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import attrs

from jmdexport.builtin._pictures import PageOptions
from jmdexport.builtin._report_words import Talk
from jmdexport.documents.escaping import shown
from jmdexport.drawing.palette import group_style
from jmdexport.drawing.plan import PAGES, MapGroup
from jmdexport.options import option
from jmdmodel.messages import Message, Say, in_date, in_percent
from jmdmodel.phrases import capital
from jmdmodel.workspace import Workspace

CHARTS = ("shares", "needs", "barriers", "contributions")
"""The charts by name, in the order in which they are made."""

_DAY = Say("Stand {day}", "as of {day}")
_BLUE, _RUST, _GREEN, _GREY = 0, 1, 2, 7
"""Places in the list of styles; they differ in hatch as well as in colour."""


@attrs.frozen(kw_only=True)
class ChartOptions(PageOptions):
    """Which charts, page, years and resolution."""

    chart: str = option(
        Say(
            "Welches Diagramm: Arbeitsanteile, Bedarfe und Angebote, Zugangsbarrieren, Beiträge in Gremien,"
            " oder alle.",
            "Which chart: shares of work, needs and offers, access barriers, contributions to committees,"
            " or all.",
        ),
        default="all",
        choices=("all", *CHARTS),
    )
    years: int = option(
        Say(
            "Wie viele Jahre die Arbeitsanteile höchstens zeigen, das gefragte ist das letzte.",
            "How many years the shares of work show at most, the one asked for being the last.",
        ),
        default=5,
        minimum=1,
        maximum=12,
    )


@attrs.frozen(kw_only=True)
class Asked:
    """What a chart is made from: the view, the year, the day that counts, options, language."""

    view: Workspace
    year: int
    day: date
    options: ChartOptions
    talk: Talk

    @property
    def page(self) -> tuple[float, float]:
        """Width and height of the page."""
        return PAGES[self.options.page, self.options.orientation]

    def stand(self) -> str:
        """Give service and day, for the line below the title."""
        told = Message.of(_DAY, day=in_date(self.day, self.talk.language)).in_(self.talk.language)
        return f"{shown(self.view.service.name)} · {told}"

    def sentences(self, messages: tuple[Message, ...]) -> tuple[str, ...]:
        """Put messages into sentences."""
        return tuple(capital(message.in_(self.talk.language)) for message in messages)


def day_in(year: int, as_of: date) -> date:
    """Give the day that a chart of a year shows: its last, or today in a year that is not over.

    Of a year that has not begun it is the first day: nothing of it is known yet.
    """
    return max(date(year, 1, 1), min(as_of, date(year, 12, 31)))


def series(code: str, label: str, place: int) -> MapGroup:
    """Give a series of bars in the style of a place."""
    fill, shape, hatch = group_style(place)
    return MapGroup(code=code, label=label, shape=shape, fill=fill, hatch=hatch)


def percent(value: Fraction, talk: Talk) -> str:
    """Give per cent with one decimal, or as many as it was declared with, up to four."""
    decimals = next((d for d in range(1, 4) if (value * 10**d).denominator == 1), 4)
    return in_percent(value / 100, talk.language, decimals=decimals)


DECLARED, RECORDED = "declared", "recorded"
BEFORE, AFTER = "before", "after"
PLACES = {DECLARED: _RUST, RECORDED: _BLUE, BEFORE: _GREY, AFTER: _BLUE, "contributions": _GREEN}
