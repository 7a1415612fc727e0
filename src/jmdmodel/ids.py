"""Identifiers: lower-case ASCII slugs that stay the same over the years, and references between things.

File names, anchors on the map and keys in tables derive from identifiers, so names that a file system
reserves are refused.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NewType

import attrs

__all__ = [
    "AbsenceId",
    "ActivityId",
    "AnalysisId",
    "BarrierId",
    "CaseId",
    "CommitteeId",
    "ConceptId",
    "ContactId",
    "ContactPersonId",
    "CoordinationId",
    "EventId",
    "FigureId",
    "GapId",
    "GroupOfferId",
    "MapId",
    "MeasureId",
    "NeedId",
    "NetworkId",
    "ObservationId",
    "OfferId",
    "OpeningId",
    "ParticipationId",
    "PartnerId",
    "PersonId",
    "PlaceId",
    "ProgrammeId",
    "PublicationId",
    "Ref",
    "ReportId",
    "ResourceId",
    "SplitId",
    "StaffId",
    "TermId",
    "TieId",
    "TransferId",
    "UnitId",
    "WaiverId",
    "is_identifier",
    "slug",
]

UnitId = NewType("UnitId", str)
StaffId = NewType("StaffId", str)
PartnerId = NewType("PartnerId", str)
PersonId = NewType("PersonId", str)
OfferId = NewType("OfferId", str)
ContactId = NewType("ContactId", str)
TieId = NewType("TieId", str)
MapId = NewType("MapId", str)
NetworkId = NewType("NetworkId", str)
CommitteeId = NewType("CommitteeId", str)
ActivityId = NewType("ActivityId", str)
SplitId = NewType("SplitId", str)
TermId = NewType("TermId", str)
FigureId = NewType("FigureId", str)
PlaceId = NewType("PlaceId", str)
AnalysisId = NewType("AnalysisId", str)
NeedId = NewType("NeedId", str)
ObservationId = NewType("ObservationId", str)
ParticipationId = NewType("ParticipationId", str)
ContactPersonId = NewType("ContactPersonId", str)
GroupOfferId = NewType("GroupOfferId", str)
CoordinationId = NewType("CoordinationId", str)
ResourceId = NewType("ResourceId", str)
AbsenceId = NewType("AbsenceId", str)
GapId = NewType("GapId", str)
ConceptId = NewType("ConceptId", str)
PublicationId = NewType("PublicationId", str)
CaseId = NewType("CaseId", str)
OpeningId = NewType("OpeningId", str)
BarrierId = NewType("BarrierId", str)
MeasureId = NewType("MeasureId", str)
EventId = NewType("EventId", str)
ProgrammeId = NewType("ProgrammeId", str)
ReportId = NewType("ReportId", str)
TransferId = NewType("TransferId", str)
WaiverId = NewType("WaiverId", str)

MAX_LENGTH = 80
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")
RESERVED = frozenset(
    ["con", "prn", "aux", "nul"] + [f"{device}{n}" for device in ("com", "lpt") for n in range(10)]
)
_SPELLED_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "ł": "l", "đ": "d", "ı": "i"}
)


def is_identifier(text: str) -> bool:
    """Tell whether a text may be an identifier: a slug of at most 80 characters, no reserved file name.

    Example:
        >>> is_identifier("ag-migration"), is_identifier("AG Migration"), is_identifier("con")
        (True, False, False)
    """
    return len(text) <= MAX_LENGTH and _SLUG.fullmatch(text) is not None and text not in RESERVED


def slug(text: str) -> str:
    """Propose an identifier for a name; empty when the name has no letter or digit that can be kept.

    Example:
        >>> slug("Berufsbildende Schule Süd (BBS)")
        'berufsbildende-schule-sued-bbs'
    """
    spelled = unicodedata.normalize("NFC", text).casefold().translate(_SPELLED_OUT)
    ascii_only = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode("ascii")
    proposal = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:MAX_LENGTH].rstrip("-")
    return f"{proposal}-1" if proposal in RESERVED else proposal


@attrs.frozen(order=True)
class Ref:
    """A reference to one thing of the workspace, written ``networks/ag-migration``.

    Used where several kinds of things fit; a field that refers to one kind alone holds the
    identifier. ``service`` and ``space`` have no identifier and are written alone.

    Example:
        >>> str(Ref("networks", "ag-migration"))
        'networks/ag-migration'
    """

    collection: str
    id: str = ""

    def __str__(self) -> str:
        return f"{self.collection}/{self.id}" if self.id else self.collection

    @classmethod
    def parse(cls, text: str) -> Ref | None:
        """Read a reference; ``None`` when the text is none."""
        collection, slash, identifier = text.partition("/")
        if (
            not collection.isidentifier()
            or not collection.isascii()
            or (slash and not is_identifier(identifier))
        ):
            return None
        return cls(collection, identifier)
