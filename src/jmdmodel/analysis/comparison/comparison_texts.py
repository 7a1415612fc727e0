"""The sentences of a comparison, in German and English, without the full stop.

``{n}`` stands for the number with its noun, in the case that the sentence needs; a sentence that begins
with it is given a capital. Frequency is told as frequency and never as quality; what carries less
weight at present is never called unimportant, because partners may read it.
"""

from __future__ import annotations

from typing import Literal

import attrs

from jmdmodel.analysis.comparison.changes import Change
from jmdmodel.messages import Say
from jmdmodel.phrases import Counted, Noun

PARTNER = Noun("m", Say("Partner", "partner"), Say("Partner", "partners"), dative="Partnern")
TIE = Noun("f", Say("Verbindung", "tie"), Say("Verbindungen", "ties"))


@attrs.frozen
class Forms:
    """A sentence for one and for two and more; nobody tells it of none.

    Attributes:
        one: For one.
        many: For two and more.
        case: The German case of the number with its noun.
    """

    one: Say
    many: Say
    case: Literal["nom", "acc", "dat"] = "nom"

    def of(self, number: int) -> Say:
        """Give the form for a number."""
        return self.one if number == 1 else self.many


def _alike(say: Say, case: Literal["nom", "acc", "dat"]) -> Forms:
    return Forms(say, say, case)


NOBODY = Say(
    de="In keinem der beiden Jahre steht ein Partner auf der Karte.",
    en="There is no partner on the map in either year.",
)
NOT_SURVEYED = Say(
    de="Ob sich die Verbindungen zwischen den Partnern geändert haben, lässt sich nicht sagen, "
    "weil sie {years} nicht erhoben wurden.",
    en="Whether the ties between partners changed cannot be said, as they were not surveyed in {years}.",
)

ITSELF = Say(
    de="Die Karte von {earlier} ist mit sich selbst verglichen; geändert hat sich nichts",
    en="The map of {earlier} is compared with itself; nothing has changed",
)
EMPTY = Say(
    de="Weder {earlier} noch {later} steht ein Partner auf der Netzwerkkarte",
    en="There is no partner on the network map in {earlier} or in {later}",
)
NOTHING = Say(
    de="Von {earlier} auf {later} hat sich auf der Netzwerkkarte nichts geändert",
    en="From {earlier} to {later} nothing changed on the network map",
)

NEITHER = Say(
    de="Von {earlier} auf {later} ist kein Partner hinzugekommen und keiner weggefallen",
    en="From {earlier} to {later} no partner joined the network and none left it",
)
JOINED = Counted(
    none=Say(
        de="Von {earlier} auf {later} ist {n} hinzugekommen",
        en="From {earlier} to {later} {n} joined the network",
    ),
    one=Say(
        de="Von {earlier} auf {later} ist {n} hinzugekommen: {names}",
        en="From {earlier} to {later} {n} joined the network: {names}",
    ),
    many=Say(
        de="Von {earlier} auf {later} sind {n} hinzugekommen: {names}",
        en="From {earlier} to {later} {n} joined the network: {names}",
    ),
)
NONE_LEFT = Say(de="Weggefallen ist kein Partner", en="No partner left it")
JOINED_BESIDE = Forms(
    Say(
        "Neben den Ringen ist {n} neu vermerkt: {names}",
        "{n} is newly noted beside the rings: {names}",
    ),
    Say(
        "Neben den Ringen sind {n} neu vermerkt: {names}",
        "{n} are newly noted beside the rings: {names}",
    ),
)
GONE = Forms(
    Say("{n} besteht nicht mehr: {names}", "{n} no longer exists: {names}"),
    Say("{n} bestehen nicht mehr: {names}", "{n} no longer exist: {names}"),
)
ENDED = _alike(Say("Mit {n} ist der Kontakt beendet: {names}", "Contact with {n} has ended: {names}"), "dat")
LEFT_BESIDE = Forms(
    Say(
        "Neben den Ringen ist {n} nicht mehr vermerkt: {names}",
        "{n} is no longer noted beside the rings: {names}",
    ),
    Say(
        "Neben den Ringen sind {n} nicht mehr vermerkt: {names}",
        "{n} are no longer noted beside the rings: {names}",
    ),
)
NOW_FOLLOWED = Say(
    "{name} (Nachfolge: {others}, nicht auf der Karte)",
    "{name} (followed by {others}, not on the map)",
)
FOLLOWED_UP = Say(
    "{name} (vorher: {others}, nicht auf der Karte)",
    "{name} (formerly {others}, not on the map)",
)

