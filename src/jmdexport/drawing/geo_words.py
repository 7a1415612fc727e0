"""The texts of the map of the social space: legend, headings, alternative text, table."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from jmdexport.drawing.geo_plan import PARTNER, SERVICE, GeoPlan
from jmdmodel.analysis.naming import first_of
from jmdmodel.messages import Language, Say, in_decimal, in_list, in_number
from jmdmodel.phrases import Noun, capital, counted

SIGNS = Say("Zeichen:", "Symbols:")
LINES = Say("Linien:", "Lines:")
BOUNDARY = Say("Grenze des Sozialraums", "boundary of the social space")
BLOCK = Say(
    "Rahmen: liegen dicht beieinander und stehen deshalb zusammen",
    "frame: so close together that they stand together",
)
WINDOW = Say("daneben vergrößert", "shown larger beside the map")
WINDOW_BELOW = Say("darunter vergrößert", "shown larger below the map")
DETAIL = Say("Ausschnitt", "Detail")
NORTH = Say("N", "N")
NUMBERS = Say("Namen zu den Nummern", "Names of the numbers")
LETTERS = Say("Namen der Gebiete", "Names of the units")
UNLABELLED = Say("Ohne Platz für eine Beschriftung", "Without room for a label")
SCALE = Say("{length} km", "{length} km")

_HEAD = Say(
    "Karte des Sozialraums von {service}, oben ist Norden.",
    "Map of the social space of {service}, north is at the top.",
)
_HEAD_NAMED = Say(
    "Karte des Sozialraums „{space}“ von {service}, oben ist Norden.",
    'Map of the social space "{space}" of {service}, north is at the top.',
)
_BOUNDARY = Say("Eingezeichnet ist seine Grenze.", "Its boundary is drawn.")
_SHOWS = Say("Die Karte zeigt {things}.", "The map shows {things}.")
_UNITS = Say("Gebiete: {names}.", "Units: {names}.")
_KINDS = Say("Orte nach Art: {list}.", "Places by kind: {list}.")
_SERVICE_THERE = Say("Auch der Dienst selbst ist eingezeichnet.", "The service itself is drawn as well.")
_BADGE_ONE = Say(
    "An einem Ort hat der Dienst eigene Angebote.", "At one place the service has offers of its own."
)
_BADGE = Say(
    "An {n} Orten hat der Dienst eigene Angebote.", "At {n} places the service has offers of its own."
)
_UNIT = Noun("n", Say("Gebiet", "unit"), Say("Gebiete", "units"), dative="Gebieten")
_PLACE = Noun("m", Say("Ort", "place"), Say("Orte", "places"), dative="Orten")
_PARTNER = Noun("m", Say("Partner", "partner"), Say("Partner", "partners"), dative="Partnern")


def kilometres(metres: int, language: Language) -> str:
    """Give a round length in kilometres.

    Example:
        >>> kilometres(500, "de"), kilometres(20, "en"), kilometres(10000, "de")
        ('0,5 km', '0.02 km', '10 km')
    """
    decimals = 0 if metres % 1000 == 0 else 1 if metres % 100 == 0 else 2
    length = in_decimal(Fraction(metres, 1000), language, decimals=decimals)
    return SCALE.in_(language).format(length=length)


def letter(number: int) -> str:
    """Give the letter of a unit, counted from 0: A to Z, then AA, AB and so on.

    Example:
        >>> letter(0), letter(25), letter(26)
        ('A', 'Z', 'AA')
    """
    first, last = divmod(number, 26)
    return (letter(first - 1) if first else "") + chr(ord("A") + last)


def description(plan: GeoPlan) -> str:
    """Give the picture in whole sentences: what is drawn, which units, how many places of which kind."""
    language = plan.language
    head = _HEAD_NAMED if plan.space else _HEAD
    said = [head.in_(language).format(service=plan.service, space=plan.space)]
    if plan.is_empty:
        return " ".join([*said, plan.empty, *_told(plan)])
    if plan.boundary:
        said.append(_BOUNDARY.in_(language))
    places = [spot for spot in plan.spots if spot.kind not in {PARTNER, SERVICE}]
    partners = sum(spot.kind == PARTNER for spot in plan.spots)
    numbers = ((len(plan.areas), _UNIT), (len(places), _PLACE), (partners, _PARTNER))
    things = [
        counted(number, noun, language, case="acc")
        for (number, noun), wanted in zip(numbers, plan.counts, strict=True)
        if wanted is not None or number
    ]
    if things:
        said.append(_SHOWS.in_(language).format(things=in_list(things, language)))
    if any(spot.kind == SERVICE for spot in plan.spots):
        said.append(_SERVICE_THERE.in_(language))
    if plan.areas:
        names = sorted((area.label for area in plan.areas), key=lambda name: (name.casefold(), name))
        said.append(_UNITS.in_(language).format(names=first_of(names, language)))
    labels = {group.code: group.label for group in plan.kinds}
    kinds = Counter(spot.kind for spot in places)
    listed = [
        f"{label} ({in_number(kinds[code], language)})" for code, label in labels.items() if kinds[code]
    ]
    if listed:
        said.append(_KINDS.in_(language).format(list=in_list(listed, language)))
    badges = sum(spot.badge for spot in places)
    if badges:
        say = _BADGE_ONE if badges == 1 else _BADGE
        number = counted(badges, _PLACE, language, case="dat").split(" ", 1)[0]
        said.append(capital(say.in_(language).format(n=number)))
    return " ".join([*said, *_told(plan)])


def _told(plan: GeoPlan) -> list[str]:
    return [f"{head}: {text}" for head, text in plan.notes]


_ROWS = (Say("Eintrag", "entry"), Say("Art", "kind"), Say("Angaben", "details"))
_IS_UNIT = Say("Gebiet", "unit")
_IS_SERVICE = Say("Dienst", "service")
_OWN_OFFERS = Say("mit eigenen Angeboten des Dienstes", "with offers of the service's own")


def geo_table(plan: GeoPlan) -> tuple[tuple[str, ...], ...]:
    """Give the data of the map as rows, the headings first: units, then the service, places and partners.

    Each group is ordered by name. What the map tells in words beside the picture is in its notes.
    """
    language = plan.language
    areas = [(area.label, _IS_UNIT.in_(language), area.level_label) for area in plan.areas]
    rows = sorted(areas, key=lambda row: (row[0].casefold(), row))
    service, places, partner = (
        [spot for spot in plan.spots if test(spot.kind)]
        for test in (
            lambda kind: kind == SERVICE,
            lambda kind: kind not in {SERVICE, PARTNER},
            lambda kind: kind == PARTNER,
        )
    )
    labels = {group.code: group.label for group in plan.kinds}
    labels |= {SERVICE: _IS_SERVICE.in_(language), PARTNER: plan.kind_labels[1]}
    for spots in (service, places, partner):
        for spot in sorted(spots, key=lambda one: (one.label.casefold(), one.id)):
            # The kind of a place stands in its own column; of a partner the kind is told here.
            said = spot.said if spot.kind == PARTNER else ""
            details = _OWN_OFFERS.in_(language) if spot.badge else said
            rows.append((spot.label, labels[spot.kind], details))
    return (tuple(say.in_(language) for say in _ROWS), *rows)
