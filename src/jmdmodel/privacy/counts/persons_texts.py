"""The words of the tables of persons that are made from a workspace, in German and English."""

from __future__ import annotations

from jmdmodel.messages import Say
from jmdmodel.phrases import Noun
from jmdmodel.vocabulary import FigureKind

FIGURES: dict[FigureKind, Noun] = {
    FigureKind.COUNSELLED: Noun(
        "f",
        Say("Person in Beratung", "young person in counselling"),
        Say("junge Menschen in Beratung", "young people in counselling"),
        "jungen Menschen in Beratung",
    ),
    FigureKind.CASE_MANAGED: Noun(
        "f",
        Say("Person im Case Management", "young person in case management"),
        Say("junge Menschen im Case Management", "young people in case management"),
        "jungen Menschen im Case Management",
    ),
    FigureKind.GROUP_PARTICIPANTS: Noun(
        "f",
        Say("an Gruppenangeboten teilnehmende Person", "participant in group offers"),
        Say("Teilnehmende an Gruppenangeboten", "participants in group offers"),
        "Teilnehmenden an Gruppenangeboten",
    ),
    FigureKind.RELATIVES: Noun(
        "f",
        Say("beratene angehörige Person", "relative counselled"),
        Say("beratene Angehörige", "relatives counselled"),
        "beratenen Angehörigen",
    ),
    FigureKind.VOLUNTEERS: Noun(
        "f",
        Say("ehrenamtlich tätige Person", "volunteer"),
        Say("Ehrenamtliche", "volunteers"),
        "Ehrenamtlichen",
    ),
    FigureKind.INTERNS: Noun(
        "f",
        Say("Person im Praktikum", "intern"),
        Say("Praktikantinnen und Praktikanten", "interns"),
    ),
}
"""What each kind of yearly figure counts; a kind that is not here does not count persons."""

PARTICIPANTS = Noun(
    "f",
    Say("teilnehmende Person", "participant"),
    Say("Teilnehmende", "participants"),
    "Teilnehmenden",
)
REACHED = Noun(
    "f",
    Say("erreichte Person", "person reached"),
    Say("erreichte Personen", "people reached"),
    "erreichten Personen",
)
INVOLVED = Noun(
    "f",
    Say("beteiligte Person", "young person involved"),
    Say("beteiligte junge Menschen", "young people involved"),
    "beteiligten jungen Menschen",
)
CASES = Noun("m", Say("Fall", "case"), Say("Fälle", "cases"), "Fällen")

GROUP_OFFERS = Say("Teilnehmende an Gruppenangeboten", "Participants in group offers")
EVENTS = Say("Teilnehmende an Veranstaltungen", "Participants in events")
MEASURES = Say("Mit Maßnahmen zur Öffnung erreichte Personen", "People reached by opening measures")
PARTICIPATIONS = Say("Beteiligung junger Menschen", "Participation of young people")
ACTIVITIES = Say("Bei Tätigkeiten erreichte Personen", "People reached by activities")
CASES_BY_AGE = Say("Fälle", "Cases")

BY_AGE = Say("{what} nach Alter", "{what} by age")
BY_PART = Say("{what} nach Teilmengen", "{what} by part")
OF_THESE = Say("{what}: {part}", "{what}: {part}")
SENTENCE_START = Say("{what}", "{what}")

AGE = Say("Alter", "age")
PART = Say("Teilmenge", "part")
NTH_PART = Say("Teilmenge {number}", "part {number}")
AREA = Say("Arbeitsbereich", "area of work")
CATEGORY = Say("Art der Begleitung", "category")
AGE_BAND = Say("Altersgruppe", "age band")
GROUP_OFFER = Say("Gruppenangebot", "group offer")
EVENT = Say("Veranstaltung", "event")
MEASURE = Say("Maßnahme", "measure")
PARTICIPATION = Say("Anlass", "occasion")

OTHERS = Say("übrige", "others")
UNKNOWN = Say("ohne Angabe", "not stated")
YEARS = Say("{first} bis {last} Jahre", "{first} to {last} years")
ONE_YEAR = Say("{first} Jahre", "{first} years")
UNDER = Say("bis {last} Jahre", "up to {last} years")
OVER = Say("ab {first} Jahren", "{first} years and over")
QUARTER = Say("{number}. Quartal", "quarter {number}")
ON_DAY = Say("{what} am {day}", "{what} on {day}")
