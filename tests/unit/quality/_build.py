"""Small workspaces for the tests of the rules, and a way to ask one rule alone."""

from __future__ import annotations

from datetime import date
from typing import Any

from jmdmodel.collection import Collection
from jmdmodel.entities.partner import Partner
from jmdmodel.entities.relation import Contact, ContactRating
from jmdmodel.entities.service import Service
from jmdmodel.findings import Finding
from jmdmodel.quality import Settings, check
from jmdmodel.scales import Importance, Intensity
from jmdmodel.vocabulary import PartnerKind
from jmdmodel.workspace import COLLECTIONS, Workspace

ON = date(2026, 3, 1)
SERVICE = Service(name="JMD Musterstadt", provider="Musterträger e. V.")


def workspace(*things: Any, service: Service = SERVICE, **others: Any) -> Workspace:
    """Give a workspace with some things in it, wherever they live."""
    return Workspace(service=service, **others).with_entities(*things)


def ask(code: str, asked: Workspace, on: date = ON, **parameters: Any) -> list[Finding]:
    """Give what one rule finds, with nothing else running."""
    settings = Settings.of(select=[code], parameters={code: parameters} if parameters else {})
    return [one for one in check(asked, on=on, settings=settings, strict=True) if one.code == code]


def value(finding: Finding, name: str) -> Any:
    """Give one value of a finding."""
    return dict(finding.values)[name]


def partner(identifier: str, name: str = "", **others: Any) -> Partner:
    others.setdefault("kind", PartnerKind.SCHOOL)
    return Partner(id=identifier, name=name or identifier.title(), **others)


def rating(on: date, intensity: int | None = 3, importance: int | None = 3, **others: Any) -> ContactRating:
    return ContactRating(
        day=on,
        intensity=Intensity(intensity) if intensity is not None else None,
        importance=Importance(importance) if importance is not None else None,
        **others,
    )


def contact(identifier: str, *ratings: ContactRating, **others: Any) -> Contact:
    return Contact(id=identifier, partner=identifier, ratings=ratings, **others)


def shuffled(asked: Workspace) -> Workspace:
    """Give an equal workspace whose collections were given in the opposite order."""
    changes = {name: Collection(reversed(tuple(getattr(asked, name)))) for name in COLLECTIONS}
    fields = {name: getattr(asked, name) for name in ("service", "space", "vocabulary", "work_time", "view")}
    return Workspace(**fields, **changes)
