"""How faults travel: from the place where they are found up to where the file is refused."""

from __future__ import annotations

import attrs

from jmdmodel.codec import faults
from jmdmodel.codec.faults import FaultKind
from jmdmodel.codec.nodes import Node
from jmdmodel.errors import LoadFault, ModelFault, Position
from jmdmodel.messages import Message, Say, Value

_MEANT = Say(de="Gemeint ist vielleicht „{near}“.", en='Did you mean "{near}"?')
_HIDDEN = Say(de="eine vertrauliche Angabe (Länge {n})", en="a confidential entry (length {n})")
_HIDDEN_OTHER = Say(de="eine vertrauliche Angabe", en="a confidential entry")
_OURS = frozenset(["collection", "first", "found", "key", "known", "label", "limit", "reason", "thing"])
"""Values that are the library's own words and not the user's."""


@attrs.frozen(kw_only=True)
class RawFault:
    """A fault on its way up: place in the file, path so far, values.

    Those of the reader do not know their path yet; ``holder`` is the mapping that they stand in.
    ``nameless`` says that the path lacks its last part already, a key that may not be told.
    """

    kind: FaultKind
    line: int
    column: int
    values: tuple[tuple[str, Value], ...] = ()
    expected: Message | None = None
    near: str | None = None
    path: tuple[str, ...] = ()
    holder: Node | None = attrs.field(default=None, eq=False, repr=False)
    nameless: bool = False

    def under(self, part: str) -> RawFault:
        """Give the fault with one more part in front of its path."""
        return attrs.evolve(self, path=(part, *self.path))

    def masked(self) -> RawFault:
        """Give the fault without the values it is about: only that it is a text, and how long (R-51)."""
        values = tuple((name, value if name in _OURS else _hide(value)) for name, value in self.values)
        named = self.kind is faults.UNKNOWN_KEY and not self.nameless
        path = self.path[:-1] if named else self.path
        return attrs.evolve(self, values=values, near=None, path=path, nameless=self.nameless or named)

    def placed(self, file: str) -> LoadFault:
        """Give the finished fault of a file."""
        return self.in_model().in_file(Position(file, self.line, self.column))

    def in_model(self) -> ModelFault:
        """Give the finished fault of a value, without a place in a file."""
        known = dict(self.values)
        what = Message.of(self.kind.what, **{name: known[name] for name in self.kind.what.names()})
        return ModelFault(
            code=self.kind.code,
            path=join_path(self.path),
            what=what,
            expected=self._expected(),
            remedy=self._remedy(known),
            near=self.near,
        )

    def _expected(self) -> Message | None:
        """Say what was expected; a list of all words is not needed where the right one is near."""
        lists = self.expected is not None and any(name == "words" for name, _ in self.expected.values)
        return None if lists and self.near is not None else self.expected

    def _remedy(self, known: dict[str, Value]) -> Message | None:
        if self.near is not None:
            return Message.of(_MEANT, near=self.near)
        if self.kind.remedy is None:
            return None
        return Message.of(self.kind.remedy, **{name: known[name] for name in self.kind.remedy.names()})


class Faulty(Exception):  # noqa: N818 - never leaves the codec
    """Carries faults up to where all of them are gathered; never leaves the codec."""

    def __init__(self, *faults: RawFault) -> None:
        super().__init__(*faults)
        self.faults = faults


def duplicate(holder: Node, name: str, line: int, column: int) -> RawFault:
    """Give the fault of a key that stands twice in a mapping."""
    values = (("first", str(holder.entries[name].key_line)), ("value", quoted(name)))
    path = (name if name.isprintable() and name else "?",)
    return RawFault(
        kind=faults.DUPLICATE_KEY, line=line, column=column, values=values, path=path, holder=holder
    )


def join_path(parts: tuple[str, ...]) -> str:
    """Join the parts of a path: ``/`` before an identifier, ``[`` before a number, else a dot."""
    text = ""
    for part in parts:
        text += part if not text or part[0] in "/[" else f".{part}"
    return text


@attrs.frozen
class Quoted(Say):
    """The user's words in the quotation marks of each language, and how long they are."""

    length: int = 0


def quoted(text: str) -> Quoted:
    """Give the user's words in quotation marks, shortened where they are long, control characters shown."""
    short = text if len(text) <= 60 else text[:57] + "…"
    shown = "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in short)
    return Quoted(f"„{shown}“", f'"{shown}"', len(text))


def _hide(value: Value) -> Value:
    if isinstance(value, Quoted):
        return Message.of(_HIDDEN, n=str(value.length)).as_say()
    if isinstance(value, Say):
        return value  # hidden further down already
    return _HIDDEN_OTHER
