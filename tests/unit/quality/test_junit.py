"""Findings as JUnit XML: one case a rule, nothing that looks well and is not."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

import attrs

from jmdmodel.errors import Position
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.quality import Findings, Level, Settings, catalogue, check
from jmdmodel.quality.forms import as_junit
from tests.unit.quality._build import ON, contact, partner, workspace

NAMES = [f"p{n}" for n in range(3)]
ASKED = workspace(*map(partner, NAMES), *map(contact, NAMES))
FOUND = check(ASKED, on=ON)


def place(finding: Finding) -> Position:
    return Position("site.yaml", 10 + len(finding.code), 3)


def cases(text: str) -> dict[str, ET.Element]:
    return {case.attrib["name"]: case for case in ET.fromstring(text.encode()).iter("testcase")}


def test_every_rule_that_ran_is_one_case_and_fails_if_it_found_something() -> None:
    told = cases(as_junit(FOUND))
    both = {rule.both: rule.code for rule in catalogue()}
    assert sorted(both[name] for name in told) == sorted((*FOUND.checked, *FOUND.not_asked))
    failed = {both[name] for name, case in told.items() if case.find("failure") is not None}
    assert failed == {finding.code for finding in FOUND}
    assert {both[name] for name, case in told.items() if len(case) == 0} == {*FOUND.passed}


def test_a_rule_without_the_directory_that_it_needs_is_skipped_and_not_passed() -> None:
    case = cases(as_junit(FOUND))["official-key-unknown (S121)"]
    assert [(inner.tag, inner.attrib["message"]) for inner in case] == [
        ("skipped", "Nicht geprüft, weil kein Gemeindeverzeichnis angegeben ist")
    ]


def test_the_numbers_of_suites_add_up() -> None:
    root = ET.fromstring(as_junit(FOUND).encode())
    assert root.attrib["tests"] == str(len(FOUND.checked) + len(FOUND.not_asked))
    assert root.attrib["failures"] == str(len(FOUND.by_rule()))
    for word in ("tests", "failures", "errors", "skipped"):
        assert sum(int(suite.attrib[word]) for suite in root) == int(root.attrib[word])
    assert all(int(suite.attrib["tests"]) == len(suite) for suite in root)


def test_a_failure_lists_all_findings_with_their_places_and_what_to_do() -> None:
    many = tuple(
        Finding(code="N206", subject=Ref("committees", f"c{n}"), values=(("committee", f"C{n}"),))
        for n in range(12)
    )
    found = Findings(many, (("N206", Level.HINT),))
    (case,) = cases(as_junit(found, locate=place, language="en")).values()
    failure = case.find("failure")
    assert failure is not None
    assert failure.attrib["type"] == "hint"
    assert failure.attrib["message"].endswith("Number of findings: 12.")
    assert failure.text is not None
    assert failure.text.count("site.yaml:14:3 committees/c") == 12
    assert "What to do: " in failure.text


def test_a_rule_whose_findings_are_hidden_is_skipped_and_not_passed() -> None:
    case = cases(as_junit(Findings((), (("D906", Level.SHOULD),)), withheld={"D906": 2}))[
        "impossible-date (D906)"
    ]
    assert [part.tag for part in case] == ["skipped"]
    assert case[0].attrib["message"].endswith(": 2.")


def test_a_rule_that_broke_down_is_an_error_and_its_own_case_did_not_pass() -> None:
    def breaks(thing: object, ctx: object) -> Iterator[Finding]:
        raise ValueError(thing, ctx)

    one = next(rule for rule in catalogue() if rule.code == "Q512")
    broken = attrs.evolve(one, code="Q599", name="breaking", check=breaks)
    found = check(ASKED, on=ON, settings=Settings.of(select=["Q599"], rules=(broken,)), rules=(broken,))
    told = cases(as_junit(found, rules=(*catalogue(), broken)))
    assert {name: [part.tag for part in case] for name, case in told.items()} == {
        "breaking (Q599)": ["skipped"],
        "rule-failed (D999)": ["error"],
    }


def test_what_xml_cannot_hold_is_replaced_and_marks_are_escaped() -> None:
    one = Finding(code="N206", subject=Ref("committees", "c"), values=(("committee", 'A\x0b"<b>&]]>\ud800'),))
    text = as_junit(Findings((one,), (("N206", Level.HINT),)))
    failure = next(iter(cases(text).values())).find("failure")
    assert failure is not None
    assert failure.text is not None
    assert 'A\ufffd"<b>&]]>\ufffd' in failure.text


def test_both_languages_are_told() -> None:
    assert "Prüfung der Arbeitsmappe" in as_junit(FOUND)
    assert "Check of the workspace" in as_junit(FOUND, language="en")
