from __future__ import annotations

import pickle
from datetime import date
from fractions import Fraction

import pytest

from jmdmodel.analysis.committees import committee_work, committee_years, contribution_outcomes
from jmdmodel.analysis.coverage import committee_coverage, coverage, transition_coverage
from jmdmodel.analysis.networks import network_profiles
from jmdmodel.analysis.ratings import map_summary, rated_contacts
from jmdmodel.analysis.shares import work_shares
from jmdmodel.analysis.tables import Column, Table
from jmdmodel.analysis.weak_spots import weak_spots
from jmdmodel.analysis.work_time import work_time
from jmdmodel.entities.committee import Committee, Contribution, Session
from jmdmodel.entities.network import Network, NetworkAssessment
from jmdmodel.entities.partner import Partner
from jmdmodel.entities.relation import Contact, ContactRating, NetworkMap
from jmdmodel.entities.service import Service
from jmdmodel.entities.work import Activity
from jmdmodel.errors import ModelError
from jmdmodel.messages import LANGUAGES, Say
from jmdmodel.scales import Intensity
from jmdmodel.vocabulary import Attendance, CommitteeKind, ContributionKind, PartnerKind, Topic, WorkArea
from jmdmodel.workspace import Workspace

DAY = date(2024, 2, 29)
SPACE = Workspace(service=Service(name="JMD", provider="Träger")).with_entities(
    NetworkMap(id="2024", as_of=DAY),
    Partner(id="schule", name="<b>Schule</b>", kind=PartnerKind.SCHOOL),
    Contact(id="c", partner="schule", ratings=(ContactRating(day=DAY, intensity=Intensity.WEEKLY),)),
    Network(
        id="n",
        name="AG",
        members_stated=3,
        assessments=(NetworkAssessment(day=DAY, themes=(Topic.WORK, Topic.SCHOOL)),),
    ),
    Committee(
        id="jha",
        name="JHA",
        kind=CommitteeKind.YOUTH_WELFARE_COMMITTEE,
        sessions=(
            Session(
                day=DAY,
                attendance=Attendance.PRESENT,
                contributions=(Contribution(kind=ContributionKind.CONCERNS),),
            ),
        ),
    ),
    Activity(id="a", day=DAY, minutes=1200, area=WorkArea.NETWORK),
    Activity(id="b", day=DAY, minutes=600, area=WorkArea.OTHER),
)
RESULTS = (
    rated_contacts(SPACE, 2024),
    map_summary(SPACE, 2024),
    coverage(SPACE, 2024),
    transition_coverage(SPACE, 2024),
    committee_coverage(SPACE, 2024),
    committee_work(SPACE, 2024),
    committee_years(SPACE),
    contribution_outcomes(SPACE, 2024),
    weak_spots(SPACE, 2024),
    network_profiles(SPACE, on=DAY),
    work_time(SPACE, 2024),
    work_shares(SPACE, 2024),
)
TABLES = {table.name: table for result in RESULTS for table in result.tables()}


def test_each_table_has_a_name_of_its_own():
    assert len(TABLES) == sum(len(result.tables()) for result in RESULTS)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_columns_have_unlike_names_and_cells_of_their_type(table):
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    assert all(name.isidentifier() and name == name.lower() for name in names)
    fits = {"integer": int, "year": int, "decimal": Fraction, "date": date, "text": str, "boolean": bool}
    for record in table.records():
        for column in table.columns:
            cell = record[column.name]
            assert cell is None or isinstance(cell, fits.get(column.type, str))


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_table_shows_in_a_notebook_escaped_and_pickles(table):
    page = table._repr_html_()
    assert page.startswith('<table lang="de"><caption>')
    assert "<b>" not in page
    assert pickle.loads(pickle.dumps(table)) == table


def test_a_result_gives_the_rows_of_its_main_table_and_shows_all_its_tables():
    found = coverage(SPACE, 2024)
    assert found.records() == TABLES["coverage"].records()
    assert found._repr_html_() == "".join(table.to_html() for table in found.tables())


