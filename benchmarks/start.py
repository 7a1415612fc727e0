"""Cold start: what a fresh process costs, beside a Python that does nothing."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.harness import ON, Contender, Goal, Row, measure, python, ratio
from jmdmodel.codec import dumps
from jmdmodel.testing import sizes

_COMMAND = "from jmdexport.cli import main; main()"
_EVERYTHING = """
import importlib, pkgutil, jmdexport, jmdmodel
for package in (jmdmodel, jmdexport):
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if "testing" not in found.name and not found.name.endswith("__main__"):
            importlib.import_module(found.name)
"""


def rows(*, rounds: int) -> Iterator[Row]:
    """Measure whole processes by the CPU time of the child, compiled modules ready."""
    written, path = tempfile.mkstemp(suffix=".yaml")
    os.close(written)
    file = Path(path)
    try:
        file.write_bytes(dumps(sizes.site(sizes.S)))
        day = ON.isoformat()
        contenders: dict[str, Contender] = {
            "nothing": python("pass"),
            "click": python("import click"),
            "--help": python(_COMMAND, "--help"),
            "import": python("import jmdmodel"),
            "load": python("import jmdmodel; jmdmodel.load"),
            "check": python(_COMMAND, "check", path, "--on", day, statuses=(0, 1)),
            "everything": python(_EVERYTHING),
        }
        times = measure(contenders, rounds=rounds)
    finally:
        file.unlink()
    for name, ours, goal in (
        ("import", "`import jmdmodel`", Goal(limit=5.0)),
        ("--help", "`jmd --help`", Goal(limit=6.0)),
        ("click", "of this: `import click` alone", None),
        ("load", "`jmdmodel.load` looked up: model and file format", None),
        ("check", "`jmd check` on S (YAML)", Goal(limit=30.0)),
        ("everything", "every module imported", None),
    ):
        yield Row(
            step="cold start",
            ours=ours,
            peer="`python -c pass`",
            figure=ratio(times, name, "nothing"),
            goal=goal,
        )
