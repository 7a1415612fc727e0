from __future__ import annotations

from datetime import date

import pytest

from jmdmodel.analysis.coverage import CoverageState, committee_coverage
from jmdmodel.entities.committee import Committee, CommitteeRole
from jmdmodel.entities.resource import KindAbsence
from jmdmodel.errors import ModelError
from jmdmodel.period import Period
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.testing.builders import minimal
from jmdmodel.vocabulary import CommitteeKind, SeatHolder

JHA, AG = CommitteeKind.YOUTH_WELFARE_COMMITTEE, CommitteeKind.AG_78


def committee(identifier="jha", kind=JHA, *seats, **more):
    return Committee(id=identifier, name=identifier, kind=kind, roles=seats, **more)


def absence(kind=JHA, **more):
    return KindAbsence(id=f"kein-{kind.code}", committee_kind=kind, reason="Kein Platz frei.", **more)


def row(found, kind):
    return next(row for row in found.kinds if row.kind is kind)


def told(found, language):
    return list(found.sentences(language))


def test_a_seat_in_one_of_the_two_kinds_is_enough():
    found = committee_coverage(minimal(committee("ag", AG, CommitteeRole())), 2024)
    assert found.youth_welfare is CoverageState.REACHED
    assert (row(found, AG).state, row(found, JHA).state) == (CoverageState.REACHED, CoverageState.MISSING)
    assert told(found, "de") == [
        "Für 2024 sind in einer Gremienart Sitze eingetragen: Arbeitsgemeinschaft nach § 78 SGB VIII.",
        f"Für 2024 ist ein Sitz im Jugendhilfeausschuss oder in einer {AG.label.de} eingetragen.",
        "Für keine Gremienart ist begründet, warum es sie hier nicht gibt.",
    ]


def test_neither_seat_nor_reason_is_told_plainly():
    found = committee_coverage(minimal(), 2024)
    assert found.youth_welfare is CoverageState.MISSING
    assert told(found, "en")[:2] == [
        "For 2024 no seat is entered in any committee.",
        f"For 2024 neither a seat nor a reason is entered for the {JHA.label.en} or a {AG.label.en}.",
    ]


def test_a_committee_without_a_seat_is_known_and_with_a_reason_explained_as_a_whole():
    assert committee_coverage(minimal(committee()), 2024).youth_welfare is CoverageState.KNOWN
    found = committee_coverage(minimal(committee(), absence()), 2024)
    assert found.youth_welfare is CoverageState.EXPLAINED
    assert row(found, JHA).state is CoverageState.KNOWN


@pytest.mark.parametrize(
    ("period", "seated"),
    [
        (Period(until=date(2024, 1, 1)), 1),
        (Period(until=date(2023, 12, 31)), 0),
        (Period(since=date(2024, 12, 31)), 1),
        (Period(since=date(2025, 1, 1)), 0),
    ],
)
def test_a_seat_counts_in_every_year_that_it_was_held_in(period, seated):
    found = committee_coverage(minimal(committee("jha", JHA, CommitteeRole(period=period))), 2024)
    assert len(row(found, JHA).seated) == seated


@pytest.mark.parametrize(
    ("more", "state"),
    [
        ({"stated_on": date(2024, 12, 31)}, CoverageState.EXPLAINED),
        ({"stated_on": date(2025, 1, 1)}, CoverageState.MISSING),
        ({"period": Period(until=date(2024, 1, 1))}, CoverageState.EXPLAINED),
        ({"period": Period(until=date(2023, 12, 31))}, CoverageState.MISSING),
    ],
)
def test_a_reason_counts_in_a_year_that_it_holds_in_and_was_stated_by(more, state):
    assert row(committee_coverage(minimal(absence(**more)), 2024), JHA).state is state


def test_seats_are_counted_by_holder_and_committees_once():
    seats = (CommitteeRole(), CommitteeRole(held_by=SeatHolder.PROVIDER))
    found = row(committee_coverage(minimal(committee("jha", JHA, *seats)), 2024), JHA)
    assert dict(found.holders) == {SeatHolder.SERVICE: 1, SeatHolder.PROVIDER: 1, SeatHolder.FEDERATION: 0}
    assert len(found.seated) == 1


def test_a_public_view_has_no_seats_and_says_so():
    view = redact(minimal(committee("jha", JHA, CommitteeRole()), absence(AG)), Audience.PUBLIC)
    found = committee_coverage(view, 2024)
    assert (found.youth_welfare, row(found, JHA).state, row(found, JHA).holders) == (None, None, None)
    assert told(found, "de") == ["Sitze in Gremien gehören nicht zu dieser Ansicht."]
    assert found.records()[0]["seated"] is None
    assert found.records()[0]["committees"] == 1


def test_a_year_that_is_none_is_refused():
    with pytest.raises(ModelError):
        committee_coverage(minimal(), "2024")
