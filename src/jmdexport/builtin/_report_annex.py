"""The annex of the report: figures of the network, what changed since the map before, index of partners."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from jmdexport.builtin import _report_annex_texts as texts
from jmdexport.builtin._report_edition import Edition
from jmdexport.builtin._report_words import Talk, by_name, table
from jmdmodel.analysis.comparison import Comparison, compare
from jmdmodel.analysis.figures import FigureValue, ego_network
from jmdmodel.analysis.ratings import Place, partners_on, rated_contacts
from jmdmodel.entities.relation import NetworkMap
from jmdmodel.messages import in_decimal, in_number
from jmdmodel.scales import Coded


def annex_part(edition: Edition, day: date) -> dict[str, Any]:
    """Give the annex; what rests on a map says so where there is none (R-27, R-32, R-33, R-50)."""
    talk = edition.talk
    shown = edition.shows(NetworkMap)
    return {
        "heading": talk.label(texts.ANNEX_HEADING),
        "hidden": [] if shown else [talk.say(texts.FIGURES_HIDDEN)],
        "figures": _figures(edition) if shown else None,
        "changes": _changes(edition) if shown else None,
        "partners": _index(edition, day),
    }


def _figures(edition: Edition) -> dict[str, Any]:
    talk = edition.talk
    made: dict[str, Any] = {"heading": talk.label(texts.FIGURES_HEADING), "table": None}
    if edition.view.maps.get(str(edition.year)) is None:
        return made | {"intro": edition.absent(texts.FIGURES_MISSING)}
    found = ego_network(edition.view, edition.year)
    rows = [(one.figure, _value(one, talk), one.remark) for one in found.values]
    said = [message.in_(talk.language) for message in found.messages()]
    return made | {
        "intro": [*said, talk.say(texts.FIGURES_NOTE)],
        "table": table(talk, (texts.FIGURE, texts.VALUE, texts.REMARK), "lrl", rows),
    }


def _value(one: FigureValue, talk: Talk) -> str | None:
    if one.value is None:
        return None
    if one.figure.about.is_count:
        return in_number(int(one.value), talk.language)
    return in_decimal(Fraction(one.value), talk.language, decimals=3)


def earlier_map(edition: Edition) -> int | None:
    """Give the year of the last map before the year of the report; ``None`` without one, or without two."""
    years = [known.year for known in edition.view.maps if known.year < edition.year]
    there = edition.view.maps.get(str(edition.year)) is not None
    return max(years) if there and years else None


def _changes(edition: Edition) -> dict[str, Any]:
    talk, year = edition.talk, edition.year
    made: dict[str, Any] = {"heading": talk.label(texts.CHANGES_HEADING), "sentences": [], "table": None}
    earlier = earlier_map(edition)
    if earlier is None:
        there = edition.view.maps.get(str(year)) is not None
        return made | {"intro": edition.absent(texts.CHANGES_MISSING if there else texts.CHANGES_WITHOUT_MAP)}
    found = compare(edition.view, earlier, year)
    said = [
        talk.say(
            texts.COMPARED,
            earlier=str(earlier),
            later=str(year),
            first=talk.day(found.earlier_day),
            second=talk.day(found.later_day),
        )
    ]
    if earlier != year - 1:
        said.insert(0, talk.say(texts.NOT_YEAR_BEFORE, before=str(year - 1), earlier=str(earlier)))
    return made | {
        "intro": said,
        "sentences": list(found.sentences(talk.language)),
        "table": _changed(edition, found),
    }


def _changed(edition: Edition, found: Comparison) -> dict[str, Any] | None:
    """Give each partner that changed, with its ratings before and after."""
    talk = edition.talk
    rows = [
        (
            edition.cell(dict.fromkeys(rated.partner.name for rated in change.after or change.before)),
            edition.cell(talk.label(kind) for kind in kinds),
            _words(change.intensities(change.before), talk),
            _words(change.intensities(change.after), talk),
            _words(change.importances(change.before), talk),
            _words(change.importances(change.after), talk),
        )
        for change in sorted(found.changes, key=lambda one: by_name(one.partner.name, one.partner.id))
        if (kinds := change.kinds)
    ]
    head = (
        *(texts.PARTNER_COLUMN, texts.CHANGE, texts.OFTEN_BEFORE, texts.OFTEN_AFTER),
        *(texts.IMPORTANT_BEFORE, texts.IMPORTANT_AFTER),
    )
    return table(talk, head, "llllll", rows)


def _words(values: Sequence[Coded | None], talk: Talk) -> str | None:
    known = dict.fromkeys(talk.label(value) for value in values if value is not None)
    return " / ".join(known) or None


def _index(edition: Edition, day: date) -> dict[str, Any]:
    """Give all partners of the day by name; with a map also where they stand on it."""
    talk, view = edition.talk, edition.view
    partners = sorted(partners_on(view, day), key=lambda one: by_name(one.name, one.id))
    head: tuple[Any, ...] = (texts.PARTNER_COLUMN, texts.KIND, texts.SECTOR)
    rows: list[tuple[Any, ...]] = [(one.name, view.kind_label(one), one.kind.group) for one in partners]
    if view.maps.get(str(edition.year)) is not None:
        rated = {one.partner.id: one for one in rated_contacts(view, edition.year)}
        head = (*head, texts.CONTACT, texts.IMPORTANCE)
        for place, one in enumerate(partners):
            known = rated.get(one.id)
            where = None if known is None else known.intensity if known.place is Place.RING else known.place
            rows[place] = (*rows[place], where, known.importance if known is not None else None)
    said = [talk.counted(len(partners), texts.PARTNER, texts.INDEX, day=talk.day(day))]
    if not partners and edition.is_team:
        said.append(talk.say(texts.INDEX_ENTER))
    return {
        "heading": talk.label(texts.INDEX_HEADING),
        "intro": said,
        "table": table(talk, head, "l" * len(head), rows),
        "empty": not partners,
    }
