from __future__ import annotations

import pickle
from datetime import date, timedelta

import pytest

from jmdmodel.analysis.matching import candidates, matching_texts
from jmdmodel.analysis.matching.order import level_of, level_without
from jmdmodel.analysis.matching.words import Criterion, Placement, ReasonKind, Stance
from jmdmodel.collection import Collection
from jmdmodel.entities.case import (
    CasePlan,
    Consent,
    ContributionStep,
    PartnerContribution,
    PlanGoal,
    PlanProgress,
    PlanStep,
)
from jmdmodel.entities.partner import KeyPerson, Offer
from jmdmodel.entities.relation import ContactStanding
from jmdmodel.entities.resource import Remit
from jmdmodel.entities.terms import Term, Vocabulary
from jmdmodel.errors import ModelError
from jmdmodel.ids import Ref
from jmdmodel.messages import Say
from jmdmodel.period import Period
from jmdmodel.phrases import Counted
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.testing.builders import contact, minimal, partner, rating, small
from jmdmodel.vocabulary import (
    AgeBand,
    ConsentState,
    ContactState,
    ContributionStage,
    GoalStatus,
    LegalBasis,
    PartnerKind,
    Topic,
    TransitionRole,
)

DAY = date(2024, 2, 29)
NEXT = DAY + timedelta(days=1)
BEFORE = DAY - timedelta(days=1)
HOUSING = Remit(topics=(Topic.HOUSING,))


def goal(topic=Topic.HOUSING, *contributions, **more):
    steps = (PlanStep(text="Nachfragen", contributions=contributions),) if contributions else ()
    return PlanGoal(topic=topic, text="Eine Wohnung finden", steps=steps, **more)


def case(*goals, band=AgeBand.FROM_15):
    return CasePlan(id="geheim-77", age_band=band, goals=goals or (goal(),))


def part(stage=None, consent=None, day=DAY, **who):
    return PartnerContribution(
        **(who or {"partner": "amt"}),
        stages=(ContributionStep(day=day, stage=stage),) if stage else (),
        consents=(Consent(state=consent, day=day),) if consent else (),
    )


def office(*remits, **fields):
    return partner("amt", **{"name": "Wohnungsamt", "kind": PartnerKind.OTHER, "remits": remits, **fields})


def found(*things, plan=None, on=DAY, **options):
    return candidates(minimal(plan or case(), *things), "geheim-77", 0, on=on, **options)


def only(*things, **options):
    (one,) = found(*things, **options).all
    return one


def kinds(one, criterion=None):
    return {reason.kind for reason in one.reasons if criterion in (None, reason.criterion)}


def kind_of(one, criterion):
    (kind,) = kinds(one, criterion)
    return kind


def test_without_any_partner_nobody_is_found_and_the_advice_is_given_all_the_same():
    nobody = found()
    assert nobody.all == ()
    assert "niemand" in nobody.explain("de")
    assert nobody.explain("en").endswith(nobody.advice.in_("en"))


# --- topic


def test_a_remit_that_names_the_topic_fits():
    one = only(office(HOUSING))
    assert one.placement is Placement.FITTING
    assert kind_of(one, Criterion.TOPIC) is ReasonKind.TOPIC_FITS


def test_a_partner_without_a_remit_is_open_and_told_so():
    one = only(office())
    assert one.placement is Placement.OPEN
    assert kind_of(one, Criterion.TOPIC) is ReasonKind.TOPIC_OPEN
    assert "Eine Zuständigkeit ist nicht eingetragen." in one.explain("de")
    assert not one.is_hinted


def test_a_remit_without_topics_is_open():
    one = only(office(Remit(from_age=12)))
    assert one.placement is Placement.OPEN
    assert "kein Thema" in one.explain("de")


def test_remits_of_other_topics_rule_out_and_are_named_together_in_the_order_of_the_vocabulary():
    one = only(office(Remit(topics=(Topic.WORK,)), Remit(topics=(Topic.SCHOOL,))))
    assert one.placement is Placement.RULED_OUT
    assert "andere Themen: Schule und Arbeit." in one.explain("de")


def test_of_several_remits_the_one_that_fits_best_counts():
    outside = Remit(topics=(Topic.HOUSING,), from_age=18)
    inside = Remit(topics=(Topic.HOUSING,), to_age=17)
    for remits in ((outside, inside), (inside, outside)):
        assert kind_of(only(office(*remits)), Criterion.AGES) is ReasonKind.AGES_FIT


OWN = Vocabulary(
    topics=Collection(
        [Term(id="deposit", parent="housing", label_de="Mietkaution", label_en="rental deposit")]
    )
)


@pytest.mark.parametrize(
    ("remit", "kind"),
    [
        (Remit(topics=(Topic.HOUSING,), sub_topics=("deposit",)), ReasonKind.TOPIC_FITS),
        (HOUSING, ReasonKind.TOPIC_BROADER),
        (Remit(topics=(Topic.HOUSING,), sub_topics=("other",)), ReasonKind.TOPIC_BROADER),
        (Remit(topics=(Topic.WORK,)), ReasonKind.TOPIC_OTHER),
    ],
)
def test_an_own_topic_is_met_exactly_or_only_by_the_broader_topic(remit, kind):
    plan = case(goal(sub_topic="deposit"))
    workspace = minimal(plan, office(remit), vocabulary=OWN)
    (one,) = candidates(workspace, "geheim-77", 0, on=DAY).all
    assert kind_of(one, Criterion.TOPIC) is kind


