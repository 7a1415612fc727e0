"""Rules on the common goals of a network: there are some, and one can tell when they are reached."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from jmdmodel.entities.network import Network
from jmdmodel.findings import Finding
from jmdmodel.messages import Say
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.organisation.standing import is_past_its_beginning, named, open_goals
from jmdmodel.quality.parameters import NoParameters, number
from jmdmodel.vocabulary import GoalStatus


@attrs.frozen(kw_only=True)
class FirstMonths:
    """How much time a new network has to agree on its goals."""

    months: int = number(
        6,
        help=Say(
            de="So viele Monate nach seinem Beginn braucht ein Netzwerk noch keine Ziele; meist stehen sie "
            "nach den ersten zwei, drei Treffen fest.",
            en="For so many months after its beginning a network needs no goals yet; mostly they are settled "
            "after the first two or three meetings.",
        ),
        minimum=0,
        maximum=60,
    )


@rule(
    code="Q503",
    name="network-without-goals",
    level="must",
    requirements=("R-28",),
    looks_at=Network,
    parameters=FirstMonths,
    title=Say(
        de="Für das Netzwerk sind keine gemeinsamen Ziele eingetragen",
        en="No common goals are entered for the network",
    ),
    message=Say(
        de="Für „{network}“ ist kein gemeinsames Ziel eingetragen.",
        en='No common goal is entered for "{network}".',
    ),
    reason=Say(
        de="Gemeinsame Ziele festzulegen gehört nach dem Konzept zur Qualität der Netzwerkarbeit. Nur "
        "an einem Ziel lässt sich erkennen, ob sich der Aufwand für die jungen Menschen lohnt.",
        en="According to the concept, setting common goals is part of the quality of network work. Only "
        "a goal shows whether the effort is worth it for the young people.",
    ),
    remedy=Say(
        de="Im Netzwerk ein Ziel vereinbaren und unter „goals“ eintragen. Gibt es schon eines, etwa in einer "
        "Geschäftsordnung, genügt es, dieses zu übernehmen.",
        en='Agree on a goal in the network and enter it under "goals". If there is one already, for instance '
        "in its rules of procedure, it is enough to take that over.",
    ),
)
def network_without_goals(network: Network, ctx: Context[FirstMonths]) -> Iterator[Finding]:
    """Find a network the service works in that has set itself no goal; a dropped one is none."""
    if network.id not in ctx.index.engaged or not is_past_its_beginning(network, ctx, ctx.parameters.months):
        return
    if not any(
        (goal.agreed_on is None or goal.agreed_on <= ctx.on)
        and goal.status_on(ctx.on) is not GoalStatus.DROPPED
        for goal in network.goals
    ):
        yield ctx.found(network, "goals", network=network.name)


@rule(
    code="Q504",
    name="goal-not-checkable",
    level="hint",
    requirements=("R-28",),
    looks_at=Network,
    title=Say(de="Einem Ziel fehlt Datum oder Indikator", en="A goal lacks a date or an indicator"),
    message=Say(
        de="Offene Ziele von „{network}“, bei denen ein Datum fehlt oder die Angabe, woran der Erfolg "
        "zu erkennen ist: {n} von {of} ({goals}).",
        en='Open goals of "{network}" that lack a date or a sign that shows success: {n} of {of} ({goals}).',
    ),
    reason=Say(
        de="Wer weiß, bis wann etwas erreicht sein soll und woran das zu sehen ist, kann darüber reden, ob "
        "es gelungen ist. Sonst bleibt ein Ziel ein guter Vorsatz.",
        en="Those who know by when something is to be reached and how that shows can talk about whether it "
        "worked out. Otherwise a goal stays a good intention.",
    ),
    remedy=Say(
        de="Unter „due“ ein Datum eintragen und unter „indicator“, woran zu erkennen ist, dass das Ziel "
        "erreicht ist. Eine Zahl ist gut, ein beobachtbares Zeichen genügt.",
        en='Enter a date under "due", and under "indicator" what shows that the goal is reached. A '
        "number is good, a sign that can be seen is enough.",
    ),
)
def goal_not_checkable(network: Network, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find the open goals of a network the service works in that lack a date or an indicator."""
    if network.id not in ctx.index.engaged:
        return
    goals = open_goals(network, ctx.on)
    vague = [(place, goal) for place, goal in goals if goal.due is None or not goal.indicator]
    if vague:
        yield ctx.found(
            network,
            vague[0][0],
            network=network.name,
            n=len(vague),
            of=len(goals),
            goals=named(goal.text for _, goal in vague),
        )
