from __future__ import annotations

import pickle
from datetime import date

import pytest

from jmdmodel.analysis.ratings import STRONG
from jmdmodel.analysis.weak_spots import weak_spots
from jmdmodel.analysis.weak_spots.weakness import WEAK, WeakPart, WeakReason
from jmdmodel.entities.agreement import Agreement, GoalProgress, NetworkGoal, Responsibility
from jmdmodel.entities.committee import Committee, CommitteeRole, Session
from jmdmodel.entities.network import Network, Participation
from jmdmodel.entities.partner import KeyPerson
from jmdmodel.entities.relation import ContactStanding
from jmdmodel.entities.resource import ContactPerson
from jmdmodel.entities.service import StaffRole
from jmdmodel.errors import ModelError, NoMapForYear
from jmdmodel.ids import Ref
from jmdmodel.period import Period
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience, Importance, Intensity
from jmdmodel.testing.builders import contact, minimal, network_map, partner, rating, tie
from jmdmodel.vocabulary import (
    Attendance,
    CommitteeKind,
    ContactState,
    GoalStatus,
    ParticipationForm,
    SeatHolder,
    SeatRole,
)

DAY = date(2024, 2, 29)
EVE = date(2024, 2, 28)
TEAM = (StaffRole(id="leitung", function="Leitung"), StaffRole(id="beratung", function="Beratung"))
TEAM_KNOWS = (
    "Wer im Team einen Partner persönlich kennt und wer wen vertritt, wird nicht eingetragen; das weiß nur "
    "das Team selbst."
)
TIES_OPEN = (
    "Für 2024 sind die Verbindungen der Partner untereinander nicht erhoben; wer andere zusammenhält, "
    "bleibt offen."
)
WEAK_CONTACT = "selten, er ruht oder er ist derzeit nicht gewünscht"


def workspace(*things):
    return minimal(network_map(2024, as_of=DAY), *things)


def rated(identifier, intensity, importance, **more):
    own = contact(identifier, ratings=(rating(DAY, intensity, importance),), **more)
    return partner(identifier, name=f"Haus {identifier}"), own


def reasons(*things, **more):
    return [spot.reason for spot in weak_spots(workspace(*things), 2024, **more).spots]


def told(found, language):
    return list(found.sentences(language))


# important but weak


@pytest.mark.parametrize(
    ("intensity", "importance", "found"),
    [
        (2, 4, [WeakReason.SELDOM]),
        (1, 5, [WeakReason.SELDOM]),
        (3, 5, []),
        (2, 3, []),
        (2, None, []),
    ],
)
def test_important_but_weak_begins_and_ends_at_its_two_limits(intensity, importance, found):
    assert reasons(*rated("a", intensity, importance)) == found


def test_the_limits_can_be_set():
    assert reasons(*rated("a", 3, 4), weak=Intensity.QUARTERLY) == [WeakReason.SELDOM]
    assert reasons(*rated("a", 2, 3), important=Importance.SOME_GOALS) == [WeakReason.SELDOM]
    assert reasons(*rated("a", 2, 4), weak=Intensity.YEARLY) == []


@pytest.mark.parametrize("more", [{"weak": 2}, {"important": 4}, {"weak": Importance.LOW}])
def test_a_limit_that_is_no_step_of_its_scale_is_refused(more):
    with pytest.raises(ModelError):
        weak_spots(workspace(), 2024, **more)


def test_the_rating_of_the_year_weighs_before_the_relevance():
    own = contact("a", ratings=(rating(DAY, 1, 2),))
    assert reasons(partner("a", relevance=Importance.INDISPENSABLE), own) == []
    unsaid = contact("a", ratings=(rating(DAY, 1, None),))
    assert reasons(partner("a", relevance=Importance.MOST_GOALS), unsaid) == [WeakReason.SELDOM]


@pytest.mark.parametrize(
    ("state", "reason", "part"),
    [
        (ContactState.DORMANT, WeakReason.DORMANT, WeakPart.IMPORTANT_BUT_WEAK),
        (ContactState.REFUSED, WeakReason.REFUSED, WeakPart.IMPORTANT_BUT_WEAK),
        (ContactState.NONE_YET, WeakReason.NONE_YET, WeakPart.BLANK_SPOT),
        (ContactState.UNKNOWN, WeakReason.UNKNOWN, WeakPart.BLANK_SPOT),
    ],
)
def test_the_state_of_a_contact_without_a_ring_says_what_is_weak(state, reason, part):
    own = contact("a", states=(ContactStanding(state=state),))
    (spot,) = weak_spots(workspace(partner("a", relevance=Importance.MOST_GOALS), own), 2024).spots
    assert (spot.reason, spot.part, spot.partner) == (reason, part, "a")


