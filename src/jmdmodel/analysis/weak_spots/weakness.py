"""The kinds of weak spot, and one weak spot with the sentence that says why it is one."""

from __future__ import annotations

from typing import Self

import attrs

from jmdmodel.ids import PartnerId, Ref
from jmdmodel.messages import Message, Say
from jmdmodel.scales import Coded, Importance, Intensity

WEAK = Intensity.SEVERAL
"""Up to this step contact with an important partner counts as weak: there is less than one exchange a
quarter, so between two of them people and rules change unnoticed. It is the outer band of the map."""


class WeakPart(Coded):
    """The parts of the list of weak spots. German: Teil der Schwachstellen."""

    IMPORTANT_BUT_WEAK = "important-but-weak", Say("wichtig, aber schwach", "important but weak")
    BLANK_SPOT = "blank-spot", Say("weißer Fleck", "blank spot")
    SINGLE_DEPENDENCE = "single-dependence", Say("hängt an einer Stelle", "depends on one person or body")
    CUT_POINT = "cut-point", Say("hält andere zusammen", "holds others together")


class WeakReason(Coded):
    """Why something is a weak spot, with the part of the list it belongs to. German: Grund."""

    part: WeakPart

    def __new__(cls, code: str, label: Say, part: WeakPart) -> Self:
        """Take the parts of a reason from the tuple that defines it."""
        member = cls._member(code, label)
        member.part = part
        return member

    SELDOM = "seldom", Say("seltener Kontakt", "rare contact"), WeakPart.IMPORTANT_BUT_WEAK
    DORMANT = "dormant", Say("Kontakt ruht", "contact dormant"), WeakPart.IMPORTANT_BUT_WEAK
    REFUSED = "refused", Say("derzeit nicht gewünscht", "not wanted at present"), WeakPart.IMPORTANT_BUT_WEAK
    NONE_YET = "none-yet", Say("noch kein Kontakt", "no contact yet"), WeakPart.BLANK_SPOT
    UNKNOWN = "unknown", Say("Stand unbekannt", "state unknown"), WeakPart.BLANK_SPOT
    ENDED = "ended", Say("Kontakt beendet", "contact ended"), WeakPart.BLANK_SPOT
    NO_ENTRY = "no-entry", Say("kein Kontakt eingetragen", "no contact entered"), WeakPart.BLANK_SPOT
    ONE_CONTACT_PERSON = (
        "one-contact-person",
        Say("eine einzige Ansprechperson", "a single contact person"),
        WeakPart.SINGLE_DEPENDENCE,
    )
    ONE_KEY_PERSON = (
        "one-key-person",
        Say("eine einzige Schlüsselperson", "a single key person"),
        WeakPart.SINGLE_DEPENDENCE,
    )
    ONE_FUNCTION = (
        "one-function",
        Say("eine einzige Funktion im Netzwerk", "a single function in the network"),
        WeakPart.SINGLE_DEPENDENCE,
    )
    ONE_SEAT = (
        "one-seat",
        Say("ein einziger Sitz ohne Vertretung", "a single seat without a deputy"),
        WeakPart.SINGLE_DEPENDENCE,
    )
    NO_DEPUTY = (
        "no-deputy",
        Say("Aufgabe ohne Vertretung", "task without a deputy"),
        WeakPart.SINGLE_DEPENDENCE,
    )
    ONE_ASSESSOR = (
        "one-assessor",
        Say("Einschätzungen einer einzigen Funktion", "ratings by a single function"),
        WeakPart.SINGLE_DEPENDENCE,
    )
    SEPARATES = "separates", Say("hält andere zusammen", "holds others together"), WeakPart.CUT_POINT


@attrs.frozen(kw_only=True)
class WeakSpot:
    """One place where the network would not bear much, and why. German: Schwachstelle.

    It is a hint for the talk in the team, no judgement of partners or colleagues.

    Attributes:
        reason: Why it is one, as a word.
        about: What it is about: a partner, network, committee or map.
        partner: The partner, where it is about one or where one holds the task.
        name: The name of what it is about.
        importance: How important the partner counts; ``None`` where it is not about a partner's rank.
        intensity: How often there is contact; ``None`` where nobody said.
        why: Why it is one, as a whole sentence.
    """

    reason: WeakReason
    about: Ref
    partner: PartnerId | None = None
    name: str
    importance: Importance | None = None
    intensity: Intensity | None = None
    why: Message

    @property
    def part(self) -> WeakPart:
        """The part of the list that it belongs to."""
        return self.reason.part
