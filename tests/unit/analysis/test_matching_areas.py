from __future__ import annotations

from datetime import date

import pytest

from jmdexport.demo import load_example
from jmdmodel.analysis.matching import candidates
from jmdmodel.analysis.matching.words import Criterion, Placement, ReasonKind
from jmdmodel.entities.case import CasePlan, PlanGoal
from jmdmodel.entities.partner import Offer
from jmdmodel.entities.resource import Remit
from jmdmodel.entities.space import AdministrativeUnit, SocialSpace
from jmdmodel.messages import LANGUAGES
from jmdmodel.testing.builders import minimal, partner
from jmdmodel.vocabulary import Topic, UnitLevel

DAY = date(2025, 12, 15)


def unit(identifier, level=UnitLevel.MUNICIPALITY, **fields):
    return AdministrativeUnit(id=identifier, name=identifier.title(), level=level, **fields)


UNITS = (
    unit("kreis", UnitLevel.DISTRICT, ags="07137"),
    unit("nachbarkreis", UnitLevel.DISTRICT, ags="07138"),
    unit("stadt", ags="07137068"),
    unit("dorf", ars="071375001024"),
    unit("viertel", UnitLevel.QUARTER, parent="stadt"),
    unit("insel", UnitLevel.QUARTER),
    unit("kreisel", UnitLevel.QUARTER, parent="kreisel"),
)
PLAN = CasePlan(id="fall", goals=(PlanGoal(topic=Topic.HOUSING, text="x"),))


def area_reason(area, place=None, *, space=(), remit=None):
    own = Remit(topics=(Topic.HOUSING,), area=remit if remit is not None else ())
    workspace = minimal(
        PLAN,
        *UNITS,
        partner("amt", area=area, remits=(own,)),
        space=SocialSpace(name="Raum", units=space) if space else None,
    )
    (one,) = candidates(workspace, "fall", 0, on=DAY, unit=place).all
    (reason,) = (reason for reason in one.reasons if reason.criterion is Criterion.AREA)
    assert (one.placement is Placement.RULED_OUT) is reason.rules_out
    return reason


@pytest.mark.parametrize(
    ("area", "place", "kind"),
    [
        (("stadt",), "stadt", ReasonKind.AREA_COVERS),
        (("kreis",), "stadt", ReasonKind.AREA_COVERS),  # by the digits
        (("kreis",), "dorf", ReasonKind.AREA_COVERS),  # AGS of the one, ARS of the other
        (("stadt",), "viertel", ReasonKind.AREA_COVERS),  # by what lies above
        (("kreis",), "viertel", ReasonKind.AREA_COVERS),
        (("nachbarkreis", "kreis"), "stadt", ReasonKind.AREA_COVERS),
        (("viertel",), "kreis", ReasonKind.AREA_PARTLY),
        (("stadt", "nachbarkreis"), "kreis", ReasonKind.AREA_PARTLY),
        (("nachbarkreis",), "stadt", ReasonKind.AREA_OUTSIDE),
        (("viertel",), "dorf", ReasonKind.AREA_OUTSIDE),
        (("insel",), "stadt", ReasonKind.AREA_UNCLEAR),
        (("stadt",), "insel", ReasonKind.AREA_UNCLEAR),
        (("kreisel",), "stadt", ReasonKind.AREA_UNCLEAR),
        (("insel",), "insel", ReasonKind.AREA_COVERS),
        ((), "stadt", ReasonKind.AREA_OPEN),
        (("nowhere",), "stadt", ReasonKind.AREA_OPEN),
    ],
)
def test_an_area_is_compared_with_the_place(area, place, kind):
    assert area_reason(area, place).kind is kind


@pytest.mark.parametrize(
    ("area", "space", "kind"),
    [
        (("kreis",), ("stadt", "dorf"), ReasonKind.AREA_COVERS),
        (("stadt",), ("stadt", "dorf"), ReasonKind.AREA_PARTLY),
        (("viertel",), ("stadt",), ReasonKind.AREA_PARTLY),
        (("nachbarkreis",), ("stadt", "dorf"), ReasonKind.AREA_BEYOND),
        (("nachbarkreis",), ("stadt", "insel"), ReasonKind.AREA_UNCLEAR),
        (("stadt",), (), ReasonKind.AREA_UNCLEAR),
        (("stadt",), ("nowhere",), ReasonKind.AREA_UNCLEAR),
        ((), ("stadt",), ReasonKind.AREA_OPEN),
    ],
)
def test_without_a_place_an_area_is_compared_with_the_social_space_and_rules_nobody_out(area, space, kind):
    assert area_reason(area, space=space).kind is kind
    assert not kind.rules_out