@pytest.mark.parametrize(
    ("state", "reason"),
    [(ContactState.DORMANT, WeakReason.DORMANT), (ContactState.REFUSED, WeakReason.REFUSED)],
)
def test_frequent_contact_earlier_in_the_year_does_not_hide_that_it_rests_now(state, reason):
    standing = (ContactStanding(state=state, day=DAY),)
    (spot,) = weak_spots(workspace(*rated("a", 5, 5, states=standing)), 2024).important_but_weak
    assert (spot.reason, spot.intensity) == (reason, Intensity.WEEKLY)
    assert reasons(*rated("a", 5, 5, states=(ContactStanding(state=ContactState.ACTIVE, day=DAY),))) == []


def test_an_active_contact_of_which_nobody_said_how_often_is_left_open():
    found = weak_spots(workspace(*rated("a", None, 5)), 2024)
    assert ([one.id for one in found.open], found.spots, found.kept) == (["a"], (), 0)
    assert told(found, "de")[5] == (
        "Bei einem wichtigen Partner ist nicht eingeschätzt, wie oft Kontakt besteht: Haus a."
    )


# blank spots


@pytest.mark.parametrize(
    ("period", "reason"),
    [
        (Period(until=EVE), WeakReason.ENDED),
        (Period(since=date(2024, 3, 1)), WeakReason.NO_ENTRY),
    ],
)
def test_a_contact_that_ended_is_told_from_one_that_never_was(period, reason):
    heavy = partner("a", relevance=Importance.MOST_GOALS)
    assert reasons(heavy, contact("a", period=period)) == [reason]
    assert reasons(heavy) == [WeakReason.NO_ENTRY]
    assert reasons(heavy, contact("a", period=Period(until=DAY))) == []


def test_a_partner_rated_important_whose_contact_ended_in_the_year_is_a_blank_spot():
    ended = contact("schule", period=Period(until=EVE), ratings=(rating(date(2024, 1, 8), 3, 5),))
    (spot,) = weak_spots(workspace(partner("schule"), ended), 2024).blank
    assert (spot.reason, spot.importance) == (WeakReason.ENDED, Importance.INDISPENSABLE)

    before = contact("schule", period=Period(until=EVE), ratings=(rating(date(2023, 12, 31), 3, 5),))
    assert weak_spots(workspace(partner("schule"), before), 2024).blank == ()


def test_of_several_ended_contacts_the_last_rating_counts_and_a_contact_that_holds_comes_first():
    old = contact("schule", period=Period(until=EVE), ratings=(rating(date(2024, 1, 8), 3, 5),))
    older = contact(
        "schule", id="schule-2", period=Period(until=EVE), ratings=(rating(date(2024, 1, 9), 3, 1),)
    )
    assert weak_spots(workspace(partner("schule"), old, older), 2024).important == 0
    holds = contact("schule", id="schule-3", ratings=(rating(date(2024, 2, 1), 1, 2),))
    assert weak_spots(workspace(partner("schule"), old, holds), 2024).important == 0


def test_a_partner_that_ended_or_does_not_count_as_important_is_no_blank_spot():
    gone = partner("a", relevance=Importance.INDISPENSABLE, period=Period(until=EVE))
    assert reasons(gone, partner("b", relevance=Importance.SOME_GOALS), partner("c")) == []


# what hangs on one


def person(identifier, at, **more):
    return ContactPerson(id=identifier, partner=at, function="Teamleitung", name="Frau Geheim", **more)


def key_person(identifier, at):
    return KeyPerson(id=identifier, partner=at, role="Trainer", name="Herr Geheim")


@pytest.mark.parametrize(
    ("people", "found"),
    [
        ([], []),
        ([person("p", "a")], [WeakReason.ONE_CONTACT_PERSON]),
        ([key_person("k", "a")], [WeakReason.ONE_KEY_PERSON]),
        ([person("p", "a"), key_person("k", "a")], []),
        ([person("p", "a"), person("q", "a")], []),
        ([person("p", "a"), person("q", "a", period=Period(until=EVE))], [WeakReason.ONE_CONTACT_PERSON]),
        ([person("p", "a"), person("q", "a", period=Period(until=DAY))], []),
    ],
)
def test_exactly_one_person_on_the_day_makes_a_single_dependence(people, found):
    assert reasons(*rated("a", 3, 4), *people) == found


