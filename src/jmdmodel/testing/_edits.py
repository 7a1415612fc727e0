"""The edits that break exactly one thing of a file: each knows the fault that must be told, and where."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Literal, NewType

from jmdmodel.codec.nodes import MAX_DEPTH, SCHEMA_VERSION
from jmdmodel.codec.plan import is_record, plan_of
from jmdmodel.ids import Ref
from jmdmodel.period import Period
from jmdmodel.testing._edit import LAST, Change, Edit, Lines, is_coded
from jmdmodel.testing._layout import Place, Raw
from jmdmodel.testing._making import is_yearly, words_below
from jmdmodel.testing._senseless import of_chains, of_sense
from jmdmodel.vocabulary import SUB_KINDS
from jmdmodel.workspace import COLLECTIONS, Workspace

_BACKWARDS = (
    "{since: 2025-01-02, until: 2025-01-01}",
    '{"since": "2025-01-02", "until": "2025-01-01"}',
)
_NOBODY = "nobody-has-this-name"
_DEEP = "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)


def edits_of(root: Place, workspace: Workspace) -> Iterator[Edit]:
    """Yield every edit of a sound workspace that breaks one thing."""
    used = _referred(root)
    yield from _of_the_file(root)
    for place in root.below():
        if place.path in ((), ("schema",)):
            continue
        if place.thing is not None:
            yield from _of_groups(place)
            yield from of_sense(place)
            yield from of_chains(place)
        if place.path[-1][0] in "/[" and place.plan is not None and isinstance(place.value, dict):
            yield from _of_keys(place, used)
        if place.plan is not None:
            yield from _of_values(place, workspace)


def _set(place: Place, yaml: str, json: str | None = None) -> Change:
    def change() -> None:
        place.value = Raw(yaml, f'"{yaml}"' if json is None else json)

    return change


def _of_the_file(root: Place) -> Iterator[Edit]:
    """Yield what makes the file as a whole unreadable, or another file."""
    schema = root.value["schema"]

    def instead(text: str) -> Lines:
        return lambda _lines, _at: [text]

    yield Edit(what="empty file", code="L109", at=root, lines=instead(""), only="yaml")
    yield Edit(what="packed file", code="L110", at=root, lines=instead("PK\x03\x04 x"))
    newer = str(SCHEMA_VERSION + 1)
    yield Edit(
        what="newer version", code="L126", at=schema, path=("schema",), change=_set(schema, newer, newer)
    )
    yield Edit(what="no version", code="L127", at=schema, path=("schema",), change=_set(schema, "neu"))
    yield Edit(
        what="second document",
        code="L106",
        at=schema,
        lines=lambda lines, _: [*lines, "---"],
        further=LAST,
        only="yaml",
    )
    for place in root.below():
        if place.holder is None or place.thing is not None or isinstance(place.value, (dict, list)):
            continue
        if not isinstance(place.holder.value, dict) or place.path == ("schema",):
            continue
        yield Edit(what="no UTF-8", code="L101", at=place, lines=_with_end("\udcff"))
        yield Edit(what="control character", code="L108", at=place, lines=_with_end("\x07"))
        yield Edit(
            what="bracket that nothing opens",
            code="L102",
            at=place,
            side="key",
            lines=_before("]"),
        )
        yield Edit(what="anchor", code="L105", at=place, change=_set(place, "&x y"), only="yaml")
        yield Edit(what="too deep", code="L103", at=place, change=_set(place, _DEEP, _DEEP))


def _with_end(char: str) -> Lines:
    return lambda lines, at: [*lines[: at - 1], lines[at - 1] + char, *lines[at:]]


def _before(text: str) -> Lines:
    return lambda lines, at: [*lines[: at - 1], text, *lines[at - 1 :]]


def _of_groups(place: Place) -> Iterator[Edit]:
    """Yield keys that are missing, unknown, or there twice."""
    entries = place.value
    known = {name for name in entries if isinstance(entries, dict)}
    if place.path[-1] == "schema" or not place.path:
        return
    for plan in plan_of(type(place.thing)):
        if plan.name in known and plan.required:
            yield Edit(
                what="missing entry",
                code="L112",
                at=place,
                side="key",
                path=(*place.path, plan.name),
                change=lambda name=plan.name: entries.pop(name),  # type: ignore[misc]
            )
    strange = Place(Raw("1", "1"))
    yield Edit(
        what="unknown entry",
        code="L111",
        at=strange,
        side="key",
        path=place.path if place.hidden else (*place.path, _NOBODY),
        change=lambda: entries.update({_NOBODY: strange}),
    )
    for number, (name, held) in enumerate(entries.items()):
        single = not isinstance(held.value, (dict, list)) and "\n" not in str(held.value)
        if single and (number or place.path[-1][0] != "["):
            yield Edit(
                what="entry given twice",
                code="L107",
                at=held,
                side="key",
                path=place.path if place.hidden else (*place.path, name),
                lines=_twice,
                further=1,
            )


def _twice(lines: list[str], at: int) -> list[str]:
    line = lines[at - 1]
    first = line if line.endswith(",") or not line.lstrip().startswith('"') else f"{line},"
    return [*lines[: at - 1], first, *lines[at - 1 :]]


def _referred(root: Place) -> frozenset[tuple[str, str]]:
    """Give what the file refers to, as collection and identifier."""
    found = set()
    for place in root.below():
        refers = place.plan.about.refers if place.plan is not None else None
        if isinstance(place.value, Ref):
            found.add((place.value.collection, place.value.id))
        elif refers is not None and isinstance(place.value, str):
            found.add((refers, place.value))
    return frozenset(found)


def _of_keys(place: Place, used: frozenset[tuple[str, str]]) -> Iterator[Edit]:
    """Yield identifiers that cannot be, of things that nothing refers to."""
    above = place.holder
    identifier = getattr(place.thing, "id", None)
    if above is None or not isinstance(above.value, dict) or len(above.path) != 1 or identifier is None:
        return
    if (above.path[0], identifier) in used:
        return

    def called(name: str) -> Change:
        def change() -> None:
            entries = [(name if key == identifier else key, held) for key, held in above.value.items()]
            above.value = dict(entries)

        return change

    named = place.path[-1][0] == "/"
    bad = "Ä Ö"
    yield Edit(
        what="impossible identifier",
        code="L119",
        at=place,
        side="key",
        path=(*above.path, f"/{bad}") if named else place.path,
        change=called(bad),
    )
    if is_yearly(type(place.thing)):
        yield Edit(
            what="identifier that is no year",
            code="L132",
            at=place,
            side="key",
            path=(*above.path, f"/{_NOBODY}") if named else place.path,
            change=called(_NOBODY),
        )


def _of_values(place: Place, workspace: Workspace) -> Iterator[Edit]:
    """Yield values that a field does not take."""
    plan = place.plan
    if plan is None or place.holder is None:
        return
    in_list = place.path[-1][0] == "["
    if isinstance(place.value, (dict, list)):
        if not in_list:
            yield Edit(
                what="text in place of several",
                code="L114",
                at=place,
                side="key",
                path=place.path,
                change=_set(place, "x"),
            )
        if plan.type is Period:
            yield Edit(
                what="period backwards",
                code="L124",
                at=place,
                path=place.path,
                change=_set(place, *_BACKWARDS),
            )
        return
    for what, code, change, only in _wrong(place, workspace):
        yield Edit(what=what, code=code, at=place, path=place.path, change=change, only=only)


def _wrong(
    place: Place, workspace: Workspace
) -> Iterator[tuple[str, str, Change, Literal["yaml", "json"] | None]]:
    plan = place.plan
    assert plan is not None  # noqa: S101 - for the type checker
    kind, told = plan.type, plan.about
    if place.path[-1][0] != "[":
        yield "no value", "L113", _set(place, "", "null"), None
        if not is_record(kind):
            yield "list in place of one value", "L114", _set(place, "[x]", '["x"]'), None
    if kind is int or kind is Fraction:
        highest, lowest = told.maximum, told.minimum
        if kind is int:
            yield "no whole number", "L115", _set(place, "1.5", "1.5"), None
        if highest is not None:
            yield "too high", "L116", _set(place, str(highest + 1), str(highest + 1)), None
        elif lowest is not None and kind is int:
            yield "too low", "L116", _set(place, str(lowest - 1), str(lowest - 1)), None
    elif kind is date:
        yield "no day", "L117", _set(place, "2025-02-30"), None
    elif kind is Period:
        yaml, json = (
            "{since: 2025-01-02, until: 2025-01-01}",
            '{"since": "2025-01-02", "until": "2025-01-01"}',
        )
        yield "period backwards", "L124", _set(place, yaml, json), None
    elif is_coded(kind):
        numbered = isinstance(next(iter(kind)).value, int)
        yield "no word of the list", "L118", _set(place, "99", "99" if numbered else None), None
    elif kind is Ref:
        yield "no reference", "L120", _set(place, _NOBODY), None
        collection = str(told.refers).split()[0]
        yield "nothing there", "L122", _set(place, f"{collection}/{_NOBODY}"), None
        other = next(name for name in COLLECTIONS if name not in str(told.refers).split())
        yield "another collection", "L128", _set(place, f"{other}/{_NOBODY}"), None
    elif told.refers is not None:
        yield "nothing there", "L122", _set(place, _NOBODY), None
        yield "impossible identifier", "L119", _set(place, "Ä"), None
    elif kind is str or isinstance(kind, NewType):
        yield from _wrong_text(place, workspace)


def _wrong_text(
    place: Place, workspace: Workspace
) -> Iterator[tuple[str, str, Change, Literal["yaml", "json"] | None]]:
    plan = place.plan
    assert plan is not None  # noqa: S101 - for the type checker
    told = plan.about
    if told.terms is not None:
        yield "unknown word", "L118", _set(place, _NOBODY), None
        above = place.holder if place.path[-1][0] != "[" else place.holder and place.holder.holder
        kinds = getattr(above.thing, told.below, None) if above is not None else None
        own = {*getattr(workspace.vocabulary, told.terms).ids(), *(sub.code for sub in SUB_KINDS[told.terms])}
        others = sorted(own - set(words_below(plan, kinds, workspace.vocabulary)))
        if kinds and others:
            yield "word of another kind", "L125", _set(place, f'"{others[0]}"', f'"{others[0]}"'), None
    elif told.pattern is not None:
        yield "another form", "L120", _set(place, "Ä"), None
    elif not told.lines:
        yield "blank at the start", "L121", _set(place, '" x"', '" x"'), None
