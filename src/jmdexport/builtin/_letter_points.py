"""What the letter tells of the findings of one rule: what is missing, why it matters, what to do (R-52)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import attrs

from jmdexport.builtin import _letter_texts as texts
from jmdexport.builtin._report_words import Talk
from jmdexport.builtin._report_work import rule_or_none
from jmdexport.documents.escaping import shown
from jmdmodel.analysis.naming import joined, quoted
from jmdmodel.fields import info_of
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.messages import Message, Say, Value, in_list
from jmdmodel.phrases import number_word
from jmdmodel.quality.model import Rule
from jmdmodel.quality.texts import phrase
from jmdmodel.workspace import ENTITY_OF, Workspace

_BEFORE = Say("Bei|Für|In|Mit|Von|Zu|bei|für|in|mit|von|zu", "At|For|In|Of|To|With|at|for|in|of|to|with")
"""The words after which a list of names can stand where one name stood, with no other word changed."""


@attrs.frozen
class Teller:
    """Tells findings in one language, with so many points and names at most."""

    view: Workspace
    talk: Talk
    limit: int

    def told(self, findings: Sequence[Finding]) -> dict[str, Any]:
        """Give what the letter tells of the findings of one rule.

        A single point is a sentence; several that differ in a name alone are one sentence with the names;
        others are a list under the title of the rule.
        """
        rule = rule_or_none(findings[0])
        if rule is None:
            told = [self._own(findings)]
        else:
            told = [self._sentence(some, rule) for some in _gathered(self.view, findings, rule)]
        shown_first, more = self._first(told)
        hidden = len(findings) - sum(count for count, _ in shown_first)
        one = len(told) == 1
        title = findings[0].code if rule is None else rule.title.in_(self.talk.language)
        times = _times(len(findings), self.talk)
        return {
            "code": findings[0].code,
            "title": title,
            "count": len(findings),
            "places": [finding.path for finding in findings],
            "missing": told[0][1] if one else self.talk.say(texts.REPEATED, title=title, times=times),
            "points": [] if one else [sentence for _, sentence in shown_first],
            "more": self.talk.say(texts.MORE, number=self._number(hidden)) if more else "",
            "reason": "" if rule is None else self.talk.say(texts.WHY, reason=rule.reason),
            "remedy": self.talk.say(texts.OWN_REMEDY if rule is None else texts.WHAT_TO_DO, **_remedy(rule)),
        }

    def message(self, finding: Finding) -> str:
        """Give what one finding says, with the names of all that it is about."""
        rule = rule_or_none(finding)
        return self._own([finding])[1] if rule is None else self._sentence([finding], rule)[1]

    def listed(self, names: Sequence[str]) -> str:
        """Join names in quotation marks, the first of many and the number of the others."""
        marked = [quoted(shown(name), self.talk.language) for name in names]
        first, more = self._first(marked)
        if more:
            return in_list([*first, self._further(more)], self.talk.language)
        return joined(first, self.talk.language)

    def _first(self, parts: list[Any]) -> tuple[list[Any], int]:
        """Give the first parts and the number of the others, which is never one."""
        if len(parts) <= self.limit:
            return parts, 0
        return parts[: self.limit - 1], len(parts) - self.limit + 1

    def _further(self, number: int) -> str:
        return Message.of(texts.FURTHER, number=self._number(number)).in_(self.talk.language)

    def _number(self, number: int) -> str:
        return number_word(number, self.talk.language)

    def _own(self, findings: Sequence[Finding]) -> tuple[int, str]:
        """Tell what a rule of the user's own found; its words are not known here."""
        refs = dict.fromkeys(ref for finding in findings for ref in (finding.subject, *finding.others))
        names = self.listed([name_of(self.view, ref) or self._kind(ref) for ref in refs])
        return len(findings), self.talk.say(texts.OWN_RULE, code=findings[0].code, names=names)

    def _sentence(self, findings: Sequence[Finding], rule: Rule) -> tuple[int, str]:
        finding, count = findings[0], len(findings)
        if count > 1:
            key = _placeholder(self.view, finding, rule)
            names = self.listed([name_of(self.view, one.subject) for one in findings])
            values = dict(finding.values) | {key: names}
            return count, self.talk.say(_unquoted(rule.message, key), **values)
        said = phrase(finding, self.talk.language).message
        subject = name_of(self.view, finding.subject)
        if subject and not _tells(said, subject):
            name, kind = self.listed([subject]), self._kind(finding.subject)
            said = f"{said} {self.talk.say(texts.MEANT, name=name, kind=kind)}"
        others = [name_of(self.view, ref) or self._kind(ref) for ref in finding.others]
        untold = [name for name in others if not _tells(said, name)]
        return 1, f"{said} {self.talk.say(texts.OTHERS, names=self.listed(untold))}" if untold else said

    def _kind(self, ref: Ref) -> str:
        kind = ENTITY_OF.get(ref.collection)
        if kind is None:
            return str(ref)
        return self.talk.label(info_of(kind).label if ref.id else info_of(kind).plural)


