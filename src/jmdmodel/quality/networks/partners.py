"""Rules on who the partners are: the kinds that the concept names."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.messages import Say
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import words
from jmdmodel.vocabulary import PartnerKind
from jmdmodel.workspace import Workspace

NAMED_KINDS = tuple(kind for kind in PartnerKind if kind.named and kind is not PartnerKind.OTHER)
"""The kinds that the concept names; "and others" asks for nobody."""


@attrs.frozen(kw_only=True)
class ExpectedKinds:
    """Which kinds of partner are expected; take out what the social space does not have."""

    expected: tuple[str, ...] = words(
        (kind.code for kind in NAMED_KINDS),
        help=Say(
            de="Welche Partnerarten es im Sozialraum gibt.",
            en="Which kinds of partner there are in the social space.",
        ),
    )


@rule(
    code="N201",
    name="partner-kind-missing",
    level="hint",
    requirements=("R-13",),
    looks_at=Workspace,
    parameters=ExpectedKinds,
    presupposes=("S120",),
    title=Say(de="Partnerarten des Konzepts fehlen", en="Kinds of partner of the concept are missing"),
    message=Say(
        de="Von den Partnerarten, die das Rahmenkonzept nennt, fehlen: {kinds}.",
        en="Of the kinds of partner that the framework concept names, these are missing: {kinds}.",
    ),
    reason=Say(
        de="Das Rahmenkonzept nennt diese Arten als Partner der Netzwerkarbeit. Wo eine fehlt, lohnt die "
        "Frage, wen der Dienst dort noch nicht kennt.",
        en="The framework concept names these kinds as partners of network work. Where one is missing, "
        "it is worth asking whom the service does not know there yet.",
    ),
    remedy=Say(
        de="Unter „partners“ einen Partner dieser Art aufnehmen, auch wenn noch kein Kontakt besteht. "
        "Gibt es die Art im Sozialraum nicht, den Grund unter „absences“ festhalten.",
        en='Enter a partner of that kind under "partners", even if there is no contact yet. If the '
        'social space has none, state the reason under "absences".',
    ),
)
def partner_kind_missing(workspace: Workspace, ctx: Context[ExpectedKinds]) -> Iterator[Finding]:
    """Find the expected kinds that no partner of the day has and for whose absence no reason is stated."""
    del workspace
    there = {kind for partner in ctx.index.partners for kind in partner.kinds}
    there |= {absence.partner_kind for absence in ctx.index.absences if absence.partner_kind is not None}
    missing = [kind for kind in NAMED_KINDS if kind.code in ctx.parameters.expected and kind not in there]
    if missing:
        yield ctx.found(Ref("partners"), kinds=tuple(kind.plural for kind in missing))
