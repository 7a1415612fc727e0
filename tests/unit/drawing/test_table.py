"""The table of a map: the same data as the picture, in both languages."""

from __future__ import annotations

import attrs

from jmdexport.drawing import Link, MapPlan, map_table
from jmdexport.drawing.channels import Lines
from jmdmodel.messages import Say
from tests.unit.drawing._plans import WORDS, mark, network, plan


def sample() -> MapPlan:
    marks = [
        mark(1, label="Bauhof", ring=3, size=5, group="g1"),
        mark(2, label="Amt", ring=5, size=None, badge=True),
        mark(3, label="Chor", ring=None, size=2, strip="dormant"),
    ]
    links = [
        Link(id="t1", a="p001", b="p002", strength=None, line="mixed", brokered=True),
        Link(id="t2", a="p001", b="p003", strength=4),
    ]
    return plan(marks, links)


def test_each_partner_has_a_row_by_sector_and_ring() -> None:
    rows = map_table(sample()).partners.texts("de")
    assert [row[:5] for row in rows] == [
        ("p002", "Amt", "Arbeit und Ausbildung", "5", "wöchentlich oder öfter"),
        ("p003", "Chor", "Arbeit und Ausbildung", "–", "Kontakt ruht"),
        ("p001", "Bauhof", "Schule und Bildung", "3", "vier- bis elfmal im Jahr"),
    ]


def test_what_was_not_rated_has_no_step_and_says_so() -> None:
    table = map_table(sample()).partners
    assert [row[5:] for row in table.texts("en")] == [
        ("–", "not rated", "yes"),
        ("2", "useful now and then", "no"),
        ("5", "indispensable", "no"),
    ]
    assert table.records()[0]["size"] is None


def test_the_heads_are_there_in_both_languages() -> None:
    table = map_table(sample()).partners
    assert table.heads("de")[2:7] == ("Gruppe", "Ring", "Intensität", "Größe", "Wichtigkeit")
    assert table.heads("en")[2:7] == ("group", "ring", "intensity", "size", "importance")


def test_only_ties_that_are_drawn_have_a_row() -> None:
    table = map_table(sample()).ties
    assert table.texts("de") == (
        ("p001", "Bauhof", "p002", "Amt", "–", "Stärke nicht eingeschätzt", "Form nicht angegeben", "ja"),
    )
    assert table.title.de == "Verbindungen auf der Netzwerkkarte 2024"


def test_what_means_nothing_on_the_map_has_no_column() -> None:
    words = attrs.evolve(WORDS, size=None, sizes=(), strengths=(), lines=(), line=Lines(code="plain"))
    given = attrs.evolve(sample(), words=words)
    names = [[column.name for column in table.columns] for table in map_table(given).tables()]
    assert names[0] == ["partner", "name", "group", "ring", "ring_label", "transition"]
    assert names[1] == ["first", "first_name", "second", "second_name", "brokered"]


def test_headings_that_are_told_in_both_languages_stand_in_both() -> None:
    given = sample()
    told = attrs.evolve(given.groups[0], told=Say("Arbeit", "Work"))
    places = (("dormant", Say("Kontakt ruht", "contact dormant")),)
    table = map_table(attrs.evolve(given, groups=(told, *given.groups[1:]), places=places)).partners
    assert table.texts("en")[1][2:5] == ("Work", "–", "contact dormant")


def test_the_table_shows_itself_and_holds_as_many_rows_as_the_map_has_marks() -> None:
    given = network(60, ties=40)
    table = map_table(given)
    assert len(table.partners.rows) == 60
    assert repr(table) == "<MapTable partners: 60, ties: 40>"
    assert table.to_html("de").count("<table") == 2


def test_an_empty_map_has_empty_tables() -> None:
    assert [table.rows for table in map_table(plan()).tables()] == [(), ()]
