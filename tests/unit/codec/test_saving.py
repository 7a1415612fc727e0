"""Writing: one canonical text, comments kept or named, nothing lost, other writers noticed."""

from __future__ import annotations

import json
import pickle
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from jmdexport.demo import load_example
from jmdmodel.codec import dumps, load, loads, save, to_plain, validate
from jmdmodel.entities.service import Service
from jmdmodel.errors import LoadError, SaveError, StorageError
from jmdmodel.fields import evolve
from jmdmodel.ids import Ref
from jmdmodel.messages import LANGUAGES
from jmdmodel.period import Period
from jmdmodel.scales import Importance, Intensity
from jmdmodel.testing.builders import activity, contact, minimal, network_map, partner, rating, small
from jmdmodel.vocabulary import PartnerKind
from jmdmodel.workspace import Workspace

HEAD = "schema: 2\n\nservice:\n  name: JMD\n  provider: T\n"
DAY = date(2024, 2, 29)


def saved_again(text: str, **options: Any) -> str:
    loaded = loads(text.encode())
    return dumps(loaded.workspace, source=loaded.source, **options).decode()


def test_what_is_as_it_is_by_default_is_not_written() -> None:
    text = HEAD + "\npartners:\n  a:\n    name: A\n    kind: school\n    collective: false\n    period: {}\n"
    assert saved_again(text) == HEAD + "\npartners:\n  a:\n    name: A\n    kind: school\n"


def test_things_come_in_the_order_of_their_identifiers_and_fields_in_that_of_the_class() -> None:
    text = HEAD + "\npartners:\n  b: {kind: school, name: B}\n  a: {kind: school, name: A}\n"
    assert saved_again(text).endswith(
        "partners:\n  a:\n    name: A\n    kind: school\n  b:\n    name: B\n    kind: school\n"
    )


COMMENTED = """\
# Arbeitsmappe
#
# von Hand geführt

# Fassung des Formats
schema: 2  # nicht ändern

# Der Dienst
service:  # Stammdaten
  # Name laut Bescheid
  name: JMD  # kurz
  provider: T
  note: |-  # mehrzeilig
    # kein Kommentar
    auch # keiner

# Schulen und Ämter
partners:
  # Schule
  a:  # seit 2020
    name: "A # B"  # mit Raute
    kind: school
    further_kinds:
      # auch das
      - chamber
      - association  # eingetragen
    note: es war 'so' # und so

contacts:
  c:
    partner: a
    ratings:
      # erste
      - day: 2024-01-01  # Neujahr
        # wichtig
        importance: 5
      - day: 2025-01-01
        intensity: 2  # selten

# Ende
# der Datei
"""
CANONICAL = COMMENTED.replace("'so' # und", "'so'  # und")


def test_comments_keep_their_places() -> None:
    assert saved_again(COMMENTED) == CANONICAL
    assert saved_again(CANONICAL) == CANONICAL


def test_a_comment_stays_with_its_rating_when_an_earlier_one_is_put_in_front() -> None:
    loaded = loads(COMMENTED.encode())
    old = loaded.workspace.contacts["c"]
    more = evolve(old, ratings=(rating(date(2023, 1, 1), 1, 1), *old.ratings))
    text = dumps(loaded.workspace.with_entities(more), source=loaded.source).decode()
    added = "      - day: 2023-01-01\n        intensity: 1\n        importance: 1\n"
    assert added + "      # erste\n      - day: 2024" in text


def test_a_comment_whose_place_is_gone_stops_the_saving_and_is_named() -> None:
    loaded = loads(COMMENTED.encode())
    without = loaded.workspace.without(Ref("contacts", "c"))
    with pytest.raises(SaveError, match=r"S202") as caught:
        dumps(without, source=loaded.source)
    for language in LANGUAGES:
        assert "contacts.c.ratings[2024-01-01]" in caught.value.in_(language)
    assert "# Neujahr" not in dumps(without, source=loaded.source, drop_comments=True).decode()


