"""Published figures of well-known networks, beside what the library computes.

``python docs/oracles.py`` prints the table that stands in ``docs/explanation/figures.md``. The networks are
facts from the literature; the published values are those of the papers, of UCINET, igraph and networkx.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from fractions import Fraction

import attrs

from jmdmodel.analysis.figures import Arcs, Net, ego
from jmdmodel.analysis.figures.brokerage import directed_roles
from jmdmodel.analysis.figures.centrality import (
    betweenness,
    betweenness_centralisation,
    betweenness_centrality,
    closeness,
    degree_centralisation,
    degree_centrality,
)
from jmdmodel.analysis.figures.diversity import e_i_index, jaccard
from jmdmodel.analysis.figures.holes import constraints, effective_sizes
from jmdmodel.analysis.figures.structure import density
from jmdmodel.analysis.figures.two_mode import two_mode_betweenness, two_mode_closeness, two_mode_degree
from jmdmodel.messages import in_decimal

ZACHARY = """
0-1 0-2 0-3 0-4 0-5 0-6 0-7 0-8 0-10 0-11 0-12 0-13 0-17 0-19 0-21 0-31 1-2 1-3 1-7 1-13 1-17 1-19 1-21 1-30
2-3 2-7 2-8 2-9 2-13 2-27 2-28 2-32 3-7 3-12 3-13 4-6 4-10 5-6 5-10 5-16 6-16 8-30 8-32 8-33 9-33 13-33
14-32 14-33 15-32 15-33 18-32 18-33 19-33 20-32 20-33 22-32 22-33 23-25 23-27 23-29 23-32 23-33 24-25 24-27
24-31 25-31 26-29 26-33 27-33 28-31 28-33 29-32 29-33 30-32 30-33 31-32 31-33 32-33
"""
"""The karate club (Zachary 1977), without weights."""
OFFICERS = frozenset(map(str, (9, 14, 15, 18, 20, *range(22, 34))))
"""Those of the club who went with the officers."""
KITE = """
Andre-Beverly Andre-Carol Andre-Diane Andre-Fernando Beverly-Diane Beverly-Ed Beverly-Garth Carol-Diane
Carol-Fernando Diane-Ed Diane-Fernando Diane-Garth Ed-Garth Fernando-Garth Fernando-Heather Garth-Heather
Heather-Ike Ike-Jane
"""
"""Krackhardt's kite (Krackhardt 1990)."""
FLORENCE = """
Acciaiuoli-Medici Medici-Barbadori Medici-Ridolfi Medici-Tornabuoni Medici-Albizzi Medici-Salviati
Castellani-Peruzzi Castellani-Strozzi Castellani-Barbadori Peruzzi-Strozzi Peruzzi-Bischeri Strozzi-Ridolfi
Strozzi-Bischeri Ridolfi-Tornabuoni Tornabuoni-Guadagni Albizzi-Ginori Albizzi-Guadagni Salviati-Pazzi
Bischeri-Guadagni Guadagni-Lamberteschi
"""
"""Marriages of Florentine families (Padgett; Breiger and Pattison 1986)."""
BORGATTI = "A-B:2 A-F:3 A-G:5 A-E:2 E-G:8 F-G:3 B-G:4 B-D:1 D-G:3 G-C:10"
"""The test network for structural holes (Borgatti 1997), with weights."""
BURT_DIRECTED = "0-1:2 0-2:2 1-0:1 2-1:1"
"""A small network with directions and weights, computed by UCINET and igraph."""
BROKERS = "A-B A-C B-C B-D C-D D-A"
"""Four nodes with directions; A and B are of one group, C and D of another. Worked out by hand."""
DAVIS = {
    "Evelyn": "1 2 3 4 5 6 8 9",
    "Laura": "1 2 3 5 6 7 8",
    "Theresa": "2 3 4 5 6 7 8 9",
    "Brenda": "1 3 4 5 6 7 8",
    "Charlotte": "3 4 5 7",
    "Frances": "3 5 6 8",
    "Eleanor": "5 6 7 8",
    "Pearl": "6 8 9",
    "Ruth": "5 7 8 9",
    "Verne": "7 8 9 12",
    "Myra": "8 9 10 12",
    "Katherina": "8 9 10 12 13 14",
    "Sylvia": "7 8 9 10 12 13 14",
    "Nora": "6 7 9 10 11 12 13 14",
    "Helen": "7 8 10 11 12",
    "Dorothy": "8 9",
    "Olivia": "9 11",
    "Flora": "9 11",
}
"""Southern women and the events they came to (Davis, Gardner and Gardner 1941)."""
CLUB, WOMEN = "karate club", "Southern women"


