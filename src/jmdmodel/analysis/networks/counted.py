"""What can be counted of a network on a day: members, ties among them, goals, tasks, agreements, reviews."""

from __future__ import annotations

from collections import Counter
from datetime import date
from fractions import Fraction

import attrs

from jmdmodel.analysis.coverage.covered import active_partners
from jmdmodel.analysis.figures.diversity import blau, iqv
from jmdmodel.analysis.figures.membership import only_assumed
from jmdmodel.analysis.figures.net import Net
from jmdmodel.analysis.figures.structure import density
from jmdmodel.analysis.ratings import Place, RatedContact, rated_contacts
from jmdmodel.entities.agreement import Responsibility, Review
from jmdmodel.entities.network import Membership, Network, Participation
from jmdmodel.entities.relation import Tie
from jmdmodel.ids import PartnerId
from jmdmodel.messages import Message, Say
from jmdmodel.vocabulary import Bindingness, GoalStatus, MemberRole, PartnerKind
from jmdmodel.workspace import Workspace

NOT_SURVEYED = Say(
    "Bis zum {day} sind keine Verbindungen der Partner untereinander erhoben.",
    "No ties among partners had been surveyed by {day}.",
)
TOO_FEW = Say(
    "Für Verbindungen untereinander braucht es mindestens zwei genannte Mitglieder.",
    "Ties among members need at least two named members.",
)
NO_MAP = Say("Für {year} gibt es keine Netzwerkkarte.", "There is no network map for {year}.")
NO_MEMBER = Say("Von keinem Mitglied ist die Art bekannt.", "The kind is not known of any member.")
MEMBERS_WITHHELD = Say("Mitglieder gehören nicht zu dieser Ansicht.", "Members are not part of this view.")


@attrs.frozen(kw_only=True)
class NetworkFigures:
    """The figures of one network on a day (R-12, R-27 … R-31). German: Kennzahlen eines Netzwerks.

    Attributes:
        members: Different partners named as members; a partner that does not exist on the day is none.
        gap: Members stated and not named; below 0 where more are named; ``None`` where no number is stated.
        kinds: Members by main kind, only kinds that occur, in the order of the vocabulary.
        diversity: How likely two draws from the members are of different kinds (Blau), 0 where all are of
            one kind; ``None`` where no member is known as a partner.
        evenness: The same as a share of what the kinds of the vocabulary allow (IQV), 0 to 1.
        active: Members to whom the service has an active contact on the day.
        on_ring: Members that stand on a ring of the map of the day's year, whatever its own day; ``None``
            without a map.
        leads: Members with the lead, in the order of the file.
        surveyed_on: When ties among partners were last surveyed before the day or on it.
        ties: Pairs of members that are tied, as far as the service knows; ``None`` where it can't be told.
        assumed: Those of them that rest on a guess alone.
        density: Tied pairs as a share of all pairs of members; ``None`` where it can't be told.
        goals: Goals agreed by the day, by status; every status once, zeros included.
        overdue: Those goals that were due before the day and are neither reached nor dropped.
        tasks: Responsibilities that hold on the day.
        without_holder: Those for which nobody answers.
        agreements: Agreements that hold on the day by bindingness, every step once; under ``None`` those
            for which it is not settled.
        lapsed: Agreements that were valid until an earlier day.
        review: The latest review up to the day.
        participation: How the service took part, year by year, up to the day's year.
        reasons: Why a value is ``None``, by its name here.
    """

    members: int
    gap: int | None
    kinds: tuple[tuple[PartnerKind, int], ...]
    diversity: Fraction | None
    evenness: Fraction | None
    active: int
    on_ring: int | None
    leads: tuple[PartnerId, ...]
    surveyed_on: date | None
    ties: int | None
    assumed: int | None
    density: Fraction | None
    goals: tuple[tuple[GoalStatus, int], ...]
    overdue: int
    tasks: int
    without_holder: tuple[Responsibility, ...]
    agreements: tuple[tuple[Bindingness | None, int], ...]
    lapsed: int
    review: Review | None
    participation: tuple[Participation, ...]
    reasons: tuple[tuple[str, Message], ...]

    @property
    def effort(self) -> int | None:
        """The effort that the latest review tells, in minutes; ``None`` where there is none told."""
        return self.review.effort if self.review else None

    @property
    def next_review(self) -> date | None:
        """When the network is to be reviewed next, as the latest review has it."""
        return self.review.next_on if self.review else None

    def why(self, name: str) -> Message | None:
        """Give the reason why a value is ``None``, by the name of its attribute."""
        return dict(self.reasons).get(name)


@attrs.frozen(kw_only=True)
class Surroundings:
    """What the figures of all networks of a day are counted from, looked up once.

    Attributes:
        active: Partners to whom a contact is active on the day.
        on_ring: Partners on a ring of the map of the day's year; ``None`` without a map.
        surveyed_on: When ties were last surveyed before the day or on it.
        ties: Ties that hold on the day, between partners that exist on it.
    """

    active: frozenset[str]
    on_ring: frozenset[str] | None
    surveyed_on: date | None
    ties: tuple[Tie, ...]


