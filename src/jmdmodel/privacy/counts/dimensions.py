"""What a table divides persons by: dimensions with ordered categories, and coarser divisions of them."""

from __future__ import annotations

import attrs

from jmdmodel.errors import ModelError
from jmdmodel.messages import Message, Say
from jmdmodel.privacy.counts import counts_texts as texts

TOTAL = "total"
"""The code that stands for all categories of a dimension together."""

Codes = tuple[str, ...]


@attrs.frozen(kw_only=True)
class Category:
    """One value of a dimension: a code, unique in the dimension, and a label. German: Ausprägung."""

    code: str
    label: Say


@attrs.frozen(kw_only=True)
class Group(Category):
    """Several categories as one, for a coarser division: 12 to 17 years. German: zusammengefasste Ausprägung.

    A group of one category may keep its code.
    """

    parts: Codes


@attrs.frozen(kw_only=True)
class Level:
    """A coarser division of a dimension: each category is in exactly one group. German: gröbere Einteilung.

    Attributes:
        groups: The groups in their order.
        shown: Whether the groups stand in the table beside the categories, as sub-totals.
    """

    groups: tuple[Group, ...]
    shown: bool = False


@attrs.frozen(kw_only=True)
class Dimension:
    """What a table divides persons by, for instance age. German: Merkmal.

    Attributes:
        name: Machine name; the same name in two tables means the same division.
        label: Name for people.
        categories: The categories in their order. Everybody who is counted is in exactly one of them.
        levels: Coarser divisions, the finest first, each joining the groups of the one before.
        total: Label of the total over all categories; ``None`` where the table does not tell it.
    """

    name: str
    label: Say
    categories: tuple[Category, ...]
    levels: tuple[Level, ...] = ()
    total: Say | None = texts.TOTAL

    def __attrs_post_init__(self) -> None:
        codes = [category.code for category in self.categories]
        if not codes or len(set(codes)) < len(codes) or TOTAL in codes or not self.name:
            raise ModelError(Message.of(texts.BAD_CODES, name=self.name))
        finer: list[Codes] = [(code,) for code in codes]
        for level in self.levels:
            if (
                sorted(part for group in level.groups for part in group.parts) != sorted(codes)
                or any(not set(few) <= set(self._group_of(level, few[0]).parts) for few in finer)
                or len({group.code for group in level.groups} | {TOTAL}) != len(level.groups) + 1
                or any(group.code in codes and group.parts != (group.code,) for group in level.groups)
            ):
                raise ModelError(Message.of(texts.BAD_LEVEL, name=self.name))
            finer = [group.parts for group in level.groups]

    @staticmethod
    def _group_of(level: Level, code: str) -> Group:
        return next(group for group in level.groups if code in group.parts)

    def shown_groups(self) -> tuple[Group, ...]:
        """Give the groups that stand in the table as sub-totals."""
        found: dict[str, Group] = {}
        for level in self.levels:
            for group in level.groups if level.shown else ():
                if len(group.parts) > 1:
                    found.setdefault(group.code, group)
        return tuple(found.values())

    def axis(self) -> tuple[Category, ...]:
        """Give all that stands in the table along this dimension: categories, sub-totals, total."""
        total = () if self.total is None else (Category(code=TOTAL, label=self.total),)
        return (*self.categories, *self.shown_groups(), *total)

    def parts_of(self, code: str) -> Codes:
        """Give the codes of the categories that a code of the axis stands for."""
        if code == TOTAL:
            return tuple(category.code for category in self.categories)
        return next((group.parts for group in self.shown_groups() if group.code == code), (code,))

    def coarsened(self) -> Dimension | None:
        """Give the dimension divided by its next coarser level; ``None`` where there is none left."""
        if not self.levels:
            return None
        first, *others = self.levels
        new = {part: group.code for group in first.groups for part in group.parts}
        return Dimension(
            name=self.name,
            label=self.label,
            total=self.total,
            categories=tuple(Category(code=group.code, label=group.label) for group in first.groups),
            levels=tuple(
                Level(
                    shown=level.shown,
                    groups=tuple(
                        Group(
                            code=group.code,
                            label=group.label,
                            parts=tuple(dict.fromkeys(new[part] for part in group.parts)),
                        )
                        for group in level.groups
                    ),
                )
                for level in others
            ),
        )


def regrouped(old: Dimension, new: Dimension) -> dict[str, str]:
    """Give for each category of a dimension the category of the coarser one that it goes into."""
    codes = {category.code for category in new.categories}
    found = {c.code: c.code for c in old.categories if c.code in codes}
    for level in old.levels:
        for group in level.groups:
            if group.code in codes:
                found.update({part: group.code for part in group.parts if part not in found})
    return found
