"""Every sample of the README and of the documentation works as it is printed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs._samples import ROOT, run, samples

GENERATED = ROOT / "docs" / "reference"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
WITH_SAMPLES = {
    page.relative_to(ROOT).as_posix(): text
    for page in PAGES
    if page.parent != GENERATED and "_build" not in page.parts
    for text in [page.read_text(encoding="utf-8")]
    if any(sample.kind in {"python", "console"} for sample in samples(text))
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give an empty folder to work in; modules that a page writes can be imported, and are forgotten."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    for name, module in list(sys.modules.items()):
        if str(getattr(module, "__file__", None) or "").startswith(str(tmp_path)):
            del sys.modules[name]


@pytest.mark.parametrize("page", sorted(WITH_SAMPLES))
def test_the_samples_of_a_page_work(page: str, folder: Path) -> None:
    assert run(WITH_SAMPLES[page], folder, page=page) > 0


def test_the_pages_that_teach_have_samples() -> None:
    taught = {"README.md", "docs/tutorial/first-workspace.md", "docs/extending/hooks.md"}
    taught |= {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs" / "how-to").glob("*.md")}
    assert taught <= WITH_SAMPLES.keys()


def test_a_sample_that_prints_something_else_is_found(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="printed\\none"):
        run("```console\n$ echo one\ntwo\n```\n", tmp_path)


def test_a_sample_that_fails_is_found(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="exit 3"):
        run("```console\n$ exit 3\n```\n", tmp_path)


def test_a_sample_that_raises_is_found(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        run("```python\n1 / 0\n```\n", tmp_path)


def test_files_and_changes_of_a_page_are_made(tmp_path: Path) -> None:
    text = (
        "<!-- file: a.txt -->\n```text\none\n```\n<!-- add to: a.txt -->\n```text\ntwo\n```\n"
        "<!-- change a.txt: two => three -->\n```console\n$ cat a.txt\none\nthree\n```\n"
    )
    assert run(text, tmp_path) == 4
