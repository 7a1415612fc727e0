"""The results of the analysis as tables: one function a table, each with fixed column names."""

from __future__ import annotations

from collections.abc import Iterable

from jmdmodel.analysis.committees import CommitteeWork
from jmdmodel.analysis.coverage import Count, Coverage
from jmdmodel.analysis.networks import NetworkProfile
from jmdmodel.analysis.ratings import MapSummary, RatedContact
from jmdmodel.analysis.shares import WorkShares
from jmdmodel.analysis.tables import Cell, Column, Table, code_columns
from jmdmodel.entities.work import WorkTime
from jmdmodel.messages import Message, Say
from jmdmodel.vocabulary import Attendance, ContributionKind

_PARTNER = Column("partner", Say("Kennung", "identifier"))
_COMMITTEE = Column("committee", Say("Kennung", "identifier"))
_NAME = Column("name", Say("Name", "name"))
_AREA = Column("area", Say("Arbeitsbereich", "area of work"), "code")
_ACTIVITIES = Column("activities", Say("Tätigkeiten", "activities"), "integer")
_MINUTES = Column("minutes", Say("Minuten", "minutes"), "integer")
_SESSIONS = Column("sessions", Say("Sitzungen", "sessions"), "integer")


def contacts_table(rated: Iterable[RatedContact]) -> Table:
    """List the partners on the map of a year with rating and place (R-32). German: Partner auf der Karte."""
    return Table(
        name="contacts",
        title=Say("Partner auf der Netzwerkkarte", "Partners on the network map"),
        columns=(
            _PARTNER,
            _NAME,
            Column("kind", Say("Art", "kind"), "code"),
            Column("group", Say("Sektor", "sector"), "code"),
            Column("place", Say("Platz auf der Karte", "place on the map"), "code"),
            Column("intensity", Say("Intensität", "intensity"), "code"),
            Column("importance", Say("Wichtigkeit", "importance"), "code"),
            Column("rated_on", Say("eingeschätzt am", "rated on"), "date"),
        ),
        rows=tuple(
            (
                shown.partner.id,
                shown.partner.name,
                shown.partner.kind,
                shown.group,
                shown.place,
                shown.intensity,
                shown.importance,
                shown.rating.day if shown.rating else None,
            )
            for shown in rated
        ),
    )


def places_table(summary: MapSummary) -> Table:
    """Count the partners on each ring, closest first, and under each heading beside the rings (R-32)."""
    rings: list[tuple[Cell, ...]] = [(step, number) for step, number in reversed(summary.rings)]
    beside: list[tuple[Cell, ...]] = [
        (place, number) for place, number in summary.places if place.code != "ring"
    ]
    return Table(
        name="places",
        title=Say("Partner nach Ring", "Partners by ring"),
        columns=(
            Column("place", Say("Platz", "place"), "code"),
            Column("partners", Say("Partner", "partners"), "integer"),
        ),
        rows=(*rings, *beside),
    )


def coverage_table(found: Coverage) -> Table:
    """List the kinds of partner with their numbers, further kinds apart (R-13). German: Abdeckung."""
    return Table(
        name="coverage",
        title=Say("Partner nach Art", "Partners by kind"),
        columns=(
            Column("kind", Say("Art", "kind"), "code"),
            Column("group", Say("Sektor", "sector"), "code"),
            *_counts("", Say("{n}", "{n}")),
            *_counts("further_", Say("{n} (weitere Art)", "{n} (further kind)")),
        ),
        rows=tuple(
            (row.kind, row.kind.group, *_three(row.main), *_three(row.further)) for row in found.kinds
        ),
    )


def groups_table(found: Coverage) -> Table:
    """List the sectors with their numbers, each partner once (R-13). German: Partner nach Sektor."""
    return Table(
        name="groups",
        title=Say("Partner nach Sektor", "Partners by sector"),
        columns=(Column("group", Say("Sektor", "sector"), "code"), *_counts("", Say("{n}", "{n}"))),
        rows=tuple((row.group, *_three(row.count)) for row in found.groups),
    )


