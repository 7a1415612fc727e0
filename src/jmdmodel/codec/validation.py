"""Look at the values of a workspace as loading looks at those of a file, without any text in between.

Values that Python code made are turned into plain nodes, numbered instead of placed, and go through the
same hooks and the same look at references as a file does.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import attrs

from jmdmodel.codec import faults
from jmdmodel.codec.canonical import to_plain, told_fields
from jmdmodel.codec.converter import node_converter
from jmdmodel.codec.document import controls_in_strings
from jmdmodel.codec.faults import FaultKind
from jmdmodel.codec.nodes import Kind, Node
from jmdmodel.codec.plan import FieldPlan, is_record, plan_of
from jmdmodel.codec.raw_faults import Faulty, RawFault
from jmdmodel.codec.reading import once, unsaid
from jmdmodel.codec.references import check_references, without_echoes
from jmdmodel.collection import Collection
from jmdmodel.errors import ModelFault
from jmdmodel.fields import evolve
from jmdmodel.messages import Message, Say
from jmdmodel.workspace import COLLECTIONS, Workspace

_WANTED = Say("Erwartet wird ein Wert der Art {wanted}.", "A value of the kind {wanted} is expected.")
_GIVE_ONE = Say("Einen Wert angeben.", "Give a value.")


def validate(workspace: Workspace) -> tuple[ModelFault, ...]:
    """Give everything that is wrong with the values of a workspace; nothing when it can be saved.

    A workspace that was loaded is sound; entities that Python code made are not looked at when they
    are made. Values of a wrong kind or outside their limits, identifiers that cannot be, references
    that lead nowhere and broken rules of sense are found here, all at once, in the order of the
    model. It takes about as long as loading a file of the same size. :func:`jmdmodel.save` refuses the
    same faults by itself; :func:`jmdmodel.check` and the analyses do not look for them and expect a
    sound workspace. German: Gültigkeitsprüfung.

    Example:
        >>> from jmdmodel.entities import Partner, Service
        >>> from jmdmodel.vocabulary import PartnerKind
        >>> mine = Workspace(service=Service(name="JMD Musterstadt", provider="Träger e. V."))
        >>> validate(mine)
        ()
        >>> school = Partner(id="schule", name="", kind=PartnerKind.SCHOOL, part_of="amt")
        >>> [(fault.code, fault.path) for fault in validate(mine.with_entities(school))]
        [('L113', 'partners/schule.name'), ('L122', 'partners/schule.part_of')]
    """
    whole = whole_of(workspace)
    nodes = _Nodes()
    root = nodes.record(whole, (), hidden=False)
    found = [*nodes.found, *(nodes.placed(fault) for fault in controls_in_strings(root))]
    made: Any = None
    try:
        made = node_converter().get_structure_hook(Workspace)(root, None)
    except Faulty as faulty:
        found += without_echoes(root, list(faulty.faults))
    found += unsaid(found, check_references(root))
    if not found and made != whole:
        places = enumerate(differences(made, whole, ""))
        found = [RawFault(kind=faults.OTHER_KIND, line=n, column=1, path=(path,)) for n, path in places]
    ordered = sorted(once(found), key=lambda fault: (fault.line, fault.column, fault.path, fault.kind.code))
    return tuple(_finished(fault) for fault in ordered)


def _finished(fault: RawFault) -> ModelFault:
    told = fault.in_model()  # there is no line that could be left out
    return attrs.evolve(told, remedy=Message.of(_GIVE_ONE)) if fault.kind is faults.EMPTY_VALUE else told


@attrs.define
class _Nodes:
    """Makes nodes of values; says which are of a wrong kind, and where each of them is in the model.

    The number of a node stands in the place of its line: column 1 is the key, column 2 the value.
    """

    found: list[RawFault] = attrs.field(factory=list)
    paths: list[tuple[tuple[str, ...], bool]] = attrs.field(factory=list)

    def record(self, value: Any, path: tuple[str, ...], *, hidden: bool) -> Node:
        """Give the node of an entity or a period with all that it holds."""
        node = self._begun("map", path, hidden=hidden)
        for plan, held in told_fields(value):
            below = hidden or plan.hidden
            node.entries[plan.name] = self._field(plan, held, (*path, plan.name), hidden=below)
        return node

    def _begun(self, kind: Kind, path: tuple[str, ...], *, hidden: bool, text: str = "") -> Node:
        self.paths.append((path, hidden))
        node = Node(kind, len(self.paths), 2, text)
        node.key_column = 1
        if kind == "map":
            node.entries = {}
        elif kind == "list":
            node.items = []
        return node

    def _field(self, plan: FieldPlan, held: Any, path: tuple[str, ...], *, hidden: bool) -> Node:
        if plan.shape == "one":
            return self._one(plan.type, held, path, hidden=hidden)
        if plan.shape == "collection":
            if not isinstance(held, Collection):
                return self._other(held, path, "Collection", hidden=hidden)
            return self._collection(plan.type, held, path, hidden=hidden)
        if not isinstance(held, tuple):
            return self._other(held, path, "tuple", hidden=hidden)
        node = self._begun("list", path, hidden=hidden)
        for number, item in enumerate(held, 1):
            node.items.append(self._one(plan.type, item, (*path, f"[{number}]"), hidden=hidden))
        return node

    def _collection(self, cls: type, held: Collection[Any], path: tuple[str, ...], *, hidden: bool) -> Node:
        node = self._begun("map", path, hidden=hidden)
        private = plan_of(cls)[0].hidden
        for number, thing in enumerate((*held, *held.beyond()), 1):
            place = (*path, f"[{number}]" if private else f"/{thing.id}")
            child = self._one(cls, thing, place, hidden=hidden or private)
            node.entries[str(thing.id)] = child
            if not isinstance(thing.id, str):
                expected = Message.of(_WANTED, wanted="str")
                key = RawFault(
                    kind=faults.OTHER_KIND, line=child.line, column=1, expected=expected, path=place
                )
                self.found.append(key)
        return node

    def _one(self, wanted: Any, value: Any, path: tuple[str, ...], *, hidden: bool) -> Node:
        cls = getattr(wanted, "__supertype__", wanted)
        if value is None or not isinstance(value, (int, float, Fraction) if cls is Fraction else cls):
            return self._other(value, path, cls.__name__, hidden=hidden)
        if is_record(cls):
            return self.record(value, path, hidden=hidden)
        kind, text = _scalar(value)
        node = self._begun(kind, path, hidden=hidden, text=text)
        if kind == "string" and not unicodedata.is_normalized("NFC", text):
            self._complain(faults.TWO_PARTS, path)
        return node

    def _other(self, value: Any, path: tuple[str, ...], wanted: str, *, hidden: bool) -> Node:
        node = self._begun("null", path, hidden=hidden)
        if value is not None:
            self._complain(faults.OTHER_KIND, path, wanted)
        return node

    def _complain(self, kind: FaultKind, path: tuple[str, ...], wanted: str = "") -> None:
        expected = Message.of(_WANTED, wanted=wanted) if wanted else None
        self.found.append(RawFault(kind=kind, line=len(self.paths), column=2, expected=expected, path=path))

    def placed(self, fault: RawFault) -> RawFault:
        """Give a fault that knows only its number the path that belongs to it."""
        path, hidden = self.paths[fault.line - 1]
        found = attrs.evolve(fault, path=tuple(part for part in path if part.isprintable()))
        return found.masked() if hidden else found


def _scalar(value: Any) -> tuple[Kind, str]:
    """Give kind and text of a single value, as JSON has it."""
    if isinstance(value, bool):
        return "boolean", str(value).lower()
    plain = to_plain(value)
    return ("string" if isinstance(plain, str) else "number"), str(plain)


def whole_of(workspace: Workspace) -> Workspace:
    """Give a workspace that shows all it knows, as the file does."""
    held = {name: getattr(workspace, name) for name in COLLECTIONS}
    beyond = {
        name: Collection((*shown, *shown.beyond()))
        for name, shown in held.items()
        if isinstance(shown, Collection) and shown.beyond()
    }
    return evolve(workspace, **beyond) if beyond else workspace


def differences(read: Any, wanted: Any, path: str) -> Iterator[str]:
    """Yield the places at which two values differ, private identifiers as numbers (R-51)."""
    if type(read) is not type(wanted) or not is_record(type(wanted)):
        yield path
        return
    for plan in plan_of(type(wanted)):
        one, other = getattr(read, plan.name), getattr(wanted, plan.name)
        if one == other:
            continue
        place = f"{path}.{plan.name}" if path else plan.name
        if plan.shape == "one" or type(one) is not type(other) or len(one) != len(other):
            yield from differences(one, other, place)
            continue
        hidden = plan.shape != "collection" or plan_of(plan.type)[0].hidden
        for number, (left, right) in enumerate(zip(one, other, strict=True), 1):
            if left != right:
                yield from differences(left, right, place + (f"[{number}]" if hidden else f"/{right.id}"))
