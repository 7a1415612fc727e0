"""The main job as a user does it: the installed command, in a process of its own, on any machine."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

MACHINES = {
    "another hash seed and a plain locale": {
        "PYTHONHASHSEED": "271828",
        "LC_ALL": "C",
        "LANG": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    },
    "a German locale, another time zone and a dumb terminal": {
        "LC_ALL": "de_DE.UTF-8",
        "LANG": "de_DE.UTF-8",
        "TZ": "Pacific/Kiritimati",
        "TERM": "dumb",
        "COLUMNS": "40",
    },
}
"""What differs between machines and must not show in any file; each thing differs on one of them."""


def jmd(
    *words: str, machine: dict[str, str] | None = None, folder: Path
) -> subprocess.CompletedProcess[bytes]:
    """Run the command with text encodings checked, as it would run elsewhere."""
    strict = "import warnings; warnings.filterwarnings('error', category=EncodingWarning, module='jmd')"
    code = f"{strict}; from jmdexport.cli import main; main()"
    env = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "PYTHON"))}
    env |= {
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "PYTHONWARNDEFAULTENCODING": "1",
    }
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=folder,
        env=env | (machine or {}),
        capture_output=True,
        check=False,
    )


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    told = jmd("demo", "out", folder=folder)
    assert told.returncode == 0, told.stderr.decode()
    return folder / "out"


def test_the_demo_makes_everything_that_was_promised(demo: Path) -> None:
    made = digests(demo).keys()
    assert made >= {"workspace.yaml", "findings.txt", "findings.json", "report-2025.html", "report-2025.md"}
    for year in (2023, 2024, 2025):
        assert {f"maps/network-map-{year}.svg", f"maps/network-map-{year}.png"} <= made
    for dialect in ("data", "office"):
        assert {f"csv/{dialect}/work_time.csv", f"csv/{dialect}/datapackage.json"} <= made


def test_the_files_of_the_demo_are_what_their_names_say(demo: Path) -> None:
    for path in demo.rglob("*"):
        if path.suffix == ".svg":
            assert ET.parse(path).getroot().tag.endswith("svg")
        elif path.suffix == ".png":
            assert path.read_bytes().startswith(b"\x89PNG\r\n")
        elif path.suffix == ".json":
            assert json.loads(path.read_text(encoding="utf-8"))
        elif path.is_file():
            assert path.read_text(encoding="utf-8").strip()


def test_the_demo_verifies_against_its_manifest(demo: Path) -> None:
    assert jmd("verify", "out", folder=demo.parent).returncode == 0


def test_the_example_has_findings_but_loads(demo: Path) -> None:
    told = jmd("check", "out/workspace.yaml", "--on", "2026-01-31", folder=demo.parent)
    assert told.returncode == 1, told.stderr.decode()


@pytest.mark.parametrize("difference", sorted(MACHINES))
def test_the_demo_is_the_same_on_a_machine_with(difference: str, demo: Path, tmp_path: Path) -> None:
    told = jmd("demo", "out", machine=MACHINES[difference], folder=tmp_path)
    assert told.returncode == 0, told.stderr.decode()
    assert digests(tmp_path / "out") == digests(demo)


def test_no_file_of_the_demo_names_the_folder_it_was_made_in(demo: Path) -> None:
    place = str(demo.parent).encode()
    assert [path.name for path in demo.rglob("*") if path.is_file() and place in path.read_bytes()] == []
