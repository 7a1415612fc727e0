"""Networks for the layout: made by their number, and the edge cases by hand."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import get_args

import attrs

from jmdexport.drawing import PAGES, MapPlan, Mark, Words
from jmdmodel.messages import Language
from jmdmodel.scales import Importance, Intensity, TieStrength
from tests.unit.drawing._plans import STRIPS, WORDS, network, plan

PAGE_NAMES = tuple(PAGES)
LANGUAGES: tuple[Language, ...] = get_args(Language)
MOST = {"A4": 90, "A3": 150}
"""So many partners must fit on a page."""
IN_ENGLISH = Words(
    rings=tuple(step.label.en for step in Intensity),  # type: ignore[arg-type]
    sizes=tuple(step.label.en for step in Importance),
    strengths=tuple(step.label.en for step in TieStrength),
    lines=("informal", "agreed by word or in writing", "contract or own legal form"),
    badge="has a part in the transition from school to work",
    ties="Ties brokered in this year",
)
_RINGS = ((1, 2, 3, 4, 5), (1, 1, 1, 2, 3), (5, 5, 5, 4, 3), (1, 2), (3,), (5,))
_LONG = "Arbeitsgemeinschaft der Beratungsstellen für junge Menschen im Landkreis und in der Stadt "
_SHORT_NAMES = 0.15
_LONG_NAMES = 0.03
_CHARACTERS = 200


def sample(number: int) -> MapPlan:
    """Give the network of a number: its page, its size, how it is skewed, its names; always the same."""
    chance = random.Random(number)
    page = PAGE_NAMES[number % len(PAGE_NAMES)]
    most = MOST[page[0]]
    count = most if chance.random() < 0.2 else chance.randint(10, most)
    sectors = chance.choice((1, 4, 6, 8, 8, 8, 8, 12, 20))
    made = network(
        count,
        page=page,
        sectors=sectors,
        ties=chance.choice((0, count // 10, count)),
        rings=chance.choice(_RINGS),
        seed=number,
    )
    weights = _weights(chance, sectors)
    beside = chance.choice((0.0, 0.0, 0.1, 0.3))
    marks = [_skewed(chance, one, weights, beside) for one in made.marks]
    language = LANGUAGES[number // len(PAGE_NAMES) % len(LANGUAGES)]
    return attrs.evolve(
        made, marks=tuple(marks), language=language, words=WORDS if language == "de" else IN_ENGLISH
    )


def _weights(chance: random.Random, sectors: int) -> list[float]:
    """Give how probable each sector is: all alike, ever less, or nearly all in one."""
    kind = chance.choice(("even", "even", "falling", "one"))
    if kind == "even":
        return [1.0] * sectors
    if kind == "falling":
        return [0.7**place for place in range(sectors)]
    heavy = chance.randrange(sectors)
    return [30.0 if place == heavy else 0.3 for place in range(sectors)]


def _skewed(chance: random.Random, one: Mark, weights: Sequence[float], beside: float) -> Mark:
    (group,) = chance.choices(range(len(weights)), weights)
    found = attrs.evolve(one, group=f"g{group}")
    if chance.random() < _LONG_NAMES:
        found = attrs.evolve(found, label=(f"{one.label} " * 12)[:_CHARACTERS])
    if chance.random() < _SHORT_NAMES:
        found = attrs.evolve(found, short=one.label[:12].strip())
    if chance.random() < beside:
        code, _ = chance.choice(STRIPS)
        found = attrs.evolve(found, ring=None, strip=code)
    return found


def edge_cases() -> Iterator[tuple[str, MapPlan]]:
    """Give the edge cases, each with what it is; those of many partners on A3, the others on A4."""
    wide = ("A3", "landscape")
    yield "no partner", plan()
    yield "one partner", network(1)
    yield "one sector", network(60, sectors=1)
    yield "twenty sectors", network(60, sectors=20)
    yield "twenty sectors, 150 partners", network(150, sectors=20, page=wide)
    for name in ("landscape", "portrait"):
        page = ("A3", name)
        yield f"150 in the only sector, {name}", network(150, sectors=1, page=page)
        yield f"150 in the first of eight, {name}", gathered(network(150, page=page), "g0", 0)
        yield f"150 in the fifth of eight, {name}", gathered(network(150, page=page), "g4", 0)
        yield f"140 in one of eight, {name}", gathered(network(150, page=page), "g2", 10)
    yield "90 in one of eight on A4, portrait", gathered(network(90, page=("A4", "portrait")), "g2", 0)
    yield "90 in one of eight on A4, landscape", gathered(network(90), "g6", 0)
    yield "nobody rated", beside(network(60))
    yield "nobody of 150 rated", beside(network(150, page=wide))
    yield "names of 200 characters", network(12, letters=(_CHARACTERS, _CHARACTERS))
    yield "one name of 200 characters", named(network(45), [(_LONG * 3)[:_CHARACTERS]])
    yield (
        "right-to-left names",
        named(network(45), ["جمعية الشباب للاندماج", "עמותת הנוער", "\u202egnuthcir"]),
    )
    yield "emoji", named(network(45), ["Haus 🏫 der 👨‍👩‍👧 Familien 🎓", "🏳️‍🌈", "👩🏽‍🏫" * 12])
    yield (
        "markup",
        named(network(45), ['<b onclick="x">Verein</b> & Söhne', "</svg><script>1</script>", "&amp;"]),
    )


def gathered(given: MapPlan, group: str, others: int) -> MapPlan:
    """Give a network with all partners in one sector but for a few."""
    marks = (one if at < others else attrs.evolve(one, group=group) for at, one in enumerate(given.marks))
    return attrs.evolve(given, marks=tuple(marks))


def beside(given: MapPlan) -> MapPlan:
    """Give a network in which nobody is rated."""
    marks = (attrs.evolve(one, ring=None, size=None, strip="not-rated") for one in given.marks)
    return attrs.evolve(given, marks=tuple(marks))


def named(given: MapPlan, names: Sequence[str]) -> MapPlan:
    """Give a network in which the first partners have other names."""
    marks = list(given.marks)
    for at, name in enumerate(names):
        marks[at] = attrs.evolve(marks[at], label=name)
    return attrs.evolve(given, marks=tuple(marks))
