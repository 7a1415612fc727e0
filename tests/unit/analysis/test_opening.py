"""The opening of partners on two days: stages, barriers, measures, their borders, and what views hide."""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from jmdexport.demo import load_example
from jmdmodel import entities as e
from jmdmodel import ids
from jmdmodel.analysis.opening import OpeningOverview, opening_overview
from jmdmodel.analysis.opening.parts import PATH, BarrierChange, StageChange
from jmdmodel.errors import ModelError
from jmdmodel.ids import Ref
from jmdmodel.period import Period
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.testing.builders import minimal, partner, small
from jmdmodel.vocabulary import BarrierKind, BarrierState, MeasureKind, MeasureState, OpeningStage

SINCE, ON = date(2023, 12, 31), date(2024, 2, 29)
ONE = timedelta(days=1)
EARLY, BETWEEN, LATE = date(2023, 6, 1), date(2024, 1, 15), ON + ONE


def process(*steps: tuple[date, OpeningStage], at: str = "a", **fields: Any) -> e.OpeningProcess:
    told = tuple(e.OpeningStep(day=day, stage=stage) for day, stage in steps)
    return e.OpeningProcess(
        **{"id": ids.OpeningId(at), "partner": ids.PartnerId(at), "stages": told, **fields}
    )


def barrier(
    *said: tuple[date, BarrierState], at: str | None = "partners/a", **fields: Any
) -> e.AccessBarrier:
    where = Ref(*at.split("/")) if at is not None else None
    statuses = tuple(e.BarrierStatus(day=day, state=state) for day, state in said)
    base = {"id": ids.BarrierId("b"), "title": "Barriere", "kind": BarrierKind.LANGUAGE}
    return e.AccessBarrier(**{**base, "at": where, "statuses": statuses, **fields})


def measure(identifier: str = "m", **fields: Any) -> e.OpeningMeasure:
    base = {"title": identifier, "kind": MeasureKind.AWARENESS, "state": MeasureState.HELD, "day": BETWEEN}
    return e.OpeningMeasure(**{"id": ids.MeasureId(identifier), **base, **fields})


def found(*things: Any) -> OpeningOverview:
    return opening_overview(minimal(partner("a"), partner("c"), *things), on=ON, since=SINCE)


def only(result: OpeningOverview) -> BarrierChange:
    (change,) = result.barriers
    return change


S = OpeningStage


# Days


@pytest.mark.parametrize(
    ("on", "since"),
    [
        (date(2025, 12, 31), date(2024, 12, 31)),
        (date(2025, 1, 1), date(2024, 12, 31)),
        (date(2024, 2, 29), date(2023, 12, 31)),
        (date.min, date.min),
    ],
)
def test_the_first_day_is_the_last_of_the_year_before_where_nothing_is_said(on: date, since: date) -> None:
    result = opening_overview(minimal(), on=on)
    assert (result.since, result.day) == (since, on)


def test_one_and_the_same_day_shows_no_change() -> None:
    workspace = minimal(process((EARLY, S.PLANNING)), barrier((EARLY, BarrierState.FOUND)), measure())
    result = opening_overview(workspace, on=ON, since=ON)
    assert {row.change for row in result.partners} == {StageChange.SAME}
    assert result.measures == ()
    assert (only(result).stood, only(result).stands) == (True, True)


def test_days_that_run_backwards_are_refused() -> None:
    with pytest.raises(ModelError, match="lies after the second"):
        opening_overview(minimal(), on=SINCE, since=ON)


@pytest.mark.parametrize("day", ["2024-02-29", datetime(2024, 2, 29, tzinfo=UTC)])
def test_what_is_no_day_is_refused(day: Any) -> None:
    with pytest.raises(ModelError):
        opening_overview(minimal(), on=day)
    with pytest.raises(ModelError):
        opening_overview(minimal(), on=ON, since=day)


