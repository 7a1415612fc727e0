"""Rules on a network: where it comes from, who is in it, and how the service takes part."""

from __future__ import annotations

from collections.abc import Iterator

from jmdmodel.entities.network import Network
from jmdmodel.findings import Finding
from jmdmodel.messages import Say
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import DueYear, NoParameters
from jmdmodel.quality.wording import some_of
from jmdmodel.workspace import Workspace


@rule(
    code="N202",
    name="network-origin-unknown",
    level="hint",
    requirements=("R-12",),
    looks_at=Network,
    title=Say(de="Die Entstehung des Netzwerks ist unbekannt", en="The origin of the network is unknown"),
    message=Say(
        de="Bei „{network}“ ist nicht angegeben, ob das Netzwerk schon bestand oder ob der Dienst es "
        "angestoßen hat.",
        en='For "{network}" it is not stated whether the network existed already or was initiated by '
        "the service.",
    ),
    reason=Say(
        de="Ein Netzwerk selbst anzustoßen ist eine andere Leistung, als einem beizutreten. Der Bericht "
        "kann sie nur zeigen, wenn beides unterschieden ist.",
        en="To initiate a network is a different achievement from joining one. The report can show it "
        "only if the two are kept apart.",
    ),
    remedy=Say(
        de="Unter „origin“ eintragen: „joined“ (bestand bereits) oder „initiated“ (vom Dienst angestoßen).",
        en='Enter "joined" (it existed already) or "initiated" (by the service) under "origin".',
    ),
)
def network_origin_unknown(network: Network, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find a current network without an origin."""
    if network.id in ctx.index.current_networks and network.origin is None:
        yield ctx.found(network, "origin", network=network.name)


@rule(
    code="N203",
    name="network-without-members",
    level="should",
    requirements=("R-12",),
    looks_at=Network,
    title=Say(
        de="Für das Netzwerk sind keine Mitglieder eingetragen", en="No members are entered for the network"
    ),
    message=Say(
        de="In „{network}“ ist derzeit kein Partner als Mitglied eingetragen.",
        en='At present no partner is entered as a member of "{network}".',
    ),
    reason=Say(
        de="Ein Netzwerk lebt von seinen Mitgliedern. Ohne sie zeigt der Bericht nicht, wer hier "
        "zusammenarbeitet; vielleicht ist das Netzwerk auch zu Ende gegangen.",
        en="A network lives by its members. Without them the report does not show who works together "
        "here; or perhaps the network has come to its end.",
    ),
    remedy=Say(
        de="Die Mitglieder unter „members“ eintragen. Gibt es das Netzwerk nicht mehr, es unter "
        "„period“ mit „until“ beenden.",
        en='Enter the members under "members". If the network no longer exists, end it with "until" '
        'under "period".',
    ),
)
def network_without_members(network: Network, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find a current network in which nobody is a member on the day."""
    if network.id in ctx.index.current_networks and not network.members_on(ctx.on):
        yield ctx.found(network, "members", network=network.name)


@rule(
    code="N214",
    name="member-count-differs",
    level="hint",
    requirements=("R-12",),
    looks_at=Network,
    presupposes=("N203",),
    title=Say(
        de="Zahl und Namen der Mitglieder passen nicht zusammen",
        en="Members stated and members named differ",
    ),
    message=Say(
        de="Mitglieder von „{network}“: angegeben {stated}, einzeln eingetragen {named}.",
        en='Members of "{network}": stated {stated}, entered one by one {named}.',
    ),
    reason=Say(
        de="Wer nicht eingetragen ist, fehlt im Bericht und in den Kennzahlen des Netzwerks.",
        en="Members that are not entered are missing in the report and in the figures of the network.",
    ),
    remedy=Say(
        de="Die fehlenden Mitglieder unter „members“ eintragen oder die angegebene Zahl "
        "(„members_stated“) berichtigen.",
        en='Enter the missing members under "members", or correct the stated number ("members_stated").',
    ),
)
def member_count_differs(network: Network, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find a current network that states another number of members than it names."""
    stated = network.members_stated
    if stated is None or network.id not in ctx.index.current_networks:
        return
    named = {member.partner for member in network.members_on(ctx.on)}
    partners = ctx.workspace.partners
    # A collective partner stands for several bodies, so that more may be stated than are named.
    stands_for_more = any(
        partner is not None and partner.collective for partner in map(partners.get, sorted(named))
    )
    if stated < len(named) or (stated > len(named) and not stands_for_more):
        yield ctx.found(network, "members_stated", network=network.name, stated=stated, named=len(named))


@rule(
    code="N215",
    name="participation-unknown",
    level="hint",
    requirements=("R-12",),
    looks_at=Workspace,
    parameters=DueYear,
    title=Say(
        de="Die Form der Beteiligung ist nicht angegeben", en="The form of participation is not stated"
    ),
    message=Say(
        de="Netzwerke, bei denen für {year} nicht angegeben ist, wie sich der Dienst beteiligt hat: "
        "{n} von {of} ({networks}).",
        en="Networks for which it is not stated how the service took part in {year}: {n} of {of} "
        "({networks}).",
    ),
    reason=Say(
        de="Der Dienst entscheidet jedes Jahr, in welcher Form er in einem Netzwerk mitarbeitet. Davon "
        "hängt ab, ob er dessen Qualität mitverantwortet. Ohne die Angabe werden die Regeln dazu nicht "
        "geprüft.",
        en="Each year the service decides in which form it works in a network. Whether it shares the "
        "responsibility for the network's quality depends on that. Without it the rules on quality are "
        "not checked.",
    ),
    remedy=Say(
        de="Unter „participation“ das Jahr mit der Form eintragen: „lead“ (federführend), „active“ "
        "(aktiv), „observing“ (beobachtend), „informed“ (nur informiert) oder „left“ (ausgeschieden).",
        en='Enter the year under "participation" with the form: "lead", "active", "observing", "informed" '
        'or "left".',
    ),
)
def participation_unknown(workspace: Workspace, ctx: Context[DueYear]) -> Iterator[Finding]:
    """Find current networks that existed in the year and for which nothing is stated from then on."""
    year = ctx.parameters.year(ctx.on)
    current = [
        one
        for one in workspace.networks
        if one.id in ctx.index.current_networks and one.period.touches_year(year)
    ]
    silent = [
        one for one in current if not any(year <= part.year <= ctx.on.year for part in one.participation)
    ]
    if silent:
        yield ctx.found_many(
            silent,
            "participation",
            year=str(year),
            n=len(silent),
            of=len(current),
            networks=some_of([one.name for one in silent]),
        )
