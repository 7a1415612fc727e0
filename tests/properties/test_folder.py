"""A folder says what one document says, whatever the workspace; saving touches only what changed."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jmdmodel.codec import dumps, loads, validate
from jmdmodel.codec.flat import is_flat
from jmdmodel.codec.flat_writing import table_text
from jmdmodel.codec.folder import FolderSource, loads_folder
from jmdmodel.codec.folder_writing import folder_files
from jmdmodel.codec.parts import part_of
from jmdmodel.codec.reading import SCHEMA_VERSION
from jmdmodel.errors import LoadError, LoadFault, SaveError
from jmdmodel.fields import evolve
from jmdmodel.testing.strategies import naughty_text, workspaces
from jmdmodel.workspace import COLLECTIONS, Workspace

FEW = max(10, settings.default.max_examples // 3)


def source_of(files: Mapping[str, bytes]) -> FolderSource:
    source = loads_folder(files).source
    assert isinstance(source, FolderSource)
    return source


def files_of(workspace: Workspace) -> dict[str, bytes]:
    return folder_files(workspace)


def sayable(workspace: Workspace) -> bool:
    """Tell whether all texts can stand in a table: only a carriage return and a line feed cannot."""
    return b"\\r\\n" not in dumps(workspace, name="w.json")


def as_tables(workspace: Workspace, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Put every collection that fits into a table in the place of its file."""
    changed = dict(files)
    for name in files:
        part = part_of(name)
        assert part is not None
        if part.key is not None and is_flat(part.key):
            things = [
                thing
                for thing in getattr(workspace, part.key)
                if part.year is None or thing.day.year == part.year
            ]
            del changed[name]
            changed[f"{part.stem}.csv"] = table_text(part.key, things).encode()
    return changed


@settings(max_examples=FEW)
@given(workspaces(size=3))
def test_a_folder_and_the_single_document_load_equal(workspace: Workspace) -> None:
    files = files_of(workspace)
    single = loads(dumps(workspace)).workspace
    assert loads_folder(files).workspace == single
    assert loads(dumps(workspace, source=source_of(files))).workspace == single


@settings(max_examples=FEW)
@given(workspaces(size=3))
def test_tables_say_what_yaml_says(workspace: Workspace) -> None:
    if sayable(workspace):
        assert loads_folder(as_tables(workspace, files_of(workspace))).workspace == workspace


@settings(max_examples=FEW)
@given(workspaces(size=3), st.sampled_from(COLLECTIONS), st.booleans())
def test_without_one_collection_all_other_files_stay_byte_for_byte(
    workspace: Workspace, gone: str, tables: bool
) -> None:
    files = files_of(workspace)
    if tables and sayable(workspace):
        files = as_tables(workspace, files)
    # a form of the user's own: blanks that the canonical form lacks
    files = {
        name: data if b"|" in data else data.replace(b"schema: ", b"schema:   ")
        for name, data in files.items()
    }
    source = source_of(files)
    assert folder_files(workspace, source=source) == files
    changed = evolve(workspace, **{gone: type(workspace.partners)()})
    if validate(changed):
        return  # something refers to it
    after = folder_files(changed, source=source)
    kept = {name: data for name, data in files.items() if getattr(part_of(name), "key", None) != gone}
    assert after == kept


@settings(max_examples=FEW)
@given(workspaces(size=2))
def test_the_canonical_form_of_a_folder_is_its_own_canonical_form(workspace: Workspace) -> None:
    files = files_of(workspace)
    assert folder_files(workspace, source=source_of(files), rewrite=True) == files
    assert folder_files(workspace) == files


@settings(max_examples=FEW)
@given(workspaces(size=1), naughty_text())
def test_any_text_comes_back_from_a_table_or_is_refused(workspace: Workspace, text: str) -> None:
    if not workspace.activities or not text.strip():
        return
    changed = workspace.with_entities(*(evolve(one, note=text) for one in workspace.activities))
    if not sayable(workspace):
        return
    source = source_of(as_tables(workspace, files_of(workspace)))
    if validate(changed) or "\r\n" in text:
        with pytest.raises(SaveError, match=r"S20[34]"):
            folder_files(changed, source=source)
        return
    assert loads_folder(folder_files(changed, source=source)).workspace == changed


TABLE = b'id;day;minutes;area;regarding;note\na1;2025-03-04;30;network;partners/a partners/b;"x; ""y"" z"\n'


@settings(max_examples=5 * FEW)
@given(
    st.dictionaries(
        st.sampled_from(["workspace.yaml", "partners.json", "partners.csv", "activities-2025.csv", "x.csv"]),
        st.one_of(
            st.binary(max_size=60),
            st.text('id;,"\n\r a1-partners/network\ufeff', max_size=60).map(str.encode),
            st.sampled_from([b"schema: 2\nservice:\n  name: J\n  provider: T\n", TABLE, b"{}", b"- a"]),
        ),
    )
)
def test_whatever_the_bytes_of_the_files_only_a_load_error_leaves(files: Mapping[str, bytes]) -> None:
    faults: tuple[LoadFault, ...] = ()
    try:
        loads_folder(files)
    except LoadError as error:
        faults = error.faults
    assert all(fault.in_("de") and fault.in_("en") for fault in faults)
    assert all(0 < fault.position.line < 1000 for fault in faults)


@given(st.integers(0, len(TABLE) - 1), st.binary(max_size=3), st.integers(0, 4))
def test_a_table_with_some_bytes_changed_loads_or_tells_where(at: int, other: bytes, gone: int) -> None:
    root = f"schema: {SCHEMA_VERSION}\nservice:\n  name: J\n  provider: T\n".encode()
    table = TABLE[:at] + other + TABLE[at + gone :]
    with contextlib.suppress(LoadError):
        loaded = loads_folder({"workspace.yaml": root, "activities-2025.csv": table})
        assert len(loaded.workspace.activities) <= 2
