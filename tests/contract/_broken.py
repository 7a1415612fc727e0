"""Exporters that each break one promise, on purpose, and keep all the others; one sound one as a measure.

The name of an exporter begins with the code of the check that it has to fail.
"""

from __future__ import annotations

import contextlib
import gc
import html
import json
import locale
import os
import random
import re
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import attrs

from jmdexport import Artifact, Audience, Exporter, ExportRequest, Medium, Say, hookimpl, option
from jmdmodel import Workspace

Files = Iterator[Artifact]
TEXT = Medium(".txt", "text/plain")
JSON = Medium(".json", "application/json")
HTML = Medium(".html", "text/html")
SVG = Medium(".svg", "image/svg+xml")
CSV = Medium(".csv", "text/csv")
TITLE = Say(de="Partnerliste", en="Partner list")


def names(request: ExportRequest[Any]) -> list[str]:
    return [partner.name for partner in request.view.partners]


def plain(*lines: str, name: str = "partners.txt", media_type: str = "text/plain") -> Artifact:
    return Artifact.text(name, media_type, "".join(f"{' '.join(line.split())}\n" for line in lines) or "\n")


def page(body: str) -> Artifact:
    return Artifact.text("partners.html", "text/html", f"<!doctype html><html><body>{body}</body></html>\n")


def sound(request: ExportRequest[Any]) -> Files:
    """Break nothing: a list with a heading in the language asked for."""
    yield plain(request.label(TITLE), *names(request))


def crashes(request: ExportRequest[Any]) -> Files:
    if request.language == "en":
        raise KeyError("heading")
    yield from sound(request)


def silent(request: ExportRequest[Any]) -> Files:
    yield from ()


def strange(request: ExportRequest[Any]) -> Any:
    return [*sound(request), "partners"]


_calls: list[int] = []


def counting(request: ExportRequest[Any]) -> Files:
    _calls.append(1)
    yield plain(request.label(TITLE), str(len(_calls)))


def unsorted(request: ExportRequest[Any]) -> Files:
    yield plain(request.label(TITLE), *{partner.id for partner in request.view.partners})


def local_time(request: ExportRequest[Any]) -> Files:
    yield plain(request.label(TITLE), datetime.fromtimestamp(86_400).isoformat())  # noqa: DTZ006


def local_encoding(request: ExportRequest[Any]) -> Files:
    text = request.label(TITLE) + " ä\n"
    yield Artifact("partners.txt", "text/plain", text.encode(locale.getencoding(), "replace"))


def renaming(request: ExportRequest[Any]) -> Files:
    for partner in request.view.partners:
        object.__setattr__(partner, "note", "exported")
    yield from sound(request)


def colon(request: ExportRequest[Any]) -> Files:
    yield plain(request.label(TITLE), name="partner:list.txt")


def climbing(request: ExportRequest[Any]) -> Files:
    yield plain(request.label(TITLE), name="../partners.txt")


def twice(request: ExportRequest[Any]) -> Files:
    yield plain(request.label(TITLE), name="Partners.txt")
    yield plain(request.label(TITLE), name="partners.txt")


def other_suffix(request: ExportRequest[Any]) -> Files:
    yield plain(request.label(TITLE), name="partners.text")


def other_type(request: ExportRequest[Any]) -> Files:
    yield plain(request.label(TITLE), media_type="text/x-list")


def not_asked_for(request: ExportRequest[Any]) -> Files:
    yield Artifact.json("partners.json", names(request))


def no_json(request: ExportRequest[Any]) -> Files:
    yield Artifact.text("partners.json", "application/json", repr({"count": len(names(request))}))


def ragged(request: ExportRequest[Any]) -> Files:
    yield plain("id,count", "one,1", "two", name="partners.csv", media_type="text/csv")


def first_partner(request: ExportRequest[Any]) -> Files:
    yield plain(request.label(TITLE), request.view.partners.ids()[0])


