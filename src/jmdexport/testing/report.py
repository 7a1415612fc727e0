"""What the kit found: one result for each check, and the whole as a text."""

from __future__ import annotations

from typing import Literal, TypeAlias

import attrs

from jmdexport.testing._detail_texts import NEEDS
from jmdexport.testing.catalogue import Check, check_of
from jmdmodel.messages import Language, Message, Say

Outcome: TypeAlias = Literal["passed", "failed", "open"]
"""How a check ended; ``open`` when it could not be judged, because another promise does not hold."""

_SHOWN = 8
_WORDS: dict[Outcome, Say] = {
    "passed": Say(de="bestanden", en="passed"),
    "failed": Say(de="nicht bestanden", en="failed"),
    "open": Say(de="offen", en="open"),
}
_HEAD = Say(
    de="Export „{name}“: {passed} von {n} Prüfungen bestanden.",
    en='Exporter "{name}": {passed} of {n} checks passed.',
)
_ALSO = Say(de="Nicht bestanden: {failed}. Offen geblieben: {open}.", en="Failed: {failed}. Open: {open}.")
_MORE = Say(de="… und {n} weitere Stellen.", en="… and {n} further places.")
_WAITING = Say(
    de="Erst zu beurteilen, wenn andere bestanden sind: {n} der offenen Prüfungen.",
    en="To be judged once others are passed: {n} of the open checks.",
)
_WHY = Say(de="Warum: {why}", en="Why: {why}")
_REMEDY = Say(de="Abhilfe: {remedy}", en="What to do: {remedy}")


@attrs.frozen(kw_only=True)
class Result:
    """How one check ended, and where it was broken. German: Prüfergebnis.

    Attributes:
        check: The check.
        outcome: ``passed``, ``failed``, or ``open`` when it could not be judged.
        details: Where it was broken, or why it is open; at the least one, unless it was passed.
    """

    check: Check
    outcome: Outcome
    details: tuple[Message, ...] = ()

    @property
    def is_waiting(self) -> bool:
        """Whether it is open only because another check has to be passed first."""
        return self.outcome == "open" and all(detail.say == NEEDS for detail in self.details)

    def text(self, language: Language = "de") -> str:
        """Give the result in words: the promise, where it is broken, why it matters, what to do."""
        lines = [f"{self.check} · {_WORDS[self.outcome].in_(language)}"]
        if self.outcome == "failed":
            lines.append(self.check.promise.in_(language))
        lines += [f"  - {detail.in_(language)}" for detail in self.details[:_SHOWN]]
        if len(self.details) > _SHOWN:
            lines.append(f"  {Message.of(_MORE, n=len(self.details) - _SHOWN).in_(language)}")
        if self.outcome == "failed":
            lines.append(Message.of(_WHY, why=self.check.why).in_(language))
            lines.append(Message.of(_REMEDY, remedy=self.check.remedy).in_(language))
        return "\n".join(lines)


@attrs.frozen(kw_only=True)
class Report:
    """What the kit found about one exporter. German: Prüfbericht.

    Attributes:
        exporter: Name of the exporter.
        results: One for each check, in the order of their codes.
    """

    exporter: str
    results: tuple[Result, ...]

    @property
    def is_passed(self) -> bool:
        """Whether no check failed and none was left open."""
        return all(result.outcome == "passed" for result in self.results)

    def codes(self, outcome: Outcome) -> tuple[str, ...]:
        """Give the codes of the checks that ended in one way."""
        return tuple(result.check.code for result in self.results if result.outcome == outcome)

    def of(self, word: str) -> Result:
        """Give the result of the check with a code or a name.

        Raises:
            KeyError: There is none.
        """
        wanted = check_of(word)
        return next(result for result in self.results if result.check == wanted)

    def text(self, language: Language = "de") -> str:
        """Give the report in words: a sum, and all about the checks that were not passed."""
        passed, failed, left = (self.codes(outcome) for outcome in ("passed", "failed", "open"))
        head = Message.of(_HEAD, name=self.exporter, passed=len(passed), n=len(self.results))
        parts = [head.in_(language)]
        if failed or left:
            told = Message.of(_ALSO, failed=", ".join(failed) or "–", open=", ".join(left) or "–")
            parts.append(told.in_(language))
        told_of = [result for result in self.results if result.outcome != "passed"]
        waiting = [result for result in told_of if result.is_waiting]
        parts += [result.text(language) for result in told_of if result not in waiting]
        if waiting:
            parts.append(Message.of(_WAITING, n=len(waiting)).in_(language))
        return "\n\n".join(parts) + "\n"

    def __str__(self) -> str:
        return self.text("en")