@pytest.mark.parametrize(
    ("intensity", "importance", "looked_at"), [(4, None, True), (4, 1, True), (3, 3, False), (1, 4, True)]
)
def test_persons_matter_for_important_and_for_close_partners(intensity, importance, looked_at):
    found = reasons(*rated("a", intensity, importance), person("p", "a"))
    assert (WeakReason.ONE_CONTACT_PERSON in found) is looked_at


def test_a_dormant_contact_hangs_on_nobody():
    dormant = (ContactStanding(state=ContactState.DORMANT),)
    assert reasons(*rated("a", 4, 4, states=dormant), person("p", "a")) == [WeakReason.DORMANT]


def test_a_sentence_names_the_function_and_never_the_name_of_a_person():
    found = weak_spots(
        workspace(*rated("a", 4, 4), person("p", "a"), *rated("b", 4, 4), key_person("k", "b")), 2024
    )
    assert [spot.why.in_("de") for spot in found.spots] == [
        "Bei „Haus a“ ist eine einzige Ansprechperson eingetragen: Teamleitung.",
        "Zu „Haus b“ führt nach den Einträgen nur eine Schlüsselperson: Trainer.",
    ]
    assert "Geheim" not in repr(found) + found._repr_html_()


def test_partners_without_any_person_are_counted_as_left_open():
    found = weak_spots(workspace(*rated("a", 4, 4)), 2024)
    assert told(found, "en")[-3] == (
        "No person is entered for one partner that is important or close; on whom the relation depends is "
        "left open."
    )
    assert told(found, "de")[-2] == (
        "Bei der Einschätzung zu einem wichtigen Partner ist nicht eingetragen, welche Funktion sie "
        "vorgenommen hat."
    )


def in_network(*things, **more):
    found = weak_spots(workspace(Network(id="n", name="Netz", **more), *things), 2024)
    return [spot.reason for spot in found.spots]


@pytest.mark.parametrize(
    ("more", "alone"),
    [
        ({}, True),
        ({"participation": (Participation(year=2024, form=ParticipationForm.LEFT),)}, False),
        ({"participation": (Participation(year=2023, form=ParticipationForm.LEFT),)}, True),
        ({"participation": (Participation(year=2024, form=ParticipationForm.LEAD),)}, True),
        ({"agreements": (Agreement(text="a", staff="beratung"),)}, False),
        ({"agreements": (Agreement(text="a", staff="beratung", valid_until=DAY),)}, False),
        ({"agreements": (Agreement(text="a", staff="beratung", valid_until=EVE),)}, True),
        ({"goals": (NetworkGoal(text="z", staff="beratung"),)}, False),
        ({"goals": (NetworkGoal(text="z", staff="beratung", agreed_on=date(2024, 3, 1)),)}, True),
        (
            {
                "goals": (
                    NetworkGoal(
                        text="z",
                        staff="beratung",
                        progress=(GoalProgress(day=DAY, status=GoalStatus.REACHED),),
                    ),
                )
            },
            True,
        ),
        ({"period": Period(until=EVE)}, False),
    ],
)
def test_a_network_hangs_on_one_function_while_all_that_holds_lies_with_it(more, alone):
    task = Responsibility(task="Protokoll", staff="leitung")
    assert in_network(*TEAM, responsibilities=(task,), **more) == [WeakReason.ONE_FUNCTION] * alone


def test_a_team_of_one_function_is_not_told_that_all_hangs_on_it():
    task = Responsibility(task="Protokoll", staff="leitung")
    assert in_network(TEAM[0], responsibilities=(task,)) == []
    ended = StaffRole(id="beratung", function="Beratung", period=Period(until=EVE))
    assert in_network(TEAM[0], ended, responsibilities=(task,)) == []


@pytest.mark.parametrize(
    ("task", "alone"),
    [
        (Responsibility(task="Raum", partners=("a",)), True),
        (Responsibility(task="Raum", partners=("a",), deputy="b"), False),
        (Responsibility(task="Raum", partners=("a", "b")), False),
        (Responsibility(task="Raum", partners=("a",), staff="leitung"), False),
        (Responsibility(task="Raum", staff="leitung"), False),
        (Responsibility(task="Raum"), False),
        (Responsibility(task="Raum", partners=("a",), period=Period(until=EVE)), False),
    ],
)
def test_a_task_that_one_partner_holds_alone_has_no_deputy(task, alone):
    assert in_network(responsibilities=(task,)) == [WeakReason.NO_DEPUTY] * alone


