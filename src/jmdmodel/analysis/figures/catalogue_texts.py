"""The catalogue of figures: each defined once, with its formula, range, meaning, few partners and paper."""

from __future__ import annotations

from typing import Self

import attrs

from jmdmodel.messages import Say
from jmdmodel.scales import Coded

SYMBOLS: tuple[tuple[str, Say], ...] = (
    ("n", Say("Partner mit Kontakt", "partners in contact")),
    ("t", Say("Verbindungen unter ihnen, jedes Paar einmal", "ties among them, each pair once")),
    ("kᵢ", Say("Verbindungen des Partners i zu anderen Partnern", "ties of partner i to other partners")),
    ("i ~ j", Say("Partner i und j sind verbunden", "partners i and j are tied")),
    (
        "cᵢⱼ",
        Say("Partner, mit denen i und j beide verbunden sind", "partners to whom both i and j are tied"),
    ),
    (
        "u",
        Say(
            "Paare ohne Verbindung, n(n − 1)/2 − t; u₌ von gleicher, u≠ von verschiedener Art",
            "untied pairs, n(n − 1)/2 − t; u₌ of the same kind, u≠ of different kinds",
        ),
    ),
    (
        "b",
        Say(
            "Betweenness des Dienstes: Summe von 1/(1 + cᵢⱼ) über die Paare ohne Verbindung",
            "betweenness of the service: sum of 1/(1 + cᵢⱼ) over the untied pairs",
        ),
    ),
    (
        "c(N), c(N − i)",
        Say(
            "Teile, in die das Netz N der Partner zerfällt, und in die es ohne Partner i zerfällt",
            "parts into which the network N of the partners falls, and into which it falls without partner i",
        ),
    ),
    ("pₐ", Say("Anteil der Partner, deren Hauptart a ist", "share of the partners whose main kind is a")),
    ("K", Say("Partnerarten im Vokabular: 18", "kinds of partner in the vocabulary: 18")),
    (
        "E, I",
        Say(
            "Verbindungen zwischen zwei Sektoren der Karte, innerhalb eines Sektors",
            "ties between two sectors of the map, ties within one sector",
        ),
    ),
    (
        "rₛ",
        Say(
            "Partner mit einer Einschätzung von s oder höher; r₁ also alle mit Einschätzung",
            "partners rated s or higher; so r₁ are all that are rated",
        ),
    ),
)
"""What the letters in the formulas mean."""

_NONE_ZERO = Say(
    "Ohne Partner 0, bei einem Partner 1, bei zwei Partnern 2.",
    "0 without a partner, 1 with one, 2 with two.",
)
_FROM_THREE = Say(
    "Ohne Partner, bei einem und bei zwei Partnern nicht bestimmt.",
    "Not defined without a partner, with one and with two.",
)
_PAIRS = Say(
    "Ohne Partner und bei einem Partner 0, bei zwei Partnern 0 oder 1.",
    "0 without a partner and with one, 0 or 1 with two.",
)
_RATED = Say(
    "Nicht bestimmt, wenn kein Partner eingeschätzt ist; bei einem 0 oder 1; bei zweien 0, 1/2 oder 1.",
    "Not defined where no partner is rated; 0 or 1 with one; 0, 1/2 or 1 with two.",
)

BURT = "Burt 1992, Structural Holes"
BORGATTI = "Borgatti 1997, Structural holes: unpacking Burt's redundancy measures, Connections 20(1)"
FREEMAN_77 = "Freeman 1977, A set of measures of centrality based on betweenness, Sociometry 40(1)"
FREEMAN_79 = "Freeman 1979, Centrality in social networks: conceptual clarification, Social Networks 1(3)"
GOULD = (
    "Gould and Fernandez 1989, Structures of mediation: a formal approach to brokerage in transaction"
    " networks, Sociological Methodology 19"
)
HOPCROFT = (
    "Hopcroft and Tarjan 1973, Algorithm 447: efficient algorithms for graph manipulation,"
    " Communications of the ACM 16(6)"
)
WASSERMAN = "Wasserman and Faust 1994, Social Network Analysis"


