"""Partners that hold others together, as far as their ties are known."""

from __future__ import annotations

from jmdmodel.analysis.counting import named, told
from jmdmodel.analysis.figures.membership import partner_net
from jmdmodel.analysis.figures.net import Net
from jmdmodel.analysis.weak_spots import weak_texts as texts
from jmdmodel.analysis.weak_spots.relations import Weighed
from jmdmodel.analysis.weak_spots.weakness import WeakReason, WeakSpot
from jmdmodel.ids import Ref
from jmdmodel.workspace import Workspace


def holding_together(
    workspace: Workspace, year: int, partners: tuple[Weighed, ...]
) -> tuple[WeakSpot, ...] | None:
    """Find the cut points among the partners in contact, the service left aside, by identifier.

    ``None`` where the year's map tells no survey of ties: then it is not known who is tied to whom.
    """
    if workspace.map_of(year).ties_surveyed_on is None:
        return None
    known: dict[str, Weighed] = {one.partner.id: one for one in partners}
    found = cut_off(partner_net(workspace, year))
    return tuple(_spot(known, cut, others) for cut, others in found.items())


def cut_off(net: Net) -> dict[str, tuple[str, ...]]:
    """Give for each cut point who would lose the larger rest of its part with it, all by name.

    Of what remains of the part the largest stays together, of equally large ones the first.

    Example:
        >>> cut_off(Net.of("abcd", [("a", "b"), ("b", "c"), ("c", "d")]))
        {'b': ('a',), 'c': ('d',)}
    """
    found: dict[int, list[int]] = {}
    above: dict[int, int] = {}
    for root in range(len(net.nodes)):
        if root not in above and net.beside[root]:
            found |= _cut_off_in(net, _walked(net, root, above), above)
    return {net.nodes[cut]: tuple(net.nodes[node] for node in found[cut]) for cut in sorted(found)}


def _walked(net: Net, root: int, above: dict[int, int]) -> list[int]:
    """Walk in depth through the part of a node; ``above`` gets for each node the one it was met from."""
    above[root] = root
    order, path = [root], [iter(net.beside[root])]
    ways = [root]
    while path:
        for other in path[-1]:
            if other not in above:
                above[other] = ways[-1]
                order.append(other)
                ways.append(other)
                path.append(iter(net.beside[other]))
                break
        else:
            path.pop()
            ways.pop()
    return order


def _cut_off_in(net: Net, order: list[int], above: dict[int, int]) -> dict[int, list[int]]:
    """Find the cut points of one part and whom each of them cuts off.

    What was met from a node on is one piece of the order. Where nobody in such a branch is tied to
    somebody met before the node, it hangs on the node alone. The rest that stays together is counted
    and not listed: else each cut point would cost as much as the whole network. Hopcroft and Tarjan 1973.
    """
    at = {node: place for place, node in enumerate(order)}
    back = [
        min([place, *(at[other] for other in net.beside[node] if other != above[node])])
        for place, node in enumerate(order)
    ]
    size = [1] * len(order)
    hanging: dict[int, list[int]] = {}
    for place in range(len(order) - 1, 0, -1):
        top = at[above[order[place]]]
        size[top] += size[place]
        back[top] = min(back[top], back[place])
        if back[place] >= top:
            hanging.setdefault(top, []).append(place)
    found = {}
    for top, branches in hanging.items():
        pieces = [range(branch, branch + size[branch]) for branch in sorted(branches)]
        left = _all_but_the_largest(order, top, pieces)
        if left:
            found[order[top]] = left
    return found


def _all_but_the_largest(order: list[int], top: int, pieces: list[range]) -> list[int]:
    """List who is in none but the largest of the parts that a node leaves: its pieces and all others."""
    others = len(order) - 1 - sum(map(len, pieces))
    largest = max(others, *map(len, pieces))
    bounds = [
        0,
        *(end for piece in (range(top, top + 1), *pieces) for end in (piece.start, piece.stop)),
        len(order),
    ]
    outside = [range(one, other) for one, other in zip(bounds[::2], bounds[1::2], strict=True)]
    parts = [(len(piece), [piece]) for piece in pieces] + ([(others, outside)] if others else [])
    most = [rest for length, rest in parts if length == largest]
    kept = most[0] if len(most) == 1 else min(most, key=lambda rest: min(_at(order, rest)))
    return sorted(node for _, rest in parts if rest is not kept for node in _at(order, rest))


def _at(order: list[int], rest: list[range]) -> list[int]:
    return [node for piece in rest for node in order[piece.start : piece.stop]]


def _spot(known: dict[str, Weighed], cut: str, cut_away: tuple[str, ...]) -> WeakSpot:
    one = known[cut]
    others = [known[name].partner.name for name in cut_away]
    why = told(texts.SEPARATES, len(others), texts.PARTNER, partner=one.partner.name, names=named(others))
    return WeakSpot(
        reason=WeakReason.SEPARATES,
        about=Ref("partners", cut),
        partner=one.partner.id,
        name=one.partner.name,
        importance=one.weight,
        intensity=one.intensity,
        why=why,
    )
