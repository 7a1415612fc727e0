"""The way to pandoc, a program of its own: a document in its JSON goes in, the bytes of a file come out.

It is the one that comes with the package; what the user may have installed beside it is never looked for, nor
a folder with settings of the user's. It runs in its own sandbox with a clean environment: it reads the
reference document and nothing else, from no disk and no network, and is ended when it takes too long.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final, Literal, TypeAlias

from jmdexport.documents.office_faults import OfficeFailed
from jmdexport.errors import MissingExtra
from jmdmodel.storage.scratch import scratch_folder

Office: TypeAlias = Literal["docx", "odt"]
"""The forms of office programs."""

SECONDS: Final = 120
"""How long pandoc may take; a report takes about one."""
_TOLD: Final = 400
"""So many letters of what pandoc says are passed on."""
_NAMES: Final = ("pandoc", "pandoc.exe")


def run_pandoc(
    document: bytes, *, form: Office, reference: bytes, as_of: date, seconds: int = SECONDS
) -> bytes:
    """Give a document in pandoc's JSON as the bytes of an office file.

    Args:
        document: What :func:`~jmdexport.documents.pandoc_tree.pandoc_json` made.
        form: Which file is wanted.
        reference: A file of this form whose styles, page and footer the new one takes over.
        as_of: The day that the file names as that of its making.
        seconds: How long it may take.

    Raises:
        MissingExtra: The extra ``office`` is not installed.
        OfficeFailed: pandoc could not make the file, or took too long.
    """
    program = pandoc_program()
    name = f"reference.{form}"
    with scratch_folder({name: reference}) as folder:
        command = [
            str(program),
            "--sandbox",
            "--from=json",
            f"--to={form}",
            f"--data-dir={folder}",
            f"--reference-doc={folder / name}",
            "--output=-",
        ]
        try:
            done = subprocess.run(  # noqa: S603 - the program of the package, with fixed arguments
                command,
                input=document,
                capture_output=True,
                check=False,
                timeout=seconds,
                cwd=folder,
                env=_environment(as_of, folder),
            )
        except subprocess.TimeoutExpired as error:
            raise OfficeFailed(form, "time", str(seconds)) from error
        except OSError as error:
            raise OfficeFailed(form, "start", type(error).__name__) from error
    if done.returncode or not done.stdout:
        told = done.stderr.decode("utf-8", "replace").replace(str(folder), "…").strip()
        raise OfficeFailed(form, "refused", told[-_TOLD:])
    return done.stdout


def pandoc_program() -> Path:
    """Give the path of the pandoc that comes with the package.

    Raises:
        MissingExtra: It is not installed.
    """
    found = importlib.util.find_spec("pypandoc")
    for place in (found.submodule_search_locations or ()) if found is not None else ():
        for name in _NAMES:
            program = Path(place) / "files" / name
            if program.is_file():
                return program
    raise MissingExtra("office", "pypandoc_binary")


def _environment(as_of: date, folder: Path) -> dict[str, str]:
    """Give all that pandoc hears of the world: the day, UTF-8, a home that is empty."""
    day = int(datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC).timestamp())
    needed = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    home = {name: str(folder) for name in ("HOME", "USERPROFILE", "APPDATA", "XDG_DATA_HOME", "TMPDIR")}
    return needed | home | {"SOURCE_DATE_EPOCH": str(day), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
