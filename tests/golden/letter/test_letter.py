"""The letter to the team of the example service in each language, word for word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jmdexport.demo import EXAMPLE_DATE, load_example
from jmdexport.run import render_all
from jmdmodel.messages import LANGUAGES, Language
from jmdmodel.quality import check
from jmdmodel.scales import Audience


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_of_the_example_reads_as_recorded(
    golden: Callable[[str, str | bytes], None], language: Language
) -> None:
    workspace = load_example().workspace
    (letter,) = render_all(
        workspace,
        ["letter"],
        year=2025,
        as_of=EXAMPLE_DATE,
        audience=Audience.INTERNAL,
        language=language,
        findings=check(workspace, on=EXAMPLE_DATE),
    )
    golden(f"letter/{language}.md", letter.data)
