"""Bytes to a workspace: nodes, entities, references; every fault of the file in one error."""

from __future__ import annotations

from jmdmodel.codec import faults, scalars
from jmdmodel.codec.converter import node_converter
from jmdmodel.codec.document import read_document
from jmdmodel.codec.duplicates import place_duplicates
from jmdmodel.codec.fast import quick, quick_from_nodes
from jmdmodel.codec.nodes import SCHEMA_VERSION, Node
from jmdmodel.codec.pause import collector_paused
from jmdmodel.codec.raw_faults import Faulty, RawFault
from jmdmodel.codec.references import check_references, without_echoes
from jmdmodel.codec.source import Loaded, Source, looks_like_json
from jmdmodel.errors import LoadError
from jmdmodel.workspace import Workspace

_AT_ROOT = (faults.FORBIDDEN_YAML, faults.FORBIDDEN_CHARACTER, faults.OTHER_KIND, faults.TWO_PARTS)
"""Faults of notation and kind: whatever else is wrong at their place comes from them."""


def loads(data: bytes, *, name: str = "workspace.yaml", keep_places: bool = False) -> Loaded:
    """Read a workspace from bytes.

    Args:
        data: YAML or JSON in UTF-8.
        name: Name of the file, for errors; its suffix decides between YAML and JSON.
        keep_places: Whether the places that were met while reading stay in memory. ``source.locate`` then
            need not read the file again, which is worth it where findings will be shown at once.

    Raises:
        LoadError: Holds every fault of the file with its place (R-52); no other error leaves here.

    Example:
        >>> loaded = loads(b"schema: 2\\nservice:\\n  name: JMD Musterstadt\\n  provider: Muster e. V.\\n")
        >>> loaded.workspace.service.name
        'JMD Musterstadt'
    """
    json = looks_like_json(name, data)
    with collector_paused():
        workspace = quick(data, schema=SCHEMA_VERSION) if json else None
        if workspace is not None:
            return Loaded(workspace, Source(name, data))
        return read_thoroughly(data, name=name, try_quick=not json, keep_places=keep_places)


def read_thoroughly(data: bytes, *, name: str, try_quick: bool = False, keep_places: bool = False) -> Loaded:
    """Read a workspace by way of nodes, which know the place of everything.

    Args:
        data: The bytes of the file.
        name: Its name.
        try_quick: Whether the nodes of a sound YAML file may become values without a look at each of them.
        keep_places: As for :func:`loads`.

    Raises:
        LoadError: As :func:`loads` does.
    """
    document = read_document(data, json=looks_like_json(name, data))
    found = place_duplicates(document.root, list(document.faults))
    workspace: Workspace | None = None
    if document.root is not None:
        workspace = _read_root(document.root, found, try_quick=try_quick)
    if found or workspace is None:
        raise LoadError(tuple(fault.placed(name) for fault in once(found)))
    notes = tuple(note.placed(name) for note in document.notes)
    source = Source(name, data, notes)
    if keep_places:
        source.keep(document.root)
    return Loaded(workspace, source)


def once(found: list[RawFault]) -> list[RawFault]:
    """Leave out what only follows from something that was refused at the same place."""
    refused = {(fault.line, fault.column) for fault in found if fault.kind in _AT_ROOT}
    return [fault for fault in found if fault.kind in _AT_ROOT or (fault.line, fault.column) not in refused]


def unsaid(found: list[RawFault], more: list[RawFault]) -> list[RawFault]:
    """Give those of more faults at whose place nothing was refused yet: what cannot be leads nowhere too."""
    refused = {(fault.line, fault.column) for fault in found}
    return [fault for fault in more if (fault.line, fault.column) not in refused]


def _read_root(root: Node, found: list[RawFault], *, try_quick: bool) -> Workspace | None:
    if root.kind != "map":
        found += scalars.wrong_shape(root, scalars.EXPECTED_MAP).faults
        return None
    schema = root.entries.pop("schema", None)
    workspace = typed(root, found, try_quick=try_quick) if schema_is_known(schema, root, found) else None
    if schema is not None:
        root.entries["schema"] = schema  # its place may still be asked for
    return workspace


def typed(root: Node, found: list[RawFault], *, try_quick: bool = False) -> Workspace | None:
    """Give the workspace that nodes of the present version say; what is wrong with them is added."""
    workspace = quick_from_nodes(root) if try_quick and not found else None
    if workspace is not None:
        return workspace
    try:
        workspace = node_converter().get_structure_hook(Workspace)(root, None)
    except Faulty as faulty:
        found += without_echoes(root, list(faulty.faults))
    found += unsaid(found, check_references(root))
    return workspace


def schema_is_known(schema: Node | None, root: Node, found: list[RawFault]) -> bool:
    """Check the version first: a newer file would bring a hundred faults that say nothing."""
    place = schema or root
    if schema is None or not schema.text.isascii() or not schema.text.isdigit() or len(schema.text) > 6:
        found.append(RawFault(kind=faults.NO_SCHEMA, line=place.line, column=place.column, path=("schema",)))
        return True
    if int(schema.text) > SCHEMA_VERSION:
        values = (("known", SCHEMA_VERSION), ("value", schema.text))
        found.append(
            RawFault(
                kind=faults.NEWER_SCHEMA,
                line=place.line,
                column=place.column,
                values=values,
                path=("schema",),
            )
        )
        return False
    if int(schema.text) < 1:
        found.append(RawFault(kind=faults.NO_SCHEMA, line=place.line, column=place.column, path=("schema",)))
    return True
