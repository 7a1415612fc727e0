"""The example service with the names of the world in it, and all pictures of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import attrs

from jmdexport.demo import EXAMPLE_DATE, load_example
from jmdexport.records import ExportRequest
from jmdexport.registry import Registry
from jmdmodel.codec.plan import FieldPlan, is_record, plan_of
from jmdmodel.collection import Collection
from jmdmodel.fields import evolve
from jmdmodel.period import Period
from jmdmodel.privacy import redact
from jmdmodel.workspace import Vocabulary, Workspace

YEAR = 2025
SAID = {
    "Arabic": "جمعية الشباب e. V.",
    "Arabic, joined": "لا إله e. V. (2024)",
    "Kurdish": "کۆمەڵەی گەنجان",
    "Hebrew": "עמותת הנוער 2024",
    "Ethiopic": "የኢትዮጵያ ማኅበር",
    "Georgian": "ქართული სახლი",
    "Armenian": "Հայկական տուն",
    "Syriac": "ܒܝܬ ܢܗܪܝܢ",
    "Devanagari": "Haus हिन्दी e. V.",
    "Tamil": "தமிழ் கொடி",
    "Thai": "Wat น้ำใจ",
    "Vietnamese": "Hội người Việt",
    "decomposed": "Ja\u0308gerhof Vie\u0323\u0302t",
    "points": "שָׁלוֹם בָּעִיר",
}
"""Names in the scripts of the shipped fonts."""

REPLACED = {
    "Chinese": "漢字文化協会",
    "emoji": "Haus 👨\u200d👩\u200d👧 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f 🇩🇪",
    "Gurmukhi": "ਗੁਰਦੁਆਰਾ",
}
"""Names that PNG and PDF cannot show in full; an SVG can."""

HARD = {
    "null": "Haus\x00am\x0bBach\x7f\x85Ost",
    "surrogate": "Haus \ud83d Ost\udc00",
    "override": "Haus \u202etxt.exe\u202c \u2067offen",
    "unseen": "\ufeffHa\u00adus\u200b am\u2060 Bach",
    "nothing": "\u200b\ufeff\u2063",
    "marks": "Z\u0334\u0321\u0322\u0327\u0323\u0323\u0323\u0323\u0300\u0301\u0302\u0303algo",
    "bare mark": "\u0338Haus",
    "tags": "Haus\U000e0041\U000e0042 Ost",
    "private": "Haus \ue000 \U0010ffff \ufdd0",
    "long": "Donaudampfschifffahrt" * 9 + "!",
    "long marks": "ń̤" * 100,
    "markup": "</text><script>alert(1)</script><svg onload=alert(1)> & ]]> <!-- \"'",
    "script in style": "</style><script>alert(1)</script>{} url(http://a.example/x) @import 'x'",
    "link": "javascript:alert(1) https://a.example/ data:text/html,<script>alert(1)</script>",
    "breaks": "Haus\u2028am\u2029Bach\r\nOst\tWest",
}
OWN = (*SAID.values(), *REPLACED.values(), *HARD.values())

OPTIONS: dict[str, dict[str, object]] = {
    "network-map": {"page": "A3"},
    "change-map": {"page": "A3"},
    "years-map": {"page": "A3", "years": (2024, 2025)},
    "committee-map": {"partners": "all", "page": "A3"},
    "charts": {"page": "A3"},
    "case-map": {"case": load_example().workspace.cases.ids()[0]},
}
"""All exporters of pictures, each with options with which long names fit."""


def naughty(shared: Path) -> tuple[str, ...]:
    """Give the big list of naughty strings without those that are empty or blank."""
    found = json.loads((shared / "corpora" / "blns" / "blns.json").read_text(encoding="utf-8"))
    return tuple(text for text in found if text.strip())


def portions(names: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Cut names into portions, each for one workspace: one name for each of its partners."""
    size = len(load_example().workspace.partners.ids())
    yield from (names[at : at + size] for at in range(0, len(names), size))


def named(names: tuple[str, ...]) -> Workspace:
    """Give the example service with the names, in turn, in each field that holds a free text."""
    whole, texts = load_example().workspace, cycle(names)
    values: dict[str, Any] = {}
    for plan in plan_of(Workspace):
        held = getattr(whole, plan.name)
        if plan.shape == "collection" and plan.type is not Vocabulary and plan.name != "vocabulary":
            values[plan.name] = Collection(_full(one, texts) for one in held)
    partners = (
        evolve(one, name=name, short_name=None)
        for one, name in zip(values["partners"], cycle(names), strict=False)
    )
    values["partners"] = Collection(partners)
    return evolve(whole, service=_full(whole.service, texts), **values)


def _full(thing: Any, texts: Iterator[str]) -> Any:
    values = {}
    for plan in plan_of(type(thing)):
        held = getattr(thing, plan.name)
        if held is not None and not plan.about.refers and not plan.about.terms and plan.name != "id":
            values[plan.name] = _value(plan, held, texts)
    return attrs.evolve(thing, **values)


def _value(plan: FieldPlan, held: Any, texts: Iterator[str]) -> Any:
    if is_record(plan.type) and plan.type is not Period:
        return tuple(_full(one, texts) for one in held) if plan.shape == "many" else _full(held, texts)
    if plan.type is not str:
        return held
    return tuple(next(texts) for _ in held) if plan.shape == "many" else next(texts)


def pictures(workspace: Workspace, name: str, suffix: str = ".svg", title: str = "") -> Iterator[bytes]:
    """Yield the pictures that an exporter makes; what an export looks for besides is left out."""
    exporter = Registry(plugins="none").get(name)
    medium = exporter.medium(suffix)
    assert medium is not None
    request = ExportRequest(
        view=redact(workspace, exporter.audience),
        options=exporter.options(**OPTIONS[name]),
        medium=medium,
        year=YEAR,
        as_of=EXAMPLE_DATE,
        audience=exporter.audience,
        title=title,
    )
    yield from (made.data for made in exporter.render(request) if made.name.endswith(suffix))
