"""The program that is disturbed: saves one workspace, or writes one set of exports, and tells how it went.

Status 0 when it is written, 3 for an error of the library's own; anything else would be a fault.
"""

from __future__ import annotations

import sys
from pathlib import Path

import attrs

from jmdexport import Artifact, write
from jmdmodel.codec import save
from jmdmodel.errors import JmdError
from jmdmodel.testing.builders import small
from jmdmodel.workspace import Workspace

FILE = "workspace.yaml"


def workspace(state: str) -> Workspace:
    """Give the workspace of a state, different in one text."""
    mine = small()
    return attrs.evolve(mine, service=attrs.evolve(mine.service, name=f"JMD {state}"))


def artifacts(state: str) -> tuple[Artifact, ...]:
    """Give the set of a state: the names are those of every state, one file has always the same content."""
    told = [("data/a.csv", state), ("data/b.csv", state * 3_000), ("map.svg", state), ("same.txt", "same")]
    return tuple(Artifact.text(name, "text/plain", text + "\n") for name, text in told)


def act(what: str, state: str, folder: Path) -> None:
    """Write a state as a workspace or as a set."""
    if what == "save":
        save(workspace(state), folder / FILE)
    else:
        write(artifacts(state), folder)


if __name__ == "__main__":
    try:
        act(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
    except JmdError as error:
        print(error.code)
        sys.exit(3)