# Stages


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (S.AWARENESS, S.ANALYSIS, StageChange.FORWARD),
        (S.AWARENESS, S.REVIEW, StageChange.FORWARD),
        (S.REVIEW, S.IMPLEMENTATION, StageChange.BACK),
        (S.PLANNING, S.PLANNING, StageChange.SAME),
        (None, S.PLANNING, StageChange.FIRST),
        (None, S.UNKNOWN, StageChange.FIRST),
        (None, None, None),
        (S.PLANNING, None, StageChange.ENDED),
        (S.PAUSED, S.ANALYSIS, StageChange.BESIDE),
        (S.ANALYSIS, S.REFUSED, StageChange.BESIDE),
        (S.NOT_NEEDED, S.NOT_NEEDED, StageChange.BESIDE),
        (S.UNKNOWN, S.REFUSED, StageChange.BESIDE),
    ],
)
def test_stages_are_compared_only_where_both_follow_one_another(
    before: OpeningStage | None, after: OpeningStage | None, change: StageChange | None
) -> None:
    assert StageChange.between(before, after) is change


def test_every_stage_is_on_the_path_or_beside_it() -> None:
    beside = {S.UNKNOWN, S.NOT_NEEDED, S.REFUSED, S.PAUSED}
    assert set(PATH) | beside == set(S)
    assert not set(PATH) & beside


@pytest.mark.parametrize(
    ("steps", "before", "after"),
    [
        ([(SINCE, S.AWARENESS), (ON, S.ANALYSIS)], S.AWARENESS, S.ANALYSIS),
        ([(SINCE + ONE, S.AWARENESS)], None, S.AWARENESS),
        ([(EARLY, S.AWARENESS), (LATE, S.ANALYSIS)], S.AWARENESS, S.AWARENESS),
        ([(LATE, S.ANALYSIS)], None, None),
        ([(ON, S.ANALYSIS), (EARLY, S.AWARENESS)], S.AWARENESS, S.ANALYSIS),
    ],
)
def test_a_stage_counts_from_the_day_it_was_judged(
    steps: list[tuple[date, OpeningStage]], before: OpeningStage | None, after: OpeningStage | None
) -> None:
    (row,) = found(process(*steps)).partners
    assert (row.before, row.after) == (before, after)
    assert row.name == "A"


@pytest.mark.parametrize(
    ("period", "before", "after", "has_process"),
    [
        (Period(until=ON), S.PLANNING, S.PLANNING, True),
        (Period(until=ON - ONE), S.PLANNING, None, False),
        (Period(until=SINCE), S.PLANNING, None, False),
        (Period(since=SINCE + ONE), None, S.PLANNING, True),
        (Period(since=ON), None, S.PLANNING, True),
    ],
)
def test_a_stage_holds_while_its_process_does(
    period: Period, before: OpeningStage | None, after: OpeningStage | None, has_process: bool
) -> None:
    (row,) = found(process((EARLY, S.PLANNING), period=period)).partners
    assert (row.before, row.after, row.has_process) == (before, after, has_process)


@pytest.mark.parametrize("period", [Period(until=SINCE - ONE), Period(since=LATE)])
def test_a_process_outside_the_time_is_not_shown(period: Period) -> None:
    assert found(process((EARLY, S.PLANNING), period=period)).partners == ()


def test_of_two_processes_of_a_partner_the_stage_judged_last_counts() -> None:
    second = process((BETWEEN, S.REVIEW), id=ids.OpeningId("zweiter"))
    (row,) = found(process((EARLY, S.PLANNING)), second).partners
    assert (row.before, row.after, row.after_judged_on) == (S.PLANNING, S.REVIEW, BETWEEN)


def test_partners_are_counted_by_stage_and_those_without_one_apart() -> None:
    result = found(process((EARLY, S.PLANNING)), measure(partners=(ids.PartnerId("c"),)))
    assert result.stages is not None
    assert [row.stage for row in result.stages] == [*S, None]
    assert {row.stage: (row.before, row.after) for row in result.stages if row.before or row.after} == {
        S.PLANNING: (1, 1),
        None: (1, 1),
    }


# Barriers

B = BarrierState


