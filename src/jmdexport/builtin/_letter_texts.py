"""The sentences of the letter to colleagues, in German and English (R-52)."""

from __future__ import annotations

from jmdmodel.messages import Say
from jmdmodel.phrases import Counted, Noun
from jmdmodel.quality.model import Level

TITLE = Say("Brief an das Team: was noch offen ist", "Letter to the team: what is still open")
DATE = Say("Stand: {day} · Fassung für: {audience}", "As of {day} · Edition for: {audience}")
GREETING = Say("Liebes Team,", "Dear team,")

# In German the sentence after the greeting goes on in small letters.
CHECKED = Say("zum {day} ist unsere Arbeitsmappe geprüft worden.", "Our workspace was checked as of {day}.")
ALL_WELL = Say(
    "zum {day} ist unsere Arbeitsmappe geprüft worden, und es ist nichts offen.",
    "Our workspace was checked as of {day}, and nothing is open.",
)
THANKS_ALL_WELL = Say(
    "Danke an alle, die so sorgfältig damit arbeiten!", "Thanks to all who keep it with such care!"
)
NOT_CHECKED = Say(
    "für diesen Brief ist unsere Arbeitsmappe nicht geprüft worden. Ob etwas offen ist, lässt sich deshalb "
    "nicht sagen.",
    "For this letter our workspace was not checked. So it cannot be said whether anything is open.",
)
OPEN = Counted(
    none=Say("In diesem Brief steht kein offener Punkt.", "This letter holds no open point."),
    one=Say("Ein Punkt ist noch offen.", "One point is still open."),
    many=Say("{number} Punkte sind noch offen.", "{number} points are still open."),
)
KINDS = Counted(
    none=Say("", ""),
    one=Say("Es handelt sich um {kinds}.", "It is {kinds}."),
    many=Say("Es handelt sich um {kinds}.", "They are {kinds}."),
)
WITHHELD = Counted(
    none=Say("", ""),
    one=Say(
        "Ein weiterer Punkt betrifft vertrauliche Angaben und steht deshalb nicht in diesem Brief.",
        "One more point is about confidential entries and is therefore not in this letter.",
    ),
    many=Say(
        "{number} weitere Punkte betreffen vertrauliche Angaben und stehen deshalb nicht in diesem Brief.",
        "{number} more points are about confidential entries and are therefore not in this letter.",
    ),
)
WITHHELD_ALL = Counted(
    none=Say("", ""),
    one=Say(
        "Ein Punkt betrifft vertrauliche Angaben und steht deshalb nicht in diesem Brief.",
        "One point is about confidential entries and is therefore not in this letter.",
    ),
    many=Say(
        "{number} Punkte betreffen vertrauliche Angaben und stehen deshalb nicht in diesem Brief.",
        "{number} points are about confidential entries and are therefore not in this letter.",
    ),
)
LEFT_OUT = Say(
    "Gefunden und in diesem Brief nicht enthalten: {kinds}.", "Found and not part of this letter: {kinds}."
)
HOW = Counted(
    none=Say("", ""),
    one=Say(
        "Unten steht, worum es geht, warum es wichtig ist und was zu tun ist.",
        "Below you find what it is about, why it matters and what to do.",
    ),
    many=Say(
        "Unten steht zu jedem Punkt, worum es geht, warum es wichtig ist und was zu tun ist.",
        "Below you find for each point what it is about, why it matters and what to do.",
    ),
)
ORDER = Say(
    "Geordnet ist der Brief danach, wen die Arbeitsmappe nennt: wer für die Sache verantwortlich ist, sonst "
    "wer sie zuletzt eingeschätzt hat, sonst welche Stelle das Netzwerk leitet.",
    "The letter is arranged by whom the workspace names: who is responsible for the matter, else who rated "
    "it last, else which body leads the network.",
)

KIND: dict[Level | None, Noun] = {
    Level.MUST: Noun("f", Say("Pflicht", "duty"), Say("Pflichten", "duties")),
    Level.SHOULD: Noun("f", Say("Aufgabe", "task"), Say("Aufgaben", "tasks")),
    Level.HINT: Noun("f", Say("Anregung", "suggestion"), Say("Anregungen", "suggestions")),
    None: Noun(
        "f",
        Say("Meldung einer eigenen Regel", "report of an own rule"),
        Say("Meldungen eigener Regeln", "reports of own rules"),
    ),
}
URGENCY = {
    Level.MUST: Counted(
        none=Say("", ""),
        one=Say(
            "Die Pflicht geht vor und ist so bald wie möglich zu erledigen.",
            "The duty comes first and is to be done as soon as possible.",
        ),
        many=Say(
            "Die Pflichten gehen vor und sind so bald wie möglich zu erledigen.",
            "The duties come first and are to be done as soon as possible.",
        ),
    ),
    Level.SHOULD: Counted(
        none=Say("", ""),
        one=Say(
            "Die Aufgabe soll erledigt werden; wann, entscheidet das Team.",
            "The task should be done; the team decides when.",
        ),
        many=Say(
            "Die Aufgaben sollen erledigt werden; wann, entscheidet das Team.",
            "The tasks should be done; the team decides when.",
        ),
    ),
    Level.HINT: Counted(
        none=Say("", ""),
        one=Say(
            "Ob die Anregung hier passt, entscheidet das Team.",
            "The team decides whether the suggestion fits here.",
        ),
        many=Say(
            "Ob die Anregungen hier passen, entscheidet das Team.",
            "The team decides whether the suggestions fit here.",
        ),
    ),
}