def test_a_comment_between_brackets_that_find_no_place_is_named_by_its_line() -> None:
    text = HEAD + "space:\n  name: S\n  units: [\n    # erst später\n  ]\n"
    with pytest.raises(LoadError):
        loads(text.encode())
    text = HEAD + "space: {name: S  # hier\n  }  # und hier\n"
    loaded = loads(text.encode())
    with pytest.raises(SaveError, match="line 7"):
        dumps(loaded.workspace, source=loaded.source)


@pytest.mark.parametrize("value", ['"a # b" # echt', "'a # b' # echt", '"a\\" # b" # echt', "a#b # echt"])
def test_a_hash_inside_a_text_is_no_comment_and_one_behind_it_is(value: str) -> None:
    text = HEAD + f"  note: {value}\n"
    assert loads(text.encode()).workspace.service.note in {"a # b", 'a" # b', "a#b"}
    assert saved_again(text).count("# echt") == 1


def test_comments_are_found_behind_emoji_and_umlauts() -> None:
    text = HEAD + '  note: "😀😀 ü # x"  # Gefühl\n'
    assert saved_again(text) == text


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_comments_survive_other_line_ends(ends: str) -> None:
    assert saved_again(COMMENTED.replace("\n", ends)) == CANONICAL


def test_a_comment_after_a_text_over_two_lines_belongs_to_its_key() -> None:
    text = HEAD + '  note: "a\n    b" # hier\n'
    assert saved_again(text) == HEAD + "  note: a b  # hier\n"


def test_json_refuses_a_source_with_comments_unless_they_may_go() -> None:
    loaded = loads(COMMENTED.encode())
    with pytest.raises(SaveError, match="S201"):
        dumps(loaded.workspace, name="w.json", source=loaded.source)
    data = dumps(loaded.workspace, name="w.json", source=loaded.source, drop_comments=True)
    assert loads(data, name="w.json").workspace == loaded.workspace


def test_json_takes_a_source_without_comments() -> None:
    loaded = loads(HEAD.encode())
    assert json.loads(dumps(loaded.workspace, name="w.json", source=loaded.source))["schema"] == 2


def test_what_is_beyond_a_day_is_written_too() -> None:
    whole = minimal(partner("a", period=Period(until=DAY)), partner("b"))
    assert loads(dumps(whole.as_of(date(2025, 1, 1)))).workspace == whole


def test_all_values_out_of_their_limits_are_named_at_once() -> None:
    workspace = minimal(
        partner("a", name="zwei\nZeilen", part_of="weg"),
        partner("B", name=" "),
        contact("a", ratings=(rating(DAY, 1, 1), rating(DAY, 2, 2))),
        network_map(2024, as_of=date(2023, 1, 1)),
        activity("x", DAY, minutes=2000),
        service=Service(name="J", provider="T", founded=1),
    )
    with pytest.raises(SaveError, match="S204") as caught:
        dumps(workspace)
    assert caught.value.faults == validate(workspace)
    assert sorted((fault.path, fault.code) for fault in caught.value.faults) == [
        ("activities[1].minutes", "L116"),
        ("contacts/a.ratings[2]", "L131"),
        ("maps/2024.as_of", "L135"),
        ("partners/B", "L119"),
        ("partners/B.name", "L113"),
        ("partners/a.name", "L121"),
        ("partners/a.part_of", "L122"),
        ("service.founded", "L116"),
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"name": 5},
        {"name": "Su\u0308d"},
        {"kind": "school"},
        {"name": None},
        {"note": ""},
        {"note": "\ud800"},
        {"collective": "yes"},
        {"further_kinds": [PartnerKind.CHAMBER]},
        {"relevance": 5},
        {"period": None},
    ],
)
@pytest.mark.parametrize("name", ["w.yaml", "w.json"])
def test_what_would_not_come_back_the_same_is_refused(fields: dict[str, Any], name: str) -> None:
    with pytest.raises(SaveError, match="S204") as caught:
        dumps(minimal(partner("a", **fields)), name=name)
    (fault,) = caught.value.faults
    assert fault.path == f"partners/a.{next(iter(fields))}"


