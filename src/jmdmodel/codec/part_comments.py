"""Comments between one document and the files of a folder: each stays with the entry it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import attrs

from jmdmodel.codec.comments import Comments, comments_of
from jmdmodel.codec.document import read_document
from jmdmodel.codec.folder import FolderSource, ReadPart
from jmdmodel.codec.plan import plan_of
from jmdmodel.codec.source import Source
from jmdmodel.workspace import ENTITY_OF

MODELINE = "# yaml-language-server:"
"""How the line begins that names the schema to editors: a comment by its form, but not by what it says."""
HEAD = ".schema"
_PLACE = re.compile(r"\.(\w+)(?:\.([a-z0-9-]+))?")


def comments_of_source(source: Source | None) -> Comments:
    """Give the comments of what a workspace came from, as those of one document."""
    if source is None or source.is_json:
        return Comments()
    if isinstance(source, FolderSource):
        return _joined(source)
    document = read_document(source.data, json=False)
    return comments_of(document.text, document.root) if document.root is not None else Comments()


def comments_of_part(read: ReadPart) -> Comments:
    """Give the comments of one file of a folder."""
    if read.part.form != "yaml":
        return Comments()
    document = read_document(read.data, json=False)  # anew, as the lines of the part's own nodes were moved
    return comments_of(document.text, document.root) if document.root is not None else Comments()


def modeline(source: FolderSource | None) -> tuple[str, ...]:
    """Give the line with the schema that parts of a folder have, so that new ones get it as well."""
    for read in source.parts if source is not None else ():
        lines = comments_of_part(read).above.get(HEAD, ()) if read.part.key is not None else ()
        for line in lines:
            if line.startswith(MODELINE):
                return (line,)
    return ()


def without_modeline(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Give the comments of a head without the line for editors."""
    kept = tuple(line for line in lines if not line.startswith(MODELINE))
    return kept if any(kept) else ()


def _joined(source: FolderSource) -> Comments:
    """Join the comments of all files; the head of a part goes above the entry that the part holds."""
    above: dict[str, tuple[str, ...]] = {}
    end: dict[str, str] = {}
    tail: list[str] = []
    orphans: list[tuple[int, str]] = []
    for read in source.parts:
        own = comments_of_part(read)
        head = own.above.get(HEAD, ())
        for path, lines in own.above.items():
            if path != HEAD:
                above[path] = (*above.get(path, ()), *lines)
        for path, line in own.end.items():
            if end.setdefault(path, line) != line:
                above[path] = (*above.get(path, ()), line)
        if read.part.key is None:
            above |= {HEAD: head} if head else {}
        elif rest := without_modeline(head):
            place = f".{read.part.key}"
            if read.document.root is not None and read.part.key in read.document.root.entries:
                above[place] = (*rest, *above.get(place, ()))
            else:
                tail += rest
        tail += own.tail
        orphans += own.orphans
    return Comments(above=above, end=end, tail=tuple(tail), orphans=tuple(orphans))


@attrs.frozen
class Sharing:
    """Who gets which comment when a workspace is written to the files of a folder.

    Attributes:
        homes: The file of each thing, ``(collection, identifier)``; of everything else by ``""``.
    """

    homes: Mapping[tuple[str, str], str]

    def share(self, origins: Mapping[str, Comments]) -> dict[str, Comments]:
        """Give the comments of each file of the new folder, from those of each file of the old one."""
        above: dict[str, dict[str, tuple[str, ...]]] = {}
        end: dict[str, dict[str, str]] = {}
        for origin, own in sorted(origins.items()):
            for path, lines in own.above.items():
                held = above.setdefault(self._home(path, origin), {})
                held[path] = (*held.get(path, ()), *lines)
            for path, line in own.end.items():
                home = self._home(path, origin)
                if end.setdefault(home, {}).setdefault(path, line) != line:
                    held = above.setdefault(home, {})
                    held[path] = (*held.get(path, ()), line)
        return {
            name: Comments(
                above=above.get(name, {}),
                end=end.get(name, {}),
                tail=origins[name].tail if name in origins else (),
                orphans=origins[name].orphans if name in origins else (),
            )
            for name in sorted({*origins, *above, *end})
        }

    def _home(self, path: str, origin: str) -> str:
        """Give the file that a comment goes to: that of its thing, and for a whole entry where it was."""
        if path == HEAD:
            return origin
        key, name = _steps(path)
        if (key, name) in self.homes:
            return self.homes[key, name]
        holders = [home for (held, _), home in self.homes.items() if held == key]
        return origin if origin in holders or not holders else holders[0]


def _steps(path: str) -> tuple[str, str]:
    match = _PLACE.match(path)
    return (match[1], match[2] or "") if match else ("", "")


def told_of(lost: Comments) -> Iterator[tuple[int, str]]:
    """Yield the line, or the place, of each comment that found no place."""
    for line, _ in lost.orphans:
        yield line, ""
    for path in sorted({*lost.above, *lost.end}):
        yield 0, place_of(path)


def place_of(path: str) -> str:
    """Give the place of a comment as an error may name it: without what it says of things about people."""
    collection, dot, rest = path.removeprefix(".").partition(".")
    private = collection in ENTITY_OF and plan_of(ENTITY_OF[collection])[0].hidden
    return f"{collection}{dot}{'…' if private and rest else rest}"
