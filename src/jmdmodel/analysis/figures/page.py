"""The catalogue of figures as a page of text."""

from __future__ import annotations

from collections.abc import Iterator

from jmdmodel.analysis.figures.catalogue_texts import SYMBOLS, Figure
from jmdmodel.analysis.figures.values import Remark
from jmdmodel.messages import Language, Say

_TITLE = Say("Kennzahlen des Netzes", "Figures of the network")
_INTRO = Say(
    "Das Netz eines Jahres sind der Dienst, die Partner, mit denen am Stichtag der Karte Kontakt besteht, und"
    " die Verbindungen unter diesen. Es zählen Partner auf einem Ring, mit offener Intensität oder ohne"
    " Einschätzung; Partner ohne Kontakt, mit ruhendem oder nicht gewünschtem Kontakt oder mit unbekanntem"
    " Stand zählen nicht. Alle Werte sind genau gerechnet. Was sich nicht bestimmen lässt, fehlt und hat"
    " einen Grund; es ist nie 0.",
    "The network of a year is the service, the partners with whom there is contact on the day of the map, and"
    " the ties among these. Partners on a ring, with an open intensity or without a rating count; partners"
    " with no contact, or whose contact is dormant, not wanted or unknown do not. All values are exact. What"
    " is not defined is absent and has a reason; it is never 0.",
)
_KNOWN = Say(
    "Kennzahlen, die Verbindungen unter den Partnern brauchen, gelten nur soweit dem Dienst bekannt. Wurden"
    " für die Karte keine Verbindungen erhoben, werden sie zurückgehalten.",
    "Figures that need ties among the partners hold only as far as known to the service. Where no ties were"
    " surveyed for the map, they are withheld.",
)
_LETTERS = Say("Zeichen in den Formeln", "Letters in the formulas")
_LETTER, _STANDS_FOR = Say("Zeichen", "letter"), Say("steht für", "stands for")
_REASONS = Say("Anmerkungen und Gründe", "Remarks and reasons")
_CODE, _TEXT = Say("Code", "code"), Say("Text", "text")
_NEEDS = Say("Verbindungen unter den Partnern", "Ties among the partners")
_NEEDED = Say("müssen erhoben sein", "must have been surveyed")
_NOT_NEEDED = Say("werden nicht gebraucht", "are not needed")
_FORMULA = Say("Formel", "Formula")
_RANGE = Say("Wertebereich", "Range")
_COUNT = Say("ganze Zahl", "whole number")
_FEW = Say("Wenige Partner", "Few partners")
_PAPER = Say("Quelle", "Source")


def figures_markdown(language: Language) -> str:
    """Give the page of all figures in Markdown: meaning, formula, range, few partners, source (R-50)."""
    lines = [f"# {_TITLE.in_(language)}", "", _INTRO.in_(language), "", _KNOWN.in_(language), ""]
    for figure in Figure:
        lines += _about(figure, language)
    letters = [(f"`{letter}`", say.in_(language)) for letter, say in SYMBOLS]
    remarks = [(f"`{remark.code}`", remark.label.in_(language)) for remark in Remark]
    for title, head, rows in (
        (_LETTERS, (_LETTER, _STANDS_FOR), letters),
        (_REASONS, (_CODE, _TEXT), remarks),
    ):
        lines += [
            f"## {title.in_(language)}",
            "",
            _row([say.in_(language) for say in head]),
            _row(["---"] * 2),
        ]
        lines += [*map(_row, rows), ""]
    return "\n".join(lines).rstrip() + "\n"


def _about(figure: Figure, language: Language) -> Iterator[str]:
    about = figure.about
    other: Language = "en" if language == "de" else "de"
    span = f"`{about.span}`" + (f", {_COUNT.in_(language)}" if about.is_count else "")
    yield from [f"## {figure.label.in_(language)}", ""]
    yield from [f"`{figure.code}` · *{figure.label.in_(other)}*", ""]
    yield from [about.meaning.in_(language), "", f"*{about.meaning.in_(other)}*", ""]
    yield f"- **{_FORMULA.in_(language)}:** `{about.formula}`"
    yield f"- **{_RANGE.in_(language)}:** {span}"
    yield f"- **{_FEW.in_(language)}:** {about.few.in_(language)}"
    needed = _NEEDED if about.needs_ties else _NOT_NEEDED
    yield f"- **{_NEEDS.in_(language)}:** {needed.in_(language)}"
    yield f"- **{_PAPER.in_(language)}:** {about.paper}"
    yield from ["", about.note.in_(language), ""] if about.note else [""]


def _row(cells: list[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
