"""Partners that hold others together, as far as their ties are known."""

from __future__ import annotations

from jmdmodel.analysis import _weak_texts as texts
from jmdmodel.analysis.counting import named, told
from jmdmodel.analysis.figures.membership import partner_net
from jmdmodel.analysis.figures.net import Net
from jmdmodel.analysis.figures.structure import components, cut_points
from jmdmodel.analysis.weak_relations import Weighed
from jmdmodel.analysis.weakness import WeakReason, WeakSpot
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
    """
    (part,) = (part for part in components(net) if partner in part)
    left = set(part) - {partner}
    ties = (
        (net.nodes[one], net.nodes[other])
        for one, other in net.ties
        if left.issuperset((net.nodes[one], net.nodes[other]))
    )
    rest = components(Net.of(left, ties))
    kept = max(rest, key=lambda one: (len(one), [-ord(letter) for letter in one[0]]))
    return tuple(sorted(left - set(kept)))


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
