"""The chart of work shares over the years: declared, recorded, and what does not add up (R-35)."""

from __future__ import annotations

from fractions import Fraction

import attrs

from jmdexport.builtin._chart_common import DECLARED, PLACES, RECORDED, Asked, percent, series
from jmdexport.drawing.chart_plan import NOTHING, Chart, ChartBar, ChartCell, ChartColumn, ChartRow
from jmdmodel.analysis.declared import DeclaredAndRecorded, declared_and_recorded
from jmdmodel.analysis.shares import WorkShares, work_series, work_shares
from jmdmodel.messages import Message, Say, in_decimal
from jmdmodel.vocabulary import WorkArea

_WHOLE = Fraction(100)
_TITLE = Say("Arbeitsanteile {years}", "Shares of work {years}")
_SHOWN = Say(
    "Gezeigt: {first} bis {last}; Angaben gibt es ab {begin}.",
    "Shown: {first} to {last}; there is data from {begin} on.",
)
_AREA = Say("Arbeitsbereich", "Area of work")
_LABELS = {DECLARED: Say("angegeben", "declared"), RECORDED: Say("dokumentiert", "recorded")}
_ONLY = {DECLARED: Say("nur angegeben", "declared only"), RECORDED: Say("nur dokumentiert", "recorded only")}
_HOURS = Say("{hours} Std. dokumentiert", "{hours} hours recorded")
_MISSING = Say("keine Angaben", "no data")
_TOGETHER = Say("zusammen", "together")
_AXIS = Say(
    "Länge der Balken: Anteil an der Arbeit des Jahres; – heißt: nichts eingetragen",
    "Length of the bars: share of the year's work; – means: nothing entered",
)
_SUM = Say(
    "{year}: Die angegebenen Anteile ergeben zusammen {sum}, nicht 100 %.",
    "{year}: the declared shares add up to {sum}, not to 100%.",
)
_EMPTY = Say(
    "In den gezeigten Jahren sind weder Arbeitszeiten noch Anteile eingetragen.",
    "In the years shown neither working time nor shares are entered.",
)
_SOURCE = Say(
    "Quelle: Summen der dokumentierten Arbeitszeit und vom Team angegebene Anteile. Gerundete dokumentierte"
    " Anteile ergeben zusammen genau 100 %.",
    "Source: sums of recorded working time, and shares as the team declared them. Rounded recorded shares add"
    " up to exactly 100%.",
)
_INTRO = Say(
    "Tabelle mit Balken: für jeden Arbeitsbereich der Anteil an der Arbeit, {years}.",
    "Table with bars: for each area of work its share, {years}.",
)
_LARGEST = Say("{year}, {source}: vor allem {list}.", "{year}, {source}: mostly {list}.")
_UNIT = Say("\u00a0%", "%")


@attrs.frozen
class _Year:
    year: int
    shares: WorkShares
    both: DeclaredAndRecorded

    @property
    def sources(self) -> tuple[str, ...]:
        if self.both.rows:
            return DECLARED, RECORDED
        return (self.shares.source,) if self.shares.source else ()

    def values(self) -> dict[tuple[WorkArea, str], Fraction | None]:
        """Give each share that is known, by area and source; ``None`` where the declared one is open."""
        if self.both.rows:
            rows = self.both.rows
            declared = {(row.area, DECLARED): row.declared for row in rows}
            return declared | {(row.area, RECORDED): row.recorded for row in rows}
        return {(row.area, source): row.percent for source in self.sources for row in self.shares.rows}

    def total(self, source: str) -> Fraction:
        return self.both.declared if self.both.rows and source == DECLARED else self.shares.percent


