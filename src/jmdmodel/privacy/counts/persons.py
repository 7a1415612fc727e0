"""The counts of persons of a workspace as tables, and the protected tables made from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import attrs

from jmdmodel.borders import need_year
from jmdmodel.collection import Collection
from jmdmodel.fields import evolve
from jmdmodel.ids import FigureId
from jmdmodel.messages import Message, Say, in_date, in_long_date
from jmdmodel.phrases import Noun
from jmdmodel.privacy.counts import persons_texts as texts
from jmdmodel.privacy.counts.attack import STEPS
from jmdmodel.privacy.counts.dimensions import Category, Codes, Dimension, Group, Level
from jmdmodel.privacy.counts.figures import age_levels, figure_tables
from jmdmodel.privacy.counts.hiding import Insider, Mode
from jmdmodel.privacy.counts.protected import NotShown, ProtectedCounts, ProtectedTable
from jmdmodel.privacy.counts.protecting import protect
from jmdmodel.privacy.counts.tables import CountTable, Layout
from jmdmodel.scales import Coded
from jmdmodel.vocabulary import AgeBand, CaseCategory, FigureKind
from jmdmodel.workspace import Workspace

UNKNOWN = "unknown"


@attrs.frozen(kw_only=True)
class PersonCounts:
    """The counts of persons of one year, not protected yet (R-51). German: Personenzahlen.

    Attributes:
        tables: The tables; their numbers are as private as what they were counted from.
        not_shown: What could not be made a table, with the reason.
    """

    tables: tuple[CountTable, ...]
    not_shown: tuple[NotShown, ...] = ()


def person_counts(workspace: Workspace, *, year: int, edition: str = "", named: bool = True) -> PersonCounts:
    """Give all counts of persons that a workspace has of a year as tables (R-35, R-51).

    Yearly figures with what they are made up of, by age and by part, down to parts of parts; what a
    figure has beyond its parts stands as "others". Then how many took part in or were reached by each
    group offer, event, participation and measure, and by the activities of each area of work; last the
    case plans by age band and category. A group offer or measure counts in the year in which it began,
    so that no number stands in the tables of two years. Things without a number are left out.
    German: Personenzahlen.

    Args:
        workspace: The whole workspace; a view has no counts of persons any more.
        year: The year.
        edition: Which edition of the output the tables are for.
        named: Whether parts of yearly figures bear the words of the workspace, which are the team's own;
            without them they are numbered.

    Raises:
        ModelError: It is no year.
    """
    need_year(year)
    if not named:
        workspace = _numbered(workspace, year)
    tables: list[CountTable] = []
    not_shown: list[NotShown] = []
    for made in (*figure_tables(workspace, year), *_reached(workspace, year), *_cases(workspace, year)):
        if isinstance(made, NotShown):
            not_shown.append(made)
        else:
            tables.append(attrs.evolve(made, edition=edition))
    tables = _joined(tables)
    return PersonCounts(tables=tuple(tables), not_shown=tuple(not_shown))


def protected_counts(
    workspace: Workspace,
    *,
    year: int,
    edition: str = "",
    named: bool = True,
    threshold: int = 3,
    mode: Mode = "suppress",
    published: Iterable[ProtectedTable] = (),
    insider: Insider = "hidden",
    steps: int = STEPS,
) -> ProtectedCounts:
    """Give the counts of persons of a year as tables that may be shown in a report (R-35, R-51).

    What :func:`person_counts` finds, protected by :func:`~jmdmodel.privacy.counts.protect`. German:
    geschützte Zahlen.

    Args:
        workspace: The whole workspace; a view has no counts of persons any more.
        year: The year.
        edition: Which edition of the output the tables are for.
        named: Whether parts of yearly figures bear the words of the workspace, as in :func:`person_counts`.
        threshold: Numbers from 1 to below it are small; 3 or more.
        mode: ``suppress`` hides, ``round5`` rounds.
        published: Protected tables of editions that are out already, of any year.
        insider: What the only member of a cell may not work out.
        steps: Budget of each question of the auditor.

    Raises:
        ModelError: It is no year, or an option is none.
    """
    counts = person_counts(workspace, year=year, edition=edition, named=named)
    made = protect(
        counts.tables, threshold=threshold, mode=mode, published=published, insider=insider, steps=steps
    )
    return attrs.evolve(made, not_shown=(*counts.not_shown, *made.not_shown))


def named_again(made: ProtectedCounts, workspace: Workspace, *, year: int) -> ProtectedCounts:
    """Give protected tables with numbered parts the words of the workspace, for readers who may see them.

    The numbers and what is hidden stay as they are, so that both editions tell the same. What had to be
    divided more coarsely keeps its numbers.
    """
    numbered = person_counts(workspace, year=year, named=False).tables
    words = person_counts(workspace, year=year).tables
    known = {one.name: (one, other) for one, other in zip(numbered, words, strict=True)}
    tables = []
    for table in made.shown:
        bare, full = known.get(table.name, (table, table))
        alike = [(d.name, len(d.axis())) for d in bare.dimensions] == [
            (d.name, len(d.axis())) for d in table.dimensions
        ]
        tables.append(
            attrs.evolve(table, title=full.title, dimensions=full.dimensions, within=full.within)
            if alike
            else table
        )
    return attrs.evolve(made, shown=tuple(tables))


def _numbered(workspace: Workspace, year: int) -> Workspace:
    """Give a workspace whose yearly figures have numbers in the place of identifiers and words."""
    of_year = [figure for figure in workspace.figures if figure.year == year]
    number = {figure.id: FigureId(f"{place:03}") for place, figure in enumerate(of_year, start=1)}
    figures = (
        evolve(
            figure,
            id=number[figure.id],
            label=None,
            part_of=number.get(figure.part_of) if figure.part_of else None,
        )
        for figure in of_year
    )
    return evolve(workspace, figures=Collection(figures))


def _joined(tables: list[CountTable]) -> list[CountTable]:
    """Let the group offers count the same persons as the yearly figure, where both come to the same.

    Whoever reads both sees it at once, and works out in the one what the other hides.
    """
    code = FigureKind.GROUP_PARTICIPANTS.code
    figures = [table for table in tables if table.name == code or table.name.startswith(f"{code}-by-")]
    whole = {(table.population, sum(table.counts)) for table in figures}
    return [
        attrs.evolve(table, population=next(iter(whole))[0])
        if table.name == "group-offers" and len(whole) == 1 and sum(table.counts) == next(iter(whole))[1]
        else table
        for table in tables
    ]


def _reached(workspace: Workspace, year: int) -> Iterator[CountTable]:
    """Yield for each kind of thing that reaches people how many each one reached."""
    offers = [(g, g.period.since or g.period.until, g.name) for g in workspace.group_offers]
    events = [(e, e.day, e.title) for e in workspace.events]
    measures = [(m, m.day or m.until, m.title) for m in workspace.measures]
    taken_part = [(p, p.day, "") for p in workspace.participations]
    for name, title, label, noun, things in (
        ("group-offers", texts.GROUP_OFFERS, texts.GROUP_OFFER, texts.PARTICIPANTS, offers),
        ("events", texts.EVENTS, texts.EVENT, texts.PARTICIPANTS, events),
        ("measures", texts.MEASURES, texts.MEASURE, texts.REACHED, measures),
        ("participations", texts.PARTICIPATIONS, texts.PARTICIPATION, texts.INVOLVED, taken_part),
    ):
        known = [
            (thing, day, Say(word, word) if word else _occasion(thing))
            for thing, day, word in things
            if day is not None and day.year == year and thing.people is not None
        ]
        if known:
            layout = Layout(name=name, title=title, counted=noun, year=year, population=name)
            yield _listed(layout, label, known)
    areas: Counter[Coded] = Counter()
    for activity in workspace.activities:
        if activity.day.year == year and activity.people is not None:
            areas[activity.area] += activity.people
    if areas:
        dimension = Dimension(
            name="area",
            label=texts.AREA,
            categories=tuple(_category(area) for area in sorted(areas, key=lambda area: area.step)),
        )
        layout = _layout("activities", texts.ACTIVITIES, texts.REACHED, year, dimension)
        yield CountTable.of(layout, {(area.code,): number for area, number in areas.items()})


def _occasion(participation: Any) -> Say:
    method, day = participation.method.label, participation.day
    return Message.of(
        texts.ON_DAY, what=method, day=Say(in_date(day, "de"), in_long_date(day, "en"))
    ).as_say()


def _listed(layout: Layout, label: Say, known: Sequence[tuple[Any, date, Say]]) -> CountTable:
    """Make the table of a list of things, with the quarters of the year as coarser division."""
    ordered = sorted(known, key=lambda one: (one[1], one[0].id))
    quarters: dict[int, list[str]] = {}
    for thing, day, _ in ordered:
        quarters.setdefault((day.month + 2) // 3, []).append(thing.id)
    groups = tuple(
        Group(
            code=f"quarter-{number}",
            label=Message.of(texts.QUARTER, number=str(number)).as_say(),
            parts=tuple(parts),
        )
        for number, parts in sorted(quarters.items())
    )
    dimension = Dimension(
        name="thing",
        label=label,
        categories=tuple(Category(code=thing.id, label=word) for thing, _, word in ordered),
        levels=(Level(groups=groups),) if 1 < len(groups) < len(ordered) else (),
    )
    whole = attrs.evolve(layout, dimensions=(dimension,))
    return CountTable.of(whole, {(thing.id,): thing.people for thing, _, _ in known})


def _layout(name: str, title: Say, counted: Noun, year: int, *dimensions: Dimension) -> Layout:
    return Layout(name=name, title=title, counted=counted, year=year, population=name, dimensions=dimensions)


def _category(word: Coded) -> Category:
    return Category(code=word.code, label=word.label)


def _cases(workspace: Workspace, year: int) -> Iterator[CountTable]:
    """Yield the case plans that ran in the year, by age band and category."""
    running = [plan for plan in workspace.cases if plan.period.touches_year(year)]
    if not running:
        return
    ends = [[int(age) for age in band.code.split("-")] for band in AgeBand]
    bands = [(first, last, _category(band)) for (first, last), band in zip(ends, AgeBand, strict=True)]
    unknown = Category(code=UNKNOWN, label=texts.UNKNOWN)
    without = any(plan.age_band is None for plan in running)
    levels = age_levels(bands, others=False)
    if without:
        own = Group(code=UNKNOWN, label=texts.UNKNOWN, parts=(UNKNOWN,))
        levels = tuple(attrs.evolve(level, groups=(*level.groups, own)) for level in levels)
    age = Dimension(
        name="age-band",
        label=texts.AGE_BAND,
        categories=(*(_category(band) for band in AgeBand), *((unknown,) if without else ())),
        levels=levels,
    )
    category = Dimension(
        name="category", label=texts.CATEGORY, categories=tuple(_category(word) for word in CaseCategory)
    )
    counts: Counter[Codes] = Counter(
        (plan.age_band.code if plan.age_band else UNKNOWN, plan.category.code) for plan in running
    )
    yield CountTable.of(_layout("cases", texts.CASES_BY_AGE, texts.CASES, year, age, category), counts)
