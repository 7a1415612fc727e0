"""What stands beside the map of the social space: names to numbers and letters, what has no place on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from jmdexport.drawing import geo_words as words
from jmdexport.drawing.geo_panel import Panel
from jmdexport.drawing.geo_plan import GeoPlan, Spot
from jmdexport.drawing.keys import numbered
from jmdexport.drawing.layout_flow import Row, gap, paragraph
from jmdexport.drawing.palette import QUIET


def _unlabelled(plan: GeoPlan, main: Panel, more: Panel | None) -> list[str]:
    there = main.named() | main.lettered()
    there |= more.named() | more.lettered() if more else frozenset()
    return sorted(area.label for area in plan.areas if area.id not in there)


def numbers_of(main: Panel, more: Panel | None) -> dict[str, int]:
    """Give the numbers of the things without a name on the map, in the order of names."""
    spots: list[Spot] = [*main.unnamed(), *(more.unnamed() if more else ())]
    ordered = sorted(spots, key=lambda spot: (spot.label.casefold(), spot.id))
    return {spot.id: number for number, spot in enumerate(ordered, start=1)}


def letters_of(main: Panel, more: Panel | None) -> dict[str, str]:
    """Give the letters of the units without a name on the map, in the order of names."""
    there = main.lettered() | (more.lettered() if more else frozenset())
    areas = sorted(
        (area for area in main.areas if area.id in there), key=lambda one: (one.label.casefold(), one.id)
    )
    return {area.id: words.letter(number) for number, area in enumerate(areas)}


def rows_beside(plan: GeoPlan, main: Panel, more: Panel | None, *, size: float, width: float) -> list[Row]:
    """Give what stands beside the map: names to numbers and letters, then what has no place on it."""
    language = plan.language
    rows: list[Row] = []

    def heading(text: str) -> None:
        if rows:
            rows.append(gap(size * 0.25))
        rows.append(paragraph(text, width=width, size=size, bold=True, below=0.4, with_next=True))

    numbers = numbers_of(main, more)
    if numbers:
        heading(words.NUMBERS.in_(language))
        labels = _clear_labels(plan, numbers)
        rows += [numbered(number, labels[name], width=width, size=size) for name, number in numbers.items()]
    letters = letters_of(main, more)
    if letters:
        heading(words.LETTERS.in_(language))
        names = {area.id: area.label for area in plan.areas}
        rows += [
            paragraph(f"{sign} {names[one]}", width=width, size=size, below=0.1)
            for one, sign in letters.items()
        ]
    unlabelled = _unlabelled(plan, main, more)
    if unlabelled:
        heading(words.UNLABELLED.in_(language))
        rows.append(paragraph("; ".join(unlabelled), width=width, size=size))
    if plan.notes:
        if rows:
            rows.append(gap(size * 0.25))
        rows += notes(plan, width, size)
    return rows


def _clear_labels(plan: GeoPlan, numbers: Mapping[str, int]) -> dict[str, str]:
    """Give the names to the numbers; where two have the same name, what they are as well."""
    names = Counter(spot.label for spot in plan.spots if spot.id in numbers)
    return {
        spot.id: f"{spot.label} ({spot.said})" if names[spot.label] > 1 and spot.said else spot.label
        for spot in plan.spots
    }


def notes(plan: GeoPlan, width: float, size: float) -> list[Row]:
    """Give what is told in words, each with its heading."""
    rows: list[Row] = []
    for head, text in plan.notes:
        rows.append(paragraph(head, width=width, size=size, bold=True, below=0.3, with_next=True))
        rows.append(paragraph(text, width=width, size=size, colour=QUIET, below=size * 0.2))
    return rows
