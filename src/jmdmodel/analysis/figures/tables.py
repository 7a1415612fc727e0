"""The figures of a year as tables."""

from __future__ import annotations

from collections.abc import Iterable

from jmdmodel.analysis.figures.brokerage import Roles
from jmdmodel.analysis.figures.partners import PartnerFigures
from jmdmodel.analysis.figures.values import FigureValue
from jmdmodel.analysis.tables import NAME, Cell, Column, Table, id_column
from jmdmodel.messages import Say

_ROLES = ("coordinator", "consultant", "gatekeeper", "liaison")


def figures_table(values: Iterable[FigureValue]) -> Table:
    """List the figures of a network: counts in one column, measures with three decimals in another."""
    return Table(
        name="figures",
        title=Say("Kennzahlen des Netzes", "Figures of the network"),
        columns=(
            Column("figure", Say("Kennzahl", "figure"), "code"),
            Column("count", Say("Anzahl", "count"), "integer"),
            Column("value", Say("Wert", "value"), "decimal", decimals=3),
            Column("remark", Say("Anmerkung", "remark"), "code"),
        ),
        rows=tuple(
            (
                known.figure,
                known.value if known.figure.about.is_count else None,
                None if known.figure.about.is_count else known.value,
                known.remark,
            )
            for known in values
        ),
    )


def partners_table(partners: Iterable[PartnerFigures]) -> Table:
    """List the figures of each partner; the cells are empty where ties were not surveyed."""
    return Table(
        name="partner-figures",
        title=Say("Kennzahlen der Partner", "Figures of the partners"),
        columns=(
            id_column("partner"),
            NAME,
            Column("kind", Say("Art", "kind"), "code"),
            Column("ties", Say("Verbindungen zu Partnern", "ties to partners"), "integer"),
            Column(
                "betweenness", Say("Wege zwischen anderen", "paths between others"), "decimal", decimals=3
            ),
            Column("coordinator", Say("vermittelt in der eigenen Art", "brokers in its own kind"), "integer"),
            Column(
                "consultant", Say("vermittelt in einer anderen Art", "brokers in another kind"), "integer"
            ),
            Column(
                "gatekeeper",
                Say(
                    "vermittelt zwischen eigener und anderer Art", "brokers between its own and another kind"
                ),
                "integer",
            ),
            Column(
                "liaison", Say("vermittelt zwischen anderen Arten", "brokers between other kinds"), "integer"
            ),
            Column("cut_point", Say("hält andere zusammen", "holds others together"), "boolean"),
        ),
        rows=tuple(_row(known) for known in partners),
    )


def _row(known: PartnerFigures) -> tuple[Cell, ...]:
    return (
        known.partner.id,
        known.partner.name,
        known.partner.kind,
        known.degree,
        known.betweenness,
        *_counts(known.roles),
        known.is_cut_point,
    )


def _counts(roles: Roles | None) -> tuple[int | None, ...]:
    return tuple(None if roles is None else getattr(roles, name) for name in _ROLES)
