"""The exporter of the change map: from two maps of a view to partners, signs and words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from jmdexport import export
from jmdexport.builtin._map_years import TooFewMaps
from jmdexport.builtin.change_map import ChangeOptions, change_plan, for_print
from jmdexport.demo import load_example
from jmdexport.drawing.change_map import draw_change_map
from jmdexport.drawing.change_plan import ChangePlan, Move
from jmdexport.drawing.conflicts import conflicts
from jmdexport.errors import BadOption
from jmdexport.options import build
from jmdmodel.analysis.comparison import Change, compare
from jmdmodel.entities.relation import ContactStanding
from jmdmodel.entities.service import StaffRole
from jmdmodel.errors import NoMapForYear
from jmdmodel.ids import PartnerId, StaffId
from jmdmodel.messages import Language
from jmdmodel.period import Period
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.testing.builders import contact, minimal, network_map, partner, rating, tie
from jmdmodel.vocabulary import ContactState
from jmdmodel.workspace import Workspace

OLD, NEW = date(2023, 5, 1), date(2024, 5, 1)
MAPS = (network_map(2023), network_map(2024))


def both(before: tuple[int | None, int | None], after: tuple[int | None, int | None]) -> Workspace:
    rated = contact("a", ratings=(rating(OLD, *before), rating(NEW, *after)))
    return minimal(partner("a"), rated, *MAPS)


def only(view: Workspace, year: int = 2024, **values: Any) -> Move:
    (found,) = change_plan(view, year, **values).moves
    return found


def seen(plan: ChangePlan) -> dict[str, tuple[str, ...]]:
    return {move.id: move.signs for move in plan.moves}


@pytest.mark.parametrize(
    ("before", "after", "signs"),
    [
        ((2, 3), (4, 3), ("closer",)),
        ((4, 3), (2, 3), ("looser",)),
        ((3, 2), (3, 5), ("more-important",)),
        ((3, 5), (3, 2), ("less-important",)),
        ((3, None), (3, 4), ("newly-rated",)),
        ((3, 4), (3, None), ("no-longer-rated",)),
        ((2, 5), (5, 1), ("closer", "less-important")),
        ((3, 3), (3, 3), ()),
    ],
)
def test_what_changed_is_what_the_comparison_says(
    before: tuple[int, int], after: tuple[int, int], signs: tuple[str, ...]
) -> None:
    found = only(both(before, after))
    assert found.signs == signs
    assert found.before is not None
    assert found.after is not None
    assert (found.before.ring, found.after.ring) == (before[0], after[0])


def test_a_first_rating_is_not_a_move() -> None:
    view = minimal(partner("a"), contact("a", ratings=(rating(NEW, 5, 5),)), *MAPS)
    found = only(view)
    assert found.signs == ("newly-rated",)
    assert found.before is not None
    assert found.before.ring is None
    assert found.before.place == "not-rated"


def test_a_contact_that_ended_is_no_partner_that_is_gone() -> None:
    ended = Period(until=date(2024, 3, 1))
    rated = {"ratings": (rating(OLD, 3, 3),)}
    view = minimal(
        partner("a"),
        partner("b", period=ended),
        contact("a", period=ended, **rated),
        contact("b", **rated),
        *MAPS,
    )
    assert seen(change_plan(view, 2024)) == {"a": ("ended",), "b": ("dissolved",)}


def test_one_noted_beside_the_rings_only_is_no_longer_noted() -> None:
    period = Period(until=date(2024, 3, 1))
    dormant = (ContactStanding(state=ContactState.DORMANT),)
    view = minimal(partner("a"), contact("a", period=period, states=dormant), *MAPS)
    assert only(view).signs == ("left",)


def test_a_contact_that_rests_now_says_by_itself_that_there_is_no_rating() -> None:
    states = (
        ContactStanding(state=ContactState.ACTIVE),
        ContactStanding(day=date(2024, 2, 1), state=ContactState.DORMANT),
    )
    view = minimal(partner("a"), contact("a", ratings=(rating(OLD, 3, 3),), states=states), *MAPS)
    found = only(view)
    assert found.signs == ("contact-dormant",)
    assert found.after is not None
    assert found.after.place == "dormant"


def succession(*olds: str, news: tuple[str, ...]) -> Workspace:
    """Give partners that ended in spring and those that followed them."""
    things: list[Any] = []
    for at, name in enumerate(olds):
        things += [
            partner(name, period=Period(until=date(2024, 3, 31))),
            contact(name, ratings=(rating(OLD, 2 + at, 3),)),
        ]
    for name in news:
        followed = tuple(PartnerId(old) for old in olds)
        things += [
            partner(name, period=Period(since=date(2024, 4, 1)), successor_of=followed),
            contact(name, ratings=(rating(NEW, 5, 3),)),
        ]
    return minimal(*things, *MAPS)


def test_a_partner_with_a_new_name_stands_in_one_place_with_its_arrow() -> None:
    plan = change_plan(succession("alt", news=("neu",)), 2024)
    (found,) = plan.moves
    assert (found.id, found.label, found.signs) == ("neu", "Neu", ("renamed", "closer"))
    assert found.moves == 3
    assert plan.causes == ("Alt: jetzt Neu",)


def test_partners_that_merged_stand_each_in_its_place_and_the_cause_is_told() -> None:
    plan = change_plan(succession("eins", "zwei", news=("neu",)), 2024)
    assert seen(plan) == {"eins": ("merged",), "neu": ("merged", "closer"), "zwei": ("merged",)}
    assert plan.causes == ("Eins und Zwei: zusammengelegt zu Neu",)
    assert ("merged", "zusammengelegt", 1) in plan.signs


def test_a_partner_that_was_split_is_told_as_such() -> None:
    plan = change_plan(succession("alt", news=("eins", "zwei")), 2024)
    assert seen(plan)["eins"] == ("split", "closer")
    assert plan.causes == ("Alt: aufgeteilt in Eins und Zwei",)


def test_a_successor_without_a_place_on_the_map_is_named() -> None:
    view = minimal(
        partner("alt", period=Period(until=date(2024, 3, 31))),
        partner("neu", period=Period(since=date(2024, 4, 1)), successor_of=(PartnerId("alt"),)),
        contact("alt", ratings=(rating(OLD, 3, 3),)),
        *MAPS,
    )
    plan = change_plan(view, 2024)
    assert seen(plan) == {"alt": ("dissolved",)}
    assert plan.causes == ("Alt: Nachfolge Neu (nicht auf der Karte)",)


def test_the_map_before_is_the_last_one_that_there_is() -> None:
    view = minimal(*(network_map(year) for year in (2019, 2021, 2024)))
    assert change_plan(view, 2024).years == (2021, 2024)
    assert change_plan(view, 2024, options=ChangeOptions(from_year=2019)).years == (2019, 2024)


def test_the_map_tells_from_the_earlier_year_whichever_was_named_first() -> None:
    plan = change_plan(both((2, 3), (4, 3)), 2023, options=ChangeOptions(from_year=2024))
    assert plan.years == (2023, 2024)
    assert plan.moves[0].signs == ("closer",)


def test_one_map_alone_cannot_be_compared_and_the_years_are_named() -> None:
    with pytest.raises(TooFewMaps) as caught:
        change_plan(minimal(network_map(2023), network_map(2024)), 2023)
    assert caught.value.years == (2023, 2024)
    assert "2023, 2024" in caught.value.in_("de")
    assert "2023, 2024" in caught.value.in_("en")


@pytest.mark.parametrize(("year", "other"), [(2022, None), (2024, 2022)])
def test_a_year_without_a_map_is_refused_with_the_years_there_are(year: int, other: int | None) -> None:
    with pytest.raises(NoMapForYear) as caught:
        change_plan(minimal(*MAPS), year, options=ChangeOptions(from_year=other))
    assert caught.value.years == (2023, 2024)


def test_a_year_compared_with_itself_has_no_change() -> None:
    plan = change_plan(both((2, 3), (4, 3)), 2024, options=ChangeOptions(from_year=2024))
    assert seen(plan) == {"a": ()}
    assert plan.subtitle == ("JMD Musterstadt · der eine Partner der beiden Karten", "2024: Stand 31.12.2024")
    assert "mit sich selbst verglichen" in plan.told


ROLES = (
    StaffRole(id=StaffId("leitung"), function="Leitung"),
    StaffRole(id=StaffId("beratung"), function="Beratung"),
)


@pytest.mark.parametrize(
    ("assessors", "note"),
    [
        (("leitung", "leitung"), ""),
        (
            ("leitung", "beratung"),
            "2023 und 2024 haben nicht dieselben Funktionen eingeschätzt",
        ),
        (
            ("leitung", None),
            "Wer eingeschätzt hat, ist für 2024 nicht bekannt",
        ),
    ],
)
def test_a_change_of_the_assessor_is_told(assessors: tuple[str | None, str | None], note: str) -> None:
    maps = [
        network_map(year, assessor=None if name is None else StaffId(name))
        for year, name in zip((2023, 2024), assessors, strict=True)
    ]
    plan = change_plan(minimal(*ROLES, *maps), 2024)
    assert plan.notes == ((f"{note}; ein Teil der Unterschiede kann daher rühren.",) if note else ())
    assert all(one in plan.told for one in plan.notes)
    assert plan.subtitle[1] == "2023: Stand 31.12.2023, eingeschätzt von: Leitung"


def test_the_subtitle_names_the_days_that_the_maps_show() -> None:
    view = minimal(network_map(2023, as_of=date(2023, 11, 15)), network_map(2024, as_of=date(2025, 2, 1)))
    assert change_plan(view, 2024).subtitle[1:] == ("2023: Stand 15.11.2023", "2024: Stand 31.12.2024")
    assert change_plan(view, 2024, language="en").subtitle[1] == "2023: as of 15 November 2023"


@pytest.mark.parametrize(("ties", "drawn"), [("brokered", {"a-b"}), ("new", {"a-b", "a-c"}), ("none", set())])
def test_ties_are_those_that_are_asked_for(ties: str, drawn: set[str]) -> None:
    rated = (rating(OLD, 3, 3), rating(NEW, 3, 3))
    surveyed = [network_map(year, ties_surveyed_on=date(year, 7, 1)) for year in (2023, 2024)]
    view = minimal(
        *(partner(name) for name in "abc"),
        *(contact(name, ratings=rated) for name in "abc"),
        tie("a", "b", period=Period(since=date(2024, 2, 1)), brokered_on=date(2024, 2, 1)),
        tie("a", "c", period=Period(since=date(2024, 2, 1))),
        tie("b", "c"),
        *surveyed,
    )
    links = change_plan(view, 2024, options=ChangeOptions(ties=ties)).links
    assert {link.id for link in links} == drawn
    assert {link.id for link in links if link.brokered} == drawn & {"a-b"}


def test_everything_new_and_everything_gone() -> None:
    for day, sign in ((NEW, "joined"), (OLD, "ended")):
        period = Period(since=day) if day == NEW else Period(until=date(2024, 1, 31))
        rated = [contact(name, period=period, ratings=(rating(day, 3, 3),)) for name in "abcdef"]
        plan = change_plan(minimal(*(partner(name) for name in "abcdef"), *rated, *MAPS), 2024)
        assert {move.signs for move in plan.moves} == {(sign,)}
        assert conflicts(draw_change_map(plan)).clean


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_alternative_text_holds_the_sentences_of_the_comparison(language: Language) -> None:
    view = redact(load_example().workspace, Audience.REPORT)
    plan = change_plan(view, 2025, language=language)
    for sentence in compare(view, 2024, 2025).sentences(language):
        assert sentence in plan.told
    assert draw_change_map(plan).description == plan.told


def test_the_numbers_of_the_legend_are_those_of_the_comparison() -> None:
    view = redact(load_example().workspace, Audience.REPORT)
    for year in (2024, 2025):
        plan = change_plan(view, year)
        counts = {kind.code: number for kind, number in compare(view, *plan.years).kind_counts}
        for sign, _, number in plan.signs:
            if sign in {"closer", "looser", "more-important", "less-important", "joined", "renamed"}:
                assert number == counts[sign]
        assert {kind.code for kind in Change} >= {sign for sign, *_ in plan.signs} - {
            "ended",
            "dissolved",
            "unclear",
            "newly-rated",
            "no-longer-rated",
        }


@pytest.mark.parametrize("page", ["A4", "A3"])
@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
@pytest.mark.parametrize("year", [2024, 2025])
def test_the_example_has_no_conflict(page: str, orientation: str, year: int) -> None:
    view = redact(load_example().workspace, Audience.REPORT)
    options = ChangeOptions(page=page, orientation=orientation, ties="new")
    assert conflicts(draw_change_map(change_plan(view, year, options=options))).clean


@pytest.mark.parametrize(("suffix", "start"), [(".svg", b"<?xml"), (".png", b"\x89PNG"), (".pdf", b"%PDF")])
def test_the_exporter_gives_every_form(suffix: str, start: bytes) -> None:
    (artifact,) = export(
        load_example().workspace, "change-map", year=2025, as_of=date(2026, 1, 31), medium=suffix
    )
    assert artifact.name == f"change-map-2024-2025{suffix}"
    assert artifact.data.startswith(start)


def test_a_name_that_a_printed_form_cannot_show_is_told_at_the_foot() -> None:
    rated = contact("a", ratings=(rating(OLD, 3, 3), rating(NEW, 4, 3)))
    plan = change_plan(minimal(partner("a", name="漢字"), rated, *MAPS), 2024)
    assert for_print(plan).source == (
        f"{plan.source} \ufffd steht für Schriftzeichen, die diese Bilddatei nicht zeigen kann; in der"
        " SVG-Datei steht alles vollständig. Betroffene Partner (Kennung): a."
    )
    assert for_print(change_plan(both((3, 3), (4, 3)), 2024)).source == plan.source


def test_the_year_to_compare_with_is_read_from_text_and_may_be_left_open() -> None:
    assert build(ChangeOptions, {"from-year": "2023"}).from_year == 2023
    assert build(ChangeOptions, {"from-year": "none"}).from_year is None
    with pytest.raises(BadOption):
        build(ChangeOptions, {"from-year": "last"})
