"""Pictures for scripts: cut to an audience, shown in notebooks, saved by the ending of a name."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import attrs
import pytest

import jmdexport
from jmdexport import (
    AudienceRefused,
    BadOption,
    Picture,
    PrivateValueFound,
    UnknownMedium,
    draw_map,
    export,
    picture,
)
from jmdexport.builtin.network_map import MapOptions
from jmdexport.demo import EXAMPLE_DATE, load_example
from jmdexport.drawing import DoesNotFit, to_svg
from jmdmodel.analysis.ratings import rated_contacts
from jmdmodel.errors import ModelError, NoMapForYear, StorageError
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.testing.builders import contact, minimal, network_map, partner

WORKSPACE = load_example().workspace
PICTURE = draw_map(WORKSPACE, 2025)


@pytest.mark.parametrize("suffix", [".svg", ".png", ".pdf"])
def test_the_picture_is_the_one_that_the_exporter_gives(suffix: str, tmp_path: Path) -> None:
    pytest.importorskip("resvg_py", reason="the extra png is not installed")
    pytest.importorskip("typst", reason="the extra pdf is not installed")
    (artifact,) = export(WORKSPACE, "network-map", year=2025, as_of=EXAMPLE_DATE, medium=suffix)
    assert PICTURE.save(tmp_path / f"map{suffix}") == tmp_path / f"map{suffix}"
    assert (tmp_path / f"map{suffix}").read_bytes() == artifact.data


def test_what_png_and_pdf_cannot_show_is_told_there_and_only_there() -> None:
    strange = minimal(network_map(2024), partner("a", name="漢字文化協会"), contact("a"))
    made = draw_map(strange, 2024)
    assert made.printed != made.scene
    assert "Betroffene Partner (Kennung): a." in to_svg(made.printed)
    assert "Betroffene Partner" not in made.to_svg()
    assert PICTURE.printed is PICTURE.scene


def test_the_ending_may_be_in_capitals_and_the_path_a_text(tmp_path: Path) -> None:
    place = PICTURE.save(str(tmp_path / "MAP.SVG"))
    assert ET.fromstring(place.read_bytes()).tag.endswith("svg")


@pytest.mark.parametrize("name", ["map.jpg", "map", "map.svg.zip", ".svg"])
def test_an_unknown_ending_is_refused_with_those_that_there_are(name: str, tmp_path: Path) -> None:
    with pytest.raises(UnknownMedium) as caught:
        PICTURE.save(tmp_path / name)
    assert caught.value.known == (".svg", ".png", ".pdf")
    assert ".svg, .png, .pdf" in caught.value.in_("de")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_told_and_a_file_that_is_there_is_replaced(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        PICTURE.save(tmp_path / "missing" / "map.svg")
    (tmp_path / "map.svg").write_text("old", encoding="utf-8")
    PICTURE.save(tmp_path / "map.svg")
    assert (tmp_path / "map.svg").read_text(encoding="utf-8") == PICTURE.to_svg()


def test_a_notebook_shows_the_picture_and_its_alternative_text() -> None:
    bundle = PICTURE._repr_mimebundle_(include=None, exclude=None)
    assert set(bundle) == {"image/svg+xml", "text/plain"}
    assert bundle["image/svg+xml"] == PICTURE._repr_svg_() == PICTURE.to_svg()
    assert bundle["text/plain"] == PICTURE.description
    assert PICTURE.description.startswith("Netzwerkkarte 2025: In der Mitte steht JMD Ellertal")


def test_the_picture_tells_what_it_is_without_filling_the_screen() -> None:
    assert repr(PICTURE) == "<Picture 'Netzwerkkarte 2025', 297 × 210 mm>"
    assert PICTURE.title == "Netzwerkkarte 2025"


def test_the_table_has_a_row_for_each_partner_on_the_map() -> None:
    ids = {record["partner"] for record in PICTURE.table.records()}
    assert ids == {rated.partner.id for rated in rated_contacts(redact(WORKSPACE, Audience.REPORT), 2025)}


def test_the_quality_is_measured_on_the_picture() -> None:
    quality = PICTURE.quality
    assert quality.clean
    assert (quality.ring_error, quality.sector_error, quality.crossings) == (0, 0, 1)
    assert quality is PICTURE.quality
    rows = quality.records()
    assert {row["kind"] for row in rows} == {field.name for field in attrs.fields(type(quality.conflicts))}
    assert next(row["number"] for row in rows if row["kind"] == "crossings") == 1
    assert "Linien, die sich kreuzen" in quality._repr_html_()


def test_a_crowded_picture_says_so_in_its_quality() -> None:
    scene = PICTURE.scene
    twice = attrs.evolve(PICTURE, scene=attrs.evolve(scene, items=(*scene.items, *scene.items)))
    assert not twice.quality.clean
    assert twice.quality.conflicts.label_label > 0


def test_all_options_of_the_exporter_can_be_given() -> None:
    given: dict[str, Any] = {
        "page": "A3",
        "orientation": "portrait",
        "ties": "all",
        "ring": "years",
        "size": "none",
        "sector": "purpose",
        "line": "plain",
        "since": 2024,
        "dpi": 90,
    }
    assert set(given) <= {field.name for field in attrs.fields(MapOptions)}
    made = draw_map(WORKSPACE, 2025, language="en", title="Our network", **given)
    assert repr(made) == "<Picture 'Our network', 297 × 420 mm>"
    assert "duration of the contacts" in made.description
    assert made.dpi == 90


def test_a_wrong_option_is_told_with_what_is_possible() -> None:
    with pytest.raises(BadOption) as caught:
        draw_map(WORKSPACE, 2025, ring="intensty")
    assert "intensity" in caught.value.in_("de")


def test_only_what_the_audience_may_see_is_drawn() -> None:
    secret = "NUR FÜR DAS TEAM"
    contacts = [attrs.evolve(one, note=secret) for one in WORKSPACE.contacts]
    workspace = WORKSPACE.with_entities(*contacts)
    for audience in (Audience.REPORT, Audience.INTERNAL, Audience.SOCIAL):
        made = draw_map(workspace, 2025, audience=audience)
        assert secret not in made.to_svg() + str(made.table.records())
        assert made.to_svg() == PICTURE.to_svg()


def test_a_title_is_the_callers_own_but_a_private_value_in_the_picture_is_held_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    secret = "Zwiebelturmgeheimnis"
    workspace = WORKSPACE.with_entities(attrs.evolve(WORKSPACE.partners["jobcenter"], note=secret))
    assert draw_map(workspace, 2025, title=secret).title == secret
    plan = picture.map_plan(redact(workspace, Audience.REPORT), 2025)
    monkeypatch.setattr(picture, "map_plan", lambda *_, **__: attrs.evolve(plan, source=secret))
    with pytest.raises(PrivateValueFound) as caught:
        draw_map(workspace, 2025)
    assert secret not in str(caught.value)


def test_the_public_gets_no_map() -> None:
    with pytest.raises(AudienceRefused) as caught:
        draw_map(WORKSPACE, 2025, audience=Audience.PUBLIC)
    assert caught.value.needed is Audience.REPORT


def test_a_year_without_a_map_is_told_with_those_that_there_are() -> None:
    with pytest.raises(NoMapForYear) as caught:
        draw_map(WORKSPACE, 2019)
    assert caught.value.years == (2023, 2024, 2025)


@pytest.mark.parametrize(
    "given", [{"year": "2025"}, {"year": 2025, "language": "fr"}, {"year": 2025, "audience": "report"}]
)
def test_arguments_of_a_wrong_kind_are_refused(given: dict[str, Any]) -> None:
    with pytest.raises(ModelError):
        draw_map(WORKSPACE, **given)


def test_a_page_that_is_too_small_is_told() -> None:
    names = [f"p{number}" for number in range(150)]
    things = [
        thing for name in names for thing in (partner(name, name=f"{name} " + "Amt " * 30), contact(name))
    ]
    with pytest.raises(DoesNotFit):
        draw_map(minimal(network_map(2024), *things), 2024)


def test_the_root_of_the_package_gives_both_names() -> None:
    assert jmdexport.draw_map is draw_map
    assert isinstance(PICTURE, Picture)
