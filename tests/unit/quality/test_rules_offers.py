"""Rules on gaps, needs and integration concepts, and what a stated absence silences: their boundaries."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from jmdmodel.entities.committee import Committee, CommitteeRole
from jmdmodel.entities.gap import ConceptStep, GapProgress, GapRaised, IntegrationConcept, OfferGap
from jmdmodel.entities.need import Need
from jmdmodel.entities.partner import Offer
from jmdmodel.entities.resource import KindAbsence
from jmdmodel.entities.service import Service
from jmdmodel.entities.space import AdministrativeUnit, SocialSpace
from jmdmodel.ids import Ref
from jmdmodel.period import Period
from jmdmodel.quality.networks.partners import NAMED_KINDS
from jmdmodel.vocabulary import (
    CommitteeKind,
    ConceptStage,
    GapStatus,
    PartnerKind,
    SeatHolder,
    SeatRole,
    UnitLevel,
    Voice,
)
from tests.unit.quality._build import ON, ask, partner, value, workspace

YESTERDAY = ON - timedelta(1)
TOMORROW = ON + timedelta(1)
COMMITTEE = Committee(id="runde", name="Runde", kind=CommitteeKind.WORKING_GROUP)


def gap(identifier: str = "luecke", **others: Any) -> OfferGap:
    others.setdefault("found_on", date(2025, 1, 1))
    return OfferGap(id=identifier, title=identifier.title(), **others)


def reached(status: GapStatus, day: date = date(2025, 6, 1)) -> tuple[GapProgress, ...]:
    return (GapProgress(day=day, status=status),)


def raised(day: date) -> tuple[GapRaised, ...]:
    return (GapRaised(day=day, body=Ref("committees", "runde")),)


def need(identifier: str = "bedarf", **others: Any) -> Need:
    others.setdefault("established_by", (Voice.TEAM,))
    return Need(id=identifier, title=identifier.title(), **others)


def concept(stage: ConceptStage | None = ConceptStage.IN_FORCE, **others: Any) -> IntegrationConcept:
    steps = (ConceptStep(day=date(2020, 5, 1), stage=stage),) if stage is not None else ()
    others.setdefault("with_us", False)
    others.setdefault("stages", steps)
    return IntegrationConcept(id="konzept", name="Konzept", **others)


@pytest.mark.parametrize(("waited", "found"), [(89, 0), (90, 1), (91, 1)])
def test_a_gap_has_a_quarter_of_time_to_be_raised(waited: int, found: int) -> None:
    assert len(ask("N208", workspace(gap(found_on=ON - timedelta(waited))))) == found


def test_the_time_to_raise_a_gap_can_be_set() -> None:
    assert len(ask("N208", workspace(gap(found_on=ON)), days=0)) == 1
    assert ask("N208", workspace(gap(found_on=TOMORROW)), days=0) == []


@pytest.mark.parametrize(("day", "found"), [(YESTERDAY, 0), (ON, 0), (TOMORROW, 1)])
def test_a_gap_that_will_be_raised_tomorrow_is_not_raised_yet(day: date, found: int) -> None:
    assert len(ask("N208", workspace(COMMITTEE, gap(raised=raised(day))))) == found


@pytest.mark.parametrize(
    ("status", "unraised", "late"),
    [
        (GapStatus.OPEN, 1, 1),
        (GapStatus.IN_COORDINATION, 0, 1),
        (GapStatus.PARTLY_CLOSED, 0, 1),
        (GapStatus.CLOSED, 0, 0),
        (GapStatus.REJECTED, 0, 0),
    ],
)
def test_only_gaps_that_stand_open_are_asked(status: GapStatus, unraised: int, late: int) -> None:
    asked = workspace(gap(progress=reached(status), due=date(2025, 12, 31)))
    assert len(ask("N208", asked)) == unraised
    assert len(ask("N209", asked)) == late


@pytest.mark.parametrize(("due", "found"), [(None, 0), (YESTERDAY, 1), (ON, 0), (TOMORROW, 0)])
def test_a_gap_due_today_is_not_overdue(due: date | None, found: int) -> None:
    assert len(ask("N209", workspace(gap(due=due)))) == found


def test_a_gap_closed_after_the_day_was_open_on_it() -> None:
    later = gap(due=YESTERDAY, progress=reached(GapStatus.CLOSED, TOMORROW))
    assert len(ask("N209", workspace(later))) == 1


@pytest.mark.parametrize("code", ["N208", "N209"])
def test_many_gaps_are_one_finding_with_their_number(code: str) -> None:
    gaps = [gap(name, due=YESTERDAY) for name in ("a", "b", "c")]
    (one,) = ask(code, workspace(*gaps))
    assert (str(one.subject), len(one.others), value(one, "n")) == ("gaps/a", 2, 3)


def test_a_need_without_offer_and_gap_is_found_once_for_all() -> None:
    (one,) = ask("N211", workspace(need("a"), need("b"), need("c"), Offer(id="o", name="O", needs=("c",))))
    assert (str(one.subject), [str(ref) for ref in one.others]) == ("needs/a", ["needs/b"])
    assert (value(one, "n"), value(one, "of")) == (2, 3)


def test_an_offer_in_a_part_of_the_area_is_an_offer() -> None:
    units = (
        AdministrativeUnit(id="kreis", name="Kreis", level=UnitLevel.DISTRICT),
        AdministrativeUnit(id="stadt", name="Stadt", level=UnitLevel.MUNICIPALITY, parent="kreis"),
    )
    offer = Offer(id="o", name="O", needs=("bedarf",), area=("stadt",))
    assert ask("N211", workspace(*units, need(area=("kreis",)), offer)) == []


@pytest.mark.parametrize("status", list(GapStatus))
def test_a_gap_that_names_the_need_is_known_whatever_became_of_it(status: GapStatus) -> None:
    assert ask("N211", workspace(need(), gap(needs=("bedarf",), progress=reached(status)))) == []


def test_a_gap_that_is_found_tomorrow_is_not_known() -> None:
    assert len(ask("N211", workspace(need(), gap(needs=("bedarf",), found_on=TOMORROW)))) == 1


@pytest.mark.parametrize(
    "others",
    [
        {"established_by": ()},
        {"established_on": TOMORROW},
        {"period": Period(until=YESTERDAY)},
        {"period": Period(since=TOMORROW)},
    ],
)
def test_a_need_that_is_not_established_or_not_there_is_not_asked(others: dict[str, Any]) -> None:
    assert ask("N211", workspace(need(**others))) == []


@pytest.mark.parametrize(("with_us", "found"), [(None, 0), (True, 0), (False, 1)])
def test_only_what_is_known_to_be_without_us_is_told(with_us: bool | None, found: int) -> None:
    assert len(ask("N212", workspace(concept(with_us=with_us)))) == found


@pytest.mark.parametrize(
    ("stage", "found"),
    [
        (None, 1),
        (ConceptStage.PLANNED, 0),
        (ConceptStage.DRAFTED, 1),
        (ConceptStage.ADOPTED, 1),
        (ConceptStage.IN_FORCE, 1),
        (ConceptStage.UPDATED, 1),
        (ConceptStage.ENDED, 0),
    ],
)
def test_a_concept_is_asked_from_its_drafting_to_its_end(stage: ConceptStage | None, found: int) -> None:
    assert len(ask("N212", workspace(concept(stage)))) == found


@pytest.mark.parametrize(("until", "found"), [(YESTERDAY, 0), (ON, 1)])
def test_a_concept_that_no_longer_applies_is_not_asked(until: date, found: int) -> None:
    assert len(ask("N212", workspace(concept(period=Period(until=until))))) == found


@pytest.mark.parametrize(("founded", "found"), [(None, 1), (2019, 1), (2020, 1), (2021, 0)])
def test_a_service_owes_nothing_for_a_concept_older_than_itself(founded: int | None, found: int) -> None:
    service = Service(name="JMD", provider="Träger", founded=founded)
    assert len(ask("N212", workspace(concept(), service=service))) == found


def test_a_younger_service_is_asked_when_the_concept_is_updated() -> None:
    service = Service(name="JMD", provider="Träger", founded=2022)
    first = ConceptStep(day=date(2015, 5, 1), stage=ConceptStage.DRAFTED)
    update = ConceptStep(day=date(2025, 5, 1), stage=ConceptStage.UPDATED)
    assert ask("N212", workspace(concept(stages=(first,)), service=service)) == []
    assert len(ask("N212", workspace(concept(stages=(first, update)), service=service))) == 1


@pytest.mark.parametrize(("unit", "found"), [(None, 1), ("land", 1), ("kreis", 1), ("stadt", 1), ("nah", 0)])
def test_a_concept_for_another_area_is_not_ours(unit: str | None, found: int) -> None:
    units = (
        AdministrativeUnit(id="land", name="Land", level=UnitLevel.LAND),
        AdministrativeUnit(id="kreis", name="Kreis", level=UnitLevel.DISTRICT, parent="land"),
        AdministrativeUnit(id="nah", name="Nachbarkreis", level=UnitLevel.DISTRICT, parent="land"),
        AdministrativeUnit(id="stadt", name="Stadt", level=UnitLevel.MUNICIPALITY, parent="kreis"),
    )
    space = SocialSpace(name="Raum", units=("kreis",))
    assert len(ask("N212", workspace(*units, concept(unit=unit), space=space))) == found


ABSENT = [
    ({}, True),
    ({"stated_on": ON}, True),
    ({"stated_on": TOMORROW}, False),
    ({"period": Period(until=ON)}, True),
    ({"period": Period(until=YESTERDAY)}, False),
    ({"period": Period(since=TOMORROW)}, False),
]


@pytest.mark.parametrize(("others", "silences"), ABSENT)
def test_a_stated_absence_of_a_kind_of_partner_silences_it_while_it_holds(
    others: dict[str, Any], silences: bool
) -> None:
    named = [partner(kind.code, kind=kind) for kind in NAMED_KINDS if kind is not PartnerKind.BUSINESS]
    absence = KindAbsence(id="a", partner_kind=PartnerKind.BUSINESS, reason="Gibt es nicht.", **others)
    assert len(ask("N201", workspace(*named))) == 1
    assert len(ask("N201", workspace(*named, absence))) == (0 if silences else 1)


@pytest.mark.parametrize(("others", "silences"), ABSENT)
def test_a_stated_absence_silences_the_question_for_a_youth_welfare_seat(
    others: dict[str, Any], silences: bool
) -> None:
    absence = KindAbsence(id="a", committee_kind=CommitteeKind.AG_78, reason="Die Gruppe ruht.", **others)
    seat = CommitteeRole(role=SeatRole.MEMBER, held_by=SeatHolder.SERVICE)
    there = Committee(id="ak", name="AK", kind=CommitteeKind.WORKING_GROUP, roles=(seat,))
    assert len(ask("N204", workspace(there, absence))) == (0 if silences else 1)


def test_a_stated_absence_of_another_kind_of_committee_silences_nothing() -> None:
    absence = KindAbsence(id="a", committee_kind=CommitteeKind.STEERING_GROUP, reason="Gibt es nicht.")
    assert len(ask("N204", workspace(absence))) == 1
