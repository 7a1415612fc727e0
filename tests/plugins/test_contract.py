"""The contract grows and never shrinks: each version's lines are kept, and the code is compared with them."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest

from docs.contract import RECORDS, attributes, contract_page, functions, signatures
from jmdexport import API_VERSION

HERE = Path(__file__).parent
KEPT = {
    tuple(map(int, path.stem.removeprefix("contract-").split("."))): tuple(path.read_text().splitlines())
    for path in sorted(HERE.glob("contract-*.txt"))
}
NOW = tuple(map(int, API_VERSION.split(".")))
VERSIONS = sorted(KEPT)


def test_the_code_is_what_was_recorded_for_this_version() -> None:
    assert max(KEPT) == NOW
    assert signatures() == KEPT[NOW], "a change of the contract needs a version of its own"


@pytest.mark.parametrize("version", VERSIONS)
def test_nothing_of_a_version_is_taken_away_while_the_first_number_stays(version: tuple[int, ...]) -> None:
    same = [later for later in VERSIONS if later >= version and later[0] == version[0]]
    for later in same:
        assert set(KEPT[version]) <= set(KEPT[later])


@pytest.mark.parametrize("version", VERSIONS)
def test_a_field_that_came_later_has_a_default(version: tuple[int, ...]) -> None:
    before = [earlier for earlier in VERSIONS if earlier < version and earlier[0] == version[0]]
    known = set(KEPT[before[-1]]) if before else set(KEPT[version])
    for line in KEPT[version]:
        if line not in known and re.match(r"\w+\.\w+: ", line):
            assert " = " in line, line


def test_fields_keep_their_order_by_place() -> None:
    for version in VERSIONS[1:]:
        by_place = [line for line in KEPT[version] if line.endswith("(by place)")]
        assert by_place[: len(by_place)] == [
            line for line in KEPT[VERSIONS[0]] if line.endswith("(by place)")
        ]


def test_the_page_shows_every_part_and_tells_each_field() -> None:
    page = contract_page("note")
    for record in RECORDS:
        assert f"## {record.__name__}" in page
        told = attributes(record)
        assert [field.name for field in attrs.fields(record) if field.init] == list(told), record
        assert all(told.values())
    for name, _ in functions():
        assert f"`{name}(" in page
