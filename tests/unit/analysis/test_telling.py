from __future__ import annotations

from datetime import date

import pytest

from jmdmodel.analysis.comparison import compare, comparison_texts
from jmdmodel.analysis.comparison.comparison_texts import Forms
from jmdmodel.analysis.naming import grouped, listed, named, paired
from jmdmodel.entities.relation import ContactStanding
from jmdmodel.errors import ModelError
from jmdmodel.messages import LANGUAGES, Say
from jmdmodel.period import ALWAYS, Period
from jmdmodel.phrases import Counted
from jmdmodel.testing.builders import contact, minimal, network_map, partner, rating, tie
from jmdmodel.vocabulary import ContactState, PartnerKind

UNTIL_2024, SINCE_2025 = Period(until=date(2024, 12, 31)), Period(since=date(2025, 1, 1))
SURVEYED = tuple(network_map(year, ties_surveyed_on=date(year, 12, 31)) for year in (2024, 2025))


def one(identifier, *ratings, lives=ALWAYS, name=None, successor_of=(), states=(), **fields):
    days = (date(2024, 6, 1), date(2025, 6, 1))
    given = tuple(rating(day, *steps) for day, steps in zip(days, ratings, strict=False) if steps)
    made = tuple(ContactStanding(day=day, state=state) for day, state in states)
    return (
        partner(identifier, name=name or identifier.title(), period=lives, successor_of=successor_of),
        contact(identifier, ratings=given, states=made, **fields),
    )


def told(*pairs, language="de", maps=SURVEYED, ties=()):
    things = [thing for pair in pairs for thing in (pair if isinstance(pair, tuple) else (pair,))]
    return compare(minimal(*maps, *things, *ties), 2024, 2025).sentences(language)


def new(count):
    return [one(f"p{number}", period=SINCE_2025) for number in range(1, count + 1)]


@pytest.mark.parametrize(
    ("count", "german", "english"),
    [
        (1, "ist ein Partner hinzugekommen: P1.", "one partner joined the network: P1."),
        (2, "sind zwei Partner hinzugekommen: P1 und P2.", "two partners joined the network: P1 and P2."),
        (
            3,
            "sind drei Partner hinzugekommen: P1, P2 und P3.",
            "three partners joined the network: P1, P2, and P3.",
        ),
        (6, "P1, P2, P3, P4, P5 und P6.", "P1, P2, P3, P4, P5, and P6."),
        (7, "P1, P2, P3, P4, P5 und zwei weitere.", "P1, P2, P3, P4, P5, and two others."),
    ],
)
def test_those_who_joined_are_counted_and_named_up_to_a_number(count, german, english):
    assert told(*new(count))[0].startswith("Von 2024 auf 2025 ")
    assert told(*new(count))[0].endswith(german)
    assert told(*new(count), language="en")[0].endswith(english)


def test_who_joined_while_nobody_left_is_told_as_such():
    assert told(*new(1))[1] == "Weggefallen ist kein Partner."


def test_nobody_joined_and_somebody_left_is_told_in_both():
    first, second, *_ = told(one("a", lives=UNTIL_2024), one("b"))
    assert first == "Von 2024 auf 2025 ist kein Partner hinzugekommen."
    assert second == "Ein Partner besteht nicht mehr: A."
    first, second, *_ = told(one("a", lives=UNTIL_2024), one("b", lives=UNTIL_2024), language="en")
    assert first == "From 2024 to 2025 no partners joined the network."
    assert second == "Two partners no longer exist: A and B."


def test_a_contact_that_ended_is_told_apart_from_a_partner_that_is_gone():
    assert "Mit zwei Partnern ist der Kontakt beendet: A und B." in told(
        one("a", period=UNTIL_2024), one("b", period=UNTIL_2024)
    )


def test_nothing_changed_is_one_sentence():
    assert told(one("a", (3, 3), (3, 3))) == (
        "Von 2024 auf 2025 hat sich auf der Netzwerkkarte nichts geändert.",
    )


def test_two_empty_maps_are_one_sentence():
    assert told(language="en") == ("There is no partner on the network map in 2024 or in 2025.",)


def test_a_year_compared_with_itself_is_one_sentence():
    found = compare(minimal(*SURVEYED, *one("a")), 2025, 2025).sentences()
    assert found == ("Die Karte von 2025 ist mit sich selbst verglichen; geändert hat sich nichts.",)


