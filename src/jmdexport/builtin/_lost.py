"""What PNG and PDF cannot show is said at the foot of the page; nothing is lost in silence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jmdexport.drawing.plan import MapPlan
from jmdexport.drawing.printed import lost
from jmdmodel.messages import Language, Message, Say, in_list

_LOST = Say(
    "\ufffd steht für Schriftzeichen, die diese Bilddatei nicht zeigen kann; in der SVG-Datei steht alles"
    " vollständig.",
    "\ufffd stands for characters that this image file cannot show; the SVG file has everything in full.",
)
_NAMES = Say("Betroffene Partner (Kennung): {names}.", "Partners concerned (key): {names}.")
_NAMED = 8
_MORE = Say("{n} weitere", "{n} more")


def with_note(
    source: str, texts: Iterable[str], language: Language, *, partners: Mapping[str, str] | None = None
) -> str:
    """Give the source line, with a sentence more where one of the texts has letters the fonts lack.

    Args:
        texts: What the picture says.
        partners: The names of partners by identifier; those that suffer are told by theirs.
    """
    keys = sorted(key for key, name in (partners or {}).items() if lost(name))
    if not keys and not any(map(lost, texts)):
        return source
    said = [source, _LOST.in_(language)]
    if keys:
        named = keys[:_NAMED]
        if more := len(keys) - len(named):
            named.append(Message.of(_MORE, n=more).in_(language))
        said.append(Message.of(_NAMES, names=in_list(named, language)).in_(language))
    return " ".join(said).strip()


def map_source(plan: MapPlan) -> str:
    """Give the source line of a map for a form that is drawn with the shipped fonts."""
    texts = (plan.title, plan.centre, *plan.subtitle, *(group.label for group in plan.groups))
    names = {mark.id: mark.label for mark in plan.marks}
    return with_note(plan.source, texts, plan.language, partners=names)
