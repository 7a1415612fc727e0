"""JSON to plain nodes with places; strict to RFC 8259, duplicate keys refused.

The standard library's reader forgets where values stood, so the walk over the text is ours; strings
are decoded by the library's scanner.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from json import decoder

from jmdmodel.codec import faults
from jmdmodel.codec.nodes import MAX_DEPTH, Node, list_node, map_node
from jmdmodel.codec.raw_faults import RawFault, duplicate
from jmdmodel.messages import Say

# The type stubs leave the library's scanner out.
_scan: Callable[[str, int, bool], tuple[str, int]] = vars(decoder)["scanstring"]
_BLANK = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_NOT_A_NUMBER = re.compile(r"-?(?:NaN|Infinity)\b")
_WORDS = {"true": "boolean", "false": "boolean", "null": "null"}

_VALUE = Say("hier müsste ein Wert stehen.", "a value should stand here.")
_NO_NUMBER = Say("NaN und Infinity sind in JSON keine Zahlen.", "NaN and Infinity are no numbers in JSON.")
_COLON = Say("nach einem Schlüssel fehlt der Doppelpunkt.", "a colon is missing after a key.")
_COMMA = Say(
    "hier fehlt ein Komma oder die schließende Klammer.", "a comma or the closing bracket is missing."
)
_KEY = Say(
    "hier müsste ein Schlüssel in Anführungszeichen stehen.", "a key in quotation marks should stand here."
)
_STRING = Say(
    "der Text in Anführungszeichen ist nicht richtig geschrieben.", "the quoted text is not written properly."
)
_REST = Say("nach dem Ende steht noch etwas.", "something follows after the end.")


class _Stop(Exception):  # noqa: N818 - leaves the walk at the first place that is no JSON
    def __init__(self, at: int, reason: Say | None) -> None:
        super().__init__(at, reason)
        self.at = at
        self.reason = reason


def read_json(text: str) -> tuple[Node | None, list[RawFault]]:
    """Give the root node of a JSON text, and what was refused on the way."""
    walk = _Walk(text)
    try:
        root = walk.whole()
    except _Stop as stop:
        return None, [*walk.found, _stopped(*walk.place(stop.at), stop.reason)]
    return root, walk.found


def _stopped(line: int, column: int, reason: Say | None) -> RawFault:
    if reason is None:
        return RawFault(kind=faults.TOO_DEEP, line=line, column=column, values=(("limit", MAX_DEPTH),))
    return RawFault(kind=faults.BAD_SYNTAX, line=line, column=column, values=(("reason", reason),))


class _Walk:
    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[RawFault] = []
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def whole(self) -> Node:
        root, end = self.value(self.blank(0), 0)
        end = self.blank(end)
        if end < len(self.text):
            raise _Stop(end, _REST)
        return root

    def place(self, at: int) -> tuple[int, int]:
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1

    def blank(self, at: int) -> int:
        match = _BLANK.match(self.text, at)
        return match.end() if match else at

    def value(self, at: int, depth: int) -> tuple[Node, int]:
        first = self.text[at : at + 1]
        line, column = self.place(at)
        if first == "{":
            return self._map(at, depth, map_node(line, column))
        if first == "[":
            return self._list(at, depth, list_node(line, column))
        if first == '"':
            string, end = self._string(at, _STRING)
            return Node("string", line, column, string), end
        number = _NUMBER.match(self.text, at)
        if number:
            return Node("number", line, column, number.group()), number.end()
        for word, kind in _WORDS.items():
            if self.text.startswith(word, at):
                return Node(kind, line, column, word), at + len(word)  # type: ignore[arg-type]
        raise _Stop(at, _NO_NUMBER if _NOT_A_NUMBER.match(self.text, at) else _VALUE)

    def _string(self, at: int, reason: Say) -> tuple[str, int]:
        if self.text[at : at + 1] != '"':
            raise _Stop(at, reason)
        try:
            return _scan(self.text, at + 1, True)  # noqa: FBT003 - the scanner takes no keywords
        except decoder.JSONDecodeError as error:
            raise _Stop(min(error.pos, len(self.text)), _STRING) from None

    def _deeper(self, at: int, depth: int) -> None:
        if depth >= MAX_DEPTH:
            raise _Stop(at, None)

    def _map(self, at: int, depth: int, node: Node) -> tuple[Node, int]:
        def entry(at: int) -> int:
            name, end = self._string(at, _KEY)
            line, column = self.place(at)
            end = self.blank(end)
            if self.text[end : end + 1] != ":":
                raise _Stop(end, _COLON)
            child, end = self.value(self.blank(end + 1), depth + 1)
            if name in node.entries:
                self.found.append(duplicate(node, name, line, column))
            else:
                child.key_line, child.key_column = line, column
                node.entries[name] = child
            return end

        return node, self._members(at, depth, "}", entry)

    def _list(self, at: int, depth: int, node: Node) -> tuple[Node, int]:
        def item(at: int) -> int:
            child, end = self.value(at, depth + 1)
            node.items.append(child)
            return end

        return node, self._members(at, depth, "]", item)

    def _members(self, at: int, depth: int, closing: str, member: Callable[[int], int]) -> int:
        self._deeper(at, depth)
        at = self.blank(at + 1)
        if self.text[at : at + 1] == closing:
            return at + 1
        while True:
            at = self.blank(member(at))
            following = self.text[at : at + 1]
            if following == closing:
                return at + 1
            if following != ",":
                raise _Stop(at, _COMMA)
            at = self.blank(at + 1)
