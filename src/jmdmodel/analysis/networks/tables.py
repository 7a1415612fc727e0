"""The figures of networks and their changes as tables."""

from __future__ import annotations

from collections.abc import Iterable

from jmdmodel.analysis.networks.changes import AttributeSteps
from jmdmodel.analysis.networks.counted import NetworkFigures
from jmdmodel.analysis.tables import NAME, Cell, Column, Table, id_column
from jmdmodel.entities.network import Network
from jmdmodel.messages import Message, Say
from jmdmodel.vocabulary import Bindingness, GoalStatus

_GOALS = Say("Ziele: {status}", "goals: {status}")
_AGREEMENTS = Say("Absprachen: {step}", "agreements: {step}")
_NOT_SETTLED = Say("nicht geklärt", "not settled")


def figures_table(networks: Iterable[tuple[Network, NetworkFigures]]) -> Table:
    """Give one row of figures for each network; a share lies between 0 and 1."""
    columns = (
        id_column("network"),
        NAME,
        _number("members", Say("genannte Mitglieder", "members named")),
        _number("gap", Say("angegeben, aber nicht genannt", "stated but not named")),
        _number("kinds", Say("verschiedene Partnerarten", "different kinds of partner")),
        Column("diversity", Say("Vielfalt der Arten (Blau)", "diversity of kinds (Blau)"), "decimal", 2),
        _number("active", Say("mit aktivem Kontakt", "with active contact")),
        _number("on_ring", Say("auf einem Ring der Karte", "on a ring of the map")),
        _number("ties", Say("bekannte Verbindungen untereinander", "known ties among members")),
        Column(
            "density", Say("Anteil verbundener Paare (0 bis 1)", "share of tied pairs (0 to 1)"), "decimal", 3
        ),
        *(
            _number("goals_" + step.code.replace("-", "_"), Message.of(_GOALS, status=step.label).as_say())
            for step in GoalStatus
        ),
        _number("goals_overdue", Say("Ziele: Frist abgelaufen", "goals: past their due date")),
        _number("tasks", Say("Aufgaben", "tasks")),
        _number(
            "tasks_without_holder", Say("Aufgaben ohne Verantwortliche", "tasks without anybody responsible")
        ),
        *(
            _number(
                "agreements_" + step.code.replace("-", "_"),
                Message.of(_AGREEMENTS, step=step.label).as_say(),
            )
            for step in Bindingness
        ),
        _number("agreements_not_settled", Message.of(_AGREEMENTS, step=_NOT_SETTLED).as_say()),
        _number("agreements_lapsed", Say("Absprachen: abgelaufen", "agreements: lapsed")),
        Column("reviewed_on", Say("überprüft am", "reviewed on"), "date"),
        _number("effort", Say("Aufwand in Minuten", "effort in minutes")),
        Column("next_review", Say("nächste Überprüfung", "next review"), "date"),
    )
    title = Say("Netzwerke in Zahlen", "Networks in figures")
    rows = tuple(_row(network, known) for network, known in networks)
    return Table(name="network-figures", title=title, columns=columns, rows=rows)


def changes_table(networks: Iterable[tuple[Network, AttributeSteps]]) -> Table:
    """Give one row for each network that was assessed twice: what happened to each attribute."""
    columns = (
        id_column("network"),
        NAME,
        Column(
            "since", Say("verglichen mit der Einschätzung vom", "compared with the assessment of"), "date"
        ),
        Column("formalisation", Say("Formalisierungsgrad", "degree of formalisation"), "code"),
        Column("spatial_extent", Say("räumliche Ausdehnung", "spatial extent"), "code"),
        Column(
            "political_influence",
            Say("mögliche politische Einflussnahme", "possible political influence"),
            "code",
        ),
        Column("themes_added", Say("Themen hinzugekommen", "topics added"), "code"),
        Column("themes_dropped", Say("Themen entfallen", "topics dropped"), "code"),
    )
    rows = tuple(
        (
            *(network.id, network.name, steps.since),
            *(steps.formalisation, steps.spatial_extent, steps.political_influence),
            *(steps.themes_added, steps.themes_dropped),
        )
        for network, steps in networks
    )
    title = Say("Veränderung der Netzwerke", "How networks changed")
    return Table(name="network-changes", title=title, columns=columns, rows=rows)


def _number(name: str, label: Say) -> Column:
    return Column(name, label, "integer")


def _row(network: Network, known: NetworkFigures) -> tuple[Cell, ...]:
    return (
        *(network.id, network.name, known.members, known.gap, len(known.kinds), known.diversity),
        *(known.active, known.on_ring, known.ties, known.density),
        *(number for _, number in known.goals),
        *(known.overdue, known.tasks, len(known.without_holder)),
        *(number for _, number in known.agreements),
        known.lapsed,
        known.review.day if known.review else None,
        *(known.effort, known.next_review),
    )
