"""The parts of the network map out of a view: sectors, marks and lines, by what its signs stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import attrs

from jmdexport.builtin._map_divisions import DIVISIONS, MISSING, Class, ClassReading
from jmdexport.builtin._map_lines import LINES, LineReading
from jmdexport.builtin._map_measures import MEASURES, MapFacts, StepReading
from jmdexport.documents.escaping import shown
from jmdexport.drawing import Link, MapGroup, Mark, group_style
from jmdexport.drawing.palette import MISSING_PLACE
from jmdmodel.analysis.ratings import Place, RatedContact, is_brokered_in, ties_of
from jmdmodel.entities.relation import Tie
from jmdmodel.messages import Language, Say
from jmdmodel.phrases import capital
from jmdmodel.workspace import Workspace

_WHICH: dict[str, Literal["brokered", "all", "none"]] = {"brokered": "brokered", "all": "all", "none": "none"}
_OPEN = Say("nicht eingeschätzt", "not rated")
_INTENSITY = Say("Intensität", "intensity")
_IMPORTANCE = Say("Wichtigkeit", "importance")
_OPEN_RING = "open"
"""Code of the heading of partners without a step, where the rings stand for something else than intensity."""
_WITHOUT_CONTACT = (
    Place.NONE_YET_IMPORTANT,
    Place.NONE_YET,
    Place.REFUSED,
    Place.DORMANT,
    Place.UNKNOWN,
)
"""Whoever stands here has no contact that a ring could show anything of."""


@attrs.frozen(kw_only=True)
class Reading:
    """One map to be planned: of which view and year, and what its signs stand for.

    ``size`` is ``None`` where size means nothing. ``which`` names the ties that are drawn.
    """

    view: Workspace
    year: int
    language: Language
    ring: StepReading
    size: StepReading | None
    division: ClassReading
    lines: LineReading
    which: Literal["brokered", "all", "none"]
    facts: MapFacts

    @classmethod
    def of(
        cls,
        view: Workspace,
        year: int,
        *,
        language: Language,
        ring: str,
        size: str,
        sector: str,
        line: str,
        ties: str,
    ) -> Reading:
        """Look up what the codes of the options mean; ``none`` as size is no measure."""
        asks = {"bodies", "body"} & {ring, size, sector}
        return cls(
            view=view,
            year=year,
            language=language,
            ring=MEASURES[ring],
            size=MEASURES.get(size),
            division=DIVISIONS[sector],
            lines=LINES[line],
            which=_WHICH[ties],
            facts=MapFacts.of(view, year, bodies=bool(asks)),
        )

    @property
    def is_rated(self) -> bool:
        """Whether the map shows judgements of its year at all."""
        return self.ring.yearly or (self.size is not None and self.size.yearly)

    @property
    def shows_intensity(self) -> bool:
        """Whether the rings show what they show if nothing else is asked for."""
        return self.ring.measure.code == "intensity"


def places_of(reading: Reading) -> tuple[tuple[str, Say], ...]:
    """Give the headings beside the circle in their order."""
    if reading.shows_intensity:
        return tuple((place.code, place.label) for place in Place if place is not Place.RING)
    states = tuple((place.code, place.label) for place in _WITHOUT_CONTACT)
    return ((_OPEN_RING, reading.ring.measure.open), *states)


def groups_of(
    division: ClassReading, classes: Iterable[Class | None], language: Language
) -> tuple[MapGroup, ...]:
    """Give the sectors: those that are always drawn, or those that occur; last those without a class."""
    occurring = set(classes)
    known = dict(division.classes) or dict(
        sorted((one for one in occurring if one is not None), key=lambda one: division.order(one[0]))
    )
    styles = [place for place in range(len(known) + 1) if division.classes or place != MISSING_PLACE]
    found = [
        _group(code, say, place, language) for (code, say), place in zip(known.items(), styles, strict=False)
    ]
    if None in occurring or not found:
        found.append(_group(MISSING, division.missing, MISSING_PLACE, language))
    return tuple(found)


def _group(code: str, say: Say, place: int, language: Language) -> MapGroup:
    fill, shape, hatch = group_style(place)
    told = Say(shown(capital(say.de)), shown(capital(say.en)))
    return MapGroup(code=code, label=told.in_(language), shape=shape, fill=fill, hatch=hatch, told=told)


def mark_of(reading: Reading, rated: RatedContact, group: Class | None) -> Mark:
    """Give the mark of a partner, by what ring, size and sector stand for, or its place beside the circle."""
    partner, ring = rated.partner, _ring(rated, reading)
    if ring is not None:
        strip = ""
    elif reading.shows_intensity or rated.place in _WITHOUT_CONTACT:
        strip = rated.place.code
    else:
        strip = _OPEN_RING
    return Mark(
        id=partner.id,
        label=shown(partner.name),
        short=shown(partner.short_name or ""),
        group=group[0] if group else MISSING,
        ring=ring,
        size=reading.size.step(rated, reading.facts) if reading.size else 0,
        badge=partner.transition_role is not None,
        strip=strip,
        kind=partner.kind.code,
        tooltip=" · ".join([shown(partner.name), *_tooltip(reading, rated, group)]),
        intensity=rated.intensity.step if rated.intensity else None,
        importance=rated.importance.step if rated.importance else None,
    )


def _ring(rated: RatedContact, reading: Reading) -> int | None:
    """Give the ring; where there is no contact that it could show anything of, there is none."""
    if reading.shows_intensity:
        return rated.intensity.step if rated.place is Place.RING and rated.intensity else None
    return None if rated.place in _WITHOUT_CONTACT else reading.ring.step(rated, reading.facts)


def _tooltip(reading: Reading, rated: RatedContact, group: Class | None) -> Iterator[str]:
    """Tell kind, intensity and importance of a partner, and what else the signs of this map stand for."""
    language = reading.language
    yield reading.view.kind_label(rated.partner).in_(language)
    for say, step in ((_INTENSITY, rated.intensity), (_IMPORTANCE, rated.importance)):
        yield f"{say.in_(language)}: {(step.label if step else _OPEN).in_(language)}"
    told = {"intensity", "importance"}
    for one in (reading.ring, reading.size):
        if one is not None and one.measure.code not in told:
            told.add(one.measure.code)
            at = one.step(rated, reading.facts)
            label = one.measure.open if at is None else one.measure.steps[at - 1]
            yield f"{one.measure.name.in_(language)}: {label.in_(language)}"
    if reading.division.division.code not in {"group", "kind"}:
        heading = (group[1] if group else reading.division.missing).in_(language)
        yield f"{reading.division.division.name.in_(language)}: {shown(heading)}"


def links_of(reading: Reading, marks: tuple[Mark, ...]) -> tuple[Link, ...]:
    """Give the ties whose partners both stand on a ring."""
    inside = {mark.id: mark.label for mark in marks if mark.ring is not None}
    day = reading.facts.day
    return tuple(
        Link(
            id=tie.id,
            a=tie.between[0],
            b=tie.between[1],
            strength=reading.lines.strength(tie),
            line=reading.lines.kind(tie),
            brokered=is_brokered_in(tie, reading.year, day),
            tooltip=_told(tie, inside, reading.language),
        )
        for tie in ties_of(reading.view, reading.year, reading.which)
        if inside.keys() >= set(tie.between)
    )


def _told(tie: Tie, names: Mapping[str, str], language: Language) -> str:
    steps = (tie.strength, tie.formalisation, tie.knowledge)
    return " · ".join(
        [
            " – ".join(names[end] for end in tie.between),
            *(step.label.in_(language) for step in steps if step),
        ]
    )