def test_who_names_the_own_topic_stands_before_who_names_the_broader_one():
    exact = partner("z", remits=(Remit(topics=(Topic.HOUSING,), sub_topics=("deposit",)),))
    broad = partner("a", remits=(HOUSING,))
    workspace = minimal(case(goal(sub_topic="deposit")), exact, broad, vocabulary=OWN)
    first, second = candidates(workspace, "geheim-77", 0, on=DAY).fitting
    assert (first.subject.id, second.subject.id) == ("z", "a")
    assert second.behind_in is Criterion.TOPIC
    assert "„Mietkaution“ ist darin nicht eigens genannt" in second.explain("de")


def test_an_own_topic_that_nobody_knows_any_more_is_told_by_its_identifier():
    assert found(office(HOUSING), plan=case(goal(sub_topic="lost"))).wanted.de == "lost"


def test_an_offer_hints_at_the_topic_where_no_remit_is_entered():
    one = only(office(), Offer(id="o", name="Wohnlotsen", provider="amt", topics=(Topic.HOUSING,)))
    assert one.placement is Placement.OPEN
    assert kinds(one) >= {ReasonKind.TOPIC_OFFERED, ReasonKind.OFFER_FITS}
    assert one.is_hinted


def test_an_offer_beside_a_remit_of_another_topic_leaves_it_open():
    offer = Offer(id="o", name="Wohnlotsen", provider="amt", topics=(Topic.HOUSING,))
    one = only(office(Remit(topics=(Topic.WORK,))), offer)
    assert one.placement is Placement.OPEN
    assert "wohl aber ein Angebot" in one.explain("de")


@pytest.mark.parametrize(("until", "counts"), [(DAY, True), (BEFORE, False)])
def test_an_offer_counts_until_its_last_day(until, counts):
    offer = Offer(id="o", name="X", provider="amt", topics=(Topic.HOUSING,), period=Period(until=until))
    assert (ReasonKind.OFFER_FITS in kinds(only(office(HOUSING), offer))) is counts


def test_offers_of_the_service_itself_and_of_others_are_no_reason():
    own = Offer(id="o", name="X", topics=(Topic.HOUSING,))
    other = Offer(id="p", name="Y", provider="gone", topics=(Topic.HOUSING,))
    assert not kinds(only(office(HOUSING), own, other), Criterion.OFFERS)


def test_the_kind_and_the_role_at_the_transition_are_hints_without_a_remit():
    plan = case(goal(Topic.SCHOOL))
    by_kind = only(partner("s"), plan=plan)
    by_role = only(office(transition_role=TransitionRole.SCHOOL), plan=plan)
    assert kinds(by_kind) >= {ReasonKind.TOPIC_NEAR}
    assert kinds(by_role) >= {ReasonKind.TOPIC_NEAR, ReasonKind.TRANSITION}
    assert by_kind.placement is by_role.placement is Placement.OPEN


@pytest.mark.parametrize(("topic", "told"), [(Topic.TRAINING, True), (Topic.HOUSING, False)])
def test_the_role_at_the_transition_counts_where_the_topic_has_to_do_with_it(topic, told):
    one = only(
        office(Remit(topics=(topic,)), transition_role=TransitionRole.PLACEMENT), plan=case(goal(topic))
    )
    assert (ReasonKind.TRANSITION in kinds(one)) is told


# --- ages


@pytest.mark.parametrize(
    ("low", "high", "band", "kind"),
    [
        (15, 17, AgeBand.FROM_15, ReasonKind.AGES_FIT),
        (None, 17, AgeBand.FROM_15, ReasonKind.AGES_FIT),
        (15, None, AgeBand.FROM_15, ReasonKind.AGES_FIT),
        (16, 17, AgeBand.FROM_15, ReasonKind.AGES_PARTLY),
        (12, 16, AgeBand.FROM_15, ReasonKind.AGES_PARTLY),
        (17, None, AgeBand.FROM_15, ReasonKind.AGES_PARTLY),
        (None, 15, AgeBand.FROM_15, ReasonKind.AGES_PARTLY),
        (16, 16, AgeBand.FROM_15, ReasonKind.AGES_PARTLY),
        (18, None, AgeBand.FROM_15, ReasonKind.AGES_OUTSIDE),
        (None, 14, AgeBand.FROM_15, ReasonKind.AGES_OUTSIDE),
        (0, None, AgeBand.FROM_12, ReasonKind.AGES_FIT),
        (None, 0, AgeBand.FROM_12, ReasonKind.AGES_OUTSIDE),
        (24, 26, AgeBand.FROM_24, ReasonKind.AGES_FIT),  # until the 27th birthday
        (24, 25, AgeBand.FROM_24, ReasonKind.AGES_PARTLY),
        (26, None, AgeBand.FROM_24, ReasonKind.AGES_PARTLY),
        (27, None, AgeBand.FROM_24, ReasonKind.AGES_OUTSIDE),
        (None, None, AgeBand.FROM_24, ReasonKind.AGES_OPEN),
        (15, 17, None, ReasonKind.AGES_OPEN),
        (None, None, None, ReasonKind.AGES_OPEN),
    ],
)
def test_ages_fit_as_a_whole_in_part_or_not_at_all(low, high, band, kind):
    one = only(office(Remit(topics=(Topic.HOUSING,), from_age=low, to_age=high)), plan=case(band=band))
    assert kind_of(one, Criterion.AGES) is kind
    assert (one.placement is Placement.RULED_OUT) is (kind is ReasonKind.AGES_OUTSIDE)


