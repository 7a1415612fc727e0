"""The data package beside the tables: every column described; what only we know stands under ``jmd``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jmdexport.builtin._impuls_cells import MISSING, Dialect
from jmdexport.builtin._impuls_columns import Column, File, described
from jmdexport.builtin._impuls_files import FORMAT, FORMAT_VERSION
from jmdexport.builtin._impuls_mapping import ImpulsMapping
from jmdexport.builtin._impuls_notes import Note
from jmdexport.builtin._impuls_write import Guarded
from jmdexport.records import ExportRequest
from jmdmodel.messages import Message, Say
from jmdmodel.vocabulary import FRAMEWORK

_TITLE = Say(
    de="Strukturdaten {year} im Stil von i-mpuls", en="Structural data {year} in the style of i-mpuls"
)
_DESCRIPTION = Say(
    de="Strukturdaten des Dienstes „{service}“ für das Jahr {year}, nach {framework}. Ein eigenes Format, "
    "kein Importformat der Software i-mpuls. Tabellenprogramme öffnen die Dateien am sichersten über den "
    "Textimport, alle Spalten mit Text als Typ „Text“; für LibreOffice steht die Einstellung bei jeder "
    "Datei.",
    en='Structural data of the service "{service}" for {year}, after the {framework}. A format of its own, '
    "not the import format of the software i-mpuls. Spreadsheets open the files most safely through their "
    'text import, all columns that hold text typed as "text"; for LibreOffice the setting stands with each '
    "file.",
)
FILTER = "Text - txt - csv (StarCalc)"
"""Name of LibreOffice's text import."""
STANDARD, TEXT, DAY_FIRST, YEAR_FIRST = 1, 2, 4, 5
"""How LibreOffice takes a column, in the numbers of its text import."""
_UTF_8 = 76
_GERMAN, _ENGLISH = 1031, 1033


def import_options(file: File, dialect: Dialect) -> str:
    """Give the options of LibreOffice's text import that leave each text as it is and type each number.

    Example:
        >>> from jmdexport.builtin._impuls_cells import OFFICE
        >>> from jmdexport.builtin._impuls_files import MONTHS
        >>> import_options(MONTHS, OFFICE)
        '59,34,76,1,1/1/2/1/3/2/4/1/5/1,1031'
    """
    forms = [import_form(column, dialect) for column in file.columns]
    columns = "/".join(f"{place}/{form}" for place, form in enumerate(forms, start=1))
    language = _GERMAN if dialect.point == "," else _ENGLISH
    return f"{ord(dialect.delimiter)},{ord(chr(34))},{_UTF_8},1,{columns},{language}"


def import_form(column: Column, dialect: Dialect) -> int:
    """Give the number by which LibreOffice's text import knows how to take a column."""
    if column.kind == "day":
        return YEAR_FIRST if dialect.iso_days else DAY_FIRST
    return TEXT if column.is_text else STANDARD


def package(
    request: ExportRequest[Any],
    files: Iterable[File],
    dialect: Dialect,
    mapping: ImpulsMapping,
    *,
    source: str | None,
    notes: Iterable[Note],
    guarded: Iterable[Guarded],
) -> dict[str, Any]:
    """Describe the files as a Frictionless data package."""
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
            "service": request.view.service.name,
            "year": request.year,
            "as_of": request.as_of.isoformat(),
            "audience": request.audience.code,
            "work_time_source": source,
            "notes": [note.as_data(language) for note in notes],
            "mapping": mapping.as_data(),
            "guarded_cells": [
                {"path": one.path, "column": one.column, "rows": list(one.rows)} for one in guarded
            ],
        },
        "resources": [_resource(file, dialect, mapping, request) for file in files],
    }


def _resource(
    file: File, dialect: Dialect, mapping: ImpulsMapping, request: ExportRequest[Any]
) -> dict[str, Any]:
    language = request.language
    called = {column.name: mapping.called(file, column) for column in file.columns}
    return {
        "profile": "tabular-data-resource",
        "name": file.stem.replace("_", "-"),
        "path": file.name,
        "title": file.title.in_(language),
        "description": file.description.in_(language),
        "titles": {"de": file.title.de, "en": file.title.en},
        "descriptions": {"de": file.description.de, "en": file.description.en},
        **dialect.described(),
        "import": {
            "program": "LibreOffice Calc",
            "filter": FILTER,
            "options": import_options(file, dialect),
        },
        "schema": {
            "fields": [
                described(
                    column,
                    called=called[column.name],
                    codes=mapping.codes_of(column),
                    point=dialect.point,
                    iso_days=dialect.iso_days,
                    language=language,
                )
                for column in file.columns
            ],
            "missingValues": [MISSING],
            "primaryKey": [called[name] for name in file.key],
        },
    }
