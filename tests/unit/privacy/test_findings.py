from __future__ import annotations

from datetime import date

import pytest

from jmdmodel.entities.committee import Committee, Session
from jmdmodel.entities.partner import KeyPerson, Partner
from jmdmodel.entities.service import Service
from jmdmodel.entities.work import Activity
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.privacy import redact, visible
from jmdmodel.privacy.findings import field_privacy
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import CommitteeKind, PartnerKind, WorkArea
from jmdmodel.workspace import Workspace

DAY = date(2024, 2, 29)
SPACE = Workspace(service=Service(name="JMD", provider="Träger")).with_entities(
    Partner(id="schule", name="Schule", kind=PartnerKind.SCHOOL),
    KeyPerson(id="imam", role="Imam", name="N. N."),
    Activity(id="a", day=DAY, minutes=30, area=WorkArea.NETWORK),
    Committee(id="jha", name="JHA", kind=CommitteeKind.AG_78, sessions=(Session(day=DAY, note="n"),)),
)


def finding(subject, field="", *others):
    return Finding(code="Q501", subject=Ref(*subject.split("/")), field=field, others=others)


def seen_by(audience, *findings):
    return visible(findings, SPACE, audience) == findings


@pytest.mark.parametrize(
    ("subject", "field", "lowest"),
    [
        ("partners/schule", "", Audience.INTERNAL),
        ("partners/schule", "note", Audience.INTERNAL),
        ("partners", "", Audience.INTERNAL),
        ("service", "name", Audience.INTERNAL),
        ("space", "units", Audience.INTERNAL),
        ("workspace", "", Audience.INTERNAL),
        ("workspace", "maps", Audience.INTERNAL),
        ("workspace", "activities", Audience.PERSONAL),
        ("vocabulary", "partner_kinds", Audience.INTERNAL),
        ("work_time", "", Audience.INTERNAL),
        ("committees/jha", "sessions[0].note", Audience.INTERNAL),
        ("people/imam", "role", Audience.INTERNAL),
        ("people/imam", "name", Audience.PERSONAL),
        ("activities/a", "", Audience.PERSONAL),
        ("activities", "", Audience.PERSONAL),
        ("partners/schule", "no_such_field", Audience.SOCIAL),
        ("committees/jha", "sessions[0].no_such_field", Audience.SOCIAL),
        ("committees/jha", "name.note", Audience.SOCIAL),
        ("committees/jha", "sessions..note", Audience.SOCIAL),
    ],
)
def test_a_finding_is_visible_from_the_class_of_its_subject_and_field_on(subject, field, lowest):
    for audience in Audience:
        assert seen_by(audience, finding(subject, field)) is (audience >= lowest)


@pytest.mark.parametrize("subject", ["partners/nobody", "nowhere", "nowhere/schule", "service/x"])
def test_a_finding_about_something_that_does_not_exist_is_visible_to_nobody(subject):
    assert not any(seen_by(audience, finding(subject)) for audience in Audience)


def test_a_finding_that_also_names_something_hidden_is_hidden_whole():
    both = finding("partners/schule", "", Ref("activities", "a"))
    assert not seen_by(Audience.INTERNAL, both)
    assert seen_by(Audience.PERSONAL, both)


def test_findings_keep_their_order_and_their_doubles():
    shown, hidden = finding("partners/schule"), finding("activities/a")
    assert visible([shown, hidden, shown], SPACE, Audience.INTERNAL) == (shown, shown)


def test_a_view_never_shows_findings_above_its_own_audience():
    view = redact(SPACE, Audience.REPORT)
    assert visible([finding("partners/schule")], view, Audience.SOCIAL) == ()


def test_the_class_of_a_way_is_the_highest_on_it():
    assert field_privacy(Ref("committees", "jha"), "name") is Audience.PUBLIC
    assert field_privacy(Ref("committees", "jha"), "sessions[0].topic") is Audience.REPORT
    assert field_privacy(Ref("committees", "jha"), "sessions[0].note") is Audience.INTERNAL
    assert field_privacy(Ref("workspace"), "activities/a.minutes") is Audience.PERSONAL
