"""The part of the report on people reached: nothing but protected tables (R-35, R-51)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jmdexport.builtin import _report_texts as texts
from jmdexport.builtin._report_edition import Edition
from jmdexport.builtin._report_words import Talk, table
from jmdmodel.analysis.tables import Table
from jmdmodel.scales import Audience

if TYPE_CHECKING:  # the protection costs time that a report without numbers of people need not pay
    from jmdmodel.privacy.counts import ProtectedCounts, ProtectedTable


def persons_part(edition: Edition, counts: ProtectedCounts | None) -> dict[str, Any]:
    """Give how many people were counselled, took part, helped: each number as its protected table has it."""
    talk = edition.talk
    made: dict[str, Any] = {
        "heading": talk.label(texts.PERSONS_HEADING),
        "intro": [],
        "totals": None,
        "tables": [],
        "missing": [],
        "empty": False,
    }
    if edition.audience < Audience.REPORT:
        return made | {"missing": [talk.say(texts.PERSONS_HIDDEN)]}
    absent = {"missing": edition.absent(texts.PERSONS_MISSING, texts.PERSONS_ENTER), "empty": True}
    if counts is None:
        return made | absent
    alone = [one for one in counts.shown if not one.dimensions]
    divided = [one for one in counts.shown if one.dimensions]
    if not counts.shown and not counts.not_shown:
        return made | absent
    head = (texts.PERSONS_WHO, texts.PERSONS_NUMBER)
    return made | {
        "intro": [talk.label(counts.note), *(message.in_(talk.language) for message in counts.changes)],
        "totals": table(talk, head, "lr", [(one.title, one.text(language=talk.language)) for one in alone]),
        "tables": [{"title": talk.label(one.title), "table": _table(_rows(one), talk)} for one in divided],
        "missing": [one.reason.in_(talk.language) for one in counts.not_shown],
    }


def _rows(counted: ProtectedTable) -> Table:
    """Give a table with one dimension as one row a category, and any other with its last dimension across."""
    if len(counted.dimensions) > 1:
        return counted.cross()
    whole = counted.table()
    return whole.select(*(column.name for column in whole.columns if not column.name.endswith("_code")))


def _table(shown: Table, talk: Talk) -> dict[str, Any] | None:
    head = shown.heads(talk.language)
    align = "".join("r" if column.type == "integer" else "l" for column in shown.columns)
    return table(talk, head, align, shown.texts(talk.language))
