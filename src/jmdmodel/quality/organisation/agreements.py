"""Rules on agreements of networks and of contacts: how binding they are, and whether they still hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, TypeAlias

import attrs

from jmdmodel.entities.agreement import Agreement
from jmdmodel.entities.relation import Contact
from jmdmodel.findings import Finding
from jmdmodel.messages import Say
from jmdmodel.period import add_months
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.organisation.standing import named, valid_agreements
from jmdmodel.quality.parameters import NoParameters, number
from jmdmodel.quality.wording import some_of
from jmdmodel.workspace import Workspace

_Placed: TypeAlias = tuple[tuple[str, Agreement], ...]


@rule(
    code="Q507",
    name="bindingness-not-settled",
    level="must",
    requirements=("R-30",),
    looks_at=Workspace,
    title=Say(
        de="Wie verbindlich eine Absprache ist, ist nicht geklärt",
        en="How binding an agreement is has not been settled",
    ),
    message=Say(
        de="Absprachen {where}, deren Verbindlichkeit nicht geklärt ist: {n} von {of} ({agreements}).",
        en="Agreements {where} that do not say how binding they are: {n} of {of} ({agreements}).",
    ),
    reason=Say(
        de="Enttäuschung entsteht oft, weil die einen eine Absprache als Zusage verstehen und die anderen "
        "als Absicht. Das Konzept verlangt deshalb, die Verbindlichkeit von Absprachen zu klären. Auch "
        "„unverbindlich“ ist eine Klärung.",
        en="Disappointment often comes about because some take an agreement as a promise and others as an "
        "intention. That is why the concept asks to settle how binding agreements are. "
        '"Non-binding" settles it, too.',
    ),
    remedy=Say(
        de="Mit den Beteiligten klären, was gilt, und unter „bindingness“ eintragen: „non-binding“ "
        "(unverbindlich), „declared“ (erklärt), „agreed“ (abgesprochen) oder „binding“ (verbindlich).",
        en='Settle with the parties what holds, and enter it under "bindingness": "non-binding", '
        '"declared", "agreed" or "binding".',
    ),
)
def bindingness_not_settled(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find valid agreements of networks and contacts that do not say how binding they are."""
    del workspace

    def valid(agreements: Sequence[Agreement]) -> _Placed:
        return valid_agreements(agreements, ctx.on)

    def unsettled(agreements: Sequence[Agreement]) -> _Placed:
        return tuple((place, one) for place, one in valid(agreements) if one.bindingness is None)

    yield from _of_networks_and_contacts(ctx, unsettled, valid)


@attrs.frozen(kw_only=True)
class Lapsed:
    """For how long a lapsed agreement is still asked about."""

    months: int = number(
        12,
        help=Say(
            de="Wie viele Monate lang nach einer abgelaufenen Absprache gefragt wird; danach gilt sie als "
            "Geschichte und darf ohne Befund in der Datei bleiben.",
            en="For how many months a lapsed agreement is asked about; after that it counts as history and "
            "may stay in the file without a finding.",
        ),
        minimum=1,
        maximum=240,
    )


@rule(
    code="Q508",
    name="agreement-lapsed",
    level="should",
    requirements=("R-30",),
    looks_at=Workspace,
    parameters=Lapsed,
    title=Say(de="Eine Absprache ist abgelaufen", en="An agreement has lapsed"),
    message=Say(
        de="Abgelaufene Absprachen {where}: {n} von {of} ({agreements}).",
        en="Lapsed agreements {where}: {n} of {of} ({agreements}).",
    ),
    reason=Say(
        de="Nach dem letzten Tag weiß niemand sicher, ob die Absprache noch gilt. Ihre Verbindlichkeit ist "
        "dann wieder offen, oft ohne dass es jemand merkt.",
        en="After the last day nobody knows for sure whether the agreement still holds. How binding it "
        "is becomes an open question again, often without anybody noticing.",
    ),
    remedy=Say(
        de="Mit den Beteiligten klären, ob die Absprache weiter gilt. Wird sie verlängert, das neue "
        "Datum unter „valid_until“ eintragen. Ist sie bewusst beendet, unter „waivers“ eine Ausnahme mit "
        "diesem Grund anlegen; nach einiger Zeit fragt die Regel nicht mehr nach.",
        en="Settle with the parties whether the agreement still holds. If it is prolonged, enter the "
        'new date under "valid_until". If it was ended on purpose, enter a waiver with that reason under '
        '"waivers"; after some time the rule no longer asks.',
    ),
)
def agreement_lapsed(workspace: Workspace, ctx: Context[Lapsed]) -> Iterator[Finding]:
    """Find agreements that lapsed not long ago and were not made anew in the same words."""
    del workspace

    def made(agreements: Sequence[Agreement]) -> _Placed:
        return tuple(
            (f"agreements[{place}]", one)
            for place, one in enumerate(agreements, start=1)
            if one.agreed_on is None or one.agreed_on <= ctx.on
        )

    def lapsed(agreements: Sequence[Agreement]) -> _Placed:
        renewed = {_words(one) for _, one in valid_agreements(agreements, ctx.on)}
        return tuple(
            (place, one)
            for place, one in made(agreements)
            if _lapsed_lately(one, ctx.on, ctx.parameters.months) and _words(one) not in renewed
        )

    yield from _of_networks_and_contacts(ctx, lapsed, made)


def _lapsed_lately(agreement: Agreement, on: date, months: int) -> bool:
    last = agreement.valid_until
    return last is not None and last < on <= add_months(last, months)


def _words(agreement: Agreement) -> str:
    return " ".join(agreement.text.casefold().split())


def _of_networks_and_contacts(
    ctx: Context[Any],
    wanted: Callable[[Sequence[Agreement]], _Placed],
    among: Callable[[Sequence[Agreement]], _Placed],
) -> Iterator[Finding]:
    """Yield one finding for each network the service works in, and one for all active contacts together."""
    for network in ctx.index.networks:
        if network.id in ctx.index.engaged and (found := wanted(network.agreements)):
            where = Say(f"in „{network.name}“", f'in "{network.name}"')
            yield ctx.found(
                network, found[0][0], where=where, **_values(found, len(among(network.agreements)))
            )
    contacts = [one for one in ctx.index.active_contacts if one.agreements]  # most have none
    concerned = [one for one in contacts if wanted(one.agreements)]
    if concerned:
        found = tuple(pair for one in concerned for pair in wanted(one.agreements))
        # Of the agreements with these partners, not of all: the message names the partners.
        total = sum(len(among(one.agreements)) for one in concerned)
        yield ctx.found_many(concerned, found[0][0], where=_with(concerned, ctx), **_values(found, total))


def _values(found: _Placed, total: int) -> dict[str, Any]:
    return {"n": len(found), "of": total, "agreements": named(one.text for _, one in found)}


def _with(contacts: list[Contact], ctx: Context[Any]) -> Say:
    names = ctx.index.contact_names(contacts)
    if len(names) == 1:
        return Say(f"mit „{names[0]}“", f'with "{names[0]}"')
    told = some_of(names)
    return Say(f"mit {len(names)} Partnern ({told.de})", f"with {len(names)} partners ({told.en})")
