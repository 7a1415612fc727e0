"""The conformance kit: every promise that an exporter makes to the library, as a check with a code.

One line in a test file gives the author of an exporter all of them::

    test_partner_csv = contract_test("partner-csv")

Without pytest, :func:`conformance` gives the same as a value. Nothing is loaded before it is used, so that
the plugin for pytest costs nothing to those who test something else.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jmdexport.searching import find_in
    from jmdexport.testing.catalogue import Check, checks, checks_markdown
    from jmdexport.testing.contract import contract_test
    from jmdexport.testing.kit import conformance
    from jmdexport.testing.report import Report, Result
    from jmdexport.testing.samples import sample_workspaces

_HOMES = {
    "jmdexport.searching": "find_in",
    "jmdexport.testing.catalogue": "Check checks checks_markdown",
    "jmdexport.testing.contract": "contract_test",
    "jmdexport.testing.kit": "conformance",
    "jmdexport.testing.report": "Report Result",
    "jmdexport.testing.samples": "sample_workspaces",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = [
    "Check",
    "Report",
    "Result",
    "checks",
    "checks_markdown",
    "conformance",
    "contract_test",
    "find_in",
    "sample_workspaces",
]


def __getattr__(name: str) -> object:
    """Load a public name from its home when it is first used (PEP 562)."""
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(importlib.import_module(home), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return sorted({*globals(), *__all__})
