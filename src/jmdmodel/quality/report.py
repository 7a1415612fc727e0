"""Findings as text for people and as data for programs; pure functions, colour is the terminal's affair.

Further forms, for scanners, build servers and pull requests, are in :mod:`jmdmodel.quality.forms`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from jmdmodel.errors import Position
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.messages import Language, Say, in_number
from jmdmodel.quality.engine import Findings
from jmdmodel.quality.harmless import harmless
from jmdmodel.quality.model import Level, Rule
from jmdmodel.quality.texts import find, phrase, rule_of
from jmdmodel.quality.waiving import Waived

if TYPE_CHECKING:
    from jmdmodel.quality.forms.excerpt import Excerpt

Locate: TypeAlias = Callable[[Finding], "Position | None"]
"""Gives the place of a finding in its file, as ``source.locate`` does."""

Paint: TypeAlias = Callable[[str, str], str]
"""Colours a text for a terminal: the text, and ``must``, ``should``, ``hint``, ``place`` or ``mark``."""

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
_PASSED = Say(de="Regeln ohne Befund", en="Rules without a finding")
NOT_ASKED = Say(
    de="Nicht geprüft, weil kein Gemeindeverzeichnis angegeben ist",
    en="Not checked, as no municipality directory is given",
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
    show: Callable[[Finding], Excerpt | None] | None = None,
    passed: bool = False,
    withheld: Collection[str] = (),
    paint: Paint | None = None,
) -> str:
    """Give the findings as text, grouped by rule, duties first, with totals at the end.

    Args:
        locate: Gives file, line and column; without it the place in the model stands alone.
        rules: The rules the findings come from, where they are not those of the library.
        limit: How many findings of one rule are shown; the true number is told.
        show: Gives the line of the file to show, as :func:`jmdmodel.quality.forms.excerpts` makes it.
        passed: Also list the rules that ran and found nothing, and those that lack what they need to run.
        withheld: Codes of rules that found what the audience may not see; they count as no passed ones.
        paint: Colours headings, places and marks; without it the text is plain.
    """
    form = _Form(findings, language, locate, rules, limit, show, paint or _plain)
    lines: list[str] = []
    groups = sorted(findings.by_rule(), key=lambda group: -findings.level_of(group[1][0]).step)
    for _, group in groups:
        lines += _group(group, form)
    if not lines:
        lines = [_CLEAN.in_(language), ""]
    silent = findings.passed_besides(withheld)
    if passed and silent:
        lines += [_PASSED.in_(language), *(f"  {find(code, rules).both}" for code in silent), ""]
    if passed and findings.not_asked:
        both = (find(code, rules).both for code in findings.not_asked)
        lines += [NOT_ASKED.in_(language), *(f"  {name}" for name in both), ""]
    lines += totals(findings, language, withheld=withheld)
    if told := waived_line(findings, language):
        lines.append(told)
    return "\n".join(lines) + "\n"


def totals(findings: Findings, language: Language, *, withheld: Collection[str] = ()) -> tuple[str, str]:
    """Give two sentences: how many findings of each level there are, and how many rules ran and passed."""
    counts = {level.value: findings.count(level) for level in Level}
    numbers = {
        "n": len(findings),
        **counts,
        "checked": len(findings.checked),
        "passed": len(findings.passed_besides(withheld)),
    }
    told = {word: in_number(number, language) for word, number in numbers.items()}
    return _TOTAL.in_(language).format(**told), _RULES.in_(language).format(**told)


@attrs.frozen
class _Form:
    """How the text is wanted; the arguments of :func:`as_text`."""

    findings: Findings
    language: Language
    locate: Locate | None
    rules: tuple[Rule, ...] | None
    limit: int | None
    show: Callable[[Finding], Excerpt | None] | None
    paint: Paint


def _plain(text: str, role: str) -> str:
    del role
    return text


def _group(group: tuple[Finding, ...], form: _Form) -> list[str]:
    language, rule = form.language, rule_of(group[0], form.rules)
    first = phrase(group[0], language, rules=form.rules)
    lines = [f"{form.paint(first.level, rule.level.value)} · {rule.both} · {first.title}"]
    shown = group if form.limit is None else group[: form.limit]
    for finding in shown:
        lines.append(f"  {form.paint(_place(finding, form.locate), 'place')}")
        lines += _excerpt(finding, form)
        lines.append(f"    {harmless(phrase(finding, language, rules=form.rules).message)}")
        if finding.others:
            lines.append(f"    {_ALSO.in_(language).format(names=_names(finding.others, language))}")
        if excused := form.findings.waived_of(finding):
            lines.append(f"    {_EXCUSED.in_(language).format(names=_names(excused, language))}")
    if len(shown) < len(group):
        lines.append(
            "  "
            + _CAPPED.in_(language).format(
                shown=in_number(len(shown), language), n=in_number(len(group), language)
            )
        )
    return [*lines, "  " + _WHAT_TO_DO.in_(language).format(remedy=first.remedy), ""]


def _excerpt(finding: Finding, form: _Form) -> list[str]:
    """Give the line of the file and, below it, the mark of the place."""
    excerpt = form.show(finding) if form.show is not None else None
    if excerpt is None:
        return []
    number = str(excerpt.number)
    mark = form.paint("^" * excerpt.width, "mark")
    return [
        f"    {number} | {excerpt.text}",
        f"    {' ' * len(number)} | {' ' * excerpt.start}{mark}",
    ]


def _names(things: tuple[Ref, ...], language: Language) -> str:
    names = ", ".join(str(ref) for ref in things[:SHOWN_OTHERS])
    if len(things) > SHOWN_OTHERS:
        names += _MORE.in_(language).format(n=in_number(len(things), language))
    return names


def _place(finding: Finding, locate: Locate | None) -> str:
    position = locate(finding) if locate is not None else None
    return harmless(f"{position} {finding.path}" if position is not None else finding.path)


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
            f"{_place(finding, locate)}: {told.level}: {rule_of(finding, rules).both}:"
            f" {harmless(told.message)}\n"
        )
    return "".join(lines)


def as_data(
    findings: Findings,
    *,
    language: Language = "de",
    locate: Locate | None = None,
    rules: tuple[Rule, ...] | None = None,
    withheld: Collection[str] = (),
) -> dict[str, Any]:
    """Give the findings as plain data, version 1; a program can rely on the keys.

    Rules with a code in *withheld* found what the audience may not see, and count as no passed ones.
    """
    return {
        "version": JSON_VERSION,
        "findings": [_one(finding, language, locate, rules) for finding in findings],
        "waived": [
            _one(part.finding, language, locate, rules) | waiver_data(part) for part in findings.waived
        ],
        "not_asked": list(findings.not_asked),
        "totals": {
            "findings": len(findings),
            **{level.value: findings.count(level) for level in sorted(Level, reverse=True)},
            "rules": len(findings.checked),
            "passed": len(findings.passed_besides(withheld)),
            "waived": len(findings.waived),
        },
    }


def waiver_data(part: Waived) -> dict[str, Any]:
    """Give the waiver of a finding as plain data: identifier, reason, last day, whether a part is left."""
    return {
        "waiver": part.waiver.id,
        "reason": part.waiver.reason,
        "until": part.waiver.until.isoformat(),
        "in_part": part.rest is not None,
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
