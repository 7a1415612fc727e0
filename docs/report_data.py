"""The page of what a template of the report can reach: derived from the report of the example."""

from __future__ import annotations

import json
import types
from collections.abc import Iterator
from typing import Any

import attrs

from jmdexport import Artifact, Medium, Registry, hookimpl
from jmdexport.builtin.report import EXPORTER, report_data
from jmdexport.demo import EXAMPLE_DATE, load_example
from jmdexport.run import render_all
from jmdmodel.quality import check
from jmdmodel.scales import Audience

MEANINGS = {
    "about": "sentences about it",
    "after": "sentences on what came of the reviews",
    "agreements": "agreements in force",
    "aim": "aim, in the words of the workspace",
    "alt": "alternative text of the picture",
    "assessment": "sentences on the latest assessment",
    "attributes": "the four attributes",
    "as_of": "day that counts as today, `YYYY-MM-DD`",
    "audience": "whom the edition is for: `public`, `report` or `internal`",
    "beside": "partners that stand outside the rings",
    "boundary": "how the social space is bounded, in the words of the workspace",
    "boundary_intro": "sentence before it",
    "brokered": "ties that the service brokered in the year",
    "brokered_intro": "sentence before them",
    "cases": "name of that part",
    "code": "code of the rule",
    "coordinated": "offers that were coordinated with partners",
    "coordinated_intro": "sentence before them",
    "dates": "what is in the calendar already",
    "dates_heading": "heading of the calendar",
    "dates_intro": "sentence before it",
    "detail_intro": "sentence before the details",
    "details": "each contribution with its body and day",
    "empty": "whether the workspace has nothing for this part",
    "entries": "one after the other",
    "events": "the events of the year",
    "explained": "what the kinds mean",
    "explained_intro": "sentence before it",
    "facts": "facts at the head",
    "families": "measures by family",
    "goals": "the goals and what became of them",
    "groups": "findings by level",
    "heading": "heading",
    "hidden": "sentences on what is left out",
    "hours": "hours a week by function; in the team's edition",
    "importances": "contacts by importance",
    "intro": "sentences at the beginning",
    "kinds": "partners by kind",
    "language": "language of the report: `de` or `en`",
    "level": "level of the rule: `must`, `should` or `hint`",
    "many": "beginning of the sentence for several",
    "matrix": "contributions by kind and body",
    "members": "sentences on the members",
    "messages": "what was found, a sentence each",
    "missing": "sentences on what is not entered",
    "months": "months without an entry; in the team's edition",
    "name": "name",
    "needs": "needs, and the offers that answer them",
    "no_picture": "why a picture is missing",
    "note": "sentences below the table",
    "notes": "sentences below the table",
    "one": "beginning of the sentence for one",
    "opening": "name of that part",
    "outlook": "name of that part",
    "own": "the text that people wrote for this part; empty if they wrote none",
    "parts": "names of the parts that this report may lack",
    "picture": "name of the picture's file; empty if there is none",
    "pictures": "pictures, each with its file and alternative text",
    "places": "place of each finding",
    "portrait": "portrait of the social space, in the words of the workspace",
    "reason": "why it matters",
    "remedy": "what to do",
    "results": "results of events",
    "results_intro": "sentence before them",
    "reviewed": "sentences on the latest review",
    "reviews": "the reviews of the year",
    "rings": "contacts by ring of the map",
    "rule": "name and code of the rule",
    "rules": "rules with findings, one after the other",
    "said": "what young people said, paraphrased",
    "seats": "committees, with role and attendance",
    "sectors": "partners by sector of the map",
    "seen": "what was observed",
    "seen_heading": "heading of the observations",
    "seen_intro": "sentences before them",
    "seldom": "sentences on important partners that are seldom met",
    "sentences": "what changed, a sentence each",
    "shares": "shares of the work by area",
    "source": "where the shares come from: `recorded`, `declared` or nothing",
    "summaries": "sentences that sum the numbers up",
    "table": "the table of this part",
    "tables": "protected tables, one after the other",
    "tasks": "who is responsible for what",
    "team": "sentences on the team",
    "ties": "sentences on ties between partners",
    "title": "title",
    "totals": "persons reached, from protected tables",
    "transition": "partners at the transition from school to work",
    "transition_intro": "sentence before them",
    "units": "areas of the social space, what lies in what",
    "year": "year of the report",
}
"""What each name means, wherever it stands."""

TABLE = frozenset({"head", "rows", "align"})
"""The names that make a table."""

_WORDS = {str: "text", bool: "yes or no", int: "whole number", type(None): "nothing"}


def example_data() -> dict[str, Any]:
    """Give the plain data of the example's report for the team, which has every part."""
    module: Any = types.ModuleType("report_data")
    exporter = attrs.evolve(
        EXPORTER,
        name="report-data",
        media=(Medium(".json", "application/json"),),
        beside=(),
        render=lambda request: [Artifact.json("data.json", report_data(request))],
    )
    module.jmdexport_exporters = hookimpl(lambda: [exporter])
    workspace = load_example().workspace
    (made,) = render_all(
        workspace,
        ["report-data"],
        year=2025,
        as_of=EXAMPLE_DATE,
        audience=Audience.INTERNAL,
        findings=check(workspace, on=EXAMPLE_DATE),
        registry=Registry([module]),
    )
    found: dict[str, Any] = json.loads(made.data)
    return found


def rows(value: Any, name: str = "") -> Iterator[tuple[str, str, str]]:
    """Yield name, type and meaning of everything below a value."""
    if isinstance(value, dict) and not value.keys() >= TABLE:
        for key, inner in value.items():
            yield from rows(inner, f"{name}.{key}" if name else key)
        return
    if isinstance(value, list) and any(isinstance(one, dict) for one in value):
        merged: dict[str, Any] = {}
        for one in value:
            merged |= {key: part for key, part in one.items() if part or key not in merged}
        yield name, "list of parts", _meaning(name)
        yield from rows(merged, f"{name}[]")
        return
    yield name, _kind(value), _meaning(name)


def _kind(value: Any) -> str:
    if isinstance(value, dict):
        return "table"
    return "list of texts" if isinstance(value, list) else _WORDS[type(value)]


def _meaning(name: str) -> str:
    """Give what a name means; one that nothing is known of is a fault."""
    return MEANINGS[name.rpartition(".")[2].removesuffix("[]")]


def report_data_page(note: str) -> str:
    """Give the page: every name with its type and its meaning, a section for each part."""
    lines = [
        note,
        "# Data of the report's templates",
        "",
        "What a template of the report can reach is this and nothing else: texts, numbers, lists and",
        "tables, no objects of the library. The names are those of the example's report for the team; in an",
        "edition for others parts that they may not see are empty or missing, so ask first",
        "(`{% if service.hours %}`). [Change the template](../how-to/change-the-template.md) shows how they",
        "are used.",
        "",
        "A *table* has `head`, `rows`, `align` (a letter `l`, `r` or `c` for each column) and perhaps",
        "`total`; the filter `table` prints it. `[]` stands for each entry of a list.",
        "",
    ]
    for part, value in example_data().items():
        lines += [f"## `{part}`", "", "| name | type | meaning |", "| --- | --- | --- |"]
        lines += [f"| `{name}` | {kind} | {meaning} |" for name, kind, meaning in rows(value, part)]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"