RENAMED = Forms(
    Say(
        "{n} hat eine Nachfolge oder einen neuen Namen: {names}",
        "{n} has a successor or a new name: {names}",
    ),
    Say(
        "{n} haben eine Nachfolge oder einen neuen Namen: {names}",
        "{n} have a successor or a new name: {names}",
    ),
)
NOW_NAMED = Say("{name} (jetzt {others})", "{name} (now {others})")
MERGED = Say("Zusammengelegt wurden {old} (jetzt {new})", "{old} were merged (now {new})")
SPLIT = Say("Aufgeteilt wurde {old} (jetzt {new})", "{old} was split (now {new})")
REGROUPED = Say("Neu geordnet wurden {old} (jetzt {new})", "{old} were regrouped (now {new})")

STATES: dict[Change, Forms] = {
    Change.CONTACT_MADE: _alike(
        Say("Mit {n} ist Kontakt zustande gekommen: {names}", "Contact has been made with {n}: {names}"),
        "dat",
    ),
    Change.CONTACT_RESUMED: _alike(
        Say("Mit {n} besteht wieder Kontakt: {names}", "Contact has been resumed with {n}: {names}"), "dat"
    ),
    Change.CONTACT_DORMANT: _alike(
        Say("Mit {n} ruht der Kontakt jetzt: {names}", "Contact with {n} is now dormant: {names}"), "dat"
    ),
    Change.CONTACT_REFUSED: _alike(
        Say(
            "Mit {n} ist derzeit kein Kontakt gewünscht: {names}",
            "Contact with {n} is not wanted at present: {names}",
        ),
        "dat",
    ),
    Change.STATE_CHANGED: _alike(
        Say(
            "Bei {n} hat sich der Stand des Kontakts geändert: {names}",
            "The state of contact has changed for {n}: {names}",
        ),
        "dat",
    ),
}

CLOSER = _alike(
    Say(
        "Mit {n} war der Kontakt häufiger als {earlier}: {names}",
        "Contact with {n} was more frequent than in {earlier}: {names}",
    ),
    "dat",
)
LOOSER = _alike(
    Say(
        "Mit {n} war der Kontakt seltener als {earlier}: {names}",
        "Contact with {n} was less frequent than in {earlier}: {names}",
    ),
    "dat",
)
MORE_IMPORTANT = Forms(
    Say(
        "Für die Ziele des Dienstes ist {n} wichtiger geworden: {names}",
        "{n} became more important for the goals of the service: {names}",
    ),
    Say(
        "Für die Ziele des Dienstes sind {n} wichtiger geworden: {names}",
        "{n} became more important for the goals of the service: {names}",
    ),
)
LESS_IMPORTANT = Forms(
    Say(
        "Für die Ziele des Dienstes hat {n} derzeit weniger Gewicht als {earlier}: {names}",
        "{n} carries less weight for the goals of the service at present than in {earlier}: {names}",
    ),
    Say(
        "Für die Ziele des Dienstes haben {n} derzeit weniger Gewicht als {earlier}: {names}",
        "{n} carry less weight for the goals of the service at present than in {earlier}: {names}",
    ),
)
IN_BRACKETS = Say("{names} ({label})", "{names} ({label})")
UNCLEAR_INTENSITY = Say(
    "Ob der Kontakt häufiger oder seltener wurde, lässt sich nicht sagen: vorher {before}, jetzt {after}",
    "Whether contact became more or less frequent cannot be said: formerly {before}, now {after}",
)
UNCLEAR_IMPORTANCE = Say(
    "Ob die Wichtigkeit für die Ziele des Dienstes zu- oder abnahm, lässt sich nicht sagen: "
    "vorher {before}, jetzt {after}",
    "Whether importance for the goals of the service rose or fell cannot be said: formerly {before}, "
    "now {after}",
)
UNRATED = Say("nicht eingeschätzt", "not rated")