@pytest.mark.parametrize(
    ("said", "period", "before", "after"),
    [
        ([(SINCE, B.FOUND), (ON, B.REDUCED)], Period(), (True, B.FOUND), (True, B.REDUCED)),
        ([(SINCE + ONE, B.FOUND)], Period(), (False, None), (True, B.FOUND)),
        ([(EARLY, B.FOUND)], Period(until=ON), (True, B.FOUND), (True, B.FOUND)),
        ([(EARLY, B.FOUND)], Period(until=ON - ONE), (True, B.FOUND), (False, B.FOUND)),
        ([(EARLY, B.FOUND), (ON, B.REMOVED)], Period(until=ON), (True, B.FOUND), (True, B.REMOVED)),
        ([(EARLY, B.REMOVED)], Period(until=EARLY), (True, B.REMOVED), (True, B.REMOVED)),
        ([], Period(), (True, None), (True, None)),
        ([], Period(since=ON), (False, None), (True, None)),
        ([(BETWEEN, B.FOUND)], Period(until=BETWEEN), (False, None), (False, B.FOUND)),
        ([(ON, B.FOUND)], Period(until=BETWEEN), (False, None), (False, B.FOUND)),
    ],
)
def test_a_barrier_is_known_from_the_first_word_on_it_until_it_ends(
    said: list[tuple[date, BarrierState]],
    period: Period,
    before: tuple[bool, BarrierState | None],
    after: tuple[bool, BarrierState | None],
) -> None:
    change = only(found(barrier(*said, period=period)))
    assert (change.was_known, change.before) == before
    assert (change.is_known, change.after) == after


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ([(LATE, B.FOUND)], Period()),
        ([(EARLY, B.FOUND)], Period(until=SINCE - ONE)),
        ([], Period(since=LATE)),
    ],
)
def test_a_barrier_outside_the_time_is_not_shown(
    said: list[tuple[date, BarrierState]], period: Period
) -> None:
    assert found(barrier(*said, period=period)).barriers == ()


@pytest.mark.parametrize(
    ("said", "period", "told"),
    [
        ([(BETWEEN, B.FOUND)], Period(), "new"),
        ([(EARLY, B.FOUND), (BETWEEN, B.REMOVED)], Period(), "removed"),
        ([(EARLY, B.REMOVED), (BETWEEN, B.RETURNED)], Period(), "back"),
        ([(EARLY, B.REMOVED), (BETWEEN, B.RETURNED), (ON, B.REDUCED)], Period(), "back"),
        ([(EARLY, B.REMOVED), (BETWEEN, B.RETURNED), (ON, B.REMOVED)], Period(), ""),
        ([(EARLY, B.FOUND)], Period(until=BETWEEN), "ended"),
        ([(EARLY, B.REMOVED)], Period(until=BETWEEN), ""),
        ([(EARLY, B.FOUND), (BETWEEN, B.BEYOND_REACH)], Period(), ""),
        ([(BETWEEN, B.FOUND), (ON, B.REMOVED)], Period(), "new removed"),
    ],
)
def test_what_happened_to_a_barrier_is_told_in_the_row_of_its_kind(
    said: list[tuple[date, BarrierState]], period: Period, told: str
) -> None:
    result = found(barrier(*said, period=period, kind=BarrierKind.COST))
    assert result.kinds is not None
    assert [row.kind for row in result.kinds] == list(BarrierKind)
    (row,) = [row for row in result.kinds if row.kind is BarrierKind.COST]
    assert {name for name in ("new", "back", "removed", "ended") if getattr(row, name)} == set(told.split())
    assert all(
        other.before == other.after == other.new == other.back == other.removed == other.ended == 0
        for other in result.kinds
        if other is not row
    )


@pytest.mark.parametrize(
    ("at", "where", "beside"),
    [
        ("partners/a", "A", False),
        ("offers/o", "Kurs", True),
        ("places/p", "Platz", True),
        (None, None, True),
        ("partners/weg", "weg", False),
        ("offers/weg", "weg", True),
    ],
)
def test_barriers_stand_at_a_partner_or_elsewhere(at: str | None, where: str | None, beside: bool) -> None:
    offer = e.Offer(id=ids.OfferId("o"), name="Kurs", provider=ids.PartnerId("a"))
    place = e.Place(id=ids.PlaceId("p"), name="Platz", kind=small().places["treff"].kind)
    result = found(offer, place, barrier((EARLY, B.FOUND), at=at))
    assert result.elsewhere is not None
    assert [change.where for change in result.elsewhere] == ([where] if beside else [])
    assert [change.where for row in result.partners for change in row.barriers or ()] == (
        [] if beside else [where]
    )


