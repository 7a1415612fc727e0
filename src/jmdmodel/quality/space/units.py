"""Rules on the area: a space needs a boundary, its units a sound hierarchy, and something in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jmdmodel.areas import contains
from jmdmodel.collection import Collection
from jmdmodel.entities.space import AdministrativeUnit
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.messages import Say
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import NoParameters
from jmdmodel.vocabulary import UnitLevel
from jmdmodel.workspace import Workspace

_DIGITS: Mapping[UnitLevel, int] = {
    UnitLevel.QUARTER: 12,
    UnitLevel.MUNICIPALITY: 12,
    UnitLevel.UNION: 9,
    UnitLevel.DISTRICT: 5,
    UnitLevel.REGION: 3,
    UnitLevel.LAND: 2,
}
"""How many leading digits of an official key say something at a level; the rest is filled up with zeros."""

_CYCLE = Say(
    de="„{unit}“ liegt über mehrere Schritte in sich selbst.",
    en='"{unit}" lies in itself over several steps.',
)
_ORDER = Say(
    de="„{unit}“ ({level}) soll in „{parent}“ ({parent_level}) liegen; die übergeordnete Ebene muss "
    "größer sein.",
    en='"{unit}" ({level}) is said to lie in "{parent}" ({parent_level}); the upper level must be the '
    "larger one.",
)
_PREFIX = Say(
    de="Der Schlüssel {key} von „{unit}“ beginnt nicht mit dem Schlüssel {parent_key} von „{parent}“.",
    en='The key {key} of "{unit}" does not begin with the key {parent_key} of "{parent}".',
)


@rule(
    code="S101",
    name="space-without-boundary",
    level="should",
    requirements=("R-01", "R-02"),
    looks_at=Workspace,
    title=Say(de="Der Sozialraum ist nicht abgegrenzt", en="The social space has no boundary"),
    message=Say(
        de="Für den Sozialraum sind weder Gebiete noch eine Grenze angegeben.",
        en="The social space names neither units nor a boundary.",
    ),
    reason=Say(
        de="Der Sozialraum richtet sich nach vorhandenen Verwaltungsgrenzen. Ohne Gebiet oder Grenze "
        "bleibt offen, wofür der Dienst zuständig ist und welche Zahlen dazugehören.",
        en="The social space follows the boundaries of the administration. Without units or a boundary "
        "it stays open what the service is responsible for and which figures belong to it.",
    ),
    remedy=Say(
        de="Unter „space“ die Gebiete nennen („units“) oder die Grenze mit Worten beschreiben („boundary“).",
        en='Name the units ("units") under "space", or describe the boundary in words ("boundary").',
    ),
)
def space_without_boundary(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find a workspace whose social space has no unit, no boundary in words and no outline."""
    space = workspace.space
    if space is None or not (space.units or space.outline or (space.boundary or "").strip()):
        yield ctx.found(Ref("space"), "units")


@rule(
    code="S102",
    name="unit-hierarchy-broken",
    level="must",
    requirements=("R-02",),
    looks_at=AdministrativeUnit,
    level_because=Say(
        de="Auf falsche Zuordnungen ist bei keiner Karte und keiner Zahl des Gebiets Verlass.",
        en="With wrong assignments no map and no figure of the area can be relied on.",
    ),
    title=Say(de="Die Gebiete passen nicht ineinander", en="The units do not fit into each other"),
    message=Say(de="{fault}", en="{fault}"),
    reason=Say(
        de="Karten und Zahlen werden entlang der Verwaltungsgliederung zusammengefasst. Bei einer "
        "falschen Zuordnung zählt eine Gemeinde zu einem fremden Kreis.",
        en="Maps and figures are summed up along the administrative divisions. With a wrong assignment "
        "a municipality counts towards a district that is not its own.",
    ),
    remedy=Say(
        de="Unter „parent“ das richtige Gebiet nennen oder die Ebene („level“) oder den Schlüssel "
        "(„ars“, „ags“) berichtigen. Ebenen dürfen übersprungen werden.",
        en='Name the right unit under "parent", or correct the level ("level") or the key ("ars", '
        '"ags"). Levels may be left out.',
    ),
)
def unit_hierarchy_broken(unit: AdministrativeUnit, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find a unit whose parent is not above it; an AGS is never compared with an ARS."""
    units = ctx.workspace.units
    parent = units.get(unit.parent)
    if parent is None:
        return
    if unit.id in _above(unit, units):
        yield ctx.found(unit, "parent", fault=_filled(_CYCLE, unit=unit.name))
        return
    # A town's districts and their quarters are both "quarter"; nothing else may lie in its own level.
    if not (unit.level < parent.level or unit.level is parent.level is UnitLevel.QUARTER):
        yield ctx.found(
            unit,
            "parent",
            fault=Say(
                *(
                    _ORDER.in_(language).format(
                        unit=unit.name,
                        level=unit.level.label.in_(language),
                        parent=parent.name,
                        parent_level=parent.level.label.in_(language),
                    )
                    for language in ("de", "en")
                )
            ),
        )
        return
    for field in ("ars", "ags"):
        key, parent_key = getattr(unit, field), getattr(parent, field)
        if key and parent_key and not contains(parent_key[: _DIGITS[parent.level]], key):
            fault = _filled(_PREFIX, unit=unit.name, parent=parent.name, key=key, parent_key=parent_key)
            yield ctx.found(unit, field, fault=fault)
            return


def _above(unit: AdministrativeUnit, units: Collection[AdministrativeUnit]) -> set[str]:
    """Give the units that a unit lies in, step by step; with a cycle in them, the unit itself."""
    above: set[str] = set()
    upper = units.get(unit.parent)
    while upper is not None and upper.id not in above:
        above.add(upper.id)
        upper = units.get(upper.parent)
    return above


def _filled(say: Say, **names: str) -> Say:
    return Say(say.de.format_map(names), say.en.format_map(names))


@rule(
    code="S120",
    name="space-without-institution",
    level="should",
    requirements=("R-01",),
    looks_at=Workspace,
    title=Say(
        de="Im Sozialraum ist keine Einrichtung eingetragen",
        en="No institution is entered in the social space",
    ),
    message=Say(
        de="Die Arbeitsmappe enthält weder einen Partner noch einen Ort, der derzeit besteht.",
        en="The workspace holds neither a partner nor a place that exists at present.",
    ),
    reason=Say(
        de="Zum Sozialraum gehören die Einrichtungen, die es dort gibt. Solange keine eingetragen ist, "
        "bleibt er eine leere Fläche.",
        en="The institutions that are there are part of the social space. As long as none is entered it "
        "stays an empty area.",
    ),
    remedy=Say(
        de="Unter „partners“ die Einrichtungen aufnehmen, die für junge Menschen wichtig sind, auch "
        "solche ohne Kontakt, und unter „places“ ihre Orte.",
        en='Enter the institutions that matter to young people under "partners", also those without '
        'contact, and their places under "places".',
    ),
)
def space_without_institution(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find a workspace without any partner and without any place of the day."""
    places = any(place.period.holds_on(ctx.on) for place in workspace.places)
    if not ctx.index.partners and not places:
        yield ctx.found(Ref("partners"))