def test_the_area_of_the_remit_comes_before_that_of_the_partner():
    assert area_reason(("stadt",), "stadt", remit=("nachbarkreis",)).kind is ReasonKind.AREA_OUTSIDE
    assert area_reason(("nachbarkreis",), "stadt", remit=("stadt",)).kind is ReasonKind.AREA_COVERS


def test_the_sentence_names_place_and_area():
    told = area_reason(("nachbarkreis",), "stadt").message
    assert told.in_("de") == "Der Ort „Stadt“ liegt nicht im eingetragenen Gebiet (Nachbarkreis)."
    assert told.in_("en") == 'The place "Stadt" does not lie in the area entered (Nachbarkreis).'


@pytest.mark.parametrize(
    ("place", "counts"),
    [("stadt", True), ("kreis", True), ("insel", True), ("nachbarkreis", False), (None, True)],
)
def test_an_offer_that_lies_elsewhere_is_no_reason(place, counts):
    offer = Offer(id="o", name="Wohnlotsen", provider="amt", topics=(Topic.HOUSING,), area=("stadt",))
    workspace = minimal(PLAN, *UNITS, partner("amt"), offer)
    (one,) = candidates(workspace, "fall", 0, on=DAY, unit=place).all
    assert one.is_hinted is counts


# --- the example


EXAMPLE = load_example().workspace
GOALS = [(plan.id, number) for plan in EXAMPLE.cases for number in range(len(plan.goals))]


@pytest.mark.parametrize(("case", "number"), GOALS)
def test_every_goal_of_the_example_is_told_in_both_languages_without_a_gap(case, number):
    result = candidates(EXAMPLE, case, number, on=DAY)
    assert result.all
    for language in LANGUAGES:
        lines = result.explain(language).splitlines()
        lines += [one.explain(language) for one in (*result.all, *result.involved)]
        assert all(line[-1] in '.“"' and "{" not in line and "–" not in line for line in lines)
        assert all(line[0].isupper() or line[0] in '„"1' for line in lines)
        assert not any(person.name in "\n".join(lines) for person in EXAMPLE.people if person.name)


def test_in_the_example_the_place_decides_who_is_there_for_leisure():
    there = candidates(EXAMPLE, "ahorn-12", 1, on=DAY, unit="ellerbrueck")
    elsewhere = candidates(EXAMPLE, "ahorn-12", 1, on=DAY, unit="wendelborn")
    assert there.fitting[0].subject.id == "tsv-ellerbrueck"
    out = next(one for one in elsewhere.ruled_out if one.subject.id == "tsv-ellerbrueck")
    assert ReasonKind.AREA_OUTSIDE in {reason.kind for reason in out.reasons}


def test_in_the_example_the_counselling_whose_consent_was_withdrawn_is_ruled_out_from_that_day_on():
    before = candidates(EXAMPLE, "eiche-03", 1, on=date(2025, 9, 22))
    after = candidates(EXAMPLE, "eiche-03", 1, on=date(2025, 9, 23))
    assert before.fitting[0].subject.id == "psychosoziale-beratung"
    assert before.fitting[0].may_be_addressed
    out = next(one for one in after.ruled_out if one.subject.id == "psychosoziale-beratung")
    assert ReasonKind.CONSENT_WITHDRAWN in {reason.kind for reason in out.reasons}


def test_in_the_example_the_youth_office_is_there_for_housing_from_18_to_20_alone():
    found = candidates(EXAMPLE, "eiche-03", 0, on=DAY)
    office = next(one for one in found.all if one.subject.id == "jugendamt")
    assert ReasonKind.AGES_OUTSIDE in {reason.kind for reason in office.reasons}
    assert "(18 bis 20 Jahre) schließen die Altersgruppe nicht ein (21 bis 23 Jahre)" in office.explain("de")
