"""The parts of the report on quality and on the year ahead (R-31, R-34, R-35)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from jmdexport.builtin import _report_year_texts as texts
from jmdexport.builtin._report_edition import Edition
from jmdexport.builtin._report_goals import OVER, running_goals
from jmdexport.builtin._report_words import by_name, table
from jmdmodel.analysis.networks import NetworkProfile
from jmdmodel.entities.agreement import Review
from jmdmodel.entities.network import Network
from jmdmodel.messages import in_decimal
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import GapStatus, MeasureState, ReportSection


def review_part(edition: Edition, profiles: list[NetworkProfile]) -> dict[str, Any]:
    """Give what was reviewed in the year, with which result, and whether the structural data were entered."""
    talk = edition.talk
    made: dict[str, Any] = {
        "heading": talk.label(texts.REVIEW_HEADING),
        "intro": [talk.say(texts.REVIEW_HIDDEN)],
        "reviews": None,
        "after": [],
        "empty": False,
    }
    if edition.audience < Audience.REPORT:
        return made
    reviewed = [(one.network, review) for one in profiles for review in _reviews(edition, one.network)]
    there = {network.id for network, _ in reviewed}
    year = str(edition.year)
    said = [talk.counted(len(there), texts.REVIEWED_NETWORK, texts.REVIEWS, case="dat", year=year)]
    left = [one.network.name for one in profiles if one.network.id not in there]
    if left and there:
        names = edition.listed(left)
        said.append(
            talk.counted(len(left), texts.REVIEWED_NETWORK, texts.NOT_REVIEWED, case="acc", names=names)
        )
    elif not there and edition.is_team:
        said.append(talk.say(texts.REVIEWS_ENTER))
    rows = [
        (
            network.name,
            edition.date(review.day),
            None
            if review.effort is None
            else in_decimal(Fraction(review.effort, 60), talk.language, decimals=1),
            review.results,
            review.conclusion,
            edition.date(review.next_on),
        )
        for network, review in reviewed
    ]
    head = (texts.NETWORK, texts.DAY, texts.EFFORT, texts.RESULT, texts.CONCLUSION, texts.NEXT)
    return made | {
        "intro": said,
        "reviews": table(talk, head, "llrlll", rows),
        "after": [_evaluated(edition), _transferred(edition)],
        "empty": not reviewed,
    }


def _reviews(edition: Edition, network: Network) -> list[Review]:
    return sorted(
        (one for one in network.reviews if one.day.year == edition.year and one.day <= edition.day),
        key=lambda one: one.day,
    )


def _evaluated(edition: Edition) -> str:
    talk = edition.talk
    found = [
        one
        for one in edition.view.measures
        if one.evaluated_on is not None
        and one.evaluated_on.year == edition.year
        and one.evaluated_on <= edition.day
    ]
    names = edition.listed(one.title for one in sorted(found, key=lambda one: by_name(one.title, one.id)))
    return talk.counted(len(found), texts.MEASURE, texts.EVALUATED, year=str(edition.year), names=names)


def _transferred(edition: Edition) -> str:
    talk, entered = edition.talk, edition.view.transfers.get(str(edition.year))
    if entered is None or entered.entered_on > edition.as_of:
        return talk.say(texts.NOT_TRANSFERRED, year=str(edition.year))
    return talk.say(texts.TRANSFERRED, year=str(edition.year), day=talk.day(entered.entered_on))


def outlook_part(edition: Edition, profiles: list[NetworkProfile]) -> dict[str, Any]:
    """Give people's own outlook, and the dates of the year ahead that are entered already."""
    talk, own = edition.talk, edition.own(ReportSection.OUTLOOK)
    ahead = date(min(edition.year + 1, date.max.year), 12, 31)
    rows = sorted(
        {(day, what) for day, what in _dates(edition, profiles) if edition.day < day <= ahead},
        key=lambda row: (row[0], by_name(row[1])),
    )
    told = talk.counted(len(rows), texts.DATE, texts.DATES, day=talk.day(ahead))
    return {
        "heading": talk.label(texts.OUTLOOK_HEADING),
        "own": own,
        "missing": [] if own else edition.absent(texts.OUTLOOK_MISSING, texts.OUTLOOK_ENTER),
        "dates_heading": talk.label(texts.DATES_HEADING),
        "dates_intro": [told] if rows or edition.audience >= Audience.REPORT else [],
        "dates": table(
            talk, (texts.DAY, texts.WHAT), "ll", [(edition.date(day), what) for day, what in rows]
        ),
        "empty": not own,
    }


def _dates(edition: Edition, profiles: list[NetworkProfile]) -> Iterator[tuple[date, str]]:
    talk, view = edition.talk, edition.view
    for one in profiles:
        network, review = one.network, one.figures.review if one.figures is not None else None
        name = talk.listed([network.name])
        if review is not None and review.next_on is not None:
            yield review.next_on, talk.say(texts.REVIEW_DUE, name=name)
        for goal in running_goals(edition, network):
            if goal.due is not None and goal.status_on(edition.day) not in OVER:
                yield goal.due, talk.say(texts.GOAL_DUE, name=talk.listed([goal.text]), network=name)
        for agreed in network.agreements:
            if agreed.valid_until is not None:
                text = talk.listed([agreed.text])
                yield agreed.valid_until, talk.say(texts.AGREEMENT_ENDS, name=text, network=name)
    for gap in view.gaps:
        if gap.due is not None and gap.status_on(edition.day) not in {GapStatus.CLOSED, GapStatus.REJECTED}:
            yield gap.due, talk.say(texts.GAP_DUE, name=talk.listed([gap.title]))
    for measure in view.measures:
        if measure.day is not None and measure.state is MeasureState.PLANNED:
            yield measure.day, talk.say(texts.MEASURE_PLANNED, name=talk.listed([measure.title]))
    for event in view.events:
        yield event.day, talk.say(texts.EVENT_PLANNED, name=talk.listed([event.title]))
