"""An exporter whose plugin cannot be loaded where an optional package is missing."""

from __future__ import annotations

import wave  # stands for an optional package; it is always there, and nothing else needs it
from collections.abc import Iterator
from typing import Any

from jmdexport import Artifact, Audience, Exporter, ExportRequest, Medium, Say, hookimpl


def render(request: ExportRequest[Any]) -> Iterator[Artifact]:
    """Yield a file in the form asked for."""
    heading = request.label(Say(de="Partnerliste", en="Partner list"))
    if request.medium.suffix == ".txt":
        yield Artifact.text("partners.txt", "text/plain", heading + "\n")
    else:
        yield Artifact("partners.wav", "audio/wav", wave.__name__.encode())


@hookimpl
def jmdexport_exporters() -> list[Exporter]:
    """Offer the exporter."""
    return [
        Exporter(
            name="k26-needy",
            title=Say(de="Partnerliste", en="Partner list"),
            media=[Medium(".txt", "text/plain"), Medium(".wav", "audio/wav", requires={"wave": "sound"})],
            audience=Audience.PUBLIC,
            render=render,
        )
    ]
