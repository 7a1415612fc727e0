"""Tiny builders for tests: the least that a thing needs, and whatever a test wants to say of it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from jmdmodel.entities.committee import Committee, Session
from jmdmodel.entities.network import Membership, Network
from jmdmodel.entities.partner import KeyPerson, Offer, Partner
from jmdmodel.entities.relation import Contact, ContactRating, NetworkMap, Tie
from jmdmodel.entities.service import Service, StaffRole
from jmdmodel.entities.work import Activity, DeclaredShare, WorkSplit, WorkTime
from jmdmodel.ids import (
    ActivityId,
    CommitteeId,
    ContactId,
    MapId,
    NetworkId,
    OfferId,
    PartnerId,
    PersonId,
    SplitId,
    StaffId,
    TieId,
    UnitId,
)
from jmdmodel.period import Period
from jmdmodel.scales import Importance, Intensity
from jmdmodel.testing import _whole
from jmdmodel.vocabulary import Attendance, CommitteeKind, PartnerKind, SessionResult, WorkArea
from jmdmodel.workspace import Workspace

__all__ = [
    "activity",
    "contact",
    "minimal",
    "network_map",
    "partner",
    "rating",
    "small",
    "tie",
]


def minimal(*things: Any, **fields: Any) -> Workspace:
    """Give a workspace with a service, the things given, each in its collection, and further fields.

    Example:
        >>> minimal(partner("jobcenter"), contact("jobcenter")).contacts.ids()
        ('jobcenter',)
    """
    service = Service(name="JMD Musterstadt", provider="Musterträger e. V.")
    return Workspace(**{"service": service, **fields}).with_entities(*things)


def small() -> Workspace:
    """Give a workspace with something in every collection, the same each time: small, sound, and full.

    Example:
        >>> from jmdmodel.workspace import COLLECTIONS
        >>> all(getattr(small(), name) for name in COLLECTIONS)
        True
    """
    first, last = date(2024, 3, 1), date(2025, 2, 28)
    return minimal(
        *_whole.units(),
        *_whole.about_the_space(),
        StaffRole(id=StaffId("leitung"), function="Leitung", weekly_minutes=2340),
        partner("jobcenter", kind=PartnerKind.SGB2_BODY, area=(UnitId("stadt"),)),
        partner("schule", kind=PartnerKind.SCHOOL, sub_kind="vocational-school"),
        partner("moschee", kind=PartnerKind.RELIGIOUS_COMMUNITY, note="Freitags nach 14 Uhr\nanrufen."),
        KeyPerson(
            id=PersonId("rektorin"), role="Schulleitung", name="Frau Muster", partner=PartnerId("schule")
        ),
        Offer(
            id=OfferId("nachhilfe"), name="Nachhilfe", provider=PartnerId("schule"), languages=("de", "uk")
        ),
        contact("jobcenter", ratings=(rating(first, 4, 5), rating(last, 5, 5))),
        contact("schule", ratings=(rating(last, 2, None),), period=Period(since=date(2023, 8, 1))),
        tie("jobcenter", "schule", brokered_on=first),
        network_map(2024),
        network_map(2025, assessor=StaffId("leitung")),
        Network(
            id=NetworkId("uebergang"),
            name="Netzwerk Übergang",
            members=(Membership(partner=PartnerId("jobcenter")), Membership(partner=PartnerId("schule"))),
        ),
        Committee(
            id=CommitteeId("ag-78"),
            name="AG Jugend",
            kind=CommitteeKind.AG_78,
            network=NetworkId("uebergang"),
            sessions=(Session(day=first, attendance=Attendance.PRESENT, result=SessionResult.AGREED),),
        ),
        WorkSplit(
            id=SplitId("2024"),
            shares=(
                DeclaredShare(area=WorkArea.CASE_MANAGEMENT, percent=Fraction("66.6667")),
                DeclaredShare(area=WorkArea.NETWORK, percent=Fraction("33.3333")),
            ),
        ),
        activity("a-1", first),
        activity("a-2", last, minutes=30, note="Gespräch"),
        *_whole.about_partners(),
        *_whole.about_the_public(),
        _whole.case(),
        space=_whole.space(),
        work_time=(WorkTime(year=2024, month=3, area=WorkArea.COUNSELLING, activities=12, minutes=720),),
    )


def partner(identifier: str, **fields: Any) -> Partner:
    """Give a partner, a school where nothing else is said."""
    return Partner(
        **{"id": PartnerId(identifier), "name": identifier.title(), "kind": PartnerKind.SCHOOL, **fields}
    )


def contact(partner: str, **fields: Any) -> Contact:
    """Give a contact to a partner, under the partner's identifier where nothing else is said."""
    return Contact(**{"id": ContactId(partner), "partner": PartnerId(partner), **fields})


def rating(on: date, intensity: int | None, importance: int | None, **fields: Any) -> ContactRating:
    """Give a rating by the numbers of its steps; ``None`` means not rated."""
    return ContactRating(
        day=on,
        intensity=None if intensity is None else tuple(Intensity)[intensity - 1],
        importance=None if importance is None else tuple(Importance)[importance - 1],
        **fields,
    )


def tie(one: str, other: str, **fields: Any) -> Tie:
    """Give a tie between two partners, named after both where nothing else is said."""
    return Tie(**{"id": TieId(f"{one}-{other}"), "between": (PartnerId(one), PartnerId(other)), **fields})


def network_map(year: int, **fields: Any) -> NetworkMap:
    """Give the map of a year, as of its last day where nothing else is said."""
    return NetworkMap(**{"id": MapId(str(year)), "as_of": date(year, 12, 31), **fields})


def activity(identifier: str, on: date, **fields: Any) -> Activity:
    """Give an activity, an hour of counselling where nothing else is said."""
    return Activity(
        **{"id": ActivityId(identifier), "day": on, "minutes": 60, "area": WorkArea.COUNSELLING, **fields}
    )
