"""The harness for rules finds what is wrong with a rule, its examples and its texts."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

from jmdexport.cli import jmd
from jmdmodel.codec import loads
from jmdmodel.errors import ModelError
from jmdmodel.quality import catalogue, check
from jmdmodel.quality.texts import phrase
from jmdmodel.testing.rules import rule_faults, rule_test

RULE = """
from jmdmodel.entities.partner import Partner
from jmdmodel.messages import Say
from jmdmodel.quality import rule


@rule(
    code="X301", name="no-short-name", level="hint", requirements=("R-06",), looks_at=Partner,
    title=Say("Ohne Kurznamen", "Without a short name"),
    message=Say("„{name}“ hat keinen Kurznamen.", '"{name}" has no short name.'),
    reason=Say("Grund.", "Reason."), remedy=Say("Eintragen.", "Enter one."),
)
def no_short_name(partner, ctx):
    if partner.short_name is None:
        yield ctx.found(partner, name=partner.name)
"""
HEAD = "# on: 2026-01-31\nschema: 2\nservice: {name: JMD Musterstadt, provider: Träger}\npartners:\n"
BAD = HEAD + "  amt:  # <- X301\n    name: Amt\n    kind: school\n"
GOOD = HEAD + "  amt:\n    name: Jugendamt\n    short_name: Amt\n    kind: school\n"
Make = Callable[..., ModuleType]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Give a function that writes a module with one rule and its examples, and imports it."""

    def made(rule: str = RULE, *, bad: str | None = BAD, good: str | None = GOOD) -> ModuleType:
        folder = tmp_path / "examples" / "X301"
        folder.mkdir(parents=True)
        (tmp_path / "harness_rules.py").write_text(rule, "utf-8")
        for name, text in (("bad", bad), ("good", good)):
            if text is not None:
                (folder / f"{name}.yaml").write_text(text, "utf-8")
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.delitem(sys.modules, "harness_rules", raising=False)
        return importlib.import_module("harness_rules")

    return made


def test_a_sound_rule_has_no_fault(make: Make) -> None:
    module = make()
    assert rule_faults(module.no_short_name) == ()
    test = rule_test(module)
    (mark,) = test.pytestmark  # type: ignore[attr-defined]
    assert mark.args[1] == [module.no_short_name]
    test(rule=module.no_short_name)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"bad": None}, "examples/X301/bad.yaml is not beside the module"),
        ({"good": None}, "examples/X301/good.yaml is not beside the module"),
        ({"good": BAD.replace("  # <- X301", "")}, "It finds something in the good example: line 5."),
        ({"good": GOOD.replace("Jugendamt", "Jugendamt  # <- X301")}, "The good example marks lines: [6]."),
        ({"bad": BAD.replace("  # <- X301", "")}, "The bad example marks no line with # <- X301."),
        ({"bad": BAD.replace("X301", "X302")}, "The bad example marks other rules: X302."),
        (
            {"bad": BAD.replace("  name: Amt", "  name: Amt  # <- X301")},
            "It finds lines [5] of the bad example",
        ),
        ({"bad": BAD.replace("school", "schol")}, "The bad example could not be tried"),
        (
            {"bad": BAD.replace("# on: 2026-01-31", "# today")},
            "The bad example could not be tried: ValueError",
        ),
        (
            {"rule": RULE.replace("name=partner.name", "")},
            "no-short-name (X301) has placeholders that ctx.found() gets no value for: name.",
        ),
        (
            {"rule": RULE.replace("name=partner.name", "name=partner.name, kind=1")},
            "placeholders ['name'] and gets the values ['kind', 'name']",
        ),
        (
            {"rule": RULE.replace("ctx.found(partner, name=partner.name)", "partner")},
            'gives "Partner" instead',
        ),
        ({"rule": RULE.replace("R-06", "R-99")}, "The framework concept has no requirement R-99."),
        ({"rule": RULE.replace("partner.short_name is", "partner.nick is")}, "could not be tried"),
        ({"rule": RULE.replace("short name.'", "short name'")}, "does not read as a sentence"),
        (
            {"rule": RULE.replace("„{name}“ hat keinen Kurznamen.", '\\"{name}\\" has no short name.')},
            "same in both languages",
        ),
        (
            {"rule": RULE.replace("(partner, name", '(partner, "nick", name')},
            "a place that the model does not know",
        ),
    ],
)
def test_what_is_wrong_is_told(make: Make, changes: dict[str, str | None], words: str) -> None:
    module = make(**changes)
    faults = rule_faults(module.no_short_name)
    assert words in "\n".join(faults)
    with pytest.raises(pytest.fail.Exception, match="X301"):
        rule_test(module)(rule=module.no_short_name)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('code="X301"', 'code="301"', '"301" cannot be the code of a rule'),
        ('code="X301"', 'code="S103"', 'The word "S103" names the rule jmdmodel.'),
        ('name="no-short-name"', 'name="Short name"', 'The name "Short name" of the rule X301'),
        ("looks_at=Partner", "looks_at=str", '"looks_at" of the rule X301 is "str" instead of "Workspace"'),
        (', "Enter one."', ', ""', '"remedy" of the rule X301 has no text in both languages'),
        ('Say("Grund.", "Reason.")', '"Grund."', '"reason" of the rule X301 has no text in both languages'),
    ],
)
def test_a_record_that_says_something_impossible_is_refused_when_it_is_made(
    make: Make, old: str, new: str, words: str
) -> None:
    with pytest.raises(ModelError) as caught:
        make(RULE.replace(old, new))
    assert words in str(caught.value)


