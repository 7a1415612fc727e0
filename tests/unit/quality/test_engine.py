"""The engine: one pass over all rules, whatever they do."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs
import pytest

from jmdmodel.areas import OfficialKeys
from jmdmodel.entities.partner import Partner
from jmdmodel.entities.service import Service
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.messages import Say
from jmdmodel.quality import Context, Findings, Level, Rule, Settings, catalogue, check, rule
from jmdmodel.quality.model import Retirement, Status
from jmdmodel.workspace import Workspace
from tests.unit.quality._build import ON, SERVICE, partner, workspace

TEXT = Say("Ein Text", "A text")
SECRET = "the private words"
KEYS = OfficialKeys(keys={"07"}, day=ON)


def own(code: str, name: str, check_: Any, **others: Any) -> Rule:
    values = {"level": "hint", "requirements": ("R-52",), "looks_at": Workspace, **others}
    return rule(code=code, name=name, title=TEXT, message=TEXT, reason=TEXT, remedy=TEXT, **values)(check_)


def finds_service(thing: Workspace, ctx: Context[Any]) -> Iterator[Finding]:
    yield ctx.found(thing.service, "name")


def finds_each(thing: Partner, ctx: Context[Any]) -> Iterator[Finding]:
    yield ctx.found(thing)


def finds_all_at_once(thing: Workspace, ctx: Context[Any]) -> Iterator[Finding]:
    yield ctx.found_many(list(thing.partners))


def breaks(thing: Partner, ctx: Context[Any]) -> Iterator[Finding]:
    if thing.id == "beta":
        raise KeyError(SECRET)
    yield ctx.found(thing)


WORKING = own("D990", "test-service", finds_service, level="must")
EACH = own("D991", "test-each", finds_each, looks_at=Partner)
ALL = own("D992", "test-all", finds_all_at_once, presupposes=("D991",))
BROKEN = own("D993", "test-broken", breaks, looks_at=Partner)
FIRST_ONLY = own("D994", "test-first-only", finds_service, presupposes=("D990",))
RETIRED = own(
    "D995",
    "test-retired",
    finds_service,
    status=Status.RETIRED,
    retired=Retirement(since="0.2", reason=TEXT),
)
OFF = own("D996", "test-off", finds_service, default=False)
OWN = (BROKEN, WORKING, EACH, ALL, FIRST_ONLY, RETIRED, OFF)

SOME = workspace(partner("alpha"), partner("beta"), partner("gamma"))


def run(*codes: str, asked: Workspace = SOME, strict: bool = False, **others: Any) -> Findings:
    settings = Settings.of(select=codes, rules=OWN, **others)
    return check(asked, on=ON, settings=settings, rules=OWN, strict=strict)


def test_a_rule_that_raises_becomes_a_finding_and_the_others_go_on() -> None:
    found = run("D993", "D990")
    broken, good = sorted(found, key=lambda one: one.code != "D999")
    assert good.code == "D990"
    assert broken.subject == Ref("partners", "beta")
    values = dict(broken.values)
    assert values["rule"] == "D993"
    assert values["exception"] == "KeyError"
    assert "in breaks" in values["traceback"]


def test_a_broken_rule_does_not_repeat_the_words_of_its_error() -> None:
    assert SECRET not in repr(run("D993"))


def test_a_broken_rule_counts_as_a_must_and_not_as_passed() -> None:
    found = run("D993")
    assert found.fails(Level.MUST)
    assert found.passed == ()
    assert found.level_of(found[0]) is Level.MUST


def test_strict_raises_the_error_with_rule_and_subject() -> None:
    with pytest.raises(KeyError) as caught:
        run("D993", strict=True)
    assert caught.value.__notes__ == ["while the rule test-broken (D993) looked at partners/beta"]


def test_a_rule_over_the_whole_that_raises_names_the_workspace() -> None:
    def fails(thing: Workspace, ctx: Context[Any]) -> Iterator[Finding]:
        yield from ctx.missing  # type: ignore[attr-defined]

    failing = own("D989", "test-fails", fails)
    found = check(SOME, on=ON, settings=Settings.of(select=["D989"], rules=(failing,)), rules=(failing,))
    assert [str(one.subject) for one in found] == ["workspace"]


def test_a_finding_is_dropped_where_a_presupposed_rule_says_it_of_the_same_thing() -> None:
    assert [one.code for one in run("D990", "D994")] == ["D990"]


def test_a_finding_stays_when_the_presupposed_rule_does_not_run() -> None:
    assert [one.code for one in run("D994")] == ["D994"]


def test_a_finding_about_many_is_dropped_only_when_all_of_them_are_told() -> None:
    assert {one.code for one in run("D991", "D992")} == {"D991"}
    only_first = own(
        "D988", "test-only-first", lambda thing, ctx: iter([ctx.found(Ref("partners", "alpha"))])
    )
    many = own("D987", "test-many", finds_all_at_once, presupposes=("D988",))
    both = (only_first, many)
    found = check(SOME, on=ON, settings=Settings.of(select=["D987", "D988"], rules=both), rules=both)
    assert {one.code for one in found} == {"D987", "D988"}


def test_findings_come_by_code_then_subject_then_field() -> None:
    found = run("D991", "D990")
    assert [(one.code, str(one.subject)) for one in found] == [
        ("D990", "service"),
        ("D991", "partners/alpha"),
        ("D991", "partners/beta"),
        ("D991", "partners/gamma"),
    ]


def test_a_retired_rule_never_runs() -> None:
    assert run("D995").checked == ()


def test_a_rule_that_is_off_runs_when_it_is_named() -> None:
    assert "D996" not in run("hint").checked
    assert "D996" not in run("D").checked
    assert run("test-off").checked == ("D996",)
    assert "D996" in check(SOME, on=ON, settings=Settings.of(enable=["D996"], rules=OWN), rules=OWN).checked


@pytest.mark.parametrize(
    ("select", "expected"),
    [
        (["Q512"], {"Q512"}),
        (["map-missing"], {"Q512"}),
        (["must"], {one.code for one in catalogue() if one.level is Level.MUST}),
        (["S"], {one.code for one in catalogue() if one.family == "S"}),
        (["S", "map-missing"], {one.code for one in catalogue() if one.family == "S"} | {"Q512"}),
        ([], {one.code for one in catalogue() if one.default}),
    ],
)
def test_rules_are_selected_by_code_name_family_and_level(select: list[str], expected: set[str]) -> None:
    found = check(SOME, on=ON, settings=Settings.of(select=select), directory=KEYS)
    assert set(found.checked) == expected


@pytest.mark.parametrize("word", ["Q512", "map-missing", "Q", "must"])
def test_ignoring_wins_over_selecting(word: str) -> None:
    settings = Settings.of(select=["Q512"], enable=["Q512"], ignore=[word])
    assert check(SOME, on=ON, settings=settings).checked == ()


def test_enabling_adds_to_what_is_on_by_default() -> None:
    more = set(check(SOME, on=ON, settings=Settings.of(enable=["Q519"])).checked)
    assert more - set(check(SOME, on=ON).checked) == {"Q519"}


def test_findings_know_which_rules_passed() -> None:
    found = check(SOME, on=ON, settings=Settings.of(select=["Q512", "Q518"]))
    assert found.checked == ("Q512", "Q518")
    assert found.passed == ("Q518",)


def test_findings_group_and_count() -> None:
    found = run("D990", "D991")
    assert (len(found), found.count(Level.MUST), found.count(Level.HINT), found.count(Level.SHOULD)) == (
        4,
        1,
        3,
        0,
    )
    assert [(code, len(group)) for code, group in found.by_rule()] == [("D990", 1), ("D991", 3)]
    assert [one.code for one in found.by_level(Level.MUST)] == ["D990"]


@pytest.mark.parametrize(
    ("level", "fails"), [(Level.MUST, False), (Level.SHOULD, False), (Level.HINT, True), (None, False)]
)
def test_a_hint_fails_only_where_hints_are_to_fail(level: Level | None, fails: bool) -> None:
    assert run("D991").fails(level) is fails


def test_no_findings_are_falsy_and_never_fail() -> None:
    assert not Findings()
    assert not Findings().fails(Level.HINT)


def test_findings_pickle_hash_and_compare() -> None:
    found = run("D990", "D993")
    again = pickle.loads(pickle.dumps(found))
    assert again == found
    assert hash(again) == hash(found)
    assert found != run("D990")


def test_the_same_check_gives_equal_findings() -> None:
    assert check(SOME, on=ON) == check(SOME, on=ON)


def test_the_reference_date_decides_and_no_clock() -> None:
    years = {
        dict(one.values)["year"]
        for on in (date(2025, 1, 1), date(2026, 12, 31))
        for one in check(SOME, on=on, settings=Settings.of(select=["Q512"]))
    }
    assert years == {"2024", "2025"}


def test_a_rule_of_another_entity_type_sees_each_of_them() -> None:
    assert len(run("D991", asked=Workspace(service=SERVICE))) == 0
    assert len(run("D991")) == 3


def test_checks_in_turn_do_not_mix_their_rules_and_settings() -> None:
    asked = workspace(partner("alpha"))
    only_d = Settings.of(select=["D"], rules=(WORKING, EACH))
    without = Settings.of(select=["D"], ignore=["D990"], rules=(WORKING, EACH))
    for _ in range(2):
        assert {"D990", "D991"} <= {*check(asked, on=ON, settings=only_d, rules=(WORKING, EACH)).checked}
        assert "D990" not in check(asked, on=ON, settings=without, rules=(WORKING, EACH)).checked
        assert not {"D990", "D991"} & {*check(asked, on=ON, settings=only_d).checked}


def test_checks_in_turn_keep_their_parameters_apart() -> None:
    asked = workspace(*(partner(name) for name in ("a", "b", "c")))
    few = Settings.of(select=["N201"], parameters={"N201": {"expected": ["sgb2-body"]}})
    many = Settings.of(select=["N201"])
    first = [check(asked, on=ON, settings=one).found for one in (few, many)]
    assert first == [check(asked, on=ON, settings=one).found for one in (few, many)]
    assert first[0] != first[1]


def test_two_rules_of_one_code_made_one_after_the_other_are_told_apart() -> None:
    asked = workspace(partner("alpha"))
    for check_, count in ((finds_service, 1), (finds_each, 0)):
        made = attrs.evolve(WORKING, check=check_, looks_at=Workspace if count else Service)
        found = check(asked, on=ON, settings=Settings.of(select=["D990"], rules=(made,)), rules=(made,))
        assert [str(one.subject) for one in found] == ["service"]
        assert found[0].field == ("name" if count else "")


def test_rules_and_words_may_be_given_as_lists() -> None:
    listed: Any = [WORKING]
    found = check(workspace(), on=ON, settings=Settings(select=["D990"]), rules=listed)  # type: ignore[arg-type]
    assert found.checked == ("D990",)
