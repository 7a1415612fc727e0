"""The PNG of a map, drawn by resvg with the shipped fonts."""

from __future__ import annotations

import builtins
import struct
from typing import Any

import pytest

from jmdexport.drawing import draw_map, to_png
from jmdexport.errors import MissingExtra
from tests.unit.drawing._plans import mark, plan


def size(png: bytes) -> tuple[int, int]:
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_the_picture_has_the_size_of_the_page_in_dots() -> None:
    pytest.importorskip("resvg_py", reason="the extra png is not installed")
    scene = draw_map(plan([mark(1)]))
    assert size(to_png(scene, dpi=100)) == (1169, 827)
    assert size(to_png(scene, dpi=200)) == (2339, 1654)


def test_the_same_scene_gives_the_same_bytes() -> None:
    pytest.importorskip("resvg_py", reason="the extra png is not installed")
    scene = draw_map(plan([mark(1)]))
    assert to_png(scene, dpi=60) == to_png(scene, dpi=60)


def test_no_letter_of_a_png_is_missing_in_its_fonts() -> None:
    pytest.importorskip("resvg_py", reason="the extra png is not installed")
    one, other = (to_png(draw_map(plan([mark(1, label=name)])), dpi=60) for name in ("漢", "\ufffd"))
    assert one == other


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **values: Any) -> Any:
        if name == "resvg_py":
            raise ModuleNotFoundError("No module named 'resvg_py'", name="resvg_py")
        return real(name, *args, **values)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtra) as caught:
        to_png(draw_map(plan([mark(1)])))
    assert (caught.value.extra, caught.value.module) == ("png", "resvg_py")


def test_another_missing_module_is_not_taken_for_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def broken(name: str, *args: Any, **values: Any) -> Any:
        if name == "resvg_py":
            raise ModuleNotFoundError("No module named 'inner'", name="inner")
        return real(name, *args, **values)

    monkeypatch.setattr(builtins, "__import__", broken)
    with pytest.raises(ModuleNotFoundError, match="inner"):
        to_png(draw_map(plan([mark(1)])))
