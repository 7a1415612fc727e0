"""What holds the parts of the model together: runs of offers, gaps and their offers, ages of figures."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from jmdmodel import entities as e
from jmdmodel import ids
from jmdmodel.fields import about_field, broken_by, fields_of, is_entity
from jmdmodel.testing.builders import minimal
from jmdmodel.vocabulary import FigureKind, GapStatus, Topic
from jmdmodel.workspace import Workspace

DAY = date(2025, 1, 1)
TYPES = [cls for name in sorted(dir(e)) if is_entity(cls := getattr(e, name))]


def gap(**fields: object) -> e.OfferGap:
    return e.OfferGap(**{"id": ids.GapId("g"), "title": "Lücke", "found_on": DAY, **fields})


def figure(first: int | None, last: int | None) -> e.YearFigure:
    return e.YearFigure(
        id=ids.FigureId("f"), year=2025, kind=FigureKind.COUNSELLED, count=3, from_age=first, to_age=last
    )


@pytest.mark.parametrize("cls", TYPES, ids=lambda cls: cls.__name__)
def test_wherever_topics_stand_own_words_can_narrow_them(cls: type) -> None:
    below = {about_field(field).below for field in fields_of(cls) if about_field(field).terms == "topics"}
    topics = {field.name for field in fields_of(cls) if field.type is Topic or Topic in get_args(field.type)}
    assert topics == (below if cls is not Workspace else set())


@pytest.mark.parametrize(
    ("first", "last", "wrong"),
    [(None, None, 0), (12, None, 0), (None, 17, 0), (17, 17, 0), (17, 18, 0), (18, 17, 1)],
)
def test_the_ages_of_a_figure_do_not_run_backwards(first: int | None, last: int | None, wrong: int) -> None:
    assert [broken.code for broken in broken_by(figure(first, last))] == ["L139"] * wrong


def test_a_gap_may_come_to_several_offers_each_of_them_once() -> None:
    kurs, treff = ids.OfferId("kurs"), ids.OfferId("treff")
    assert not list(broken_by(gap(offers=(kurs, treff))))
    assert [broken.field for broken in broken_by(gap(offers=(kurs, treff, kurs)))] == ["offers[3]"]


def test_a_partly_closed_gap_stands_on() -> None:
    def said(status: GapStatus) -> tuple[e.GapProgress, ...]:
        return (e.GapProgress(day=date(2025, 6, 1), status=status),)

    partly, closed = gap(progress=said(GapStatus.PARTLY_CLOSED)), gap(progress=said(GapStatus.CLOSED))
    assert partly.period.until is None
    assert closed.period.until == date(2025, 6, 1)
    assert partly.status_on(date(2025, 6, 1)) is GapStatus.PARTLY_CLOSED
    assert partly.status_on(date(2025, 5, 31)) is GapStatus.OPEN


def test_an_event_and_a_participation_name_each_network_once() -> None:
    twice = (ids.NetworkId("n"), ids.NetworkId("n"))
    event = e.SpaceEvent(id=ids.EventId("f"), title="Fest", day=DAY, networks=twice)
    assert [broken.field for broken in broken_by(event)] == ["networks[2]"]


def test_the_runs_of_one_offer_are_found_by_it() -> None:
    offer = e.Offer(id=ids.OfferId("treff"), name="Treff")
    runs = [
        e.GroupOffer(id=ids.GroupOfferId(f"treff-{year}"), name=f"Treff {year}", offer=offer.id)
        for year in (2024, 2025)
    ]
    workspace = minimal(offer, *runs)
    assert [run.id for run in workspace.group_offers if run.offer == offer.id] == ["treff-2024", "treff-2025"]
