"""Rules on contacts: each is rated, and an active one has a partner that still exists."""

from __future__ import annotations

from collections.abc import Iterator

from jmdmodel.entities.relation import Contact
from jmdmodel.findings import Finding
from jmdmodel.messages import Say
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import NoParameters
from jmdmodel.quality.wording import some_of
from jmdmodel.workspace import Workspace


@rule(
    code="Q511",
    name="rating-missing",
    level="must",
    requirements=("R-32",),
    looks_at=Workspace,
    title=Say(de="Kontakte sind nicht eingeschätzt", en="Contacts are not rated"),
    message=Say(
        de="Aktive Kontakte ohne vollständige Einschätzung: {n} von {of} ({partners}).",
        en="Active contacts not fully rated: {n} of {of} ({partners}).",
    ),
    reason=Say(
        de="Wo ein Kontakt auf der Netzwerkkarte steht, folgt aus Intensität und Wichtigkeit. Ohne diese "
        "beiden Angaben hat er dort keinen Platz.",
        en="Where a contact stands on the network map follows from intensity and importance. Without "
        "these two it has no place there.",
    ),
    remedy=Say(
        de="Intensität und Wichtigkeit unter „ratings“ mit dem Tag einschätzen oder dort unter "
        "„not_rated_because“ begründen, warum bewusst darauf verzichtet wird.",
        en='Rate intensity and importance with the day under "ratings", or give the reason there under '
        '"not_rated_because" why the contact is deliberately left unrated.',
    ),
)
def rating_missing(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find the active contacts that were never fully rated, nor left unrated for a reason."""
    del workspace
    active = ctx.index.active_contacts
    missing = [contact for contact in active if not _is_rated(contact, ctx)]
    if missing:
        yield ctx.found_many(
            missing,
            "ratings",
            n=len(missing),
            of=len(active),
            partners=some_of(ctx.index.contact_names(missing)),
        )


def _is_rated(contact: Contact, ctx: Context[NoParameters]) -> bool:
    for rating in contact.ratings:  # a plain loop, as this is asked of every contact
        if rating.day <= ctx.on and (
            (rating.intensity is not None and rating.importance is not None)
            or (rating.not_rated_because or "").strip()
        ):
            return True
    return False


@rule(
    code="Q522",
    name="contact-to-ended-partner",
    level="should",
    requirements=("R-32", "R-33"),
    looks_at=Workspace,
    title=Say(
        de="Aktiver Kontakt zu einer Stelle, die es nicht mehr gibt",
        en="Active contact with a partner that no longer exists",
    ),
    message=Say(
        de="Kontakte, die noch als aktiv eingetragen sind, obwohl es den Partner nicht mehr gibt: "
        "{partners}.",
        en="Contacts that are still entered as active although the partner no longer exists: {partners}.",
    ),
    reason=Say(
        de="Die Karte soll zeigen, mit wem der Dienst heute arbeitet. Bleibt ein beendeter Kontakt "
        "stehen, zählt er in Karte und Bericht weiter mit.",
        en="The map should show whom the service works with today. If a contact that is over stays, it "
        "goes on counting on the map and in the report.",
    ),
    remedy=Say(
        de="Den Kontakt unter „period“ mit „until“ beenden. Gibt es eine Nachfolgestelle, für sie einen "
        "eigenen Kontakt anlegen.",
        en='End the contact with "until" under "period". If there is a successor, enter a contact of '
        "its own for it.",
    ),
)
def contact_to_ended_partner(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find active contacts whose partner ended before the day."""
    ended = [
        contact
        for contact in ctx.index.open_contacts
        if (known := workspace.partners.get(contact.partner)) is not None
        and known.period.until is not None
        and known.period.until < ctx.on
    ]
    if ended:
        yield ctx.found_many(ended, "states", partners=some_of(ctx.index.contact_names(ended)))