@pytest.mark.parametrize(
    ("low", "high", "de", "en"),
    [
        (15, 18, "(15 bis 18 Jahre)", "(15 to 18 years)"),
        (15, None, "(ab 15 Jahren)", "(from 15 years on)"),
        (None, 18, "(bis 18 Jahre)", "(up to 18 years)"),
        (16, 16, "(16 Jahre)", "(16 years)"),
    ],
)
def test_age_limits_are_told_in_words(low, high, de, en):
    one = only(office(Remit(topics=(Topic.HOUSING,), from_age=low, to_age=high)))
    assert de in one.explain("de")
    assert en in one.explain("en")


# --- period


@pytest.mark.parametrize(
    ("since", "until", "kind"),
    [
        (None, DAY, None),
        (DAY, None, None),
        (DAY, DAY, None),
        (None, BEFORE, ReasonKind.ENDED),
        (NEXT, None, ReasonKind.NOT_YET),
    ],
)
def test_a_remit_holds_on_its_first_and_last_day(since, until, kind):
    one = only(office(Remit(topics=(Topic.HOUSING,), period=Period(since=since, until=until))))
    assert kinds(one, Criterion.PERIOD) == ({kind} if kind else set())
    assert one.placement is (Placement.RULED_OUT if kind else Placement.FITTING)


def test_a_remit_that_ended_is_told_with_its_day_before_one_of_another_topic():
    ended = Remit(topics=(Topic.HOUSING,), period=Period(until=BEFORE))
    one = only(office(ended, Remit(topics=(Topic.WORK,))))
    assert "endete am 28.02.2024" in one.explain("de")
    assert "ended on 28 February 2024" in one.explain("en")


@pytest.mark.parametrize(("until", "there"), [(DAY, True), (BEFORE, False)])
def test_partners_and_people_are_looked_at_until_their_last_day(until, there):
    person = KeyPerson(id="p", role="Trainer", topics=(Topic.HOUSING,), period=Period(until=until))
    assert bool(found(office(HOUSING, period=Period(until=until))).all) is there
    assert bool(found(person).all) is there


# --- languages and law


def test_languages_are_no_reason_unless_somebody_asks():
    assert not kinds(only(office(HOUSING)), Criterion.LANGUAGES)


@pytest.mark.parametrize(
    ("entered", "kind"),
    [
        (("Arabisch", "Deutsch"), ReasonKind.LANGUAGE_FITS),
        (("  ARABISCH ",), ReasonKind.LANGUAGE_FITS),
        (("Deutsch",), ReasonKind.LANGUAGE_OTHER),
        ((), ReasonKind.LANGUAGE_OPEN),
    ],
)
def test_one_of_the_languages_asked_for_is_enough(entered, kind):
    remit = Remit(topics=(Topic.HOUSING,), languages=entered)
    one = only(office(remit), languages=("arabisch", "Dari"))
    assert kind_of(one, Criterion.LANGUAGES) is kind
    assert one.placement is Placement.FITTING


def test_languages_may_come_in_any_form_of_sequence_and_empty_words_are_none():
    remit = Remit(topics=(Topic.HOUSING,), languages=("Dari",))
    assert kinds(only(office(remit), languages=(word for word in ["dari"])), Criterion.LANGUAGES)
    assert not kinds(only(office(remit), languages=[" "]), Criterion.LANGUAGES)


@pytest.mark.parametrize(
    ("own", "bases", "kind"),
    [
        (LegalBasis.SGB2, (), ReasonKind.LAW_FITS),
        (None, (LegalBasis.SGB3, LegalBasis.SGB2), ReasonKind.LAW_FITS),
        (LegalBasis.SGB3, (LegalBasis.SGB2,), ReasonKind.LAW_OTHER),
        (None, (LegalBasis.SGB8, LegalBasis.SGB3), ReasonKind.LAW_OTHER),
        (None, (), ReasonKind.LAW_OPEN),
    ],
)
def test_the_law_of_the_remit_comes_before_those_of_the_partner(own, bases, kind):
    remit = Remit(topics=(Topic.HOUSING,), legal_basis=own)
    one = only(office(remit, legal_bases=bases), legal_basis=LegalBasis.SGB2)
    assert kind_of(one, Criterion.LAW) is kind
    assert one.placement is Placement.FITTING
    assert not kinds(only(office(remit, legal_bases=bases)), Criterion.LAW)


