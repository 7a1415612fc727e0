"""Samples import public names; a page that shows others says that they may change."""

from __future__ import annotations

import ast
import importlib
import re

import pytest

from docs.generate import ANALYSIS, BLOCKS
from tests.docs._samples import ROOT
from tests.docs.test_samples import WITH_SAMPLES

PUBLIC = {"jmdmodel", "jmdexport", *BLOCKS, *(f"jmdmodel.analysis.{name}" for name in ANALYSIS)}
CODE = re.compile(r"^```(?:python|\{code-cell\} python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PAGES = {name: (ROOT / name).read_text(encoding="utf-8") for name in sorted(WITH_SAMPLES)} | {
    "docs/tutorial/analyse-a-network.md": (ROOT / "docs/tutorial/analyse-a-network.md").read_text("utf-8")
}


def imported(page: str) -> set[tuple[str, str]]:
    """Give what the samples of a page import from the library, as module and name."""
    found = set()
    for code in CODE.findall(page):
        tree = ast.parse(re.sub(r"^:.*$", "", code, flags=re.MULTILINE))
        for one in ast.walk(tree):
            if isinstance(one, ast.ImportFrom) and (one.module or "").startswith(("jmdmodel", "jmdexport")):
                found |= {(one.module or "", name.name) for name in one.names}
    return found


def is_public(module: str, name: str) -> bool:
    return module in PUBLIC and name in importlib.import_module(module).__all__


@pytest.mark.parametrize("page", sorted(PAGES))
def test_names_that_are_not_public_are_said_to_be_so(page: str) -> None:
    others = sorted(pair for pair in imported(PAGES[page]) if not is_public(*pair))
    says = "policy.md#what-is-public) " in PAGES[page]
    assert says == bool(others), others


def test_the_pages_import_something() -> None:
    assert len(set().union(*map(imported, PAGES.values()))) > 50
    assert is_public("jmdmodel", "load")
    assert not is_public("jmdexport.drawing", "to_svg")
    assert not is_public("jmdmodel.entities", "attrs")
