"""The exporter of the committee map: from a view to boxes, partners and lines."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from jmdexport import export
from jmdexport.builtin.committee_map import COMMITTEE_MAP, CommitteeMapOptions, committee_plan
from jmdexport.cli import jmd
from jmdexport.demo import EXAMPLE_DATE, example_bytes, load_example
from jmdexport.drawing.committee import draw_committees
from jmdexport.drawing.committee_plan import Body, CommitteePlan
from jmdexport.drawing.conflicts import conflicts
from jmdexport.errors import AudienceRefused
from jmdmodel.entities.committee import Committee, CommitteeRole, Session
from jmdmodel.entities.network import Membership, Network, Participation
from jmdmodel.entities.relation import NetworkMap
from jmdmodel.errors import NoMapForYear
from jmdmodel.ids import CommitteeId, NetworkId, PartnerId
from jmdmodel.period import Period
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.testing.builders import minimal, partner
from jmdmodel.vocabulary import (
    Attendance,
    CommitteeKind,
    MemberRole,
    NetworkOrigin,
    ParticipationForm,
    SeatHolder,
    SeatRole,
    SpatialExtent,
)
from jmdmodel.workspace import Workspace

DAY = date(2025, 11, 15)
PARTNERS = (partner("a", name="Jobcenter"), partner("b", name="Caritas e. V."), partner("c", name="Schule"))


def committee(identifier: str, *members: str, seat: bool = True, **values: Any) -> Committee:
    roles = (CommitteeRole(role=SeatRole.CHAIR),) if seat else ()
    given = {"name": f"Gremium {identifier}", "kind": CommitteeKind.ROUND_TABLE, "roles": roles, **values}
    return Committee(id=CommitteeId(identifier), members=tuple(map(PartnerId, members)), **given)


def network(identifier: str, *members: Membership, **values: Any) -> Network:
    part = (Participation(year=2025, form=ParticipationForm.ACTIVE),)
    given = {"name": f"Netz {identifier}", "participation": part, **values}
    return Network(id=NetworkId(identifier), members=members, **given)


def sits(name: str, role: MemberRole = MemberRole.MEMBER, **values: Any) -> Membership:
    return Membership(partner=PartnerId(name), role=role, **values)


def workspace(*things: Any) -> Workspace:
    return minimal(*PARTNERS, NetworkMap(id="2025", as_of=DAY, assessor=None), *things)


def drawn(*things: Any, **options: str) -> CommitteePlan:
    return committee_plan(workspace(*things), 2025, options=CommitteeMapOptions(**options))


def only_body(*things: Any) -> Body:
    (found,) = drawn(*things).bodies
    return found


def session(month: int, attendance: Attendance | None, year: int = 2025) -> Session:
    return Session(day=date(year, month, 1), attendance=attendance)


def test_a_box_tells_kind_level_part_of_the_service_and_sessions() -> None:
    held = (
        session(3, Attendance.PRESENT),
        session(6, Attendance.EXCUSED),
        session(12, Attendance.DEPUTY),
        session(12, Attendance.PRESENT, 2024),
    )
    body = only_body(committee("x", "a", level=SpatialExtent.DISTRICT, sessions=held))
    assert body.label == "Gremium x"
    assert body.details == (
        ("Runder Tisch", "Landkreis"),
        ("JMD: Vorsitz", "bei 2 von 3 Sitzungen dabei"),
    )
    assert body.seated


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ((), "keine Sitzung eingetragen"),
        ((session(3, None),), "bei 0 von 1 Sitzung dabei"),
        ((session(3, Attendance.ADVISORY),), "bei 1 von 1 Sitzung dabei"),
    ],
)
def test_none_and_one_session_are_told_in_their_own_form(held: tuple[Session, ...], said: str) -> None:
    assert only_body(committee("x", "a", sessions=held)).details[1][1] == said


def test_a_seat_of_another_holder_and_an_open_role_are_told() -> None:
    provider = CommitteeRole(role=SeatRole.VOTING, held_by=SeatHolder.PROVIDER)
    body = only_body(committee("x", "a", roles=(provider, CommitteeRole())))
    assert body.details[1][0] == ("JMD: stimmberechtigtes Mitglied (Träger) und Rolle nicht eingetragen")


def test_a_network_has_the_form_of_participation_and_no_sessions() -> None:
    body = only_body(network("n", sits("a"), origin=NetworkOrigin.JOINED))
    assert body.details == (("Netzwerk",), ("JMD: aktiv",))


def test_a_network_that_is_a_committee_too_is_one_box_and_one_line() -> None:
    both = committee("x", "a", network=NetworkId("n"))
    plan = drawn(network("n", sits("a", MemberRole.LEAD)), both)
    assert [body.label for body in plan.bodies] == ["Netz n"]
    assert [(seat.member, seat.kind, seat.role) for seat in plan.seats] == [("a", "lead", "Federführung")]


@pytest.mark.parametrize(
    ("role", "kind"), [(MemberRole.LEAD, "lead"), (MemberRole.MEMBER, "member"), (MemberRole.GUEST, "guest")]
)
def test_the_line_is_that_of_the_role(role: MemberRole, kind: str) -> None:
    (seat,) = drawn(network("n", sits("a", role))).seats
    assert seat.kind == kind


def test_a_guest_of_a_network_that_a_committee_lists_as_member_stays_a_guest() -> None:
    """The list of a committee knows no roles; what is said of the role elsewhere counts."""
    both = committee("x", "a", network=NetworkId("n"))
    (seat,) = drawn(network("n", sits("a", MemberRole.GUEST)), both).seats
    assert seat.kind == "guest"


def test_a_membership_that_has_ended_on_the_day_is_not_drawn() -> None:
    until, later = Period(until=DAY), Period(until=date(2025, 11, 14))
    assert len(drawn(network("n", sits("a", period=until))).seats) == 1
    plan = drawn(network("n", sits("a", period=later)))
    assert plan.seats == ()


def test_a_body_without_a_named_partner_is_told_in_words() -> None:
    plan = drawn(network("n", members_stated=6), committee("x", "a"))
    assert [body.label for body in plan.bodies] == ["Gremium x"]
    assert dict(plan.notes)["Kein Partner namentlich eingetragen"] == (
        "Netz n (JMD: aktiv, angegebene Zahl der Mitglieder: 6)."
    )


def test_partners_without_a_seat_are_counted_and_named_without_two_full_stops() -> None:
    notes = dict(drawn(committee("x", "a", "c")).notes)
    assert notes == {"Partner ohne Sitz auf dieser Karte (1)": "Caritas e. V."}


def test_what_the_service_has_no_part_in_is_shown_on_request_only() -> None:
    things = (committee("x", "a"), committee("y", "b", seat=False))
    shared = drawn(*things)
    assert [body.label for body in shared.bodies] == ["Gremium x"]
    assert dict(shared.notes)["Ohne den JMD und deshalb nicht gezeigt"] == "Gremium y."
    everything = drawn(*things, partners="all")
    assert [(body.label, body.seated) for body in everything.bodies] == [
        ("Gremium x", True),
        ("Gremium y", False),
    ]
    assert everything.bodies[1].details[1][0] == "JMD: ohne Sitz"


def test_a_network_that_the_service_has_left_is_one_without_it() -> None:
    left = (Participation(year=2025, form=ParticipationForm.LEFT),)
    assert drawn(network("n", sits("a"), participation=left)).bodies == ()


@pytest.mark.parametrize(
    ("option", "shown", "title"),
    [
        ("all", ["Netz n", "Gremium x"], "Gremien und Netzwerke 2025"),
        ("committees", ["Gremium x"], "Gremien 2025"),
        ("networks", ["Netz n"], "Netzwerke 2025"),
    ],
)
def test_committees_and_networks_can_be_shown_apart(option: str, shown: list[str], title: str) -> None:
    plan = drawn(network("n", sits("a")), committee("x", "b"), bodies=option)
    assert [body.label for body in plan.bodies] == shown
    assert plan.title == title
    assert plan.subtitle[1].startswith(
        f"Gezeigt: {title.removesuffix(' 2025')} {len(shown)} von {len(shown)}"
    )


def test_a_committee_at_work_in_the_year_but_not_on_the_day_is_named() -> None:
    ended = Period(until=date(2025, 6, 30))
    plan = drawn(committee("x", "a", period=ended, sessions=(session(3, Attendance.PRESENT),)))
    assert plan.bodies == ()
    assert dict(plan.notes)["Im Jahr tätig, aber nicht an diesem Tag"] == "Gremium x."


def test_a_year_without_any_body_says_so_and_is_drawn() -> None:
    plan = drawn()
    assert plan.subtitle[1] == "An diesem Tag ist kein Gremium und kein Netzwerk eingetragen."
    assert conflicts(draw_committees(plan)).clean


def test_a_year_without_a_map_is_refused() -> None:
    with pytest.raises(NoMapForYear):
        committee_plan(workspace(), 2024)


@pytest.mark.parametrize("page", ["A4", "A3"])
@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_the_example_has_no_conflict_in_either_language(page: str, orientation: str) -> None:
    view = redact(load_example().workspace, Audience.REPORT)
    options = CommitteeMapOptions(page=page, orientation=orientation, partners="all")
    for language in ("de", "en"):
        plan = committee_plan(view, 2025, language=language, options=options)  # type: ignore[arg-type]
        assert conflicts(draw_committees(plan)).clean
    assert len(plan.bodies) == 14
    assert len(plan.members) == 40
    assert len(plan.seats) == 71


@pytest.mark.parametrize("medium", [".svg", ".png", ".pdf"])
def test_every_form_is_made_and_named_by_the_year(medium: str) -> None:
    made = export(load_example().workspace, "committee-map", year=2025, as_of=EXAMPLE_DATE, medium=medium)
    assert [one.name for one in made] == [f"committee-map-2025{medium}"]


def test_the_public_is_refused() -> None:
    with pytest.raises(AudienceRefused):
        export(
            load_example().workspace,
            COMMITTEE_MAP.name,
            year=2025,
            as_of=EXAMPLE_DATE,
            audience=Audience.PUBLIC,
        )


def test_a_picture_that_cannot_show_a_letter_says_so() -> None:
    odd = minimal(
        partner("a", name="漢字"), NetworkMap(id="2025", as_of=DAY, assessor=None), committee("x", "a")
    )
    for medium, marked in ((".svg", False), (".pdf", True)):
        found: list[str] = []

        def keep(scene: Any, *, into: list[str] = found) -> str:
            into.append(str(scene))
            return "x"

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("jmdexport.builtin._pictures.to_svg", keep)
            patch.setattr("jmdexport.builtin._pictures.to_pdf", lambda scene: keep(scene).encode())
            export(odd, "committee-map", year=2025, as_of=EXAMPLE_DATE, medium=medium)
        assert ("diese Bilddatei" in found[0]) is marked


@pytest.mark.parametrize(("day", "status"), [("2025-12-30", 2), ("2025-12-31", 0)])
def test_the_command_line_draws_no_map_of_a_later_day(tmp_path: Path, day: str, status: int) -> None:
    place = tmp_path / "workspace.yaml"
    place.write_bytes(example_bytes())
    given = [
        "export",
        str(place),
        "committee-map",
        "-o",
        str(tmp_path / "out"),
        "--year",
        "2025",
        "--on",
        day,
    ]
    assert CliRunner().invoke(jmd, given).exit_code == status
    assert (tmp_path / "out").exists() is (status == 0)
