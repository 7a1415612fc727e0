"""The findings as text and as data, and the plugin module that lists the built-in exporters."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from jmdexport.builtin import jmdexport_exporters, jmdexport_template_folders
from jmdexport.builtin.findings import EXPORTER, FindingsOptions, render
from jmdexport.errors import AudienceRefused
from jmdexport.records import ExportRequest
from jmdmodel.entities.review import Waiver
from jmdmodel.errors import Position
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.privacy import redact
from jmdmodel.quality import check
from jmdmodel.quality.report import as_data
from jmdmodel.quality.waiving import Waived
from jmdmodel.scales import Audience
from tests.unit.builtin._build import AS_OF, EMPTY, YEAR


def made(suffix: str, findings: tuple[Finding, ...], **others: Any) -> str:
    medium = EXPORTER.medium(suffix)
    assert medium is not None
    request = ExportRequest(
        view=redact(EMPTY, Audience.INTERNAL),
        options=FindingsOptions(),
        medium=medium,
        year=YEAR,
        as_of=AS_OF,
        findings=findings,
        **{"checked": True, "audience": Audience.INTERNAL} | others,
    )
    (only,) = render(request)
    assert only.name == f"findings{suffix}"
    return only.data.decode()


OWN = Finding(code="X1", subject=Ref("partners", "schule"))


def test_the_text_tells_each_finding_with_its_place_and_what_to_do() -> None:
    found = tuple(check(EMPTY, on=AS_OF))
    places = tuple(Position("dienst.yaml", line, 3) for line in range(1, len(found) + 1))
    text = made(".txt", found, positions=places)
    assert text.startswith("Befunde: JMD Musterstadt\n========================\n")
    assert all(f"dienst.yaml:{line}:3\n" in text for line in range(1, len(found) + 1))
    assert "Was zu tun ist: " in text


def test_without_places_the_text_tells_the_place_in_the_model() -> None:
    text = made(".txt", (Finding(code="Q512", subject=Ref("maps"), values=(("year", "2025"),)),))
    assert "(Q512)" in text
    assert "\n    maps\n" in text


def test_lines_are_broken_between_words() -> None:
    text = made(".txt", tuple(check(EMPTY, on=AS_OF)))
    assert max(len(line) for line in text.splitlines()) <= 100


def test_no_finding_is_a_result_too() -> None:
    assert "hat keinen Befund ergeben." in made(".txt", ())
    assert json.loads(made(".json", ()))["totals"]["findings"] == 0


def test_a_workspace_that_was_not_checked_is_never_called_free_of_findings() -> None:
    assert "wurden für diese Fassung nicht geprüft" in made(".txt", (), checked=False)
    assert "Befund ergeben" not in made(".txt", (), checked=False)
    told = json.loads(made(".json", (), checked=False))
    assert (told["checked"], told["totals"], told["findings"]) == (False, None, [])


@pytest.mark.parametrize(
    ("shown", "withheld", "said"),
    [
        ((), 1, "hat einen Befund ergeben. Er betrifft vertrauliche Angaben"),
        ((), 2, "hat zwei Befunde ergeben. Sie betreffen vertrauliche Angaben"),
        ((OWN,), 1, "hat zwei Befunde ergeben. Einer davon betrifft vertrauliche Angaben"),
        ((OWN,), 2, "hat drei Befunde ergeben. Zwei davon betreffen vertrauliche Angaben"),
    ],
)
def test_findings_that_may_not_be_shown_are_counted(
    shown: tuple[Finding, ...], withheld: int, said: str
) -> None:
    assert said in " ".join(made(".txt", shown, findings_withheld=withheld).split())
    assert json.loads(made(".json", shown, findings_withheld=withheld))["findings_withheld"] == withheld


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.REPORT])
@pytest.mark.parametrize("suffix", [".txt", ".json", ".md", ".html"])
def test_an_audience_below_the_team_gets_a_refusal_and_no_empty_list(audience: Audience, suffix: str) -> None:
    with pytest.raises(AudienceRefused) as caught:
        made(suffix, (), audience=audience, checked=False)
    assert caught.value.needed is Audience.INTERNAL
    assert "--audience internal" in caught.value.in_("de")
    assert "--audience internal" in caught.value.in_("en")


def test_the_data_are_those_of_the_check() -> None:
    found = check(EMPTY, on=AS_OF)
    told = json.loads(made(".json", tuple(found)))
    checked = as_data(found)
    assert told["findings"] == checked["findings"]
    counts = ("findings", "must", "should", "hint", "waived")
    assert told["totals"] == {key: checked["totals"][key] for key in counts}


def test_a_finding_of_a_rule_of_the_users_own_is_kept_in_both_forms() -> None:
    assert "Eigene Regel X1: ein Befund zu „partners/schule“." in made(".txt", (OWN,))
    told = json.loads(made(".json", (OWN,)))
    assert [(one["code"], one["subject"], one["message"]) for one in told["findings"]] == [
        ("X1", "partners/schule", None)
    ]
    assert told["totals"]["findings"] == 1


def test_the_plugin_lists_the_built_in_exporters() -> None:
    names = ["network-map", "change-map", "years-map", "committee-map", "case-map", "geo-map"]
    names += ["charts", "report", "impuls-csv", "findings", "letter", "tables"]
    assert [one.name for one in jmdexport_exporters()] == names
    assert list(jmdexport_template_folders()) == []


@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_the_documents_tell_each_finding_with_its_place_and_what_to_do(suffix: str) -> None:
    found = tuple(check(EMPTY, on=AS_OF))
    places = tuple(Position("dienst.yaml", line, 3) for line in range(1, len(found) + 1))
    text = made(suffix, found, positions=places)
    assert "Befunde: JMD Musterstadt" in text
    assert all(f"dienst.yaml:{line}:3" in text for line in range(1, len(found) + 1))
    assert "Was zu tun ist:" in text


@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_the_documents_name_a_rule_of_the_user_by_its_code(suffix: str) -> None:
    text = made(suffix, (OWN,))
    assert "X1" in text
    assert "partners/schule" in text
    assert "Was zu tun ist:" not in text


@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_the_documents_do_not_say_that_all_is_well_when_nothing_was_asked_or_all_is_withheld(
    suffix: str,
) -> None:
    told = {made(suffix, ()), made(suffix, (), checked=False), made(suffix, (), findings_withheld=2)}
    assert len(told) == 3


def waived(reason: str = "Die Karte entsteht im Januar.") -> tuple[Waived, ...]:
    waiver = Waiver(id="karte", rule="Q512", reason=reason, until=date(2026, 3, 31))
    map_missing = Finding(code="Q512", subject=Ref("maps"), values=(("year", "2025"),))
    return (Waived(finding=map_missing, waiver=waiver), Waived(finding=OWN, waiver=waiver, rest=OWN))


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_each_document_tells_what_is_waived_why_and_until_when(suffix: str) -> None:
    text = " ".join(made(suffix, (), waived=waived()).split())
    assert "Zwei Befunde sind mit Begründung ausgenommen." in text
    assert "Mit Begründung ausgenommen (2)" in text
    assert "map-missing (Q512)" in text
    assert "X1" in text
    assert text.count("Begründung: Die Karte entsteht im Januar.") == 2
    assert text.count("Gilt bis 31.03.2026.") == 2
    assert "ausgenommen" not in made(suffix, ())


def test_the_data_tell_what_is_waived_as_the_check_does_with_its_place() -> None:
    places = (Position("dienst.yaml", 4, 1), None)
    told = json.loads(made(".json", (), waived=waived(), waived_positions=places))
    assert told["totals"]["waived"] == 2
    first, own = told["waived"]
    assert (first["code"], first["line"], first["in_part"]) == ("Q512", 4, False)
    assert (own["code"], own["line"], own["in_part"], own["level"]) == ("X1", None, True, None)
    assert {one["until"] for one in told["waived"]} == {"2026-03-31"}
    assert first.keys() == own.keys()
    assert json.loads(made(".json", ()))["waived"] == []


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_a_reason_full_of_marks_does_nothing(suffix: str) -> None:
    text = made(suffix, (), waived=waived("<img src=x>\n# [a](http://b.example) \u202egnp"))
    assert "gnp" in text
    assert "\u202e" not in text
    assert "\n#[a]" not in text.replace(" ", "")
    if suffix == ".html":
        assert "<img" not in text
    if suffix == ".md":
        assert "[a](http" not in text
