"""Declared shares beside recorded ones, own areas of work, and shares over the years."""

from __future__ import annotations

import pickle
from datetime import date
from fractions import Fraction

import pytest

from jmdexport.demo import load_example
from jmdmodel.analysis.declared import declared_and_recorded
from jmdmodel.analysis.shares import work_series, work_shares
from jmdmodel.analysis.work_time import own_areas, work_time
from jmdmodel.collection import Collection
from jmdmodel.entities.service import Service
from jmdmodel.entities.terms import Term, Vocabulary
from jmdmodel.entities.work import Activity, DeclaredShare, WorkSplit, WorkTime
from jmdmodel.errors import ModelError
from jmdmodel.fields import evolve
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import WorkArea
from jmdmodel.workspace import Workspace

EMPTY = Workspace(service=Service(name="JMD", provider="Träger"))


def activity(identifier, minutes, area, *, day=date(2024, 2, 29), own=None):
    return Activity(id=identifier, day=day, minutes=minutes, area=area, sub_area=own)


def split(year="2024", **percents):
    return WorkSplit(
        id=year,
        shares=tuple(
            DeclaredShare(area=WorkArea[name.upper()], percent=Fraction(percent))
            for name, percent in percents.items()
        ),
    )


RECORDED = EMPTY.with_entities(
    activity("a", 600, WorkArea.COUNSELLING), activity("b", 300, WorkArea.NETWORK, day=date(2024, 12, 31))
)


def test_declared_and_recorded_shares_stand_side_by_side_with_their_distance():
    found = declared_and_recorded(RECORDED.with_entities(split(counselling=60, network=40)), 2024)
    assert [(row.area, row.declared, row.recorded, row.difference) for row in found.rows] == [
        (WorkArea.COUNSELLING, 60, Fraction("66.7"), Fraction("6.7")),
        (WorkArea.NETWORK, 40, Fraction("33.3"), Fraction("-6.7")),
    ]
    assert found.apart == Fraction("6.7")
    assert found.table().texts("de")[1][2:] == ("40,0", "33,3", "−6,7")
    assert found.sentences("de") == (
        "Für 2024 weichen die angegebenen Anteile bei zwei Arbeitsbereichen von den dokumentierten ab.",
        "Am größten ist der Abstand bei „Beratung“: angegeben sind 60,0\u00a0%, dokumentiert 66,7\u00a0%.",
        "Damit beides zusammenpasst, müssten 6,7\u00a0% der Arbeit einem anderen Bereich zugeordnet sein.",
    )


def test_an_area_left_out_of_a_full_division_was_declared_as_nothing():
    found = declared_and_recorded(RECORDED.with_entities(split(counselling=100)), 2024)
    assert [row.declared for row in found.rows] == [100, 0]
    assert found.apart == Fraction("33.3")


def test_an_area_left_out_of_an_unfinished_division_stays_open():
    found = declared_and_recorded(RECORDED.with_entities(split(counselling=60)), 2024)
    assert [(row.declared, row.difference) for row in found.rows] == [(60, Fraction("6.7")), (None, None)]
    assert found.apart is None
    assert found.sentences("en") == (
        "For 2024 the declared shares differ from the recorded ones in one area.",
        'The difference is greatest for "counselling": 60.0% declared, 66.7% recorded.',
        "The declared shares add up to 60.0%, not to 100%.",
    )


def test_an_area_declared_and_never_recorded_was_recorded_as_nothing():
    found = declared_and_recorded(RECORDED.with_entities(split(counselling=50, quality=50)), 2024)
    assert [(row.area.code, row.minutes, row.recorded) for row in found.rows][-1] == ("quality", 0, 0)


def test_shares_that_agree_say_so():
    space = EMPTY.with_entities(activity("a", 1, WorkArea.OTHER), split(other=100))
    found = declared_and_recorded(space, 2024)
    assert found.apart == 0
    assert found.sentences("de") == (
        "Für 2024 stimmen die angegebenen Anteile mit den dokumentierten überein.",
    )


@pytest.mark.parametrize(
    ("space", "reason"),
    [
        (EMPTY, "weder Arbeitszeiten noch Anteile"),
        (RECORDED, "keine Anteile angegeben"),
        (EMPTY.with_entities(split(other=100)), "keine Arbeitszeit eingetragen"),
        (redact(RECORDED.with_entities(split(other=100)), Audience.PUBLIC), "enthält keine Angaben"),
    ],
)
def test_without_both_sides_there_is_a_reason_and_no_row(space, reason):
    found = declared_and_recorded(space, 2024)
    assert found.rows == ()
    assert reason in found.sentences("de")[0]
    assert found.table().rows == ()


def test_the_comparison_of_the_example_pickles_and_adds_up():
    found = declared_and_recorded(load_example().workspace, 2025, decimals=2)
    assert sum(row.recorded for row in found.rows) == 100
    assert sum(row.declared or 0 for row in found.rows) == found.declared
    assert pickle.loads(pickle.dumps(found)) == found


