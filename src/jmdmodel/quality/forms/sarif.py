"""Findings as SARIF 2.1.0, the form that code scanners and the sites that host repositories read (R-54)."""

from __future__ import annotations

import hashlib
import json
import string
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any

import attrs

from jmdmodel.errors import Position
from jmdmodel.findings import Finding
from jmdmodel.messages import Language, Say
from jmdmodel.quality.engine import Findings
from jmdmodel.quality.forms.asked import numbered, rules_asked
from jmdmodel.quality.harmless import harmless
from jmdmodel.quality.model import Level, Rule
from jmdmodel.quality.report import Locate
from jmdmodel.quality.texts import phrase

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
SARIF_LEVELS: Mapping[Level, str] = {Level.MUST: "error", Level.SHOULD: "warning", Level.HINT: "note"}
"""The word of SARIF for each level."""

FINGERPRINT = "jmdFinding/v1"
"""Name of the fingerprint: rule and place in the model, so that it outlives edits around the finding."""

RELATED = 100
"""How many of the further things of a finding get a place; sites refuse results with very many."""

_PLAIN_IN_URI = frozenset(string.ascii_letters + string.digits + "-._~/")
_WHY = Say(de="Warum es wichtig ist", en="Why it matters")
_WHAT_TO_DO = Say(de="Was zu tun ist", en="What to do")


def as_sarif(
    findings: Findings,
    *,
    language: Language = "de",
    locate: Locate | None = None,
    rules: tuple[Rule, ...] | None = None,
    root: str = "",
    version: str = "",
    withheld: Mapping[str, int] | None = None,
) -> str:
    """Give the findings as SARIF 2.1.0: every rule that ran with its help, every finding with its place.

    ``must`` becomes ``error``, ``should`` ``warning`` and ``hint`` ``note``. The fingerprint of a finding
    is made of its rule and its place in the model, not of lines, days or numbers: when other parts of the
    file change, a site knows the finding again. There is no time in it, so equal findings give equal bytes.
    What the workspace waives is no result; its number is a property of the run, by code.

    Args:
        locate: Gives file, line and column; without it the place in the model stands alone.
        rules: The rules the findings come from, where they are not those of the library.
        root: The folder that names of files are made relative to; a file elsewhere keeps its full name.
        version: Version of the library, where it is known.
        withheld: How many findings the audience may not see, by code; told as a property of the run.

    Example:
        >>> from datetime import date
        >>> told = json.loads(as_sarif(Findings((), (("Q512", Level.MUST),)), language="en"))
        >>> told["version"], told["runs"][0]["tool"]["driver"]["rules"][0]["id"]
        ('2.1.0', 'Q512')
    """
    asked = rules_asked(findings, rules)
    places = {rule.code: number for number, rule in enumerate(asked)}
    driver: dict[str, Any] = {"name": "jmdmodel"}
    if version:
        driver["version"] = version
    driver["rules"] = [_descriptor(rule, language) for rule in asked]
    told = _Telling(language, locate, rules, root)
    run: dict[str, Any] = {
        "tool": {"driver": driver},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, number, asked[places[finding.code]], places[finding.code], told)
            for finding, number in numbered(findings)
        ],
    }
    waived = Counter(part.finding.code for part in findings.waived)
    counts = {"withheld": withheld, "waived": waived}
    if properties := {word: dict(sorted(codes.items())) for word, codes in counts.items() if codes}:
        run["properties"] = properties
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


@attrs.frozen
class _Telling:
    """How findings are told: language, places, rules, and what names of files are relative to."""

    language: Language
    locate: Locate | None
    rules: tuple[Rule, ...] | None
    root: str

    def position(self, finding: Finding) -> Position | None:
        return self.locate(finding) if self.locate is not None else None


def _descriptor(rule: Rule, language: Language) -> dict[str, Any]:
    """Give the rule as SARIF describes rules."""
    reason, remedy = rule.reason.in_(language), rule.remedy.in_(language)
    sections = ((_WHY.in_(language), reason), (_WHAT_TO_DO.in_(language), remedy))
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": f"{rule.title.in_(language)}."},
        "fullDescription": {"text": reason},
        "help": {
            "text": "\n\n".join(f"{heading}: {text}" for heading, text in sections),
            "markdown": "\n\n".join(f"**{heading}:** {_plain(text)}" for heading, text in sections),
        },
        "defaultConfiguration": {"level": SARIF_LEVELS[rule.level]},
        "properties": {
            "tags": [f"jmd-{rule.level.value}", f"jmd-family-{rule.family}", *rule.requirements],
            "level": rule.level.value,
            "family": rule.family,
            "requirements": list(rule.requirements),
            "status": rule.status.value,
            "since": rule.since,
            "problem.severity": "recommendation" if rule.level is Level.HINT else SARIF_LEVELS[rule.level],
        },
    }


