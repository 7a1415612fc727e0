"""The years of the example service told in both languages, sentence by sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jmdexport.demo import load_example
from jmdmodel.analysis.comparison import compare, network_series
from jmdmodel.messages import LANGUAGES, Language


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("years", [(2023, 2024), (2024, 2025), (2023, 2025)], ids="{0[0]}-{0[1]}".format)
def test_the_change_between_two_years_of_the_example_reads_as_recorded(
    golden: Callable[[str, str | bytes], None], years: tuple[int, int], language: Language
) -> None:
    told = compare(load_example().workspace, *years).sentences(language)
    golden(f"comparison/{years[0]}-{years[1]}.{language}.txt", "\n".join(told) + "\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_series_of_the_example_reads_as_recorded(
    golden: Callable[[str, str | bytes], None], language: Language
) -> None:
    table = network_series(load_example().workspace).table()
    rows = zip(table.heads(language), *table.texts(language), strict=True)
    golden(f"comparison/series.{language}.txt", "".join("\t".join(row) + "\n" for row in rows))