def test_only_ratings_changed_and_nobody_came_or_went():
    first, *_ = told(one("a", (3, 3), (4, 3)))
    assert first == "Von 2024 auf 2025 ist kein Partner hinzugekommen und keiner weggefallen."


def test_frequency_is_told_as_frequency_in_the_words_of_the_scale():
    found = told(
        one("a", (2, 3), (5, 3)), one("b", (2, 3), (3, 3)), one("c", (2, 3), (5, 3)), one("d", (4, 3), (1, 3))
    )
    assert (
        "Mit drei Partnern war der Kontakt häufiger als 2024: A und C (wöchentlich oder öfter); "
        "B (vier- bis elfmal im Jahr)." in found
    )
    assert "Mit einem Partner war der Kontakt seltener als 2024: D (höchstens einmal im Jahr)." in found


def test_less_weight_is_told_without_belittling():
    found = told(one("a", (3, 5), (3, 1)), language="en")
    assert (
        "One partner carries less weight for the goals of the service at present than in 2024: "
        "A (of little weight at present)." in found
    )


@pytest.mark.parametrize(
    ("count", "told_as"), [(1, "Bei einem Partner"), (2, "Bei zwei Partnern"), (13, "Bei 13 Partnern")]
)
def test_ratings_given_anew_with_the_same_value_are_counted(count, told_as):
    same = [one(f"p{number}", (3, 3), (3, 3)) for number in range(count)]
    sentence = f"{told_as} wurde die Einschätzung unverändert bestätigt."
    assert sentence in told(*same, one("a", (3, 3), (4, 3)))


def test_a_merger_of_contrary_ratings_gives_both_and_claims_nothing():
    found = told(
        one("a", (1, 3), lives=UNTIL_2024),
        one("b", None, lives=UNTIL_2024),
        one("c", None, (3, 4), lives=SINCE_2025, successor_of=("a", "b")),
    )
    assert "Zusammengelegt wurden A und B (jetzt C)." in found
    assert (
        "Ob der Kontakt häufiger oder seltener wurde, lässt sich nicht sagen: "
        "vorher A (höchstens einmal im Jahr) und B (nicht eingeschätzt), jetzt C (vier- bis elfmal im Jahr)."
        in found
    )
    assert not any("häufiger als" in sentence for sentence in found)


def test_successions_of_all_sorts_are_told():
    assert "Ein Partner hat eine Nachfolge oder einen neuen Namen: A (jetzt B)." in told(
        one("a", lives=UNTIL_2024), one("b", lives=SINCE_2025, successor_of=("a",))
    )
    assert "A was split (now B and C)." in told(
        one("a", lives=UNTIL_2024),
        one("b", lives=SINCE_2025, successor_of=("a",)),
        one("c", lives=SINCE_2025, successor_of=("a",)),
        language="en",
    )
    assert "Aufgeteilt wurde A (jetzt A und B)." in told(
        one("a"), one("b", lives=SINCE_2025, successor_of=("a",))
    )
    assert "Neu geordnet wurden A und B (jetzt C und D)." in told(
        one("a", lives=UNTIL_2024),
        one("b", lives=UNTIL_2024),
        one("c", lives=SINCE_2025, successor_of=("a", "b")),
        one("d", lives=SINCE_2025, successor_of=("a", "b")),
    )


def test_a_successor_beside_the_map_is_told_with_the_partner_that_is_gone():
    follower = partner("b", period=SINCE_2025, successor_of=("a",))
    found = told(one("a", lives=UNTIL_2024), follower)
    assert "Ein Partner besteht nicht mehr: A (Nachfolge: B, nicht auf der Karte)." in found


def test_a_predecessor_beside_the_map_is_told_with_the_partner_that_joined():
    found = told(
        partner("a", period=UNTIL_2024), one("b", lives=SINCE_2025, successor_of=("a",)), language="en"
    )
    assert found[0] == "From 2024 to 2025 one partner joined the network: B (formerly A, not on the map)."


