"""The page about installing names each extra of pyproject.toml once, and the forms that it adds."""

from __future__ import annotations

import re
import tomllib

import pytest

from jmdexport import Registry
from tests.docs._samples import ROOT

PAGE = (ROOT / "docs" / "how-to" / "install.md").read_text(encoding="utf-8")
TOLD = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", PAGE, re.MULTILINE))


def test_the_extras_are_those_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert sorted(TOLD) == sorted(project["optional-dependencies"])


def test_the_readme_names_each_extra() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [extra for extra in TOLD if f"`{extra}`" not in readme] == []


@pytest.mark.parametrize("extra", sorted(TOLD))
def test_an_extra_is_said_to_add_the_forms_that_ask_for_it(extra: str) -> None:
    forms = {
        medium.suffix
        for exporter in Registry("none").exporters
        for medium in exporter.media
        if extra in dict(medium.requires).values()
    }
    said = set(re.findall(r"`(\.\w+)`", TOLD[extra]))
    assert said == forms
