"""Waivers take findings out until their last day, and the rules on waivers tell what is wrong with them."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from jmdmodel.entities.review import Waiver
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.messages import Say
from jmdmodel.quality import Context, Findings, Level, Rule, Settings, as_json, as_text, check, rule
from jmdmodel.workspace import Workspace
from tests.unit.quality._build import ON, contact, partner, value, workspace

TEXT = Say("Ein Text", "A text")


def own(code: str, name: str, check_: Any, **others: Any) -> Rule:
    values = {"level": "must", "requirements": ("R-52",), "looks_at": Workspace, **others}
    return rule(code=code, name=name, title=TEXT, message=TEXT, reason=TEXT, remedy=TEXT, **values)(check_)


def finds_partners(thing: Workspace, ctx: Context[Any]) -> Iterator[Finding]:
    yield ctx.found_many(list(thing.partners), "name")


def breaks(thing: Workspace, ctx: Context[Any]) -> Iterator[Finding]:
    raise KeyError


GROUP = own("D980", "test-waived-group", finds_partners, former_names=("test-old-name",))
TWINS = own("D981", "test-waived-twins", finds_partners, one_matter=True)
SHADOWED = own("D982", "test-waived-shadowed", finds_partners, presupposes=("D980",))
FAILING = own("D983", "test-waived-failing", breaks)
OWN = (GROUP, TWINS, SHADOWED, FAILING)
PEOPLE = (partner("alpha"), partner("beta"), partner("gamma"))


def waiver(
    identifier: str = "weil", about: str | None = None, named: str = "D980", until: date = ON
) -> Waiver:
    subject = Ref("partners", about) if about else None
    return Waiver(id=identifier, rule=named, subject=subject, reason="Besprochen.", until=until)


def run(*waivers: Waiver, codes: tuple[str, ...] = ("D980",), on: date = ON, **others: Any) -> Findings:
    asked = workspace(*PEOPLE, *waivers)
    settings = Settings.of(select=[*codes, "D904", "D905", "D912"], rules=OWN, **others)
    return check(asked, on=on, settings=settings, rules=OWN)


def told(findings: Findings, code: str = "D980") -> list[list[str]]:
    return [[ref.id for ref in (one.subject, *one.others)] for one in findings if one.code == code]


def test_a_waiver_without_a_subject_takes_out_all_of_its_rule() -> None:
    found = run(waiver())
    assert len(found) == 0
    (part,) = found.waived
    assert (part.finding.code, part.waiver.id, part.rest) == ("D980", "weil", None)
    assert [ref.id for ref in (part.finding.subject, *part.finding.others)] == ["alpha", "beta", "gamma"]


@pytest.mark.parametrize(
    ("until", "waived"), [(date(2026, 2, 28), 0), (date(2026, 3, 1), 1), (date(2026, 3, 2), 1)]
)
def test_a_waiver_holds_on_its_last_day_and_not_after(until: date, waived: int) -> None:
    found = run(waiver(until=until))
    assert len(found.waived) == waived
    assert len(told(found)) == 1 - waived
    assert [one.code for one in found if one.code == "D904"] == ["D904"] * (1 - waived)


@pytest.mark.parametrize("named", ["D980", "test-waived-group", "test-old-name"])
def test_a_waiver_names_its_rule_by_code_name_or_former_name(named: str) -> None:
    assert len(run(waiver(named=named))) == 0


@pytest.mark.parametrize(
    ("about", "left"),
    [("alpha", ["beta", "gamma"]), ("beta", ["alpha", "gamma"]), ("gamma", ["alpha", "beta"])],
)
def test_a_group_goes_on_for_those_that_nobody_waived(about: str, left: list[str]) -> None:
    found = run(waiver(about=about))
    assert told(found) == [left]
    assert [str(part.finding.subject) for part in found.waived] == [f"partners/{about}"]
    assert found.waived[0].rest == found[0]
    assert found.waived_of(found[0]) == (Ref("partners", about),)


def test_a_group_that_several_waivers_share_out_is_gone() -> None:
    found = run(*(waiver(name, about=name) for name in ("alpha", "beta", "gamma")))
    assert len(found) == 0
    assert [part.waiver.id for part in found.waived] == ["alpha", "beta", "gamma"]


def test_the_waiver_that_names_a_thing_goes_before_the_one_for_all() -> None:
    found = run(waiver("alle"), waiver("eine", about="beta"))
    assert {part.waiver.id: len(part.finding.others) + 1 for part in found.waived} == {"alle": 2, "eine": 1}
    assert len(found) == 0


def test_twins_are_one_matter_and_waived_together() -> None:
    found = run(waiver(about="beta", named="D981"), codes=("D981",))
    assert len(found) == 0
    assert len(found.waived[0].finding.others) == 2


def test_a_waived_finding_does_not_come_back_as_what_presupposes_it() -> None:
    found = run(waiver(), codes=("D980", "D982"))
    assert len(found) == 0


def test_a_waiver_of_a_finding_that_another_rule_says_already_is_not_unused() -> None:
    found = run(waiver(named="D982"), codes=("D980", "D982"))
    assert [one.code for one in found] == ["D980"]
    assert found.waived == ()


def test_a_waived_finding_counts_in_no_figure_and_its_rule_did_not_pass() -> None:
    found = run(waiver())
    assert not found.fails(Level.HINT)
    assert found.count() == 0
    assert "D980" in found.checked
    assert "D980" not in found.passed


def test_the_result_with_waived_findings_pickles_and_hashes() -> None:
    found = run(waiver(about="beta"))
    assert pickle.loads(pickle.dumps(found)) == found
    assert hash(found) == hash(run(waiver(about="beta")))
    assert found != run()


@pytest.mark.parametrize(
    ("waivers", "codes", "now"),
    [
        ([waiver(until=date(2026, 2, 28))], ("D980",), "What it covered is reported again now."),
        (
            [Waiver(id="a", rule="Q512", reason="b", until=date(2026, 2, 28))],
            ("Q512",),
            "What it covered is reported again now.",
        ),
        (
            [Waiver(id="a", rule="Q518", reason="b", until=date(2026, 2, 28))],
            ("Q518",),
            "What it covered is no longer found.",
        ),
        (
            [Waiver(id="a", rule="Q518", reason="b", until=date(2026, 2, 28))],
            ("Q512",),
            "This check did not look whether what it covered is still there.",
        ),
    ],
)
def test_an_expired_waiver_tells_what_became_of_its_finding(
    waivers: list[Waiver], codes: tuple[str, ...], now: str
) -> None:
    (one,) = [one for one in run(*waivers, codes=codes) if one.code == "D904"]
    assert value(one, "now").en == now
    assert value(one, "until") == date(2026, 2, 28)


def test_a_waiver_that_fits_no_finding_is_unused() -> None:
    found = run(waiver(named="Q518"), codes=("Q518",))
    assert [(one.code, str(one.subject)) for one in found] == [("D905", "waivers/weil")]


def test_a_waiver_of_another_thing_is_unused() -> None:
    lone = workspace(partner("alpha"), contact("alpha"), partner("beta"), waiver(named="Q511", about="beta"))
    found = check(lone, on=ON, settings=Settings.of(select=["Q511", "D905"]))
    assert [one.code for one in found] == ["D905", "Q511"]


def test_nothing_is_said_of_a_waiver_whose_rule_did_not_run_or_broke_down() -> None:
    assert [one.code for one in run(waiver(named="Q518"), codes=("Q512",))] == ["Q512"]
    assert [one.code for one in run(waiver(named="D983"), codes=("D983",))] == ["D999"]


def test_an_expired_waiver_is_not_unused_besides() -> None:
    early = date(2026, 2, 28)
    assert [one.code for one in run(waiver(named="Q518", until=early), codes=("Q518",))] == ["D904"]
    assert [one.code for one in run(waiver(named="no-such", until=early), codes=("Q518",))] == ["D904"]


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("map-mising", ' Perhaps "map-missing" is meant.'),
        ("test-waived-grup", ' Perhaps "test-waived-group" is meant.'),
        ("X123", ""),
        ("D999", ""),
        ("D904", ""),
    ],
)
def test_a_word_that_names_no_rule_to_waive_is_told_with_the_nearest(word: str, near: str) -> None:
    (one,) = run(waiver(named=word), codes=("Q518",))
    assert (one.code, one.field) == ("D912", "rule")
    assert (value(one, "word"), value(one, "near").en) == (word, near)


def test_rules_on_waivers_cannot_be_waived() -> None:
    old = waiver("alt", until=date(2026, 2, 28))
    for word in ("D904", "waiver-expired"):
        found = run(old, waiver("neu", named=word))
        assert [one.code for one in found] == ["D904", "D912", "D980"]


def test_the_text_tells_how_many_are_waived_and_which_of_a_group() -> None:
    one = as_text(run(waiver(about="beta")), language="de", rules=OWN)
    assert "    Davon mit Begründung ausgenommen: partners/beta\n" in one
    assert one.endswith("\n1 Befund ist mit Begründung ausgenommen.\n")
    two = as_text(run(waiver("a", about="alpha"), waiver("b", about="beta")), language="en", rules=OWN)
    assert "    Of these waived with a reason: partners/alpha, partners/beta\n" in two
    assert two.endswith("\n2 findings are waived with a reason.\n")
    assert "reason" not in as_text(run(), language="en", rules=OWN)


def test_json_lists_what_is_waived_with_reason_and_last_day() -> None:
    data = json.loads(as_json(run(waiver(about="beta")), language="en", rules=OWN))
    (part,) = data["waived"]
    assert {key: part[key] for key in ("code", "subject", "waiver", "reason", "until", "in_part")} == {
        "code": "D980",
        "subject": "partners/beta",
        "waiver": "weil",
        "reason": "Besprochen.",
        "until": "2026-03-01",
        "in_part": True,
    }
    assert data["totals"]["waived"] == 1
    assert data["totals"]["findings"] == 1


def test_a_waiver_about_an_orphan_does_not_make_it_one_that_is_used() -> None:
    lone = workspace(partner("alpha"), waiver(named="D909", about="alpha"))
    found = check(lone, on=ON, settings=Settings.of(select=["D909", "D905"]))
    assert (len(found), len(found.waived)) == (0, 1)
    assert [one.code for one in check(lone, on=date(2026, 3, 2), settings=Settings.of(select=["D909"]))] == [
        "D909"
    ]
