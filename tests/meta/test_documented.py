"""What is public is documented, and what is generated is current."""

from __future__ import annotations

import importlib
import inspect
import re
import tomllib

import pluggy
import pytest

from docs.generate import BLOCKS, DOCS, PAGES, entities, pictures
from jmdexport import hookspecs
from jmdmodel.vocabulary import all_vocabularies
from tests.meta._source import ROOT
from tools.bounds import lowest, wanted

HOOKS = (DOCS / "extending" / "hooks.md").read_text(encoding="utf-8")


def specified() -> dict[str, inspect.Signature]:
    """Give the hooks that the library asks plugins for, with their signatures."""
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    return {
        name: inspect.signature(getattr(hookspecs, name)) for name in vars(manager.hook) if name[0] != "_"
    }


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_generated_page_is_current(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name](), "nox -s generated makes it anew"


def test_the_picture_of_the_readme_is_current() -> None:
    old = [name for name, data in pictures().items() if (DOCS / name).read_bytes() != data]
    assert old == [], "nox -s generated makes it anew"


@pytest.mark.parametrize("package", ["jmdmodel", "jmdexport"])
def test_every_public_name_is_there_with_a_docstring(package: str) -> None:
    module = importlib.import_module(package)
    assert list(module.__all__) == sorted(module.__all__)
    values = {name: getattr(module, name) for name in module.__all__}
    assert [name for name, value in values.items() if callable(value) and not inspect.getdoc(value)] == []


@pytest.mark.parametrize("package", ["jmdmodel", "jmdexport"])
def test_every_public_name_is_documented(package: str) -> None:
    module = importlib.import_module(package)
    page = (DOCS / "reference" / "python.md").read_text(encoding="utf-8")
    section = page.partition(f"\n## {package}\n")[2].partition("\n## ")[0]
    assert set(re.findall(r"^### (\w+)$", section, re.MULTILINE)) == set(module.__all__)


@pytest.mark.parametrize("name", BLOCKS)
def test_a_building_block_offers_its_own_names_and_each_is_described(name: str) -> None:
    module = importlib.import_module(name)
    page = (DOCS / "reference" / "python.md").read_text(encoding="utf-8")
    section = page.partition(f"\n### {name}\n")[2].partition("\n### ")[0]
    rows = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", section, re.MULTILINE))
    assert [word for word in module.__all__ if not hasattr(module, word)] == []
    assert len(set(module.__all__)) == len(module.__all__)
    assert rows.keys() == set(module.__all__)
    assert [word for word, text in rows.items() if not text.endswith(".") or "NewType" in text] == []


def test_all_that_a_workspace_is_made_of_has_a_public_name() -> None:
    public = {
        getattr(module, name)
        for module in map(importlib.import_module, BLOCKS)
        for name in module.__all__
        if isinstance(getattr(module, name), type)
    }
    assert [cls for cls in entities() if cls not in public] == []
    assert [cls for cls in all_vocabularies() if cls not in public] == []


def test_every_hook_is_documented_with_its_exact_signature() -> None:
    headings = re.findall(r"^## `(\w+)(\(.*)`$", HOOKS, re.MULTILINE)
    assert dict(headings) == {
        name: str(signature).replace("'", "") for name, signature in specified().items()
    }


def test_no_hook_has_a_default_in_its_signature() -> None:
    """Versions of pluggy differ in what they do with one."""
    defaults = [p.default for signature in specified().values() for p in signature.parameters.values()]
    assert all(default is inspect.Parameter.empty for default in defaults)


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(w for extra in project["optional-dependencies"].values() for w in extra),
    ]
    names = {re.split(r"[\[<>=~!; ]", want)[0].lower() for want in wanted} - {project["name"]}
    page = (DOCS / "project" / "dependencies.md").read_text(encoding="utf-8").lower()
    assert sorted(name for name in names if f"| {name} |" not in page) == []


def test_the_page_names_the_lowest_versions_that_are_allowed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    page = (DOCS / "project" / "dependencies.md").read_text(encoding="utf-8")
    section = page.partition("\n## Lowest versions\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (\S+) \| ([\d.]+) \|", section, re.MULTILINE)
    assert sorted(f"{name}=={version}".lower() for name, version in rows) == sorted(
        one.lower() for one in lowest(wanted(project).values())
    )


@pytest.mark.parametrize("package", ["jmdmodel", "jmdmodel.analysis", "jmdexport"])
def test_the_floors_on_the_architecture_page_are_those_that_are_checked(package: str) -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(c["layers"] for c in contracts if c.get("containers") == [package])
    there = {path.stem for path in (ROOT / "src" / package.replace(".", "/")).iterdir()}
    floors = [[name for name in re.findall(r"\w+", layer) if name in there] for layer in layers]
    page = (DOCS / "explanation" / "architecture.md").read_text(encoding="utf-8")
    table = page.partition(f"| {package}, top to bottom |")[2].partition("\n\n")[0]
    shown = [re.findall(r"`(\w+)`", line.split("|")[1]) for line in table.splitlines()[2:]]
    assert shown == [floor for floor in floors if floor]
