"""The page on figures shows what is computed."""

from __future__ import annotations

import re

from docs.oracles import oracle_table
from jmdmodel.analysis.figures import Figure
from jmdmodel.analysis.figures.page import figures_markdown
from jmdmodel.messages import LANGUAGES
from tests.docs._samples import ROOT

PAGE = (ROOT / "docs" / "explanation" / "figures.md").read_text(encoding="utf-8")


def test_the_table_of_published_values_is_what_the_command_prints() -> None:
    assert f"\n\n{oracle_table()}\n\n" in PAGE


def test_the_reference_has_a_heading_for_each_figure_with_its_formula_range_and_source() -> None:
    for language in LANGUAGES:
        page = figures_markdown(language)
        parts = dict(re.findall(r"^## (.+?)\n(.+?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL))
        for figure in Figure:
            part = parts[figure.label.in_(language)]
            assert f"`{figure.code}`" in part
            assert f"`{figure.about.formula}`" in part
            assert f"`{figure.about.span}`" in part
            assert figure.about.paper in part
            assert figure.about.few.in_(language) in part
            assert all(figure.about.meaning.in_(other) in part for other in LANGUAGES)


def test_the_page_shows_the_number_of_kinds_that_there_are() -> None:
    assert "all 18 kinds" in PAGE
