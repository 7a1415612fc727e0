"""Small tables for tests: rows and columns of numbers, and the same with cells hidden by hand."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from jmdmodel.messages import Say
from jmdmodel.phrases import Noun
from jmdmodel.privacy.counts import Category, CountTable, Dimension, Layout, Level, ProtectedTable

PERSON = Noun("f", Say("Person", "person"), Say("Personen", "persons"))


def dimension(name: str, size: int, *, levels: tuple[Level, ...] = (), total: bool = True) -> Dimension:
    return Dimension(
        name=name,
        label=Say(name.upper(), name.upper()),
        categories=tuple(
            Category(code=f"{name}{n}", label=Say(f"{name} {n}", f"{name} {n}")) for n in range(size)
        ),
        levels=levels,
        total=Say("insgesamt", "total") if total else None,
    )


def line(*counts: int, name: str = "t", levels: tuple[Level, ...] = (), year: int = 2025) -> CountTable:
    """Make a table of one dimension ``a``."""
    return CountTable(
        name=name,
        title=Say("Tabelle", "table"),
        counted=PERSON,
        year=year,
        dimensions=(dimension("a", len(counts), levels=levels),),
        counts=counts,
    )


def grid(
    *rows: Sequence[int], name: str = "t", down: str = "a", across: str = "b", year: int = 2025
) -> CountTable:
    """Make a table of two dimensions."""
    return CountTable(
        name=name,
        title=Say("Tabelle", "table"),
        counted=PERSON,
        year=year,
        dimensions=(dimension(down, len(rows)), dimension(across, len(rows[0]))),
        counts=tuple(number for row in rows for number in row),
    )


def hiding(table: CountTable, *hidden: tuple[str, ...], threshold: int = 3) -> ProtectedTable:
    """Give a table with exactly these cells hidden, good or bad."""
    told = {field.name: getattr(table, field.name) for field in attrs.fields(Layout)}
    cells = tuple(None if codes in hidden else table.count_at(codes) for codes in table.places())
    return ProtectedTable(**told, mode="suppress", threshold=threshold, cells=cells)


def only_small(table: CountTable, threshold: int = 3) -> ProtectedTable:
    """Give a table as those protect it who hide the small numbers and nothing else."""
    small = [codes for codes in table.places() if 0 < table.count_at(codes) < threshold]
    return hiding(table, *small, threshold=threshold)
