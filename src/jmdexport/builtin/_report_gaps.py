"""The parts of the report on outcomes of contributions, on gaps, on integration concepts (R-15 … R-17)."""

from __future__ import annotations

from typing import Any

from jmdexport.builtin import _report_year_texts as texts
from jmdexport.builtin._report_edition import Edition
from jmdexport.builtin._report_words import by_name, table
from jmdmodel.analysis.committees import contribution_outcomes
from jmdmodel.analysis.offers import KnownGap, NeedsAndOffers
from jmdmodel.entities.gap import IntegrationConcept, OfferGap
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import GapStatus

_OVER = (GapStatus.CLOSED, GapStatus.REJECTED)


def outcomes_part(edition: Edition) -> dict[str, Any] | None:
    """Give what the contributions of the year refer to, and how that stood; nothing without any."""
    if edition.audience < Audience.REPORT:
        return None
    talk = edition.talk
    found = contribution_outcomes(edition.view, edition.year, on=edition.day)
    if not found:
        return None
    followed = sorted(
        ((one, what) for one in found for what in one.outcomes),
        key=lambda pair: (pair[0].session.day, by_name(pair[0].committee.name, pair[0].committee.id)),
    )
    rows = [
        (
            one.contribution.kind,
            talk.say(texts.ON_DAY, name=one.committee.name, day=edition.date(one.session.day) or ""),
            what.name,
            what.state.in_(talk.language),
        )
        for one, what in followed
    ]
    note = [talk.say(texts.OUTCOMES_NOTE, day=talk.day(edition.day))] if rows else []
    head = (texts.CONTRIBUTION, texts.BODY, texts.REGARDING, texts.STATE)
    return {
        "heading": talk.label(texts.OUTCOMES_HEADING),
        "intro": [*(message.in_(talk.language) for message in found.messages()), *note],
        "table": table(talk, head, "llll", rows),
    }


def gaps_part(edition: Edition, found: NeedsAndOffers) -> dict[str, Any] | None:
    """Give the gaps that were open in the year: where they were raised, what became of them (R-16)."""
    if not edition.shows(OfferGap):
        return None
    talk = edition.talk
    gaps = sorted(
        (one for one in found.gaps if _was_open(edition, one)),
        key=lambda one: (one.gap.found_on, one.gap.id),
    )
    said = [talk.counted(len(gaps), texts.GAP, texts.GAPS, year=str(edition.year))]
    if not gaps and edition.is_team:
        said.append(talk.say(texts.GAPS_ENTER))
    unraised = [one.gap.title for one in gaps if not one.raised and one.status not in _OVER]
    if unraised:
        names, day = edition.listed(unraised), talk.day(edition.day)
        said.append(talk.counted(len(unraised), texts.GAP, texts.GAPS_UNRAISED, names=names, day=day))
    rows = [
        (
            one.gap.title,
            edition.date(one.gap.found_on),
            edition.cell(dict.fromkeys(one.raised_in)),
            edition.date(one.gap.due),
            one.status,
            edition.cell(offer.name for offer in one.offers),
        )
        for one in gaps
    ]
    head = (texts.GAP_COLUMN, texts.FOUND_ON, texts.RAISED_IN, texts.DUE, texts.STATE, texts.OFFERS)
    return {
        "heading": talk.label(texts.GAPS_HEADING),
        "intro": said,
        "table": table(talk, head, "llllll", rows),
        "empty": not gaps,
    }


def _was_open(edition: Edition, known: KnownGap) -> bool:
    found_before = known.gap.found_on <= edition.eve
    return not (found_before and known.gap.status_on(edition.eve) in _OVER)


def concepts_part(edition: Edition) -> dict[str, Any]:
    """Give the integration concepts, how far they are, and what the service had a part in (R-17)."""
    talk = edition.talk
    found = sorted(
        (one for one in edition.view.concepts if _concerns(edition, one)),
        key=lambda one: by_name(one.name, one.id),
    )
    ours = edition.audience >= Audience.REPORT
    rows: list[tuple[Any, ...]] = []
    for one in found:
        unit = edition.view.units.get(one.unit)
        common = (one.name, unit.name if unit is not None else None, one.stage_on(edition.day))
        with_us = texts.NOT_KNOWN if one.with_us is None else one.with_us
        rows.append((*common, with_us, one.part) if ours else common)
    head = (texts.CONCEPT, texts.HOLDS_FOR, texts.STATE)
    head_of_ours = (*head, texts.WITH_US, texts.OUR_PART)
    missing = [] if found else edition.absent(texts.CONCEPTS_MISSING, texts.CONCEPTS_ENTER)
    return {
        "heading": talk.label(texts.CONCEPTS_HEADING),
        "intro": missing,
        "table": table(talk, head_of_ours if ours else head, "lllll" if ours else "lll", rows),
        "empty": not found,
    }


def _concerns(edition: Edition, concept: IntegrationConcept) -> bool:
    """Tell whether a concept holds or was worked on in the year or before, and had not ended by then."""
    until = concept.period.until
    begun = not concept.stages or any(step.day <= edition.day for step in concept.stages)
    return begun and (until is None or until > edition.eve)
