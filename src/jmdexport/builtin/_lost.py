"""What PNG and PDF cannot show is said at the foot of the page; nothing is lost in silence."""

from __future__ import annotations

from collections.abc import Iterable

from jmdexport.drawing.png import lost
from jmdmodel.messages import Language, Say

_LOST = Say(
    "\ufffd steht für Schriftzeichen, die diese Bilddatei nicht zeigen kann; in der SVG-Datei steht alles"
    " vollständig.",
    "\ufffd stands for characters that this image file cannot show; the SVG file has everything in full.",
)


def with_note(source: str, texts: Iterable[str], language: Language) -> str:
    """Give the source line, with a sentence more where one of the texts has letters the fonts lack."""
    return f"{source} {_LOST.in_(language)}".strip() if any(map(lost, texts)) else source
