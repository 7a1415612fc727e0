"""Findings as JUnit XML, the form in which build servers show what passed and what did not (R-54)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

import attrs

from jmdmodel.findings import Finding
from jmdmodel.messages import Language, Say, in_number
from jmdmodel.quality.catalogue import FAMILIES, INTERNAL
from jmdmodel.quality.engine import Findings
from jmdmodel.quality.forms.asked import rules_asked
from jmdmodel.quality.model import Rule
from jmdmodel.quality.report import NOT_ASKED, Locate
from jmdmodel.quality.texts import find, phrase

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e]")
_SUITE = Say(de="Prüfung der Arbeitsmappe", en="Check of the workspace")
_WHAT_TO_DO = Say(de="Was zu tun ist: {remedy}", en="What to do: {remedy}")
_FOUND = Say(de="{title}. Zahl der Befunde: {n}.", en="{title}. Number of findings: {n}.")
_WITHHELD = Say(
    de="Nicht gezeigte Befunde zu vertraulichen Angaben: {n}.",
    en="Findings about confidential entries that are not shown: {n}.",
)
_WAIVED = Say(
    de="Mit Begründung ausgenommene Befunde: {n}.",
    en="Findings that are waived with a reason: {n}.",
)
_ALSO = Say(de="Dazu gehören auch: {names}", en="This is also about: {names}")


def as_junit(
    findings: Findings,
    *,
    language: Language = "de",
    locate: Locate | None = None,
    rules: tuple[Rule, ...] | None = None,
    withheld: Mapping[str, int] | None = None,
) -> str:
    """Give the findings as JUnit XML: one test case a rule, one suite a family of rules.

    A rule that found something is one failed case whose text lists all of its findings, as several
    programs read only the first failure of a case; the type of the failure is the level. A rule that
    found nothing passed. A rule that broke down is an error. One whose findings are waived or not for the
    audience, or that had no directory to compare with, is skipped: it must not look as if all were well.

    Args:
        locate: Gives file, line and column; without it the place in the model stands alone.
        rules: The rules the findings come from, where they are not those of the library.
        withheld: How many findings the audience may not see, by code.

    Example:
        >>> from jmdmodel.quality.model import Level
        >>> print(as_junit(Findings((), (("Q512", Level.MUST),)), language="en"), end="")
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="Check of the workspace" tests="1" failures="0" errors="0" skipped="0">
          <testsuite name="organisation and quality" tests="1" failures="0" errors="0" skipped="0">
            <testcase classname="jmd.Q" name="map-missing (Q512)"/>
          </testsuite>
        </testsuites>
    """
    waived = Counter(part.finding.code for part in findings.waived)
    told = _Telling(language, locate, rules, withheld or {}, waived, findings.not_asked)
    by_code = dict(findings.by_rule())
    lacking = [find(code, rules) for code in findings.not_asked]
    asked = sorted([*rules_asked(findings, rules), *lacking], key=lambda rule: rule.code)
    broken = {str(dict(one.values)["rule"]) for one in by_code.get(INTERNAL.code, ())}
    cases = {rule: _case(rule, by_code.get(rule.code, ()), told, broken) for rule in asked}
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append(f"<testsuites name={quoted(_SUITE.in_(language))} {_counts([*cases.values()])}>")
    for letter in dict.fromkeys([*FAMILIES, *(rule.family for rule in asked)]):
        own = [case for rule, case in cases.items() if rule.family == letter]
        if own:
            name = FAMILIES[letter].in_(language) if letter in FAMILIES else letter
            lines.append(f"  <testsuite name={quoted(name)} {_counts(own)}>")
            lines += [line for case in own for line in case.lines]
            lines.append("  </testsuite>")
    return "\n".join([*lines, "</testsuites>"]) + "\n"


@attrs.frozen
class _Telling:
    """How findings are told: language, places, rules, how many are hidden or waived, what was not asked."""

    language: Language
    locate: Locate | None
    rules: tuple[Rule, ...] | None
    withheld: Mapping[str, int]
    waived: Mapping[str, int]
    not_asked: tuple[str, ...]


@attrs.frozen
class _Case:
    """A test case: ``failures``, ``errors``, ``skipped`` or ``passed``, and its lines."""

    outcome: str
    lines: tuple[str, ...]


def _counts(cases: list[_Case]) -> str:
    counts = {word: sum(case.outcome == word for case in cases) for word in ("failures", "errors", "skipped")}
    return " ".join(f'{word}="{count}"' for word, count in {"tests": len(cases), **counts}.items())


def _case(rule: Rule, found: tuple[Finding, ...], told: _Telling, broken: set[str]) -> _Case:
    opening = f"    <testcase classname={quoted(f'jmd.{rule.family}')} name={quoted(rule.both)}"
    if found:
        outcome = "errors" if rule is INTERNAL else "failures"
        tag = "error" if rule is INTERNAL else "failure"
        title = rule.title.in_(told.language)
        message = _FOUND.in_(told.language).format(title=title, n=in_number(len(found), told.language))
        body = "\n\n".join([*(_told(one, told) for one in found), _remedy(rule, told.language)])
        start = f"      <{tag} type={quoted(rule.level.value)} message={quoted(message)}>"
        inside = f"{start}{escaped(body)}</{tag}>"
    elif rule.code in told.not_asked:
        outcome = "skipped"
        inside = f"      <skipped message={quoted(NOT_ASKED.in_(told.language))}/>"
    elif rule.code in told.withheld or rule.code in broken:
        outcome = "skipped"
        number = told.withheld.get(rule.code)
        message = (
            _WITHHELD.in_(told.language).format(n=in_number(number, told.language))
            if number is not None
            else INTERNAL.title.in_(told.language)
        )
        inside = f"      <skipped message={quoted(message)}/>"
    elif rule.code in told.waived:
        outcome = "skipped"
        message = _WAIVED.in_(told.language).format(n=in_number(told.waived[rule.code], told.language))
        inside = f"      <skipped message={quoted(message)}/>"
    else:
        return _Case("passed", (f"{opening}/>",))
    return _Case(outcome, (f"{opening}>", inside, "    </testcase>"))


def _told(finding: Finding, told: _Telling) -> str:
    position = told.locate(finding) if told.locate is not None else None
    place = f"{position} {finding.path}" if position is not None else finding.path
    lines = [place, phrase(finding, told.language, rules=told.rules).message]
    if finding.others:
        lines.append(_ALSO.in_(told.language).format(names=", ".join(str(ref) for ref in finding.others)))
    return "\n".join(lines)


def _remedy(rule: Rule, language: Language) -> str:
    return _WHAT_TO_DO.in_(language).format(remedy=rule.remedy.in_(language))


def escaped(text: str) -> str:
    """Give a text as XML has it between tags."""
    return escape(_clean(text))


def quoted(text: str) -> str:
    """Give a text as the value of an attribute, with its quotation marks."""
    return quoteattr(_clean(text))


def _clean(text: str) -> str:
    """Replace what XML cannot hold, and what turns the direction of writing."""
    return _NOT_XML.sub("\ufffd", text)