def test_places_that_would_come_back_different_are_all_named() -> None:
    workspace = minimal(
        partner("a", name="Su\u0308d", further_kinds=(PartnerKind.CHAMBER,)),
        partner("b", name=5, period=Period(since="2024-01-01")),  # type: ignore[arg-type]
        contact("a", ratings=(rating(DAY, 1, 1), rating(date(2025, 1, 1), 1, 1, note="Su\u0308d"))),
        activity("geheim", DAY, note="Su\u0308d"),
    )
    with pytest.raises(SaveError) as caught:
        dumps(workspace)
    assert [(fault.path, fault.code) for fault in caught.value.faults] == [
        ("partners/a.name", "L130"),
        ("partners/b.name", "L129"),
        ("partners/b.period.since", "L129"),
        ("contacts/a.ratings[2].note", "L130"),
        ("activities[1].note", "L130"),
    ]


def test_an_error_of_saving_speaks_of_the_model_and_not_of_lines(tmp_path: Path) -> None:
    workspace = minimal(partner("a", name="", kind="school"))
    with pytest.raises(SaveError) as caught:
        save(workspace, tmp_path / "w.yaml")
    assert not list(tmp_path.iterdir())
    assert caught.value.in_("de") == (
        "Die Arbeitsmappe kann so nicht gespeichert werden, Zahl der Fehler: 2. [S204]\n"
        "partners/a.name: Hier steht kein Wert. Erwartet wird ein Text. Einen Wert angeben. [L113]\n"
        "partners/a.kind: Der Wert ist von anderer Art, als das Feld sie hat."
        " Erwartet wird ein Wert der Art PartnerKind. [L129]"
    )
    assert str(caught.value) == (
        "The workspace cannot be saved as it is, number of faults: 2. [S204]\n"
        "partners/a.name: There is no value here. A text is expected. Give a value. [L113]\n"
        "partners/a.kind: The value is of another kind than the field has."
        " A value of the kind PartnerKind is expected. [L129]"
    )
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.faults, str(again)) == (caught.value.faults, str(caught.value))


@pytest.mark.parametrize(
    ("fields", "path", "code"),
    [
        ({"id": 5}, "partners/5", "L129"),
        ({"id": "A b"}, "partners/A b", "L119"),
        ({"further_kinds": PartnerKind.CHAMBER}, "partners/a.further_kinds", "L129"),
        ({"further_kinds": ("chamber",)}, "partners/a.further_kinds[1]", "L129"),
        ({"relevance": Intensity.MONTHLY}, "partners/a.relevance", "L129"),
        ({"period": Period(since=datetime(2024, 1, 1, tzinfo=UTC))}, "partners/a.period.since", "L117"),
        ({"period": {"since": DAY}}, "partners/a.period", "L129"),
        ({"period": Period(since=DAY, until=date(2023, 1, 1))}, "partners/a.period", "L124"),
        ({"collective": 1}, "partners/a.collective", "L129"),
        ({"note": "a\x07b"}, "partners/a.note", "L108"),
        ({"part_of": "weg"}, "partners/a.part_of", "L122"),
        ({"part_of": "a"}, "partners/a.part_of", "L123"),
        ({"sub_kind": "weg"}, "partners/a.sub_kind", "L118"),
    ],
)
def test_each_wrong_value_is_named_with_its_place_in_the_model(
    fields: dict[str, Any], path: str, code: str
) -> None:
    found = validate(minimal(partner("a", **fields)))
    assert [(fault.path, fault.code) for fault in found] == [(path, code)]
    for language in LANGUAGES:
        assert found[0].in_(language).startswith(f"{path}: ")


def test_no_private_value_is_named() -> None:
    bad = activity("geheim-1", DAY, note=Fraction(1), minutes="viele", area="geheim")
    told = [fault.in_(language) for fault in validate(minimal(bad)) for language in LANGUAGES]
    assert len(told) == 6
    assert "geheim" not in "".join(told)
    assert "viele" not in "".join(told)


def test_things_only_known_beyond_a_collection_are_looked_at_too() -> None:
    workspace = minimal(partner("a", name="", period=Period(until=DAY))).as_of(date(2025, 1, 1))
    assert [fault.path for fault in validate(workspace)] == ["partners/a.name"]


