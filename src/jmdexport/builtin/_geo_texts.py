"""The texts of the map of the social space that tell about units, places and partners."""

from __future__ import annotations

from jmdmodel.messages import Say
from jmdmodel.phrases import Counted

TITLE = Say("Karte des Sozialraums {year}", "Map of the social space {year}")
DAY = Say("Stand {day}", "as of {day}")
SHOWN = Say("Gezeigt: {things}", "Shown: {things}")
OF_UNITS = Say("{n} von {all} Gebieten", "{n} of {all} units")
OF_PLACES = Say("{n} von {all} Orten", "{n} of {all} places")
OF_PARTNERS = Say("{n} von {all} Partnern", "{n} of {all} partners")
NO_OUTLINE = Say("Gebiete ohne eingetragenen Umriss ({n})", "Units without an outline ({n})")
NO_POSITION = Say("Ohne eingetragene Lage ({n})", "Without a position ({n})")
OUTSIDE = Say("Außerhalb des Bildes ({n})", "Outside the picture ({n})")
ELSEWHERE = Say(
    "Nicht gezeigt, weil nicht im Sozialraum ({n})", "Not shown, as not in the social space ({n})"
)
SOURCE = Say(
    "Quelle: Umrisse und Lagen aus der Arbeitsmappe, Stand {day}. Die Umrisse sind so wenig vereinfacht, dass"
    " man es im Druck nicht sieht; für rechtliche Zwecke sind sie nicht gedacht.",
    "Source: outlines and positions of the workspace as of {day}. The outlines are simplified too little to"
    " be seen in print; they are not meant for legal purposes.",
)
WITHOUT = Counted(
    none=Say("", ""),
    one=Say(
        "Ein Partner fehlt auf der Karte, weil für ihn keine Lage eingetragen ist.",
        "One partner is not on the map, as no position is entered for it.",
    ),
    many=Say(
        "{n} Partner fehlen auf der Karte, weil für sie keine Lage eingetragen ist.",
        "{n} partners are not on the map, as no position is entered for them.",
    ),
)
EMPTY = Say(
    "Noch ist nichts zu zeichnen: Es ist kein Umriss und keine Lage eingetragen. In der Arbeitsmappe steht"
    " der Umriss unter „outline“, beim Sozialraum und bei jedem Gebiet, und die Lage unter „position“, bei"
    " Orten und Partnern.",
    "There is nothing to draw yet: no outline and no position is entered. In the workspace the outline stands"
    ' under "outline", of the social space and of each unit, and the position under "position", of places and'
    " partners.",
)
SERVICE = Say("{service}", "{service}")
PARTNER = Say("Partner", "partner")
BADGE = Say("Ring: hier hat der Dienst eigene Angebote", "ring: the service has offers of its own here")
