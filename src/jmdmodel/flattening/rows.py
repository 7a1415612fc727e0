"""From a workspace or its view to flat tables: only what its audience may see, nothing lost on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from jmdmodel.analysis.tables import Cell, Table
from jmdmodel.borders import need_audience, need_language
from jmdmodel.flattening.columns import FlatColumn, Layout, Step, getter, label_column, layouts
from jmdmodel.messages import Language
from jmdmodel.scales import Audience, Coded
from jmdmodel.workspace import Workspace


@attrs.frozen(kw_only=True)
class FlatTable(Table):
    """A collection as rows of plain values, or what stands in lists inside its things. German: Tabelle.

    Attributes:
        columns: The columns that the audience may see, the key first.
        key: Names of the columns that tell one row from all others; empty where there is one row at most.
        parent: Name of the table that the rows belong to, for what stands in lists.
        privacy: The lowest class of audience that may know of the rows (R-51).
    """

    columns: tuple[FlatColumn, ...]
    key: tuple[str, ...] = ()
    parent: str | None = None
    privacy: Audience = Audience.SOCIAL


def flat_layouts(
    audience: Audience, *, persons: bool = False, labels: Language | None = None
) -> tuple[FlatTable, ...]:
    """Give the tables that an audience may see, without rows: the names are the same for every workspace.

    Args:
        audience: Whom the tables are for.
        persons: Whether numbers of persons stand there as they were entered. They are not protected, and
            such tables must not leave the house.
        labels: In which language a column beside each column of codes says what they mean; none without.

    Raises:
        ModelError: The audience or the language is none.

    Example:
        >>> units = flat_layouts(Audience.PUBLIC)[2]
        >>> units.name, [column.name for column in units.columns][:4]
        ('vocabulary.partner_kinds', ['id', 'parent', 'label_de', 'label_en'])
    """
    need_audience(audience)
    if labels is not None:
        need_language(labels)
    return tuple(
        _made(layout, audience, persons=persons, labels=labels)
        for layout in layouts()
        if layout.privacy <= audience
    )


def flat_tables(
    workspace: Workspace, *, persons: bool = False, labels: Language | None = None
) -> tuple[FlatTable, ...]:
    """Give every collection of a workspace, or of a view of it, as flat rows with stable column names.

    A thing is a row, a field a column. A period has a column for each end (``period.since``), a pair one for
    each part (``between.1``). Codes, identifiers and days in a list stand in one cell, divided by a blank.
    Any other list is a table of its own, ``partners.remits``: its rows say which thing they belong to and at
    which place they stood. What is absent is ``None``. All years are there, not one alone.

    Which tables and columns there are depends on the audience of the view and on nothing that it holds; of a
    whole workspace everything is there (R-51).

    Args:
        workspace: A workspace, or a view made by :func:`~jmdmodel.privacy.redact`.
        persons: As for :func:`flat_layouts`: by itself no number of persons is shown.
        labels: As for :func:`flat_layouts`.

    Raises:
        ModelError: The language is none.

    Example:
        >>> from jmdmodel.testing.builders import small
        >>> table = next(t for t in flat_tables(small()) if t.name == "partners")
        >>> sorted(table.records()[0])[:4]
        ['area', 'collective', 'further_kinds', 'id']
    """
    audience = max(Audience) if workspace.view is None else workspace.view.audience
    by_name = {layout.name: layout for layout in layouts()}
    return tuple(
        attrs.evolve(table, rows=tuple(_rows(workspace, by_name[table.name], table.columns, labels)))
        for table in flat_layouts(audience, persons=persons, labels=labels)
    )


def _made(layout: Layout, audience: Audience, *, persons: bool, labels: Language | None) -> FlatTable:
    columns: list[FlatColumn] = []
    for column in (*layout.keys, *layout.columns):
        if column.privacy <= audience and (persons or column.counts is None):
            columns.append(column)
            if labels is not None and column.words is not None:
                columns.append(label_column(column))
    return FlatTable(
        name=layout.name,
        title=layout.title,
        columns=tuple(columns),
        rows=(),
        key=layout.key,
        parent=layout.parent,
        privacy=layout.privacy,
    )


def _rows(
    workspace: Workspace, layout: Layout, columns: tuple[FlatColumn, ...], labels: Language | None
) -> Iterator[tuple[Cell, ...]]:
    keys = len(layout.keys)
    takes = [(getter(column), column.shows_label) for column in columns[keys:]]
    for key, thing in _things(workspace, layout.steps):
        cells = tuple(_label(take(thing), labels) if is_label else take(thing) for take, is_label in takes)
        yield (*key[:keys], *cells)


def _things(thing: Any, steps: tuple[Step, ...]) -> Iterator[tuple[tuple[Cell, ...], Any]]:
    """Yield each thing at the end of a way with identifiers and places on that way."""
    if not steps:
        yield (), thing
        return
    (name, shape), further_steps = steps[0], steps[1:]
    held = getattr(thing, name)
    found: Iterable[tuple[tuple[Cell, ...], Any]]
    if shape == "one":
        found = () if held is None else (((), held),)
    elif shape == "many":
        found = (((place,), one) for place, one in enumerate(held, start=1))
    else:
        found = (((one.id,), one) for one in held)
    for key, one in found:
        for further, inner in _things(one, further_steps):
            yield (*key, *further), inner


def _label(cell: Cell, language: Language | None) -> Cell:
    if language is None or cell is None:
        return None
    words = cell if isinstance(cell, tuple) else (cell,)
    return ", ".join(word.label.in_(language) for word in words if isinstance(word, Coded))
