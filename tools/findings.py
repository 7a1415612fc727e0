"""What two versions of the library find in the same files; ``nox -s findings -- REVISION`` runs it.

    python tools/findings.py collect CORPUS OUT.json    with the library that is installed
    python tools/findings.py compare OLD.json NEW.json  what is new, what is lost, what could not be read

Findings are compared by file, rule, subject and field, not by their words: a better sentence is no change
of what is found. Nothing here is a test; it shows a reviewer what a change of rules means for people.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

ON = date(2026, 1, 31)
"""The day for files that name none; rule examples name theirs in the first line."""

Told = Mapping[str, Any]


def collect(corpus: Path) -> dict[str, Any]:
    """Give the findings of every file below a folder, by its path, with what could not be read."""
    from jmdmodel import Settings, check, load  # noqa: PLC0415 - of whichever version is installed
    from jmdmodel.errors import JmdError  # noqa: PLC0415
    from jmdmodel.quality import catalogue  # noqa: PLC0415

    every = Settings.of(enable=[rule.code for rule in catalogue() if rule.status.value != "retired"])
    told: dict[str, Any] = {"rules": [rule.code for rule in catalogue()], "files": {}}
    for path in sorted(corpus.rglob("*.yaml")):
        name = path.relative_to(corpus).as_posix()
        try:
            workspace = load(path).workspace
        except JmdError as error:
            told["files"][name] = {"refused": error.code if hasattr(error, "code") else type(error).__name__}
            continue
        found = check(workspace, on=_day_of(path), settings=every)
        told["files"][name] = {
            "findings": [f"{one.code} {one.subject}{'.' if one.field else ''}{one.field}" for one in found]
        }
    return told


def _day_of(path: Path) -> date:
    first = path.read_text("utf-8").partition("\n")[0]
    return date.fromisoformat(first.removeprefix("# on:").strip()) if first.startswith("# on:") else ON


def compared(old: Told, new: Told) -> Iterator[str]:
    """Yield lines on what is new and what is lost, by rule, and on files that only one version reads."""
    changes: dict[str, list[str]] = {}
    files = sorted({*old["files"], *new["files"]})
    for name in files:
        before, after = (side["files"].get(name, {"refused": "not there"}) for side in (old, new))
        if "refused" in before or "refused" in after:
            if before.get("refused") != after.get("refused"):
                reasons = f"{before.get('refused', 'read')} → {after.get('refused', 'read')}"
                changes.setdefault("files", []).append(f"  {name}: {reasons}")
            continue
        counted = {sign: _less(*pair) for sign, pair in _sides(before["findings"], after["findings"])}
        for sign, lines in counted.items():
            for line in lines:
                code, _, place = line.partition(" ")
                changes.setdefault(code, []).append(f"  {sign} {name}: {place}")
    for code in sorted({*new["rules"]} - {*old["rules"]}):
        yield f"new rule {code}"
    for code in sorted({*old["rules"]} - {*new["rules"]}):
        yield f"rule gone {code}"
    for code, lines in sorted(changes.items()):
        more = sum(line.startswith("  +") for line in lines)
        less = sum(line.startswith("  -") for line in lines)
        yield f"{code}: {more} new, {less} lost" if code != "files" else "files:"
        yield from lines
    if not changes:
        yield f"no finding is new and none is lost in {len(files)} files"


def _sides(before: list[str], after: list[str]) -> tuple[tuple[str, tuple[list[str], list[str]]], ...]:
    return ("+", (after, before)), ("-", (before, after))


def _less(many: list[str], few: list[str]) -> list[str]:
    """Give what stands in one list more often than in the other."""
    rest = list(few)
    return [line for line in many if not (line in rest and (rest.remove(line) is None))]


def main(arguments: list[str]) -> None:
    """Run one of the two steps."""
    match arguments:
        case ["collect", corpus, out]:
            Path(out).write_text(json.dumps(collect(Path(corpus)), indent=1), "utf-8")
        case ["compare", old, new]:
            sides = (json.loads(Path(path).read_text("utf-8")) for path in (old, new))
            sys.stdout.write("".join(f"{line}\n" for line in compared(*sides)))
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
