"""Boundaries of the rules on needs, participation, coordinated offers, resources and events."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from jmdmodel.entities.event import SpaceEvent
from jmdmodel.entities.need import (
    Evidence,
    LivingEnvironmentObservation,
    Need,
    SocialStructureAnalysis,
    YouthParticipation,
)
from jmdmodel.entities.network import Network, Participation
from jmdmodel.entities.partner import Offer
from jmdmodel.entities.resource import OfferCoordination, Resource
from jmdmodel.ids import Ref
from jmdmodel.period import Period
from jmdmodel.vocabulary import AnalysisMethod, EventRole, EvidenceKind, ParticipationForm, Voice
from jmdmodel.workspace import Workspace
from tests.unit.quality._build import ON, SERVICE, ask, partner, value, workspace

NEW = attrs.evolve(SERVICE, founded=2026)
LAST_YEAR = attrs.evolve(SERVICE, founded=2025)


def need(identifier: str = "lernort", **others: Any) -> Need:
    others = {"established_by": (Voice.TEAM,), **others}
    return Need(id=identifier, title=identifier.title(), **others)


def participation(
    day: date, method: AnalysisMethod = AnalysisMethod.WALK, **others: Any
) -> YouthParticipation:
    return YouthParticipation(id=f"p-{day}", day=day, method=method, **others)


# needs


@pytest.mark.parametrize(("until", "found"), [(None, 0), (ON, 0), (date(2026, 2, 28), 1)])
def test_a_need_of_the_day_is_a_need(until: date | None, found: int) -> None:
    assert len(ask("S108", workspace(need(period=Period(until=until))))) == found


def test_a_need_that_was_only_voiced_is_one_too() -> None:
    assert ask("S108", workspace(need(established_by=()))) == []


def test_no_needs_are_one_finding_and_none_in_the_year_of_the_founding() -> None:
    assert [one.path for one in ask("S108", workspace())] == ["needs"]
    assert ask("S108", workspace(service=NEW)) == []


def test_needs_without_evidence_are_one_finding_with_the_count() -> None:
    proved = need("c", evidence=(Evidence(kind=EvidenceKind.CASES),))
    (one,) = ask("S109", workspace(need("a"), need("b"), proved))
    assert (one.path, [str(ref) for ref in one.others]) == ("needs/a.evidence", ["needs/b"])
    assert (value(one, "n"), value(one, "total"), value(one, "needs").en) == (2, 3, '"A" and "B"')


def test_evidence_of_a_later_day_is_none_yet() -> None:
    later = Evidence(kind=EvidenceKind.CASES, day=date(2026, 3, 2))
    assert len(ask("S109", workspace(need(evidence=(later,))))) == 1
    assert ask("S109", workspace(need(evidence=(attrs.evolve(later, day=ON),)))) == []


def test_a_need_that_nobody_established_and_one_that_is_over_need_no_evidence() -> None:
    over = need("b", period=Period(until=date(2025, 12, 31)))
    assert ask("S109", workspace(need("a", established_by=()), over)) == []
    assert ask("S109", workspace()) == []


# participation


@pytest.mark.parametrize(
    ("day", "found"),
    [(date(2024, 12, 31), 1), (date(2025, 1, 1), 0), (date(2025, 12, 31), 0), (date(2026, 1, 1), 1)],
)
def test_participation_is_asked_for_in_the_year_that_is_over(day: date, found: int) -> None:
    assert len(ask("S110", workspace(participation(day)))) == found


def test_figures_and_talks_with_professionals_are_no_method_with_young_people() -> None:
    for method in AnalysisMethod:
        found = ask("S110", workspace(participation(date(2025, 5, 1), method)))
        assert bool(found) is not method.with_young_people


def test_an_analysis_or_an_observation_with_young_people_counts_too() -> None:
    day = date(2025, 5, 1)
    for method, found in ((AnalysisMethod.PIN_MAP, 0), (AnalysisMethod.STATISTICS, 1), (None, 1)):
        seen = LivingEnvironmentObservation(id="a", day=day, method=method, text="Es ist dunkel.")
        methods = (method,) if method is not None else ()
        assert len(ask("S110", workspace(seen))) == found
        assert len(ask("S110", workspace(SocialStructureAnalysis(id="a", day=day, methods=methods)))) == found


def test_a_service_is_first_asked_for_participation_in_its_second_year() -> None:
    assert ask("S110", workspace(service=LAST_YEAR)) == []
    assert len(ask("S110", workspace(service=attrs.evolve(SERVICE, founded=2024)))) == 1


def test_in_the_current_year_only_what_has_happened_counts() -> None:
    planned = workspace(participation(date(2026, 3, 2)))
    assert len(ask("S110", planned, current_year_from_month=3)) == 1
    assert ask("S110", workspace(participation(ON)), current_year_from_month=3) == []


@pytest.mark.parametrize(("day", "found"), [(date(2025, 9, 1), 0), (date(2025, 8, 31), 1)])
def test_a_consequence_is_asked_for_after_six_months(day: date, found: int) -> None:
    assert len(ask("S111", workspace(participation(day)))) == found


def test_a_consequence_of_blanks_is_none_and_the_oldest_comes_first() -> None:
    early, late = participation(date(2024, 5, 1), consequence="  "), participation(date(2025, 5, 1))
    told = participation(date(2023, 5, 1), consequence="Es gibt Licht.")
    (one,) = ask("S111", workspace(early, late, told))
    assert one.path == "participations/p-2024-05-01.consequence"
    assert [str(ref) for ref in one.others] == ["participations/p-2025-05-01"]
    assert (value(one, "n"), value(one, "oldest")) == (2, date(2024, 5, 1))


def test_the_time_for_a_consequence_can_be_set() -> None:
    asked = workspace(participation(date(2026, 2, 1)))
    assert ask("S111", asked, months=1) == []
    assert len(ask("S111", asked, months=0)) == 1


# offers


def offers(*identifiers: str, **others: Any) -> Workspace:
    """Give a need with offers, each of a partner of its own name."""
    partners = [partner(name) for name in identifiers]
    made = [Offer(id=name, name=name.title(), provider=name, needs=("lernort",)) for name in identifiers]
    return workspace(need(), *partners, *made, **others)


def coordination(*identifiers: str, day: date = ON, **others: Any) -> OfferCoordination:
    return OfferCoordination(id="-".join(identifiers), day=day, offers=identifiers, **others)


def test_offers_of_different_bodies_on_one_need_are_found_once() -> None:
    (one,) = ask("S114", offers("a", "b", "c"))
    assert str(one.subject) == "needs/lernort"
    assert one.others == (Ref("offers", "a"), Ref("offers", "b"), Ref("offers", "c"))
    assert value(one, "offers").en == '"A", "B", and "C"'


@pytest.mark.parametrize("by_us", [True, False])
def test_a_coordination_counts_whoever_made_it(by_us: bool) -> None:
    assert ask("S114", offers("a", "b").with_entities(coordination("a", "b", by_us=by_us))) == []


def test_a_coordination_of_the_next_day_has_not_happened() -> None:
    later = coordination("a", "b", day=date(2026, 3, 2))
    assert len(ask("S114", offers("a", "b").with_entities(later))) == 1


def test_an_offer_that_was_left_out_is_found_with_those_that_were_not() -> None:
    (one,) = ask("S114", offers("a", "b", "c").with_entities(coordination("a", "b")))
    assert len(one.others) == 3
    assert ask("S114", offers("a", "b", "c").with_entities(coordination("a", "b", "c"))) == []


def test_one_offer_and_no_offer_need_no_coordination() -> None:
    assert ask("S114", offers("a")) == []
    assert ask("S114", offers()) == []
    assert ask("S114", workspace()) == []


# resources


def network(identifier: str, form: ParticipationForm = ParticipationForm.ACTIVE, **others: Any) -> Network:
    return Network(
        id=identifier, name=identifier.title(), participation=(Participation(year=2025, form=form),), **others
    )


def test_networks_without_a_resource_are_one_finding_with_the_count() -> None:
    named = Resource(id="saal", title="Saal", of=Ref("networks", "c"))
    (one,) = ask("S115", workspace(network("a"), network("b"), network("c"), named))
    assert (str(one.subject), [str(ref) for ref in one.others]) == ("networks/a", ["networks/b"])
    assert (value(one, "n"), value(one, "total"), value(one, "networks").de) == (2, 3, "„A“ und „B“")


@pytest.mark.parametrize("form", ParticipationForm)
def test_only_a_network_that_the_service_works_in_is_asked(form: ParticipationForm) -> None:
    asked = form in {ParticipationForm.LEAD, ParticipationForm.ACTIVE}
    assert bool(ask("S115", workspace(network("a", form)))) is asked


def test_a_resource_of_a_partner_with_the_same_identifier_is_not_the_networks() -> None:
    of_partner = Resource(id="saal", title="Saal", of=Ref("partners", "a"))
    assert len(ask("S115", workspace(partner("a"), network("a"), of_partner))) == 1


@pytest.mark.parametrize(("since", "found"), [(date(2025, 12, 31), 1), (date(2026, 1, 1), 0)])
def test_a_network_of_this_year_is_left_in_peace(since: date, found: int) -> None:
    assert len(ask("S115", workspace(network("a", period=Period(since=since))))) == found


def test_a_network_that_has_ended_is_not_asked() -> None:
    assert ask("S115", workspace(network("a", period=Period(until=date(2026, 2, 28))))) == []


# events


def event(day: date, *roles: EventRole, **others: Any) -> SpaceEvent:
    return SpaceEvent(id="fest", title="Fest", day=day, roles=roles, **others)


@pytest.mark.parametrize("role", EventRole)
def test_an_event_of_ones_own_is_one_that_was_initiated_or_carried_out(role: EventRole) -> None:
    own = role in {EventRole.INITIATED, EventRole.CARRIED_OUT}
    assert bool(ask("S119", workspace(event(date(2025, 6, 1), role)))) is not own


def test_an_event_without_a_role_is_not_known_to_be_ones_own() -> None:
    assert [one.path for one in ask("S119", workspace(event(date(2025, 6, 1))))] == ["events"]


@pytest.mark.parametrize(
    ("day", "found"),
    [(date(2024, 12, 31), 1), (date(2025, 1, 1), 0), (date(2025, 12, 31), 0), (date(2026, 1, 1), 1)],
)
def test_an_event_is_asked_for_in_the_year_that_is_over(day: date, found: int) -> None:
    assert len(ask("S119", workspace(event(day, EventRole.INITIATED)))) == found


def test_an_event_over_the_turn_of_the_year_counts_for_both_years() -> None:
    turn = event(date(2024, 12, 30), EventRole.CARRIED_OUT, until=date(2025, 1, 2))
    assert ask("S119", workspace(turn)) == []


def test_a_planned_event_of_the_current_year_has_not_happened() -> None:
    asked = workspace(event(date(2026, 3, 2), EventRole.INITIATED))
    assert len(ask("S119", asked, current_year_from_month=3)) == 1
    assert ask("S119", workspace(event(ON, EventRole.INITIATED)), current_year_from_month=3) == []


def test_a_service_is_first_asked_for_an_event_in_its_second_year() -> None:
    assert ask("S119", workspace(service=LAST_YEAR)) == []
