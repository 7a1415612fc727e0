"""The alternative text: whole sentences, right for none, one, two and many."""

from __future__ import annotations

import attrs
import pytest

from jmdexport.drawing import Link
from jmdexport.drawing.channels import IMPORTANCE, INTENSITY, Measure
from jmdexport.drawing.describe import description
from tests.unit.drawing._plans import WORDS, mark, network, plan

HEAD_DE = (
    "Netzwerkkarte 2024: In der Mitte steht JMD Musterstadt,"
    " ringsum liegen Ringe für die Intensität der Kontakte. "
)
HEAD_EN = (
    "Network map 2024: JMD Musterstadt stands in the middle,"
    " surrounded by rings for the intensity of the contacts. "
)


def test_no_partner() -> None:
    assert description(plan()) == HEAD_DE + "Die Karte zeigt keinen Partner."
    assert description(plan(language="en")) == HEAD_EN + "The map shows no partner."


def test_one_partner() -> None:
    given = plan([mark(1, label="Jobcenter", ring=5, size=4)])
    assert description(given) == HEAD_DE + (
        "Die Karte zeigt einen Partner. Nach der Häufigkeit der Kontakte: wöchentlich oder öfter einer."
        " Am wichtigsten ist Jobcenter."
    )


def test_one_partner_in_english() -> None:
    given = attrs.evolve(plan([mark(1, label="Jobcenter", ring=5, size=4)], language="en"))
    assert description(given) == HEAD_EN + (
        "The map shows one partner. By frequency of contact: wöchentlich oder öfter one."
        " The most important is Jobcenter."
    )


def test_one_partner_without_a_ring() -> None:
    given = plan([mark(1, ring=None, size=None, strip="dormant")])
    assert description(given) == HEAD_DE + (
        "Die Karte zeigt einen Partner. Er steht außerhalb des Kreises."
        " Außerhalb der Ringe: Kontakt ruht (1)."
    )


def test_two_partners_and_a_tie() -> None:
    marks = [mark(1, label="Jobcenter", ring=5, size=5), mark(2, label="Bauhof", ring=5, size=5, group="g1")]
    given = plan(marks, [Link(id="t", a="p001", b="p002")])
    assert description(given).removeprefix(HEAD_DE) == (
        "Die Karte zeigt zwei Partner. Nach der Häufigkeit der Kontakte: wöchentlich oder öfter zwei."
        " Am wichtigsten sind Bauhof und Jobcenter."
        " Eingezeichnet ist eine Verbindung zwischen Partnern."
    )


def test_many_partners_name_five_and_count_the_others() -> None:
    marks = [mark(n, label=f"Amt {n}", size=5, group=f"g{n % 3}") for n in range(1, 8)]
    said = description(plan(marks))
    assert "Die Karte zeigt sieben Partner." in said
    assert (
        "Am stärksten besetzt: Schule und Bildung (3); Arbeit und Ausbildung (2); Ämter und Behörden (2)."
        in said
    )
    assert said.endswith("Am wichtigsten sind Amt 1, Amt 2, Amt 3, Amt 4, Amt 5 und zwei weitere.")


def test_six_most_important_leave_one_other() -> None:
    marks = [mark(n, label=f"Amt {n}", size=5) for n in range(1, 7)]
    assert description(plan(marks)).endswith("Amt 5 und ein weiterer.")
    assert description(plan(marks, language="en")).endswith("Amt 5, and one other.")


def test_from_thirteen_on_numbers_are_figures() -> None:
    assert "Die Karte zeigt zwölf Partner." in description(network(12))
    assert "Die Karte zeigt 13 Partner." in description(network(13))


def test_nothing_is_called_important_that_is_not() -> None:
    assert "wichtig" not in description(plan([mark(1, size=3), mark(2, size=None)]))


