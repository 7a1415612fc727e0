from __future__ import annotations

from datetime import date

import pytest

from jmdmodel.analysis.coverage import Count, CoverageState, coverage
from jmdmodel.collection import Collection
from jmdmodel.entities.partner import Partner
from jmdmodel.entities.relation import Contact, ContactRating, ContactStanding, NetworkMap
from jmdmodel.entities.resource import KindAbsence
from jmdmodel.entities.service import Service
from jmdmodel.entities.terms import Term, Vocabulary
from jmdmodel.errors import NoMapForYear
from jmdmodel.period import Period
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience, Intensity
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


def absence(kind=PartnerKind.SCHOOL, **more):
    return KindAbsence(id=f"kein-{kind.code}", partner_kind=kind, reason="Gibt es hier nicht.", **more)


def test_a_kind_with_a_stated_reason_is_explained_and_no_longer_missing():
    found = coverage(workspace(absence()), 2024)
    assert found.explained == (PartnerKind.SCHOOL,)
    assert PartnerKind.SCHOOL not in found.missing
    assert row(found, PartnerKind.SCHOOL).state is CoverageState.EXPLAINED
    assert row(found, PartnerKind.BUSINESS).state is CoverageState.MISSING


def test_a_reason_for_a_kind_that_the_concept_does_not_name_is_told_too():
    found = coverage(workspace(absence(PartnerKind.CHAMBER)), 2024)
    assert found.explained == (PartnerKind.CHAMBER,)


@pytest.mark.parametrize(
    ("more", "explained"),
    [
        ({"period": Period(until=DAY)}, True),
        ({"period": Period(until=date(2024, 2, 28))}, False),
        ({"period": Period(since=DAY)}, True),
        ({"period": Period(since=date(2024, 3, 1))}, False),
        ({"stated_on": DAY}, True),
        ({"stated_on": date(2024, 3, 1)}, False),
    ],
)
def test_a_reason_counts_when_it_holds_on_the_day_and_was_stated_by_then(more, explained):
    found = coverage(workspace(absence(**more)), 2024)
    assert (PartnerKind.SCHOOL in found.explained) is explained
    assert (PartnerKind.SCHOOL in found.missing) is not explained


def test_a_partner_counts_before_a_reason_and_the_reason_is_still_shown():
    found = row(coverage(workspace(absence(), partner("s", PartnerKind.SCHOOL)), 2024), PartnerKind.SCHOOL)
    assert (found.state, len(found.absences)) == (CoverageState.KNOWN, 1)


def test_a_kind_is_reached_through_a_further_kind_too():
    found = coverage(workspace(MOSQUE, Contact(id="a", partner="moschee")), 2024)
    assert row(found, PartnerKind.ASSOCIATION).state is CoverageState.REACHED
    assert row(found, PartnerKind.SCHOOL).state is CoverageState.MISSING


def test_own_sub_kinds_count_under_their_kind_and_words_that_nobody_knows_too():
    own = Term(id="moscheeverein", parent="religious-community", label_de="Moscheeverein", label_en="mosque")
    space = workspace(
        partner("m", PartnerKind.RELIGIOUS_COMMUNITY, sub_kind="moscheeverein"),
        partner("t", PartnerKind.RELIGIOUS_COMMUNITY, sub_kind="tempel"),
        partner("k", PartnerKind.RELIGIOUS_COMMUNITY),
    )
    space = Workspace(
        service=space.service,
        vocabulary=Vocabulary(partner_kinds=Collection([own])),
        maps=space.maps,
        partners=space.partners,
    )
    found = row(coverage(space, 2024), PartnerKind.RELIGIOUS_COMMUNITY)
    assert found.main.partners == 3
    assert [(sub.code, sub.own, sub.label.en, sub.count.partners) for sub in found.sub_kinds] == [
        ("moscheeverein", True, "mosque", 1),
        ("tempel", False, "tempel", 1),
    ]


def test_sub_kinds_of_the_library_are_listed_with_zeros():
    found = row(coverage(workspace(), 2024), PartnerKind.PUBLIC_OFFICE)
    assert [(sub.code, sub.count) for sub in found.sub_kinds] == [
        ("youth-office", Count()),
        ("immigration-office", Count()),
    ]


def told(found, language):
    return list(found.sentences(language))


def test_nothing_at_all_is_told_in_two_sentences():
    found = told(coverage(workspace(), 2024), "de")
    assert found[0] == "Zu keiner Partnerart, die das Konzept nennt, ist ein Partner eingetragen."
    assert found[1].startswith("Bei elf Partnerarten des Konzepts ist weder ein Partner noch ein Grund")
    assert len(found) == 2


def test_one_kind_is_told_in_the_singular_in_both_languages():
    found = coverage(workspace(partner("s", PartnerKind.SCHOOL), absence(PartnerKind.BUSINESS)), 2024)
    assert told(found, "de")[:3] == [
        "Zu einer Partnerart, die das Konzept nennt, ist mindestens ein Partner eingetragen.",
        "Bei einer Partnerart sind Partner bekannt, aber es besteht noch kein aktiver Kontakt: Schulen.",
        "Für eine Partnerart ist begründet, warum es hier keinen Partner gibt: Betriebe.",
    ]
    assert told(found, "en")[:3] == [
        "At least one partner is entered for one kind of partner that the concept names.",
        "For one kind of partner there are known partners but no active contact yet: schools.",
        "For one kind of partner it is stated why there is no partner here: businesses.",
    ]


def test_a_coverage_without_gaps_says_so():
    partners = [partner(kind.code, kind) for kind in PartnerKind]
    contacts = [Contact(id=kind.code, partner=kind.code) for kind in PartnerKind]
    assert told(coverage(workspace(*partners, *contacts), 2024), "de") == [
        "Zu elf Partnerarten, die das Konzept nennt, ist jeweils mindestens ein Partner eingetragen.",
        "Wo Partner eingetragen sind, besteht bei jeder Partnerart mindestens ein aktiver Kontakt.",
        "Keine Partnerart des Konzepts fehlt, ohne dass ein Grund eingetragen ist.",
    ]


def test_a_view_for_the_report_says_the_same_and_the_public_one_has_no_map():
    space = workspace(MOSQUE, absence(), Contact(id="a", partner="moschee"))
    assert coverage(redact(space, Audience.REPORT), 2024) == coverage(space, 2024)
    with pytest.raises(NoMapForYear):
        coverage(redact(space, Audience.PUBLIC), 2024)
