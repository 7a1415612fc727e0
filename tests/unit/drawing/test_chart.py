"""Charts: the grid, its bars and signs, what is missing, and the sheets."""

from __future__ import annotations

import itertools

import attrs
import pytest

from jmdexport.drawing import PAGES, to_svg
from jmdexport.drawing.chart import draw_chart
from jmdexport.drawing.chart_plan import (
    NOTHING,
    Chart,
    ChartCell,
    ChartColumn,
    ChartDoesNotFit,
    ChartKey,
    ChartRow,
    chart_table,
)
from jmdexport.drawing.chart_signs import nice_step
from jmdexport.drawing.palette import PAPER, contrast, group_style
from jmdexport.drawing.scene import Rect
from tests.unit.drawing._charts import bar, bars, clean, matrix, rects, rows_of, said, series, texts

LONG = "Fachstelle für die Begleitung junger Menschen beim Übergang von der Schule in Ausbildung und Arbeit "


def one(chart: Chart) -> Rect:
    (scene,) = draw_chart(chart)
    (found,) = rects(scene, "bar")
    return found


def test_the_length_of_a_bar_is_its_share_of_the_longest() -> None:
    (scene,) = draw_chart(bars([[10], [5], [40]]))
    lengths = [found.width for found in rects(scene, "bar")]
    assert lengths[0] == pytest.approx(lengths[2] / 4)
    assert lengths[1] == pytest.approx(lengths[2] / 8)


def test_bars_of_all_columns_have_one_scale() -> None:
    (scene,) = draw_chart(bars([[10, 20]]))
    first, second = rects(scene, "bar")
    assert second.width == pytest.approx(2 * first.width)


def test_every_bar_carries_its_number() -> None:
    (scene,) = draw_chart(bars([[7], [0], [12]]))
    assert [text.lines[0] for text in texts(scene, "number")] == ["7", "0", "12"]


def test_a_nought_has_a_number_and_no_bar() -> None:
    (scene,) = draw_chart(bars([[0]]))
    assert rects(scene, "bar") == []
    assert [text.lines for text in texts(scene, "number")] == [("0",)]


def test_what_is_missing_is_a_dash_and_no_nought() -> None:
    row = ChartRow(id="r", label="Zeile", cells=(ChartCell(bars=(bar(None, NOTHING),)),))
    chart = bars([[1]], rows=(row,))
    (scene,) = draw_chart(chart)
    assert rects(scene, "bar") == []
    assert [text.lines for text in texts(scene, "number")] == [(NOTHING,)]
    assert chart_table(chart)[1] == ("Zeile", NOTHING)


def test_almost_nothing_is_drawn_all_the_same() -> None:
    (scene,) = draw_chart(bars([["1/100000"], [1000]]))
    assert min(found.width for found in rects(scene, "bar")) > 0.3


def test_a_bar_below_nought_is_refused() -> None:
    with pytest.raises(ValueError, match="below nought"):
        bar(-1)


def test_a_column_without_data_is_framed_and_says_so() -> None:
    columns = (
        ChartColumn(code="a", heading="2023", kind="bars"),
        ChartColumn(code="b", heading="2024", kind="bars", missing="keine Angaben"),
    )
    rows = tuple(
        ChartRow(id=f"r{n}", label=f"Zeile {n}", cells=(ChartCell(bars=(bar(3),)), ChartCell()))
        for n in range(3)
    )
    chart = bars([[1, 1]], columns=columns, rows=rows)
    (scene,) = draw_chart(chart)
    (frame,) = rects(scene, "missing")
    assert frame.paint.dash
    assert "keine Angaben" in said(scene)
    assert chart_table(chart)[1] == ("Zeile 0", "3", "keine Angaben")


def test_two_series_stand_one_below_the_other_and_are_told_in_the_legend() -> None:
    cell = ChartCell(bars=(bar(3, of="a"), bar(4, of="b")))
    chart = bars(
        [[1]], series=(series("a", 1), series("b", 0)), rows=(ChartRow(id="r", label="Zeile", cells=(cell,)),)
    )
    (scene,) = draw_chart(chart)
    upper, lower = rects(scene, "bar")
    assert upper.y + upper.height < lower.y
    assert upper.x == lower.x
    assert "Reihe a" in said(scene)
    assert "Reihe b" in said(scene)
    assert chart_table(chart) == (("Name", "Spalte 0: Reihe a", "Spalte 0: Reihe b"), ("Zeile", "3", "4"))


def test_the_series_of_the_charts_differ_in_hatch_and_stand_out_from_paper() -> None:
    styles = [group_style(place) for place in (0, 1, 7)]
    assert len({hatch for _, _, hatch in styles}) == len(styles)
    assert all(contrast(fill, PAPER) >= 3 for fill, _, _ in styles)


def test_a_hatched_series_brings_its_pattern() -> None:
    (scene,) = draw_chart(bars([[1]], series=(series("a", 1),)))
    assert [hatch.name for hatch in scene.hatches] == ["hatch-rising-b3470b"]
    assert one(bars([[1]], series=(series("a", 1),))).paint.fill == "url(#hatch-rising-b3470b)"


