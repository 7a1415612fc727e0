"""All checks of the kit as test cases of pytest, in one line."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from jmdexport.records import Exporter
from jmdexport.registry import Plugins
from jmdexport.testing.catalogue import CHECKS, Check
from jmdexport.testing.kit import conformance
from jmdmodel.messages import Language


def contract_test(
    exporter: str | Exporter,
    *,
    plugins: Plugins = "installed",
    files: Sequence[str | Path] = (),
    language: Language | None = None,
    timeout: float = 120.0,
) -> Callable[..., None]:
    """Make a test function with one case for each check of the kit.

    Put it under a name that begins with ``test_`` at the top of a test module. The exporter is run when the
    first case runs, once for all of them. German: Vertragstest.

    Args:
        exporter: Its name, or the record itself.
        plugins: Where a name is looked up, as in :func:`~jmdexport.testing.kit.conformance`.
        files: Python files with a plugin each, without packaging, in which a name is looked up, too.
        language: Language of what a failing case tells; the setting ``jmd_language`` of pytest, or else
            German, when not given.
        timeout: After how many seconds a process that was started is given up.

    Example:
        >>> test_findings = contract_test("findings", plugins="none")
        >>> len(test_findings.pytestmark[0].args[1]) == len(CHECKS)
        True
    """
    report = functools.cache(lambda: conformance(exporter, plugins=plugins, files=files, timeout=timeout))

    def test(check: Check, request: pytest.FixtureRequest) -> None:
        result = report().of(check.code)
        told = result.text(language or _language(request.config))
        if result.outcome == "failed":
            pytest.fail(told, pytrace=False)
        if result.outcome == "open":
            pytest.skip(told)

    return _parametrised(test)


def _parametrised(test: Callable[..., None]) -> Callable[..., None]:
    mark: Any = pytest.mark.parametrize("check", CHECKS, ids=str)
    marked: Callable[..., None] = mark(test)
    return marked


def _language(config: pytest.Config) -> Language:
    try:
        return "en" if config.getini("jmd_language") == "en" else "de"
    except (KeyError, ValueError):  # the plugin is switched off
        return "de"
