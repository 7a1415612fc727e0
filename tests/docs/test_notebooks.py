"""The cells of the pages that are notebooks: run here in one namespace each, as the kernel runs them.

The build of the documentation runs them too, in a kernel, and stops at a cell that fails. Here they run
without one, so that the whole test suite finds what breaks them.
"""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.docs._samples import ROOT

CELL = re.compile(r"^```\{code-cell\} python\n((?::[\w-]+:[^\n]*\n)*)(.*?)^```$", re.MULTILINE | re.DOTALL)
HEAD = "---\nfile_format: mystnb\nkernelspec:\n  name: python3\n"
PAGES = {
    page.relative_to(ROOT).as_posix(): text
    for page in sorted((ROOT / "docs").rglob("*.md"))
    if "_build" not in page.parts
    for text in [page.read_text(encoding="utf-8")]
    if "{code-cell}" in text or "mystnb" in text
}


class HTML(str):
    """What a cell shows as HTML, in place of the class of IPython, which the tests do without."""

    __slots__ = ()


@pytest.fixture
def display(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give cells that import from IPython what they need of it."""
    module = ModuleType("IPython.display")
    module.HTML = HTML  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "IPython", ModuleType("IPython"))
    monkeypatch.setitem(sys.modules, "IPython.display", module)


def shown(page: str, text: str) -> list[object]:
    """Run the cells of a page; give what each one's last line gives."""
    space: dict[str, object] = {"__name__": "__main__"}
    found = []
    for cell in CELL.finditer(text):
        line = text.count("\n", 0, cell.start(2))
        tree = ast.parse("\n" * line + cell[2], page)
        last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, page, "exec"), space)
        if isinstance(last, ast.Expr):
            found.append(eval(compile(ast.Expression(last.value), page, "eval"), space))
    return found


def as_html(value: object) -> str:
    return value if isinstance(value, HTML) else value._repr_html_()


@pytest.mark.usefixtures("display")
@pytest.mark.parametrize("page", PAGES)
def test_the_cells_of_a_page_run_and_all_that_they_show_is_something(page: str, tmp_path: Path) -> None:
    values = shown(page, PAGES[page])
    assert values
    tables = [as_html(value) for value in values if isinstance(value, HTML) or hasattr(value, "_repr_html_")]
    assert tables
    assert all("<tbody><tr>" in table for table in tables)
    assert all(value is None or value for value in values)  # None is what printing gives


@pytest.mark.parametrize("page", PAGES)
def test_every_cell_of_a_page_is_one_that_is_run(page: str) -> None:
    text = PAGES[page]
    assert text.startswith(HEAD)
    assert len(CELL.findall(text)) == text.count("{code-cell}") > 0


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_shows_is_the_same_each_time(page: str) -> None:
    assert not re.search(r"\b(today|now|random|id)\(", PAGES[page])


@pytest.mark.parametrize("page", PAGES)
def test_a_cell_prints_one_text_at_most_so_that_it_comes_out_in_one_piece(page: str) -> None:
    """Printed piece by piece, a kernel may send a line end apart, which then shows as an empty line."""
    for cell in CELL.finditer(PAGES[page]):
        calls = [call for call in ast.walk(ast.parse(cell[2])) if isinstance(call, ast.Call)]
        prints = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "print"]
        assert [len(call.args) for call in prints] in ([], [1]), cell[2]
        loops = [loop for loop in ast.walk(ast.parse(cell[2])) if isinstance(loop, ast.For | ast.While)]
        assert not any("print(" in ast.unparse(loop) for loop in loops), cell[2]


def test_a_cell_that_fails_is_found() -> None:
    with pytest.raises(ZeroDivisionError):
        shown("page", "```{code-cell} python\n1 / 0\n```\n")


def test_the_build_of_the_documentation_stops_at_a_cell_that_fails() -> None:
    settings: dict[str, object] = {"__file__": str(ROOT / "docs" / "conf.py")}
    exec((ROOT / "docs" / "conf.py").read_text(encoding="utf-8"), settings)
    assert "myst_nb" in settings["extensions"]
    assert (settings["nb_execution_mode"], settings["nb_execution_raise_on_error"]) == ("force", True)


def test_there_is_a_page_that_is_a_notebook() -> None:
    assert "docs/tutorial/analyse-a-network.md" in PAGES