def test_a_sound_workspace_has_no_faults() -> None:
    assert validate(small()) == ()
    assert validate(load_example().workspace) == ()


def test_shares_that_four_decimals_cannot_hold_are_refused() -> None:
    split = small().work_splits["2024"]
    thirds = evolve(split, shares=(evolve(split.shares[0], percent=Fraction(100, 3)),))
    with pytest.raises(SaveError, match="L120"):
        dumps(small().with_entities(thirds))


def test_plain_values_are_what_json_holds() -> None:
    assert to_plain(Importance.LOW) == 1
    assert to_plain(DAY) == "2024-02-29"
    assert to_plain(Fraction(25, 2)) == 12.5
    assert to_plain(Fraction(7)) == 7
    assert isinstance(to_plain(Fraction(7)), int)
    assert to_plain(Ref("partners", "a")) == "partners/a"
    assert to_plain(rating(DAY, 1, None)) == {"day": "2024-02-29", "intensity": 1}


@pytest.mark.parametrize("name", ["w.yaml", "w.json"])
def test_a_file_that_was_saved_loads_equal(tmp_path: Path, name: str) -> None:
    source = save(small(), tmp_path / name)
    loaded = load(tmp_path / name)
    assert loaded.workspace == small()
    assert loaded.source.digest == source.digest
    assert loaded.source.name == str(tmp_path / name)


def test_saving_keeps_comments_and_gives_the_source_for_the_next_time(tmp_path: Path) -> None:
    path = tmp_path / "w.yaml"
    path.write_text(COMMENTED, encoding="utf-8")
    loaded = load(path)
    more = loaded.workspace.with_entities(partner("b"))
    source = save(more, path, source=loaded.source)
    assert "# wichtig" in path.read_text(encoding="utf-8")
    save(more.with_entities(partner("c")), path, source=source)
    assert "# wichtig" in path.read_text(encoding="utf-8")


def test_a_file_that_somebody_else_changed_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "w.yaml"
    save(small(), path)
    loaded = load(path)
    other = HEAD.encode()
    path.write_bytes(other)
    with pytest.raises(StorageError):
        save(loaded.workspace, path, source=loaded.source)
    assert path.read_bytes() == other


def test_the_same_file_under_another_spelling_is_still_watched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    save(small(), "w.yaml")
    loaded = load("w.yaml")
    (tmp_path / "w.yaml").write_bytes(HEAD.encode())
    with pytest.raises(StorageError):
        save(loaded.workspace, tmp_path / "w.yaml", source=loaded.source)


def test_a_copy_under_another_name_is_nobody_elses_business(tmp_path: Path) -> None:
    save(small(), tmp_path / "w.yaml")
    loaded = load(tmp_path / "w.yaml")
    (tmp_path / "w.yaml").write_bytes(HEAD.encode())
    save(loaded.workspace, tmp_path / "copy.yaml", source=loaded.source)
    assert load(tmp_path / "copy.yaml").workspace == loaded.workspace


def test_nothing_is_written_when_comments_would_be_lost(tmp_path: Path) -> None:
    path = tmp_path / "w.yaml"
    path.write_text(COMMENTED, encoding="utf-8")
    loaded = load(path)
    without = loaded.workspace.without(Ref("contacts", "c"))
    with pytest.raises(SaveError):
        save(without, path, source=loaded.source)
    assert path.read_text(encoding="utf-8") == COMMENTED
    save(without, path, source=loaded.source, drop_comments=True)
    assert "# Schule\n" in path.read_text(encoding="utf-8")


def test_a_missing_file_is_a_storage_error_and_a_folder_without_workspace_says_so(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="S301"):
        load(tmp_path / "fehlt.yaml")
    with pytest.raises(LoadError, match="L151"):
        load(tmp_path)


def test_an_empty_workspace_is_three_lines_and_their_gap() -> None:
    assert dumps(Workspace(service=Service(name="JMD", provider="T"))).decode() == HEAD
