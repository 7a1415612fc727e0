"""A workspace to bytes, and the proof that reading them gives the same workspace."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import attrs

from jmdmodel.codec.canonical import json_text, yaml_text
from jmdmodel.codec.comments import Comments
from jmdmodel.codec.nodes import SCHEMA_VERSION
from jmdmodel.codec.part_comments import comments_of_source, told_of
from jmdmodel.codec.reading import loads
from jmdmodel.codec.source import Source
from jmdmodel.codec.validation import differences, validate, whole_of
from jmdmodel.errors import LoadError, LoadFault, ModelFault, SaveError
from jmdmodel.messages import Message, Say
from jmdmodel.workspace import Workspace

T = TypeVar("T")

_COMMENTS_LOST = Say(
    de="Beim Speichern würden Kommentare verloren gehen: {comments}. Mit drop_comments=True ist das erlaubt.",
    en="Saving would lose comments: {comments}. drop_comments=True allows it.",
)
_IN_LINE = Say(de="Zeile {line}", en="line {line}")
_AT_PLACE = Say(de="bei {path}", en="at {path}")
_NOT_THE_SAME = Say(
    de="Nichts wurde gespeichert, denn die Datei ergäbe hier andere Werte: {places}.",
    en="Nothing was saved, as the file would give other values here: {places}.",
)
_NOT_SOUND = Say(
    de="Die Arbeitsmappe kann so nicht gespeichert werden, Zahl der Fehler: {n}.",
    en="The workspace cannot be saved as it is, number of faults: {n}.",
)
_JSON_HAS_NONE = Say(
    de="JSON kennt keine Kommentare; die Vorlage enthält welche. drop_comments=True lässt sie weg.",
    en="JSON has no comments, and the source has some. drop_comments=True leaves them out.",
)


def dumps(
    workspace: Workspace,
    *,
    name: str = "workspace.yaml",
    source: Source | None = None,
    drop_comments: bool = False,
) -> bytes:
    """Write a workspace as the one canonical text, and make sure that nothing is lost.

    The bytes are read back before they are given: what would not come back equal is refused, so that
    a value outside its limits is found here, with all faults at once.

    Args:
        workspace: What to write.
        name: Name of the file; ``.json`` gives JSON, everything else YAML.
        source: The file it came from; its comments are kept where they belong.
        drop_comments: Whether comments that have no place any more may be lost.

    Raises:
        SaveError: Comments would be lost (``S201``, ``S202``), or the values are not sound (``S204``);
            ``faults`` holds all that is wrong with them, as :func:`jmdmodel.validate` gives it.
    """

    def make() -> tuple[bytes, Workspace]:
        data = _written(workspace, name, comments_of_source(source), drop_comments=drop_comments)
        return data, loads(data, name=name).workspace

    return proved(workspace, make)


def proved(workspace: Workspace, make: Callable[[], tuple[T, Workspace]]) -> T:
    """Give what a writer makes, if reading it again gives the same workspace.

    Raises:
        SaveError: It gives another one (``S203``), or none, because the values are not sound (``S204``).
    """
    try:
        return _compared(workspace, *make())
    except LoadError as error:
        found = validate(workspace) or tuple(_without_place(fault) for fault in error.faults)
    except (TypeError, AttributeError, ValueError):  # what is no value of the model may stop the writer
        found = validate(workspace)
        if not found:
            raise
    raise _not_sound(found)


def _not_sound(found: tuple[ModelFault, ...]) -> SaveError:
    return SaveError("S204", Message.of(_NOT_SOUND, n=len(found)), found)


def _written(workspace: Workspace, name: str, kept: Comments, *, drop_comments: bool) -> bytes:
    """Write the text."""
    if name.lower().endswith(".json"):
        if not drop_comments and (kept.above or kept.end or kept.tail or kept.orphans):
            raise SaveError("S201", Message.of(_JSON_HAS_NONE))
        text = json_text(workspace, schema=SCHEMA_VERSION)
    else:
        text, lost = yaml_text(workspace, schema=SCHEMA_VERSION, comments=kept)
        if not drop_comments and (lost.above or lost.end or lost.orphans):
            raise SaveError("S202", Message.of(_COMMENTS_LOST, comments=_named(lost)))
    return text.encode("utf-8", "surrogatepass")


def _compared(workspace: Workspace, made: T, read: Workspace) -> T:
    wanted = whole_of(workspace)
    if read != wanted:
        found = validate(workspace)
        if found:
            raise _not_sound(found)
        raise SaveError("S203", Message.of(_NOT_THE_SAME, places=", ".join(differences(read, wanted, ""))))
    return made


def _without_place(fault: LoadFault) -> ModelFault:
    parts = {name: value for name, value in attrs.asdict(fault, recurse=False).items() if name != "position"}
    return ModelFault(**parts)


def _named(lost: Comments) -> tuple[Say, ...]:
    return tuple(
        (Message.of(_IN_LINE, line=str(line)) if line else Message.of(_AT_PLACE, path=path)).as_say()
        for line, path in told_of(lost)
    )
