"""Which areas reach which: by the units that lie in one another, and by their official keys (R-02)."""

from __future__ import annotations

from collections.abc import Iterable

from jmdmodel.areas import ags_of, contains
from jmdmodel.entities.space import AdministrativeUnit
from jmdmodel.ids import UnitId
from jmdmodel.messages import Say
from jmdmodel.scales import Coded
from jmdmodel.workspace import Workspace


class Reach(Coded):
    """How far something with an area reaches into another area. German: Reichweite."""

    EVERYWHERE = "everywhere", Say("ganzer Sozialraum", "the whole social space")
    WHOLE = "whole", Say("ganzes Gebiet", "the whole area")
    PART = "part", Say("Teil des Gebiets", "part of the area")
    ELSEWHERE = "elsewhere", Say("anderes Gebiet", "another area")
    UNKNOWN = "unknown", Say("Gebiet unbekannt", "area unknown")


class Territory:
    """The units of a workspace and which of them lie in which (R-02). German: Gebietsgliederung.

    A unit lies in another when the chain of its parents leads there, or when its official key begins with
    the other's. Parents that lead nowhere end the chain, and so does a circle.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._units = workspace.units
        self._space = workspace.space.units if workspace.space is not None else ()
        self._above: dict[UnitId, tuple[UnitId, ...]] = {}

    def known(self, ids: Iterable[UnitId]) -> tuple[AdministrativeUnit, ...]:
        """Give the units that identifiers mean, by identifier; those that lead nowhere are left out."""
        found = (self._units.get(one) for one in sorted(set(ids)))
        return tuple(unit for unit in found if unit is not None)

    def holds(self, outer: UnitId, inner: UnitId) -> bool:
        """Tell whether one unit holds another; each holds itself."""
        chain = self._chain(inner)
        if outer in chain:
            return True
        other = self._units.get(outer)
        if other is None:
            return False
        return any(
            contains(other.ars or "", unit.ars or "") or contains(_ags(other), _ags(unit))
            for unit in self.known(chain)
        )

    def reach(self, area: Iterable[UnitId], wanted: Iterable[UnitId]) -> Reach:
        """Tell how far an area reaches into the one that is wanted.

        No area means everywhere in the social space; where none is wanted, that space is. Several small
        units never count as the large one that they may fill: whether they do is not known. "Elsewhere" is
        told where the chains of parents meet or keys tell it, and "unknown" where neither does.
        """
        given = tuple(area)
        if not given:
            return Reach.EVERYWHERE
        sought = tuple(wanted) or self._space
        held = [any(self.holds(outer, unit) for outer in given) for unit in sought]
        if held and all(held):
            return Reach.WHOLE
        if any(held) or any(self.holds(unit, inner) for unit in sought for inner in given):
            return Reach.PART
        if sought and all(self._are_apart(one, other) for one in given for other in sought):
            return Reach.ELSEWHERE
        return Reach.UNKNOWN

    def overlap(self, one: Iterable[UnitId], other: Iterable[UnitId]) -> bool:
        """Tell whether two areas are known to share some ground; no area means everywhere."""
        first, second = tuple(one), tuple(other)
        if not first or not second:
            return True
        return any(self.holds(a, b) or self.holds(b, a) for a in first for b in second)

    def _are_apart(self, one: UnitId, other: UnitId) -> bool:
        """Tell whether two units of which none holds the other are known to lie apart."""
        first, second = self._chain(one), self._chain(other)
        if not self.known((one, other))[1:]:
            return False
        return bool(set(first) & set(second)) or (self._has_key(first) and self._has_key(second))

    def _has_key(self, chain: Iterable[UnitId]) -> bool:
        return any(unit.ags or unit.ars for unit in self.known(chain))

    def _chain(self, unit: UnitId) -> tuple[UnitId, ...]:
        if unit not in self._above:
            chain: list[UnitId] = []
            current: UnitId | None = unit
            while current is not None and current not in chain:
                chain.append(current)
                known = self._units.get(current)
                current = known.parent if known is not None else None
            self._above[unit] = tuple(chain)
        return self._above[unit]


def _ags(unit: AdministrativeUnit) -> str:
    return unit.ags or ags_of(unit.ars or "") or ""
