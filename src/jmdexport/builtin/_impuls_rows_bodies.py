"""The rows on networks and committees (R-12, R-14 … R-19, R-27, R-31)."""

# ruff: noqa: RUF009 - each call declares a field and keeps nothing
from __future__ import annotations

from datetime import date
from typing import Any

import attrs

from jmdexport.builtin import _impuls_columns as col
from jmdmodel.messages import Message, Say
from jmdmodel.vocabulary import (
    CommitteeKind,
    ContributionKind,
    Formalisation,
    NetworkOrigin,
    ParticipationForm,
    PoliticalInfluence,
    SeatHolder,
    SeatRole,
    SpatialExtent,
    Topic,
)

_SESSIONS = Say("Sitzungen", "Sessions")
_ATTENDED = Say("Teilnahmen", "Sessions attended")
_ATTENDED_TOLD = Say(
    "Sitzungen, an denen der Dienst teilnahm, auch vertreten oder beratend.",
    "Sessions in which the service took part, also by a deputy or as an adviser.",
)
_CONTRIBUTION = Say("Beiträge: {kind}", "Contributions: {kind}")
_CONTRIBUTION_TOLD = Say(
    "Zahl der Beiträge dieser Art in den Sitzungen des Jahres.",
    "Number of contributions of this kind in the sessions of the year.",
)


def _contribution(kind: ContributionKind) -> Any:
    return col.number(Message.of(_CONTRIBUTION, kind=kind.label).as_say(), _CONTRIBUTION_TOLD)


@attrs.frozen(kw_only=True)
class ImpulsNetwork:
    """A network with its four attributes, its members, its sessions, effort and results."""

    year: int = col.year()
    network: str = col.identifier(
        Say("Netzwerk (Kennung)", "Network (identifier)"),
        Say(
            "Kennung des Netzwerks, über die Jahre gleich.",
            "Identifier of the network, the same over the years.",
        ),
    )
    name: str = col.name(Say("Netzwerk", "Network"), Say("Name des Netzwerks.", "Name of the network."))
    origin: NetworkOrigin | None = col.column(
        "code",
        Say("Entstehung (Kürzel)", "Origin (code)"),
        Say(
            "Ob das Netzwerk schon bestand oder der Dienst es angestoßen hat.",
            "Whether the network was there already or the service initiated it.",
        ),
        words=NetworkOrigin,
        optional=True,
    )
    participation: ParticipationForm | None = col.column(
        "code",
        Say("Beteiligung (Kürzel)", "Participation (code)"),
        Say(
            "In welcher Form der Dienst in diesem Jahr beteiligt war.",
            "In which form the service took part in this year.",
        ),
        words=ParticipationForm,
        optional=True,
    )
    formalisation: Formalisation | None = col.column(
        "code",
        Say("Formalisierungsgrad (Kürzel)", "Degree of formalisation (code)"),
        Say("Erstes der vier Merkmale.", "The first of the four attributes."),
        words=Formalisation,
        optional=True,
    )
    spatial_extent: SpatialExtent | None = col.column(
        "code",
        Say("Räumliche Ausdehnung (Kürzel)", "Spatial extent (code)"),
        Say("Zweites der vier Merkmale.", "The second of the four attributes."),
        words=SpatialExtent,
        optional=True,
    )
    themes: tuple[Topic, ...] = col.column(
        "codes",
        Say("Thematischer Bezug (Kürzel)", "Thematic reference (codes)"),
        Say(
            "Drittes der vier Merkmale; mehrere Kürzel sind durch Leerzeichen getrennt.",
            "The third of the four attributes; several codes are divided by blanks.",
        ),
        words=Topic,
        optional=True,
    )
    political_influence: PoliticalInfluence | None = col.column(
        "code",
        Say("Mögliche politische Einflussnahme (Kürzel)", "Possible political influence (code)"),
        Say("Viertes der vier Merkmale.", "The fourth of the four attributes."),
        words=PoliticalInfluence,
        optional=True,
    )
    assessed_on: date | None = col.column(
        "day",
        Say("Eingeschätzt am", "Assessed on"),
        Say(
            "Tag der Einschätzung, aus der die vier Merkmale stammen.",
            "Day of the assessment that the four attributes come from.",
        ),
        optional=True,
    )
    members: int | None = col.number(
        Say("Genannte Mitglieder", "Members named"),
        Say(
            "Partner, die als Mitglieder eingetragen sind, jeder einmal.",
            "Partners that are entered as members, each once.",
        ),
    )
    members_stated: int | None = col.number(
        Say("Angegebene Mitglieder", "Members stated"),
        Say(
            "Zahl der Mitglieder, die das Netzwerk selbst angibt.",
            "Number of members that the network states itself.",
        ),
    )
    sessions: int | None = col.number(
        _SESSIONS,
        Say(
            "Sitzungen des Jahres in Gremien, die zum Netzwerk gehören; fehlt, wenn kein Gremium dazugehört.",
            "Sessions of the year in committees that belong to the network; missing where none does.",
        ),
    )
    attended: int | None = col.number(_ATTENDED, _ATTENDED_TOLD)
    effort_minutes: int | None = col.number(
        Say("Aufwand in Minuten", "Effort in minutes"),
        Say(
            "Aufwand in ganzen Minuten, den die letzte Überprüfung nennt.",
            "Effort in whole minutes that the latest review tells.",
        ),
    )
    reviewed_on: date | None = col.column(
        "day",
        Say("Überprüft am", "Reviewed on"),
        Say(
            "Tag der letzten Überprüfung von Aufwand und Ergebnissen.",
            "Day of the latest review of effort and results.",
        ),
        optional=True,
    )
    results: str | None = col.column(
        "text",
        Say("Ergebnisse", "Results"),
        Say("Ergebnisse, die die letzte Überprüfung nennt.", "Results that the latest review tells."),
        optional=True,
    )


