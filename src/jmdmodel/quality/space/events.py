"""Rules on events in the social space: the service starts some, or carries them out."""

from __future__ import annotations

from collections.abc import Iterator

from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.messages import Say
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import DueYear
from jmdmodel.timing import falls_in
from jmdmodel.vocabulary import EventRole
from jmdmodel.workspace import Workspace

OWN_ROLES = frozenset({EventRole.INITIATED, EventRole.CARRIED_OUT})
"""The roles that make an event one of the service's own, alone or with others."""


@rule(
    code="S119",
    name="no-event-of-the-service",
    level="should",
    requirements=("R-11",),
    looks_at=Workspace,
    parameters=DueYear,
    title=Say(de="Keine Veranstaltung des Dienstes eingetragen", en="No event of the service is entered"),
    message=Say(
        de="Für {year} ist keine Veranstaltung oder Aktivität im Sozialraum eingetragen, die der Dienst "
        "angestoßen oder durchgeführt hat.",
        en="For {year} no event or activity in the social space is entered that the service initiated "
        "or carried out.",
    ),
    reason=Say(
        de="Der Dienst soll ein gutes Zusammenleben fördern und dazu selbst Veranstaltungen und Aktivitäten "
        "anstoßen und umsetzen. Dabei zu sein, wenn andere einladen, genügt dafür nicht.",
        en="The service is to promote good coexistence and to initiate and carry out events and "
        "activities for it. Being there when others invite is not enough.",
    ),
    remedy=Say(
        de="Unter „events“ die Veranstaltung mit Tag und Rolle („roles“: „initiated“ oder „carried-out“) "
        "eintragen oder für das nächste Jahr eine planen, auch gemeinsam mit Partnern.",
        en='Enter the event under "events" with day and role ("roles": "initiated" or "carried-out"), or '
        "plan one for the coming year, also together with partners.",
    ),
)
def no_event_of_the_service(workspace: Workspace, ctx: Context[DueYear]) -> Iterator[Finding]:
    """Find a year in which no event began until the day that the service initiated or carried out."""
    year = ctx.parameters.year(ctx.on)
    own = any(
        falls_in(event, year) and event.day <= ctx.on and OWN_ROLES.intersection(event.roles)
        for event in workspace.events
    )
    if ctx.index.existed_in(year) and not own:
        yield ctx.found(Ref("events"), year=str(year))
