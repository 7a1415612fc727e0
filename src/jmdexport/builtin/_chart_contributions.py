"""The chart of contributions: committees and what the service brought into each of them (R-15 … R-19)."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from jmdexport.builtin._chart_common import PLACES, Asked, series
from jmdexport.documents.escaping import shown
from jmdexport.drawing.chart_plan import NOTHING, Chart, ChartBar, ChartCell, ChartColumn, ChartRow
from jmdmodel.analysis.committees import committee_work, contribution_outcomes
from jmdmodel.analysis.committees.work import CommitteeYear
from jmdmodel.messages import Say
from jmdmodel.vocabulary import ContributionKind

_TITLE = Say("Beiträge in Gremien {year}", "Contributions to committees {year}")
_COMMITTEE = Say("Gremium", "Committee")
_SESSIONS = Say("Sitzungen", "Sessions")
_ATTENDED = Say("davon mit Teilnahme", "attended")
_ALL = Say("alle Gremien", "all committees")
_SERIES = Say("Beiträge", "contributions")
_AXIS = Say(
    "Länge der Balken: Zahl der Beiträge einer Art im Jahr; 0 heißt: keiner eingetragen, – heißt: keine"
    " Sitzung eingetragen",
    "Length of the bars: number of contributions of a kind in the year; 0 means: none entered, – means: no"
    " session entered",
)
_EMPTY = Say("{year} gab es kein Gremium.", "There was no committee in {year}.")
_SOURCE = Say(
    "Quelle: Sitzungen und Beiträge, wie der Dienst sie eingetragen hat. Zwei Beiträge einer Art in einer"
    " Sitzung zählen zweimal.",
    "Source: sessions and contributions as the service entered them. Two contributions of one kind in one"
    " session count twice.",
)
_INTRO = Say(
    "Tabelle mit Balken: links die Gremien, oben die Arten von Beiträgen.",
    "Table with bars: the committees on the left, the kinds of contribution at the top.",
)


def contributions_chart(asked: Asked) -> Chart:
    """Give what the service brought into each committee in a year (R-15 … R-19). German: Beitragsmatrix."""
    talk = asked.talk
    work = committee_work(asked.view, asked.year)
    rows = sorted(work.rows, key=lambda row: (row.committee.name.casefold(), row.committee.id))
    told = asked.sentences((*work.messages(), *contribution_outcomes(asked.view, asked.year).messages()))
    total = ChartRow(
        id="all-committees",
        label=talk.label(_ALL),
        cells=(
            ChartCell(text=talk.number(work.sessions)),
            ChartCell(text=talk.number(work.attended)),
            *_bars(asked, work.contributions, drawn=False),
        ),
        kind="total",
    )
    return Chart(
        name="contributions",
        page=asked.page,
        language=talk.language,
        title=talk.say(_TITLE, year=str(asked.year)),
        subtitle=(asked.stand(),),
        corner=talk.label(_COMMITTEE),
        columns=(
            ChartColumn(code="sessions", heading=talk.label(_SESSIONS), kind="number"),
            ChartColumn(code="attended", heading=talk.label(_ATTENDED), kind="number"),
            *(
                ChartColumn(code=kind.code, heading=talk.label(kind), kind="bars")
                for kind in ContributionKind
            ),
        ),
        rows=(*(_row(asked, row) for row in rows), total) if rows else (),
        series=(series("contributions", talk.label(_SERIES), PLACES["contributions"]),),
        axis=talk.label(_AXIS),
        notes=(" ".join(told),) if rows and told else (),
        empty=talk.say(_EMPTY, year=str(asked.year)),
        source=talk.label(_SOURCE),
        description=" ".join([talk.label(_INTRO), *told]),
    )


def _row(asked: Asked, row: CommitteeYear) -> ChartRow:
    met = bool(row.sessions)
    return ChartRow(
        id=row.committee.id,
        label=shown(row.committee.name),
        cells=(
            ChartCell(text=asked.talk.number(row.sessions), quiet=not met),
            ChartCell(text=asked.talk.number(row.attended) if met else NOTHING, quiet=not row.attended),
            *_bars(asked, row.contributions, known=met),
        ),
    )


def _bars(
    asked: Asked, counts: Iterable[tuple[ContributionKind, int]], *, drawn: bool = True, known: bool = True
) -> list[ChartCell]:
    """Give a bar for each kind; of a committee that did not meet nothing can be told."""
    return [
        ChartCell(
            bars=(
                ChartBar(
                    series="contributions",
                    value=Fraction(number) if drawn and known else None,
                    text=asked.talk.number(number) if known else NOTHING,
                ),
            )
        )
        for _, number in counts
    ]