@attrs.frozen(kw_only=True)
class ImpulsCommittee:
    """A committee in the year: seats, sessions, and the nine kinds of contribution."""

    year: int = col.year()
    committee: str = col.identifier(
        Say("Gremium (Kennung)", "Committee (identifier)"),
        Say(
            "Kennung des Gremiums, über die Jahre gleich.",
            "Identifier of the committee, the same over the years.",
        ),
    )
    name: str = col.name(Say("Gremium", "Committee"), Say("Name des Gremiums.", "Name of the committee."))
    committee_kind: CommitteeKind = col.column(
        "code",
        Say("Art (Kürzel)", "Kind (code)"),
        Say("Art des Gremiums.", "Kind of the committee."),
        words=CommitteeKind,
    )
    level: SpatialExtent | None = col.column(
        "code",
        Say("Ebene (Kürzel)", "Level (code)"),
        Say("Ebene, auf der das Gremium arbeitet.", "Level on which the committee works."),
        words=SpatialExtent,
        optional=True,
    )
    network: str | None = col.column(
        "id",
        Say("Netzwerk (Kennung)", "Network (identifier)"),
        Say("Netzwerk, zu dem das Gremium gehört.", "Network that the committee belongs to."),
        optional=True,
    )
    seat_roles: tuple[SeatRole, ...] = col.column(
        "codes",
        Say("Rollen (Kürzel)", "Roles (codes)"),
        Say(
            "Rollen der Sitze, die in diesem Jahr gehalten wurden, durch Leerzeichen getrennt.",
            "Roles of the seats that were held in this year, divided by blanks.",
        ),
        words=SeatRole,
        optional=True,
    )
    seat_holders: tuple[SeatHolder, ...] = col.column(
        "codes",
        Say("Sitze gehalten von (Kürzel)", "Seats held by (codes)"),
        Say(
            "Wer die Sitze hielt: der Dienst selbst, der Träger oder der Verband.",
            "Who held the seats: the service itself, its provider or the federation.",
        ),
        words=SeatHolder,
        optional=True,
    )
    sessions: int | None = col.number(_SESSIONS, Say("Sitzungen des Jahres.", "Sessions of the year."))
    attended: int | None = col.number(_ATTENDED, _ATTENDED_TOLD)
    concerns: int | None = _contribution(ContributionKind.CONCERNS)
    participation_promoted: int | None = _contribution(ContributionKind.PARTICIPATION)
    gap_found: int | None = _contribution(ContributionKind.GAP_FOUND)
    offer_tuned: int | None = _contribution(ContributionKind.OFFER_TUNED)
    municipal_concept: int | None = _contribution(ContributionKind.MUNICIPAL_CONCEPT)
    land_concept: int | None = _contribution(ContributionKind.LAND_CONCEPT)
    encounter: int | None = _contribution(ContributionKind.ENCOUNTER)
    against_discrimination: int | None = _contribution(ContributionKind.AGAINST_DISCRIMINATION)
    publicity: int | None = _contribution(ContributionKind.PUBLICITY)


CONTRIBUTIONS = {
    "concerns": ContributionKind.CONCERNS,
    "participation_promoted": ContributionKind.PARTICIPATION,
    "gap_found": ContributionKind.GAP_FOUND,
    "offer_tuned": ContributionKind.OFFER_TUNED,
    "municipal_concept": ContributionKind.MUNICIPAL_CONCEPT,
    "land_concept": ContributionKind.LAND_CONCEPT,
    "encounter": ContributionKind.ENCOUNTER,
    "against_discrimination": ContributionKind.AGAINST_DISCRIMINATION,
    "publicity": ContributionKind.PUBLICITY,
}
"""Which column counts which kind of contribution."""


NETWORKS = col.File(
    name="networks.csv",
    title=Say("Netzwerke", "Networks"),
    description=Say(
        "Eine Zeile je Netzwerk, das am Tag der Netzwerkkarte besteht, ohne Karte am Stichtag: die vier "
        "Merkmale, Mitglieder, Sitzungen, Aufwand und Ergebnisse.",
        "One row for each network that exists on the day of the network map, or on the reference day where "
        "there is no map: the four attributes, members, sessions, effort and results.",
    ),
    row=ImpulsNetwork,
    key=("year", "network"),
    requirements=("R-12", "R-27", "R-31", "R-35"),
)
COMMITTEES = col.File(
    name="committees.csv",
    title=Say("Gremien", "Committees"),
    description=Say(
        "Eine Zeile je Gremium des Jahres: Sitze, Sitzungen, Teilnahmen und die neun Arten von Beiträgen.",
        "One row for each committee of the year: seats, sessions, attendance, nine kinds of contribution.",
    ),
    row=ImpulsCommittee,
    key=("year", "committee"),
    requirements=("R-14", "R-15", "R-16", "R-17", "R-18", "R-19", "R-35"),
)
