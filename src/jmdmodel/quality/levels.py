"""Why a rule has its level, in words: the wording of the framework concept, law, or sound data."""

from __future__ import annotations

from jmdmodel.messages import Say
from jmdmodel.quality.model import Level, Rule

_PACKAGE = "jmdmodel."
_PROTECTION = "R-51"

_OF_THE_CONCEPT: dict[Level, Say] = {
    Level.MUST: Say(
        de="Das Rahmenkonzept verlangt es, damit die Qualität der Netzwerkarbeit gesichert ist.",
        en="The framework concept requires it, so that the quality of network work is secured.",
    ),
    Level.SHOULD: Say(
        de="Das Rahmenkonzept beschreibt es als Teil der Arbeit; über das Wie entscheidet der Dienst.",
        en="The framework concept describes it as part of the work; how it is done is up to the service.",
    ),
    Level.HINT: Say(
        de="Das Rahmenkonzept nennt es als Möglichkeit oder Beispiel, oder es folgt nur mittelbar daraus. "
        "Das Team entscheidet, ob es hier passt.",
        en="The framework concept names it as a possibility or an example, or it follows only indirectly. "
        "The team decides whether it fits here.",
    ),
}

_OF_THE_DATA: dict[Level, Say] = {
    Level.MUST: Say(
        de="Ohne es ist auf das Ergebnis kein Verlass.", en="Without it the result cannot be relied on."
    ),
    Level.SHOULD: Say(
        de="Bleibt es so, stimmen Karte, Zahlen oder die Prüfung selbst nicht.",
        en="If it stays like that, the map, the figures or the check itself are not right.",
    ),
    Level.HINT: Say(
        de="Es ist eine Anregung zur Pflege der Daten; ob etwas zu ändern ist, weiß das Team.",
        en="It is a suggestion for the care of the data; the team knows whether anything is to be changed.",
    ),
}

_OF_PROTECTION: dict[Level, Say] = {
    Level.MUST: Say(
        de="Das Recht schützt junge Menschen und die Angaben über sie.",
        en="The law protects young people and what is written about them.",
    ),
    Level.SHOULD: Say(
        de="Angaben über Menschen brauchen Schutz; ob hier wirklich eine Person gemeint ist, weiß das Team.",
        en="Details about people need protection; the team knows whether a person is really meant here.",
    ),
    Level.HINT: Say(
        de="Es kann dem Schutz von Menschen dienen; ob es nötig ist, weiß das Team.",
        en="It may help to protect people; the team knows whether it is needed.",
    ),
}

_OF_OTHERS = Say(
    de="So hat es festgelegt, wer die Regel geschrieben hat.", en="Whoever wrote the rule settled it so."
)


def reason_of_level(rule: Rule) -> Say:
    """Tell why a rule has its level: its own words, or what its requirements say (R-52). German: Stufe.

    Example:
        >>> from jmdmodel.quality.catalogue import catalogue
        >>> rule = next(rule for rule in catalogue() if rule.code == "D901")
        >>> reason_of_level(rule).en
        'It is a suggestion for the care of the data; the team knows whether anything is to be changed.'
    """
    if rule.level_because is not None:
        return rule.level_because
    if not rule.module.startswith(_PACKAGE):
        return _OF_OTHERS
    if _PROTECTION in rule.requirements:
        return _OF_PROTECTION[rule.level]
    return (_OF_THE_DATA if rule.family == "D" else _OF_THE_CONCEPT)[rule.level]
