"""Tables of the yearly figures: what a figure is made up of, by age or by part, and parts of parts."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import attrs

from jmdmodel.entities.service import YearFigure
from jmdmodel.messages import Message, Say
from jmdmodel.phrases import Noun, capital
from jmdmodel.privacy.counts import counts_texts
from jmdmodel.privacy.counts import persons_texts as texts
from jmdmodel.privacy.counts.dimensions import Category, Codes, Dimension, Group, Level
from jmdmodel.privacy.counts.protected import NotShown
from jmdmodel.privacy.counts.tables import CountTable, Layout
from jmdmodel.workspace import Workspace

OTHERS = "others"
"""The code of those who are in none of the parts that are named."""

FULL_AGE = 18
"""Where the law draws its line, coarser age groups begin anew."""

_OLDEST = 120


def figure_tables(workspace: Workspace, year: int) -> Iterator[CountTable | NotShown]:
    """Yield the tables of the yearly figures of persons, the whole before its parts."""
    of_year = [figure for figure in workspace.figures if figure.year == year]
    wholes = [figure for figure in of_year if figure.kind in texts.FIGURES and _whole(workspace, figure)]
    doubled = Counter(figure.kind for figure in wholes)
    for figure in wholes:
        kind = figure.kind
        name = kind.code if doubled[kind] == 1 else f"{kind.code}-{figure.id}"
        many = texts.FIGURES[kind].many
        title = Say(capital(many.de), capital(many.en))
        if doubled[kind] > 1 and figure.label:
            title = _titled(texts.OF_THESE, title, Say(figure.label, figure.label))
        about = Layout(
            name=name,
            title=title,
            counted=texts.FIGURES[kind],
            year=year,
            population=f"figures/{figure.id}",
        )
        yield from _tables(figure, about, of_year)


def _whole(workspace: Workspace, figure: YearFigure) -> bool:
    """Tell whether a figure is part of no other one of its year and kind."""
    above = workspace.figures.get(figure.part_of) if figure.part_of else None
    return above is None or (above.year, above.kind) != (figure.year, figure.kind)


def _tables(
    figure: YearFigure, about: Layout, of_year: Sequence[YearFigure]
) -> Iterator[CountTable | NotShown]:
    parts = [one for one in of_year if one.part_of == figure.id and one.kind is figure.kind]
    by_age = [one for one in parts if one.from_age is not None or one.to_age is not None]
    by_part = [one for one in parts if one not in by_age]
    if not parts and not about.within:
        yield CountTable.of(about, {(): figure.count})
    for division, named, title in ((by_age, "age", texts.BY_AGE), (by_part, "part", texts.BY_PART)):
        if not division:
            continue
        layout = attrs.evolve(about, name=f"{about.name}-by-{named}", title=_titled(title, about.title))
        codes = _codes(division, named)
        rest = figure.count - sum(one.count for one in division)
        if rest < 0 or (named == "age" and _overlap(division)):
            yield NotShown(name=layout.name, reason=Message.of(counts_texts.OVERLAPS, table=layout.title))
            continue
        whole = attrs.evolve(layout, dimensions=(_dimension(named, division, codes, others=rest > 0),))
        counts: dict[Codes, int] = {(code,): one.count for code, one in zip(codes, division, strict=True)}
        yield CountTable.of(whole, counts | ({(OTHERS,): rest} if rest else {}))
        for place, (code, one) in enumerate(zip(codes, division, strict=True), start=1):
            below = attrs.evolve(
                about,
                name=f"{about.name}-{code}",
                title=_titled(texts.OF_THESE, about.title, _label(one, place)),
                within=(*about.within, (named, code)),
            )
            yield from _tables(one, below, of_year)


def _titled(form: Say, what: Say, part: Say | None = None) -> Say:
    told = Message.of(form, what=what) if part is None else Message.of(form, what=what, part=part)
    return told.as_say()


def _codes(division: Sequence[YearFigure], named: str) -> list[str]:
    """Give codes that stay the same over the years: the ages, or the name of the part."""
    if named == "age":
        return [f"{_from(one)}-{_to(one)}" for one in division]
    names = Counter(one.label for one in division)
    return [one.label if one.label and names[one.label] == 1 else str(one.id) for one in division]


def _from(figure: YearFigure) -> int:
    return figure.from_age if figure.from_age is not None else 0


def _to(figure: YearFigure) -> int:
    return figure.to_age if figure.to_age is not None else _OLDEST


def _overlap(division: Iterable[YearFigure]) -> bool:
    ordered = sorted((_from(one), _to(one)) for one in division)
    return any(before[1] >= after[0] for before, after in itertools.pairwise(ordered))


def _label(figure: YearFigure, place: int) -> Say:
    """Give the word for a part, the ages for an age group, else which of the parts it is."""
    if figure.label:
        return Say(figure.label, figure.label)
    return ages(figure.from_age, figure.to_age) or Message.of(texts.NTH_PART, number=str(place)).as_say()


def ages(first: int | None, last: int | None) -> Say | None:
    """Give the name of an age group, both ends in it; ``None`` where it has no end at all."""
    if first is None:
        return None if last is None else Message.of(texts.UNDER, last=str(last)).as_say()
    if last is None:
        return Message.of(texts.OVER, first=str(first)).as_say()
    if first == last:
        return Message.of(texts.ONE_YEAR, first=str(first)).as_say()
    return Message.of(texts.YEARS, first=str(first), last=str(last)).as_say()


def _dimension(
    named: str, division: Sequence[YearFigure], codes: Sequence[str], *, others: bool
) -> Dimension:
    categories = [
        Category(code=code, label=_label(one, place))
        for place, (code, one) in enumerate(zip(codes, division, strict=True), start=1)
    ]
    levels: tuple[Level, ...] = ()
    if named == "age":
        ordered = sorted(zip(division, categories, strict=True), key=lambda pair: _from(pair[0]))
        categories = [category for _, category in ordered]
        levels = age_levels([(_from(one), _to(one), category) for one, category in ordered], others=others)
    if others:
        categories.append(Category(code=OTHERS, label=texts.OTHERS))
    label = texts.AGE if named == "age" else texts.PART
    return Dimension(name=named, label=label, categories=tuple(categories), levels=levels)


def age_levels(bands: Sequence[tuple[int, int, Category]], *, others: bool) -> tuple[Level, ...]:
    """Give the coarser division of age bands: up to 17 and from 18 on, where the bands allow it."""
    young = [band for band in bands if band[1] < FULL_AGE]
    grown = [band for band in bands if band[0] >= FULL_AGE]
    if len(young) + len(grown) < len(bands) or len(bands) < 3 or not young or not grown:
        return ()
    groups = [_joined(part) for part in (young, grown)]
    if others:
        groups.append(Group(code=OTHERS, label=texts.OTHERS, parts=(OTHERS,)))
    return (Level(groups=tuple(groups)),)


def _joined(bands: Sequence[tuple[int, int, Category]]) -> Group:
    first, last = bands[0][0] or None, bands[-1][1] if bands[-1][1] < _OLDEST else None
    codes = tuple(category.code for _, _, category in bands)
    if len(bands) == 1:
        return Group(code=codes[0], label=bands[0][2].label, parts=codes)
    return Group(
        code=f"{bands[0][0]}-{bands[-1][1]}", label=ages(first, last) or bands[0][2].label, parts=codes
    )


def noun_of(figure: YearFigure) -> Noun | None:
    """Give what a figure counts; ``None`` where it does not count persons."""
    return texts.FIGURES.get(figure.kind)
