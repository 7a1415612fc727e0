"""A harness for rules, ours and yours: each rule is tried on its own two examples, and so are its texts.

Examples are workspaces in files beside the module of the rule, ``examples/X101/bad.yaml`` and ``good.yaml``.
The first line names the reference date, ``# on: 2026-01-31``. In the bad one, each line that the rule is to
find ends with its code, ``# <- X101``; the good one marks nothing. ``jmd explain`` shows them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from types import ModuleType

import attrs

from jmdmodel.codec import Loaded, loads
from jmdmodel.errors import JmdError
from jmdmodel.findings import Finding
from jmdmodel.messages import LANGUAGES
from jmdmodel.privacy import visible
from jmdmodel.quality import Rule, Settings, check, rules_of
from jmdmodel.quality.examples import example_day, example_directory, example_of
from jmdmodel.quality.texts import phrase
from jmdmodel.requirements import REQUIREMENTS
from jmdmodel.scales import Audience

__all__ = ["rule_faults", "rule_test"]

_MARK = re.compile(r"# <- ([A-Z]\d{3})\s*$")


@attrs.frozen
class _Tried:
    """What a rule found in one of its examples."""

    text: str
    loaded: Loaded
    own: tuple[Finding, ...]
    ran: bool

    @property
    def marks(self) -> list[tuple[int, str]]:
        """The lines that are marked, each with the code that stands there."""
        found = ((n, _MARK.search(line)) for n, line in enumerate(self.text.splitlines(), start=1))
        return [(number, mark[1]) for number, mark in found if mark is not None]


def rule_faults(rule: Rule) -> tuple[str, ...]:
    """Give everything in which a rule does not do what its examples and texts say; nothing when it does.

    It has to be silent on the good example, to find in the bad one exactly the marked lines, to raise
    nothing, to fill every placeholder of its message, to read as a sentence in both languages, and to name
    places that the model knows. German: Fehler einer Regel.

    Example:
        >>> from jmdmodel.quality import catalogue
        >>> rule_faults(catalogue()[0])
        ()
    """
    faults: list[str] = []
    tried: dict[str, _Tried] = {}
    for which in ("good", "bad"):
        try:
            tried[which] = _tried(rule, which)
        except Exception as error:  # noqa: BLE001 - whatever a stranger's rule raises is a fault of it
            told = error.in_("en") if isinstance(error, JmdError) else f"{type(error).__name__}: {error}"
            faults.append(f"The {which} example could not be tried: {told}")
    if unknown := sorted(set(rule.requirements) - {one.number for one in REQUIREMENTS}):
        faults.append(f"The framework concept has no requirement {', '.join(unknown)}.")
    if "good" in tried:
        faults += _on_good(tried["good"])
    if "bad" in tried:
        faults += [*_on_bad(rule, tried["bad"]), *_of_texts(rule, tried["bad"])]
    return tuple(faults)


def rule_test(*rules: Rule | ModuleType) -> Callable[..., None]:
    """Make a test function of pytest with one case for each rule, given one by one or as modules.

    Put it under a name that begins with ``test_`` at the top of a test module. German: Regeltest.

    Example:
        >>> from jmdmodel.quality import catalogue
        >>> test_first_rules = rule_test(*catalogue()[:2])
        >>> test_first_rules(rule=catalogue()[0])
    """
    import pytest  # noqa: PLC0415 - optional, and needed by this function alone

    found = [
        rule for given in rules for rule in (rules_of(given) if isinstance(given, ModuleType) else [given])
    ]

    def test(rule: Rule) -> None:
        if faults := rule_faults(rule):
            pytest.fail("\n".join([rule.both, *faults]), pytrace=False)

    marked: Callable[..., None] = pytest.mark.parametrize("rule", found, ids=lambda rule: rule.code)(test)
    return marked


def _tried(rule: Rule, which: str) -> _Tried:
    text = example_of(rule, which)
    if text is None:
        raise FileNotFoundError(f"examples/{rule.code}/{which}.yaml is not beside the module of the rule")
    loaded = loads(text.encode(), name=f"{which}.yaml")
    own = () if rule.module.startswith("jmdmodel.") else (rule,)
    settings = Settings.of(enable=[rule.code], rules=own)
    found = check(
        loaded.workspace,
        on=example_day(text),
        settings=settings,
        strict=True,
        rules=own,
        directory=example_directory(text),
    )
    mine = tuple(one for one in found if one.code == rule.code)
    return _Tried(text, loaded, mine, rule.code in found.checked)


def _on_good(good: _Tried) -> Iterator[str]:
    if not good.ran:
        yield "The rule did not run on the good example."
    for one in good.own:
        yield f"It finds something in the good example: line {good.loaded.source.locate(one).line}."
    if good.marks:
        yield f"The good example marks lines: {[number for number, _ in good.marks]}."


def _on_bad(rule: Rule, bad: _Tried) -> Iterator[str]:
    wanted = [number for number, code in bad.marks if code == rule.code]
    found = sorted(bad.loaded.source.locate(one).line for one in bad.own)
    if not wanted:
        yield f"The bad example marks no line with # <- {rule.code}."
    if others := sorted({code for _, code in bad.marks} - {rule.code}):
        yield f"The bad example marks other rules: {', '.join(others)}."
    if found != wanted:
        yield f"It finds lines {found} of the bad example; marked are {wanted}."
    for one in bad.own:
        # An unknown field counts as social: the finding would be hidden where its subject is not.
        bare, workspace = attrs.evolve(one, field=""), bad.loaded.workspace
        if len(visible([bare], workspace, Audience.PERSONAL)) > len(
            visible([one], workspace, Audience.PERSONAL)
        ):
            yield f'A finding names the field "{one.field}", a place that the model does not know.'


def _of_texts(rule: Rule, bad: _Tried) -> Iterator[str]:
    for one in bad.own[:1]:
        given, wanted = {name for name, _ in one.values}, rule.message.names()
        if given != wanted:
            yield f"The message has the placeholders {sorted(wanted)} and gets the values {sorted(given)}."
            return
        said = [phrase(one, language, rules=(rule,)).message for language in LANGUAGES]
        if said[0] == said[1]:
            yield "The message is the same in both languages."
        for text in said:
            if not text.endswith(".") or any(odd in text for odd in ("{", "()", "  ")):
                yield f"The message does not read as a sentence: {text}"
