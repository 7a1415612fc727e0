"""Rules on what working together yields: coordinated offers, and resources that networks open up."""

from __future__ import annotations

from collections.abc import Iterator

from jmdmodel.findings import Finding
from jmdmodel.messages import Say
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import NoParameters
from jmdmodel.quality.wording import some_of
from jmdmodel.workspace import Workspace


@rule(
    code="S114",
    name="offers-not-coordinated",
    level="hint",
    requirements=("R-07",),
    looks_at=Workspace,
    title=Say(
        de="Angebote zum selben Bedarf sind nicht abgestimmt",
        en="Offers for the same need are not coordinated",
    ),
    message=Say(
        de="Zum Bedarf „{need}“ gibt es Angebote verschiedener Stellen, für die keine Abstimmung "
        "miteinander eingetragen ist: {offers}.",
        en='For the need "{need}" different bodies have offers for which no coordination with each '
        "other is entered: {offers}.",
    ),
    reason=Say(
        de="Der Dienst bringt Partner zusammen und stimmt Angebote mit ihnen ab. Geschieht das nicht, "
        "liegen leicht zwei Kurse am selben Nachmittag, und am anderen Tag gibt es keinen.",
        en="The service brings partners together and coordinates offers with them. Where that does not "
        "happen, two courses may fall on the same afternoon and there is none on the other day.",
    ),
    remedy=Say(
        de="Die Stellen an einen Tisch holen und die Abstimmung unter „coordinations“ mit Tag und Ergebnis "
        "eintragen; haben andere abgestimmt, mit „by_us: false“.",
        en='Bring the bodies to one table and enter the coordination under "coordinations" with day and '
        'result; if others coordinated the offers, with "by_us: false".',
    ),
)
def offers_not_coordinated(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find, once a need, offers of different bodies that no coordination up to the day names together."""
    if not workspace.needs or not workspace.offers:
        return
    for row in ctx.index.needs_and_offers.doubled:
        offers = {one.ref: one.name for pair in row.doubles for one in (pair.one, pair.other)}
        names = some_of([offers[ref] for ref in sorted(offers)])
        yield ctx.found(row.need, others=tuple(sorted(offers)), need=row.need.title, offers=names)


@rule(
    code="S115",
    name="network-without-resource",
    level="hint",
    requirements=("R-08",),
    looks_at=Workspace,
    title=Say(de="Zu Netzwerken ist keine Ressource genannt", en="No resource is named for networks"),
    message=Say(
        de="Netzwerke, in denen der Dienst mitarbeitet und zu denen keine Ressource genannt ist: {n} "
        "von {total} ({networks}).",
        en="Networks that the service works in and for which no resource is named: {n} of {total} "
        "({networks}).",
    ),
    reason=Say(
        de="Mitarbeit in Netzwerken soll etwas eröffnen, für einzelne Fälle oder für die Strukturen: "
        "einen kurzen Weg, einen Raum, eine Stimme. Ist es benannt, lässt sich entscheiden, wo sich die "
        "Zeit lohnt.",
        en="Working in networks is meant to open something up, for single cases or for structures: a "
        "short way, a room, a voice. Once it is named, one can decide where the time is well spent.",
    ),
    remedy=Say(
        de="Unter „resources“ eintragen, was das Netzwerk eröffnet, und dort unter „of“ das Netzwerk "
        "nennen, oder im Team klären, was die Mitarbeit bringen soll.",
        en='Enter under "resources" what the network opens up, and name the network there under "of", '
        "or settle in the team what working there is to yield.",
    ),
)
def network_without_resource(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find the networks the service works in for which no resource was ever named, all together.

    A network that began in the year of the day is left in peace.
    """
    named = {resource.of.id for resource in workspace.resources if resource.of.collection == "networks"}
    asked = [
        one
        for one in ctx.index.networks
        if one.id in ctx.index.engaged and (one.period.since is None or one.period.since.year < ctx.on.year)
    ]
    without = [one for one in asked if one.id not in named]
    if without:
        names = some_of([one.name for one in without])
        yield ctx.found_many([*without], networks=names, n=len(without), total=len(asked))
