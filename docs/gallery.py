"""The pictures of the docs: all that can be drawn of the example service, and the page that shows it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import attrs

from jmdexport import export
from jmdexport.demo import example_path
from jmdmodel import load
from jmdmodel.messages import Language
from jmdmodel.scales import Audience
from jmdmodel.workspace import Workspace

_DESCRIBED = re.compile(r'<desc id="map-description">(.*?)</desc>', re.DOTALL)
_MARKUP = str.maketrans({"[": "(", "]": ")"})


@attrs.frozen(kw_only=True)
class Shown:
    """A picture of the gallery: its exporter and options, what to say of it, the command that makes it."""

    name: str
    exporter: str
    options: Mapping[str, Any] = attrs.field(factory=dict)
    audience: Audience = Audience.REPORT
    title: str
    text: str
    command: str


GALLERY = (
    Shown(
        name="network-map",
        exporter="network-map",
        title="Network map",
        text="Who the service works with, how often, and how much depends on it. With the suffix `.html` it "
        "becomes [a page](../how-to/share-the-map-as-a-page.md) with search, filters and the earlier years.",
        command="jmd map workspace.yaml -o map.svg --year 2025",
    ),
    Shown(
        name="change-map",
        exporter="change-map",
        title="Change map",
        text="What became of each contact since an earlier map; an outline is where it stood.",
        command="jmd map workspace.yaml -o change.svg --kind change --year 2025 --from 2024",
    ),
    Shown(
        name="years-map",
        exporter="years-map",
        title="Several years side by side",
        text="Each partner keeps its direction, so that the eye finds it in every year.",
        command="jmd map workspace.yaml -o years.svg --kind years --year 2025",
    ),
    Shown(
        name="committee-map",
        exporter="committee-map",
        title="Committees and networks",
        text="Who sits where, and how the service takes part.",
        command="jmd map workspace.yaml -o committees.svg --kind committee --year 2025",
    ),
    Shown(
        name="geo-map",
        exporter="geo-map",
        title="The social space",
        text="Units, places and partners where they lie, from the outlines and positions in the workspace.",
        command="jmd map workspace.yaml -o space.svg --kind geo --year 2025",
    ),
    Shown(
        name="case-map",
        exporter="case-map",
        options={"case": ""},
        audience=Audience.SOCIAL,
        title="Case map",
        text="The goals and steps of one case, and who contributes. It is for those responsible "
        "for the case alone.",
        command="jmd map workspace.yaml -o case.svg --kind case --case ID --audience social"
        " --purpose TEXT --recipient TEXT",
    ),
    *(
        Shown(
            name=f"chart-{chart}",
            exporter="charts",
            options={"chart": chart},
            audience=Audience.INTERNAL,
            title=title,
            text=text,
            command=f"jmd export workspace.yaml charts -o charts -O chart={chart}"
            + (" --audience internal" if chart == "barriers" else ""),
        )
        for chart, title, text in (
            ("shares", "Shares of work", "What was declared, and what the records say, over the years."),
            (
                "needs",
                "Needs and offers",
                "Which needs are met by which offers, and what became of the gaps.",
            ),
            ("barriers", "Barriers", "What keeps young people out, before and after. It is for the team."),
            ("contributions", "Contributions", "What the service brought into which committee."),
        )
    ),
)
"""Everything that the gallery shows, in its order."""

GERMAN = {
    "netzwerkkarte": "network-map",
    "veraenderungskarte": "change-map",
    "bedarfe-und-angebote": "chart-needs",
}
"""Pictures that the pages in German show: what they are called there, and which of the gallery they are."""


@cache
def pictures() -> Mapping[str, bytes]:
    """Give every generated picture by its path below ``docs``: maps and charts of the example service."""
    workspace = load(example_path()).workspace
    by_name = {shown.name: shown for shown in GALLERY}
    found = {f"images/{name}-example.svg": _drawn(workspace, by_name[name], "en") for name in by_name}
    return found | {
        f"images/{german}-beispiel.svg": _drawn(workspace, by_name[name], "de")
        for german, name in GERMAN.items()
    }


def _drawn(workspace: Workspace, shown: Shown, language: Language) -> bytes:
    year = max(known.year for known in workspace.maps)
    options = {name: value or min(workspace.cases.ids()) for name, value in shown.options.items()}
    (picture, *_) = export(
        workspace,
        shown.exporter,
        year=year,
        as_of=workspace.map_of(year).as_of,
        language=language,
        audience=shown.audience,
        purpose="gallery",
        options=options,
    )
    return picture.data


def gallery_page(note: str) -> str:
    """Give the page that shows all pictures, each with its alternative text and the command that makes it."""
    lines = [
        note,
        "# Gallery",
        "",
        "Everything that can be drawn, from the example service that comes with the library. Each picture is",
        "made in SVG, PNG and PDF from the same layout, in German and English; below it stands what programs",
        "read aloud. Report, findings and CSV are no pictures: `jmd demo out` writes them into a folder.",
        "",
    ]
    for shown in GALLERY:
        path = f"images/{shown.name}-example.svg"
        found = _DESCRIBED.search(pictures()[path].decode("utf-8"))
        said = " ".join((found[1] if found else "").split()).translate(_MARKUP)
        lines += [f"## {shown.title}", "", shown.text, ""]
        lines += ["<!-- shown only -->", "```sh", shown.command, "```", ""]
        lines += [f"![{shown.title} of the example service](../{path})", "", f"> {said}", ""]
    return "\n".join(lines).rstrip() + "\n"
