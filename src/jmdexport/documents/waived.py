"""What the workspace accepts with a reason, for documents: which finding, why, and until when (R-52)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from jmdmodel.errors import Position, RuleConfigError
from jmdmodel.findings import Finding
from jmdmodel.messages import Language, Say, in_number, in_words
from jmdmodel.quality import Rule, phrase
from jmdmodel.quality.texts import rule_of
from jmdmodel.quality.waiving import Waived

_HEADING = Say(de="Mit Begründung ausgenommen ({n})", en="Waived with a reason ({n})")
_REASON = Say(de="Begründung: {reason}", en="Reason: {reason}")
_UNTIL = Say(de="Gilt bis {day}.", en="Holds until {day}.")
_OTHERS = Say(de="Dazu gehören auch: {names}", en="This is also about: {names}")


def waived_data(
    parts: Sequence[Waived],
    *,
    language: Language,
    locate: Callable[[Finding], Position | None] | None = None,
    rules: tuple[Rule, ...] | None = None,
) -> dict[str, Any]:
    """Give heading and entries of the list of waived findings; no entries where nothing is waived.

    A reason is classed ``internal``, as findings are. Of a rule that is not known only its code is told.

    Args:
        parts: What is waived, as far as the audience may see it.
        language: Language of the words.
        locate: Gives file, line and column; without it the place in the model stands alone.
        rules: The rules the findings come from, where they are not those of the library.
    """
    entries = [_entry(part, language, locate, rules) for part in parts]
    return {"heading": _HEADING.in_(language).format(n=in_number(len(entries), language)), "entries": entries}


def _entry(
    part: Waived,
    language: Language,
    locate: Callable[[Finding], Position | None] | None,
    rules: tuple[Rule, ...] | None,
) -> dict[str, str]:
    finding = part.finding
    position = locate(finding) if locate is not None else None
    names = ", ".join(str(ref) for ref in finding.others)
    try:
        rule, message = rule_of(finding, rules).both, phrase(finding, language, rules=rules).message
    except RuleConfigError:
        rule, message = finding.code, ""
    return {
        "rule": rule,
        "message": message,
        "place": f"{position} {finding.path}" if position is not None else finding.path,
        "others": _OTHERS.in_(language).format(names=names) if names else "",
        "reason": _REASON.in_(language).format(reason=part.waiver.reason),
        "until": _UNTIL.in_(language).format(day=in_words(part.waiver.until, language)),
    }
