"""The comments of a YAML file, each with the place in the model that it belongs to.

The parser drops comments, so they are found in the text beside it: a ``#`` at a line's start or after a
blank, outside every scalar. A comment on its own line belongs to the key below it, one at a line's end
to the key of that line. Items of lists are told apart by what is in them (a date, a partner), not by
their number, so that a comment stays with its item when another one is put in front.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping

import attrs
import yaml

from jmdmodel.codec.nodes import Node

NATURAL_KEYS = ("on", "year", "partner", "area", "role", "kind", "collection")
"""What tells the items of a list apart; the first that an item has."""

_HASH = re.compile(r"(?:^|(?<=[ \t]))#[^\n]*", re.MULTILINE)


@attrs.frozen(kw_only=True)
class Comments:
    """Comments by place: above a key, at a line's end, after the last line, and those that have no place."""

    above: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    end: Mapping[str, str] = attrs.field(factory=dict)
    tail: tuple[str, ...] = ()
    orphans: tuple[tuple[int, str], ...] = ()


def comments_of(text: str, root: Node) -> Comments:
    """Give the comments of a text that was read to these nodes."""
    found = _comment_lines(text)
    if not found:
        return Comments()
    lines = text.split("\n")
    first = _first_paths(root)
    content = sorted(first)
    above: dict[str, list[str]] = {}
    end: dict[str, str] = {}
    tail: list[str] = []
    orphans: list[tuple[int, str]] = []
    for number, (own, comment) in found.items():
        if not own:
            if number in first and first[number] not in end:
                end[first[number]] = comment
            else:
                orphans.append((number, comment))
            continue
        following = bisect_right(content, number)
        block = above.setdefault(first[content[following]], []) if following < len(content) else tail
        if block and number >= 2 and not lines[number - 2].strip():
            block.append("")
        block.append(comment)
    return Comments(
        above={path: tuple(block) for path, block in above.items()},
        end=end,
        tail=tuple(tail),
        orphans=tuple(orphans),
    )


def _comment_lines(text: str) -> dict[int, tuple[bool, str]]:
    """Give each comment by its line: whether the line is its own, and the comment with its ``#``."""
    spans = _scalar_spans(text)
    starts = [start for start, _ in spans]
    found: dict[int, tuple[bool, str]] = {}
    for match in _HASH.finditer(text):
        at = match.start()
        before = bisect_right(starts, at) - 1
        if before >= 0 and at < spans[before][1]:
            continue
        line_start = text.rfind("\n", 0, at) + 1
        number = text.count("\n", 0, at) + 1
        found.setdefault(number, (not text[line_start:at].strip(), match.group().rstrip()))
    return found


def _scalar_spans(text: str) -> list[tuple[int, int]]:
    """Give where scalars begin and end; a block's begins after its header line, which may bear a comment."""
    spans = []
    for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        if not isinstance(event, yaml.ScalarEvent) or event.start_mark is None or event.end_mark is None:
            continue
        start, end = event.start_mark.index, event.end_mark.index
        if start < end:
            if event.style in ("|", ">"):
                start = text.find("\n", start)
                end = _end_of_block(text, start, end)
            spans.append((start, end))
    return spans


def _end_of_block(text: str, start: int, end: int) -> int:
    """Draw the end of a block back to its last line of text: the mark stands behind comments that follow."""
    lines = text[start + 1 : end].split("\n")
    indent = next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), 0)
    inside = start + 1
    at = start + 1
    for line in lines:
        at += len(line) + 1
        if line.strip() and len(line) - len(line.lstrip(" ")) >= indent:
            inside = at
    return min(inside, end)


def _first_paths(root: Node) -> dict[int, str]:
    """Give for each line on which something starts the place of the outermost thing that starts there."""
    first: dict[int, str] = {}
    waiting: list[tuple[str, Node]] = [("", root)]
    while waiting:
        path, node = waiting.pop()
        if path:
            known = first.get(node.key_line)
            if known is None or len(path) < len(known):
                first[node.key_line] = path
        if node.kind == "map":
            waiting += [(f"{path}.{name}", child) for name, child in node.entries.items()]
        elif node.kind == "list":
            keys = item_keys([_item_key(item) for item in node.items])
            waiting += [(f"{path}[{key}]", item) for key, item in zip(keys, node.items, strict=True)]
    return first


def _item_key(item: Node) -> str | None:
    if item.kind != "map":
        return item.text if item.kind == "scalar" else None
    return next((item.entries[name].text for name in NATURAL_KEYS if name in item.entries), None)


def item_keys(natural: list[str | None]) -> list[str]:
    """Make keys of a list's items unique: the same one gets a number from its second time on."""
    seen: dict[str, int] = {}
    keys = []
    for number, key in enumerate(natural, 1):
        name = f"#{number}" if key is None else key
        seen[name] = seen.get(name, 0) + 1
        keys.append(name if seen[name] == 1 else f"{name}#{seen[name]}")
    return keys
