"""The annual report of a site, beside the bare rendering of its templates from data that are made already.

What is measured is the exporter: view, protected counts and barriers by sector are made before, once for all
that is exported in one run. The map is drawn anew in each round where the report has one.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from benchmarks.harness import ON, Contender, Goal, Row, Spread, measure, ratio
from jmdexport.builtin.report import EXPORTER, TEMPLATE, ReportOptions, report_data
from jmdexport.cutting import barriers_for, counts_for
from jmdexport.demo import EXAMPLE_DATE, load_example
from jmdexport.documents.environment import render
from jmdexport.records import ExportRequest
from jmdmodel import check, redact
from jmdmodel.scales import Audience
from jmdmodel.testing import sizes
from jmdmodel.workspace import Workspace

LIMIT = 50
"""So many milliseconds the report of a site may take once everything it needs is loaded."""

FORMS = {
    ".md": "text as Markdown, map as SVG",
    ".html": "one HTML file, map inside",
    ".txt": "plain text, the map in words",
}
"""The forms without an office program, and what each holds."""


def rows(*, rounds: int) -> Iterator[Row]:
    """Measure the report of a site of size S and of the example service, for the funder and for the team."""
    yield from _rows("a site of size S", sizes.site(), ON.year - 1, rounds)
    yield from _rows("the example service", load_example().workspace, EXAMPLE_DATE.year - 1, rounds)


def _rows(name: str, workspace: Workspace, year: int, rounds: int) -> Iterator[Row]:
    for audience, reader in ((Audience.REPORT, "the funder"), (Audience.INTERNAL, "the team")):
        whole = _request(workspace, year, audience, pictures="map")
        plain = _request(workspace, year, audience, pictures="none")
        forms = {
            medium.suffix: attrs.evolve(whole, medium=medium)
            for medium in EXPORTER.media
            if medium.suffix in FORMS
        }
        data = report_data(plain)
        times = measure(
            {
                "plain": Contender(run=lambda plain=plain: _made(plain)),
                "bare": Contender(run=lambda data=data: render(TEMPLATE, data, language="de")),
                **{
                    suffix: Contender(run=lambda request=request: _made(request))
                    for suffix, request in forms.items()
                },
            },
            rounds=rounds,
        )
        step, bare = f"report of {name} for {reader}", "its templates alone, data made already"
        for suffix, ours in FORMS.items():
            yield Row(
                step=step,
                ours=ours,
                peer="none: milliseconds on this machine",
                figure=Spread.of([1000 * seconds for seconds in times[suffix]]),
                goal=Goal(limit=LIMIT),
                unit="ms",
            )
        for contender, ours in {"plain": "text as Markdown, no picture", **FORMS}.items():
            yield Row(step=step, ours=ours, peer=bare, figure=ratio(times, contender, "bare"))


def _request(
    workspace: Workspace, year: int, audience: Audience, *, pictures: str
) -> ExportRequest[ReportOptions]:
    team = audience >= Audience.INTERNAL
    return ExportRequest(
        view=redact(workspace, audience),
        options=ReportOptions(pictures=pictures),
        medium=EXPORTER.media[0],
        year=year,
        as_of=ON,
        audience=audience,
        findings=tuple(check(workspace, on=ON)) if team else (),
        checked=team,
        counts=counts_for(workspace, year, audience),
        barriers=barriers_for(workspace, year, ON),
    )


def _made(request: ExportRequest[ReportOptions]) -> int:
    return sum(len(artifact.data) for artifact in EXPORTER.render(request))
