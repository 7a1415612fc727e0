"""The parts of the annual report one by one: for none, one and two, for each reader, on the day's edge."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import pytest

from jmdexport.builtin import (
    _report_annex_texts,
    _report_goals_texts,
    _report_needs_texts,
    _report_opening_texts,
    _report_texts,
    _report_year_texts,
)
from jmdexport.builtin._report_words import Talk
from jmdexport.builtin.report import ReportOptions, render, report_data
from jmdmodel.entities.agreement import Agreement, GoalProgress, NetworkGoal, Responsibility, Review
from jmdmodel.entities.committee import Contribution, Session
from jmdmodel.entities.event import Programme, Publication, SpaceEvent
from jmdmodel.entities.gap import ConceptStep, GapProgress, GapRaised, IntegrationConcept, OfferGap
from jmdmodel.entities.geography import Population
from jmdmodel.entities.need import (
    Indicator,
    LivingEnvironmentObservation,
    Need,
    SocialStructureAnalysis,
    YouthParticipation,
)
from jmdmodel.entities.network import Network, NetworkAssessment
from jmdmodel.entities.opening import (
    AccessBarrier,
    BarrierStatus,
    OpeningMeasure,
    OpeningProcess,
    OpeningStep,
)
from jmdmodel.entities.partner import Offer
from jmdmodel.entities.relation import Contact
from jmdmodel.entities.resource import KindAbsence, OfferCoordination, Resource
from jmdmodel.entities.review import AnnualReport, ReportText, Transfer
from jmdmodel.entities.service import StaffRole, YearFigure
from jmdmodel.entities.space import AdministrativeUnit, SocialSpace
from jmdmodel.entities.work import WorkTime
from jmdmodel.fields import evolve
from jmdmodel.ids import Ref
from jmdmodel.messages import LANGUAGES, Language, Say
from jmdmodel.period import Period
from jmdmodel.phrases import Counted, Noun
from jmdmodel.privacy.barriers import barriers_by_sector
from jmdmodel.privacy.counts import protected_counts
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import (
    AnalysisMethod,
    Attendance,
    BarrierKind,
    BarrierState,
    Bindingness,
    ConceptStage,
    ContributionKind,
    EventRole,
    FigureKind,
    Formalisation,
    GapStatus,
    GoalStatus,
    MeasureKind,
    MeasureState,
    OpeningStage,
    PartnerKind,
    PublicationKind,
    ReportSection,
    ReportStatus,
    SubjectArea,
    Topic,
    UnitLevel,
    Voice,
    WorkArea,
)
from jmdmodel.workspace import Workspace
from tests.unit.builtin._build import AS_OF, EMPTY, MAP, committee, contact, partner, rated, report_request

LAST, DAY, NEXT = date(2024, 12, 31), date(2025, 12, 31), date(2026, 1, 1)
READERS = (Audience.PUBLIC, Audience.REPORT, Audience.INTERNAL)


def data(workspace: Workspace, audience: Audience = Audience.REPORT, **others: Any) -> dict[str, Any]:
    return report_data(report_request(workspace, audience, **others))


def text(workspace: Workspace, audience: Audience = Audience.REPORT, **others: Any) -> str:
    """Give the report in Markdown, with plain blanks where it keeps words on one line."""
    first, *_ = render(report_request(workspace, audience, **others))
    return first.data.decode().replace("\u00a0", " ")


def told(part: Any) -> str:
    """Give all texts of a part as one."""
    if isinstance(part, str):
        return part.replace("\u00a0", " ")
    parts = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    return " ".join(told(one) for one in parts)


def written(*texts: ReportText, **others: Any) -> Workspace:
    return EMPTY.with_entities(AnnualReport(id="2025", texts=texts, **others))


# People's own texts, and what state the report is in


def test_what_people_wrote_stands_at_the_head_of_its_part() -> None:
    sections = [section for section in ReportSection if section is not ReportSection.OUTLOOK]
    made = text(written(*(ReportText(section=one, text=f"Wort zu {one.code}.") for one in sections)))
    places = [made.index(f"\n\nWort zu {one.code}.\n") for one in sections]
    assert places == sorted(places)
    for one, place in zip(sections, places, strict=True):
        head = made[:place].rsplit("\n", 1)[-1]
        assert head.startswith("## "), one


def test_the_public_reads_the_text_that_is_meant_for_it_and_no_other() -> None:
    both = ReportText(section=ReportSection.GOALS, text="Für den Träger.", public_text="Für alle.")
    inside = ReportText(section=ReportSection.WORK, text="Nur innen.")
    workspace = written(both, inside)
    assert data(workspace, Audience.PUBLIC)["goals"]["own"] == "Für alle."
    assert data(workspace)["goals"]["own"] == "Für den Träger."
    assert "Nur innen." not in text(workspace, Audience.PUBLIC)


def test_a_text_for_the_public_alone_stands_in_every_edition() -> None:
    workspace = written(ReportText(section=ReportSection.OUTLOOK, public_text="Es geht weiter."))
    for audience in READERS:
        assert "\n## Ausblick\n\nEs geht weiter.\n" in text(workspace, audience)


def test_the_head_says_how_far_the_report_is_and_to_whom_it_was_submitted() -> None:
    assert "Bearbeitungsstand" not in text(EMPTY)
    assert "| Bearbeitungsstand | Entwurf |" in text(written())
    submitted = written(
        status=ReportStatus.SUBMITTED,
        submitted_on=date(2026, 1, 20),
        submitted_to=("Träger", "Zentralstelle"),
    )
    made = text(submitted)
    assert "| vorgelegt am | 20. Januar 2026 |" in made
    assert "| vorgelegt bei | Träger, Zentralstelle |" in made
    public = text(submitted, Audience.PUBLIC)
    assert "| Bearbeitungsstand | vorgelegt |" in public
    assert "Zentralstelle" not in public


@pytest.mark.parametrize(
    ("sections", "said"),
    [
        ((), "Eigene Texte zu den Abschnitten sind nicht eingetragen."),
        (ReportSection, "In der Fassung für die Öffentlichkeit fehlt der eigene Text zu: Einleitung"),
    ],
)
def test_the_team_reads_which_own_texts_are_missing_and_nobody_else_does(sections: Any, said: str) -> None:
    workspace = written(*(ReportText(section=one, text="Text.") for one in sections))
    assert said in told(data(workspace, Audience.INTERNAL)["scope"])
    assert said not in told(data(workspace)["scope"])


# What is missing


def test_the_team_alone_reads_what_is_to_be_entered_and_where() -> None:
    counts = protected_counts(EMPTY, year=2025)
    team = text(EMPTY, Audience.INTERNAL, counts=counts)
    for place in (
        *("service", "staff", "space", "analyses", "needs", "participations", "observations", "goals"),
        *("figures", "maps", "networks", "committees", "gaps", "concepts", "measures", "barriers"),
        *("events", "publications", "activities", "reviews", "reports", "partners"),
    ):
        assert f"„{place}“" in team.replace("\\_", "_"), place
    for audience in (Audience.PUBLIC, Audience.REPORT):
        assert re.findall("„[a-z_]+“", text(EMPTY, audience)) == []


def test_what_is_missing_is_listed_for_many_for_one_and_for_none() -> None:
    assert data(EMPTY)["scope"]["missing"][0].startswith("Zu diesen Teilen eines Jahresberichts ist für 2025")
    full = _full()
    assert data(full, counts=protected_counts(full, year=2025))["scope"]["missing"] == [
        "Zu jedem Teil des Jahresberichts 2025 ist etwas eingetragen."
    ]
    one_less = full.without(Ref("gaps", "luecke"))
    assert data(one_less, counts=protected_counts(one_less, year=2025))["scope"]["missing"] == [
        "Zu diesem Teil eines Jahresberichts ist für 2025 nichts eingetragen: Lücken im Angebot."
    ]


def test_a_part_of_which_only_people_wrote_is_not_listed_as_missing() -> None:
    workspace = written(ReportText(section=ReportSection.EVENTS, text="Ein ruhiges Jahr."))
    assert "Veranstaltungen" not in told(data(workspace)["scope"]["missing"])
    assert "Veranstaltungen" in told(data(EMPTY)["scope"]["missing"])


def test_what_the_public_may_not_see_is_not_called_missing() -> None:
    said = told(data(_full(), Audience.PUBLIC)["scope"]["missing"])
    for hidden in ("Ziele", "Bedarfe", "Netzwerkkarte", "Funktionen", "Überprüfungen", "Arbeitsanteile"):
        assert hidden not in said


def _full() -> Workspace:
    """Give a workspace with something for every part."""
    sections = (ReportSection.INTRODUCTION, ReportSection.OUTLOOK)
    texts = tuple(ReportText(section=section, text="Text.") for section in sections)
    made = rated(partner("amt", "Amt")).with_entities(
        AnnualReport(id="2025", texts=texts),
        StaffRole(id="leitung", function="Leitung"),
        YearFigure(id="zahl", year=2025, kind=FigureKind.COUNSELLED, count=120),
        SocialStructureAnalysis(id="analyse", day=date(2025, 2, 1)),
        Need(id="bus", title="Ein Bus am Abend", established_by=(Voice.TEAM,)),
        YouthParticipation(id="karte", day=date(2025, 3, 1), method=AnalysisMethod.PIN_MAP),
        Network(id="netz", name="Netz", goals=(NetworkGoal(text="Ein Ziel"),), reviews=(Review(day=DAY),)),
        committee("runde"),
        OfferGap(id="luecke", title="Kein Bus", found_on=date(2025, 4, 1)),
        IntegrationConcept(id="konzept", name="Konzept"),
        OpeningMeasure(id="tag", title="Ein Tag", kind=MeasureKind.AWARENESS, day=date(2025, 5, 1)),
        SpaceEvent(id="fest", title="Fest", day=date(2025, 6, 1)),
    )
    hours = tuple(
        WorkTime(year=2025, month=month, area=WorkArea.NETWORK, activities=1, minutes=60)
        for month in range(1, 13)
    )
    return evolve(made, space=SocialSpace(name="Tal"), work_time=hours)


# The service and the social space


def test_posts_are_told_with_the_decimals_they_need() -> None:
    service = evolve(EMPTY.service, posts=Fraction("3.25"))
    assert "| Vollzeitstellen | 3,25 |" in text(evolve(EMPTY, service=service))
    assert "Die Zahl der Vollzeitstellen ist nicht eingetragen." in text(EMPTY)


def indicator(name: str, value: str, day: date | None, **others: Any) -> Indicator:
    others.setdefault("measured_in", "Prozent")
    return Indicator(name=name, subject=SubjectArea.INCOME, value=Fraction(value), day=day, **others)


def analysis(identifier: str, day: date, *indicators: Indicator, **others: Any) -> SocialStructureAnalysis:
    return SocialStructureAnalysis(id=identifier, day=day, indicators=indicators, **others)


def test_an_indicator_stands_in_one_row_over_the_last_five_years() -> None:
    years = range(2018, 2025)
    found = [indicator("Quote", f"{year - 2010}.5", date(year, 12, 31), source="Amt") for year in years]
    part = data(EMPTY.with_entities(analysis("a", date(2025, 3, 1), *found)))["indicators"]
    assert part["table"]["head"][3:] == ["2020", "2021", "2022", "2023", "2024"]
    assert part["table"]["rows"] == [
        ["Quote", "ganzer Sozialraum", "Prozent", "10,5", "11,5", "12,5", "13,5", "14,5"]
    ]
    assert part["notes"] == ["Quelle: Amt."]


def test_of_two_values_of_a_year_the_later_one_counts_and_none_after_the_day() -> None:
    found = (
        indicator("Quote", "2", date(2025, 9, 30)),
        indicator("Quote", "1", date(2025, 3, 31)),
        indicator("Quote", "9", NEXT),
    )
    part = data(EMPTY.with_entities(analysis("a", date(2025, 3, 1), *found)))["indicators"]
    assert part["table"]["rows"] == [["Quote", "ganzer Sozialraum", "Prozent", "2"]]
    assert part["notes"] == ["Quellen sind nicht eingetragen."]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "Bei einem Indikator fehlt der Stichtag; der Wert steht unter dem Jahr der Analyse."),
        (2, "Bei zwei Indikatoren fehlt der Stichtag; die Werte stehen unter dem Jahr der Analyse."),
    ],
)
def test_a_value_without_a_day_stands_under_the_year_of_its_analysis(number: int, said: str) -> None:
    found = [indicator(f"Quote {n}", "1", None) for n in range(number)]
    part = data(EMPTY.with_entities(analysis("a", date(2024, 3, 1), *found)))["indicators"]
    assert part["table"]["head"][3:] == ["2024"]
    assert part["notes"][0] == said


def test_populations_stand_among_the_indicators() -> None:
    unit = AdministrativeUnit(
        id="ort", name="Ort", level=UnitLevel.MUNICIPALITY, populations=(Population(day=LAST, count=12345),)
    )
    part = data(EMPTY.with_entities(unit))["indicators"]
    assert part["table"]["rows"] == [["Einwohnerzahl", "Ort", "Personen", "12.345"]]


def test_the_analysis_of_the_year_is_told_with_its_methods_and_an_older_one_by_its_day() -> None:
    methods = (AnalysisMethod.STATISTICS, AnalysisMethod.WALK)
    now = EMPTY.with_entities(analysis("a", DAY, methods=methods, summary="Es wird enger."))
    part = data(now)["indicators"]
    assert told(part["intro"]) == (
        "Am 31. Dezember 2025 hat der Dienst die Sozialstruktur untersucht. Methoden: Statistik und"
        " Stadtteilbegehung."
    )
    assert part["summaries"] == ["Es wird enger."]
    before = data(EMPTY.with_entities(analysis("a", LAST, summary="Alt.")))["indicators"]
    assert told(before["intro"]) == (
        "Für 2025 ist keine Analyse der Sozialstruktur eingetragen. Die letzte stammt vom 31. Dezember 2024."
    )
    assert before["summaries"] == []


def need(identifier: str, title: str, **others: Any) -> Need:
    others.setdefault("established_by", (Voice.TEAM,))
    return Need(id=identifier, title=title, **others)


def test_needs_stand_beside_the_offers_that_meet_them() -> None:
    workspace = EMPTY.with_entities(
        need("bus", "Ein Bus am Abend", topics=(Topic.LEISURE,)),
        need("kurs", "Ein Kurs am Abend"),
        Offer(id="abendkurs", name="Abendkurs", needs=("kurs",)),
    )
    part = data(workspace)["needs"]
    assert [row[0:2] + row[3:] for row in part["needs"]["rows"]] == [
        ["Ein Bus am Abend", "Freizeit", "kein Angebot", "–"],
        ["Ein Kurs am Abend", "–", "gedeckt", "Abendkurs"],
    ]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "Geäußert, aber noch nicht festgestellt ist ein Bedarf: „Bedarf 0“."),
        (2, "Geäußert, aber noch nicht festgestellt sind zwei Bedarfe: „Bedarf 0“ und „Bedarf 1“."),
    ],
)
def test_needs_that_were_only_voiced_are_named(number: int, said: str) -> None:
    voiced = [need(f"n{n}", f"Bedarf {n}", established_by=()) for n in range(number)]
    assert data(EMPTY.with_entities(*voiced))["needs"]["intro"][-1] == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "Für 2025 ist keine Abstimmung von Angeboten eingetragen."),
        (1, "Für 2025 ist eine Abstimmung von Angeboten eingetragen:"),
        (2, "Für 2025 sind zwei Abstimmungen von Angeboten eingetragen:"),
    ],
)
def test_coordinations_of_the_year_are_counted_in_words(number: int, said: str) -> None:
    offers = (Offer(id="a", name="Kurs"), Offer(id="b", name="Treff"))
    made = [
        OfferCoordination(id=f"c{n}", day=date(2025, 1, 1 + n), offers=("a", "b"), by_us=not n, result="Klar")
        for n in range(number)
    ]
    before = OfferCoordination(id="alt", day=LAST, offers=("a", "b"))
    part = data(EMPTY.with_entities(*offers, *made, before))["needs"]
    assert part["coordinated_intro"] == [said]
    lines = [told(one) for one in part["coordinated"]]
    assert lines == [
        f"{n + 1}. Januar 2025, durch {'andere' if n else 'den Dienst'}: „Kurs“ und „Treff“. Ergebnis: Klar."
        for n in range(number)
    ]


def test_what_young_people_said_is_told_with_what_became_of_it() -> None:
    workspace = EMPTY.with_entities(
        YouthParticipation(id="a", day=DAY, method=AnalysisMethod.PIN_MAP, said="Kein Licht"),
        YouthParticipation(id="b", day=date(2025, 1, 1), method=AnalysisMethod.WALK, consequence="Licht."),
        YouthParticipation(id="c", day=LAST, method=AnalysisMethod.WALK, said="Früher"),
        LivingEnvironmentObservation(id="d", day=DAY, text="Viele sitzen am Bach"),
    )
    part = data(workspace)["youth"]
    assert [told(one) for one in part["said"]] == [
        "1. Januar 2025, Stadtteilbegehung: Die Anliegen sind nicht eingetragen. Was daraus wurde: Licht.",
        "31. Dezember 2025, Nadelmethode: Kein Licht. Was daraus wurde, ist noch nicht eingetragen.",
    ]
    assert [told(one) for one in part["seen"]] == ["31. Dezember 2025, ohne Methode: Viele sitzen am Bach."]
    public = text(workspace, Audience.PUBLIC)
    assert "Kein Licht" not in public
    assert "Was junge Menschen gesagt haben" not in public
    assert "Festgestellte Bedarfe, Beobachtungen und die Beteiligung junger Menschen sind nicht" in public


# Goals, and what cooperation rests on


def goal(text: str, *steps: tuple[date, GoalStatus], **others: Any) -> NetworkGoal:
    return NetworkGoal(text=text, progress=tuple(GoalProgress(day=d, status=s) for d, s in steps), **others)


def network(*goals: NetworkGoal, **others: Any) -> Workspace:
    return EMPTY.with_entities(
        StaffRole(id="leitung", function="Leitung"),
        partner("amt", "Amt"),
        Network(id="netz", name="Netz", goals=goals, **others),
    )


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "Zum 31. Dezember 2025 ist kein laufendes oder in diesem Jahr abgeschlossenes Ziel"),
        (1, "Ein Ziel eines Netzwerks lief 2025 oder wurde in diesem Jahr abgeschlossen."),
        (2, "Zwei Ziele von Netzwerken liefen 2025 oder wurden in diesem Jahr abgeschlossen."),
        (13, "13 Ziele von Netzwerken liefen 2025 oder wurden in diesem Jahr abgeschlossen."),
    ],
)
def test_goals_are_counted_in_words(number: int, said: str) -> None:
    part = data(network(*(goal(f"Ziel {n}") for n in range(number))))["goals"]
    assert told(part["intro"]).startswith(said)
    assert (part["goals"] is None) == (number == 0)


def test_a_goal_finished_before_the_year_is_not_told_again_and_one_finished_in_it_is() -> None:
    made = network(
        goal("Vorbei", (LAST, GoalStatus.REACHED)),
        goal("Geschafft", (date(2024, 1, 1), GoalStatus.IN_PROGRESS), (DAY, GoalStatus.REACHED)),
        goal("Später", agreed_on=NEXT),
    )
    rows = data(made)["goals"]["goals"]["rows"]
    assert [(row[0], row[5]) for row in rows] == [("Geschafft", "erreicht (Ende 2024: in Arbeit)")]


def test_goals_are_told_by_what_became_of_them() -> None:
    made = network(goal("A"), goal("B"), goal("C", (DAY, GoalStatus.REACHED)))
    said = told(data(made)["goals"]["intro"])
    assert "Stand am 31. Dezember 2025: zwei offen und eins erreicht." in said


@pytest.mark.parametrize(("due", "late"), [(DAY, False), (date(2025, 12, 30), True)])
def test_a_goal_due_on_the_day_is_not_late(due: date, *, late: bool) -> None:
    said = told(data(network(goal("A", due=due)))["goals"]["intro"])
    assert ("Bei einem Ziel ist das vereinbarte Datum vorbei" in said) == late


def test_a_goal_names_who_answers_for_it_in_partners_and_in_the_service() -> None:
    rows = data(network(goal("A", responsible=("amt",), staff="leitung")))["goals"]["goals"]["rows"]
    assert rows[0][3] == "Amt, Dienst: Leitung"


def test_the_public_reads_no_goal() -> None:
    made = text(network(goal("Ein eigenes Haus")), Audience.PUBLIC)
    assert "Ein eigenes Haus" not in made
    assert "Die Ziele der Netzwerke und ihr Stand sind nicht im Einzelnen Teil dieser Fassung." in made


def test_a_network_without_anything_says_so_in_each_sentence() -> None:
    part = data(network())["networks"]["entries"][0]["cooperation"]
    assert told(part["goals"]) == "Gemeinsame Ziele sind nicht eingetragen."
    assert part["missing"] == [
        "Wer wofür verantwortlich ist, ist nicht eingetragen.",
        "Absprachen sind nicht eingetragen.",
    ]
    assert part["reviewed"] == ["Eine Überprüfung von Aufwand und Ergebnissen ist nicht eingetragen."]


def test_a_network_shows_its_tasks_agreements_and_last_review() -> None:
    made = network(
        goal("Ein Haus"),
        responsibilities=(
            Responsibility(task="Einladen", staff="leitung", deputy="amt"),
            Responsibility(task="Früher", period=Period(until=date(2025, 12, 30))),
        ),
        agreements=(
            Agreement(text="Gilt bis heute", bindingness=Bindingness.AGREED, valid_until=DAY),
            Agreement(text="Ist vorbei", valid_until=date(2025, 12, 30)),
            Agreement(text="Kommt noch", agreed_on=NEXT),
        ),
        reviews=(Review(day=date(2025, 5, 1), next_on=date(2026, 5, 1)), Review(day=NEXT)),
    )
    part = data(made)["networks"]["entries"][0]["cooperation"]
    assert told(part["goals"]) == "Die Mitglieder verfolgen ein gemeinsames Ziel: „Ein Haus“."
    assert part["tasks"]["rows"] == [["Einladen", "Dienst: Leitung", "Amt"]]
    assert [row[0] for row in part["agreements"]["rows"]] == ["Gilt bis heute"]
    assert part["missing"] == ["Eine Absprache ist abgelaufen."]
    assert told(part["reviewed"]) == (
        "Aufwand und Ergebnisse wurden zuletzt am 1. Mai 2025 überprüft. Die nächste Überprüfung ist für den"
        " 1. Mai 2026 vorgesehen."
    )


def test_two_assessments_are_compared_in_a_sentence() -> None:
    def assessed(day: date, step: Formalisation, *themes: Topic) -> NetworkAssessment:
        return NetworkAssessment(day=day, formalisation=step, themes=themes)

    first = assessed(LAST, Formalisation.CONTRACT, Topic.WORK)
    second = assessed(DAY, Formalisation.INFORMAL, Topic.HOUSING)
    part = data(network(assessments=(first, second)))["networks"]["entries"][0]
    assert told(part["assessment"][-1]) == (
        "Im Vergleich mit der Einschätzung vom 31. Dezember 2024: Formalisierungsgrad (niedrigere Stufe);"
        " Themen (neu: Wohnen); Themen (entfallen: Arbeit)."
    )
    same = data(network(assessments=(first, evolve(first, day=DAY))))["networks"]["entries"][0]
    assert told(same["assessment"][-1]).startswith("Seit der Einschätzung vom 31. Dezember 2024 hat sich")
    assert len(data(network(assessments=(first,)))["networks"]["entries"][0]["assessment"]) == 1


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "Am 31. Dezember 2025 ist keine geltende Absprache mit einem einzelnen Partner eingetragen."),
        (1, "Am 31. Dezember 2025 gilt eine Absprache mit einem einzelnen Partner:"),
        (2, "Am 31. Dezember 2025 gelten zwei Absprachen mit einzelnen Partnern:"),
    ],
)
def test_agreements_with_single_partners_are_counted(number: int, said: str) -> None:
    agreements = tuple(Agreement(text=f"Absprache {n}", valid_until=DAY) for n in range(number))
    lapsed = Agreement(text="Vorbei", valid_until=date(2025, 12, 30))
    made = EMPTY.with_entities(
        partner("amt", "Amt"), Contact(id="amt", partner="amt", agreements=(*agreements, lapsed))
    )
    part = data(made)["agreements"]
    assert told(part["intro"]) == said
    assert (part["table"] is None) == (number == 0)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "Ressourcen von Netzwerken oder Partnern sind nicht eingetragen."),
        (1, "Eingetragen ist eine Ressource:"),
        (2, "Eingetragen sind zwei Ressourcen:"),
    ],
)
def test_resources_are_counted_and_named_with_whose_they_are(number: int, said: str) -> None:
    found = [Resource(id=f"r{n}", title=f"Saal {n}", of=Ref("partners", "amt")) for n in range(number)]
    part = data(EMPTY.with_entities(partner("amt", "Amt"), *found))["resources"]
    assert told(part["intro"]) == said
    assert [row[:2] for row in (part["table"] or {"rows": []})["rows"]] == [
        [f"Saal {n}", "Amt"] for n in range(number)
    ]


def test_a_stated_reason_for_a_missing_kind_is_given_until_there_is_one() -> None:
    absence = KindAbsence(id="a", partner_kind=PartnerKind.CHAMBER, reason="Die nächste ist zu weit")
    made = EMPTY.with_entities(absence)
    assert data(made)["partners"]["explained"] == ["Kammern: Die nächste ist zu weit."]
    there = made.with_entities(partner("ihk", kind=PartnerKind.CHAMBER))
    assert data(there)["partners"]["explained"] == []
    assert data(made, Audience.PUBLIC)["partners"]["explained"] == []


# Committees, gaps, concepts


def test_what_became_of_a_contribution_is_told_for_the_day() -> None:
    session = Session(
        day=date(2025, 3, 1),
        attendance=Attendance.PRESENT,
        contributions=(
            Contribution(kind=ContributionKind.GAP_FOUND, regarding=(Ref("gaps", "bus"),)),
            Contribution(kind=ContributionKind.ENCOUNTER),
        ),
    )
    gap = OfferGap(
        id="bus",
        title="Kein Bus",
        found_on=LAST,
        progress=(
            GapProgress(day=DAY, status=GapStatus.CLOSED),
            GapProgress(day=NEXT, status=GapStatus.OPEN),
        ),
    )
    part = data(EMPTY.with_entities(committee("runde", sessions=(session,)), gap))["outcomes"]
    assert part["table"]["rows"] == [
        ["Angebotslücke benannt", "Runde, 01.03.2025", "Kein Bus", "geschlossen"]
    ]
    assert data(EMPTY.with_entities(committee("runde")))["outcomes"] is None


def gap(identifier: str, *steps: tuple[date, GapStatus], **others: Any) -> OfferGap:
    others.setdefault("found_on", date(2024, 3, 1))
    progress = tuple(GapProgress(day=d, status=s) for d, s in steps)
    return OfferGap(id=identifier, title=f"Lücke {identifier}", progress=progress, **others)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "Lücken im Angebot sind für 2025 nicht eingetragen."),
        (1, "Eine Lücke im Angebot war 2025 offen oder wurde in diesem Jahr geschlossen oder abgelehnt."),
        (2, "Zwei Lücken im Angebot waren 2025 offen oder wurden in diesem Jahr geschlossen oder abgelehnt."),
    ],
)
def test_gaps_are_counted_without_those_closed_before_the_year(number: int, said: str) -> None:
    closed = gap("alt", (LAST, GapStatus.CLOSED))
    found = [gap(f"g{n}", (DAY, GapStatus.CLOSED)) for n in range(number)]
    part = data(EMPTY.with_entities(closed, gap("neu", found_on=NEXT), *found))["gaps"]
    assert told(part["intro"]) == said


def test_a_gap_that_was_raised_nowhere_is_named_as_long_as_it_is_open() -> None:
    raised = (GapRaised(day=DAY, body=Ref("committees", "runde")),)
    made = EMPTY.with_entities(
        committee("runde"),
        gap("a"),
        gap("b", raised=raised),
        gap("c", (DAY, GapStatus.REJECTED)),
    )
    part = data(made)["gaps"]
    assert part["intro"][-1].replace("\u00a0", " ") == (
        "Eine Lücke ist bis zum 31. Dezember 2025 in keiner Runde angesprochen: „Lücke a“."
    )
    assert [row[2] for row in part["table"]["rows"]] == ["–", "Runde", "–"]


def test_a_concept_shows_the_stage_of_the_day_and_its_part_outside_the_public() -> None:
    concept = IntegrationConcept(
        id="k",
        name="Konzept",
        stages=(
            ConceptStep(day=DAY, stage=ConceptStage.ADOPTED),
            ConceptStep(day=NEXT, stage=ConceptStage.ENDED),
        ),
        part="Ein Kapitel.",
    )
    made = EMPTY.with_entities(concept)
    assert data(made)["concepts"]["table"]["rows"] == [
        ["Konzept", "–", "beschlossen", "nicht vermerkt", "Ein Kapitel."]
    ]
    assert data(made, Audience.PUBLIC)["concepts"]["table"]["rows"] == [["Konzept", "–", "beschlossen"]]
    ended = evolve(concept, period=Period(until=LAST))
    assert data(EMPTY.with_entities(ended))["concepts"]["table"] is None


# Intercultural opening


def barrier(identifier: str, at: Ref | None, *steps: tuple[date, BarrierState]) -> AccessBarrier:
    return AccessBarrier(
        id=identifier,
        title=f"Hürde {identifier}",
        kind=BarrierKind.LANGUAGE,
        at=at,
        statuses=tuple(BarrierStatus(day=d, state=s) for d, s in steps),
    )


def opened() -> Workspace:
    offices = [partner(f"amt{n}", f"Amt {n}", kind=PartnerKind.PUBLIC_OFFICE) for n in range(3)]
    return EMPTY.with_entities(
        *offices,
        OpeningMeasure(
            id="tag",
            title="Ein Tag",
            kind=MeasureKind.AWARENESS,
            day=DAY,
            state=MeasureState.HELD,
            partners=("amt0",),
            barriers=("a",),
            result="Gut",
        ),
        OpeningMeasure(id="vor", title="Davor", kind=MeasureKind.AWARENESS, day=LAST),
        OpeningMeasure(id="offen", title="Ohne Tag", kind=MeasureKind.JOINT_PROJECT),
        OpeningProcess(id="p", partner="amt1", stages=(OpeningStep(day=DAY, stage=OpeningStage.ANALYSIS),)),
        barrier("a", Ref("partners", "amt0"), (LAST, BarrierState.FOUND), (DAY, BarrierState.REMOVED)),
        barrier("b", None, (DAY, BarrierState.FOUND)),
    )


def of_year(workspace: Workspace) -> Any:
    return barriers_by_sector(workspace, on=DAY, since=LAST)


def test_measures_are_counted_by_family_and_listed_with_their_result() -> None:
    part = data(opened(), barriers=of_year(opened()))["opening"]
    assert part["measures"]["families"]["rows"][1] == ["interkulturelles Training", "0", "1", "0"]
    assert part["measures"]["families"]["total"] == ["Zusammen", "0", "1", "0"]
    assert part["measures"]["table"]["rows"] == [
        ["Ein Tag", "eigenes Angebot zur Sensibilisierung", "31.12.2025", "Amt 0", "durchgeführt", "Gut"]
    ]
    assert part["intro"][-1] == "Eine Maßnahme ist ohne Tag eingetragen: „Ohne Tag“."


def test_outside_the_team_barriers_stand_by_sector_and_never_by_name() -> None:
    part = data(opened(), barriers=of_year(opened()))["opening"]["barriers"]
    assert part["table"]["rows"] == [
        ["Ämter und Behörden", "1", "0", "0", "1", "0"],
        ["Angebote, Orte und der Sozialraum insgesamt", "0", "1", "1", "0", "0"],
    ]
    assert part["table"]["total"] == ["Zusammen", "1", "1", "1", "1", "0"]
    assert told(part["intro"]).startswith(
        "Am 31. Dezember 2024 bestand eine bekannte Barriere. Am 31. Dezember 2025 besteht eine bekannte"
    )
    assert (part["single"], part["stages"]) == (None, None)
    made = text(opened(), barriers=of_year(opened()))
    assert "Hürde" not in made
    assert "Bestandsaufnahme" not in made


def test_the_team_reads_each_barrier_and_each_stage() -> None:
    part = data(opened(), Audience.INTERNAL, barriers=of_year(opened()))["opening"]["barriers"]
    assert part["table"]["rows"] == [["Sprache", "1", "1", "1", "1", "0"]]
    assert part["single"]["table"]["rows"] == [
        ["Hürde a", "Sprache", "Amt 0", "festgestellt", "abgebaut"],
        ["Hürde b", "Sprache", "Sozialraum", "–", "festgestellt"],
    ]
    assert part["stages"]["table"]["rows"] == [
        ["Amt 0", "–", "–", "1", "0"],
        ["Amt 1", "–", "Bestandsaufnahme", "0", "0"],
    ]


def test_the_public_reads_nothing_of_measures_and_barriers() -> None:
    made = text(opened(), Audience.PUBLIC)
    assert "Ein Tag" not in made
    assert "Maßnahmen zur Öffnung und Zugangsbarrieren sind nicht im Einzelnen Teil dieser Fassung." in made


def test_without_sums_of_barriers_the_funder_reads_that_there_are_none_here() -> None:
    assert "Zugangsbarrieren sind nicht Teil dieser Fassung." in text(opened())
    none = text(EMPTY, barriers=of_year(EMPTY))
    assert "weil bei so wenigen Partnern einzelne zu erkennen wären" in none
    offices = [partner(f"amt{n}") for n in range(3)]
    quiet = EMPTY.with_entities(*offices)
    assert (
        "Zwischen dem 31. Dezember 2024 und dem 31. Dezember 2025 ist keine Zugangsbarriere eingetragen."
        in text(quiet, barriers=of_year(quiet))
    )


# Events, work, quality, outlook


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "Für 2025 ist keine Veranstaltung im Sozialraum eingetragen."),
        (1, "Für 2025 ist eine Veranstaltung im Sozialraum eingetragen."),
        (2, "Für 2025 sind zwei Veranstaltungen im Sozialraum eingetragen."),
    ],
)
def test_events_are_counted_for_every_reader(number: int, said: str) -> None:
    events = [SpaceEvent(id=f"e{n}", title=f"Fest {n}", day=DAY, result="Schön") for n in range(number)]
    made = EMPTY.with_entities(*events, SpaceEvent(id="alt", title="Altes Fest", day=LAST))
    for audience in READERS:
        part = data(made, audience)["events"]
        assert part["intro"][0] == said
        assert part["results"] == [f"Fest {n}: Schön." for n in range(number)]
    assert "Altes Fest" not in text(made)


def test_an_event_names_role_partners_networks_and_programme() -> None:
    event = SpaceEvent(
        id="e",
        title="Fest",
        day=date(2025, 6, 1),
        until=date(2025, 6, 2),
        programme="p",
        roles=(EventRole.INITIATED, EventRole.CARRIED_OUT),
        partners=("b", "a"),
        networks=("n",),
    )
    made = EMPTY.with_entities(
        event,
        Programme(id="p", name="Wege"),
        Network(id="n", name="Netz"),
        partner("a", "Amt"),
        partner("b", "Bücherei"),
    )
    assert data(made)["events"]["events"]["rows"] == [
        ["01.06.2025 bis 02.06.2025", "Fest", "angestoßen, durchgeführt", "–", "Amt, Bücherei, Netz", "Wege"]
    ]
    one_day = EMPTY.with_entities(evolve(event, until=event.day, programme=None, networks=(), partners=()))
    assert data(one_day)["events"]["events"]["rows"][0][0] == "01.06.2025"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "Für 2025 ist keine Veröffentlichung eingetragen."),
        (1, "Für 2025 ist eine Veröffentlichung eingetragen."),
        (2, "Für 2025 sind zwei Veröffentlichungen eingetragen."),
    ],
)
def test_publications_are_counted(number: int, said: str) -> None:
    found = [
        Publication(id=f"p{n}", title=f"Bericht {n}", day=DAY, kind=PublicationKind.PRESS)
        for n in range(number)
    ]
    part = data(EMPTY.with_entities(*found))["events"]["publicity"]
    assert part["intro"] == [said]


def hours(*months: int) -> Workspace:
    found = tuple(
        WorkTime(year=2025, month=month, area=WorkArea.NETWORK, activities=1, minutes=60) for month in months
    )
    return evolve(EMPTY, work_time=found)


@pytest.mark.parametrize(
    ("months", "said"),
    [
        (range(1, 13), ["In jedem Monat ist Arbeitszeit eingetragen."]),
        (range(2, 13), ["In einem Monat ist keine Arbeitszeit eingetragen: Januar."]),
        (range(3, 13), ["In zwei Monaten ist keine Arbeitszeit eingetragen: Januar und Februar."]),
    ],
)
def test_months_without_an_entry_are_told_to_the_team_alone(months: Any, said: list[str]) -> None:
    assert data(hours(*months), Audience.INTERNAL)["work"]["months"] == said
    assert data(hours(*months))["work"]["months"] == []


@pytest.mark.parametrize(
    ("as_of", "said"),
    [
        (date(2025, 1, 31), []),
        (date(2025, 3, 1), ["In einem Monat ist keine Arbeitszeit eingetragen: Februar."]),
        (date(2024, 12, 31), []),
    ],
)
def test_only_months_that_are_over_are_asked_for(as_of: date, said: list[str]) -> None:
    request = report_request(hours(1), Audience.INTERNAL)
    assert report_data(attrs.evolve(request, as_of=as_of))["work"]["months"] == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "Für 2025 ist keine Überprüfung von Aufwand und Ergebnissen eines Netzwerks eingetragen."),
        (1, "Im Jahr 2025 wurden Aufwand und Ergebnisse bei einem Netzwerk überprüft."),
        (2, "Im Jahr 2025 wurden Aufwand und Ergebnisse bei zwei Netzwerken überprüft."),
    ],
)
def test_reviews_are_counted_by_network_and_the_others_are_named(number: int, said: str) -> None:
    review = Review(day=date(2025, 5, 1), effort=90, results="Gut", conclusion="Weiter")
    made = EMPTY.with_entities(
        *(Network(id=f"n{n}", name=f"Netz {n}", reviews=(review,)) for n in range(number)),
        Network(id="x", name="Anderes Netz", reviews=(Review(day=LAST), Review(day=NEXT))),
    )
    part = data(made)["review"]
    assert part["intro"][0] == said
    left = "Für ein Netzwerk ist in diesem Jahr keine Überprüfung eingetragen: „Anderes Netz“."
    assert (left in part["intro"]) == (number > 0)
    assert [row[1:] for row in (part["reviews"] or {"rows": []})["rows"]] == [
        ["01.05.2025", "1,5", "Gut", "Weiter", "–"]
    ] * number


@pytest.mark.parametrize(
    ("entered", "said"),
    [
        (None, "Dass die Strukturdaten für 2025 in JMD i-mpuls eingetragen sind, ist nicht vermerkt."),
        (AS_OF, "Die Strukturdaten für 2025 wurden am 31. Januar 2026 in JMD i-mpuls eingetragen."),
        (
            date(2026, 2, 1),
            "Dass die Strukturdaten für 2025 in JMD i-mpuls eingetragen sind, ist nicht vermerkt.",
        ),
    ],
)
def test_whether_the_structural_data_were_entered_is_told_as_of_today(
    entered: date | None, said: str
) -> None:
    made = EMPTY if entered is None else EMPTY.with_entities(Transfer(id="2025", entered_on=entered))
    assert told(data(made)["review"]["after"][-1]) == said


def test_measures_evaluated_in_the_year_are_named() -> None:
    def measure(identifier: str, day: date) -> OpeningMeasure:
        return OpeningMeasure(
            id=identifier, title=f"Tag {identifier}", kind=MeasureKind.AWARENESS, evaluated_on=day
        )

    made = EMPTY.with_entities(measure("a", DAY), measure("b", LAST), measure("c", NEXT))
    assert data(made)["review"]["after"][0] == (
        "Im Jahr 2025 wurde eine Maßnahme zur Öffnung ausgewertet: „Tag a“."
    )


def test_the_outlook_lists_dates_after_the_day_up_to_the_end_of_the_next_year() -> None:
    made = network(
        goal("Später", due=date(2026, 12, 31)),
        goal("Heute", due=DAY),
        goal("Zu spät", due=date(2027, 1, 1)),
        goal("Fertig", (DAY, GoalStatus.REACHED), due=NEXT),
        reviews=(Review(day=DAY, next_on=date(2026, 6, 1)),),
    ).with_entities(SpaceEvent(id="fest", title="Fest", day=NEXT))
    part = data(made)["outlook"]
    assert part["dates"]["rows"] == [
        ["01.01.2026", "Veranstaltung: Fest"],
        ["01.06.2026", "Überprüfung: Netz"],
        ["31.12.2026", "Ziel: Später (Netz)"],
    ]
    public = data(made, Audience.PUBLIC)["outlook"]
    assert public["dates"]["rows"] == [["01.01.2026", "Veranstaltung: Fest"]]


def test_the_public_reads_no_word_of_dates_where_it_may_see_none() -> None:
    assert "Kalender" not in text(network(goal("A", due=NEXT)), Audience.PUBLIC)
    assert "Für die Zeit bis zum 31. Dezember 2026 ist kein Termin eingetragen." in text(EMPTY)


# Annex


def test_figures_need_a_map_and_the_public_sees_none() -> None:
    assert "Kennzahlen gibt es nur zu einer Netzwerkkarte; für 2025 liegt keine vor." in text(EMPTY)
    made = rated(partner("amt", "Amt"))
    rows = {row[0]: row[1] for row in data(made)["annex"]["figures"]["table"]["rows"]}
    assert rows["Größe des Netzes"] == "1"
    public = data(made, Audience.PUBLIC)["annex"]
    assert (public["figures"], public["changes"]) == (None, None)
    assert public["hidden"] == [
        "Kennzahlen und Veränderungen der Netzwerkkarte sind nicht Teil dieser Fassung."
    ]


def two_maps(earlier: str) -> Workspace:
    older = evolve(MAP, id=earlier, as_of=date(int(earlier), 12, 31))
    return rated(partner("amt", "Amt")).with_entities(older)


def test_changes_are_told_since_the_map_before_and_a_gap_of_years_is_said() -> None:
    part = data(two_maps("2024"))["annex"]["changes"]
    assert told(part["intro"]) == (
        "Verglichen sind die Netzwerkkarten von 2024 (Stand 31. Dezember 2024) und 2025 (Stand 31. Dezember"
        " 2025)."
    )
    assert part["table"]["rows"][0][0] == "Amt"
    older = data(two_maps("2022"))["annex"]["changes"]
    assert older["intro"][0] == ("Für 2024 liegt keine Netzwerkkarte vor; die letzte davor ist die von 2022.")


def test_without_a_map_before_or_without_one_at_all_no_change_is_told() -> None:
    only = data(rated(partner("amt")))["annex"]["changes"]
    assert only["intro"] == [
        "Was sich geändert hat, lässt sich nicht sagen, weil es vor 2025 keine Netzwerkkarte gibt."
    ]
    later = EMPTY.with_entities(evolve(MAP, id="2024", as_of=LAST))
    assert data(later)["annex"]["changes"]["intro"] == [
        "Was sich geändert hat, lässt sich ohne Netzwerkkarte für 2025 nicht sagen."
    ]


def test_the_index_names_every_partner_with_its_place_on_the_map() -> None:
    made = EMPTY.with_entities(MAP, partner("b", "Zoo"), partner("a", "Amt"), contact("a", 5, 4))
    rows = data(made)["annex"]["partners"]["table"]["rows"]
    assert [(row[0], *row[3:]) for row in rows] == [
        ("Amt", "wöchentlich oder öfter", "für die meisten Ziele nötig"),
        ("Zoo", "–", "–"),
    ]
    assert len(data(made, Audience.PUBLIC)["annex"]["partners"]["table"]["head"]) == 3


# Pictures


def drawn(workspace: Workspace, audience: Audience, pictures: str) -> list[str]:
    options = ReportOptions(pictures=pictures)
    return [one.name for one in render(report_request(workspace, audience, options=options))][1:]


def test_the_map_is_the_only_picture_unless_all_are_asked_for() -> None:
    made = two_maps("2024").with_entities(
        need("bus", "Ein Bus"), committee("runde"), barrier("a", None, (DAY, BarrierState.FOUND))
    )
    made = evolve(made, work_time=hours(1).work_time)
    assert drawn(made, Audience.REPORT, "none") == []
    assert drawn(made, Audience.REPORT, "map") == ["network-map-2025.svg"]
    everything = [
        *("network-map-2025.svg", "change-map-2024-2025.svg", "work-shares-2025.svg"),
        *("needs-and-offers-2025.svg", "contributions-2025.svg"),
    ]
    assert drawn(made, Audience.REPORT, "all") == everything
    assert drawn(made, Audience.INTERNAL, "all") == [*everything, "barriers-2025.svg"]
    assert drawn(made, Audience.PUBLIC, "all") == []


def test_every_picture_has_an_alternative_text_and_stands_in_its_part() -> None:
    made = two_maps("2024").with_entities(need("bus", "Ein Bus"))
    report = text(made, options=ReportOptions(pictures="all"))
    for name, before, after in (
        ("needs-and-offers-2025.svg", "### Bedarfe und Angebote", "### Was junge Menschen"),
        ("change-map-2024-2025.svg", "### Was sich am Netz", "### Verzeichnis"),
    ):
        place = report.index(f"]({name})")
        assert report.index(before) < place < report.index(after)
        alt = report[report.rindex("![", 0, place) + 2 : place]
        assert len(alt) > 40


def test_charts_without_anything_to_show_are_left_out() -> None:
    assert drawn(EMPTY, Audience.INTERNAL, "all") == []


# The sentences, and what adds up


TEXTS = (
    *(_report_texts, _report_needs_texts, _report_goals_texts),
    *(_report_year_texts, _report_opening_texts, _report_annex_texts),
)
COUNTED = {
    f"{module.__name__.rpartition('.')[2]}.{name}": value
    for module in TEXTS
    for name, value in vars(module).items()
    if isinstance(value, Counted)
}
VALUES = dict.fromkeys(("year", "day", "names", "since", "hours", "before", "earlier", "things"), "2025")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", COUNTED)
def test_every_counted_sentence_is_whole_for_none_one_and_many(name: str, language: Language) -> None:
    noun = Noun("f", Say("Sache", "thing"), Say("Sachen", "things"))
    forms = COUNTED[name]
    for number, say in ((0, forms.none), (1, forms.one), (2, forms.many)):
        if not say.de and number != 2:
            continue  # the sentence is said of one or more only, or of two or more
        said = Talk(language).counted(number, noun, forms, **VALUES)
        assert said[0].isupper() or said[0].isdigit(), said
        assert said[-1] in ".:", said
        assert "  " not in said
        assert "{" not in said
        assert not re.search(r"\bkeine Sache\b.*\bsind\b|\beine Sache (sind|wurden|waren)\b", said), said


@pytest.mark.parametrize("decimals", [0, 1, 3, 6])
def test_the_printed_shares_add_up_to_100_at_any_number_of_decimals(decimals: int) -> None:
    spent = (61, 7, 13, 29, 1, 3)
    found = tuple(
        WorkTime(year=2025, month=1, area=area, activities=1, minutes=minutes)
        for area, minutes in zip(WorkArea, spent, strict=False)
    )
    part = data(evolve(EMPTY, work_time=found), options=ReportOptions(decimals=decimals))["work"]
    shares = [row[3].removesuffix("\u00a0%").replace(",", ".") for row in part["shares"]["rows"]]
    assert {len(share.partition(".")[2]) for share in shares} == {decimals}
    assert sum(Fraction(share) for share in shares) == 100
    assert Fraction(part["shares"]["total"][3].removesuffix("\u00a0%").replace(",", ".")) == 100
