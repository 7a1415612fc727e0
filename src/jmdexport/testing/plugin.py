"""The plugin for pytest: workspaces as fixtures, and the language of the kit's words. PYTEST_DONT_REWRITE

It is loaded by every run of pytest where the library is installed. Therefore it imports nothing before a
fixture is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from jmdmodel.workspace import Workspace


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the setting ``jmd_language``."""
    parser.addini("jmd_language", "Language of what the conformance kit tells: de or en.", default="de")


def _sample(name: str) -> Workspace:
    from jmdexport.testing.samples import workspace_of  # noqa: PLC0415 - nothing is loaded before it is used

    return workspace_of(name)


@pytest.fixture(scope="session")
def jmd_example() -> Workspace:
    """Give the example workspace that ships with the library."""
    return _sample("example")


@pytest.fixture(scope="session")
def jmd_empty() -> Workspace:
    """Give a workspace with a service, the map of 2025, and nothing else."""
    return _sample("empty")


@pytest.fixture(scope="session")
def jmd_one_partner() -> Workspace:
    """Give a workspace with a single partner."""
    return _sample("one")


@pytest.fixture(scope="session")
def jmd_full() -> Workspace:
    """Give a small workspace with something in every collection."""
    return _sample("full")


@pytest.fixture(scope="session")
def jmd_naughty() -> Workspace:
    """Give the example with a hostile text in every text field."""
    return _sample("naughty")


@pytest.fixture(scope="session")
def jmd_many_partners() -> Workspace:
    """Give a workspace with 150 partners."""
    return _sample("many")
