"""Put findings and rules into words; every text comes from the definition of the rule itself."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import attrs

from jmdmodel.codec import loads
from jmdmodel.entities.review import Waiver
from jmdmodel.errors import RuleConfigError
from jmdmodel.findings import Finding
from jmdmodel.messages import Language, Message, Say, in_list, in_words
from jmdmodel.quality.catalogue import FAMILIES, INTERNAL, catalogue, named, section_of
from jmdmodel.quality.engine import check
from jmdmodel.quality.examples import example_day, example_directory, example_of
from jmdmodel.quality.levels import reason_of_level
from jmdmodel.quality.model import Rule, Status
from jmdmodel.quality.parameters import CHOICES, HELP, MAXIMUM, MINIMUM
from jmdmodel.quality.settings import Settings
from jmdmodel.quality.spelling import nearest
from jmdmodel.requirements import REQUIREMENTS

_UNKNOWN = Say(de="„{word}“ ist keine Regel.{near}", en='"{word}" is no rule.{near}')
_PLACEHOLDER = re.compile(r"\{\w+\}")

_FOUND = Say(de="Was gefunden wird", en="What is found")
_WHY = Say(de="Warum es wichtig ist", en="Why it matters")
_WHAT_TO_DO = Say(de="Was zu tun ist", en="What to do")
_PARAMETERS = Say(de="Parameter", en="Parameters")
_BAD = Say(
    de="Beispiel mit Befund (die Stelle ist markiert)", en="Example with a finding (the place is marked)"
)
_GOOD = Say(de="Beispiel ohne Befund", en="Example without a finding")
_SHOWN = Say(de="{title}, zum Beispiel: {message}", en="{title}, for instance: {message}")
_LEVEL = Say(de="Stufe", en="level")
_WHY_LEVEL = Say(de="Warum die Stufe „{level}“", en='Why the level is "{level}"')
_REQUIREMENT = Say(de="Anforderung", en="requirement")
_REQUIREMENTS = Say(de="Anforderungen", en="requirements")
_ASKED_FOR = Say(
    de="Was das Rahmenkonzept dazu sagt, in Kürze", en="What the framework concept says, in short"
)
_SINCE = Say(de="seit Version", en="since version")
_STATUS = Say(de="Reifegrad", en="status")
_OFF = Say(de="läuft nur, wenn sie eingeschaltet wird", en="runs only when it is switched on")
_DIRECTORY = Say(
    de="läuft nur mit einem amtlichen Gemeindeverzeichnis (--directory)",
    en="runs only with an official municipality directory (--directory)",
)
_FORMER = Say(de="früher", en="formerly")
_PRESUPPOSES = Say(
    de="Entfällt, wo schon gemeldet ist: {names}.", en="Not reported where this is already found: {names}."
)
_DEFAULT = Say(
    de="Vorgabe {value}, möglich {low} bis {high}.", en="Default {value}, allowed {low} to {high}."
)
_ALL = Say(de="Vorgabe alle: {words}.", en="Default all of them: {words}.")
_RETIRED = Say(de="Zurückgezogen mit Version {since}: {reason}", en="Retired in version {since}: {reason}")
_SUCCESSOR = Say(de=" An ihre Stelle tritt {code}.", en=" Its place is taken by {code}.")
_PAGE = Say(de="Prüfregeln", en="Quality rules")
_INTRO = Say(
    de="Jede Regel prüft einen Satz des Rahmenkonzepts oder die Güte der Daten. „Muss“ steht für eine "
    "Pflicht, „Soll“ für eine Aussage des Konzepts, „Hinweis“ für eine Anregung; bei jeder Regel steht, "
    "warum sie ihre Stufe hat. Code und Name einer Regel sind gleichwertig.",
    en='Each rule checks a sentence of the framework concept or the quality of the data. "must" stands for '
    'a duty, "should" for a statement of the concept, "hint" for a suggestion; each rule tells why it has '
    "its level. The code and the name of a rule may stand for each other.",
)


@attrs.frozen(kw_only=True)
class Phrase:
    """A finding in the words of one language."""

    title: str
    message: str
    reason: str
    remedy: str
    level: str


def rule_of(finding: Finding, rules: tuple[Rule, ...] | None = None) -> Rule:
    """Give the rule that a finding comes from; the library's, or one of *rules*."""
    return find(finding.code, rules)


