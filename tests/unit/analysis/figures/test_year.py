"""The figures of a year: who counts, what is withheld, what is said of it."""

from __future__ import annotations

import pickle
from datetime import date
from fractions import Fraction

import pytest

from jmdexport.demo import load_example
from jmdmodel.analysis.figures import (
    SYMBOLS,
    EgoNetwork,
    Figure,
    Remark,
    Roles,
    ego_network,
    in_contact,
    partner_net,
)
from jmdmodel.analysis.ratings import STRONG
from jmdmodel.entities.partner import Partner
from jmdmodel.entities.relation import Contact, ContactRating, ContactStanding, NetworkMap, Tie
from jmdmodel.errors import NoMapForYear
from jmdmodel.messages import LANGUAGES
from jmdmodel.period import Period
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience, Importance, Intensity
from jmdmodel.testing.builders import minimal, small
from jmdmodel.vocabulary import ContactState, PartnerKind, TieKnowledge

DAY = date(2024, 2, 29)
SCHOOL, OFFICE, CLUB = PartnerKind.SCHOOL, PartnerKind.PUBLIC_OFFICE, PartnerKind.ASSOCIATION


def space(*things, surveyed=DAY, as_of=DAY):
    return minimal(NetworkMap(id="2024", as_of=as_of, ties_surveyed_on=surveyed), *things)


def partner(identifier, kind=SCHOOL):
    return Partner(id=identifier, name=identifier.upper(), kind=kind)


def contact(identifier, intensity=None, importance=None, state=None, **more):
    rated = intensity is not None or importance is not None
    ratings = (ContactRating(day=DAY, intensity=intensity, importance=importance),) if rated else ()
    states = (ContactStanding(state=state),) if state else ()
    return Contact(id=identifier, partner=identifier, ratings=ratings, states=states, **more)


def known(*identifiers, kind=SCHOOL):
    return [thing for one in identifiers for thing in (partner(one, kind), contact(one))]


def tie(one, other, **more):
    return Tie(id=more.pop("id", f"{one}--{other}"), between=(one, other), **more)


def values(found: EgoNetwork):
    return {each.figure: each.value for each in found.values}


def test_a_year_without_a_map_is_refused():
    with pytest.raises(NoMapForYear):
        ego_network(space(), 2023)


@pytest.mark.parametrize(
    ("state", "counts"),
    [
        (ContactState.ACTIVE, True),
        (ContactState.DORMANT, False),
        (ContactState.NONE_YET, False),
        (ContactState.REFUSED, False),
        (ContactState.UNKNOWN, False),
        (None, True),
    ],
)
def test_only_a_partner_with_contact_belongs_to_the_network(state, counts):
    made = space(partner("a"), contact("a", state=state))
    assert len(in_contact(made, 2024)) == counts


def test_a_partner_on_a_ring_belongs_to_the_network_whatever_state_is_told():
    made = space(partner("a"), contact("a", Intensity.YEARLY, state=ContactState.DORMANT))
    assert ego_network(made, 2024).value(Figure.SIZE).value == 1


def test_a_partner_rated_in_importance_alone_belongs_to_the_network():
    made = space(partner("a"), contact("a", None, Importance.LOW))
    assert ego_network(made, 2024).value(Figure.SIZE).value == 1


def test_an_important_partner_without_contact_yet_is_no_part_of_the_network():
    made = space(partner("a"), contact("a", None, Importance.INDISPENSABLE, ContactState.NONE_YET))
    assert ego_network(made, 2024).value(Figure.SIZE).value == 0


@pytest.mark.parametrize(("until", "counts"), [(DAY, True), (date(2024, 2, 28), False)])
def test_a_contact_counts_on_its_last_day_and_not_after_it(until, counts):
    made = space(partner("a"), contact("a", period=Period(until=until)))
    assert len(in_contact(made, 2024)) == counts


def test_a_partner_without_any_contact_is_no_part_of_the_network():
    assert partner_net(space(partner("a"), *known("b"), tie("a", "b")), 2024).nodes == ("b",)


