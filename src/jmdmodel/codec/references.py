"""Do all references lead somewhere? Asked of the nodes, so that one broken entity hides no other fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import attrs

from jmdmodel.codec import faults, scalars
from jmdmodel.codec.nodes import Node
from jmdmodel.codec.plan import FieldPlan, is_record, plan_of
from jmdmodel.codec.raw_faults import Faulty, RawFault, quoted
from jmdmodel.ids import Ref, is_identifier, slug
from jmdmodel.messages import Message, Say
from jmdmodel.spelling import nearest_name
from jmdmodel.vocabulary import SUB_KINDS, kinds_of_vocabulary
from jmdmodel.workspace import COLLECTIONS, Workspace

_KNOWN = Say("Vorhanden sind: {words}.", "There are: {words}.")
_FITTING = Say("Möglich sind: {words}.", "Possible are: {words}.")
_NONE_THERE = Say("Dort ist noch nichts eingetragen.", "Nothing is entered there yet.")
_OWN_TERMS = Say(
    "Eigene Unterarten stehen unter vocabulary.{part}.", "Sub-kinds of your own go under vocabulary.{part}."
)
CHAINS = (
    ("units", "parent"),
    ("partners", "part_of"),
    ("partners", "successor_of"),
    ("figures", "part_of"),
)
_LISTED = 8
_ECHOED = (faults.BAD_IDENTIFIER, faults.BAD_PATTERN)


@attrs.frozen
class _Use:
    """One reference in the file: where it stands, what it says, where it should lead."""

    node: Node
    path: tuple[str, ...]
    collections: tuple[str, ...]
    typed: bool
    hidden: bool
    beside: Mapping[str, Node]


def check_references(root: Node) -> list[RawFault]:
    """Give the faults of all references: dangling ones, unknown sub-kinds, chains that lead in a circle."""
    known = {name: _keys(root, name) for name in COLLECTIONS if _is_readable(root, name)}
    found: list[RawFault] = []
    for use in _uses(root, Workspace, (), _refers, hidden=False):
        found += _check_use(use, known)
    found += _check_terms(root)
    for collection, field in CHAINS:
        found += _check_chain(root, collection, field)
    return found


def without_echoes(root: Node, found: list[RawFault]) -> list[RawFault]:
    """Leave out faults of references whose target is there under a key that is no identifier.

    The key is told once where it stands; each reference that copies it would only say the same again.
    """
    bad = {name: {key for key in _keys(root, name) if not is_identifier(key)} for name in COLLECTIONS}
    if not any(bad.values()):
        return found
    echoes = set()
    for use in _uses(root, Workspace, (), _refers, hidden=False):
        collection, _, key = (
            use.node.text.partition("/") if use.typed else (use.collections[0], "", use.node.text)
        )
        if key in bad.get(collection, ()):
            echoes.add((use.node.line, use.node.column))
    return [fault for fault in found if fault.kind not in _ECHOED or (fault.line, fault.column) not in echoes]


def _is_readable(root: Node, name: str) -> bool:
    """Tell whether a collection can be looked into; of one that is no mapping nobody knows what it holds."""
    return name not in root.entries or root.entries[name].kind == "map"


def _keys(root: Node, name: str) -> dict[str, Node]:
    held = root.entries.get(name)
    return held.entries if held is not None and held.kind == "map" else {}


def _refers(plan: FieldPlan) -> tuple[str, ...] | None:
    return tuple(plan.about.refers.split()) if plan.about.refers else None


def _uses(
    node: Node,
    cls: type,
    path: tuple[str, ...],
    wanted: Callable[[FieldPlan], tuple[str, ...] | None],
    *,
    hidden: bool,
) -> Iterator[_Use]:
    """Yield every place in the file whose field is wanted, also inside entities that do not load."""
    if node.kind != "map":
        return
    for plan in plan_of(cls):
        child = node.entries.get(plan.name)
        if child is None:
            continue
        target = wanted(plan)
        below = is_record(plan.type)
        if target is None and not below:
            continue
        for part, item in _members(child, plan):
            place = (*path, plan.name, *part)
            if target is not None and item.kind in ("scalar", "string") and item.text:
                yield _Use(item, place, target, plan.type is Ref, hidden or plan.hidden, node.entries)
            elif below:
                yield from _uses(item, plan.type, place, wanted, hidden=hidden or plan.hidden)


def _members(node: Node, plan: FieldPlan) -> Iterator[tuple[tuple[str, ...], Node]]:
    if plan.shape == "one":
        yield (), node
    elif plan.shape == "collection":
        hidden = plan_of(plan.type)[0].hidden
        for number, (name, child) in enumerate(node.entries.items() if node.kind == "map" else (), 1):
            yield (f"[{number}]" if hidden else f"/{name}",), child
    else:
        for number, item in enumerate(node.items if node.kind == "list" else (), 1):
            yield (f"[{number}]",), item


def _check_use(use: _Use, known: Mapping[str, Mapping[str, Node]]) -> list[RawFault]:
    if use.typed:
        ref = Ref.parse(use.node.text)
        if ref is None or not ref.id:
            return []  # the converter has said so
        fits, collection, identifier = ref.collection in use.collections, ref.collection, ref.id
    else:
        fits, collection, identifier = True, use.collections[0], use.node.text
    if not fits:
        expected = Message.of(_FITTING, words=", ".join(use.collections))
        near = nearest_name(collection, use.collections)
        meant = f"{near}/{identifier}" if near else None
        error = scalars.fault(
            faults.WRONG_COLLECTION, use.node, expected=expected, near=meant, value=quoted(use.node.text)
        )
        return _placed(error, use)
    if identifier in known.get(collection, (identifier,)):
        return []
    if identifier in {slug(key) for key in known[collection] if not is_identifier(key)}:
        return []  # the key is what must change, and its fault proposes this very identifier
    error = scalars.fault(
        faults.DANGLING,
        use.node,
        expected=_whats_there(identifier, sorted(known[collection])),
        near=nearest_name(identifier, known[collection]),
        value=quoted(identifier),
        collection=collection,
    )
    return _placed(error, use)


def _whats_there(identifier: str, ids: list[str]) -> Message | None:
    if not ids:
        return Message.of(_NONE_THERE)
    if nearest_name(identifier, ids) is not None:
        return None
    return Message.of(_KNOWN, words=", ".join(ids[:_LISTED]) + (" …" if len(ids) > _LISTED else ""))


def _placed(error: Faulty, use: _Use) -> list[RawFault]:
    placed = [attrs.evolve(fault, path=use.path) for fault in error.faults]
    return [fault.masked() for fault in placed] if use.hidden else placed


def _check_terms(root: Node) -> list[RawFault]:
    """Check own words: known to the library or the workspace, and below a kind that the thing has."""
    found: list[RawFault] = []
    vocabulary = root.entries.get("vocabulary")
    parents: dict[str, dict[str, set[str]]] = {}
    for part, kinds in kinds_of_vocabulary().items():
        own = _keys(vocabulary, part) if vocabulary is not None and vocabulary.kind == "map" else {}
        codes = {kind.code for kind in kinds}
        parents[part] = {sub.code: {parent.code for parent in sub.parents} for sub in SUB_KINDS[part]}
        for name, node in own.items():
            parent = node.entries.get("parent") if node.kind == "map" else None
            parents[part][name] = {parent.text} if parent is not None else codes
            if parent is not None and parent.text not in codes and parent.kind in ("scalar", "string"):
                expected = Message.of(_KNOWN, words=", ".join(sorted(codes)))
                near = nearest_name(parent.text, codes)
                error = scalars.fault(
                    faults.BAD_WORD, parent, expected=expected, near=near, value=quoted(parent.text)
                )
                path = ("vocabulary", part, f"/{name}", "parent")
                found += [attrs.evolve(fault, path=path) for fault in error.faults]
    for use in _uses(root, Workspace, (), _own_words, hidden=False):
        part = use.collections[0]
        if vocabulary is not None and (vocabulary.kind != "map" or not _is_readable(vocabulary, part)):
            continue
        found += _check_word(use, parents[part], {kind.code for kind in kinds_of_vocabulary()[part]})
    return found


def _own_words(plan: FieldPlan) -> tuple[str, ...] | None:
    return (plan.about.terms, plan.about.below) if plan.about.terms else None


def _check_word(use: _Use, parents: Mapping[str, set[str]], codes: set[str]) -> list[RawFault]:
    part, below = use.collections
    own = Message.of(_OWN_TERMS, part=part)
    word = use.node
    above = use.beside.get(below)
    kinds = _texts(above) if above is not None else None
    if word.text not in parents:
        near = nearest_name(word.text, parents)
        error = scalars.fault(faults.BAD_WORD, word, expected=own, near=near, value=quoted(word.text))
    elif kinds is not None and codes.issuperset(kinds) and not parents[word.text] & set(kinds):
        parent = quoted(", ".join(kinds))
        error = scalars.fault(faults.WRONG_PARENT, word, expected=own, value=quoted(word.text), parent=parent)
    else:
        return []
    return _placed(error, use)


def _texts(node: Node) -> tuple[str, ...]:
    return tuple(item.text for item in node.items) if node.kind == "list" else (node.text,)


def _check_chain(root: Node, collection: str, field: str) -> list[RawFault]:
    """Find circles: something that is, over several steps, part of itself."""
    steps: dict[str, tuple[str, ...]] = {}
    places: dict[tuple[str, str], Node] = {}
    for name, node in _keys(root, collection).items():
        child = node.entries.get(field) if node.kind == "map" else None
        if child is not None:
            items = child.items if child.kind == "list" else [child]
            steps[name] = tuple(item.text for item in items)
            places |= {(name, item.text): item for item in items}
    found: list[RawFault] = []
    done: set[str] = set()
    for start in sorted(steps):
        circle = circle_from(start, steps, done)
        if circle:
            place = places[circle[0], circle[1 % len(circle)]]
            error = scalars.fault(faults.CYCLE, place, value=" → ".join((*circle, circle[0])))
            found += [
                attrs.evolve(fault, path=(collection, f"/{circle[0]}", field)) for fault in error.faults
            ]
    return found


def circle_from(start: str, steps: Mapping[str, tuple[str, ...]], done: set[str]) -> tuple[str, ...]:
    """Walk on from one thing, deep chains included; give the first circle met and mark what was seen."""
    trail: list[str] = []
    on_trail: set[str] = set()
    waiting: list[tuple[str, bool]] = [(start, True)]
    while waiting:
        name, entering = waiting.pop()
        if not entering:
            on_trail.discard(trail.pop())
            done.add(name)
        elif name in on_trail:
            circle = tuple(trail[trail.index(name) :])
            done.update(trail)
            first = circle.index(min(circle))
            return circle[first:] + circle[:first]
        elif name not in done:
            trail.append(name)
            on_trail.add(name)
            waiting.append((name, False))
            waiting += [(following, True) for following in reversed(steps.get(name, ()))]
    return ()