def test_known_barriers_are_counted_by_state_before_and_after() -> None:
    result = found(
        barrier((EARLY, B.FOUND), (ON, B.REMOVED)),
        barrier(id=ids.BarrierId("c")),
        barrier((BETWEEN, B.FOUND), id=ids.BarrierId("d")),
    )
    assert result.states is not None
    assert [row.state for row in result.states] == [*B, None]
    assert {row.state: (row.before, row.after) for row in result.states if row.before or row.after} == {
        B.FOUND: (1, 1),
        B.REMOVED: (0, 1),
        None: (1, 1),
    }


# Measures


@pytest.mark.parametrize(
    ("day", "until", "inside"),
    [
        (SINCE, None, False),
        (SINCE + ONE, None, True),
        (ON, None, True),
        (LATE, None, False),
        (EARLY, SINCE, False),
        (EARLY, SINCE + ONE, True),
        (ON, LATE, True),
        (LATE, LATE + ONE, False),
        (None, None, False),
    ],
)
def test_measures_are_those_of_the_days_after_the_first_up_to_the_second(
    day: date | None, until: date | None, inside: bool
) -> None:
    result = found(measure(day=day, until=until))
    assert result.measures is not None
    assert result.undated is not None
    assert len(result.measures) == inside
    assert len(result.undated) == (day is None)


def test_a_measure_counts_for_the_partners_and_barriers_it_names() -> None:
    at_a = barrier((EARLY, B.FOUND))
    by_barrier = measure("x", barriers=(at_a.id,))
    by_name = measure("y", partners=(ids.PartnerId("a"), ids.PartnerId("c")))
    both = measure("z", partners=(ids.PartnerId("a"),), barriers=(at_a.id,))
    result = found(at_a, by_barrier, by_name, both)
    assert {row.partner: [one.id for one in row.measures] for row in result.partners} == {
        "a": ["x", "y", "z"],
        "c": ["y"],
    }
    assert [one.id for one in only(result).measures] == ["x", "z"]


def test_measures_are_counted_by_kind_and_by_what_became_of_them() -> None:
    result = found(
        measure("x"), measure("y", state=MeasureState.CANCELLED), measure("z", kind=MeasureKind.MEDIATORS)
    )
    assert result.measure_kinds is not None
    assert [row.kind for row in result.measure_kinds] == list(MeasureKind)
    counts = {row.kind: [row.in_state(state) for state in MeasureState] for row in result.measure_kinds}
    assert counts[MeasureKind.AWARENESS] == [0, 1, 1]
    assert counts[MeasureKind.MEDIATORS] == [0, 1, 0]
    assert counts[MeasureKind.JOINT_PROJECT] == [0, 0, 0]


@pytest.mark.parametrize(
    ("fields", "alone"),
    [
        ({}, False),
        ({"day": LATE, "state": MeasureState.PLANNED}, False),
        ({"day": EARLY}, False),
        ({"day": None, "state": MeasureState.PLANNED}, False),
        ({"state": MeasureState.CANCELLED}, True),
    ],
)
def test_a_barrier_is_without_measure_where_none_was_or_is_planned(
    fields: dict[str, Any], alone: bool
) -> None:
    at_a = barrier((EARLY, B.FOUND))
    result = found(at_a, measure(barriers=(at_a.id,), **fields))
    assert result.without_measure is not None
    assert len(result.without_measure) == alone


@pytest.mark.parametrize(
    ("state", "asked"),
    [
        (B.FOUND, True),
        (B.ADDRESSED, True),
        (B.REDUCED, True),
        (B.RETURNED, True),
        (B.REMOVED, False),
        (B.BEYOND_REACH, False),
    ],
)
def test_nobody_is_asked_for_a_measure_on_what_is_gone_or_beyond_reach(
    state: BarrierState, asked: bool
) -> None:
    result = found(barrier((EARLY, state)))
    assert result.without_measure is not None
    assert len(result.without_measure) == asked


