"""Which findings may be shown to an audience."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, get_args

from jmdmodel.borders import need_audience
from jmdmodel.fields import fields_of, info_of, is_entity, privacy_of
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.privacy.sight import Sight, sight
from jmdmodel.scales import Audience
from jmdmodel.workspace import ENTITY_OF, Workspace

LOWEST = Audience.INTERNAL
"""Findings are for the team; a wider audience sees none."""

_STEP = re.compile(r"([a-z_][a-z0-9_]*)(?:\[[^\]]*\]|/[a-z0-9-]+)*")


def visible(findings: Iterable[Finding], workspace: Workspace, audience: Audience) -> tuple[Finding, ...]:
    """Give the findings that an audience may see, in their order (R-51).

    Findings are classed ``internal``. One is visible when its subject exists for the audience (or is
    a whole part of the workspace that the audience may see), its field's class allows it, and so it
    is for each further thing it stands for. A finding that names one hidden thing among others is
    hidden whole, because its text may speak of all of them. A field that the model does not know counts as
    social. German: sichtbare Befunde.

    Args:
        findings: What :func:`jmdmodel.check` found on the whole workspace.
        workspace: The workspace that was checked.

    Raises:
        ModelError: The audience is none.
    """
    need_audience(audience)
    if workspace.view is not None:
        audience = min(audience, workspace.view.audience)
    if audience < LOWEST:
        return ()
    seen = sight(workspace, audience)
    return tuple(
        finding
        for finding in findings
        if all(_knows(seen, workspace, ref) for ref in (finding.subject, *finding.others))
        and field_privacy(finding.subject, finding.field) <= audience
    )


def sees(workspace: Workspace, audience: Audience) -> Callable[[Ref, str], bool]:
    """Give a function that tells whether findings for an audience may speak of a field of a thing (R-51).

    The function takes the thing, or a part of the workspace, and the way to the field; an empty way means
    the thing itself. It answers as :func:`visible` does for a finding about that place, and quickly: what
    the audience may know of is found out once.
    """
    need_audience(audience)
    if workspace.view is not None:
        audience = min(audience, workspace.view.audience)
    if audience < LOWEST:
        return lambda _subject, _field: False
    seen = sight(workspace, audience)

    @cache
    def allowed(collection: str, identifier: str, field: str) -> bool:
        return field_privacy(Ref(collection, identifier), field) <= audience

    def tell(subject: Ref, field: str) -> bool:
        # The class of a field is the same for all things of a collection, so one of them answers for all.
        return _knows(seen, workspace, subject) and allowed(subject.collection, "x" * bool(subject.id), field)

    return tell


def field_privacy(subject: Ref, path: str) -> Audience:
    """Give the highest class on the way from a subject to a field of it, ``sessions[2].note``.

    A way that the model does not know counts as social.
    """
    start = _types_of(subject)
    if start is None:
        return Audience.SOCIAL
    highest, classes = start
    for part in path.split(".") if path else ():
        step = _STEP.fullmatch(part)
        owner = next(
            (cls for cls in classes if step and any(f.name == step[1] for f in fields_of(cls))), None
        )
        if step is None or owner is None:
            return Audience.SOCIAL
        field = next(field for field in fields_of(owner) if field.name == step[1])
        classes = _entities_in(field.type)
        highest = max(highest, privacy_of(owner, field), *(info_of(cls).privacy for cls in classes))
    return highest


def _types_of(subject: Ref) -> tuple[Audience, list[type[Any]]] | None:
    """Give the class of a subject and the entity types that its fields are looked up in."""
    if subject == Ref("workspace"):
        return info_of(Workspace).privacy, [Workspace]
    field = next((field for field in fields_of(Workspace) if field.name == subject.collection), None)
    if field is None:
        return None
    classes = [ENTITY_OF[field.name]] if field.name in ENTITY_OF else _entities_in(field.type)
    highest = max([privacy_of(Workspace, field), *(info_of(cls).privacy for cls in classes)])
    return highest, classes


def _entities_in(kind: Any) -> list[type[Any]]:
    """Give the entity types that a type is or holds: of ``tuple[Session, ...]`` the session."""
    if is_entity(kind):
        return [kind]
    return [found for part in get_args(kind) for found in _entities_in(part)]


def _knows(seen: Sight, workspace: Workspace, ref: Ref) -> bool:
    if ref.id:
        return seen.sees(ref)
    if ref.collection in {"service", "space"} and getattr(workspace, ref.collection) is not None:
        return seen.sees(ref)
    start = _types_of(ref)
    return start is not None and start[0] <= seen.audience