def contributions_table(work: CommitteeWork) -> Table:
    """Set committees against the nine kinds of contribution (R-15 … R-19). German: Beitragsmatrix."""
    return Table(
        name="contributions",
        title=Say("Beiträge in Gremien", "Contributions to committees"),
        columns=(_COMMITTEE, _NAME, *code_columns(ContributionKind)),
        rows=tuple(
            (row.committee.id, row.committee.name, *(number for _, number in row.contributions))
            for row in work.rows
        ),
    )


def attendance_table(work: CommitteeWork) -> Table:
    """Count the sessions of each committee by attendance (R-14). German: Teilnahme an Sitzungen."""
    open_word = Column("not_noted", Say("ohne Angabe", "not noted"), "integer")
    return Table(
        name="attendance",
        title=Say("Teilnahme an Sitzungen", "Attendance at sessions"),
        columns=(_COMMITTEE, _NAME, _SESSIONS, *code_columns(Attendance), open_word),
        rows=tuple(
            (row.committee.id, row.committee.name, row.sessions, *(number for _, number in row.attendance))
            for row in work.rows
        ),
    )


def networks_table(profiles: Iterable[NetworkProfile]) -> Table:
    """List the networks with their four attributes, members and participation (R-12, R-27)."""
    return Table(
        name="networks",
        title=Say("Netzwerke", "Networks"),
        columns=(
            Column("network", Say("Kennung", "identifier")),
            _NAME,
            Column("formalisation", Say("Formalisierungsgrad", "degree of formalisation"), "code"),
            Column("spatial_extent", Say("räumliche Ausdehnung", "spatial extent"), "code"),
            Column("themes", Say("thematischer Bezug", "thematic reference"), "code"),
            Column(
                "political_influence",
                Say("mögliche politische Einflussnahme", "possible political influence"),
                "code",
            ),
            Column("assessed_on", Say("eingeschätzt am", "assessed on"), "date"),
            Column("members_named", Say("genannte Mitglieder", "members named"), "integer"),
            Column("members_stated", Say("angegebene Mitglieder", "members stated"), "integer"),
            Column("participation", Say("Beteiligung", "participation"), "code"),
        ),
        rows=tuple(
            (
                profile.network.id,
                profile.network.name,
                profile.formalisation,
                profile.spatial_extent,
                profile.themes,
                profile.political_influence,
                profile.assessed_on,
                profile.members_named,
                profile.members_stated,
                profile.participation.form if profile.participation else None,
            )
            for profile in profiles
        ),
    )


def work_time_table(entries: Iterable[WorkTime]) -> Table:
    """List the monthly sums of working time by area (R-35). German: Tätigkeiten nach Monat und Bereich."""
    return Table(
        name="work-time",
        title=Say("Tätigkeiten nach Monat und Bereich", "Activities by month and area"),
        columns=(
            Column("year", Say("Jahr", "year"), "year"),
            Column("month", Say("Monat", "month"), "integer"),
            _AREA,
            _ACTIVITIES,
            _MINUTES,
        ),
        rows=tuple(
            (entry.year, entry.month, entry.area, entry.activities, entry.minutes) for entry in entries
        ),
    )


def work_shares_table(shares: WorkShares, *, decimals: int = 1) -> Table:
    """List the shares of the areas in a year's work (R-35). German: prozentualer Arbeitsumfang."""
    return Table(
        name="work-shares",
        title=Say("Anteile der Arbeitsbereiche", "Shares of the areas of work"),
        columns=(
            _AREA,
            _ACTIVITIES,
            _MINUTES,
            Column("percent", Say("Prozent", "per cent"), "decimal", decimals),
        ),
        rows=tuple((row.area, row.activities, row.minutes, row.percent) for row in shares.rows),
    )


def _counts(prefix: str, frame: Say) -> tuple[Column, ...]:
    words = {
        "partners": Say("Partner", "partners"),
        "active": Say("mit aktivem Kontakt", "with active contact"),
        "rated": Say("eingeschätzt", "rated"),
    }
    return tuple(
        Column(
            prefix + name,
            Message.of(frame, n=word).as_say(),
            "integer",
        )
        for name, word in words.items()
    )


def _three(count: Count) -> tuple[int, int, int]:
    return count.partners, count.active, count.rated
