"""The words of the report on intercultural opening: measures, barriers before and after."""

from __future__ import annotations

from jmdmodel.messages import Say
from jmdmodel.phrases import Counted, Noun

OPENING_HEADING = Say("Interkulturelle Öffnung", "Intercultural opening")
OPENING_HIDDEN = Say(
    "Maßnahmen zur Öffnung und Zugangsbarrieren sind nicht im Einzelnen Teil dieser Fassung.",
    "This edition does not list opening measures and access barriers one by one.",
)
OPENING_ENTER = Say(
    "Eingetragen werden Maßnahmen unter „measures“ mit Art, Tag, Partnern und Ergebnis.",
    'Measures are entered under "measures" with kind, day, partners and result.',
)
MEASURE = Noun("f", Say("Maßnahme", "measure"), Say("Maßnahmen", "measures"))
MEASURES_HEADING = Say("Maßnahmen", "Measures")
FAMILY = Say("Bereich", "Group")
MEASURE_COLUMN = Say("Maßnahme", "Measure")
KIND = Say("Art", "Kind")
DAY = Say("Tag", "Day")
UNTIL = Say("{day} bis {until}", "{day} to {until}")
PARTNERS = Say("Partner", "Partners")
STATE = Say("Stand", "State")
RESULT = Say("Ergebnis", "Result")
UNDATED = Counted(
    none=Say("", ""),
    one=Say("{n} ist ohne Tag eingetragen: {names}.", "{n} is entered without a day: {names}."),
    many=Say("{n} sind ohne Tag eingetragen: {names}.", "{n} are entered without a day: {names}."),
)
BARRIERS_HEADING = Say("Zugangsbarrieren vorher und nachher", "Access barriers before and after")
BARRIER = Noun("f", Say("bekannte Barriere", "known barrier"), Say("bekannte Barrieren", "known barriers"))
STOOD = Counted(
    none=Say("Am {day} bestand {n}.", "On {day} there were {n}."),
    one=Say("Am {day} bestand {n}.", "On {day} there was {n}."),
    many=Say("Am {day} bestanden {n}.", "On {day} there were {n}."),
)
STAND = Counted(
    none=Say("Am {day} besteht {n}.", "On {day} there are {n}."),
    one=Say("Am {day} besteht {n}.", "On {day} there is {n}."),
    many=Say("Am {day} bestehen {n}.", "On {day} there are {n}."),
)
BARRIERS_NONE = Say(
    "Zwischen dem {since} und dem {day} ist keine Zugangsbarriere eingetragen.",
    "Between {since} and {day} no access barrier is entered.",
)
BARRIERS_ENTER = Say(
    "Barrieren werden unter „barriers“ eingetragen, mit Art, Ort und Verlauf („statuses“).",
    'Barriers are entered under "barriers" with kind, place and course ("statuses").',
)
BARRIERS_LEFT_OUT = Say(
    "Zugangsbarrieren sind nicht Teil dieser Fassung.", "This edition does not include access barriers."
)
BY_SECTOR = Say(
    "Die Barrieren stehen nach Sektoren und nicht nach Partnern. Sektoren mit weniger als drei Partnern sind "
    "mit anderen zusammengefasst.",
    "The barriers are listed by sector and not by partner. Sectors with fewer than three partners are "
    "counted together with others.",
)
SECTOR = Say("Sektor", "Sector")
ELSEWHERE = Say(
    "Angebote, Orte und der Sozialraum insgesamt", "offers, places and the social space as a whole"
)
BEFORE = Say("vorher", "before")
AFTER = Say("nachher", "after")
NEW = Say("neu oder erneut", "new or back")
REMOVED = Say("abgebaut", "taken down")
ENDED = Say("anders beendet", "ended otherwise")
BARRIER_KIND = Say("Art der Barriere", "Kind of barrier")
PARTNER_COLUMN = Say("Partner", "Partner")
STAGE_BEFORE = Say("Stand vorher", "stage before")
STAGE_AFTER = Say("Stand nachher", "stage after")
BARRIERS_BEFORE = Say("Barrieren vorher", "barriers before")
BARRIERS_AFTER = Say("Barrieren nachher", "barriers after")
SINGLE_HEADING = Say("Die Barrieren im Einzelnen", "The barriers one by one")
BARRIER_COLUMN = Say("Barriere", "Barrier")
WHERE = Say("besteht bei", "exists at")
WHOLE_SPACE = Say("Sozialraum", "social space")
STATE_BEFORE = Say("Stand vorher", "state before")
STATE_AFTER = Say("Stand nachher", "state after")
STAGES_HEADING = Say("Partner und ihr Stand der Öffnung", "Partners and their stage of opening")
