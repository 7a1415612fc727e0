"""Files with exactly one thing broken, and what must be said of it: to prove that readers say just that.

Example:
    >>> from jmdmodel.codec import loads
    >>> from jmdmodel.errors import LoadError
    >>> from hypothesis import given
    >>> @given(breakages())
    ... def test_one_broken_thing_is_told_once(broken: Breakage) -> None:
    ...     try:
    ...         loads(broken.data, name=broken.name)
    ...     except LoadError as error:
    ...         assert [fault.code for fault in error.faults] == [broken.code]
    >>> test_one_broken_thing_is_told_once()
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs
from hypothesis import reject
from hypothesis import strategies as st

from jmdmodel.codec.raw_faults import join_path
from jmdmodel.codec.source import looks_like_json
from jmdmodel.errors import ModelError
from jmdmodel.testing._edit import LAST, Edit
from jmdmodel.testing._edits import edits_of
from jmdmodel.testing._layout import Place, json_lines, tree_of, yaml_lines
from jmdmodel.testing.strategies import workspaces
from jmdmodel.workspace import Workspace

__all__ = ["CODES", "Breakage", "breakages", "breakages_of"]

CODES = (
    *("L101", "L102", "L103", "L105", "L106", "L107", "L108", "L109", "L110", "L111", "L112", "L113", "L114"),
    *("L115", "L116", "L117", "L118", "L119", "L120", "L121", "L122", "L123", "L124", "L125", "L126", "L127"),
    *("L128", "L131", "L132", "L133", "L134", "L135", "L136", "L137", "L138", "L139", "L140", "L141"),
)
"""The faults that one edit of a sound file can bring about."""


@attrs.frozen(kw_only=True)
class Breakage:
    """A sound workspace, its text with one thing broken, and the one fault that must be told.

    Attributes:
        workspace: What the text would hold if nothing were broken.
        what: The kind of edit, in words.
        code: The code of the fault.
        path: The place in the model that the fault names; empty where it stands before all of it.
        line: The line of the text that the fault names, counted from 1.
        name: The name of the file, with the suffix of its format.
        data: The broken text.
    """

    workspace: Workspace = attrs.field(repr=False)
    what: str
    code: str
    path: str
    line: int
    name: str
    data: bytes


def breakages_of(
    workspace: Workspace, *, name: str = "workspace.yaml", codes: Sequence[str] = CODES
) -> Iterator[Breakage]:
    """Yield every breakage of a sound workspace, in the order of the file: each field in each wrong way.

    Args:
        workspace: A sound workspace; the more it holds, the more can be broken.
        name: The name of the file; ``.json`` gives JSON, everything else YAML.
        codes: The faults that are wanted.

    Raises:
        ModelError: There is no such fault among :data:`CODES`.

    Example:
        >>> from jmdmodel.testing.builders import minimal
        >>> [(broken.what, broken.line) for broken in breakages_of(minimal(), codes=["L112"])]
        [('missing entry', 3), ('missing entry', 3)]
    """
    root, edits = _edits(workspace, name, codes)
    kept = [
        (place, place.value, dict(place.value) if isinstance(place.value, dict) else None)
        for place in root.below()
    ]
    for edit in edits:
        yield _broken(workspace, name, root, edit)
        for place, value, entries in kept:
            place.value = value
            if entries is not None:
                value.clear()
                value.update(entries)


@st.composite
def breakages(
    draw: st.DrawFn,
    *,
    among: st.SearchStrategy[Workspace] | None = None,
    names: Sequence[str] = ("workspace.yaml", "workspace.json"),
    codes: Sequence[str] = CODES,
) -> Breakage:
    """Give files in which exactly one thing is broken, each kind of fault as often as the others.

    Args:
        draw: Given by hypothesis.
        among: The sound workspaces that are broken; small generated ones where nothing is said.
        names: The names that the files may have; ``.json`` gives JSON, everything else YAML.
        codes: The faults that are wanted; examples in which none of them can be made are thrown away.

    Raises:
        ModelError: There is no such fault among :data:`CODES`.
    """
    workspace = draw(workspaces(size=2) if among is None else among)
    name = draw(st.sampled_from(names))
    root, edits = _edits(workspace, name, codes)
    kinds = sorted({(edit.code, edit.what) for edit in edits})
    if not kinds:
        reject()
    kind = draw(st.sampled_from(kinds))
    fitting = [edit for edit in edits if (edit.code, edit.what) == kind]
    return _broken(workspace, name, root, fitting[draw(st.integers(0, len(fitting) - 1))])


def _edits(workspace: Workspace, name: str, codes: Sequence[str]) -> tuple[Place, list[Edit]]:
    unknown = sorted({*codes} - {*CODES})
    if unknown:
        raise ModelError(f"No single edit brings about: {', '.join(unknown)}.")
    root = tree_of(workspace)
    form = "json" if looks_like_json(name, b"") else "yaml"
    wanted = (edit for edit in edits_of(root, workspace) if edit.code in codes)
    return root, [edit for edit in wanted if edit.only in (None, form)]


def _broken(workspace: Workspace, name: str, root: Place, edit: Edit) -> Breakage:
    """Make one breakage; the edit changes the tree."""
    edit.change()
    lines = json_lines(root) if looks_like_json(name, b"") else yaml_lines(root)
    at: int = getattr(edit.at, edit.side)
    text = "\n".join(edit.lines(lines, at)) + "\n"
    return Breakage(
        workspace=workspace,
        what=edit.what,
        code=edit.code,
        path=join_path(edit.path),
        line=len(lines) + 1 if edit.further == LAST else at + edit.further,
        name=name,
        data=text.encode("utf-8", "surrogateescape"),
    )
