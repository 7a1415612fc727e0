"""The exporter ``findings``: what the rules found, for people and for programs (R-52)."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any

import attrs

from jmdexport.builtin._report_words import Talk
from jmdexport.builtin._report_work import quality_part, rule_or_none
from jmdexport.documents.escaping import shown
from jmdexport.documents.findings import as_markdown, as_page, document_data, rule_data
from jmdexport.documents.forms import OFFICE, document, document_artifact, reference_option
from jmdexport.documents.waived import waived_data
from jmdexport.errors import AudienceRefused
from jmdexport.records import Artifact, Exporter, ExportRequest, Medium
from jmdmodel.errors import Position
from jmdmodel.findings import Finding
from jmdmodel.messages import Say
from jmdmodel.quality.engine import Findings
from jmdmodel.quality.model import Level
from jmdmodel.quality.report import as_data, waiver_data
from jmdmodel.scales import Audience

_HEAD = Say(de="Befunde: {service}", en="Findings: {service}")
WIDTH = 100
"""How long a line of the text may get, in characters."""


@attrs.frozen(kw_only=True)
class FindingsOptions:
    """The options of the findings."""

    reference_doc: bytes | None = reference_option()


def render(request: ExportRequest[FindingsOptions]) -> Iterator[Artifact]:
    """Yield the findings that the audience may see; none is a result too.

    Raises:
        AudienceRefused: Findings are for the team; an empty list for others would say that all is well.
    """
    if request.audience < Audience.INTERNAL:
        raise AudienceRefused(EXPORTER.name, request.audience, needed=Audience.INTERNAL)
    if request.medium.suffix == ".json":
        yield Artifact.json("findings.json", _as_json(request))
    elif request.medium.suffix == ".txt":
        yield Artifact.text("findings.txt", "text/plain; charset=utf-8", _as_text(request))
    else:
        yield _document(request)


def _places(request: ExportRequest[FindingsOptions]) -> dict[Finding, Position | None]:
    places: dict[Finding, Position | None] = {}
    if request.waived_positions:
        waived = (part.finding for part in request.waived)
        places |= dict(zip(waived, request.waived_positions, strict=True))
    if request.positions:
        places |= dict(zip(request.findings, request.positions, strict=True))
    return places


def _as_json(request: ExportRequest[FindingsOptions]) -> dict[str, Any]:
    """Give version 1 of the findings as data; which rules ran is not known here, so it is left out.

    ``checked`` is false and ``totals`` is null when no rule was asked.
    """
    places = _places(request)
    known = [(finding, rule) for finding in request.findings if (rule := rule_or_none(finding)) is not None]
    levels = {finding.code: rule.level for finding, rule in known}
    waived = [part for part in request.waived if rule_or_none(part.finding) is not None]
    told = as_data(
        Findings(tuple(finding for finding, _ in known), tuple(sorted(levels.items())), tuple(waived)),
        language=request.language,
        locate=places.get,
    )
    own = [
        _own(finding, places.get(finding)) for finding in request.findings if rule_or_none(finding) is None
    ]
    counts = {level.value: told["totals"][level.value] for level in sorted(Level, reverse=True)}
    own_waived = [
        _own(part.finding, places.get(part.finding)) | waiver_data(part)
        for part in request.waived
        if rule_or_none(part.finding) is None
    ]
    totals = {"findings": len(request.findings), **counts, "waived": len(request.waived)}
    return told | {
        "findings": [*told["findings"], *own],
        "waived": [*told["waived"], *own_waived],
        "totals": totals if request.checked else None,
        "checked": request.checked,
        "findings_withheld": request.findings_withheld,
    }


def _own(finding: Finding, place: Position | None) -> dict[str, Any]:
    """Give a finding of a rule that is not the library's: its words and level are not known here."""
    return {
        "code": finding.code,
        "name": None,
        "level": None,
        "requirements": [],
        "subject": str(finding.subject),
        "field": finding.field,
        "others": [str(ref) for ref in finding.others],
        "message": None,
        "remedy": None,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
    }


def _title(request: ExportRequest[FindingsOptions], talk: Talk) -> str:
    return request.title or talk.say(_HEAD, service=talk.listed([request.view.service.name]))


