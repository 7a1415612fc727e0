"""Plans of maps for the tests: small ones by hand, large ones by a seeded generator."""

from __future__ import annotations

import random
from collections.abc import Sequence

import attrs

from jmdexport.drawing import PAGES, Link, MapGroup, MapPlan, Mark, Words, group_style
from jmdexport.drawing.plan import LineKind
from jmdmodel.messages import Language
from jmdmodel.scales import Importance, Intensity, TieStrength

STRIPS = (
    ("open", "Intensität offen"),
    ("not-rated", "nicht bewertet"),
    ("important", "wichtig, noch kein Kontakt"),
    ("refused", "Kontakt abgelehnt"),
    ("dormant", "Kontakt ruht"),
    ("unknown", "Stand unbekannt"),
)
WORDS = Words(
    rings=tuple(step.label.de for step in Intensity),  # type: ignore[arg-type]
    sizes=tuple(step.label.de for step in Importance),  # type: ignore[arg-type]
    strengths=tuple(step.label.de for step in TieStrength),  # type: ignore[arg-type]
    lines=("informell", "mündlich oder schriftlich vereinbart", "Vertrag oder eigene Rechtsform"),
    badge="wirkt am Übergang von der Schule in den Beruf mit",
    ties="In diesem Jahr vermittelte Verbindungen",
)
HEADINGS = (
    "Arbeit und Ausbildung",
    "Schule und Bildung",
    "Ämter und Behörden",
    "Verbände und Beratung",
    "Gesundheit",
    "Vereine, Jugend und Kultur",
    "Migrantenorganisationen und Religion",
    "Weitere",
)
_PARTS = "Amt Bund Haus Jugend Kreis Land Markt Netz Ost Rat Schul Stadt Tal Verein Werk Wohn Zentrum"
PARTS = _PARTS.split()
KINDS: tuple[LineKind, ...] = ("dotted", "dashed", "solid")


def groups(count: int = 8) -> tuple[MapGroup, ...]:
    found = []
    for position in range(count):
        fill, shape, hatch = group_style(position)
        label = HEADINGS[position] if position < len(HEADINGS) else f"Gruppe {position + 1}"
        found.append(MapGroup(code=f"g{position}", label=label, shape=shape, fill=fill, hatch=hatch))
    return tuple(found)


def mark(number: int, **values: object) -> Mark:
    given: dict[str, object] = {"label": f"Partner {number}", "group": "g0", "ring": 3, "size": 3}
    return Mark(id=f"p{number:03}", **{**given, **values})  # type: ignore[arg-type]


def plan(
    marks: Sequence[Mark] = (),
    links: Sequence[Link] = (),
    *,
    page: tuple[str, str] = ("A4", "landscape"),
    sectors: int = 8,
    language: Language = "de",
) -> MapPlan:
    return MapPlan(
        page=PAGES[page],
        language=language,
        title="Netzwerkkarte 2024",
        subtitle=("Jugendmigrationsdienst Musterstadt · Stand 15.11.2024", "Gezeigt: alle Partner"),
        centre="JMD Musterstadt",
        groups=groups(sectors),
        marks=tuple(marks),
        links=tuple(links),
        strips=STRIPS,
        words=WORDS,
        year=2024,
        source="Quelle: Netzwerkverzeichnis, Einschätzungen des Jahres 2024.",
    )


def network(
    count: int,
    *,
    page: tuple[str, str] = ("A4", "landscape"),
    sectors: int = 8,
    ties: int = 0,
    rings: Sequence[int] = (1, 2, 3, 4, 5),
    letters: tuple[int, int] = (18, 39),
    seed: int = 1,
) -> MapPlan:
    """Give a generated network with names of so many letters; the same seed gives the same network."""
    chance = random.Random(seed)
    marks = []
    for number in range(count):
        wanted, name = chance.randint(*letters), ""
        while len(name) < wanted:
            word = "".join(chance.choice(PARTS) for _ in range(chance.randint(1, 3)))
            name = f"{name} {word.capitalize()}".strip()
        marks.append(
            mark(
                number,
                label=name[:wanted].strip(),
                group=f"g{number % sectors}",
                ring=chance.choice(list(rings)),
                size=chance.choice([1, 2, 3, 4, 5, None]),
                badge=chance.random() < 0.15,
            )
        )
    ends: set[tuple[int, int]] = set()
    while len(ends) < ties:
        first, second = sorted(chance.sample(range(count), 2))
        ends.add((first, second))
    links = [
        Link(
            id=f"t{number}",
            a=f"p{first:03}",
            b=f"p{second:03}",
            strength=chance.randint(1, 4),
            line=chance.choice(KINDS),
        )
        for number, (first, second) in enumerate(sorted(ends))
    ]
    return plan(marks, links, page=page, sectors=sectors)


def renamed(given: MapPlan, label: str, number: int = 0) -> MapPlan:
    """Give a plan in which one mark has another name."""
    marks = list(given.marks)
    marks[number] = attrs.evolve(marks[number], label=label)
    return attrs.evolve(given, marks=tuple(marks))
