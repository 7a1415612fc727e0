"""Each table of the i-mpuls-style export: its rows, where its numbers come from, what it leaves out."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import pytest

from jmdexport.builtin._impuls_files import FILES, USUAL
from jmdexport.builtin._impuls_rows_counts import Category, Division, Source
from jmdexport.builtin.impuls import EXPORTER, ImpulsData, read_impuls, render, tables_of
from jmdexport.demo import EXAMPLE_DATE, load_example
from jmdexport.run import export
from jmdmodel.entities.agreement import Review
from jmdmodel.entities.case import CasePlan
from jmdmodel.entities.committee import CommitteeRole, Contribution, Session
from jmdmodel.entities.event import SpaceEvent
from jmdmodel.entities.network import Membership, Network, NetworkAssessment, Participation
from jmdmodel.entities.opening import OpeningMeasure
from jmdmodel.entities.resource import GroupOffer, KindAbsence
from jmdmodel.entities.service import YearFigure
from jmdmodel.entities.work import Activity
from jmdmodel.ids import Ref
from jmdmodel.period import Period
from jmdmodel.privacy.counts import protected_counts
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import (
    AgeBand,
    Attendance,
    CaseCategory,
    ContributionKind,
    FigureKind,
    Formalisation,
    MeasureKind,
    MeasureState,
    PartnerKind,
    SeatHolder,
    SeatRole,
    SpatialExtent,
    Topic,
    WorkArea,
)
from jmdmodel.workspace import Workspace
from tests.unit.builtin._build import EMPTY, MAP, committee, contact, impuls_request, partner


def tables(workspace: Workspace, audience: Audience = Audience.REPORT, **options: Any) -> ImpulsData:
    counts = None if audience < Audience.REPORT else protected_counts(workspace, year=2025, named=False)
    return tables_of(impuls_request(workspace, audience, counts=counts, **options))


def written(workspace: Workspace, audience: Audience = Audience.REPORT, **options: Any) -> dict[str, bytes]:
    counts = None if audience < Audience.REPORT else protected_counts(workspace, year=2025, named=False)
    return {
        one.name: one.data for one in render(impuls_request(workspace, audience, counts=counts, **options))
    }


def notes(made: dict[str, bytes], path: str | None = None) -> list[str]:
    told = json.loads(made["datapackage.json"])["jmd"]["notes"]
    return [note["text"] for note in told if note.get("path") == path]


# Definitions


def test_one_identifier_means_the_same_in_every_file() -> None:
    kinds: dict[str, set[Any]] = {}
    for file in FILES:
        for column in file.columns:
            kinds.setdefault(column.name, set()).add((column.kind, column.words))
    assert {name: found for name, found in kinds.items() if len(found) > 1} == {}


def test_the_key_of_each_file_is_made_of_columns_that_are_never_empty() -> None:
    for file in FILES:
        required = {column.name for column in file.columns if column.required}
        assert set(file.key) <= required


def test_titles_and_descriptions_are_whole_in_both_languages() -> None:
    for file in FILES:
        for column in file.columns:
            for text in (column.description.de, column.description.en):
                assert text[0].isupper() or text[0] in '„"1', text
                assert text.endswith("."), text
            assert column.title.de, column.name
            assert column.title.en, column.name


# Networks and committees


def network(**others: Any) -> Network:
    return Network(id="ag", name="AG", **others)


def test_a_network_has_its_attributes_members_sessions_effort_and_results() -> None:
    judged = NetworkAssessment(
        day=date(2025, 5, 1),
        formalisation=Formalisation.CONTRACT,
        spatial_extent=SpatialExtent.DISTRICT,
        themes=(Topic.WORK, Topic.HEALTH),
    )
    review = Review(day=date(2025, 9, 1), effort=90, results="=Drei Plätze")
    found = tables(
        EMPTY.with_entities(
            partner("a"),
            network(
                members=(Membership(partner="a"),),
                members_stated=4,
                assessments=(judged,),
                reviews=(review,),
                participation=(Participation(year=2025, form="active"),),  # type: ignore[arg-type]
            ),
            committee(
                "plenum",
                network="ag",
                sessions=(
                    Session(day=date(2025, 3, 1), attendance=Attendance.PRESENT),
                    Session(day=date(2025, 6, 1), attendance=Attendance.ABSENT),
                    Session(day=date(2024, 6, 1), attendance=Attendance.PRESENT),
                ),
            ),
        )
    ).networks
    assert len(found) == 1
    row = found[0]
    assert (row.formalisation, row.spatial_extent, row.themes, row.political_influence) == (
        Formalisation.CONTRACT,
        SpatialExtent.DISTRICT,
        (Topic.WORK, Topic.HEALTH),
        None,
    )
    assert (row.members, row.members_stated, row.sessions, row.attended) == (1, 4, 2, 1)
    assert (row.effort_minutes, row.reviewed_on, row.results) == (90, date(2025, 9, 1), "=Drei Plätze")


def test_a_network_without_a_committee_has_no_number_of_sessions_and_not_zero() -> None:
    found = tables(EMPTY.with_entities(network(), committee("other")))
    assert found.networks[0].sessions is None
    assert found.committees[0].sessions == 0


def test_the_public_sees_no_members_and_no_sessions_and_is_told_so() -> None:
    workspace = EMPTY.with_entities(network(members=(Membership(partner="a"),)), committee("c"), partner("a"))
    row, body = (
        tables(workspace, Audience.PUBLIC).networks[0],
        tables(workspace, Audience.PUBLIC).committees[0],
    )
    assert (row.members, row.sessions, body.sessions, body.concerns) == (None, None, None, None)
    made = written(workspace, Audience.PUBLIC)
    assert notes(made, "networks.csv") == ["Mitglieder gehören nicht zu dieser Ansicht."]
    assert notes(made, "committees.csv")
    assert "Zahlen von Personen gehören nicht zu dieser Fassung." in notes(made)


def test_a_committee_counts_each_kind_of_contribution_in_its_column() -> None:
    kinds = list(ContributionKind)
    body = committee(
        "jha",
        roles=(
            CommitteeRole(role=SeatRole.VOTING, held_by=SeatHolder.PROVIDER),
            CommitteeRole(role=SeatRole.CHAIR),
            CommitteeRole(role=SeatRole.CHAIR),
        ),
        sessions=tuple(
            Session(
                day=date(2025, 1, place),
                contributions=tuple(Contribution(kind=kind) for kind in kinds[place - 1 :]),
            )
            for place in range(1, 10)
        ),
    )
    row = tables(EMPTY.with_entities(body)).committees[0]
    numbers = attrs.astuple(row)[-9:]
    assert numbers == tuple(range(1, 10))
    assert (row.seat_roles, row.seat_holders) == (
        (SeatRole.CHAIR, SeatRole.VOTING),
        (SeatHolder.SERVICE, SeatHolder.PROVIDER),
    )


# Cooperation


def test_cooperation_counts_contacts_and_rings_by_main_kind() -> None:
    workspace = EMPTY.with_entities(
        MAP,
        partner("a"),
        partner("b"),
        partner("c", kind=PartnerKind.CHAMBER, further_kinds=(PartnerKind.SCHOOL,)),
        contact("a", 5),
        contact("b", None, None),
        contact("c", 1),
        KindAbsence(id="keine", partner_kind=PartnerKind.BUSINESS, reason="Nur im Nachbarort."),
    )
    rows = {row.partner_kind: row for row in tables(workspace).cooperation}
    assert list(rows) == list(PartnerKind)
    school, chamber = rows[PartnerKind.SCHOOL], rows[PartnerKind.CHAMBER]
    assert (school.main_partners, school.further_partners, school.rated_contacts) == (2, 1, 1)
    assert (school.ring_5, school.ring_1, school.off_rings, chamber.ring_1) == (1, 0, 1, 1)
    assert rows[PartnerKind.BUSINESS].reason == "Nur im Nachbarort."


def test_without_a_map_there_is_no_row_of_cooperation_but_the_reason() -> None:
    made = written(EMPTY.with_entities(partner("a"), contact("a")))
    assert read_impuls(made).cooperation == ()
    assert notes(made, "cooperation.csv") == [
        "Für 2025 enthält diese Fassung keine Netzwerkkarte; deshalb gibt es hier keine Zeilen."
    ]


# Measures, events, group offers


def measure(identifier: str, day: date | None, **others: Any) -> OpeningMeasure:
    others.setdefault("state", MeasureState.HELD)
    return OpeningMeasure(id=identifier, title=identifier, kind=MeasureKind.AWARENESS, day=day, **others)


def test_measures_and_events_belong_to_the_year_in_which_they_begin() -> None:
    workspace = EMPTY.with_entities(
        measure("first", date(2025, 1, 1)),
        measure("last", date(2025, 12, 31), until=date(2026, 2, 1)),
        measure("before", date(2024, 12, 31), until=date(2025, 3, 1)),
        measure("after", date(2026, 1, 1)),
        SpaceEvent(id="silvester", title="S", day=date(2024, 12, 31), until=date(2025, 1, 1)),
        SpaceEvent(id="neujahr", title="N", day=date(2025, 1, 1)),
    )
    found = tables(workspace)
    assert [row.measure for row in found.measures] == ["first", "last"]
    assert [row.event for row in found.events] == ["neujahr"]


def test_what_has_no_day_stands_in_no_year_and_is_counted_aloud() -> None:
    workspace = EMPTY.with_entities(
        measure("a", None), GroupOffer(id="g", name="G"), GroupOffer(id="h", name="H")
    )
    made = written(workspace)
    assert read_impuls(made).measures == ()
    assert notes(made, "measures.csv") == ["Eine Maßnahme hat keinen Tag und steht deshalb in keinem Jahr."]
    assert notes(made, "group_offers.csv") == [
        "Zwei Durchgänge von Gruppenangeboten haben keinen Zeitraum und stehen deshalb in keinem Jahr."
    ]


def test_people_come_from_the_protected_tables_alone() -> None:
    workspace = EMPTY.with_entities(
        *(
            SpaceEvent(id=name, title=name, day=date(2025, 3, day), people=people)
            for day, (name, people) in enumerate(zip("abcdef", (1, 2, 20, 30, None, 0), strict=True), start=1)
        )
    )
    made = written(workspace)
    people = {row.event: row.people for row in read_impuls(made).events}
    assert (people["a"], people["b"]) == (None, None)
    assert (people["d"], people["e"], people["f"]) == (30, None, 0)
    assert any("verborgen" in note or "versteckt" in note or "„.“" in note for note in notes(made))


def test_a_number_that_is_no_part_of_the_tables_stands_nowhere() -> None:
    workspace = EMPTY.with_entities(SpaceEvent(id="a", title="A", day=date(2025, 3, 1), people=50))
    assert tables(workspace, Audience.PUBLIC).events[0].people is None
    assert tables(workspace).events[0].people == 50


def test_people_of_work_are_those_of_its_area() -> None:
    workspace = EMPTY.with_entities(
        *(
            Activity(id=f"a{n}", day=date(2025, 3, n), minutes=60, area=area, people=10 * n)
            for n, area in enumerate((WorkArea.GROUP_OFFERS, WorkArea.PARENTS, WorkArea.PARENTS), start=1)
        )
    )
    found = {row.area: row.people for row in tables(workspace).work}
    assert found == {WorkArea.GROUP_OFFERS: 10, WorkArea.PARENTS: 50}


def test_group_offers_have_their_own_count_beside_the_figure_of_the_year() -> None:
    workspace = EMPTY.with_entities(
        GroupOffer(id="a", name="A", period=Period(since=date(2025, 1, 1)), people=12, meetings=4),
        GroupOffer(id="b", name="B", period=Period(until=date(2025, 6, 1)), people=9),
        GroupOffer(id="c", name="C", period=Period(since=date(2024, 1, 1)), people=7),
        YearFigure(id="f", year=2025, kind=FigureKind.GROUP_PARTICIPANTS, count=18),
    )
    found = tables(workspace)
    assert [(row.group_offer, row.people, row.meetings) for row in found.group_offers] == [
        ("a", 12, 4),
        ("b", 9, None),
    ]
    assert [(row.figure, row.persons) for row in found.figures] == [(FigureKind.GROUP_PARTICIPANTS, 18)]


# Case counts


def figure(identifier: str, kind: FigureKind, count: int, **others: Any) -> YearFigure:
    return YearFigure(id=identifier, year=2025, kind=kind, count=count, **others)


def test_the_two_categories_and_their_sum_stand_in_the_case_counts() -> None:
    workspace = EMPTY.with_entities(
        figure("a", FigureKind.COUNSELLED, 67_276), figure("b", FigureKind.CASE_MANAGED, 51_316)
    )
    rows = tables(workspace).cases
    assert [(row.category, row.division, row.group, row.persons, row.services) for row in rows] == [
        (Category.COUNSELLING, Division.WHOLE, "total", 67_276, 1),
        (Category.CASE_MANAGEMENT, Division.WHOLE, "total", 51_316, 1),
        (Category.TOTAL, Division.WHOLE, "total", 118_592, 1),
    ]


def test_no_sum_is_made_where_a_category_is_missing_or_counted_twice() -> None:
    one = EMPTY.with_entities(figure("a", FigureKind.COUNSELLED, 50))
    twice = one.with_entities(
        figure("b", FigureKind.COUNSELLED, 60), figure("c", FigureKind.CASE_MANAGED, 70)
    )
    assert Category.TOTAL not in {row.category for row in tables(one).cases}
    rows = tables(twice).cases
    assert Category.TOTAL not in {row.category for row in rows}
    assert [(row.number, row.persons) for row in rows] == [(1, 50), (2, 60), (1, 70)]


def test_a_small_number_is_hidden_and_so_is_the_sum_that_would_tell_it() -> None:
    workspace = EMPTY.with_entities(
        figure("a", FigureKind.COUNSELLED, 100), figure("b", FigureKind.CASE_MANAGED, 2)
    )
    made = written(workspace)
    rows = read_impuls(made).cases
    shown = {row.category: row.persons for row in rows}
    assert shown.get(Category.CASE_MANAGEMENT) is None
    assert shown.get(Category.TOTAL) is None
    assert b"102" not in made["case_counts.csv"]


def test_ages_parts_and_parts_of_parts_are_told_apart() -> None:
    workspace = EMPTY.with_entities(
        figure("a", FigureKind.COUNSELLED, 100),
        figure("young", FigureKind.COUNSELLED, 40, part_of="a", from_age=12, to_age=17),
        figure("older", FigureKind.COUNSELLED, 50, part_of="a", from_age=18, to_age=26),
        figure("here", FigureKind.COUNSELLED, 25, part_of="young", label="Stadt"),
    )
    rows = tables(workspace).cases
    assert [(row.division.code, row.group, row.label, row.persons) for row in rows] == [
        ("whole", "total", "alle", 100),
        ("age", "12-17", "12 bis 17 Jahre", 40),
        ("age", "18-26", "18 bis 26 Jahre", 50),
        ("age", "others", "übrige", 10),
        ("part", "12-17/002", "Teilmenge 1", 25),
        ("part", "12-17/others", "übrige", 15),
    ]


def test_the_team_reads_the_names_of_parts_and_nobody_else() -> None:
    workspace = EMPTY.with_entities(
        figure("a", FigureKind.VOLUNTEERS, 60),
        figure("b", FigureKind.VOLUNTEERS, 20, part_of="a", label="Lernbegleitung"),
    )

    def told(audience: Audience) -> bytes:
        made = export(workspace, "impuls-csv", year=2025, as_of=EXAMPLE_DATE, audience=audience)
        return next(one.data for one in made if one.name == "year_figures.csv")

    assert b"Lernbegleitung" in told(Audience.INTERNAL)
    assert b"Lernbegleitung" not in told(Audience.REPORT)


def test_case_plans_stand_beside_the_figures_with_their_own_source() -> None:
    plans = (
        CasePlan(id=f"p{place}", age_band=band, category=category, began="2025-Q1")
        for place, (band, category) in enumerate(
            (band, category)
            for band in (AgeBand.FROM_15, AgeBand.FROM_18)
            for category in CaseCategory
            for _ in range(6)
        )
    )
    rows = tables(EMPTY.with_entities(*plans)).cases
    assert {row.source for row in rows} == {Source.PLANS}
    known = {(row.category, row.group): row.persons for row in rows}
    assert known[Category.TOTAL, "total"] == 24
    assert known[Category.CASE_MANAGEMENT, "15-17"] == 6


def test_what_a_federal_report_states_can_be_stated_with_the_same_columns() -> None:
    made = written(EMPTY, dialect="data")
    made["case_counts.csv"] += (
        b"2019,figures,counselling,1,whole,total,alle,67276,477\n"
        b"2019,figures,case-management,1,whole,total,alle,51316,477\n"
        b"2019,figures,total,1,whole,total,alle,118592,477\n"
    )
    rows = {row.category: row for row in read_impuls(made).cases}
    assert rows[Category.COUNSELLING].persons + rows[Category.CASE_MANAGEMENT].persons == (  # type: ignore[operator]
        rows[Category.TOTAL].persons
    )
    assert rows[Category.TOTAL].services == 477


# Single activities


def busy() -> Workspace:
    return EMPTY.with_entities(
        Activity(
            id="a1",
            day=date(2025, 3, 3),
            minutes=50,
            area=WorkArea.NETWORK,
            regarding=(Ref("networks", "ag"),),
            people=7,
            note="=1+1",
        ),
        Activity(id="a2", day=date(2024, 3, 3), minutes=5, area=WorkArea.OTHER),
        network(),
    )


def test_single_activities_are_for_people_entitled_by_name_alone() -> None:
    for audience in Audience:
        if audience <= Audience.PERSONAL:
            names = [name for name in written(busy(), audience) if name.endswith(".csv")]
            wanted = FILES if audience is Audience.PERSONAL else USUAL
            assert names == [file.name for file in wanted]


def test_a_single_activity_is_written_as_it_is_without_the_number_of_people() -> None:
    made = written(busy(), Audience.PERSONAL)
    assert made["activities.csv"].decode() == (
        "\ufeffactivity;day;minutes;hours;area;own_area;staff;regarding;note\r\n"
        "a1;03.03.2025;50;0,83;network;.;.;networks/ag;'=1+1\r\n"
    )
    (row,) = read_impuls(made).activities
    assert (row.minutes, row.hours, row.regarding, row.note) == (
        50,
        Fraction(83, 100),
        ("networks/ag",),
        "=1+1",
    )
    assert json.loads(made["datapackage.json"])["jmd"]["guarded_cells"] == [
        {"path": "activities.csv", "column": "note", "rows": [2]}
    ]


def test_a_fault_in_a_single_activity_tells_its_place_and_not_what_stands_there() -> None:
    made = written(busy(), Audience.PERSONAL)
    broken = made["activities.csv"].replace(b";50;", b";heimlich;")
    doubled = made["activities.csv"] + made["activities.csv"].splitlines(keepends=True)[1]
    with pytest.raises(Exception, match=r"activities\.csv:2 minutes") as caught:
        read_impuls(made | {"activities.csv": broken})
    assert "heimlich" not in str(caught.value)
    with pytest.raises(Exception, match=r"activities\.csv:3") as caught:
        read_impuls(made | {"activities.csv": doubled})
    assert "a1" not in str(caught.value)


# The example


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.REPORT, Audience.INTERNAL])
def test_the_example_reads_back_as_it_was_made(audience: Audience) -> None:
    workspace = load_example().workspace
    made = tables(workspace, audience)
    for dialect in ("office", "data"):
        assert read_impuls(written(workspace, audience, dialect=dialect)) == made


def test_the_exporter_asks_for_protected_counts() -> None:
    assert EXPORTER.counts
    assert EXPORTER.audience is Audience.PERSONAL
