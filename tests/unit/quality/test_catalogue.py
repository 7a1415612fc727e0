"""What holds for every rule of the catalogue, so that help, docs and machine formats can count on it."""

from __future__ import annotations

import functools
import re
import textwrap
import types

import attrs
import pytest

from jmdmodel.errors import ModelError
from jmdmodel.messages import LANGUAGES, Language, Say
from jmdmodel.quality import Rule, catalogue, catalogue_markdown, explain, rule, rules_of
from jmdmodel.quality.catalogue import FAMILIES, INTERNAL, named
from jmdmodel.quality.examples import example_of
from jmdmodel.quality.levels import reason_of_level
from jmdmodel.quality.model import Retirement, Status
from jmdmodel.quality.parameters import CHOICES, HELP, MAXIMUM, MINIMUM
from jmdmodel.requirements import REQUIREMENTS as FRAMEWORK
from jmdmodel.workspace import ENTITY_OF, Workspace

SECTION_OF_FAMILY = {"S": "1", "N": "2", "C": "3", "O": "4", "Q": "5", "D": "9"}
REQUIREMENTS = {f"R-{number:02}" for span in (range(1, 36), range(40, 46), range(50, 58)) for number in span}

each_rule = pytest.mark.parametrize("one", [*catalogue(), INTERNAL], ids=lambda one: one.code)


def test_the_catalogue_is_in_the_order_of_codes() -> None:
    codes = [one.code for one in catalogue()]
    assert codes == sorted(set(codes))
    assert len(codes) >= 38


def test_the_level_of_each_rule_is_the_one_that_the_concept_gives_it() -> None:
    by_level: dict[str, str] = {}
    for one in catalogue():
        by_level[one.level.value] = f"{by_level.get(one.level.value, '')} {one.code}".strip()
    assert by_level == {
        "must": "C309 C310 C311 Q501 Q503 Q505 Q507 Q509 Q511 Q512 Q518 Q524 S102 S103",
        "should": "C302 C303 C305 C306 C307 C312 D902 D903 D904 D906 D912 N203 N208 N209 N210 N211 "
        "N212 N213 O403 O407 Q502 Q508 Q510 Q517 Q522 Q523 Q525 S101 S106 S108 S109 S112 "
        "S113 S116 S117 S118 S119 S120",
        "hint": "C301 C304 C308 D901 D905 D907 D908 D909 D910 D911 D913 N201 N202 N204 N205 N206 N207 "
        "N214 N215 O401 O402 O404 O405 O406 O408 Q504 Q506 Q513 Q514 Q515 Q516 Q519 Q520 "
        "Q521 Q526 S104 S105 S107 S110 S111 S114 S115 S121",
    }


def test_only_rules_that_depend_on_local_practice_are_off_by_default() -> None:
    assert [one.code for one in catalogue() if not one.default] == ["N207", "O405", "Q519", "Q520"]


@each_rule
def test_a_code_is_a_letter_of_a_family_and_the_section(one: Rule) -> None:
    assert re.fullmatch(r"[A-Z]\d{3}", one.code)
    assert one.code[1] == SECTION_OF_FAMILY[one.family]
    assert one.family in FAMILIES


@each_rule
def test_a_name_is_kebab_case_and_nobody_elses(one: Rule) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+|orphan", one.name)
    words = [word for rule in catalogue() for word in (rule.code, rule.name, *rule.former_names)]
    assert len(words) == len(set(words))


@each_rule
def test_a_rule_cites_requirements_that_exist(one: Rule) -> None:
    assert one.requirements
    assert set(one.requirements) <= REQUIREMENTS
    if one.family == "D":
        assert set(one.requirements) & {"R-51", "R-52", "R-53"}


@each_rule
def test_a_title_is_short_and_has_no_final_stop(one: Rule) -> None:
    for text in (one.title.de, one.title.en):
        assert 10 <= len(text) <= 60
        assert not text.endswith((".", "!", "?"))


@each_rule
def test_both_languages_are_filled_and_differ(one: Rule) -> None:
    for say in (one.title, one.reason, one.remedy):
        assert say.de.strip()
        assert say.en.strip()
        assert say.de != say.en
    # A message may be nothing but values that are texts themselves.
    assert one.message.de
    assert one.message.en


@each_rule
def test_placeholders_are_the_same_in_both_languages(one: Rule) -> None:
    german, english = (Say(text, text).names() for text in (one.message.de, one.message.en))
    assert german == english
    for say in (one.title, one.reason, one.remedy):
        assert say.names() == frozenset()


@each_rule
def test_reason_and_remedy_are_whole_sentences_without_begging(one: Rule) -> None:
    for say in (one.reason, one.remedy):
        for text in (say.de, say.en):
            assert text[0].isupper()
            assert text.endswith(".")
            assert "  " not in text
            assert "bitte" not in text.casefold()
            assert "please" not in text.casefold()


@each_rule
def test_quotation_marks_belong_to_the_language(one: Rule) -> None:
    for say in (one.title, one.message, one.reason, one.remedy):
        assert '"' not in say.de
        assert say.de.count("„") == say.de.count("“")
        assert not set(say.en) & set("„“”«»")


@each_rule
def test_a_rule_looks_at_something_that_the_workspace_holds(one: Rule) -> None:
    assert one.looks_at is Workspace or one.looks_at in ENTITY_OF.values()


