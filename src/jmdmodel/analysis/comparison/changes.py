"""What changed for one partner between two maps: a closed list of words, and one value for each partner."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import attrs

from jmdmodel.analysis.ratings import Place, RatedContact
from jmdmodel.entities.partner import Partner
from jmdmodel.ids import PartnerId
from jmdmodel.messages import Say
from jmdmodel.scales import Coded, Importance, Intensity, Ordinal
from jmdmodel.vocabulary import ContactState


class Course(Coded):
    """What became of a partner from one map to another (R-33). German: Verlauf."""

    STAYED = "stayed", Say("auf beiden Karten", "on both maps")
    JOINED = "joined", Say("hinzugekommen", "joined")
    LEFT = "left", Say("nicht mehr auf der Karte", "no longer on the map")
    RENAMED = "renamed", Say("Nachfolge oder neuer Name", "successor or new name")
    MERGED = "merged", Say("zusammengelegt", "merged")
    SPLIT = "split", Say("aufgeteilt", "split")
    REGROUPED = "regrouped", Say("neu geordnet", "regrouped")


class Shift(Coded):
    """How a rating moved from one map to another; a first rating is no rise (R-33). German: Veränderung."""

    UP = "up", Say("gestiegen", "up")
    SAME = "same", Say("gleich", "same")
    DOWN = "down", Say("gesunken", "down")
    NEWLY_RATED = "newly-rated", Say("neu eingeschätzt", "newly rated")
    NO_LONGER_RATED = "no-longer-rated", Say("nicht mehr eingeschätzt", "no longer rated")
    NOT_RATED = "not-rated", Say("nicht eingeschätzt", "not rated")
    UNCLEAR = "unclear", Say("nicht vergleichbar", "not comparable")


class Absence(Coded):
    """Why a partner is on one of two maps only: a contact that ended is no partner that dissolved (R-33).

    German: Grund des Fehlens.
    """

    PARTNER = "partner", Say("der Partner bestand nicht", "the partner did not exist")
    CONTACT = "contact", Say("kein Kontakt eingetragen", "no contact entered")


class Change(Coded):
    """Every kind of change that a partner can have between two maps, for a legend or a filter (R-33).

    German: Art der Änderung.
    """

    JOINED = "joined", Say("neu auf der Karte", "new on the map")
    LEFT = "left", Say("nicht mehr auf der Karte", "no longer on the map")
    RENAMED = "renamed", Say("Nachfolge oder neuer Name", "successor or new name")
    MERGED = "merged", Say("zusammengelegt", "merged")
    SPLIT = "split", Say("aufgeteilt", "split")
    REGROUPED = "regrouped", Say("neu geordnet", "regrouped")
    CONTACT_MADE = "contact-made", Say("Kontakt zustande gekommen", "contact made")
    CONTACT_RESUMED = "contact-resumed", Say("Kontakt besteht wieder", "contact resumed")
    CONTACT_DORMANT = "contact-dormant", Say("Kontakt ruht jetzt", "contact now dormant")
    CONTACT_REFUSED = (
        "contact-refused",
        Say("jetzt kein Kontakt gewünscht", "contact no longer wanted at present"),
    )
    STATE_CHANGED = "state-changed", Say("Stand des Kontakts geändert", "state of contact changed")
    CLOSER = "closer", Say("häufiger Kontakt", "more frequent contact")
    LOOSER = "looser", Say("seltener Kontakt", "less frequent contact")
    INTENSITY_NEWLY_RATED = (
        "intensity-newly-rated",
        Say("Intensität neu eingeschätzt", "intensity newly rated"),
    )
    INTENSITY_NO_LONGER_RATED = (
        "intensity-no-longer-rated",
        Say("Intensität nicht mehr eingeschätzt", "intensity no longer rated"),
    )
    MORE_IMPORTANT = "more-important", Say("wichtiger geworden", "more important")
    LESS_IMPORTANT = "less-important", Say("derzeit weniger Gewicht", "less weight at present")
    IMPORTANCE_NEWLY_RATED = (
        "importance-newly-rated",
        Say("Wichtigkeit neu eingeschätzt", "importance newly rated"),
    )
    IMPORTANCE_NO_LONGER_RATED = (
        "importance-no-longer-rated",
        Say("Wichtigkeit nicht mehr eingeschätzt", "importance no longer rated"),
    )


@attrs.frozen(kw_only=True)
class PartnerChange:
    """One partner on two maps, or several that became one another, before and after (R-33).

    Undated fields of a partner (name, kind, "part of") have no history: both sides show today's.
    German: Änderung bei einem Partner.

    Attributes:
        before: How the partner stood on the first map; several where they became something else
            together, none for one that joined.
        after: How it stands on the second map; none for one that left.
        absence: Why it is on one map only; ``None`` where it is on both.
        related: For one that is on one map only because the other year did not have it: successors or
            predecessors that existed in the other year, but had no place on that map.
    """

    before: tuple[RatedContact, ...]
    after: tuple[RatedContact, ...]
    absence: Absence | None = None
    related: tuple[Partner, ...] = ()

    @property
    def partner(self) -> Partner:
        """The partner to name, the first of the second map; of the first, if there is none there."""
        return (self.after or self.before)[0].partner

    @property
    def ids(self) -> tuple[PartnerId, ...]:
        """The identifiers of all partners that the change is about, in order."""
        return tuple(sorted({rated.partner.id for rated in (*self.before, *self.after)}))

    @property
    def course(self) -> Course:
        """What became of the partner."""
        if not self.before:
            return Course.JOINED
        if not self.after:
            return Course.LEFT
        several = len(self.before) > 1, len(self.after) > 1
        if several == (False, False):
            return Course.STAYED if len(self.ids) == 1 else Course.RENAMED
        return {
            (True, False): Course.MERGED,
            (False, True): Course.SPLIT,
            (True, True): Course.REGROUPED,
        }[several]

    @cached_property
    def intensity(self) -> Shift | None:
        """How the intensity moved; ``None`` for a partner that is on one map only."""
        return shift_between(self.intensities(self.before), self.intensities(self.after))

    @cached_property
    def importance(self) -> Shift | None:
        """How the importance moved; ``None`` for a partner that is on one map only."""
        return shift_between(self.importances(self.before), self.importances(self.after))

    @property
    def state(self) -> Change | None:
        """How the state of the contact changed; ``None`` where it did not, or for no two in the same way."""
        found = {_state_change(old.state, new.state) for old in self.before for new in self.after}
        return found.pop() if len(found) == 1 else None

    @cached_property
    def kinds(self) -> tuple[Change, ...]:
        """All that changed, in the order of :class:`Change`; empty where nothing did."""
        found = (
            _BY_COURSE.get(self.course),
            self.state,
            _BY_INTENSITY.get(self.intensity) if self.intensity else None,
            _BY_IMPORTANCE.get(self.importance) if self.importance else None,
        )
        return tuple(kind for kind in found if kind is not None)

    @property
    def is_confirmed(self) -> bool:
        """Whether nothing changed and at least one of the two ratings was given anew, with the same value."""
        return not self.kinds and Shift.SAME in {self.intensity, self.importance}

    def mirrored(self) -> PartnerChange:
        """Give the same change from the other side: what was after is before."""
        return attrs.evolve(self, before=self.after, after=self.before)

    @staticmethod
    def intensities(side: Sequence[RatedContact]) -> tuple[Intensity | None, ...]:
        """Give the intensities of one side, in its order."""
        return tuple(rated.intensity for rated in side)

    @staticmethod
    def importances(side: Sequence[RatedContact]) -> tuple[Importance | None, ...]:
        """Give the importances of one side, in its order."""
        return tuple(rated.importance for rated in side)


def is_in_contact(rated: RatedContact) -> bool:
    """Tell whether a place on the map is that of a contact, and not a note that there is none."""
    return rated.place is Place.RING or rated.state is ContactState.ACTIVE


def shift_between(before: Sequence[Ordinal | None], after: Sequence[Ordinal | None]) -> Shift | None:
    """Tell how a rating moved; where several partners became one another, only what holds for each pair.

    Two that were rated unlike each other and became one went neither up nor down unless the new
    rating lies above both, or below both. German: Veränderung der Einschätzung.

    Example:
        >>> shift_between([Intensity.YEARLY, Intensity.MONTHLY], [Intensity.WEEKLY])
        Shift.UP
        >>> shift_between([Intensity.YEARLY, Intensity.WEEKLY], [Intensity.MONTHLY])
        Shift.UNCLEAR
    """
    if not before or not after:
        return None
    old, new = ([step for step in side if step is not None] for side in (before, after))
    if not old:
        return Shift.NEWLY_RATED if new else Shift.NOT_RATED
    if not new:
        return Shift.NO_LONGER_RATED
    if len(old) < len(before) or len(new) < len(after):
        return Shift.UNCLEAR
    if min(new) > max(old) or max(new) < min(old):
        return Shift.UP if min(new) > max(old) else Shift.DOWN
    return Shift.SAME if len({*old, *new}) == 1 else Shift.UNCLEAR


_BY_COURSE: dict[Course, Change] = {
    course: Change.of(course.code) for course in Course if course is not Course.STAYED
}
_BY_INTENSITY = {
    Shift.UP: Change.CLOSER,
    Shift.DOWN: Change.LOOSER,
    Shift.NEWLY_RATED: Change.INTENSITY_NEWLY_RATED,
    Shift.NO_LONGER_RATED: Change.INTENSITY_NO_LONGER_RATED,
}
_BY_IMPORTANCE = {
    Shift.UP: Change.MORE_IMPORTANT,
    Shift.DOWN: Change.LESS_IMPORTANT,
    Shift.NEWLY_RATED: Change.IMPORTANCE_NEWLY_RATED,
    Shift.NO_LONGER_RATED: Change.IMPORTANCE_NO_LONGER_RATED,
}


def _state_change(old: ContactState, new: ContactState) -> Change | None:
    if old is new:
        return None
    if new is ContactState.ACTIVE:
        return {
            ContactState.NONE_YET: Change.CONTACT_MADE,
            ContactState.REFUSED: Change.CONTACT_MADE,
            ContactState.DORMANT: Change.CONTACT_RESUMED,
        }.get(old, Change.STATE_CHANGED)
    return {
        ContactState.DORMANT: Change.CONTACT_DORMANT,
        ContactState.REFUSED: Change.CONTACT_REFUSED,
    }.get(new, Change.STATE_CHANGED)
