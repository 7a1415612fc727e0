"""A plugin as it was written for version 1.0 of the interface; never changed, it has to work for ever."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import attrs

from jmdexport import Artifact, Audience, Exporter, ExportRequest, Medium, Say, hookimpl, option


@attrs.frozen(kw_only=True)
class Options:
    """How the list looks."""

    order: Literal["id", "name"] = option(
        Say(de="Wonach die Liste geordnet ist.", en="What the list is ordered by."), default="id"
    )
    numbered: bool = option(
        Say(de="Ob die Zeilen Nummern haben.", en="Whether lines are numbered."), default=False
    )


def render(request: ExportRequest[Options]) -> Iterator[Artifact]:
    """Yield one plain list of partners."""
    partners = sorted(request.view.partners, key=lambda partner: str(getattr(partner, request.options.order)))
    lines = [f"{partner.name} – {request.label(partner.kind)}" for partner in partners]
    if request.options.numbered:
        lines = [f"{number}. {line}" for number, line in enumerate(lines, start=1)]
    yield Artifact.text("partners.txt", "text/plain", "".join(f"{line}\n" for line in lines))


@hookimpl
def jmdexport_exporters() -> list[Exporter]:
    """Offer the list."""
    return [
        Exporter(
            name="partner-list",
            title=Say(de="Partnerliste", en="Partner list"),
            media=(Medium(".txt", "text/plain"),),
            audience=Audience.PUBLIC,
            options=Options,
            render=render,
        )
    ]