def is_there(workspace: Workspace, partner: str, day: date) -> bool:
    """Tell whether a partner exists on a day; of one that leads nowhere nothing else is known."""
    known = workspace.partners.get(partner)
    return known is None or known.period.holds_on(day)


def members_there(workspace: Workspace, network: Network, day: date) -> tuple[Membership, ...]:
    """Give the members of a day whose partner exists on it, in the order of the file."""
    return tuple(one for one in network.members_on(day) if is_there(workspace, one.partner, day))


def surroundings(workspace: Workspace, day: date) -> Surroundings:
    """Look up once what the figures of all networks of a day are counted from."""
    surveys = [found.ties_surveyed_on for found in workspace.maps if found.ties_surveyed_on is not None]
    known_map = workspace.maps.get(str(day.year))
    return Surroundings(
        active=active_partners(workspace, day),
        on_ring=None if known_map is None else _on_rings(rated_contacts(workspace, day.year)),
        surveyed_on=max((on for on in surveys if on <= day), default=None),
        ties=tuple(
            tie
            for tie in workspace.ties
            if tie.period.holds_on(day) and all(is_there(workspace, one, day) for one in tie.between)
        ),
    )


def network_figures(
    workspace: Workspace, network: Network, day: date, around: Surroundings
) -> NetworkFigures:
    """Count what is known of one network on a day (R-12, R-27 … R-31). German: Kennzahlen eines Netzwerks."""
    named = members_there(workspace, network, day)
    members = {member.partner for member in named}
    reasons: dict[str, Message] = {}
    kinds = [known.kind for one in sorted(members) if (known := workspace.partners.get(one)) is not None]
    counts = Counter(kinds)
    if not kinds:
        reasons |= dict.fromkeys(("diversity", "evenness"), Message.of(NO_MEMBER))
    tied_share, ties, assumed = _density(members, day, around, reasons)
    if around.on_ring is None:
        reasons["on_ring"] = Message.of(NO_MAP, year=str(day.year))
    goals = [goal for goal in network.goals if goal.agreed_on is None or goal.agreed_on <= day]
    status = Counter(goal.status_on(day) for goal in goals)
    tasks = [task for task in network.responsibilities if task.period.holds_on(day)]
    made = [one for one in network.agreements if one.agreed_on is None or one.agreed_on <= day]
    valid = [one for one in made if one.valid_until is None or day <= one.valid_until]
    binding = Counter(one.bindingness for one in valid)
    stated = network.members_stated
    return NetworkFigures(
        members=len(members),
        gap=None if stated is None else stated - len(members),
        kinds=tuple((kind, counts[kind]) for kind in PartnerKind if counts[kind]),
        diversity=blau(kinds),
        evenness=iqv(kinds, len(PartnerKind)),
        active=len(members & around.active),
        on_ring=None if around.on_ring is None else len(members & around.on_ring),
        leads=tuple(dict.fromkeys(one.partner for one in named if one.role is MemberRole.LEAD)),
        surveyed_on=around.surveyed_on,
        ties=ties,
        assumed=assumed,
        density=tied_share,
        goals=tuple((step, status[step]) for step in GoalStatus),
        overdue=sum(
            goal.due is not None and goal.due < day and goal.status_on(day) not in _OVER for goal in goals
        ),
        tasks=len(tasks),
        without_holder=tuple(task for task in tasks if not task.partners and task.staff is None),
        agreements=tuple((step, binding[step]) for step in (*Bindingness, None)),
        lapsed=len(made) - len(valid),
        review=max((one for one in network.reviews if one.day <= day), key=lambda one: one.day, default=None),
        participation=tuple(
            sorted((one for one in network.participation if one.year <= day.year), key=lambda one: one.year)
        ),
        reasons=tuple(sorted(reasons.items())),
    )


_OVER = {GoalStatus.REACHED, GoalStatus.DROPPED}


def _on_rings(rated: tuple[RatedContact, ...]) -> frozenset[str]:
    return frozenset(one.partner.id for one in rated if one.place is Place.RING)


def _density(
    members: set[PartnerId], day: date, around: Surroundings, reasons: dict[str, Message]
) -> tuple[Fraction | None, int | None, int | None]:
    why = Message.of(TOO_FEW) if len(members) < 2 else None
    if around.surveyed_on is None:
        why = Message.of(NOT_SURVEYED, day=day)
    if why is not None:
        reasons |= dict.fromkeys(("ties", "assumed", "density"), why)
        return None, None, None
    inside = [tie for tie in around.ties if members.issuperset(tie.between)]
    net = Net.of(members, (tie.between for tie in inside))
    return density(net), len(net.ties), only_assumed(inside)
