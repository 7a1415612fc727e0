"""The lower bounds of pyproject.toml as exact versions."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement

from tests.meta._source import ROOT
from tools.bounds import lowest, wanted

PROJECT = {
    "name": "ours",
    "dependencies": ["click>=8.2", "pluggy>=1.6,<2"],
    "optional-dependencies": {"png": ["Resvg_Py>=0.3"], "all": ["ours[png]"]},
}


def test_all_that_is_needed_is_given_once_and_by_its_normal_name() -> None:
    assert list(wanted(PROJECT)) == ["click", "pluggy", "resvg-py"]


def test_a_lower_bound_becomes_an_exact_version() -> None:
    assert lowest(wanted(PROJECT).values()) == ["click==8.2", "pluggy==1.6", "Resvg_Py==0.3"]


@pytest.mark.parametrize("text", ["click", "click<9", "click>8", "click!=8.1"])
def test_what_has_no_lower_bound_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="click needs one lower bound and has 0"):
        lowest([Requirement(text)])


def test_two_bounds_of_one_package_are_refused() -> None:
    extras = {"png": ["resvg-py>=0.3"], "office": ["resvg_py>=0.4"]}
    with pytest.raises(ValueError, match=re.escape("resvg-py has two bounds: >=0.3 and >=0.4.")):
        wanted({**PROJECT, "optional-dependencies": extras})


def test_everything_that_the_library_needs_has_one_lower_bound() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert len(lowest(wanted(project).values())) == len(wanted(project)) > len(project["dependencies"])
