"""Rules on committees: a seat where youth welfare is decided, a known role, a part in the work."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from jmdmodel.entities.committee import Committee
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.messages import Say
from jmdmodel.quality.index import ATTENDED, OWN_SEATS
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import DueYear, NoParameters, number
from jmdmodel.vocabulary import CommitteeKind, SeatHolder, SeatRole
from jmdmodel.workspace import Workspace

_YOUTH_WELFARE = frozenset({CommitteeKind.YOUTH_WELFARE_COMMITTEE, CommitteeKind.AG_78})
_WORKING_ROLES = frozenset(SeatRole) - {SeatRole.GUEST, SeatRole.PERMANENT_GUEST, SeatRole.DEPUTY}


@rule(
    code="N204",
    name="no-youth-welfare-seat",
    level="hint",
    requirements=("R-14",),
    looks_at=Workspace,
    title=Say(
        de="Kein Sitz im Jugendhilfeausschuss oder in einer AG § 78",
        en="No seat where youth welfare is planned",
    ),
    message=Say(
        de="Es ist nicht eingetragen, dass der Dienst oder sein Träger im Jugendhilfeausschuss oder in "
        "einer Arbeitsgemeinschaft nach § 78 SGB VIII mitarbeitet.",
        en="It is not entered that the service or its provider works in the youth welfare committee or "
        "in a working group under § 78 SGB VIII.",
    ),
    reason=Say(
        de="Das Konzept sieht die Mitarbeit vor, wo sie erreichbar ist: In diesen Gremien wird über die "
        "Angebote für junge Menschen beraten und entschieden.",
        en="The concept provides for taking part wherever that is possible: in these bodies the offers "
        "for young people are discussed and decided.",
    ),
    remedy=Say(
        de="Unter „committees“ das Gremium mit dem Sitz („roles“) eintragen, auch wenn ihn der Träger "
        "hält, oder klären, ob eine Mitarbeit möglich ist. Ist sie es nicht, den Grund unter „absences“ "
        "festhalten.",
        en='Enter the committee with the seat ("roles") under "committees", also where the provider '
        "holds it, or find out whether taking part is possible. If it is not, state the reason under "
        '"absences".',
    ),
)
def no_youth_welfare_seat(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find a workspace without a seat, a session or a reason in the committees of youth welfare.

    Seats are given at elections and on request: in the year the service was founded nothing is asked.
    """
    del workspace
    absent = any(absence.committee_kind in _YOUTH_WELFARE for absence in ctx.index.absences)
    if absent or not ctx.index.existed_in(ctx.on.year):
        return
    ours = [one for one in ctx.index.committees if one.kind in _YOUTH_WELFARE]
    if not any(_takes_part(committee, ctx) for committee in ours):
        yield ctx.found(Ref("committees"))


def _takes_part(committee: Committee, ctx: Context[NoParameters]) -> bool:
    seated = any(role.held_by in OWN_SEATS and role.period.holds_on(ctx.on) for role in committee.roles)
    years = (ctx.on.year - 1, ctx.on.year)
    attended = any(at is committee for year in years for at, _ in ctx.index.attended_in(year))
    return seated or attended


@attrs.frozen(kw_only=True)
class Sessions(DueYear):
    """From how many sessions in the year on a contribution is expected."""

    sessions: int = number(
        2,
        help=Say(
            de="Ab wie vielen besuchten Sitzungen im Jahr ein Beitrag erwartet wird.",
            en="From how many attended sessions in the year on a contribution is expected.",
        ),
        minimum=1,
        maximum=100,
    )


@rule(
    code="N205",
    name="no-contribution",
    level="hint",
    requirements=("R-15",),
    looks_at=Committee,
    parameters=Sessions,
    title=Say(
        de="Zum Gremium ist kein Beitrag eingetragen", en="No contribution to the committee is entered"
    ),
    message=Say(
        de="Sitzungen von „{committee}“, die der Dienst im Jahr {year} besucht hat: {sessions}. Ein "
        "Beitrag ist zu keiner davon eingetragen.",
        en='Sessions of "{committee}" that the service attended in {year}: {sessions}. No contribution '
        "is entered for any of them.",
    ),
    reason=Say(
        de="In Gremien spricht der Dienst für die jungen Menschen. Ohne Eintrag zeigt der Bericht diese "
        "Arbeit nicht. Bleibt es auf Dauer dabei, bewirkt ein anderes Gremium vielleicht mehr.",
        en="In committees the service speaks for the young people. Without an entry the report does not "
        "show that work. If it stays like that, another committee may achieve more.",
    ),
    remedy=Say(
        de="Zu den Sitzungen unter „contributions“ eintragen, was der Dienst eingebracht hat, oder "
        "klären, welche Rolle er dort spielen will.",
        en='Enter with the sessions under "contributions" what the service brought in, or settle which '
        "role it wants to play there.",
    ),
)
def no_contribution(committee: Committee, ctx: Context[Sessions]) -> Iterator[Finding]:
    """Find a committee in which the service works, was there, and brought in nothing."""
    year = ctx.parameters.year(ctx.on)
    works = any(
        role.held_by is SeatHolder.SERVICE and role.role in _WORKING_ROLES
        for role in committee.roles_in(year)
    )
    sessions = [one for one in committee.sessions_in(year) if one.day <= ctx.on]
    attended = sum(one.attendance in ATTENDED for one in sessions)
    if works and attended >= ctx.parameters.sessions and not any(one.contributions for one in sessions):
        yield ctx.found(committee, "sessions", committee=committee.name, year=str(year), sessions=attended)


