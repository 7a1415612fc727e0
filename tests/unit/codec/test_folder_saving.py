"""Saving a folder: only what changes is written, nothing is dropped unasked, other writers are noticed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from jmdexport.demo import example_bytes, load_example
from jmdmodel.codec import dumps, load, loads, save
from jmdmodel.codec.folder import FolderSource, loads_folder
from jmdmodel.codec.folder_writing import folder_files
from jmdmodel.entities import Partner, evolve
from jmdmodel.errors import SaveError, StorageError
from jmdmodel.ids import Ref
from jmdmodel.testing.builders import activity, partner
from jmdmodel.vocabulary import PartnerKind
from tests.unit.codec.test_folder import CONTACTS, PARTNERS, ROOT, V

MODELINE = "# yaml-language-server: $schema=part.schema.json\n"
PEOPLE = MODELINE + "# Kopf\n" + V + "\npeople:\n  # zu a\n  a:\n    role: Rolle  # am Ende\n"
FILES = {
    "workspace.yaml": "# oben\n" + ROOT,
    "partners.yaml": "# eigene Form\n" + PARTNERS.replace("kind: school", "kind:   'school'") + "# unten\n",
    "contacts.yaml": CONTACTS,
    "people.yaml": PEOPLE,
    "activities-2025.csv": "id,minutes,day,area\nb,30,2025-03-04,network\na,40,2025-03-05,network\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_bytes(text.encode())
    (tmp_path / "README.md").write_bytes(b"bleibt")
    return tmp_path


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_bytes().decode() for path in folder.iterdir() if path.name != "README.md"}


def test_saving_without_a_change_touches_no_file(folder: Path) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    loaded = load(folder)
    save(loaded.workspace, folder, source=loaded.source)
    assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == before


def test_only_the_file_of_what_changed_is_written_and_keeps_its_comments(folder: Path) -> None:
    loaded = load(folder)
    changed = loaded.workspace.with_entities(partner("c", name="C"))
    save(changed, folder, source=loaded.source)
    after = texts(folder)
    assert {name for name in after if after[name] != FILES[name]} == {"partners.yaml"}
    assert after["partners.yaml"].startswith("# eigene Form\n")
    assert after["partners.yaml"].endswith("# unten\n")
    assert load(folder).workspace == changed


def test_a_table_stays_a_table_and_a_new_year_gets_one_too(folder: Path) -> None:
    loaded = load(folder)
    save(
        loaded.workspace.with_entities(activity("c", date(2026, 1, 1)), activity("d", date(2025, 12, 31))),
        folder,
        source=loaded.source,
    )
    after = texts(folder)
    assert after["activities-2026.csv"].splitlines()[1].startswith("c;2026-01-01;")
    assert [line[:1] for line in after["activities-2025.csv"].splitlines()] == ["i", "a", "b", "d"]


def test_an_activity_whose_day_moves_to_another_year_moves_to_its_file(folder: Path) -> None:
    loaded = load(folder)
    moved = evolve(loaded.workspace.activities["a"], day=date(2024, 1, 1))
    save(loaded.workspace.with_entities(moved), folder, source=loaded.source)
    assert "\na;" in texts(folder)["activities-2024.csv"]
    assert "\na;" not in texts(folder)["activities-2025.csv"]


def test_a_new_collection_gets_its_own_file_with_the_line_for_editors(folder: Path) -> None:
    loaded = load(folder)
    tie = loads(
        (ROOT + PARTNERS.removeprefix(V) + "ties:\n  x:\n    between: [a, b]\n").encode()
    ).workspace.ties["x"]
    save(loaded.workspace.with_entities(tie), folder, source=loaded.source)
    assert texts(folder)["ties.yaml"] == MODELINE + V + "\nties:\n  x:\n    between: [a, b]\n"


def test_an_emptied_file_goes_unless_it_holds_comments(folder: Path) -> None:
    loaded = load(folder)
    without = loaded.workspace.without(Ref("contacts", "a"))
    save(without, folder, source=loaded.source)
    assert "contacts.yaml" not in texts(folder)
    assert load(folder).workspace == without


def test_comments_of_what_goes_are_named_with_their_file_and_not_dropped(folder: Path) -> None:
    loaded = load(folder)
    without = loaded.workspace.without(Ref("people", "a"))
    with pytest.raises(SaveError) as caught:
        save(without, folder, source=loaded.source)
    assert caught.value.code == "S202"
    assert caught.value.in_("de") == (
        "Beim Speichern würden Kommentare verloren gehen: people.yaml bei people.a und people.yaml bei"
        " people.a.role. Mit drop_comments=True ist das erlaubt. [S202]"
    )
    assert texts(folder) == FILES
    save(without, folder, source=loaded.source, drop_comments=True)
    assert "people.yaml" not in texts(folder)


def test_a_file_whose_only_comments_are_its_head_is_emptied_and_keeps_them(folder: Path) -> None:
    (folder / "people.yaml").write_text(PEOPLE.replace("  # zu a\n", "").replace("  # am Ende", ""))
    loaded = load(folder)
    save(loaded.workspace.without(Ref("people", "a")), folder, source=loaded.source)
    assert texts(folder)["people.yaml"] == MODELINE + "# Kopf\n" + V


def test_comments_move_with_their_activity(folder: Path) -> None:
    (folder / "activities-2025.csv").unlink()
    entry = "  {}:\n    day: {}\n    minutes: 5  # kurz\n    area: network\n"
    for year in ("2024", "2025"):
        text = V + "\nactivities:\n  # warum\n" + entry.format(f"a{year}", f"{year}-01-02")
        (folder / f"activities-{year}.yaml").write_text(text)
    loaded = load(folder)
    moved = evolve(loaded.workspace.activities["a2025"], day=date(2024, 5, 5))
    save(loaded.workspace.with_entities(moved), folder, source=loaded.source)
    after = texts(folder)
    assert "activities-2025.yaml" not in after
    assert after["activities-2024.yaml"].count("# warum") == 2
    assert after["activities-2024.yaml"].count("# kurz") == 2


@pytest.mark.parametrize("name", ["contacts.yaml", "README.md", "neu.txt", "needs.yaml", "people.yaml"])
def test_another_writer_of_any_part_is_noticed_and_one_of_other_files_does_not_matter(
    folder: Path, name: str
) -> None:
    loaded = load(folder)
    (folder / name).write_bytes(b"anders")
    changed = loaded.workspace.with_entities(partner("c", name="C"))
    if name in {"README.md", "neu.txt"}:
        save(changed, folder, source=loaded.source)
        return
    with pytest.raises(StorageError, match=rf"\({name.replace('.', '[.]')}\).*S315"):
        save(changed, folder, source=loaded.source)
    assert (folder / "partners.yaml").read_bytes().decode() == FILES["partners.yaml"]


def test_the_digest_knows_names_and_bytes(folder: Path) -> None:
    first = load(folder).source.digest
    assert load(folder).source.digest == first
    (folder / "contacts.yaml").rename(folder / "contacts.yml")
    assert load(folder).source.digest != first
    with pytest.raises(StorageError, match="S315"):
        save(load(folder).workspace, folder, expected_digest=first)


def test_saving_again_with_the_source_of_the_last_time_works(folder: Path) -> None:
    loaded = load(folder)
    changed = loaded.workspace.with_entities(partner("c", name="C"))
    source = save(changed, folder, source=loaded.source)
    again = changed.with_entities(partner("d", name="D"))
    save(again, folder, source=source)
    assert load(folder).workspace == again


def test_a_document_becomes_a_folder_and_the_folder_the_same_document(tmp_path: Path) -> None:
    example = load_example()
    source = save(example.workspace, tmp_path / "mappe", source=example.source)
    assert isinstance(source, FolderSource)
    assert {"workspace.yaml", "partners.yaml", "people.yaml", "activities-2025.yaml"} <= set(source.files)
    assert load(tmp_path / "mappe").workspace == example.workspace
    back = save(example.workspace, tmp_path / "eins.yaml", source=load(tmp_path / "mappe").source)
    assert back.data == dumps(example.workspace, source=example.source)
    assert back.data == example_bytes()


def test_a_folder_is_kept_where_it_stands_when_saved_elsewhere(folder: Path, tmp_path: Path) -> None:
    loaded = load(folder)
    save(loaded.workspace, tmp_path / "neu", source=loaded.source)
    assert texts(tmp_path / "neu") == FILES
    with pytest.raises(SaveError, match="S205"):
        save(loaded.workspace, tmp_path / "neu", source=loaded.source)


def test_without_a_source_the_files_that_are_there_keep_their_form(folder: Path) -> None:
    loaded = load(folder)
    save(loaded.workspace, folder)
    assert texts(folder) == FILES
    (folder / "contacts.yaml").write_bytes(b"[")
    with pytest.raises(SaveError, match="S205"):
        save(loaded.workspace, folder)


def test_heads_and_tails_of_all_files_come_into_the_single_document_but_no_line_for_editors(
    folder: Path,
) -> None:
    loaded = load(folder)
    text = dumps(loaded.workspace, source=loaded.source).decode()
    for comment in ("# oben", "# eigene Form", "# unten", "# Kopf", "# zu a", "# am Ende"):
        assert text.count(comment) == 1
    assert "language-server" not in text
    assert loads(text.encode()).workspace == loaded.workspace


def test_unsound_values_are_told_as_for_a_document(folder: Path) -> None:
    loaded = load(folder)
    broken = loaded.workspace.with_entities(Partner(id="X", name="", kind=PartnerKind.SCHOOL))
    with pytest.raises(SaveError) as caught:
        save(broken, folder, source=loaded.source)
    assert caught.value.code == "S204"
    assert [fault.path for fault in caught.value.faults]
    odd = loaded.workspace.with_entities(evolve(loaded.workspace.activities["a"], day=None))
    with pytest.raises(SaveError, match="S204"):
        save(odd, folder, source=loaded.source)
    assert texts(folder) == FILES


def test_what_no_table_can_say_is_refused_with_its_place(folder: Path) -> None:
    loaded = load(folder)
    odd = loaded.workspace.with_entities(evolve(loaded.workspace.activities["a"], note="eins\r\nzwei"))
    with pytest.raises(SaveError) as caught:
        save(odd, folder, source=loaded.source)
    assert caught.value.code == "S203"
    assert "activities[1].note" in caught.value.in_("de")


def test_the_canonical_form_brings_every_file_to_its_own() -> None:
    files = {name: text.encode() for name, text in FILES.items()}
    loaded = loads_folder(files)
    after = folder_files(loaded.workspace, source=loaded.source, rewrite=True)
    assert after.keys() == files.keys()
    assert after["activities-2025.csv"].startswith(b"id;day;minutes;area;")
    again = loads_folder(after)
    assert folder_files(again.workspace, source=again.source, rewrite=True) == after
