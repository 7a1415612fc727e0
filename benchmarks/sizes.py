"""Made-up workspaces of any size, the same for the same numbers, so that runs can be compared."""

from __future__ import annotations

import random
from datetime import date, timedelta

from jmdmodel.entities.committee import Committee, CommitteeRole, Contribution, Session
from jmdmodel.entities.network import Membership, Network, NetworkAssessment, Participation
from jmdmodel.entities.partner import Offer, Partner
from jmdmodel.entities.relation import Contact, ContactRating, NetworkMap, Tie
from jmdmodel.entities.service import Service, StaffRole
from jmdmodel.entities.space import AdministrativeUnit, SocialSpace
from jmdmodel.entities.work import Activity
from jmdmodel.ids import (
    ActivityId,
    CommitteeId,
    ContactId,
    MapId,
    NetworkId,
    OfferId,
    PartnerId,
    Ref,
    StaffId,
    TieId,
    UnitId,
)
from jmdmodel.period import Period
from jmdmodel.scales import Importance, Intensity, TieStrength
from jmdmodel.vocabulary import (
    Attendance,
    CommitteeKind,
    ContributionKind,
    Formalisation,
    ParticipationForm,
    PartnerKind,
    SeatRole,
    SessionResult,
    SpatialExtent,
    Topic,
    TransitionRole,
    UnitLevel,
    WorkArea,
)
from jmdmodel.workspace import Workspace

YEARS = (2023, 2024, 2025)
ON = date(2026, 3, 1)
"""The day for which the made-up workspaces are checked."""

_WHAT = (
    "Berufsbildende Schule",
    "Jugendzentrum",
    "Beratungsstelle",
    "Sprachschule",
    "Kulturverein",
    "Sportverein",
    "Frauentreff",
    "Handwerksbetrieb",
    "Gesundheitszentrum",
    "Bildungswerk",
    "Jobcenter",
    "Kirchengemeinde",
    "Stadtteilbüro",
    "Familienbildungsstätte",
)
_WHERE = (
    "Nordstadt",
    "Am Bahnhof",
    "Hasenberg",
    "Ellerbrück",
    "Wendelborn",
    "Unteres Tal",
    "Alte Weberei",
    "Marktviertel",
    "Kreis Sellbach",
    "Hohenwied",
    "an der Mühle",
)
_NOTES = (
    "Gespräch im Haus: nächster Termin offen",
    "Begleitung zum Amt",
    "Telefonat, Unterlagen # 3 fehlen",
    "Gruppe „Ankommen“",
)


