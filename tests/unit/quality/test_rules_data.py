"""Boundaries of the rules on the data itself."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from jmdmodel.entities.agreement import Review
from jmdmodel.entities.case import CasePlan, ContributionStep, PartnerContribution, PlanGoal, PlanStep
from jmdmodel.entities.committee import Committee, Session
from jmdmodel.entities.network import Network
from jmdmodel.entities.opening import AccessBarrier, BarrierStatus, OpeningMeasure
from jmdmodel.entities.partner import KeyPerson, Offer
from jmdmodel.entities.relation import Tie
from jmdmodel.entities.service import YearFigure
from jmdmodel.entities.space import AdministrativeUnit, SocialSpace
from jmdmodel.entities.work import Activity
from jmdmodel.ids import Ref
from jmdmodel.period import Period
from jmdmodel.quality import check
from jmdmodel.quality.data.duplicates import words_of
from jmdmodel.quality.data.wording import deceiving, identifying
from jmdmodel.quality.texts import phrase
from jmdmodel.vocabulary import (
    Attendance,
    BarrierKind,
    BarrierState,
    CommitteeKind,
    ContributionStage,
    FigureKind,
    LegalBasis,
    MeasureKind,
    MeasureState,
    PartnerKind,
    Topic,
    UnitLevel,
    WorkArea,
)
from tests.unit.quality._build import ON, SERVICE, ask, contact, partner, rating, value, workspace


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jobcenter", "Job-Center"),
        ("Müller GmbH", "Mueller"),
        ("Förderverein e. V.", "FÖRDERVEREIN e.V."),
        ("Stadt Mayen, Jugendamt", "Jugendamt Stadt Mayen"),
        ("Café Zuflucht", "Cafe Zuflucht"),
        ("St. Martin", "Sankt Martin"),
        ("Straße & Haus", "Strasse und Haus"),
    ],
)
def test_spellings_of_one_name_are_found(one: str, other: str) -> None:
    assert len(ask("D901", workspace(partner("a", one), partner("b", other)))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Grundschule 1", "Grundschule 2"),
        ("Realschule Nord", "Realschule Süd"),
        ("Caritas Mainz", "Caritas Mayen"),
        ("Jugendhaus", "Jugendamt"),
        ("e. V.", "GmbH"),
    ],
)
def test_names_that_only_look_alike_are_left_alone(one: str, other: str) -> None:
    assert ask("D901", workspace(partner("a", one), partner("b", other))) == []


def test_a_name_in_another_script_keeps_its_words() -> None:
    assert words_of("Дом культуры") == ("дом", "культуры")


@pytest.mark.parametrize(
    "difference",
    [
        {"part_of": "a"},
        {"successor_of": ("a",)},
        {"area": ("sued",)},
        {"period": Period(until=date(2026, 2, 28))},
    ],
)
def test_what_tells_two_partners_apart_makes_them_no_duplicates(difference: dict[str, Any]) -> None:
    first = partner("a", "Jugendamt", area=("nord",))
    assert ask("D901", workspace(first, partner("b", "Jugendamt", **difference))) == []
    assert len(ask("D901", workspace(first, partner("b", "Jugendamt", area=("nord", "sued"))))) == 1


def test_three_of_a_name_are_one_finding_that_says_why() -> None:
    (found,) = ask("D901", workspace(*(partner(name, "Jugendamt") for name in "abc")))
    assert [str(ref) for ref in (found.subject, *found.others)] == ["partners/a", "partners/b", "partners/c"]
    assert value(found, "why").de == "Die Namen sind gleich"
    assert value(found, "names").de == "„Jugendamt“"


@pytest.mark.parametrize(
    "honest",
    [
        "Jugendmigrationsdienst",
        "Ärzte- und Ärztinnenhaus “Süd” – № 3",
        "خانه\u200cی فرهنگ",
        "جمعية الشباب",
        "Verein \u200fجمعية",
        "👩\u200d👩\u200d👧 Treff",
        "Дом культуры",
        "Club Αθήνα",
        "Größe 5 µm",
    ],
)
def test_honest_texts_of_all_scripts_pass(honest: str) -> None:
    assert deceiving(honest) is None


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Jugend\u202eamt", "\u202e"),
        ("Jugend\u2066amt", "\u2066"),
        ("Jugendamt\u200e", "\u200e"),
        ("Jugend\u200bamt", "\u200b"),
        ("Jugend\u00adamt", "\u00ad"),
        ("\ufeffJugendamt", "\ufeff"),
        ("Jugend\u200damt", "\u200d"),
        ("\u200cJugendamt", "\u200c"),
        ("Jug\u0435ndamt", "\u0435"),
        ("\u039fffice", "\u039f"),
    ],
)
def test_deceiving_characters_are_found(text: str, sign: str) -> None:
    found = deceiving(text)
    assert found is not None
    assert found[1] == sign


def test_one_finding_a_thing_that_names_the_sign_and_not_the_text() -> None:
    tricky = partner("a", "Jug\u0435ndamt", note="x\u200by")
    (found,) = ask("D902", workspace(tricky))
    assert (found.path, value(found, "sign")) == ("partners/a.name", "U+0435")
    assert "ndamt" not in repr(found)


def test_parts_and_service_are_looked_through_too() -> None:
    service = attrs.evolve(SERVICE, note="a\u200bb")
    held = Session(day=ON, topic="c\u200bd")
    board = Committee(id="runde", name="Runde", kind=CommitteeKind.OTHER, sessions=(Session(day=ON), held))
    found = ask("D902", workspace(board, service=service))
    assert [one.path for one in found] == ["committees/runde.sessions[2].topic", "service.note"]


@pytest.mark.parametrize(
    "harmless",
    [
        "Anmeldung: info@amt.example, jugend.info@amt.example",
        "Seit 01.02.2025, neu ab 2025-10-01",
        "03/2025 - 04/2026",
        "PLZ 01067 Dresden, 56727 Mayen",
        "Schlüssel 07137068 und 071370003068",
        "Raum 0815, 9 - 12 Uhr",
        "* 12.03.2025 Sitzung",
        "12 000 Euro, 0,5 Stellen",
        "Twitter @jmd",
    ],
)
def test_harmless_texts_point_to_nobody(harmless: str) -> None:
    assert identifying(harmless, phones=True) is None


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a.meier@amt.example", "e-mail"),
        ("info@amt.example oder a.meier@amt.example", "e-mail"),
        ("Tel. 02651 123456", "telephone"),
        ("(0261) 98-765", "telephone"),
        ("+49 261 987654", "telephone"),
        ("01511234567", "telephone"),
        ("0151/1234 5678", "telephone"),
        ("geb. 1.2.2005", "date of birth"),
        ("geboren am 01.02.2005", "date of birth"),
        ("*01.02.2005", "date of birth"),
    ],
)
def test_identifying_texts_are_told_by_their_kind(text: str, what: str) -> None:
    found = identifying(text, phones=True)
    assert found is not None
    assert what in found.en


def test_numbers_are_looked_for_only_in_what_leaves_the_house() -> None:
    public = Offer(id="kurs", name="Kurs", cost="frei, Tel. 02651 123456")
    assert len(ask("D903", workspace(public))) == 1
    assert ask("D903", workspace(partner("a", note="Zentrale 02651 123456"))) == []
    assert len(ask("D903", workspace(partner("a", note="a.meier@amt.example")))) == 1


def test_fields_for_people_and_the_address_of_the_service_are_left_alone() -> None:
    person = KeyPerson(id="p", role="Vorsitz", name="N. N.", note="a.meier@amt.example, geb. 1.2.1970")
    service = attrs.evolve(SERVICE, address="Hauptstraße 1, Tel. 02651 123456")
    assert ask("D903", workspace(person, service=service)) == []


def test_the_identifying_text_itself_is_never_told() -> None:
    (found,) = ask("D903", workspace(partner("a", note="a.meier@amt.example")))
    assert "meier" not in repr(found)


@pytest.mark.parametrize(("day", "found"), [(ON, 0), (date(2026, 3, 2), 1)])
def test_what_happens_today_is_a_fact_and_tomorrow_is_not(day: date, found: int) -> None:
    assert len(ask("D906", workspace(partner("a"), contact("a", rating(day))))) == found


def test_a_planned_session_is_no_fact() -> None:
    ahead = date(2026, 5, 5)
    planned, held = Session(day=ahead), Session(day=ahead, attendance=Attendance.PRESENT)
    board = Committee(id="runde", name="Runde", kind=CommitteeKind.OTHER, sessions=(planned,))
    assert ask("D906", workspace(board)) == []
    (found,) = ask("D906", workspace(attrs.evolve(board, sessions=(planned, held))))
    assert found.path == "committees/runde.sessions[2].day"


@pytest.mark.parametrize(("day", "found"), [(ON, 0), (date(2026, 3, 2), 1)])
@pytest.mark.parametrize(("state", "is_fact"), [("held", True), ("planned", False), ("cancelled", False)])
def test_a_measure_held_today_is_a_fact_and_one_held_tomorrow_cannot_be(
    day: date,
    found: int,
    state: str,
    is_fact: bool,
) -> None:
    measure = opening_measure(day=day, state=MeasureState(state))
    assert len(ask("D906", workspace(measure))) == (found if is_fact else 0)


def test_a_held_measure_without_a_day_or_with_its_last_day_ahead_is_possible() -> None:
    assert ask("D906", workspace(opening_measure(state=MeasureState.HELD))) == []
    long = opening_measure(state=MeasureState.HELD, day=ON, until=date(2026, 6, 30))
    assert ask("D906", workspace(long)) == []


@pytest.mark.parametrize(("day", "found"), [(ON, []), (date(2026, 3, 2), ["barriers/b.statuses[2].day"])])
@pytest.mark.parametrize("state", list(BarrierState))
def test_a_barrier_is_removed_or_judged_today_but_not_tomorrow(
    day: date, found: list[str], state: BarrierState
) -> None:
    statuses = (
        BarrierStatus(day=date(2025, 5, 5), state=BarrierState.FOUND),
        BarrierStatus(day=day, state=state),
    )
    barrier = AccessBarrier(id="b", title="Nur mit Termin", kind=BarrierKind.OTHER, statuses=statuses)
    assert [one.path for one in ask("D906", workspace(barrier))] == found


def test_measures_and_barriers_from_before_the_service_are_found() -> None:
    early = date(2014, 12, 31)
    status = BarrierStatus(day=early, state=BarrierState.REMOVED)
    asked = workspace(
        opening_measure(state=MeasureState.HELD, day=early),
        AccessBarrier(id="b", title="Nur mit Termin", kind=BarrierKind.OTHER, statuses=(status,)),
        service=attrs.evolve(SERVICE, founded=2015),
    )
    assert [one.path for one in ask("D906", asked)] == ["barriers/b.statuses[1].day", "measures/m.day"]


def opening_measure(**fields: Any) -> OpeningMeasure:
    return OpeningMeasure(id="m", title="Elternabend", kind=MeasureKind.INFORMATION_EVENT, **fields)


@pytest.mark.parametrize(("day", "found"), [(date(2014, 12, 31), 1), (date(2015, 1, 1), 0)])
def test_facts_from_before_the_service_are_found(day: date, found: int) -> None:
    asked = workspace(
        partner("a"),
        partner("b"),
        Tie(id="t", between=("a", "b"), brokered_on=day),
        service=attrs.evolve(SERVICE, founded=2015),
    )
    assert len(ask("D906", asked)) == found


def test_impossible_dates_come_as_one_finding_a_collection_without_the_days() -> None:
    names = [f"p{n}" for n in range(5)]
    ahead = date(2031, 7, 9)
    work = Activity(id="a1", day=ahead, minutes=5, area=WorkArea.OTHER)
    found = ask("D906", workspace(*map(partner, names), *(contact(n, rating(ahead)) for n in names), work))
    assert [(str(one.subject), value(one, "n"), len(one.others)) for one in found] == [
        ("activities/a1", 1, 0),
        ("contacts/p0", 5, 4),
    ]
    assert "2031" not in repr(found)
    assert phrase(found[1], "de").message == (
        "Kontakte mit einem Datum, das in der Zukunft liegt (nach dem 01.03.2026): 5."
    )


AHEAD = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("state", "day", "found"),
    [
        (MeasureState.HELD, AHEAD, 1),
        (MeasureState.HELD, ON, 0),
        (MeasureState.HELD, None, 0),
        (MeasureState.PLANNED, AHEAD, 0),
        (MeasureState.CANCELLED, AHEAD, 0),
    ],
)
def test_only_a_measure_that_was_held_is_a_fact(state: MeasureState, day: date | None, found: int) -> None:
    measure = OpeningMeasure(id="m", title="M", kind=MeasureKind.AWARENESS, state=state, day=day)
    assert [one.path for one in ask("D906", workspace(measure))] == ["measures/m.day"] * found


@pytest.mark.parametrize(
    ("state", "day", "found"),
    [
        (BarrierState.REMOVED, AHEAD, 1),
        (BarrierState.REMOVED, ON, 0),
        (BarrierState.REMOVED, date(2014, 12, 31), 1),
        (BarrierState.FOUND, date(2014, 12, 31), 0),
    ],
)
def test_the_removal_of_a_barrier_is_a_fact_and_its_finding_may_be_older(
    state: BarrierState, day: date, found: int
) -> None:
    barrier = AccessBarrier(
        id="b", title="B", kind=BarrierKind.LANGUAGE, at=Ref("partners", "a"),
        statuses=(BarrierStatus(day=day, state=state),),
    )  # fmt: skip
    asked = workspace(partner("a"), barrier, service=attrs.evolve(SERVICE, founded=2015))
    assert [one.path for one in ask("D906", asked)] == ["barriers/b.statuses[1].day"] * found


@pytest.mark.parametrize(
    ("stage", "day", "found"),
    [
        (ContributionStage.DELIVERED, AHEAD, 1),
        (ContributionStage.DELIVERED, ON, 0),
        (ContributionStage.AGREED, AHEAD, 0),
    ],
)
def test_a_contribution_that_was_delivered_is_a_fact(stage: ContributionStage, day: date, found: int) -> None:
    part = PartnerContribution(partner="a", stages=(ContributionStep(day=day, stage=stage),))
    goal = PlanGoal(topic=Topic.WORK, text="y", steps=(PlanStep(text="x", contributions=(part,)),))
    plan = CasePlan(id="ahorn", goals=(goal,))
    assert [one.path for one in ask("D906", workspace(partner("a"), plan))] == [
        "cases/ahorn.goals[1].steps[1].contributions[1].stages[1].day"
    ] * found


@pytest.mark.parametrize(("day", "found"), [(AHEAD, 1), (ON, 0)])
def test_a_review_of_a_network_is_a_fact(day: date, found: int) -> None:
    held = Network(id="n", name="N", reviews=(Review(day=day),))
    assert [one.path for one in ask("D906", workspace(held))] == ["networks/n.reviews[1].day"] * found


def figure(identifier: str, count: int, **others: Any) -> YearFigure:
    return YearFigure(id=identifier, year=2025, kind=FigureKind.VOLUNTEERS, count=count, **others)


@pytest.mark.parametrize(("whole", "found"), [(22, 1), (23, 0), (24, 0)])
def test_age_groups_that_do_not_overlap_may_not_exceed_their_whole(whole: int, found: int) -> None:
    young, others = figure("a", 9, to_age=26, part_of="w"), figure("b", 14, from_age=27, part_of="w")
    found_now = ask("D913", workspace(figure("w", whole), young, others))
    assert [(one.path, value(one, "parts")) for one in found_now] == [("figures/w.count", 23)] * found


def test_parts_that_overlap_are_not_added_up() -> None:
    ages = (figure("a", 9, to_age=27, part_of="w"), figure("b", 14, from_age=27, part_of="w"))
    words = (figure("c", 20, label="Frauen", part_of="w"), figure("d", 15, label="neu", part_of="w"))
    assert ask("D913", workspace(figure("w", 22), *ages)) == []
    assert ask("D913", workspace(figure("w", 20), *words)) == []
    assert len(ask("D913", workspace(figure("w", 19), *words))) == 1


def test_wholes_that_are_too_small_are_one_finding() -> None:
    things = [figure(name, 1) for name in "vw"]
    things += [figure(f"{name}-teil", 2, part_of=name) for name in "vw"]
    (found,) = ask("D913", workspace(*things))
    assert (value(found, "n"), found.others) == (2, (Ref("figures", "w"),))


@pytest.mark.parametrize(
    ("kind", "sub_kind", "laws", "found"),
    [
        (PartnerKind.SGB2_BODY, None, (), 0),
        (PartnerKind.SGB2_BODY, None, (LegalBasis.SGB2, LegalBasis.SGB3), 0),
        (PartnerKind.SGB2_BODY, None, (LegalBasis.SGB3,), 1),
        (PartnerKind.SGB3_BODY, "youth-employment-agency", (LegalBasis.SGB3,), 0),
        (PartnerKind.PUBLIC_OFFICE, None, (LegalBasis.SGB12,), 0),
        (PartnerKind.PUBLIC_OFFICE, "youth-office", (LegalBasis.SGB12,), 1),
        (PartnerKind.PUBLIC_OFFICE, "immigration-office", (LegalBasis.RESIDENCE_ACT,), 0),
        (PartnerKind.EDUCATIONAL_INSTITUTION, None, (LegalBasis.SGB2,), 0),
    ],
)
def test_a_kind_that_lives_by_one_law_names_it(
    kind: PartnerKind, sub_kind: str | None, laws: tuple[LegalBasis, ...], found: int
) -> None:
    assert len(ask("D908", workspace(partner("a", kind=kind, sub_kind=sub_kind, legal_bases=laws)))) == found


def test_anything_that_refers_to_a_partner_makes_it_no_orphan() -> None:
    alone = partner("a")
    assert len(ask("D909", workspace(alone))) == 1
    assert ask("D909", workspace(alone, contact("a"))) == []
    assert ask("D909", workspace(alone, Offer(id="kurs", name="Kurs", provider="a"))) == []
    part = ask("D909", workspace(alone, partner("b", part_of="a")))
    assert part == []


def test_units_of_the_space_and_above_are_no_orphans() -> None:
    land = AdministrativeUnit(id="land", name="Land", level=UnitLevel.LAND)
    town = AdministrativeUnit(id="stadt", name="Stadt", level=UnitLevel.MUNICIPALITY, parent="land")
    assert [str(one.subject) for one in ask("D909", workspace(land, town))] == ["units/stadt"]
    assert ask("D909", workspace(land, town, space=SocialSpace(name="Raum", units=("stadt",)))) == []


def test_an_orphan_that_is_told_as_a_duplicate_is_not_told_twice() -> None:
    twins = workspace(partner("a", "Jugendamt"), partner("b", "Jugendamt"), contact("a"))
    codes = [one.code for one in check(twins, on=ON)]
    assert "D901" in codes
    assert "D909" not in codes


@pytest.mark.parametrize("key", ["03", "A-3", "07.131", "13b", "Norden", "Knr-1"])
def test_tidy_keys_pass(key: str) -> None:
    unit = AdministrativeUnit(id="nord", name="Nord", level=UnitLevel.QUARTER, local_key=key)
    assert ask("D910", workspace(unit)) == []


@pytest.mark.parametrize("key", ["0 3", "03\u00a0", "3–4", "3 %", "5km", "Nr.3"])
def test_untidy_keys_are_found(key: str) -> None:
    unit = AdministrativeUnit(id="nord", name="Nord", level=UnitLevel.QUARTER, local_key=key)
    assert len(ask("D910", workspace(unit))) == 1


def test_a_partner_with_an_ended_and_a_new_contact_has_one() -> None:
    old = contact("a", period=Period(until=date(2026, 2, 28)))
    new = attrs.evolve(contact("a"), id="neu")
    assert ask("D911", workspace(partner("a"), old, new)) == []
    (found,) = ask("D911", workspace(partner("a"), attrs.evolve(old, period=Period(until=ON)), new))
    assert [str(ref) for ref in (found.subject, *found.others)] == ["contacts/a", "contacts/neu"]
    assert value(found, "partners").de == "„A“"
