"""The exporter of the case map: one case under its pseudonym, for those who are responsible for it."""

from __future__ import annotations

import pickle
from datetime import date
from typing import Any

import attrs
import pytest

from jmdexport import export
from jmdexport.builtin.case_map import CaseMapOptions, UnknownCase, case_plan
from jmdexport.demo import EXAMPLE_DATE, load_example
from jmdexport.drawing.case import draw_case
from jmdexport.drawing.case_plan import CaseMapPlan, Part
from jmdexport.drawing.conflicts import conflicts
from jmdexport.errors import AudienceRefused
from jmdmodel.entities.case import (
    CasePlan,
    Consent,
    ContributionStep,
    PartnerContribution,
    PlanGoal,
    PlanProgress,
    PlanStep,
)
from jmdmodel.entities.partner import KeyPerson
from jmdmodel.entities.service import StaffRole
from jmdmodel.ids import CaseId, PartnerId, PersonId, StaffId
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.testing.builders import minimal, partner
from jmdmodel.vocabulary import AgeBand, ConsentState, ContributionStage, GoalStatus, Topic
from jmdmodel.workspace import Workspace
from tools.canaries import planted, run

DAY = date(2025, 6, 30)
EXAMPLE = load_example().workspace


def contribution(**values: Any) -> PartnerContribution:
    return PartnerContribution(**{"partner": PartnerId("jobcenter"), **values})


def stage(month: int, reached: ContributionStage, **values: Any) -> ContributionStep:
    return ContributionStep(day=date(2025, month, 1), stage=reached, **values)


def consent(state: ConsentState, month: int | None = 1, **values: Any) -> Consent:
    return Consent(state=state, day=date(2025, month, 1) if month else None, **values)


def workspace(*parts: PartnerContribution, step: Any = None, **values: Any) -> Workspace:
    plan_step = attrs.evolve(step or PlanStep(text="Unterlagen sammeln"), contributions=parts)
    goal = PlanGoal(topic=Topic.SCHOOL, text="Den Abschluss machen", steps=(plan_step,))
    case = CasePlan(**{"id": CaseId("ahorn-1"), "goals": (goal,), **values})
    return minimal(
        partner("jobcenter", name="Jobcenter"),
        KeyPerson(id=PersonId("trainer"), role="Trainer der Jugend", name="Frau Muster"),
        StaffRole(id=StaffId("case-management"), function="Case Management"),
        case,
        CasePlan(id=CaseId("birke-2")),
    )


def planned(*parts: PartnerContribution, day: date = DAY, **values: Any) -> CaseMapPlan:
    return case_plan(workspace(*parts, **values), day, options=CaseMapOptions(case="ahorn-1"))


def only_part(part: PartnerContribution, **values: Any) -> Part:
    (found,) = planned(part, **values).goals[0].steps[0].parts
    return found


@pytest.mark.parametrize(
    ("given", "kind", "label"),
    [
        ({"partner": PartnerId("jobcenter")}, "partner", "Jobcenter"),
        ({"partner": None, "person": PersonId("trainer")}, "person", "Trainer der Jugend"),
        ({"partner": None, "role_word": "Tante"}, "other", "Tante"),
        ({"partner": PartnerId("gone")}, "partner", "nicht mehr im Verzeichnis"),
        ({"partner": None, "person": PersonId("gone")}, "person", "nicht mehr im Verzeichnis"),
    ],
)
def test_contributors_are_partners_roles_or_somebody_of_this_case(
    given: dict[str, Any], kind: str, label: str
) -> None:
    part = only_part(PartnerContribution(**given))
    assert (part.kind, part.label) == (kind, label)


ASKED = (stage(3, ContributionStage.ADDRESSED),)
FOUND = (stage(3, ContributionStage.IDENTIFIED),)


