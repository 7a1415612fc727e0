"""Rules on the analysis of the social structure: there is one, and it is not too old."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.messages import Say
from jmdmodel.period import add_months
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import NoParameters, number
from jmdmodel.quality.space.dated import analyses_until
from jmdmodel.workspace import Workspace


@rule(
    code="S103",
    name="structure-analysis-missing",
    level="must",
    requirements=("R-03",),
    looks_at=Workspace,
    level_because=Say(
        de="Das Rahmenkonzept macht die genaue Analyse zur Grundlage des Sozialraums, und alles Weitere "
        "baut darauf auf.",
        en="The framework concept makes the detailed analysis the basis of the social space, and all else "
        "builds on it.",
    ),
    title=Say(
        de="Die Analyse der Sozialstruktur fehlt", en="The analysis of the social structure is missing"
    ),
    message=Say(
        de="Bis zum {day} ist keine Analyse der Sozialstruktur eingetragen.",
        en="By {day} no analysis of the social structure is entered.",
    ),
    reason=Say(
        de="Der Dienst legt seinen Sozialraum nicht nach Gefühl fest, sondern anhand einer genauen Analyse "
        "der Sozialstruktur. Ohne sie lässt sich nicht zeigen, warum er dort arbeitet, wo er arbeitet.",
        en="The service does not settle its social space by feeling but by a detailed analysis of the "
        "social structure. Without one it cannot be shown why the service works where it works.",
    ),
    remedy=Say(
        de="Die Analyse unter „analyses“ mit Tag („day“), Methoden („methods“) und Ergebnis („summary“) "
        "eintragen. Liegt noch keine vor, mit den Zahlen der Kommune und einer Begehung beginnen.",
        en='Enter the analysis under "analyses" with day ("day"), methods ("methods") and result '
        '("summary"). If there is none yet, begin with the figures of the municipality and a walk '
        "through the area.",
    ),
)
def structure_analysis_missing(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find a workspace without an analysis until the day; not in the year the service was founded."""
    if ctx.index.existed_in(ctx.on.year) and not analyses_until(workspace, ctx.on):
        yield ctx.found(Ref("analyses"), day=ctx.on)


@attrs.frozen(kw_only=True)
class AnalysisAge:
    """How old the latest analysis may be."""

    months: int = number(
        36,
        help=Say(
            de="Nach wie vielen Monaten eine Analyse als veraltet gilt.",
            en="After how many months an analysis counts as out of date.",
        ),
        minimum=1,
        maximum=240,
    )


@rule(
    code="S104",
    name="structure-analysis-outdated",
    level="hint",
    requirements=("R-03",),
    looks_at=Workspace,
    parameters=AnalysisAge,
    title=Say(
        de="Die Analyse der Sozialstruktur ist veraltet",
        en="The analysis of the social structure is out of date",
    ),
    message=Say(
        de="Die jüngste Analyse der Sozialstruktur stammt vom {day} (Frist in Monaten: {months}).",
        en="The latest analysis of the social structure dates from {day} (limit in months: {months}).",
    ),
    reason=Say(
        de="Ein Sozialraum verändert sich: Menschen ziehen zu und weg, Einrichtungen öffnen und schließen. "
        "Eine alte Analyse führt zu Angeboten, die niemand mehr braucht.",
        en="A social space changes: people move in and out, institutions open and close. An old "
        "analysis leads to offers that nobody needs any more.",
    ),
    remedy=Say(
        de="Die Analyse mit neuen Zahlen und Gesprächen wiederholen und unter „analyses“ mit dem neuen Tag "
        "eintragen.",
        en='Repeat the analysis with new figures and talks and enter it under "analyses" with the new day.',
    ),
)
def structure_analysis_outdated(workspace: Workspace, ctx: Context[AnalysisAge]) -> Iterator[Finding]:
    """Find that even the latest analysis is older than it may be; on the last day of the limit it is not."""
    done = analyses_until(workspace, ctx.on)
    if done and add_months(done[0].day, ctx.parameters.months) < ctx.on:
        yield ctx.found(done[0], "day", day=done[0].day, months=ctx.parameters.months)