def test_several_ties_are_counted() -> None:
    marks = [mark(n) for n in range(3)]
    links = [Link(id="t1", a="p000", b="p001"), Link(id="t2", a="p001", b="p002")]
    assert description(plan(marks, links)).endswith("Eingezeichnet sind zwei Verbindungen zwischen Partnern.")
    assert description(plan(marks, links, language="en")).endswith("Two ties between partners are drawn.")


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("count", [0, 1, 2, 12, 60])
def test_the_text_is_whole_sentences(language: str, count: int) -> None:
    said = description(attrs.evolve(network(count), language=language))  # type: ignore[arg-type]
    assert said.endswith(".")
    assert "{" not in said
    assert "  " not in said
    assert ".." not in said


def test_a_name_that_holds_a_comma_stands_in_quotation_marks() -> None:
    marks = [mark(1, label="Amt, Team 1", size=5), mark(2, label="Bauhof", size=5)]
    assert "Am wichtigsten sind „Amt, Team 1“ und Bauhof." in description(plan(marks))


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (INTENSITY, "Am häufigsten ist der Kontakt mit diesem Partner: Jobcenter."),
        (IMPORTANCE, "Am wichtigsten ist Jobcenter."),
        (None, ""),
    ],
)
def test_the_top_is_told_of_what_the_size_stands_for(size: Measure | None, said: str) -> None:
    given = plan([mark(1, label="Jobcenter", ring=5, size=5 if size else 0)])
    told = description(attrs.evolve(given, words=attrs.evolve(WORDS, size=size)))
    assert told.endswith("wöchentlich oder öfter einer." + (f" {said}" if said else ""))


def test_the_rings_are_told_by_what_they_stand_for() -> None:
    rings = tuple(step.de for step in IMPORTANCE.steps)
    words = attrs.evolve(WORDS, ring=IMPORTANCE, rings=rings)
    told = description(attrs.evolve(plan([mark(1, ring=4)]), words=words))
    assert "ringsum liegen Ringe für die Wichtigkeit der Partner." in told
    assert "Nach der Wichtigkeit: für die meisten Ziele nötig einer." in told


@pytest.mark.parametrize("marks", [0, 1])
def test_changes_come_last(marks: int) -> None:
    given = plan([mark(n) for n in range(marks)])
    changed = attrs.evolve(given, changes=("Ein Partner ist hinzugekommen.", "Einer ist fort."))
    assert description(changed) == description(given) + " Ein Partner ist hinzugekommen. Einer ist fort."


@pytest.mark.parametrize(
    ("brokered", "de", "en"),
    [
        ("o", "Verbindung zwischen Partnern.", "One tie between partners is drawn."),
        ("oo", "zwei Verbindungen zwischen Partnern.", "Two ties between partners are drawn."),
        ("b", " Der JMD hat sie in diesem Jahr vermittelt.", " The service brokered it this year."),
        (
            "bb",
            " Alle hat der JMD in diesem Jahr vermittelt.",
            " The service brokered all of them this year.",
        ),
        ("bo", " Eine davon hat der JMD in diesem Jahr vermittelt.", " brokered one of them this year."),
        ("bbo", " Zwei davon hat der JMD in diesem Jahr vermittelt.", " brokered two of them this year."),
    ],
)
def test_ties_that_were_brokered_are_counted(brokered: str, de: str, en: str) -> None:
    marks = [mark(n) for n in range(4)]
    links = [
        Link(id=f"t{n}", a=f"p00{n}", b=f"p00{n + 1}", brokered=letter == "b")
        for n, letter in enumerate(brokered)
    ]
    assert description(plan(marks, links)).endswith(de)
    assert description(plan(marks, links, language="en")).endswith(en)


def test_what_was_not_surveyed_is_said_whether_a_tie_is_drawn_or_not() -> None:
    words = attrs.evolve(WORDS, not_surveyed="Verbindungen wurden nicht erhoben.")
    marks = [mark(1), mark(2)]
    for links in ([], [Link(id="t", a="p001", b="p002")]):
        given = attrs.evolve(plan(marks, links), words=words)
        assert description(given) == description(plan(marks, links)) + " Verbindungen wurden nicht erhoben."
