from __future__ import annotations

import pickle
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from jmdmodel.analysis.shares import work_shares
from jmdmodel.analysis.work_time import work_time
from jmdmodel.collection import Collection
from jmdmodel.entities.network import Membership, Network
from jmdmodel.entities.partner import KeyPerson, Partner
from jmdmodel.entities.relation import Contact, ContactRating, Tie
from jmdmodel.entities.service import Service, StaffRole
from jmdmodel.entities.work import Activity, WorkTime
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.privacy import redact, visible
from jmdmodel.scales import Audience, Intensity
from jmdmodel.vocabulary import PartnerKind, WorkArea
from jmdmodel.workspace import COLLECTIONS, Workspace

IDS = st.sampled_from("abcde")
AUDIENCES = st.sampled_from(list(Audience))
NOTES = st.none() | st.just("geheim")
DAYS = st.sampled_from([date(2023, 12, 31), date(2024, 1, 1), date(2024, 2, 29), date(2024, 12, 31)])
TARGETS = st.sampled_from(["partners", "contacts", "networks", "people", "nowhere"])
REFS = st.builds(Ref, TARGETS, IDS) | st.just(Ref("service"))
RATINGS = st.builds(
    ContactRating, day=DAYS, intensity=st.none() | st.sampled_from(list(Intensity)), assessor=IDS, note=NOTES
)


def many(thing):
    """Draw things with unlike identifiers, some known beyond the collection only; references may dangle."""
    drawn = st.lists(thing, max_size=4, unique_by=lambda made: made.id)
    return st.builds(
        lambda made, shown: Collection(made).only(lambda one: one.id in shown),
        drawn,
        st.sets(IDS, min_size=3),
    )


WORKSPACES = st.builds(
    Workspace,
    service=st.builds(Service, name=st.just("JMD"), provider=st.just("Träger"), note=NOTES),
    staff=many(st.builds(StaffRole, id=IDS, function=st.just("Leitung"))),
    partners=many(
        st.builds(
            Partner,
            id=IDS,
            name=IDS,
            kind=st.just(PartnerKind.SCHOOL),
            part_of=st.none() | IDS,
            successor_of=st.lists(IDS, max_size=2).map(tuple),
            note=NOTES,
        )
    ),
    people=many(st.builds(KeyPerson, id=IDS, role=st.just("Imam"), name=NOTES, partner=st.none() | IDS)),
    contacts=many(
        st.builds(Contact, id=IDS, partner=IDS, ratings=st.lists(RATINGS, max_size=2).map(tuple), note=NOTES)
    ),
    ties=many(st.builds(Tie, id=IDS, between=st.tuples(IDS, IDS), note=NOTES)),
    networks=many(
        st.builds(
            Network,
            id=IDS,
            name=IDS,
            members=st.lists(st.builds(Membership, partner=IDS), max_size=2).map(tuple),
        )
    ),
    activities=many(
        st.builds(
            Activity,
            id=IDS,
            day=DAYS,
            minutes=st.integers(1, 60),
            area=st.sampled_from([WorkArea.OTHER, WorkArea.NETWORK]),
            staff=st.none() | IDS,
            regarding=st.lists(REFS, max_size=2).map(tuple),
        )
    ),
    work_time=st.lists(
        st.builds(
            WorkTime,
            year=st.sampled_from([2023, 2024]),
            month=st.integers(1, 2),
            area=st.sampled_from([WorkArea.OTHER, WorkArea.NETWORK]),
            activities=st.integers(0, 3),
            minutes=st.integers(0, 60),
        ),
        max_size=3,
    ).map(tuple),
)


@given(WORKSPACES, AUDIENCES)
def test_redacting_a_second_time_changes_nothing(workspace, audience):
    view = redact(workspace, audience)
    assert redact(view, audience) == view


@given(WORKSPACES, AUDIENCES, AUDIENCES)
def test_redacting_for_one_audience_and_then_another_is_redacting_for_the_lower(workspace, one, other):
    assert redact(redact(workspace, one), other) == redact(workspace, min(one, other))


@given(WORKSPACES, AUDIENCES)
def test_every_reference_of_a_view_leads_to_something_in_it(workspace, audience):
    view = redact(workspace, audience)
    if audience is Audience.SOCIAL:
        return
    targets = [Ref("partners", contact.partner) for contact in view.contacts]
    targets += [Ref("partners", end) for tie in view.ties for end in tie.between]
    targets += [Ref("partners", member.partner) for network in view.networks for member in network.members]
    targets += [ref for activity in view.activities for ref in activity.regarding]
    assert all(view.resolve(target) is not None for target in targets)


@given(WORKSPACES, AUDIENCES)
def test_shown_left_out_and_beyond_add_up_to_what_there_was(workspace, audience):
    view = redact(workspace, audience)
    left_out = {part.collection: part.count for part in view.view.withheld}
    for name in COLLECTIONS:
        had, has = getattr(workspace, name), getattr(view, name)
        assert len(had) + len(had.beyond()) == len(has) + len(has.beyond()) + left_out.get(name, 0)


@given(
    WORKSPACES, st.sampled_from([a for a in Audience if a >= Audience.REPORT]), st.sampled_from([2023, 2024])
)
def test_working_time_is_the_same_in_view_and_workspace(workspace, audience, year):
    view = redact(workspace, audience)
    assert work_time(view, year) == work_time(workspace, year)
    assert work_shares(view, year) == work_shares(workspace, year)


@given(WORKSPACES, AUDIENCES)
def test_a_view_pickles_and_hashes_like_any_workspace(workspace, audience):
    view = redact(workspace, audience)
    again = pickle.loads(pickle.dumps(view))
    assert (again, hash(again)) == (view, hash(view))


@given(WORKSPACES, st.lists(st.builds(Finding, code=st.just("Q501"), subject=REFS)), AUDIENCES, AUDIENCES)
def test_a_higher_audience_sees_every_finding_that_a_lower_one_sees(workspace, findings, one, other):
    low = visible(findings, workspace, min(one, other))
    high = visible(findings, workspace, max(one, other))
    assert all(finding in high for finding in low)


@given(WORKSPACES, st.lists(st.builds(Finding, code=st.just("Q501"), subject=REFS)), AUDIENCES)
def test_the_subject_of_a_visible_finding_is_in_the_view(workspace, findings, audience):
    view = redact(workspace, audience)
    shown = visible(findings, workspace, audience)
    if audience is not Audience.SOCIAL:
        assert all(view.resolve(finding.subject) is not None for finding in shown)