@pytest.mark.parametrize(
    "wrong", ["ctx.found(partner)", "partner", "'x'", "ctx.found(partner, name=partner)"]
)
def test_a_finding_that_cannot_be_worded_breaks_its_own_rule_only(make: Make, wrong: str) -> None:
    rule = make(RULE.replace("ctx.found(partner, name=partner.name)", wrong)).no_short_name
    workspace = loads(BAD.encode()).workspace
    alone = check(workspace, on=date(2026, 1, 31))
    found = check(workspace, on=date(2026, 1, 31), rules=(rule,))
    (broken,) = [one for one in found if one not in alone.found]
    assert (broken.code, dict(broken.values)["rule"]) == ("D999", "X301")
    assert len(found) == len(alone) + 1
    assert all(
        phrase(one, language, rules=(*catalogue(), rule)).message
        for one in found
        for language in ("de", "en")
    )


@pytest.mark.parametrize("rule", [catalogue()[0], catalogue()[-1]], ids=lambda rule: rule.code)
def test_rules_of_the_library_pass(rule) -> None:  # type: ignore[no-untyped-def]
    assert rule_faults(rule) == ()


@pytest.mark.parametrize("bad", [BAD, GOOD])
def test_the_command_explains_an_own_rule_with_its_examples(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bad: str
) -> None:
    make(bad=bad)
    (tmp_path / "jmd.toml").write_text('rules = ["harness_rules.py"]', "utf-8")
    monkeypatch.chdir(tmp_path)
    told = CliRunner().invoke(jmd, ["explain", "no-short-name", "--language", "en"])
    assert told.exit_code == 0
    assert "no-short-name (X301): Without a short name" in told.stdout
    assert "short_name: Amt" in told.stdout
    assert ('"Amt" has no short name.' in told.stdout) is (bad == BAD)


def test_a_broken_settings_file_keeps_nobody_from_the_rules_of_the_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "jmd.toml").write_text("rules = [", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(jmd, ["explain", "Q512"]).exit_code == 0
    assert CliRunner().invoke(jmd, ["explain", "X301"]).exit_code == 2
    alone = CliRunner().invoke(jmd, ["explain", "X301", "--isolated", "--language", "en"])
    assert "X301" in alone.stderr
