from __future__ import annotations

from datetime import date

import pytest

from jmdmodel.analysis.coverage import Count, coverage
from jmdmodel.entities.partner import Partner
from jmdmodel.entities.relation import Contact, ContactRating, ContactStanding, NetworkMap
from jmdmodel.entities.service import Service
from jmdmodel.errors import NoMapForYear
from jmdmodel.period import Period
from jmdmodel.scales import Intensity
from jmdmodel.vocabulary import ContactState, MapGroup, PartnerKind
from jmdmodel.workspace import Workspace

DAY = date(2024, 2, 29)


def workspace(*things):
    empty = Workspace(service=Service(name="JMD Musterstadt", provider="Muster e. V."))
    return empty.with_entities(NetworkMap(id="2024", as_of=DAY), *things)


def partner(identifier, kind, *further, **more):
    return Partner(id=identifier, name=identifier, kind=kind, further_kinds=further, **more)


def row(found, kind):
    return next(row for row in found.kinds if row.kind is kind)


MOSQUE = partner(
    "moschee", PartnerKind.RELIGIOUS_COMMUNITY, PartnerKind.ASSOCIATION, PartnerKind.MIGRANT_ORGANISATION
)


def test_without_partners_every_named_kind_but_other_is_missing():
    found = coverage(workspace(), 2024)
    assert found.total == Count()
    assert found.missing == tuple(
        kind for kind in PartnerKind if kind.named and kind is not PartnerKind.OTHER
    )
    assert PartnerKind.CHAMBER not in found.missing


def test_main_and_further_kinds_are_counted_apart_and_both_cover():
    found = coverage(workspace(MOSQUE), 2024)
    assert row(found, PartnerKind.RELIGIOUS_COMMUNITY).main.partners == 1
    assert row(found, PartnerKind.ASSOCIATION).main.partners == 0
    assert row(found, PartnerKind.ASSOCIATION).further.partners == 1
    assert not set(found.missing) & {MOSQUE.kind, *MOSQUE.further_kinds}


def test_a_further_kind_that_repeats_the_main_kind_is_not_counted_twice():
    found = coverage(workspace(partner("s", PartnerKind.SCHOOL, PartnerKind.SCHOOL)), 2024)
    assert row(found, PartnerKind.SCHOOL).further == Count()


def test_a_partner_with_several_contacts_counts_once():
    rating = ContactRating(day=DAY, intensity=Intensity.WEEKLY)
    contacts = [Contact(id=name, partner="moschee", ratings=(rating,)) for name in "ab"]
    assert coverage(workspace(MOSQUE, *contacts), 2024).total == Count(partners=1, active=1, rated=1)


@pytest.mark.parametrize("state", [s for s in ContactState if s is not ContactState.ACTIVE])
def test_only_an_active_contact_is_active(state):
    found = coverage(
        workspace(MOSQUE, Contact(id="a", partner="moschee", states=(ContactStanding(state=state),))), 2024
    )
    assert found.total == Count(partners=1)


@pytest.mark.parametrize(("until", "number"), [(DAY, 1), (date(2024, 2, 28), 0)])
def test_partners_and_contacts_count_on_the_day_of_the_map(until, number):
    period = Period(until=until)
    contact = Contact(id="a", partner="moschee", period=period)
    assert coverage(workspace(MOSQUE, contact), 2024).total.active == number
    assert coverage(workspace(partner("x", PartnerKind.SCHOOL, period=period)), 2024).total.partners == number


def test_sectors_count_each_partner_once_and_add_up():
    found = coverage(workspace(MOSQUE, partner("jc", PartnerKind.SGB2_BODY)), 2024)
    counts = {group.group: group.count.partners for group in found.groups}
    assert counts[MapGroup.COMMUNITIES] == counts[MapGroup.WORK] == 1
    assert sum(counts.values()) == found.total.partners == sum(row.main.partners for row in found.kinds)


def test_a_year_without_a_map_is_refused():
    with pytest.raises(NoMapForYear):
        coverage(workspace(), 2023)
