"""Which programs are on this machine: Pythons, a browser, an office program. None is ever downloaded."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple


def interpreter(version: str) -> str | None:
    """Find a Python of exactly this version: on the path, or among those that pyenv keeps."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = [sys.executable, shutil.which(f"python{version}")]
    found += [str(python) for python in sorted(pyenv.glob(f"{version}.*/bin/python"))]
    return next((python for python in found if python and _says_version(python, version)), None)


def _says_version(python: str, version: str) -> bool:
    """Tell whether an interpreter starts and is of this version; a launcher without a Python does not."""
    ask = "import sys; print('%d.%d' % sys.version_info[:2])"
    told = subprocess.run([python, "-c", ask], capture_output=True, text=True, check=False)  # noqa: S603 - found on this machine
    return told.returncode == 0 and told.stdout.strip() == version


def chromium() -> str | None:
    """Find a Chromium: the one that ``JMD_CHROMIUM`` names, or one on the path."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    found = [os.environ.get("JMD_CHROMIUM"), *(shutil.which(name) for name in names)]
    return next((path for path in found if path), None)


def libreoffice() -> str | None:
    """Find LibreOffice: the one that ``JMD_LIBREOFFICE`` names, or one on the path."""
    found = [os.environ.get("JMD_LIBREOFFICE"), *(shutil.which(name) for name in ("soffice", "libreoffice"))]
    return next((path for path in found if path), None)


class Opener(NamedTuple):
    """A program that opens what the exporters make, for the tests in one folder.

    Attributes:
        tests: The folder.
        name: What the program is called.
        variable: The variable of the environment that tells the tests where it is.
        packages: What has to be installed on Debian and Ubuntu.
        find: Finds it.
    """

    tests: str
    name: str
    variable: str
    packages: str
    find: Callable[[], str | None]


OPENING = (
    Opener("tests/pages", "Chromium", "JMD_CHROMIUM", "chromium", chromium),
    Opener(
        "tests/office",
        "LibreOffice",
        "JMD_LIBREOFFICE",
        "libreoffice-writer-nogui libreoffice-calc-nogui",
        libreoffice,
    ),
)
