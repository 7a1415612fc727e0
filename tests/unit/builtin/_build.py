"""Small workspaces for the tests of the built-in exporters, and requests on their views."""

from __future__ import annotations

from datetime import date
from typing import Any

from jmdexport.builtin.impuls import EXPORTER as IMPULS
from jmdexport.builtin.impuls import ImpulsOptions
from jmdexport.builtin.report import EXPORTER as REPORT
from jmdexport.builtin.report import ReportOptions
from jmdexport.records import ExportRequest
from jmdmodel.entities.committee import Committee
from jmdmodel.entities.partner import Partner
from jmdmodel.entities.relation import Contact, ContactRating, NetworkMap
from jmdmodel.entities.service import Service
from jmdmodel.messages import Language
from jmdmodel.privacy import redact
from jmdmodel.privacy.counts import ProtectedCounts
from jmdmodel.scales import Audience, Importance, Intensity
from jmdmodel.vocabulary import CommitteeKind, PartnerKind
from jmdmodel.workspace import Workspace

YEAR = 2025
AS_OF = date(2026, 1, 31)
SERVICE = Service(name="JMD Musterstadt", provider="Musterträger gGmbH")
EMPTY = Workspace(service=SERVICE)
MAP = NetworkMap(id="2025", as_of=date(2025, 12, 31))


def partner(identifier: str, name: str = "", **others: Any) -> Partner:
    others.setdefault("kind", PartnerKind.SCHOOL)
    return Partner(id=identifier, name=name or identifier.title(), **others)


def contact(identifier: str, intensity: int | None = 4, importance: int | None = 3, **others: Any) -> Contact:
    rating = ContactRating(
        day=date(2025, 6, 1),
        intensity=None if intensity is None else Intensity(intensity),
        importance=None if importance is None else Importance(importance),
    )
    return Contact(id=identifier, partner=identifier, ratings=(rating,), **others)


def rated(*partners: Partner) -> Workspace:
    """Give a workspace with partners that all have a rated contact, and the map of the year."""
    return EMPTY.with_entities(MAP, *partners, *(contact(one.id) for one in partners))


def committee(identifier: str, **others: Any) -> Committee:
    return Committee(id=identifier, name=identifier.title(), kind=CommitteeKind.WORKING_GROUP, **others)


def report_request(
    workspace: Workspace,
    audience: Audience = Audience.REPORT,
    language: Language = "de",
    suffix: str = ".md",
    options: ReportOptions | None = None,
    **others: Any,
) -> ExportRequest[ReportOptions]:
    medium = REPORT.medium(suffix)
    assert medium is not None
    others.setdefault("checked", "findings" in others)
    return ExportRequest(
        view=redact(workspace, audience),
        options=options or ReportOptions(),
        medium=medium,
        year=YEAR,
        as_of=AS_OF,
        audience=audience,
        language=language,
        **others,
    )


def impuls_request(
    workspace: Workspace,
    audience: Audience = Audience.REPORT,
    language: Language = "de",
    *,
    counts: ProtectedCounts | None = None,
    **options: Any,
) -> ExportRequest[ImpulsOptions]:
    return ExportRequest(
        counts=counts,
        view=redact(workspace, audience),
        options=ImpulsOptions(**options),
        medium=IMPULS.media[0],
        year=YEAR,
        as_of=AS_OF,
        audience=audience,
        language=language,
    )
