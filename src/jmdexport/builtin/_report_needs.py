"""The parts of the report on figures of the space, on needs, on what young people said (R-03 … R-05)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any, TypeAlias

from jmdexport.builtin import _report_needs_texts as texts
from jmdexport.builtin._report_edition import Edition
from jmdexport.builtin._report_words import by_name, table
from jmdmodel.analysis.offers import Cover, NeedsAndOffers
from jmdmodel.entities.need import Need, SocialStructureAnalysis
from jmdmodel.entities.resource import OfferCoordination
from jmdmodel.messages import Say, in_number
from jmdmodel.phrases import capital
from jmdmodel.vocabulary import AnalysisMethod

YEARS = 5
"""So many years of an indicator are shown at most, the latest ones."""

_Series: TypeAlias = dict[tuple[int, str, str, str], dict[int, tuple[date, str]]]
"""Values of each series by year, with their day: subject, name, unit of measure, area."""


def figures_part(edition: Edition) -> dict[str, Any]:
    """Give populations and indicators over the years, and the analyses of the year (R-03)."""
    talk, view = edition.talk, edition.view
    known = [one for one in view.analyses if one.day <= edition.day]
    series, sources, undated = _series(edition, known)
    years = sorted({year for values in series.values() for year in values})[-YEARS:]
    rows = [
        (name, area, unit, *(values[year][1] if year in values else None for year in years))
        for (_, name, unit, area), values in sorted(
            series.items(), key=lambda one: (one[0][0], *by_name(*one[0][1:3]))
        )
        if values.keys() & set(years)
    ]
    head: tuple[Say | str, ...] = (texts.INDICATOR_COLUMN, texts.AREA, texts.MEASURED_IN, *map(str, years))
    notes = [talk.say(texts.SOURCES.of(len(sources)), names=talk.listed(sources))] if rows else []
    if undated:
        notes.insert(0, talk.counted(undated, texts.INDICATOR, texts.UNDATED, case="dat"))
    return {
        "heading": talk.label(texts.INDICATORS_HEADING),
        "intro": _analyses(edition, known),
        "summaries": [one.summary for one in known if one.day.year == edition.year and one.summary],
        "table": table(talk, head, "lll" + "r" * len(years), rows),
        "notes": notes,
        "missing": [] if rows else edition.absent(texts.INDICATORS_MISSING),
        "empty": not rows and not known,
    }


def _analyses(edition: Edition, known: list[SocialStructureAnalysis]) -> list[str]:
    talk = edition.talk
    said = []
    for one in (one for one in known if one.day.year == edition.year):
        words = [talk.label(method) for method in one.methods]
        own = (edition.view.vocabulary.label("analysis_methods", method) for method in one.sub_methods)
        words += [talk.label(word) for word in own if word is not None]
        say = texts.ANALYSIS_METHODS if words else texts.ANALYSIS
        said.append(talk.say(say, day=talk.day(one.day), methods=talk.listed(words)))
    if said:
        return said
    last = max((one.day for one in known), default=None)
    before = [] if last is None else [talk.say(texts.ANALYSIS_BEFORE, day=talk.day(last))]
    first, *enter = edition.absent(texts.ANALYSIS_MISSING, texts.ANALYSIS_ENTER)
    return [first, *before, *enter]


def _series(edition: Edition, known: list[SocialStructureAnalysis]) -> tuple[_Series, list[str], int]:
    """Give the values of each series by year, the latest of a year; the sources; how many lack a day."""
    talk, series, sources, undated = edition.talk, _Series(), set[str](), 0

    def put(key: tuple[int, str, str, str], day: date, text: str, source: str | None) -> None:
        values = series.setdefault(key, {})
        if day.year not in values or values[day.year][0] <= day:
            values[day.year] = (day, text)
        if source:
            sources.add(source.rstrip("."))

    for unit in edition.view.units:
        for counted in unit.populations:
            if counted.day <= edition.day:
                key = (0, talk.label(texts.POPULATION), talk.label(texts.PERSONS), unit.name)
                put(key, counted.day, in_number(counted.count, talk.language), counted.source)
    for analysis in known:
        for one in analysis.indicators:
            area = edition.view.units.get(one.area)
            where = area.name if area is not None else talk.label(texts.WHOLE_SPACE)
            if one.day is None or one.day <= edition.day:
                undated += one.day is None
                key = (one.subject.step, one.name, one.measured_in, where)
                put(key, one.day or analysis.day, edition.number(Fraction(one.value)), one.source)
    return series, sorted(sources, key=by_name), undated


def needs_part(edition: Edition, found: NeedsAndOffers) -> dict[str, Any]:
    """Give the needs of the day beside the offers, and what was coordinated (R-04, R-07, R-16)."""
    talk = edition.talk
    made: dict[str, Any] = {
        "heading": talk.label(texts.NEEDS_HEADING),
        "intro": [talk.say(texts.NEEDS_HIDDEN)],
        "needs": None,
        "coordinated_intro": [],
        "coordinated": [],
        "empty": False,
    }
    if not edition.shows(Need):
        return made
    said = [capital(message.in_(talk.language)) for message in found.messages()]
    if found.not_established:
        titles = edition.listed(need.title for need in found.not_established)
        said.append(talk.counted(len(found.not_established), texts.NEED, texts.VOICED, names=titles))
    if not found.needs and edition.is_team:
        said.append(talk.say(texts.NEEDS_ENTER))
    coordinated = sorted(
        (
            one
            for one in edition.view.coordinations
            if one.day.year == edition.year and one.day <= edition.day
        ),
        key=lambda one: (one.day, one.id),
    )
    intro = talk.counted(len(coordinated), texts.COORDINATION, texts.COORDINATED, year=str(edition.year))
    return made | {
        "intro": said,
        "needs": _needs(edition, found),
        "coordinated_intro": [intro],
        "coordinated": [_coordination(edition, one) for one in coordinated],
        "empty": not found.needs and not found.not_established,
    }


def _needs(edition: Edition, found: NeedsAndOffers) -> dict[str, Any] | None:
    order = list(Cover)
    rows = [
        (
            row.need.title,
            edition.topics(row.need.topics, row.need.sub_topics),
            edition.date(row.need.established_on),
            row.cover,
            edition.cell(link.offer.name for link in row.linked),
        )
        for row in sorted(found.needs, key=lambda row: (order.index(row.cover), by_name(row.need.title)))
    ]
    head = (texts.NEED_COLUMN, texts.TOPICS, texts.ESTABLISHED_ON, texts.COVER, texts.OFFERS)
    return table(edition.talk, head, "lllll", rows)


def _coordination(edition: Edition, one: OfferCoordination) -> str:
    talk = edition.talk
    known = (edition.view.offers.get(offer) for offer in one.offers)
    names = edition.listed(offer.name for offer in known if offer is not None)
    told = talk.say(texts.BY_US if one.by_us else texts.BY_OTHERS, day=talk.day(one.day), offers=names)
    result = talk.say(texts.COORDINATION_RESULT, text=talk.sentence(one.result)) if one.result else ""
    return f"{told} {result}".strip()


def youth_part(edition: Edition) -> dict[str, Any] | None:
    """Give how young people took part in the year and what was seen of their surroundings (R-04, R-05)."""
    if not edition.shows(Need):
        return None
    talk, view = edition.talk, edition.view
    took_part = sorted((one for one in view.participations if _in_year(edition, one.day)), key=_by_day)
    seen = sorted((one for one in view.observations if _in_year(edition, one.day)), key=_by_day)
    return {
        "heading": talk.label(texts.YOUTH_HEADING),
        "intro": (
            [talk.say(texts.YOUTH_INTRO)]
            if took_part
            else edition.absent(texts.YOUTH_MISSING, texts.YOUTH_ENTER)
        ),
        "said": [_participation(edition, one) for one in took_part],
        "seen_heading": talk.label(texts.SEEN_HEADING),
        "seen_intro": [] if seen else edition.absent(texts.SEEN_MISSING, texts.SEEN_ENTER),
        "seen": [
            talk.say(
                texts.SAID,
                occasion=_occasion(edition, one.day, one.method, one.sub_method, one.place),
                text=talk.sentence(one.text),
            )
            for one in seen
        ],
        "empty": not took_part and not seen,
    }


def _in_year(edition: Edition, day: date) -> bool:
    return day.year == edition.year and day <= edition.day


def _by_day(one: Any) -> tuple[date, str]:
    return one.day, one.id


def _occasion(
    edition: Edition, day: date, method: AnalysisMethod | None, sub_method: str | None, place: str | None
) -> str:
    talk = edition.talk
    own = edition.view.vocabulary.label("analysis_methods", sub_method) if sub_method else None
    where = edition.view.places.get(place)
    return talk.say(
        texts.OCCASION if where is None else texts.OCCASION_AT,
        day=talk.day(day),
        method=talk.listed([talk.label(own or method or texts.NO_METHOD)]),
        place=talk.listed([where.name]) if where is not None else "",
    )


def _participation(edition: Edition, one: Any) -> str:
    talk = edition.talk
    occasion = _occasion(edition, one.day, one.method, one.sub_method, one.place)
    said = (
        talk.say(texts.SAID, occasion=occasion, text=talk.sentence(one.said))
        if one.said
        else talk.say(texts.NOTHING_SAID, occasion=occasion)
    )
    followed = (
        talk.say(texts.FOLLOWED, text=talk.sentence(one.consequence))
        if one.consequence
        else talk.say(texts.NOTHING_FOLLOWED)
    )
    return f"{said} {followed}"
