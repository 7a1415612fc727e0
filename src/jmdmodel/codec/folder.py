"""A workspace in a folder: every file a part, all of them one document when it comes to sense and faults."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path

import attrs

from jmdmodel.codec import faults, part_faults, scalars
from jmdmodel.codec.document import Document, read_document
from jmdmodel.codec.duplicates import place_duplicates
from jmdmodel.codec.faults import FaultKind
from jmdmodel.codec.flat import is_flat, read_table
from jmdmodel.codec.lines import lines_of
from jmdmodel.codec.merging import STRIDE, merged, shift
from jmdmodel.codec.nodes import SCHEMA_VERSION, Node
from jmdmodel.codec.parts import ROOT, Part, is_candidate, no_part, part_of
from jmdmodel.codec.raw_faults import RawFault
from jmdmodel.codec.reading import once, schema_is_known, typed
from jmdmodel.codec.source import Loaded, Source
from jmdmodel.errors import LoadError, LoadFault, Position
from jmdmodel.storage import DISK, Port, fingerprint, read_folder
from jmdmodel.workspace import COLLECTIONS

_BROKEN_HEADER = (part_faults.UNKNOWN_COLUMN, part_faults.SAME_COLUMN, part_faults.MISSING_COLUMN)
_DISPLACED = (part_faults.PRIVATE_IN_ROOT, part_faults.MISPLACED)


@attrs.frozen
class ReadPart:
    """A part with its bytes and its nodes; the root is ``None`` where it cannot be read."""

    part: Part
    data: bytes = attrs.field(repr=False)
    document: Document = attrs.field(repr=False)


@attrs.frozen(slots=False)
class FolderSource(Source):
    """The files of a folder; finds the place of anything in them (R-52).

    ``data`` is the list of the files with their digests, so that ``digest`` tells every change of any of
    them, of their names too.

    Attributes:
        files: Name and bytes of each file that is a part.
    """

    files: Mapping[str, bytes] = attrs.field(factory=dict, repr=False)

    @property
    def is_json(self) -> bool:
        """A folder is no JSON, though files in it may be."""
        return False

    @cached_property
    def parts(self) -> tuple[ReadPart, ...]:
        """The parts in their order: the root first, then as in a single document."""
        return read_parts(self.files, [])

    @cached_property
    def _root(self) -> Node | None:
        return _whole(self.parts, [])

    def keep(self, root: Node | None, parts: tuple[ReadPart, ...] = ()) -> None:
        """Take over the nodes of the whole and of its parts."""
        super().keep(root)
        vars(self)["parts"] = parts

    def _position(self, line: int, column: int) -> Position:
        number, line = divmod(line, STRIDE)
        return Position(os.path.join(self.name, self.parts[number].part.name), line, column)  # noqa: PTH118 - as the user wrote it

    @cached_property
    def _lines_by_file(self) -> Mapping[str, tuple[list[str], int]]:
        return {read.part.name: (lines_of(read.data), number) for number, read in enumerate(self.parts)}

    def _file_at(self, position: Position) -> tuple[list[str], int]:
        lines, number = self._lines_by_file[os.path.basename(position.file)]  # noqa: PTH119 - as joined above
        return lines, position.line + number * STRIDE

    def homes(self) -> Mapping[tuple[str, str], str]:
        """Give the name of the file that each thing stands in; for what is no collection, by ``""``."""
        homes: dict[tuple[str, str], str] = {}
        for read in self.parts:
            for key, node in read.document.root.entries.items() if read.document.root is not None else ():
                homes[key, ""] = read.part.name
                if node.kind == "map":
                    homes |= {(key, name): read.part.name for name in node.entries}
        return homes


def load_folder(path: str | os.PathLike[str], *, port: Port = DISK, keep_places: bool = False) -> Loaded:
    """Load the workspace in a folder.

    Raises:
        LoadError: Holds every fault of every file.
        StorageError: There is no such folder, or a file cannot be read.
    """
    files = read_folder(path, is_candidate, port=port)
    return loads_folder(files, name=os.fspath(path), keep_places=keep_places)


def loads_folder(files: Mapping[str, bytes], *, name: str = "workspace", keep_places: bool = False) -> Loaded:
    """Read a workspace from the files of a folder, given by name.

    Args:
        files: The bytes of each file; those that are no candidates for a part are left alone.
        name: Name of the folder, for errors.
        keep_places: As for :func:`jmdmodel.loads`.

    Raises:
        LoadError: Holds every fault of every file with its place (R-52); no other error leaves here.

    Example:
        >>> root = f"schema: {SCHEMA_VERSION}\\nservice:\\n  name: JMD\\n  provider: T\\n".encode()
        >>> year = b"id;day;minutes;area\\na1;2025-03-04;30;network\\n"
        >>> loaded = loads_folder({"workspace.yaml": root, "activities-2025.csv": year})
        >>> loaded.workspace.activities["a1"].minutes
        30
    """
    files = {one: data for one, data in sorted(files.items()) if is_candidate(one)}
    strays: list[LoadFault] = []
    parts = read_parts(files, strays, folder=name)
    found: list[RawFault] = []
    notes: list[RawFault] = []
    for number, read in enumerate(parts):
        own = place_duplicates(read.document.root, list(read.document.faults))
        found += [_moved(fault, number) for fault in own]
        notes += [_moved(note, number) for note in read.document.notes]
    known = _check_schemas(parts, found)
    whole = _whole(parts, found)
    unseen = _unseen(parts, found, strays)
    workspace = typed(whole, found) if whole is not None and known else None
    broken = _broken_tables(found)
    told = [_reworded(fault, parts) for fault in once(found) if not _follows(fault, broken, unseen)]
    if strays or told or workspace is None:
        raise LoadError((*strays, *(_placed(fault, parts, name) for fault in told)))
    source = FolderSource(
        name,
        fingerprint(files).encode(),
        tuple(_placed(note, parts, name) for note in notes),
        files=files,
    )
    if keep_places:
        source.keep(whole, parts)
    return Loaded(workspace, source)


def read_parts(
    files: Mapping[str, bytes], strays: list[LoadFault], *, folder: str = ""
) -> tuple[ReadPart, ...]:
    """Read every file that is a part; what is none, or is there twice, is added to the strays."""
    stems: dict[str, str] = {}
    parts: list[Part] = []
    for name in files:
        part = part_of(name)
        fault = None
        if part is None:
            fault = no_part(name)
        elif part.form == "csv" and not is_flat(part.key or ""):
            fault = RawFault(kind=part_faults.NOT_FLAT, line=1, column=1)
        elif stems.setdefault(part.stem, name) != name:
            fault = RawFault(
                kind=part_faults.SAME_PART, line=1, column=1, values=(("other", stems[part.stem]),)
            )
        if fault is not None:
            strays.append(fault.placed(_join(folder, name)))
        elif part is not None:
            parts.append(part)
    if ROOT not in stems:
        missing = RawFault(kind=part_faults.NO_ROOT_PART, line=1, column=1)
        strays.append(missing.placed(_join(folder, f"{ROOT}.yaml")))
    ordered = sorted(parts, key=lambda part: part.order)
    return tuple(
        ReadPart(part, files[part.name], _shifted(part, files[part.name], number))
        for number, part in enumerate(ordered)
    )


def _shifted(part: Part, data: bytes, number: int) -> Document:
    reader = partial(read_table, collection=part.key or "") if part.form == "csv" else None
    document = read_document(data, json=part.form == "json", reader=reader)
    if document.root is not None:
        shift(document.root, number)
    return document


def _whole(parts: Sequence[ReadPart], found: list[RawFault]) -> Node | None:
    """Give the nodes of all parts as one document, without their versions."""
    if not parts or parts[0].part.key is not None or parts[0].document.root is None:
        return None
    roots: list[tuple[Part, Node | None]] = []
    for read in parts:
        root = read.document.root
        if root is not None and root.kind != "map":
            found += scalars.wrong_shape(root, scalars.EXPECTED_MAP).faults
            root = None
        roots.append((read.part, root))
    return merged(roots, found)


def _check_schemas(parts: Sequence[ReadPart], found: list[RawFault]) -> bool:
    """Check the version of each part; a table has none and is always of the present one."""
    known = True
    for read in parts:
        root = read.document.root
        if root is not None and root.kind == "map" and read.part.form != "csv":
            known = schema_is_known(root.entries.get("schema"), root, found) and known
    return known


def _moved(fault: RawFault, number: int) -> RawFault:
    """Move a fault of the reader to the lines of its file, unless its node was moved before it was told."""
    return attrs.evolve(fault, line=fault.line % STRIDE + number * STRIDE)


def _broken_tables(found: list[RawFault]) -> frozenset[int]:
    return frozenset(fault.line // STRIDE for fault in found if fault.kind in _BROKEN_HEADER)


def _unseen(parts: Sequence[ReadPart], found: list[RawFault], strays: list[LoadFault]) -> frozenset[str]:
    """Give the collections of which something was not read, so that nothing is said to be missing there."""
    if any(stray.code == part_faults.NO_PART.code for stray in strays):
        return frozenset(COLLECTIONS)
    unread = [part_of(Path(stray.position.file).name) for stray in strays]
    unread += [read.part for read in parts if read.document.root is None or read.document.root.kind != "map"]
    displaced = [fault.path[0] for fault in found if fault.kind in _DISPLACED]
    return frozenset([*(part.key for part in unread if part is not None and part.key), *displaced])


def _follows(fault: RawFault, broken: frozenset[int], unseen: frozenset[str]) -> bool:
    """Tell whether a fault only follows from one that is told: at a table's head, or of a file unread."""
    if fault.kind is faults.MISSING_KEY:
        return fault.line // STRIDE in broken
    return fault.kind is faults.DANGLING and dict(fault.values).get("collection") in unseen


def _reworded(fault: RawFault, parts: Sequence[ReadPart]) -> RawFault:
    """Say a fault in the words of its file: a table has cells in place of lines."""
    part = parts[fault.line // STRIDE].part
    if fault.kind is faults.EMPTY_FILE and part.key is not None:
        return attrs.evolve(fault, kind=part_faults.EMPTY_PART, values=(("known", str(SCHEMA_VERSION)),))
    if part.form != "csv":
        return fault
    if fault.kind is faults.EMPTY_VALUE:
        return attrs.evolve(fault, kind=part_faults.EMPTY_CELL, expected=None)
    if fault.kind.remedy is scalars.LEAVE_OUT:
        kind = FaultKind(fault.kind.code, fault.kind.what, part_faults.CELL_LEAVE_OUT)
        return attrs.evolve(fault, kind=kind)
    return fault


def _placed(fault: RawFault, parts: Sequence[ReadPart], folder: str) -> LoadFault:
    number, line = divmod(fault.line, STRIDE)
    return attrs.evolve(fault, line=line).placed(_join(folder, parts[number].part.name))


def _join(folder: str, name: str) -> str:
    return str(Path(folder) / name) if folder else name