FUNCTION = Say("Für die Funktion {staff}", "For the staff role {staff}")
FUNCTIONS = Say("Für die Funktionen {staff}", "For the staff roles {staff}")
BODY = Say("Zu klären mit der Stelle {partners}", "To be settled with the body {partners}")
BODIES = Say("Zu klären mit den Stellen {partners}", "To be settled with the bodies {partners}")
BOTH = Say("{functions}, gemeinsam mit {partners}", "{functions}, together with {partners}")
SEVERAL = Say("Für mehrere gemeinsam", "For several together")
NOBODY = Say("Dafür ist niemand benannt", "No one is named for this")

HERE = Counted(
    none=Say("", ""),
    one=Say("Hier ist ein Punkt offen.", "One point is open here."),
    many=Say("Hier sind {number} Punkte offen.", "{number} points are open here."),
)
OF_A_BODY = Say(
    "Im Team nennt die Arbeitsmappe dafür keine Funktion. Am besten spricht jemand aus dem Team die Stelle "
    "darauf an.",
    "The workspace names no staff role for this. It is best if somebody of the team speaks to the "
    "body about it.",
)
OF_BODIES = Say(
    "Im Team nennt die Arbeitsmappe dafür keine Funktion. Am besten spricht jemand aus dem Team die Stellen "
    "darauf an.",
    "The workspace names no staff role for this. It is best if somebody of the team speaks to the "
    "bodies about it.",
)
OF_SEVERAL = Say(
    "Die Arbeitsmappe nennt dafür mehr als drei Funktionen oder Stellen. Im Team lässt sich verabreden, "
    "wer was übernimmt.",
    "The workspace names more than three staff roles or bodies for this. The team can agree who takes on "
    "what.",
)
OF_NOBODY = Say(
    "Die Arbeitsmappe nennt dafür keine Funktion und keine Stelle. Im Team lässt sich verabreden, wer sich "
    "darum kümmert.",
    "The workspace names no staff role and no body for this. The team can agree who takes care of it.",
)

REPEATED = Say("{title}; das kommt {times} vor:", "{title}; this occurs {times}:")
MORE = Say(
    "{number} weitere Punkte dieser Art stehen in der Liste der Befunde.",
    "{number} more points of this kind are in the list of findings.",
)
MEANT = Say("Gemeint ist der Eintrag {name} ({kind}).", "This is about the entry {name} ({kind}).")
OTHERS = Say("Dazu gehören auch: {names}.", "This is also about: {names}.")
FURTHER = Say("{number} weitere", "{number} others")
OWN_RULE = Say("Die eigene Regel {code} meldet etwas zu: {names}.", "The own rule {code} reports: {names}.")
OWN_REMEDY = Say(
    "Was zu tun ist, weiß, wer die Regel geschrieben hat.", "Whoever wrote the rule knows what to do."
)
WHY = Say("Warum das wichtig ist: {reason}", "Why it matters: {reason}")
WHAT_TO_DO = Say("Was zu tun ist: {remedy}", "What to do: {remedy}")

WAIVED_HEADING = Say("Mit Begründung ausgenommen", "Waived with a reason")
WAIVED = Counted(
    none=Say("", ""),
    one=Say(
        "Ein Punkt ist mit Begründung ausgenommen und oben nicht mitgezählt.",
        "One point is waived with a reason and is not counted above.",
    ),
    many=Say(
        "{number} Punkte sind mit Begründung ausgenommen und oben nicht mitgezählt.",
        "{number} points are waived with a reason and are not counted above.",
    ),
)
WAIVED_REASON = Say("Begründung: {reason}", "Reason: {reason}")
WAIVED_UNTIL = Say("Das gilt bis zum {day}.", "This holds until {day}.")

CLOSING_HEADING = Say("Zum Schluss", "To close")
QUESTIONS = Say(
    "Wer zu einem Punkt eine Frage hat oder ihn anders sieht, bringt das am besten in die nächste "
    "Teamsitzung mit. Soll etwas für eine Weile so bleiben, lässt sich das in der Arbeitsmappe als Ausnahme "
    "mit Begründung eintragen.",
    "Whoever has a question about a point, or sees it differently, best brings it to the next team meeting. "
    "If something is to stay as it is for a while, it can be entered in the workspace as a waiver with a "
    "reason.",
)
THANKS = Say("Danke für die Mithilfe!", "Thank you for your help!")
REGARDS = Say("Mit freundlichen Grüßen", "Kind regards")
