"""The list beside the charts: each with its alternative text and its table, and what was left out (R-51)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jmdexport.documents.escaping import escape_markdown
from jmdexport.documents.filters import table
from jmdexport.drawing.chart_plan import Chart, chart_table
from jmdexport.records import Artifact, ExportRequest
from jmdmodel.messages import Message, Say, in_list
from jmdmodel.scales import Audience

_TITLE = Say("Diagramme {year}", "Charts {year}")
_FILES = Say("Dateien: {files}", "Files: {files}")
_FILE = Say("Datei: {files}", "File: {files}")
_LEFT = Say("Nicht enthalten", "Not included")
_WHY = Say(
    "{title}: Für den Adressatenkreis „{given}“ ist dieses Diagramm nicht bestimmt. Nötig ist mindestens"
    " „{needed}“, auf der Kommandozeile mit --audience {code}.",
    '{title}: this chart is not meant for the audience "{given}". At least "{needed}" is needed, on the'
    " command line with --audience {code}.",
)


def chart_list(
    request: ExportRequest[Any],
    charts: Sequence[tuple[Chart, tuple[str, ...]]],
    left_out: Sequence[tuple[Say, Audience]],
) -> Artifact:
    """Give the list as Markdown: the same data as the pictures, to be read or listened to."""
    language = request.language
    title = request.title or Message.of(_TITLE, year=str(request.year)).in_(language)
    parts: list[str] = [f"# {escape_markdown(title)}"]
    for chart, files in charts:
        say = _FILES if len(files) > 1 else _FILE
        parts += [
            f"## {escape_markdown(chart.title)}",
            escape_markdown(say.in_(language).format(files=in_list(list(files), language))),
            escape_markdown(chart.description),
        ]
        if chart.rows:
            head, *rows = chart_table(chart)
            align = "l" + "".join("l" if "words" in _kinds(chart) else "r" for _ in head[1:])
            parts.append(str(table({"head": head, "align": align, "rows": rows})))
        parts += [escape_markdown(chart.source)]
    if left_out:
        parts.append(f"## {_LEFT.in_(language)}")
        parts += [
            "- "
            + escape_markdown(
                Message.of(
                    _WHY, title=title, given=request.audience.label, needed=needed.label, code=needed.code
                ).in_(language)
            )
            for title, needed in left_out
        ]
    return Artifact.text(f"charts-{request.year}.md", "text/markdown", "\n\n".join(parts) + "\n")


def _kinds(chart: Chart) -> set[str]:
    return {column.kind for column in chart.columns}
