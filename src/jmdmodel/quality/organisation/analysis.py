"""Rules on the analysis of network relations: the four attributes, and how old the judgement is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import attrs

from jmdmodel.entities.network import Network, NetworkAssessment
from jmdmodel.fields import about_field, fields_of
from jmdmodel.findings import Finding
from jmdmodel.messages import Say
from jmdmodel.period import add_months
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import NoParameters, number

ATTRIBUTES = ("formalisation", "spatial_extent", "themes", "political_influence")
"""The fields that hold the four attributes of the concept."""

_LABELS: Mapping[str, Say] = {
    field.name: about_field(field).label for field in fields_of(NetworkAssessment) if field.name in ATTRIBUTES
}


@rule(
    code="Q501",
    name="attribute-never-assessed",
    level="must",
    requirements=("R-27",),
    looks_at=Network,
    title=Say(de="Das Netzwerk ist nicht vollständig analysiert", en="The network is not fully analysed"),
    message=Say(
        de="Bei „{network}“ noch nie eingeschätzt: {attributes}.",
        en='Never assessed for "{network}": {attributes}.',
    ),
    reason=Say(
        de="Wer ein Netzwerk mitträgt, muss es kennen. Das Konzept verlangt dazu, vier Merkmale "
        "einzuschätzen: Formalisierungsgrad, räumliche Ausdehnung, thematischer Bezug und mögliche "
        "politische Einflussnahme.",
        en="Whoever helps to run a network has to know it. The concept asks for an assessment of four "
        "attributes: degree of formalisation, spatial extent, thematic reference and possible political "
        "influence.",
    ),
    remedy=Say(
        de="Die fehlenden Merkmale im Team einschätzen und unter „assessments“ mit Datum eintragen.",
        en='Assess the missing attributes in the team and enter them with the date under "assessments".',
    ),
)
def attribute_never_assessed(network: Network, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find a network the service works in that lacks one of the four attributes."""
    if network.id not in ctx.index.engaged:
        return
    missing = [name for name, last in _last_assessed(network, ctx.on).items() if last is None]
    if missing:
        yield ctx.found(
            network, "assessments", network=network.name, attributes=tuple(_LABELS[name] for name in missing)
        )


@attrs.frozen(kw_only=True)
class AssessmentAge:
    """How old an assessment may be."""

    months: int = number(
        24,
        help=Say(
            de="Nach wie vielen Monaten eine Einschätzung als veraltet gilt.",
            en="After how many months an assessment counts as out of date.",
        ),
        minimum=1,
        maximum=240,
    )


@rule(
    code="Q502",
    name="assessment-outdated",
    level="should",
    requirements=("R-27",),
    looks_at=Network,
    parameters=AssessmentAge,
    title=Say(de="Die Analyse des Netzwerks ist veraltet", en="The analysis of the network is out of date"),
    message=Say(
        de="Bei „{network}“ nicht mehr aktuell (Frist in Monaten: {months}): {attributes}. Älteste "
        "Einschätzung: {oldest}.",
        en='No longer up to date for "{network}" (limit in months: {months}): {attributes}. Oldest '
        "assessment: {oldest}.",
    ),
    reason=Say(
        de="Netzwerke ändern sich. Eine Analyse, die niemand mehr prüft, sichert keine Qualität.",
        en="Networks change. An analysis that nobody looks at again does not safeguard quality.",
    ),
    remedy=Say(
        de="Das Netzwerk neu einschätzen und das Ergebnis unter „assessments“ eintragen. Auch ein "
        "unveränderter Wert bekommt das neue Datum.",
        en='Assess the network again and enter the result under "assessments". A value that has not '
        "changed gets the new date, too.",
    ),
)
def assessment_outdated(network: Network, ctx: Context[AssessmentAge]) -> Iterator[Finding]:
    """Find a network the service works in with attributes that were assessed too long ago."""
    if network.id not in ctx.index.engaged:
        return
    months = ctx.parameters.months
    dated = {name: last for name, last in _last_assessed(network, ctx.on).items() if last is not None}
    stale = {name: last for name, last in dated.items() if add_months(last, months) < ctx.on}
    if stale:
        yield ctx.found(
            network,
            "assessments",
            network=network.name,
            months=months,
            attributes=tuple(_LABELS[name] for name in stale),
            oldest=min(stale.values()),
        )


def _last_assessed(network: Network, on: date) -> dict[str, date | None]:
    """Give for each attribute the day on which it was last assessed, until a day."""
    until = [one for one in network.assessments if one.day <= on]
    return {
        name: max((one.day for one in until if getattr(one, name) not in {None, ()}), default=None)
        for name in ATTRIBUTES
    }
