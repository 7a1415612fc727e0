"""A folder as a workspace: what is read, what is refused and where, in words that say what to do."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from jmdmodel.codec import load, loads
from jmdmodel.codec.folder import loads_folder
from jmdmodel.codec.parts import (
    dated_collections,
    is_candidate,
    logged_collections,
    part_of,
    private_collections,
)
from jmdmodel.codec.reading import SCHEMA_VERSION
from jmdmodel.errors import LoadError, LoadFault
from jmdmodel.fields import info_of
from jmdmodel.ids import Ref
from jmdmodel.scales import Audience
from jmdmodel.workspace import ENTITY_OF

V = f"schema: {SCHEMA_VERSION}\n"
ROOT = V + "service:\n  name: JMD\n  provider: T\n"
PARTNERS = V + "partners:\n  a:\n    name: A\n    kind: school\n  b:\n    name: B\n    kind: business\n"
CONTACTS = V + "contacts:\n  a:\n    partner: a\n"


def faults_of(files: dict[str, str | bytes]) -> tuple[LoadFault, ...]:
    with pytest.raises(LoadError) as caught:
        loads_folder(as_bytes(files), name="mappe")
    pickle.loads(pickle.dumps(caught.value))
    return caught.value.faults


def as_bytes(files: dict[str, str | bytes]) -> dict[str, bytes]:
    return {name: data.encode() if isinstance(data, str) else data for name, data in files.items()}


def told(files: dict[str, str | bytes]) -> list[tuple[str, str, str]]:
    return [(str(fault.position), fault.path, fault.code) for fault in faults_of(files)]


def test_a_folder_loads_like_its_single_document(tmp_path: Path) -> None:
    for name, text in {"workspace.yaml": ROOT, "partners.yaml": PARTNERS, "contacts.yaml": CONTACTS}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "README.md").write_text("nothing", encoding="utf-8")
    (tmp_path / "part.schema.json").write_text("{", encoding="utf-8")
    (tmp_path / "anlagen.yaml").mkdir()
    whole = ROOT + PARTNERS.removeprefix(V) + CONTACTS.removeprefix(V)
    assert load(tmp_path).workspace == loads(whole.encode()).workspace


def test_json_parts_stand_beside_yaml_ones() -> None:
    json = f'{{"schema": {SCHEMA_VERSION}, "contacts": {{"a": {{"partner": "a"}}}}}}'
    files = {"workspace.yaml": ROOT, "partners.yml": PARTNERS, "contacts.json": json}
    assert loads_folder(as_bytes(files)).workspace.contacts["a"].partner == "a"


def test_the_faults_of_a_folder_have_the_paths_of_the_single_document() -> None:
    broken = PARTNERS.replace("kind: school", "kind: shcool").replace("name: B", "nam: B")
    contacts = CONTACTS.replace("partner: a", "partner: c")
    files: dict[str, str | bytes] = {
        "workspace.yaml": ROOT,
        "partners.yaml": broken,
        "contacts.yaml": contacts,
    }
    with pytest.raises(LoadError) as single:
        loads((ROOT + broken.removeprefix(V) + contacts.removeprefix(V)).encode())
    assert sorted((f.path, f.code) for f in single.value.faults) == sorted(
        (f.path, f.code) for f in faults_of(files)
    )
    assert told(files) == [
        ("mappe/contacts.yaml:4:14", "contacts/a.partner", "L122"),
        ("mappe/partners.yaml:5:11", "partners/a.kind", "L118"),
        ("mappe/partners.yaml:6:3", "partners/b.name", "L112"),
        ("mappe/partners.yaml:7:5", "partners/b.nam", "L111"),
    ]


def test_findings_are_located_in_their_file() -> None:
    loaded = loads_folder(
        as_bytes(
            {
                "workspace.yaml": ROOT,
                "partners.yaml": PARTNERS,
                "activities-2025.csv": "id;day;minutes;area\na1;2025-01-01;30;network\n",
            }
        ),
        name="mappe",
    )
    places = {
        "partners/b.kind": "mappe/partners.yaml:8:5",
        "partners/fehlt": "mappe/partners.yaml:2:1",
        "service.name": "mappe/workspace.yaml:3:3",
        "networks/x": "mappe/workspace.yaml:1:1",
        "activities/a1.area": "mappe/activities-2025.csv:2:18",
        "activities/a1.note": "mappe/activities-2025.csv:2:1",
        "activities[1].minutes": "mappe/activities-2025.csv:2:15",
    }
    assert {path: str(loaded.source.locate(path)) for path in places} == places
    assert str(loaded.source.locate(Ref("partners", "a"))) == "mappe/partners.yaml:3:3"


def test_a_file_that_is_no_part_is_refused_with_the_name_that_was_meant() -> None:
    (fault,) = faults_of({"workspace.yaml": ROOT, "partner.yaml": PARTNERS, "contacts.yaml": CONTACTS})
    assert fault.code == "L152"
    assert fault.in_("de") == (
        "mappe/partner.yaml:1:1: So heißt kein Teil einer Arbeitsmappe."
        " Gemeint ist vielleicht „partners.yaml“. [L152]"
    )
    (other,) = faults_of({"workspace.yaml": ROOT, "Activities-2025.CSV": "x"})
    assert other.near == "activities-2025.csv"
    (far,) = faults_of({"workspace.yaml": ROOT, "xyzzy.json": "{}"})
    assert far.in_("en").endswith(
        "Rename the file or move it to a sub-folder; sub-folders are not read. [L152]"
    )


def test_the_same_part_twice_is_told_once_and_not_thing_by_thing() -> None:
    files = {"workspace.yaml": ROOT, "partners.json": "{}", "partners.yaml": PARTNERS}
    (*_, fault) = faults_of(files)
    assert (fault.code, str(fault.position)) == ("L153", "mappe/partners.yaml:1:1")
    assert "partners.json" in fault.in_("de")


def test_without_a_root_part_the_folder_is_no_workspace() -> None:
    (fault,) = faults_of({})
    assert fault.code == "L151"
    assert fault.position.file == "mappe/workspace.yaml"


def test_a_thing_in_two_files_is_told_with_both_places() -> None:
    root = ROOT + "partners:\n  b:\n    name: B\n    kind: school\n"
    (fault,) = faults_of({"workspace.yaml": root, "partners.yaml": PARTNERS})
    assert fault.in_("de") == (
        "mappe/partners.yaml:6:3 partners/b: „b“ steht in zwei Dateien, zuerst in workspace.yaml:6."
        " Die Angaben in einer Datei zusammenführen oder eine anders benennen. [L157]"
    )
    twice = faults_of({"workspace.yaml": ROOT, "service.yaml": ROOT})
    assert [(fault.path, fault.code) for fault in twice] == [("service", "L157")]


def test_a_private_thing_in_two_files_is_told_without_its_identifier() -> None:
    row = "id;day;minutes;area\ngeheim-1;{}-01-01;30;network\n"
    files = {
        "workspace.yaml": ROOT,
        "activities-2025.csv": row.format(2025),
        "activities-2024.csv": row.format(2024),
    }
    (fault,) = faults_of(files)
    assert fault.code == "L157"
    assert "geheim" not in fault.in_("de") + fault.in_("en")


def test_what_is_about_people_has_files_of_its_own() -> None:
    private = {"people", "activities"}
    assert private <= set(private_collections())
    above = {name for name, cls in ENTITY_OF.items() if info_of(cls).privacy > Audience.INTERNAL}
    assert above <= set(private_collections())
    assert not {"partners", "contacts", "networks", "committees"} & set(private_collections())
    (fault,) = faults_of({"workspace.yaml": ROOT + "people:\n  a:\n    role: r\n"})
    assert (fault.code, str(fault.position)) == ("L156", "mappe/workspace.yaml:5:1")
    assert "people.yaml" in fault.in_("de")


def test_a_file_holds_what_it_is_named_after() -> None:
    (fault,) = faults_of({"workspace.yaml": ROOT, "contacts.yaml": PARTNERS})
    assert (fault.code, fault.path) == ("L155", "partners")
    assert "partners.yaml" in fault.in_("de")
    (unknown,) = faults_of({"workspace.yaml": ROOT, "contacts.yaml": CONTACTS.replace("contacts", "contact")})
    assert (unknown.code, unknown.near) == ("L111", "contacts")


def test_a_day_of_another_year_than_its_file_is_refused_without_being_told() -> None:
    text = V + "activities:\n  a1:\n    day: {}\n    minutes: 5\n    area: network\n"
    for day in ("2025-01-01", "2025-12-31"):
        files = {"workspace.yaml": ROOT, "activities-2025.yaml": text.format(day)}
        assert loads_folder(as_bytes(files)).workspace.activities
    for day in ("2024-12-31", "2026-01-01"):
        (fault,) = faults_of({"workspace.yaml": ROOT, "activities-2025.yaml": text.format(day)})
        assert (fault.code, fault.path) == ("L158", "activities[1].day")
        assert str(fault.position) == "mappe/activities-2025.yaml:4:10"
        assert day not in fault.in_("de")
    anywhere = {"workspace.yaml": ROOT, "activities.yaml": text.format("2024-12-31")}
    assert loads_folder(as_bytes(anywhere)).workspace.activities


def test_a_file_that_cannot_be_read_hides_no_fault_of_the_others_and_makes_none() -> None:
    files = {
        "workspace.yaml": ROOT,
        "partners.yaml": V + "partners: [\n",
        "contacts.yaml": CONTACTS + "    intensity: 3\n",
    }
    assert [code for _, _, code in told(files)] == ["L111", "L102"]


def test_every_part_tells_its_version() -> None:
    files = {"workspace.yaml": ROOT, "partners.yaml": PARTNERS.removeprefix(V)}
    assert told(files) == [("mappe/partners.yaml:1:1", "schema", "L127")]
    newer = {"workspace.yaml": ROOT, "partners.yaml": PARTNERS.replace(V, "schema: 99\nblub: 3\n")}
    assert {code for _, _, code in told(newer)} >= {"L126"}


def test_an_empty_part_is_told_what_it_lacks_and_one_without_entries_is_fine() -> None:
    (fault,) = faults_of({"workspace.yaml": ROOT, "people.yaml": "# nur ein Kommentar\n"})
    assert fault.code == "L159"
    assert f"schema: {SCHEMA_VERSION}" in fault.in_("de")
    assert loads_folder(as_bytes({"workspace.yaml": ROOT, "people.yaml": V})).workspace.service


def test_two_keys_of_one_file_are_told_with_the_line_of_that_file() -> None:
    twice = PARTNERS + "  a:\n    name: C\n    kind: school\n"
    (fault,) = faults_of({"workspace.yaml": ROOT, "partners.yaml": twice})
    assert str(fault.position) == "mappe/partners.yaml:9:3"
    assert "Zeile 3" in fault.in_("de")


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("workspace.yaml", True),
        ("Partners.YML", True),
        ("activities-2025.csv", True),
        ("workspace.schema.json", False),
        (".prettierrc.json", False),
        ("README.md", False),
        ("jmd.toml", False),
        (".jmd~" + "0" * 32 + "~new0", False),
    ],
)
def test_only_files_that_could_be_parts_are_looked_at(name: str, wanted: bool) -> None:
    assert is_candidate(name) is wanted


@pytest.mark.parametrize(
    "name",
    [
        "workspace.csv",
        "partners-2025.yaml",
        "activities-25.csv",
        "activities-0000.csv",
        "service-2025.yaml",
        "activities-2025.Csv",
        "schema.yaml",
        "activities-٢٠٢٥.csv",
    ],
)
def test_other_names_are_no_parts(name: str) -> None:
    assert part_of(name) is None


def test_activities_are_dated_and_grow_by_the_day() -> None:
    assert "activities" in dated_collections()
    assert logged_collections() == ("activities",)
