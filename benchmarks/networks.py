"""Made-up networks: names as long as real ones, every partner rated, as many ties as are asked for."""

from __future__ import annotations

import random
from datetime import date

from jmdmodel.collection import Collection
from jmdmodel.entities.partner import Partner
from jmdmodel.entities.relation import Contact, ContactRating, NetworkMap, Tie
from jmdmodel.entities.service import Service
from jmdmodel.ids import ContactId, MapId, PartnerId, TieId
from jmdmodel.scales import Importance, Intensity, TieStrength
from jmdmodel.vocabulary import Formalisation, PartnerKind, TransitionRole
from jmdmodel.workspace import Workspace

YEAR = 2025

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


def network(count: int, *, ties: int | None = None, seed: int = 1) -> Workspace:
    """Make a service with so many partners on its map of one year; the same for the same numbers.

    Args:
        ties: How many ties there are among them; as many as partners, unless told.
    """
    draw = random.Random(seed * 1_000 + count)
    ids = [PartnerId(f"partner-{number:03}") for number in range(count)]
    day = date(YEAR, 11, 20)
    return Workspace(
        service=Service(name="JMD Musterkreis", short_name="JMD", provider="Musterträger e. V."),
        partners=Collection(_partner(draw, identifier, number) for number, identifier in enumerate(ids)),
        contacts=Collection(_contact(draw, identifier, day) for identifier in ids),
        ties=Collection(_ties(draw, ids, count if ties is None else ties)),
        maps=Collection([NetworkMap(id=MapId(str(YEAR)), as_of=date(YEAR, 12, 31), ties_surveyed_on=day)]),
    )


def _partner(draw: random.Random, identifier: PartnerId, number: int) -> Partner:
    return Partner(
        id=identifier,
        name=_name(draw, number),
        kind=draw.choice(list(PartnerKind)),
        transition_role=draw.choice(list(TransitionRole)) if draw.random() < 0.2 else None,
    )


def _name(draw: random.Random, number: int) -> str:
    """Give a name of 18 to 39 characters."""
    while True:
        name = f"{draw.choice(_WHAT)} {draw.choice(_WHERE)} {number + 1}"
        if 18 <= len(name) <= 39:
            return name


def _contact(draw: random.Random, partner: PartnerId, day: date) -> Contact:
    rating = ContactRating(
        day=day, intensity=draw.choice(list(Intensity)), importance=draw.choice(list(Importance))
    )
    return Contact(id=ContactId(partner), partner=partner, ratings=(rating,))


def _ties(draw: random.Random, ids: list[PartnerId], count: int) -> list[Tie]:
    pairs: dict[tuple[PartnerId, PartnerId], None] = {}
    while len(pairs) < count:
        one, other = sorted(draw.sample(ids, 2))
        pairs[one, other] = None
    return [
        Tie(
            id=TieId(f"tie-{number:03}"),
            between=pair,
            strength=draw.choice(list(TieStrength)),
            formalisation=draw.choice(list(Formalisation)),
        )
        for number, pair in enumerate(pairs)
    ]
