"""The overview of intercultural opening as tables."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from jmdmodel.analysis.opening.parts import (
    BarrierChange,
    KindRow,
    MeasureRow,
    PartnerOpening,
    StageRow,
    StateRow,
)
from jmdmodel.analysis.tables import Column, Table, code_columns, id_cell, id_column
from jmdmodel.entities.opening import OpeningMeasure
from jmdmodel.messages import Say
from jmdmodel.vocabulary import MeasureState

_BEFORE = Column("before", Say("vorher", "before"), "integer")
_AFTER = Column("after", Say("nachher", "after"), "integer")


def partners_table(partners: Iterable[PartnerOpening]) -> Table:
    """Give one row for each partner."""
    return Table(
        name="opening",
        title=Say("Interkulturelle Öffnung der Partner", "Intercultural opening of the partners"),
        columns=(
            id_column("partner"),
            Column("name", Say("Partner", "partner")),
            Column("stage_before", Say("Stand vorher", "stage before"), "code"),
            Column("judged_before", Say("vorher eingeschätzt am", "assessed before on"), "date"),
            Column("stage_after", Say("Stand nachher", "stage after"), "code"),
            Column("judged_after", Say("nachher eingeschätzt am", "assessed after on"), "date"),
            Column("change", Say("Veränderung", "change"), "code"),
            Column("has_process", Say("Öffnungsprozess", "opening process"), "boolean"),
            Column("barriers_before", Say("Barrieren vorher", "barriers before"), "integer"),
            Column("barriers_after", Say("Barrieren nachher", "barriers after"), "integer"),
            *(
                Column(
                    f"measures_{state.code}",
                    Say(f"Maßnahmen {state.label.de}", f"measures {state.label.en}"),
                    "integer",
                )
                for state in MeasureState
            ),
        ),
        rows=tuple(
            (
                row.partner,
                row.name,
                row.before,
                row.before_judged_on,
                row.after,
                row.after_judged_on,
                row.change,
                row.has_process,
                row.stood,
                row.stands,
                *(sum(measure.state is state for measure in row.measures) for state in MeasureState),
            )
            for row in partners
        ),
    )


def barriers_table(barriers: Iterable[BarrierChange]) -> Table:
    """Give one row for each barrier, before and after."""
    return Table(
        name="barriers",
        title=Say("Zugangsbarrieren vorher und nachher", "Access barriers before and after"),
        columns=(
            id_column("barrier"),
            Column("title", Say("Barriere", "barrier")),
            Column("kind", Say("Art", "kind"), "code"),
            id_column("at", Say("Ort in der Arbeitsmappe", "place in the workspace")),
            Column(
                "where", Say("besteht bei (– heißt: Sozialraum)", "exists at (– means: the social space)")
            ),
            Column("severity", Say("Schwere", "severity"), "code"),
            Column("aim", Say("Ziel des Abbaus", "aim"), "code"),
            Column("known_before", Say("vorher bekannt", "known before"), "boolean"),
            Column("state_before", Say("Stand vorher", "state before"), "code"),
            Column("known_after", Say("nachher bekannt", "known after"), "boolean"),
            Column("state_after", Say("Stand nachher", "state after"), "code"),
            Column("measures", Say("Maßnahmen im Zeitraum", "measures in the period"), "integer"),
        ),
        rows=tuple(
            (
                row.barrier.id,
                row.barrier.title,
                row.barrier.kind,
                str(row.barrier.at) if row.barrier.at is not None else None,
                row.where,
                row.barrier.severity,
                row.barrier.aim,
                row.was_known,
                row.before,
                row.is_known,
                row.after,
                len(row.measures),
            )
            for row in barriers
        ),
    )


def stages_table(rows: Iterable[StageRow]) -> Table:
    """Give one row for each stage, and the last for partners without one."""
    return Table(
        name="stages",
        title=Say("Partner je Stand der Öffnung", "Partners by stage of opening"),
        columns=(
            Column(
                "stage", Say("Stand (– heißt: nicht eingeschätzt)", "stage (– means: not assessed)"), "code"
            ),
            _BEFORE,
            _AFTER,
        ),
        rows=tuple((row.stage, row.before, row.after) for row in rows),
    )


def states_table(rows: Iterable[StateRow]) -> Table:
    """Give one row for each state of barriers, and the last for those of which nothing is said."""
    return Table(
        name="barrier-states",
        title=Say("Barrieren je Stand", "Barriers by state"),
        columns=(
            Column("state", Say("Stand (– heißt: ohne Angabe)", "state (– means: not stated)"), "code"),
            _BEFORE,
            _AFTER,
        ),
        rows=tuple((row.state, row.before, row.after) for row in rows),
    )


def kinds_table(rows: Iterable[KindRow]) -> Table:
    """Give one row for each kind of barrier, zeros included."""
    return Table(
        name="barrier-kinds",
        title=Say("Barrieren je Art", "Barriers by kind"),
        columns=(
            Column("kind", Say("Art", "kind"), "code"),
            Column("before", Say("bestehend vorher", "existing before"), "integer"),
            Column("after", Say("bestehend nachher", "existing after"), "integer"),
            Column("new", Say("neu bekannt", "newly known"), "integer"),
            Column("back", Say("erneut aufgetreten", "back again"), "integer"),
            Column("removed", Say("abgebaut", "taken down"), "integer"),
            Column("ended", Say("anders beendet", "ended otherwise"), "integer"),
        ),
        rows=tuple(
            (row.kind, row.before, row.after, row.new, row.back, row.removed, row.ended) for row in rows
        ),
    )


def measure_kinds_table(rows: Iterable[MeasureRow]) -> Table:
    """Give one row for each kind of measure, zeros included."""
    return Table(
        name="measure-kinds",
        title=Say("Maßnahmen je Art", "Measures by kind"),
        columns=(Column("kind", Say("Art", "kind"), "code"), *code_columns(MeasureState)),
        rows=tuple((row.kind, *(count for _, count in row.states)) for row in rows),
    )


def measures_table(measures: Iterable[OpeningMeasure], on: date) -> Table:
    """Give one row for each measure of the time between; what was evaluated later is not yet."""
    return _measures("measures", Say("Maßnahmen im Zeitraum", "Measures in the period"), measures, on)


def undated_table(measures: Iterable[OpeningMeasure], on: date) -> Table:
    """Give one row for each measure without a day."""
    return _measures("measures-undated", Say("Maßnahmen ohne Tag", "Measures without a date"), measures, on)


def _measures(name: str, title: Say, measures: Iterable[OpeningMeasure], on: date) -> Table:
    return Table(
        name=name,
        title=title,
        columns=(
            id_column("measure"),
            Column("title", Say("Maßnahme", "measure")),
            Column("kind", Say("Art", "kind"), "code"),
            Column("state", Say("Stand", "state"), "code"),
            Column("day", Say("Tag", "day"), "date"),
            Column("until", Say("bis", "until"), "date"),
            id_column("partners", Say("Partner (Kennung)", "partners (identifier)")),
            id_column("barriers", Say("Barrieren (Kennung)", "barriers (identifier)")),
            Column("people", Say("erreichte Personen", "people reached"), "integer"),
            Column("evaluated_on", Say("ausgewertet am", "evaluated on"), "date"),
        ),
        rows=tuple(
            (
                measure.id,
                measure.title,
                measure.kind,
                measure.state,
                measure.day,
                measure.until,
                id_cell(measure.partners),
                id_cell(measure.barriers),
                measure.people,
                measure.evaluated_on if (measure.evaluated_on or on) <= on else None,
            )
            for measure in measures
        ),
    )
