"""The exporter of the network map: from a view to marks, lines and words."""

from __future__ import annotations

from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import attrs
import pytest

from jmdexport.builtin import _pictures
from jmdexport.builtin.network_map import NETWORK_MAP, MapOptions, map_plan, render
from jmdexport.demo import load_example
from jmdexport.drawing import draw_map
from jmdexport.drawing.conflicts import conflicts
from jmdexport.errors import BadOption
from jmdexport.options import build
from jmdexport.records import ExportRequest
from jmdmodel.entities.partner import Partner
from jmdmodel.entities.relation import Contact, ContactRating, ContactStanding, NetworkMap, Tie
from jmdmodel.entities.service import Service, StaffRole
from jmdmodel.errors import NoMapForYear
from jmdmodel.messages import Language
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience, Importance, Intensity, TieStrength
from jmdmodel.vocabulary import ContactState, Formalisation, MapGroup, PartnerKind, TransitionRole
from jmdmodel.workspace import Workspace

BASE = Workspace(
    service=Service(
        name="Jugendmigrationsdienst Musterstadt", short_name="JMD Musterstadt", provider="Träger"
    )
).with_entities(
    StaffRole(id="leitung", function="Leitung"),
    NetworkMap(id="2024", as_of=date(2024, 11, 15), assessor="leitung"),
)


def partner(name: str, **values: Any) -> Partner:
    return Partner(id=name, name=name.title(), **{"kind": PartnerKind.SCHOOL, **values})


def contact(name: str, *ratings: ContactRating, **values: Any) -> Contact:
    return Contact(id=f"c-{name}", partner=name, ratings=ratings, **values)


def rating(day: date, intensity: int | None = None, importance: int | None = None) -> ContactRating:
    return ContactRating(
        day=day,
        intensity=Intensity(intensity) if intensity else None,
        importance=Importance(importance) if importance else None,
    )


def two(**tie: Any) -> Workspace:
    day = date(2024, 5, 1)
    return BASE.with_entities(
        partner("a"),
        partner("b"),
        contact("a", rating(day, 5, 5)),
        contact("b", rating(day, 1, 1)),
        Tie(id="t", between=("a", "b"), **tie),
    )


def request(view: Workspace, suffix: str = ".svg", **values: Any) -> ExportRequest[MapOptions]:
    medium = NETWORK_MAP.medium(suffix)
    assert medium is not None
    given = {"options": MapOptions(), "year": 2024, "as_of": date(2025, 1, 31), **values}
    return ExportRequest(view=view, medium=medium, **given)


def test_the_latest_rating_of_the_year_up_to_the_day_of_the_map_is_shown() -> None:
    ratings = (
        rating(date(2023, 12, 31), 1, 1),
        rating(date(2024, 3, 1), 2, 2),
        rating(date(2024, 11, 15), 4, 3),
        rating(date(2024, 11, 16), 5, 5),
    )
    (mark,) = map_plan(BASE.with_entities(partner("a"), contact("a", *ratings)), 2024).marks
    assert (mark.ring, mark.size, mark.strip) == (4, 3, "")


@pytest.mark.parametrize(
    ("state", "importance", "strip"),
    [
        (ContactState.ACTIVE, None, "not-rated"),
        (ContactState.ACTIVE, 4, "intensity-open"),
        (ContactState.NONE_YET, 4, "none-yet-important"),
        (ContactState.NONE_YET, 3, "none-yet"),
        (ContactState.DORMANT, None, "dormant"),
        (ContactState.REFUSED, 5, "refused"),
        (ContactState.UNKNOWN, None, "unknown"),
    ],
)
def test_what_has_no_ring_stands_under_its_own_heading(
    state: ContactState, importance: int | None, strip: str
) -> None:
    rated = (rating(date(2024, 2, 1), None, importance),) if importance else ()
    plan = map_plan(
        BASE.with_entities(partner("a"), contact("a", *rated, states=(ContactStanding(state=state),))), 2024
    )
    (mark,) = plan.marks
    assert (mark.ring, mark.size, mark.strip) == (None, importance, strip)
    assert strip in dict(plan.strips)


def test_an_open_importance_stays_open() -> None:
    (mark,) = map_plan(
        BASE.with_entities(partner("a"), contact("a", rating(date(2024, 2, 1), 3))), 2024
    ).marks
    assert (mark.ring, mark.size) == (3, None)


def test_a_partner_without_contact_is_not_drawn_but_counted() -> None:
    plan = map_plan(BASE.with_entities(partner("a"), partner("b"), contact("a")), 2024)
    assert [mark.id for mark in plan.marks] == ["a"]
    assert plan.subtitle[1] == "Gezeigt: 1 von 2 Partnern"


