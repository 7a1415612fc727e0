"""The network of a year in the JSON Graph Format, version 2."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

import attrs

from jmdexport import Artifact, Audience, Exporter, ExportRequest, Medium, Say, hookimpl, option
from jmdmodel.analysis.year_network import Edge, Node, NodeType, YearNetwork, year_network
from jmdmodel.scales import Coded, Ordinal

__all__ = ["EXPORTER", "Layer", "Names", "Options", "render"]


class Layer(Enum):
    """A part of the network that can be asked for."""

    CONTACTS = "contacts"
    TIES = "ties"
    PEOPLE = "people"
    BODIES = "bodies"


class Names(Enum):
    """How partners are called."""

    FULL = "full"
    SHORT = "short"


@attrs.frozen(kw_only=True)
class Options:
    """What can be chosen for the graph."""

    layers: tuple[Layer, ...] = option(
        Say("Teile des Netzwerks, durch Komma getrennt.", "Parts of the network, divided by commas."),
        default=(Layer.CONTACTS, Layer.TIES),
    )
    names: Names = option(
        Say(
            "Namen der Partner; short nimmt den Kurznamen, wo es einen gibt.",
            "Names of partners; short takes the short name where there is one.",
        ),
        default=Names.FULL,
    )


_LAYER_OF = {"contact": Layer.CONTACTS, "tie": Layer.TIES, "person": Layer.PEOPLE}
_NODES_OF = {
    NodeType.PERSON: Layer.PEOPLE,
    NodeType.NETWORK: Layer.BODIES,
    NodeType.COMMITTEE: Layer.BODIES,
}
"""Nodes that come with a layer; the service and the partners are always there."""
_TITLE = Say("Netzwerk {year}: {name}", "Network {year}: {name}")


def render(request: ExportRequest[Options]) -> Iterator[Artifact]:
    """Yield one graph: every node under its reference, every edge with its relation."""
    network = year_network(request.view, request.year)
    graph = {
        "id": f"network-{request.year}",
        "type": "network of a youth migration service",
        "label": request.title
        or request.label(_TITLE).format(year=request.year, name=request.view.service.name),
        "directed": False,
        "metadata": {**_about(network), "language": request.language},
        "nodes": {str(node.ref): _node(node, request.options) for node in _nodes(network, request.options)},
        "edges": [_edge(edge, request) for edge in _edges(network, request.options)],
    }
    yield Artifact.json(f"network-{request.year}.json", {"graph": graph})


def _about(network: YearNetwork) -> dict[str, Any]:
    surveyed = network.ties_surveyed_on
    return {
        "year": network.year,
        "day": network.day.isoformat(),
        "ties_surveyed": surveyed is not None,
        **({"ties_surveyed_on": surveyed.isoformat()} if surveyed is not None else {}),
    }


def _nodes(network: YearNetwork, options: Options) -> Iterator[Node]:
    for node in network.nodes():
        layer = _NODES_OF.get(node.type)
        if layer is None or layer in options.layers:
            yield node


def _edges(network: YearNetwork, options: Options) -> Iterator[Edge]:
    for edge in network.relations():
        if _LAYER_OF[edge.relation.code] in options.layers:
            yield edge
    if Layer.BODIES in options.layers:
        yield from network.memberships()


def _node(node: Node, options: Options) -> dict[str, Any]:
    known = _typed(node.attributes)
    label = known.get("short_name", node.label) if options.names is Names.SHORT else node.label
    return {"label": label, "metadata": {"type": node.type.code, **known}}


def _edge(edge: Edge, request: ExportRequest[Options]) -> dict[str, Any]:
    known = _typed(edge.attributes)
    named = {"id": known.pop("ref")} if "ref" in known else {}
    return {
        **named,
        "source": str(edge.first),
        "target": str(edge.second),
        "relation": edge.relation.code,
        "label": request.label(edge.relation),
        "metadata": known,
    }


def _typed(attributes: Iterable[tuple[str, Any]]) -> dict[str, str | int]:
    """Give attributes as JSON knows them; what is not known is not among them."""
    return {name: _value(cell) for name, cell in attributes}


def _value(cell: Any) -> str | int:
    if isinstance(cell, Ordinal):
        return cell.step
    if isinstance(cell, Coded):
        return cell.code
    return cell.isoformat() if isinstance(cell, date) else cell


EXPORTER = Exporter(
    name="graph-json",
    title=Say("Netzwerk als JSON-Graph", "Network as a JSON graph"),
    media=[Medium(".json", "application/json")],
    audience=Audience.INTERNAL,
    options=Options,
    render=render,
)


@hookimpl
def jmdexport_exporters() -> list[Exporter]:
    """Give the one exporter of this plugin."""
    return [EXPORTER]


@hookimpl
def jmdexport_template_folders() -> list[Path]:
    """Give the folder with the block of the report that is worded anew."""
    return [Path(__file__).parent / "templates"]
