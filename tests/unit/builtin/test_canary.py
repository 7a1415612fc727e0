"""No value above the audience comes out of a built-in exporter, whatever field it stands in (R-51)."""

from __future__ import annotations

import attrs
import pytest

from jmdexport.options import describe
from jmdexport.registry import Registry
from jmdmodel.messages import LANGUAGES, Language
from jmdmodel.scales import Audience
from tests._remembering import files_read_once  # noqa: F401 - a fixture
from tools import canaries
from tools.canaries import Run, found, jobs, planted, run, table, tokens_in

pytestmark = pytest.mark.usefixtures("files_read_once")

DOTS = {".png"}
"""Forms in which letters are dots; the same scene is searched as letters in another form."""


def cases() -> list[tuple[str, str, Audience, Language]]:
    """Give each form for each audience that makes a difference to it."""
    return [
        (exporter.name, suffix, audience, language)
        for exporter, suffix in jobs()
        for audience in Audience
        for language in LANGUAGES
        if audience <= exporter.audience and (suffix not in DOTS or language == "de")
    ]


@pytest.mark.parametrize(("name", "suffix", "audience", "language"), cases())
def test_nothing_above_the_audience_comes_out(
    name: str, suffix: str, audience: Audience, language: Language
) -> None:
    told = run(name, suffix, audience, language)
    assert told.planted > 40 or audience is max(Audience)  # above the highest class there is nothing
    assert [(canary.path, way) for canary, way in told.leaked] == []
    assert told.left_out == ()
    if not told.refused and suffix not in DOTS:
        assert told.shown, "a search that finds nothing that may be seen shows nothing"


@pytest.mark.parametrize("name", sorted({exporter.name for exporter, _ in jobs()}))
def test_nor_with_any_of_its_switches_turned(name: str) -> None:
    exporter = Registry(plugins="none").get(name)
    switches = [info.field for info in describe(exporter.options)]
    default = exporter.options()
    for switch in switches:
        value = getattr(default, switch)
        if isinstance(value, bool):
            audience = min(Audience.REPORT, exporter.audience)
            told = run(name, exporter.media[0].suffix, audience, "de", **{switch: not value})
            assert told.leaked == (), switch


def test_a_ceiling_above_what_the_exporter_is_meant_for_changes_nothing() -> None:
    assert run("impuls-csv", ".csv", Audience.SOCIAL, "de").shown == (
        run("impuls-csv", ".csv", Audience.PERSONAL, "de").shown
    )


def test_the_rules_find_something_in_private_fields_to_leak() -> None:
    above = {one.token for one in planted().above(Audience.INTERNAL)}
    assert any(str(finding.subject).rpartition("/")[2] in above for finding in found())


def test_a_leak_is_seen_as_one() -> None:
    private = planted().above(Audience.PERSONAL)[-1]
    ways, left_out = tokens_in(f"a {private.token}".encode("utf-16"), planted().canaries)
    assert (ways, left_out) == ({private.token: ("utf-16",)}, set())


def test_numbers_and_days_are_seen_as_people_write_them() -> None:
    for canary in planted().canaries:
        for form in canary.forms:
            assert canary.token in tokens_in(f"am {form}, so".encode(), [canary])[0], form


def test_a_number_inside_a_longer_one_is_none() -> None:
    number = next(one for one in planted().canaries if one.kind == "number")
    for text in (f"1{number.token}", f"{number.token}9", f"0.{number.token}", f"a{number.token}.25"):
        assert tokens_in(text.encode(), [number])[0] == {}


def test_the_table_counts_leaks_of_both_languages_and_says_what_was_refused() -> None:
    canary = planted().above(Audience.PUBLIC)[0]
    one = Run(exporter="x", suffix=".txt", audience=Audience.PUBLIC, language="de", planted=3)
    leaking = attrs.evolve(one, leaked=((canary, ()),), shown=frozenset({"a"}), ways=(("zip", 2),))
    english = attrs.evolve(leaking, language="en", shown=frozenset({"b"}))
    refused = attrs.evolve(one, exporter="y", refused="AudienceRefused")
    assert list(table([leaking, english, refused]))[2:] == [
        "| x | `.txt` | public | 3 | 2 | 2 | zip |",
        "| y | `.txt` | public | 3 | refused | – | – |",
    ]


def test_the_program_ends_with_status_1_when_something_leaked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    canary = planted().above(Audience.PUBLIC)[0]
    leak = Run(
        exporter="x", suffix=".txt", audience=Audience.PUBLIC, language="de", leaked=((canary, ("hex",)),)
    )
    monkeypatch.setattr(canaries, "everything", lambda: iter([leak]))
    assert canaries.main() == 1
    assert f"LEAK x.txt, public, de: {canary.path} in hex" in capsys.readouterr().out
    monkeypatch.setattr(canaries, "everything", lambda: iter([attrs.evolve(leak, leaked=())]))
    assert canaries.main() == 0


def test_a_number_of_people_may_be_told_from_report_on_where_a_protected_table_has_it() -> None:
    told = [one for one in planted().canaries if canaries.is_told_protected(one, Audience.REPORT)]
    assert {one.path for one in told} >= {"events.people", "measures.people"}
    assert all(one.path.endswith((".people", ".count")) for one in told), [one.path for one in told]
    assert not any(canaries.is_told_protected(one, Audience.PUBLIC) for one in told)