@pytest.mark.parametrize(
    ("entities", "said"),
    [
        ((), "Im Verzeichnis steht kein Partner."),
        ((partner("a"), contact("a")), "Im Verzeichnis steht ein Partner; die Karte zeigt ihn."),
        (
            (partner("a"),),
            "Im Verzeichnis steht ein Partner; die Karte zeigt ihn nicht, weil kein Kontakt eingetragen ist.",
        ),
    ],
)
def test_no_partner_and_one_partner_are_told_in_words(entities: tuple[Any, ...], said: str) -> None:
    assert map_plan(BASE.with_entities(*entities), 2024).subtitle[1] == said


def test_the_sectors_are_the_map_groups_in_their_order() -> None:
    plan = map_plan(BASE, 2024)
    assert [group.code for group in plan.groups] == [group.code for group in MapGroup]
    assert [group.label for group in plan.groups] == [group.label.de for group in MapGroup]


def test_kind_badge_and_short_name_come_from_the_partner() -> None:
    bbs = partner("bbs", short_name="BBS", transition_role=TransitionRole.SCHOOL)
    (mark,) = map_plan(BASE.with_entities(bbs, contact("bbs")), 2024).marks
    assert (mark.kind, mark.group, mark.badge, mark.short) == ("school", "education", True, "BBS")


def test_the_frame_names_service_day_and_assessor() -> None:
    plan = map_plan(BASE, 2024)
    assert plan.title == "Netzwerkkarte 2024"
    assert plan.centre == "JMD Musterstadt"
    service, day, rated = plan.subtitle[0].split(" · ")
    assert (service, day) == ("Jugendmigrationsdienst Musterstadt", "Stand 15.11.2024")
    assert rated == "eingeschätzt von: Leitung"
    assert "15.11.2024" in plan.source


def test_the_frame_speaks_english() -> None:
    plan = map_plan(BASE, 2024, language="en", title="Our network")
    assert plan.title == "Our network"
    assert plan.subtitle[0].endswith("as of 15 November 2024 · rated by: Leitung")


@pytest.mark.parametrize(
    ("brokered", "which", "count"),
    [
        (date(2024, 6, 1), "brokered", 1),
        (date(2024, 11, 16), "brokered", 0),
        (date(2023, 12, 31), "brokered", 0),
        (None, "brokered", 0),
        (None, "all", 1),
        (date(2024, 6, 1), "none", 0),
    ],
)
def test_ties_are_those_that_were_asked_for(brokered: date | None, which: str, count: int) -> None:
    plan = map_plan(two(brokered_on=brokered), 2024, options=MapOptions(ties=which))
    assert len(plan.links) == count


@pytest.mark.parametrize(
    ("formalisation", "line"),
    [
        (Formalisation.INFORMAL, "dotted"),
        (Formalisation.ORAL_AGREEMENT, "dashed"),
        (Formalisation.WRITTEN_AGREEMENT, "dashed"),
        (Formalisation.CONTRACT, "solid"),
        (Formalisation.LEGAL_FORM, "solid"),
    ],
)
def test_the_kind_of_line_shows_how_formal_a_tie_is(formalisation: Formalisation, line: str) -> None:
    tie = {"formalisation": formalisation, "strength": TieStrength.CLOSE}
    (link,) = map_plan(two(**tie), 2024, options=MapOptions(ties="all")).links
    assert (link.line, link.strength) == (line, 3)


def test_what_is_open_about_a_tie_is_drawn_open_and_never_as_the_least() -> None:
    (link,) = map_plan(two(), 2024, options=MapOptions(ties="all")).links
    assert (link.strength, link.line) == (None, "mixed")
    sure = {"strength": TieStrength.LOOSE, "formalisation": Formalisation.INFORMAL}
    (link,) = map_plan(two(**sure), 2024, options=MapOptions(ties="all")).links
    assert (link.strength, link.line) == (1, "dotted")


def test_a_year_without_a_map_is_refused() -> None:
    with pytest.raises(NoMapForYear) as caught:
        list(render(request(BASE, year=2023)))
    assert caught.value.years == (2024,)


def test_an_empty_map_can_be_drawn() -> None:
    (artifact,) = render(request(BASE))
    assert artifact.name == "network-map-2024.svg"
    assert artifact.media_type == "image/svg+xml"
    assert "kein Partner" in artifact.data.decode()