def find(word: str, rules: tuple[Rule, ...] | None = None) -> Rule:
    """Give the rule that a code, a name or a former name means.

    Raises:
        RuleConfigError: There is no such rule; the error names the nearest one.
    """
    from_word = _of_library() if rules is None else named((*rules, INTERNAL))
    if word in from_word:
        return from_word[word]
    near = nearest(word, from_word)
    meant = Say(f" Gemeint ist vielleicht „{near}“.", f' Did you mean "{near}"?') if near else Say("", "")
    raise RuleConfigError("R101", Message.of(_UNKNOWN, word=word, near=meant))


@cache
def _of_library() -> dict[str, Rule]:
    """Give the rules of the library by every word that names them, once: a report asks for each finding."""
    return named((*catalogue(), INTERNAL))


def phrase(finding: Finding, language: Language, *, rules: tuple[Rule, ...] | None = None) -> Phrase:
    """Put a finding into words.

    Example:
        >>> from jmdmodel.ids import Ref
        >>> missing = Finding(code="Q512", subject=Ref("maps"), values=(("year", "2025"),))
        >>> phrase(missing, "en").message
        'For 2025 there is no network map.'
    """
    rule = rule_of(finding, rules)
    return Phrase(
        title=rule.title.in_(language),
        message=Message(rule.message, finding.values).in_(language),
        reason=rule.reason.in_(language),
        remedy=rule.remedy.in_(language),
        level=rule.level.label.in_(language),
    )


def explain(word: str, language: Language, *, rules: tuple[Rule, ...] | None = None) -> str:
    """Tell everything about a rule as plain text, by code or name.

    Raises:
        RuleConfigError: There is no such rule; the error names the nearest one.
    """
    rule = find(word, rules)
    lines = [f"{rule.both}: {rule.title.in_(language)}", _facts(rule, language), ""]
    for part in _parts(rule, language):
        lines += [part.heading, *(f"  {line}".rstrip() for line in (*part.plain, *part.example)), ""]
    return "\n".join(lines).rstrip() + "\n"


def catalogue_markdown(language: Language, *, rules: tuple[Rule, ...] | None = None) -> str:
    """Give the page of all rules in Markdown, by family; the documentation holds it."""
    shown = catalogue() if rules is None else rules
    lines = [f"# {_PAGE.in_(language)}", "", _INTRO.in_(language), ""]
    for letter, label in FAMILIES.items():
        family = [rule for rule in shown if rule.family == letter]
        if family:
            lines += [f"## {letter} · {label.in_(language)}", ""]
        for rule in family:
            lines += _page(rule, language)
    return "\n".join(lines).rstrip() + "\n"


def _page(rule: Rule, language: Language) -> list[str]:
    lines = [
        f"### {rule.code} · {rule.name}",
        "",
        f"**{rule.title.in_(language)}.** {_facts(rule, language)}",
        "",
    ]
    for part in _parts(rule, language):
        if part.example:
            lines += [f"{part.heading}:", "", "```yaml", *part.example, "```", ""]
        elif part.rows:
            rows = [f"- `{row.name}`: {row.text}" if row.name else f"- {row.text}" for row in part.rows]
            lines += [f"**{part.heading}.**", "", *rows, ""]
        else:
            lines += [f"**{part.heading}.** {part.text}", ""]
    return lines


@attrs.frozen
class _Row:
    """One line of a list; with a name it is told like a definition."""

    name: str
    text: str


@attrs.frozen
class _Part:
    """A part of what is told of a rule in any form: a text, a list, or the lines of an example."""

    heading: str
    text: str = ""
    rows: tuple[_Row, ...] = ()
    example: tuple[str, ...] = ()

    @property
    def plain(self) -> tuple[str, ...]:
        """The text and the list as plain lines."""
        listed = (f"{row.name}: {row.text}" if row.name else row.text for row in self.rows)
        return (*([self.text] if self.text else []), *listed)