# --- contact


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        (ContactState.ACTIVE, ReasonKind.CONTACT_ACTIVE),
        (ContactState.DORMANT, ReasonKind.CONTACT_DORMANT),
        (ContactState.NONE_YET, ReasonKind.CONTACT_NONE_YET),
        (ContactState.UNKNOWN, ReasonKind.CONTACT_UNKNOWN),
        (ContactState.REFUSED, ReasonKind.CONTACT_REFUSED),
    ],
)
def test_the_state_of_the_contact_on_the_day_counts(state, kind):
    told = contact("amt", states=(ContactStanding(state=state, day=DAY),))
    one = only(office(HOUSING), told)
    assert kind_of(one, Criterion.CONTACT) is kind
    assert (one.placement is Placement.RULED_OUT) is (state is ContactState.REFUSED)
    assert kind_of(only(office(HOUSING), told, on=BEFORE), Criterion.CONTACT) is ReasonKind.CONTACT_ACTIVE


def test_an_active_contact_comes_before_a_dormant_one_and_that_before_none():
    states = {"a": ContactState.NONE_YET, "b": ContactState.DORMANT, "c": ContactState.ACTIVE}
    things = [partner(name, remits=(HOUSING,)) for name in "abcd"]
    things += [contact(name, states=(ContactStanding(state=state),)) for name, state in states.items()]
    fitting = found(*things).fitting
    assert [one.subject.id for one in fitting] == ["c", "b", "a", "d"]
    assert [one.behind_in for one in fitting] == [None, *[Criterion.CONTACT] * 3]


def test_of_several_contacts_the_best_counts_and_one_that_ended_does_not():
    refused = contact("amt", states=(ContactStanding(state=ContactState.REFUSED),))
    active = contact("amt", id="second")
    over = contact("amt", id="third", period=Period(until=BEFORE))
    assert kind_of(only(office(HOUSING), refused, active), Criterion.CONTACT) is ReasonKind.CONTACT_ACTIVE
    assert kind_of(only(office(HOUSING), refused, over), Criterion.CONTACT) is ReasonKind.CONTACT_REFUSED
    assert kind_of(only(office(HOUSING), over), Criterion.CONTACT) is ReasonKind.CONTACT_NOT_ENTERED


@pytest.mark.parametrize(
    ("ratings", "told"),
    [
        ((rating(DAY, 4, 4),), {ReasonKind.IMPORTANT, ReasonKind.FREQUENT}),
        ((rating(DAY, 3, 3),), set()),
        ((rating(DAY, None, 5),), {ReasonKind.IMPORTANT}),
        ((rating(DAY, 5, None),), {ReasonKind.FREQUENT}),
        ((rating(DAY, None, None),), {ReasonKind.NOT_RATED}),
        ((rating(NEXT, 5, 5),), {ReasonKind.NOT_RATED}),
        ((rating(BEFORE, 5, 5), rating(DAY, 1, 1)), set()),
        ((), {ReasonKind.NOT_RATED}),
    ],
)
def test_the_latest_rating_not_after_the_day_counts(ratings, told):
    one = only(office(HOUSING), contact("amt", ratings=ratings))
    assert kinds(one, Criterion.IMPORTANCE) | kinds(one, Criterion.INTENSITY) == told


def test_a_rating_of_frequent_exchange_says_nothing_once_the_contact_is_dormant():
    dormant = (ContactStanding(state=ContactState.DORMANT),)
    one = only(office(HOUSING), contact("amt", states=dormant, ratings=(rating(DAY, 5, 5),)))
    assert not kinds(one, Criterion.INTENSITY)


def test_a_collective_partner_is_told_as_such_and_stands_no_lower_for_it():
    one, other = found(
        partner("a", remits=(HOUSING,), collective=True), partner("b", remits=(HOUSING,))
    ).fitting
    assert ReasonKind.SEVERAL_BODIES in kinds(one)
    assert (one.subject.id, other.behind_in) == ("a", None)


# --- key persons


def trainer(**fields):
    return KeyPerson(
        id="trainer", **{"role": "Trainer", "name": "Yusuf Geheim", "topics": (Topic.HOUSING,), **fields}
    )


@pytest.mark.parametrize(
    ("topics", "kind", "placement"),
    [
        ((Topic.HOUSING, Topic.WORK), ReasonKind.TOPIC_FITS, Placement.FITTING),
        ((Topic.WORK,), ReasonKind.TOPIC_OTHER, Placement.RULED_OUT),
        ((), ReasonKind.TOPIC_OPEN, Placement.OPEN),
    ],
)
def test_a_key_person_is_looked_at_by_topics(topics, kind, placement):
    one = only(trainer(topics=topics))
    assert (kind_of(one, Criterion.TOPIC), one.placement) == (kind, placement)
    assert one.subject == Ref("people", "trainer")


def test_a_key_person_counts_by_the_contact_with_the_body_it_belongs_to():
    refused = contact("amt", states=(ContactStanding(state=ContactState.REFUSED),))
    people = [
        one for one in found(office(), refused, trainer(partner="amt")).all if one.subject.id == "trainer"
    ]
    assert kind_of(people[0], Criterion.CONTACT) is ReasonKind.CONTACT_REFUSED_THERE
    assert people[0].placement is Placement.FITTING
    assert "„Wohnungsamt“ wünscht derzeit keinen Kontakt." in people[0].explain("de")


def test_a_key_person_whose_body_is_gone_or_unknown_raises_nothing():
    gone = found(office(period=Period(until=BEFORE)), trainer(partner="amt")).fitting[0]
    assert kind_of(gone, Criterion.BODY) is ReasonKind.BODY_GONE
    assert kinds(only(trainer(partner="nowhere"))) == {ReasonKind.TOPIC_FITS}