@attrs.frozen(kw_only=True)
class Oracle:
    """A published value beside ours.

    Attributes:
        published: The value as it is printed, so that its decimals tell how exact it is.
        ours: The value that the library gives.
    """

    figure: str
    network: str
    published: str
    ours: Fraction

    @property
    def decimals(self) -> int:
        """How many decimals are published."""
        return len(self.published.partition(".")[2])

    @property
    def value(self) -> Fraction:
        """The published value as a number."""
        return Fraction(self.published.replace("−", "-"))

    @property
    def difference(self) -> Fraction:
        """What ours is above the published value."""
        return self.ours - self.value

    @property
    def agrees(self) -> bool:
        """Whether ours is the published value, but for less than one unit of its last decimal."""
        exact = self.decimals == 0
        return not self.difference if exact else abs(self.difference) < Fraction(1, 10**self.decimals)

    def cells(self) -> tuple[str, ...]:
        """Give the line of the table: ours with two decimals more than published."""
        more = self.decimals + 2 if self.decimals else 0
        ours = in_decimal(self.ours, "en", decimals=more) if more else str(self.ours)
        difference = in_decimal(self.difference, "en", decimals=more)
        return self.figure, self.network, self.published, ours, difference


def net(ties: str) -> Net:
    """Make a network from ties like ``a-b``; weights behind a colon are left out."""
    pairs = [tie.partition(":")[0].split("-") for tie in ties.split()]
    return Net.of({end for pair in pairs for end in pair}, [(one, other) for one, other in pairs])


def arcs(ties: str, *, directed: bool, weighted: bool) -> Arcs:
    """Make a network with directions or weights from arcs like ``a-b:2``."""
    told = [(*pair.split("-"), weight) for pair, _, weight in (tie.partition(":") for tie in ties.split())]
    made = [(one, other, int(weight or 1) if weighted else 1) for one, other, weight in told]
    return Arcs.of({end for *pair, _ in made for end in pair}, made, directed=directed)


def southern_women() -> Net:
    """Make the network of women and events; an event is called ``E`` and its number."""
    pairs = [(woman, f"E{event}") for woman, events in DAVIS.items() for event in events.split()]
    return Net.of({end for pair in pairs for end in pair}, pairs)


def star(size: int) -> Net:
    """Make the network among the partners of a star: so many, and no tie."""
    return Net.of((f"partner-{number}" for number in range(size)), ())


def oracles() -> tuple[Oracle, ...]:
    """Give each published value with ours."""
    return (*_karate_club(), *_kite_and_florence(), *_holes(), *_brokers(), *_two_mode())


def _karate_club() -> Iterator[Oracle]:
    club = net(ZACHARY)
    sides = [name in OFFICERS for name in club.nodes]
    yield _of("density", CLUB, "0.1390374", density(club))
    yield _of("degree centralisation", CLUB, "0.3996212", degree_centralisation(club))
    yield _of("betweenness centralisation", CLUB, "0.4055572", betweenness_centralisation(club))
    yield _of("E-I index", f"{CLUB}, by side", "−0.7179487", e_i_index(club, sides))
    for node, through, size, bound in (
        ("0", "231.0714286", "13.75", "0.155423"),
        ("33", "160.5515873", "15.235294", "0.156419"),
    ):
        place = f"{CLUB}, {node}"
        number = club.number_of(node)
        yield _of("betweenness", place, through, betweenness(club)[number])
        yield _of("effective size", place, size, effective_sizes(club.arcs())[number])
        yield _of("constraint", place, bound, constraints(club.arcs())[number])


