"""Which areas reach which: by the units that lie in one another, and by their official keys (R-02)."""

from __future__ import annotations

from collections.abc import Iterable

from jmdmodel.areas import contains
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

    A unit lies in another when the chain of its parents leads there, or when its key begins with the
    other's. Parents that lead nowhere end the chain, and so does a circle.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._units = workspace.units
        self._space = workspace.space.units if workspace.space is not None else ()
        self._within: dict[UnitId, frozenset[UnitId]] = {}

    def holds(self, outer: UnitId, inner: UnitId) -> bool:
        """Tell whether one unit holds another; each holds itself."""
        if outer in self._chain(inner):
            return True
        one, other = self._units.get(outer), self._units.get(inner)
        if one is None or other is None:
            return False
        return contains(one.ars or "", other.ars or "") or contains(one.ags or "", other.ags or "")

    def reach(self, area: Iterable[UnitId], wanted: Iterable[UnitId]) -> Reach:
        """Tell how far an area reaches into the one that is wanted.

        No area means everywhere in the social space; where none is wanted, that space is. Several small
        units never count as the large one that they may fill: whether they do is not known.
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
        if not sought or any(unit not in self._units for unit in (*given, *sought)):
            return Reach.UNKNOWN
        return Reach.ELSEWHERE

    def overlap(self, one: Iterable[UnitId], other: Iterable[UnitId]) -> bool:
        """Tell whether two areas are known to share some ground; no area means everywhere."""
        first, second = tuple(one), tuple(other)
        if not first or not second:
            return True
        return any(self.holds(a, b) or self.holds(b, a) for a in first for b in second)

    def _chain(self, unit: UnitId) -> frozenset[UnitId]:
        if unit not in self._within:
            chain: set[UnitId] = set()
            current: UnitId | None = unit
            while current is not None and current not in chain:
                chain.add(current)
                known = self._units.get(current)
                current = known.parent if known is not None else None
            self._within[unit] = frozenset(chain)
        return self._within[unit]
