"""Figures of the network of a service, beside the quickest calls of networkx that give the same."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs
import networkx as nx

from benchmarks import networks
from benchmarks.harness import Contender, Goal, Row, measure, ratio
from jmdmodel.analysis.figures import Figure, Net, ego, ego_network, partner_net
from jmdmodel.analysis.figures.structure import components, cut_points, density
from jmdmodel.workspace import Workspace

PARTNERS, TIES = 60, 120
OTHERS = "betweenness of service and partners"
"""The one figure that is not of the service alone; networkx gives all nodes or none."""
TIMES = 10
"""How many times as many partners and ties the large network has."""
LOOPS = 50
"""How often a figure is computed for one measurement: once would be too short for the clock."""
SERVICE = "service"
_NEAR = 1e-9


@attrs.frozen(kw_only=True)
class Pair:
    """One figure in two ways: ours, and those that networkx has.

    Attributes:
        ours: Gives the figure, or those of several nodes by name.
        calls: What networkx offers for it, by what the table says of it.
    """

    ours: Callable[[], Any]
    calls: Mapping[str, Callable[[], Any]]

    @property
    def best(self) -> str:
        """The quickest of the calls, after each has run once."""

        def seconds(name: str) -> float:
            self.calls[name]()
            start = time.process_time()
            self.calls[name]()
            return time.process_time() - start

        return min(self.calls, key=seconds)


def rows(*, rounds: int) -> Iterator[Row]:
    """Measure the figures of one made-up service with 60 partners, and of one with ten times as many."""
    made = networks.network(PARTNERS, ties=TIES)
    pairs = _pairs(partner_net(made, networks.YEAR))
    best = {figure: pair.best for figure, pair in pairs.items()}
    for pair in pairs.values():
        for call in pair.calls.values():
            _same(pair.ours(), call())
    contenders = {}
    for figure, pair in pairs.items():
        contenders[figure] = _often(pair.ours)
        contenders[f"{figure}, networkx"] = _often(pair.calls[best[figure]])
    own = {figure: pair for figure, pair in pairs.items() if figure != OTHERS}
    contenders |= {
        "all": _often(lambda: [pair.ours() for pair in own.values()]),
        "all, networkx": _often(lambda: [pair.calls[best[figure]]() for figure, pair in own.items()]),
        "year": _often(lambda: ego_network(made, networks.YEAR)),
        "year, networkx": _often(lambda: _year(made, best)),
    }
    times = measure(contenders, rounds=rounds)
    step = f"figures, {PARTNERS} partners, {TIES} ties"
    yield Row(
        step=step,
        ours=f"{', '.join(own)}: exact, all together",
        peer="networkx, the quickest call for each",
        figure=ratio(times, "all", "all, networkx"),
        goal=Goal(limit=1 / 30, faster=True),
    )
    for figure in pairs:
        yield Row(
            step=step,
            ours=figure,
            peer=best[figure],
            figure=ratio(times, figure, f"{figure}, networkx"),
        )
    yield Row(
        step=step,
        ours=f"from the workspace: all {len(Figure)} figures, and those of each partner",
        peer="networkx: its graph made from the same result, and the calls above",
        figure=ratio(times, "year", "year, networkx"),
    )
    yield from _growth(made, rounds)


def _growth(small: Workspace, rounds: int) -> Iterator[Row]:
    large = networks.network(TIMES * PARTNERS, ties=TIMES * TIES)
    nets = partner_net(small, networks.YEAR), partner_net(large, networks.YEAR)
    times = measure(
        {
            "large": Contender(run=lambda: [_figures(nets[1]) for _ in range(LOOPS)]),
            "small": Contender(run=lambda: [_figures(nets[0]) for _ in range(LOOPS * TIMES)]),
            "large year": Contender(run=lambda: ego_network(large, networks.YEAR)),
            "small years": Contender(run=lambda: [ego_network(small, networks.YEAR) for _ in range(TIMES)]),
        },
        rounds=rounds,
    )
    for ours, peer, large_name, small_name in (
        ("the figures above, one network of ten times the size", "ten networks", "large", "small"),
        (
            "from the workspace, one service of ten times the size",
            "ten services",
            "large year",
            "small years",
        ),
    ):
        yield Row(
            step="figures, growth",
            ours=ours,
            peer=f"{peer} of {PARTNERS} partners",
            figure=ratio(times, large_name, small_name),
            goal=Goal(limit=1.3),
        )


def _figures(net: Net) -> list[Any]:
    through = ego.betweenness_of_all(net)
    return [
        ego.effective_size(net),
        ego.constraint(net),
        through,
        ego.betweenness_centralisation(net, known=through[0]),
        density(net),
        components(net),
        cut_points(net),
    ]


def _pairs(net: Net) -> dict[str, Pair]:
    partners = _graph(net)
    whole = partners.copy()
    whole.add_edges_from((SERVICE, name) for name in net.nodes)
    return {
        "effective size": Pair(
            ours=lambda: ego.effective_size(net),
            calls={
                "`effective_size`, the service alone": lambda: nx.effective_size(whole, [SERVICE])[SERVICE],
                "`effective_size`, all nodes by scipy": lambda: nx.effective_size(whole)[SERVICE],
            },
        ),
        "constraint": Pair(
            ours=lambda: ego.constraint(net),
            calls={
                "`constraint`, the service alone": lambda: nx.constraint(whole, [SERVICE])[SERVICE],
                "`constraint`, all nodes by scipy": lambda: nx.constraint(whole)[SERVICE],
            },
        ),
        "betweenness and its centralisation": Pair(
            ours=lambda: _centred(net),
            calls={"`betweenness_centrality`": lambda: _centred_by_networkx(whole)},
        ),
        OTHERS: Pair(
            ours=lambda: _by_name(net, ego.betweenness_of_all(net)),
            calls={"`betweenness_centrality`": lambda: nx.betweenness_centrality(whole, normalized=False)},
        ),
        "density": Pair(ours=lambda: density(net), calls={"`density`": lambda: nx.density(partners)}),
        "components": Pair(
            ours=lambda: len(components(net)),
            calls={"`number_connected_components`": lambda: nx.number_connected_components(partners)},
        ),
        "cut points": Pair(
            ours=lambda: dict.fromkeys(cut_points(net), 1),
            calls={"`articulation_points`": lambda: dict.fromkeys(nx.articulation_points(partners), 1)},
        ),
    }


def _centred(net: Net) -> dict[str, Any]:
    through = ego.betweenness(net)
    return {SERVICE: through, "centralisation": ego.betweenness_centralisation(net, known=through)}


def _centred_by_networkx(whole: nx.Graph[str]) -> dict[str, Any]:
    """Freeman's centralisation is not in networkx: it is computed from what networkx gives."""
    through = nx.betweenness_centrality(whole, normalized=False)
    size, most = len(through), max(through.values())
    spread = sum(most - value for value in through.values())
    return {SERVICE: through[SERVICE], "centralisation": 2 * spread / ((size - 1) ** 2 * (size - 2))}


