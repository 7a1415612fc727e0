"""The network of a year as one value: who belongs to it, what joins them, and who sits in which body."""

from __future__ import annotations

from jmdmodel.analysis.year_network.attributes import ATTRIBUTES, NodeType, Relation
from jmdmodel.analysis.year_network.nodes_and_edges import Edge, Node
from jmdmodel.analysis.year_network.value import YearNetwork, year_network

__all__ = ["ATTRIBUTES", "Edge", "Node", "NodeType", "Relation", "YearNetwork", "year_network"]
