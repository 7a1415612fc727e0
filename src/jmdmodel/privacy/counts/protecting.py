"""Protecting tables: hide, and where that does not help divide more coarsely, and at last leave out."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from jmdmodel.borders import need_count, need_word
from jmdmodel.errors import ModelError
from jmdmodel.messages import Message
from jmdmodel.privacy.counts import counts_texts as texts
from jmdmodel.privacy.counts.attack import STEPS
from jmdmodel.privacy.counts.dimensions import Dimension
from jmdmodel.privacy.counts.hiding import Case, Insider, Mode, Public, Terms, rounded, shown_interval
from jmdmodel.privacy.counts.knowledge import Interval, Stated, lines_between, meet
from jmdmodel.privacy.counts.protected import NotShown, ProtectedCounts, ProtectedTable
from jmdmodel.privacy.counts.search import BIG
from jmdmodel.privacy.counts.tables import CellKey, CountTable, Layout

MOST_TRIES = 24
"""How many coarser divisions of linked tables are tried before one of them is left out."""

Division = Mapping[str, Dimension | None]


def protect(
    tables: Iterable[CountTable],
    *,
    threshold: int = 3,
    mode: Mode = "suppress",
    published: Iterable[ProtectedTable] = (),
    stated: Iterable[Stated] = (),
    insider: Insider = "hidden",
    width: int = 1,
    steps: int = STEPS,
) -> ProtectedCounts:
    """Protect tables of counts of persons, so that no hidden number can be worked out (R-51).

    ``suppress`` hides numbers from 1 to below the threshold, and further ones beside them; zeros stay.
    ``round5`` rounds every number to the nearest multiple of five, sums too and each by itself. In both
    modes the result is attacked before it is given: see :func:`~jmdmodel.privacy.counts.audit` for
    what the attacker knows. What fails gets more cells hidden, then is divided more coarsely along the
    levels of its dimensions, down to the mere total, and then left out, with the reason.

    Tables that count the same persons in the same year share cells; they are protected together, and
    so are those that a stated sum connects. What an earlier edition shows or hides is known to the
    attacker; what it hides stays hidden. Where it tells another number for a cell, the table is left
    out: the difference would tell of the few by whom both differ. German: Tabellenschutz.

    Args:
        tables: The tables, each with a name of its own.
        threshold: Numbers from 1 to below it are small; 3 or more.
        mode: ``suppress`` or ``round5``.
        published: Protected tables of editions that are out already.
        stated: Sums and changes that are told beside the tables.
        insider: What the only member of a cell may not work out: any other ``hidden`` number, or any
            other ``small`` one.
        width: How far apart the smallest and the largest possible value of a hidden number are at least.
        steps: Budget of each question of the auditor. What is not decided within it counts as failed.

    Raises:
        ModelError: Two tables have one name, or say different things about the same persons; a stated
            sum is wrong; an option is none.

    Example:
        >>> from jmdmodel.messages import Say
        >>> from jmdmodel.phrases import Noun
        >>> from jmdmodel.privacy.counts import Category, CountTable, Dimension, protect
        >>> person = Noun("f", Say("Person", "person"), Say("Personen", "persons"))
        >>> age = Dimension(name="age", label=Say("Alter", "age"), categories=tuple(
        ...     Category(code=code, label=Say(code, code)) for code in ("12-17", "18-20", "21-26")))
        >>> table = CountTable(name="demo", title=Say("Beispiel", "sample"), counted=person, year=2025,
        ...     dimensions=(age,), counts=(2, 9, 14))
        >>> protect([table]).shown[0].cells
        (None, None, 14, 25)
    """
    need_word(mode, "mode", ("suppress", "round5"))
    need_word(insider, "insider", ("hidden", "small"))
    need_count(threshold, "threshold")
    need_count(steps, "steps")
    need_count(width, "width")
    if threshold < 3:
        raise ModelError(Message.of(texts.BAD_THRESHOLD))
    terms = Terms(threshold=threshold, mode=mode, insider=insider, width=max(1, width), steps=steps)
    held, told, old = tuple(tables), tuple(stated), tuple(published)
    _need_sound(held, told)
    public = public_of(old)
    shown: dict[str, ProtectedTable] = {}
    not_shown: dict[str, Message] = {}
    changes: list[Message] = []
    fit = []
    for table in held:
        if _contradicts(table, public):
            not_shown[table.name] = Message.of(texts.REVISED, table=table.title)
        else:
            fit.append(table)
    for group in _linked(fit, told):
        made, left_out, told_changes = _protect_linked(group, public, told, terms)
        shown.update({table.name: table for table in made})
        not_shown.update(left_out)
        changes += told_changes
    return ProtectedCounts(
        shown=tuple(shown[table.name] for table in held if table.name in shown),
        not_shown=tuple(
            NotShown(name=table.name, reason=not_shown[table.name])
            for table in held
            if table.name in not_shown
        ),
        changes=tuple(changes),
        mode=mode,
        threshold=threshold,
    )


def public_of(published: Iterable[ProtectedTable]) -> Public:
    """Give what earlier editions have told; where they contradict each other, the later one counts."""
    bounds: dict[CellKey, Interval] = {}
    marked: set[CellKey] = set()
    layouts: list[Layout] = []
    for table in published:
        layouts.append(table)
        for key, cell in zip(table.cell_keys(), table.cells, strict=True):
            told = interval_of(cell, table.mode)
            if not meet(bounds, key, told):
                bounds[key] = told
            if cell is None:
                marked.add(key)
    return Public(bounds=bounds, marked=frozenset(marked), layouts=tuple(layouts))


def interval_of(cell: int | None, mode: Mode) -> Interval:
    """Give what a reader knows of a cell of a protected table."""
    if cell is None:
        return shown_interval(1, "suppress", hidden=True)
    return shown_interval(cell, mode, hidden=False)


def _need_sound(tables: Sequence[CountTable], stated: Sequence[Stated]) -> None:
    values: dict[CellKey, int] = {}
    names: set[str] = set()
    for table in tables:
        if table.name in names:
            raise ModelError(Message.of(texts.SAME_NAME, table=table.name))
        names.add(table.name)
        for key, value in table.values().items():
            if values.setdefault(key, value) != value:
                raise ModelError(Message.of(texts.DISAGREE, table=table.name))
    for line in lines_between(tables, stated):
        if all(key in values for key in (line.whole, *line.parts)) and values[line.whole] != sum(
            values[part] for part in line.parts
        ):
            raise ModelError(Message.of(texts.DISAGREE, table=line.whole.population))
    for told in stated:
        if all(key in values for _, key in told.terms) and told.value != sum(
            factor * values[key] for factor, key in told.terms
        ):
            raise ModelError(Message.of(texts.STATED_WRONG))


def _contradicts(table: CountTable, public: Public) -> bool:
    """Tell whether an earlier edition says something else of the same persons."""
    bounds = dict(public.bounds)
    for key, value in table.values().items():
        if not meet(bounds, key, (value, value)):
            return True
    for line in lines_between((table, *public.layouts)):
        low, high = bounds.get(line.whole, (0, BIG))
        parts = [bounds.get(part, (0, BIG)) for part in line.parts]
        if sum(part[0] for part in parts) > high or sum(part[1] for part in parts) < low:
            return True
    return False


def _linked(tables: Sequence[CountTable], stated: Iterable[Stated]) -> Iterator[tuple[CountTable, ...]]:
    """Yield tables that share cells, or are connected by what was stated, together."""
    group = list(range(len(tables)))

    def join(places: Iterable[int]) -> None:
        together = {group[place] for place in places}
        for place, old in enumerate(group):
            if old in together:
                group[place] = min(together)

    of_whom: dict[tuple[str, int], list[int]] = {}
    for place, table in enumerate(tables):
        of_whom.setdefault((table.whom, table.year), []).append(place)
    for places in of_whom.values():
        join(places)
    for told in stated:
        whom = {(key.population, key.year) for _, key in told.terms}
        join(place for one in sorted(whom) for place in of_whom.get(one, ()))
    for first in sorted(set(group)):
        yield tuple(table for table, own in zip(tables, group, strict=True) if own == first)


def _protect_linked(
    tables: Sequence[CountTable], public: Public, stated: Sequence[Stated], terms: Terms
) -> tuple[list[ProtectedTable], dict[str, Message], list[Message]]:
    """Protect tables that belong together; one after the other is left out until the rest can be shown."""
    left_out: dict[str, Message] = {}
    held = list(tables)
    while held:
        for division in _divisions(held):
            tried = [table.divided_by(division) for table in held]
            made = _attempt(tried, public, stated, terms)
            if made is not None:
                return made, left_out, list(_told(held, division))
        gone = max(held, key=lambda table: (len(table.dimensions), len(table.counts), held.index(table)))
        held.remove(gone)
        left_out[gone.name] = Message.of(texts.TOO_FEW, table=gone.title)
    return [], left_out, []


def _attempt(
    tables: Sequence[CountTable], public: Public, stated: Sequence[Stated], terms: Terms
) -> list[ProtectedTable] | None:
    """Protect tables as they are divided now; ``None`` where that fails or would show nothing."""
    case = Case.of(tables, public, stated, terms)
    if terms.mode == "round5":
        if case.weak(frozenset(), [], one=True):
            return None
        return [_shown(table, terms, frozenset()) for table in tables]
    hidden = case.pattern()
    if hidden is None:
        return None
    made = [_shown(table, terms, hidden) for table in tables]
    return made if all(_says_something(table) for table in made) else None


def _shown(table: CountTable, terms: Terms, hidden: frozenset[CellKey]) -> ProtectedTable:
    values = table.values()
    told = {field.name: getattr(table, field.name) for field in attrs.fields(Layout)}
    cells = tuple(
        rounded(values[key]) if terms.mode == "round5" else None if key in hidden else values[key]
        for key in table.cell_keys()
    )
    return ProtectedTable(**told, mode=terms.mode, threshold=terms.threshold, cells=cells)


def _says_something(table: ProtectedTable) -> bool:
    """Tell whether a number is left besides zeros and sums, or there was none to begin with."""
    inner = [
        cell
        for codes, cell in table.by_codes().items()
        if all(
            code in {category.code for category in dimension.categories}
            for code, dimension in zip(codes, table.dimensions, strict=True)
        )
    ]
    return any(cell for cell in inner) or all(cell == 0 for cell in inner)


def _divisions(tables: Sequence[CountTable]) -> Iterator[Division]:
    """Yield ways to divide tables, from as they are to the mere totals, a step at a time."""
    steps: dict[str, list[Dimension | None]] = {}
    for table in tables:
        for dimension in table.dimensions:
            steps.setdefault(dimension.name, list(_coarser(dimension)))
    names = list(steps)
    places = itertools.product(*(range(len(steps[name])) for name in names))
    ordered = sorted(places, key=lambda at: (sum(at), at))
    kept = [*ordered[: MOST_TRIES - 1], ordered[-1]] if len(ordered) > MOST_TRIES else ordered
    for at in kept:
        yield {name: steps[name][place] for name, place in zip(names, at, strict=True)}


def _coarser(dimension: Dimension) -> Iterator[Dimension | None]:
    """Yield a dimension as it is, then each coarser one; ``None`` stands for the total alone."""
    now: Dimension | None = dimension
    while now is not None:
        yield now
        now = now.coarsened()
    if dimension.total is not None:
        yield None


def _told(tables: Iterable[CountTable], division: Division) -> Iterator[Message]:
    """Yield what has become of the divisions of tables, for people."""
    for table in tables:
        for dimension in table.dimensions:
            new = division[dimension.name]
            if new is None:
                yield Message.of(texts.DROPPED, table=table.title, dimension=dimension.label)
            elif new != dimension:
                yield Message.of(texts.MERGED, table=table.title, dimension=dimension.label)