def test_a_partner_that_refuses_is_noted_and_has_not_joined():
    refused = one("a", period=SINCE_2025, states=[(None, ContactState.REFUSED)])
    first, second = told(refused)[:2]
    assert first == "Von 2024 auf 2025 ist kein Partner hinzugekommen und keiner weggefallen."
    assert second == "Neben den Ringen ist ein Partner neu vermerkt: A (derzeit kein Kontakt gewünscht)."


def test_a_note_that_is_gone_is_no_contact_that_ended():
    noted = one("a", period=UNTIL_2024, states=[(None, ContactState.NONE_YET)])
    assert "Neben den Ringen ist ein Partner nicht mehr vermerkt: A (noch kein Kontakt)." in told(noted)


@pytest.mark.parametrize(
    ("old", "new_state", "sentence"),
    [
        ("NONE_YET", "ACTIVE", "Mit einem Partner ist Kontakt zustande gekommen: A."),
        ("DORMANT", "ACTIVE", "Mit einem Partner besteht wieder Kontakt: A."),
        ("ACTIVE", "DORMANT", "Mit einem Partner ruht der Kontakt jetzt: A."),
        ("ACTIVE", "REFUSED", "Mit einem Partner ist derzeit kein Kontakt gewünscht: A."),
        ("ACTIVE", "UNKNOWN", "Bei einem Partner hat sich der Stand des Kontakts geändert: A (unbekannt)."),
    ],
)
def test_a_change_of_state_has_its_sentence(old, new_state, sentence):
    states = [(None, ContactState[old]), (date(2025, 1, 1), ContactState[new_state])]
    assert sentence in told(one("a", states=states))


def test_a_contact_that_rests_is_not_told_again_as_no_longer_rated():
    states = [(date(2025, 1, 1), ContactState.DORMANT)]
    assert not any("eingeschätzt" in sentence for sentence in told(one("a", (3, 3), states=states)))


def test_ratings_given_in_one_of_the_years_only_are_told_by_what_was_rated():
    found = told(
        one("a", None, (3, 3)),
        one("b", (None, 3), (3, 3)),
        one("c", (3, None), (3, 3)),
        one("d", (3, 3), None),
        one("e", (3, 3), (None, 3)),
        one("f", (3, 3), (3, None)),
        language="en",
    )
    assert found[1:7] == (
        "Unlike in 2024, there is now a rating for one partner: A.",
        "Unlike in 2024, it is now rated for one partner how often there is contact: B.",
        "Unlike in 2024, importance for the goals of the service is now rated for one partner: C.",
        "Unlike in 2024, there is no rating for one partner: D.",
        "Unlike in 2024, it is not rated for one partner how often there is contact: E.",
        "Unlike in 2024, importance for the goals of the service is not rated for one partner: F.",
    )


def test_ties_are_told_as_far_as_known():
    pairs = [one("a"), one("b"), one("c")]
    ties = (tie("a", "b", period=SINCE_2025), tie("a", "c", period=UNTIL_2024), tie("b", "c"))
    assert told(*pairs, ties=ties)[1:] == (
        "Soweit dem Dienst bekannt, ist eine Verbindung zwischen Partnern neu: A – B.",
        "Soweit dem Dienst bekannt, besteht eine Verbindung zwischen Partnern nicht mehr: A – C.",
        "Eine Verbindung zwischen Partnern besteht, soweit bekannt, weiter.",
    )


def test_ties_that_were_all_brokered_are_named_once():
    ties = (tie("a", "b", period=SINCE_2025, brokered_on=date(2025, 1, 1)),)
    found = told(one("a"), one("b"), ties=ties)
    assert found[-1] == "Diese Verbindung hat der Dienst vermittelt."
    both = (*ties, tie("b", "c", period=SINCE_2025))
    assert told(one("a"), one("b"), one("c"), ties=both, language="en")[-1] == (
        "The service brokered one tie between partners in that time: A – B."
    )


def test_ties_that_nobody_knows_of_are_told_as_such():
    assert told(*new(1), language="en")[-1] == "The service knows of no ties between partners in either year."


def test_ties_that_were_not_surveyed_are_not_guessed():
    bare = (network_map(2024), network_map(2025))
    assert told(*new(1), maps=bare)[-1] == (
        "Ob sich die Verbindungen zwischen den Partnern geändert haben, lässt sich nicht sagen, "
        "weil sie 2024 und 2025 nicht erhoben wurden."
    )