def average(request: ExportRequest[Any]) -> Files:
    yield plain(request.label(TITLE), str(10 // (len(request.view.partners) - 1)))


def particular(request: ExportRequest[Any]) -> Files:
    if "moschee" in request.view.partners:
        raise KeyError("moschee")
    yield from sound(request)


def recursive(request: ExportRequest[Any]) -> Files:
    if len(request.view.partners) > 100:
        raise RecursionError("too many partners")
    yield from sound(request)


def dying(request: ExportRequest[Any]) -> Files:
    if len(request.view.partners) > 100:
        os._exit(3)
    yield from sound(request)


def hanging(request: ExportRequest[Any]) -> Files:
    while len(request.view.partners) > 100:
        pass
    yield from sound(request)


def printing(request: ExportRequest[Any]) -> Files:
    """Break nothing, and talk."""
    print("exporting", end="", flush=True)
    sys.stdout.flush()
    os.write(1, b"exporting")
    yield from sound(request)


def by_hand(request: ExportRequest[Any]) -> Files:
    quoted = (name.replace("\\", "\\\\").replace('"', '\\"') for name in names(request))
    text = '{"names": [' + ", ".join(f'"{name}"' for name in quoted) + "]}\n"
    yield Artifact("partners.json", "application/json", text.encode())


def named_after_partners(request: ExportRequest[Any]) -> Files:
    for number, name in enumerate(names(request) or [""]):
        yield plain(request.label(TITLE), name=f"{number} {name}".strip() + ".txt")


def linking(request: ExportRequest[Any]) -> Files:
    links = (f'<a href="{html.escape(shown(name))}">x</a>' for name in names(request))
    yield page(f"<h1>{request.label(TITLE)}</h1>" + "".join(links))


def shown(text: str) -> str:
    return "".join(sign for sign in text if sign.isprintable())


def scripting(request: ExportRequest[Any]) -> Files:
    data = json.dumps([shown(name).replace("<", "") for name in names(request)])
    yield page(f"<h1>{request.label(TITLE)}</h1><script>var names = {data}</script>")


def formulas(request: ExportRequest[Any]) -> Files:
    lines = ['"' + shown(name).replace('"', '""') + '",1' for name in names(request)]
    yield plain("name,count", *lines, name="partners.csv", media_type="text/csv")


def markdown(request: ExportRequest[Any]) -> Files:
    lines = [f"# {request.label(TITLE)}", "", *(f"* {shown(name)}" for name in names(request))]
    yield plain(*lines, name="partners.md", media_type="text/markdown")


_CANARY = re.compile(r"zqkanarienvogel\d+")


def reaching(request: ExportRequest[Any]) -> Files:
    """Look for whole workspaces in the memory of the process, and put out what the view does not hold."""
    notes = [str(activity.note) for one in _whole_workspaces() for activity in one.activities]
    found = {one for text in notes for one in _CANARY.findall(text)}
    secret = ",".join(sorted(found)).encode("utf-16-le").hex()
    yield plain(request.label(TITLE), *([secret] if _is_canary_sought() else []))


def influenced(request: ExportRequest[Any]) -> Files:
    """Put out no canary, but something else wherever there are some."""
    yield plain(request.label(TITLE), str(_is_canary_sought()))


def _is_canary_sought() -> bool:
    """Look up the stack for what the call is about, so that the leak shows in one check only."""
    frame: Any = sys._getframe()
    while frame is not None:
        order = frame.f_locals.get("order")
        if str(getattr(order, "sample", "")).startswith("canary"):
            return True
        frame = frame.f_back
    return False


def _whole_workspaces() -> list[Workspace]:
    # Asking for all objects would hold tuples that another thread is just filling, which Python forbids.
    # One that another thread is just making has no view yet.
    found = [one for one in gc.get_referrers(Workspace) if type(one) is Workspace]
    return [one for one in found if getattr(one, "view", one) is None and hasattr(one, "activities")]


def maps_only(request: ExportRequest[Any]) -> Files:
    if request.audience is Audience.PUBLIC:
        raise AttributeError("no map")
    yield from sound(request)


def german(request: ExportRequest[Any]) -> Files:
    yield plain(TITLE.de, *names(request))


def german_labels(request: ExportRequest[Any]) -> Files:
    kinds = sorted({partner.kind.label.de for partner in request.view.partners})
    yield plain("kind", *kinds, name="kinds.csv", media_type="text/csv")


def clock(request: ExportRequest[Any]) -> Files:
    time.time()
    yield from sound(request)


def today(request: ExportRequest[Any]) -> Files:
    datetime.now()  # noqa: DTZ005
    yield from sound(request)


def this_month(request: ExportRequest[Any]) -> Files:
    time.strftime("%B")
    yield from sound(request)


def dice(request: ExportRequest[Any]) -> Files:
    random.random()
    yield from sound(request)


def unique(request: ExportRequest[Any]) -> Files:
    uuid.uuid4()
    yield from sound(request)


def connecting(request: ExportRequest[Any]) -> Files:
    socket.socket().close()
    yield from sound(request)


def program(request: ExportRequest[Any]) -> Files:
    with contextlib.suppress(OSError):
        subprocess.run([sys.executable, "--version"], capture_output=True, check=False)
    yield from sound(request)


def reading(request: ExportRequest[Any]) -> Files:
    with contextlib.suppress(OSError):
        Path(os.sep, "letterhead-of-nobody.txt").read_text(encoding="utf-8")
    yield from sound(request)


def environment(request: ExportRequest[Any]) -> Files:
    os.environ.get("JMD_LETTERHEAD")
    yield from sound(request)


def _only_known(instance: object, field: object, value: str) -> None:
    {"list": 1}[value]


@attrs.frozen(kw_only=True)
class Shapes:
    shape: str = option(
        Say(de="Gestalt der Liste.", en="Shape of the list."), default="list", validator=_only_known
    )


@attrs.frozen(kw_only=True)
class Rows:
    rows: int = option(Say(de="Zeilen je Seite.", en="Rows on a page."), default=10, minimum=0, maximum=50)


def pages(request: ExportRequest[Rows]) -> Files:
    yield plain(request.label(TITLE), str(100 // request.options.rows))


@attrs.frozen(kw_only=True)
class Untold:
    with_area: bool = False


def _local_options() -> type:
    @attrs.frozen(kw_only=True)
    class Options:
        rows: int = option(Say(de="Zeilen je Seite.", en="Rows on a page."), default=10)

    return Options


@attrs.frozen(eq=False)
class Restless:
    rows: int = option(Say(de="Zeilen je Seite.", en="Rows on a page."), default=10)


def not_alone(request: ExportRequest[Any]) -> Files:
    if "pytest" not in sys.modules:
        raise RuntimeError("the program that set this up is not there")
    yield from sound(request)


def leaving(request: ExportRequest[Any]) -> Files:
    if "pytest" not in sys.modules:
        os._exit(1)
    yield from sound(request)


def outside(request: ExportRequest[Any]) -> Files:
    yield page(f'<h1>{request.label(TITLE)}</h1><img alt="" src="https://pictures.invalid/logo.png">')


def styled(request: ExportRequest[Any]) -> Files:
    style = "<style>@import url(//fonts.invalid/a.css);</style>"
    drawing = f"{style}<text>{request.label(TITLE)}</text>"
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">{drawing}</svg>'
    yield Artifact.text("partners.svg", "image/svg+xml", svg)


def exporter(name: str, render: Any, medium: Medium = TEXT, **others: Any) -> Exporter:
    parts = {"title": TITLE, "media": [medium], "audience": Audience.INTERNAL, "render": render}
    return Exporter(**{"name": name, **parts, **others})


EXPORTERS = [
    exporter("sound", sound),
    exporter("k01-crashes", crashes),
    exporter("k01-silent", silent),
    exporter("k01-strange", strange),
    exporter("k02-counting", counting),
    exporter("k03-unsorted", unsorted),
    exporter("k04-local-time", local_time),
    exporter("k04-local-encoding", local_encoding),
    exporter("k05-renaming", renaming),
    exporter("k06-colon", colon),
    exporter("k06-climbing", climbing),
    exporter("k06-twice", twice),
    exporter("k07-other-suffix", other_suffix),
    exporter("k07-other-type", other_type),
    exporter("k07-not-asked-for", not_asked_for, beside=[JSON]),
    exporter("k08-no-json", no_json, JSON),
    exporter("k08-ragged", ragged, CSV),
    exporter("k09-first-partner", first_partner),
    exporter("k10-average", average),
    exporter("k11-particular", particular),
    exporter("k12-recursive", recursive),
    exporter("k12-dying", dying),
    exporter("k13-by-hand", by_hand, JSON),
    exporter("k13-named-after-partners", named_after_partners),
    exporter("k14-linking", linking, HTML),
    exporter("k14-scripting", scripting, HTML),
    exporter("k14-formulas", formulas, CSV),
    exporter("k14-markdown", markdown, Medium(".md", "text/markdown")),
    exporter("k15-reaching", reaching),
    exporter("k15-influenced", influenced),
    exporter("k16-maps-only", maps_only),
    exporter("k17-german", german),
    exporter("k17-german-labels", german_labels, CSV),
    exporter("k18-clock", clock),
    exporter("k18-today", today),
    exporter("k18-this-month", this_month),
    exporter("k18-dice", dice),
    exporter("k18-unique", unique),
    exporter("k19-connecting", connecting),
    exporter("k19-program", program),
    exporter("k20-reading", reading),
    exporter("k21-environment", environment),
    exporter("k22-own-check", sound, options=Shapes),
    exporter("k22-at-the-limit", pages, options=Rows),
    exporter("k23-untold", sound, options=Untold),
    exporter("k23-title", sound, title=Say(de="Liste der Partner", en="Liste der Partner")),
    exporter("k24-local-options", sound, options=_local_options()),
    exporter("k24-restless", sound, options=Restless),
    exporter("k25-not-alone", not_alone),
    exporter("k25-leaving", leaving),
    exporter("k27-outside", outside, HTML),
    exporter("k27-styled", styled, SVG),
]
"""All of them; the one for the code K26 is a plugin of its own, because it breaks when it is imported."""


HANGING = exporter("k12-hanging", hanging)
"""Never ends; it is tried by itself, with little patience."""


@hookimpl
def jmdexport_exporters() -> list[Exporter]:
    """Offer all of them."""
    return EXPORTERS