def _parts(rule: Rule, language: Language) -> list[_Part]:
    """Give all that is told of a rule below its title and facts, in order: the one source of every form."""
    asked = [known for known in REQUIREMENTS if known.number in rule.requirements]
    parts = [_Part(heading, text) for heading, text in _sections(rule, language)]
    if asked:
        rows = tuple(_Row("", f"{known.number} {known.title.in_(language)}.") for known in asked)
        parts.append(_Part(_ASKED_FOR.in_(language), rows=rows))
    told = tuple(_Row(name, text) for name, text in _parameters(rule, language))
    if told:
        parts.append(_Part(_PARAMETERS.in_(language), rows=told))
    examples = _examples(rule, language)
    return parts + [_Part(heading, example=tuple(text.splitlines())) for heading, text in examples]


def _facts(rule: Rule, language: Language) -> str:
    cited = _REQUIREMENT if len(rule.requirements) == 1 else _REQUIREMENTS
    facts = [
        f"{_LEVEL.in_(language)}: {rule.level.label.in_(language)}",
        section_of(rule).in_(language),
        f"{cited.in_(language)}: {', '.join(rule.requirements)}",
        f"{_SINCE.in_(language)} {rule.since}",
        f"{_STATUS.in_(language)}: {rule.status.label.in_(language)}",
    ]
    if not rule.default:
        facts.append(_OFF.in_(language))
    if rule.needs_directory:
        facts.append(_DIRECTORY.in_(language))
    if rule.former_names:
        facts.append(f"{_FORMER.in_(language)}: {', '.join(rule.former_names)}")
    return " · ".join(facts)


def _sections(rule: Rule, language: Language) -> list[tuple[str, str]]:
    found = _what_is_found(rule, language)
    told = [
        (_FOUND.in_(language), found),
        (_WHY.in_(language), rule.reason.in_(language)),
        (_WHAT_TO_DO.in_(language), rule.remedy.in_(language)),
        (
            _WHY_LEVEL.in_(language).format(level=rule.level.label.in_(language)),
            reason_of_level(rule).in_(language),
        ),
    ]
    if rule.presupposes:
        names = in_list([find(code).both for code in rule.presupposes], language)
        told[0] = (told[0][0], f"{found} {_PRESUPPOSES.in_(language).format(names=names)}")
    if rule.retired is not None:
        gone = _RETIRED.in_(language).format(
            since=rule.retired.since, reason=rule.retired.reason.in_(language)
        )
        code = rule.retired.replaced_by
        told.append((Status.RETIRED.label.in_(language), gone + _successor(code, language)))
    return told


def _successor(code: str | None, language: Language) -> str:
    return _SUCCESSOR.in_(language).format(code=code) if code else ""


def _parameters(rule: Rule, language: Language) -> list[tuple[str, str]]:
    return [
        (field.name, f"{field.metadata[HELP].in_(language)} {_range(field, language)}")
        for field in attrs.fields(rule.parameters)
    ]


def _range(field: attrs.Attribute[Any], language: Language) -> str:
    if CHOICES in field.metadata:
        return _ALL.in_(language).format(words=", ".join(field.metadata[CHOICES]))
    limits = {"value": field.default, "low": field.metadata[MINIMUM], "high": field.metadata[MAXIMUM]}
    return _DEFAULT.in_(language).format_map({k: in_words(v, language) for k, v in limits.items()})


def _examples(rule: Rule, language: Language) -> list[tuple[str, str]]:
    shown = ((_BAD, example_of(rule, "bad")), (_GOOD, example_of(rule, "good")))
    return [(heading.in_(language), text) for heading, text in shown if text is not None]


def _what_is_found(rule: Rule, language: Language) -> str:
    """Tell the fault, with the message of the bad example; a rule without one shows the pattern."""
    text = example_of(rule, "bad")
    message = _PLACEHOLDER.sub("…", rule.message.in_(language))
    if text is not None:
        # A rule on waivers finds something only where the waived rules have run.
        alone = () if rule.looks_at is Waiver else (rule.code,)
        settings = Settings.of(select=alone, enable=[rule.code], rules=(rule,))
        asked, on = loads(text.encode()).workspace, example_day(text)
        own, keys = _beside_the_catalogue(rule), example_directory(text)
        found = check(asked, on=on, settings=settings, rules=own, directory=keys)
        first = next((one for one in found if one.code == rule.code), None)  # an own example may be wrong
        message = message if first is None else phrase(first, language, rules=(rule,)).message
    return _SHOWN.in_(language).format(title=rule.title.in_(language), message=message)


def _beside_the_catalogue(rule: Rule) -> tuple[Rule, ...]:
    return () if rule in catalogue() else (rule,)