NEWLY_RATED = _alike(
    Say(
        "Anders als {earlier} gibt es jetzt für {n} eine Einschätzung: {names}",
        "Unlike in {earlier}, there is now a rating for {n}: {names}",
    ),
    "acc",
)
NO_LONGER_RATED = _alike(
    Say(
        "Anders als {earlier} gibt es für {n} keine Einschätzung: {names}",
        "Unlike in {earlier}, there is no rating for {n}: {names}",
    ),
    "acc",
)
INTENSITY_NEWLY_RATED = _alike(
    Say(
        "Anders als {earlier} ist bei {n} jetzt eingeschätzt, wie oft Kontakt besteht: {names}",
        "Unlike in {earlier}, it is now rated for {n} how often there is contact: {names}",
    ),
    "dat",
)
INTENSITY_NO_LONGER_RATED = _alike(
    Say(
        "Anders als {earlier} ist bei {n} nicht eingeschätzt, wie oft Kontakt besteht: {names}",
        "Unlike in {earlier}, it is not rated for {n} how often there is contact: {names}",
    ),
    "dat",
)
IMPORTANCE_NEWLY_RATED = _alike(
    Say(
        "Anders als {earlier} ist bei {n} jetzt die Wichtigkeit für die Ziele des Dienstes "
        "eingeschätzt: {names}",
        "Unlike in {earlier}, importance for the goals of the service is now rated for {n}: {names}",
    ),
    "dat",
)
IMPORTANCE_NO_LONGER_RATED = _alike(
    Say(
        "Anders als {earlier} ist bei {n} die Wichtigkeit für die Ziele des Dienstes "
        "nicht eingeschätzt: {names}",
        "Unlike in {earlier}, importance for the goals of the service is not rated for {n}: {names}",
    ),
    "dat",
)
CONFIRMED = _alike(
    Say(
        "Bei {n} wurde die Einschätzung unverändert bestätigt",
        "For {n} the rating was confirmed unchanged",
    ),
    "dat",
)

NEW_TIES = Forms(
    Say(
        "Soweit dem Dienst bekannt, ist {n} zwischen Partnern neu: {names}",
        "As far as the service knows, {n} between partners is new: {names}",
    ),
    Say(
        "Soweit dem Dienst bekannt, sind {n} zwischen Partnern neu: {names}",
        "As far as the service knows, {n} between partners are new: {names}",
    ),
)
LOST_TIES = Forms(
    Say(
        "Soweit dem Dienst bekannt, besteht {n} zwischen Partnern nicht mehr: {names}",
        "As far as the service knows, {n} between partners no longer exists: {names}",
    ),
    Say(
        "Soweit dem Dienst bekannt, bestehen {n} zwischen Partnern nicht mehr: {names}",
        "As far as the service knows, {n} between partners no longer exist: {names}",
    ),
)
KEPT_TIES = Forms(
    Say(
        "{n} zwischen Partnern besteht, soweit bekannt, weiter",
        "{n} between partners continues, as far as is known",
    ),
    Say(
        "{n} zwischen Partnern bestehen, soweit bekannt, weiter",
        "{n} between partners continue, as far as is known",
    ),
)
NO_TIES = Say(
    "Verbindungen zwischen Partnern sind dem Dienst in keinem der beiden Jahre bekannt",
    "The service knows of no ties between partners in either year",
)
BROKERED = _alike(
    Say(
        "{n} zwischen Partnern hat der Dienst in dieser Zeit vermittelt: {names}",
        "The service brokered {n} between partners in that time: {names}",
    ),
    "acc",
)
ALL_BROKERED = Forms(
    Say("Diese Verbindung hat der Dienst vermittelt", "The service brokered this tie"),
    Say("Alle diese Verbindungen hat der Dienst vermittelt", "The service brokered all of these ties"),
)