def _plain(text: str) -> str:
    """Keep Markdown from reading signs in a sentence of a rule as marks."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>|#" else sign for sign in text)


def unlinked(text: str) -> str:
    r"""Keep the name of a thing from becoming a link: SARIF reads ``[text](place)`` in messages as one.

    Example:
        >>> unlinked("Gruppe [b]"), unlinked("[hier](https://example.org)")
        ('Gruppe [b]', '\\[hier\\](https://example.org)')
    """
    return "".join(f"\\{sign}" if sign in "\\[]" else sign for sign in text) if "](" in text else text


def _result(finding: Finding, number: int, rule: Rule, place: int, told: _Telling) -> dict[str, Any]:
    words = phrase(finding, told.language, rules=told.rules)
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": place,
        "level": SARIF_LEVELS[rule.level],
        "message": {"text": unlinked(harmless(f"{words.message} {words.remedy}"))},
        "locations": [_location(finding.path, told.position(finding), told.root)],
        "partialFingerprints": {FINGERPRINT: fingerprint(finding, number)},
        "properties": {
            "subject": str(finding.subject),
            "field": finding.field,
            "others": [str(ref) for ref in finding.others],
            "remedy": words.remedy,
        },
    }
    if finding.others:
        result["relatedLocations"] = list(_related(finding, told))
    return result


def _related(finding: Finding, told: _Telling) -> Iterable[dict[str, Any]]:
    for number, other in enumerate(finding.others[:RELATED], start=1):
        position = told.position(attrs.evolve(finding, subject=other, others=()))
        yield {"id": number, **_location(str(other), position, told.root), "message": {"text": str(other)}}


def _location(path: str, position: Position | None, root: str) -> dict[str, Any]:
    location: dict[str, Any] = {"logicalLocations": [{"fullyQualifiedName": path}]}
    if position is not None and (uri := file_uri(position.file, root)) is not None:
        location["physicalLocation"] = {
            "artifactLocation": {"uri": uri},
            "region": {"startLine": position.line, "startColumn": position.column},
        }
    return location


def fingerprint(finding: Finding, number: int = 0) -> str:
    """Give 32 hexadecimal digits that stay while rule and place in the model stay.

    Args:
        number: Tells apart several findings of one rule about one place; 0 for the first.
    """
    return digest_of(finding.code, str(finding.subject), finding.field, number)


def digest_of(code: str, subject: str, field: str, number: int) -> str:
    """Give 32 hexadecimal digits for a code and a place in the model."""
    text = json.dumps([code, subject, field, number])
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:32]


def file_uri(file: str, root: str = "") -> str | None:
    """Give the name of a file as a URI: relative, or ``file:`` for an absolute name outside of *root*.

    ``None`` for what is no file, as ``<stdin>``.

    Example:
        >>> file_uri("Jahr 2025/dienst.yaml"), file_uri("/repo/a.yaml", "/repo"), file_uri("<stdin>")
        ('Jahr%202025/dienst.yaml', 'a.yaml', None)
    """
    if file.startswith("<") and file.endswith(">"):
        return None
    windows = bool(PureWindowsPath(file).drive)
    kind = PureWindowsPath if windows else PurePosixPath
    path = kind(file)
    if root and path.is_absolute() and path.is_relative_to(kind(root)):
        path = path.relative_to(kind(root))
    if path.is_absolute():
        return path.as_uri()
    return _escaped(_careful(path.as_posix()))


def _escaped(name: str) -> str:
    """Write every sign that is not plain in a URI as its bytes."""
    signs = (chr(byte) if chr(byte) in _PLAIN_IN_URI else f"%{byte:02X}" for byte in name.encode("utf-8"))
    return "".join(signs)


def _careful(name: str) -> str:
    """Keep a colon in the first part from being read as the end of a scheme."""
    return f"./{name}" if ":" in name.partition("/")[0] else name
