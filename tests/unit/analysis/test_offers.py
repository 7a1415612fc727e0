"""Needs beside offers: what counts as met, as possible, as a gap, as doubled, on which day, and for whom."""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from jmdexport.demo import load_example
from jmdmodel import entities as e
from jmdmodel import ids
from jmdmodel.analysis.offers import Cover, Hint, LinkedBy, NeedCover, NeedsAndOffers, needs_and_offers
from jmdmodel.analysis.reach import Reach
from jmdmodel.errors import ModelError
from jmdmodel.ids import Ref
from jmdmodel.period import Period
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.testing.builders import minimal, partner, small
from jmdmodel.vocabulary import EvidenceKind, GapStatus, Topic, UnitLevel, Voice
from jmdmodel.workspace import Vocabulary, Workspace

DAY = date(2024, 2, 29)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)


def need(identifier: str = "n", **fields: Any) -> e.Need:
    base = {"title": f"Bedarf {identifier}", "topics": (Topic.LANGUAGE,), "established_by": (Voice.TEAM,)}
    return e.Need(**{"id": ids.NeedId(identifier), **base, **fields})


def offer(identifier: str, *needs: str, **fields: Any) -> e.Offer:
    return e.Offer(
        **{
            "id": ids.OfferId(identifier),
            "name": identifier,
            "needs": tuple(map(ids.NeedId, needs)),
            **fields,
        }
    )


def of(identifier: str, provider: str, *needs: str, **fields: Any) -> e.Offer:
    return offer(identifier, *needs, provider=ids.PartnerId(provider), **fields)


def run(identifier: str, **fields: Any) -> e.GroupOffer:
    return e.GroupOffer(**{"id": ids.GroupOfferId(identifier), "name": identifier, **fields})


def gap(identifier: str, *needs: str, status: GapStatus | None = None, **fields: Any) -> e.OfferGap:
    said = (e.GapProgress(day=BEFORE, status=status),) if status is not None else ()
    base = {"title": identifier, "needs": tuple(map(ids.NeedId, needs)), "found_on": BEFORE, "progress": said}
    return e.OfferGap(**{"id": ids.GapId(identifier), **base, **fields})


def coordination(*offers: str, day: date = DAY, needs: tuple[str, ...] = ()) -> e.OfferCoordination:
    return e.OfferCoordination(
        id=ids.CoordinationId("c"),
        day=day,
        offers=tuple(map(ids.OfferId, offers)),
        needs=tuple(map(ids.NeedId, needs)),
    )


def units() -> tuple[e.AdministrativeUnit, ...]:
    def unit(identifier: str, parent: str | None) -> e.AdministrativeUnit:
        return e.AdministrativeUnit(
            id=ids.UnitId(identifier),
            name=identifier,
            level=UnitLevel.QUARTER,
            parent=ids.UnitId(parent) if parent else None,
        )

    return unit("kreis", None), unit("stadt", "kreis"), unit("dorf", "kreis")


def area(*names: str) -> tuple[ids.UnitId, ...]:
    return tuple(map(ids.UnitId, names))


def found(*things: Any, on: date = DAY, **fields: Any) -> NeedsAndOffers:
    partners = [partner(name) for name in ("a", "b", "c")]
    return needs_and_offers(minimal(*units(), *partners, *things, **fields), on=on)


def only(result: NeedsAndOffers) -> NeedCover:
    (row,) = result.needs
    return row


# Which needs and offers count


@pytest.mark.parametrize(
    ("fields", "established", "named"),
    [
        ({}, 1, 0),
        ({"established_on": DAY}, 1, 0),
        ({"established_on": DAY, "established_by": ()}, 1, 0),
        ({"established_on": AFTER}, 0, 0),
        ({"established_by": ()}, 0, 1),
        ({"established_by": (), "voiced_by": (Voice.PARENTS,)}, 0, 1),
        ({"period": Period(until=DAY)}, 1, 0),
        ({"period": Period(until=BEFORE)}, 0, 0),
        ({"period": Period(since=DAY)}, 1, 0),
        ({"period": Period(since=AFTER)}, 0, 0),
        ({"period": Period(since=AFTER), "established_by": ()}, 0, 0),
    ],
)
def test_a_need_counts_from_the_day_it_is_established_while_it_holds(
    fields: dict[str, Any], established: int, named: int
) -> None:
    result = found(need(**fields))
    assert (len(result.needs), len(result.not_established)) == (established, named)


