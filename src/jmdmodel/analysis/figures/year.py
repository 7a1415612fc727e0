"""The figures of the network of a year: of the service, and of each partner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import TypeAlias

import attrs

from jmdmodel.analysis.counting import Spoken
from jmdmodel.analysis.figures import diversity, ego, structure
from jmdmodel.analysis.figures.catalogue_texts import Figure
from jmdmodel.analysis.figures.centrality import degree_centralisation
from jmdmodel.analysis.figures.membership import in_contact, only_assumed, ties_among
from jmdmodel.analysis.figures.net import Net
from jmdmodel.analysis.figures.partners import PartnerFigures, partner_figures
from jmdmodel.analysis.figures.tables import figures_table, partners_table
from jmdmodel.analysis.figures.telling import tell
from jmdmodel.analysis.figures.values import FigureValue, Remark
from jmdmodel.analysis.ratings import IMPORTANT, STRONG, RatedContact, map_day
from jmdmodel.analysis.tables import Table
from jmdmodel.borders import need_step
from jmdmodel.ids import PartnerId
from jmdmodel.messages import Message
from jmdmodel.scales import Importance, Intensity
from jmdmodel.vocabulary import PartnerKind
from jmdmodel.workspace import Workspace

_Found: TypeAlias = Mapping[Figure, int | Fraction | None]
_WHY = {
    Figure.DEGREE_CENTRALISATION: Remark.FEWER_THAN_THREE,
    Figure.E_I: Remark.NO_TIE,
    Figure.STRONG_SHARE: Remark.NO_INTENSITY,
    Figure.IMPORTANT_SHARE: Remark.NO_IMPORTANCE,
}
"""Why a figure of a network with partners has no value; for all others there are fewer than two."""


@attrs.frozen(kw_only=True, repr=False)
class EgoNetwork(Spoken):
    """The network of the service in a year, in figures (R-27, R-32, R-50). German: Kennzahlen des Netzes.

    Attributes:
        year: The year of the map.
        day: The day that the map shows.
        surveyed_on: When the ties among partners were surveyed for this map; ``None`` if they were not.
        values: Every figure of the catalogue, in its order.
        partners: The partners that belong to the network, by identifier.
        assumed_ties: How many of the tied pairs are assumed and not known; ``None`` where not surveyed.
    """

    year: int
    day: date
    surveyed_on: date | None
    values: tuple[FigureValue, ...]
    partners: tuple[PartnerFigures, ...]
    assumed_ties: int | None

    def value(self, figure: Figure) -> FigureValue:
        """Give one figure.

        Example:
            >>> from jmdmodel.testing.builders import contact, minimal, network_map, partner
            >>> made = minimal(network_map(2025), partner("jobcenter"), contact("jobcenter"))
            >>> found = ego_network(made, 2025)
            >>> found.value(Figure.SIZE).value, found.value(Figure.DIVERSITY).value
            (1, Fraction(0, 1))
            >>> found.value(Figure.STRONG_SHARE).reason.in_("en")
            'Intensity is not rated this year for any partner in contact.'

        Raises:
            ModelError: It is no figure; its code as a text is none.
        """
        need_step(figure, Figure, "figure")
        return next(known for known in self.values if known.figure is figure)

    @property
    def cut_points(self) -> tuple[PartnerId, ...] | None:
        """The partners that hold others together, by identifier; ``None`` where ties were not surveyed."""
        if self.surveyed_on is None:
            return None
        return tuple(known.partner.id for known in self.partners if known.is_cut_point)

    def messages(self) -> tuple[Message, ...]:
        """Tell the plain figures in sentences; those that need their formula stand in the table alone."""
        return tuple(tell({known.figure: known for known in self.values}, self.day))

    def tables(self) -> tuple[Table, ...]:
        """Give the figures of the network, and those of each partner."""
        return figures_table(self.values), partners_table(self.partners)


def ego_network(workspace: Workspace, year: int) -> EgoNetwork:
    """Give the figures of the network of a year, of the service and of each partner (R-27, R-32, R-50).

    The network is the service, the partners of :func:`~jmdmodel.analysis.figures.in_contact`, and the ties
    among these on the map's day. What a figure means, its formula, range and paper stand in its definition,
    ``figure.about``. All values are exact. What is not defined is ``None`` with the reason, never 0 and never
    an error: networks of no partner and of one are normal.

    Figures that need ties among partners hold as far as the service knows of these, and say so. They are
    withheld where the map tells no day of a survey. A survey after the map's day counts as well: which
    ties there were on that day follows from their periods. Ratings are counted, never averaged.
    German: Kennzahlen des Netzes.

    Raises:
        NoMapForYear: The year has no map; the error lists the years that have one.
    """
    network_map = workspace.map_of(year)
    rated = in_contact(workspace, year)
    partners = [known.partner for known in rated]
    found = dict(_of_contacts(rated))
    rows = tuple(PartnerFigures(partner=partner) for partner in partners)
    assumed = None
    if network_map.ties_surveyed_on is not None:
        ids = [partner.id for partner in partners]
        ties = ties_among(workspace, year, ids)
        net = Net.of(ids, (tie.between for tie in ties))
        through, others = ego.betweenness_of_all(net)
        rows = partner_figures(partners, net, others)
        found |= _of_ties(rated, net, rows, through)
        assumed = only_assumed(ties)
    return EgoNetwork(
        year=year,
        day=map_day(network_map),
        surveyed_on=network_map.ties_surveyed_on,
        values=tuple(_value(figure, found, partners=len(partners)) for figure in Figure),
        partners=rows,
        assumed_ties=assumed,
    )


def _of_contacts(rated: Sequence[RatedContact]) -> _Found:
    """Give the figures that ask for nothing but the partners and their ratings."""
    kinds = [known.partner.kind for known in rated]
    return {
        Figure.SIZE: len(rated),
        Figure.DIVERSITY: diversity.blau(kinds),
        Figure.DIVERSITY_NORMALISED: diversity.iqv(kinds, len(PartnerKind)),
        Figure.STRONG_SHARE: _share([known.intensity for known in rated], STRONG),
        Figure.IMPORTANT_SHARE: _share([known.importance for known in rated], IMPORTANT),
    }


def _share(steps: Sequence[Intensity | Importance | None], least: Intensity | Importance) -> Fraction | None:
    known = [step for step in steps if step is not None]
    return Fraction(sum(step >= least for step in known), len(known)) if known else None


def _of_ties(
    rated: Sequence[RatedContact], net: Net, rows: Sequence[PartnerFigures], through: Fraction
) -> _Found:
    """Give the figures that need the ties among partners, told the betweenness of the service."""
    served = ego.service_roles(net, [known.partner.kind for known in rated])
    pairs = len(net.nodes) * (len(net.nodes) - 1) // 2
    return {
        Figure.TIES: len(net.ties),
        Figure.EFFECTIVE_SIZE: ego.effective_size(net),
        Figure.EFFICIENCY: ego.efficiency(net),
        Figure.CONSTRAINT: ego.constraint(net),
        Figure.DENSITY: structure.density(net),
        Figure.COMPONENTS: len(structure.components(net)),
        Figure.ISOLATES: len(structure.isolates(net)),
        Figure.CUT_POINTS: sum(bool(row.is_cut_point) for row in rows),
        Figure.CONSULTANT: served.consultant,
        Figure.LIAISON: served.liaison,
        Figure.BROKERS: sum(bool(row.roles and row.roles.total) for row in rows),
        Figure.BETWEENNESS: through / pairs if pairs else None,
        Figure.BETWEENNESS_CENTRALISATION: ego.betweenness_centralisation(net, known=through),
        Figure.DEGREE_CENTRALISATION: degree_centralisation(net),
        Figure.E_I: diversity.e_i_index(net, [known.group for known in rated]),
    }


def _value(figure: Figure, found: _Found, *, partners: int) -> FigureValue:
    if figure not in found:
        return FigureValue(figure=figure, value=None, remark=Remark.NOT_SURVEYED)
    value = found[figure]
    if value is not None:
        remark = Remark.AS_FAR_AS_KNOWN if figure.about.needs_ties else None
    elif not partners:
        remark = Remark.NO_PARTNER
    else:
        remark = _WHY.get(figure, Remark.FEWER_THAN_TWO)
    return FigureValue(figure=figure, value=value, remark=remark)
