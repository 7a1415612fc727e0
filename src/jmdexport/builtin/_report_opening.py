"""The part of the report on intercultural opening: measures, barriers (R-09, R-10, R-22 … R-26)."""

from __future__ import annotations

from typing import Any

from jmdexport.builtin import _report_opening_texts as texts
from jmdexport.builtin import _report_texts
from jmdexport.builtin._report_edition import Edition
from jmdexport.builtin._report_words import by_name, table
from jmdmodel.analysis.opening import BarrierChange, OpeningOverview, opening_overview
from jmdmodel.entities.opening import OpeningMeasure
from jmdmodel.phrases import capital
from jmdmodel.privacy.barriers import BarriersBySector, SectorBarriers
from jmdmodel.vocabulary import MeasureFamily, MeasureState

_FLOWS = ("before", "after", "new", "removed", "ended")
_HEADS = (texts.BEFORE, texts.AFTER, texts.NEW, texts.REMOVED, texts.ENDED)


def opening_part(edition: Edition, barriers: BarriersBySector | None) -> dict[str, Any]:
    """Give measures by family and one by one, and barriers: by sector, for the team by kind and partner."""
    talk = edition.talk
    made: dict[str, Any] = {
        "heading": talk.label(texts.OPENING_HEADING),
        "intro": [talk.say(texts.OPENING_HIDDEN)],
        "measures": None,
        "barriers": None,
        "empty": False,
    }
    if not edition.shows(OpeningMeasure):
        return made
    found = opening_overview(edition.view, on=edition.day, since=edition.eve)
    # What a view hides has a sentence of its own further down, so the reasons stand apart.
    said = [
        capital(one.in_(talk.language))
        for one in found.messages()[: len(found.messages()) - len(found.reasons)]
    ]
    if not found.measures and edition.is_team:
        said.append(talk.say(texts.OPENING_ENTER))
    if found.undated:
        names = edition.listed(measure.title for measure in found.undated)
        said.append(talk.counted(len(found.undated), texts.MEASURE, texts.UNDATED, names=names))
    shown = _of_team(edition, found) if edition.is_team else _by_sector(edition, barriers)
    return made | {
        "intro": said,
        "measures": _measures(edition, found),
        "barriers": shown,
        "empty": not found.measures and not found.undated and shown["table"] is None,
    }


def _measures(edition: Edition, found: OpeningOverview) -> dict[str, Any] | None:
    """Give the measures of the year by family, and one by one."""
    talk, measures = edition.talk, found.measures or ()
    if not measures:
        return None
    families: list[tuple[Any, ...]] = [
        (
            family,
            *(
                sum(row.in_state(state) for row in found.measure_kinds or () if row.kind.family is family)
                for state in MeasureState
            ),
        )
        for family in MeasureFamily
    ]
    total = (
        _report_texts.TOTAL,
        *(sum(row[place] for row in families) for place in range(1, len(MeasureState) + 1)),
    )
    rows = [
        (
            one.title,
            one.kind,
            _days(edition, one),
            edition.cell(edition.names(one.partners)),
            one.state,
            one.result,
        )
        for one in sorted(measures, key=lambda one: (one.day, one.id))
    ]
    head = (texts.MEASURE_COLUMN, texts.KIND, texts.DAY, texts.PARTNERS, texts.STATE, texts.RESULT)
    return {
        "heading": talk.label(texts.MEASURES_HEADING),
        "families": table(
            talk,
            (texts.FAMILY, *(state.label for state in MeasureState)),
            "l" + "r" * len(MeasureState),
            families,
            total,
        ),
        "table": table(talk, head, "llllll", rows),
    }


def _days(edition: Edition, measure: OpeningMeasure) -> str | None:
    day, until = edition.date(measure.day), edition.date(measure.until)
    if day is None or until is None or until == day:
        return day
    return edition.talk.say(texts.UNTIL, day=day, until=until)


