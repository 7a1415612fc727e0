"""The exporter of the map of the social space: from a view to what is drawn and what is told."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import pytest
from click.testing import CliRunner

from jmdexport import export
from jmdexport.builtin.geo_map import EXPORTER, GeoMapOptions, geo_plan
from jmdexport.cli import jmd
from jmdexport.demo import EXAMPLE_DATE, example_bytes, load_example
from jmdexport.drawing.conflicts import conflicts
from jmdexport.drawing.geo import draw_geo
from jmdexport.drawing.geo_plan import GeoPlan
from jmdmodel.entities import AdministrativeUnit, Place, Position, SocialSpace
from jmdmodel.ids import UnitId
from jmdmodel.period import Period
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.testing.builders import minimal, partner
from jmdmodel.vocabulary import PlaceKind, UnitLevel
from jmdmodel.workspace import Workspace

DAY = date(2025, 12, 31)


def at(east: str, north: str) -> Position:
    return Position(longitude=Fraction(east), latitude=Fraction(north))


def square(west: float, south: float, size: float) -> str:
    east, north = west + size, south + size
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return json.dumps({"type": "Polygon", "coordinates": [ring]})


def unit(identifier: str, level: UnitLevel = UnitLevel.MUNICIPALITY, **values: Any) -> AdministrativeUnit:
    return AdministrativeUnit(id=UnitId(identifier), level=level, **{"name": identifier.title(), **values})


def place(identifier: str, position: Position | None = None, **values: Any) -> Place:
    given = {"name": identifier.title(), "kind": PlaceKind.SPORT, **values}
    return Place(id=identifier, position=position, **given)


def workspace(*things: Any, **space: Any) -> Workspace:
    made = minimal(*things)
    return attrs.evolve(made, space=SocialSpace(name="Raum", **space)) if space else made


def plan(found: Workspace, **options: Any) -> GeoPlan:
    return geo_plan(redact(found, Audience.PUBLIC), DAY, options=GeoMapOptions(**options))


def notes(found: GeoPlan) -> dict[str, str]:
    return dict(found.notes)


def test_units_are_those_of_the_space_and_all_that_lie_in_them() -> None:
    found = plan(
        workspace(
            unit("kreis", UnitLevel.DISTRICT, outline=square(7, 50, 0.4)),
            unit("stadt", parent=UnitId("kreis"), outline=square(7.1, 50.1, 0.1)),
            unit("viertel", UnitLevel.QUARTER, parent=UnitId("stadt")),
            unit("fern", outline=square(9, 50, 0.1)),
            unit("land", UnitLevel.LAND),
            units=(UnitId("kreis"),),
        )
    )
    assert [area.id for area in found.areas] == ["kreis", "stadt"]
    assert found.counts[0] == (2, 3)
    assert notes(found)["Gebiete ohne eingetragenen Umriss (1)"] == "Viertel."
    assert notes(found)["Nicht gezeigt, weil nicht im Sozialraum (1)"] == "Fern."


def test_without_units_in_the_space_all_units_are_meant() -> None:
    assert [area.id for area in plan(workspace(unit("a", outline=square(7, 50, 0.1)))).areas] == ["a"]


@pytest.mark.parametrize(("until", "there"), [(DAY, True), (date(2025, 12, 30), False)])
def test_what_has_ended_is_not_shown(until: date, there: bool) -> None:
    period = Period(until=until)
    found = plan(
        workspace(
            place("platz", at("7.1", "50.1"), period=period),
            partner("amt", position=at("7.1", "50.2"), period=period),
            unit("kreis", outline=square(7, 50, 0.4), period=period),
        )
    )
    assert len(found.spots) == (2 if there else 0)
    assert len(found.areas) == there
    assert found.counts == (((1, 1),) * 3 if there else ((0, 0),) * 3)


def test_places_without_a_position_are_named_and_partners_counted() -> None:
    found = plan(workspace(place("b"), place("a"), place("c", at("7", "50")), partner("x"), partner("y")))
    assert notes(found)["Ohne eingetragene Lage (3)"].startswith("A, B und ")
    assert found.counts[1:] == ((1, 3), (0, 2))
    assert "Zwei Partner fehlen auf der Karte" in found.source
    assert "x" not in " ".join(notes(found).values()).casefold().split()


@pytest.mark.parametrize(("east", "inside"), [("7.25", True), ("7.5", False)])
def test_what_lies_far_outside_the_outlines_is_told(east: str, inside: bool) -> None:
    found = plan(
        workspace(place("platz", at(east, "50.05")), outline=square(7, 50, 0.2)),
    )
    assert [spot.id for spot in found.spots] == (["places/platz"] if inside else [])
    assert notes(found).get("Außerhalb des Bildes (1)") == (None if inside else "Platz.")


def test_a_place_of_own_offers_has_a_ring() -> None:
    made = workspace(place("platz", at("7", "50")), place("wiese", at("7", "50.1")))
    made = attrs.evolve(made, service=attrs.evolve(made.service, offers_at=("platz",)))
    assert [(spot.id, spot.badge) for spot in plan(made).spots] == [
        ("places/platz", True),
        ("places/wiese", False),
    ]


@pytest.mark.parametrize("left_out", ["units", "places", "partners"])
def test_what_is_not_wanted_is_neither_shown_nor_counted(left_out: str) -> None:
    made = workspace(
        place("platz", at("7.1", "50.1")),
        place("wiese"),
        partner("amt", position=at("7.1", "50.2")),
        unit("kreis", outline=square(7, 50, 0.4)),
        unit("ohne"),
    )
    found = plan(made, **{left_out: False})
    ids = {area.id for area in found.areas} | {spot.id for spot in found.spots}
    gone = {"units": "kreis", "places": "places/platz", "partners": "partners/amt"}[left_out]
    assert ids == {"kreis", "places/platz", "partners/amt"} - {gone}
    assert found.counts[("units", "places", "partners").index(left_out)] is None
    assert {"units": "Gebiet", "places": "Ort", "partners": "Partner"}[left_out] not in found.subtitle[1]
    assert ("ohne" in " ".join(notes(found).values()).casefold()) is (left_out != "units")
    assert ("wiese" in " ".join(notes(found).values()).casefold()) is (left_out != "places")


def test_an_empty_workspace_says_what_to_enter() -> None:
    found = plan(workspace())
    assert found.is_empty
    scene = draw_geo(found)
    assert conflicts(scene).clean
    assert "Es ist kein Umriss und keine Lage eingetragen" in scene.description


def test_the_example_shows_all_units_and_places() -> None:
    found = plan(load_example().workspace)
    assert found.counts == ((9, 9), (11, 11), (8, 57))
    assert found.notes == ()
    assert found.subtitle[1] == "Gezeigt: 9 von 9 Gebieten, 11 von 11 Orten und 8 von 57 Partnern"


@pytest.mark.parametrize("medium", [".svg", ".png", ".pdf"])
def test_it_is_public_and_comes_in_three_forms(medium: str) -> None:
    made = export(
        load_example().workspace,
        "geo-map",
        year=2025,
        as_of=EXAMPLE_DATE,
        medium=medium,
        audience=Audience.PUBLIC,
    )
    assert EXPORTER.audience is Audience.PUBLIC
    assert [one.name for one in made] == [f"geo-map-2025{medium}"]


def test_the_day_is_the_last_of_the_year_or_the_reference_date_before_it() -> None:
    made = load_example().workspace
    for as_of, said in ((EXAMPLE_DATE, "31.12.2025"), (date(2025, 6, 1), "01.06.2025")):
        (picture,) = export(made, "geo-map", year=2025, as_of=as_of)
        assert f"Stand {said}" in picture.data.decode()


def test_a_print_says_which_letters_it_cannot_show() -> None:
    odd = workspace(place("platz", at("7", "50"), name="漢字 Platz"))
    (svg,) = export(odd, "geo-map", year=2025, as_of=DAY)
    assert "漢字 Platz" in svg.data.decode()
    (pdf,) = export(odd, "geo-map", year=2025, as_of=DAY, medium=".pdf")
    assert pdf.data.startswith(b"%PDF")


def test_the_command_draws_the_map_with_outlines_of_a_file(tmp_path: Path) -> None:
    folder, file = tmp_path / "workspace.yaml", tmp_path / "kreis.geojson"
    folder.write_bytes(example_bytes())
    geometry = json.loads(square(7.4, 49.9, 0.1))
    area = {"type": "Feature", "properties": {"AGS": "07198"}, "geometry": geometry}
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [area]}), encoding="utf-8")
    common = ["map", str(folder), "--on", "2026-01-31", "-o", str(tmp_path / "karte.svg")]
    plain = CliRunner().invoke(jmd, [*common, "--kind", "geo"])
    assert plain.exit_code == 0, plain.stderr
    before = (tmp_path / "karte.svg").read_text(encoding="utf-8")
    taken = CliRunner().invoke(jmd, [*common, "--kind", "geo", "--outlines", str(file)])
    assert taken.exit_code == 0, taken.stderr
    assert "1 übernommen" in taken.stderr
    assert "units/rheinland-pfalz: Zu „Rheinland-Pfalz“ steht in der Datei keine Fläche." in taken.stderr
    # Another county is not in the social space; it is told in words.
    assert "Landkreis Dornheide" in (tmp_path / "karte.svg").read_text(encoding="utf-8")
    assert "Landkreis Dornheide" not in before
    assert folder.read_bytes() == example_bytes()


@pytest.mark.parametrize(
    ("kind", "content", "said"),
    [
        ("network", "{}", "--outlines gehört zu --kind geo."),
        ("geo", "{}", "G202"),
        ("geo", None, "fehlt.geojson"),
    ],
)
def test_outlines_that_cannot_be_used_are_refused(
    kind: str, content: str | None, said: str, tmp_path: Path
) -> None:
    book, file = tmp_path / "workspace.yaml", tmp_path / "fehlt.geojson"
    book.write_bytes(example_bytes())
    if content is not None:
        file.write_text(content, encoding="utf-8")
    words = ["map", str(book), "--on", "2026-01-31", "-o", str(tmp_path / "x.svg"), "--kind", kind]
    result = CliRunner().invoke(jmd, [*words, "--outlines", str(file)])
    assert (result.exit_code, (tmp_path / "x.svg").exists()) == (2, False)
    assert said in result.stderr
