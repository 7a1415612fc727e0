"""A workspace to the files of a folder: only what changes is written, everything else stays byte for byte."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jmdmodel.codec.canonical import fields_text, plain_json, to_plain
from jmdmodel.codec.comments import Comments
from jmdmodel.codec.flat_writing import table_text
from jmdmodel.codec.folder import FolderSource, loads_folder
from jmdmodel.codec.layout import Layout, Share, lay_out, shares_of
from jmdmodel.codec.nodes import SCHEMA_VERSION
from jmdmodel.codec.part_comments import (
    HEAD,
    Sharing,
    comments_of_part,
    comments_of_source,
    modeline,
    told_of,
    without_modeline,
)
from jmdmodel.codec.parts import Part, is_candidate, keys
from jmdmodel.codec.source import Source
from jmdmodel.codec.validation import whole_of
from jmdmodel.codec.writing import proved
from jmdmodel.collection import Collection
from jmdmodel.errors import LoadError, SaveError
from jmdmodel.messages import Message, Say
from jmdmodel.storage import DISK, Port, digest, fingerprint, is_folder, read_folder, write_folder
from jmdmodel.workspace import COLLECTIONS, Workspace

NO_FILES = digest(fingerprint({}).encode())
"""The digest of a folder in which no part of a workspace is yet."""

_COMMENTS_LOST = Say(
    de="Beim Speichern würden Kommentare verloren gehen: {comments}. Mit drop_comments=True ist das erlaubt.",
    en="Saving would lose comments: {comments}. drop_comments=True allows it.",
)
_IN_LINE = Say(de="{file}, Zeile {line}", en="{file}, line {line}")
_AT_PLACE = Say(de="{file} bei {path}", en="{file} at {path}")
_TAKEN = Say(
    de="In dem Ordner {folder} liegt schon eine andere Arbeitsmappe. Nötig ist ein leerer Ordner.",
    en="The folder {folder} holds another workspace already. Choose an empty folder.",
)
_BROKEN = Say(
    de="Was in dem Ordner {folder} liegt, lässt sich nicht laden und bleibt deshalb, wie es ist."
    " Nach „jmd check {folder}“ ist zu sehen, was zu berichtigen ist.",
    en='What lies in the folder {folder} cannot be loaded, and so it stays as it is. "jmd check {folder}"'
    " shows what to correct.",
)


def folder_files(
    workspace: Workspace,
    *,
    source: Source | None = None,
    drop_comments: bool = False,
    rewrite: bool = False,
) -> dict[str, bytes]:
    """Give all files of a folder that holds a workspace, by name, and make sure that nothing is lost.

    Args:
        workspace: What to write.
        source: What it came from. Of a folder every file stays in its form, and those whose content
            says the same stay byte for byte; of a document the comments go to the files of their entries.
        drop_comments: Whether comments that have no place any more may be lost.
        rewrite: Whether files that say the same are brought to the canonical form as well.

    Raises:
        SaveError: Comments would be lost (``S202``), or the values are not sound (``S204``).
    """

    def make() -> tuple[dict[str, bytes], Workspace]:
        files = _files(whole_of(workspace), source, drop_comments=drop_comments, rewrite=rewrite)
        return files, loads_folder(files).workspace

    return proved(workspace, make)


def _files(
    workspace: Workspace, source: Source | None, *, drop_comments: bool, rewrite: bool
) -> dict[str, bytes]:
    like = source if isinstance(source, FolderSource) else None
    layout = lay_out(workspace, like)
    old: Mapping[str, Share] = {}
    if like is not None:
        old = shares_of(loads_folder(like.files, name=like.name).workspace, like)
    changed = [name for name in layout.parts if rewrite or old.get(name) != layout.shares.get(name, {})]
    comments = _comments(source, layout, changed)
    files = {name: like.files[name] for name in layout.parts if like is not None and name not in changed}
    lost: list[tuple[str, Comments]] = [
        (name, left) for name, left in comments.items() if name not in changed
    ]
    for name in changed:
        share = layout.shares.get(name, {})
        own = comments.get(name, Comments())
        emptied = not share and bool(old.get(name))
        if emptied and (drop_comments or not (without_modeline(own.above.get(HEAD, ())) or own.tail)):
            lost.append((name, _beside_head(own)))
            continue
        text, left = _text(layout.parts[name], share, own)
        files[name] = text.encode("utf-8", "surrogatepass")
        lost.append((name, left))
    if not drop_comments:
        _refuse_loss(lost)
    return dict(sorted(files.items()))


def _comments(source: Source | None, layout: Layout, changed: list[str]) -> dict[str, Comments]:
    """Give the comments of the files to write; those of the others stay where they are."""
    root = next(name for name, part in layout.parts.items() if part.key is None)
    sharing = Sharing(layout.homes())
    if not isinstance(source, FolderSource):
        return sharing.share({root: comments_of_source(source)})
    shared = sharing.share(
        {read.part.name: comments_of_part(read) for read in source.parts if read.part.name in changed}
    )
    line = modeline(source)
    for name in changed:
        if line and name not in source.files and layout.parts[name].form == "yaml":
            own = shared.get(name, Comments())
            shared[name] = Comments(above={HEAD: line, **own.above}, end=own.end)
    return shared


def _beside_head(own: Comments) -> Comments:
    above = {path: lines for path, lines in own.above.items() if path != HEAD}
    return Comments(above=above, end=own.end, orphans=own.orphans)


def _text(part: Part, share: Share, comments: Comments) -> tuple[str, Comments]:
    """Give the canonical text of one file, and the comments that found no place in it."""
    if part.form == "csv":
        return table_text(str(part.key), share.values()), comments
    told = [(keys()[key], held) for key, held in _entries(share).items()]
    if part.form == "yaml":
        return fields_text(told, schema=SCHEMA_VERSION, comments=comments)
    plain: dict[str, Any] = {"schema": SCHEMA_VERSION}
    for plan, held in told:
        if plan.shape == "collection":
            plain[plan.name] = {thing.id: to_plain(thing) for thing in held}
        else:
            plain[plan.name] = to_plain(held) if plan.shape == "one" else [to_plain(item) for item in held]
    return plain_json(plain), comments


def _entries(share: Share) -> dict[str, Any]:
    """Gather the things of each collection, in the order of a single document."""
    entries: dict[str, Any] = {}
    for key in keys():
        if key in COLLECTIONS:
            things = [thing for (held, _), thing in share.items() if held == key]
            entries |= {key: Collection(things)} if things else {}
        elif (key, "") in share:
            entries[key] = share[key, ""]
    return entries


def _refuse_loss(lost: list[tuple[str, Comments]]) -> None:
    told = []
    for file, comments in lost:
        for line, path in told_of(comments):
            said = Message.of(_IN_LINE, file=file, line=str(line))
            told.append((said if line else Message.of(_AT_PLACE, file=file, path=path)).as_say())
    if told:
        raise SaveError("S202", Message.of(_COMMENTS_LOST, comments=tuple(told)))


def save_folder(
    workspace: Workspace,
    path: str | os.PathLike[str],
    *,
    source: Source | None = None,
    expected_digest: str | None = None,
    drop_comments: bool = False,
    rewrite: bool = False,
    port: Port = DISK,
) -> FolderSource:
    """Save a workspace as the files of a folder, all of them in one step.

    Args:
        workspace: What to save.
        path: The folder; made if it is missing.
        source: What it came from, see :func:`folder_files`. When the folder holds a workspace, it is that.
        expected_digest: The digest that the folder must have; taken from what is known of it.
        drop_comments: Whether comments that have no place any more may be lost.
        rewrite: Whether files that say the same are brought to the canonical form as well.
        port: The operating system.

    Raises:
        SaveError: As in :func:`folder_files`; also when the folder holds something else (``S205``).
        StorageError: Somebody else has changed a file, or the disk refuses.
    """
    name = os.fspath(path)
    there = {}
    same = isinstance(source, FolderSource) and Path(source.name).absolute() == Path(name).absolute()
    before: Source | None = source if same else None
    if not same and is_folder(path, port=port):
        there = read_folder(path, is_candidate, port=port)
        before = _met(there, name, source) if there else None
    files = folder_files(workspace, source=before or source, drop_comments=drop_comments, rewrite=rewrite)
    known: Mapping[str, bytes] = before.files if isinstance(before, FolderSource) else {}
    changes: dict[str, bytes | None] = {one: data for one, data in files.items() if known.get(one) != data}
    changes |= dict.fromkeys(known.keys() - files.keys())
    stated = fingerprint(known)
    write_folder(
        path,
        changes,
        is_candidate,
        expected=expected_digest or digest(stated.encode()),
        known=stated,
        port=port,
    )
    return FolderSource(name, fingerprint(files).encode(), files=files)


def _met(there: Mapping[str, bytes], name: str, source: Source | None) -> FolderSource:
    """Give what is in the folder already, as the state that the new one replaces."""
    if source is not None:
        raise SaveError("S205", Message.of(_TAKEN, folder=name))
    try:
        found = loads_folder(there, name=name).source
    except LoadError as error:
        raise SaveError("S205", Message.of(_BROKEN, folder=name)) from error
    return FolderSource(name, found.data, files=there)
