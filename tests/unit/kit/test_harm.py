"""What becomes of hostile texts in a page: a block of data is none of the places that run."""

from __future__ import annotations

import pytest

from jmdexport.records import Artifact
from jmdexport.testing._harm import harms_of
from jmdexport.testing._planting import HARM


@pytest.mark.parametrize(
    ("script", "harms"),
    [
        (f'<script type="application/json">["{HARM}"]</script>', 0),
        (f'<script type="application/json">{HARM}</script>', 1),
        (f'<script type="text/javascript">["{HARM}"]</script>', 1),
        (f'<script>["{HARM}"]</script>', 1),
        (f'<style type="application/json">["{HARM}"]</style>', 1),
    ],
)
def test_a_text_in_a_script_does_harm_unless_the_script_is_a_block_of_json(script: str, harms: int) -> None:
    page = f"<!doctype html><html><head><title>a</title></head><body>{script}</body></html>"
    assert len(list(harms_of(Artifact.text("a.html", "text/html", page)))) == harms
