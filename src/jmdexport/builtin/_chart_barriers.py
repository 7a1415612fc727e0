"""The chart of access barriers before and after: state, kind, and what happened in between (R-10)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from jmdexport.builtin._chart_common import AFTER, BEFORE, PLACES, Asked, series
from jmdexport.drawing.chart_plan import EMPTY, Chart, ChartBar, ChartCell, ChartColumn, ChartRow
from jmdmodel.analysis.opening import KindRow, OpeningOverview, StateRow, opening_overview
from jmdmodel.messages import Say, in_date
from jmdmodel.phrases import Counted, Noun
from jmdmodel.scales import Coded

_TITLE = Say("Zugangsbarrieren vorher und nachher {year}", "Access barriers before and after {year}")
_CORNER = Say("Zugangsbarrieren", "Access barriers")
_NUMBER = Say("Zahl der Barrieren", "Number of barriers")
_ON = Say("am {day}", "on {day}")
_BY_STATE = Say(
    "Nach dem Stand: alle bekannten Barrieren, auch abgebaute",
    "By state: all known barriers, removed ones too",
)
_BY_KIND = Say("Nach der Art: Barrieren, die bestehen", "By kind: barriers that stand")
_NOT_SAID = Say("Stand nicht angegeben", "state not told")
_ALL = Say("bestehende Barrieren zusammen", "standing barriers together")
_FLOWS = {
    "new": Say("neu bekannt", "new"),
    "back": Say("wieder da", "back again"),
    "removed": Say("abgebaut", "removed"),
    "ended": Say("anders beendet", "ended otherwise"),
}
_AXIS = Say(
    "Länge der Balken: Zahl der Barrieren. Vorher, dazu neue und wieder aufgetretene, ohne abgebaute und"
    " anders beendete, ergibt nachher.",
    "Length of the bars: number of barriers. Those before, with new ones and those that came back, less those"
    " removed or ended otherwise, are those after.",
)
_EMPTY = Say(
    "Zwischen dem {since} und dem {day} ist keine Zugangsbarriere bekannt.",
    "Between {since} and {day} no access barrier is known.",
)
_SOURCE = Say(
    "Quelle: Zugangsbarrieren und ihr Verlauf, wie das Team sie festgehalten hat. Nur für das Team bestimmt.",
    "Source: access barriers and their course as the team noted them. For the team only.",
)
_BARRIER = Noun("f", Say("Barriere", "barrier"), Say("Barrieren", "barriers"))
_UNTOUCHED = Counted(
    none=Say("", ""),
    one=Say(
        "Für eine bestehende Barriere gibt es noch keine Maßnahme.",
        "One standing barrier has no measure yet.",
    ),
    many=Say(
        "Für {number} bestehende Barrieren gibt es noch keine Maßnahme.",
        "{number} standing barriers have no measure yet.",
    ),
)
_STOOD = Counted(
    none=Say("Am {day} bestand keine Zugangsbarriere.", "On {day} no access barrier stood."),
    one=Say("Am {day} bestand eine Zugangsbarriere.", "On {day} one access barrier stood."),
    many=Say("Am {day} bestanden {number} Zugangsbarrieren.", "On {day} {number} access barriers stood."),
)
_STAND = Counted(
    none=Say("Am {day} besteht keine.", "On {day} there is none."),
    one=Say("Am {day} besteht eine.", "On {day} there is one."),
    many=Say("Am {day} sind es {number}.", "On {day} there are {number}."),
)
_HAPPENED: dict[str, Counted] = {
    "new": Counted(
        none=Say("", ""),
        one=Say("Eine wurde neu bekannt.", "One came to be known."),
        many=Say("{number} wurden neu bekannt.", "{number} came to be known."),
    ),
    "back": Counted(
        none=Say("", ""),
        one=Say("Eine trat erneut auf.", "One came back."),
        many=Say("{number} traten erneut auf.", "{number} came back."),
    ),
    "removed": Counted(
        none=Say("", ""),
        one=Say("Eine wurde abgebaut.", "One was removed."),
        many=Say("{number} wurden abgebaut.", "{number} were removed."),
    ),
    "ended": Counted(
        none=Say("", ""),
        one=Say("Eine endete auf andere Weise.", "One ended otherwise."),
        many=Say("{number} endeten auf andere Weise.", "{number} ended otherwise."),
    ),
}


def barriers_chart(asked: Asked) -> Chart:
    """Give the access barriers of a year before and after (R-10). German: Barrieren vorher und nachher."""
    talk = asked.talk
    found = opening_overview(asked.view, on=asked.day, since=_eve(asked.year))
    states = [row for row in found.states or () if row.before or row.after]
    kinds = [row for row in found.kinds or () if any(_numbers(row).values())]
    rows: tuple[ChartRow, ...] = ()
    if states or kinds:
        rows = (
            ChartRow(id="by-state", label=talk.label(_BY_STATE), kind="group"),
            *(_state(asked, row) for row in states),
            ChartRow(id="by-kind", label=talk.label(_BY_KIND), kind="group"),
            *(_kind(asked, f"kind-{row.kind.code}", row.kind, _numbers(row)) for row in kinds),
            _kind(asked, "all", None, _together(kinds)),
        )
    days = {
        BEFORE: talk.say(_ON, day=in_date(found.since, talk.language)),
        AFTER: talk.say(_ON, day=in_date(found.day, talk.language)),
    }
    return Chart(
        name="barriers",
        page=asked.page,
        language=talk.language,
        title=talk.say(_TITLE, year=str(asked.year)),
        subtitle=(asked.stand(),),
        corner=talk.label(_CORNER),
        columns=(
            ChartColumn(code="number", heading=talk.label(_NUMBER), kind="bars"),
            *(ChartColumn(code=code, heading=talk.label(say), kind="number") for code, say in _FLOWS.items()),
        ),
        rows=rows,
        series=tuple(series(code, days[code], PLACES[code]) for code in (BEFORE, AFTER)),
        axis=talk.label(_AXIS),
        notes=_notes(asked, found),
        empty=talk.say(_EMPTY, since=found.since, day=found.day),
        source=talk.label(_SOURCE),
        description=" ".join(_told(asked, found, _together(kinds))),
    )


def _eve(year: int) -> date:
    """Give the last day of the year before."""
    return date(year - 1, 12, 31) if year > 1 else date.min


def _numbers(row: KindRow) -> dict[str, int]:
    return {code: getattr(row, code) for code in (BEFORE, AFTER, *_FLOWS)}


def _together(rows: list[KindRow]) -> dict[str, int]:
    """Add the rows up: each barrier is of exactly one kind."""
    return {code: sum(_numbers(row)[code] for row in rows) for code in (BEFORE, AFTER, *_FLOWS)}


def _bars(asked: Asked, before: int, after: int, *, drawn: bool = True) -> ChartCell:
    return ChartCell(
        bars=tuple(
            ChartBar(series=code, value=Fraction(number) if drawn else None, text=asked.talk.number(number))
            for code, number in ((BEFORE, before), (AFTER, after))
        )
    )


def _state(asked: Asked, row: StateRow) -> ChartRow:
    """Give a state; what came and went between the days is told by kind only."""
    label = asked.talk.label(_NOT_SAID if row.state is None else row.state)
    code = "none" if row.state is None else row.state.code
    cells = (_bars(asked, row.before, row.after), *(EMPTY,) * len(_FLOWS))
    return ChartRow(id=f"state-{code}", label=label, cells=cells)


def _kind(asked: Asked, key: str, kind: Coded | None, numbers: dict[str, int]) -> ChartRow:
    flows = (
        ChartCell(text=asked.talk.number(numbers[code]) if numbers[code] else "0", quiet=not numbers[code])
        for code in _FLOWS
    )
    return ChartRow(
        id=key,
        label=asked.talk.label(_ALL if kind is None else kind),
        cells=(_bars(asked, numbers[BEFORE], numbers[AFTER], drawn=kind is not None), *flows),
        kind="total" if kind is None else "row",
    )


def _notes(asked: Asked, found: OpeningOverview) -> tuple[str, ...]:
    number = len(found.without_measure or ())
    return (asked.talk.counted(number, _BARRIER, _UNTOUCHED),) if number else ()


def _told(asked: Asked, found: OpeningOverview, numbers: dict[str, int]) -> list[str]:
    talk = asked.talk
    said = [
        talk.counted(numbers[BEFORE], _BARRIER, _STOOD, day=in_date(found.since, talk.language)),
        *(talk.counted(numbers[code], _BARRIER, form) for code, form in _HAPPENED.items() if numbers[code]),
        talk.counted(numbers[AFTER], _BARRIER, _STAND, day=in_date(found.day, talk.language)),
    ]
    return [*said, *_notes(asked, found)]
