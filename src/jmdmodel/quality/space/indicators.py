"""Rules on the figures of an analysis: they look at more than one side, tell their source, and compare."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from jmdmodel.entities.need import Indicator, SocialStructureAnalysis
from jmdmodel.findings import Finding
from jmdmodel.messages import Say
from jmdmodel.period import add_months
from jmdmodel.quality.index import quoted
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import NoParameters, number
from jmdmodel.quality.space.dated import analyses_until
from jmdmodel.quality.wording import some_of
from jmdmodel.vocabulary import SubjectArea
from jmdmodel.workspace import Workspace

SIDES = tuple(area for area in SubjectArea if area is not SubjectArea.OTHER)
"""The subject areas that an analysis may be expected to look at; "other" is none of them."""

_UNKNOWN = ""
"""Stands for the area of an indicator that names none."""


@attrs.frozen(kw_only=True)
class Breadth:
    """How many sides are enough, and which analyses are taken together."""

    areas: int = number(
        3,
        help=Say(
            de="Zu wie vielen der sechs Themenbereiche es mindestens Indikatoren geben soll.",
            en="For how many of the six subject areas there should be indicators at least.",
        ),
        minimum=1,
        maximum=len(SIDES),
    )
    months: int = number(
        36,
        help=Say(
            de="Aus wie vielen Monaten vor der jüngsten Analyse auch frühere Analysen mitzählen.",
            en="From how many months before the latest analysis earlier analyses count too.",
        ),
        minimum=0,
        maximum=240,
    )


@rule(
    code="S105",
    name="indicators-one-sided",
    level="hint",
    requirements=("R-03",),
    looks_at=Workspace,
    parameters=Breadth,
    title=Say(
        de="Die Indikatoren decken nur wenige Themenbereiche ab",
        en="The indicators cover only a few subject areas",
    ),
    message=Say(
        de="Indikatoren gibt es zu {n} von {total} Themenbereichen. Es fehlen: {missing}.",
        en="There are indicators for {n} of {total} subject areas. Missing: {missing}.",
    ),
    reason=Say(
        de="Gefragt ist ein genaues Bild der Sozialstruktur. Wer nur auf eine Seite schaut, zum Beispiel "
        "auf die Bevölkerungszahl, übersieht, woran junge Menschen scheitern: Schule, Ausbildung, Geld oder "
        "Wohnung.",
        en="What is asked for is a detailed picture of the social structure. Looking at one side only, "
        "for instance at the population, means missing what young people struggle with: school, "
        "training, money or housing.",
    ),
    remedy=Say(
        de="Zu den fehlenden Themenbereichen je eine Zahl suchen, zum Beispiel beim Amt für Statistik, "
        "bei der Agentur für Arbeit oder in der Sozialplanung, und bei der Analyse unter „indicators“ "
        "eintragen.",
        en="Look for one figure in each missing subject area, for instance at the statistics office, "
        'the employment agency or in social planning, and enter it under "indicators" of the analysis.',
    ),
)
def indicators_one_sided(workspace: Workspace, ctx: Context[Breadth]) -> Iterator[Finding]:
    """Find that the indicators of the latest analyses together cover too few subject areas."""
    done = analyses_until(workspace, ctx.on)
    if not done:
        return
    first = add_months(done[0].day, -ctx.parameters.months)
    covered = {figure.subject for one in done if one.day >= first for figure in one.indicators}
    missing = [side for side in SIDES if side not in covered]
    n = len(SIDES) - len(missing)
    if n < ctx.parameters.areas:
        yield ctx.found(done[0], "indicators", n=n, total=len(SIDES), missing=quoted(missing))


@rule(
    code="S106",
    name="indicator-without-source",
    level="should",
    requirements=("R-03",),
    looks_at=Workspace,
    title=Say(
        de="Indikatoren haben keine Quelle oder keinen Stichtag",
        en="Indicators have no source or no reference day",
    ),
    message=Say(
        de="Indikatoren, bei denen Quelle oder Stichtag fehlt: {n} von {total} ({names}).",
        en="Indicators that lack a source or a reference day: {n} of {total} ({names}).",
    ),
    reason=Say(
        de="Eine Analyse überzeugt nur, wenn andere die Zahlen nachprüfen können. Ohne Quelle und Stichtag "
        "ist im nächsten Jahr auch im Team nicht mehr klar, was verglichen wird.",
        en="An analysis convinces only if others can check the figures. Without source and reference day "
        "even the team will not know next year what is being compared.",
    ),
    remedy=Say(
        de="Zu jedem Indikator „source“ und „day“ nachtragen. Ist die Quelle nicht mehr zu finden, die Zahl "
        "durch eine belegte ersetzen.",
        en='Add "source" and "day" to each indicator. If the source can no longer be found, replace the '
        "figure by one that has a source.",
    ),
)
def indicator_without_source(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find the indicators that lack source or day, all together; the latest analysis comes first."""
    done = analyses_until(workspace, ctx.on)
    bare = [one for one in done if any(_lacking(figure) for figure in one.indicators)]
    if not bare:
        return
    lacking = [figure for one in bare for figure in one.indicators if _lacking(figure)]
    place, first = next((n, one) for n, one in enumerate(bare[0].indicators, start=1) if _lacking(one))
    yield ctx.found_many(
        [*bare],
        f"indicators[{place}].{_lacking(first)}",
        # A name comes back each year; told once it is enough, and the count tells the rest.
        names=some_of(sorted({figure.name for figure in lacking})),
        n=len(lacking),
        total=sum(len(one.indicators) for one in done),
    )


