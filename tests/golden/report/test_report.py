"""The annual report of the example service in each edition and language, word for word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jmdexport.demo import EXAMPLE_DATE, load_example
from jmdexport.run import render_all
from jmdmodel.messages import LANGUAGES, Language
from jmdmodel.quality import check
from jmdmodel.scales import Audience

EDITIONS = (Audience.PUBLIC, Audience.REPORT, Audience.INTERNAL)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", EDITIONS, ids=lambda audience: audience.code)
def test_the_report_of_the_example_reads_as_recorded(
    golden: Callable[[str, str | bytes], None], audience: Audience, language: Language
) -> None:
    workspace = load_example().workspace
    report, *_ = render_all(
        workspace,
        ["report"],
        year=2025,
        as_of=EXAMPLE_DATE,
        audience=audience,
        language=language,
        findings=tuple(check(workspace, on=EXAMPLE_DATE)),
    )
    golden(f"report/{audience.code}.{language}.md", report.data)
