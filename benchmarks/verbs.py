"""What the verbs of the analysis cost: on one site, on one of ten times the size, on all sites of a Land."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

import attrs

import jmdmodel
from benchmarks.harness import Contender, Goal, Row, measure, ratio
from jmdmodel.analysis.offers import needs_and_offers
from jmdmodel.analysis.opening import opening_overview
from jmdmodel.collection import Collection
from jmdmodel.testing import sizes
from jmdmodel.workspace import Workspace

YEAR, BEFORE = 2025, 2024
DAY = date(YEAR, 12, 31)
TIMES = 10
"""How many times as much the large site holds."""
LOOPS = 10
"""How often a verb runs for one measurement: once on S would be too short for the clock."""
GROWTH = Goal(limit=1.3)

Verb = Callable[[Workspace], Any]

_NETWORK: Mapping[str, Verb] = {
    "ego_network": lambda site: jmdmodel.ego_network(site, YEAR),
    "compare": lambda site: jmdmodel.compare(site, BEFORE, YEAR),
    "network_series": jmdmodel.network_series,
    "weak_spots": lambda site: jmdmodel.weak_spots(site, YEAR),
    "needs_and_offers": lambda site: needs_and_offers(site, on=DAY),
    "candidates": lambda site: jmdmodel.candidates(site, next(iter(site.cases)).id, 0, on=DAY),
    "map_summary": lambda site: jmdmodel.map_summary(site, YEAR),
    "ties_of": lambda site: jmdmodel.ties_of(site, YEAR, "all"),
    "year_network": lambda site: jmdmodel.year_network(site, YEAR),
    "graph": lambda site: jmdmodel.graph(site, YEAR),
    "coverage": lambda site: jmdmodel.coverage(site, YEAR),
    "transition_coverage": lambda site: jmdmodel.transition_coverage(site, YEAR),
    "committee_coverage": lambda site: jmdmodel.committee_coverage(site, YEAR),
    "committee_work": lambda site: jmdmodel.committee_work(site, YEAR),
    "committee_years": jmdmodel.committee_years,
    "contribution_outcomes": lambda site: jmdmodel.contribution_outcomes(site, YEAR),
    "network_profiles": lambda site: jmdmodel.network_profiles(site, on=DAY),
    "opening_overview": lambda site: opening_overview(site, since=date(BEFORE, 12, 31), on=DAY),
}
_WORK: Mapping[str, Verb] = {
    "work_time": lambda site: jmdmodel.work_time(site, YEAR),
    "work_shares": lambda site: jmdmodel.work_shares(site, YEAR),
    "work_series": jmdmodel.work_series,
    "own_areas": lambda site: jmdmodel.own_areas(site, YEAR),
    "declared_and_recorded": lambda site: jmdmodel.declared_and_recorded(site, YEAR),
}
_OF_ALL = ("ego_network", "compare", "weak_spots", "network_series", "needs_and_offers", "candidates")
"""The verbs that are asked of every site of a Land."""


def rows(*, documents: int, rounds: int) -> Iterator[Row]:
    """Measure every verb of the analysis on one site, on one of ten times the size, and some on all of M."""
    small, large = _site(1), _site(TIMES)
    yield from _on_one_site(small, rounds)
    yield from _growth(small, large, rounds)
    yield from _all_sites(documents, rounds)


def _on_one_site(small: Workspace, rounds: int) -> Iterator[Row]:
    peers: Mapping[str, tuple[str, Verb, Mapping[str, Verb]]] = {
        "network": ("`rated_contacts`", lambda site: jmdmodel.rated_contacts(site, YEAR), _NETWORK),
        "work": ("one pass over the activities: minutes of the year by area", _one_pass, _WORK),
    }
    for told, peer, verbs in peers.values():
        contenders = {name: _often(verb, small) for name, verb in {"peer": peer, **verbs}.items()}
        times = measure(contenders, rounds=rounds)
        for name in verbs:
            yield Row(step="analysis, S", ours=f"`{name}`", peer=told, figure=ratio(times, name, "peer"))


def _growth(small: Workspace, large: Workspace, rounds: int) -> Iterator[Row]:
    """Compare one large site with ten small ones.

    The collector is paused: a full visit falls in one large result or in none, as chance has it.
    """
    for name, verb in (_NETWORK | _WORK).items():
        contenders = {
            "large": _often(verb, large, paused=True),
            "small": _often(verb, small, TIMES * LOOPS, paused=True),
        }
        times = measure(contenders, rounds=rounds)
        yield Row(
            step="analysis, growth",
            ours=f"`{name}`, one site of ten times S, collector paused",
            peer="ten sites of S",
            figure=ratio(times, "large", "small"),
            goal=GROWTH,
        )


def _all_sites(documents: int, rounds: int) -> Iterator[Row]:
    """Compare all documents with the first ten, and with the first, looked at again and again.

    The collector is paused for the single verbs: with so much kept it visits everything now and then,
    and a few of its visits weigh more than what is measured. With it on, all verbs are taken together.
    """
    kept = [_surveyed(sizes.site(sizes.M, seed=1 + number)) for number in range(documents)]
    asked: dict[str, tuple[Verb, bool]] = {
        f"`{name}` of each, collector paused": (_NETWORK[name], True) for name in _OF_ALL
    }
    together = f"{len(_OF_ALL)} verbs of each, results kept, collector on"
    asked[together] = (lambda site: [_NETWORK[name](site) for name in _OF_ALL], False)
    for told, (verb, paused) in asked.items():
        for part in (one for one in (TIMES, 1) if documents > one):
            again = documents // part
            times = measure(
                {
                    "all": _each(verb, kept[: part * again], 1, paused=paused),
                    "part": _each(verb, kept[:part], again, paused=paused),
                },
                rounds=rounds,
            )
            yield Row(
                step=f"analysis, {part * again} documents of M",
                ours=told,
                peer=f"{part} of them, {again} times" if part > 1 else f"one, {again} times",
                figure=ratio(times, "all", "part"),
                goal=GROWTH,
            )


def _site(times: int) -> Workspace:
    """Give a site that holds so many times as much as S."""
    size = attrs.evolve(
        sizes.S,
        partners=times * sizes.S.partners,
        contacts=times * sizes.S.contacts,
        activities=times * sizes.S.activities,
    )
    return _surveyed(sizes.site(size))


def _surveyed(site: Workspace) -> Workspace:
    """Say of every map that the ties were asked for: without that, their figures are left out."""
    maps = Collection(attrs.evolve(known, ties_surveyed_on=known.as_of) for known in site.maps)
    return attrs.evolve(site, maps=maps)


def _one_pass(site: Workspace) -> dict[str, int]:
    minutes: dict[str, int] = {}
    for activity in site.activities:
        if activity.day.year == YEAR:
            minutes[activity.area.code] = minutes.get(activity.area.code, 0) + activity.minutes
    return minutes


def _often(verb: Verb, site: Workspace, times: int = LOOPS, *, paused: bool = False) -> Contender:
    return _each(verb, [site], times, paused=paused)


def _each(verb: Verb, sites: list[Workspace], times: int, *, paused: bool) -> Contender:
    def run() -> None:
        for _ in range(times):
            _results = [verb(site) for site in sites]

    return Contender(run=run, paused=paused)
