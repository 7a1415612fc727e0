"""Findings as text for people and as data for programs; pure functions, colour is the terminal's affair."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeAlias

from jmdmodel.errors import Position
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.messages import Language, Say, in_number
from jmdmodel.quality.engine import Findings
from jmdmodel.quality.model import Level, Rule
from jmdmodel.quality.texts import phrase, rule_of

Locate: TypeAlias = Callable[[Finding], "Position | None"]
"""Gives the place of a finding in its file, as ``source.locate`` does."""

JSON_VERSION = 1
SHOWN_OTHERS = 5
"""How many of the further things of a finding the text lists."""

_ALSO = Say(de="Dazu gehören auch: {names}", en="This is also about: {names}")
_MORE = Say(de=" und weitere, insgesamt {n}", en=" and more, {n} in all")
_WHAT_TO_DO = Say(de="Was zu tun ist: {remedy}", en="What to do: {remedy}")
_CAPPED = Say(de="… gezeigt: {shown} von {n}", en="… shown: {shown} of {n}")
_CLEAN = Say(de="Keine Befunde.", en="Nothing found.")
_TOTAL = Say(
    de="Zahl der Befunde: {n} (Muss: {must}, Soll: {should}, Hinweis: {hint}).",
    en="Number of findings: {n} (must: {must}, should: {should}, hint: {hint}).",
)
_RULES = Say(
    de="Geprüfte Regeln: {checked}, davon ohne Befund: {passed}.",
    en="Rules checked: {checked}, without a finding: {passed}.",
)
_EXCUSED = Say(de="Davon mit Begründung ausgenommen: {names}", en="Of these waived with a reason: {names}")
_ONE_WAIVED = Say(de="1 Befund ist mit Begründung ausgenommen.", en="1 finding is waived with a reason.")
_WAIVED = Say(de="{n} Befunde sind mit Begründung ausgenommen.", en="{n} findings are waived with a reason.")


def waived_line(findings: Findings, language: Language) -> str | None:
    """Tell how many findings, or parts of one, the workspace waives; ``None`` where it waives none."""
    n = len(findings.waived)
    if not n:
        return None
    return (_ONE_WAIVED if n == 1 else _WAIVED).in_(language).format(n=in_number(n, language))


def as_text(
    findings: Findings,
    *,
    language: Language = "de",
    locate: Locate | None = None,
    rules: tuple[Rule, ...] | None = None,
    limit: int | None = None,
) -> str:
    """Give the findings as text, grouped by rule, duties first, with totals at the end.

    Args:
        locate: Gives file, line and column; without it the place in the model stands alone.
        rules: The rules the findings come from, where they are not those of the library.
        limit: How many findings of one rule are shown; the true number is told.
    """
    lines: list[str] = []
    groups = sorted(findings.by_rule(), key=lambda group: -findings.level_of(group[1][0]).step)
    for _, group in groups:
        lines += _group(group, findings, language, locate=locate, rules=rules, limit=limit)
    if not lines:
        lines = [_CLEAN.in_(language), ""]
    counts = {level.value: in_number(findings.count(level), language) for level in Level}
    lines.append(_TOTAL.in_(language).format(n=in_number(len(findings), language), **counts))
    checked, passed = in_number(len(findings.checked), language), in_number(len(findings.passed), language)
    lines.append(_RULES.in_(language).format(checked=checked, passed=passed))
    if told := waived_line(findings, language):
        lines.append(told)
    return "\n".join(lines) + "\n"


def _group(
    group: tuple[Finding, ...],
    findings: Findings,
    language: Language,
    *,
    locate: Locate | None,
    rules: tuple[Rule, ...] | None,
    limit: int | None,
) -> list[str]:
    first = phrase(group[0], language, rules=rules)
    lines = [f"{first.level} · {rule_of(group[0], rules).both} · {first.title}"]
    shown = group if limit is None else group[:limit]
    for finding in shown:
        lines += [f"  {_place(finding, locate)}", f"    {phrase(finding, language, rules=rules).message}"]
        if finding.others:
            lines.append(f"    {_ALSO.in_(language).format(names=_names(finding.others, language))}")
        if excused := findings.waived_of(finding):
            lines.append(f"    {_EXCUSED.in_(language).format(names=_names(excused, language))}")
    if len(shown) < len(group):
        lines.append("  " + _CAPPED.in_(language).format(shown=len(shown), n=in_number(len(group), language)))
    return [*lines, "  " + _WHAT_TO_DO.in_(language).format(remedy=first.remedy), ""]


def _names(things: tuple[Ref, ...], language: Language) -> str:
    names = ", ".join(str(ref) for ref in things[:SHOWN_OTHERS])
    if len(things) > SHOWN_OTHERS:
        names += _MORE.in_(language).format(n=in_number(len(things), language))
    return names


def _place(finding: Finding, locate: Locate | None) -> str:
    position = locate(finding) if locate is not None else None
    return f"{position} {finding.path}" if position is not None else finding.path


def as_concise(
    findings: Findings,
    *,
    language: Language = "de",
    locate: Locate | None = None,
    rules: tuple[Rule, ...] | None = None,
) -> str:
    """Give the findings one a line: place, level, rule, message; empty when there are none."""
    lines = []
    for finding in findings:
        told = phrase(finding, language, rules=rules)
        lines.append(
            f"{_place(finding, locate)}: {told.level}: {rule_of(finding, rules).both}: {told.message}\n"
        )
    return "".join(lines)


def as_data(
    findings: Findings,
    *,
    language: Language = "de",
    locate: Locate | None = None,
    rules: tuple[Rule, ...] | None = None,
) -> dict[str, Any]:
    """Give the findings as plain data, version 1; a program can rely on the keys."""
    return {
        "version": JSON_VERSION,
        "findings": [_one(finding, language, locate, rules) for finding in findings],
        "waived": [
            _one(part.finding, language, locate, rules)
            | {
                "waiver": part.waiver.id,
                "reason": part.waiver.reason,
                "until": part.waiver.until.isoformat(),
                "in_part": part.rest is not None,
            }
            for part in findings.waived
        ],
        "totals": {
            "findings": len(findings),
            **{level.value: findings.count(level) for level in sorted(Level, reverse=True)},
            "rules": len(findings.checked),
            "passed": len(findings.passed),
            "waived": len(findings.waived),
        },
    }


def as_json(
    findings: Findings,
    *,
    language: Language = "de",
    locate: Locate | None = None,
    rules: tuple[Rule, ...] | None = None,
) -> str:
    """Give the findings as JSON text, version 1."""
    told = as_data(findings, language=language, locate=locate, rules=rules)
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _one(
    finding: Finding, language: Language, locate: Locate | None, rules: tuple[Rule, ...] | None
) -> dict[str, Any]:
    rule = rule_of(finding, rules)
    told = phrase(finding, language, rules=rules)
    position = locate(finding) if locate is not None else None
    return {
        "code": rule.code,
        "name": rule.name,
        "level": rule.level.value,
        "requirements": list(rule.requirements),
        "subject": str(finding.subject),
        "field": finding.field,
        "others": [str(ref) for ref in finding.others],
        "message": told.message,
        "remedy": told.remedy,
        "file": position.file if position is not None else None,
        "line": position.line if position is not None else None,
        "column": position.column if position is not None else None,
    }
