"""What nodes and edges of the network of a year say: one list for tables, graphs and documentation."""

from __future__ import annotations

from datetime import date

import attrs

from jmdmodel.analysis.ratings import Place
from jmdmodel.analysis.tables import Column, ColumnType, Shown, Table
from jmdmodel.messages import Say
from jmdmodel.scales import Coded, Importance, Intensity, Ordinal, TieStrength
from jmdmodel.vocabulary import (
    CommitteeKind,
    ContactState,
    Formalisation,
    MapGroup,
    NetworkOrigin,
    ParticipationForm,
    PartnerKind,
    SpatialExtent,
    TieKnowledge,
    TransitionRole,
)


class NodeType(Coded):
    """What a node of the network stands for. German: Art des Knotens."""

    SERVICE = "service", Say("Jugendmigrationsdienst", "youth migration service")
    PARTNER = "partner", Say("Partner", "partner")
    PERSON = "person", Say("Schlüsselperson", "key person")
    NETWORK = "network", Say("Netzwerk", "network")
    COMMITTEE = "committee", Say("Gremium", "committee")


class Relation(Coded):
    """What an edge of the network stands for. German: Art der Beziehung."""

    CONTACT = "contact", Say("Kontakt", "contact")
    TIE = "tie", Say("Verbindung", "tie")
    PERSON = "person", Say("gehört zu", "belongs to")
    MEMBERSHIP = "membership", Say("Mitgliedschaft", "membership")
    SHARED = "shared", Say("gemeinsame Netzwerke und Gremien", "shared networks and committees")


@attrs.frozen
class Attribute:
    """One attribute of a graph, of its nodes or of its edges. German: Merkmal im Graphen.

    Attributes:
        of: What has it: ``graph``, ``node`` or ``edge`` for each of them, otherwise the code of a
            :class:`NodeType` or :class:`Relation`.
        name: The name of the attribute.
        label: What it tells.
        holds: What it holds in the model; a list of words where it is coded.
        always: Whether it is always there; otherwise only where something is known.
    """

    of: str
    name: str
    label: Say
    holds: type
    always: bool = False

    @property
    def plain(self) -> type[str] | type[int] | type[bool]:
        """The type in a graph: steps of a scale are whole numbers, days and codes are texts."""
        if self.holds is bool:
            return bool
        return int if self.holds is int or issubclass(self.holds, Ordinal) else str

    @property
    def words(self) -> str | None:
        """The name of the list of words where it is coded."""
        return self.holds.__name__ if issubclass(self.holds, Coded) else None

    @property
    def column(self) -> Column:
        """The column of a table that holds the attribute."""
        kinds: dict[type, ColumnType] = {bool: "boolean", int: "integer", date: "date"}
        type_: ColumnType = "code" if issubclass(self.holds, Coded) else kinds.get(self.holds, "text")
        return Column(self.name, self.label, type_)


class GraphAttributes(Shown, tuple[Attribute, ...]):
    """The attributes that graphs of a year may have. German: Merkmale im Graphen."""

    __slots__ = ()

    def of(self, *owners: str) -> tuple[Attribute, ...]:
        """Give the attributes of some owners, each name once, in the order of the list."""
        found: dict[str, Attribute] = {}
        for one in self:
            if one.of in owners:
                found.setdefault(one.name, one)
        return tuple(found.values())

    def tables(self) -> tuple[Table, ...]:
        """Give one row for each attribute: whose it is, its type, whether it is always there."""
        columns = (
            Column("of", Say("bei", "of")),
            Column("name", Say("Merkmal", "attribute")),
            Column("type", Say("Typ", "type")),
            Column("words", Say("Liste", "list")),
            Column("always", Say("immer vorhanden", "always present"), "boolean"),
            Column("meaning_de", Say("Bedeutung (deutsch)", "meaning (German)")),
            Column("meaning_en", Say("Bedeutung (englisch)", "meaning (English)")),
        )
        rows = tuple(
            (one.of, one.name, one.plain.__name__, one.words, one.always, one.label.de, one.label.en)
            for one in self
        )
        title = Say("Merkmale im Graphen", "Attributes of the graph")
        return (Table(name="graph-attributes", title=title, columns=columns, rows=rows),)


_REF = Say("Eintrag", "entry")
_SINCE, _UNTIL = Say("seit", "since"), Say("bis", "until")