def _kite_and_florence() -> Iterator[Oracle]:
    for name, ties, node, size, bound in (
        ("kite", KITE, "Diane", "3.333333", "0.470170"),
        ("Florence", FLORENCE, "Medici", "5.666667", "0.209877"),
    ):
        made = net(ties)
        number = made.number_of(node)
        yield _of("effective size", f"{name}, {node}", size, effective_sizes(made.arcs())[number])
        yield _of("constraint", f"{name}, {node}", bound, constraints(made.arcs())[number])
    kite, florence = net(KITE), net(FLORENCE)
    yield _of("betweenness", "kite, Heather", "0.389", _at(kite, "Heather", betweenness_centrality(kite)))
    yield _of("closeness", "kite, Garth", "0.643", _at(kite, "Garth", closeness(kite)))
    yield _of("degree", "kite, Diane", "0.667", _at(kite, "Diane", degree_centrality(kite)))
    value = _at(florence, "Medici", betweenness_centrality(florence))
    yield _of("betweenness", "Florence, Medici", "0.522", value)
    yield _of("closeness", "Florence, Ridolfi", "0.500", _at(florence, "Ridolfi", closeness(florence)))


def _holes() -> Iterator[Oracle]:
    for ties, directed, weighted, values in (
        (BORGATTI, False, False, {"G": ("4.67", "0.400"), "A": ("2.50", "0.595"), "C": ("1", "1")}),
        (BORGATTI, False, True, {"G": ("5.47", "0.299"), "A": ("2.47", "0.795"), "C": ("1", "1")}),
        (BURT_DIRECTED, True, False, {"0": ("1.167", "1.003"), "2": ("1", "1.389")}),
        (BURT_DIRECTED, True, True, {"0": ("1.567", "0.840"), "1": ("1.083", "1.143"), "2": ("1", "1.378")}),
    ):
        made = arcs(ties, directed=directed, weighted=weighted)
        sort = ("directed" if directed else "Borgatti") + (", weighted" if weighted else "")
        for node, (size, bound) in values.items():
            number = made.nodes.index(node)
            yield _of("effective size", f"{sort}, {node}", size, effective_sizes(made)[number])
            yield _of("constraint", f"{sort}, {node}", bound, constraints(made)[number])
    yield _of("effective size", "star of 8, closed form", "8", ego.effective_size(star(8)))
    yield _of("constraint", "star of 8, closed form", "1/8", ego.constraint(star(8)))


def _brokers() -> Iterator[Oracle]:
    made = arcs(BROKERS, directed=True, weighted=False)
    found = dict(zip(made.nodes, directed_roles(made, [1, 1, 2, 2]), strict=True))
    for node, role in (
        *(("A", "gatekeeper"), ("A", "consultant"), ("B", "representative")),
        *(("C", "gatekeeper"), ("D", "representative"), ("D", "consultant")),
    ):
        yield _of(role, f"four nodes, {node}", "1", Fraction(getattr(found[node], role)))
    yield _of("all roles", "four nodes, all", "6", Fraction(sum(each.total for each in found.values())))
    yield _of(
        "Jaccard", "ABCDEFGH and CDEFGHIJK", "6/11", jaccard(frozenset("ABCDEFGH"), frozenset("CDEFGHIJK"))
    )


def _two_mode() -> Iterator[Oracle]:
    made = southern_women()
    first = frozenset(DAVIS)
    degrees, near = two_mode_degree(made, first), two_mode_closeness(made, first)
    through = two_mode_betweenness(made, first)
    for node, degree, close, between in (
        *(("E8", "0.78", "0.85", "0.24"), ("E9", "0.67", "0.79", "0.23")),
        *(("Nora", "0.57", "0.80", "0.11"), ("Evelyn", "0.57", "0.80", "0.10")),
    ):
        yield _of("two-mode degree", f"{WOMEN}, {node}", degree, _at(made, node, degrees))
        yield _of("two-mode closeness", f"{WOMEN}, {node}", close, _at(made, node, near))
        yield _of("two-mode betweenness", f"{WOMEN}, {node}", between, _at(made, node, through))


def _at(made: Net, node: str, values: Sequence[Fraction | None]) -> Fraction | None:
    return values[made.number_of(node)]


def _of(figure: str, network: str, published: str, ours: Fraction | None) -> Oracle:
    if ours is None:
        raise ValueError(f"{figure} of {network} is not defined.")
    return Oracle(figure=figure, network=network, published=published, ours=ours)


def oracle_table() -> str:
    """Give the table as Markdown."""
    head = ("figure", "network", "published", "ours", "difference")
    lines = [head, ("---",) * len(head), *(oracle.cells() for oracle in oracles())]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


if __name__ == "__main__":
    sys.stdout.write(oracle_table() + "\n")
