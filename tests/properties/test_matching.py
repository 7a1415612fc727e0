"""What holds for every matching of a goal with partners and key persons, whatever the workspace says."""

from __future__ import annotations

import pickle
from datetime import date
from typing import Any

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from jmdmodel.analysis.matching import Candidates, candidates
from jmdmodel.analysis.matching.words import Criterion, Placement
from jmdmodel.entities.case import (
    CasePlan,
    Consent,
    ContributionStep,
    PartnerContribution,
    PlanGoal,
    PlanStep,
)
from jmdmodel.entities.partner import KeyPerson, Offer, Partner
from jmdmodel.entities.relation import Contact, ContactRating, ContactStanding
from jmdmodel.entities.resource import Remit
from jmdmodel.entities.space import AdministrativeUnit, SocialSpace
from jmdmodel.ids import ContactId, PartnerId
from jmdmodel.messages import LANGUAGES
from jmdmodel.period import Period
from jmdmodel.scales import Importance, Intensity
from jmdmodel.testing import strategies
from jmdmodel.testing.builders import minimal
from jmdmodel.vocabulary import (
    AgeBand,
    ConsentState,
    ContactState,
    ContributionStage,
    LegalBasis,
    PartnerKind,
    Topic,
    TransitionRole,
    UnitLevel,
)
from jmdmodel.workspace import Workspace

WHOLE = settings(max_examples=60)
TOPICS = st.sampled_from([Topic.SCHOOL, Topic.TRAINING, Topic.HOUSING])
DAYS = st.dates(date(2024, 2, 27), date(2024, 3, 2))
LANGUAGES_HERE = ("Dari", "Deutsch")
LAWS = (LegalBasis.SGB2, LegalBasis.SGB3)
UNITS = (
    AdministrativeUnit(id="district", name="Kreis", level=UnitLevel.DISTRICT, ags="07137"),
    AdministrativeUnit(id="town", name="Stadt", level=UnitLevel.MUNICIPALITY, ags="07137068"),
    AdministrativeUnit(id="quarter", name="Viertel", level=UnitLevel.QUARTER, parent="town"),
    AdministrativeUnit(id="far", name="Fern", level=UnitLevel.DISTRICT, ags="07138"),
    AdministrativeUnit(id="isle", name="Insel", level=UnitLevel.QUARTER),
)
UNIT_IDS = tuple(unit.id for unit in UNITS)
MANY = ("a", "b", "c", "d")


def some(*values: Any, most: int = 2) -> st.SearchStrategy[Any]:
    """Give a few of some values, each once, as a tuple."""
    return st.lists(st.sampled_from(values), max_size=most, unique=True).map(tuple)