def test_measures_that_name_no_barrier_are_told_but_cancelled_ones() -> None:
    named = measure("x", barriers=(ids.BarrierId("b"),))
    result = found(barrier(), named, measure("y"), measure("z", state=MeasureState.CANCELLED))
    assert result.without_barrier is not None
    assert [one.id for one in result.without_barrier] == ["y"]


@pytest.mark.parametrize(
    ("said", "processes", "told"),
    [
        ([(EARLY, B.FOUND)], [], True),
        ([(EARLY, B.REMOVED)], [], False),
        ([(EARLY, B.FOUND)], [process()], False),
        ([(EARLY, B.FOUND)], [process(period=Period(until=ON - ONE))], True),
    ],
)
def test_a_partner_with_standing_barriers_and_no_process_is_told(
    said: list[tuple[date, BarrierState]], processes: list[e.OpeningProcess], told: bool
) -> None:
    result = found(barrier(*said), *processes)
    assert result.without_process is not None
    assert [row.partner for row in result.without_process] == ["a"] * told


@pytest.mark.parametrize(("evaluated", "shown"), [(ON, ON), (LATE, None), (None, None)])
def test_an_evaluation_is_shown_from_its_day_on(evaluated: date | None, shown: date | None) -> None:
    result = found(measure("x", evaluated_on=evaluated), measure("y", day=None, evaluated_on=evaluated))
    tables = {table.name: table.records() for table in result.tables()}
    assert [row["evaluated_on"] for row in tables["measures"]] == [shown]
    assert [row["evaluated_on"] for row in tables["measures-undated"]] == [shown]


# Words, tables, views


def sentences(*things: Any) -> list[tuple[str, str]]:
    return [(said.in_("de"), said.in_("en")) for said in found(*things).messages()]


def test_nothing_is_told_in_whole_sentences_too() -> None:
    assert sentences() == [
        (
            "Am 29.02.2024 ist für keinen Partner ein Stand der Öffnung eingeschätzt.",
            "On 29 February 2024 the stage of opening is assessed for no partner.",
        ),
        ("Am 29.02.2024 besteht keine bekannte Barriere.", "On 29 February 2024 there is no known barrier."),
        ("Am 31.12.2023 bestand keine.", "On 31 December 2023 there was none."),
        (
            "Zwischen dem 31.12.2023 und dem 29.02.2024 wurde keine Maßnahme durchgeführt.",
            "Between 31 December 2023 and 29 February 2024 no measure was held.",
        ),
    ]


def test_one_of_each_is_told_in_the_singular() -> None:
    told = sentences(
        process((EARLY, S.PLANNING), (ON, S.REVIEW)),
        barrier((EARLY, B.FOUND), title="Brief"),
        barrier((BETWEEN, B.REMOVED), title="Tür", id=ids.BarrierId("t")),
        measure("Kurs", partners=(ids.PartnerId("c"),)),
    )
    assert told == [
        (
            "Am 29.02.2024 ist für einen Partner ein Stand der Öffnung eingeschätzt.",
            "On 29 February 2024 the stage of opening is assessed for one partner.",
        ),
        (
            "Weiter als am 31.12.2023 ist ein Partner: A.",
            "Compared with 31 December 2023, one partner is further on: A.",
        ),
        ("Am 29.02.2024 besteht eine bekannte Barriere.", "On 29 February 2024 there is one known barrier."),
        ("Am 31.12.2023 bestand eine.", "On 31 December 2023 there was one."),
        ("Seitdem wurde eine Barriere abgebaut: „Tür“.", 'Since then one barrier was taken down: "Tür".'),
        (
            "Zwischen dem 31.12.2023 und dem 29.02.2024 wurde eine Maßnahme durchgeführt.",
            "Between 31 December 2023 and 29 February 2024 one measure was held.",
        ),
        (
            "Für eine Barriere gibt es noch keine Maßnahme: „Brief“.",
            'One barrier has no measure yet: "Brief".',
        ),
        ("Bei einer Maßnahme ist keine Barriere angegeben: „Kurs“.", 'One measure names no barrier: "Kurs".'),
    ]