def test_a_picture_of_dots_is_a_png() -> None:
    pytest.importorskip("resvg_py", reason="the extra png is not installed")
    (artifact,) = render(request(BASE, ".png", options=MapOptions(dpi=60)))
    assert artifact.name == "network-map-2024.png"
    assert artifact.data.startswith(b"\x89PNG\r\n")


STRANGE = ("漢字文化協会", "Haus 🏫", "Schule")


def strange(count: int = 1) -> Workspace:
    names = [f"{name} {n}" for n in range(count) for name in STRANGE]
    entities: list[Any] = []
    for number, name in enumerate(names):
        entities += [attrs.evolve(partner(f"p{number}"), name=name), contact(f"p{number}")]
    return BASE.with_entities(*entities)


def test_an_svg_has_all_characters_and_needs_no_note() -> None:
    (artifact,) = render(request(strange()))
    assert all(name in artifact.data.decode() for name in STRANGE)
    assert "\ufffd" not in artifact.data.decode().split("</defs>")[1]


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("de", 1, "Betroffene Partner (Kennung): p0 und p1."),
        ("en", 5, "Partners concerned (key): p0, p1, p10, p12, p13, p3, p4, p6, and 2 more."),
    ],
)
def test_a_png_tells_which_names_it_cannot_show_in_full(
    monkeypatch: pytest.MonkeyPatch, language: Language, count: int, said: str
) -> None:
    drawn: list[Any] = []

    def keep(scene: Any, *, dpi: int) -> bytes:
        drawn.append((scene, dpi))
        return b""

    monkeypatch.setattr(_pictures, "to_png", keep)
    list(render(request(strange(count), ".png", language=language)))
    assert said in " ".join(drawn[0][0].items[-1].lines)
    list(render(request(BASE, ".png")))
    assert "\ufffd" not in drawn[1][0].items[-1].lines[0]


def test_marks_of_direction_in_a_name_do_not_reach_beyond_it() -> None:
    names = ("\u202egnuthcir", "جمعية")
    entities = [attrs.evolve(partner(key), name=name) for key, name in zip("ab", names, strict=True)]
    view = BASE.with_entities(*entities, contact("a"), contact("b"))
    turned, arabic = map_plan(view, 2024).marks
    assert "\u202e" not in turned.label + turned.tooltip
    assert arabic.label == "\u2068جمعية\u2069"
    assert arabic.tooltip.startswith("\u2068جمعية\u2069 · ")


def test_options_are_read_by_name_and_wrong_ones_refused() -> None:
    assert build(MapOptions, {"page": "A3", "orientation": "portrait"}) == MapOptions(
        page="A3", orientation="portrait"
    )
    with pytest.raises(BadOption):
        build(MapOptions, {"page": "A5"})
    with pytest.raises(BadOption):
        build(MapOptions, {"dpi": "10000"})


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
@pytest.mark.parametrize("ties", ["brokered", "all"])
def test_every_map_of_the_example_is_without_conflict(
    language: Language, orientation: str, ties: str
) -> None:
    view = redact(load_example().workspace, Audience.REPORT)
    for drawn in view.maps:
        options = MapOptions(orientation=orientation, ties=ties)
        scene = draw_map(map_plan(view, drawn.year, language=language, options=options))
        found = conflicts(scene)
        assert found.clean
        assert found.tie_node <= (5 if ties == "all" else 0)


def test_the_map_of_the_example_carries_the_data_of_each_partner() -> None:
    view = redact(load_example().workspace, Audience.REPORT)
    (artifact,) = render(request(view, year=2025))
    groups = {
        element.get("data-partner"): element.attrib
        for element in ET.fromstring(artifact.data).iter()
        if element.get("data-partner")
    }
    assert groups["jobcenter"]["id"] == "partner-jobcenter"
    assert groups["jobcenter"]["data-kind"] == "sgb2-body"
    plan = map_plan(view, 2025)
    assert set(groups) == {mark.id for mark in plan.marks}
    assert all(groups[mark.id]["data-intensity"] == str(mark.ring or "") for mark in plan.marks)


def test_the_view_is_left_alone_and_the_bytes_are_the_same() -> None:
    view = redact(load_example().workspace, Audience.REPORT)
    first, second = (list(render(request(view, year=2025))) for _ in range(2))
    assert first == second
    assert view == redact(load_example().workspace, Audience.REPORT)


def test_notes_of_the_team_are_not_in_the_picture() -> None:
    workspace = load_example().workspace
    secret = "NUR FÜR DAS TEAM"
    contacts = [attrs.evolve(one, note=secret) for one in workspace.contacts]
    view = redact(workspace.with_entities(*contacts), Audience.REPORT)
    (artifact,) = render(request(view, year=2025))
    assert secret not in artifact.data.decode()