def test_a_holder_that_leads_nowhere_is_told_by_its_identifier():
    task = Responsibility(task="Raum", partners=("weg",))
    (spot,) = weak_spots(workspace(Network(id="n", name="Netz", responsibilities=(task,))), 2024).spots
    assert spot.why.in_("de") == (
        "Im Netzwerk „Netz“ ist für „Raum“ nur „weg“ verantwortlich; eine Vertretung ist nicht eingetragen."
    )
    assert (spot.partner, spot.about) == ("weg", Ref("networks", "n"))


@pytest.mark.parametrize(
    ("seats", "sessions", "alone"),
    [
        ([], [], False),
        ([CommitteeRole()], [], True),
        ([CommitteeRole(), CommitteeRole(held_by=SeatHolder.PROVIDER)], [], False),
        ([CommitteeRole(role=SeatRole.DEPUTY)], [], False),
        ([CommitteeRole(), CommitteeRole(role=SeatRole.DEPUTY, period=Period(until=EVE))], [], True),
        ([CommitteeRole()], [Session(day=DAY, attendance=Attendance.DEPUTY)], False),
        ([CommitteeRole()], [Session(day=date(2024, 3, 1), attendance=Attendance.DEPUTY)], True),
        ([CommitteeRole()], [Session(day=date(2023, 12, 31), attendance=Attendance.DEPUTY)], True),
        ([CommitteeRole()], [Session(day=DAY, attendance=Attendance.PRESENT)], True),
    ],
)
def test_a_committee_hangs_on_one_seat_while_nobody_stands_in(seats, sessions, alone):
    body = Committee(
        id="jha", name="JHA", kind=CommitteeKind.AG_78, roles=tuple(seats), sessions=tuple(sessions)
    )
    assert reasons(body) == [WeakReason.ONE_SEAT] * alone


def signed(identifier, assessor):
    own = contact(identifier, ratings=(rating(DAY, 4, 4, assessor=assessor),))
    return partner(identifier), own


@pytest.mark.parametrize(
    ("assessors", "same"),
    [
        (["leitung", "leitung"], True),
        (["leitung"], False),
        (["leitung", "beratung"], False),
        (["leitung", None], False),
        ([None, None], False),
    ],
)
def test_ratings_by_one_function_alone_are_told_from_two_on(assessors, same):
    things = [thing for number, one in enumerate(assessors) for thing in signed(f"p{number}", one)]
    assert reasons(*TEAM, *things) == [WeakReason.ONE_ASSESSOR] * same


def test_a_rating_without_an_assessor_is_that_of_the_whole_map():
    things = [*TEAM, *signed("a", None), *signed("b", "leitung")]
    whole = minimal(network_map(2024, as_of=DAY, assessor="leitung"), *things)
    found = weak_spots(whole, 2024)
    assert [spot.why.in_("de") for spot in found.spots] == [
        "Alle Einschätzungen zu wichtigen Partnern stammen von derselben Funktion im Team: Leitung."
    ]
    assert not any("welche Funktion" in sentence for sentence in told(found, "de"))


# who holds others together


def tied(*pairs, surveyed=DAY, names="abcde"):
    partners = [thing for name in names for thing in rated(name, 3, 3)]
    ties = [tie(*pair) for pair in pairs]
    found = minimal(network_map(2024, as_of=DAY, ties_surveyed_on=surveyed), *partners, *ties)
    return weak_spots(found, 2024)


def test_a_partner_that_holds_others_together_is_told_with_those_it_holds():
    (spot,) = tied("ab", "bc", "cd", "db").cut_points
    assert (spot.reason, spot.partner) == (WeakReason.SEPARATES, "b")
    assert spot.why.in_("de") == (
        "Nach den bekannten Verbindungen wäre ohne „Haus b“ ein Partner von den übrigen getrennt, den Dienst "
        "nicht mitgerechnet: Haus a."
    )


def test_of_parts_of_one_size_the_first_stays_and_the_others_are_named():
    found = tied("ab", "cb", "db")
    assert [spot.partner for spot in found.cut_points] == ["b"]
    assert found.cut_points[0].why.in_("en") == (
        "As far as ties are known, and leaving the service aside, two partners would be cut off from the "
        'others without "Haus b": Haus c and Haus d.'
    )
    assert "Nach den bekannten Verbindungen hält ein Partner allein andere zusammen: Haus b." in told(
        found, "de"
    )


