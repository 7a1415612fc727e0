"""Encodings, limits, letters in two parts, and the notations of YAML and JSON."""

from __future__ import annotations

import pickle
import unicodedata

import pytest

from jmdmodel.codec import loads, nodes
from jmdmodel.codec.nodes import MAX_DEPTH
from jmdmodel.errors import SHOWN_FAULTS, LoadError, LoadFault, Position
from jmdmodel.messages import Message, Say
from tests.unit.codec._files import HEAD, JSON_HEAD, faults_of, marked


def place_and_code(data: bytes, name: str = "w.yaml") -> list[tuple[int, int, str]]:
    return [(f.position.line, f.position.column, f.code) for f in faults_of(data, name=name)]


def test_latin_1_is_told_at_the_first_letter_that_is_no_utf_8() -> None:
    text, (line, column) = marked(HEAD + "  address: ä «Straße\n".replace("«Straße", "Stra«ße"))
    data = text.replace("ä", "a").encode("latin-1")
    assert place_and_code(data) == [(line, column, "L101")]


def test_the_column_of_a_bad_byte_counts_letters_and_not_bytes() -> None:
    data = HEAD.encode() + "  note: äöü😀".encode() + b"\xfc\n"
    assert place_and_code(data) == [(5, 13, "L101")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("name", ["w.yaml", "w.json"])
def test_other_encodings_are_told_as_such_once(encoding: str, name: str) -> None:
    text = HEAD if name == "w.yaml" else JSON_HEAD + "}"
    assert place_and_code(text.encode(encoding), name) == [(1, 1, "L101")]


@pytest.mark.parametrize(("name", "text"), [("w.yaml", HEAD), ("w.json", JSON_HEAD + "}")])
def test_a_byte_order_mark_at_the_start_is_no_fault(name: str, text: str) -> None:
    assert loads(b"\xef\xbb\xbf" + text.encode(), name=name).workspace.service.name == "JMD"


def test_a_byte_order_mark_further_on_is_a_control_character() -> None:
    assert place_and_code((HEAD + "  note: a\ufeffb\n").encode()) == [(5, 10, "L108")]


@pytest.mark.parametrize("name", ["w.yaml", "w.json"])
def test_letters_in_two_parts_are_composed_and_that_is_told(name: str) -> None:
    text = (HEAD if name == "w.yaml" else JSON_HEAD + "}").replace("JMD", "Süd")
    loaded = loads(unicodedata.normalize("NFD", text).encode(), name=name)
    (note,) = loaded.source.notes
    assert loaded.workspace.service.name == "Süd"
    assert (note.code, note.position.line) == ("L190", 3 if name == "w.yaml" else 1)


def test_letters_in_two_parts_do_not_move_the_columns_behind_them() -> None:
    text = HEAD + unicodedata.normalize("NFD", "space: {name: Süd, unitz: [a]}\n")
    assert place_and_code(text.encode()) == [(5, 21, "L111")]


def test_an_escaped_line_feed_before_an_accent_stays_a_line_feed() -> None:
    loaded = loads((JSON_HEAD[:-1] + ', "note": "a\\n\u0301b"}}').encode(), name="w.json")
    assert loaded.workspace.service.note == "a\n\u0301b"


@pytest.mark.parametrize(("name", "opening", "closing"), [("w.yaml", "[", "]"), ("w.json", "[", "]")])
def test_sixty_four_levels_are_read_and_the_next_is_told_at_its_place(
    name: str, opening: str, closing: str
) -> None:
    deep = (opening * MAX_DEPTH + closing * MAX_DEPTH).encode()
    deeper = (opening * (MAX_DEPTH + 1) + closing * (MAX_DEPTH + 1)).encode()
    assert [code for _, _, code in place_and_code(deep, name)] == ["L114"]
    assert place_and_code(deeper, name) == [(1, MAX_DEPTH + 1, "L103")]


@pytest.mark.parametrize("opening", [b"[", b'{"a":', b"- ", b"? ", b"a: {"])
def test_depth_without_end_is_refused(opening: bytes) -> None:
    for name in ("w.yaml", "w.json"):
        assert faults_of(opening * 100_000, name=name)


def test_a_file_over_the_limit_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "MAX_BYTES", len(HEAD))
    assert loads(HEAD.encode()).workspace == loads(HEAD.encode()).workspace
    assert place_and_code(HEAD.encode() + b"\n") == [(1, 1, "L104")]


