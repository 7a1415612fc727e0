"""Workspaces of the three sizes that figures of speed and memory speak of; the same on every machine.

Everything follows from a number by a fixed formula, so that two runs, and two releases, measure the
same thing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

import attrs

from jmdmodel.collection import Collection
from jmdmodel.entities.committee import Committee, Session
from jmdmodel.entities.network import Membership, Network
from jmdmodel.entities.partner import Partner
from jmdmodel.entities.relation import Contact, ContactRating, NetworkMap, Tie
from jmdmodel.entities.service import Service, StaffRole
from jmdmodel.entities.work import Activity, DeclaredShare, WorkSplit
from jmdmodel.ids import (
    ActivityId,
    CommitteeId,
    ContactId,
    MapId,
    NetworkId,
    PartnerId,
    Ref,
    SplitId,
    StaffId,
    TieId,
)
from jmdmodel.scales import Importance, Intensity, TieStrength
from jmdmodel.testing._around import Draw, around
from jmdmodel.vocabulary import Attendance, CommitteeKind, PartnerKind, Topic, WorkArea
from jmdmodel.workspace import Workspace

__all__ = [
    "L",
    "M",
    "S",
    "Size",
    "site",
    "sites",
]


@attrs.frozen(kw_only=True)
class Size:
    """How large a set of workspaces is: how many sites, and what each of them holds.

    Attributes:
        name: Its letter.
        sites: How many workspaces.
        partners: Partners of each.
        contacts: Contacts of each.
        activities: Activities of each.
        years: How many years ratings, maps and activities spread over, the last of them 2025.
    """

    name: str
    sites: int
    partners: int
    contacts: int
    activities: int
    years: int = 3


S = Size(name="S", sites=1, partners=60, contacts=120, activities=2_000)
"""One site."""

M = Size(name="M", sites=60, partners=250, contacts=1_000, activities=2_000)
"""One Land: 15,000 partners, 60,000 contacts, 120,000 activities."""

L = Size(name="L", sites=500, partners=200, contacts=1_000, activities=2_000, years=10)
"""The country: 100,000 partners, 500,000 contacts, 1,000,000 activities, ten years."""

_WORDS = ("Bildung", "Arbeit", "Jugend", "Kultur", "Sprache", "Gesundheit", "Familie", "Beratung", "Sport")
_PLACES = ("Nord", "Süd", "Ost", "West", "Mitte", "Altstadt", "Hafen", "Höhe", "Börde", "Mühlbach", "Grünau")


def sites(size: Size, *, seed: int = 1) -> Iterator[Workspace]:
    """Yield the workspaces of a size one by one, so that the largest needs no more room than one site.

    Example:
        >>> one = next(sites(S))
        >>> len(one.partners), len(one.contacts), len(one.activities)
        (60, 120, 2000)
    """
    for number in range(size.sites):
        yield site(size, seed=seed + number)


def site(size: Size = S, *, seed: int = 1) -> Workspace:
    """Give one workspace of a size; another seed gives another one."""
    draw = Draw(seed)
    years = range(2026 - size.years, 2026)
    partners = [_partner(draw, number) for number in range(size.partners)]
    ids = [one.id for one in partners]
    rest = around(draw, ids, years)
    return Workspace(
        **rest,
        service=Service(name=f"JMD Musterstadt {seed}", provider="Musterträger e. V."),
        staff=Collection([StaffRole(id=StaffId("leitung"), function="Leitung")]),
        partners=Collection(partners),
        contacts=Collection(_contact(draw, ids, number, years) for number in range(size.contacts)),
        ties=Collection(_tie(draw, ids, number) for number in range(size.partners)),
        maps=Collection(NetworkMap(id=MapId(str(year)), as_of=date(year, 12, 31)) for year in years),
        networks=Collection(_network(draw, ids, number) for number in range(6)),
        committees=Collection(_committee(draw, ids, number, years) for number in range(6)),
        work_splits=Collection(_split(year) for year in years),
        activities=Collection(_activity(draw, ids, number, years) for number in range(size.activities)),
    )


def _partner(draw: Draw, number: int) -> Partner:
    return Partner(
        id=PartnerId(f"partner-{number:04}"),
        name=f"{draw.one_of(_WORDS)} {draw.one_of(_PLACES)} {number}",
        kind=draw.one_of(tuple(PartnerKind)),
        relevance=draw.one_of(tuple(Importance)),
        note="Erreichbar am Vormittag." if number % 4 == 0 else None,
    )


def _contact(draw: Draw, partners: list[PartnerId], number: int, years: range) -> Contact:
    ratings = [
        ContactRating(
            day=date(year, 1, 1) + timedelta(days=draw.below(365)),
            intensity=draw.one_of(tuple(Intensity)),
            importance=draw.one_of(tuple(Importance)),
        )
        for year in years
    ]
    partner = partners[number % len(partners)]
    return Contact(id=ContactId(f"contact-{number:04}"), partner=partner, ratings=tuple(ratings))


def _tie(draw: Draw, partners: list[PartnerId], number: int) -> Tie:
    start = draw.below(len(partners))
    other = (start + 1 + draw.below(len(partners) - 1)) % len(partners)
    return Tie(
        id=TieId(f"tie-{number:04}"),
        between=(partners[start], partners[other]),
        strength=draw.one_of(tuple(TieStrength)),
    )


def _network(draw: Draw, partners: list[PartnerId], number: int) -> Network:
    members = dict.fromkeys(draw.one_of(partners) for _ in range(12))
    return Network(
        id=NetworkId(f"network-{number}"),
        name=f"Netzwerk {_PLACES[number]}",
        members=tuple(Membership(partner=one) for one in members),
    )


def _committee(draw: Draw, partners: list[PartnerId], number: int, years: range) -> Committee:
    days = sorted({draw.day(years) for _ in range(4 * len(years))})
    return Committee(
        id=CommitteeId(f"committee-{number}"),
        name=f"Arbeitskreis {_PLACES[number]}",
        kind=draw.one_of(tuple(CommitteeKind)),
        members=tuple(dict.fromkeys(draw.one_of(partners) for _ in range(8))),
        sessions=tuple(
            Session(
                day=day, attendance=draw.one_of(tuple(Attendance)), topic=draw.one_of(tuple(Topic)).label.de
            )
            for day in days
        ),
    )


def _split(year: int) -> WorkSplit:
    areas = tuple(WorkArea)[:8]
    shares = tuple(DeclaredShare(area=area, percent=Fraction("12.5")) for area in areas)
    return WorkSplit(id=SplitId(str(year)), shares=shares)


def _activity(draw: Draw, partners: list[PartnerId], number: int, years: range) -> Activity:
    return Activity(
        id=ActivityId(f"a-{number:06}"),
        day=draw.day(years),
        minutes=15 * (1 + draw.below(12)),
        area=draw.one_of(tuple(WorkArea)),
        staff=StaffId("leitung"),
        regarding=(Ref("partners", draw.one_of(partners)),) if number % 3 == 0 else (),
    )
