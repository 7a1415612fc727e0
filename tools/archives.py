"""What the wheel and the source archive hold, and what they must not; ``nox -s wheel`` asks."""

from __future__ import annotations

import fnmatch
import tarfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

WHEEL_MUST_HOLD = (
    "jmdmodel/__init__.py",
    "jmdmodel/py.typed",
    "jmdexport/__init__.py",
    "jmdexport/py.typed",
    "jmdexport/cli/__init__.py",
    "jmdmodel-*.dist-info/entry_points.txt",
    "jmdmodel-*.dist-info/licenses/LICENSE",
    "jmdmodel-*.dist-info/licenses/src/jmdexport/fonts/OFL.txt",
    "jmdmodel-*.dist-info/sboms/bundled.cdx.json",
)
WHEEL_MAY_HOLD = (
    "jmdmodel/*.py",
    "jmdmodel/py.typed",
    "jmdmodel/quality/*/examples/*/bad.yaml",
    "jmdmodel/quality/*/examples/*/good.yaml",
    "jmdexport/*.py",
    "jmdexport/py.typed",
    "jmdexport/fonts/NotoSans-*.ttf",
    "jmdexport/fonts/OFL.txt",
    "jmdexport/fonts/metrics.json",
    "jmdexport/fonts/web.css",
    "jmdexport/templates/*.css",
    "jmdexport/templates/*.jinja",
    "jmdexport/templates/office/*.typ",
    "jmdexport/templates/office/docx/*",
    "jmdexport/templates/office/odt/*",
    "jmdexport/page/page.*",
    "jmdexport/demo/*.yaml",
    "jmdmodel-*.dist-info/*",
)
SDIST_MUST_HOLD = (
    ".ci/run",
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "changes/README.md",
    "docs/conf.py",
    "examples/jmd-graph-json/pyproject.toml",
    "noxfile.py",
    "pyproject.toml",
    "tests/conftest.py",
    "tools/bundled.cdx.json",
)
SDIST_MAY_HOLD = (
    *(
        f"{folder}/*"
        for folder in (".ci", "benchmarks", "changes", "docs", "examples", "src", "tests", "tools")
    ),
    "*.md",
    ".gitignore",  # hatchling takes it along: whoever builds from the archive leaves out the same files
    "LICENSE",
    "PKG-INFO",
    "noxfile.py",
    "pyproject.toml",
)
NEVER = ("*.pyc", "*/__pycache__/*", "*~", "*.orig", "*.rej", "*.swp", "*/.DS_Store", "*/_build/*")
"""What is left behind by programs, wherever it lies."""


def wheel_faults(wheel: Path, source: Path) -> list[str]:
    """Tell what a wheel lacks of the source and of what else it needs, and what has no business there."""
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
    return [
        *_lacks("wheel", names, WHEEL_MUST_HOLD),
        *_holds("wheel", names, WHEEL_MAY_HOLD),
        *(f"The wheel lacks {name}." for name in sorted(_files(source) - set(names))),
    ]


def sdist_faults(sdist: Path, source: Path) -> list[str]:
    """Tell what the source archive lacks, and what has no business there."""
    with tarfile.open(sdist) as archive:
        names = [member.name.partition("/")[2] for member in archive.getmembers() if member.isfile()]
    wanted = {f"src/{name}" for name in _files(source)}
    return [
        *_lacks("source archive", names, SDIST_MUST_HOLD),
        *_holds("source archive", names, SDIST_MAY_HOLD),
        *(f"The source archive lacks {name}." for name in sorted(wanted - set(names))),
    ]


def _files(source: Path) -> set[str]:
    """Give each file of the source folder that was written, not left behind."""
    names = (path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file())
    return {name for name in names if not fits(name, NEVER)}


def _lacks(archive: str, names: list[str], wanted: Iterable[str]) -> list[str]:
    return [f"The {archive} lacks {want}." for want in wanted if not fnmatch.filter(names, want)]


def _holds(archive: str, names: list[str], allowed: Iterable[str]) -> list[str]:
    allowed = tuple(allowed)
    return [
        f"The {archive} must not hold {name}."
        for name in names
        if not fits(name, allowed) or fits(name, NEVER)
    ]


def fits(name: str, patterns: Iterable[str]) -> bool:
    """Tell whether a name fits one of the patterns; a star also stands for parts of the path."""
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)
