"""What a view leaves out for certain, so that an analysis says "not shown" where it cannot say "none"."""

from __future__ import annotations

from jmdmodel.fields import fields_of, info_of, privacy_of
from jmdmodel.workspace import Workspace


def is_hidden(workspace: Workspace, cls: type, field: str | None = None) -> bool:
    """Tell whether a view may not show an entity type, or one of its fields; a full workspace hides nothing.

    German: zurückgehalten.
    """
    if workspace.view is None:
        return False
    audience = workspace.view.audience
    if field is None:
        return info_of(cls).privacy > audience
    return any(privacy_of(cls, one) > audience for one in fields_of(cls) if one.name == field)
