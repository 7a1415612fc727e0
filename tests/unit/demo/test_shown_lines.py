"""No line that a check shows holds a word that the view of its audience does not hold."""

from __future__ import annotations

import json
import re

import pytest

from jmdexport.demo import example_bytes
from jmdmodel import dumps, loads, redact
from jmdmodel.codec import SCHEMA_VERSION, to_plain
from jmdmodel.errors import Position
from jmdmodel.findings import Finding
from jmdmodel.quality.forms import excerpts
from jmdmodel.scales import Audience

EXAMPLE = loads(example_bytes()).workspace
PLAIN = {"schema": SCHEMA_VERSION} | to_plain(EXAMPLE)
FORMS = {
    "as written": example_bytes(),
    "json, one thing a line": "\n".join(
        json.dumps(PLAIN, ensure_ascii=False, indent=2).splitlines()
    ).encode(),
}


def words(text: str) -> set[str]:
    return {*re.findall(r"\w{4,}", text.replace("\\n", " "))}  # JSON writes line ends as \\n


@pytest.mark.parametrize("form", FORMS)
def test_no_shown_line_holds_a_word_that_the_team_may_not_see(form: str) -> None:
    data = FORMS[form]
    loaded = loads(data, name="<string>")
    view = dumps(redact(loaded.workspace, Audience.INTERNAL)).decode()
    hidden = words(data.decode()) - words(view)
    assert len(hidden) > 100
    show = excerpts(loaded.source, loaded.workspace, Audience.INTERNAL)
    shown = set()
    for number in range(1, data.count(b"\n") + 2):
        line = loaded.source.line_at(Position("<string>", number, 1))
        assert line is not None
        for piece in line.pieces:
            excerpt = show(Finding(code="X1", subject=piece.subject, field=piece.field))
            if excerpt is not None:
                whole = re.sub(r"^…\w+|\w+…$", "", excerpt.text)  # a word that was cut is no word
                shown |= words(whole)
    assert len(shown) > 10
    assert shown & hidden == set()
