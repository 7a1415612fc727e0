"""No value above the audience comes out of a built-in exporter, whatever field it stands in (R-51)."""

from __future__ import annotations

import base64
import re
from typing import Any

import pytest

from jmdexport.builtin import jmdexport_exporters
from jmdexport.demo import EXAMPLE_DATE, load_example
from jmdexport.jobs import Wanted
from jmdexport.run import render_all
from jmdmodel.collection import Collection
from jmdmodel.fields import about_field, evolve, fields_of, is_entity, privacy_of
from jmdmodel.quality import check
from jmdmodel.scales import Audience

CANARY = "KANARIENVOGEL"
FORMS = [
    (one.name, medium.suffix)
    for one in jmdexport_exporters()
    if one.audience <= Audience.INTERNAL  # the map of a case is refused below its class, see its own tests
    for medium in one.media
    if medium.suffix not in {".png", ".pdf"}  # both are drawn from the scene of the SVG
]


PUBLIC_FORMS = [form for form in FORMS if form[0] not in {"network-map", "committee-map", "findings"}]
"""What the public can have at all; the others are refused."""


def planted(thing: Any, audience: Audience) -> Any:
    """Give the thing with the canary in each free text that the audience may not see, left out ones too."""
    changes: dict[str, Any] = {}
    for field in fields_of(type(thing)):
        value = getattr(thing, field.name)
        told = about_field(field)
        free = told.refers is None and told.terms is None and told.pattern is None and field.name != "id"
        if isinstance(value, Collection):
            changes[field.name] = Collection(planted(one, audience) for one in value)
        elif isinstance(value, tuple) and value and is_entity(type(value[0])):
            changes[field.name] = tuple(planted(one, audience) for one in value)
        elif is_entity(type(value)):
            changes[field.name] = planted(value, audience)
        elif privacy_of(type(thing), field) > audience and free and field.type in (str, str | None):
            changes[field.name] = f"{CANARY} {field.name}"
    return evolve(thing, **changes)


def opened(data: bytes) -> str:
    """Give the text of a file, with that of the pictures in it."""
    text = data.decode("utf-8-sig")
    pictures = re.findall(r"base64,([A-Za-z0-9+/=]+)", text)
    return text + "".join(base64.b64decode(picture).decode("utf-8", "replace") for picture in pictures)


@pytest.mark.parametrize(
    ("name", "suffix", "audience"),
    [
        (*form, audience)
        for form in FORMS
        for audience in (Audience.REPORT, Audience.INTERNAL)
        if (form[0], audience) != ("findings", Audience.REPORT)
    ],
)
def test_nothing_above_the_audience_comes_out(name: str, suffix: str, audience: Audience) -> None:
    workspace = planted(load_example().workspace, audience)
    assert any(CANARY in str(one.name) for one in workspace.people)
    found = tuple(check(workspace, on=EXAMPLE_DATE))
    wanted = Wanted(name, medium=suffix)
    made = render_all(workspace, [wanted], year=2025, as_of=EXAMPLE_DATE, audience=audience, findings=found)
    assert [one.name for one in made if CANARY in opened(one.data)] == []


@pytest.mark.parametrize(("name", "suffix"), PUBLIC_FORMS)
def test_the_public_sees_nothing_above_its_class(name: str, suffix: str) -> None:
    workspace = planted(load_example().workspace, Audience.PUBLIC)
    found = tuple(check(workspace, on=EXAMPLE_DATE))
    wanted = Wanted(name, medium=suffix)
    made = render_all(
        workspace, [wanted], year=2025, as_of=EXAMPLE_DATE, audience=Audience.PUBLIC, findings=found
    )
    assert [one.name for one in made if CANARY in opened(one.data)] == []
