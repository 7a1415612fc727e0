"""What sectors, shapes and colours of the network map can stand for, and how a partner gets its class.

One entry of the registry gives the choice of an option, the headings of the sectors, the words of the legend
and the heading of the table. A partner stands in one sector: who has several of something is in a class of
its own, and who has none stands under a heading that says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

import attrs

from jmdexport.builtin._map_measures import MapFacts
from jmdexport.drawing.channels import GROUPS, Division
from jmdmodel import vocabulary
from jmdmodel.analysis.ratings import RatedContact
from jmdmodel.messages import Say
from jmdmodel.scales import Coded

Class: TypeAlias = tuple[str, Say]
"""A class of partners: its code, and its heading in both languages."""

MISSING = "not-stated"
"""Code of the class of those of whom the view tells none."""
SEVERAL = "several"
"""Code of the class of those that have several: they are counted once, and under none of them."""


@attrs.frozen(kw_only=True)
class ClassReading:
    """A division with the way to it.

    Attributes:
        classes: The classes that are always drawn, with partners or without; none: only those that occur.
        of: The class of a contact, ``None`` where the view tells none.
        order: Where a class that occurs stands among the others.
        missing: The heading of those without a class.
    """

    division: Division
    classes: tuple[Class, ...] = ()
    of: Callable[[RatedContact, MapFacts], Class | None]
    order: Callable[[str], tuple[int, str]]
    missing: Say


def _coded(word: Coded) -> Class:
    return word.code, word.label


def _place_in(words: Iterable[Coded]) -> Callable[[str], tuple[int, str]]:
    places = {word.code: place for place, word in enumerate(words)}
    return lambda code: (places.get(code, len(places)), code)


def _one_of(found: Iterable[Class], several: Say) -> Class | None:
    """Give the one class that something has; those with several are a class of their own."""
    classes = tuple(found)
    if len(classes) > 1:
        return SEVERAL, several
    return classes[0] if classes else None


def _by_name(code: str) -> tuple[int, str]:
    return int(code == SEVERAL), code


def _area(rated: RatedContact, facts: MapFacts) -> Class | None:
    units = (facts.view.units.get(unit) for unit in sorted(set(rated.partner.area)))
    return _one_of(
        ((unit.id, Say(unit.name, unit.name)) for unit in units if unit is not None),
        Say("mehrere Gebiete", "several areas"),
    )


def _body(rated: RatedContact, facts: MapFacts) -> Class | None:
    named = []
    for ref in facts.bodies.get(rated.partner.id, ()):
        body = (
            facts.view.networks.get(ref.id)
            if ref.collection == "networks"
            else facts.view.committees.get(ref.id)
        )
        if body is not None:
            named.append((f"{ref.collection}-{ref.id}", Say(body.name, body.name)))
    return _one_of(named, Say("mehrere Netzwerke oder Gremien", "several networks or committees"))


def _bases(rated: RatedContact, _facts: MapFacts) -> Class | None:
    several = Say("mehrere Rechtsgrundlagen", "several legal bases")
    return _one_of(map(_coded, rated.partner.legal_bases), several)


def _purpose(rated: RatedContact, _facts: MapFacts) -> Class | None:
    both = Say("fall- und strukturbezogen", "case-related and structural")
    return _one_of(map(_coded, rated.contact.purposes), both)


def _role(rated: RatedContact, _facts: MapFacts) -> Class | None:
    return _coded(rated.partner.transition_role) if rated.partner.transition_role else None


_NOT_STATED = Say("ohne Angabe", "not stated")

DIVISIONS: dict[str, ClassReading] = {
    reading.division.code: reading
    for reading in (
        ClassReading(
            division=GROUPS,
            classes=tuple(map(_coded, vocabulary.MapGroup)),
            of=lambda rated, _facts: _coded(rated.group),
            order=_place_in(vocabulary.MapGroup),
            missing=_NOT_STATED,
        ),
        ClassReading(
            division=Division(code="kind", name=Say("Art des Partners", "kind of partner")),
            of=lambda rated, _facts: (rated.partner.kind.code, rated.partner.kind.plural),
            order=_place_in(vocabulary.PartnerKind),
            missing=_NOT_STATED,
        ),
        ClassReading(
            division=Division(code="legal-basis", name=Say("Rechtsgrundlage", "legal basis")),
            of=_bases,
            order=_place_in(vocabulary.LegalBasis),
            missing=Say("ohne Angabe einer Rechtsgrundlage", "no legal basis stated"),
        ),
        ClassReading(
            division=Division(
                code="transition",
                name=Say("Rolle am Übergang Schule/Beruf", "role at the transition from school to work"),
            ),
            of=_role,
            order=_place_in(vocabulary.TransitionRole),
            missing=Say("keine Rolle eingetragen", "no role entered"),
        ),
        ClassReading(
            division=Division(code="area", name=Say("Gebiet", "area")),
            of=_area,
            order=_by_name,
            missing=Say("ohne Angabe eines Gebiets", "no area stated"),
        ),
        ClassReading(
            division=Division(
                code="body", name=Say("gemeinsames Netzwerk oder Gremium", "shared network or committee")
            ),
            of=_body,
            order=_by_name,
            missing=Say("kein gemeinsames eingetragen", "none entered"),
        ),
        ClassReading(
            division=Division(code="purpose", name=Say("Zweck des Kontakts", "purpose of the contact")),
            of=_purpose,
            order=_place_in(vocabulary.Purpose),
            missing=Say("ohne Angabe des Zwecks", "no purpose stated"),
        ),
    )
}
"""What sectors, shapes and colours can stand for, by code."""
