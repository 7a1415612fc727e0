"""What is wrong with a workspace that does not load, in the forms that findings have (R-52, R-54)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import attrs

from jmdmodel.errors import LoadError, StorageError
from jmdmodel.messages import Language, Message, Say, in_number
from jmdmodel.quality.forms.junit import escaped, quoted
from jmdmodel.quality.forms.sarif import FINGERPRINT, SCHEMA, digest_of, file_uri, unlinked
from jmdmodel.quality.harmless import harmless

FAULT_STATUS = 2
"""The exit status of a check that could not run."""

HEAD = Say(
    de="Die Arbeitsmappe ließ sich nicht laden. Zahl der Fehler: {n}.",
    en="The workspace could not be loaded. Number of faults: {n}.",
)
GROUP = Say(de="Fehler beim Laden", en="Faults on loading")
_SUITE = Say(de="Laden der Arbeitsmappe", en="Loading the workspace")
_KIND = Say(de="Fehler {code} beim Laden der Arbeitsmappe.", en="Fault {code} on loading the workspace.")
_NUMBER = Say(de="Zahl der Fehler: {n}.", en="Number of faults: {n}.")
_WHY = Say(
    de="Solange sich die Arbeitsmappe nicht laden lässt, wird keine Regel geprüft.",
    en="As long as the workspace cannot be loaded, no rule is checked.",
)
_WHAT_TO_DO = Say(
    de="Was an der genannten Stelle zu tun ist, sagt die Meldung. Danach noch einmal prüfen.",
    en="The message says what to do at the place it names. Then check again.",
)


@attrs.frozen(kw_only=True)
class Fault:
    """One thing that is wrong with a workspace that does not load, in one language. German: Ladefehler.

    Attributes:
        code: Stable code, for instance ``L105``.
        file: Name of the file, or of the folder.
        line: Counted from 1; ``None`` where the whole file cannot be read.
        column: Counted from 1; ``None`` as above.
        path: Place in the model; empty where there is none, ``None`` as above.
        message: What is wrong.
        expected: What would have been right, if that can be said.
        remedy: What to do, if that can be said.
        near: The nearest known name, if one is near.
    """

    code: str
    file: str
    line: int | None = None
    column: int | None = None
    path: str | None = None
    message: str
    expected: str | None = None
    remedy: str | None = None
    near: str | None = None

    @property
    def position(self) -> str:
        """File, line and column as far as they are known."""
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)

    @property
    def place(self) -> str:
        """The position, and the place in the model."""
        return f"{self.position} {self.path}" if self.path else self.position

    @property
    def told(self) -> str:
        """What is wrong, what was expected and what to do, as sentences."""
        parts = (part for part in (self.message, self.expected, self.remedy) if part)
        return " ".join(part[:1].upper() + part[1:] for part in parts)


def faults_of(error: LoadError | StorageError, language: Language = "de") -> tuple[Fault, ...]:
    """Give all that an error of loading tells, by position; a file that cannot be read is one fault."""
    if isinstance(error, StorageError):
        return (Fault(code=error.code, file=error.path, message=error.message.in_(language)),)

    def words(message: Message | None) -> str | None:
        return message.in_(language) if message is not None else None

    return tuple(
        Fault(
            code=fault.code,
            file=fault.position.file,
            line=fault.position.line,
            column=fault.position.column,
            path=fault.path,
            message=fault.what.in_(language),
            expected=words(fault.expected),
            remedy=words(fault.remedy),
            near=fault.near,
        )
        for fault in error.faults
    )


def head(faults: Sequence[Fault], language: Language) -> str:
    """Tell that nothing was loaded, and the true number of faults."""
    return HEAD.in_(language).format(n=in_number(len(faults), language))


def by_code(faults: Sequence[Fault]) -> dict[str, list[Fault]]:
    """Give the faults of each code, codes in their order."""
    found: dict[str, list[Fault]] = {code: [] for code in sorted({fault.code for fault in faults})}
    for fault in faults:
        found[fault.code].append(fault)
    return found


def faults_as_data(faults: Sequence[Fault]) -> dict[str, Any]:
    """Give the faults as plain data, version 1: one entry a fault; a program can rely on the keys."""
    entries = [attrs.asdict(fault) for fault in faults]
    return {"version": 1, "faults": entries, "totals": {"faults": len(entries)}}


def faults_as_concise(faults: Sequence[Fault]) -> str:
    """Give the faults one a line: ``file:line:column: CODE``, place in the model, what is wrong, remedy."""
    told = (
        f"{fault.position}: {fault.code} {fault.path + ': ' if fault.path else ''}{fault.told}"
        for fault in faults
    )
    return "".join(f"{harmless(line)}\n" for line in told)


def faults_as_sarif(
    faults: Sequence[Fault], *, language: Language = "de", root: str = "", version: str = ""
) -> str:
    """Give the faults as SARIF 2.1.0: each code is a rule, each fault an error with its place.

    The run says of itself that it did not succeed, so that a site does not take old findings for mended.

    Args:
        root: The folder that names of files are made relative to; a file elsewhere keeps its full name.
        version: Version of the library, where it is known.
    """
    groups = by_code(faults)
    rules = {code: number for number, code in enumerate(groups)}
    driver: dict[str, Any] = {"name": "jmdmodel"} | ({"version": version} if version else {})
    driver["rules"] = [_descriptor(code, language) for code in groups]
    seen: dict[tuple[str, str | None], int] = {}
    results = []
    for fault in faults:
        number = seen[fault.code, fault.path] = seen.get((fault.code, fault.path), -1) + 1
        results.append(
            {
                "ruleId": fault.code,
                "ruleIndex": rules[fault.code],
                "level": "error",
                "message": {"text": unlinked(harmless(fault.told))},
                "locations": [_location(fault, root)],
                "partialFingerprints": {FINGERPRINT: digest_of(fault.code, fault.path or "", "", number)},
                "properties": {"expected": fault.expected, "remedy": fault.remedy, "near": fault.near},
            }
        )
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": False, "exitCode": FAULT_STATUS}],
        "language": language,
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _descriptor(code: str, language: Language) -> dict[str, Any]:
    return {
        "id": code,
        "shortDescription": {"text": _KIND.in_(language).format(code=code)},
        "fullDescription": {"text": _WHY.in_(language)},
        "help": {"text": _WHAT_TO_DO.in_(language)},
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["jmd-load"], "problem.severity": "error"},
    }


def _location(fault: Fault, root: str) -> dict[str, Any]:
    location: dict[str, Any] = {}
    if (uri := file_uri(fault.file, root)) is not None:
        location["physicalLocation"] = {"artifactLocation": {"uri": uri}}
        if fault.line is not None:
            location["physicalLocation"]["region"] = {"startLine": fault.line, "startColumn": fault.column}
    if fault.path:
        location["logicalLocations"] = [{"fullyQualifiedName": fault.path}]
    return location


def faults_as_junit(faults: Sequence[Fault], *, language: Language = "de") -> str:
    """Give the faults as JUnit XML: one failed case for each code, whose text lists all of its faults."""
    groups = by_code(faults)
    counts = f'tests="{len(groups)}" failures="{len(groups)}" errors="0" skipped="0"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<testsuites name={quoted(head(faults, language))} {counts}>",
        f"  <testsuite name={quoted(_SUITE.in_(language))} {counts}>",
    ]
    for code, own in groups.items():
        message = _NUMBER.in_(language).format(n=in_number(len(own), language))
        body = "\n\n".join(f"{fault.place}\n{fault.told}" for fault in own)
        lines += [
            f'    <testcase classname="jmd.load" name={quoted(code)}>',
            f'      <failure type="must" message={quoted(message)}>{escaped(body)}</failure>',
            "    </testcase>",
        ]
    return "\n".join([*lines, "  </testsuite>", "</testsuites>"]) + "\n"