@pytest.mark.parametrize(("last", "out"), [(DAY, False), (BEFORE, True)])
def test_a_key_person_that_had_to_be_erased_is_not_proposed(last, out):
    assert (only(trainer(retain_until=last)).placement is Placement.RULED_OUT) is out


def test_with_an_own_topic_a_key_person_fits_by_the_broader_one():
    one = only(trainer(), plan=case(goal(sub_topic="deposit")))
    assert kind_of(one, Criterion.TOPIC) is ReasonKind.TOPIC_BROADER


# --- what is already so


@pytest.mark.parametrize("stage", [None, *ContributionStage])
@pytest.mark.parametrize("consent", [None, *ConsentState])
def test_stage_and_consent_of_the_day_stand_beside_and_only_a_no_of_the_young_person_rules_out(
    stage, consent
):
    result = found(office(HOUSING), plan=case(goal(Topic.HOUSING, part(stage, consent))))
    (one,), (told,) = result.all, result.involved
    assert (told.stage, told.consent) == (stage, consent or ConsentState.UNKNOWN)
    no = stage is ContributionStage.NOT_WANTED or consent in {ConsentState.NO, ConsentState.WITHDRAWN}
    assert one.placement is (Placement.RULED_OUT if no else Placement.FITTING)
    assert one.involvements == (told,)
    for language in ("de", "en"):
        assert told.explain(language) in one.explain(language)


def test_what_comes_after_the_day_is_not_known_yet():
    plan = case(goal(Topic.HOUSING, part(ContributionStage.NOT_WANTED, ConsentState.NO, day=NEXT)))
    result = found(office(HOUSING), plan=plan)
    assert result.fitting[0].involvements[0].stage is None
    assert result.involved[0].consent is ConsentState.UNKNOWN
    assert "ein Stand ist noch nicht eingetragen" in result.explain("de")
    assert found(office(HOUSING), plan=plan, on=NEXT).fitting == ()


def test_a_consent_that_was_withdrawn_rules_out_from_its_day_on():
    contribution = PartnerContribution(
        partner="amt",
        consents=(Consent(state=ConsentState.YES), Consent(state=ConsentState.WITHDRAWN, day=DAY)),
    )
    plan = case(goal(Topic.HOUSING, contribution))
    assert found(office(HOUSING), plan=plan, on=BEFORE).fitting[0].may_be_addressed
    one = only(office(HOUSING), plan=plan)
    assert kinds(one, Criterion.WISH) == {ReasonKind.CONSENT_WITHDRAWN}
    assert not one.may_be_addressed
    assert "erst, wenn der junge Mensch" not in one.explain("de")


def test_one_step_in_which_the_young_person_says_no_is_enough():
    yes = part(ContributionStage.AGREED, ConsentState.YES)
    no = part(ContributionStage.NOT_WANTED, ConsentState.NO)
    steps = tuple(PlanStep(text="x", contributions=(one,)) for one in (yes, no))
    plan = case(PlanGoal(topic=Topic.HOUSING, text="x", steps=steps))
    one = only(office(HOUSING), plan=plan)
    assert kinds(one, Criterion.WISH) == {ReasonKind.NOT_WANTED, ReasonKind.NO_CONSENT}
    assert [told.step for told in one.involvements] == [0, 1]


def test_what_the_young_person_says_of_another_goal_does_not_count_here():
    other = goal(Topic.WORK, part(ContributionStage.NOT_WANTED))
    result = found(office(HOUSING), plan=case(goal(), other))
    assert result.involved == ()
    assert len(result.fitting) == 1


def test_other_cases_are_no_reason():
    other = CasePlan(id="other", goals=(goal(Topic.HOUSING, part(ContributionStage.DELIVERED)),))
    assert found(office(HOUSING), other) == found(office(HOUSING))


@pytest.mark.parametrize(
    ("consent", "said"),
    [(ConsentState.YES, False), (ConsentState.NOT_NEEDED, False), (ConsentState.UNKNOWN, True)],
)
def test_that_consent_comes_first_is_said_until_it_is_there(consent, said):
    plan = case(goal(Topic.HOUSING, part(ContributionStage.IDENTIFIED, consent)))
    one = only(office(HOUSING), plan=plan)
    assert ("erst, wenn der junge Mensch einverstanden ist" in one.explain("de")) is said
    assert one.may_be_addressed is not said


def test_somebody_who_is_told_by_a_role_alone_is_among_those_already_there():
    result = found(plan=case(goal(Topic.HOUSING, part(ContributionStage.AGREED, role_word="Tante"))))
    (told,) = result.involved
    assert (told.subject, told.label) == (None, "Tante")
    assert "„Tante“ hat am 29.02.2024 zugesagt." in result.explain("de")
    assert result.all == ()


def test_a_contributor_that_ended_or_leads_nowhere_is_still_told():
    parts = [part(ContributionStage.AGREED, partner=name) for name in ("amt", "nowhere")]
    parts.append(part(ContributionStage.AGREED, person="nobody"))
    result = found(office(period=Period(until=BEFORE)), plan=case(goal(Topic.HOUSING, *parts)))
    assert [told.label for told in result.involved] == ["Wohnungsamt", "nowhere", "nobody"]


