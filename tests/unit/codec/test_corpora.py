"""Collections of hard cases: JSON test suite, scalars of YAML, numbers, dates, identifiers as paths."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from jmdmodel.codec import dumps, loads
from jmdmodel.codec.document import read_document
from jmdmodel.errors import LoadError
from jmdmodel.ids import is_identifier
from jmdmodel.testing.builders import minimal
from tests.unit.codec._files import HEAD, faults_of

REFUSED_GOOD = {
    "y_object_duplicated_key.json": "L107",
    "y_object_duplicated_key_and_value.json": "L107",
    "y_object_escaped_null_in_key.json": "L108",
    "y_string_allowed_escapes.json": "L108",  # U+0008
    "y_string_escaped_control_character.json": "L108",  # U+0012
    "y_string_escaped_noncharacter.json": "L108",  # U+FFFF, which XML cannot hold
    "y_string_nonCharacterInUTF-8_U+FFFF.json": "L108",
    "y_string_null_escape.json": "L108",
    "y_string_u+2028_line_sep.json": "L108",  # a line break for YAML, none for most programs
    "y_string_u+2029_par_sep.json": "L108",
    "y_string_unescaped_char_delete.json": "L108",
    "y_string_unicode_U+FFFE_nonchar.json": "L108",
    "y_string_with_del_character.json": "L108",
}
"""Good JSON that is refused all the same: duplicate keys, and characters that do not show."""


def json_files(shared: Path, kind: str) -> dict[str, bytes]:
    folder = shared / "corpora" / "JSONTestSuite" / "test_parsing"
    return {path.name: path.read_bytes() for path in sorted(folder.glob(f"{kind}_*.json"))}


def own(shared: Path, name: str) -> Any:
    return json.loads((shared / "corpora" / "own" / name).read_text(encoding="utf-8"))


def test_all_bad_files_of_the_json_suite_are_refused_with_a_place(shared: Path) -> None:
    files = json_files(shared, "n")
    assert len(files) == 188
    for name, data in files.items():
        found = read_document(data, json=True).faults
        assert found, name
        assert all(fault.line >= 1 and fault.column >= 1 for fault in found)


def test_of_the_good_files_of_the_json_suite_only_listed_ones_are_refused(shared: Path) -> None:
    files = json_files(shared, "y")
    assert len(files) == 95
    refused = {}
    for name, data in files.items():
        found = read_document(data, json=True).faults
        if found:
            refused[name] = found[0].kind.code
    assert refused == REFUSED_GOOD


@pytest.mark.parametrize("kind", ["n", "y", "i"])
@pytest.mark.parametrize("name", ["w.yaml", "w.json"])
def test_no_file_of_the_json_suite_raises_anything_but_a_load_error(
    shared: Path, kind: str, name: str
) -> None:
    for data in json_files(shared, kind).values():
        with pytest.raises(LoadError):
            loads(data, name=name)


CANNOT_STAND_PLAIN = {"=", "-", "@jmd", "`x`", "%x", "a: b", "a #b", "#b", "<<"}


def test_plain_scalars_of_yaml_are_the_texts_that_they_look_like(shared: Path) -> None:
    for case in own(shared, "yaml_scalars.json"):
        text, expected = case["yaml"], case["python_text_expected"]
        data = f"{HEAD}  address: {text}\n".encode()
        if text in CANNOT_STAND_PLAIN - {"=", "<<"}:
            assert refused_or(data) != expected
        else:
            assert loads(data).workspace.service.address == expected, case["why"]


def refused_or(data: bytes) -> str | None:
    try:
        return loads(data).workspace.service.address
    except LoadError:
        return None


@pytest.mark.parametrize("name", ["w.yaml", "w.json"])
def test_every_scalar_of_yaml_survives_our_writer(shared: Path, name: str) -> None:
    for case in own(shared, "yaml_scalars.json"):
        expected = case["python_text_expected"]
        mine = minimal()
        service = type(mine.service)(name=expected, provider=expected, address=expected)
        data = dumps(minimal(service=service), name=name)
        assert loads(data, name=name).workspace.service == service


@pytest.mark.parametrize("name", ["w.yaml", "w.json"])
def test_cells_of_spreadsheets_survive_as_notes(shared: Path, name: str) -> None:
    for case in own(shared, "formula_cells.json"):
        text = case["text"]
        if not text.strip() or "\ufeff" in text:
            continue  # nothing, and a byte order mark, are no text
        mine = minimal()
        service = type(mine.service)(name="A", provider="B", note=text)
        data = dumps(minimal(service=service), name=name)
        assert loads(data, name=name).workspace.service.note == text


def as_activity(minutes: str) -> bytes:
    return f"{HEAD}activities:\n  a:\n    day: 2024-01-01\n    minutes: {minutes}\n    area: other\n".encode()


def test_numbers_that_are_none_are_refused(shared: Path) -> None:
    for text in own(shared, "numbers_dates.json")["hours_reject"]:
        quoted = json.dumps(text, ensure_ascii=False)
        if text == " 5 ":
            assert faults_of(as_activity(quoted))
            continue
        assert {fault.code for fault in faults_of(as_activity(quoted))} <= {"L115", "L116"}


def test_shares_that_are_none_are_refused(shared: Path) -> None:
    for text in own(shared, "numbers_dates.json")["percent_reject"]:
        data = f"{HEAD}work_splits:\n  2024:\n    shares:\n      - area: other\n        percent: '{text}'\n"
        assert {fault.code for fault in faults_of(data)} <= {"L116", "L120"}


@pytest.mark.parametrize("text", ["0", "100", "0.0001", "99.9999", "12.50"])
def test_shares_are_exact(text: str) -> None:
    data = f"{HEAD}work_splits:\n  2024:\n    shares:\n      - area: other\n        percent: {text}\n"
    assert loads(data.encode()).workspace.work_splits["2024"].shares[0].percent == Fraction(text)


def as_map(day: str) -> str:
    return f"{HEAD}maps:\n  1900:\n    as_of: '2024-01-01'\n    ties_surveyed_on: '{day}'\n"


def test_days_that_are_none_are_refused_and_those_of_leap_years_read(shared: Path) -> None:
    cases = own(shared, "numbers_dates.json")
    for day in cases["date_reject"]:
        assert [fault.code for fault in faults_of(as_map(day))] == ["L117"]
    for day in (*cases["date_accept"], *cases["date_warn_out_of_domain"]):
        surveyed = loads(as_map(day).encode()).workspace.maps["1900"].ties_surveyed_on
        assert surveyed is not None
        assert surveyed.isoformat() == day


HARMLESS = {"a", "index"}
"""They clash only with names that this library gives nobody."""


def test_identifiers_that_are_paths_are_refused(shared: Path) -> None:
    for case in own(shared, "id_paths.json"):
        name = case["id"]
        units = {"units": {name: {"name": "U", "level": "land"}}}
        data = json.dumps({"schema": 2, "service": {"name": "J", "provider": "T"}, **units}).encode()
        assert is_identifier(name) == (name in HARMLESS)
        if name in HARMLESS:
            assert loads(data, name="w.json").workspace.units.ids() == (name,)
        else:
            assert {fault.code for fault in faults_of(data, name="w.json")} == {
                "L108" if "\0" in name else "L119"
            }