@pytest.mark.parametrize(
    ("period", "there"),
    [
        (Period(), True),
        (Period(since=DAY), True),
        (Period(until=DAY), True),
        (Period(since=AFTER), False),
        (Period(until=BEFORE), False),
    ],
)
def test_an_offer_counts_on_the_days_it_is_there(period: Period, there: bool) -> None:
    result = found(need(), offer("o", "n", period=period))
    assert len(result.offers) == there
    assert only(result).cover is (Cover.COVERED if there else Cover.UNCOVERED)


def test_nothing_at_all_is_no_error() -> None:
    result = found()
    assert result.needs == result.offers == result.gaps == ()
    assert all(row.needs == row.offers == row.gaps == 0 for row in result.topics)
    assert result.sentences() == ("Am 29.02.2024 ist kein Bedarf festgestellt.",)


@pytest.mark.parametrize("day", ["2024-02-29", datetime(2024, 2, 29, tzinfo=UTC), None])
def test_what_is_no_day_is_refused(day: Any) -> None:
    with pytest.raises(ModelError):
        needs_and_offers(minimal(), on=day)


# What ties an offer to a need


def test_a_run_ties_its_offer_to_a_need_from_its_first_day_on_and_beyond_its_last() -> None:
    treff = offer("treff")
    for period, tied in [
        (Period(since=DAY), True),
        (Period(since=BEFORE, until=BEFORE), True),
        (Period(since=AFTER), False),
    ]:
        group = run("r", offer=treff.id, needs=(ids.NeedId("n"),), period=period)
        result = found(need(), treff, group)
        assert [link.by for link in only(result).linked] == ([(LinkedBy.RUN,)] if tied else [])
        assert [offered.ref for offered in result.offers] == [Ref("offers", "treff")]
        assert result.offers[0].runs == ((group,) if tied else ())


@pytest.mark.parametrize(("until", "there"), [(DAY, True), (BEFORE, False)])
def test_a_run_of_no_offer_is_an_offer_of_its_own_while_it_lasts(until: date, there: bool) -> None:
    result = found(need(), run("r", needs=(ids.NeedId("n"),), period=Period(until=until)))
    assert [offered.ref for offered in result.offers] == [Ref("group_offers", "r")] * there
    assert only(result).cover is (Cover.COVERED if there else Cover.UNCOVERED)


def test_a_run_whose_offer_has_ended_stands_for_itself_in_the_area_of_the_offer() -> None:
    ended = offer("treff", period=Period(until=BEFORE), area=area("dorf"), languages=("Dari",))
    result = found(need(area=area("kreis")), ended, run("r", offer=ended.id, needs=(ids.NeedId("n"),)))
    (link,) = only(result).linked
    assert (link.offer.ref, link.reach, link.offer.languages) == (
        Ref("group_offers", "r"),
        Reach.PART,
        ("Dari",),
    )


def test_what_came_of_a_gap_meets_the_needs_that_the_gap_names() -> None:
    kurs, treff = offer("kurs"), offer("treff")
    result = found(need(), kurs, treff, gap("g", "n", status=GapStatus.CLOSED, offers=(kurs.id, treff.id)))
    assert [(link.offer.name, link.by) for link in only(result).linked] == [
        ("kurs", (LinkedBy.GAP,)),
        ("treff", (LinkedBy.GAP,)),
    ]
    assert only(result).cover is Cover.COVERED


def test_all_ways_are_told_that_tie_an_offer_to_a_need() -> None:
    kurs = offer("kurs", "n")
    group = run("r", offer=kurs.id, needs=(ids.NeedId("n"),))
    closed = gap("g", "n", status=GapStatus.CLOSED, offers=(kurs.id,))
    (link,) = only(found(need(), kurs, group, closed)).linked
    assert link.by == (LinkedBy.OFFER, LinkedBy.RUN, LinkedBy.GAP)


# Possible offers