def test_two_of_each_are_told_in_the_plural() -> None:
    told = sentences(
        process((EARLY, S.REVIEW), (ON, S.PLANNING)),
        process((EARLY, S.REVIEW), (ON, S.ANALYSIS), at="c"),
        *(barrier((EARLY, B.FOUND), title=one, at="partners/d", id=ids.BarrierId(one)) for one in "xy"),
        barrier((EARLY, B.REMOVED), (ON, B.RETURNED), title="Z", id=ids.BarrierId("z"), at=None),
        *(measure(one) for one in "mn"),
    )
    assert [german for german, _ in told] == [
        "Am 29.02.2024 ist für zwei Partner ein Stand der Öffnung eingeschätzt.",
        "Auf einem früheren Stand als am 31.12.2023 sind zwei Partner: A und C.",
        "Am 29.02.2024 bestehen drei bekannte Barrieren.",
        "Am 31.12.2023 waren es zwei.",
        "Erneut aufgetreten ist eine Barriere: „Z“.",
        "Zwischen dem 31.12.2023 und dem 29.02.2024 wurden zwei Maßnahmen durchgeführt.",
        "Für drei Barrieren gibt es noch keine Maßnahme: „x“, „y“ und „Z“.",
        "Bei zwei Maßnahmen ist keine Barriere angegeben: „m“ und „n“.",
        "Bei einem Partner sind Barrieren, aber kein Öffnungsprozess eingetragen: d.",
    ]


def test_tables_have_stable_names_and_plain_rows() -> None:
    result = opening_overview(load_example().workspace, on=date(2025, 12, 31))
    assert [table.name for table in result.tables()] == [
        "opening",
        "barriers",
        "stages",
        "barrier-states",
        "barrier-kinds",
        "measure-kinds",
        "measures",
        "measures-undated",
    ]
    row = next(row for row in result.records() if row["partner"] == "jobcenter")
    assert (row["stage_before"], row["stage_after"], row["change"]) == (
        "planning",
        "implementation",
        "forward",
    )
    assert pickle.loads(pickle.dumps(result)) == result
    assert hash(result) == hash(opening_overview(load_example().workspace, on=date(2025, 12, 31)))


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.REPORT])
def test_a_view_for_outside_says_what_it_does_not_show(audience: Audience) -> None:
    example = load_example().workspace
    result = opening_overview(redact(example, audience), on=date(2025, 12, 31))
    for name in (
        "elsewhere",
        "stages",
        "states",
        "kinds",
        "without_measure",
        "without_barrier",
        "without_process",
    ):
        assert getattr(result, name) is None
    assert result.barriers == ()
    told = {(row.change, row.has_process, row.barriers, row.stood, row.stands) for row in result.partners}
    assert told <= {(None, None, None, None, None)}
    seen = result.sentences("de")
    assert "Öffnungsprozesse und Zugangsbarrieren gehören nicht zu dieser Ansicht." in seen
    measured = audience is Audience.REPORT
    assert (result.measures is not None) is measured
    assert ("Maßnahmen zur Öffnung gehören nicht zu dieser Ansicht." in seen) is not measured
    assert all(table.rows == () for table in result.tables()[1:5])


def test_a_view_for_the_team_says_the_same_as_the_workspace() -> None:
    example = load_example().workspace
    full, seen = (
        opening_overview(w, on=date(2025, 12, 31)) for w in (example, redact(example, Audience.INTERNAL))
    )
    assert seen.sentences() == full.sentences()
    assert [table.records() for table in seen.tables()] == [table.records() for table in full.tables()]


def test_references_that_lead_nowhere_break_nothing() -> None:
    workspace = small().without(Ref("partners", "jobcenter"))
    result = opening_overview(workspace, on=date(2025, 12, 31), since=date(2024, 3, 1))
    (row,) = [row for row in result.partners if row.partner == "jobcenter"]
    assert (row.name, row.change) == ("jobcenter", StageChange.FORWARD)


@pytest.mark.parametrize(("until", "asked"), [(ON - ONE, False), (ON, True)])
def test_nobody_is_asked_for_the_opening_of_a_partner_that_has_gone(until: date, asked: bool) -> None:
    gone = partner("a", period=Period(until=until))
    result = opening_overview(minimal(gone, barrier((EARLY, BarrierState.FOUND))), on=ON, since=SINCE)
    assert result.without_process is not None
    assert [row.partner for row in result.without_process] == ["a"] * asked
