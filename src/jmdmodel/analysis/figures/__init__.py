"""Figures of the network of a year, and the exact arithmetic below them.

:func:`ego_network` gives the figures of a year; :class:`Figure` is the catalogue that says what each of them
means. The arithmetic stands in modules of its own: ``ego`` for a service that is tied to all its partners,
in closed form; ``structure``, ``centrality``, ``holes``, ``brokerage``, ``diversity`` and ``two_mode`` for
any network, given as a :class:`Net` or, with directions and weights, as :class:`Arcs`.
"""

from __future__ import annotations

from jmdmodel.analysis.figures.brokerage import Roles
from jmdmodel.analysis.figures.catalogue_texts import SYMBOLS, Definition, Figure
from jmdmodel.analysis.figures.membership import IN_CONTACT, in_contact, partner_net, ties_among
from jmdmodel.analysis.figures.net import Arcs, Net
from jmdmodel.analysis.figures.partners import PartnerFigures
from jmdmodel.analysis.figures.values import FigureValue, Remark
from jmdmodel.analysis.figures.year import EgoNetwork, ego_network

__all__ = [
    "IN_CONTACT",
    "SYMBOLS",
    "Arcs",
    "Definition",
    "EgoNetwork",
    "Figure",
    "FigureValue",
    "Net",
    "PartnerFigures",
    "Remark",
    "Roles",
    "ego_network",
    "in_contact",
    "partner_net",
    "ties_among",
]
