"""Whatever somebody does to the files of a set, ``verify`` tells; a record tells it of each of its lines."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmdexport import Artifact, Audience, MadeBy, verify, write
from jmdexport.export_record import ExportRecord, next_record
from jmdexport.record_chain import RecordVerdict, read_record
from jmdexport.writing import MANIFEST
from jmdmodel.errors import StorageError
from tests.properties.test_storage import ROOT, FakeDisk

BY = MadeBy("impuls-csv", Audience.REPORT, "builtin", "jmdmodel", "0.1.0")
ONE = Artifact("karte.svg", "image/svg+xml", b"<svg/>", made_by=BY)
TWO = Artifact("csv/netze.csv", "text/csv", "Träger;Köln\r\n".encode(), made_by=BY)
EMPTY = Artifact("csv/leer.csv", "text/csv", b"", made_by=BY)
SET = (ONE, TWO, EMPTY)

Change = Callable[[bytes, int, int], bytes]
CHANGES: dict[str, Change] = {
    "flipped": lambda data, place, sign: (
        data[:place] + bytes([data[place] ^ (sign or 1)]) + data[place + 1 :]
    ),
    "deleted": lambda data, place, sign: data[:place] + data[place + 1 :],
    "inserted": lambda data, place, sign: data[:place] + bytes([sign]) + data[place:],
    "cut": lambda data, place, sign: data[:place],
}


def written() -> FakeDisk:
    disk = FakeDisk()
    write(SET, ROOT, port=disk)
    return disk


def is_told(disk: FakeDisk) -> bool:
    """Tell whether somebody who verifies the set learns that it is not as it was."""
    try:
        return not verify(ROOT, port=disk).is_whole
    except StorageError as error:
        return error.code in {"S301", "S314"}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_at_any_byte_of_any_file_is_told(change: str) -> None:
    disk, points = written(), 0
    assert not is_told(disk)
    for name, inode in sorted(disk.files().items()):
        for place in range(len(inode)):
            disk.names[ROOT / name].data = CHANGES[change](inode, place, 0x20)
            assert is_told(disk), (name, place)
            points += 1
        disk.names[ROOT / name].data = inode
    assert points > 1000
    assert not is_told(disk)


@given(st.data())
def test_any_change_of_any_byte_to_any_other_is_told(data: st.DataObject) -> None:
    disk = written()
    name = data.draw(st.sampled_from([one.name for one in SET if one.data] + [MANIFEST]))
    inode = disk.names[ROOT / name]
    place, sign = data.draw(st.integers(0, len(inode.data) - 1)), data.draw(st.integers(0, 255))
    inode.data = CHANGES[data.draw(st.sampled_from(sorted(CHANGES)))](inode.data, place, sign)
    assert is_told(disk)


def test_bytes_put_at_the_end_and_a_byte_in_an_empty_file_are_told() -> None:
    for name in (MANIFEST, *(one.name for one in SET)):
        for more in (b" ", b"\n", b"\x00"):
            disk = written()
            disk.names[ROOT / name].data += more
            assert is_told(disk), (name, more)


def test_files_that_were_swapped_renamed_or_removed_are_told() -> None:
    names = [MANIFEST, *(one.name for one in SET)]
    for one, other in itertools.combinations(names, 2):
        disk = written()
        first, second = disk.names[ROOT / one], disk.names[ROOT / other]
        disk.names |= {ROOT / one: second, ROOT / other: first}
        assert is_told(disk), (one, other)
    for one in names:
        renamed, removed = written(), written()
        renamed.names[ROOT / "umbenannt.txt"] = renamed.names.pop(ROOT / one)
        del removed.names[ROOT / one]
        assert is_told(renamed)
        assert is_told(removed)


def chain(length: int) -> list[ExportRecord]:
    records: list[ExportRecord] = []
    for number in range(length):
        at = datetime(2026, 1, 31, 12, number, tzinfo=UTC)
        above = records[-1] if records else None
        records.append(
            next_record(above, SET[: number % 4], at=at, purpose="Prüfung „X“", recipient="Träger")
        )
    return records


LINES = [record.line for record in chain(6)]


def read(lines: list[bytes]) -> RecordVerdict:
    return read_record(b"".join(lines))


def test_an_untouched_record_is_whole_and_says_what_was_put_in() -> None:
    for length in range(len(LINES) + 1):
        verdict = read(LINES[:length])
        assert verdict.is_whole
        assert list(verdict.records) == chain(length)
        assert verdict.last == (chain(length)[-1].sha256 if length else None)


@pytest.mark.parametrize("change", ["flipped", "deleted", "inserted"])
def test_a_change_at_any_byte_of_a_record_is_told_on_its_line(change: str) -> None:
    data, line = b"".join(LINES[:3]), 1
    for place in range(len(data)):
        line = data.count(b"\n", 0, place) + 1
        verdict = read_record(CHANGES[change](data, place, 0x20))
        assert line in {fault.position.line for fault in verdict.faults}, place


@given(st.integers(0, sum(map(len, LINES)) - 1), st.integers(0, 255), st.sampled_from(sorted(CHANGES)))
def test_any_change_of_a_record_is_told(place: int, sign: int, change: str) -> None:
    data = b"".join(LINES)
    changed = CHANGES[change](data, place, sign)
    whole_lines = changed == b"" or data[len(changed) - 1 :][:1] == b"\n"
    if change == "cut" and whole_lines:
        assert read_record(changed).is_whole  # a tail that was cut at a line's end shows by its digest alone
    else:
        assert not read_record(changed).is_whole


def test_lines_that_were_taken_out_put_in_moved_or_doubled_are_told_where_it_happened() -> None:
    for number in range(len(LINES) - 1):
        verdict = read(LINES[:number] + LINES[number + 1 :])
        assert [(fault.position.line, fault.code) for fault in verdict.faults] == [(number + 1, "E444")]
        assert "fehlt" in verdict.faults[0].in_("de")
    for number in range(len(LINES)):
        doubled = read(LINES[: number + 1] + LINES[number:])
        assert doubled.faults[0].position.line == number + 2
    for one, other in itertools.combinations(range(len(LINES)), 2):
        swapped = list(LINES)
        swapped[one], swapped[other] = swapped[other], swapped[one]
        assert read(swapped).faults[0].position.line == one + 1
    stranger = next_record(chain(2)[-1], (), at=datetime(2026, 2, 1, tzinfo=UTC)).line
    put_in = read([*LINES[:2], stranger, *LINES[2:]])
    assert [fault.position.line for fault in put_in.faults] == [4]
    assert "Zeile 2" in put_in.faults[0].in_("de")


def test_all_that_is_wrong_is_told_at_once() -> None:
    lines = [LINES[0].replace(b"impuls", b"imPuls"), b"kein JSON\n", *LINES[1:3], *LINES[4:], b'{"format"']
    lines[2] = lines[2].replace(b"Tr", b"tr")
    told = [(fault.position.line, fault.code) for fault in read(lines).faults]
    assert told == [(2, "E441"), (3, "E442"), (5, "E444"), (7, "E441"), (7, "E443")]


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_whatever_stands_in_a_line_it_is_told_and_nothing_else_happens(junk: bytes) -> None:
    verdict = read_record(b"".join(LINES[:2]) + junk)
    assert verdict.is_whole == (junk == b"")
    assert len(verdict.records) >= 2


@pytest.mark.parametrize("junk", [b"[" * 100_000, b"9" * 5000, b'{"format":"jmdexport-record","version":2}'])
def test_deep_long_and_later_lines_are_told(junk: bytes) -> None:
    assert [fault.code for fault in read_record(junk + b"\n").faults] == ["E441"]
