"""A workspace to bytes, and the proof that reading them gives the same workspace."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jmdmodel.codec.canonical import json_text, yaml_text
from jmdmodel.codec.comments import Comments, comments_of
from jmdmodel.codec.document import read_document
from jmdmodel.codec.plan import is_record, plan_of
from jmdmodel.codec.reading import SCHEMA_VERSION, loads
from jmdmodel.codec.source import Source, looks_like_json
from jmdmodel.collection import Collection
from jmdmodel.errors import SaveError
from jmdmodel.fields import evolve
from jmdmodel.messages import Message, Say
from jmdmodel.workspace import COLLECTIONS, Workspace

_COMMENTS_LOST = Say(
    de="Beim Speichern würden Kommentare verloren gehen: {comments}. Mit drop_comments=True ist das erlaubt.",
    en="Saving would lose comments: {comments}. drop_comments=True allows it.",
)
_IN_LINE = Say(de="Zeile {line}", en="line {line}")
_AT_PLACE = Say(de="bei {path}", en="at {path}")
_NOT_THE_SAME = Say(
    de="Nichts wurde gespeichert, denn die Datei ergäbe hier andere Werte: {places}. Dort stehen Werte einer"
    " anderen Art, als das Feld sie hat, oder Buchstaben in zwei Teilen (nicht NFC).",
    en="Nothing was saved, as the file would give other values here: {places}. Values of another kind than"
    " the field has stand there, or letters in two parts (not NFC).",
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
        SaveError: Comments would be lost, or the text would not give the same workspace.
        LoadError: Values of the workspace are out of their limits; all of them are named.
    """
    kept = _comments(source)
    if name.lower().endswith(".json"):
        if not drop_comments and (kept.above or kept.end or kept.tail or kept.orphans):
            raise SaveError("S201", Message.of(_JSON_HAS_NONE))
        text = json_text(workspace, schema=SCHEMA_VERSION)
    else:
        text, lost = yaml_text(workspace, schema=SCHEMA_VERSION, comments=kept)
        if not drop_comments and (lost.above or lost.end or lost.orphans):
            raise SaveError("S202", Message.of(_COMMENTS_LOST, comments=_named(lost)))
    data = text.encode("utf-8", "surrogatepass")
    read, wanted = loads(data, name=name).workspace, _whole(workspace)
    if read != wanted:
        raise SaveError("S203", Message.of(_NOT_THE_SAME, places=", ".join(_differences(read, wanted, ""))))
    return data


def _comments(source: Source | None) -> Comments:
    if source is None or looks_like_json(source.name, source.data):
        return Comments()
    document = read_document(source.data, json=False)
    return comments_of(document.text, document.root) if document.root is not None else Comments()


def _named(lost: Comments) -> tuple[Say, ...]:
    lines = [Say(_IN_LINE.de.format(line=line), _IN_LINE.en.format(line=line)) for line, _ in lost.orphans]
    paths = sorted({*lost.above, *lost.end})
    return (*lines, *(Say(_AT_PLACE.de.format(path=p[1:]), _AT_PLACE.en.format(path=p[1:])) for p in paths))


def _differences(read: Any, wanted: Any, path: str) -> Iterator[str]:
    """Yield the places at which two values differ, private identifiers as numbers (R-51)."""
    if type(read) is not type(wanted) or not is_record(type(wanted)):
        yield path
        return
    for plan in plan_of(type(wanted)):
        one, other = getattr(read, plan.name), getattr(wanted, plan.name)
        if one == other:
            continue
        place = f"{path}.{plan.name}" if path else plan.name
        if plan.shape == "one" or type(one) is not type(other) or len(one) != len(other):
            yield from _differences(one, other, place)
            continue
        hidden = plan.shape != "collection" or plan_of(plan.type)[0].hidden
        for number, (left, right) in enumerate(zip(one, other, strict=True), 1):
            if left != right:
                yield from _differences(left, right, place + (f"[{number}]" if hidden else f"/{right.id}"))


def _whole(workspace: Workspace) -> Workspace:
    """Give a workspace that shows all it knows, as the file does."""
    held = {name: getattr(workspace, name) for name in COLLECTIONS}
    beyond = {name: Collection((*shown, *shown.beyond())) for name, shown in held.items() if shown.beyond()}
    return evolve(workspace, **beyond) if beyond else workspace
