"""The words of the annex of the report: figures, what changed, and the index of partners."""

from __future__ import annotations

from jmdmodel.messages import Say
from jmdmodel.phrases import Counted, Noun

PARTNER = Noun("m", Say("Partner", "partner"), Say("Partner", "partners"), "Partnern")

ANNEX_HEADING = Say("Anhang", "Annex")
FIGURES_HEADING = Say("Kennzahlen des Netzes", "Figures of the network")
FIGURES_NOTE = Say(
    "Was jede Kennzahl bedeutet und wie sie berechnet wird, steht in der Dokumentation des Programms.",
    "What each figure means and how it is worked out stands in the documentation of the program.",
)
FIGURES_MISSING = Say(
    "Kennzahlen gibt es nur zu einer Netzwerkkarte; für {year} liegt keine vor.",
    "There are figures for a network map only; there is none for {year}.",
)
FIGURES_HIDDEN = Say(
    "Kennzahlen und Veränderungen der Netzwerkkarte sind nicht Teil dieser Fassung.",
    "Figures and changes of the network map are not part of this edition.",
)
FIGURE = Say("Kennzahl", "Figure")
VALUE = Say("Wert", "Value")
REMARK = Say("Anmerkung", "Remark")

CHANGES_HEADING = Say("Was sich am Netz geändert hat", "What changed in the network")
COMPARED = Say(
    "Verglichen sind die Netzwerkkarten von {earlier} (Stand {first}) und {later} (Stand {second}).",
    "The network maps of {earlier} (as of {first}) and {later} (as of {second}) are compared.",
)
NOT_YEAR_BEFORE = Say(
    "Für {before} liegt keine Netzwerkkarte vor; die letzte davor ist die von {earlier}.",
    "There is no network map for {before}; the last one before is that of {earlier}.",
)
CHANGES_MISSING = Say(
    "Was sich geändert hat, lässt sich nicht sagen, weil es vor {year} keine Netzwerkkarte gibt.",
    "What changed cannot be told, because there is no network map before {year}.",
)
CHANGES_WITHOUT_MAP = Say(
    "Was sich geändert hat, lässt sich ohne Netzwerkkarte für {year} nicht sagen.",
    "What changed cannot be told without a network map for {year}.",
)
PARTNER_COLUMN = Say("Partner", "Partner")
CHANGE = Say("Änderung", "Change")
OFTEN_BEFORE = Say("Intensität vorher", "Intensity before")
OFTEN_AFTER = Say("Intensität nachher", "Intensity after")
IMPORTANT_BEFORE = Say("Wichtigkeit vorher", "Importance before")
IMPORTANT_AFTER = Say("Wichtigkeit nachher", "Importance after")

INDEX_HEADING = Say("Verzeichnis der Partner", "Index of partners")
INDEX = Counted(
    none=Say("Zum {day} ist {n} erfasst.", "As of {day}, {n} are recorded."),
    one=Say("Zum {day} ist {n} erfasst.", "As of {day}, {n} is recorded."),
    many=Say("Zum {day} sind {n} erfasst.", "As of {day}, {n} are recorded."),
)
INDEX_ENTER = Say(
    "Partner werden unter „partners“ eingetragen, der Kontakt mit seiner Einschätzung unter „contacts“.",
    'Partners are entered under "partners", the contact with its rating under "contacts".',
)
KIND = Say("Art", "Kind")
SECTOR = Say("Sektor", "Sector")
CONTACT = Say("Kontakt", "Contact")
IMPORTANCE = Say("Wichtigkeit", "Importance")