def test_an_offer_on_the_same_topic_is_possible_and_meets_nothing() -> None:
    result = found(need(), offer("kurs", topics=(Topic.LANGUAGE, Topic.WORK)))
    row = only(result)
    assert row.cover is Cover.UNCOVERED
    (may,) = row.possible
    assert (may.because, may.shared) == ((Hint.TOPIC,), (Topic.LANGUAGE,))
    assert result.unlinked is not None
    assert [offered.name for offered in result.unlinked] == ["kurs"]


def test_an_offer_elsewhere_is_not_possible_by_its_topic_but_by_a_coordination() -> None:
    there = offer("kurs", topics=(Topic.LANGUAGE,), area=area("dorf"))
    wanted = need(area=area("stadt"))
    assert only(found(wanted, there)).possible == ()
    (may,) = only(found(wanted, there, coordination("kurs", needs=("n",)))).possible
    assert (may.because, may.reach) == ((Hint.COORDINATION,), Reach.ELSEWHERE)
    assert only(found(wanted, there, coordination("kurs", needs=("n",), day=AFTER))).possible == ()


def test_a_topic_that_own_words_narrow_is_shared_only_with_the_own_word() -> None:
    words = Vocabulary(
        topics=Vocabulary().topics.with_(
            e.Term(id=ids.TermId("lesen"), parent="language", label_de="Lesen", label_en="reading")
        )
    )
    wanted = need(topics=(Topic.LANGUAGE, Topic.LEISURE), sub_topics=("lesen",))
    result = found(
        wanted,
        offer("allgemein", topics=(Topic.LANGUAGE,)),
        offer("freizeit", topics=(Topic.LANGUAGE, Topic.LEISURE)),
        offer("genau", topics=(Topic.LANGUAGE,), sub_topics=("lesen",)),
        vocabulary=words,
    )
    told = [(may.offer.name, may.because, may.shared) for may in only(result).possible]
    assert told == [
        ("genau", (Hint.OWN_TOPIC, Hint.TOPIC), (Topic.LANGUAGE,)),
        ("freizeit", (Hint.TOPIC,), (Topic.LEISURE,)),
    ]
    away = offer("fern", topics=(Topic.LANGUAGE,), sub_topics=("lesen",), area=area("dorf"))
    near = need(topics=(Topic.LANGUAGE,), sub_topics=("lesen",), area=area("stadt"))
    assert only(found(near, away, vocabulary=words)).possible == ()
    (row,) = result.own_topics
    assert (row.topic, row.needs, row.offers, row.gaps) == ("lesen", 1, 1, 0)


# How far a need is covered


@pytest.mark.parametrize(
    ("areas", "cover"),
    [
        ([("kreis",)], Cover.COVERED),
        ([()], Cover.COVERED),
        ([("stadt",)], Cover.PARTLY),
        ([("stadt",), ("dorf",)], Cover.COVERED),
        ([("stadt",), ("stadt",)], Cover.PARTLY),
        ([("kreis",), ("stadt",)], Cover.COVERED),
        ([("kreis",), ()], Cover.SEVERAL),
        ([("stadt", "dorf"), ("kreis",)], Cover.SEVERAL),
        ([("gibt-es-nicht",)], Cover.COVERED),
    ],
)
def test_cover_follows_the_area_that_the_offers_reach(areas: list[tuple[str, ...]], cover: Cover) -> None:
    offers = [of(f"o{i}", "ab"[i], "n", area=area(*names)) for i, names in enumerate(areas)]
    assert only(found(need(area=area("stadt", "dorf")), *offers)).cover is cover


def test_a_need_is_covered_in_part_where_all_its_offers_are_elsewhere() -> None:
    row = only(found(need(area=area("stadt")), offer("o", "n", area=area("dorf"), places=5)))
    assert (row.cover, row.places) == (Cover.PARTLY, None)


def test_two_offers_of_one_house_do_not_cover_a_need_several_times() -> None:
    department = partner("d", part_of=ids.PartnerId("a"))
    one_house = found(need(), department, of("x", "a", "n"), of("y", "d", "n"))
    assert only(one_house).cover is Cover.COVERED
    assert only(one_house).doubles == ()
    assert only(found(need(), offer("x", "n"), offer("y", "n"))).cover is Cover.COVERED
    assert only(found(need(), offer("x", "n"), of("y", "a", "n"))).cover is Cover.SEVERAL


