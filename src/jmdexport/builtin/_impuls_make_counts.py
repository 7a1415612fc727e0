"""The rows on persons, made from nothing but protected tables (R-35, R-51)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from jmdexport.builtin._impuls_notes import Persons
from jmdexport.builtin._impuls_rows_counts import Category, Division, ImpulsCases, ImpulsFigure, Source
from jmdmodel.messages import Language, Say
from jmdmodel.vocabulary import FigureKind

if TYPE_CHECKING:  # the protection costs time that an export without numbers of people need not pay
    from jmdmodel.privacy.counts import ProtectedTable

TOTAL = "total"
"""The code of all of a dimension, as the protected tables have it."""

_ALL = Say("alle", "all")
_CATEGORIES = {FigureKind.COUNSELLED: Category.COUNSELLING, FigureKind.CASE_MANAGED: Category.CASE_MANAGEMENT}


@attrs.frozen(kw_only=True)
class _Count:
    """One number of a yearly figure."""

    kind: FigureKind
    number: int
    division: Division
    group: str
    label: Say
    persons: int | None


def case_rows(persons: Persons, year: int, language: Language) -> Iterator[ImpulsCases]:
    """Yield the numbers of young people by category: yearly figures, their sum, and case plans."""
    found = [count for count in _counts(persons) if count.kind in _CATEGORIES]
    made = [
        ImpulsCases(
            year=year,
            source=Source.FIGURES,
            category=_CATEGORIES[count.kind],
            number=count.number,
            division=count.division,
            group=count.group,
            label=count.label.in_(language),
            persons=count.persons,
            services=1,
        )
        for count in found
    ]
    yield from made
    wholes = [row for row in made if row.division is Division.WHOLE]
    if sorted((row.category.step, row.number) for row in wholes) == [(1, 1), (2, 1)]:
        known = [row.persons for row in wholes if row.persons is not None]
        both = sum(known) if len(known) == len(wholes) else None
        yield attrs.evolve(wholes[0], category=Category.TOTAL, persons=both)
    yield from _plans(persons, year, language)


def figure_rows(persons: Persons, year: int, language: Language) -> Iterator[ImpulsFigure]:
    """Yield the numbers of the other yearly figures of persons."""
    for count in _counts(persons):
        if count.kind not in _CATEGORIES:
            yield ImpulsFigure(
                year=year,
                figure=count.kind,
                number=count.number,
                division=count.division,
                group=count.group,
                label=count.label.in_(language),
                persons=count.persons,
                services=1,
            )


def _counts(persons: Persons) -> Iterator[_Count]:
    """Yield the yearly figures by kind, the whole first, then its parts."""
    tables = [(kind, table) for table in persons.tables() if (kind := _kind_of(table)) is not None]
    for kind in FigureKind:
        own = [table for known, table in tables if known is kind]
        wholes = list(dict.fromkeys(table.population for table in own))
        for number, whole in enumerate(wholes, start=1):
            seen: dict[tuple[Division, str], _Count] = {}
            for table in own:
                for count in _cells(kind, number, table) if table.population == whole else ():
                    place = (count.division, count.group)
                    if place not in seen or seen[place].persons is None:
                        seen[place] = count
            yield from sorted(seen.values(), key=lambda count: count.division.step)


def _cells(kind: FigureKind, number: int, table: ProtectedTable) -> Iterator[_Count]:
    above = [code for _, code in table.within]
    labels = {c.code: c.label for dimension in table.dimensions for c in dimension.axis()}
    for codes, count in table.by_codes().items():
        told = [code for code in codes if code != TOTAL]
        if above and not told:
            continue  # the number of a part stands in the table above
        division = Division.of(table.dimensions[0].name) if told else Division.WHOLE
        group = "/".join([*above, *told]) or TOTAL
        label = labels[told[-1]] if told else _ALL
        yield _Count(kind=kind, number=number, division=division, group=group, label=label, persons=count)


def _kind_of(table: ProtectedTable) -> FigureKind | None:
    """Give which yearly figure a table is about; ``None`` for other tables."""
    from jmdmodel.privacy.counts.persons_texts import FIGURES  # noqa: PLC0415 - only where there are tables

    if not table.population.startswith("figures/"):
        return None
    return next((kind for kind, noun in FIGURES.items() if noun == table.counted), None)


def _plans(persons: Persons, year: int, language: Language) -> Iterator[ImpulsCases]:
    """Yield the case plans by category and age, as far as the protected table still divides them."""
    for table in persons.tables():
        names = [dimension.name for dimension in table.dimensions]
        labels = {c.code: c.label for dimension in table.dimensions for c in dimension.axis()}
        for codes, count in table.by_codes().items() if table.name == "cases" else ():
            told = dict(zip(names, codes, strict=True))
            age = told.get("age-band", TOTAL)
            yield ImpulsCases(
                year=year,
                source=Source.PLANS,
                category=Category.of(told.get("category", TOTAL)),
                number=1,
                division=Division.WHOLE if age == TOTAL else Division.AGE,
                group=age,
                label=(_ALL if age == TOTAL else labels[age]).in_(language),
                persons=count,
                services=1,
            )