@attrs.frozen(kw_only=True)
class Definition:
    """All that is to be said of a figure. German: Definition einer Kennzahl.

    Attributes:
        meaning: What it tells, in one sentence for the people of a service.
        formula: How it is computed; the letters are those of ``SYMBOLS``.
        span: The least and the highest value.
        few: What happens without a partner, with one and with two.
        paper: Where it is defined or first used.
        needs_ties: Whether it needs the ties among partners; it is withheld where these were not surveyed.
        is_count: Whether it is a whole number.
        note: What else has to be known.
    """

    meaning: Say
    formula: str
    span: str
    few: Say
    paper: str
    needs_ties: bool = True
    is_count: bool = False
    note: Say | None = None


class Figure(Coded):
    """The figures of the network of a year (R-27, R-50). German: Kennzahl."""

    about: Definition

    def __new__(cls, code: str, label: Say, about: Definition) -> Self:
        """Take code, label and definition from the tuple that defines a figure."""
        member = cls._member(code, label)
        member.about = about
        return member

    SIZE = (
        "size",
        Say("Größe des Netzes", "size of the network"),
        Definition(
            meaning=Say(
                "Mit so vielen Partnern steht der Dienst in Kontakt.",
                "How many partners are in contact with the service.",
            ),
            formula="n",
            span="0 …",
            few=_NONE_ZERO,
            paper=BURT,
            needs_ties=False,
            is_count=True,
        ),
    )
    TIES = (
        "ties",
        Say("Verbindungen unter den Partnern", "ties among the partners"),
        Definition(
            meaning=Say(
                "So viele Paare von Partnern haben auch miteinander zu tun.",
                "How many pairs of partners also have to do with each other.",
            ),
            formula="t",
            span="0 … n(n − 1)/2",
            few=_PAIRS,
            paper=WASSERMAN,
            is_count=True,
        ),
    )
    EFFECTIVE_SIZE = (
        "effective-size",
        Say("Effektive Größe", "effective size"),
        Definition(
            meaning=Say(
                "So viele voneinander unabhängige Zugänge hat der Dienst, wenn Partner, die ohnehin"
                " miteinander zu tun haben, nicht mehrfach zählen.",
                "How many independent points of access the service has, if partners that have to do with each"
                " other anyway do not count several times.",
            ),
            formula="n − 2t/n",
            span="1 … n",
            few=Say(
                "Ohne Partner nicht bestimmt; bei einem Partner 1; bei zwei Partnern 2, verbunden 1.",
                "Not defined without a partner; 1 with one; 2 with two, 1 if they are tied.",
            ),
            paper=f"{BURT}; {BORGATTI}",
        ),
    )
    EFFICIENCY = (
        "efficiency",
        Say("Effizienz", "efficiency"),
        Definition(
            meaning=Say(
                "Dieser Anteil der Kontakte eröffnet dem Dienst etwas, das ihm die anderen nicht schon"
                " eröffnen.",
                "The share of contacts that open up something to the service which the others do not already"
                " open up.",
            ),
            formula="(n − 2t/n) / n",
            span="1/n … 1",
            few=Say(
                "Ohne Partner nicht bestimmt; bei einem Partner 1; bei zwei Partnern 1, verbunden 1/2.",
                "Not defined without a partner; 1 with one; 1 with two, 1/2 if they are tied.",
            ),
            paper=BURT,
            note=Say(
                "Ein niedriger Wert ist kein Mangel: Er entsteht, wo Partner viel miteinander zu tun haben.",
                "A low value is no fault: it arises where partners have much to do with each other.",
            ),
        ),
    )
    CONSTRAINT = (
        "constraint",
        Say("Einschränkung (Constraint)", "constraint"),
        Definition(
            meaning=Say(
                "Je höher der Wert, desto mehr hängt der Dienst an wenigen Partnern, die auch untereinander"
                " verbunden sind.",
                "The higher the value, the more the service depends on a few partners that are tied to each"
                " other as well.",
            ),
            formula="Σⱼ (1 + Σ_{i ~ j} 1/(1 + kᵢ))² / n²",
            span="1/n … 9/8",
            few=Say(
                "Ohne Partner nicht bestimmt; bei einem Partner 1; bei zwei Partnern 1/2, verbunden 9/8.",
                "Not defined without a partner; 1 with one; 1/2 with two, 9/8 if they are tied.",
            ),
            paper=BURT,
        ),
    )
    DENSITY = (
        "density",
        Say("Dichte unter den Partnern", "density among the partners"),
        Definition(
            meaning=Say(
                "Dieser Anteil aller Paare von Partnern hat auch ohne den Dienst miteinander zu tun.",
                "The share of all pairs of partners that have to do with each other even without the"
                " service.",
            ),
            formula="t / (n(n − 1)/2)",
            span="0 … 1",
            few=Say(
                "Ohne Partner und bei einem Partner nicht bestimmt; bei zwei Partnern 0 oder 1.",
                "Not defined without a partner and with one; 0 or 1 with two.",
            ),
            paper=WASSERMAN,
        ),
    )
    COMPONENTS = (
        "components",
        Say("Teilnetze ohne den Dienst", "components without the service"),
        Definition(
            meaning=Say(
                "In so viele Teile ohne Verbindung zueinander zerfällt das Netz, wenn man den Dienst"
                " wegdenkt.",
                "How many parts without a tie between them the network falls into without the service.",
            ),
            formula="c(N)",
            span="0 … n",
            few=Say(
                "Ohne Partner 0, bei einem Partner 1, bei zwei Partnern 2, verbunden 1.",
                "0 without a partner, 1 with one, 2 with two, 1 if they are tied.",
            ),
            paper=WASSERMAN,
            is_count=True,
            note=Say(
                "Ein Partner ohne Verbindung zu anderen Partnern ist ein Teil für sich.",
                "A partner without a tie to other partners is a part of its own.",
            ),
        ),
    )
    ISOLATES = (
        "isolates",
        Say("Partner ohne Verbindung zu anderen Partnern", "partners without a tie to other partners"),
        Definition(
            meaning=Say(
                "So viele Partner sind nur über den Dienst in das Netz eingebunden.",
                "How many partners belong to the network only through the service.",
            ),
            formula="|{i : kᵢ = 0}|",
            span="0 … n",
            few=Say(
                "Ohne Partner 0, bei einem Partner 1, bei zwei Partnern 2, verbunden 0.",
                "0 without a partner, 1 with one, 2 with two, 0 if they are tied.",
            ),
            paper=WASSERMAN,
            is_count=True,
        ),
    )
    CUT_POINTS = (
        "cut-points",
        Say("Partner, die andere zusammenhalten", "partners that hold others together"),
        Definition(
            meaning=Say(
                "So viele Partner halten andere zusammen: Fiele einer von ihnen weg, hätten diese ohne den"
                " Dienst keine Verbindung mehr zueinander.",
                "How many partners hold others together: if one of them dropped out, these would no longer"
                " be connected without the service.",
            ),
            formula="|{i : c(N − i) > c(N)}|",
            span="0 … max(0, n − 2)",
            few=Say(
                "Ohne Partner, bei einem und bei zwei Partnern 0.",
                "0 without a partner, with one and with two.",
            ),
            paper=HOPCROFT,
            is_count=True,
            note=Say("Die Partner stehen in der zweiten Tabelle.", "The second table names the partners."),
        ),
    )
    CONSULTANT = (
        "consultant",
        Say("Vermittlung innerhalb einer Partnerart", "brokerage within a kind of partner"),
        Definition(
            meaning=Say(
                "Zwischen so vielen Paaren von Partnern gleicher Art, die keine Verbindung zueinander haben,"
                " steht der Dienst.",
                "Between how many pairs of untied partners of the same kind the service stands.",
            ),
            formula="u₌",
            span="0 … n(n − 1)/2",
            few=_PAIRS,
            paper=GOULD,
            is_count=True,
            note=Say(
                "Jedes Paar zählt einmal. Der Dienst gehört zu keiner Partnerart; er hat deshalb nur zwei der"
                " fünf Rollen.",
                "Each pair counts once. The service is of no kind of partner, so it has only two of the five"
                " roles.",
            ),
        ),
    )
    LIAISON = (
        "liaison",
        Say("Vermittlung zwischen Partnerarten", "brokerage between kinds of partner"),
        Definition(
            meaning=Say(
                "Zwischen so vielen Paaren von Partnern verschiedener Art, die keine Verbindung zueinander"
                " haben, steht der Dienst.",
                "Between how many pairs of untied partners of different kinds the service stands.",
            ),
            formula="u≠",
            span="0 … n(n − 1)/2",
            few=_PAIRS,
            paper=GOULD,
            is_count=True,
            note=Say("Jedes Paar zählt einmal.", "Each pair counts once."),
        ),
    )
    BROKERS = (
        "brokers",
        Say("Partner, die selbst vermitteln können", "partners that can broker themselves"),
        Definition(
            meaning=Say(
                "So viele Partner haben Verbindungen zu zwei anderen, die keine miteinander haben, und"
                " könnten diese auch ohne den Dienst zusammenbringen.",
                "How many partners have ties to two others that are not tied to each other, and could bring"
                " these together without the service.",
            ),
            formula="|{q : i ~ q ~ j, i ≁ j}|",
            span="0 … n",
            few=Say(
                "Ohne Partner, bei einem und bei zwei Partnern 0.",
                "0 without a partner, with one and with two.",
            ),
            paper=GOULD,
            is_count=True,
            note=Say(
                "Wer welche Rolle wie oft hat, steht in der zweiten Tabelle; Gruppen sind die Hauptarten."
                " Jedes Paar zählt einmal, darum ist der Übergang zur eigenen Art in beiden Richtungen eine"
                " Rolle.",
                "The second table shows who has which role how often; groups are the main kinds. Each pair"
                " counts once, so gatekeeper and representative are one role.",
            ),
        ),
    )
    BETWEENNESS = (
        "betweenness",
        Say("Wege über den Dienst", "paths through the service"),
        Definition(
            meaning=Say(
                "Dieser Anteil der kürzesten Wege von einem Partner zu einem anderen führt über den Dienst.",
                "The share of the shortest paths from one partner to another that lead through the service.",
            ),
            formula="b / (n(n − 1)/2)",
            span="0 … 1",
            few=Say(
                "Ohne Partner und bei einem Partner nicht bestimmt; bei zwei Partnern 1, verbunden 0.",
                "Not defined without a partner and with one; 1 with two, 0 if they are tied.",
            ),
            paper=FREEMAN_77,
            note=Say(
                "Haben zwei Partner ohne Verbindung c gemeinsame Partner, führt einer von 1 + c kürzesten"
                " Wegen über den Dienst.",
                "If two untied partners have c partners in common, one of the 1 + c shortest paths leads"
                " through the service.",
            ),
        ),
    )
    BETWEENNESS_CENTRALISATION = (
        "betweenness-centralisation",
        Say("Zentralisierung auf den Dienst (Wege)", "centralisation on the service (paths)"),
        Definition(
            meaning=Say(
                "Bei 1 läuft alles über den Dienst, bei 0 haben alle Partner unmittelbar miteinander zu tun.",
                "At 1 everything runs through the service, at 0 all partners have to do with each other"
                " directly.",
            ),
            formula="((n + 1)·b − u) / (n²(n − 1)/2)",
            span="0 … 1",
            few=Say(
                "Ohne Partner und bei einem Partner nicht bestimmt; bei zwei Partnern 1, verbunden 0.",
                "Not defined without a partner and with one; 1 with two, 0 if they are tied.",
            ),
            paper=FREEMAN_77,
            note=Say(
                "Der Dienst zählt hier mit; kein Partner hat mehr Betweenness als er.",
                "Here the service counts too; no partner has more betweenness than it has.",
            ),
        ),
    )
    DEGREE_CENTRALISATION = (
        "degree-centralisation",
        Say("Zentralisierung unter den Partnern (Verbindungen)", "centralisation among the partners (ties)"),
        Definition(
            meaning=Say(
                "Bei 1 laufen alle Verbindungen der Partner bei einem von ihnen zusammen, bei 0 haben alle"
                " gleich viele.",
                "At 1 all ties of the partners meet at one of them, at 0 all have equally many.",
            ),
            formula="Σᵢ (max k − kᵢ) / ((n − 1)(n − 2))",
            span="0 … 1",
            few=_FROM_THREE,
            paper=FREEMAN_79,
            note=Say(
                "Ohne den Dienst gerechnet: Mit ihm wäre es immer 1 − Dichte und sagte nichts Neues.",
                "Computed without the service: with it, it would always be 1 − density and tell nothing new.",
            ),
        ),
    )
    E_I = (
        "e-i",
        Say("E-I-Index nach Sektoren", "E-I index by sector"),
        Definition(
            meaning=Say(
                "Über 0 führen mehr Verbindungen der Partner von einem Sektor der Karte in einen anderen als"
                " innerhalb eines Sektors, unter 0 ist es umgekehrt.",
                "Above 0 more ties of the partners lead from one sector of the map to another than within a"
                " sector, below 0 it is the other way round.",
            ),
            formula="(E − I) / (E + I)",
            span="−1 … 1",
            few=Say(
                "Ohne Verbindung unter den Partnern nicht bestimmt, also auch ohne Partner und bei einem"
                " Partner; bei zwei verbundenen −1 oder 1.",
                "Not defined without a tie among the partners, so neither without a partner nor with one;"
                " −1 or 1 with two that are tied.",
            ),
            paper=(
                "Krackhardt and Stern 1988, Informal networks and organizational crises,"
                " Social Psychology Quarterly 51(2)"
            ),
            note=Say(
                "Die Kontakte des Dienstes selbst zählen nicht: Er steht in keinem Sektor.",
                "The contacts of the service itself do not count: it stands in no sector.",
            ),
        ),
    )
    DIVERSITY = (
        "diversity",
        Say("Vielfalt der Partnerarten (Blau)", "diversity of kinds (Blau)"),
        Definition(
            meaning=Say(
                "Je höher der Wert, desto gleichmäßiger verteilen sich die Partner auf viele Arten; bei 0"
                " sind alle von derselben Art.",
                "The higher the value, the more evenly the partners are spread over many kinds; at 0 all are"
                " of the same kind.",
            ),
            formula="1 − Σₐ pₐ²",
            span="0 … 1 − 1/K",
            few=Say(
                "Ohne Partner nicht bestimmt; bei einem Partner 0; bei zwei Partnern 0 oder 1/2.",
                "Not defined without a partner; 0 with one; 0 or 1/2 with two.",
            ),
            paper="Blau 1977, Inequality and Heterogeneity",
            needs_ties=False,
            note=Say(
                "Jeder Partner zählt einmal, mit seiner Hauptart.",
                "Each partner counts once, by its main kind.",
            ),
        ),
    )
    DIVERSITY_NORMALISED = (
        "diversity-normalised",
        Say(
            "Vielfalt, gemessen an allen Partnerarten (IQV)",
            "diversity measured by all kinds of partner (IQV)",
        ),
        Definition(
            meaning=Say(
                "Bei 1 wären alle Partnerarten der Liste gleich oft vertreten, bei 0 ist es nur eine.",
                "At 1 all kinds of partner on the list would be equally frequent, at 0 there is only one.",
            ),
            formula="(1 − Σₐ pₐ²) · K/(K − 1)",
            span="0 … 1",
            few=Say(
                "Ohne Partner nicht bestimmt; bei einem Partner 0; bei zwei Partnern 0 oder 9/17.",
                "Not defined without a partner; 0 with one; 0 or 9/17 with two.",
            ),
            paper=(
                "Mueller and Schuessler 1961, Statistical Reasoning in Sociology; Gibbs and Poston 1975, The"
                " division of labor: conceptualization and related measures, Social Forces 53(3)"
            ),
            needs_ties=False,
            note=Say(
                "K zählt alle Hauptarten des Vokabulars, auch „Sonstiger Partner“, aber keine eigenen"
                " Unterarten. Mit weniger Partnern als Arten ist 1 nicht zu erreichen.",
                'K counts all main kinds of the vocabulary, "other partner" too, but no sub-kinds. With fewer'
                " partners than kinds 1 cannot be reached.",
            ),
        ),
    )
    STRONG_SHARE = (
        "strong-share",
        Say("Anteil häufiger Kontakte", "share of frequent contacts"),
        Definition(
            meaning=Say(
                "Mit diesem Anteil der Partner, deren Intensität eingeschätzt ist, besteht mindestens einmal"
                " im Monat Kontakt.",
                "The share of the partners with a rated intensity that are in contact at least once a month.",
            ),
            formula="r₄ / r₁",
            span="0 … 1",
            few=_RATED,
            paper="Granovetter 1973, The strength of weak ties, American Journal of Sociology 78(6)",
            needs_ties=False,
            note=Say(
                "Häufig ist nicht gut und selten nicht schlecht: Intensität sagt nur, wie oft.",
                "Frequent is not good and rare is not bad: intensity only says how often.",
            ),
        ),
    )
    IMPORTANT_SHARE = (
        "important-share",
        Say("Anteil wichtiger Kontakte", "share of important contacts"),
        Definition(
            meaning=Say(
                "Dieser Anteil der Partner, deren Wichtigkeit eingeschätzt ist, ist für die meisten Ziele"
                " nötig oder unverzichtbar.",
                "The share of the partners with a rated importance that are needed for most goals or"
                " indispensable.",
            ),
            formula="r₄ / r₁",
            span="0 … 1",
            few=_RATED,
            paper="Rahmenkonzept Nr. 7 (R-32)",
            needs_ties=False,
        ),
    )
