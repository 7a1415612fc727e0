"""The part of the report on events in the social space and on publicity (R-11, R-18, R-19)."""

from __future__ import annotations

from typing import Any

from jmdexport.builtin import _report_year_texts as texts
from jmdexport.builtin._report_edition import Edition
from jmdexport.builtin._report_words import table
from jmdmodel.entities.event import SpaceEvent


def events_part(edition: Edition) -> dict[str, Any]:
    """Give the events and publications of the year; every reader may know of them."""
    talk, year = edition.talk, edition.year
    events = sorted(
        (one for one in edition.view.events if one.day.year == year), key=lambda one: (one.day, one.id)
    )
    said = [talk.counted(len(events), texts.EVENT, texts.EVENTS, year=str(year))]
    if not events and edition.is_team:
        said.append(talk.say(texts.EVENTS_ENTER))
    head = (texts.DAY, texts.EVENT_COLUMN, texts.ROLE, texts.THEMES, texts.TOGETHER, texts.PROGRAMME)
    results = [
        talk.say(texts.EVENT_RESULT, name=talk.listed([one.title]), text=talk.sentence(one.result))
        for one in events
        if one.result
    ]
    publicity = _publicity(edition)
    return {
        "heading": talk.label(texts.EVENTS_HEADING),
        "intro": said,
        "events": table(talk, head, "llllll", [_row(edition, one) for one in events]),
        "results_intro": talk.label(texts.RESULTS) if results else "",
        "results": results,
        "publicity": publicity,
        "empty": not events and publicity["table"] is None,
    }


def _row(edition: Edition, one: SpaceEvent) -> tuple[Any, ...]:
    talk, view = edition.talk, edition.view
    day = edition.date(one.day) or ""
    if one.until is not None and one.until != one.day:
        day = talk.say(texts.UNTIL, day=day, until=edition.date(one.until) or "")
    networks = (view.networks.get(network) for network in one.networks)
    programme = view.programmes.get(one.programme)
    return (
        day,
        one.title,
        edition.cell(talk.label(role) for role in one.roles),
        edition.cell(talk.label(theme) for theme in one.themes),
        edition.cell([*edition.names(one.partners), *(net.name for net in networks if net is not None)]),
        programme.name if programme is not None else None,
    )


def _publicity(edition: Edition) -> dict[str, Any]:
    talk, view, year = edition.talk, edition.view, edition.year
    found = sorted(
        (one for one in view.publications if one.day.year == year), key=lambda one: (one.day, one.id)
    )
    said = [talk.counted(len(found), texts.PUBLICATION, texts.PUBLICATIONS, year=str(year))]
    if not found and edition.is_team:
        said.append(talk.say(texts.PUBLICATIONS_ENTER))
    rows = [
        (
            edition.date(one.day),
            one.title,
            one.kind,
            getattr(view.resolve(one.on_behalf_of), "name", None) if one.on_behalf_of is not None else None,
            one.web,
        )
        for one in found
    ]
    head = (texts.DAY, texts.TITLE, texts.KIND, texts.ON_BEHALF, texts.ADDRESS)
    return {
        "heading": talk.label(texts.PUBLICATIONS_HEADING),
        "intro": said,
        "table": table(talk, head, "lllll", rows),
    }