def shares_chart(asked: Asked) -> Chart:
    """Give the shares of work over the years, declared beside recorded (R-35). German: Arbeitsanteile."""
    view, talk = asked.view, asked.talk
    known = [shares.year for shares in work_series(view).years if shares.year <= asked.year]
    begin = min(known, default=asked.year)
    first = max(begin, asked.year - asked.options.years + 1)
    found = [
        _Year(year, work_shares(view, year), declared_and_recorded(view, year))
        for year in range(first, asked.year + 1)
    ]
    years = str(asked.year) if first == asked.year else f"{first}–{asked.year}"
    areas = [area for area in WorkArea if any(area is one for year in found for one, _ in year.values())]
    subtitle = [asked.stand()]
    if begin < first:
        subtitle.append(talk.say(_SHOWN, first=str(first), last=str(asked.year), begin=str(begin)))
    used = {source for year in found for source in year.sources}
    notes = _notes(asked, found)
    return Chart(
        name="shares",
        page=asked.page,
        language=talk.language,
        title=talk.say(_TITLE, years=years),
        subtitle=tuple(subtitle),
        corner=talk.label(_AREA),
        columns=tuple(_column(asked, year, used) for year in found),
        rows=(*(_row(asked, area, found) for area in areas), _together(asked, found)) if areas else (),
        series=tuple(
            series(code, talk.label(_LABELS[code]), PLACES[code])
            for code in (DECLARED, RECORDED)
            if code in used
        ),
        axis=talk.label(_AXIS),
        unit=talk.label(_UNIT),
        notes=notes,
        empty=talk.label(_EMPTY),
        source=talk.label(_SOURCE),
        description=" ".join([talk.say(_INTRO, years=years), *_told(asked, found), *notes]),
    )


def _column(asked: Asked, year: _Year, used: set[str]) -> ChartColumn:
    talk = asked.talk
    notes = [talk.label(_ONLY[code]) for code in year.sources] if len(year.sources) == 1 < len(used) else []
    if year.shares.minutes:
        hours = in_decimal(Fraction(year.shares.minutes, 60), talk.language, decimals=1)
        notes = [talk.say(_HOURS, hours=hours)]
    return ChartColumn(
        code=str(year.year),
        heading=str(year.year),
        note=", ".join(notes),
        kind="bars",
        missing="" if year.sources else talk.label(_MISSING),
        series=year.sources,
    )


def _row(asked: Asked, area: WorkArea, found: list[_Year]) -> ChartRow:
    cells = []
    for year in found:
        values = year.values()
        bars = []
        for source in year.sources:
            value = values.get((area, source))
            text = NOTHING if value is None else percent(value, asked.talk)
            bars.append(ChartBar(series=source, value=value, text=text))
        cells.append(ChartCell(bars=tuple(bars)))
    return ChartRow(id=area.code, label=asked.talk.label(area), cells=tuple(cells))


def _together(asked: Asked, found: list[_Year]) -> ChartRow:
    cells = tuple(
        ChartCell(
            bars=tuple(
                ChartBar(series=source, value=None, text=percent(year.total(source), asked.talk))
                for source in year.sources
            )
        )
        for year in found
    )
    return ChartRow(id="together", label=asked.talk.label(_TOGETHER), cells=cells, kind="total")


def _notes(asked: Asked, found: list[_Year]) -> tuple[str, ...]:
    """Tell where the declared shares do not add up."""
    return tuple(
        asked.talk.say(_SUM, year=str(year.year), sum=percent(total, asked.talk))
        for year in found
        if DECLARED in year.sources and (total := year.total(DECLARED)) != _WHOLE
    )


def _told(asked: Asked, found: list[_Year]) -> list[str]:
    """Tell the largest areas of each year, and how far declared and recorded shares agree."""
    talk, said = asked.talk, []
    for year in found:
        values = year.values()
        for source in year.sources[-1:]:
            mine = [(value, area) for (area, own), value in values.items() if own == source and value]
            mine.sort(key=lambda pair: (-pair[0], pair[1].step))
            parts = [f"{talk.label(area)} ({percent(value, talk)})" for value, area in mine[:3]]
            message = Message.of(_LARGEST, year=str(year.year), source=_LABELS[source], list=tuple(parts))
            said += [message.in_(talk.language)] if parts else []
        if year.both.rows:
            said.append(year.both.messages()[0].in_(talk.language))
        if year.shares.reason is not None:
            said.append(year.shares.reason.in_(talk.language))
    return said
