"""What holds for every workspace: sound ones, ones with a single fault, and any at all."""

from __future__ import annotations

import pickle
from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from jmdmodel.collection import Collection
from jmdmodel.entities.agreement import Agreement, GoalProgress, NetworkGoal, Responsibility, Review
from jmdmodel.entities.case import (
    CasePlan,
    Consent,
    ContributionStep,
    PartnerContribution,
    PhaseStep,
    PlanGoal,
    PlanProgress,
    PlanStep,
)
from jmdmodel.entities.committee import Committee, CommitteeRole, Contribution, Session
from jmdmodel.entities.event import SpaceEvent
from jmdmodel.entities.need import Evidence, Indicator, Need, SocialStructureAnalysis, YouthParticipation
from jmdmodel.entities.network import Membership, Network, NetworkAssessment, Participation
from jmdmodel.entities.partner import Offer, Partner
from jmdmodel.entities.relation import Contact, ContactRating, ContactStanding, NetworkMap, Tie
from jmdmodel.entities.resource import OfferCoordination
from jmdmodel.entities.review import AnnualReport, Transfer
from jmdmodel.entities.service import Service, StaffRole
from jmdmodel.entities.space import AdministrativeUnit, SocialSpace
from jmdmodel.entities.work import Activity, DeclaredShare, WorkSplit
from jmdmodel.fields import evolve
from jmdmodel.period import Period
from jmdmodel.quality import Level, Settings, as_json, catalogue, check
from jmdmodel.quality.texts import rule_of
from jmdmodel.scales import Importance, Intensity
from jmdmodel.vocabulary import (
    AgeBand,
    AnalysisMethod,
    Attendance,
    Bindingness,
    CommitteeKind,
    ConsentState,
    ContactState,
    ContributionKind,
    ContributionStage,
    EventRole,
    EvidenceKind,
    Formalisation,
    GoalStatus,
    ParticipationForm,
    PartnerKind,
    PlanPhase,
    PoliticalInfluence,
    ReportStatus,
    SeatHolder,
    SeatRole,
    SpatialExtent,
    SubjectArea,
    Topic,
    TransitionRole,
    UnitLevel,
    Voice,
    WorkArea,
)
from jmdmodel.workspace import COLLECTIONS, Workspace

ON = date(2026, 3, 1)
EVERYTHING = Settings.of(enable=[rule.code for rule in catalogue()])
IDS = ("a", "b", "c", "d", "e", "f")

days = st.dates(date(2022, 1, 1), date(2027, 12, 31)) | st.sampled_from(
    [ON, date(2024, 2, 29), date(2025, 12, 31)]
)
periods = st.one_of(
    st.just(Period()),
    st.builds(lambda day: Period(since=day), days),
    st.builds(lambda day: Period(until=day), days),
    st.builds(
        lambda day, length: Period(since=day, until=day + timedelta(length)), days, st.integers(0, 900)
    ),
)
names = st.sampled_from(
    ["Jobcenter", "Job-Center", "Schule", "J\u043ebcenter", "e. V.", "a.b@c.example", "Ü"]
)


def one_or_none(values: Any) -> st.SearchStrategy[Any]:
    return st.none() | st.sampled_from(list(values))


