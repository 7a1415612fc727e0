"""The records of the interface check themselves, and travel to other processes."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import attrs
import pytest

from jmdexport.errors import BadRecord
from jmdexport.records import (
    API_VERSION,
    Artifact,
    Exporter,
    ExportRequest,
    MadeBy,
    Medium,
    NoOptions,
    Reason,
)
from jmdmodel.entities.service import Service
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.messages import Say
from jmdmodel.scales import Audience, Intensity
from jmdmodel.workspace import Workspace

TEXT = Medium(".txt", "text/plain")


def render(request: ExportRequest[NoOptions]) -> Iterator[Artifact]:
    yield Artifact.text("a.txt", "text/plain", request.view.service.name)


def exporter(**changes: object) -> Exporter:
    parts = {
        "name": "partner-list",
        "title": Say(de="Partnerliste", en="Partner list"),
        "media": (TEXT,),
        "audience": Audience.REPORT,
        "render": render,
    }
    return Exporter(**parts | changes)  # type: ignore[arg-type]


def request(**changes: object) -> ExportRequest[NoOptions]:
    parts = {
        "view": Workspace(service=Service(name="JMD Musterstadt", provider="Musterträger e. V.")),
        "options": NoOptions(),
        "medium": TEXT,
        "year": 2024,
        "as_of": date(2025, 3, 1),
    }
    return ExportRequest(**parts | changes)  # type: ignore[arg-type]


@attrs.frozen
class NeedsValue:
    size: int


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": "Partner-List"}, "lower-case"),
        ({"name": "partner--list"}, "lower-case"),
        ({"name": "-list"}, "lower-case"),
        ({"name": "2025"}, "lower-case"),
        ({"name": "partner_list"}, "lower-case"),
        ({"name": "list\n"}, "lower-case"),
        ({"name": ""}, "lower-case"),
        ({"name": 7}, "lower-case"),
        ({"title": "Partner list"}, '"title" is "str" instead of "Say"'),
        ({"audience": "report"}, '"audience" is "str" instead of "Audience"'),
        ({"media": ()}, "No medium"),
        ({"media": []}, "No medium"),
        ({"media": TEXT}, '"media" is "Medium" instead of "tuple"'),
        ({"media": None}, '"media" is "NoneType" instead of'),
        ({"media": (".txt",)}, '"media" is "str" instead of "Medium"'),
        ({"media": (TEXT, Medium(".txt", "text/csv"))}, 'The suffix ".txt" is given twice'),
        ({"beside": ("json",)}, "Medium"),
        ({"render": "render"}, "function"),
        ({"requires": 3}, "mapping"),
        ({"requires": {"resvg_py": 3}}, "mapping"),
        ({"requires": ("resvg_py",)}, "mapping"),
        ({"options": int}, '"options" is "int" instead of a class'),
        ({"options": NoOptions()}, '"options" is "NoOptions" instead'),
        ({"options": NeedsValue}, 'The option "size" has no default'),
        ({"reproducible": False}, "Reason"),
        ({"reproducible": "mostly"}, "Reason"),
    ],
)
def test_an_exporter_that_says_something_impossible_of_itself_is_refused(
    changes: dict[str, object], words: str
) -> None:
    with pytest.raises(BadRecord) as caught:
        exporter(**changes)
    assert words in str(caught.value)
    assert caught.value.in_("de") != str(caught.value)


@pytest.mark.parametrize("suffix", ["txt", "", ".", ".TXT", ".a b", ".svg ", "..", 7])
def test_a_suffix_begins_with_a_dot_and_is_lower_case(suffix: object) -> None:
    with pytest.raises(BadRecord, match="suffix"):
        Medium(suffix, "text/plain")  # type: ignore[arg-type]


@pytest.mark.parametrize("media_type", ["text", "text/", "/csv", "text/csv; charset=utf-8", "Text/CSV", None])
def test_a_media_type_has_two_parts_and_no_parameters(media_type: object) -> None:
    with pytest.raises(BadRecord, match="media type"):
        Medium(".txt", media_type)  # type: ignore[arg-type]


def test_double_suffixes_and_structured_media_types_are_fine() -> None:
    assert Medium(".tar.gz", "application/vnd.oasis.opendocument.text+xml").suffix == ".tar.gz"


def test_requirements_are_kept_as_sorted_pairs() -> None:
    made = exporter(requires={"typst": "pdf", "resvg_py": "png"})
    assert made.requires == (("resvg_py", "png"), ("typst", "pdf"))
    assert Medium(".png", "image/png", requires={"resvg_py": "png"}).requires == (("resvg_py", "png"),)


@pytest.mark.parametrize("asked", [".svg", "svg", "SVG", ".Svg"])
def test_a_medium_is_found_by_its_suffix_with_or_without_dot(asked: str) -> None:
    svg = Medium(".svg", "image/svg+xml")
    assert exporter(media=[TEXT, svg]).medium(asked) is svg
    assert exporter().medium(asked) is None


def test_records_travel_compare_and_hash() -> None:
    finding = Finding(code="Q511", subject=Ref("networks", "ag"))
    for value in (
        TEXT,
        exporter(requires={"resvg_py": "png"}, reproducible=Reason(Say("Fremd.", "Foreign."))),
        Artifact("a", "text/plain", b"", made_by=MadeBy("x", Audience.PUBLIC)),
        request(findings=(finding,), positions=(None,), template_folders=(Path("a"),)),
    ):
        again = pickle.loads(pickle.dumps(value))
        assert again == value
        assert hash(again) == hash(value)


def test_a_request_cannot_be_changed_and_takes_names_only() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        request().year = 2025  # type: ignore[misc]
    with pytest.raises(TypeError):
        ExportRequest(request().view)  # type: ignore[call-arg, misc]


def test_what_a_request_had_in_version_1_0_stays_in_its_place() -> None:
    required = {field.name for field in attrs.fields(ExportRequest) if field.default is attrs.NOTHING}
    assert required == {"view", "options", "medium", "year", "as_of"}
    assert API_VERSION.startswith("1.")


def test_a_request_puts_words_and_values_into_its_language() -> None:
    german, english = request(), request(language="en")
    assert german.label(Intensity.WEEKLY) == "wöchentlich oder öfter"
    assert english.label(Say("Netzwerk", "network")) == "network"
    assert (german.words(date(2025, 3, 1)), english.words(1200)) == ("01.03.2025", "1,200")


@pytest.mark.parametrize(
    ("text", "newline", "data"),
    [
        ("a\nb\n", "\n", b"a\nb\n"),
        ("a\r\nb\rc\n", "\n", b"a\nb\nc\n"),
        ("a\r\nb\n", "\r\n", b"a\r\nb\r\n"),
        ("", "\n", b""),
        ("\r\r\n", "\n", b"\n\n"),
    ],
)
def test_a_text_has_one_kind_of_line_end_whatever_it_had_before(text: str, newline: str, data: bytes) -> None:
    assert Artifact.text("a", "text/plain", text, newline=newline).data == data


def test_a_byte_order_mark_stands_first_when_it_is_asked_for() -> None:
    assert Artifact.text("a", "text/csv", "ä", bom=True).data == b"\xef\xbb\xbf\xc3\xa4"


def test_json_keeps_the_order_of_keys_and_knows_no_values_that_json_lacks() -> None:
    made = Artifact.json("a.json", {"b": "ü", "a": [1]})
    assert made.data.decode() == '{\n  "b": "ü",\n  "a": [\n    1\n  ]\n}\n'
    assert json.loads(made.data) == {"b": "ü", "a": [1]}
    with pytest.raises(ValueError, match="Out of range float"):
        Artifact.json("a.json", float("nan"))


def test_the_content_of_an_artifact_stands_in_no_repr() -> None:
    assert "geheim" not in repr(Artifact("a", "text/plain", b"geheim"))