def test_why_consent_is_not_needed_is_told():
    because = Consent(state=ConsentState.NOT_NEEDED, because="Sie fragt selbst.")
    plan = case(goal(Topic.HOUSING, PartnerContribution(partner="amt", consents=(because,))))
    assert "nicht erforderlich. Begründung: „Sie fragt selbst.“" in only(office(), plan=plan).explain("de")


def test_the_reason_why_a_goal_has_no_partner_and_its_status_are_told():
    plan = case(
        goal(
            without_partner_because="Sie sucht selbst.",
            progress=(PlanProgress(day=DAY, status=GoalStatus.REACHED),),
        )
    )
    text = found(plan=plan).explain("de")
    assert "ohne Partner bleibt: „Sie sucht selbst.“" in text
    assert "am 29.02.2024 den Stand „erreicht“" in text
    earlier = found(plan=plan, on=BEFORE)
    assert earlier.day == BEFORE
    assert "erreicht" not in earlier.explain("de")


# --- order


def test_where_all_is_alike_the_identifier_decides():
    people = KeyPerson(id="b", role="B", topics=(Topic.HOUSING,))
    result = found(*(partner(name, remits=(HOUSING,)) for name in "cab"), people)
    assert [str(one.subject) for one in result.fitting] == [
        "partners/a",
        "partners/b",
        "people/b",
        "partners/c",
    ]
    assert [one.rank for one in result.fitting] == [1, 2, 3, 4]
    assert {one.behind_in for one in result.fitting} == {None}


def test_an_earlier_criterion_decides_however_much_speaks_for_the_other():
    ages = partner("z", remits=(Remit(topics=(Topic.HOUSING,), from_age=12),))
    known = partner("a", remits=(HOUSING,))
    strong = contact("a", ratings=(rating(DAY, 5, 5),))
    first, second = found(ages, known, strong).fitting
    assert (first.subject.id, second.behind_in) == ("z", Criterion.AGES)


def test_a_reason_that_is_missing_counts_like_one_that_is_not_entered():
    for criterion, last in [
        (Criterion.AREA, ReasonKind.AREA_OPEN),
        (Criterion.AGES, ReasonKind.AGES_OPEN),
        (Criterion.CONTACT, ReasonKind.CONTACT_NOT_ENTERED),
        (Criterion.IMPORTANCE, ReasonKind.NOT_RATED),
    ]:
        assert level_without(criterion) == level_of(last)
    assert level_without(Criterion.OFFERS) == level_of(ReasonKind.OFFER_FITS) + 1


def test_inside_a_criterion_what_speaks_for_comes_first_and_what_speaks_against_last():
    order = [Stance.FOR, Stance.OPEN, Stance.AGAINST]
    for criterion in Criterion:
        stances = [order.index(kind.stance) for kind in ReasonKind if kind.criterion is criterion]
        assert stances == sorted(stances)
        assert stances
    assert all(kind.stance is Stance.AGAINST for kind in ReasonKind if kind.rules_out)


# --- what is shown


def test_tables_have_one_row_a_candidate_a_reason_and_a_contribution():
    plan = case(goal(Topic.HOUSING, part(ContributionStage.AGREED, role_word="Tante")))
    result = found(office(HOUSING), trainer(), plan=plan)
    main, reasons, involved = result.tables()
    assert [table.name for table in result.tables()] == ["candidates", "reasons", "involved"]
    assert [row["rank"] for row in result.records()] == [1, 2]
    assert len(reasons.rows) == sum(len(one.reasons) for one in result.all)
    assert involved.records()[0]["label"] == "Tante"
    assert involved.records()[0]["step_number"] == 1
    assert all("geheim-77" not in table.to_html() + table.to_html("en") for table in result.tables())
    assert "geheim-77" not in result.explain("de")
    assert "Yusuf" not in result.explain("de") + str(result.records()) + result._repr_html_()
    assert main.records()[0]["placement"] == "fitting"


def test_nothing_of_a_case_is_in_a_repr():
    plan = case(goal(Topic.HOUSING, part(ContributionStage.NOT_WANTED, role_word="Tante")))
    result = found(office(HOUSING), trainer(), plan=plan)
    told = repr(result) + repr(result.all) + repr(result.involved) + repr(result.all[0].reasons)
    for private in ("geheim", "Tante", "15-17", "HOUSING", "NOT_WANTED", "Yusuf", "2024", "Trainer"):
        assert private not in told
    assert repr(result) == "<Candidates: 2 fitting, 0 open, 0 ruled out>"
    assert repr(result.fitting[0]) == "Candidate(subject=Ref(collection='partners', id='amt'))"


def test_a_result_is_a_value_that_pickles_and_hashes():
    result = found(office(HOUSING), trainer())
    assert pickle.loads(pickle.dumps(result)) == result
    assert len({result, found(office(HOUSING), trainer())}) == 1


def test_a_reason_gives_its_facts_by_name():
    reason = only(office(Remit(topics=(Topic.HOUSING,), from_age=12))).reasons[2]
    assert reason.kind is ReasonKind.AGES_FIT
    assert reason.facts["band"] == AgeBand.FROM_15.label