def _graph(net: Net) -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(net.nodes)
    graph.add_edges_from((net.nodes[one], net.nodes[other]) for one, other in net.ties)
    return graph


def _by_name(net: Net, through: tuple[Any, tuple[Any, ...]]) -> dict[str, Any]:
    return {SERVICE: through[0], **dict(zip(net.nodes, through[1], strict=True))}


def _year(made: Workspace, best: Mapping[str, str]) -> list[Any]:
    """Do with networkx what there is to do from a workspace: who counts is asked of the library."""
    pairs = _pairs(partner_net(made, networks.YEAR))
    return [pair.calls[best[figure]]() for figure, pair in pairs.items() if figure != OTHERS]


def _often(run: Callable[[], Any]) -> Contender:
    def repeat() -> None:
        for _ in range(LOOPS):
            run()

    return Contender(run=repeat)


def _same(ours: Any, theirs: Any) -> None:
    """Refuse to measure what does not give the same."""
    if isinstance(ours, dict):
        if ours.keys() != theirs.keys():
            raise AssertionError(f"{sorted(ours)} and {sorted(theirs)} are not the same nodes.")
        for node, value in ours.items():
            _same(value, theirs[node])
    elif abs(float(ours) - theirs) > _NEAR:
        raise AssertionError(f"{float(ours)} and {theirs} are not the same.")
