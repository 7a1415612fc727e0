"""The file itself: template, style, script and policy put together."""

from __future__ import annotations

import base64
import contextlib
import hashlib
from importlib import resources
from typing import Any

import jinja2
from markupsafe import Markup

from jmdexport.documents.escaping import shown
from jmdexport.drawing import PAGES, DoesNotFit, MapPlan, Scene, draw_map
from jmdexport.drawing.letters import clean
from jmdexport.drawing.measure import web_style
from jmdexport.drawing.steady_maps import draw_years
from jmdexport.page.dark import dark_rules
from jmdexport.page.figure import figure
from jmdexport.page.plan import MapPage
from jmdexport.page.rows import as_script, page_data, partner_rows, tie_rows, words_of
from jmdexport.page.texts import ONE_YEAR, YEARS

POLICY = (
    "default-src 'none'; script-src {script}; style-src {style}; img-src data:; font-src data:;"
    " base-uri 'none'; form-action 'none'"
)
"""What the page may do: run its own script, use its own style, show what stands in itself."""


def map_page(page: MapPage) -> str:
    """Give the network map of one or more years as the text of one HTML file (R-32 … R-34).

    Without JavaScript the file shows the map and the table of the year that it opens with. German:
    Netzwerkkarte als Seite.

    Raises:
        DoesNotFit: The map of a year does not fit on its page.
    """
    asked, language = page.asked, page.asked.language
    first, last = page.plans[0].year, page.plans[-1].year
    words = words_of(page)
    style, script = _style(), _own("page.js")
    years = []
    for plan, scene in zip(page.plans, _scenes(page.plans), strict=True):
        prefix = f"y{plan.year}-"
        years.append(
            {
                "year": plan.year,
                "is_asked": plan.year == page.year,
                "words_id": f"{prefix}in-words",
                "picture": figure(
                    scene, prefix=prefix, described_by=f"{prefix}in-words", slim=plan.year != page.year
                ),
                "in_words": scene.description,
            }
        )
    data: dict[str, Any] = {
        "language": language,
        "policy": POLICY.format(script=digest(script), style=digest(style)),
        "style": Markup(style),  # noqa: S704 - our own file; a test holds that it cannot close its element
        "script": Markup(script),  # noqa: S704 - the same
        "data": as_script(page_data(page)),
        "words": words,
        "title": page.title
        or (YEARS if first < last else ONE_YEAR).in_(language).format(first=first, last=last),
        "service": page.service,
        "paper": next(
            (f"{name}-{way}".lower() for (name, way), size in PAGES.items() if size == asked.page), ""
        ),
        "years": years,
        "year": asked.year,
        "groups": page.groups,
        "kinds": page.kinds,
        "has_sizes": bool(asked.words.sizes),
        "rings": list(enumerate(asked.words.rings, start=1))[::-1],
        "strips": [strip for strip in asked.strips if any(_stands(page, strip[0]))],
        "committees": [name for _, name in page.committees],
        "partners": partner_rows(page),
        "ties": tie_rows(page),
        "has_ties": any(plan.links for plan in page.plans),
        "source": asked.source,
    }
    return _environment().from_string(_own("page.html.jinja")).render(data)


def _scenes(plans: tuple[MapPlan, ...]) -> tuple[Scene, ...]:
    """Draw the maps: those of several years alike, so that from year to year only what changed moves.

    One page has less room for the partners of all years than for those of one. Where they do not fit
    together, each map is laid out by itself.
    """
    if len(plans) > 1 and len({plan.groups for plan in plans}) == 1:
        with contextlib.suppress(DoesNotFit):
            return draw_years(plans)
    return tuple(draw_map(plan) for plan in plans)


def _stands(page: MapPage, strip: str) -> list[bool]:
    return [mark.strip == strip for plan in page.plans for mark in plan.marks]


def digest(text: str) -> str:
    """Give the digest by which a content security policy knows a script or a style."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _style() -> str:
    return "\n".join((web_style(), _own("page.css"), dark_rules()))


def _own(name: str) -> str:
    return (resources.files("jmdexport") / "page" / name).read_text(encoding="utf-8").strip()


def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _printed(value: Any) -> Any:
    return value if isinstance(value, Markup | jinja2.Undefined) else clean(shown(str(value)))