def test_a_tie_to_a_partner_without_contact_does_not_count():
    made = space(*known("a"), partner("b"), contact("b", state=ContactState.REFUSED), tie("a", "b"))
    found = ego_network(made, 2024)
    assert (found.value(Figure.SIZE).value, found.value(Figure.TIES).value) == (1, 0)


def test_two_ties_between_the_same_partners_are_one():
    made = space(*known("a", "b"), tie("a", "b"), tie("b", "a"))
    assert ego_network(made, 2024).value(Figure.TIES).value == 1


def test_a_tie_that_ended_before_the_day_of_the_map_does_not_count():
    over = tie("a", "b", period=Period(until=date(2024, 2, 28)))
    assert ego_network(space(*known("a", "b"), over), 2024).value(Figure.TIES).value == 0


def test_assumed_ties_count_and_are_told():
    assumed = {"knowledge": TieKnowledge.ASSUMED}
    made = space(
        *known("a", "b", "c"),
        tie("a", "b", **assumed),
        tie("b", "c", **assumed),
        tie("c", "b", id="known"),
    )
    found = ego_network(made, 2024)
    assert (found.value(Figure.TIES).value, found.assumed_ties) == (2, 1)


@pytest.mark.parametrize("surveyed", [date(2023, 5, 1), DAY, date(2024, 12, 31)])
def test_ties_are_told_for_a_survey_before_on_and_after_the_day_of_the_map(surveyed):
    found = ego_network(space(*known("a", "b"), tie("a", "b"), surveyed=surveyed), 2024)
    assert found.surveyed_on == surveyed
    assert found.value(Figure.DENSITY).value == 1
    assert found.value(Figure.DENSITY).remark is Remark.AS_FAR_AS_KNOWN
    assert found.value(Figure.DENSITY).reason is None


def test_without_a_survey_all_figures_that_need_ties_are_withheld():
    found = ego_network(space(*known("a", "b", "c"), tie("a", "b"), surveyed=None), 2024)
    withheld = {each.figure for each in found.values if each.remark is Remark.NOT_SURVEYED}
    assert withheld == {figure for figure in Figure if figure.about.needs_ties}
    assert all(each.value is None for each in found.values if each.figure in withheld)
    assert found.cut_points is found.assumed_ties is None
    assert found.partners[0].degree is found.partners[0].roles is found.partners[0].is_cut_point is None
    assert found.value(Figure.SIZE).value == 3
    reason = found.value(Figure.TIES).reason
    assert reason is not None
    assert reason.in_("de") == (
        "Für die Karte dieses Jahres wurden keine Verbindungen unter den Partnern erhoben."
    )


def test_every_figure_has_a_value_or_a_reason_for_none_one_and_two_partners():
    for names in ("", "a", "ab", "abc"):
        for surveyed in (None, DAY):
            for each in ego_network(space(*known(*names), surveyed=surveyed), 2024).values:
                reason = each.reason
                assert (each.value is None) == (reason is not None)
                if reason is not None:
                    assert reason.in_("de") != reason.in_("en")


def test_a_network_of_nobody_has_these_values():
    assert values(ego_network(space(), 2024)) == {
        **dict.fromkeys(Figure),
        **dict.fromkeys(
            (
                *(Figure.SIZE, Figure.TIES, Figure.COMPONENTS, Figure.ISOLATES, Figure.CUT_POINTS),
                *(Figure.CONSULTANT, Figure.LIAISON, Figure.BROKERS),
            ),
            0,
        ),
    }
    assert {each.remark for each in ego_network(space(), 2024).values if each.value is None} == {
        Remark.NO_PARTNER
    }


