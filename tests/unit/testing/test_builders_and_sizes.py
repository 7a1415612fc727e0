"""Builders give things that load; sizes give the same workspaces on every machine."""

from __future__ import annotations

import hashlib
from datetime import date
from itertools import islice

import pytest

from jmdmodel.codec import dumps, loads, validate
from jmdmodel.fields import broken_by
from jmdmodel.quality import check
from jmdmodel.testing.builders import minimal, small
from jmdmodel.testing.sizes import L, M, S, Size, site, sites
from jmdmodel.workspace import COLLECTIONS, Workspace


@pytest.mark.parametrize("workspace", [minimal(), small(), site()], ids=["minimal", "small", "S"])
def test_what_is_built_loads_again_equal(workspace: Workspace) -> None:
    assert loads(dumps(workspace)).workspace == workspace


def test_the_small_workspace_has_something_in_every_collection() -> None:
    assert [name for name in COLLECTIONS if not getattr(small(), name)] == []


@pytest.mark.parametrize("size", [S, M, L], ids=lambda size: size.name)
def test_a_site_of_each_size_has_something_in_every_collection_and_is_sound(size: Size) -> None:
    one = site(size, seed=7)
    assert [name for name in COLLECTIONS if not getattr(one, name)] == []
    assert validate(one) == ()


def test_a_site_holds_what_its_size_says() -> None:
    one = site(S)
    assert (len(one.partners), len(one.contacts), len(one.activities)) == (60, 120, 2_000)
    assert 200_000 < len(dumps(one)) < 400_000
    assert all(list(broken_by(thing)) == [] for name in COLLECTIONS for thing in getattr(one, name))


@pytest.mark.parametrize(
    ("size", "counts"),
    [
        (S, (60, 120, 2_000)),
        (M, (15_000, 60_000, 120_000)),
        (L, (100_000, 500_000, 1_000_000)),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_the_three_sizes_hold_what_the_figures_speak_of(size: Size, counts: tuple[int, ...]) -> None:
    per_site = (size.partners, size.contacts, size.activities)
    assert tuple(size.sites * count for count in per_site) == counts


@pytest.mark.parametrize(
    "workspace", [small(), *(next(sites(size, seed=3)) for size in (S, M, L))], ids=["small", "S", "M", "L"]
)
def test_each_waiver_takes_out_a_finding_of_a_rule_that_there_is(workspace: Workspace) -> None:
    found = check(workspace, on=date(2026, 3, 1))
    assert {part.waiver for part in found.waived} == {*workspace.waivers}
    assert [one.code for one in found if one.subject.collection == "waivers"] == []


def test_the_same_seed_gives_the_same_bytes_and_another_one_others() -> None:
    digests = [hashlib.sha256(dumps(site(S, seed=seed))).hexdigest() for seed in (1, 1, 2)]
    assert digests[0] == digests[1] != digests[2]
    assert digests[0].startswith("1b355af6a5b6afe0"), "figures of older releases were measured on other bytes"


def test_the_sites_of_a_set_differ_and_come_one_by_one() -> None:
    first, second = islice(sites(M), 2)
    assert first.partners != second.partners
    assert first == next(sites(M))
    years = {rating.day.year for one in site(L).contacts for rating in one.ratings}
    assert years == set(range(2016, 2026))
