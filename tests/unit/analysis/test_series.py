from __future__ import annotations

import pickle
from datetime import date

from jmdmodel.analysis.comparison import Change, compare, network_series
from jmdmodel.period import Period
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.testing.builders import contact, minimal, network_map, partner, rating


def yearly(identifier, steps, **fields):
    """Give a partner and its contact, rated in the middle of some years."""
    given = tuple(rating(date(year, 7, 1), *both) for year, both in steps.items())
    lives = fields.pop("lives", Period())
    heirs = fields.pop("successor_of", ())
    return (
        partner(identifier, period=lives, successor_of=heirs),
        contact(identifier, ratings=given, **fields),
    )


def space(*pairs, years=(2023, 2024, 2025)):
    return minimal(*(network_map(year) for year in years), *(thing for pair in pairs for thing in pair))


def test_without_a_map_the_series_is_empty():
    found = network_series(minimal(*yearly("a", {2024: (3, 3)})))
    assert (found.years, found.partners) == ((), ())
    assert [table.rows for table in found.tables()] == [(), ()]


def test_the_only_map_is_compared_with_nothing():
    (only,) = network_series(space(yearly("a", {2024: (4, 4)}), years=(2024,))).years
    assert (only.change, only.since, only.stayed, only.count(Change.JOINED)) == (None, None, None, None)
    assert only.change_reason.in_("de") == "Für 2024 gibt es keine frühere Karte zum Vergleich."
    assert (only.shown, only.rated, only.strong, only.important) == (1, 1, 1, 1)


def test_a_year_without_a_map_is_left_out_and_the_next_one_says_what_it_is_compared_with():
    found = network_series(space(yearly("a", {2021: (3, 3), 2024: (4, 3)}), years=(2024, 2021)))
    assert [(one.year, one.since) for one in found.years] == [(2021, None), (2024, 2021)]
    assert found.years[1].count(Change.CLOSER) == 1
    assert found.years[1].change_reason is None


def test_each_year_is_compared_with_the_one_before_as_compare_does():
    work = space(yearly("a", {2023: (1, 1), 2024: (2, 2), 2025: (1, 3)}), yearly("b", {2024: (5, 5)}))
    found = network_series(work)
    assert [one.change for one in found.years[1:]] == [compare(work, 2023, 2024), compare(work, 2024, 2025)]


def test_the_borders_of_strong_and_important_are_monthly_and_most_goals():
    work = space(yearly("a", {2024: (3, 3)}), yearly("b", {2024: (4, 4)}), years=(2024,))
    (only,) = network_series(work).years
    assert (only.strong, only.important) == (1, 1)
    assert [number for _, number in only.rings] == [0, 0, 1, 1, 0]


def test_the_row_of_a_year_tells_figures_and_changes():
    work = space(
        yearly("a", {2024: (3, 3), 2025: (4, 3)}),
        yearly("b", {}, period=Period(until=date(2024, 12, 31))),
        years=(2024, 2025),
    )
    first, second = network_series(work).records()
    assert first.keys() == second.keys()
    assert (first["shown"], first["rated"], first["joined"]) == (2, 1, None)
    assert (second["since"], second["stayed"], second["left"], second["closer"]) == (2024, 1, 1, 1)
    assert (second["ring_4"], second["ties_new"], second["ties_brokered"]) == (1, None, 0)
    assert second["turnover"] == compare(work, 2024, 2025).turnover


def test_who_became_another_has_not_stayed_as_in_a_comparison():
    work = space(
        yearly("b", {}, lives=Period(until=date(2023, 12, 31))),
        yearly("c", {}, lives=Period(since=date(2024, 1, 1)), successor_of=("b",)),
        yearly("a", {}),
        years=(2023, 2024),
    )
    second = network_series(work).records()[1]
    (told,) = compare(work, 2023, 2024).tables()[1].records()
    assert (second["stayed"], second["renamed"]) == (told["stayed"], told["renamed"]) == (1, 1)


def test_a_partner_has_a_row_for_each_map_it_is_on_and_shares_its_line_with_what_it_became():
    work = space(
        yearly("b", {2023: (2, 3)}, lives=Period(until=date(2023, 12, 31))),
        yearly("c", {2024: (4, 3)}, lives=Period(since=date(2024, 1, 1)), successor_of=("b",)),
        yearly("a", {}),
    )
    rows = network_series(work).tables()[1].records()
    assert [(row["family"], row["partner"], row["year"], row["intensity"]) for row in rows] == [
        ("a", "a", 2023, None),
        ("a", "a", 2024, None),
        ("a", "a", 2025, None),
        ("c", "b", 2023, "2"),
        ("c", "c", 2024, "4"),
        ("c", "c", 2025, None),
    ]


def test_a_partner_says_for_each_year_whether_it_is_on_the_map():
    work = space(yearly("a", {}, period=Period(since=date(2024, 1, 1))), years=(2023, 2024))
    (only,) = network_series(work).partners
    assert [(year, contact is not None) for year, contact in only.years] == [(2023, False), (2024, True)]


def test_a_partner_that_is_on_no_map_is_not_in_the_series():
    assert network_series(minimal(network_map(2024), partner("a"))).partners == ()


def test_the_public_sees_no_maps_and_an_empty_series():
    assert network_series(redact(space(yearly("a", {2024: (3, 3)})), Audience.PUBLIC)).years == ()


def test_a_series_can_be_hashed_pickled_and_shown():
    found = network_series(space(yearly("a", {2024: (3, 3)})))
    assert pickle.loads(pickle.dumps(found)) == found
    assert hash(found) == hash(pickle.loads(pickle.dumps(found)))
    assert "Netzwerk nach Jahren" in found._repr_html_()
