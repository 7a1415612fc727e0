"""Pages in a real browser: what they ask for, what they complain of, who can use them.

The session ``tests`` of nox looks for Chromium and names it in ``JMD_CHROMIUM``; without that the folder is
left out.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from tests.pages._axe import barriers_of

collect_ignore_glob = [] if os.environ.get("JMD_CHROMIUM") else ["test_*.py"]

FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-gpu",
)


@attrs.frozen
class Opened:
    """A page in the browser, with all that it asked for and complained of.

    Attributes:
        page: The page, as Playwright has it.
        asked: The addresses it asked for besides its own.
        complaints: What it wrote to the console, and errors that nobody caught.
    """

    page: Any
    asked: list[str]
    complaints: list[str]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Give the Chromium that ``JMD_CHROMIUM`` names, without a window."""
    from playwright.sync_api import sync_playwright

    path = os.environ.get("JMD_CHROMIUM", "")
    if not Path(path).is_file():
        pytest.fail("JMD_CHROMIUM names no browser; nox -s tests looks for one and sets it")
    # The sandbox of the browser does not start for root, as whom containers run.
    root = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=[*FLAGS, *root])
        yield started
        started.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Open a page from its text; whatever it asked for or complained of by the end of the test is a fault."""
    contexts: list[Any] = []
    pages: list[Opened] = []

    def open_it(html: str, *, honest: bool = True, **how: Any) -> Opened:
        path = tmp_path / f"page-{len(pages)}.html"
        path.write_text(html, encoding="utf-8")
        contexts.append(context := browser.new_context(bypass_csp=not honest, **how))
        made = Opened(context.new_page(), [], [])
        made.page.on("request", lambda request: made.asked.append(request.url))
        made.page.on("console", lambda message: made.complaints.append(message.text))
        made.page.on("pageerror", lambda error: made.complaints.append(str(error)))
        made.page.goto(path.as_uri())
        made.asked.remove(path.as_uri())
        pages.append(made)
        return made

    yield open_it
    told = [(one.asked, one.complaints) for one in pages]
    for context in contexts:
        context.close()
    assert told == [([], [])] * len(pages)


@pytest.fixture
def barriers(opened: Callable[..., Opened]) -> Callable[..., list[str]]:
    """Give what axe finds wrong with a page for people with disabilities: rule, and the first place."""

    def look(html: str, change: Callable[[Any], None] = lambda _page: None, **how: Any) -> list[str]:
        page = opened(html, honest=False, **how).page  # axe itself is a script that the page would refuse
        change(page)
        families = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
        return barriers_of(page, only=families, fewest=5)

    return look