def _part(request: ExportRequest[FindingsOptions], talk: Talk) -> dict[str, Any] | None:
    return quality_part(
        request.view,
        request.findings,
        request.as_of,
        Audience.INTERNAL,
        talk,
        checked=request.checked,
        withheld=request.findings_withheld,
        waived=len(request.waived),
        places=_places(request),
    )


def _waived(request: ExportRequest[FindingsOptions]) -> dict[str, Any]:
    return waived_data(request.waived, language=request.language, locate=_places(request).get)


def _document(request: ExportRequest[FindingsOptions]) -> Artifact:
    """Give the Markdown or the page; which rules passed is not known here, so none is listed."""
    talk = Talk(request.language)
    part = _part(request, talk) or {"intro": [], "groups": []}
    known = {finding.code: rule_or_none(finding) for finding in request.findings}
    levels = [
        {
            "level": group["level"],
            "heading": group["heading"],
            "rules": [
                rule_data(
                    [
                        {"message": message, "place": place, "others": "", "line": None}
                        for message, place in zip(rule["messages"], rule["places"], strict=True)
                    ],
                    language=request.language,
                    rule=known[rule["code"]],
                    code=rule["code"],
                )
                for rule in group["rules"]
            ],
        }
        for group in part["groups"]
    ]
    data = document_data(
        levels,
        part["intro"],
        language=request.language,
        title=_title(request, talk),
        waived=_waived(request),
    )
    if request.medium.suffix == ".html":
        page = as_page(data, language=request.language, folders=request.template_folders)
        return Artifact.text("findings.html", "text/html; charset=utf-8", page)
    text = as_markdown(data, language=request.language, folders=request.template_folders)
    made = document(
        text,
        suffix=request.medium.suffix,
        title=_title(request, talk),
        language=request.language,
        as_of=request.as_of,
        reference_doc=request.options.reference_doc,
    )
    return document_artifact("findings", request.medium, made)


def _as_text(request: ExportRequest[FindingsOptions]) -> str:
    talk = Talk(request.language)
    title, part = _title(request, talk), _part(request, talk)
    lines = [title, "=" * len(title), ""]
    if part is None:
        return "\n".join(lines)
    lines += [*part["intro"], ""]
    for group in part["groups"]:
        lines += [group["heading"], "-" * len(group["heading"]), ""]
        for rule in group["rules"]:
            lines.append(f"{rule['title']} · {rule['rule']}")
            for message, place in zip(rule["messages"], rule["places"], strict=True):
                lines += [*_wrapped(message, "  - ", "    "), f"    {place}"]
            for told in (rule["reason"], rule["remedy"]):
                lines += _wrapped(told, "  ", "  ")
            lines.append("")
    lines += _waived_lines(_waived(request))
    return "\n".join(lines).rstrip("\n") + "\n"


def _waived_lines(waived: dict[str, Any]) -> list[str]:
    """Give the list of what is accepted with a reason; nothing where there is none."""
    if not waived["entries"]:
        return []
    lines = [waived["heading"], "-" * len(waived["heading"]), ""]
    for entry in waived["entries"]:
        lines.append(entry["rule"])
        lines += _wrapped(entry["message"], "  - ", "    ") if entry["message"] else []
        lines.append(f"    {shown(entry['place'])}")
        for told in (entry["others"], entry["reason"], entry["until"]):
            lines += _wrapped(told, "    ", "    ") if told else []
        lines.append("")
    return lines


def _wrapped(text: str, first: str, further: str) -> list[str]:
    """Break a sentence into lines, words kept whole; control characters are made harmless."""
    return textwrap.wrap(
        shown(text),
        WIDTH,
        initial_indent=first,
        subsequent_indent=further,
        break_long_words=False,
        break_on_hyphens=False,
    )


EXPORTER = Exporter(
    name="findings",
    title=Say(de="Befunde der Prüfung", en="Findings of the check"),
    media=(
        Medium(".txt", "text/plain"),
        Medium(".json", "application/json"),
        Medium(".md", "text/markdown"),
        Medium(".html", "text/html"),
        *OFFICE,
    ),
    audience=Audience.INTERNAL,
    options=FindingsOptions,
    render=render,
)
"""The record of the exporter ``findings``."""
