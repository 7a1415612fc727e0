"""The files in ``changes/`` can become sections of the changelog."""

from __future__ import annotations

import re
import tomllib

import jinja2
import pytest

from tests.meta._source import ROOT

SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["towncrier"]
KINDS = {kind["directory"]: kind["name"] for kind in SETTINGS["type"]}
NAME = re.compile(rf"[a-z0-9]+(?:-[a-z0-9]+)*\.(?:{'|'.join(KINDS)})\.md")
BESIDE = {"README.md", "template.md.jinja"}


def fault_of(name: str, text: str) -> str | None:
    """Tell what keeps a file from becoming a line of the changelog."""
    if not NAME.fullmatch(name):
        return f"{name}: the name is NAME.KIND.md, the kind one of {', '.join(KINDS)}"
    if not re.fullmatch(r"[^\s#*\-].*[.!]\n", text, re.DOTALL) or "\n\n" in text:
        return f"{name}: one paragraph of whole sentences, no heading, no bullet"
    return None


def test_the_files_have_names_and_texts_that_can_be_used() -> None:
    files = [path for path in (ROOT / SETTINGS["directory"]).iterdir() if path.name not in BESIDE]
    told = [fault_of(path.name, path.read_text(encoding="utf-8")) for path in files]
    assert [fault for fault in told if fault] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Map.added.md", "Maps are drawn.\n"),
        ("map.new.md", "Maps are drawn.\n"),
        ("map.md", "Maps are drawn.\n"),
        ("map.added.txt", "Maps are drawn.\n"),
        ("map.added.md", ""),
        ("map.added.md", "- Maps are drawn.\n"),
        ("map.added.md", "# Maps\n"),
        ("map.added.md", "Maps\n"),
        ("map.added.md", "Maps are drawn.\n\nThey are round.\n"),
    ],
)
def test_a_file_that_cannot_be_used_is_found(name: str, text: str) -> None:
    assert fault_of("map.added.md", "Maps are drawn,\nand round.\n") is None
    assert fault_of(name, text) is not None


def test_the_readme_names_the_kinds_that_are_set() -> None:
    told = (ROOT / "changes" / "README.md").read_text(encoding="utf-8")
    line = next(line for line in told.splitlines() if line.startswith("- KIND"))
    assert set(re.findall(r"`(\w+)`", line)) == set(KINDS)


def test_the_changelog_has_one_place_for_the_next_section() -> None:
    assert (ROOT / SETTINGS["filename"]).read_text(encoding="utf-8").count(SETTINGS["start_string"]) == 1


def test_a_section_has_a_heading_for_each_kind_and_a_bullet_for_each_file() -> None:
    template = (ROOT / SETTINGS["template"]).read_text(encoding="utf-8")
    made = (
        jinja2.Environment(autoescape=False, trim_blocks=True)
        .from_string(template)
        .render(
            definitions={kind: {"name": name} for kind, name in KINDS.items()},
            sections={"": {"fixed": {"Two.": []}, "added": {"Three\nlines.": [], "One.": []}}},
        )
    )
    assert re.sub(r"\n+", "\n", made).strip().splitlines() == [
        f"### {KINDS['added']}",
        "- One.",
        "- Three",
        "  lines.",
        f"### {KINDS['fixed']}",
        "- Two.",
    ]
