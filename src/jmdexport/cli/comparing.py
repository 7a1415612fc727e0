"""``jmd diff``: what changed in the network between two years."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import click

from jmdexport.cli.common import (
    audience_of,
    audience_option,
    format_option,
    json_text,
    language_option,
    on_option,
    output_option,
    refuse,
    told,
    workspace_argument,
    write_out,
)
from jmdexport.cli.kinds import WholeNumber
from jmdexport.cli.reading import read
from jmdmodel.analysis.comparison import Comparison, compare
from jmdmodel.messages import Language, Message, Say, in_date
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience

_TITLE = Say(
    de="Netzwerkkarte {later} (Stand {later_day}) gegenüber {earlier} (Stand {earlier_day})",
    en="Network map {later} (as of {later_day}) compared with {earlier} (as of {earlier_day})",
)
_ONE_YEAR = Say(
    de="Anzugeben sind zwei Jahre oder gar keines; dann werden die beiden letzten Netzwerkkarten verglichen.",
    en="Give two years, or none at all to compare the last two network maps.",
)
_TOO_FEW = Say(
    de="Zum Vergleichen sind zwei Netzwerkkarten nötig; bis {on} enthält die Arbeitsmappe: {years}.",
    en="Two network maps are needed to compare; up to {on} the workspace has: {years}.",
)
_NONE = Say("keine", "none")


@click.command("diff")
@workspace_argument
@click.argument("earlier", type=WholeNumber(1900, 2199), required=False)
@click.argument("later", type=WholeNumber(1900, 2199), required=False)
@format_option(("text", "json"))
@output_option
@on_option
@language_option
@audience_option("internal", lowest=Audience.REPORT)
def diff_command(  # noqa: PLR0917 - click passes each option as an argument
    workspace: str,
    earlier: int | None,
    later: int | None,
    output_format: str,
    output: str | None,
    on: date,
    language: Language,
    audience: str,
    purpose: str | None,
    recipient: str | None,
) -> None:
    """Tell what changed in the network of WS between the maps of two years.

    Without years the last two maps are compared that are not after the reference date. The sentences
    always tell from the earlier year to the later one; the tables of --output-format json follow the
    order in which the years are given.

    Example: jmd diff workspace.yaml 2024 2025
    """
    with told(language):
        ceiling = audience_of(audience, purpose, recipient, language)
        view = redact(read(workspace).workspace, ceiling)
        if earlier is None or later is None:
            if earlier is not None:
                refuse(_ONE_YEAR, language)
            earlier, later = _last_two(view, on, language)
        found = compare(view, earlier, later)
        write_out(_FORMS[output_format](found, language), output)


def _last_two(view: Any, on: date, language: Language) -> tuple[int, int]:
    years = sorted(known.year for known in view.maps if known.as_of <= on)
    if len(years) < 2:
        named = tuple(str(year) for year in years) or _NONE
        refuse(Message.of(_TOO_FEW, on=on, years=named), language)
    return years[-2], years[-1]


def _text(found: Comparison, language: Language) -> str:
    told_as = found if found.earlier <= found.later else found.mirrored()
    title = _TITLE.in_(language).format(
        earlier=told_as.earlier,
        later=told_as.later,
        earlier_day=in_date(told_as.earlier_day, language),
        later_day=in_date(told_as.later_day, language),
    )
    return "\n".join([title, "", *(f"- {sentence}" for sentence in found.sentences(language))]) + "\n"


def _json(found: Comparison, language: Language) -> str:
    data = {
        "version": 1,
        "earlier": found.earlier,
        "later": found.later,
        "sentences": list(found.sentences(language)),
        "tables": {table.name: [_plain(row) for row in table.records()] for table in found.tables()},
    }
    return json_text(data)


def _plain(row: dict[str, str | int | Fraction | date | None]) -> dict[str, str | int | float | None]:
    """Give a row as JSON can hold it: days as ISO, exact numbers rounded to six decimals."""
    return {
        name: cell.isoformat()
        if isinstance(cell, date)
        else float(round(cell, 6))
        if isinstance(cell, Fraction)
        else cell
        for name, cell in row.items()
    }


_FORMS = {"text": _text, "json": _json}
