"""The samples of a Markdown page: what a reader would type, taken out and carried out in order.

- ``python`` blocks run one after the other in one namespace per page.
- ``console`` blocks: a line after ``$`` is a command, the lines below it are what it prints, as in
  doctest with ``...`` for anything. Commands without printed lines may print what they like.
- A comment before a block says more: ``<!-- file: NAME -->`` writes the block to a file instead,
  ``<!-- add to: NAME -->`` puts it at a file's end, ``<!-- exit: 1 -->`` expects another exit status,
  ``<!-- shown only -->`` leaves the block alone, and ``<!-- change NAME: OLD => NEW -->`` changes a file.
"""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import attrs

ROOT = Path(__file__).parent.parent.parent
_BLOCK = re.compile(
    r"^<!-- change (?P<file>\S+): (?P<old>[^\n]+?) => (?P<new>[^\n]+?) -->$"
    r"|(?:^<!-- (?P<note>[^\n]*?) -->\n+)?^(?P<fence>```+)(?P<kind>[\w-]*)[^\n]*\n(?P<text>.*?)^(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)
_JMD = 'jmd() { python -m jmdexport.cli "$@"; }\n'
_SHOWN_LIKE_A_TERMINAL = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@attrs.frozen(kw_only=True)
class Sample:
    """One thing to carry out, with the line of the page it stands on."""

    kind: str
    text: str
    line: int
    note: str = ""


def samples(markdown: str) -> Iterator[Sample]:
    """Yield the samples of a page in order."""
    for found in _BLOCK.finditer(markdown):
        line = markdown.count("\n", 0, found.start()) + 1
        if found["file"]:
            text = f"{found['file']}\n{found['old']}\n{found['new']}"
            yield Sample(kind="change", text=text, line=line)
        else:
            yield Sample(kind=found["kind"], text=found["text"], line=line, note=found["note"] or "")


def run(markdown: str, folder: Path, *, page: str = "page") -> int:
    """Carry out the samples of a page in a folder; give how many there were."""
    space: dict[str, object] = {"__name__": "sample"}
    done = 0
    for sample in samples(markdown):
        where = f"{page}:{sample.line}"
        verb, _, name = sample.note.partition(": ")
        if sample.note == "shown only":
            continue
        if verb == "file":
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(sample.text, encoding="utf-8")
        elif verb == "add to":
            place = folder / name
            place.write_text(place.read_text(encoding="utf-8") + sample.text, encoding="utf-8")
        elif sample.kind == "change":
            _change(sample.text, folder, where)
        elif sample.kind == "python":
            exec(compile("\n" * sample.line + sample.text, where, "exec"), space)
        elif sample.kind == "console":
            _console(sample, folder, where, status=int(name) if verb == "exit" else 0)
        else:
            continue
        done += 1
    return done


def _change(text: str, folder: Path, where: str) -> None:
    file, old, new = text.split("\n")
    before = (folder / file).read_text(encoding="utf-8")
    assert before.count(old) == 1, f"{where}: {old!r} stands {before.count(old)} times in {file}"
    (folder / file).write_text(before.replace(old, new), encoding="utf-8")


def _console(sample: Sample, folder: Path, where: str, *, status: int) -> None:
    for command, expected in _commands(sample.text):
        told = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", _JMD + command],
            cwd=folder,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert told.returncode == status, f"{where}: {command}\n{told.stdout}"
        same = doctest.OutputChecker().check_output(expected, told.stdout, _SHOWN_LIKE_A_TERMINAL)
        assert not expected or same, f"{where}: {command} printed\n{told.stdout}\nand not\n{expected}"


def _commands(text: str) -> Iterator[tuple[str, str]]:
    """Yield each command with the text that is shown below it; a backslash goes on to the next line."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        match = re.match(r"((?:[^\n]*\\\n)*[^\n]*)\n?(.*)", part, re.DOTALL)
        assert match is not None
        yield match[1], match[2]


def environment() -> dict[str, str]:
    """Give an environment in which ``python`` is that of this run, and the terminal is plain."""
    own = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    plain = {"PYTHONIOENCODING": "utf-8", "COLUMNS": "100", "NO_COLOR": "1"}
    return os.environ | {"PATH": own, "PYTHONPATH": str(ROOT / "src")} | plain
