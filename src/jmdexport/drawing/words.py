"""The texts that belong to the drawing itself: legend, headings, alternative text."""

from __future__ import annotations

from jmdmodel.messages import Say

LEGEND = Say("So liest man die Karte", "How to read the map")
NEARNESS = Say("Nähe zur Mitte: Intensität", "Nearness to the centre: intensity")
NEARNESS_NOTE = Say(
    "Wie nah ein Zeichen an der Mitte steht, sagt nur, wie häufig es Kontakt gibt. Wie gut die"
    " Zusammenarbeit ist, zeigt die Karte nicht.",
    "How near a symbol is to the centre says only how often there is contact. The map does not show how"
    " good the cooperation is.",
)
BANDS = (Say("selten", "seldom"), Say("gelegentlich", "now and then"), Say("häufig", "often"))
SIZE = Say("Größe der Zeichen: Wichtigkeit", "Size of the symbols: importance")
OPEN_SIZE = Say("nicht eingeschätzt", "not rated")
FORM = Say(
    "Form, Farbe, Schraffur: Gruppe (siehe Überschriften am Kreis)",
    "Shape, colour, hatch: group (see the headings round the circle)",
)
BROKERED = Say("in diesem Jahr vom JMD vermittelt", "brokered by the service this year")
NO_PARTNER = Say("kein Partner", "no partner")
ALL_OUTSIDE = Say("keiner im Kreis, siehe daneben", "none in the circle, see beside it")
OUTSIDE = Say("Außerhalb der Ringe", "Outside the rings")
INDEX = Say("Namen zu den Nummern", "Names of the numbers")

# Alternative text. Numbers up to twelve are words, as in running text.
_DE = "kein ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"
_EN = "no one two three four five six seven eight nine ten eleven twelve"
FIGURES = {"de": tuple(_DE.split()), "en": tuple(_EN.split())}