@pytest.mark.parametrize(
    ("number", "de", "en"),
    [
        (1, "kommt eine Stelle oder Person in Frage. Offen", "one body or person may contribute. It is open"),
        (2, "kommen zwei Stellen oder Personen in Frage.", "two bodies or persons may contribute."),
        (13, "kommen 13 Stellen oder Personen in Frage.", "13 bodies or persons may contribute."),
    ],
)
def test_numbers_are_told_in_whole_sentences(number, de, en):
    result = found(*(partner(f"p-{n}", remits=(HOUSING,)) for n in range(number)))
    assert de in result.explain("de")
    assert en in result.explain("en")
    assert len(result.explain("de", most=0).splitlines()) == 2


def test_who_is_ruled_out_though_the_topic_fits_is_told_and_others_are_only_counted():
    young = partner("young", name="Kinderhaus", remits=(Remit(topics=(Topic.HOUSING,), to_age=11),))
    text = found(young, office(Remit(topics=(Topic.WORK,)))).explain("de")
    assert "„Kinderhaus“ kommt für dieses Ziel derzeit nicht in Frage." in text
    assert "Wohnungsamt" not in text
    assert "Zwei Stellen oder Personen kommen derzeit nicht in Frage." in text


# --- errors and views


def test_on_a_view_without_cases_the_error_says_so():
    view = redact(small(), Audience.PUBLIC)
    with pytest.raises(ModelError, match="view holds no case plans"):
        candidates(view, "fall", 0, on=DAY)


def test_a_view_for_those_responsible_for_cases_works_like_the_workspace():
    workspace = minimal(case(), office(HOUSING), trainer())
    view = redact(workspace, Audience.SOCIAL)
    assert candidates(view, "geheim-77", 0, on=DAY) == candidates(workspace, "geheim-77", 0, on=DAY)


@pytest.mark.parametrize("name", ["geheim-78", None, 3, ["geheim-77"], Ref("cases", "geheim-77")])
def test_a_case_that_is_not_there_is_an_error_that_tells_no_pseudonym(name):
    with pytest.raises(ModelError, match="no case plan with this pseudonym") as caught:
        candidates(minimal(case()), name, 0, on=DAY)
    assert "geheim" not in str(caught.value) + repr(caught.value) + caught.value.in_("de")
    assert pickle.loads(pickle.dumps(caught.value)).in_("de") == caught.value.in_("de")


@pytest.mark.parametrize("position", [-1, 2, True, "0", None, 0.0])
def test_a_goal_that_is_not_there_is_an_error_that_says_which_there_are(position):
    with pytest.raises(ModelError, match="from 0 to 1") as caught:
        candidates(minimal(case(goal(), goal())), "geheim-77", position, on=DAY)
    assert "geheim" not in str(caught.value) + repr(caught.value)


def test_a_plan_without_goals_says_that_it_has_none():
    with pytest.raises(ModelError, match="no goals yet"):
        candidates(minimal(CasePlan(id="geheim-77")), "geheim-77", 0, on=DAY)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"on": "2024-02-29"}, '"on" must be a day'),
        ({"unit": "nowhere"}, '"unit" must be'),
        ({"unit": 3}, '"unit" must be'),
        ({"languages": "Dari"}, '"languages" must be'),
        ({"languages": [3]}, '"languages" must be'),
        ({"languages": 3}, '"languages" must be'),
        ({"legal_basis": "sgb2"}, '"legal_basis" must be'),
    ],
)
def test_arguments_of_another_kind_are_refused_without_their_value(options, said):
    with pytest.raises(ModelError, match=said) as caught:
        found(**options)
    assert "nowhere" not in str(caught.value)
    assert "Dari" not in str(caught.value)


# --- words


def sentences():
    for value in vars(matching_texts).values():
        for one in value.values() if isinstance(value, dict) else [value]:
            if isinstance(one, Counted):
                yield from (one.none, one.one, one.many)
            elif isinstance(one, Say):
                yield one


def test_every_sentence_has_the_same_places_in_both_languages_and_is_no_copy():
    assert len(list(sentences())) > 80
    for say in sentences():
        assert Say(say.de, say.de).names() == Say(say.en, say.en).names()
        assert say.de != say.en


@pytest.mark.parametrize("words", [Stance, Placement, Criterion, ReasonKind])
def test_every_word_has_a_code_of_its_own_and_labels_in_both_languages(words):
    assert len({word.code for word in words}) == len(words)
    assert len({word.label.de for word in words}) == len({word.label.en for word in words}) == len(words)


# --- finer borders


def test_of_several_contacts_the_rating_of_the_latest_day_counts():
    early = contact("amt", id="z", ratings=(rating(BEFORE, 5, 5),))
    late = contact("amt", id="a", ratings=(rating(DAY, 1, 1),))
    assert not kinds(only(office(HOUSING), early, late), Criterion.IMPORTANCE)


def test_where_an_offer_is_on_just_the_own_topic_the_others_are_not_named():
    exact = Offer(id="o", name="Kautionskasse", provider="amt", sub_topics=("deposit",))
    broad = Offer(id="p", name="Wohnlotsen", provider="amt", topics=(Topic.HOUSING,))
    one = only(office(HOUSING), exact, broad, plan=case(goal(sub_topic="deposit")))
    assert kinds(one, Criterion.OFFERS) == {ReasonKind.OFFER_EXACT}
    assert "genau diesem Thema: Kautionskasse." in one.explain("de")


