"""Plans of change maps for the tests: small ones by hand, large ones by a seeded generator."""

from __future__ import annotations

import random
from collections.abc import Sequence

from jmdexport.drawing import PAGES, Link
from jmdexport.drawing.change_plan import SIGNS, ChangePlan, Move, Sign, Standing
from jmdmodel.messages import Language
from tests.unit.drawing._plans import PARTS, STRIPS, WORDS, groups

OTHER: tuple[Sign, ...] = ("more-important", "less-important", "newly-rated", "no-longer-rated")


def move(number: int, old: int | None = 3, new: int | None = 3, **values: object) -> Move:
    """Give a partner with a ring on each map; ``None`` where it is not on it. 0 is beside the rings."""
    signs: list[Sign] = []
    if old is None:
        signs.append("joined")
    elif new is None:
        signs.append("ended")
    elif old and new and old != new:
        signs.append("closer" if new > old else "looser")
    given: dict[str, object] = {
        "label": f"Partner {number}",
        "group": "g0",
        "before": standing(old),
        "after": standing(new),
        "signs": tuple(signs),
    }
    return Move(id=f"p{number:03}", **{**given, **values})  # type: ignore[arg-type]


def standing(ring: int | None, size: int | None = 3) -> Standing | None:
    if ring is None:
        return None
    return Standing(ring=ring, size=size) if ring else Standing(size=size, place="dormant")


def change(
    moves: Sequence[Move] = (),
    links: Sequence[Link] = (),
    *,
    page: tuple[str, str] = ("A4", "landscape"),
    sectors: int = 8,
    language: Language = "de",
    **values: object,
) -> ChangePlan:
    given: dict[str, object] = {
        "title": "Veränderungskarte 2023–2024",
        "subtitle": (
            "Jugendmigrationsdienst Musterstadt",
            "2023: Stand 31.12.2023",
            "2024: Stand 31.12.2024",
        ),
        "centre": "JMD Musterstadt",
        "years": (2023, 2024),
        "places": STRIPS,
        "signs": tuple(
            (sign, f"Bedeutung von {sign}", number)
            for sign in SIGNS
            if (number := sum(sign in one.signs for one in moves))
        ),
        "words": WORDS,
        "told": "Veränderungskarte.",
        "source": "Quelle: Netzwerkverzeichnis, Einschätzungen der Jahre 2023 und 2024.",
    }
    return ChangePlan(
        page=PAGES[page],
        language=language,
        groups=groups(sectors),
        moves=tuple(moves),
        links=tuple(links),
        **{**given, **values},  # type: ignore[arg-type]
    )


def name(chance: random.Random, letters: tuple[int, int]) -> str:
    wanted, found = chance.randint(*letters), ""
    while len(found) < wanted:
        word = "".join(chance.choice(PARTS) for _ in range(chance.randint(1, 3)))
        found = f"{found} {word.capitalize()}".strip()
    return found[:wanted].strip()


def change_network(
    count: int,
    *,
    page: tuple[str, str] = ("A4", "landscape"),
    sectors: int = 8,
    letters: tuple[int, int] = (18, 39),
    seed: int = 1,
) -> ChangePlan:
    """Give a generated change: a third stays, the others come, go, move or change their state."""
    chance = random.Random(seed)
    moves = []
    for number in range(count):
        sides: list[int | None] = [chance.randint(1, 5), chance.randint(1, 5)]
        if chance.random() < 0.35:
            sides[1] = sides[0]
        elif chance.random() < 0.25:
            sides[chance.randrange(2)] = None
        elif chance.random() < 0.2:
            sides[chance.randrange(2)] = 0
        before, after = (standing(ring, chance.choice([1, 2, 3, 4, 5, None])) for ring in sides)
        one = move(number, *sides, before=before, after=after)
        more = tuple(sign for sign in OTHER if chance.random() < 0.15) if before and after else ()
        moves.append(
            move(
                number,
                *sides,
                label=name(chance, letters),
                group=f"g{number % sectors}",
                before=before,
                after=after,
                signs=(*one.signs, *more),
            )
        )
    return change(moves, page=page, sectors=sectors)