@pytest.mark.parametrize(
    ("consents", "stages", "sign", "text"),
    [
        ((consent(ConsentState.YES),), ASKED, "covered", "Einwilligung erteilt (01.01.2025)"),
        ((), FOUND, "open", "Einwilligung ungeklärt"),
        ((), ASKED, "missing", "Einwilligung ungeklärt"),
        ((), (stage(3, ContributionStage.DECLINED),), "missing", "Einwilligung ungeklärt"),
        ((), (stage(3, ContributionStage.NOT_WANTED),), "open", "Einwilligung ungeklärt"),
        ((consent(ConsentState.NO),), FOUND, "missing", "Einwilligung nicht erteilt (01.01.2025)"),
        (
            (consent(ConsentState.YES), consent(ConsentState.WITHDRAWN, 4)),
            ASKED,
            "missing",
            "Einwilligung widerrufen (01.04.2025)",
        ),
        (
            (consent(ConsentState.YES), consent(ConsentState.WITHDRAWN, 7)),
            ASKED,
            "covered",
            "Einwilligung erteilt (01.01.2025)",
        ),
        (
            (consent(ConsentState.NOT_NEEDED, None, because="Selbst gesucht."),),
            ASKED,
            "covered",
            "Einwilligung nicht erforderlich",
        ),
        (
            (consent(ConsentState.NOT_NEEDED, None),),
            ASKED,
            "missing",
            "Einwilligung nicht erforderlich, aber ohne Begründung",
        ),
    ],
)
def test_consent_is_there_open_or_missing(
    consents: tuple[Consent, ...], stages: tuple[ContributionStep, ...], sign: str, text: str
) -> None:
    part = only_part(contribution(consents=consents, stages=stages))
    assert (part.consent, part.consent_text) == (sign, text)


def test_what_the_young_person_arranges_needs_consent_only_where_somebody_was_asked() -> None:
    own = PlanStep(text="Hingehen", by_the_young_person=True)
    agreed = contribution(stages=(stage(3, ContributionStage.AGREED),))
    assert only_part(agreed, step=own).consent == "open"
    assert only_part(contribution(stages=ASKED), step=own).consent == "missing"


def test_only_what_had_happened_by_the_day_is_shown() -> None:
    part = contribution(
        stages=(stage(7, ContributionStage.DELIVERED), stage(6, ContributionStage.AGREED), *FOUND)
    )
    found = only_part(part)
    assert [(one.label, one.day, one.ending) for one in found.stages] == [
        ("ermittelt", "01.03.2025", "way"),
        ("zugesagt", "01.06.2025", "way"),
    ]
    later = only_part(part, day=date(2025, 7, 1))
    assert [one.ending for one in later.stages] == ["way", "way", "done"]


@pytest.mark.parametrize(
    ("given", "details", "is_done"),
    [
        ({}, ("offen, ohne Termin",), False),
        ({"due": date(2025, 5, 1)}, ("offen, bis 01.05.2025",), False),
        ({"due": date(2025, 5, 1), "done_on": DAY}, ("erledigt am 30.06.2025",), True),
        ({"due": date(2025, 5, 1), "done_on": date(2025, 7, 1)}, ("offen, bis 01.05.2025",), False),
        ({"by_the_young_person": True}, ("offen, ohne Termin", "durch den jungen Menschen selbst"), False),
    ],
)
def test_a_step_tells_its_day_and_who_acts(
    given: dict[str, Any], details: tuple[str, ...], is_done: bool
) -> None:
    step = planned(step=PlanStep(text="Schritt", **given)).goals[0].steps[0]
    assert (step.details, step.is_done) == (details, is_done)


def test_a_goal_without_contributors_says_whether_there_is_a_reason() -> None:
    goals = (
        PlanGoal(topic=Topic.SCHOOL, text="Eins"),
        PlanGoal(topic=Topic.SCHOOL, text="Zwei", due=DAY, without_partner_because="Geheimer Grund"),
        PlanGoal(
            topic=Topic.SCHOOL,
            text="Drei",
            progress=(PlanProgress(day=DAY, status=GoalStatus.PARTLY_REACHED, note="Geheime Notiz"),),
            steps=(PlanStep(text="x", contributions=(contribution(),)),),
        ),
    )
    found = planned(goals=goals).goals
    assert [goal.details for goal in found] == [
        ("noch niemand trägt dazu bei",),
        ("bis 30.06.2025", "ohne Partner; der Grund steht im Plan"),
        (),
    ]
    assert [(goal.status, goal.is_reached) for goal in found[1:]] == [
        ("offen", False),
        ("teilweise erreicht", True),
    ]


def test_no_note_no_reason_no_name_and_no_trait_comes_out() -> None:
    secret = "KANARIENVOGEL"
    part = contribution(
        partner=None,
        person=PersonId("trainer"),
        consents=(consent(ConsentState.NOT_NEEDED, None, because=secret),),
        stages=(stage(3, ContributionStage.ADDRESSED, note=secret),),
    )
    given = workspace(part, age_band=AgeBand("15-17"), began="2025-Q1")
    made = export(
        given,
        "case-map",
        year=2025,
        as_of=DAY,
        audience=Audience.SOCIAL,
        purpose="Fallgespräch",
        options={"case": "ahorn-1"},
    )
    text = made[0].data.decode()
    assert "Trainer der Jugend" in text
    assert not [word for word in (secret, "Frau Muster", "15-17", "2025-Q1", "birke-2") if word in text]
    assert not [one for one in AgeBand if one.label.de in text]