ATTRIBUTES = GraphAttributes(
    (
        Attribute("graph", "year", Say("Jahr der Karte", "year of the map"), int, always=True),
        Attribute("graph", "day", Say("Stichtag", "as-of date"), date, always=True),
        Attribute(
            "graph",
            "ties_surveyed",
            Say("ob Verbindungen erhoben wurden", "whether ties were surveyed"),
            bool,
            always=True,
        ),
        Attribute("graph", "ties_surveyed_on", Say("Verbindungen erhoben am", "ties surveyed on"), date),
        Attribute("node", "type", Say("steht für", "stands for"), NodeType, always=True),
        Attribute("node", "label", Say("Name oder Rolle", "name or role"), str, always=True),
        Attribute("partner", "short_name", Say("Kurzname", "short name"), str),
        Attribute("partner", "kind", Say("Art", "kind"), PartnerKind, always=True),
        Attribute("partner", "sub_kind", Say("Unterart", "sub-kind"), str),
        Attribute("partner", "group", Say("Sektor", "sector"), MapGroup, always=True),
        Attribute(
            "partner",
            "relevance",
            Say("Bedeutung für die Zielgruppe", "relevance to the target group"),
            Importance,
        ),
        Attribute(
            "partner",
            "transition_role",
            Say("Rolle am Übergang Schule/Beruf", "role at the transition from school to work"),
            TransitionRole,
        ),
        Attribute("partner", "collective", Say("Sammelpartner", "collective partner"), bool, always=True),
        Attribute("partner", "on_map", Say("auf der Karte", "on the map"), bool, always=True),
        Attribute("partner", "in_contact", Say("mit Kontakt", "in contact"), bool, always=True),
        Attribute("partner", "part_of", Say("Teil von", "part of"), str),
        Attribute("network", "origin", Say("Entstehung", "origin"), NetworkOrigin),
        Attribute("network", "members_stated", Say("angegebene Mitglieder", "members stated"), int),
        Attribute("network", "committees", Say("zugleich Gremium", "also a committee"), str),
        Attribute("committee", "kind", Say("Art", "kind"), CommitteeKind, always=True),
        Attribute("committee", "sub_kind", Say("Unterart", "sub-kind"), str),
        Attribute("committee", "level", Say("Ebene", "level"), SpatialExtent),
        Attribute(
            "two-mode node",
            "bipartite",
            Say("0: Mitglied, 1: Netzwerk oder Gremium", "0: member, 1: network or committee"),
            int,
            always=True,
        ),
        Attribute("edge", "relation", Say("Beziehung", "relation"), Relation, always=True),
        Attribute("contact", "ref", _REF, str, always=True),
        Attribute("contact", "state", Say("Stand", "state"), ContactState, always=True),
        Attribute("contact", "place", Say("Platz auf der Karte", "place on the map"), Place, always=True),
        Attribute("contact", "intensity", Say("Intensität", "intensity"), Intensity),
        Attribute("contact", "importance", Say("Wichtigkeit", "importance"), Importance),
        Attribute("tie", "ref", _REF, str, always=True),
        Attribute("tie", "strength", Say("Stärke", "strength"), TieStrength),
        Attribute(
            "tie", "formalisation", Say("Formalisierungsgrad", "degree of formalisation"), Formalisation
        ),
        Attribute("tie", "knowledge", Say("Sicherheit der Angabe", "certainty"), TieKnowledge, always=True),
        Attribute(
            "tie",
            "brokered",
            Say("im Jahr vermittelt", "brokered in the year"),
            bool,
            always=True,
        ),
        Attribute("membership", "roles", Say("Rollen", "roles"), str),
        Attribute("membership", "held_by", Say("Sitz gehalten von", "seat held by"), str),
        Attribute(
            "membership", "form", Say("Form der Beteiligung", "form of participation"), ParticipationForm
        ),
        Attribute("membership", "since", _SINCE, date),
        Attribute("membership", "until", _UNTIL, date),
        Attribute(
            "shared",
            "weight",
            Say("Zahl der gemeinsamen Netzwerke und Gremien", "number of shared networks and committees"),
            int,
            always=True,
        ),
        Attribute(
            "shared",
            "bodies",
            Say("gemeinsame Netzwerke und Gremien", "shared networks and committees"),
            str,
            always=True,
        ),
    )
)
"""Every attribute of the graphs of a year."""