def maybe(*values: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from((None, *values))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first, last = sorted([draw(DAYS), draw(DAYS)])
    return Period(since=draw(maybe(first)), until=draw(maybe(last)))


@st.composite
def remits(draw: st.DrawFn) -> Remit:
    low, high = sorted([draw(st.integers(10, 28)), draw(st.integers(10, 28))])
    return Remit(
        topics=draw(st.lists(TOPICS, max_size=2, unique=True).map(tuple)),
        sub_topics=draw(some("own", "other")),
        from_age=draw(maybe(low)),
        to_age=draw(maybe(high)),
        languages=draw(some(*LANGUAGES_HERE)),
        legal_basis=draw(maybe(*LAWS)),
        area=draw(some(*UNIT_IDS, "nowhere")),
        period=draw(periods()),
    )


CONTRIBUTORS = st.sampled_from(
    [{"partner": "a"}, {"partner": "b"}, {"person": "a"}, {"person": "gone"}, {"role_word": "Tante"}]
)


@st.composite
def contributions(draw: st.DrawFn) -> PartnerContribution:
    stages = st.builds(ContributionStep, day=DAYS, stage=st.sampled_from(ContributionStage))
    consents = st.builds(Consent, day=st.none() | DAYS, state=st.sampled_from(ConsentState))
    return PartnerContribution(
        **draw(CONTRIBUTORS),
        stages=draw(st.lists(stages, max_size=2, unique_by=lambda one: one.day).map(tuple)),
        consents=draw(st.lists(consents, max_size=2, unique_by=lambda one: one.day).map(tuple)),
    )


@st.composite
def workspaces(draw: st.DrawFn) -> Workspace:
    """Give small workspaces with one goal and what a matching looks at; few topics, so that they meet."""
    topics = st.lists(TOPICS, max_size=2, unique=True).map(tuple)
    partners = [
        Partner(
            id=one,
            name=one.title(),
            kind=draw(st.sampled_from(PartnerKind)),
            transition_role=draw(maybe(*TransitionRole)),
            legal_bases=draw(some(*LAWS)),
            area=draw(some(*UNIT_IDS)),
            remits=draw(st.lists(remits(), max_size=2).map(tuple)),
            collective=draw(st.booleans()),
            period=draw(periods()),
        )
        for one in draw(some(*MANY, most=4))
    ]
    people = [
        KeyPerson(
            id=one,
            role=one.title(),
            partner=draw(maybe(*MANY)),
            topics=draw(topics),
            languages=draw(some(*LANGUAGES_HERE)),
            period=draw(periods()),
            retain_until=draw(st.none() | DAYS),
        )
        for one in draw(some("a", "z"))
    ]
    offers = [
        Offer(
            id=one,
            name=f"Angebot {one}",
            provider=draw(maybe(*MANY)),
            topics=draw(topics),
            sub_topics=draw(some("own")),
            area=draw(some(*UNIT_IDS)),
            period=draw(periods()),
        )
        for one in draw(some("a", "b", "c", most=3))
    ]
    standings = st.builds(ContactStanding, day=st.none() | DAYS, state=st.sampled_from(ContactState))
    ratings = st.builds(ContactRating, day=DAYS, intensity=maybe(*Intensity), importance=maybe(*Importance))
    contacts = [
        Contact(
            id=one,
            partner=draw(st.sampled_from(MANY)),
            states=draw(st.lists(standings, max_size=2, unique_by=lambda one: one.day).map(tuple)),
            ratings=draw(st.lists(ratings, max_size=2, unique_by=lambda one: one.day).map(tuple)),
            period=draw(periods()),
        )
        for one in draw(some("a", "b", "c", "d", most=4))
    ]
    step = PlanStep(text="x", contributions=draw(st.lists(contributions(), max_size=3).map(tuple)))
    goal = PlanGoal(topic=draw(TOPICS), sub_topic=draw(maybe("own")), text="x", steps=(step,))
    plan = CasePlan(id="fall", age_band=draw(maybe(*AgeBand)), goals=(goal,))
    space = SocialSpace(name="Raum", units=draw(some(*UNIT_IDS)))
    return minimal(*partners, *people, *offers, *contacts, plan, *UNITS, space=space)


@st.composite
def questions(draw: st.DrawFn) -> tuple[Workspace, dict[str, Any]]:
    """Give a workspace with a case plan and what is asked of it."""
    asked = {
        "on": draw(DAYS),
        "unit": draw(maybe(*UNIT_IDS)),
        "languages": draw(some(*LANGUAGES_HERE)),
        "legal_basis": draw(maybe(*LAWS)),
    }
    return draw(workspaces()), asked


@st.composite
def questions_of_one(draw: st.DrawFn) -> tuple[Workspace, dict[str, Any], Partner, Contact]:
    """Give a question as well as a partner that is there on its day, and a contact to it.

    Most that are drawn have some. The others get them: to draw again would take most of the time.
    """
    workspace, asked = draw(questions())
    there = [one for one in workspace.partners if one.period.holds_on(asked["on"])]
    if not there:
        there = [Partner(id=PartnerId("a"), name="A", kind=draw(st.sampled_from(PartnerKind)))]
        workspace = workspace.with_entities(*there)
    known = {one.id for one in there}
    contacts = [one for one in workspace.contacts if one.partner in known]
    if not contacts:
        contacts = [Contact(id=ContactId("e"), partner=draw(st.sampled_from(there)).id)]
        workspace = workspace.with_entities(*contacts)
    return workspace, asked, draw(st.sampled_from(there)), draw(st.sampled_from(contacts))


def ask(workspace: Workspace, asked: dict[str, Any]) -> Candidates:
    return candidates(workspace, "fall", 0, **asked)


def place(found: Candidates, subject: str) -> int:
    """Give how many stand before a partner, all three lists one after the other."""
    return [str(one.subject) for one in found.all].index(subject)


@WHOLE
@given(questions())
def test_everybody_who_exists_on_the_day_stands_in_exactly_one_list_with_a_reason(question: Any) -> None:
    workspace, asked = question
    found = ask(workspace, asked)
    there = [f"partners/{one.id}" for one in workspace.partners if one.period.holds_on(asked["on"])]
    there += [f"people/{one.id}" for one in workspace.people if one.period.holds_on(asked["on"])]
    assert sorted(str(one.subject) for one in found.all) == sorted(there)
    for placement, listed in zip(Placement, (found.fitting, found.open, found.ruled_out), strict=True):
        assert {one.placement for one in listed} <= {placement}
        assert [one.rank for one in listed] == list(range(1, len(listed) + 1))
    for one in found.all:
        assert any(reason.criterion is Criterion.TOPIC for reason in one.reasons)
        assert any(reason.rules_out for reason in one.reasons) is (one.placement is Placement.RULED_OUT)
        steps = [reason.kind.step for reason in one.reasons]
        assert steps == sorted(set(steps))


@WHOLE
@given(questions())
def test_the_same_question_has_the_same_answer_and_it_travels(question: Any) -> None:
    workspace, asked = question
    found = ask(workspace, asked)
    assert ask(workspace, asked) == found
    assert pickle.loads(pickle.dumps(found)) == found
    for language in LANGUAGES:
        assert found.explain(language)
        assert all(table.texts(language) is not None for table in found.tables())


def turned(thing: Any) -> Any:
    """Give a thing with its lists the other way round, where the order has no meaning."""
    changes: dict[str, Any] = {}
    if isinstance(thing, Partner):
        changes = {
            "remits": tuple(turned(remit) for remit in thing.remits[::-1]),
            "area": thing.area[::-1],
            "legal_bases": thing.legal_bases[::-1],
            "further_kinds": thing.further_kinds[::-1],
        }
    elif isinstance(thing, Remit):
        changes = {"topics": thing.topics[::-1], "languages": thing.languages[::-1], "area": thing.area[::-1]}
    elif isinstance(thing, KeyPerson):
        changes = {"topics": thing.topics[::-1], "languages": thing.languages[::-1]}
    elif isinstance(thing, Offer):
        changes = {"topics": thing.topics[::-1], "area": thing.area[::-1]}
    elif isinstance(thing, Contact):
        changes = {"states": thing.states[::-1], "ratings": thing.ratings[::-1]}
    return attrs.evolve(thing, **changes)


@WHOLE
@given(questions())
def test_the_order_in_the_file_does_not_matter(question: Any) -> None:
    workspace, asked = question
    things = [*workspace.partners, *workspace.people, *workspace.offers, *workspace.contacts]
    other = workspace.with_entities(*(turned(thing) for thing in things))
    asked_other = {**asked, "languages": asked["languages"][::-1]}
    assert ask(other, asked_other) == ask(workspace, asked)


def facts_that_help(workspace: Workspace, partner: Partner, asked: dict[str, Any]) -> dict[str, Any]:
    """Give, by name, a thing that is entered in addition and speaks for a partner."""
    plan = workspace.cases["fall"]
    topic = plan.goals[0].topic
    unit = asked["unit"]
    remit = Remit(
        topics=(topic,),
        from_age=12,
        to_age=26,
        languages=("Dari", "Deutsch"),
        legal_basis=asked["legal_basis"],
        area=(unit,) if unit else (),
    )
    identifier = "added-for-the-test"
    offer = Offer(id=identifier, name="Angebot", provider=partner.id, topics=(topic,))  # type: ignore[arg-type]
    contact = Contact(id=identifier, partner=partner.id)  # type: ignore[arg-type]
    return {
        "remit": attrs.evolve(partner, remits=(*partner.remits, remit)),
        "offer": offer,
        "contact": contact,
        "language": attrs.evolve(
            partner, remits=tuple(attrs.evolve(r, languages=(*r.languages, "Dari")) for r in partner.remits)
        ),
        "topic": attrs.evolve(
            partner,
            remits=tuple(
                attrs.evolve(r, topics=(*dict.fromkeys((*r.topics, topic)),)) for r in partner.remits
            ),
        ),
        "ages": attrs.evolve(
            partner, remits=tuple(attrs.evolve(r, from_age=None, to_age=26) for r in partner.remits)
        ),
    }


@settings(max_examples=120)
@given(questions_of_one(), st.data())
def test_a_fact_that_speaks_for_a_partner_never_puts_it_lower(question: Any, data: st.DataObject) -> None:
    workspace, asked, partner, _ = question
    helping = facts_that_help(workspace, partner, asked)
    name = data.draw(
        st.sampled_from([name for name in helping if name != "ages" or _ages_help(workspace, asked)])
    )
    before = ask(workspace, asked)
    after = ask(workspace.with_entities(helping[name]), asked)
    subject = f"partners/{partner.id}"
    assert place(after, subject) <= place(before, subject)


def _ages_help(workspace: Workspace, asked: dict[str, Any]) -> bool:
    """Tell whether limits that hold all clients of a service fit; without an age band nothing can."""
    return workspace.cases["fall"].age_band is not None


@WHOLE
@given(questions_of_one())
def test_a_better_rating_on_the_day_never_puts_a_partner_lower(question: Any) -> None:
    workspace, asked, _, contact = question
    best = ContactRating(day=asked["on"], intensity=Intensity.WEEKLY, importance=Importance.INDISPENSABLE)
    others = tuple(one for one in contact.ratings if one.day != asked["on"])
    better = attrs.evolve(contact, ratings=(*others, best))
    subject = f"partners/{contact.partner}"
    after = ask(workspace.with_entities(better), asked)
    assert place(after, subject) <= place(ask(workspace, asked), subject)


@WHOLE
@given(questions())
def test_without_what_is_already_so_only_those_the_young_person_does_not_want_move(question: Any) -> None:
    workspace, asked = question
    plan = workspace.cases["fall"]
    bare = attrs.evolve(plan, goals=(attrs.evolve(plan.goals[0], steps=(PlanStep(text="x"),)),))
    before = {one.subject: one for one in ask(workspace.with_entities(bare), asked).all}
    for one in ask(workspace, asked).all:
        wishes = [reason for reason in one.reasons if reason.criterion is Criterion.WISH]
        assert [reason for reason in one.reasons if reason not in wishes] == list(before[one.subject].reasons)
        assert wishes or one.placement is before[one.subject].placement
        assert not wishes or one.placement is Placement.RULED_OUT


@settings(max_examples=30)
@given(strategies.workspaces(size=2, collections=("partners", "people", "cases")), strategies.days())
def test_every_goal_of_any_workspace_that_loads_is_answered_in_both_languages(
    workspace: Workspace, on: date
) -> None:
    for plan in workspace.cases:
        for number in range(len(plan.goals)):
            found = candidates(workspace, plan.id, number, on=on)
            assert all(found.explain(language) for language in LANGUAGES)
            assert len(found.all) == sum(
                one.period.holds_on(on) for one in (*workspace.partners, *workspace.people)
            )