@pytest.mark.parametrize(
    ("status", "standing"),
    [
        (None, True),
        (GapStatus.OPEN, True),
        (GapStatus.IN_COORDINATION, True),
        (GapStatus.PARTLY_CLOSED, True),
        (GapStatus.CLOSED, False),
        (GapStatus.REJECTED, False),
    ],
)
def test_a_need_with_an_offer_is_partly_covered_while_a_gap_on_it_stands(
    status: GapStatus | None, standing: bool
) -> None:
    result = found(need(), offer("o", "n"), gap("g", "n", status=status))
    assert only(result).cover is (Cover.PARTLY if standing else Cover.COVERED)
    assert only(result).gaps[0].is_standing is standing
    assert only(result).is_gap_known
    assert result.topics[-1].gaps == standing  # the gap names no topic


@pytest.mark.parametrize(("day", "known"), [(DAY, True), (AFTER, False)])
def test_a_gap_is_known_from_the_day_it_was_found(day: date, known: bool) -> None:
    result = found(need(), gap("g", "n", found_on=day))
    assert len(result.gaps) == known
    assert only(result).is_gap_known is known


def test_a_gap_tells_where_it_was_raised_by_the_day_and_what_came_of_it() -> None:
    network = e.Network(id=ids.NetworkId("netz"), name="Netz")
    raised = [e.GapRaised(day=day, body=Ref("networks", "netz")) for day in (AFTER, DAY, BEFORE)]
    lost = e.GapRaised(day=DAY, body=Ref("committees", "weg"))
    kurs = offer("kurs", period=Period(since=AFTER))
    known = gap("g", "n", raised=(*raised, lost), offers=(kurs.id, ids.OfferId("weg")))
    (told,) = found(need(), network, kurs, known).gaps
    assert [one.day for one in told.raised] == [BEFORE, DAY, DAY]
    assert told.raised_in == ("Netz",)
    assert told.offers == (kurs,)


def test_a_gap_that_names_no_need_is_possible_by_topic_and_area() -> None:
    wanted = need(area=area("stadt"))
    same = {"topics": (Topic.LANGUAGE,)}
    result = found(wanted, gap("hier", area=area("kreis"), **same), gap("dort", area=area("dorf"), **same))
    assert [known.gap.id for known in only(result).possible_gaps] == ["hier"]
    narrow = need(sub_topics=("lesen",))
    words = [
        gap("a", sub_topics=("lesen",), **same),
        gap("b", sub_topics=("sprechen",), **same),
        gap("c", **same),
    ]
    assert [known.gap.id for known in only(found(narrow, *words)).possible_gaps] == ["a", "c"]
    assert not only(result).is_gap_known
    other = found(wanted, need("m"), gap("g", "m", **same), gap("arbeit", topics=(Topic.WORK,)))
    assert all(row.possible_gaps == () for row in other.needs if row.need.id == "n")


# Places, evidence, doubles


def test_places_are_summed_over_offers_in_the_area_that_tell_them() -> None:
    offers = [
        offer("x", "n", places=8),
        offer("y", "n"),
        offer("z", "n", places=100, area=area("dorf")),
        offer("w", "n", places=1, area=area("kreis")),
    ]
    row = only(found(need(area=area("stadt")), *offers))
    assert (row.places, row.places_told, row.places_reason) == (9, 2, None)


@pytest.mark.parametrize(
    ("offers", "reason"),
    [
        ([], "Ohne Angebot gibt es keine Plätze zu zählen."),
        ([offer("y", "n")], "Bei keinem Angebot im Gebiet des Bedarfs ist die Zahl der Plätze eingetragen."),
    ],
)
def test_where_no_places_are_told_the_reason_is(offers: list[e.Offer], reason: str) -> None:
    row = only(found(need(), *offers))
    assert (row.places, row.places_told) == (None, 0)
    assert row.places_reason is not None
    assert row.places_reason.in_("de") == reason


