"""The exporter ``impuls-csv``: the structural data of a year as tables in the style of i-mpuls.

The import format of the real software is not public. This format is ours, with a name and a version of its
own; it claims no compatibility. An office that knows other names of columns and codes gives a mapping file.

Numbers of persons come from protected tables alone; a hidden number stands as the mark of a missing value.
Single activities are data about employees: their file is made only for people entitled by name.

Serves R-35; R-51.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from jmdexport.builtin._impuls_cells import DIALECTS, Dialect
from jmdexport.builtin._impuls_columns import File
from jmdexport.builtin._impuls_faults import CellFault, ImpulsFault, MappingFault
from jmdexport.builtin._impuls_files import FILES, PACKAGE, USUAL, ImpulsData
from jmdexport.builtin._impuls_make_bodies import Bodies, Cooperation
from jmdexport.builtin._impuls_make_counts import case_rows, figure_rows
from jmdexport.builtin._impuls_make_events import GroupOffers, Measures, event_rows
from jmdexport.builtin._impuls_make_work import Work, activities_of, month_rows
from jmdexport.builtin._impuls_mapping import read_mapping
from jmdexport.builtin._impuls_notes import Note, Persons
from jmdexport.builtin._impuls_package import package
from jmdexport.builtin._impuls_read import read_impuls
from jmdexport.builtin._impuls_rows_work import ACTIVITIES
from jmdexport.builtin._impuls_write import Guarded, file_bytes
from jmdexport.options import option
from jmdexport.records import Artifact, Exporter, ExportRequest, Medium
from jmdmodel.messages import Say
from jmdmodel.scales import Audience

__all__ = [
    "EXPORTER",
    "CellFault",
    "ImpulsData",
    "ImpulsFault",
    "ImpulsOptions",
    "MappingFault",
    "read_impuls",
    "render",
    "tables_of",
]

_MOST_DECIMALS = 6
_ISO, _GERMAN, _USUAL = "iso", "german", "usual"
_DATA_ISO = "The dialect data writes days as 2025-03-31 always."


def _is_mapping(_options: Any, _field: Any, text: str) -> None:
    """Read the mapping once before anything is made, so that its faults are told at once."""
    read_mapping(text)


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
    days: str = option(
        Say(
            "Wie Tage geschrieben werden: „german“ (31.03.2025), „iso“ (2025-03-31) oder „usual“ (wie im "
            "Dialekt vorgesehen).",
            'How days are written: "german" (31.03.2025), "iso" (2025-03-31) or "usual" (as the dialect has '
            "it).",
        ),
        default=_USUAL,
        choices=(_USUAL, _GERMAN, _ISO),
    )
    mapping: str = option(
        Say(
            "Inhalt einer Zuordnung mit eigenen Namen der Spalten und Kürzel; auf der Befehlszeile „@“ und "
            "der Name ihrer Datei.",
            'Content of a mapping with own names of columns and codes; on the command line "@" and the name '
            "of its file.",
        ),
        default="",
        validator=_is_mapping,
    )

    def __attrs_post_init__(self) -> None:
        if self.dialect == "data" and self.days == _GERMAN:
            raise ValueError(_DATA_ISO)

    @property
    def style(self) -> Dialect:
        """The dialect, with the days as they were asked for."""
        chosen = DIALECTS[self.dialect]
        return chosen if self.days == _USUAL else attrs.evolve(chosen, iso_days=self.days == _ISO)


@attrs.frozen(kw_only=True)
class _Tables:
    """All rows of a request but the single activities, and what has to be said beside them."""

    rows: ImpulsData
    notes: tuple[Note, ...]
    source: str | None
    decimals: int


def tables_of(request: ExportRequest[ImpulsOptions]) -> ImpulsData:
    """Give the rows of the tables, without single activities, before they are written."""
    return _tables(request).rows


def _tables(request: ExportRequest[ImpulsOptions]) -> _Tables:
    view, year, language = request.view, request.year, request.language
    persons = Persons(request.counts)
    work = Work(view, year, decimals=request.options.decimals)
    bodies, cooperation = Bodies(view, year, request.as_of), Cooperation(view, year)
    measures, offers = Measures(view, year), GroupOffers(view, year)
    rows = ImpulsData(
        work=tuple(work.rows(persons, language)),
        months=tuple(month_rows(view, year)),
        networks=tuple(bodies.networks()),
        committees=tuple(bodies.committees()),
        cooperation=tuple(cooperation.rows(language)),
        measures=tuple(measures.rows(persons)),
        events=tuple(event_rows(view, year, persons)),
        cases=tuple(case_rows(persons, year, language)),
        figures=tuple(figure_rows(persons, year, language)),
        group_offers=tuple(offers.rows(persons)),
    )
    notes: list[Note] = []
    for said in (work, bodies, cooperation, measures, offers, persons):
        notes += said.notes()
    return _Tables(rows=rows, notes=tuple(notes), source=work.shares.source, decimals=work.decimals)


def render(request: ExportRequest[ImpulsOptions]) -> Iterator[Artifact]:
    """Give the tables of the year and the file that describes them."""
    dialect, mapping = request.options.style, read_mapping(request.options.mapping)
    made = _tables(request)
    files = FILES if request.audience >= Audience.PERSONAL else USUAL
    guarded: list[Guarded] = []
    for file in files:
        rows, things = _rows(file, request, made)
        decimals = {"share_percent": made.decimals}
        data, changed = file_bytes(file, rows, dialect, mapping, decimals=decimals, things=things)
        guarded += changed
        yield Artifact(file.name, "text/csv; charset=utf-8; header=present", data)
    told = package(request, files, dialect, mapping, source=made.source, notes=made.notes, guarded=guarded)
    yield Artifact.json(PACKAGE, told)


def _rows(file: File, request: ExportRequest[ImpulsOptions], made: _Tables) -> tuple[Iterable[Any], bool]:
    """Give the rows of a file; single activities are written as they are, without a row for each."""
    if file is ACTIVITIES:
        return activities_of(request.view, request.year), True
    return made.rows.of(file), False


EXPORTER = Exporter(
    name="impuls-csv",
    title=Say(
        de="Strukturdaten als CSV im Stil von i-mpuls", en="Structural data as CSV in the style of i-mpuls"
    ),
    media=(Medium(".csv", "text/csv"),),
    beside=(Medium(".json", "application/json"),),
    audience=Audience.PERSONAL,
    options=ImpulsOptions,
    render=render,
    counts=True,
)
"""The record of the exporter ``impuls-csv``."""
