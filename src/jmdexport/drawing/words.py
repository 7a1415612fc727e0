"""The texts that belong to the drawing itself: legend, headings, alternative text."""

from __future__ import annotations

from jmdmodel.messages import Language, Say

LEGEND = Say("So liest man die Karte", "How to read the map")
NEARNESS_OF = Say("Nähe zur Mitte: {name}", "Nearness to the centre: {name}")
SIZE_OF = Say("Größe der Zeichen: {name}", "Size of the symbols: {name}")
NO_SIZE = Say(
    "Größe der Zeichen: bei allen gleich, ohne Bedeutung", "Size of the symbols: the same for all, no meaning"
)
FORM_OF = Say(
    "Form, Farbe, Schraffur: {name} (siehe Überschriften am Kreis)",
    "Shape, colour, hatch: {name} (see the headings round the circle)",
)
FORM_IN_INDEX = Say(
    "Form, Farbe, Schraffur: {name} (siehe Namen zu den Nummern)",
    "Shape, colour, hatch: {name} (see the names of the numbers)",
)
BROKERED = Say("in diesem Jahr vom JMD vermittelt", "brokered by the service this year")
WIDTH = Say("Breite: {name}", "Width: {name}")
KIND = Say("Strich: {name}", "Line: {name}")
NO_PARTNER = Say("kein Partner", "no partner")
ALL_OUTSIDE = Say("keiner im Kreis, siehe daneben", "none in the circle, see beside it")
OUTSIDE = Say("Außerhalb der Ringe", "Outside the rings")
INDEX = Say("Namen zu den Nummern", "Names of the numbers")

# Alternative text. Numbers up to twelve are words, as in running text.
_DE = "kein ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"
_EN = "no one two three four five six seven eight nine ten eleven twelve"
FIGURES = {"de": tuple(_DE.split()), "en": tuple(_EN.split())}


def named(say: Say, name: Say, language: Language) -> str:
    """Give a heading of the legend with what a sign stands for."""
    return say.in_(language).format(name=name.in_(language))