def dated(make: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(make, max_size=4, unique_by=lambda one: one.day).map(tuple)


ratings = dated(
    st.builds(
        ContactRating,
        day=days,
        intensity=one_or_none(Intensity),
        importance=one_or_none(Importance),
        assessor=one_or_none(["beratung", "leitung"]),
    )
)
assessments = dated(
    st.builds(
        NetworkAssessment,
        day=days,
        formalisation=one_or_none(Formalisation),
        spatial_extent=one_or_none(SpatialExtent),
        themes=st.sampled_from([(), (Topic.WORK,)]),
        political_influence=one_or_none(PoliticalInfluence),
    )
)
participation = st.lists(
    st.builds(Participation, year=st.integers(2022, 2026), form=st.sampled_from(ParticipationForm)),
    max_size=3,
    unique_by=lambda one: one.year,
).map(tuple)
sessions = dated(
    st.builds(
        Session,
        day=days,
        attendance=one_or_none(Attendance),
        contributions=st.lists(
            st.builds(Contribution, kind=st.sampled_from(ContributionKind)), max_size=2
        ).map(tuple),
    )
)
roles = st.lists(
    st.builds(CommitteeRole, role=one_or_none(SeatRole), held_by=st.sampled_from(SeatHolder), period=periods),
    max_size=2,
).map(tuple)


def a_few(make: Any, **parts: Any) -> st.SearchStrategy[list[Any]]:
    """Give up to three things with identifiers of their own."""
    drawn = st.builds(make, id=st.sampled_from(IDS), **parts)
    return st.lists(drawn, max_size=3, unique_by=lambda one: one.id)


indicators = st.builds(
    Indicator,
    name=st.sampled_from(["Einwohner", "Miete"]),
    subject=st.sampled_from(SubjectArea),
    value=st.just(Fraction(1)),
    measured_in=st.sampled_from(["Personen", "Prozent"]),
    day=st.none() | days,
    source=one_or_none(["Statistikstelle"]),
)
analyses = a_few(SocialStructureAnalysis, day=days, indicators=st.lists(indicators, max_size=3).map(tuple))
needs = a_few(
    Need,
    title=names,
    established_by=st.sampled_from([(), (Voice.TEAM,)]),
    evidence=st.sampled_from([(), (Evidence(kind=EvidenceKind.CASES),)]),
    period=periods,
)
participations = a_few(
    YouthParticipation, day=days, method=st.sampled_from(AnalysisMethod), consequence=one_or_none(["Licht"])
)
events = a_few(SpaceEvent, title=names, day=days, roles=st.sampled_from([(), tuple(EventRole)]))
consents = dated(
    st.builds(
        Consent, state=st.sampled_from(ConsentState), day=days, because=st.sampled_from([None, "Grund"])
    )
)
contributors = st.builds(
    PartnerContribution,
    role_word=st.sampled_from(["Nachbarin", "a.b@c.example"]),
    consents=consents,
    stages=dated(st.builds(ContributionStep, day=days, stage=st.sampled_from(ContributionStage))),
)
steps = st.builds(
    PlanStep,
    text=st.sampled_from(["Anrufen", "Tel. 02651 123456"]),
    due=st.none() | days,
    done_on=st.none() | days,
    by_the_young_person=st.booleans(),
    contributions=st.lists(contributors, max_size=2).map(tuple),
)
plan_goals = st.builds(
    PlanGoal,
    topic=st.sampled_from(Topic),
    text=st.just("Ein Ziel"),
    due=st.none() | days,
    without_partner_because=st.sampled_from([None, "Grund"]),
    progress=dated(st.builds(PlanProgress, day=days, status=st.sampled_from(GoalStatus))),
    steps=st.lists(steps, max_size=2).map(tuple),
)
quarters = st.builds(lambda year, number: f"{year}-Q{number}", st.integers(2024, 2027), st.integers(1, 4))
plans = st.builds(
    CasePlan,
    id=st.sampled_from(IDS),
    age_band=one_or_none(AgeBand),
    phases=dated(st.builds(PhaseStep, day=days, phase=st.sampled_from(PlanPhase))),
    began=st.none() | quarters,
    reviewed_on=st.lists(days, max_size=2, unique=True).map(tuple),
    retain_until=st.none() | days,
    goals=st.lists(plan_goals, max_size=2).map(tuple),
)


def some_of(*pool: Any, size: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    """Give a few things of a small pool: drawing each of their fields would take too long."""
    return st.lists(st.sampled_from(pool), max_size=size, unique=True).map(tuple)


texts = st.sampled_from(["Ein Gespräch vor den Ferien", "Freie Plätze an alle", "Protokoll"])
goals = some_of(
    NetworkGoal(text="Ein Gespräch"),
    NetworkGoal(text="Ein Gespräch", indicator="Zahl", due=ON, responsible=("a",)),
    NetworkGoal(text="Ein Raum", responsible=IDS, agreed_on=date(2025, 2, 1)),
    NetworkGoal(text="Ein Kurs", progress=(GoalProgress(day=ON, status=GoalStatus.DROPPED),)),
    NetworkGoal(text="Ein Kurs", staff="leitung", agreed_on=ON + timedelta(1)),
)
tasks = some_of(
    Responsibility(task="Protokoll"),
    Responsibility(task="Einladung", partners=IDS),
    Responsibility(task="Einladung", staff="leitung", period=Period(until=ON - timedelta(1))),
)
agreements = some_of(
    Agreement(text="Freie Plätze"),
    Agreement(text="Freie Plätze", bindingness=Bindingness.AGREED, responsible="a"),
    Agreement(text="Freie Plätze", staff="leitung", valid_until=ON - timedelta(1)),
    Agreement(text="Ein Raum", agreed_on=ON + timedelta(1)),
    Agreement(text="Ein Raum", valid_until=date(2024, 12, 31)),
)
reviews = some_of(
    Review(day=date(2024, 2, 29), effort=60, results="Gut."),
    Review(day=date(2025, 2, 28), next_on=ON - timedelta(1)),
    Review(day=ON, effort=0),
    Review(day=ON + timedelta(1)),
)


@st.composite
def workspaces(draw: st.DrawFn) -> Workspace:
    """Give any workspace that would load, sound or not."""
    known = draw(st.lists(st.sampled_from(IDS), unique=True))
    staff = [StaffRole(id=name, function=name) for name in ("beratung", "leitung")]
    things: list[Any] = [
        draw(
            st.builds(
                Partner,
                id=st.just(name),
                name=names,
                kind=st.sampled_from(PartnerKind),
                transition_role=one_or_none(TransitionRole),
                collective=st.booleans(),
                period=periods,
            )
        )
        for name in known
    ]
    if known:
        some = st.sampled_from(known)
        for name in draw(st.lists(some, unique=True)):
            state = draw(st.sampled_from(ContactState))
            things.append(
                Contact(
                    id=name,
                    partner=name,
                    states=(ContactStanding(state=state),),
                    period=draw(periods),
                    ratings=draw(ratings),
                    agreements=draw(agreements),
                )
            )
    members = st.lists(
        st.builds(Membership, partner=st.sampled_from(known or ["a"]), period=periods), max_size=5
    )
    if known:
        things += draw(
            st.lists(
                st.builds(
                    Network,
                    id=st.sampled_from(IDS),
                    name=names,
                    period=periods,
                    members=members.map(tuple),
                    members_stated=st.none() | st.integers(0, 5),
                    participation=participation,
                    assessments=assessments,
                    goals=goals,
                    responsibilities=tasks,
                    agreements=agreements,
                    reviews=reviews,
                ),
                max_size=3,
                unique_by=lambda one: one.id,
            )
        )
    things += draw(
        st.lists(
            st.builds(
                Committee,
                id=st.sampled_from(IDS),
                name=names,
                kind=st.sampled_from(CommitteeKind),
                period=periods,
                roles=roles,
                sessions=sessions,
            ),
            max_size=3,
            unique_by=lambda one: one.id,
        )
    )
    for kept in (analyses, needs, participations, events):
        things += draw(kept)
    answered = [thing.id for thing in things if isinstance(thing, Need)]
    if known and answered:
        provider, on_needs = st.sampled_from(known), st.lists(st.sampled_from(answered), unique=True)
        things += draw(a_few(Offer, name=names, provider=provider, needs=on_needs.map(tuple)))
    offered = tuple(thing.id for thing in things if isinstance(thing, Offer))
    if offered and draw(st.booleans()):
        things.append(OfferCoordination(id="a", day=draw(days), offers=offered))
    pairs = [(one, other) for one in known for other in known if one < other]
    for between in draw(st.lists(st.sampled_from(pairs), unique=True, max_size=6)) if pairs else ():
        brokered = draw(st.none() | days)
        things.append(Tie(id="-".join(between), between=between, brokered_on=brokered, period=draw(periods)))
    for year in draw(st.sets(st.integers(2023, 2026))):
        things.append(NetworkMap(id=str(year), as_of=date(year, draw(st.integers(1, 12)), 1)))
    things += draw(
        some_of(
            AnnualReport(id="2023", status=ReportStatus.SUBMITTED, map="2023"),
            AnnualReport(id="2024", status=ReportStatus.FINAL, submitted_on=ON + timedelta(1)),
            AnnualReport(id="2025", status=ReportStatus.FINAL, map="2025"),
            Transfer(id="2025", entered_on=ON),
            size=4,
        )
    )
    shares = st.lists(
        st.builds(
            DeclaredShare,
            area=st.sampled_from(WorkArea),
            percent=st.integers(0, 1000).map(lambda n: Fraction(n, 10)),
        ),
        max_size=3,
        unique_by=lambda one: one.area,
    )
    things += [WorkSplit(id="2025", shares=tuple(draw(shares)))]
    for number, day in enumerate(draw(st.lists(days, max_size=8))):
        area, staffed = draw(st.sampled_from(WorkArea)), draw(one_or_none(["beratung", "leitung"]))
        things.append(Activity(id=f"{number}", day=day, minutes=400, area=area, staff=staffed))
    things += draw(st.lists(plans, max_size=3, unique_by=lambda one: one.id))
    founded = draw(st.none() | st.integers(2020, 2026))
    service = Service(name="JMD", provider="Träger", founded=founded)
    return Workspace(service=service).with_entities(*staff, *things)


PARTS = (
    *("ratings", "assessments", "participation", "members", "sessions", "roles", "shares"),
    *("goals", "responsibilities", "agreements", "reviews"),
)
"""Lists of parts whose order says nothing."""


def permuted(asked: Workspace, seed: int) -> Workspace:
    """Give the workspace with every collection, and every list of parts without an order, given otherwise."""
    changes: dict[str, Any] = {}
    for name in COLLECTIONS:
        things = [_turned(thing, seed) for thing in getattr(asked, name)]
        changes[name] = Collection(things[seed:] + things[:seed])
    return evolve(asked, **changes)


def _turned(thing: Any, seed: int) -> Any:
    parts = {
        field: tuple(value[seed % len(value) :] + value[: seed % len(value)])
        for field in (
            "ratings",
            "assessments",
            "participation",
            "members",
            "sessions",
            "roles",
            "shares",
            "indicators",
        )
        for field in PARTS
        if (value := getattr(thing, field, ()))
    }
    return attrs.evolve(thing, **parts) if parts else thing


@given(workspaces(), st.integers(1, 5))
def test_the_order_of_the_input_changes_no_finding(asked: Workspace, seed: int) -> None:
    def told(workspace: Workspace) -> Counter[Any]:
        found = check(workspace, on=ON, settings=EVERYTHING, strict=True)
        # The field may count the parts of a thing ("ratings[2]"), and those were moved.
        return Counter((one.code, one.subject, one.values, one.others) for one in found)

    assert told(permuted(asked, seed)) == told(asked)


@given(workspaces(), days)
def test_every_check_runs_through_and_its_findings_can_be_told_and_carried(
    asked: Workspace, on: date
) -> None:
    found = check(asked, on=on, settings=EVERYTHING, strict=True)
    assert pickle.loads(pickle.dumps(found)) == found
    assert hash(found) == hash(check(asked, on=on, settings=EVERYTHING))
    assert as_json(found, language="de") != as_json(found, language="en") or not found
    for one in found:
        assert {name for name, _ in one.values} == rule_of(one).message.names()
        assert len({one.subject, *one.others}) == 1 + len(one.others)
        for ref in (one.subject, *one.others):
            assert not ref.id or asked.resolve(ref) is not None


@given(workspaces())
def test_a_rule_says_each_thing_once(asked: Workspace) -> None:
    found = check(asked, on=ON, settings=EVERYTHING)
    assert len(set(found)) == len(found)


@given(workspaces(), st.sampled_from(catalogue()))
def test_a_rule_alone_finds_no_less_than_among_the_others(asked: Workspace, rule: Any) -> None:
    together = [one for one in check(asked, on=ON, settings=EVERYTHING) if one.code == rule.code]
    alone = check(asked, on=ON, settings=Settings.of(select=[rule.code]))
    assert set(together) <= set(alone)


FULL = {
    "formalisation": Formalisation.INFORMAL,
    "spatial_extent": SpatialExtent.QUARTER,
    "themes": (Topic.WORK,),
    "political_influence": PoliticalInfluence.HEARD,
}


def sound_plan(partner: str, day: date) -> CasePlan:
    """Give a plan with consent before a partner is addressed, and a retention date to come."""
    contribution = PartnerContribution(
        partner=partner,
        consents=(Consent(state=ConsentState.YES, day=day),),
        stages=(ContributionStep(day=day, stage=ContributionStage.ADDRESSED),),
    )
    step = PlanStep(text="Ein Gespräch führen", contributions=(contribution,))
    goal = PlanGoal(topic=Topic.WORK, text="Eine Arbeit finden", steps=(step,))
    return CasePlan(id="fall", began="2025-Q1", retain_until=ON, goals=(goal,))


until_now = st.dates(date(2025, 1, 1), ON)


def sound_agreements() -> st.SearchStrategy[Agreement]:
    return st.builds(
        Agreement,
        text=texts,
        bindingness=st.sampled_from(Bindingness),
        responsible=st.just("a"),
        agreed_on=until_now,
        valid_until=st.none() | st.dates(ON, date(2027, 12, 31)),
    )


@st.composite
def sound_workspaces(draw: st.DrawFn) -> Workspace:
    """Give a workspace in which no duty is left undone on the reference date."""
    size = draw(st.integers(1, len(IDS)))
    things: list[Any] = []
    for name in IDS[:size]:
        given_ratings = tuple(
            ContactRating(
                day=day,
                intensity=draw(st.sampled_from(Intensity)),
                importance=draw(st.sampled_from(Importance)),
            )
            for day in draw(st.sets(st.dates(date(2025, 1, 1), ON), min_size=1, max_size=3))
        )
        things.append(Partner(id=name, name=f"Stelle {name}", kind=draw(st.sampled_from(PartnerKind))))
        made = draw(st.lists(sound_agreements(), max_size=1).map(tuple))
        things.append(Contact(id=name, partner=name, ratings=given_ratings, agreements=made))
    for name in draw(st.sets(st.sampled_from(IDS), min_size=1)):
        assessment = NetworkAssessment(day=draw(st.dates(date(2025, 1, 1), ON)), **FULL)  # type: ignore[arg-type]
        form = draw(st.sampled_from([ParticipationForm.LEAD, ParticipationForm.ACTIVE]))
        things.append(
            Network(
                id=name,
                name=f"Netz {name}",
                members=(Membership(partner="a"),),
                participation=(Participation(year=2025, form=form),),
                assessments=(assessment,),
                goals=(NetworkGoal(text="Ein Ziel", responsible=("a",), agreed_on=draw(until_now)),),
                responsibilities=(Responsibility(task="Protokoll", partners=("a",)),),
                agreements=(draw(sound_agreements()),),
                reviews=(Review(day=draw(until_now)),),
            )
        )
    percents = draw(st.lists(st.integers(0, 30), min_size=3, max_size=3))
    shares = [*percents, 100 - sum(percents)]
    areas = (WorkArea.COUNSELLING, WorkArea.NETWORK, WorkArea.GROUP_OFFERS, WorkArea.OTHER)
    declared = tuple(DeclaredShare(area=a, percent=Fraction(p)) for a, p in zip(areas, shares, strict=True))
    things.append(WorkSplit(id="2025", shares=declared))
    things.append(NetworkMap(id="2025", as_of=date(2025, 12, 31)))
    things.append(SocialStructureAnalysis(id="a", day=draw(st.dates(date(2019, 1, 1), ON))))
    status = draw(st.sampled_from(ReportStatus))  # until the end of March it need not be submitted
    things.append(AnnualReport(id="2025", status=status, map="2025"))
    levels = draw(st.sets(st.sampled_from(UnitLevel), min_size=2))
    upper = None
    for level in sorted(levels, reverse=True):
        things.append(AdministrativeUnit(id=level.code, name=level.code, level=level, parent=upper))
        upper = level.code
    things.append(sound_plan("a", draw(st.dates(date(2025, 1, 1), ON))))
    space = SocialSpace(name="Raum", units=(upper,) if upper else ())
    service = Service(name="JMD", provider="Träger", founded=2010)
    return Workspace(service=service, space=space).with_entities(*things)


def musts(asked: Workspace) -> list[str]:
    return [one.code for one in check(asked, on=ON, strict=True).by_level(Level.MUST)]


@given(sound_workspaces())
def test_a_sound_workspace_has_no_must(asked: Workspace) -> None:
    assert musts(asked) == []


@given(sound_workspaces(), st.data())
def test_breaking_one_thing_gives_exactly_its_must(asked: Workspace, data: st.DataObject) -> None:
    contact = data.draw(st.sampled_from(tuple(asked.contacts)))
    network = data.draw(st.sampled_from(tuple(asked.networks)))
    attribute = data.draw(st.sampled_from(sorted(FULL)))
    split = asked.work_splits["2025"]
    first = split.shares[0]
    units = sorted(asked.units, key=lambda unit: unit.level)
    empty = () if attribute == "themes" else None
    plan = asked.cases["fall"]
    goal = plan.goals[0]
    step = goal.steps[0]
    unasked = attrs.evolve(step, contributions=(attrs.evolve(step.contributions[0], consents=()),))
    telling = attrs.evolve(step, text="Anrufen unter 02651 123456")
    broken = {
        "C309": attrs.evolve(plan, goals=(attrs.evolve(goal, steps=(telling,)),)),
        "C310": attrs.evolve(plan, goals=(attrs.evolve(goal, steps=(unasked,)),)),
        "C311": attrs.evolve(plan, retain_until=data.draw(st.sampled_from([None, ON - timedelta(1)]))),
        "Q501": attrs.evolve(
            network, assessments=(attrs.evolve(network.assessments[0], **{attribute: empty}),)
        ),
        "Q503": attrs.evolve(network, goals=()),
        "Q505": attrs.evolve(network, goals=(attrs.evolve(network.goals[0], responsible=()),)),
        "Q507": attrs.evolve(network, agreements=(attrs.evolve(network.agreements[0], bindingness=None),)),
        "Q509": attrs.evolve(network, reviews=()),
        "Q511": attrs.evolve(contact, ratings=()),
        "Q518": attrs.evolve(
            split, shares=(attrs.evolve(first, percent=first.percent + Fraction(1, 10)), *split.shares[1:])
        ),
        "Q524": AnnualReport(id="2025", status=ReportStatus.FINAL),
        "S102": attrs.evolve(units[-1], parent=units[0].id),
    }
    for code, thing in broken.items():
        assert set(musts(asked.with_entities(thing))) == {code}
        assert code == "S102" or len(musts(asked.with_entities(thing))) == 1
    assert musts(evolve(asked, maps=Collection())) == ["Q512"]
    assert musts(evolve(asked, analyses=Collection())) == ["S103"]
