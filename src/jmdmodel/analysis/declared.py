"""What a team declared of its work beside what it recorded, area by area."""

from __future__ import annotations

from fractions import Fraction

import attrs

from jmdmodel.analysis.counting import Spoken, told
from jmdmodel.analysis.shares import WorkShares, work_shares
from jmdmodel.analysis.tables import AREA, MINUTES, Column, Table
from jmdmodel.messages import Message, Say, in_percent
from jmdmodel.phrases import Counted, Noun
from jmdmodel.vocabulary import WorkArea
from jmdmodel.workspace import Workspace

__all__ = [
    "AreaCompared",
    "DeclaredAndRecorded",
    "declared_and_recorded",
]

WHOLE = 100
"""What shares in per cent add up to where nothing is left out."""

_AREA_NOUN = Noun("m", Say("Arbeitsbereich", "area"), Say("Arbeitsbereiche", "areas"), "Arbeitsbereichen")
_SAME = Say(
    de="Für {year} stimmen die angegebenen Anteile mit den dokumentierten überein.",
    en="For {year} the declared shares agree with the recorded ones.",
)
_DIFFER = Say(
    de="Für {year} weichen die angegebenen Anteile bei {n} von den dokumentierten ab.",
    en="For {year} the declared shares differ from the recorded ones in {n}.",
)
_APART = Counted(none=_SAME, one=_DIFFER, many=_DIFFER)
_WIDEST = Say(
    de="Am größten ist der Abstand bei „{area}“: angegeben sind {declared}, dokumentiert {recorded}.",
    en='The difference is greatest for "{area}": {declared} declared, {recorded} recorded.',
)
_MOVED = Say(
    de="Damit beides zusammenpasst, müssten {apart} der Arbeit einem anderen Bereich zugeordnet sein.",
    en="For both to agree, {apart} of the work would have to be moved to other areas.",
)
_SUM = Say(
    de="Die angegebenen Anteile ergeben zusammen {sum}, nicht 100 %.",
    en="The declared shares add up to {sum}, not to 100%.",
)
_NOT_DECLARED = Say(
    de="Für {year} sind keine Anteile angegeben, mit denen sich die Dokumentation vergleichen ließe.",
    en="For {year} no shares are declared with which the records could be compared.",
)
_NOT_RECORDED = Say(
    de="Für {year} ist keine Arbeitszeit eingetragen, mit der sich die angegebenen Anteile vergleichen "
    "ließen.",
    en="For {year} no working time is entered with which the declared shares could be compared.",
)


@attrs.frozen(kw_only=True)
class AreaCompared:
    """One area of work as declared and as recorded (R-35). German: Arbeitsbereich im Vergleich.

    Attributes:
        area: The area of work.
        minutes: Minutes recorded.
        declared: The declared share in per cent; ``None`` where the team left the area out of a division
            that does not add up to 100, so that nobody can tell.
        recorded: The recorded share in per cent, rounded so that the areas add up to 100.
    """

    area: WorkArea
    minutes: int
    declared: Fraction | None
    recorded: Fraction

    @property
    def difference(self) -> Fraction | None:
        """How many percentage points more are recorded than declared; below zero for fewer."""
        return None if self.declared is None else self.recorded - self.declared


