"""The alternative text of a map, computed from what it shows."""

from __future__ import annotations

from jmdexport.drawing import words
from jmdexport.drawing.plan import MapPlan
from jmdmodel.analysis.naming import clear
from jmdmodel.messages import Language, Say, in_list, in_number
from jmdmodel.phrases import capital

_NAMED = 5
_HIGH = 4
"""From this step on the partners with the highest one are named."""
_HEAD = Say(
    "Netzwerkkarte {year}: In der Mitte steht {centre}, ringsum liegen Ringe für {of}.",
    "Network map {year}: {centre} stands in the middle, surrounded by rings for {of}.",
)
_NONE = Say("Die Karte zeigt keinen Partner.", "The map shows no partner.")
_SHOWS = Say("Die Karte zeigt {n}.", "The map shows {n}.")
_NO_RING = Say("Alle stehen außerhalb des Kreises.", "All of them stand outside the circle.")
_ONE_NO_RING = Say("Er steht außerhalb des Kreises.", "It stands outside the circle.")
_OUTSIDE = Say("Außerhalb der Ringe: {list}.", "Outside the rings: {list}.")
_SECTORS = Say("Am stärksten besetzt: {list}.", "Largest groups: {list}.")
_MORE_ONE = Say("ein weiterer", "one other")
_MORE = Say("{n} weitere", "{n} others")
_TIE = Say("Eingezeichnet ist eine Verbindung zwischen Partnern.", "One tie between partners is drawn.")
_TIES = Say("Eingezeichnet sind {n} Verbindungen zwischen Partnern.", "{n} ties between partners are drawn.")

_BROKERED_IT = Say("Der JMD hat sie in diesem Jahr vermittelt.", "The service brokered it this year.")
_BROKERED_ALL = Say(
    "Alle hat der JMD in diesem Jahr vermittelt.", "The service brokered all of them this year."
)
_BROKERED_ONE = Say(
    "Eine davon hat der JMD in diesem Jahr vermittelt.", "The service brokered one of them this year."
)
_BROKERED = Say(
    "{n} davon hat der JMD in diesem Jahr vermittelt.", "The service brokered {n} of them this year."
)


def description(plan: MapPlan) -> str:
    """Give the picture in whole sentences: numbers a ring, largest groups, top partners, ties, changes."""
    language, ring = plan.language, plan.words.ring
    of = ring.of.in_(language)
    said = [_HEAD.in_(language).format(year=plan.year, centre=plan.centre, of=of)]
    inside = [mark for mark in plan.marks if mark.ring]
    if not plan.marks:
        return " ".join([*said, _NONE.in_(language), *plan.changes])
    said.append(_SHOWS.in_(language).format(n=_partners(len(plan.marks), language)))
    if inside:
        rings = [
            f"{plan.words.rings[ring - 1]} {_figure(count, language)}"
            for ring in range(5, 0, -1)
            if (count := sum(mark.ring == ring for mark in inside))
        ]
        said.append(ring.by.in_(language).format(list=in_list(rings, language)))
    else:
        said.append((_ONE_NO_RING if len(plan.marks) == 1 else _NO_RING).in_(language))
    strips = [
        f"{heading} ({in_number(count, language)})"
        for code, heading in plan.strips
        if (count := sum(mark.ring is None and mark.strip == code for mark in plan.marks))
    ]
    if strips:
        said.append(_OUTSIDE.in_(language).format(list="; ".join(strips)))
    said += [*_groups(plan), *_most(plan), *_ties(plan), *plan.changes]
    return " ".join(said)


def _groups(plan: MapPlan) -> list[str]:
    counts = [(sum(mark.group == group.code for mark in plan.marks), group.label) for group in plan.groups]
    filled = sorted((entry for entry in counts if entry[0]), key=lambda entry: -entry[0])
    if len(filled) < 2 or filled[0][0] < 2:
        return []
    parts = [f"{label} ({in_number(count, plan.language)})" for count, label in filled[:3]]
    return [_SECTORS.in_(plan.language).format(list="; ".join(parts))]


def _most(plan: MapPlan) -> list[str]:
    """Name the partners with the highest step of what the size stands for, if it is one of the top two."""
    language, measure = plan.language, plan.words.size
    top = max((mark.size or 0 for mark in plan.marks), default=0)
    if measure is None or top < _HIGH:
        return []
    found = sorted(
        (mark for mark in plan.marks if mark.size == top), key=lambda mark: (mark.label.casefold(), mark.id)
    )
    names = [clear(mark.label, language) for mark in found[:_NAMED]]
    if more := len(found) - len(names):
        names.append((_MORE_ONE if more == 1 else _MORE).in_(language).format(n=_figure(more, language)))
    say = measure.top_one if len(found) == 1 else measure.top
    return [say.in_(language).format(list=in_list(names, language))]


def _ties(plan: MapPlan) -> list[str]:
    """Count the ties that are drawn, and those of them that were brokered; say what a missing line means."""
    language = plan.language
    inside = {mark.id for mark in plan.marks if mark.ring}
    drawn = [link for link in plan.links if {link.a, link.b} <= inside]
    brokered, said = sum(link.brokered for link in drawn), list[str]()
    if drawn:
        say = _TIE if len(drawn) == 1 else _TIES
        said.append(capital(say.in_(language).format(n=_figure(len(drawn), language))))
    if brokered:
        if brokered == len(drawn):
            say = _BROKERED_IT if brokered == 1 else _BROKERED_ALL
        else:
            say = _BROKERED_ONE if brokered == 1 else _BROKERED
        said.append(capital(say.in_(language).format(n=_figure(brokered, language))))
    return [*said, plan.words.not_surveyed] if plan.words.not_surveyed else said


def _partners(count: int, language: Language) -> str:
    if language == "de":
        return "einen Partner" if count == 1 else f"{_figure(count, language)} Partner"
    return "one partner" if count == 1 else f"{_figure(count, language)} partners"


def _figure(count: int, language: Language) -> str:
    small = words.FIGURES[language]
    if count < len(small) and count:
        return "einer" if count == 1 and language == "de" else small[count]
    return in_number(count, language)
