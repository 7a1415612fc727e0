"""The sentences on committee work, and on what became of what was brought in."""

from __future__ import annotations

from jmdmodel.messages import Say
from jmdmodel.phrases import Counted, Noun

SESSION = Noun("f", Say("Sitzung", "session"), Say("Sitzungen", "sessions"))
CONTRIBUTION = Noun("m", Say("Beitrag", "contribution"), Say("Beiträge", "contributions"), dative="Beiträgen")
KIND = Noun(
    "f", Say("Art von Beitrag", "kind of contribution"), Say("Arten von Beiträgen", "kinds of contribution")
)

SESSIONS_WITHHELD = Say(
    "Sitzungen von Gremien gehören nicht zu dieser Ansicht.",
    "Sessions of committees are not part of this view.",
)
SESSIONS = Counted(
    none=Say(
        "Für {year} ist keine Sitzung eines Gremiums eingetragen.",
        "No session of a committee is entered for {year}.",
    ),
    one=Say("Für {year} ist {n} eingetragen.", "{N} is entered for {year}."),
    many=Say("Für {year} sind {n} eingetragen.", "{N} are entered for {year}."),
)
ATTENDED = Counted(
    none=Say(
        "Eine Teilnahme des Dienstes ist nicht eingetragen.", "No attendance of the service is entered."
    ),
    one=Say("An {n} hat der Dienst teilgenommen.", "The service attended {n}."),
    many=Say("An {n} hat der Dienst teilgenommen.", "The service attended {n}."),
)
CONTRIBUTIONS = Counted(
    none=Say("Ein Beitrag ist noch nicht eingetragen.", "No contribution is entered yet."),
    one=Say("Der Dienst hat {n} eingebracht.", "The service brought in {n}."),
    many=Say("Der Dienst hat {n} eingebracht.", "The service brought in {n}."),
)
MISSING = Counted(
    none=Say(
        "Jede der neun Arten von Beiträgen ist eingetragen.",
        "Each of the nine kinds of contribution is entered.",
    ),
    one=Say("{N} ist nicht eingetragen: {names}.", "{N} is not entered: {names}."),
    many=Say("{N} sind nicht eingetragen: {names}.", "{N} are not entered: {names}."),
)

NO_LONGER_KNOWN = Say("dazu ist nichts mehr eingetragen", "nothing is entered on it any more")
NEED_MET = Counted(
    none=Say("noch kein Angebot", "no offer yet"),
    one=Say("{n}", "{n}"),
    many=Say("{n}", "{n}"),
)
OFFER = Noun("n", Say("Angebot", "offer"), Say("Angebote", "offers"), dative="Angeboten")
OFFER_THERE = Say("besteht", "exists")
OFFER_COMING = Say("beginnt am {day}", "begins on {day}")
OFFER_OVER = Say("endete am {day}", "ended on {day}")
GAP_OFFERS = Say("{status}, entstanden: {offers}", "{status}, what came of it: {offers}")
CONCEPT_OPEN = Say("Stand nicht eingetragen", "stage not entered")
APPEARED = Say("erschienen am {day}", "published on {day}")
TO_APPEAR = Say("erscheint am {day}", "to be published on {day}")
TOOK_PLACE = Say("fand statt am {day}", "took place on {day}")
TO_TAKE_PLACE = Say("findet statt am {day}", "takes place on {day}")

FOLLOWED = Counted(
    none=Say(
        "Zu keinem der Beiträge ist eingetragen, worauf er sich bezieht.",
        "For none of the contributions is it entered what it refers to.",
    ),
    one=Say("Bei {n} ist eingetragen, worauf er sich bezieht.", "For {n} it is entered what it refers to."),
    many=Say(
        "Bei {n} ist eingetragen, worauf sie sich beziehen.", "For {n} it is entered what they refer to."
    ),
)
