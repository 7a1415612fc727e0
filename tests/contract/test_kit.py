"""Every exporter of the library passes the kit, and each broken one fails the check that is meant for it."""

from __future__ import annotations

import re

import attrs
import pytest

from jmdexport import Audience, Exporter, Medium, Registry, Say, UnknownExporter
from jmdexport.testing import Check, checks, checks_markdown, conformance, contract_test
from jmdexport.testing._judging import _JUDGES
from jmdmodel.messages import LANGUAGES, Language
from tests.contract import _broken, _needy
from tests.contract._one_case import CASE_MAP_OF_ONE

test_case_map = contract_test(CASE_MAP_OF_ONE)
test_change_map = contract_test("change-map", plugins="none")
test_charts = contract_test("charts", plugins="none")
test_committee_map = contract_test("committee-map", plugins="none")
test_findings = contract_test("findings", plugins="none")
test_geo_map = contract_test("geo-map", plugins="none")
test_impuls_csv = contract_test("impuls-csv", plugins="none")
test_letter = contract_test("letter", plugins="none")
test_network_map = contract_test("network-map", plugins="none")
test_report = contract_test("report", plugins="none")
test_tables = contract_test("tables", plugins="none")
test_years_map = contract_test("years-map", plugins="none")

CHECKS = checks()
BROKEN = [one.name for one in _broken.EXPORTERS if one.name != "sound"]


def test_every_exporter_of_the_library_is_asked() -> None:
    asked = {name.removeprefix("test_").replace("_", "-") for name in globals()}
    assert {one.name for one in Registry(plugins="none").exporters} <= asked


def test_a_sound_exporter_passes_everything() -> None:
    report = conformance("sound", plugins=[_broken])
    assert report.is_passed, report.text("en")
    assert report.text("de").startswith("Export „sound“: 27 von 27 Prüfungen bestanden.")


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_exporter_fails_its_own_check_and_no_other(name: str) -> None:
    report = conformance(name, plugins=["tests.contract._broken"])
    assert report.codes("failed") == (name[:3].upper(),), report.text("en")
    assert not report.is_passed
    assert report.of(name[:3]).details


def test_a_plugin_that_imports_an_optional_package_at_once_fails_its_own_check_and_no_other() -> None:
    report = conformance("k26-needy", plugins=[_needy])
    assert report.codes("failed") == ("K26",), report.text("en")
    assert "wave" in report.text("en")


def test_for_every_check_there_is_an_exporter_that_breaks_it() -> None:
    broken = {name[:3].upper() for name in [*BROKEN, "k26-needy"]}
    assert broken == {check.code for check in CHECKS} == set(_JUDGES)


def test_what_can_leak_is_named_by_its_field_and_never_by_its_value() -> None:
    told = conformance("k15-reaching", plugins=[_broken]).text("en")
    assert "Activity.note" in told
    assert "zqkanari" not in told


def test_a_record_can_be_checked_without_being_installed() -> None:
    record = next(one for one in _broken.EXPORTERS if one.name == "k10-average")
    report = conformance(record)
    assert report.codes("failed") == ("K10",), report.text("en")


def test_a_record_that_cannot_be_packed_fails_that_check() -> None:
    record = Exporter(
        name="lambda",
        title=Say(de="Partnerliste", en="Partner list"),
        media=[Medium(".txt", "text/plain")],
        audience=Audience.PUBLIC,
        render=lambda request: [_broken.plain(request.label(_broken.TITLE))],
    )
    report = conformance(record)
    assert report.codes("failed") == ("K24",), report.text("en")
    assert "K25" in report.codes("open")


def test_what_an_exporter_declares_is_not_held_against_it() -> None:
    from jmdexport import Reason

    why = Reason(Say(de="Das fremde Programm zählt mit.", en="The foreign program counts along."))
    record = _broken.exporter("declared", _broken.counting, reproducible=why)
    assert conformance(record).is_passed


def test_what_only_waits_for_another_check_is_summed_up_in_one_line() -> None:
    def raising(_request: object) -> None:
        raise ZeroDivisionError

    report = conformance(attrs.evolve(_needy.jmdexport_exporters()[0], render=raising))
    told = report.text("en")
    waiting = [result for result in report.results if result.is_waiting]
    assert report.codes("failed") == ("K01", "K24")  # a function inside another does not pickle
    assert len(waiting) > 20
    assert f"To be judged once others are passed: {len(waiting)} of the open checks." in told
    assert "K02-same-bytes-again" not in told
    assert ", ".join(report.codes("open")) in told


def test_a_form_whose_package_is_not_installed_here_leaves_a_question_open_and_fails_nothing() -> None:
    media = [_broken.TEXT, Medium(".wav", "audio/wav", requires={"package_of_nobody": "sound"})]
    report = conformance(attrs.evolve(_needy.jmdexport_exporters()[0], media=media))
    assert report.codes("failed") == (), report.text("en")
    assert report.codes("open") == ("K01",)
    assert not report.is_passed
    assert "„package_of_nobody“; es gehört zum Extra „sound“" in report.text("de")


def test_an_unknown_name_is_told_at_once() -> None:
    with pytest.raises(UnknownExporter):
        conformance("nobody-has-this-name", plugins="none")


@pytest.mark.parametrize("check", CHECKS, ids=str)
def test_a_check_says_promise_reason_and_remedy_in_both_languages(check: Check) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", check.name)
    for text in (check.promise, check.why, check.remedy):
        assert text.de != text.en
        for language in LANGUAGES:
            assert re.fullmatch(r"[A-ZÄÖÜ0-9„\"].*\.", text.in_(language)), text.in_(language)
        assert '"' not in text.de
        assert not set("„“") & set(text.en)


def test_codes_count_through_and_names_are_unique() -> None:
    assert [check.code for check in CHECKS] == [f"K{number:02}" for number in range(1, len(CHECKS) + 1)]
    assert len({check.name for check in CHECKS}) == len(CHECKS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_checks_has_a_heading_for_each(language: Language) -> None:
    page = checks_markdown(language)
    headings = re.findall(r"^## (\S+) (\S+)$", page, re.MULTILINE)
    assert headings == [(check.code, check.name) for check in CHECKS]
    assert all(check.remedy.in_(language) in page for check in CHECKS)
