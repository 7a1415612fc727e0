"""The rows on networks, committees and kinds of partner, made from a view (R-06, R-12 … R-19, R-27, R-32)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from jmdexport.builtin._impuls_notes import Note
from jmdexport.builtin._impuls_rows_bodies import (
    COMMITTEES,
    CONTRIBUTIONS,
    NETWORKS,
    ImpulsCommittee,
    ImpulsNetwork,
)
from jmdexport.builtin._impuls_rows_partners import COOPERATION, ImpulsCooperation
from jmdmodel.analysis.committees import CommitteeWork, committee_work
from jmdmodel.analysis.coverage import coverage
from jmdmodel.analysis.coverage.kinds import reasons
from jmdmodel.analysis.networks import network_profiles
from jmdmodel.analysis.ratings import Place, map_day, rated_contacts
from jmdmodel.messages import Language, Message, Say
from jmdmodel.scales import Intensity
from jmdmodel.vocabulary import SeatHolder, SeatRole
from jmdmodel.workspace import Workspace

_NO_MAP = Say(
    de="Für {year} enthält diese Fassung keine Netzwerkkarte; deshalb gibt es hier keine Zeilen.",
    en="This edition holds no network map of {year}; so there are no rows here.",
)


def reference_day(view: Workspace, year: int, as_of: date) -> date:
    """Give the day on which networks are looked at: the map's, or the reference day within the year."""
    known = view.maps.get(str(year))
    return map_day(known) if known is not None else min(as_of, date(year, 12, 31))


class Bodies:
    """Networks and committees of a year."""

    def __init__(self, view: Workspace, year: int, as_of: date) -> None:
        self.year = year
        self.work: CommitteeWork = committee_work(view, year)
        self.profiles = network_profiles(view, on=reference_day(view, year, as_of))

    def notes(self) -> Iterator[Note]:
        """Say what a view leaves out."""
        hidden = {profile.why_no_figures for profile in self.profiles} - {None}
        yield from (Note(message, NETWORKS) for message in hidden if message is not None)
        if self.work.withheld is not None:
            yield Note(self.work.withheld, COMMITTEES)

    def networks(self) -> Iterator[ImpulsNetwork]:
        """Yield one row for each network of the day."""
        for profile in self.profiles:
            network, known = profile.network, profile.figures
            review = known.review if known is not None else None
            held = [row for row in self.work.rows if row.committee.network == network.id]
            told = bool(held) and self.work.withheld is None
            yield ImpulsNetwork(
                year=self.year,
                network=network.id,
                name=network.name,
                origin=network.origin,
                participation=profile.participation.form if profile.participation is not None else None,
                formalisation=profile.formalisation,
                spatial_extent=profile.spatial_extent,
                themes=profile.themes,
                political_influence=profile.political_influence,
                assessed_on=profile.assessed_on,
                members=known.members if known is not None else None,
                members_stated=profile.members_stated,
                sessions=sum(row.sessions for row in held) if told else None,
                attended=sum(row.attended for row in held) if told else None,
                effort_minutes=known.effort if known is not None else None,
                reviewed_on=review.day if review is not None else None,
                results=review.results if review is not None else None,
            )

    def committees(self) -> Iterator[ImpulsCommittee]:
        """Yield one row for each committee of the year."""
        told = self.work.withheld is None
        for row in self.work.rows:
            body, numbers = row.committee, dict(row.contributions)
            yield ImpulsCommittee(
                year=self.year,
                committee=body.id,
                name=body.name,
                committee_kind=body.kind,
                level=body.level,
                network=body.network,
                seat_roles=tuple(role for role in SeatRole if any(seat.role is role for seat in row.roles)),
                seat_holders=tuple(
                    holder for holder in SeatHolder if any(seat.held_by is holder for seat in row.roles)
                ),
                sessions=row.sessions if told else None,
                attended=row.attended if told else None,
                **{name: numbers[kind] if told else None for name, kind in CONTRIBUTIONS.items()},
            )


class Cooperation:
    """Kinds of partner on the map of a year."""

    def __init__(self, view: Workspace, year: int) -> None:
        self.view = view
        self.year = year
        self.has_map = view.maps.get(str(year)) is not None

    def notes(self) -> Iterator[Note]:
        """Say that there is no map."""
        if not self.has_map:
            yield Note(Message.of(_NO_MAP, year=str(self.year)), COOPERATION)

    def rows(self, language: Language) -> Iterator[ImpulsCooperation]:
        """Yield one row for each kind of partner."""
        if not self.has_map:
            return
        shown = rated_contacts(self.view, self.year)
        rings = Counter((one.partner.kind, one.intensity) for one in shown if one.place is Place.RING)
        beside = Counter(one.partner.kind for one in shown if one.place is not Place.RING)
        for row in coverage(self.view, self.year).kinds:
            yield ImpulsCooperation(
                year=self.year,
                partner_kind=row.kind,
                label=row.kind.plural.in_(language),
                sector=row.kind.group,
                coverage=row.state,
                main_partners=row.main.partners,
                further_partners=row.further.partners,
                active_contacts=row.main.active,
                rated_contacts=row.main.rated,
                ring_1=rings[row.kind, Intensity.YEARLY],
                ring_2=rings[row.kind, Intensity.SEVERAL],
                ring_3=rings[row.kind, Intensity.QUARTERLY],
                ring_4=rings[row.kind, Intensity.MONTHLY],
                ring_5=rings[row.kind, Intensity.WEEKLY],
                off_rings=beside[row.kind],
                reason=reasons(row.absences),
            )
