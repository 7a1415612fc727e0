"""What is measured of a layout, and what is demanded of it.

No layout has a conflict or type below the smallest size. A network with usual names and not too many
groups must fit with labels of 7 pt; one that is crammed besides, with names of 200 characters or twenty
groups, may be set smaller or be refused.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

import attrs

from jmdexport.drawing import DoesNotFit, MapPlan, draw_map
from jmdexport.drawing.conflicts import conflicts
from jmdexport.drawing.layout_page import SMALLEST
from jmdexport.drawing.scene import Group, Item, Scene, Text

GOAL_SIZE = 7.0
"""The size of type of the labels that is the goal, in points."""
USUAL_NAME = 39
USUAL_GROUPS = 12
COLUMNS = (
    ("LL", "label_label"),
    ("LN", "label_node"),
    ("NN", "node_node"),
    ("LE", "label_line"),
    ("OUT", "outside"),
    ("ring", "off_ring"),
    ("sector", "off_sector"),
    ("leaders", "leader_leader"),
    ("leader-node", "leader_node"),
    ("key", "label_key"),
)
"""What a good layout has none of: heading in the table, name of the count."""


@attrs.frozen(kw_only=True)
class Figures:
    """A layout as measured: its counts in the order of the columns, smallest type, time in milliseconds.

    ``usual`` is whether the goal of 7 pt holds for it; ``refusable`` whether it may be refused.
    """

    what: str
    usual: bool
    refusable: bool
    counts: tuple[int, ...] = (0,) * len(COLUMNS)
    type_size: float = GOAL_SIZE
    label_size: float = GOAL_SIZE
    time: float = 0.0
    error: str = ""

    @property
    def faults(self) -> list[str]:
        """What falls short of the goals, in words."""
        if self.error:
            return [] if self.refusable else [self.error]
        found = [f"{name} {n}" for (name, _), n in zip(COLUMNS, self.counts, strict=True) if n]
        if self.type_size < SMALLEST:
            found.append(f"type of {self.type_size} pt")
        if self.usual and self.label_size < GOAL_SIZE:
            found.append(f"labels of {self.label_size} pt")
        return found


def measured(what: str, plan: MapPlan, *, refusable: bool = False) -> Figures:
    """Draw a network and measure the picture."""
    usual = len(plan.groups) <= USUAL_GROUPS and all(len(one.label) <= USUAL_NAME for one in plan.marks)
    refusable = refusable and not usual
    begin = time.perf_counter()
    try:
        scene = draw_map(plan)
    except DoesNotFit as error:
        spent = 1000 * (time.perf_counter() - begin)
        return Figures(what=what, usual=usual, refusable=refusable, error=error.in_("en"), time=spent)
    spent = 1000 * (time.perf_counter() - begin)
    found = conflicts(scene)
    sizes = [(text.size, ("data-role", "label") in text.data) for text in texts(scene)]
    return Figures(
        what=what,
        usual=usual,
        refusable=refusable,
        counts=tuple(getattr(found, name) for _, name in COLUMNS),
        type_size=min(size for size, _ in sizes),
        label_size=min((size for size, is_label in sizes if is_label), default=GOAL_SIZE),
        time=spent,
    )


def texts(scene: Scene) -> Iterator[Text]:
    """Give all texts of a scene."""

    def below(items: Iterable[Item]) -> Iterator[Text]:
        for item in items:
            if isinstance(item, Group):
                yield from below(item.items)
            elif isinstance(item, Text):
                yield item

    return below(scene.items)