def test_of_all_fields_only_those_that_the_sheet_needs_are_in_it_and_of_one_case_only() -> None:
    """Every field of every entity holds a token of its own; a second case would show its fields again."""
    told = run("case-map", ".svg", Audience.SOCIAL, "de")
    assert sorted(one.path for one in planted().canaries if one.token in told.shown) == [
        "cases.goals.due",
        "cases.goals.steps.contributions.consents.day",
        "cases.goals.steps.contributions.role_word",
        "cases.goals.steps.contributions.stages.day",
        "cases.goals.steps.done_on",
        "cases.goals.steps.text",
        "cases.goals.text",
        "cases.id",
        "cases.retain_until",
        "partners.name",
        "people.role",
        "service.name",
        "staff.function",
    ]


def test_the_name_of_the_file_does_not_say_which_case_it_is() -> None:
    for medium in (".svg", ".png", ".pdf"):
        made = export(
            EXAMPLE,
            "case-map",
            year=2025,
            as_of=EXAMPLE_DATE,
            audience=Audience.SOCIAL,
            purpose="Fallgespräch",
            options={"case": "eiche-03"},
            medium=medium,
        )
        assert [one.name for one in made] == [f"case-map{medium}"]


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.REPORT, Audience.INTERNAL, Audience.PERSONAL])
def test_a_lower_audience_is_refused_before_the_case_is_looked_up(audience: Audience) -> None:
    for case in ("eiche-03", "gibt-es-nicht", ""):
        with pytest.raises(AudienceRefused) as error:
            export(
                EXAMPLE,
                "case-map",
                year=2025,
                as_of=EXAMPLE_DATE,
                audience=audience,
                purpose="Fallgespräch",
                options={"case": case},
            )
        assert error.value.needed is Audience.SOCIAL
        assert "eiche" not in error.value.in_("de")


def test_without_a_purpose_it_is_refused() -> None:
    with pytest.raises(AudienceRefused):
        export(
            EXAMPLE,
            "case-map",
            year=2025,
            as_of=EXAMPLE_DATE,
            audience=Audience.SOCIAL,
            options={"case": "eiche-03"},
        )


@pytest.mark.parametrize(("asked", "said"), [("", "genau einen Fall"), ("ulme-77", "gibt es nicht")])
def test_an_unknown_case_is_an_error_that_names_no_case(asked: str, said: str) -> None:
    with pytest.raises(UnknownCase) as error:
        case_plan(EXAMPLE, DAY, options=CaseMapOptions(case=asked))
    told = error.value.in_("de") + error.value.in_("en") + repr(error.value)
    assert said in told
    assert not [case for case in (*EXAMPLE.cases.ids(), "ulme-77") if case in told]
    assert pickle.loads(pickle.dumps(error.value)).message == error.value.message


def test_the_sheet_says_whom_it_is_for() -> None:
    plan = planned(staff=StaffId("case-management"))
    assert plan.warning == (
        "Nur für die Fallverantwortung (Case Management) und ihre Vertretung. Nicht weitergeben und nicht in"
        " Berichte übernehmen."
    )
    assert planned().warning.startswith(
        "Nur für die Fallverantwortung und ihre Vertretung. Nicht weitergeben"
    )


@pytest.mark.parametrize(
    ("until", "said"),
    [
        (None, "Bis wann der Plan aufbewahrt wird, ist nicht eingetragen."),
        (
            DAY,
            "Der Plan wird bis 30.06.2025 aufbewahrt; spätestens dann ist auch dieses Blatt zu vernichten.",
        ),
        (
            date(2025, 6, 29),
            "Die Frist zur Aufbewahrung ist am 29.06.2025 abgelaufen; Plan und Blatt sind zu vernichten.",
        ),
    ],
)
def test_the_foot_says_until_when_the_sheet_may_be_kept(until: date | None, said: str) -> None:
    assert planned(retain_until=until).source.endswith(said)


@pytest.mark.parametrize("case", EXAMPLE.cases.ids())
@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_every_case_of_the_example_fits_on_one_page(case: str, orientation: str) -> None:
    view = redact(EXAMPLE, Audience.SOCIAL)
    for language in ("de", "en"):
        plan = case_plan(
            view,
            EXAMPLE_DATE,
            language=language,  # type: ignore[arg-type]
            options=CaseMapOptions(case=case, orientation=orientation),
        )
        assert conflicts(draw_case(plan)).clean
