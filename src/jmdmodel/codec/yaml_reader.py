"""YAML to plain nodes: from the events of PyYAML's parser, every scalar as its text with its place.

The usual loaders turn the postcode 01067 into 567, ``no`` into false and 12:30:45 into 45045, and
forget where things stood. Here the text stays a text until the schema gives it a type. What a
workspace never needs (anchors, tags, several documents) is refused with its place.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from jmdmodel.codec import faults
from jmdmodel.codec.nodes import MAX_DEPTH, Node, list_node, map_node
from jmdmodel.codec.raw_faults import RawFault, duplicate
from jmdmodel.messages import Say

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_ANCHORS = Say("Anker und Verweise (& und *)", "Anchors and aliases (& and *)")
_TAGS = Say("Typangaben (!)", "Tags (!)")
_MERGES = Say("Zusammenführungen (<<)", "Merge keys (<<)")
_COMPLEX = Say("Schlüssel aus mehreren Teilen", "Keys of several parts")

_REASONS = (
    (
        "cannot start any token",
        Say(
            "hier steht ein Tabulator oder ein Sonderzeichen am Anfang.",
            "a tab or a special character stands at the start.",
        ),
    ),
    (
        "mapping values are not allowed",
        Say(
            "hier ist ein Doppelpunkt zu viel, oder die Einrückung stimmt nicht.",
            "there is a colon too many, or the indentation is off.",
        ),
    ),
    (
        "could not find expected ':'",
        Say("nach einem Schlüssel fehlt der Doppelpunkt.", "a colon is missing after a key."),
    ),
    (
        "did not find expected key",
        Say(
            "die Einrückung passt nicht zu den Zeilen davor.",
            "the indentation does not fit the lines before.",
        ),
    ),
    (
        "did not find expected '-'",
        Say(
            "in der Liste fehlt ein Bindestrich, oder die Einrückung stimmt nicht.",
            "a dash is missing in the list, or the indentation is off.",
        ),
    ),
    (
        "unexpected end of stream",
        Say(
            "ein Anführungszeichen oder eine Klammer wird nicht geschlossen.",
            "a quotation mark or bracket is not closed.",
        ),
    ),
    (
        "expected ',' or",
        Say(
            "in der Klammer fehlt ein Komma, oder sie wird nicht geschlossen.",
            "a comma is missing in the brackets, or they are not closed.",
        ),
    ),
    (
        "control characters are not allowed",
        Say("hier steht ein unsichtbares Steuerzeichen.", "an invisible control character stands here."),
    ),
)
_NOT_CLOSED = re.compile("unexpected end of stream|expected ',' or")
"""What is told at the place where quotation marks or brackets were opened, not where the file ended."""

_LINE_END = re.compile("\r\n|\r|\n")

_UNKNOWN_REASON = Say("die Schreibweise ist kein YAML.", "this is not YAML.")


def read_yaml(text: str) -> tuple[Node | None, list[RawFault]]:
    """Give the root node of a YAML text, and what was refused on the way.

    The node is ``None`` where the text holds nothing or cannot be read; then a fault says so.
    """
    loader = _Loader(text)
    try:
        return _read(loader)
    except yaml.YAMLError as error:
        return None, [_syntax_fault(error, text)]
    except RecursionError:
        return None, [RawFault(kind=faults.TOO_DEEP, line=1, column=1, values=(("limit", MAX_DEPTH),))]
    finally:
        loader.dispose()


def _read(loader: Any) -> tuple[Node | None, list[RawFault]]:  # noqa: PLR0912, PLR0915 - the one hot loop, kept in one piece
    found: list[RawFault] = []
    get_event = loader.get_event
    scalar = yaml.ScalarEvent
    root: Node | None = None
    stack: list[Node] = []
    in_key: list[Any] = []
    holder: Node | None = None
    in_map = False
    # A key is kept as text and mark and never made a node, as half of all scalars are keys. The text of
    # a key that is no text is None; its value is read and dropped.
    key: str | None = None
    key_mark: Any = None
    while True:
        event = get_event()
        cls = event.__class__
        if cls is scalar:
            mark = event.start_mark
            if in_map and key_mark is None:
                key, key_mark = event.value, mark
                if event.tag is not None or event.anchor is not None:
                    found += _refused(event, Node("scalar", mark.line + 1, mark.column + 1))
                if key == "<<":
                    found.append(_forbidden(_MERGES, Node("scalar", mark.line + 1, mark.column + 1)))
                continue
            node = Node("scalar", mark.line + 1, mark.column + 1, event.value)
            if event.tag is not None or event.anchor is not None:
                found += _refused(event, node)
        elif cls is yaml.MappingStartEvent or cls is yaml.SequenceStartEvent:
            mark = event.start_mark
            make = map_node if cls is yaml.MappingStartEvent else list_node
            node = make(mark.line + 1, mark.column + 1)
            if event.tag is not None or event.anchor is not None:
                found += _refused(event, node)
            if len(stack) >= MAX_DEPTH:
                raise_at = RawFault(
                    kind=faults.TOO_DEEP, line=node.line, column=node.column, values=(("limit", MAX_DEPTH),)
                )
                return None, [*found, raise_at]
        elif cls is yaml.MappingEndEvent or cls is yaml.SequenceEndEvent:
            stack.pop()
            holder = stack[-1] if stack else None
            in_map = holder is not None and holder.kind == "map"
            key, key_mark = None, in_key.pop()
            continue
        elif cls is yaml.AliasEvent:
            mark = event.start_mark
            node = Node("scalar", mark.line + 1, mark.column + 1, "*")
            found.append(_forbidden(_ANCHORS, node))
            if in_map and key_mark is None:
                key, key_mark = "*", mark
                continue
        elif cls is yaml.DocumentStartEvent:
            if root is not None:
                mark = event.start_mark
                found.append(
                    RawFault(kind=faults.SECOND_DOCUMENT, line=mark.line + 1, column=mark.column + 1)
                )
                return root, found
            continue
        elif cls is yaml.StreamEndEvent:
            return root, found
        else:
            continue
        # From here on there is a new node: put it where it belongs.
        whose: Any = None
        if holder is None:
            root = node
        elif not in_map:
            holder.items.append(node)
        elif key_mark is None:
            found.append(_forbidden(_COMPLEX, node))
            whose = mark
        else:
            if key is not None:
                entries = holder.entries
                if key in entries:
                    found.append(duplicate(holder, key, key_mark.line + 1, key_mark.column + 1))
                else:
                    node.key_line = key_mark.line + 1
                    node.key_column = key_mark.column + 1
                    entries[key] = node
            key_mark = None
        if cls is not scalar and cls is not yaml.AliasEvent:
            stack.append(node)
            in_key.append(whose)
            holder = node
            in_map = node.kind == "map"
            key_mark = None


def _refused(event: Any, node: Node) -> list[RawFault]:
    refused = []
    if event.anchor is not None:
        refused.append(_forbidden(_ANCHORS, node))
    if event.tag is not None:
        refused.append(_forbidden(_TAGS, node))
    return refused


def _forbidden(thing: Say, node: Node) -> RawFault:
    return RawFault(
        kind=faults.FORBIDDEN_YAML, line=node.line, column=node.column, values=(("thing", thing),)
    )


def _syntax_fault(error: yaml.YAMLError, text: str) -> RawFault:
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "")
    mark, opened = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if mark is None or (opened is not None and opened.line < mark.line and _NOT_CLOSED.search(problem)):
        mark = opened
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    lines = _LINE_END.split(text)
    if line > len(lines):  # the parser counts on where the last line has no end
        line, column = len(lines), len(lines[-1]) + 1
    reason = next((said for part, said in _REASONS if part in problem), _UNKNOWN_REASON)
    return RawFault(kind=faults.BAD_SYNTAX, line=line, column=column, values=(("reason", reason),))
