from __future__ import annotations

from datetime import date

import pytest

from jmdmodel.analysis.committees import contribution_outcomes
from jmdmodel.entities.committee import Committee, Contribution, Session
from jmdmodel.entities.event import Publication, SpaceEvent
from jmdmodel.entities.gap import ConceptStep, GapProgress, IntegrationConcept, OfferGap
from jmdmodel.entities.need import Need
from jmdmodel.entities.partner import Offer, Partner
from jmdmodel.entities.resource import GroupOffer
from jmdmodel.errors import ModelError
from jmdmodel.ids import Ref
from jmdmodel.period import Period
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.testing.builders import minimal
from jmdmodel.vocabulary import (
    CommitteeKind,
    ConceptStage,
    ContributionKind,
    GapStatus,
    PartnerKind,
    PublicationKind,
    SessionResult,
)

DAY = date(2024, 2, 29)


def workspace(*things, regarding=(), on=DAY):
    brought = Contribution(kind=ContributionKind.GAP_FOUND, text="Lücke", regarding=regarding)
    session = Session(day=on, result=SessionResult.AGREED, contributions=(brought,))
    return minimal(Committee(id="jha", name="JHA", kind=CommitteeKind.AG_78, sessions=(session,)), *things)


def state(thing, ref, day=DAY, *more):
    (one,) = contribution_outcomes(workspace(thing, *more, regarding=(ref,)), 2024, on=day)
    (outcome,) = one.outcomes
    return outcome.state.in_("de"), outcome.state.in_("en")


GAP = OfferGap(
    id="kurs",
    title="Kein Kurs",
    found_on=date(2024, 1, 1),
    progress=(GapProgress(day=DAY, status=GapStatus.CLOSED),),
    offers=("abendkurs", "sprachcafe", "weg"),
)
COURSE = Offer(id="abendkurs", name="Abendkurs", period=Period(since=DAY))


def test_a_gap_is_told_by_its_status_on_the_day_and_by_the_offer_that_came_of_it():
    ref = Ref("gaps", "kurs")
    assert state(GAP, ref, date(2024, 2, 28), COURSE) == ("offen", "open")
    assert state(GAP, ref, DAY, COURSE) == (
        "geschlossen, entstanden: „Abendkurs“",
        'closed, what came of it: "Abendkurs"',
    )
    assert state(GAP, ref, DAY) == ("geschlossen", "closed")
    cafe = Offer(id="sprachcafe", name="Café, abends")
    assert state(GAP, ref, DAY, COURSE, cafe)[0] == "geschlossen, entstanden: „Abendkurs“ und „Café, abends“"


def test_a_need_is_told_by_the_offers_of_the_day():
    need, ref = Need(id="deutsch", title="Deutsch"), Ref("needs", "deutsch")
    ended = Offer(id="alt", name="Alt", needs=("deutsch",), period=Period(until=date(2024, 2, 28)))
    one = Offer(id="neu", name="Neu", needs=("deutsch",), period=Period(until=DAY))
    assert state(need, ref) == ("noch kein Angebot", "no offer yet")
    assert state(need, ref, DAY, ended) == ("noch kein Angebot", "no offer yet")
    assert state(need, ref, DAY, ended, one) == ("ein Angebot", "one offer")
    run = GroupOffer(id="kurs", name="Kurs", needs=("deutsch",), offer="neu")
    own = GroupOffer(id="treff", name="Treff", needs=("deutsch",), period=Period(until=DAY))
    assert state(need, ref, DAY, one, run) == ("ein Angebot", "one offer")
    assert state(need, ref, DAY, one, run, own) == ("zwei Angebote", "two offers")
    assert state(need, ref, date(2024, 3, 1), own) == ("noch kein Angebot", "no offer yet")


@pytest.mark.parametrize(
    ("period", "said"),
    [
        (Period(since=DAY, until=DAY), "besteht"),
        (Period(since=date(2024, 3, 1)), "beginnt am 01.03.2024"),
        (Period(until=date(2024, 2, 28)), "endete am 28.02.2024"),
    ],
)
def test_an_offer_is_there_is_to_come_or_is_over(period, said):
    assert state(Offer(id="a", name="A", period=period), Ref("offers", "a"))[0] == said


