"""Rules on actors of the social space: those at the transition to work, and bringing partners together."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.messages import Say
from jmdmodel.quality.index import labels
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import DueYear, words
from jmdmodel.vocabulary import TransitionRole
from jmdmodel.workspace import Workspace


@attrs.frozen(kw_only=True)
class ExpectedRoles:
    """Which actors at the transition to work are expected; take out what the social space does not have."""

    expected: tuple[str, ...] = words(
        (role.code for role in TransitionRole),
        help=Say(
            de="Welche Stellen am Übergang von der Schule in den Beruf es im Sozialraum gibt.",
            en="Which bodies at the transition from school to work there are in the social space.",
        ),
    )


@rule(
    code="S112",
    name="transition-actor-without-contact",
    level="should",
    requirements=("R-06",),
    looks_at=Workspace,
    parameters=ExpectedRoles,
    title=Say(
        de="Am Übergang Schule/Beruf fehlt ein Kontakt", en="A contact at the transition to work is missing"
    ),
    message=Say(
        de="Am Übergang Schule/Beruf fehlt ein aktiver Kontakt für: {roles}.",
        en="At the transition from school to work there is no active contact for: {roles}.",
    ),
    reason=Say(
        de="Netzwerkarbeit braucht alle, auf die es vor Ort ankommt. Das Konzept hebt diejenigen hervor, "
        "die junge Menschen auf dem Weg von der Schule in den Beruf begleiten.",
        en="Network work needs everybody who matters locally. The concept stresses those who accompany "
        "young people on their way from school to work.",
    ),
    remedy=Say(
        de="Eine passende Stelle ansprechen, unter „partners“ mit ihrer Rolle („transition_role“) und "
        "unter „contacts“ mit ihrem Kontakt eintragen. Gibt es sie im Sozialraum nicht, die Rolle in den "
        "Einstellungen aus dem Parameter „expected“ nehmen.",
        en='Approach a fitting body and enter it under "partners" with its role ("transition_role") and '
        'under "contacts" with its contact. If the social space has none, take the role out of the '
        'parameter "expected" in the settings.',
    ),
)
def transition_actor_without_contact(workspace: Workspace, ctx: Context[ExpectedRoles]) -> Iterator[Finding]:
    """Find the expected roles that no partner with an active contact has; not in the founding year.

    Where no partner exists at all, S120 says so.
    """
    if not ctx.index.partners or not ctx.index.existed_in(ctx.on.year):
        return
    partners = workspace.partners
    reached = {partners[contact.partner].transition_role for contact in ctx.index.active_contacts}
    expected = [role for role in TransitionRole if role.code in ctx.parameters.expected]
    missing = [role for role in expected if role not in reached]
    if missing:
        yield ctx.found(Ref("contacts"), roles=labels(missing))


@rule(
    code="S113",
    name="nobody-brought-together",
    level="should",
    requirements=("R-07",),
    looks_at=Workspace,
    parameters=DueYear,
    title=Say(
        de="Keine Vermittlung zwischen Partnern eingetragen",
        en="No tie brought about between partners is entered",
    ),
    message=Say(
        de="Für {year} ist keine Verbindung zwischen Partnern eingetragen, die der Dienst vermittelt hat.",
        en="For {year} no tie between partners is entered that the service brought about.",
    ),
    reason=Say(
        de="Partner zusammenzubringen gehört zum Auftrag des Dienstes. Was nicht eingetragen ist, fehlt "
        "auf der Karte und im Bericht.",
        en="Bringing partners together is part of the service's task. What is not entered is missing on "
        "the map and in the report.",
    ),
    remedy=Say(
        de="Vermittelte Verbindungen unter „ties“ mit dem Tag („brokered_on“) eintragen oder für das "
        "nächste Jahr planen, wen der Dienst zusammenbringt.",
        en='Enter ties that the service brought about under "ties" with the day ("brokered_on"), or '
        "plan for the coming year whom to bring together.",
    ),
)
def nobody_brought_together(workspace: Workspace, ctx: Context[DueYear]) -> Iterator[Finding]:
    """Find a year in which no tie was brokered; two partners are needed for one."""
    year = ctx.parameters.year(ctx.on)
    if len(ctx.index.partners) < 2 or not ctx.index.existed_in(year):
        return
    if not any(tie.brokered_on is not None and tie.brokered_on.year == year for tie in workspace.ties):
        yield ctx.found(Ref("ties"), year=str(year))
