"""How the networks of a service stand on a day: four attributes, figures, the service's part."""

from __future__ import annotations

from datetime import date

import attrs

from jmdmodel.analysis.networks.changes import AttributeSteps, attribute_steps
from jmdmodel.analysis.networks.counted import (
    MEMBERS_WITHHELD,
    NetworkFigures,
    members_there,
    network_figures,
    surroundings,
)
from jmdmodel.analysis.networks.tables import changes_table, figures_table
from jmdmodel.analysis.sight import is_hidden
from jmdmodel.analysis.tables import NAME, Column, Shown, Table, id_column
from jmdmodel.borders import need_day
from jmdmodel.entities.network import Membership, Network, NetworkAssessment, Participation
from jmdmodel.messages import Message, Say
from jmdmodel.vocabulary import Formalisation, PoliticalInfluence, SpatialExtent, Topic
from jmdmodel.workspace import Workspace

ATTRIBUTES = ("formalisation", "spatial_extent", "themes", "political_influence")
"""The four attributes of the concept by which network relations are analysed (R-27)."""


@attrs.frozen(kw_only=True)
class NetworkProfile:
    """One network on a day (R-12, R-27). German: Netzwerkprofil.

    Attributes:
        network: The network.
        day: The day.
        assessment: The latest assessment dated not after the day; ``None`` without one.
        members: The members named for the day.
        participation: The form in which the service takes part in the day's year; ``None`` if nobody said.
        figures: What can be counted; ``None`` where a view has no members.
        steps: The attributes against the assessment before; ``None`` where there are not two.
    """

    network: Network
    day: date
    assessment: NetworkAssessment | None
    members: tuple[Membership, ...]
    participation: Participation | None
    figures: NetworkFigures | None = None
    steps: AttributeSteps | None = None

    @property
    def why_no_figures(self) -> Message | None:
        """Why there are no figures; ``None`` where there are."""
        return Message.of(MEMBERS_WITHHELD) if self.figures is None else None

    @property
    def assessed_on(self) -> date | None:
        """The date of the assessment."""
        return self.assessment.day if self.assessment else None

    @property
    def formalisation(self) -> Formalisation | None:
        """How formal the cooperation is; ``None`` if the assessment leaves it open."""
        return self.assessment.formalisation if self.assessment else None

    @property
    def spatial_extent(self) -> SpatialExtent | None:
        """How far the network reaches; ``None`` if the assessment leaves it open."""
        return self.assessment.spatial_extent if self.assessment else None

    @property
    def themes(self) -> tuple[Topic, ...]:
        """The topics of the network, in the order in which they were given."""
        return self.assessment.themes if self.assessment else ()

    @property
    def political_influence(self) -> PoliticalInfluence | None:
        """What influence on policy it may have; ``None`` if the assessment leaves it open."""
        return self.assessment.political_influence if self.assessment else None

    @property
    def not_assessed(self) -> tuple[str, ...]:
        """The names of those of the four attributes that the assessment leaves open, all without one."""
        return tuple(name for name in ATTRIBUTES if not getattr(self.assessment, name, None))

    @property
    def members_named(self) -> int:
        """How many different partners are named as members; a partner with two roles counts once."""
        return len({member.partner for member in self.members})

    @property
    def members_stated(self) -> int | None:
        """The number of members that the network states of itself."""
        return self.network.members_stated


class NetworkProfiles(Shown, tuple[NetworkProfile, ...]):
    """The networks of a day with their profiles, by identifier (R-12, R-27). German: Netzwerkprofile."""

    __slots__ = ()

    def tables(self) -> tuple[Table, ...]:
        """Give one row for each network: attributes, members, participation; its figures; its changes."""
        columns = (
            id_column("network"),
            NAME,
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
        )
        rows = tuple(
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
            for profile in self
        )
        networks = Table(name="networks", title=Say("Netzwerke", "Networks"), columns=columns, rows=rows)
        figures = figures_table((one.network, one.figures) for one in self if one.figures is not None)
        changes = changes_table((one.network, one.steps) for one in self if one.steps is not None)
        return networks, figures, changes


def network_profiles(workspace: Workspace, *, on: date) -> NetworkProfiles:
    """Give the profile of each network that exists on a day, by identifier (R-12, R-27).

    The four attributes come from one assessment, the latest dated not after the day: what it leaves
    open is open, an older one does not fill it in. Beside them stands what can be counted: members named
    and stated, their kinds, the ties among them, goals, tasks, agreements, reviews (R-28 … R-31).
    German: Netzwerkprofile.

    Raises:
        ModelError: It is no plain day.
    """
    need_day(on, "on")
    hidden = is_hidden(workspace, Membership)
    around = None if hidden else surroundings(workspace, on)
    return NetworkProfiles(
        NetworkProfile(
            network=network,
            day=on,
            assessment=network.assessment_until(on),
            members=members_there(workspace, network, on),
            participation=network.participation_in(on.year),
            figures=None if around is None else network_figures(workspace, network, on, around),
            steps=attribute_steps(network, on),
        )
        for network in workspace.networks
        if network.period.holds_on(on)
    )
