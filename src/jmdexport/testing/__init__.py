"""The conformance kit: every promise that an exporter makes to the library, as a check with a code.

One line in a test file gives the author of an exporter all of them::

    test_partner_csv = contract_test("partner-csv")

Without pytest, :func:`conformance` gives the same as a value. Nothing is loaded before it is used, so that
the plugin for pytest costs nothing to those who test something else.
"""

from __future__ import annotations

TYPE_CHECKING = False  # why so: see jmdmodel.first_use
if TYPE_CHECKING:
    from jmdexport.searching import find_in
    from jmdexport.testing.catalogue import Check, checks, checks_markdown
    from jmdexport.testing.contract import contract_test
    from jmdexport.testing.kit import conformance
    from jmdexport.testing.report import Report, Result
    from jmdexport.testing.samples import sample_workspaces
else:
    from jmdmodel.first_use import on_first_use

    __getattr__, __dir__ = on_first_use(
        globals(),
        {
            "jmdexport.searching": "find_in",
            "jmdexport.testing.catalogue": "Check checks checks_markdown",
            "jmdexport.testing.contract": "contract_test",
            "jmdexport.testing.kit": "conformance",
            "jmdexport.testing.report": "Report Result",
            "jmdexport.testing.samples": "sample_workspaces",
        },
    )

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