def test_a_table_shows_itself_in_english_too():
    page = TABLES["groups"].to_html("en")
    assert page.startswith('<table lang="en"><caption>Partners by sector</caption>')


def test_a_list_of_results_is_still_a_tuple_and_pickles():
    shown = rated_contacts(SPACE, 2024)
    assert shown == tuple(shown)
    assert pickle.loads(pickle.dumps(shown)).records() == shown.records()


def test_contacts_are_told_in_labels_for_people_and_in_codes_for_programs():
    table = TABLES["contacts"]
    assert table.texts("de")[0][2:6] == (
        "Schule",
        "Schule und Bildung",
        "auf einem Ring",
        "wöchentlich oder öfter",
    )
    assert table.records()[0] == {
        "partner": "schule",
        "name": "<b>Schule</b>",
        "kind": "school",
        "group": "education",
        "place": "ring",
        "intensity": "5",
        "importance": None,
        "rated_on": DAY,
    }


def test_rings_stand_closest_first_and_then_the_places_beside_them():
    rows = TABLES["places"].texts("en")
    assert rows[0] == ("weekly or more often", "1")
    assert len(rows) == 5 + 7


def test_an_empty_list_of_words_is_shown_as_unknown():
    table = Table(name="t", title=Say("T", "T"), columns=(Column("a", Say("A", "A")),), rows=(((),),))
    assert (table.texts("de"), table.records()) == ((("–",),), ({"a": None},))


def test_several_words_in_a_cell_are_listed():
    table = TABLES["networks"]
    assert table.texts("de")[0][4] == "Arbeit, Schule"
    assert table.records()[0]["themes"] == "work school"


def test_a_year_is_not_grouped_by_threes_and_minutes_are():
    assert TABLES["work-time"].texts("de")[0] == (
        "2024",
        "2",
        "Netzwerk- und Sozialraumarbeit",
        "1",
        "1.200",
    )


def test_percentages_are_shown_with_the_decimals_asked_for():
    assert [row[-1] for row in TABLES["work-shares"].texts("de")] == ["66,7", "33,3"]
    shares = work_shares(SPACE, 2024, decimals=0)
    assert [row[-1] for row in shares.table().texts("en")] == ["67", "33"]


def test_each_committee_has_nine_kinds_of_contribution_beside_its_name():
    table = TABLES["contributions"]
    assert len(table.columns) == 2 + 9
    assert table.records()[0]["concerns"] == 1


def test_attendance_has_a_column_for_sessions_without_a_note():
    assert TABLES["attendance"].records()[0]["not_noted"] == 0
    assert TABLES["attendance"].records()[0]["present"] == 1


def test_a_row_with_another_number_of_cells_than_columns_is_refused():
    with pytest.raises(ModelError, match="another number"):
        Table(name="t", title=Say("T", "T"), columns=(), rows=((1,),))


def test_a_table_can_be_narrowed_to_columns_in_another_order_and_to_its_first_rows():
    table = TABLES["work-shares"].select("percent", "area", rows=1)
    assert table.texts("en") == (("66.7", "network and social-space work"),)
    assert TABLES["work-shares"].select() == TABLES["work-shares"]
    assert TABLES["work-shares"].select(rows=0).rows == ()


def test_a_column_that_is_not_there_is_told_with_those_that_are():
    with pytest.raises(ModelError, match=r"no column hours\. There are: area, activities, minutes"):
        TABLES["work-shares"].select("area", "hours")


@pytest.mark.parametrize("result", RESULTS, ids=lambda result: type(result).__name__)
def test_a_result_tells_in_short_what_it_is_and_shows_itself_in_both_languages(result):
    assert repr(result).startswith(f"<{type(result).__name__} {result.table().name}: ")
    assert len(repr(result)) < 200
    for language in LANGUAGES:
        assert result.to_html(language) == "".join(table.to_html(language) for table in result.tables())
