"""What the report leaves out, so that nothing is missed in silence (R-34, R-51)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jmdexport.builtin import _report_texts as texts
from jmdexport.builtin._report_edition import Edition
from jmdexport.builtin._report_texts import SCOPE_PARTS
from jmdmodel.fields import info_of
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import ReportSection
from jmdmodel.workspace import ENTITY_OF


def scope_part(edition: Edition, parts: Mapping[str, Any]) -> dict[str, Any]:
    """Give the parts of which nothing is entered, what the view withholds, and for the team its own texts."""
    talk, year = edition.talk, str(edition.year)
    missing = [talk.label(label) for name, label in SCOPE_PARTS.items() if parts[name]]
    # What is not part of an edition at all is told where it would stand: "everything" is no word for it.
    shown = missing or edition.audience >= Audience.REPORT
    return {
        "heading": talk.label(texts.SCOPE_HEADING),
        "missing": [talk.say(texts.SCOPE_MISSING.of(len(missing)), year=year, names="; ".join(missing))]
        if shown
        else [],
        "intro": [*_withheld(edition), *(_own_texts(edition) if edition.is_team else [])],
    }


def _withheld(edition: Edition) -> list[str]:
    talk, view = edition.talk, edition.view.view
    things = []
    for left in view.withheld if view is not None else ():
        info = info_of(ENTITY_OF[left.collection])
        label = talk.label(info.label if left.count == 1 else info.plural)
        things.append(f"{talk.number(left.count)} {label}")
    if not things:
        return []
    audience = talk.label(edition.audience)
    return [talk.say(texts.SCOPE_WITHHELD, audience=audience, things=talk.listed(things))]


def _own_texts(edition: Edition) -> list[str]:
    """Tell the team which sections have no text of its own, and which none for the public."""
    talk, year, report = edition.talk, str(edition.year), edition.report
    written = (
        {one.section: one for one in report.texts if one.text or one.public_text}
        if report is not None
        else {}
    )
    none = [section for section in ReportSection if section not in written]
    closed = [section for section, one in written.items() if not one.public_text]
    said = []
    if none:
        say = texts.OWN_MISSING if written else texts.OWN_NONE
        said.append(talk.say(say, year=year, names=talk.listed(talk.label(one) for one in none)))
    if closed:
        names = talk.listed(talk.label(one) for one in sorted(closed, key=lambda one: one.step))
        said.append(talk.say(texts.OWN_NOT_PUBLIC, names=names))
    return said