def test_a_network_of_one_has_these_values():
    found = ego_network(space(partner("a"), contact("a", STRONG)), 2024)
    assert values(found) == {
        Figure.SIZE: 1,
        Figure.TIES: 0,
        Figure.EFFECTIVE_SIZE: 1,
        Figure.EFFICIENCY: 1,
        Figure.CONSTRAINT: 1,
        Figure.DENSITY: None,
        Figure.COMPONENTS: 1,
        Figure.ISOLATES: 1,
        Figure.CUT_POINTS: 0,
        Figure.CONSULTANT: 0,
        Figure.LIAISON: 0,
        Figure.BROKERS: 0,
        Figure.BETWEENNESS: None,
        Figure.BETWEENNESS_CENTRALISATION: None,
        Figure.DEGREE_CENTRALISATION: None,
        Figure.E_I: None,
        Figure.DIVERSITY: 0,
        Figure.DIVERSITY_NORMALISED: 0,
        Figure.STRONG_SHARE: 1,
        Figure.IMPORTANT_SHARE: None,
    }
    why = {each.figure: each.remark for each in found.values if each.value is None}
    assert why == {
        Figure.DENSITY: Remark.FEWER_THAN_TWO,
        Figure.BETWEENNESS: Remark.FEWER_THAN_TWO,
        Figure.BETWEENNESS_CENTRALISATION: Remark.FEWER_THAN_TWO,
        Figure.DEGREE_CENTRALISATION: Remark.FEWER_THAN_THREE,
        Figure.E_I: Remark.NO_TIE,
        Figure.IMPORTANT_SHARE: Remark.NO_IMPORTANCE,
    }


def test_a_network_of_two_tied_partners_of_different_kinds_has_these_values():
    made = space(*known("a"), *known("b", kind=OFFICE), tie("a", "b"))
    assert values(ego_network(made, 2024)) == {
        Figure.SIZE: 2,
        Figure.TIES: 1,
        Figure.EFFECTIVE_SIZE: 1,
        Figure.EFFICIENCY: Fraction(1, 2),
        Figure.CONSTRAINT: Fraction(9, 8),
        Figure.DENSITY: 1,
        Figure.COMPONENTS: 1,
        Figure.ISOLATES: 0,
        Figure.CUT_POINTS: 0,
        Figure.CONSULTANT: 0,
        Figure.LIAISON: 0,
        Figure.BROKERS: 0,
        Figure.BETWEENNESS: 0,
        Figure.BETWEENNESS_CENTRALISATION: 0,
        Figure.DEGREE_CENTRALISATION: None,
        Figure.E_I: 1,
        Figure.DIVERSITY: Fraction(1, 2),
        Figure.DIVERSITY_NORMALISED: Fraction(9, 17),
        Figure.STRONG_SHARE: None,
        Figure.IMPORTANT_SHARE: None,
    }


def test_of_three_in_a_row_the_middle_one_brokers_and_holds_the_others_together():
    made = space(*known("a", "b"), *known("c", kind=CLUB), tie("a", "b"), tie("b", "c"))
    found = ego_network(made, 2024)
    assert found.cut_points == ("b",)
    assert [row.degree for row in found.partners] == [1, 2, 1]
    assert [row.roles for row in found.partners] == [Roles(), Roles(gatekeeper=1), Roles()]
    assert [row.betweenness for row in found.partners] == [0, Fraction(1, 2), 0]
    assert found.value(Figure.CUT_POINTS).value == found.value(Figure.BROKERS).value == 1
    assert found.value(Figure.LIAISON).value == 1
    assert found.value(Figure.E_I).value == 0
    assert found.value(Figure.DEGREE_CENTRALISATION).value == 1


def test_three_in_a_row_have_these_figures_of_the_service():
    made = space(*known("a", "b", "c"), tie("a", "b"), tie("b", "c"))
    found = ego_network(made, 2024)
    expected = {
        Figure.EFFECTIVE_SIZE: Fraction(5, 3),
        Figure.EFFICIENCY: Fraction(5, 9),
        Figure.CONSTRAINT: Fraction(68, 81),
        Figure.DENSITY: Fraction(2, 3),
        Figure.BETWEENNESS: Fraction(1, 6),
        Figure.BETWEENNESS_CENTRALISATION: Fraction(1, 9),
        Figure.CONSULTANT: 1,
        Figure.LIAISON: 0,
        Figure.E_I: -1,
    }
    assert {figure: found.value(figure).value for figure in expected} == expected


def test_shares_count_the_rated_alone_and_the_step_itself():
    steps = (Intensity.QUARTERLY, Intensity.MONTHLY, Intensity.WEEKLY)
    weights = (Importance.SOME_GOALS, Importance.MOST_GOALS, None)
    things = [
        thing
        for name, step, weight in zip("abc", steps, weights, strict=True)
        for thing in (partner(name), contact(name, step, weight))
    ]
    found = ego_network(space(*things, *known("d")), 2024)
    assert found.value(Figure.STRONG_SHARE).value == Fraction(2, 3)
    assert found.value(Figure.IMPORTANT_SHARE).value == Fraction(1, 2)


