"""Whether an area holds a place, or the social space as a whole, as far as units and keys tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from jmdmodel.areas import ags_of, contains
from jmdmodel.entities.space import AdministrativeUnit
from jmdmodel.ids import UnitId
from jmdmodel.workspace import Workspace

Holds: TypeAlias = Literal["whole", "part", "unclear", "none"]
"""What an area holds of a unit; ``unclear`` where neither keys nor parents tell."""


def units_of(workspace: Workspace, ids: Iterable[UnitId]) -> tuple[AdministrativeUnit, ...]:
    """Give the units that identifiers mean, by identifier; those that lead nowhere are left out."""
    found = (workspace.units.get(one) for one in sorted(set(ids)))
    return tuple(unit for unit in found if unit is not None)


def holds(workspace: Workspace, area: Iterable[AdministrativeUnit], unit: AdministrativeUnit) -> Holds:
    """Tell what an area of several units holds of another unit (R-02, R-20).

    A unit holds what lies in it by ``parent`` or by the digits of the official keys, and itself. Where a
    unit has no key and no unit above it has one, "not in it" cannot be told from "not known". A whole that
    is made up of several smaller units is not put together: that is a part.
    """
    told = {_holds(workspace, one, unit) for one in area}
    return next((answer for answer in ("whole", "part", "unclear") if answer in told), "none")


def holds_all(
    workspace: Workspace, area: tuple[AdministrativeUnit, ...], units: tuple[AdministrativeUnit, ...]
) -> Holds:
    """Tell what an area holds of several units together, of the social space for instance (R-02, R-20)."""
    told = [holds(workspace, area, unit) for unit in units]
    if told and all(answer == "whole" for answer in told):
        return "whole"
    if "whole" in told or "part" in told:
        return "part"
    return "unclear" if "unclear" in told or not told else "none"


def _holds(workspace: Workspace, outer: AdministrativeUnit, inner: AdministrativeUnit) -> Holds:
    above_inner, above_outer = tuple(_chain(workspace, inner)), tuple(_chain(workspace, outer))
    if any(_is_in(one, outer) for one in above_inner):
        return "whole"
    if any(_is_in(one, inner) for one in above_outer):
        return "part"
    return "none" if _has_key(above_inner) and _has_key(above_outer) else "unclear"


def _chain(workspace: Workspace, unit: AdministrativeUnit) -> Iterator[AdministrativeUnit]:
    """Yield a unit and all above it; a circle ends where it closes."""
    seen: set[str] = set()
    above: AdministrativeUnit | None = unit
    while above is not None and above.id not in seen:
        seen.add(above.id)
        yield above
        above = workspace.units.get(above.parent)


def _is_in(unit: AdministrativeUnit, outer: AdministrativeUnit) -> bool:
    if unit.id == outer.id or contains(outer.ars or "", unit.ars or ""):
        return True
    return contains(_ags(outer), _ags(unit))


def _ags(unit: AdministrativeUnit) -> str:
    return unit.ags or ags_of(unit.ars or "") or ""


def _has_key(chain: tuple[AdministrativeUnit, ...]) -> bool:
    return any(unit.ags or unit.ars for unit in chain)