def test_own_areas_divide_the_time_of_their_area_and_lose_no_minute():
    terms = Vocabulary(
        work_areas=Collection(
            [Term(id="gremien", parent="network", label_de="Gremien", label_en="committees")]
        )
    )
    space = evolve(RECORDED, vocabulary=terms).with_entities(
        activity("c", 45, WorkArea.NETWORK, own="gremien"), activity("d", 15, WorkArea.NETWORK, own="gremien")
    )
    space = evolve(
        space, work_time=(WorkTime(year=2024, month=1, area=WorkArea.NETWORK, activities=2, minutes=90),)
    )
    found = own_areas(space, 2024)
    assert [(row.area.code, row.own, row.activities, row.minutes) for row in found] == [
        ("counselling", None, 1, 600),
        ("network", "gremien", 2, 60),
        ("network", None, 3, 390),
    ]
    assert sum(row.minutes for row in found) == sum(entry.minutes for entry in work_time(space, 2024))
    area, own, *labels = found.table().texts("en")[1][:4]
    assert (area, own, labels) == ("network and social-space work", "gremien", ["Gremien", "committees"])


def test_an_area_that_is_divided_without_a_rest_has_no_row_for_the_rest():
    space = EMPTY.with_entities(activity("a", 5, WorkArea.OTHER, own="x"))
    assert [row.own for row in own_areas(space, 2024)] == ["x"]


def test_shares_of_some_months_count_those_months_alone():
    assert [row.area for row in work_shares(RECORDED, 2024, months=(1, 2, 3)).rows] == [WorkArea.COUNSELLING]
    assert [row.area for row in work_shares(RECORDED, 2024, months=[12]).rows] == [WorkArea.NETWORK]


def test_a_declared_division_is_about_the_whole_year_alone():
    space = EMPTY.with_entities(split(other=100))
    assert work_shares(space, 2024).source == "declared"
    some = work_shares(space, 2024, months=(1,))
    assert some.source is None
    assert some.reason is not None
    assert some.reason.in_("de") == "Für diese Monate des Jahres 2024 ist keine Arbeitszeit eingetragen."


@pytest.mark.parametrize("months", [(0,), (13,), (1, 12, 2.5)])
def test_what_is_no_month_is_refused(months):
    with pytest.raises(ModelError, match="1 to 12"):
        work_shares(RECORDED, 2024, months=months)


def test_minutes_stand_as_areas_against_months_with_their_sum():
    table = work_time(RECORDED, 2024).tables()[1]
    assert table.heads("de")[2:4] == ("Januar", "Februar")
    first = table.records()[0]
    assert (first["area"], first["month_1"], first["month_2"], first["total"]) == ("counselling", 0, 600, 600)


def test_the_series_holds_recorded_and_declared_years_and_leaves_out_years_without_either():
    found = work_series(RECORDED.with_entities(split("2022", other=100), split("2021"), split(other=90)))
    assert [(shares.year, shares.source) for shares in found.years] == [
        (2022, "declared"),
        (2024, "recorded"),
    ]
    assert found.table().texts("de")[0] == ("2022", "angegeben", "Sonstiges", "–", "100,0")
    assert work_series(EMPTY).table().rows == ()


def test_what_rounding_alone_sets_apart_is_no_difference():
    declared = split(counselling="33.3333", network="66.6667")
    space = EMPTY.with_entities(
        activity("a", 60, WorkArea.COUNSELLING), activity("b", 120, WorkArea.NETWORK), declared
    )
    found = declared_and_recorded(space, 2024)
    assert found.sentences("de") == (
        "Für 2024 stimmen die angegebenen Anteile mit den dokumentierten überein.",
    )
    finer = declared_and_recorded(space, 2024, decimals=4)
    assert (finer.apart, len(finer.sentences("de"))) == (0, 1)


def test_a_whole_unit_of_the_last_decimal_is_a_difference():
    space = EMPTY.with_entities(
        activity("a", 1, WorkArea.COUNSELLING),
        activity("b", 1, WorkArea.NETWORK),
        split(counselling="49.9", network="50.1"),
    )
    assert "bei zwei Arbeitsbereichen" in declared_and_recorded(space, 2024).sentences("de")[0]
    assert len(declared_and_recorded(space, 2024, decimals=0).sentences("de")) == 1


@pytest.mark.parametrize("months", [3, None, (1.0,), (True,), "1"])
def test_months_that_are_no_row_of_whole_numbers_are_refused(months):
    with pytest.raises(ModelError, match="1 to 12"):
        work_shares(RECORDED, 2024, months=months)


def test_months_may_come_from_an_iterator():
    assert work_shares(RECORDED, 2024, months=iter([1, 2, 3])) == work_shares(
        RECORDED, 2024, months=(1, 2, 3)
    )


def test_tables_show_as_many_decimals_as_were_asked_for():
    thirds = EMPTY.with_entities(
        activity("a", 60, WorkArea.COUNSELLING),
        activity("b", 120, WorkArea.NETWORK),
        split("2022", other="66.6667"),
    )
    assert [row[-1] for row in work_series(thirds, decimals=3).table().texts("de")] == [
        "66,667",
        "33,333",
        "66,667",
    ]
    assert work_shares(thirds, 2022, decimals=3).table().texts("de")[0][-1] == "66,667"


def test_the_series_tells_programs_where_a_share_comes_from_as_a_code():
    found = work_series(RECORDED.with_entities(split("2022", other=100)))
    assert [row["source"] for row in found.records()][:2] == ["declared", "recorded"]


def test_a_sum_of_activities_without_minutes_is_among_the_own_areas_too():
    told = WorkTime(year=2024, month=2, area=WorkArea.OTHER, activities=3, minutes=0)
    space = evolve(EMPTY, work_time=(told,))
    assert [(row.area, row.activities, row.minutes) for row in own_areas(space, 2024)] == [
        (WorkArea.OTHER, 3, 0)
    ]