def test_why_consent_was_not_needed_once_is_not_told_where_it_was_given_since():
    consents = (
        Consent(state=ConsentState.NOT_NEEDED, because="Zuerst.", day=BEFORE),
        Consent(state=ConsentState.NOT_NEEDED, because="Heute.", day=DAY),
        Consent(state=ConsentState.YES, because="Zu viel.", day=NEXT),
    )
    plan = case(goal(Topic.HOUSING, PartnerContribution(partner="amt", consents=consents)))
    told = [found(plan=plan, on=day).involved[0].because for day in (BEFORE, DAY, NEXT)]
    assert told == ["Zuerst.", "Heute.", None]


def test_among_those_ruled_out_who_is_not_wanted_stands_last_and_the_more_so_the_more_is_told():
    too_old = Remit(topics=(Topic.HOUSING,), from_age=20)
    plan = case(
        goal(
            Topic.HOUSING,
            part(ContributionStage.NOT_WANTED, ConsentState.WITHDRAWN, partner="a"),
            part(ContributionStage.NOT_WANTED, partner="b"),
        )
    )
    result = found(*(partner(name, remits=(too_old,)) for name in "abc"), plan=plan)
    assert [one.subject.id for one in result.ruled_out] == ["c", "b", "a"]
    assert result.ruled_out[1].behind_in is Criterion.WISH


def test_topics_of_a_remit_that_ended_are_not_among_those_it_names():
    ended = Remit(topics=(Topic.FAMILY,), period=Period(until=BEFORE))
    one = only(office(Remit(topics=(Topic.WORK,)), ended))
    assert "andere Themen: Arbeit." in one.explain("de")


@pytest.mark.parametrize(
    ("fields", "topic"),
    [
        ({"kind": PartnerKind.OTHER, "further_kinds": (PartnerKind.SCHOOL,)}, Topic.SCHOOL),
        ({"kind": PartnerKind.PUBLIC_OFFICE, "sub_kind": "youth-office"}, Topic.FAMILY),
    ],
)
def test_further_kinds_and_sub_kinds_are_hints_too(fields, topic):
    assert only(office(**fields), plan=case(goal(topic))).is_hinted
    assert not only(office(**fields), plan=case(goal(Topic.DIGITAL))).is_hinted


def test_somebody_may_be_addressed_only_where_consent_is_there_in_each_step():
    parts = [part(ContributionStage.IDENTIFIED, consent) for consent in (ConsentState.YES, None)]
    one = only(office(HOUSING), plan=case(goal(Topic.HOUSING, *parts)))
    assert not one.may_be_addressed


def test_what_is_so_already_is_told_once():
    plan = case(goal(Topic.HOUSING, part(ContributionStage.AGREED, ConsentState.YES)))
    assert found(office(HOUSING), plan=plan).explain("de").count("zugesagt") == 1


def test_hints_are_counted_only_where_something_is_open():
    assert "Hinweis" not in found(office(HOUSING)).explain("de")
    assert "Hinweise auf das Thema gibt es dabei nicht." in found(office()).explain("de")


def test_hints_are_told_of_one_of_two_and_of_several():
    offer = Offer(id="o", name="Wohnlotsen", provider="amt", topics=(Topic.HOUSING,))
    one = found(office(), offer)
    assert "Offen ist es bei einer Stelle oder Person. Hinweise auf das Thema gibt es dabei." in one.explain(
        "de"
    )
    assert "It is open for one body or person. There is a hint at the topic." in one.explain("en")
    two = found(office(), offer, partner("b"))
    assert "Offen ist es bei zwei Stellen oder Personen. Bei einer davon gibt es Hinweise" in two.explain(
        "de"
    )
    other = Offer(id="p", name="Wohnen", provider="b", topics=(Topic.HOUSING,))
    both = found(office(), offer, partner("b"), other)
    assert "Bei zwei davon gibt es Hinweise auf das Thema." in both.explain("de")
    assert "For two of them there is a hint at the topic." in both.explain("en")


def test_offers_with_a_comma_in_their_name_stand_in_quotation_marks():
    names = ("Wohnen, leicht gemacht", "Wohnlotsen")
    offers = [
        Offer(id=f"o{i}", name=name, provider="amt", topics=(Topic.HOUSING,)) for i, name in enumerate(names)
    ]
    told = only(office(HOUSING), *offers).explain("de")
    assert "Mehrere Angebote gehören zum Thema: „Wohnen, leicht gemacht“ und Wohnlotsen." in told


def test_a_language_is_the_same_word_however_its_letters_are_put_together():
    remit = Remit(topics=(Topic.HOUSING,), languages=("Türkisch",))
    one = only(office(remit), languages=["Tu\u0308rkisch"])
    assert kind_of(one, Criterion.LANGUAGES) is ReasonKind.LANGUAGE_FITS


def test_on_a_view_with_cases_a_case_that_is_not_there_is_told_as_such():
    view = redact(minimal(case()), Audience.SOCIAL)
    with pytest.raises(ModelError, match="no case plan with this pseudonym"):
        candidates(view, "geheim-78", 0, on=DAY)