def _by_sector(edition: Edition, found: BarriersBySector | None) -> dict[str, Any]:
    """Give the barriers by sector of the map: no partner can be told from it."""
    talk = edition.talk
    made: dict[str, Any] = {
        "heading": talk.label(texts.BARRIERS_HEADING),
        "intro": [talk.say(texts.BARRIERS_LEFT_OUT)],
        "table": None,
        "single": None,
        "stages": None,
    }
    if found is None:
        return made
    if found.reason is not None:
        return made | {"intro": [found.reason.in_(talk.language)]}
    since, day = talk.day(found.since), talk.day(found.day)
    if not found.rows:
        return made | {"intro": [talk.say(texts.BARRIERS_NONE, since=since, day=day)]}
    rows = [(_sectors(edition, row), *(getattr(row, flow) for flow in _FLOWS)) for row in found.rows]
    total = (_report_texts.TOTAL, *(getattr(found.together, flow) for flow in _FLOWS))
    return made | {
        "intro": [
            talk.counted(found.together.before, texts.BARRIER, texts.STOOD, day=since),
            talk.counted(found.together.after, texts.BARRIER, texts.STAND, day=day),
            talk.say(texts.BY_SECTOR),
        ],
        "table": table(talk, (texts.SECTOR, *_HEADS), "lrrrrr", rows, total),
    }


def _sectors(edition: Edition, row: SectorBarriers) -> str:
    labels = [edition.talk.label(sector) for sector in row.sectors]
    return "; ".join(labels) or edition.talk.label(texts.ELSEWHERE)


def _of_team(edition: Edition, found: OpeningOverview) -> dict[str, Any]:
    """Give the barriers by kind, the partners with their stage, and each barrier; for the team alone."""
    talk = edition.talk
    kinds: list[tuple[Any, ...]] = [
        (row.kind, row.before, row.after, row.new + row.back, row.removed, row.ended)
        for row in found.kinds or ()
    ]
    rows = [row for row in kinds if any(row[1:])]
    total = (_report_texts.TOTAL, *(sum(row[place] for row in rows) for place in range(1, 6)))
    partners = [
        (row.name, row.before, row.after, row.stood, row.stands)
        for row in sorted(found.partners, key=lambda row: by_name(row.name, row.partner))
        if row.has_process or row.before is not None or row.after is not None or row.stood or row.stands
    ]
    head = (
        *(texts.PARTNER_COLUMN, texts.STAGE_BEFORE, texts.STAGE_AFTER),
        *(texts.BARRIERS_BEFORE, texts.BARRIERS_AFTER),
    )
    single = [_barrier(edition, change) for change in found.barriers]
    head_of_one = (
        *(texts.BARRIER_COLUMN, texts.KIND, texts.WHERE),
        *(texts.STATE_BEFORE, texts.STATE_AFTER),
    )
    since, day = talk.day(found.since), talk.day(found.day)
    missing = [talk.say(texts.BARRIERS_NONE, since=since, day=day), talk.say(texts.BARRIERS_ENTER)]
    return {
        "heading": talk.label(texts.BARRIERS_HEADING),
        "intro": [] if rows else missing,
        "table": table(talk, (texts.BARRIER_KIND, *_HEADS), "lrrrrr", rows, total),
        "stages": {
            "heading": talk.label(texts.STAGES_HEADING),
            "table": table(talk, head, "lllrr", partners),
        }
        if partners
        else None,
        "single": {
            "heading": talk.label(texts.SINGLE_HEADING),
            "table": table(talk, head_of_one, "lllll", single),
        }
        if single
        else None,
    }


def _barrier(edition: Edition, change: BarrierChange) -> tuple[Any, ...]:
    own = edition.view.vocabulary.label("barrier_kinds", change.barrier.sub_kind or "")
    where = change.where if change.barrier.at is not None else texts.WHOLE_SPACE
    return change.barrier.title, own or change.barrier.kind, where, change.before, change.after
