"""Broken plugins are contained and named, and the good ones beside them do not notice."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from jmdexport import PluginProblem, Registry, UnknownExporter, export
from jmdexport.cli import jmd
from jmdmodel.testing.builders import small
from tests.plugins._zoo import BROKEN, GOOD, install, install_builtin


@pytest.fixture
def zoo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Registry:
    """Give a registry that finds one good plugin, the built-in one, and all broken ones."""
    install_builtin(monkeypatch)
    install(tmp_path, monkeypatch, {"good": GOOD} | {name: source for name, (source, _, _) in BROKEN.items()})
    return Registry()


def test_all_broken_plugins_are_contained_and_the_good_ones_are_there(zoo: Registry) -> None:
    assert [exporter.name for exporter in zoo.exporters] == ["good-one", "good-two", "inner-list"]
    assert [problem.plugin for problem in zoo.problems] == sorted(BROKEN)
    assert len(BROKEN) >= 30


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_a_problem_names_plugin_distribution_stage_and_cause(zoo: Registry, name: str) -> None:
    _, stage, words = BROKEN[name]
    problem = next(problem for problem in zoo.problems if problem.plugin == name)
    assert (problem.distribution, problem.stage) == ("zoo", stage)
    assert words in problem.cause
    assert problem.__cause__ is not None
    assert problem.cause in problem.in_("en")
    assert problem.told.de in problem.in_("de")
    assert f"„{name}“ aus „zoo“" in problem.in_("de")
    assert "Traceback" in problem.details or stage in {"check", "hooks"} or name == "syntax"


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_a_problem_speaks_german_where_the_words_are_those_of_the_library(zoo: Registry, name: str) -> None:
    problem = next(problem for problem in zoo.problems if problem.plugin == name)
    if type(problem.__cause__).__module__.startswith("jmdexport."):
        assert problem.told.de != problem.told.en
    else:  # what Python itself says stays as it says it
        quoted, *_ = re.split(r" \(|\. Was fehlt|\n", problem.told.de)
        assert quoted in problem.details


def test_the_command_names_every_broken_plugin_with_its_fault(zoo: Registry) -> None:
    ran = CliRunner().invoke(jmd, ["exporters", "--language", "en"])
    assert ran.exit_code == 1
    assert [line.split()[0] for line in ran.stdout.splitlines()[::2]] == [
        "good-one",
        "good-two",
        "inner-list",
    ]
    for name, (_, _, words) in BROKEN.items():
        assert f'The plugin "{name}" of "zoo" cannot be used' in ran.stderr
        assert words in ran.stderr


def test_the_output_of_the_others_is_the_same_with_the_zoo_and_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def given(registry: Registry) -> list[bytes]:
        wanted = ["good-one", "charts", "network-map"]
        arguments = {"year": 2024, "as_of": date(2025, 3, 1), "registry": registry}
        return [one.data for name in wanted for one in export(small(), name, **arguments)]

    install(tmp_path / "one", monkeypatch, {"good": GOOD}, distribution="alone")
    alone = given(Registry(["alone_good"]))
    broken = {name: source for name, (source, _, _) in BROKEN.items() if "inner-list" not in source}
    install(tmp_path / "two", monkeypatch, {"good": GOOD} | broken)
    among = Registry()
    assert given(among) == alone
    assert len(among.problems) >= len(broken)


def test_asking_for_the_exporter_of_a_failed_plugin_raises_its_problem(zoo: Registry) -> None:
    for name, plugin in (("raising-import", "raising-import"), ("Fine", "half-good"), ("odd", "odd-options")):
        with pytest.raises(PluginProblem) as caught:
            zoo.get(name)
        assert caught.value.plugin == plugin


def test_a_name_that_nobody_offers_lists_what_there_is_and_what_failed(zoo: Registry) -> None:
    with pytest.raises(UnknownExporter) as caught:
        zoo.get("good-on")
    assert caught.value.known == ("good-one", "good-two", "inner-list")
    assert caught.value.near == "good-one"
    assert caught.value.failed == tuple(sorted(BROKEN))


def test_a_built_in_name_cannot_be_shadowed_not_even_by_a_plugin_that_calls_itself_builtin(
    zoo: Registry,
) -> None:
    assert zoo.origin("inner-list").distribution == "jmdmodel"
    assert zoo.origin("inner-list").is_builtin
    assert not zoo.origin("good-one").is_builtin


def test_an_exporter_knows_the_distribution_and_version_it_comes_from(zoo: Registry) -> None:
    origin = zoo.origin("GOOD-TWO")
    assert (origin.plugin, origin.distribution, origin.version) == ("good", "zoo", "1.2")


def test_the_first_of_two_plugins_with_one_name_wins_by_the_order_of_names(zoo: Registry) -> None:
    assert zoo.origin("good-one").plugin == "good"


def test_a_strict_registry_raises_the_first_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install_builtin(monkeypatch)
    install(tmp_path, monkeypatch, {"good": GOOD, "bad": "raise ValueError('x')"})
    with pytest.raises(PluginProblem) as caught:
        _ = Registry(strict=True).exporters
    assert caught.value.plugin == "bad"
    assert isinstance(caught.value.__cause__, ValueError)


def test_plugins_can_be_left_out_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install_builtin(monkeypatch)
    install(tmp_path, monkeypatch, {"good": GOOD, "bad": "raise ValueError('x')"})
    registry = Registry(without=["BAD", "builtin"])
    assert [exporter.name for exporter in registry.exporters] == ["good-one", "good-two"]
    assert registry.problems == ()
    assert "zoo_bad" not in sys.modules


def test_without_strangers_only_the_built_in_ones_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_builtin(monkeypatch)
    install(tmp_path, monkeypatch, {"good": GOOD})
    assert [exporter.name for exporter in Registry(plugins="none").exporters] == ["inner-list"]
    assert "zoo_good" not in sys.modules


def test_modules_can_be_named_instead_of_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install_builtin(monkeypatch)
    install(tmp_path, monkeypatch, {"good": GOOD, "other": "raise ValueError"})
    registry = Registry(plugins=["zoo_good", "zoo_nowhere"])
    assert [exporter.name for exporter in registry.exporters] == ["good-one", "good-two", "inner-list"]
    assert [(problem.plugin, problem.stage) for problem in registry.problems] == [("zoo_nowhere", "load")]
    again = Registry(plugins=[sys.modules["zoo_good"]])
    assert again.origin("good-one").distribution == ""
    assert again.origin("good-one").plugin == "zoo_good"


def test_nothing_is_loaded_before_something_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_builtin(monkeypatch)
    install(tmp_path, monkeypatch, {"good": GOOD})
    registry = Registry()
    assert "zoo_good" not in sys.modules
    registry.get("good-one")
    assert "zoo_good" in sys.modules


def test_two_registries_know_nothing_of_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install_builtin(monkeypatch)
    install(tmp_path, monkeypatch, {"good": GOOD})
    full, small = Registry(), Registry(plugins="none")
    assert len(full.exporters) == 3
    assert len(small.exporters) == 1
    assert len(full.exporters) == 3


def test_template_folders_come_in_the_order_of_the_plugins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_builtin(monkeypatch)
    hook = "@hookimpl\ndef jmdexport_template_folders(): return [{folder!r}]"
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
    plugins = {
        "b-plugin": hook.format(folder=str(tmp_path / "second")),
        "a-plugin": hook.format(folder=str(tmp_path / "first")),
    }
    install(tmp_path / "site", monkeypatch, plugins)
    assert Registry().template_folders == (tmp_path / "first", tmp_path / "second")
    assert Registry().problems == ()


def test_a_hook_may_answer_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install_builtin(monkeypatch)
    install(tmp_path, monkeypatch, {"quiet": "@hookimpl\ndef jmdexport_exporters(): return None"})
    registry = Registry()
    assert registry.problems == ()
    assert [exporter.name for exporter in registry.exporters] == ["inner-list"]


def test_a_plugin_that_is_stopped_by_hand_stops_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_builtin(monkeypatch)
    install(tmp_path, monkeypatch, {"slow": "raise KeyboardInterrupt"})
    with pytest.raises(KeyboardInterrupt):
        _ = Registry().exporters
