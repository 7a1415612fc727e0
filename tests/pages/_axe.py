"""What axe finds wrong with a page for people with disabilities."""

from __future__ import annotations

import importlib.resources
from collections.abc import Sequence
from typing import Any

_RUN = """
only => axe.run({resultTypes: ['violations'], ...(only.length ? {runOnly: only} : {})}).then(found => ({
  passed: found.passes.length,
  violations: found.violations.map(one => `${one.id}: ${one.nodes[0].html}`),
}))
"""


def barriers_of(page: Any, *, only: Sequence[str] = (), fewest: int = 20) -> list[str]:
    """Give each rule that a page breaks, with the first place; by all rules, or by those of some families.

    Only what is wrong comes back in full: of what is right a large page has thousands of places. Where no
    more rules than the fewest are kept, axe has hardly looked.
    """
    page.evaluate(
        importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    )
    found = page.evaluate(_RUN, list(only))
    assert found["passed"] > fewest
    violations: list[str] = found["violations"]
    return violations
