"""The exporter ``impuls-csv``: working time and activities of a year in the style of i-mpuls (R-35).

The import format of the real software is not public. This format is ours, with a name and a version of its
own; it claims no compatibility.

How many people were reached stands in none of these files. Such numbers are about young people; they may
leave the house only in tables that are protected against working back small counts, and these files are
not protected.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import attrs

from jmdexport.builtin._impuls_cells import DIALECTS, MISSING, Dialect, number_cell, table_bytes, text_cell
from jmdexport.builtin._impuls_columns import (
    FILES,
    FORMAT,
    FORMAT_VERSION,
    MONTHS,
    PACKAGE,
    WORK_TIME,
    File,
    described,
)
from jmdexport.builtin._impuls_read import ImpulsData, ImpulsFault, read_impuls
from jmdexport.options import option
from jmdexport.records import Artifact, Exporter, ExportRequest, Medium
from jmdmodel.analysis.remainder import largest_remainder
from jmdmodel.analysis.shares import WorkShares, work_shares
from jmdmodel.analysis.work_time import work_time
from jmdmodel.messages import Message, Say
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import FRAMEWORK

__all__ = ["EXPORTER", "ImpulsData", "ImpulsFault", "ImpulsOptions", "read_impuls", "render"]

_TITLE = Say(
    de="Strukturdaten {year} im Stil von i-mpuls", en="Structural data {year} in the style of i-mpuls"
)
_DESCRIPTION = Say(
    de="Arbeitszeit und Tätigkeiten des Dienstes „{service}“ im Jahr {year}, nach {framework}. Ein eigenes "
    "Format, kein Importformat der Software i-mpuls. Tabellenprogramme öffnen die Dateien am sichersten über "
    "den Textimport, alle Spalten mit Text als Typ „Text“.",
    en='Working time and activities of the service "{service}" in {year}, after the {framework}. A format of '
    "its own, not the import format of the software i-mpuls. Spreadsheets open the files most safely through "
    'their text import, all columns that hold text typed as "text".',
)
_DECLARED = Say(
    de="Für {year} sind keine Arbeitszeiten erfasst; die Anteile hat das Team angegeben.",
    en="For {year} no working time is recorded; the shares are those that the team declared.",
)
_NOT_WHOLE = Say(
    de="Die angegebenen Anteile ergeben zusammen {sum} und nicht 100 Prozent; sie stehen hier unverändert.",
    en="The declared shares add up to {sum} and not to 100 per cent; they stand here unchanged.",
)
_ALL_DECIMALS = Say(
    de="Damit sie unverändert bleiben, haben sie mehr Nachkommastellen als verlangt: {n}.",
    en="To leave them unchanged they have more decimals than asked for: {n}.",
)
_MOST_DECIMALS = 6


@attrs.frozen(kw_only=True)
class ImpulsOptions:
    """The options of ``impuls-csv``."""

    dialect: str = option(
        Say(
            "„office“ für Tabellenprogramme (Semikolon, Dezimalkomma), „data“ für Programme (Komma, Punkt).",
            '"office" for spreadsheets (semicolon, decimal comma), "data" for programs (comma, point).',
        ),
        default="office",
        choices=tuple(DIALECTS),
    )
    decimals: int = option(
        Say("Nachkommastellen der Anteile.", "Decimals of the shares."),
        default=1,
        minimum=0,
        maximum=_MOST_DECIMALS,
    )


def render(request: ExportRequest[ImpulsOptions]) -> Iterator[Artifact]:
    """Give the two tables of the year and the file that describes them."""
    dialect = DIALECTS[request.options.dialect]
    shares = work_shares(request.view, request.year, decimals=request.options.decimals)
    guarded: list[dict[str, Any]] = []
    tables = {
        WORK_TIME.name: _work_rows(request, shares, dialect, guarded),
        MONTHS.name: _month_rows(request, dialect),
    }
    for file in FILES:
        rows = [list(file.names), *tables[file.name]]
        yield Artifact(file.name, "text/csv; charset=utf-8; header=present", table_bytes(rows, dialect))
    yield Artifact.json(PACKAGE, _package(request, shares, dialect, guarded))


def _work_rows(
    request: ExportRequest[ImpulsOptions], shares: WorkShares, dialect: Dialect, guarded: list[dict[str, Any]]
) -> list[list[str]]:
    rows = []
    percents, decimals = _percents(shares, request.options.decimals)
    for number, (row, percent) in enumerate(zip(shares.rows, percents, strict=True), start=2):
        label = request.label(row.area)
        cell = text_cell(label, dialect)
        if cell != label:
            guarded.append({"path": WORK_TIME.name, "row": number, "column": "label"})
        hours = None if row.minutes is None else Fraction(row.minutes, 60)
        rows.append(
            [
                str(request.year),
                row.area.code,
                cell,
                number_cell(row.minutes, dialect),
                number_cell(hours, dialect, decimals=2),
                number_cell(percent, dialect, decimals=decimals),
                number_cell(row.activities, dialect),
            ]
        )
    return rows


def _percents(shares: WorkShares, decimals: int) -> tuple[tuple[Fraction, ...], int]:
    """Give the shares as they are printed, and with how many decimals.

    Declared shares of 100 in all are rounded like recorded ones, so that they still add up; others stay as
    they were declared, with all decimals that they need.
    """
    percents = tuple(row.percent for row in shares.rows)
    if shares.source != "declared":
        return percents, decimals
    if shares.percent == 100:
        common = _common(percents)
        return largest_remainder([int(percent * common) for percent in percents], decimals=decimals), decimals
    needed = (
        places for places in range(decimals, 12) if all((p * 10**places).denominator == 1 for p in percents)
    )
    return percents, next(needed, 12)


def _common(numbers: tuple[Fraction, ...]) -> int:
    common = 1
    for number in numbers:
        common *= (number * common).denominator
    return common


def _month_rows(request: ExportRequest[ImpulsOptions], dialect: Dialect) -> list[list[str]]:
    return [
        [
            str(entry.year),
            str(entry.month),
            entry.area.code,
            number_cell(entry.activities, dialect),
            number_cell(entry.minutes, dialect),
        ]
        for entry in work_time(request.view, request.year)
    ]


def _notes(request: ExportRequest[ImpulsOptions], shares: WorkShares) -> list[Message]:
    notes = [] if shares.reason is None else [shares.reason]
    if shares.source == "declared":
        notes.append(Message.of(_DECLARED, year=str(request.year)))
        if shares.percent != 100:
            _, decimals = _percents(shares, request.options.decimals)
            total = number_cell(shares.percent, DIALECTS["office"], decimals=decimals)
            notes.append(Message.of(_NOT_WHOLE, sum=Say(de=total, en=total.replace(",", "."))))
            if decimals > request.options.decimals:
                notes.append(Message.of(_ALL_DECIMALS, n=decimals))
    return notes


def _package(
    request: ExportRequest[ImpulsOptions],
    shares: WorkShares,
    dialect: Dialect,
    guarded: list[dict[str, Any]],
) -> dict[str, Any]:
    """Describe the files as a Frictionless data package; what only we know stands under ``jmd``."""
    year, language = str(request.year), request.language
    description = Message.of(
        _DESCRIPTION, service=request.view.service.name, year=year, framework=FRAMEWORK.title
    )
    return {
        "profile": "tabular-data-package",
        "name": f"{FORMAT}-{year}",
        "title": request.title or Message.of(_TITLE, year=year).in_(language),
        "description": description.in_(language),
        "version": FORMAT_VERSION,
        "jmd": {
            "format": FORMAT,
            "format_version": FORMAT_VERSION,
            "dialect": dialect.name,
            "language": language,
            "year": request.year,
            "as_of": request.as_of.isoformat(),
            "audience": request.audience.code,
            "work_time_source": shares.source,
            "notes": [{"de": note.in_("de"), "en": note.in_("en")} for note in _notes(request, shares)],
            "guarded_cells": guarded,
        },
        "resources": [_resource(file, dialect, request) for file in FILES],
    }


def _resource(file: File, dialect: Dialect, request: ExportRequest[ImpulsOptions]) -> dict[str, Any]:
    language = request.language
    return {
        "profile": "tabular-data-resource",
        "name": file.name.removesuffix(".csv").replace("_", "-"),
        "path": file.name,
        "title": file.title.in_(language),
        "description": file.description.in_(language),
        "titles": {"de": file.title.de, "en": file.title.en},
        "descriptions": {"de": file.description.de, "en": file.description.en},
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": dialect.encoding,
        "dialect": {
            "delimiter": dialect.delimiter,
            "lineTerminator": dialect.newline,
            "quoteChar": '"',
            "doubleQuote": True,
            "header": True,
        },
        "schema": {
            "fields": [described(column, point=dialect.point, language=language) for column in file.columns],
            "missingValues": [MISSING],
            "primaryKey": list(file.key),
        },
    }


EXPORTER = Exporter(
    name="impuls-csv",
    title=Say(
        de="Strukturdaten als CSV im Stil von i-mpuls", en="Structural data as CSV in the style of i-mpuls"
    ),
    media=(Medium(".csv", "text/csv"),),
    beside=(Medium(".json", "application/json"),),
    audience=Audience.REPORT,
    options=ImpulsOptions,
    render=render,
)
"""The record of the exporter ``impuls-csv``."""
