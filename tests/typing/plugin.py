"""A plugin of a stranger; it is type-checked, never run."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs

from jmdexport import Artifact, Audience, Exporter, ExportRequest, Medium, NoOptions, Say, hookimpl, option


@attrs.frozen(kw_only=True)
class Options:
    """What can be chosen."""

    rows: int = option(Say("Zeilen je Seite.", "Rows on a page."), default=40, minimum=1)


def render(request: ExportRequest[Options]) -> Iterator[Artifact]:
    """Yield one plain list of partners."""
    lines = [f"{partner.name} – {request.label(partner.kind)}" for partner in request.view.partners]
    yield Artifact.text("partners.txt", "text/plain", "\n".join(lines[: request.options.rows]) + "\n")


def render_plainly(request: ExportRequest[NoOptions]) -> list[Artifact]:
    """Give a list in the place of a generator."""
    return [Artifact.json("year.json", {"year": request.year})]


@hookimpl
def jmdexport_exporters() -> Sequence[Exporter]:
    """Give two exporters."""
    return [
        Exporter(
            name="partner-list",
            title=Say("Partnerliste", "Partner list"),
            media=[Medium(".txt", "text/plain")],
            audience=Audience.PUBLIC,
            options=Options,
            render=render,
        ),
        Exporter(
            name="year",
            title=Say("Jahr", "Year"),
            media=(Medium(".json", "application/json"),),
            audience=Audience.PUBLIC,
            render=render_plainly,
            requires={"json": "fast"},
        ),
    ]


@hookimpl
def jmdexport_template_folders() -> list[Path]:
    """Give no folder."""
    return []
