"""The bill of materials, and what an audit has really said."""

from __future__ import annotations

import copy
import hashlib
import json
import tomllib
from typing import Any

import pytest

from tests.meta._source import ROOT
from tools.materials import completed, faults, unaudited, vulnerable

MIT = [{"license": {"id": "MIT"}}]
BILL: dict[str, Any] = {
    "metadata": {"component": {"name": "ours", "version": "1", "licenses": MIT}},
    "components": [
        {"name": "click", "version": "8.2.0", "licenses": MIT},
        {"name": "pypandoc_binary", "version": "1.17", "licenses": MIT},
        {"name": "resvg_py", "version": "0.5.0"},
    ],
}
FONT = {"name": "font.ttf", "version": "2", "licenses": [{"license": {"id": "OFL-1.1"}}]}
BUNDLED = json.loads((ROOT / "tools" / "bundled.cdx.json").read_text(encoding="utf-8"))
WANTED = ("click", "pypandoc-binary", "resvg-py")


def test_a_licence_that_was_read_in_the_wheel_is_told_as_such() -> None:
    made = completed(BILL, {"components": []}, pandoc=None)
    assert made["components"][2]["licenses"] == [{"license": {"id": "MIT", "acknowledgement": "concluded"}}]
    assert made["components"][:2] == BILL["components"][:2]


def test_pandoc_stands_in_the_package_that_brings_it_with_its_own_licence() -> None:
    made = completed(BILL, {"components": []}, pandoc="3.9")
    (pandoc,) = made["components"][1]["components"]
    assert (pandoc["name"], pandoc["version"]) == ("pandoc", "3.9")
    assert pandoc["licenses"][0]["license"]["id"] == "GPL-2.0-or-later"


def test_what_lies_inside_the_wheel_is_listed_too_and_the_bill_that_was_given_stays_as_it_is() -> None:
    before = copy.deepcopy(BILL)
    assert completed(BILL, {"components": [FONT]}, pandoc="3.9")["components"][-1] == FONT
    assert before == BILL


def test_a_whole_bill_has_no_faults() -> None:
    assert faults(completed(BILL, {"components": [FONT]}, pandoc="3.9"), WANTED) == []


def test_what_is_missing_in_a_bill_is_named() -> None:
    assert faults(BILL, ["Click", "networkx"]) == [
        "networkx is not listed.",
        "resvg_py is listed without a licence.",
    ]


@pytest.mark.parametrize("key", ["version", "licenses"])
def test_a_part_within_a_package_needs_version_and_licence_as_well(key: str) -> None:
    made = completed(BILL, {"components": []}, pandoc="3.9")
    del made["components"][1]["components"][0][key]
    assert faults(made, WANTED) == [f"pandoc is listed without a {'licence' if key == 'licenses' else key}."]


def test_what_the_advisory_service_knows_nothing_of_is_not_taken_for_clean() -> None:
    told = {
        "dependencies": [
            {"name": "click", "version": "8.2.0", "vulns": []},
            {"name": "jinja2", "skip_reason": "not found"},
            {"name": "Ours", "skip_reason": "not found"},
        ]
    }
    assert unaudited(told, own="ours") == ["jinja2: not found"]
    assert vulnerable(told) == []


def test_a_known_weakness_is_named_with_the_versions_that_mend_it() -> None:
    weak = [{"id": "PYSEC-1", "fix_versions": ["3.1.6", "3.2"]}, {"id": "PYSEC-2", "fix_versions": []}]
    told = {"dependencies": [{"name": "jinja2", "version": "3.1", "vulns": weak}]}
    assert vulnerable(told) == [
        "jinja2 3.1: PYSEC-1, mended in 3.1.6, 3.2",
        "jinja2 3.1: PYSEC-2, mended in no version yet",
    ]


def test_the_bill_inside_the_wheel_is_that_of_this_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    own = BUNDLED["metadata"]["component"]
    assert (own["name"], own["version"]) == (project["name"], project["version"])
    assert own["purl"] == f"pkg:pypi/{project['name']}@{project['version']}"
    assert own["licenses"][0]["expression"] == project["license"]


def test_the_bill_inside_the_wheel_lists_the_files_of_the_fonts_as_they_are() -> None:
    fonts = ROOT / "src" / "jmdexport" / "fonts"
    there = {
        path.relative_to(ROOT / "src").as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in fonts.iterdir()
        if path.suffix in {".ttf", ".css", ".json"}
    }
    assert {one["name"]: one["hashes"][0]["content"] for one in BUNDLED["components"]} == there
    assert faults(BUNDLED, there) == []
