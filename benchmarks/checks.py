"""The rules: the library's engine beside one loop written by hand, and beside a hook call for each thing.

Ten rules are the sample. The loop and the hooks find the same things as the rules, which is compared before
anything is measured, but make no findings with values and names; what they lack is work that they save.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any

import attrs
import pluggy

from benchmarks.harness import ON, Contender, Goal, Row, measure, ratio
from benchmarks.hooks import hook_manager
from jmdmodel.quality import Settings, check
from jmdmodel.quality.networks.partners import NAMED_KINDS
from jmdmodel.scales import Importance, Intensity
from jmdmodel.testing import sizes
from jmdmodel.vocabulary import ContactState, TransitionRole
from jmdmodel.workspace import Workspace

SAMPLE = ("D906", "N201", "Q511", "Q514", "Q515", "Q516", "Q520", "Q522", "S112", "S113")
_SETTINGS = Settings.of(select=SAMPLE)

Found = dict[str, set[str]]
"""What was found, by rule: identifiers, or the codes that are missing."""


def rows(*, documents: int, rounds: int) -> Iterator[Row]:
    """Measure checking, for *documents* of the 60 of size M."""
    workspaces = list(islice(sizes.sites(sizes.M), documents))
    manager = hook_manager()
    _same_findings(workspaces[0], manager)
    times = measure(
        {
            "ours": Contender(run=lambda: [check(one, on=ON, settings=_SETTINGS) for one in workspaces]),
            "all": Contender(run=lambda: [check(one, on=ON) for one in workspaces]),
            "loop": Contender(run=lambda: [fused(one, ON) for one in workspaces]),
            "hooks": Contender(run=lambda: [hooked(one, ON, manager) for one in workspaces]),
        },
        rounds=rounds,
    )
    step, ten = f"check, {documents} documents of M", "10 rules by the engine"
    fused_loop = "the 10 rules as one loop by hand"
    yield Row(step=step, ours=ten, peer=fused_loop, figure=ratio(times, "ours", "loop"), goal=Goal(limit=2.0))
    yield Row(step=step, ours=ten, peer="a pluggy hook for each thing", figure=ratio(times, "ours", "hooks"))
    every = f"all {len(check(workspaces[0], on=ON).checked)} rules by the engine"
    yield Row(step=step, ours=every, peer=fused_loop, figure=ratio(times, "all", "loop"))
    yield from _growth(rounds=rounds)


def _growth(*, rounds: int) -> Iterator[Row]:
    """Measure ten times the things in one workspace."""
    small = sizes.site(sizes.S)
    large = sizes.site(attrs.evolve(sizes.S, partners=600, contacts=1_200, activities=20_000))
    times = measure(
        {
            "large": Contender(run=lambda: check(large, on=ON)),
            "small": Contender(run=lambda: [check(small, on=ON) for _ in range(10)]),
        },
        rounds=rounds,
    )
    yield Row(
        step="check, growth",
        ours="all rules, one workspace of ten times the size",
        peer="all rules, ten workspaces of the small size",
        figure=ratio(times, "large", "small"),
        goal=Goal(limit=1.3),
    )


def _same_findings(workspace: Workspace, manager: pluggy.PluginManager) -> None:
    """Compare what the three ways find; a benchmark of different work would mean nothing."""
    engine: Found = {}
    for finding in check(workspace, on=ON, settings=_SETTINGS):
        things = {str(ref) for ref in (finding.subject, *finding.others)}
        engine[finding.code] = engine.get(finding.code, set()) | things
    by_hand = fused(workspace, ON)
    if {code for code, things in by_hand.items() if things} != set(engine):
        raise AssertionError(f"The loop finds {sorted(by_hand)}, the engine {sorted(engine)}.")
    for code in ("D906", "Q511", "Q515", "Q520", "Q522"):
        if {ref.partition("/")[2] for ref in engine.get(code, ())} != by_hand[code]:
            raise AssertionError(f"The loop finds other things than the engine for {code}.")
    if hooked(workspace, ON, manager) != by_hand:
        raise AssertionError("The hooks find other things than the loop.")


def fused(workspace: Workspace, on: date) -> Found:  # noqa: PLR0912, PLR0915 - one loop a collection is its point
    """Run the ten rules with each collection gone through once, and nothing shared with the library."""
    year = on.year - 1
    founded = workspace.service.founded
    first = date(founded, 1, 1) if founded is not None else date.min
    found: Found = {code: set() for code in SAMPLE}
    partners = {}
    kinds = set()
    there = 0
    for partner in workspace.partners:
        partners[partner.id] = partner
        if partner.period.holds_on(on):
            there += 1
            kinds.add(partner.kind)
            kinds.update(partner.further_kinds)
    found["N201"] = {kind.code for kind in NAMED_KINDS if kind not in kinds}
    reached = set()
    close: list[Intensity] = []
    weights: list[Importance] = []
    for contact in workspace.contacts:
        latest = None
        rated = False
        for rating in contact.ratings:
            if rating.day > on or rating.day < first:
                found["D906"].add(contact.id)
            if rating.day <= on:
                if latest is None or rating.day > latest.day:
                    latest = rating
                if (rating.intensity is not None and rating.importance is not None) or (
                    rating.not_rated_because or ""
                ).strip():
                    rated = True
        if contact.state_on(on) is not ContactState.ACTIVE or not contact.period.holds_on(on):
            continue
        partner = partners[contact.partner]
        if partner.period.until is not None and partner.period.until < on:
            found["Q522"].add(contact.id)
        if not partner.period.holds_on(on):
            continue
        reached.add(partner.transition_role)
        if not rated:
            found["Q511"].add(contact.id)
        if latest is None:
            continue
        if latest.intensity is not None:
            close.append(latest.intensity)
        if latest.importance is not None:
            weights.append(latest.importance)
        if (
            latest.intensity is not None
            and latest.importance is not None
            and latest.importance.step >= Importance.MOST_GOALS.step
            and latest.intensity.step <= Intensity.SEVERAL.step
        ):
            found["Q515"].add(contact.id)
    found["S112"] = {role.code for role in TransitionRole if role not in reached}
    for scale, steps in (("intensity", close), ("importance", weights)):
        if len(steps) >= 10 and len(set(steps)) == 1:
            found["Q514"].add(scale)
    ends: dict[str, int] = {}
    ties = 0
    brokered = False
    for tie in workspace.ties:
        if tie.brokered_on is not None:
            brokered = brokered or tie.brokered_on.year == year
            if tie.brokered_on > on or tie.brokered_on < first:
                found["D906"].add(tie.id)
        if tie.period.holds_on(on):
            ties += 1
            for end in tie.between:
                ends[end] = ends.get(end, 0) + 1
    if not brokered and there >= 2:
        found["S113"].add("ties")
    surveyed = False
    for shown in workspace.maps:
        if shown.ties_surveyed_on is not None:
            surveyed = surveyed or shown.ties_surveyed_on <= on
            if shown.ties_surveyed_on > on or shown.ties_surveyed_on < first:
                found["D906"].add(shown.id)
    if surveyed and len(ends) >= 8 and max(ends.values()) == ties:
        found["Q516"].add("ties")
    for committee in workspace.committees:
        for session in committee.sessions:
            held = session.attendance is not None or session.result is not None or session.contributions
            if held and (session.day > on or session.day < first):
                found["D906"].add(committee.id)
    for network in workspace.networks:
        for assessment in network.assessments:
            if assessment.day > on or assessment.day < first:
                found["D906"].add(network.id)
    minutes: dict[tuple[date, str], int] = {}
    begun: dict[tuple[date, str], str] = {}
    for activity in workspace.activities:
        if activity.day > on or activity.day < first:
            found["D906"].add(activity.id)
        if activity.staff is not None:
            day = (activity.day, activity.staff)
            minutes[day] = minutes.get(day, 0) + activity.minutes
            begun.setdefault(day, activity.id)
    found["Q520"] = {begun[day] for day, total in minutes.items() if total > 600}
    return found


def hooked(workspace: Workspace, on: date, manager: pluggy.PluginManager) -> Found:
    """Run the ten rules as plugins, each called for each thing of the kind that it looks at."""
    hook = manager.hook
    state: dict[str, Any] = {
        "workspace": workspace,
        "on": on,
        "partners": {partner.id: partner for partner in workspace.partners},
    }
    hook.begin(state=state)
    collections: tuple[tuple[Any, Sequence[Any]], ...] = (
        (hook.see_partner, tuple(workspace.partners)),
        (hook.see_contact, tuple(workspace.contacts)),
        (hook.see_tie, tuple(workspace.ties)),
        (hook.see_map, tuple(workspace.maps)),
        (hook.see_committee, tuple(workspace.committees)),
        (hook.see_network, tuple(workspace.networks)),
        (hook.see_activity, tuple(workspace.activities)),
    )
    for see, things in collections:
        for thing in things:
            see(thing=thing, state=state)
    return dict(sorted(hook.finish(state=state)))
