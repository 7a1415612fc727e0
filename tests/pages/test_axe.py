"""A barrier is seen: what stands in other tests as "nothing was found" could come of not looking."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.pages._axe import barriers_of

PAGE = """<!doctype html><html lang="de"><title>Probe</title><main><h1>Probe</h1>
<p style="color:#999;background:#fff">Blass</p><a href="#a">Weiter</a>
<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><label>Jahr <input></label></main></html>"""


@pytest.mark.parametrize("only", [(), ("wcag2a", "wcag2aa")])
def test_pale_letters_and_a_picture_without_a_text_are_found(
    opened: Callable[..., Any], only: tuple[str, ...]
) -> None:
    found = barriers_of(opened(PAGE, honest=False).page, only=only, fewest=5)
    assert sorted(one.partition(":")[0] for one in found) == ["color-contrast", "image-alt"]