@pytest.mark.parametrize("part", [",", "\n", "\r"])
def test_a_file_of_too_many_parts_is_refused_unread(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "MAX_PARTS", HEAD.count("\n") + 2)
    assert loads((HEAD + "#" + part * 2).encode())
    assert place_and_code((HEAD + "#" + part * 3).encode()) == [(1, 1, "L181")]


def test_a_file_full_of_control_characters_is_refused_in_one_pass() -> None:
    assert len(faults_of(b"schema: 2\n" + b"\x07\n" * 20_000)) == 20_000


@pytest.mark.parametrize("text", ["", " ", "\n\n", "# nichts\n", "---\n", "\ufeff"])
def test_a_file_without_content_is_refused(text: str) -> None:
    assert faults_of(text)


@pytest.mark.parametrize("text", ["---", "--- ", "''"])
def test_a_document_of_nothing_is_an_empty_file_at_its_first_line(text: str) -> None:
    (fault,) = faults_of(text)
    assert (fault.code, fault.position.line) == ("L109", 1)


@pytest.mark.parametrize("name", ["w.json", "w"])
def test_what_starts_with_a_brace_is_json_unless_its_name_says_otherwise(name: str) -> None:
    assert loads((JSON_HEAD + "}").encode(), name=name).source.is_json


def test_a_yaml_file_may_be_written_with_braces() -> None:
    assert not loads((JSON_HEAD + "}").encode(), name="w.yml").source.is_json


def test_windows_line_ends_change_nothing() -> None:
    assert loads(HEAD.replace("\n", "\r\n").encode()).workspace == loads(HEAD.encode()).workspace


def test_an_alias_is_told_once_and_not_again_as_a_missing_partner() -> None:
    text = HEAD + "contacts:\n  c: {partner: *p}\n"
    assert place_and_code(text.encode()) == [(6, 16, "L105")]


def test_a_merge_key_is_told_once() -> None:
    assert place_and_code((HEAD + "  <<: {name: X}\n").encode()) == [(5, 3, "L105")]


def test_a_version_marker_and_one_document_are_fine() -> None:
    assert loads(f"%YAML 1.1\n---\n{HEAD}...\n".encode()).workspace == loads(HEAD.encode()).workspace


def test_a_newer_file_is_refused_with_one_word_and_not_with_its_unknown_keys() -> None:
    text = HEAD.replace("schema: 2", "schema: 3") + "new: {}\nnewer: {}\n"
    assert [fault.code for fault in faults_of(text)] == ["L126"]


def test_a_misspelt_schema_is_recognised() -> None:
    found = {fault.code: fault.near for fault in faults_of(HEAD.replace("schema", "shema"))}
    assert found == {"L111": "schema", "L127": None}


def test_duplicate_things_do_not_hide_the_faults_of_the_others() -> None:
    text = HEAD + "partners:\n  a: {name: A, kind: school}\n  a: {}\n  b: {name: B, kind: x}\n"
    assert [fault.code for fault in faults_of(text)] == ["L107", "L118"]


def many_faults(count: int) -> LoadError:
    what = Message.of(Say("Falsch.", "Wrong."))
    found = [
        LoadFault(code="L100", path="", position=Position("w", n, 1), what=what) for n in range(count, 0, -1)
    ]
    return LoadError(tuple(found))


def test_faults_come_in_the_order_of_the_file() -> None:
    assert [fault.position.line for fault in many_faults(3).faults] == [1, 2, 3]


def test_a_text_shows_fifty_faults_and_says_how_many_there_are() -> None:
    just, more = many_faults(SHOWN_FAULTS), many_faults(SHOWN_FAULTS + 1)
    assert len(str(just).splitlines()) == 1 + SHOWN_FAULTS
    assert str(more).splitlines()[0].endswith(f"{SHOWN_FAULTS + 1}.")
    assert str(more).splitlines()[-1] == "… further faults: 1."
    assert len(more.faults) == SHOWN_FAULTS + 1


def test_a_load_error_survives_a_process_border() -> None:
    error = LoadError(faults_of(HEAD + "  adress: x\n"))
    again = pickle.loads(pickle.dumps(error))
    assert again.faults == error.faults
    assert str(again) == str(error)


@pytest.mark.parametrize("text", ["{", "[{", "a: b\nschema", "a:\r- {", "\t"])
def test_a_file_that_breaks_off_without_a_line_end_is_told_within_its_last_line(text: str) -> None:
    """The parser of YAML names the line behind the last one there."""
    (fault,) = faults_of(text)
    last = text.replace("\r", "\n").split("\n")
    assert fault.code == "L102"
    assert fault.position.line <= len(last)
    assert fault.position.column <= len(last[fault.position.line - 1]) + 1