def site(*, partners: int, contacts: int, activities: int, seed: int = 0, ties: int | None = None) -> Workspace:
    """Make the workspace of one service.

    Args:
        contacts: Spread evenly over the partners; each has a rating in each of three years.
        activities: Spread over the three years.
        seed: Another seed gives another service of the same size.
        ties: Ties between partners; as many as partners where nothing is said.
    """
    draw = random.Random(seed)
    known = [_partner(draw, number) for number in range(partners)]
    ids = [partner.id for partner in known]
    return Workspace(
        service=Service(name=f"JMD Musterkreis {seed}", provider="Musterträger e. V.", short_name="JMD", founded=1998),
        space=SocialSpace(name="Musterkreis", units=(UnitId("kreis"),)),
    ).with_entities(
        AdministrativeUnit(id=UnitId("kreis"), name="Musterkreis", level=UnitLevel.DISTRICT),
        *(StaffRole(id=StaffId(name), function=name.title(), weekly_minutes=2340) for name in _STAFF),
        *known,
        *(_contact(draw, ids, number) for number in range(contacts)),
        *_ties(draw, ids, partners if ties is None else ties),
        *(
            NetworkMap(
                id=MapId(str(year)),
                as_of=date(year, 12, 31),
                assessor=StaffId("beratung"),
                ties_surveyed_on=date(year, 11, 20),
            )
            for year in YEARS
        ),
        *(_network(draw, ids, number) for number in range(max(1, partners // 10))),
        *(_committee(draw, ids, number) for number in range(max(1, partners // 10))),
        *(_offer(draw, ids, number) for number in range(partners // 2)),
        *(_activity(draw, ids, number) for number in range(activities)),
    )


def small() -> Workspace:
    """Make size S: one site with 60 partners, 120 contacts, 2,000 activities."""
    return site(partners=60, contacts=120, activities=2_000)


def of_a_land(seed: int) -> Workspace:
    """Make one of the 60 documents of size M: 250 partners, 1,000 contacts, 2,000 activities."""
    return site(partners=250, contacts=1_000, activities=2_000, seed=seed)


_STAFF = ("beratung", "leitung", "gruppen")


def _name(draw: random.Random, number: int) -> str:
    """Give a name of 18 to 39 characters."""
    while True:
        name = f"{draw.choice(_WHAT)} {draw.choice(_WHERE)} {number + 1}"
        if 18 <= len(name) <= 39:
            return name


def _day(draw: random.Random, year: int) -> date:
    return date(year, 1, 1) + timedelta(days=draw.randrange(365))


def _some(draw: random.Random, ids: list[PartnerId], most: int) -> tuple[PartnerId, ...]:
    return tuple(sorted(draw.sample(ids, min(len(ids), most))))


def _partner(draw: random.Random, number: int) -> Partner:
    ends = draw.random() < 0.03
    return Partner(
        id=PartnerId(f"partner-{number:05}"),
        name=_name(draw, number),
        kind=draw.choice(list(PartnerKind)),
        transition_role=draw.choice(list(TransitionRole)) if draw.random() < 0.2 else None,
        relevance=draw.choice(list(Importance)),
        area=(UnitId("kreis"),),
        period=Period(since=_day(draw, 2015), until=date(2025, 6, 30) if ends else None),
        note="Anmeldung im Büro, Eingang im Hof" if draw.random() < 0.2 else None,
    )


def _contact(draw: random.Random, ids: list[PartnerId], number: int) -> Contact:
    ratings = tuple(
        ContactRating(
            on=_day(draw, year),
            intensity=draw.choice(list(Intensity)) if draw.random() < 0.97 else None,
            importance=draw.choice(list(Importance)),
            assessor=StaffId(draw.choice(_STAFF)),
        )
        for year in YEARS
    )
    return Contact(id=ContactId(f"contact-{number:05}"), partner=ids[number % len(ids)], ratings=ratings)


def _ties(draw: random.Random, ids: list[PartnerId], count: int) -> list[Tie]:
    most = len(ids) * (len(ids) - 1) // 2
    pairs: dict[tuple[PartnerId, PartnerId], None] = {}
    while len(pairs) < min(count, most):
        one, other = sorted(draw.sample(ids, 2))
        pairs[one, other] = None
    return [
        Tie(
            id=TieId(f"tie-{number:05}"),
            between=pair,
            strength=draw.choice(list(TieStrength)),
            formalisation=draw.choice(list(Formalisation)),
            brokered_on=_day(draw, draw.choice(YEARS)) if draw.random() < 0.2 else None,
        )
        for number, pair in enumerate(pairs)
    ]


def _network(draw: random.Random, ids: list[PartnerId], number: int) -> Network:
    return Network(
        id=NetworkId(f"network-{number:03}"),
        name=f"Netzwerk {draw.choice(_WHERE)} {number + 1}",
        aim="Abstimmung der Angebote",
        members=tuple(Membership(partner=partner) for partner in _some(draw, ids, 8)),
        participation=tuple(Participation(year=year, form=draw.choice(list(ParticipationForm))) for year in YEARS),
        assessments=tuple(
            NetworkAssessment(
                on=_day(draw, year),
                formalisation=draw.choice(list(Formalisation)),
                spatial_extent=draw.choice(list(SpatialExtent)),
                themes=tuple(draw.sample(list(Topic), 2)),
            )
            for year in YEARS
        ),
    )


def _committee(draw: random.Random, ids: list[PartnerId], number: int) -> Committee:
    days = sorted({_day(draw, year) for year in YEARS for _ in range(4)})
    return Committee(
        id=CommitteeId(f"committee-{number:03}"),
        name=f"Arbeitskreis {draw.choice(_WHERE)} {number + 1}",
        kind=draw.choice(list(CommitteeKind)),
        members=_some(draw, ids, 6),
        roles=(CommitteeRole(role=draw.choice(list(SeatRole))),),
        sessions=tuple(
            Session(
                on=day,
                attendance=draw.choice(list(Attendance)),
                result=draw.choice(list(SessionResult)),
                contributions=(Contribution(kind=draw.choice(list(ContributionKind)), text="Belange eingebracht"),),
            )
            for day in days
        ),
    )


def _offer(draw: random.Random, ids: list[PartnerId], number: int) -> Offer:
    return Offer(
        id=OfferId(f"offer-{number:04}"),
        name=f"Angebot {draw.choice(_WHERE)} {number + 1}",
        provider=draw.choice(ids),
        topics=tuple(draw.sample(list(Topic), 2)),
        languages=("de", "uk"),
    )


def _activity(draw: random.Random, ids: list[PartnerId], number: int) -> Activity:
    return Activity(
        id=ActivityId(f"a-{number:07}"),
        on=_day(draw, draw.choice(YEARS)),
        minutes=draw.randrange(10, 240, 5),
        area=draw.choice(list(WorkArea)),
        staff=StaffId(draw.choice(_STAFF)),
        regarding=(Ref("partners", draw.choice(ids)),) if draw.random() < 0.5 else (),
        people=draw.randrange(1, 30) if draw.random() < 0.2 else None,
        note=draw.choice(_NOTES) if draw.random() < 0.3 else None,
    )
