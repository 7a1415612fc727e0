"""What the built-in exporters let out of a workspace that has a token in every field; prints the table.

    python tools/canaries.py

Every exporter makes every form for every audience in both languages. Each file is searched for all tokens
in every encoding that the search knows. A token above the audience is a leak, and the program then ends with
status 1. A token that the audience may see and that was found shows that the search sees something.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

import attrs

from jmdexport.errors import AudienceRefused, MissingExtra
from jmdexport.jobs import Wanted
from jmdexport.records import Exporter
from jmdexport.registry import Registry
from jmdexport.run import render_all
from jmdexport.searching import Reader, squeezed
from jmdmodel.collection import Collection
from jmdmodel.fields import evolve
from jmdmodel.findings import Finding
from jmdmodel.ids import MapId
from jmdmodel.messages import LANGUAGES, Language
from jmdmodel.privacy.counts import protected_counts
from jmdmodel.quality import check
from jmdmodel.scales import Audience
from jmdmodel.testing.canaries import YEAR, Canary, Planted, canaries

ON = date(YEAR + 1, 1, 31)


@attrs.frozen(kw_only=True)
class Run:
    """One exporter, form, audience and language, and what was found in the files.

    Attributes:
        refused: Why nothing was made: the audience may see nothing of it, or an extra is missing.
        leaked: Tokens above the audience that the files hold, with the encodings they were in.
        shown: Tokens within the audience that the files hold.
        ways: How often which encoding had to be undone to find what is shown.
        left_out: What could not be searched.
    """

    exporter: str
    suffix: str
    audience: Audience
    language: Language
    refused: str = ""
    planted: int = 0
    leaked: tuple[tuple[Canary, tuple[str, ...]], ...] = ()
    shown: frozenset[str] = frozenset()
    ways: tuple[tuple[str, int], ...] = ()
    left_out: tuple[tuple[str, ...], ...] = ()


@cache
def planted() -> Planted:
    """Give the workspace full of tokens, with a map of the year before too, for pictures of two years."""
    made = canaries()
    (last,) = made.workspace.maps
    before = evolve(last, id=MapId(str(YEAR - 1)), as_of=date(YEAR - 1, 12, 31))
    return attrs.evolve(made, workspace=evolve(made.workspace, maps=Collection([before, last])))


@cache
def found() -> tuple[Finding, ...]:
    """Give what the rules find in it."""
    return tuple(check(planted().workspace, on=ON))


@cache
def protected_numbers() -> frozenset[str]:
    """Give the numbers of people that the protected tables of the year show."""
    tables = protected_counts(planted().workspace, year=YEAR).shown
    return frozenset(str(number) for table in tables for number in table.cells if number is not None)


def is_told_protected(canary: Canary, audience: Audience) -> bool:
    """Tell whether a number of people may be told because it is not small and a protected table has it."""
    return audience >= Audience.REPORT and canary.kind == "number" and canary.token in protected_numbers()


def jobs() -> Iterator[tuple[Exporter, str]]:
    """Yield every built-in exporter with every form that it can give."""
    for exporter in sorted(Registry(plugins="none").exporters, key=lambda one: one.name):
        yield from ((exporter, medium.suffix) for medium in exporter.media)


def run(name: str, suffix: str, audience: Audience, language: Language, **options: object) -> Run:
    """Make one form for one audience in one language, and search all files that come."""
    if name == "case-map":  # it shows one case, which has to be named
        options = {"case": planted().workspace.cases.ids()[0], **options}
    above = planted().above(audience)
    told = Run(exporter=name, suffix=suffix, audience=audience, language=language, planted=len(above))
    try:
        made = render_all(
            planted().workspace,
            [Wanted(name, medium=suffix, options=options)],
            year=YEAR,
            as_of=ON,
            audience=audience,
            purpose="Probe",
            language=language,
            findings=found(),
        )
    except (AudienceRefused, MissingExtra) as error:
        return attrs.evolve(told, refused=type(error).__name__)
    by_token = {one.token: one for one in planted().canaries}
    leaked: list[tuple[Canary, tuple[str, ...]]] = []
    shown: set[str] = set()
    ways: Counter[str] = Counter()
    left_out: list[tuple[str, ...]] = []
    for data in (part for artifact in made for part in (artifact.name.encode(), artifact.data)):
        where, unread = tokens_in(data, planted().canaries)
        left_out += unread
        for token, way in where.items():
            if by_token[token].privacy > audience and not is_told_protected(by_token[token], audience):
                leaked.append((by_token[token], way))
            else:
                shown.add(token)
                ways.update(way or ("plain",))
    return attrs.evolve(
        told,
        leaked=tuple(leaked),
        shown=frozenset(shown),
        ways=tuple(sorted(ways.items())),
        left_out=tuple(left_out),
    )


@cache
def _sought(wanted: tuple[Canary, ...]) -> tuple[frozenset[str], dict[str, str]]:
    """Give the words that are looked for, and the token of each form of a number or day."""
    words = frozenset(one.token for one in wanted if one.kind in {"text", "identifier"})
    return words, {form: one.token for one in wanted if one.kind in {"number", "day"} for form in one.forms}


def tokens_in(
    data: bytes, wanted: Iterable[Canary]
) -> tuple[dict[str, tuple[str, ...]], set[tuple[str, ...]]]:
    """Search a file: for words however they are torn apart, for numbers and days as they are written.

    Gives for each token the encodings that had to be undone, the fewest, and what could not be read.
    """
    words, values = _sought(tuple(wanted))
    reader, ways = Reader(), dict[str, tuple[str, ...]]()
    for reading in reader.readings(data):
        there = words.intersection(_WORD.findall(squeezed(reading.text)))
        hits = (hit.strip(".,-") for form in _VALUES for hit in form.findall(reading.text))
        there |= {values[hit] for hit in hits if hit in values}
        for token in there:
            ways[token] = min(ways.get(token, reading.way), reading.way, key=len)
    return ways, reader.left_out


_WORD = re.compile(r"zq\d{4}xk")
_VALUES = (re.compile(r"\d\d?\.? [^\W\d]+ \d{4}"), re.compile(r"[\d.,-][\d.,-]{4,}"))
"""Days in words, and all other values: to look for one after the other takes less time than for either."""


def everything() -> Iterator[Run]:
    """Run it all."""
    for exporter, suffix in jobs():
        for audience in Audience:
            for language in LANGUAGES:
                yield run(exporter.name, suffix, audience, language)


def table(runs: Iterable[Run]) -> Iterator[str]:
    """Yield the lines of the table, languages taken together."""
    yield "| exporter | form | audience | planted above it | leaked | within it, found | encodings undone |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    by_row: dict[tuple[str, str, Audience], list[Run]] = {}
    for one in runs:
        by_row.setdefault((one.exporter, one.suffix, one.audience), []).append(one)
    for (exporter, suffix, audience), made in by_row.items():
        start = f"| {exporter} | `{suffix}` | {audience.code} | {made[0].planted}"
        if any(one.refused for one in made):
            yield f"{start} | refused | – | – |"
            continue
        shown = frozenset[str]().union(*(one.shown for one in made))
        ways = sorted({way for one in made for way, _ in one.ways})
        yield f"{start} | {sum(len(one.leaked) for one in made)} | {len(shown)} | {', '.join(ways) or '–'} |"


def main() -> int:
    """Print the table, every leak, and what could not be searched."""
    runs = list(everything())
    lines = list(table(runs))
    for one in runs:
        where = f"{one.exporter}{one.suffix}, {one.audience.code}, {one.language}"
        lines += [f"LEAK {where}: {canary.path} in {' in '.join(way)}" for canary, way in one.leaked]
        lines += [f"NOT SEARCHED {where}: {' in '.join(way)}" for way in one.left_out]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if any(one.leaked or one.left_out for one in runs) else 0


if __name__ == "__main__":
    raise SystemExit(main())
