"""Boundaries of the rules on goals, responsibility, agreements, reviews, reports and the entry in i-mpuls."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import attrs
import pytest

from jmdmodel.entities.agreement import Agreement, GoalProgress, NetworkGoal, Responsibility, Review
from jmdmodel.entities.network import Membership, Network, Participation
from jmdmodel.entities.relation import Contact
from jmdmodel.entities.review import AnnualReport, Transfer
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.period import Period
from jmdmodel.quality.texts import phrase
from jmdmodel.vocabulary import Bindingness, GoalStatus, ParticipationForm, ReportStatus
from jmdmodel.workspace import Workspace
from tests.unit.quality._build import ON, SERVICE, ask, partner, value, workspace

YESTERDAY, TOMORROW = ON - timedelta(1), ON + timedelta(1)
GOAL = NetworkGoal(text="Ein Gespräch vor den Ferien", indicator="Zahl", due=TOMORROW, responsible=("a",))
AGREED = Agreement(text="Freie Plätze an alle", bindingness=Bindingness.AGREED, responsible="a")
OPEN = attrs.evolve(AGREED, bindingness=None)
FOUNDED_THIS_YEAR = attrs.evolve(SERVICE, founded=ON.year)


def network(
    *, form: ParticipationForm = ParticipationForm.ACTIVE, year: int = 2025, **fields: Any
) -> Network:
    stated = (Participation(year=year, form=form),)
    return Network(**{"id": "netz", "name": "Netz", "participation": stated, **fields})


def of(code: str, on: date = ON, **fields: Any) -> list[Finding]:
    """Give what a rule finds in a workspace with one network."""
    return ask(code, workspace(network(**fields)), on=on)


def judged(goal: NetworkGoal, status: GoalStatus, on: date = ON) -> NetworkGoal:
    return attrs.evolve(goal, progress=(GoalProgress(day=on, status=status),))


def told(finding: Finding) -> str:
    return phrase(finding, "de").message


EMPTY = {
    "Q503": {},
    "Q504": {"goals": (attrs.evolve(GOAL, due=None),)},
    "Q505": {"goals": (attrs.evolve(GOAL, responsible=()),)},
    "Q507": {"agreements": (OPEN,)},
    "Q508": {"agreements": (attrs.evolve(AGREED, valid_until=YESTERDAY),)},
    "Q509": {},
    "Q510": {"reviews": (Review(day=ON, effort=60),)},
    "Q523": {"reviews": (Review(day=date(2025, 1, 1), next_on=YESTERDAY),)},
}


@pytest.mark.parametrize("code", sorted(EMPTY))
@pytest.mark.parametrize("form", list(ParticipationForm))
def test_only_networks_the_service_works_in_are_asked(code: str, form: ParticipationForm) -> None:
    works = form in {ParticipationForm.LEAD, ParticipationForm.ACTIVE}
    assert len(of(code, form=form, **EMPTY[code])) == works


@pytest.mark.parametrize("code", sorted(EMPTY))
def test_a_network_that_has_ended_is_not_asked(code: str) -> None:
    assert len(of(code, period=Period(until=ON), **EMPTY[code])) == 1
    assert of(code, period=Period(until=YESTERDAY), **EMPTY[code]) == []


# goals


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        (attrs.evolve(GOAL, agreed_on=ON), 0),
        (attrs.evolve(GOAL, agreed_on=TOMORROW), 1),
        (judged(GOAL, GoalStatus.REACHED), 0),
        (judged(GOAL, GoalStatus.DROPPED), 1),
        (judged(GOAL, GoalStatus.DROPPED, TOMORROW), 0),
    ],
)
def test_a_goal_counts_from_its_agreement_until_it_is_dropped(goal: NetworkGoal, found: int) -> None:
    assert len(of("Q503", goals=(goal,))) == found


@pytest.mark.parametrize(("code", "months"), [("Q503", 6), ("Q509", 12)])
def test_a_new_network_is_asked_from_the_day_its_first_months_are_over(code: str, months: int) -> None:
    since = date(2024, 9, 1)
    over = {6: date(2025, 3, 1), 12: date(2025, 9, 1)}[months]
    begun = network(year=2024, period=Period(since=since))
    assert ask(code, workspace(begun), on=over - timedelta(1)) == []
    assert len(ask(code, workspace(begun), on=over)) == 1
    assert len(ask(code, workspace(begun), on=since, months=0)) == (code == "Q503")


@pytest.mark.parametrize("code", ["Q503", "Q509"])
def test_nothing_is_missing_in_the_year_the_service_was_founded(code: str) -> None:
    assert ask(code, workspace(network(), service=FOUNDED_THIS_YEAR)) == []
    assert len(ask(code, workspace(network(), service=attrs.evolve(SERVICE, founded=ON.year - 1)))) == 1


def test_open_goals_without_date_or_indicator_are_one_finding_at_the_first() -> None:
    undated = attrs.evolve(GOAL, text="Ein Raum", due=None)
    blind = attrs.evolve(GOAL, text="Ein Kurs", indicator=None)
    (found,) = of("Q504", goals=(GOAL, undated, blind))
    assert found.field == "goals[2]"
    assert (value(found, "n"), value(found, "of")) == (2, 3)
    assert "„Ein Kurs“ und „Ein Raum“" in told(found)


@pytest.mark.parametrize(
    ("status", "on", "due", "found"),
    [
        (GoalStatus.REACHED, ON, TOMORROW, 0),
        (GoalStatus.DROPPED, ON, TOMORROW, 0),
        (GoalStatus.REACHED, TOMORROW, TOMORROW, 1),
        (GoalStatus.IN_PROGRESS, ON, YESTERDAY, 1),
        (GoalStatus.PARTLY_REACHED, ON, TOMORROW, 1),
        (GoalStatus.PARTLY_REACHED, ON, ON, 0),
        (GoalStatus.PARTLY_REACHED, ON, None, 1),
    ],
)
def test_a_goal_that_is_over_needs_nobody_any_more(
    status: GoalStatus, on: date, due: date | None, found: int
) -> None:
    goal = judged(attrs.evolve(GOAL, responsible=(), due=due), status, on)
    assert len(of("Q505", goals=(goal,))) == found


@pytest.mark.parametrize(("agreed_on", "found"), [(ON, 1), (TOMORROW, 0)])
def test_a_goal_or_agreement_of_today_is_asked_about_and_one_of_tomorrow_is_not(
    agreed_on: date, found: int
) -> None:
    goal = attrs.evolve(GOAL, responsible=(), due=None, agreed_on=agreed_on)
    agreement = attrs.evolve(OPEN, agreed_on=agreed_on)
    assert len(of("Q504", goals=(goal,))) == found
    assert len(of("Q505", goals=(goal,))) == found
    assert len(of("Q507", agreements=(agreement,))) == found


# responsibility


def test_a_function_of_the_team_is_somebody() -> None:
    goal, agreement = attrs.evolve(GOAL, responsible=()), attrs.evolve(AGREED, responsible=None)
    task = Responsibility(task="Protokoll")
    (found,) = of("Q505", goals=(goal,), agreements=(agreement, agreement), responsibilities=(task,))
    assert told(found) == (
        "In „Netz“ ist niemand als verantwortlich eingetragen für: Ziel („Ein Gespräch vor den Ferien“), "
        "Absprachen („Freie Plätze an alle“ und „Freie Plätze an alle“) und Aufgabe („Protokoll“)."
    )
    ours = [attrs.evolve(one, staff="leitung") for one in (goal, agreement, task)]
    assert of("Q505", goals=ours[:1], agreements=ours[1:2], responsibilities=ours[2:]) == []


@pytest.mark.parametrize(
    "agreement",
    [
        attrs.evolve(AGREED, responsible=None, valid_until=YESTERDAY),
        attrs.evolve(AGREED, responsible=None, agreed_on=TOMORROW),
    ],
)
def test_agreements_of_other_days_need_nobody_today(agreement: Agreement) -> None:
    assert of("Q505", agreements=(agreement,)) == []


def test_a_task_is_asked_about_until_its_last_day() -> None:
    task = Responsibility(task="Protokoll", period=Period(until=ON))
    assert [one.field for one in of("Q505", responsibilities=(task,))] == ["responsibilities[1]"]
    assert of("Q505", on=TOMORROW, responsibilities=(task,)) == []


def together(count: int, holders: str, **fields: Any) -> Workspace:
    """Give a workspace with a network of so many members and one goal for which some answer."""
    members = tuple(Membership(partner=one) for one in "abcde"[:count])
    goal = attrs.evolve(GOAL, responsible=tuple(holders))
    partners = [partner(one) for one in "abcde"]
    return workspace(*partners, network(members=members, goals=(goal,), **fields))


@pytest.mark.parametrize(
    ("count", "holders", "found"),
    [(3, "abc", 0), (4, "abcd", 1), (4, "abc", 0), (4, "abcde", 1), (5, "abcd", 0)],
)
def test_all_of_four_or_more_is_everybody(count: int, holders: str, found: int) -> None:
    assert len(ask("Q506", together(count, holders))) == found


def test_members_that_left_or_closed_are_not_needed_for_everybody() -> None:
    asked = together(5, "abcd")
    assert ask("Q506", asked) == []
    closed = asked.with_entities(partner("e", period=Period(until=YESTERDAY)))
    assert [value(one, "members") for one in ask("Q506", closed)] == [4]


def test_everybody_may_not_hold_a_task_either() -> None:
    task = Responsibility(task="Einladung", partners=tuple("abcd"))
    found = ask("Q506", together(4, "a", responsibilities=(task,)))
    assert [one.field for one in found] == ["responsibilities[1]"]


# agreements


def with_contacts(**agreements: tuple[Agreement, ...]) -> Workspace:
    contacts = [Contact(id=name, partner=name, agreements=made) for name, made in agreements.items()]
    return workspace(*(partner(name) for name in agreements), *contacts)


def test_unsettled_agreements_of_many_contacts_are_one_finding() -> None:
    (found,) = ask("Q507", with_contacts(a=(AGREED,), b=(AGREED, OPEN), c=(OPEN, OPEN)))
    assert (found.subject, found.others, found.field) == (
        Ref("contacts", "b"),
        (Ref("contacts", "c"),),
        "agreements[2]",
    )
    assert told(found).startswith("Absprachen mit 2 Partnern („B“ und „C“), deren Verbindlichkeit")


def test_agreements_are_counted_among_those_with_the_partners_that_are_named() -> None:
    (many,) = ask("Q507", with_contacts(a=(AGREED,), b=(AGREED, OPEN), c=(OPEN, OPEN)))
    assert (value(many, "n"), value(many, "of")) == (3, 4)
    (one,) = ask("Q507", with_contacts(a=(AGREED,), b=(AGREED, OPEN)))
    assert told(one).startswith("Absprachen mit „B“, deren Verbindlichkeit nicht geklärt ist: 1 von 2 (")


def test_partners_of_agreements_are_told_in_the_case_that_the_sentence_asks_for() -> None:
    asked = with_contacts(**dict.fromkeys("abcdef", (OPEN,)))
    assert "mit 6 Partnern („A“, „B“, „C“, „D“ und 2 weitere), deren" in told(ask("Q507", asked)[0])


def test_networks_and_contacts_are_told_apart() -> None:
    asked = with_contacts(a=(OPEN,)).with_entities(network(agreements=(OPEN,)))
    assert [str(one.subject) for one in ask("Q507", asked)] == ["contacts/a", "networks/netz"]


def test_non_binding_is_settled() -> None:
    assert of("Q507", agreements=(attrs.evolve(OPEN, bindingness=Bindingness.NON_BINDING),)) == []


def test_an_agreement_of_a_contact_that_has_ended_is_not_asked_about() -> None:
    asked = with_contacts(a=(OPEN,))
    ended = attrs.evolve(asked.contacts["a"], period=Period(until=YESTERDAY))
    assert ask("Q507", asked.with_entities(ended)) == []
    assert ask("Q507", asked.with_entities(partner("a", period=Period(until=YESTERDAY)))) == []


@pytest.mark.parametrize(
    ("until", "unsettled", "lapsed"),
    [
        (ON, 1, 0),
        (YESTERDAY, 0, 1),
        (date(2025, 3, 1), 0, 1),
        (date(2025, 2, 28), 0, 0),
    ],
)
def test_an_agreement_holds_on_its_last_day_and_is_history_after_a_year(
    until: date, unsettled: int, lapsed: int
) -> None:
    agreement = attrs.evolve(OPEN, valid_until=until)
    for asked in (workspace(network(agreements=(agreement,))), with_contacts(a=(agreement,))):
        assert len(ask("Q507", asked)) == unsettled
        assert len(ask("Q508", asked)) == lapsed


def test_an_agreement_made_anew_in_the_same_words_has_not_lapsed() -> None:
    old = attrs.evolve(AGREED, valid_until=YESTERDAY)
    anew = attrs.evolve(AGREED, text="freie  Plätze an alle", agreed_on=ON)
    other = attrs.evolve(AGREED, text="Sprechstunde am Montag")
    assert of("Q508", agreements=(old, anew)) == []
    assert len(of("Q508", agreements=(old, other))) == 1
    assert len(of("Q508", agreements=(old, attrs.evolve(anew, agreed_on=TOMORROW)))) == 1


# reviews


def test_a_review_of_tomorrow_is_none_yet() -> None:
    assert of("Q509", reviews=(Review(day=ON),)) == []
    assert len(of("Q509", reviews=(Review(day=TOMORROW),))) == 1


def test_a_network_is_not_asked_in_the_year_the_service_began_to_work_in_it() -> None:
    watched = Participation(year=2025, form=ParticipationForm.OBSERVING)
    begun = Participation(year=2026, form=ParticipationForm.LEAD)
    assert of("Q509", participation=(watched, begun)) == []
    assert len(of("Q509", on=date(2027, 1, 1), participation=(watched, begun))) == 1


@pytest.mark.parametrize(
    ("day", "planned", "on", "found"),
    [
        (date(2025, 2, 1), ON, ON, 0),
        (date(2025, 2, 1), ON, TOMORROW, 1),
        (date(2024, 8, 31), None, date(2026, 2, 28), 0),
        (date(2024, 8, 31), None, ON, 1),
        (date(2020, 1, 1), TOMORROW, ON, 0),
    ],
)
def test_a_review_due_today_is_not_overdue(day: date, planned: date | None, on: date, found: int) -> None:
    assert len(of("Q523", on=on, reviews=(Review(day=day, next_on=planned),))) == found


def test_the_latest_review_decides_wherever_it_stands_in_the_file() -> None:
    late, early = (
        Review(day=date(2026, 1, 5), next_on=YESTERDAY),
        Review(day=date(2025, 1, 5), next_on=TOMORROW),
    )
    (found,) = of("Q523", reviews=(early, late))
    assert (found.field, value(found, "last")) == ("reviews[2]", late.day)
    assert of("Q510", reviews=(attrs.evolve(late, effort=0, results="Gut."), early)) == []


def test_a_network_without_review_is_neither_overdue_nor_incomplete() -> None:
    assert of("Q523") == of("Q510") == []


@pytest.mark.parametrize(
    ("effort", "results", "missing"),
    [
        (0, "Gut.", None),
        (None, "Gut.", "der Aufwand."),
        (60, None, "die Ergebnisse."),
        (60, " ", "die Ergebnisse."),
        (None, None, "der Aufwand und die Ergebnisse."),
    ],
)
def test_no_effort_stated_differs_from_an_effort_of_zero(
    effort: int | None, results: str | None, missing: str | None
) -> None:
    found = of("Q510", reviews=(Review(day=ON, effort=effort, results=results),))
    assert [told(one).split(": ")[1] for one in found] == ([missing] if missing else [])


# reports and i-mpuls


def report(year: int = 2025, **fields: Any) -> AnnualReport:
    return AnnualReport(id=str(year), **fields)


APRIL = date(2026, 4, 1)


@pytest.mark.parametrize(
    ("on", "given", "found"),
    [
        (date(2026, 3, 31), None, None),
        (APRIL, None, "Für 2025 fehlt der Jahresbericht."),
        (APRIL, report(2024, status=ReportStatus.FINAL), "Für 2025 fehlt der Jahresbericht."),
        (APRIL, report(), "Für 2025 ist der Jahresbericht noch ein Entwurf."),
        (APRIL, report(submitted_on=APRIL), None),
        (APRIL, report(status=ReportStatus.FINAL), None),
    ],
)
def test_a_report_is_asked_for_from_april_on(on: date, given: AnnualReport | None, found: str | None) -> None:
    asked = workspace(*([given] if given else []))
    assert [told(one) for one in ask("Q517", asked, on=on)] == ([found] if found else [])


@pytest.mark.parametrize(("founded", "found"), [(2024, 1), (2025, 0)])
def test_no_report_and_no_entry_is_missing_for_the_year_of_founding(founded: int, found: int) -> None:
    asked = workspace(service=attrs.evolve(SERVICE, founded=founded))
    assert len(ask("Q517", asked, on=APRIL)) == len(ask("Q525", asked, on=APRIL)) == found


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (report(), 0),
        (report(status=ReportStatus.FINAL), 1),
        (report(status=ReportStatus.SUBMITTED, map="2024"), 1),
        (report(status=ReportStatus.SUBMITTED, map="2025"), 0),
        (report(status=ReportStatus.FINAL, map="2025"), 0),
        (report(submitted_on=ON), 1),
        (report(submitted_on=TOMORROW), 0),
    ],
)
def test_a_final_report_holds_the_map_of_its_own_year(given: AnnualReport, found: int) -> None:
    assert len(ask("Q524", workspace(given))) == found


@pytest.mark.parametrize(
    ("on", "submitted", "found"),
    [
        (date(2026, 3, 31), None, 0),
        (APRIL, None, 1),
        (APRIL, APRIL, 0),
        (APRIL, date(2026, 4, 2), 1),
    ],
)
def test_a_final_report_is_to_be_submitted_by_the_end_of_march(
    on: date, submitted: date | None, found: int
) -> None:
    final = report(status=ReportStatus.FINAL, map="2025", submitted_on=submitted)
    assert len(ask("Q524", workspace(final), on=on)) == found


def test_several_reports_without_map_are_one_finding() -> None:
    reports = [report(year, status=ReportStatus.SUBMITTED) for year in (2023, 2024, 2025)]
    (found,) = ask("Q524", workspace(*reports))
    assert (found.subject, len(found.others)) == (Ref("reports", "2023"), 2)
    assert (
        told(found)
        == "Fertige Jahresberichte, denen die Netzwerkkarte ihres Jahres fehlt: 2023, 2024 und 2025."
    )


@pytest.mark.parametrize(
    ("on", "entered", "found"),
    [
        (date(2026, 2, 25), None, 0),
        (date(2026, 2, 26), None, 1),
        (date(2026, 2, 26), date(2026, 2, 26), 0),
        (date(2026, 2, 26), date(2026, 2, 27), 1),
        (date(2026, 12, 31), date(2025, 12, 19), 0),
    ],
)
def test_eight_weeks_after_the_year_its_data_are_to_be_entered(
    on: date, entered: date | None, found: int
) -> None:
    transfers = [Transfer(id="2024", entered_on=date(2025, 1, 1))]
    transfers += [Transfer(id="2025", entered_on=entered)] if entered else []
    assert len(ask("Q525", workspace(*transfers), on=on)) == found
