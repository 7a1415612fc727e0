"""The PDF of a picture: one page, tagged, its text to be searched, the same bytes every time."""

from __future__ import annotations

import builtins
import re
import zlib
from typing import Any

import attrs
import pytest

from jmdexport.drawing import draw_map, to_pdf
from jmdexport.errors import MissingExtra
from tests.unit.drawing._plans import mark, plan


@pytest.fixture(autouse=True)
def _with_typst() -> None:
    pytest.importorskip("typst", reason="the extra pdf is not installed")


def inside(pdf: bytes) -> bytes:
    """Give the file with all of its compressed streams opened."""
    parts = [pdf]
    for found in re.finditer(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            parts.append(zlib.decompress(found[1].rstrip(b"\r\n")))
        except zlib.error:
            continue
    return b"\n".join(parts)


def test_the_page_is_that_of_the_scene() -> None:
    pdf = to_pdf(draw_map(plan([mark(1)])))
    assert pdf.startswith(b"%PDF-")
    assert pdf.count(b"/Type /Page\n") + inside(pdf).count(b"/Type/Page/") == 1
    (box,) = re.findall(rb"/MediaBox ?\[([^\]]*)\]", inside(pdf))
    assert [round(float(number) * 25.4 / 72) for number in box.split()] == [0, 0, 297, 210]


def test_it_says_that_it_is_made_for_reading_aloud() -> None:
    pdf = inside(to_pdf(draw_map(plan([mark(1)]))))
    assert b"pdfuaid:part" in pdf
    assert b"/MarkInfo" in pdf
    assert re.search(rb"/Lang ?\(de\)", pdf)
    assert b"/Alt" in pdf


def test_title_and_text_of_markup_are_text_and_nothing_else() -> None:
    hostile = '"); #panic("x") <b>&amp; \\ #import "y"'
    made = inside(to_pdf(draw_map(attrs.evolve(plan([mark(1, label=hostile)]), title=hostile))))
    assert b"pdfuaid:part" in made


def test_the_same_scene_gives_the_same_bytes() -> None:
    scene = draw_map(plan([mark(1), mark(2, label="جمعية الشباب"), mark(3, label="漢字文化協会")]))
    assert to_pdf(scene) == to_pdf(scene)


def test_without_the_extra_the_error_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refuse(name: str, *args: Any, **more: Any) -> Any:
        if name == "typst":
            raise ImportError("no", name=name)
        return real(name, *args, **more)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(MissingExtra) as caught:
        to_pdf(draw_map(plan([mark(1)])))
    assert caught.value.extra == "pdf"