def test_a_ring_has_no_cut_point_and_neither_have_partners_without_ties():
    assert tied("ab", "bc", "ca").cut_points == ()
    assert tied().cut_points == ()
    assert tied(names="").cut_points == ()


def test_without_a_survey_of_ties_nothing_is_said_of_who_holds_others_together():
    found = tied("ab", "bc", surveyed=None)
    assert found.cut_points is None
    assert found.spots == ()
    assert any(sentence.startswith("Für 2024 sind die Verbindungen") for sentence in told(found, "de"))
    assert not any("hält" in sentence and "bekannten" in sentence for sentence in told(found, "de"))


def test_a_name_that_ends_in_a_full_stop_gets_no_second_one():
    things = (partner("v", name="Verein e. V.", relevance=Importance.MOST_GOALS),)
    found = told(weak_spots(workspace(*things), 2024), "de")
    assert found[1].endswith(": Verein e. V.")
    assert not any(sentence.endswith("..") for sentence in found)


# as a whole


def test_an_empty_workspace_has_no_weak_spots_and_says_what_it_cannot_know():
    found = weak_spots(workspace(), 2024)
    assert (found.important, found.kept, found.spots, found.open) == (0, 0, (), ())
    assert told(found, "de") == [
        "Für 2024 ist noch kein Partner als wichtig eingeschätzt.",
        "Nach den Einträgen hängt keine wichtige oder enge Beziehung an einer einzigen Person.",
        (
            "Nach den Einträgen hängt die Beteiligung in keinem Netzwerk oder Gremium an einer einzigen "
            "Funktion."
        ),
        "Keine verteilte Aufgabe liegt bei einer einzigen Stelle, ohne dass eine Vertretung eingetragen ist.",
        TIES_OPEN,
        TEAM_KNOWS,
    ]


def test_one_and_two_weak_spots_are_told_in_their_own_form():
    one = weak_spots(workspace(*rated("a", 1, 5), *rated("b", 5, 5)), 2024)
    assert told(one, "de")[:2] == [
        f"Bei einem wichtigen Partner ist der Kontakt {WEAK_CONTACT}: Haus a.",
        "Zu allen wichtigen Partnern ist ein Kontakt eingetragen, und es ist bekannt, wie es um ihn steht.",
    ]
    two = weak_spots(workspace(*(partner(name, relevance=Importance.MOST_GOALS) for name in "ab")), 2024)
    assert told(two, "en")[:2] == [
        (
            "According to the entries, there is no important partner with whom contact is rare, dormant or "
            "not wanted at present."
        ),
        "With two important partners there is no contact, or it is not known how things stand: A and B.",
    ]


def test_each_spot_says_why_in_a_whole_sentence_and_names_its_partner():
    (spot,) = weak_spots(workspace(*rated("a", 2, 5)), 2024).spots
    assert spot.why.in_("de") == (
        "„Haus a“ gilt als wichtig (unverzichtbar); Kontakt besteht zwei- bis dreimal im Jahr."
    )
    assert spot.why.in_("en") == (
        '"Haus a" counts as important (indispensable); contact takes place two or three times a year.'
    )
    assert (spot.importance, spot.intensity, spot.about) == (
        Importance.INDISPENSABLE,
        Intensity.SEVERAL,
        Ref("partners", "a"),
    )


def test_a_view_for_the_report_leaves_persons_open_and_a_public_one_has_no_map():
    space = workspace(*rated("a", 2, 5), person("p", "a"))
    found = weak_spots(redact(space, Audience.REPORT), 2024)
    assert [spot.reason for spot in found.spots] == [WeakReason.SELDOM]
    assert told(found, "de")[-3].startswith("Ansprechpersonen und Schlüsselpersonen gehören nicht zu dieser")
    assert not any("einzigen Person:" in sentence for sentence in told(found, "de")[:-3])
    with pytest.raises(NoMapForYear):
        weak_spots(redact(space, Audience.PUBLIC), 2024)


def test_the_table_gives_the_reason_as_code_and_as_sentence():
    found = weak_spots(workspace(*rated("a", 2, 5)), 2024)
    (record,) = found.records()
    assert (record["part"], record["reason"], record["partner"]) == ("important-but-weak", "seldom", "a")
    assert record["why_en"] == found.spots[0].why.in_("en")
    assert pickle.loads(pickle.dumps(found)) == found


def test_the_limits_are_the_outer_band_and_contact_every_month():
    assert (WEAK, STRONG) == (Intensity.SEVERAL, Intensity.MONTHLY)
