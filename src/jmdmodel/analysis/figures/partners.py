"""The figures of each partner in the network of a year."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import attrs

from jmdmodel.analysis.figures.brokerage import Roles, roles
from jmdmodel.analysis.figures.net import Net
from jmdmodel.analysis.figures.structure import cut_points
from jmdmodel.entities.partner import Partner


@attrs.frozen(kw_only=True)
class PartnerFigures:
    """The figures of one partner; all are ``None`` where ties were not surveyed (R-07, R-27).

    German: Kennzahlen eines Partners.

    Attributes:
        partner: The partner.
        degree: How many other partners it is tied to.
        betweenness: The shortest paths between two other partners that lead through it, as a number of
            pairs. The service is there and takes its part of them.
        roles: Between how many untied pairs of other partners it stands, by kinds of partner.
        is_cut_point: Whether others would be parted without it, if the service were not there.
    """

    partner: Partner
    degree: int | None = None
    betweenness: Fraction | None = None
    roles: Roles | None = None
    is_cut_point: bool | None = None


def partner_figures(
    partners: Sequence[Partner], net: Net, through: Sequence[Fraction]
) -> tuple[PartnerFigures, ...]:
    """Give the figures of each partner of a network, groups being the main kinds.

    Args:
        partners: The partners in the order of the nodes.
        net: The ties among them.
        through: The betweenness of each.
    """
    kinds = [partner.kind for partner in partners]
    cuts = frozenset(cut_points(net))
    return tuple(
        PartnerFigures(
            partner=partner,
            degree=degree,
            betweenness=pairs,
            roles=played,
            is_cut_point=partner.id in cuts,
        )
        for partner, degree, pairs, played in zip(
            partners, net.degrees(), through, roles(net, kinds), strict=True
        )
    )
