"""The program that is disturbed: saves one workspace, or writes one set of exports, and tells how it went.

A *set* is made by hand; an *export* comes from exporters of the library, has an entry in a record, and takes
the place of one with other files.

Status 0 when it is written, 3 for an error of the library's own; anything else would be a fault.
"""

from __future__ import annotations

import functools
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import attrs

from jmdexport import Artifact, Audience, Recording, Registry, Wanted, render_all, write
from jmdmodel import check
from jmdmodel.codec import save
from jmdmodel.errors import JmdError
from jmdmodel.testing.builders import small
from jmdmodel.workspace import Workspace

FILE = "workspace.yaml"
OUT, RECORD = "out", "exports.jsonl"
ON = date(2026, 1, 31)


def workspace(state: str) -> Workspace:
    """Give the workspace of a state, different in one text."""
    mine = small()
    return attrs.evolve(mine, service=attrs.evolve(mine.service, name=f"JMD {state}"))


def artifacts(state: str) -> tuple[Artifact, ...]:
    """Give the set of a state: the names are those of every state, one file has always the same content."""
    told = [("data/a.csv", state), ("data/b.csv", state * 3_000), ("map.svg", state), ("same.txt", "same")]
    return tuple(Artifact.text(name, "text/plain", text + "\n") for name, text in told)


@functools.cache
def exported(state: str) -> tuple[Artifact, ...]:
    """Give what exporters of the library make of the workspace of a state; the new one has no map."""
    whole = workspace(state)
    wanted = [Wanted("impuls-csv", folder="data"), Wanted("findings")]
    return render_all(
        whole,
        wanted if state == "new" else [*wanted, Wanted("network-map", folder="maps")],
        year=2025,
        as_of=ON,
        audience=Audience.INTERNAL,
        findings=check(whole, on=ON),
        registry=Registry("none"),
    )


def made(what: str, state: str) -> tuple[Artifact, ...]:
    """Give the files of a state, without their manifest."""
    return exported(state) if what == "export" else artifacts(state)


def set_in(what: str, folder: Path) -> Path:
    """Give the folder of the set; an export has its record beside."""
    return folder / OUT if what == "export" else folder


def act(what: str, state: str, folder: Path) -> None:
    """Write a state as a workspace, as a set, or as an export."""
    if what == "save":
        save(workspace(state), folder / FILE)
    elif what == "set":
        write(artifacts(state), folder)
    else:
        at = datetime(2026, 1, 31, 12, tzinfo=UTC)
        write(exported(state), folder / OUT, record=Recording(path=folder / RECORD, at=at, purpose=state))


if __name__ == "__main__":
    try:
        act(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
    except JmdError as error:
        print(error.code)
        sys.exit(3)
