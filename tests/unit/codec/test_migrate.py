"""Files of older versions: they load as what they meant, with every place where their writer sees it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from jmdmodel.codec.migrate import STEPS
from jmdmodel.codec.nodes import SCHEMA_VERSION
from jmdmodel.codec.reading import loads
from jmdmodel.codec.writing import dumps
from jmdmodel.entities import ContactStanding
from jmdmodel.errors import LoadError
from jmdmodel.vocabulary import ContactState

KEPT = Path(__file__).parents[2] / "data" / "schema"
DAY = date(2025, 1, 1)

OLD = b"""\
schema: 1
service:
  name: JMD
  provider: T
partners:
  a: {name: A, kind: school}
contacts:
  # Wie es um die Schule steht.
  a:
    partner: a
    # Noch nichts.
    state: none-yet  # leider
    purposes: [case]
"""


def test_there_is_one_step_from_each_older_version_to_the_next() -> None:
    assert list(STEPS) == list(range(1, SCHEMA_VERSION))


@pytest.mark.parametrize("version", STEPS)
def test_the_kept_example_of_each_older_version_loads_and_is_written_as_the_present_one(version: int) -> None:
    data = (KEPT / f"version-{version}.yaml").read_bytes()
    loaded = loads(data, name="old.yaml")
    assert [note.code for note in loaded.source.notes] == ["L191"]
    written = dumps(loaded.workspace, source=loaded.source)
    assert written.startswith((b"#", b"schema: 2"))
    again = loads(written)
    assert again.workspace == loaded.workspace
    assert again.source.notes == ()


def test_the_one_state_of_a_contact_becomes_the_first_of_its_dated_states() -> None:
    contact = loads(OLD).workspace.contacts["a"]
    assert contact.states == (ContactStanding(state=ContactState.NONE_YET),)
    kept = loads((KEPT / "version-1.yaml").read_bytes()).workspace
    assert {c.state_on(DAY).code for c in kept.contacts} == {"active", "none-yet", "dormant", "refused"}


def test_the_one_offer_of_a_gap_becomes_the_first_of_its_offers() -> None:
    old = OLD + b"offers: {kurs: {name: Kurs}}\ngaps:\n  g: {title: G, found_on: 2025-01-01, offer: kurs}\n"
    loaded = loads(old)
    assert loaded.workspace.gaps["g"].offers == ("kurs",)
    position = loaded.source.locate("gaps/g.offers")
    assert (position.line, position.column) == (16, 39)
    with pytest.raises(LoadError) as caught:
        loads(old.replace(b"offer: kurs}", b"offer: kurz}"))
    assert [fault.path for fault in caught.value.faults] == ["gaps/g.offers[1]"]


def test_the_comments_of_an_old_file_stay_where_they_belong() -> None:
    loaded = loads(OLD)
    written = dumps(loaded.workspace, source=loaded.source).decode()
    assert "    # Noch nichts.\n    states:  # leider\n      - state: none-yet\n" in written


def test_a_fault_in_a_moved_place_is_told_where_the_writer_sees_it() -> None:
    with pytest.raises(LoadError) as caught:
        loads(OLD.replace(b"none-yet", b"non-yet"))
    (fault,) = caught.value.faults
    assert (fault.path, fault.position.line, fault.position.column) == ("contacts/a.states[1].state", 12, 12)


def test_what_is_found_in_a_moved_place_is_located_where_the_writer_sees_it() -> None:
    position = loads(OLD).source.locate("contacts/a.states")
    assert (position.line, position.column) == (12, 5)


def test_an_old_file_that_knows_the_new_entry_has_a_fault() -> None:
    both = OLD.replace(b"    purposes", b"    states: [{state: active}]\n    purposes")
    with pytest.raises(LoadError) as caught:
        loads(both)
    assert [(fault.code, fault.near) for fault in caught.value.faults] == [("L111", "states")]


def test_old_json_is_migrated_too() -> None:
    old = b'{"schema": 1, "service": {"name": "J", "provider": "T"}, "partners": {"a": {"name": "A", '
    old += b'"kind": "school"}}, "contacts": {"a": {"partner": "a", "state": "dormant"}}}'
    assert loads(old, name="w.json").workspace.contacts["a"].state_on(DAY) is ContactState.DORMANT


@pytest.mark.parametrize("broken", [b"contacts: 3", b"contacts: [a]", b"contacts: {a: b}", b"contacts:"])
def test_an_old_file_of_another_shape_is_refused_like_any_other(broken: bytes) -> None:
    with pytest.raises(LoadError):
        loads(b"schema: 1\nservice: {name: J, provider: T}\n" + broken + b"\n")


def test_a_newer_file_is_refused_with_a_clear_word() -> None:
    with pytest.raises(LoadError) as caught:
        loads(OLD.replace(b"schema: 1", b"schema: 3"))
    (fault,) = caught.value.faults
    assert fault.code == "L126"
