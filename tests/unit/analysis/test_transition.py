from __future__ import annotations

from datetime import date

import pytest

from jmdmodel.analysis.coverage import CoverageState, transition_coverage
from jmdmodel.entities.relation import ContactStanding
from jmdmodel.entities.resource import ContactPerson
from jmdmodel.errors import NoMapForYear
from jmdmodel.period import Period
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience, Importance
from jmdmodel.testing.builders import contact, minimal, network_map, partner
from jmdmodel.vocabulary import ContactState, TransitionRole

DAY = date(2024, 2, 29)


def workspace(*things):
    return minimal(network_map(2024, as_of=DAY), *things)


def person(identifier, at, role=None, **more):
    return ContactPerson(id=identifier, partner=at, function="Leitung", transition_role=role, **more)


def row(found, role):
    return next(row for row in found.roles if row.role is role)


def told(found, language):
    return list(found.sentences(language))


def test_without_partners_every_role_is_missing_and_one_sentence_says_so():
    found = transition_coverage(workspace(), 2024)
    assert found.missing == tuple(TransitionRole)
    assert (found.persons, found.without_person) == (0, ())
    assert told(found, "de") == ["Am Übergang von der Schule in den Beruf ist noch niemand eingetragen."]
    assert told(found, "en") == ["At the transition from school to work nobody is entered yet."]


def test_a_role_is_reached_known_or_missing_by_its_partners_contact():
    found = transition_coverage(
        workspace(
            partner("schule", transition_role=TransitionRole.SCHOOL),
            contact("schule"),
            partner("betrieb", transition_role=TransitionRole.TRAINING_COMPANY),
        ),
        2024,
    )
    assert row(found, TransitionRole.SCHOOL).state is CoverageState.REACHED
    assert row(found, TransitionRole.TRAINING_COMPANY).state is CoverageState.KNOWN
    assert row(found, TransitionRole.PLACEMENT).state is CoverageState.MISSING
    assert len(found.missing) == 5


@pytest.mark.parametrize("state", [state for state in ContactState if state is not ContactState.ACTIVE])
def test_a_contact_that_is_not_active_does_not_reach_a_role(state):
    found = transition_coverage(
        workspace(
            partner("schule", transition_role=TransitionRole.SCHOOL),
            contact("schule", states=(ContactStanding(state=state),)),
        ),
        2024,
    )
    assert row(found, TransitionRole.SCHOOL).state is CoverageState.KNOWN


def test_partners_by_contact_person_stand_in_the_order_of_their_identifiers():
    names = ("schule", "amt", "kammer", "betrieb")
    found = transition_coverage(
        workspace(
            *(partner(name) for name in names),
            *(person(f"p-{name}", name, TransitionRole.PLACEMENT) for name in names),
        ),
        2024,
    )
    assert row(found, TransitionRole.PLACEMENT).by_person == tuple(sorted(names))


def test_a_partner_has_the_role_of_its_contact_person_beside_its_own():
    found = transition_coverage(
        workspace(
            partner("schule", transition_role=TransitionRole.SCHOOL),
            contact("schule"),
            person("sozialarbeit", "schule", TransitionRole.YOUTH_SOCIAL_WORK),
        ),
        2024,
    )
    through = row(found, TransitionRole.YOUTH_SOCIAL_WORK)
    assert ([one.id for one in through.active], through.by_person, through.persons) == (
        ["schule"],
        ("schule",),
        1,
    )
    assert row(found, TransitionRole.SCHOOL).by_person == ()
    assert (found.persons, found.without_person) == (1, ())


@pytest.mark.parametrize(
    ("until", "state"), [(DAY, CoverageState.KNOWN), (date(2024, 2, 28), CoverageState.MISSING)]
)
def test_persons_and_partners_count_on_the_day_of_the_map(until, state):
    ending = Period(until=until)
    by_person = workspace(partner("amt"), person("p", "amt", TransitionRole.PLACEMENT, period=ending))
    by_itself = workspace(partner("amt", transition_role=TransitionRole.PLACEMENT, period=ending))
    for space in (by_person, by_itself):
        assert row(transition_coverage(space, 2024), TransitionRole.PLACEMENT).state is state


def test_a_person_at_a_partner_that_is_gone_or_never_was_counts_nowhere():
    gone = partner("alt", period=Period(until=date(2023, 12, 31)))
    found = transition_coverage(
        workspace(
            gone, person("a", "alt", TransitionRole.SCHOOL), person("b", "nirgends", TransitionRole.SCHOOL)
        ),
        2024,
    )
    assert (found.missing, found.persons) == (tuple(TransitionRole), 0)


def test_partners_at_the_transition_without_any_person_are_named():
    found = transition_coverage(
        workspace(
            partner("a", name="Bäcker, Ellerbrück", transition_role=TransitionRole.TRAINING_COMPANY),
            partner("b", transition_role=TransitionRole.SCHOOL),
            person("x", "b"),
        ),
        2024,
    )
    assert [one.id for one in found.without_person] == ["a"]
    assert told(found, "de")[-1] == (
        "Bei einem Partner am Übergang ist noch keine Ansprechperson eingetragen: „Bäcker, Ellerbrück“."
    )
    assert told(found, "en")[-1] == (
        'For one partner at the transition no contact person is entered yet: "Bäcker, Ellerbrück".'
    )


def test_important_partners_are_counted_beside_with_those_in_contact():
    found = transition_coverage(
        workspace(
            partner("a", relevance=Importance.MOST_GOALS),
            contact("a"),
            partner("b", relevance=Importance.INDISPENSABLE),
            partner("c", relevance=Importance.SOME_GOALS),
        ),
        2024,
    )
    assert (found.relevant, found.relevant_active) == (2, 1)


def test_a_view_without_persons_says_so_and_counts_none():
    space = workspace(
        partner("schule", transition_role=TransitionRole.SCHOOL),
        contact("schule"),
        person("p", "schule", TransitionRole.YOUTH_SOCIAL_WORK),
    )
    found = transition_coverage(redact(space, Audience.REPORT), 2024)
    assert (found.persons, found.without_person) == (None, None)
    assert found.why_no_persons is not None
    assert all(row.persons is None for row in found.roles)
    assert row(found, TransitionRole.YOUTH_SOCIAL_WORK).state is CoverageState.MISSING
    assert told(found, "de")[-1] == (
        "Ansprechpersonen gehören nicht zu dieser Ansicht; eine Rolle, die nur durch sie besetzt ist, zählt "
        "hier nicht mit."
    )
    nobody = transition_coverage(redact(workspace(), Audience.REPORT), 2024)
    assert len(told(nobody, "en")) == 2
    assert transition_coverage(redact(space, Audience.INTERNAL), 2024).persons == 1


def test_a_year_without_a_map_is_refused():
    with pytest.raises(NoMapForYear):
        transition_coverage(workspace(), 2023)


def test_the_tables_give_roles_and_the_partners_who_have_them():
    space = workspace(partner("schule", transition_role=TransitionRole.SCHOOL), contact("schule"))
    roles, partners = transition_coverage(space, 2024).tables()
    assert len(roles.rows) == len(TransitionRole)
    assert partners.records() == (
        {"role": "school", "partner": "schule", "name": "Schule", "active": True, "by_person": False},
    )
