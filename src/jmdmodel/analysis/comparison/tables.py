"""The tables of a comparison: by partner, in figures, by shift, by sector or kind, and by tie."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from jmdmodel.analysis.comparison.changes import Course, PartnerChange, Shift
from jmdmodel.analysis.comparison.movements import Movement
from jmdmodel.analysis.comparison.tie_changes import BrokeredTie, TieChange
from jmdmodel.analysis.ratings import RatedContact
from jmdmodel.analysis.tables import GROUP, NAME, Cell, Column, Table, code_columns, id_cell, id_column
from jmdmodel.messages import Say
from jmdmodel.scales import Coded

_NUMBERS = {
    "before": Say("vorher", "before"),
    "stayed": Say("auf beiden Karten", "on both maps"),
    "joined": Say("hinzugekommen", "joined"),
    "left": Say("nicht mehr auf der Karte", "no longer on the map"),
    "passed_on": Say("in andere übergegangen", "became others"),
    "taken_over": Say("aus anderen hervorgegangen", "came from others"),
    "after": Say("nachher", "after"),
}
IN_SUM = (
    Column("confirmed", Say("unverändert bestätigt", "confirmed unchanged"), "integer"),
    Column("turnover", Say("Wechsel (0 bis 1)", "turnover (0 to 1)"), "decimal", 3),
    Column("ties_kept", Say("Verbindungen, die weiter bestehen", "ties kept"), "integer"),
    Column("ties_new", Say("neu bekannte Verbindungen", "ties newly known"), "integer"),
    Column("ties_lost", Say("Verbindungen, die nicht mehr bestehen", "ties lost"), "integer"),
    Column("ties_brokered", Say("vermittelte Verbindungen", "ties brokered"), "integer"),
)
"""What both tables that sum up a comparison end with."""
_SUMMARY = (
    Column("earlier", Say("erstes Jahr", "first year"), "year"),
    Column("later", Say("zweites Jahr", "second year"), "year"),
    Column("earlier_day", Say("Stichtag der ersten Karte", "date of the first map"), "date"),
    Column("later_day", Say("Stichtag der zweiten Karte", "date of the second map"), "date"),
    *code_columns(Course),
    *IN_SUM,
)


def changes_table(changes: Iterable[PartnerChange]) -> Table:
    """List every partner of two maps, or what became of it, with both sides (R-33).

    Where several partners became one another, their values stand side by side in one cell, those that
    are known. German: Änderungen nach Partnern.
    """
    return Table(
        name="changes",
        title=Say("Änderungen nach Partnern", "Changes by partner"),
        columns=(
            id_column("partner"),
            NAME,
            GROUP,
            Column("course", Say("Verlauf", "course"), "code"),
            Column("changes", Say("Änderungen", "changes"), "code"),
            id_column("before", Say("vorher", "before")),
            id_column("after", Say("nachher", "after")),
            Column("absence", Say("warum nur auf einer Karte", "why on one map only"), "code"),
            Column("state_before", Say("Stand vorher", "state before"), "code"),
            Column("state_after", Say("Stand nachher", "state after"), "code"),
            Column("intensity_before", Say("Intensität vorher", "intensity before"), "code"),
            Column("intensity_after", Say("Intensität nachher", "intensity after"), "code"),
            Column("intensity", Say("Veränderung der Intensität", "change in intensity"), "code"),
            Column("importance_before", Say("Wichtigkeit vorher", "importance before"), "code"),
            Column("importance_after", Say("Wichtigkeit nachher", "importance after"), "code"),
            Column("importance", Say("Veränderung der Wichtigkeit", "change in importance"), "code"),
        ),
        rows=tuple(
            (
                change.partner.id,
                change.partner.name,
                change.partner.kind.group,
                change.course,
                change.kinds,
                _ids(change.before),
                _ids(change.after),
                change.absence,
                _words([rated.state for rated in change.before]),
                _words([rated.state for rated in change.after]),
                _words(change.intensities(change.before)),
                _words(change.intensities(change.after)),
                change.intensity,
                _words(change.importances(change.before)),
                _words(change.importances(change.after)),
                change.importance,
            )
            for change in changes
        ),
    )


def summary_table(figures: Mapping[str, Cell]) -> Table:
    """Give the figures of a comparison in one row (R-33). German: Änderungen in Zahlen."""
    return Table(
        name="change-figures",
        title=Say("Änderungen in Zahlen", "Changes in figures"),
        columns=_SUMMARY,
        rows=(tuple(figures[column.name] for column in _SUMMARY),),
    )


def shifts_table(intensity: Mapping[Shift, int], importance: Mapping[Shift, int]) -> Table:
    """Count how the ratings of those on both maps moved (R-33). German: Veränderung der Einschätzungen."""
    return Table(
        name="change-ratings",
        title=Say("Veränderung der Einschätzungen", "Changes in ratings"),
        columns=(
            Column("shift", Say("Veränderung", "change"), "code"),
            Column("intensity", Say("Intensität", "intensity"), "integer"),
            Column("importance", Say("Wichtigkeit", "importance"), "integer"),
        ),
        rows=tuple((shift, intensity[shift], importance[shift]) for shift in Shift),
    )


_TITLES = {
    "change-groups": (Say("Änderungen nach Sektoren", "Changes by sector"), Say("Sektor", "sector")),
    "change-kinds": (Say("Änderungen nach Partnerarten", "Changes by kind"), Say("Partnerart", "kind")),
}


def movements_table(name: str, movements: Iterable[Movement]) -> Table:
    """Count by sector or kind who stayed, joined and left (R-13, R-33). German: Bewegung der Partner."""
    title, label = _TITLES[name]
    return Table(
        name=name,
        title=title,
        columns=(
            Column(name.removeprefix("change-").removesuffix("s"), label, "code"),
            *(Column(number, words, "integer") for number, words in _NUMBERS.items()),
        ),
        rows=tuple(
            (movement.of, *(getattr(movement, number) for number in _NUMBERS)) for movement in movements
        ),
    )


def ties_table(changes: Iterable[TieChange], brokered: Iterable[BrokeredTie]) -> Table:
    """List the ties of two maps with what became of them (R-07, R-33). German: Änderungen der Verbindungen.

    Without a survey in both years only the brokered ties stand here, and ``course`` is empty.
    """
    ours = {one.tie.id: one for one in brokered}
    rows: list[tuple[Cell, ...]] = []
    for change in changes:
        one, other = change.ends
        is_ours = any(ours.pop(tie.id, None) is not None for tie in change.after)
        rows.append((one.id, one.name, other.id, other.name, change.course, is_ours))
    for left in ours.values():
        one, other = sorted(left.partners, key=lambda partner: partner.id)
        rows.append((one.id, one.name, other.id, other.name, None, True))
    return Table(
        name="change-ties",
        title=Say("Änderungen der Verbindungen", "Changes in ties"),
        columns=(
            id_column("one"),
            Column("one_name", Say("Partner", "partner")),
            id_column("other", Say("Kennung des anderen Partners", "identifier of the other partner")),
            Column("other_name", Say("anderer Partner", "other partner")),
            Column("course", Say("Verlauf", "course"), "code"),
            Column("brokered", Say("vom Dienst vermittelt", "brokered by the service"), "boolean"),
        ),
        rows=tuple(rows),
    )


def _ids(side: Sequence[RatedContact]) -> str | None:
    return id_cell(rated.partner.id for rated in side)


def _words(values: Sequence[Coded | None]) -> Cell:
    known = tuple(value for value in values if value is not None)
    if not known:
        return None
    return known[0] if len(values) == 1 else known
