"""Names that are made to do harm, in a browser: nothing runs, nothing is fetched, nobody is asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.unit.builtin._names import OWN, named, naughty, pictures, portions

TRAP = """
    window.ran = 0;
    for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
        window[name] = () => { window.ran += 1; };
    }
"""


class Watched:
    """A browser with a trap in each page, and all that happened in it."""

    def __init__(self, browser: Any) -> None:
        self.context = browser.new_context()
        self.context.add_init_script(TRAP)
        self.page = self.context.new_page()
        self.told: list[str] = []
        self.page.on("dialog", lambda dialog: (self.told.append(dialog.message), dialog.dismiss()))
        self.page.on("console", lambda message: self.told.append(message.text))
        self.page.on("pageerror", lambda error: self.told.append(str(error)))
        self.page.on("request", lambda request: self.told.append(request.url))

    def open(self, path: Path) -> None:
        """Open a file; of what happens the request for itself alone is as it should be."""
        self.told.clear()
        self.page.goto(path.as_uri())
        self.page.wait_for_timeout(100)
        assert self.told == [path.as_uri()]
        assert self.page.evaluate("window.ran") == 0


@pytest.fixture
def watched(browser: Any) -> Iterator[Watched]:
    made = Watched(browser)
    yield made
    made.context.close()


def test_the_trap_catches_what_runs(watched: Watched, tmp_path: Path) -> None:
    path = tmp_path / "bad.svg"
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "utf-8")
    watched.page.goto(path.as_uri())
    assert watched.page.evaluate("window.ran") == 1


@pytest.mark.parametrize("suffix", [".svg", ".html"])
def test_no_naughty_string_does_anything_in_a_browser(
    suffix: str, watched: Watched, tmp_path: Path, shared: Path
) -> None:
    for number, names in enumerate(portions((*OWN, *naughty(shared)))):
        (made,) = pictures(named(names), "network-map", suffix)
        path = tmp_path / f"{number}{suffix}"
        path.write_bytes(made)
        watched.open(path)
        if suffix == ".svg":
            assert watched.page.evaluate("document.querySelectorAll('[data-partner]').length") > 50
        else:
            watched.page.evaluate(
                """for (const one of document.querySelectorAll("button, [data-partner], summary, label"))
                    one.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}));"""
            )
            watched.page.wait_for_timeout(100)
            assert watched.page.evaluate("window.ran") == 0
            assert len(watched.told) == 1


def test_a_label_of_right_to_left_letters_stands_where_it_was_placed(
    watched: Watched, tmp_path: Path
) -> None:
    (made,) = pictures(named(("جمعية الشباب e. V.", "עמותה 2024", "Haus جمعية (3)")), "network-map")
    path = tmp_path / "right.svg"
    path.write_bytes(made)
    watched.open(path)
    # For each line: where it was placed, and the edge of the ink that its anchor means.
    lines = watched.page.evaluate(
        """[...document.querySelectorAll("text[data-role=label]")]
            .filter(one => !one.children.length)
            .map(one => {
                const box = one.getBBox(), last = one.getAttribute("text-anchor") === "end";
                return [+one.getAttribute("x"), last ? box.x + box.width : box.x];
            })"""
    )
    assert len(lines) > 30
    assert all(abs(placed - found) < 0.5 for placed, found in lines)
