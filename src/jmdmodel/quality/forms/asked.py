"""What the forms share: the rules that ran, in the order of their codes."""

from __future__ import annotations

from jmdmodel.findings import Finding
from jmdmodel.quality.engine import Findings
from jmdmodel.quality.model import Rule
from jmdmodel.quality.texts import find


def rules_asked(findings: Findings, rules: tuple[Rule, ...] | None = None) -> tuple[Rule, ...]:
    """Give the rules that ran, and those that a finding comes from besides, in the order of their codes.

    Raises:
        RuleConfigError: A rule that ran is neither the library's nor one of *rules*.
    """
    codes = sorted({*findings.checked, *(one.code for one in findings)})
    return tuple(find(code, rules) for code in codes)


def numbered(findings: Findings) -> tuple[tuple[Finding, int], ...]:
    """Give each finding with its number among those of the same rule about the same place, from 0 on."""
    seen: dict[tuple[str, str], int] = {}
    told = []
    for finding in findings:
        key = finding.code, finding.path
        told.append((finding, seen.get(key, 0)))
        seen[key] = seen.get(key, 0) + 1
    return tuple(told)