def test_needs_without_evidence_are_told() -> None:
    undated, on_the_day, later = (e.Evidence(kind=EvidenceKind.CASES, day=day) for day in (None, DAY, AFTER))
    result = found(
        need("a", evidence=(undated,)),
        need("b", evidence=(later, on_the_day)),
        need("c", evidence=(later,)),
        need("d"),
    )
    assert result.without_evidence is not None
    assert [one.id for one in result.without_evidence] == ["c", "d"]


@pytest.mark.parametrize(
    ("together", "day", "doubles"),
    [
        ((), DAY, 3),
        (("x", "y"), DAY, 2),
        (("x", "y"), AFTER, 3),
        (("x", "y", "z"), DAY, 0),
        (("x",), DAY, 3),
    ],
)
def test_offers_of_different_houses_are_doubles_until_a_coordination_names_both(
    together: tuple[str, ...], day: date, doubles: int
) -> None:
    offers = [of("x", "a", "n"), of("y", "b", "n"), of("z", "c", "n")]
    made = [coordination(*together, day=day)] if together else []
    result = found(need(), *offers, *made)
    assert len(only(result).doubles) == doubles
    assert bool(result.doubled) is bool(doubles)


def test_offers_that_share_no_ground_are_no_doubles() -> None:
    wanted = need(area=area("kreis"))
    apart = [of("x", "a", "n", area=area("stadt")), of("y", "b", "n", area=area("dorf"))]
    assert only(found(wanted, *apart)).doubles == ()
    (double,) = only(found(wanted, apart[0], of("y", "b", "n", area=area("kreis")))).doubles
    assert (double.one.name, double.other.name) == ("x", "y")


def test_an_offer_far_from_the_need_and_a_run_of_no_offer_are_in_no_double() -> None:
    far = of("x", "a", "n", area=area("dorf"))
    group = run("r", needs=(ids.NeedId("n"),))
    assert only(found(need(area=area("stadt")), far, of("y", "b", "n"), group)).doubles == ()


def test_a_provider_that_leads_nowhere_is_a_house_of_its_own() -> None:
    (double,) = only(found(need(), of("x", "weg", "n"), of("y", "a", "n"))).doubles
    assert double.one.provided_by.de == "weg"


# Topics, tables, sentences


def test_the_matrix_has_each_topic_once_and_a_row_for_what_has_none() -> None:
    result = found(
        need(topics=(Topic.LANGUAGE, Topic.WORK)),
        need("m", topics=()),
        offer("o", "n", topics=(Topic.WORK,)),
        gap("g", topics=(Topic.WORK,)),
        gap("zu", topics=(Topic.WORK,), status=GapStatus.CLOSED),
    )
    assert [row.topic for row in result.topics] == [*Topic, None]
    counts = {
        row.topic: (row.needs, row.with_cover(Cover.UNCOVERED), row.offers, row.gaps) for row in result.topics
    }
    assert counts[Topic.LANGUAGE] == (1, 0, 0, 0)
    assert counts[Topic.WORK] == (1, 0, 1, 1)
    assert counts[None] == (1, 1, 0, 0)
    assert counts[Topic.HOUSING] == (0, 0, 0, 0)


def test_tables_have_stable_names_and_plain_rows() -> None:
    result = needs_and_offers(load_example().workspace, on=date(2025, 12, 31))
    assert [table.name for table in result.tables()] == [
        "needs-and-offers",
        "topics",
        "own-topics",
        "offers-of-needs",
        "possible-offers",
        "doubles",
        "gaps",
        "offers-without-need",
        "needs-not-established",
    ]
    first = result.records()[0]
    assert first["need"] == "anerkennung-von-zeugnissen"
    assert (first["cover"], first["gap_known"], first["places"]) == ("uncovered", True, None)
    assert pickle.loads(pickle.dumps(result)) == result
    assert hash(result) == hash(needs_and_offers(load_example().workspace, on=date(2025, 12, 31)))


def sentences(*things: Any) -> list[tuple[str, str]]:
    return [(said.in_("de"), said.in_("en")) for said in found(*things).messages()]


