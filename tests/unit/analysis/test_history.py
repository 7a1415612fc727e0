from __future__ import annotations

import pytest

from jmdmodel.analysis.comparison.history import History, Lineage
from jmdmodel.testing.builders import minimal, partner


def lines(links, before, after, existed_before="", exist_after=""):
    """Give the lineages as pairs of texts, one letter a partner."""
    found = History.from_links(links).lineages(
        set(before), set(after), existed_before={*before, *existed_before}, exist_after={*after, *exist_after}
    )
    return [("".join(line.before), "".join(line.after)) for line in found]


@pytest.mark.parametrize(
    ("links", "before", "after", "wanted"),
    [
        ([], "", "", []),
        ([], "a", "a", [("a", "a")]),
        ([], "a", "b", [("a", ""), ("", "b")]),
        (["ab"], "a", "b", [("a", "b")]),
        (["ab", "bc"], "a", "c", [("a", "c")]),
        (["ac", "bc"], "ab", "c", [("ab", "c")]),
        (["ab", "ac"], "a", "bc", [("a", "bc")]),
        (["ac", "ad", "bc", "bd"], "ab", "cd", [("ab", "cd")]),
        (["ac", "bc"], "b", "c", [("b", "c")]),
    ],
    ids=["nobody", "same", "strangers", "renamed", "chain", "merged", "split", "regrouped", "one-of-two"],
)
def test_partners_that_became_one_another_stand_in_one_lineage(links, before, after, wanted):
    assert lines(links, before, after) == wanted


def test_two_that_are_there_on_both_days_go_on_each_as_itself():
    assert lines(["ab"], "ab", "ab") == [("a", "a"), ("b", "b")]


def test_one_taken_up_by_another_that_was_there_before_goes_over_into_it():
    assert lines(["ab"], "ab", "b") == [("ab", "b")]


def test_one_that_still_exists_was_not_taken_up():
    assert lines(["ab"], "ab", "b", exist_after="a") == [("a", ""), ("b", "b")]


def test_a_part_that_is_founded_while_the_whole_goes_on_is_spun_off():
    assert lines(["ab"], "a", "ab") == [("a", "ab")]


def test_a_part_that_existed_before_was_not_spun_off_now():
    assert lines(["ab"], "a", "ab", existed_before="b") == [("a", "a"), ("", "b")]


def test_a_contact_that_passes_to_a_successor_is_followed_though_both_exist_all_along():
    assert lines(["ab"], "a", "b", existed_before="b", exist_after="a") == [("a", "b")]


def test_a_circle_does_no_harm():
    history = History.from_links(["ab", "ba"])
    assert history.ancestors("a") == {"b"}
    assert lines(["ab", "ba"], "a", "b") == [("a", "b")]
    assert history.families("ab") == {"a": "a", "b": "a"}


def test_one_that_succeeds_itself_has_no_ancestors():
    assert History.from_links(["aa"]).ancestors("a") == frozenset()


def test_a_link_to_a_partner_that_is_not_there_leads_nowhere():
    space = minimal(partner("b", successor_of=("nobody",)))
    assert History.of(space).lineages({"b"}, {"b"}) == (Lineage(before=("b",), after=("b",)),)


def test_partners_beyond_those_shown_still_link():
    space = minimal(partner("b", successor_of=("a",)), partner("c", successor_of=("b",)))
    hidden = type(space.partners)([space.partners["c"]], beyond=[space.partners["b"]])
    assert History.of(minimal(partners=hidden)).ancestors("c") == {"a", "b"}


def test_a_line_is_named_by_its_last_member():
    families = History.from_links(["az", "bz", "cd"]).families("abcdez")
    assert families == {"a": "z", "b": "z", "z": "z", "c": "d", "d": "d", "e": "e"}