@attrs.frozen(kw_only=True, repr=False)
class DeclaredAndRecorded(Spoken):
    """The declared division of a year's work beside the recorded one (R-35).

    German: angegebene und dokumentierte Arbeitsanteile.

    Attributes:
        year: The calendar year.
        rows: One row for each area that is declared or recorded; none where either side is missing.
        declared: What the declared shares add up to.
        apart: Half the sum of all differences regardless of sign: the per cent of work that would have to
            move for both to agree, 0 to 100 (index of dissimilarity; Duncan and Duncan 1955). ``None``
            where the declared shares do not add up to 100.
        decimals: Decimals of the recorded shares.
        reason: Why there is nothing to compare.
    """

    year: int
    rows: tuple[AreaCompared, ...] = ()
    declared: Fraction = Fraction(0)
    apart: Fraction | None = None
    decimals: int = 1
    reason: Message | None = None

    def tables(self) -> tuple[Table, ...]:
        """Give one row for each area: declared, recorded, and how far apart."""
        columns = (
            AREA,
            MINUTES,
            Column("declared", Say("angegeben (%)", "declared (%)"), "decimal", self.decimals),
            Column("recorded", Say("dokumentiert (%)", "recorded (%)"), "decimal", self.decimals),
            Column(
                "difference",
                Say("Abstand in Prozentpunkten", "difference in percentage points"),
                "decimal",
                self.decimals,
            ),
        )
        rows = tuple((row.area, row.minutes, row.declared, row.recorded, row.difference) for row in self.rows)
        title = Say("Angegebene und dokumentierte Arbeitsanteile", "Declared and recorded shares of work")
        return (Table(name="declared-and-recorded", title=title, columns=columns, rows=rows),)

    def messages(self) -> tuple[Message, ...]:
        """Tell in whole sentences how far both agree."""
        if self.reason is not None:
            return (self.reason,)
        # Recorded shares are rounded, so less than a unit of the last decimal may be rounding alone.
        unit = Fraction(1, 10**self.decimals)
        differ = [row for row in self.rows if row.difference is not None and abs(row.difference) >= unit]
        said = [told(_APART, len(differ), _AREA_NOUN, case="dat", year=str(self.year))]
        if differ:
            widest = max(differ, key=lambda row: abs(row.difference or Fraction(0)))
            said.append(
                Message.of(
                    _WIDEST,
                    area=widest.area.label,
                    declared=self._percent(widest.declared or Fraction(0)),
                    recorded=self._percent(widest.recorded),
                )
            )
        if differ and self.apart:
            said.append(Message.of(_MOVED, apart=self._percent(self.apart)))
        if self.declared != WHOLE:
            said.append(Message.of(_SUM, sum=self._percent(self.declared)))
        return tuple(said)

    def _percent(self, percent: Fraction) -> Say:
        return Say(
            in_percent(percent / 100, "de", decimals=self.decimals),
            in_percent(percent / 100, "en", decimals=self.decimals),
        )


def declared_and_recorded(workspace: Workspace, year: int, *, decimals: int = 1) -> DeclaredAndRecorded:
    """Set the division of work that the team declared beside the minutes that it recorded (R-35).

    An area that was declared and not recorded has the recorded share 0. One that was recorded and not
    declared was declared as 0 if the declared shares add up to 100, for then nothing is left for it;
    otherwise its declared share is open. Neither side is right or wrong: an estimate may be better than
    an incomplete record. German: angegebene und dokumentierte Arbeitsanteile.

    Raises:
        ModelError: The year is no whole number from 1 to 9999.
    """
    found = work_shares(workspace, year, decimals=decimals)
    split = workspace.work_splits.get(str(year))
    if found.source != "recorded" or split is None or not split.shares:
        return DeclaredAndRecorded(year=year, decimals=decimals, reason=_why_not(found))
    declared = {share.area: share.percent for share in split.shares}
    together = sum(declared.values(), Fraction(0))
    left_out = Fraction(0) if together == WHOLE else None
    recorded = {row.area: row for row in found.rows}
    rows = tuple(
        AreaCompared(
            area=area,
            minutes=(recorded[area].minutes or 0) if area in recorded else 0,
            declared=declared.get(area, left_out),
            recorded=recorded[area].percent if area in recorded else Fraction(0),
        )
        for area in WorkArea
        if area in declared or area in recorded
    )
    moved = sum((abs(row.difference) for row in rows if row.difference is not None), Fraction(0)) / 2
    return DeclaredAndRecorded(
        year=year,
        rows=rows,
        declared=together,
        apart=moved if together == WHOLE else None,
        decimals=decimals,
    )


def _why_not(found: WorkShares) -> Message:
    if found.source is None and found.reason is not None:
        return found.reason
    say = _NOT_DECLARED if found.source == "recorded" else _NOT_RECORDED
    return Message.of(say, year=str(found.year))
