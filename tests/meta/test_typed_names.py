"""What is public is seen by a stranger's type checker: the session ``types`` checks the list of names."""

from __future__ import annotations

import importlib
import re

from docs.generate import BLOCKS
from tests.meta._source import ROOT

LISTED = (ROOT / "tests" / "typing" / "names.py").read_text("utf-8")


def test_the_list_for_the_type_checker_holds_every_public_name() -> None:
    public = {f"{name}.{word}" for name in ("jmdmodel", "jmdexport", *BLOCKS) for word in _all(name)}
    listed = re.findall(r"^    ([\w.]+),$", LISTED, re.MULTILINE)
    assert sorted(public - {*listed}) == []
    assert sorted({*listed} - public) == []
    assert len(listed) == len({*listed})


def _all(name: str) -> list[str]:
    return list(importlib.import_module(name).__all__)
