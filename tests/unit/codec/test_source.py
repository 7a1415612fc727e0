"""Finding the place of anything in the file it came from."""

from __future__ import annotations

import pickle

import attrs
import pytest

from jmdmodel.codec import Loaded, loads
from jmdmodel.errors import Position
from jmdmodel.ids import Ref

TEXT = """\
schema: 2
service:
  name: JMD
  provider: T
partners:
  amt: {name: Amt, kind: public-office}
  schule:
    name: Schule
    kind: school
    further_kinds: [chamber, association]
contacts:
  c-1:
    partner: schule
    ratings:
      - day: 2024-05-01
        intensity: 3
      - day: 2025-05-01
        intensity: 4
activities:
  geheim-1: {day: 2025-01-01, minutes: 60, area: other}
  geheim-2:
    day: 2025-01-02
    minutes: 30
    area: other
"""


@attrs.frozen
class Told:
    subject: Ref
    field: str = ""


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return loads(TEXT.encode(), name="mein/netz.yaml")


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ("partners/schule", 7, 3),
        ("partners/schule.kind", 9, 5),
        ("partners.schule.kind", 9, 5),
        ("partners/amt.kind", 6, 20),
        ("partners/schule.further_kinds[2]", 10, 30),
        ("contacts/c-1.ratings[2]", 17, 9),
        ("contacts/c-1.ratings[2].intensity", 18, 9),
        ("service", 2, 1),
        ("schema", 1, 1),
        ("activities[2].minutes", 23, 5),
        ("activities/geheim-2.minutes", 23, 5),
    ],
)
def test_what_is_in_the_file_is_found_at_its_key_or_item(
    loaded: Loaded, path: str, line: int, column: int
) -> None:
    assert loaded.source.locate(path) == Position("mein/netz.yaml", line, column)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("partners/schule.note", 7),
        ("partners/fehlt.note", 5),
        ("contacts/c-1.ratings[3].on", 14),
        ("contacts/c-1.ratings[0]", 14),
        ("contacts/c-1.ratings[9999999999999].on", 14),
        ("service.name[1]", 3),
        ("activities[3]", 19),
        ("space", 1),
        ("", 1),
    ],
)
def test_what_is_not_in_the_file_is_placed_at_its_nearest_parent(
    loaded: Loaded, path: str, line: int
) -> None:
    assert loaded.source.locate(path).line == line


def test_references_and_findings_are_found_like_paths(loaded: Loaded) -> None:
    ref = Ref("partners", "schule")
    assert loaded.source.locate(ref) == loaded.source.locate("partners/schule")
    assert loaded.source.locate(Told(ref)) == loaded.source.locate("partners/schule")
    assert loaded.source.locate(Told(ref, "kind")) == loaded.source.locate("partners/schule.kind")


def test_a_source_that_was_asked_survives_a_process_border(loaded: Loaded) -> None:
    loaded.source.locate("service")
    again = pickle.loads(pickle.dumps(loaded))
    assert again == loaded
    assert again.source.locate("partners/amt") == loaded.source.locate("partners/amt")


def test_a_source_does_not_show_the_bytes_of_the_file(loaded: Loaded) -> None:
    assert "Schule" not in repr(loaded.source)


def test_places_in_json_are_found_too() -> None:
    text = b'{"schema": 2,\n "service": {"name": "J",\n  "provider": "T"}}'
    assert loads(text, name="w.json").source.locate("service.provider") == Position("w.json", 3, 3)


def test_who_takes_what_was_loaded_for_the_workspace_is_told_where_that_is(loaded: Loaded) -> None:
    with pytest.raises(AttributeError, match=r"no attribute 'partners'; .* \.workspace of Loaded$"):
        loaded.partners  # type: ignore[attr-defined]  # noqa: B018 - the look itself is what is tried
    with pytest.raises(AttributeError, match=r"no attribute 'nonsense'$"):
        loaded.nonsense  # type: ignore[attr-defined]  # noqa: B018
