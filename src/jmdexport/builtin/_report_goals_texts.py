"""The words of the report on goals, tasks, agreements, reviews and resources of the cooperation."""

from __future__ import annotations

from jmdmodel.messages import Say
from jmdmodel.phrases import Counted, Noun

GOAL = Noun("n", Say("Ziel", "goal"), Say("Ziele", "goals"), "Zielen")
COMMON_GOAL = Noun(
    "n",
    Say("gemeinsames Ziel", "common goal"),
    Say("gemeinsame Ziele", "common goals"),
    "gemeinsamen Zielen",
)
AGREEMENT = Noun("f", Say("Absprache", "agreement"), Say("Absprachen", "agreements"))

# Goals and what became of them.

GOALS_HEADING = Say("Ziele und was aus ihnen wurde", "Goals and what became of them")
GOALS_HIDDEN = Say(
    "Die Ziele der Netzwerke und ihr Stand sind nicht im Einzelnen Teil dieser Fassung.",
    "This edition does not list the goals of networks and how far they are one by one.",
)
GOALS = Counted(
    none=Say(
        "Zum {day} ist kein laufendes oder in diesem Jahr abgeschlossenes Ziel eines Netzwerks eingetragen.",
        "As of {day}, no goal of a network is entered that is open or was finished this year.",
    ),
    one=Say(
        "Ein Ziel eines Netzwerks lief {year} oder wurde in diesem Jahr abgeschlossen.",
        "One goal of a network was pursued or finished in {year}.",
    ),
    many=Say(
        "{n} von Netzwerken liefen {year} oder wurden in diesem Jahr abgeschlossen.",
        "{n} of networks were pursued or finished in {year}.",
    ),
)
GOALS_ENTER = Say(
    "Eingetragen werden Ziele beim Netzwerk unter „goals“, ihr Stand dort unter „progress“.",
    'Goals are entered with the network under "goals", how far they are under "progress" there.',
)
GOALS_BY_STATUS = Say("Stand am {day}: {names}.", "As of {day}: {names}.")
GOALS_OVERDUE = Counted(
    none=Say("", ""),
    one=Say(
        "Bei {n} ist das vereinbarte Datum vorbei, ohne dass es erreicht oder aufgegeben ist.",
        "For {n} the agreed date has passed, and it is neither reached nor dropped.",
    ),
    many=Say(
        "Bei {n} ist das vereinbarte Datum vorbei, ohne dass sie erreicht oder aufgegeben sind.",
        "For {n} the agreed date has passed, and they are neither reached nor dropped.",
    ),
)
ONE = Say("eins", "one")
GOAL_COLUMN = Say("Ziel", "Goal")
INDICATOR = Say("woran es zu erkennen ist", "sign of success")
NETWORK_COLUMN = Say("Netzwerk", "Network")
RESPONSIBLE = Say("verantwortlich", "responsible")
DUE = Say("bis", "due")
STATUS = Say("Stand", "Status")
STATUS_SINCE = Say("{now} (Ende {year}: {before})", "{now} (end of {year}: {before})")

# What a network rests on.

NETWORK_GOALS = Counted(
    none=Say("Gemeinsame Ziele sind nicht eingetragen.", "No common goals are entered."),
    one=Say("Die Mitglieder verfolgen {n}: {names}.", "The members pursue {n}: {names}."),
    many=Say("Die Mitglieder verfolgen {n}: {names}.", "The members pursue {n}: {names}."),
)
STEPS = Say(
    "Im Vergleich mit der Einschätzung vom {day}: {changes}.",
    "Compared with the assessment of {day}: {changes}.",
)
STEP = Say("{attribute} ({step})", "{attribute} ({step})")
STEPS_SAME = Say(
    "Seit der Einschätzung vom {day} hat sich an den Merkmalen nichts geändert.",
    "Since the assessment of {day} the attributes have not changed.",
)
TOPICS_ADDED = Say("Themen (neu: {topics})", "topics (new: {topics})")
TOPICS_DROPPED = Say("Themen (entfallen: {topics})", "topics (dropped: {topics})")
TASK = Say("Aufgabe", "Task")
DEPUTY = Say("Vertretung", "Deputy")
TASKS_MISSING = Say(
    "Wer wofür verantwortlich ist, ist nicht eingetragen.", "It is not entered who answers for what."
)
AGREEMENT_COLUMN = Say("Absprache", "Agreement")
BINDINGNESS = Say("Verbindlichkeit", "How binding")
NOT_SETTLED = Say("nicht geklärt", "not settled")
PARTIES = Say("Beteiligte", "Parties")
VALID_UNTIL = Say("gilt bis", "valid until")
AGREED_ON = Say("vereinbart am", "agreed on")
AGREEMENTS_MISSING = Say("Absprachen sind nicht eingetragen.", "No agreements are entered.")
AGREEMENTS_LAPSED = Counted(
    none=Say("", ""),
    one=Say("{n} ist abgelaufen.", "{n} has lapsed."),
    many=Say("{n} sind abgelaufen.", "{n} have lapsed."),
)
REVIEWED = Say(
    "Aufwand und Ergebnisse wurden zuletzt am {day} überprüft.",
    "Effort and results were last reviewed on {day}.",
)
NEXT_REVIEW = Say(
    "Die nächste Überprüfung ist für den {day} vorgesehen.", "The next review is planned for {day}."
)
NEVER_REVIEWED = Say(
    "Eine Überprüfung von Aufwand und Ergebnissen ist nicht eingetragen.",
    "No review of effort and results is entered.",
)

# Agreements with single partners, resources.

BILATERAL_HEADING = Say("Absprachen mit einzelnen Partnern", "Agreements with single partners")
BILATERAL = Counted(
    none=Say(
        "Am {day} ist keine geltende Absprache mit einem einzelnen Partner eingetragen.",
        "No agreement with a single partner is entered that is in force on {day}.",
    ),
    one=Say(
        "Am {day} gilt {n} mit einem einzelnen Partner:", "{n} with a single partner is in force on {day}:"
    ),
    many=Say(
        "Am {day} gelten {n} mit einzelnen Partnern:", "{n} with single partners are in force on {day}:"
    ),
)
PARTNER_COLUMN = Say("Partner", "Partner")
RESOURCES_HEADING = Say("Was Netzwerke und Partner eröffnen", "What networks and partners open up")
RESOURCES = Counted(
    none=Say(
        "Ressourcen von Netzwerken oder Partnern sind nicht eingetragen.",
        "No resources of networks or partners are entered.",
    ),
    one=Say("Eingetragen ist {n}:", "{n} is entered:"),
    many=Say("Eingetragen sind {n}:", "{n} are entered:"),
)
RESOURCE = Noun("f", Say("Ressource", "resource"), Say("Ressourcen", "resources"))
RESOURCE_COLUMN = Say("Ressource", "Resource")
OF = Say("von", "of")
PURPOSE = Say("Zweck", "Purpose")
TOPICS = Say("Themen", "Topics")