@pytest.mark.parametrize(
    ("name", "end"),
    [("Hilfe e. V.", "Hilfe e. V."), ("Jugend!", "Jugend!"), ("{n} <b>", "{n} <b>."), ("„Haus“", "„Haus“.")],
)
def test_a_name_stands_as_it_is_and_the_sentence_ends_in_one_stop(name, end):
    assert told(one("a", name=name, period=SINCE_2025))[0].endswith(f"hinzugekommen: {end}")


def test_a_sentence_that_begins_with_a_name_leaves_it_as_it_is():
    found = told(
        one("a", name="ver.di", lives=UNTIL_2024),
        one("b", lives=SINCE_2025, successor_of=("a",)),
        one("c", lives=SINCE_2025, successor_of=("a",)),
        language="en",
    )
    assert "ver.di was split (now B and C)." in found


def test_the_text_is_the_sentences_in_one_paragraph():
    found = compare(minimal(*SURVEYED, *one("a", (1, 1), (2, 2))), 2024, 2025)
    assert found.text("en") == " ".join(found.sentences("en"))


def test_another_language_is_refused():
    with pytest.raises(ModelError, match="language"):
        compare(minimal(*SURVEYED), 2024, 2025).sentences("fr")


def test_names_that_hold_a_comma_or_a_dash_stand_in_quotation_marks():
    assert named(["A, B", "C", "D"], "de") == "„A, B“, C und D"
    assert named(["A, B", "C", "D"], "en") == '"A, B", C, and D'
    assert named(["A; B"], "de") == "„A; B“"
    assert named(["C", "A – B"], "de") == "C und „A – B“"
    assert named(["A-B", "C–D"], "de") == "A-B und C–D"
    assert named([], "de") == ""


def test_after_a_name_with_an_und_of_its_own_the_last_one_is_joined_by_sowie():
    assert named(["A und B", "C"], "de") == "A und B sowie C"
    assert named(["A", "B und C"], "de") == "A sowie B und C"
    assert named(["A und B"], "de") == "A und B"
    assert named(["Hund", "Bund"], "de") == "Hund und Bund"
    assert listed(["A und B", *"CDEFGH"], "de") == "A und B, C, D, E, F sowie zwei weitere"


def test_semicolons_part_nothing_but_pairs_and_groups():
    assert paired([("A, B", "C"), ("D", "E")], "de") == "„A, B“ – C; D – E"
    assert paired([("A", "B")] * 7, "en").endswith("; A – B and two others")
    assert paired([], "de") == ""
    found = told(one("a", (2, 3), (5, 3), name="A, Team 1"), one("b", (2, 3), (3, 3)))
    assert any("„A, Team 1“ (wöchentlich oder öfter); B (vier- bis elfmal im Jahr)." in one for one in found)


def test_of_many_names_never_just_one_is_left_out():
    assert [listed(list("ABCDEFGH")[:n], "en").count("other") for n in range(9)] == [0] * 7 + [1, 1]
    assert listed(list("ABCDEFGH"), "de").endswith("und drei weitere")


def test_names_are_gathered_by_their_word_in_the_order_given():
    say, word, other = Say("{names}={label}", "{names}={label}"), Say("x", "x"), Say("y", "y")
    assert grouped([("A", word), ("B", other), ("C", word)], "de", say=say) == "A und C=x; B=y"
    assert grouped([], "de", say=say) == ""


def says():
    """Give every text of the module, those inside of forms too."""
    for value in vars(comparison_texts).values():
        for part in value.values() if isinstance(value, dict) else (value,):
            if isinstance(part, Say):
                yield part
            elif isinstance(part, Forms | Counted):
                yield from (getattr(part, name) for name in ("none", "one", "many") if hasattr(part, name))


def test_each_text_has_the_same_placeholders_in_both_languages():
    assert [say for say in says() if Say(say.de, say.de).names() != Say(say.en, say.en).names()] == []
    assert len(list(says())) > 40


def test_every_kind_of_partner_can_be_told():
    pairs = [(partner(kind.code, kind=kind), contact(kind.code, period=SINCE_2025)) for kind in PartnerKind]
    for language in LANGUAGES:
        assert all(sentence.endswith(".") for sentence in told(*pairs, language=language))