def name_of(view: Workspace, ref: Ref) -> str:
    """Give the name of a thing, or of the partner it is with, or its identifier; empty for a collection."""
    thing = view.resolve(ref) if ref.id else None
    if thing is None:
        return ref.id
    partner = view.partners.get(getattr(thing, "partner", None))
    names = (getattr(thing, field, None) for field in ("name", "title", "function"))
    return next((str(name) for name in names if name), partner.name if partner is not None else ref.id)


def _remedy(rule: Rule | None) -> dict[str, Value]:
    return {} if rule is None else {"remedy": rule.remedy}


def _times(number: int, talk: Talk) -> str:
    word = number_word(number, talk.language)
    if talk.language == "en":
        return {1: "once", 2: "twice"}.get(number, f"{word} times")
    return f"{word}-mal" if word[0].isdigit() else f"{word}mal"


def _tells(sentence: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", sentence) is not None


def _gathered(view: Workspace, findings: Sequence[Finding], rule: Rule) -> list[list[Finding]]:
    """Gather findings that differ in the name of their subject alone, in order of the first of each."""
    groups: dict[object, list[Finding]] = {}
    for place, finding in enumerate(findings):
        key = _placeholder(view, finding, rule)
        rest = tuple(pair for pair in finding.values if pair[0] != key)
        alike = bool(key) and not finding.others and not any(_counts(value) for _, value in rest)
        groups.setdefault((key, rest) if alike else place, []).append(finding)
    return list(groups.values())


def _placeholder(view: Workspace, finding: Finding, rule: Rule) -> str:
    """Give the placeholder of the subject's name, where a list of names can stand in its place."""
    name = name_of(view, finding.subject) if finding.subject.id else ""
    return next((key for key, value in finding.values if value == name and _takes_a_list(rule, key)), "")


def _takes_a_list(rule: Rule, key: str) -> bool:
    german = rf"(?:^|\s)(?:{_BEFORE.de}) „\{{{key}\}}“"
    english = rf"(?:^|\s)(?:{_BEFORE.en}) \"\{{{key}\}}\""
    return all(
        text.count(f"{{{key}}}") == 1 and re.search(pattern, text) is not None
        for text, pattern in ((rule.message.de, german), (rule.message.en, english))
    )


def _unquoted(say: Say, key: str) -> Say:
    name = f"{{{key}}}"
    return Say(say.de.replace(f"„{name}“", name), say.en.replace(f'"{name}"', name))


def _counts(value: Value) -> bool:
    """Tell whether a value is or holds a number, which would no longer be right for several things."""
    if isinstance(value, tuple):
        return any(_counts(part) for part in value)
    return isinstance(value, int | Fraction) and not isinstance(value, bool)
