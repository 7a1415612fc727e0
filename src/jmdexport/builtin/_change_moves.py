"""A comparison of two maps as the partners, signs and lines of a change map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from jmdexport.documents.escaping import shown
from jmdexport.drawing import Link, MapPlan, Mark
from jmdexport.drawing.change_plan import SIGNS, Move, Sign, Standing
from jmdmodel.analysis.comparison import Absence, Change, Comparison, Course, PartnerChange, Shift
from jmdmodel.analysis.comparison.changes import is_in_contact
from jmdmodel.analysis.ratings import Place, RatedContact
from jmdmodel.entities.partner import Partner
from jmdmodel.messages import Language, Message, Say, in_list

_ENDED = Say("Kontakt beendet", "contact ended")
_DISSOLVED = Say("Partner besteht nicht mehr", "partner no longer exists")
_LEFT = Say("nicht mehr vermerkt", "no longer noted")
_UNCLEAR = Say("Veränderung nicht vergleichbar", "change not comparable")
_NEWLY = Say("neu eingeschätzt", "newly rated")
_NO_LONGER = Say("nicht mehr eingeschätzt", "no longer rated")
_OWN: dict[str, Say] = {
    "ended": _ENDED,
    "dissolved": _DISSOLVED,
    "left": _LEFT,
    "unclear": _UNCLEAR,
    "newly-rated": _NEWLY,
    "no-longer-rated": _NO_LONGER,
}
_COURSES: dict[Course, Sign] = {
    Course.JOINED: "joined",
    Course.RENAMED: "renamed",
    Course.MERGED: "merged",
    Course.SPLIT: "split",
    Course.REGROUPED: "regrouped",
}
_STATES: dict[Change, Sign] = {
    Change.CONTACT_MADE: "contact-made",
    Change.CONTACT_RESUMED: "contact-resumed",
    Change.CONTACT_DORMANT: "contact-dormant",
    Change.CONTACT_REFUSED: "contact-refused",
    Change.STATE_CHANGED: "state-changed",
}
_CAUSES: dict[Course, Say] = {
    Course.RENAMED: Say("{old}: jetzt {new}", "{old}: now {new}"),
    Course.MERGED: Say("{old}: zusammengelegt zu {new}", "{old}: merged into {new}"),
    Course.SPLIT: Say("{old}: aufgeteilt in {new}", "{old}: split into {new}"),
    Course.REGROUPED: Say("{old}: neu geordnet als {new}", "{old}: regrouped as {new}"),
}
_FOLLOWED = Say(
    "{name}: Nachfolge {others} (nicht auf der Karte)", "{name}: followed by {others} (not on the map)"
)
_CAME_FROM = Say(
    "{name}: vorher {others} (nicht auf der Karte)", "{name}: formerly {others} (not on the map)"
)
_OPEN = Say("Wichtigkeit nicht eingeschätzt", "importance not rated")


def signs_of(change: PartnerChange) -> tuple[Sign, ...]:
    """Give the signs of a change, in the order of the legend.

    A contact that now rests, or was made, says by itself why there is no rating any more, or one for the
    first time; that is not told twice.
    """
    found: set[Sign] = set()
    if change.course is Course.LEFT:
        known = is_in_contact(change.before[0])
        gone = change.absence is Absence.PARTNER
        found.add("dissolved" if gone else "ended" if known else "left")
    elif change.course in _COURSES:
        found.add(_COURSES[change.course])
    state = change.state
    if state is not None:
        found.add(_STATES[state])
    shifts = (change.intensity, change.importance)
    for shift, up, down in zip(shifts, _UP, _DOWN, strict=True):
        if shift is Shift.UP:
            found.add(up)
        elif shift is Shift.DOWN:
            found.add(down)
        elif shift is Shift.UNCLEAR:
            found.add("unclear")
        elif shift is Shift.NEWLY_RATED and state is None:
            found.add("newly-rated")
        elif shift is Shift.NO_LONGER_RATED and state is None:
            found.add("no-longer-rated")
    return tuple(sign for sign in SIGNS if sign in found)


_UP: tuple[Sign, Sign] = ("closer", "more-important")
_DOWN: tuple[Sign, Sign] = ("looser", "less-important")


def legend(comparison: Comparison, language: Language) -> tuple[tuple[Sign, str, int], ...]:
    """Give each sign that the map shows with its meaning and how many changes have it."""
    labels = {kind.code: kind.label for kind in Change}
    signs = [signs_of(change) for change in comparison.changes]
    return tuple(
        (sign, (_OWN.get(sign) or labels[sign]).in_(language), number)
        for sign in SIGNS
        if (number := sum(sign in found for found in signs))
    )


def moves(comparison: Comparison, first: MapPlan, second: MapPlan, language: Language) -> tuple[Move, ...]:
    """Give every partner of either map, by identifier."""
    marks = {mark.id: mark for plan in (first, second) for mark in plan.marks}
    found = (move for change in comparison.changes for move in _moves_of(change, marks, language))
    return tuple(sorted(found, key=lambda move: move.id))


def _moves_of(change: PartnerChange, marks: Mapping[str, Mark], language: Language) -> Iterator[Move]:
    """Give the partners of one change, each at its own place; one that has a new name is one partner."""
    before = {rated.partner.id: rated for rated in change.before}
    after = {rated.partner.id: rated for rated in change.after}
    signs = signs_of(change)
    if change.course is Course.RENAMED:
        (old,), (new,) = change.before, change.after
        yield _move(marks[new.partner.id], old, new, signs, language)
        return
    if change.course in {Course.MERGED, Course.SPLIT, Course.REGROUPED}:
        of_old = tuple(sign for sign in signs if sign == _COURSES[change.course])
    else:
        of_old = signs
    for name in change.ids:
        given = signs if name in after else of_old
        yield _move(marks[name], before.get(name), after.get(name), given, language)


def _move(
    mark: Mark,
    before: RatedContact | None,
    after: RatedContact | None,
    signs: tuple[Sign, ...],
    language: Language,
) -> Move:
    return Move(
        id=mark.id,
        label=mark.label,
        short=mark.short,
        group=mark.group,
        kind=mark.kind,
        before=_standing(before, language),
        after=_standing(after, language),
        signs=signs,
    )


def _standing(rated: RatedContact | None, language: Language) -> Standing | None:
    if rated is None:
        return None
    on_ring = rated.place is Place.RING and rated.intensity is not None
    where = rated.intensity.label if on_ring and rated.intensity else rated.place.label
    weight = rated.importance.label if rated.importance else _OPEN
    return Standing(
        ring=rated.intensity.step if on_ring and rated.intensity else None,
        size=rated.importance.step if rated.importance else None,
        place="" if on_ring else rated.place.code,
        words=(where.in_(language), weight.in_(language)),
    )


def causes(comparison: Comparison, language: Language) -> Iterator[str]:
    """Tell who became whom, the causes of what looks like coming and going."""
    for change in comparison.changes:
        say = _CAUSES.get(change.course)
        if say is not None:
            old, new = (
                _names((one.partner for one in side), language) for side in (change.before, change.after)
            )
            yield Message.of(say, old=old, new=new).in_(language)
        elif change.related:
            others = _names(change.related, language)
            say = _CAME_FROM if change.after else _FOLLOWED
            yield Message.of(say, name=shown(change.partner.name), others=others).in_(language)


def _names(partners: Iterable[Partner], language: Language) -> str:
    return in_list([shown(partner.name) for partner in partners], language)


def links(comparison: Comparison, second: MapPlan, which: str) -> tuple[Link, ...]:
    """Give the ties that are drawn, each told to be brokered if it was between the two days."""
    brokered = {one.tie.id for one in comparison.brokered}
    wanted = set(brokered) if which != "none" else set()
    if which == "new" and comparison.ties is not None:
        wanted |= {tie.id for change in comparison.ties.new for tie in change.after}
    return tuple(
        attrs.evolve(link, brokered=link.id in brokered) for link in second.links if link.id in wanted
    )