def test_an_empty_chart_says_that_there_is_nothing() -> None:
    (scene,) = draw_chart(bars([]))
    assert "Hier ist nichts." in said(scene)
    assert "Spalte" not in said(scene)
    assert clean(scene)


def test_headings_that_do_not_fit_stand_as_stairs_in_full() -> None:
    heads = [f"Gruppenangebot {n} für die Berufsvorbereitung" for n in range(8)]
    (scene,) = draw_chart(matrix(["Bedarf"], heads))
    assert clean(scene)
    found = [" ".join(text.lines) for text in texts(scene, "heading")]
    assert set(heads) <= set(found)
    steps = [text for text in texts(scene, "heading") if " ".join(text.lines) in heads]
    assert all(later.y < earlier.y and later.x > earlier.x for earlier, later in itertools.pairwise(steps))


def test_too_many_headings_become_numbers_with_their_names_below() -> None:
    heads = [f"Gruppenangebot {n}" for n in range(24)]
    (scene,) = draw_chart(matrix(["Bedarf"], heads))
    assert clean(scene)
    assert all(head in said(scene) for head in heads)
    assert "Namen zu den Nummern" in said(scene)


def test_a_name_of_two_hundred_characters_ends_in_an_ellipsis_and_is_whole_in_the_table() -> None:
    name = (LONG * 9)[:800]
    chart = matrix([name], ["Angebot"])
    (scene,) = draw_chart(chart)
    assert clean(scene)
    assert "…" in said(scene)
    assert chart_table(chart)[1][0] == name
    assert f"<title>{name.strip()}" in to_svg(scene, fonts=False)


@pytest.mark.parametrize("name", ["<b>&</b>", "جمعية الشباب", "🏫 Schule", "漢字文化協会", "W" * 200])
def test_names_of_the_world_overlap_nothing_and_the_picture_stays_xml(name: str) -> None:
    for scene in draw_chart(matrix([name, "Kurz"], [name, "Kurz", name])):
        assert clean(scene)
        assert "<b>" not in to_svg(scene)


@pytest.mark.parametrize("page", list(PAGES.values()), ids=["-".join(key) for key in PAGES])
def test_many_rows_go_on_over_sheets_and_each_stands_on_one(page: tuple[float, float]) -> None:
    chart = matrix([f"Bedarf {n}" for n in range(150)], ["Angebot"], page=page)
    scenes = draw_chart(chart)
    assert len(scenes) > 1
    assert rows_of(scenes) == [row.id for row in chart.rows]
    assert all(clean(scene) for scene in scenes)
    assert f"Blatt 1 von {len(scenes)}" in said(scenes[0])


def test_the_heading_of_rows_is_never_the_last_of_a_sheet() -> None:
    plain = matrix([f"Bedarf {n}" for n in range(118)], ["Angebot"])
    rows = tuple(
        attrs.evolve(row, kind="group", cells=()) if number % 7 == 0 else row
        for number, row in enumerate(plain.rows)
    )
    for scene in draw_chart(attrs.evolve(plain, rows=rows)):
        last = rows_of([scene])[-1]
        assert int(last.removeprefix("r")) % 7 != 0


def test_a_chart_is_drawn_alike_every_time() -> None:
    chart = bars([[1, 2], [3, 4]])
    assert [to_svg(scene) for scene in draw_chart(chart)] == [to_svg(scene) for scene in draw_chart(chart)]


def test_type_is_never_below_seven_points() -> None:
    chart = matrix([LONG * 2 for _ in range(60)], [LONG for _ in range(20)])
    assert all(text.size >= 7 for scene in draw_chart(chart) for text in texts(scene))


def test_a_page_that_is_too_small_is_told_with_what_takes_the_room() -> None:
    with pytest.raises(ChartDoesNotFit) as caught:
        draw_chart(bars([[1]], page=(120.0, 40.0)))
    assert "40 mm" in caught.value.in_("de")
    assert "Zeile 0" in caught.value.in_("de")


def test_a_row_needs_a_cell_for_each_column() -> None:
    with pytest.raises(ValueError, match="cells"):
        bars([[1, 2], [3]])


def test_a_bar_of_an_unknown_series_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown series"):
        bars([[1]], series=(series("b"),))


def test_the_table_tells_signs_in_words_and_leaves_empty_fields_empty() -> None:
    chart = matrix(["Bedarf"], ["Angebot", "Kurs"], keys=(ChartKey(sign="square-full", text="ja"),))
    assert chart_table(chart) == (("Name", "Angebot", "Kurs"), ("Bedarf", "ja", ""))


@pytest.mark.parametrize(
    ("most", "fitting", "whole", "step"),
    [
        (43, 5, False, 10),
        (50, 5, False, 10),
        (51, 5, False, 20),
        (3, 8, True, 1),
        (1, 8, False, 0.2),
        (7, 0, True, 10),
    ],
)
def test_the_ticks_of_an_axis_are_round_numbers(most: float, fitting: int, whole: bool, step: float) -> None:
    assert nice_step(most, fitting=fitting, whole=whole) == pytest.approx(step)


def test_an_axis_of_few_has_no_half_numbers() -> None:
    (scene,) = draw_chart(bars([[1], [2]]))
    assert [text.lines[0] for text in texts(scene, "tick")] == ["0", "1", "2"]
