"""What is said about archives that lack or hold something."""

from __future__ import annotations

import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.meta._source import ROOT
from tools import archives

INFO = "jmdmodel-1.dist-info"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    for name in ("jmdmodel/__init__.py", "jmdexport/__init__.py", "jmdexport/templates/new.md.jinja"):
        path = tmp_path / "src" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", encoding="utf-8")
    return tmp_path / "src"


def whole_wheel() -> list[str]:
    """Give names that satisfy each pattern of what a wheel must hold, and the one template of the source."""
    names = [want.replace("jmdmodel-*", "jmdmodel-1") for want in archives.WHEEL_MUST_HOLD]
    return [*names, "jmdexport/templates/new.md.jinja"]


def wheel(folder: Path, names: list[str]) -> Path:
    with zipfile.ZipFile(folder / "one.whl", "w") as archive:
        for name in names:
            archive.writestr(name, "")
    return folder / "one.whl"


def sdist(folder: Path, names: list[str]) -> Path:
    with tarfile.open(folder / "one.tar.gz", "w:gz") as archive:
        for name in names:
            archive.addfile(tarfile.TarInfo(f"jmdmodel-1/{name}"), io.BytesIO())
    return folder / "one.tar.gz"


def test_a_whole_wheel_has_no_faults(tmp_path: Path, source: Path) -> None:
    assert archives.wheel_faults(wheel(tmp_path, whole_wheel()), source) == []


@pytest.mark.parametrize("lost", whole_wheel())
def test_whatever_a_wheel_lacks_is_named(lost: str, tmp_path: Path, source: Path) -> None:
    told = archives.wheel_faults(wheel(tmp_path, [name for name in whole_wheel() if name != lost]), source)
    assert told
    assert {one.replace("jmdmodel-*", "jmdmodel-1") for one in told} == {f"The wheel lacks {lost}."}


@pytest.mark.parametrize(
    "name",
    [
        "tests/conftest.py",
        "jmdexport/fonts/NotoSans-Regular.ttf.orig",
        "jmdexport/templates/office/notes.txt",
        "jmdmodel/__pycache__/ids.cpython-311.pyc",
        "jmdmodel/quality/data/examples/q1/ugly.yaml",
    ],
)
def test_what_has_no_business_in_a_wheel_is_named(name: str, tmp_path: Path, source: Path) -> None:
    told = archives.wheel_faults(wheel(tmp_path, [*whole_wheel(), name]), source)
    assert told == [f"The wheel must not hold {name}."]


def test_what_a_program_left_in_the_source_is_not_missed(tmp_path: Path, source: Path) -> None:
    left = source / "jmdmodel" / "__pycache__" / "ids.cpython-311.pyc"
    left.parent.mkdir()
    left.write_bytes(b"")
    assert archives.wheel_faults(wheel(tmp_path, whole_wheel()), source) == []


def test_a_source_archive_is_held_to_the_same(tmp_path: Path, source: Path) -> None:
    whole = [*archives.SDIST_MUST_HOLD, "PKG-INFO"]
    whole += [f"src/{path.relative_to(source).as_posix()}" for path in source.rglob("*") if path.is_file()]
    assert archives.sdist_faults(sdist(tmp_path, whole), source) == []
    told = archives.sdist_faults(sdist(tmp_path, [*whole[2:], "out/report.html"]), source)
    assert told == [
        f"The source archive lacks {whole[0]}.",
        f"The source archive lacks {whole[1]}.",
        "The source archive must not hold out/report.html.",
    ]


@pytest.mark.parametrize("pattern", archives.WHEEL_MAY_HOLD)
def test_what_a_wheel_may_hold_is_there_in_the_source(pattern: str) -> None:
    """A pattern that nothing fits allows what nobody has thought of."""
    if pattern.startswith("jmdmodel-"):
        return
    assert [path for path in (ROOT / "src").glob("*/**/*") if archives.fits(_name(path), [pattern])]


def _name(path: Path) -> str:
    return path.relative_to(ROOT / "src").as_posix()
