"""The exporter ``tables``: every collection as flat rows, for spreadsheets and for programs.

Which tables and columns there are follows from the fields of the model and from the audience alone, so that
names stay the same from year to year. Numbers of persons are left out unless they are asked for, and no
audience below the team gets them here at all: outside it they are told in protected tables only.

Serves R-35; R-51.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from jmdexport.builtin import _tables_texts as texts
from jmdexport.builtin._impuls_cells import DIALECTS
from jmdexport.builtin._tables_csv import FORMAT, FORMAT_VERSION, PACKAGE, csv_file, resource
from jmdexport.builtin._tables_parquet import MEDIA_TYPE as PARQUET
from jmdexport.builtin._tables_parquet import parquet_file
from jmdexport.builtin._tables_workbook import MEDIA_TYPE as XLSX
from jmdexport.builtin._tables_workbook import Book, workbook
from jmdexport.options import option
from jmdexport.records import Artifact, Exporter, ExportRequest, Medium
from jmdmodel.flattening import FlatTable, flat_tables
from jmdmodel.messages import Message, Say
from jmdmodel.scales import Audience

__all__ = ["EXPORTER", "TablesOptions", "render"]


@attrs.frozen(kw_only=True)
class TablesOptions:
    """The options of ``tables``."""

    dialect: str = option(
        Say(
            "Nur für CSV: „office“ für Tabellenprogramme (Semikolon, Dezimalkomma), „data“ für Programme "
            "(Komma, Punkt).",
            'For CSV only: "office" for spreadsheets (semicolon, decimal comma), "data" for programs (comma, '
            "point).",
        ),
        default="office",
        choices=tuple(DIALECTS),
    )
    labels: bool = option(
        Say(
            "Neben jeder Spalte mit Kürzeln eine Spalte mit ihren Bezeichnungen.",
            "Beside each column of codes a column with their labels.",
        ),
        default=False,
    )
    persons: bool = option(
        Say(
            "Auch Zahlen von Personen, ungeschützt: nur für das Team, ab dem Adressatenkreis „internal“.",
            'Numbers of persons too, unprotected: for the team only, from the audience "internal" on.',
        ),
        default=False,
    )


def render(request: ExportRequest[TablesOptions]) -> Iterator[Artifact]:
    """Give the tables of the view in the form that is wanted."""
    labels = request.language if request.options.labels else None
    tables = flat_tables(request.view, persons=request.options.persons, labels=labels)
    if request.medium.suffix == ".xlsx":
        words = texts.WORDS.in_(request.language)
        sheets = Message.of(texts.SHEETS, words=words).in_(request.language)
        sentences = (*_said(request, tables), sheets)
        book = Book(
            title=_title(request), sentences=sentences, language=request.language, as_of=request.as_of
        )
        yield workbook(tables, book)
    elif request.medium.suffix == ".parquet":
        yield from (parquet_file(table, request.language) for table in tables)
    else:
        dialect = DIALECTS[request.options.dialect]
        guarded: list[dict[str, Any]] = []
        yield from (csv_file(table, dialect, guarded) for table in tables)
        said = (*_said(request, tables), *([texts.TEXT_IMPORT.in_(request.language)] * dialect.guards))
        yield Artifact.json(
            PACKAGE,
            {
                "profile": "tabular-data-package",
                "name": FORMAT,
                "title": _title(request),
                "description": " ".join(said),
                "version": FORMAT_VERSION,
                "jmd": {
                    "format": FORMAT,
                    "format_version": FORMAT_VERSION,
                    "dialect": dialect.name,
                    "language": request.language,
                    "as_of": request.as_of.isoformat(),
                    "audience": request.audience.code,
                    "guarded_cells": guarded,
                },
                "resources": [resource(table, dialect, request.language) for table in tables],
            },
        )


def _title(request: ExportRequest[TablesOptions]) -> str:
    said = Message.of(texts.TITLE, service=request.view.service.name)
    return request.title or said.in_(request.language)


def _said(request: ExportRequest[TablesOptions], tables: tuple[FlatTable, ...]) -> tuple[str, ...]:
    """Give the sentences that go before the tables in every form that can hold some."""
    about = Message.of(
        texts.ABOUT,
        service=request.view.service.name,
        day=request.as_of,
        audience=request.audience.label,
    )
    shows_persons = any(column.counts for table in tables for column in table.columns)
    persons = texts.PERSONS if shows_persons else texts.NO_PERSONS
    return tuple(one.in_(request.language) for one in (about, texts.HOW, persons))


EXPORTER = Exporter(
    name="tables",
    title=Say(de="Alle Sammlungen als Tabellen", en="All collections as tables"),
    media=(
        Medium(".csv", "text/csv"),
        Medium(".xlsx", XLSX, requires={"xlsxwriter": "excel"}),
        Medium(".parquet", PARQUET, requires={"pyarrow": "parquet"}),
    ),
    beside=(Medium(".json", "application/json"),),
    audience=Audience.SOCIAL,
    options=TablesOptions,
    render=render,
)
"""The record of the exporter ``tables``."""