def test_one_need_is_told_in_the_singular() -> None:
    assert sentences(need(title="Deutsch")) == [
        ("Am 29.02.2024 ist ein Bedarf festgestellt.", "On 29 February 2024 one need is established."),
        ("Für ihn ist kein Angebot vermerkt: „Deutsch“.", 'No offer is noted for it: "Deutsch".'),
        (
            "Für einen Bedarf ist weder ein Angebot vermerkt noch eine Lücke festgehalten: „Deutsch“.",
            'For one need neither an offer nor a gap is noted: "Deutsch".',
        ),
    ]
    assert sentences(need(), offer("o", "n")) == [
        ("Am 29.02.2024 ist ein Bedarf festgestellt.", "On 29 February 2024 one need is established."),
        ("Für ihn gibt es mindestens ein Angebot.", "It has at least one offer."),
    ]


def test_two_needs_and_more_are_told_in_the_plural() -> None:
    told = sentences(
        need("k", title="K"),
        need("l", title="L"),
        need("m", title="M"),
        gap("g", "l"),
        of("x", "a", "m"),
        of("y", "b", "m"),
        offer("z"),
        offer("zz"),
    )
    assert [german for german, _ in told] == [
        "Am 29.02.2024 sind drei Bedarfe festgestellt.",
        "Für zwei Bedarfe ist kein Angebot vermerkt: „K“ und „L“.",
        "Für einen Bedarf ist weder ein Angebot vermerkt noch eine Lücke festgehalten: „K“.",
        "Mehrfach gedeckt ist ein Bedarf: „M“.",
        "Bei einem Bedarf ist zwischen Angeboten mehrerer Stellen keine Abstimmung festgehalten: „M“.",
        "Bei zwei Angeboten ist kein festgestellter Bedarf vermerkt.",
    ]
    assert [english for _, english in told][1] == 'For two needs no offer is noted: "K" and "L".'


def test_needs_that_all_have_an_offer_are_told_so() -> None:
    told = sentences(need("k"), need("l"), offer("o", "k", "l"))
    assert told[1] == (
        "Für jeden davon gibt es mindestens ein Angebot.",
        "Each of them has at least one offer.",
    )
    assert len(told) == 2


# Views


def test_a_view_for_the_public_says_that_needs_are_not_shown() -> None:
    result = needs_and_offers(redact(small(), Audience.PUBLIC), on=date(2024, 12, 31))
    assert result.offers
    assert result.needs == result.gaps == ()
    assert result.unlinked is None
    assert result.without_evidence is None
    assert {(row.needs, row.gaps, row.with_cover(Cover.COVERED)) for row in result.topics} == {
        (None, None, None)
    }
    assert result.sentences() == ("Bedarfe und Lücken gehören nicht zu dieser Ansicht.",)


def test_a_view_for_reports_says_all_but_the_evidence() -> None:
    example = load_example().workspace
    day = date(2025, 12, 31)
    full, seen = (needs_and_offers(w, on=day) for w in (example, redact(example, Audience.REPORT)))
    assert [(row.need.id, row.cover) for row in seen.needs] == [
        (row.need.id, row.cover) for row in full.needs
    ]
    assert {row.has_evidence for row in seen.needs} == {None}
    assert seen.without_evidence is None
    assert seen.evidence_reason is not None
    assert full.without_evidence is not None
    assert [one.id for one in full.without_evidence] == ["pruefungen-in-der-ausbildung"]


def test_references_that_lead_nowhere_break_nothing() -> None:
    lost = Workspace.without
    workspace = small()
    for ref in (
        Ref("partners", "schule"),
        Ref("needs", "deutsch"),
        Ref("units", "stadt"),
        Ref("offers", "nachhilfe"),
    ):
        needs_and_offers(lost(workspace, ref), on=date(2024, 12, 31))


@pytest.mark.parametrize(("until", "there"), [(BEFORE, False), (DAY, True), (None, True)])
def test_an_offer_goes_with_the_partner_that_provides_it(until: date | None, there: bool) -> None:
    provider = partner("haus", period=Period(until=until))
    result = found(need(), of("o", "haus", "n"), provider)
    assert (only(result).cover is Cover.COVERED) is there
    assert bool(result.offers) is there


def test_an_offer_of_a_provider_that_nobody_knows_is_there() -> None:
    assert only(found(need(), of("o", "weg", "n"))).cover is Cover.COVERED
