"""Identifier history: which partner of one year became which of another, through mergers and new names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from typing import Self

import attrs

from jmdmodel.ids import PartnerId
from jmdmodel.workspace import Workspace


@attrs.frozen(kw_only=True)
class Lineage:
    """Partners of one day and what became of them on another. German: Abfolge.

    Attributes:
        before: Those of the first day, by identifier; none for what is new.
        after: Those of the second day, by identifier; none for what is gone.
    """

    before: tuple[PartnerId, ...]
    after: tuple[PartnerId, ...]


@attrs.frozen
class History:
    """What came from what, as :attr:`~jmdmodel.entities.partner.Partner.successor_of` tells it (R-33).

    Chains over several years are followed. A link to a partner that is not there, as a view may have
    it, leads nowhere and does no harm; nor does a circle. German: Geschichte der Kennungen.

    Attributes:
        predecessors: The direct predecessors of each partner that names some.
        successors: The direct successors of each partner that has some.
    """

    predecessors: Mapping[PartnerId, frozenset[PartnerId]]
    successors: Mapping[PartnerId, frozenset[PartnerId]]

    @classmethod
    def of(cls, workspace: Workspace) -> Self:
        """Read the history from all partners that are known, shown or beyond."""
        known = (*workspace.partners, *workspace.partners.beyond())
        return cls.from_links((old, partner.id) for partner in known for old in partner.successor_of)

    @classmethod
    def from_links(cls, links: Iterable[tuple[PartnerId, PartnerId]]) -> Self:
        """Make a history of pairs: the old identifier, the new one.

        Example:
            >>> history = History.from_links([("a", "b"), ("b", "c")])
            >>> sorted(history.ancestors("c")), sorted(history.descendants("b"))
            (['a', 'b'], ['c'])
        """
        back: dict[PartnerId, set[PartnerId]] = {}
        on: dict[PartnerId, set[PartnerId]] = {}
        for old, new in links:
            if old != new:
                back.setdefault(new, set()).add(old)
                on.setdefault(old, set()).add(new)
        return cls(_frozen(back), _frozen(on))

    def ancestors(self, partner: PartnerId) -> frozenset[PartnerId]:
        """Give all that a partner came from, over any number of steps, without itself."""
        return frozenset(_reached(partner, self.predecessors) - {partner})

    def descendants(self, partner: PartnerId) -> frozenset[PartnerId]:
        """Give all that a partner went over into, over any number of steps, without itself."""
        return frozenset(_reached(partner, self.successors) - {partner})

    def lineages(
        self,
        before: Set[PartnerId],
        after: Set[PartnerId],
        *,
        existed_before: Set[PartnerId] = frozenset(),
        exist_after: Set[PartnerId] = frozenset(),
    ) -> tuple[Lineage, ...]:
        """Tell what became of the partners of one day on another; each of them stands in one lineage.

        A partner that is there on both days goes on as itself. Beyond that, an old and a new one
        belong together when the new one comes from the old one, directly or over steps, and

        - the old one is gone and the new one is new: a new name, or a part of a merger or a split;
        - the old one is gone and no longer exists, the new one was there before: it was taken up;
        - the old one goes on, and the new one did not exist before: it was spun off.

        Where both are there on both days, the succession lies further back and is no change; where
        both exist all along and only one of two contacts is new, it is no succession either.

        Args:
            before: Those looked at on the first day, for instance the partners on a map.
            after: Those looked at on the second day.
            existed_before: Those that existed on the first day, looked at or not.
            exist_after: Those that exist on the second day, looked at or not.

        Returns:
            The lineages, in the order of their first identifiers.

        Example:
            >>> history = History.from_links([("a", "c"), ("b", "c")])
            >>> history.lineages({"a", "b", "d"}, {"c", "d"})
            (Lineage(before=('a', 'b'), after=('c',)), Lineage(before=('d',), after=('d',)))
        """
        links: dict[PartnerId, set[PartnerId]] = {}
        for new in after:
            for old in self.ancestors(new) & before:
                gone, fresh = old not in after, new not in before
                taken_up = gone and old not in exist_after
                spun_off = fresh and new not in existed_before
                if (gone and fresh) or taken_up or spun_off:
                    links.setdefault(old, set()).add(new)
                    links.setdefault(new, set()).add(old)
        return tuple(
            Lineage(before=tuple(sorted(group & before)), after=tuple(sorted(group & after)))
            for group in _groups(before | after, links)
        )

    def families(self, partners: Iterable[PartnerId]) -> dict[PartnerId, PartnerId]:
        """Name for each partner the line it belongs to, over all years.

        A line is named by the first identifier among those that nothing followed. Partners without
        predecessor and successor are a line of their own.

        Example:
            >>> History.from_links([("old", "new")]).families(["new", "old", "other"])
            {'new': 'new', 'old': 'new', 'other': 'other'}
        """
        linked = {
            one: self.predecessors.get(one, frozenset()) | self.successors.get(one, frozenset())
            for one in (*self.predecessors, *self.successors)
        }
        asked = sorted(partners)
        names: dict[PartnerId, PartnerId] = {}
        for partner in asked:
            if partner not in names:
                line = _reached(partner, linked)
                last = [one for one in line if one not in self.successors]
                names |= dict.fromkeys(line, min(last or line))
        return {partner: names[partner] for partner in asked}


def _frozen(links: Mapping[PartnerId, set[PartnerId]]) -> dict[PartnerId, frozenset[PartnerId]]:
    return {one: frozenset(others) for one, others in sorted(links.items())}


def _reached(start: PartnerId, links: Mapping[PartnerId, Set[PartnerId]]) -> set[PartnerId]:
    found, waiting = {start}, [start]
    while waiting:
        for other in links.get(waiting.pop(), ()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def _groups(partners: Set[PartnerId], links: Mapping[PartnerId, Set[PartnerId]]) -> Iterable[set[PartnerId]]:
    """Yield the connected groups, in the order of their first identifiers."""
    done: set[PartnerId] = set()
    for partner in sorted(partners):
        if partner not in done:
            group = _reached(partner, links)
            done |= group
            yield group
