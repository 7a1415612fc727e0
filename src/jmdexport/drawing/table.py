"""The data of a network map as tables: for whoever does not see the picture, or wants its numbers."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from jmdexport.drawing.plan import LineKind, Link, MapPlan, Mark
from jmdmodel.analysis.tables import NAME, Cell, Column, Shown, Table, id_column
from jmdmodel.messages import Message, Say

_PARTNERS = Say("Partner auf der Netzwerkkarte {year}", "Partners on the network map {year}")
_TIES = Say("Verbindungen auf der Netzwerkkarte {year}", "Ties on the network map {year}")
_RING = Column("ring", Say("Ring", "ring"), "integer")
_SIZE = Column("size", Say("Größe", "size"), "integer")
_BADGE = Column(
    "transition", Say("wirkt am Übergang Schule/Beruf mit", "part in the transition to work"), "boolean"
)
_FIRST = Column("first_name", Say("Partner", "partner"))
_SECOND = Column("second_name", Say("verbunden mit", "tied to"))
_STRENGTH = Column("strength", Say("Breite", "width"), "integer")
_BROKERED = Column("brokered", Say("in diesem Jahr vermittelt", "brokered this year"), "boolean")
_LINE_PLACES: Mapping[LineKind, int] = {"dotted": 0, "dashed": 1, "solid": 2}


@attrs.frozen(kw_only=True, repr=False)
class MapTable(Shown):
    """All that a network map shows, as tables: the partners, and the ties that are drawn.

    German: Tabelle zur Netzwerkkarte.
    """

    partners: Table
    ties: Table

    def tables(self) -> tuple[Table, ...]:
        """Give the partners and the ties."""
        return self.partners, self.ties


def map_table(plan: MapPlan) -> MapTable:
    """Give the data of a map: one row a partner, by sector and ring, and one row a tie that is drawn (R-32).

    The columns have labels in both languages, and so have the cells that are no names. What nobody said has
    no step, and its words say so. German: Tabelle zur Netzwerkkarte.
    """
    return MapTable(partners=_partners(plan), ties=_ties(plan))


def _partners(plan: MapPlan) -> Table:
    said, places = plan.words, {group.code: at for at, group in enumerate(plan.groups)}
    sized = said.size is not None
    columns = [id_column("partner"), NAME, Column("group", said.group.name), _RING]
    columns.append(Column("ring_label", said.ring.name))
    if said.size is not None:
        columns += [_SIZE, Column("size_label", said.size.name)]
    marks = sorted(
        plan.marks,
        key=lambda mark: (places[mark.group], -(mark.ring or 0), mark.label.casefold(), mark.id),
    )
    groups = {group.code: group.told or _same(group.label) for group in plan.groups}
    rows: list[tuple[Cell, ...]] = []
    for mark in marks:
        size = (mark.size, _size(plan, mark)) if sized else ()
        rows.append(
            (mark.id, mark.label, groups[mark.group], mark.ring, _ring(plan, mark), *size, mark.badge)
        )
    title = Message.of(_PARTNERS, year=str(plan.year)).as_say()
    return Table(name="partners", title=title, columns=(*columns, _BADGE), rows=tuple(rows))


def _ring(plan: MapPlan, mark: Mark) -> Say:
    """Give what the ring of a mark means, or the heading under which it stands beside the circle."""
    if mark.ring is not None:
        return plan.words.ring.steps[mark.ring - 1]
    return dict(plan.places).get(mark.strip) or _same(dict(plan.strips)[mark.strip])


def _size(plan: MapPlan, mark: Mark) -> Say | None:
    measure = plan.words.size
    if measure is None:
        return None
    return measure.steps[mark.size - 1] if mark.size else measure.open


def _ties(plan: MapPlan) -> Table:
    said, names = plan.words, {mark.id: mark.label for mark in plan.marks}
    inside = {mark.id for mark in plan.marks if mark.ring is not None}
    columns = [id_column("first"), _FIRST, id_column("second"), _SECOND]
    if said.strengths:
        columns += [_STRENGTH, Column("strength_label", said.line.width_name)]
    if said.lines:
        columns.append(Column("line_label", said.line.kind_name))
    rows: list[tuple[Cell, ...]] = []
    for link in sorted(
        plan.links, key=lambda link: (names[link.a].casefold(), names[link.b].casefold(), link.id)
    ):
        if {link.a, link.b} <= inside:
            strength = (link.strength, width_words(plan, link)) if said.strengths else ()
            line = (kind_words(plan, link),) if said.lines else ()
            rows.append((link.a, names[link.a], link.b, names[link.b], *strength, *line, link.brokered))
    title = Message.of(_TIES, year=str(plan.year)).as_say()
    return Table(name="ties", title=title, columns=(*columns, _BROKERED), rows=tuple(rows))


def width_words(plan: MapPlan, link: Link) -> Say | None:
    """Give what the width of a line means; ``None`` where width means nothing on the map."""
    sense = plan.words.line
    if not plan.words.strengths:
        return None
    return sense.strengths[link.strength - 1] if link.strength else sense.open_width


def kind_words(plan: MapPlan, link: Link) -> Say | None:
    """Give what the kind of a line means; ``None`` where it means nothing on the map."""
    sense, place = plan.words.line, _LINE_PLACES.get(link.line)
    if not plan.words.lines:
        return None
    return sense.open_kind if place is None else sense.kinds[place]


def _same(text: str) -> Say:
    return Say(text, text)