@pytest.mark.parametrize(
    ("day", "said"), [(DAY, "beschlossen"), (date(2024, 2, 28), "Stand nicht eingetragen")]
)
def test_a_concept_is_told_by_its_stage_on_the_day(day, said):
    concept = IntegrationConcept(
        id="k", name="Konzept", stages=(ConceptStep(day=DAY, stage=ConceptStage.ADOPTED),)
    )
    assert state(concept, Ref("concepts", "k"), day)[0] == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (DAY, ("erschienen am 29.02.2024", "fand statt am 29.02.2024")),
        (date(2024, 2, 28), ("erscheint am 29.02.2024", "findet statt am 29.02.2024")),
    ],
)
def test_what_is_dated_is_told_as_past_or_coming(day, said):
    text = Publication(id="p", title="P", day=DAY, kind=PublicationKind.WEB)
    fest = SpaceEvent(id="e", title="E", day=DAY)
    assert (
        state(text, Ref("publications", "p"), day)[0],
        state(fest, Ref("events", "e"), day)[0],
    ) == said


def test_a_reference_that_leads_nowhere_is_told_and_never_raises():
    (one,) = contribution_outcomes(workspace(regarding=(Ref("gaps", "weg"),)), 2024)
    assert (one.outcomes[0].name, one.outcomes[0].state.in_("de")) == (
        None,
        "dazu ist nichts mehr eingetragen",
    )


def test_the_last_day_of_the_year_is_the_day_where_none_is_given():
    after = OfferGap(
        id="kurs",
        title="Kein Kurs",
        found_on=DAY,
        progress=(
            GapProgress(day=date(2024, 12, 31), status=GapStatus.IN_COORDINATION),
            GapProgress(day=date(2025, 1, 1), status=GapStatus.CLOSED),
        ),
    )
    (one,) = contribution_outcomes(workspace(after, regarding=(Ref("gaps", "kurs"),)), 2024)
    assert one.outcomes[0].state.in_("de") == "in Abstimmung"


def test_a_contribution_without_a_reference_stands_in_the_table_once():
    found = contribution_outcomes(workspace(), 2024)
    (record,) = found.records()
    assert (record["kind"], record["result"], record["regarding"]) == ("gap-found", "agreed", None)
    assert list(found.sentences("de")) == ["Zu keinem der Beiträge ist eingetragen, worauf er sich bezieht."]


def test_one_contribution_with_two_references_has_two_rows_and_counts_once():
    found = contribution_outcomes(
        workspace(GAP, COURSE, regarding=(Ref("gaps", "kurs"), Ref("offers", "abendkurs"))), 2024
    )
    assert [record["regarding"] for record in found.records()] == ["gaps/kurs", "offers/abendkurs"]
    assert list(found.sentences("en")) == ["For one contribution it is entered what it refers to."]


def test_without_contributions_nothing_is_told():
    assert contribution_outcomes(minimal(), 2024).sentences() == ()


def test_sessions_of_other_years_are_left_out():
    assert contribution_outcomes(workspace(on=date(2023, 12, 31)), 2024) == ()


def test_a_public_view_has_no_contributions():
    assert contribution_outcomes(redact(workspace(GAP), Audience.PUBLIC), 2024) == ()


def test_a_day_that_is_none_is_refused():
    with pytest.raises(ModelError):
        contribution_outcomes(minimal(), 2024, on="2024-02-29")


def test_an_offer_is_over_with_the_partner_that_provides_it():
    made = Offer(id="o", name="O", provider="haus")
    gone = Partner(
        id="haus", name="Haus", kind=PartnerKind.ASSOCIATION, period=Period(until=date(2024, 2, 1))
    )
    assert state(made, Ref("offers", "o"), DAY, gone)[0] == "endete am 01.02.2024"
    need = Need(id="n", title="N")
    meeting = Offer(id="o", name="O", provider="haus", needs=("n",))
    assert state(need, Ref("needs", "n"), DAY, gone, meeting)[0] == "noch kein Angebot"