@each_rule
def test_parameters_have_defaults_limits_and_a_sentence(one: Rule) -> None:
    one.parameters()
    for field in attrs.fields(one.parameters):
        assert field.default is not attrs.NOTHING
        assert field.validator is not None
        told = field.metadata[HELP]
        assert told.de.endswith(".")
        assert told.en.endswith(".")
        if CHOICES in field.metadata:
            assert field.default == field.metadata[CHOICES]
        else:
            assert field.metadata[MINIMUM] <= field.default <= field.metadata[MAXIMUM]


@each_rule
def test_what_a_rule_presupposes_exists_and_is_not_itself(one: Rule) -> None:
    codes = {rule.code for rule in catalogue()}
    assert set(one.presupposes) <= codes - {one.code}


@functools.cache
def page_of(language: Language) -> str:
    return catalogue_markdown(language)


def of_page(one: Rule, language: Language) -> list[str]:
    """Give all words of a rule on the page, below its heading."""
    told = page_of(language).partition(f"### {one.code} · {one.name}\n")[2]
    told = re.split(r"^#{2,3} [A-Z]", told, flags=re.MULTILINE)[0]
    return re.findall(r"\w+", told.replace("```yaml", ""))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("one", catalogue(), ids=lambda one: one.code)
def test_the_page_of_a_rule_is_word_for_word_what_explain_says(one: Rule, language: Language) -> None:
    told = explain(one.name, language).removeprefix(f"{one.both}: ")
    assert re.findall(r"\w+", told) == of_page(one, language)


PARTS: dict[Language, tuple[str, ...]] = {
    "de": ("Was gefunden wird", "Warum es wichtig ist", "Was zu tun ist", "Warum die Stufe"),
    "en": ("What is found", "Why it matters", "What to do", "Why the level"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@each_rule
def test_explain_tells_all_that_the_definition_of_a_rule_holds(one: Rule, language: Language) -> None:
    told = explain(one.code, language)
    says = [one.title, one.reason, one.remedy, one.level.label, one.status.label, reason_of_level(one)]
    says += [field.metadata[HELP] for field in attrs.fields(one.parameters)]
    says += [known.title for known in FRAMEWORK if known.number in one.requirements]
    texts = [say.in_(language) for say in says]
    names = [field.name for field in attrs.fields(one.parameters)]
    examples = [example_of(one, which) for which in ("bad", "good")] if one is not INTERNAL else []
    indented = [textwrap.indent(str(text), "  ").rstrip() for text in examples]
    cited = (one.name, one.code, *one.requirements, f" {one.since} ", *one.presupposes, *one.former_names)
    for text in (*texts, *names, *indented, *cited, *PARTS[language]):
        assert text in told


@each_rule
def test_the_reason_of_a_level_is_a_sentence_in_both_languages(one: Rule) -> None:
    told = reason_of_level(one)
    assert told.de != told.en
    assert all(text[0].isupper() and text.endswith(".") for text in (told.de, told.en))


def test_a_rule_of_somebody_else_does_not_claim_the_concept_for_its_level() -> None:
    own = make_rule("S998", "own-level", level="must")
    assert reason_of_level(own).en == "Whoever wrote the rule settled it so."
    assert "requires it" in reason_of_level(named(catalogue())["Q512"]).en
    assert "The law" in reason_of_level(named(catalogue())["C310"]).en


def make_rule(code: str, name: str, **other: object) -> Rule:
    text = Say("Ein Text", "A text")
    values: dict[str, object] = {"level": "hint", "requirements": ("R-52",), "looks_at": Workspace, **other}

    @rule(code=code, name=name, title=text, message=text, reason=text, remedy=text, **values)  # type: ignore[arg-type]
    def nothing(thing: Workspace, ctx: object):  # type: ignore[no-untyped-def]
        yield from ()

    return nothing


def test_a_code_that_is_taken_is_refused_and_its_holder_named() -> None:
    with pytest.raises(ModelError, match=r"Q512.*jmdmodel\.quality\.organisation\.maps\.map_missing"):
        make_rule("Q512", "something-else")


def test_a_name_that_is_taken_is_refused_too() -> None:
    with pytest.raises(ModelError, match="map-missing"):
        make_rule("Q598", "map-missing")


def test_an_own_rule_may_be_made_anew_and_by_several_modules() -> None:
    first, second = make_rule("X998", "own-one"), make_rule("X998", "own-one")
    assert named((first,)) == {"X998": first, "own-one": first}
    assert named((second,))["X998"] is second


@pytest.mark.parametrize("name", ["own-two", "own-other"])
def test_two_own_rules_with_one_word_cannot_be_used_together(name: str) -> None:
    rules = (make_rule("X997", "own-two"), make_rule("X996" if name == "own-two" else "X997", name))
    with pytest.raises(ModelError, match=r"own-two|X997"):
        named(rules)


def test_a_retired_rule_needs_its_retirement() -> None:
    with pytest.raises(ModelError, match="Q597"):
        make_rule("Q597", "gone-without-reason", status=Status.RETIRED)


def test_a_retired_rule_stays_in_explain_with_reason_and_successor() -> None:
    gone = Retirement(since="0.9", reason=Say("Zu oft falsch.", "Too often wrong."), replaced_by="Q512")
    old = make_rule("Q596", "gone-with-reason", status=Status.RETIRED, retired=gone)
    told = explain("gone-with-reason", "en", rules=(old,))
    assert "Too often wrong." in told
    assert "Q512" in told


def test_a_module_gives_its_rules_in_the_order_of_codes() -> None:
    module = types.ModuleType("own_rules")
    second, first = make_rule("Q595", "second-one"), make_rule("Q594", "first-one")
    module.__dict__.update(second=second, first=first, other=1)
    assert rules_of(module) == (first, second)