def _lacking(figure: Indicator) -> str:
    """Name the field that an indicator lacks; an empty text where it has both."""
    if not (figure.source or "").strip():
        return "source"
    return "day" if figure.day is None else ""


@rule(
    code="S107",
    name="series-not-comparable",
    level="hint",
    requirements=("R-03",),
    looks_at=Workspace,
    title=Say(de="Eine Zahlenreihe wechselt Einheit oder Gebiet", en="A series changes its unit or area"),
    message=Say(
        de="Indikatoren, bei denen Einheit oder Gebiet anders ist als in früheren Analysen: {n} ({names}).",
        en="Indicators with another unit of measure or area than in earlier analyses: {n} ({names}).",
    ),
    reason=Say(
        de="Indikatoren mit gleichem Namen werden über die Jahre verglichen. Wechselt die Einheit oder "
        "das Gebiet, sieht es nach einer Entwicklung aus, die es nicht gibt.",
        en="Indicators of the same name are compared over the years. If the unit of measure or the area "
        "changes, this looks like a development that does not exist.",
    ),
    remedy=Say(
        de="Einheit („measured_in“) und Gebiet („area“) angleichen. Ist etwas anderes gemeint, dem "
        "Indikator einen eigenen Namen geben („name“).",
        en='Bring unit of measure ("measured_in") and area ("area") into line. If something else is '
        'meant, give the indicator a name of its own ("name").',
    ),
)
def series_not_comparable(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find names whose unit or area is another one than the last time."""
    by_year: dict[int, list[SocialStructureAnalysis]] = {}
    # Several analyses of one year, say one a town, stand side by side and not one after the other.
    for one in reversed(analyses_until(workspace, ctx.on)):
        by_year.setdefault(one.day.year, []).append(one)
    before: dict[str, dict[str, set[str]]] = {}
    changed: dict[str, str] = {}
    places: list[SocialStructureAnalysis] = []
    for year in sorted(by_year):
        now = _units_by_area(by_year[year])
        breaks = {name for name, areas in now.items() if name in before and _breaks(before[name], areas)}
        for one in by_year[year]:
            own = {_folded(name): name for name in sorted(figure.name for figure in one.indicators)}
            if own.keys() & breaks:
                places.append(one)
                changed |= {name: own[name] for name in own.keys() & breaks}
        for name, areas in now.items():
            before.setdefault(name, {}).update(areas)
    if changed:
        latest_first = sorted(places, key=lambda one: (-one.day.toordinal(), one.id))
        yield ctx.found_many(
            latest_first, "indicators", names=some_of(sorted(changed.values())), n=len(changed)
        )


def _units_by_area(analyses: list[SocialStructureAnalysis]) -> dict[str, dict[str, set[str]]]:
    """Give for each name of an indicator its areas, and for each of those its units of measure."""
    found: dict[str, dict[str, set[str]]] = {}
    for one in analyses:
        for figure in one.indicators:
            areas = found.setdefault(_folded(figure.name), {})
            areas.setdefault(figure.area or _UNKNOWN, set()).add(_folded(figure.measured_in))
    return found


def _breaks(before: dict[str, set[str]], now: dict[str, set[str]]) -> bool:
    """Tell whether figures cannot be compared: no common area, or one without a common unit of measure.

    An area that is left out is unknown and may be any; then the units of measure alone can tell.
    """
    if _UNKNOWN in before or _UNKNOWN in now:
        return set[str]().union(*before.values()).isdisjoint(*now.values())
    common = before.keys() & now.keys()
    return not common or any(before[area].isdisjoint(now[area]) for area in common)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