def test_the_tables_have_fixed_columns_and_a_row_for_each_figure_and_each_partner():
    figures, partners = ego_network(space(*known("a", "b")), 2024).tables()
    assert [column.name for column in figures.columns] == ["figure", "count", "value", "remark"]
    assert [row["figure"] for row in figures.records()] == [figure.code for figure in Figure]
    assert [column.name for column in partners.columns] == [
        *("partner", "name", "kind", "ties", "betweenness"),
        *("coordinator", "consultant", "gatekeeper", "liaison", "cut_point"),
    ]
    assert [row["partner"] for row in partners.records()] == ["a", "b"]
    assert partners.texts("de")[0] == ("a", "A", "Schule", "0", "0,000", "0", "0", "0", "0", "nein")


def test_a_count_and_a_measure_stand_in_columns_of_their_own():
    rows = {row["figure"]: row for row in ego_network(space(*known("a", "b")), 2024).records()}
    assert (rows["size"]["count"], rows["size"]["value"]) == (2, None)
    assert (rows["density"]["count"], rows["density"]["value"]) == (None, 0)
    assert rows["density"]["remark"] == "as-far-as-known"


def test_a_notebook_shows_both_tables_escaped():
    made = space(Partner(id="a", name="<b>", kind=SCHOOL), contact("a"))
    shown = ego_network(made, 2024)._repr_html_()
    assert shown.count("<table") == 2
    assert "&lt;b&gt;" in shown
    assert "<b>" not in shown


def test_a_result_is_a_plain_value():
    found = ego_network(small(), next(iter(small().maps)).year)
    assert pickle.loads(pickle.dumps(found)) == found
    assert hash(found) == hash(ego_network(small(), found.year))


def test_the_public_view_has_no_map_and_the_view_for_reports_gives_the_same():
    whole = load_example().workspace
    with pytest.raises(NoMapForYear):
        ego_network(redact(whole, Audience.PUBLIC), 2025)
    view = ego_network(redact(whole, Audience.REPORT), 2025)
    assert values(view) == values(ego_network(whole, 2025))


def test_a_contact_and_a_tie_that_lead_nowhere_do_no_harm():
    made = space(*known("a"), contact("gone"), tie("a", "gone"))
    assert values(ego_network(made, 2024)) == values(ego_network(space(*known("a")), 2024))


def test_every_year_of_the_example_has_all_figures_or_says_why():
    whole = load_example().workspace
    for shown in whole.maps:
        found = ego_network(whole, shown.year)
        assert (found.surveyed_on is None) == (found.value(Figure.TIES).value is None)
        assert found.value(Figure.SIZE).value == len(found.partners)


@pytest.mark.parametrize("figure", Figure)
def test_a_figure_is_told_in_both_languages_with_all_that_belongs_to_it(figure):
    about = figure.about
    for say in (figure.label, about.meaning, about.few, *([about.note] if about.note else [])):
        for language in LANGUAGES:
            assert say.in_(language).strip() == say.in_(language) != ""
        assert say.de != say.en
    for sentence in (about.meaning.de, about.meaning.en, about.few.de, about.few.en):
        assert sentence[0].isupper() or sentence[0].isdigit()
        assert sentence.endswith(".")
    for language in LANGUAGES:
        assert about.meaning.in_(language).count(". ") == 0, "one sentence"
    assert about.formula
    assert "…" in about.span
    assert about.paper


def test_no_two_figures_have_the_same_label_or_meaning():
    for language in LANGUAGES:
        assert len({figure.label.in_(language) for figure in Figure}) == len(Figure)
        assert len({figure.about.meaning.in_(language) for figure in Figure}) == len(Figure)


def test_the_number_of_kinds_in_the_catalogue_is_that_of_the_vocabulary():
    assert dict(SYMBOLS)["K"].de.endswith(str(len(PartnerKind)))
    assert "9/17" in Figure.DIVERSITY_NORMALISED.about.few.de
    assert len(PartnerKind) == 18
