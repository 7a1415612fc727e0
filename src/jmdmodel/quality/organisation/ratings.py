"""Rules on what the ratings tell: no spread, important contacts that are weak, one that holds all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import attrs

from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.messages import Say
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import number
from jmdmodel.quality.wording import some_of
from jmdmodel.scales import Importance, Intensity, Ordinal
from jmdmodel.workspace import Workspace

_SCALES = {
    "intensity": Say(de="Intensität", en="intensity"),
    "importance": Say(de="Wichtigkeit", en="importance"),
}


@attrs.frozen(kw_only=True)
class Spread:
    """From how many rated contacts on a spread is expected."""

    contacts: int = number(
        10,
        help=Say(
            de="Ab wie vielen eingeschätzten Kontakten geprüft wird.",
            en="From how many rated contacts on this is checked.",
        ),
        minimum=2,
        maximum=1000,
    )


@rule(
    code="Q514",
    name="ratings-without-spread",
    level="hint",
    requirements=("R-32",),
    looks_at=Workspace,
    parameters=Spread,
    title=Say(de="Alle Kontakte sind gleich eingeschätzt", en="All contacts are rated the same"),
    message=Say(
        de="Alle {n} eingeschätzten Kontakte stehen auf derselben Stufe bei: {scales}.",
        en="All {n} rated contacts are on the same step of: {scales}.",
    ),
    reason=Say(
        de="Eine Karte, auf der alle Kontakte gleich nah und gleich wichtig sind, hilft nicht zu "
        "entscheiden, wo sich Zeit lohnt.",
        en="A map on which all contacts are equally close and equally important does not help to decide "
        "where time is well spent.",
    ),
    remedy=Say(
        de="Gemeinsam durchgehen, was jede Stufe bedeutet, und die Kontakte unter „ratings“ im "
        "Vergleich zueinander einschätzen.",
        en='Go through together what each step means, and rate the contacts under "ratings" in '
        "comparison with each other.",
    ),
)
def ratings_without_spread(workspace: Workspace, ctx: Context[Spread]) -> Iterator[Finding]:
    """Find a scale on which all current ratings take the same step."""
    del workspace
    ratings = ctx.index.latest_ratings.values()
    steps: dict[str, list[Ordinal]] = {
        "intensity": [rating.intensity for rating in ratings if rating.intensity is not None],
        "importance": [rating.importance for rating in ratings if rating.importance is not None],
    }
    same = [
        name
        for name, given in steps.items()
        if len(given) >= ctx.parameters.contacts and all(step is given[0] for step in given)
    ]
    if same:
        counted = min(len(steps[name]) for name in same)
        yield ctx.found(Ref("contacts"), n=counted, scales=tuple(_SCALES[name] for name in same))


@attrs.frozen(kw_only=True)
class Weak:
    """From which importance on, and until which intensity, a contact counts as important but weak."""

    importance: int = number(
        Importance.MOST_GOALS.step,
        help=Say(
            de="Ab welcher Stufe der Wichtigkeit ein Kontakt als wichtig gilt.",
            en="From which step of importance on a contact counts as important.",
        ),
        minimum=1,
        maximum=5,
    )
    intensity: int = number(
        Intensity.SEVERAL.step,
        help=Say(
            de="Bis zu welcher Stufe der Intensität ein Kontakt als selten gilt.",
            en="Up to which step of intensity a contact counts as rare.",
        ),
        minimum=1,
        maximum=5,
    )


@rule(
    code="Q515",
    name="important-but-weak",
    level="hint",
    requirements=("R-32",),
    looks_at=Workspace,
    parameters=Weak,
    title=Say(de="Zu wichtigen Partnern besteht selten Kontakt", en="Contact to important partners is rare"),
    message=Say(
        de="Eingeschätzte Kontakte, die wichtig sind, aber selten stattfinden: {n} von {of} ({partners}).",
        en="Rated contacts that are important, but rare: {n} of {of} ({partners}).",
    ),
    reason=Say(
        de="Wo ein Partner für die Ziele wichtig ist und man sich kaum spricht, liegt oft der größte Gewinn.",
        en="Where a partner matters for the goals but there is little contact, there is often most to gain.",
    ),
    remedy=Say(
        de="Für diese Kontakte vereinbaren, wer wann das Gespräch sucht, oder die Einschätzung "
        "(„ratings“) überdenken.",
        en='Agree for these contacts who gets in touch and when, or reconsider the rating ("ratings").',
    ),
)
def important_but_weak(workspace: Workspace, ctx: Context[Weak]) -> Iterator[Finding]:
    """Find contacts whose current rating is high in importance and low in intensity."""
    full = {
        identifier: rating
        for identifier, rating in ctx.index.latest_ratings.items()
        if rating.intensity is not None and rating.importance is not None
    }
    weak = [
        workspace.contacts[identifier]
        for identifier, rating in full.items()
        if rating.importance is not None
        and rating.intensity is not None
        and rating.importance.step >= ctx.parameters.importance
        and rating.intensity.step <= ctx.parameters.intensity
    ]
    if weak:
        partners = some_of(ctx.index.contact_names(weak))
        yield ctx.found_many(weak, "ratings", partners=partners, n=len(weak), of=len(full))


@attrs.frozen(kw_only=True)
class Hub:
    """From how many partners with ties on the rule is asked."""

    partners: int = number(
        8,
        help=Say(
            de="Ab wie vielen Partnern mit Verbindungen geprüft wird.",
            en="From how many partners with ties on this is checked.",
        ),
        minimum=3,
        maximum=1000,
    )


@rule(
    code="Q516",
    name="all-ties-through-one",
    level="hint",
    requirements=("R-07", "R-32"),
    looks_at=Workspace,
    parameters=Hub,
    title=Say(de="Das Netz der Partner hängt an einer Stelle", en="The net of partners depends on one body"),
    message=Say(
        de="Alle bekannten Verbindungen zwischen {n} Partnern laufen über „{partner}“.",
        en='All known ties between {n} partners go through "{partner}".',
    ),
    reason=Say(
        de="Fällt diese eine Stelle aus, sind alle anderen Partner ohne Verbindung zueinander.",
        en="If this one body drops out, all other partners are without a tie to each other.",
    ),
    remedy=Say(
        de="Weitere Partner direkt miteinander in Kontakt bringen oder bekannte Verbindungen unter "
        "„ties“ nachtragen.",
        en='Bring further partners into direct contact with each other, or add known ties under "ties".',
    ),
)
def all_ties_through_one(workspace: Workspace, ctx: Context[Hub]) -> Iterator[Finding]:
    """Find a survey of ties in which one partner is an end of every tie."""
    surveyed = any(
        shown.ties_surveyed_on is not None and shown.ties_surveyed_on <= ctx.on for shown in workspace.maps
    )
    by_partner = ctx.index.ties_by_partner
    if not surveyed or len(by_partner) < ctx.parameters.partners:
        return
    ties = {tie.id for ends in by_partner.values() for tie in ends}
    ends = Counter({partner: len(touching) for partner, touching in by_partner.items()})
    hub, most = ends.most_common(1)[0]
    if most == len(ties):
        yield ctx.found(Ref("ties"), n=len(by_partner), partner=ctx.index.partner_name(hub))