@rule(
    code="N206",
    name="committee-role-unknown",
    level="hint",
    requirements=("R-14",),
    looks_at=Committee,
    title=Say(de="Die Rolle im Gremium ist unbekannt", en="The role in the committee is unknown"),
    message=Say(
        de="Bei „{committee}“ ist nicht angegeben, welche Rolle der Dienst, sein Träger oder sein "
        "Verband derzeit hat.",
        en='For "{committee}" it is not stated which role the service, its provider or its federation '
        "has at present.",
    ),
    reason=Say(
        de="Ob jemand abstimmt, berät oder zu Gast ist, bestimmt, was sich dort erreichen lässt.",
        en="Whether somebody votes, advises or is a guest decides what can be achieved there.",
    ),
    remedy=Say(
        de="Unter „roles“ den Sitz mit Rolle und Zeitraum eintragen.",
        en='Enter the seat with role and period under "roles".',
    ),
)
def committee_role_unknown(committee: Committee, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find a current committee in which no seat of the day has a role."""
    if not committee.period.holds_on(ctx.on):
        return
    if not any(role.role is not None and role.period.holds_on(ctx.on) for role in committee.roles):
        yield ctx.found(committee, "roles", committee=committee.name)


@attrs.frozen(kw_only=True)
class AttendanceShare(DueYear):
    """How often the service should have been there, and from how many sessions on that is asked."""

    percent: int = number(
        50,
        help=Say(
            de="An wie viel Prozent der Sitzungen der Dienst mindestens teilnehmen soll.",
            en="In what per cent of the sessions the service should take part at least.",
        ),
        minimum=1,
        maximum=100,
    )
    sessions: int = number(
        3,
        help=Say(
            de="Ab wie vielen Sitzungen mit bekannter Teilnahme geprüft wird.",
            en="From how many sessions with known attendance on this is checked.",
        ),
        minimum=1,
        maximum=100,
    )


@rule(
    code="N207",
    name="attendance-low",
    level="hint",
    requirements=("R-14",),
    looks_at=Committee,
    parameters=AttendanceShare,
    default=False,
    title=Say(de="Der Dienst hat selten teilgenommen", en="The service rarely took part"),
    message=Say(
        de="Sitzungen von „{committee}“ im Jahr {year}: {sessions}, davon mit dem Dienst: {attended}.",
        en='Sessions of "{committee}" in {year}: {sessions}, with the service: {attended}.',
    ),
    reason=Say(
        de="Wer nur selten dabei sein kann, verliert leicht den Anschluss und kann die Belange der jungen "
        "Menschen kaum einbringen.",
        en="Those who can come only rarely easily lose touch and can hardly bring in the concerns of "
        "young people.",
    ),
    remedy=Say(
        de="Klären, ob der Dienst die Sitzungen besuchen kann, sich vertreten lässt oder das Gremium "
        "aufgibt. War er öfter dabei, die Teilnahme unter „attendance“ berichtigen.",
        en="Settle whether the service can attend, send a deputy, or give the committee up. If it was "
        'there more often, correct "attendance".',
    ),
)
def attendance_low(committee: Committee, ctx: Context[AttendanceShare]) -> Iterator[Finding]:
    """Find a committee in whose sessions of the year the service took part too rarely."""
    year = ctx.parameters.year(ctx.on)
    known = [one for one in committee.sessions_in(year) if one.day <= ctx.on and one.attendance is not None]
    attended = sum(one.attendance in ATTENDED for one in known)
    if len(known) >= ctx.parameters.sessions and 100 * attended < ctx.parameters.percent * len(known):
        yield ctx.found(
            committee,
            "sessions",
            committee=committee.name,
            year=str(year),
            sessions=len(known),
            attended=attended,
        )
