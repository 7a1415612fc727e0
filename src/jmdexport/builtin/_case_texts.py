"""The texts of the case map that tell about goals, steps and contributions."""

from __future__ import annotations

from jmdmodel.messages import Say

TITLE = Say("Fallkarte {name}", "Case map {name}")
DAY = Say("Stand {day}", "as of {day}")
FOR = Say(
    "Nur für die Fallverantwortung ({function}) und ihre Vertretung. Nicht weitergeben und nicht in Berichte"
    " übernehmen.",
    "Only for those responsible for the case ({function}) and their deputies. Not to be passed on, and not"
    " for reports.",
)
FOR_RESPONSIBLE = Say(
    "Nur für die Fallverantwortung und ihre Vertretung. Nicht weitergeben und nicht in Berichte übernehmen.",
    "Only for those responsible for the case and their deputies. Not to be passed on, and not for reports.",
)
SOURCE = Say(
    "Quelle: Integrationsförderplan unter Pseudonym, Einträge bis {day}. Notizen, Namen von Personen und"
    " Angaben zum jungen Menschen sind mit Absicht nicht gezeigt.",
    "Source: case plan under a pseudonym, entries up to {day}. Notes, names of persons and details of the"
    " young person are left out on purpose.",
)
RETAIN = Say(
    "Der Plan wird bis {day} aufbewahrt; spätestens dann ist auch dieses Blatt zu vernichten.",
    "The plan is kept until {day}; this sheet has to be destroyed by then at the latest.",
)
LATE = Say(
    "Die Frist zur Aufbewahrung ist am {day} abgelaufen; Plan und Blatt sind zu vernichten.",
    "The plan was to be kept until {day}; plan and sheet have to be destroyed.",
)
NO_RETENTION = Say(
    "Bis wann der Plan aufbewahrt wird, ist nicht eingetragen.",
    "Until when the plan is kept is not entered.",
)
DUE = Say("bis {day}", "by {day}")
DONE = Say("erledigt am {day}", "done on {day}")
OPEN = Say("offen, bis {day}", "open, by {day}")
NOT_DONE = Say("offen, ohne Termin", "open, no date")
OWN = Say("durch den jungen Menschen selbst", "by the young person")
WITHOUT = Say("noch niemand trägt dazu bei", "nobody contributes yet")
WITHOUT_REASON = Say("ohne Partner; der Grund steht im Plan", "without a partner; the plan says why")
GONE = Say("nicht mehr im Verzeichnis", "no longer in the register")
CONSENT = Say("Einwilligung {state}", "consent {state}")
CONSENT_ON = Say("Einwilligung {state} ({day})", "consent {state} ({day})")
NO_REASON = Say(
    "Einwilligung nicht erforderlich, aber ohne Begründung", "consent not needed, but no reason is given"
)
NOT_NAMED = Say(
    "Eine Fallkarte zeigt genau einen Fall. Sein Pseudonym gehört in die Einstellung „case“.",
    'A case map shows exactly one case. Its pseudonym belongs in the option "case".',
)
UNKNOWN = Say(
    "Einen Fall mit diesem Pseudonym gibt es nicht. Es ist genau so zu schreiben wie im Förderplan.",
    "There is no case of this pseudonym. It has to be spelt exactly as in the case plan.",
)
