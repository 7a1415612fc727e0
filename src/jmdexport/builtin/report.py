"""The exporter ``report``: the annual report of a service, with all parts, for three readers (R-34).

The audience decides the edition: the public's, the provider's and funder's, the team's. An edition holds
what its view holds; the team's adds findings, barriers by partner and months without an entry. What is not
entered is named as missing. All numbers come from the analysis; numbers of people only from protected tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from jmdexport.builtin import _report_texts as texts
from jmdexport.builtin._report_annex import annex_part
from jmdexport.builtin._report_committees import committees_part
from jmdexport.builtin._report_edition import Edition
from jmdexport.builtin._report_events import events_part
from jmdexport.builtin._report_gaps import concepts_part, gaps_part, outcomes_part
from jmdexport.builtin._report_goals import bilateral_part, goals_part, resources_part
from jmdexport.builtin._report_needs import figures_part, needs_part, youth_part
from jmdexport.builtin._report_network import contacts_part, map_part, network_day, partners_part
from jmdexport.builtin._report_networks import by_network, networks_part
from jmdexport.builtin._report_opening import opening_part
from jmdexport.builtin._report_persons import persons_part
from jmdexport.builtin._report_pictures import ReportPicture, pictures_of
from jmdexport.builtin._report_review import outlook_part, review_part
from jmdexport.builtin._report_scope import scope_part
from jmdexport.builtin._report_space import service_part, space_part
from jmdexport.builtin._report_words import Talk, table
from jmdexport.builtin._report_work import quality_part, work_part
from jmdexport.builtin._report_year_texts import QUALITY_HEADING
from jmdexport.documents.environment import render as render_template
from jmdexport.documents.forms import DOCUMENTS, document, document_artifact, reference_option
from jmdexport.drawing import to_svg
from jmdexport.options import option
from jmdexport.records import Artifact, Exporter, ExportRequest, Medium
from jmdmodel.analysis.networks import network_profiles
from jmdmodel.analysis.offers import needs_and_offers
from jmdmodel.messages import Say
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import FRAMEWORK, ReportSection

TEMPLATE = "report.md.jinja"
"""Name of the template; a folder with a file of this name words single blocks anew."""


@attrs.frozen(kw_only=True)
class ReportOptions:
    """The options of the report."""

    pictures: str = option(
        Say(
            "Welche Bilder der Bericht zeigt: keine, die Netzwerkkarte, oder auch Veränderungskarte und "
            "Diagramme.",
            "Which pictures the report shows: none, the network map, or the change map and charts as well.",
        ),
        default="map",
        choices=("none", "map", "all"),
    )
    page: str = option(
        Say(
            "Größe der Seite der Bilder; wenn sie für eine Karte nicht reicht, eine größere.",
            "Size of the page of the pictures; a larger one when it has no room for a map.",
        ),
        default="A4",
        choices=("A4", "A3"),
    )
    decimals: int = option(
        Say("Nachkommastellen der Arbeitsanteile.", "Decimals of the shares of work."),
        default=1,
        minimum=0,
        maximum=6,
    )
    reference_doc: bytes | None = reference_option()


def report_data(request: ExportRequest[ReportOptions]) -> dict[str, Any]:
    """Give the plain data of the report: dicts, lists, texts and numbers, one entry a part (R-34).

    This is all that a template of the report can reach.
    """
    edition = Edition.of(request)
    return _data(request, edition, pictures_of(request, edition))


def _data(
    request: ExportRequest[ReportOptions], edition: Edition, pictures: tuple[ReportPicture, ...]
) -> dict[str, Any]:
    view, talk = request.view, edition.talk
    day = network_day(view, request.year, request.as_of)
    profiles = by_network(network_profiles(view, on=day))
    offers = needs_and_offers(view, on=edition.day)
    drawn = any(one.part == "map" and one.scene is not None for one in pictures)
    parts: dict[str, Any] = {
        "report": _head(request, edition),
        "introduction": _introduction(edition),
        "service": service_part(edition) | _own(edition, ReportSection.SERVICE),
        "space": space_part(edition) | _own(edition, ReportSection.SPACE),
        "indicators": figures_part(edition),
        "needs": needs_part(edition, offers),
        "youth": youth_part(edition),
        "goals": goals_part(edition, profiles) | _own(edition, ReportSection.GOALS),
        "persons": persons_part(edition, request.counts) | _own(edition, ReportSection.CASES),
        "network": {"heading": talk.label(texts.NETWORK_HEADING)} | _own(edition, ReportSection.NETWORK),
        "map": map_part(edition, drawn=drawn),
        "partners": partners_part(edition, day),
        "contacts": contacts_part(view, request.year, talk),
        "networks": networks_part(edition, profiles),
        "agreements": bilateral_part(edition),
        "resources": resources_part(edition),
        "committees": committees_part(edition) | _own(edition, ReportSection.COMMITTEES),
        "outcomes": outcomes_part(edition),
        "gaps": gaps_part(edition, offers),
        "concepts": concepts_part(edition),
        "opening": opening_part(edition, request.barriers) | _own(edition, ReportSection.OPENING),
        "events": events_part(edition) | _own(edition, ReportSection.EVENTS),
        "work": work_part(edition, decimals=request.options.decimals) | _own(edition, ReportSection.WORK),
        "review": review_part(edition, profiles) | _own(edition, ReportSection.QUALITY),
        "quality": quality_part(
            view,
            request.findings,
            request.as_of,
            request.audience,
            talk,
            checked=request.checked,
            withheld=request.findings_withheld,
            waived=len(request.waived),
        ),
        "outlook": outlook_part(edition, profiles),
        "annex": annex_part(edition, day),
    }
    parts["review"]["title"] = talk.label(QUALITY_HEADING)
    for part in ("space", "map", "committees", "opening", "work"):
        parts[part] |= _pictures(part, pictures)
    if parts["annex"]["changes"] is not None:
        parts["annex"]["changes"] |= _pictures("changes", pictures)
    return parts | {"scope": scope_part(edition, _empty(parts))}


def _own(edition: Edition, section: ReportSection) -> dict[str, str]:
    """Give what people wrote for a section, to stand at the head of its part."""
    return {"own": edition.own(section)}


def _introduction(edition: Edition) -> dict[str, Any]:
    own = edition.own(ReportSection.INTRODUCTION)
    return {"heading": edition.talk.label(texts.INTRODUCTION_HEADING), "own": own, "empty": not own}


def _pictures(part: str, pictures: tuple[ReportPicture, ...]) -> dict[str, Any]:
    """Give the pictures of a part by name and alternative text, and why others are missing."""
    own = [one for one in pictures if one.part == part]
    return {
        "pictures": [one.data() for one in own if one.scene is not None],
        "no_picture": [one.missing for one in own if one.missing],
    }


def _empty(parts: dict[str, Any]) -> dict[str, bool]:
    """Tell of each part that the report names as missing whether nothing at all is entered for it."""
    known = {"staff": "service", "cases": "persons"}
    found = {}
    for name in texts.SCOPE_PARTS:
        part = parts["annex"]["partners"] if name == "partners" else parts[known.get(name, name)]
        found[name] = part is not None and part["empty"] and not part.get("own")
    return found


def _head(request: ExportRequest[ReportOptions], edition: Edition) -> dict[str, Any]:
    talk, report = edition.talk, edition.report
    facts: list[tuple[Say, Any]] = [
        (texts.SERVICE, request.view.service.name),
        (texts.REPORT_YEAR, str(request.year)),
        (texts.AS_OF, talk.day(request.as_of)),
        (texts.EDITION, request.audience),
    ]
    if report is not None:
        facts.append((texts.STATUS, report.status))
        if report.submitted_on is not None:
            facts.append((texts.SUBMITTED_ON, talk.day(report.submitted_on)))
        if report.submitted_to:
            facts.append((texts.SUBMITTED_TO, talk.cell_of(report.submitted_to)))
    facts.append((texts.BASIS, FRAMEWORK.title))
    return {
        "title": _title(request, talk),
        "year": request.year,
        "as_of": request.as_of.isoformat(),
        "audience": request.audience.code,
        "language": request.language,
        "facts": table(talk, (texts.FACT, texts.CONTENT), "ll", facts),
    }


def _title(request: ExportRequest[ReportOptions], talk: Talk) -> str:
    return request.title or talk.say(texts.TITLE, year=str(request.year))


def render(request: ExportRequest[ReportOptions]) -> Iterator[Artifact]:
    """Yield the report; with Markdown the pictures come as files of their own beside it."""
    edition = Edition.of(request)
    pictures = pictures_of(request, edition)
    text = render_template(
        TEMPLATE,
        _data(request, edition, pictures),
        language=request.language,
        folders=request.template_folders,
    )
    scenes = {one.name: one.scene for one in pictures if one.scene is not None}
    made = document(
        text,
        suffix=request.medium.suffix,
        title=f"{_title(request, edition.talk)} · {request.view.service.name}",
        language=request.language,
        as_of=request.as_of,
        pictures=scenes,
        reference_doc=request.options.reference_doc,
        folders=request.template_folders,
    )
    yield document_artifact(f"report-{request.year}", request.medium, made)
    if request.medium.suffix == ".md":
        for name, scene in scenes.items():
            yield Artifact.text(name, "image/svg+xml", to_svg(scene))


EXPORTER = Exporter(
    name="report",
    title=Say(de="Jahresbericht", en="Annual report"),
    media=DOCUMENTS,
    beside=(Medium(".svg", "image/svg+xml"),),
    audience=Audience.INTERNAL,
    options=ReportOptions,
    render=render,
    counts=True,
)
"""The record of the exporter ``report``."""
