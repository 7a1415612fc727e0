"""Partners that hold others together, as far as their ties are known."""

from __future__ import annotations

from jmdmodel.analysis.counting import named, told
from jmdmodel.analysis.figures.membership import partner_net
from jmdmodel.analysis.figures.net import Net
from jmdmodel.analysis.figures.structure import cut_points
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
    net = partner_net(workspace, year)
    known: dict[str, Weighed] = {one.partner.id: one for one in partners}
    return tuple(_spot(known, net, cut) for cut in cut_points(net))


def cut_off(net: Net, partner: str) -> tuple[str, ...]:
    """Give those who would lose the larger rest of their part with a partner, by name.

    Of what remains of the partner's part the largest stays together, of equally large ones the first.

    Example:
        >>> cut_off(Net.of("abcd", [("a", "b"), ("b", "c"), ("c", "d")]), "b")
        ('a',)
    """
    cut = net.number_of(partner)
    seen = {cut}
    parts: list[list[int]] = []
    for start in net.beside[cut]:
        if start not in seen:
            seen.add(start)
            part = [start]
            for node in part:  # grows while it is walked through
                new = [other for other in net.beside[node] if other not in seen]
                seen.update(new)
                part += new
            parts.append(part)
    kept = max(parts, key=lambda one: (len(one), -min(one)), default=[])
    left = sorted(number for part in parts if part is not kept for number in part)
    return tuple(net.nodes[number] for number in left)


def _spot(known: dict[str, Weighed], net: Net, cut: str) -> WeakSpot:
    one = known[cut]
    others = [known[name].partner.name for name in cut_off(net, cut)]
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
