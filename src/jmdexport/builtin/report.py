"""The exporter ``report``: the annual report with its network part, in every form of a document (R-34).

The audience decides the edition: the public's, the provider's and funder's, the team's. An edition holds
what its view holds; the team's adds the findings. What is missing is named as missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from jmdexport.builtin import _report_texts as texts
from jmdexport.builtin._report_bodies import committees_part, networks_part
from jmdexport.builtin._report_network import contacts_part, map_part, network_day, partners_part
from jmdexport.builtin._report_persons import persons_part
from jmdexport.builtin._report_space import service_part, space_part
from jmdexport.builtin._report_words import Talk, table
from jmdexport.builtin._report_work import quality_part, scope_part, work_part
from jmdexport.builtin.network_map import MapOptions, map_plan
from jmdexport.documents.environment import render as render_template
from jmdexport.documents.forms import DOCUMENTS, document, document_artifact, reference_option
from jmdexport.drawing import DoesNotFit, Scene, draw_map, to_svg
from jmdexport.options import option
from jmdexport.records import Artifact, Exporter, ExportRequest, Medium
from jmdmodel.messages import Say
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import FRAMEWORK

TEMPLATE = "report.md.jinja"
"""Name of the template; a folder with a file of this name words single blocks anew."""


_PAGES = (("A4", "landscape"), ("A3", "landscape"), ("A3", "portrait"))
"""The pages that are tried for the map, in this order."""


@attrs.frozen(kw_only=True)
class ReportOptions:
    """The options of the report."""

    picture: bool = option(
        Say("Die Netzwerkkarte als Bild zeigen.", "Show the network map as a picture."), default=True
    )
    page: str = option(
        Say(
            "Größe der Seite der Netzwerkkarte; wenn sie nicht reicht, eine größere.",
            "Size of the page of the network map; a larger one when it has no room.",
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


@attrs.frozen(kw_only=True)
class _Picture:
    """The map of the year: name, picture, alternative text; or for how many partners no page has room."""

    name: str
    scene: Scene | None = None
    alt: str = ""
    too_many: int = 0


def report_data(request: ExportRequest[ReportOptions]) -> dict[str, Any]:
    """Give the plain data of the report: dicts, lists, texts and numbers, one entry a part (R-34).

    This is all that a template of the report can reach.
    """
    return _data(request, _picture(request))


def _data(request: ExportRequest[ReportOptions], picture: _Picture | None) -> dict[str, Any]:
    view, year, audience = request.view, request.year, request.audience
    talk = Talk(request.language)
    day = network_day(view, year, request.as_of)
    drawn = picture is not None and not picture.too_many
    chart = map_part(view, year, audience, talk, drawn=drawn)
    if picture is not None and drawn:
        chart |= {"picture": picture.name, "alt": picture.alt}
    elif picture is not None:
        chart["intro"].append(talk.counted(picture.too_many, texts.PARTNER, texts.MAP_TOO_LARGE))
    return {
        "report": _head(request, talk),
        "service": service_part(view, year, audience, talk),
        "space": space_part(view, talk),
        "persons": persons_part(request.counts, year, audience, talk),
        "network": {"heading": talk.label(texts.NETWORK_HEADING)},
        "map": chart,
        "partners": partners_part(view, year, day, talk),
        "contacts": contacts_part(view, year, talk),
        "networks": networks_part(view, day, audience, talk),
        "committees": committees_part(view, year, audience, talk),
        "work": work_part(view, year, talk, decimals=request.options.decimals),
        "quality": quality_part(
            view,
            request.findings,
            request.as_of,
            audience,
            talk,
            checked=request.checked,
            withheld=request.findings_withheld,
            waived=len(request.waived),
        ),
        "scope": scope_part(view, audience, talk),
    }


def _head(request: ExportRequest[ReportOptions], talk: Talk) -> dict[str, Any]:
    facts = [
        (texts.SERVICE, request.view.service.name),
        (texts.REPORT_YEAR, str(request.year)),
        (texts.AS_OF, talk.day(request.as_of)),
        (texts.EDITION, request.audience),
        (texts.BASIS, FRAMEWORK.title),
    ]
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


def _picture(request: ExportRequest[ReportOptions]) -> _Picture | None:
    """Draw the map of the year; nothing where the view has none or no picture is wanted.

    A page without room for all partners gives way to a larger one: landscape first, then portrait.
    """
    if not request.options.picture or request.view.maps.get(str(request.year)) is None:
        return None
    name, too_many = f"network-map-{request.year}.svg", 0
    for page, orientation in _PAGES[0 if request.options.page == "A4" else 1 :]:
        options = MapOptions(page=page, orientation=orientation)
        plan = map_plan(request.view, request.year, language=request.language, options=options)
        try:
            scene = draw_map(plan)
        except DoesNotFit as error:
            too_many = error.count
            continue
        return _Picture(name=name, scene=scene, alt=scene.description)
    return _Picture(name=name, too_many=too_many)


def render(request: ExportRequest[ReportOptions]) -> Iterator[Artifact]:
    """Yield the report; with Markdown the map comes as a file of its own beside it."""
    picture = _picture(request)
    text = render_template(
        TEMPLATE, _data(request, picture), language=request.language, folders=request.template_folders
    )
    scenes = {} if picture is None or picture.scene is None else {picture.name: picture.scene}
    made = document(
        text,
        suffix=request.medium.suffix,
        title=f"{_title(request, Talk(request.language))} · {request.view.service.name}",
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
