"""The comments of a YAML file, each with the place in the model that it belongs to.

The parser drops comments, so they are found in the text beside it: a ``#`` at a line's start or after a
blank, outside every scalar. A comment on its own line belongs to the key below it, one at a line's end
to the key of that line. Items of lists are told apart by what is in them (a date, a partner), not by
their number, so that a comment stays with its item when another one is put in front.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from itertools import accumulate

import attrs
import yaml

from jmdmodel.codec.nodes import Node

NATURAL_KEYS = ("day", "year", "partner", "area", "role", "kind", "collection")
"""What tells the items of a list apart; the first that an item has."""

_HASH = re.compile(r"^#|(?<=[ \t])#", re.MULTILINE)
_BREAK = re.compile(r"\r\n?")


@attrs.frozen(kw_only=True)
class Comments:
    """Comments by place: above a key, at a line's end, after the last line, and those that have no place."""

    above: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    end: Mapping[str, str] = attrs.field(factory=dict)
    tail: tuple[str, ...] = ()
    orphans: tuple[tuple[int, str], ...] = ()

    def speak_of(self, places: Iterable[str]) -> bool:
        """Tell whether there is a comment on one of some places."""
        return any(place in self.above or place in self.end for place in places)


def comments_of(text: str, root: Node) -> Comments:
    """Give the comments of a text that was read to these nodes."""
    text = _BREAK.sub("\n", text)
    lines = text.split("\n")
    spans = _scalar_spans(text) if "#" in text else []
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    found = _comment_lines(text, spans, starts)
    if not found:
        return Comments()
    begins = {bisect_right(starts, end - 1): bisect_right(starts, start) for start, end in spans}
    first = _first_paths(root)
    content = sorted(first)
    above: dict[str, list[str]] = {}
    end: dict[str, str] = {}
    tail: list[str] = []
    orphans: list[tuple[int, str]] = []
    for number, (own, comment) in found.items():
        if not own:
            path = first.get(number, first.get(begins.get(number, number)))
            if path is not None and path not in end:
                end[path] = comment
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


def _comment_lines(text: str, spans: list[tuple[int, int]], starts: list[int]) -> dict[int, tuple[bool, str]]:
    """Give each comment by its line: whether the line is its own, and the comment with its ``#``."""
    begins = [start for start, _ in spans]
    found: dict[int, tuple[bool, str]] = {}
    at = 0
    while match := _HASH.search(text, at):
        at = match.start()
        before = bisect_right(begins, at) - 1
        if before >= 0 and at < spans[before][1]:
            at = spans[before][1]  # behind the scalar, as a comment may follow it on its line
            continue
        number = bisect_right(starts, at)
        comment = text[at : starts[number] - 1]
        found[number] = (not text[starts[number - 1] : at].strip(), comment.rstrip())
        at = starts[number] - 1
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
                end = _end_of_block(text, start, end, event)
            spans.append((start, end))
    return spans


def _end_of_block(text: str, start: int, end: int, event: yaml.ScalarEvent) -> int:
    """Draw the end of a block back to its last line of text: the mark stands behind comments that follow."""
    lines = text[start + 1 : end].split("\n")
    if event.style == "|":
        count = event.value.rstrip("\n").count("\n") + 1
        return min(start + 1 + sum(len(line) + 1 for line in lines[:count]), end)
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
    known = (item.entries[name] for name in NATURAL_KEYS if name in item.entries)
    return next((node.text for node in known if node.kind == "scalar"), None)


def item_keys(natural: list[str | None]) -> list[str]:
    """Make keys of a list's items unique: the same one gets a number from its second time on."""
    seen: dict[str, int] = {}
    keys = []
    for number, key in enumerate(natural, 1):
        name = f"#{number}" if key is None else key
        seen[name] = seen.get(name, 0) + 1
        keys.append(name if seen[name] == 1 else f"{name}#{seen[name]}")
    return keys
