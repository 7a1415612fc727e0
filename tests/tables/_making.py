"""Random tables of many kinds: one, two and three dimensions, linked, with sub-totals, sparse, over years."""

from __future__ import annotations

import math
import random

import attrs

from jmdmodel.messages import Say
from jmdmodel.phrases import Noun
from jmdmodel.privacy.counts import (
    Category,
    CellKey,
    CountTable,
    Dimension,
    Group,
    Level,
    ProtectedTable,
    Stated,
    protect,
)

PERSON = Noun("f", Say("Person", "person"), Say("Personen", "persons"))

KINDS = ("one", "two", "two", "three", "levels", "linked", "edition", "years", "rounded", "sparse")


@attrs.frozen(kw_only=True)
class Sample:
    """Tables to protect together, with all that is known besides."""

    kind: str
    tables: tuple[CountTable, ...]
    published: tuple[ProtectedTable, ...] = ()
    before: tuple[CountTable, ...] = ()
    stated: tuple[Stated, ...] = ()
    mode: str = "suppress"
    threshold: int = 3


def dimension(
    name: str, size: int, *, levels: bool = False, shown: bool = False, total: bool = True
) -> Dimension:
    """Make a dimension; its coarser level joins neighbours in pairs."""
    codes = [f"{name}{n}" for n in range(size)]
    pairs = [codes[n : n + 2] for n in range(0, size, 2)]
    groups = tuple(
        Group(
            code=pair[0] if len(pair) == 1 else "-".join(pair),
            label=Say(*[" ".join(pair)] * 2),
            parts=tuple(pair),
        )
        for pair in pairs
    )
    return Dimension(
        name=name,
        label=Say(name, name),
        categories=tuple(Category(code=code, label=Say(code, code)) for code in codes),
        levels=(Level(groups=groups, shown=shown),) if levels else (),
        total=Say("insgesamt", "total") if total else None,
    )


def table(name: str, dimensions: tuple[Dimension, ...], counts: list[int], year: int = 2025) -> CountTable:
    return CountTable(
        name=name,
        title=Say(name, name),
        counted=PERSON,
        year=year,
        population="all",
        dimensions=dimensions,
        counts=tuple(counts),
    )


def numbers(chance: random.Random, size: int, *, empty: float = 0.25) -> list[int]:
    """Make counts: many small ones, zeros among them."""
    mean = chance.choice((1.5, 4, 12))
    return [0 if chance.random() < empty else min(int(chance.expovariate(1 / mean)), 99) for _ in range(size)]


def sample(chance: random.Random, kind: str) -> Sample:
    """Make tables of one kind."""
    size = chance.randint
    threshold = 5 if chance.random() < 0.2 else 3
    if kind == "linked":
        return _linked(chance, threshold)
    if kind == "edition":
        return _edition(chance, threshold)
    if kind == "years":
        return _years(chance, threshold)
    shapes = {
        "one": [(size(2, 6),)],
        "two": [(size(2, 5), size(2, 5))],
        "three": [(size(2, 3), size(2, 3), 2), (3, 3, 2)],
        "levels": [(size(3, 6), size(2, 3))],
        "rounded": [(size(2, 5), size(2, 4)), (size(2, 5),), (3, 2, 2)],
        "sparse": [(size(4, 7), size(3, 5))],
    }
    shape = chance.choice(shapes[kind])
    levels = kind == "levels" or chance.random() < 0.3
    shown = kind == "levels" and chance.random() < 0.6
    dims = tuple(
        dimension("abc"[n], s, levels=levels and s > 2, shown=shown, total=chance.random() > 0.05)
        for n, s in enumerate(shape)
    )
    counts = numbers(chance, math.prod(shape), empty=0.6 if kind == "sparse" else 0.25)
    mode = "round5" if kind == "rounded" else "suppress"
    return Sample(kind=kind, tables=(table("t", dims, counts),), mode=mode, threshold=threshold)


def _linked(chance: random.Random, threshold: int) -> Sample:
    """Make age × sex and age × residence of the same persons."""
    age, sex, home = chance.randint(2, 4), 2, chance.randint(2, 3)
    whole = [[[n] for n in numbers(chance, sex * home)] for _ in range(age)]
    by_sex, by_home = [], []
    for row in whole:
        cells = [row[n * home : (n + 1) * home] for n in range(sex)]
        by_sex += [sum(sum(cell) for cell in part) for part in cells]
        by_home += [sum(cells[s][h][0] for s in range(sex)) for h in range(home)]
    shared = dimension("age", age, levels=age > 2)
    tables = (
        table("sex", (shared, dimension("sex", sex)), by_sex),
        table("home", (shared, dimension("home", home, total=chance.random() > 0.3)), by_home),
    )
    return Sample(kind="linked", tables=tables, threshold=threshold)


def _edition(chance: random.Random, threshold: int) -> Sample:
    """Make a table of which an earlier edition told the margin of one dimension, or a coarser division."""
    rows, columns = chance.randint(3, 5), chance.randint(2, 3)
    counts = numbers(chance, rows * columns)
    dims = (dimension("a", rows, levels=True), dimension("b", columns))
    whole = table("new", dims, counts)
    coarser = dims[0].coarsened()
    assert coarser is not None
    earlier = chance.choice((whole.divided_by({"b": None}), whole.divided_by({"a": coarser})))
    made = protect([attrs.evolve(earlier, name="old", edition="first")], threshold=threshold)
    return Sample(
        kind="edition", tables=(whole,), published=made.shown, before=(earlier,), threshold=threshold
    )


def _years(chance: random.Random, threshold: int) -> Sample:
    """Make the same table of two years, with the change of the total or of a cell told in a sentence."""
    rows, columns = chance.randint(2, 3), chance.randint(2, 3)
    dims = (dimension("a", rows), dimension("b", columns))
    both = tuple(table(f"y{y}", dims, numbers(chance, rows * columns), y) for y in (2024, 2025))
    where = chance.choice(((), (("a", "a0"),)))
    keys = [CellKey("all", one.year, where) for one in both]
    values = [one.values()[key] for one, key in zip(both, keys, strict=True)]
    told = Stated(terms=((1, keys[1]), (-1, keys[0])), value=values[1] - values[0])
    return Sample(kind="years", tables=both, stated=(told,), threshold=threshold)
