"""The contract with plugins: two hooks without arguments, and a plugin of version 1.0 that works for ever."""

from __future__ import annotations

import inspect
import pickle
import subprocess
import sys
from datetime import date
from pathlib import Path

import pluggy
import pytest

import jmdexport
from jmdexport import BadOption, Registry, export, hookspecs, verify, write
from jmdmodel.testing.builders import small

HOOKS = {
    name: function
    for name, function in vars(hookspecs).items()
    if inspect.isfunction(function) and function.__module__ == hookspecs.__name__
}


def test_there_are_exactly_two_hooks() -> None:
    assert sorted(HOOKS) == ["jmdexport_exporters", "jmdexport_template_folders"]


@pytest.mark.parametrize("name", sorted(HOOKS))
def test_a_hook_has_no_arguments_and_so_no_defaults(name: str) -> None:
    assert not inspect.signature(HOOKS[name]).parameters


@pytest.mark.parametrize("name", sorted(HOOKS))
def test_a_hook_is_known_to_pluggy_and_says_what_to_return(name: str) -> None:
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    assert getattr(manager.hook, name).spec is not None
    assert (inspect.getdoc(HOOKS[name]) or "").startswith("Give ")


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> Registry:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    return Registry(plugins=["plugin_1_0"], strict=True)


def exported(registry: Registry, **arguments: object) -> str:
    arguments = {"year": 2024, "as_of": date(2025, 3, 1)} | arguments
    (artifact,) = export(small(), "partner-list", registry=registry, **arguments)  # type: ignore[arg-type]
    return artifact.data.decode()


def test_a_plugin_of_version_1_0_is_found_listed_and_run(registry: Registry) -> None:
    exporter = registry.get("partner-list")
    assert exporter.title.in_("de") == "Partnerliste"
    assert registry.origin("partner-list").plugin == "plugin_1_0"
    assert len(exported(registry).splitlines()) == len(small().partners) > 1


def test_a_plugin_of_version_1_0_reads_its_options(registry: Registry) -> None:
    lines = exported(registry, options={"numbered": "ja", "order": "name"}).splitlines()
    assert [line.split(". ")[0] for line in lines] == [str(n + 1) for n in range(len(lines))]
    assert [line.split(". ")[1] for line in lines] == sorted(line.split(". ")[1] for line in lines)
    with pytest.raises(BadOption) as caught:
        exported(registry, options={"order": "kind"})
    assert caught.value.faults[0].name == "order"


def test_what_a_plugin_of_version_1_0_gives_can_be_written_and_verified(
    registry: Registry, tmp_path: Path
) -> None:
    artifacts = export(small(), "partner-list", year=2024, as_of=date(2025, 3, 1), registry=registry)
    write(artifacts, tmp_path)
    assert verify(tmp_path).is_whole


def test_a_plugin_works_in_a_worker_process_and_gives_the_same_there(registry: Registry) -> None:
    script = (
        "import pickle, sys; from datetime import date; from jmdexport import Registry, export\n"
        "sys.path.insert(0, sys.argv[1]); workspace = pickle.load(sys.stdin.buffer)\n"
        "registry = Registry(plugins=['plugin_1_0'], strict=True)\n"
        "made = export(workspace, 'partner-list', year=2024, as_of=date(2025, 3, 1), registry=registry)\n"
        "sys.stdout.buffer.write(pickle.dumps(made))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, str(Path(__file__).parent)],
        input=pickle.dumps(small()),
        capture_output=True,
        check=True,
    )
    here = export(small(), "partner-list", year=2024, as_of=date(2025, 3, 1), registry=registry)
    assert pickle.loads(ran.stdout) == here


def test_importing_the_package_loads_neither_pluggy_nor_any_plugin() -> None:
    heavy = "'pluggy', 'jinja2', 'networkx', 'jmdexport.registry', 'jmdexport.builtin'"
    script = f"import sys, jmdexport; print([name for name in ({heavy}) if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_every_public_name_is_there_once_and_has_a_docstring() -> None:
    assert jmdexport.__all__ == sorted(jmdexport.__all__)
    assert set(jmdexport.__all__) <= set(dir(jmdexport))
    for name in jmdexport.__all__:
        thing = getattr(jmdexport, name)
        if name not in {"API_VERSION", "hookimpl"}:
            assert inspect.getdoc(thing), name
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = jmdexport.nothing
