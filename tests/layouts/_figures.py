"""What is measured of a layout, and what is demanded of it."""

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
    """A layout as measured: its counts in the order of the columns, smallest type, time in milliseconds."""

    what: str
    counts: tuple[int, ...] = (0,) * len(COLUMNS)
    type_size: float = GOAL_SIZE
    label_size: float = GOAL_SIZE
    time: float = 0.0
    error: str = ""

    @property
    def faults(self) -> list[str]:
        """What falls short of the goals, in words."""
        if self.error:
            return [self.error]
        found = [f"{name} {n}" for (name, _), n in zip(COLUMNS, self.counts, strict=True) if n]
        if self.type_size < SMALLEST:
            found.append(f"type of {self.type_size} pt")
        if self.label_size < GOAL_SIZE:
            found.append(f"labels of {self.label_size} pt")
        return found


def measured(what: str, plan: MapPlan) -> Figures:
    """Draw a network and measure the picture."""
    begin = time.perf_counter()
    try:
        scene = draw_map(plan)
    except DoesNotFit as error:
        return Figures(what=what, error=error.in_("en"), time=1000 * (time.perf_counter() - begin))
    spent = 1000 * (time.perf_counter() - begin)
    found = conflicts(scene)
    sizes = [(text.size, ("data-role", "label") in text.data) for text in texts(scene)]
    return Figures(
        what=what,
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
