"""The legend of a change map: what each sign means and how often it occurs, rings, sizes, ties."""

from __future__ import annotations

from functools import partial

from jmdexport.drawing import keys, words
from jmdexport.drawing.change_plan import ChangePlan, Sign
from jmdexport.drawing.change_signs import arrow, body, ghost, shining, signs_before, struck
from jmdexport.drawing.channels import GROUPS, IMPORTANCE, INTENSITY
from jmdexport.drawing.keys import Block, Key
from jmdexport.drawing.layout_flow import Row, gap, paragraph
from jmdexport.drawing.palette import QUIET
from jmdexport.drawing.plan import MapGroup
from jmdexport.drawing.scene import Item
from jmdexport.drawing.shapes import reach
from jmdmodel.messages import Message, Say

CHANGED = Say("Was sich von {earlier} auf {later} geändert hat", "What changed from {earlier} to {later}")
NOTHING = Say(
    "Von {earlier} auf {later} hat sich nichts geändert.", "Nothing changed from {earlier} to {later}."
)
ITSELF = Say("Die Karte ist mit sich selbst verglichen.", "The map is compared with itself.")
WITH_NUMBER = Say("{text} ({n})", "{text} ({n})")
STRONG = Say("kräftig: etwas hat sich geändert ({n})", "strong: something changed ({n})")
CALM = Say("blass: unverändert ({n})", "pale: unchanged ({n})")
BEFORE = Say(
    "nur Umriss: Platz auf der Karte {earlier}, {later} anderswo oder nicht mehr im Kreis",
    "outline only: place on the map of {earlier}, in {later} elsewhere or no longer in the circle",
)


def blocks(plan: ChangePlan, *, scale: float) -> list[Block]:
    """Give the parts of the legend after the rings: sizes, groups, ties."""
    language = plan.language
    sides = [side for move in plan.moves for side in (move.before, move.after) if side is not None]
    with_open = any(side.size is None for side in sides)
    dots = keys.sizes(plan.words, scale=scale, language=language, with_open=with_open)
    size = words.named(words.SIZE_OF, IMPORTANCE.name, language)
    found = [Block(size, dots), Block(words.named(words.FORM_OF, GROUPS.name, language))]
    if plan.links_inside:
        found.append(Block(plan.words.ties, keys.ties(plan.links_inside, language)))
    return found


def legend(plan: ChangePlan, *, width: float, size: float, scale: float, moved: int = 0) -> list[Row]:
    """Give the rows of the legend; only what the map shows is explained.

    Args:
        moved: How many of the last blocks stand elsewhere.
    """
    language = plan.language
    title = words.LEGEND.in_(language)
    rows = [paragraph(title, width=width, size=size + 1, bold=True, below=1.0, with_next=True)]
    rows += [*_changes(plan, width=width, size=size), gap(1.8)]
    nearness = words.named(words.NEARNESS_OF, INTENSITY.name, language)
    near = [keys.head(nearness, width=width, size=size)]
    near += keys.rings(plan.words, width=width, size=size)
    rows += [*near, paragraph(keys.NEARNESS_NOTE.in_(language), width=width, size=size, colour=QUIET)]
    found = blocks(plan, scale=scale)
    for block in found[: len(found) - moved]:
        rows += [gap(1.8), *keys.column(block, width=width, size=size)]
    return rows


def _changes(plan: ChangePlan, *, width: float, size: float) -> list[Row]:
    """Give the rows of what changed and how often, and of what did not."""
    language = plan.language
    years = {"earlier": str(plan.years[0]), "later": str(plan.years[1])}
    calm = sum(not move.signs for move in plan.moves)
    found: list[Key] = []
    for sign, text, number in plan.signs:
        told = Message.of(WITH_NUMBER, text=text, n=number).in_(language)
        found.append(Key(told, partial(_change, plan.groups[0], sign, size), 4.4 if sign in _HIGH else 0.0))
    if any(move.is_inside and move.before and move.before.ring and move.signs for move in plan.moves):
        text = Message.of(BEFORE, **years).in_(language)
        found.append(Key(text, partial(_ghost, plan.groups[0]), 3.6))
    if changed := len(plan.moves) - calm:
        text = Message.of(STRONG, n=changed).in_(language)
        found.append(Key(text, partial(_two, plan.groups[:2], calm=False), 3.2))
    if calm:
        found.append(
            Key(Message.of(CALM, n=calm).in_(language), partial(_two, plan.groups[:2], calm=True), 3.2)
        )
    rows = [keys.row(key, width=width, size=size) for key in found]
    if changed:
        return [keys.head(Message.of(CHANGED, **years).in_(language), width=width, size=size), *rows]
    if plan.years[0] == plan.years[1]:
        return [paragraph(ITSELF.in_(language), width=width, size=size), *rows]
    if plan.moves:
        return [paragraph(Message.of(NOTHING, **years).in_(language), width=width, size=size), *rows]
    return rows


_HIGH: frozenset[Sign] = frozenset({"joined", "ended", "dissolved"})


def _change(group: MapGroup, sign: Sign, size: float, x: float, y: float) -> tuple[Item, ...]:
    """Draw how a change looks in the circle, and the sign before the name."""
    area = 3.2
    wide = reach(group.shape, area)
    if sign in {"closer", "looser"}:
        start, end = x - 3.0, x + 3.0
        way = arrow((start + wide + 0.2, y), (end - wide - 0.2, y), outward=sign == "looser")
        return (
            ghost(group, start, y, area, is_open=False),
            *way,
            *body(group, end, y, area, changed=True, is_open=False),
        )
    at = signs_before((sign,), x + 1.0, y, size)
    if sign == "joined":
        small = 2.0
        drawn = body(group, x - 1.8, y, small, changed=True, is_open=False)
        return (*shining(group, x - 1.8, y, small), *drawn, *at)
    if sign in {"ended", "dissolved"}:
        drawn = (ghost(group, x - 1.8, y, area, is_open=False), *struck(group, x - 1.8, y, area))
        return (*drawn, *at)
    return signs_before((sign,), x - 1.2, y, size)


def _ghost(group: MapGroup, x: float, y: float) -> tuple[Item, ...]:
    return (ghost(group, x, y, 3.2, is_open=False),)


def _two(groups: tuple[MapGroup, ...], x: float, y: float, *, calm: bool) -> tuple[Item, ...]:
    items: list[Item] = []
    for at, group in enumerate(groups):
        items += body(group, x - 1.5 + 3.2 * at, y, 3.2, changed=not calm, is_open=False)
    return tuple(items)
