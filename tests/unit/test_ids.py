"""Identifiers: what may be one, what a name becomes, and references."""

from __future__ import annotations

import pytest

from jmdmodel.ids import MAX_LENGTH, Ref, is_identifier, slug


@pytest.mark.parametrize(
    "text", ["a", "0", "a-b", "a--b", "a-", "2024", "x" * MAX_LENGTH, "console", "com10"]
)
def test_slugs_are_identifiers(text: str) -> None:
    assert is_identifier(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-a",
        "A",
        "a b",
        "a_b",
        "a.b",
        "ä",
        "a\n",
        "\na",
        "x" * (MAX_LENGTH + 1),
        "con",
        "nul",
        "com1",
        "lpt0",
        "٣",
    ],
)
def test_what_a_file_system_or_a_reader_may_stumble_over_is_none(text: str) -> None:
    assert not is_identifier(text)


@pytest.mark.parametrize(
    ("name", "proposed"),
    [
        ("Jobcenter", "jobcenter"),
        ("Schule Süd (BBS)", "schule-sued-bbs"),
        ("Su\u0308d", "sued"),
        ("STRAẞE", "strasse"),
        ("Größe ÄÖÜ", "groesse-aeoeue"),
        ("Çağlar İnan ışık", "caglar-inan-isik"),
        ("Łódź & Ørsted", "lodz-oersted"),
        ("  -- a -- ", "a"),
        ("§ 78", "78"),
        ("CON", "con-1"),
        ("com¹", "com1-1"),
        ("日本", ""),
        ("😀", ""),
        ("", ""),
        ("x" * 79 + " y", "x" * 79),
    ],
)
def test_a_name_becomes_a_slug(name: str, proposed: str) -> None:
    assert slug(name) == proposed
    assert is_identifier(proposed) or not proposed


@pytest.mark.parametrize("text", ["networks/ag-migration", "service", "work_splits/2024"])
def test_a_reference_reads_back_from_its_text(text: str) -> None:
    ref = Ref.parse(text)
    assert ref is not None
    assert str(ref) == text


@pytest.mark.parametrize(
    "text", ["", "/", "a/", "/a", "a/b/c", "a/B", "a b/c", "ä/b", "1a/b", "partners/con", "a.b/c"]
)
def test_what_is_no_reference_is_not_read(text: str) -> None:
    assert Ref.parse(text) is None


def test_references_sort_by_collection_and_identifier() -> None:
    refs = [Ref("b", "a"), Ref("a", "b"), Ref("a")]
    assert sorted(refs) == [Ref("a"), Ref("a", "b"), Ref("b", "a")]
