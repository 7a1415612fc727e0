"""Keys of administrative units: what holds for every key and for any text."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jmdmodel.areas import OfficialKeys, ags_of, contains, district_of, is_ags, is_ars, land_of, level_of
from jmdmodel.entities.space import AdministrativeUnit
from jmdmodel.errors import LoadError
from jmdmodel.fields import broken_by, evolve
from jmdmodel.findings import Finding
from jmdmodel.intake import read_gv100ad
from jmdmodel.quality import Settings, check
from jmdmodel.quality.texts import phrase
from jmdmodel.testing.builders import minimal
from jmdmodel.testing.strategies import entity

WHOLE = st.from_regex(r"(?:0[1-9]|1[0-6])[0-9]{10}", fullmatch=True)
LENGTHS = (2, 3, 5, 9, 12)


@given(WHOLE)
def test_each_level_holds_the_next_and_all_lie_in_one_land(ars: str) -> None:
    chain = [ars[:length] for length in LENGTHS]
    assert all(contains(upper, lower) and not contains(lower, upper) for upper, lower in pairwise(chain))
    assert {land_of(key) for key in chain} == {land_of(ars)}
    assert [district_of(key) for key in chain] == [None, None, ars[:5], ars[:5], ars[:5]]


@given(WHOLE)
def test_the_ags_of_an_ars_is_an_ags_in_the_same_district(ars: str) -> None:
    ags = ags_of(ars)
    assert ags is not None
    assert is_ags(ags)
    assert not is_ars(ags)
    assert district_of(ags) == district_of(ars)
    assert land_of(ags) == land_of(ars)


@given(st.text(max_size=14) | st.text(alphabet="0123456789²٠ ", max_size=14))
def test_any_text_gets_an_answer(text: str) -> None:
    assert is_ags(text) == (re.fullmatch("[0-9]{2}|[0-9]{3}|[0-9]{5}|[0-9]{8}", text) is not None)
    assert is_ars(text) == (level_of(text) is not None)
    assert contains(text, text) == (is_ags(text) or is_ars(text))
    assert ags_of(text) is None or is_ags(ags_of(text) or "")
    assert land_of(text) is None or is_ags(text) or is_ars(text)


@given(entity(AdministrativeUnit))
def test_made_up_units_have_sound_keys(unit: AdministrativeUnit) -> None:
    assert list(broken_by(unit)) == []
    assert (unit.land is None) == (unit.ags is None and unit.ars is None)


LINE = b"602023113007137068" + b"0068" + b"Mayen, Stadt".ljust(117) + b"00000019708".ljust(81)[:81]
PLACES = st.tuples(st.integers(0, 219), st.integers(0, 255))


@given(st.lists(PLACES, max_size=4), st.binary(max_size=8))
def test_no_bytes_make_the_reader_of_the_directory_fail_otherwise(
    changes: list[tuple[int, int]], tail: bytes
) -> None:
    line = bytearray(LINE.ljust(220))
    for place, value in changes:
        line[place] = value
    with suppress(LoadError):
        units = read_gv100ad(bytes(line) + tail)
        assert all(unit.ars is not None and land_of(unit.ars) is not None for unit in units)


DAY = date(2025, 12, 31)
UNITS = st.lists(entity(AdministrativeUnit), max_size=6, unique_by=lambda unit: unit.id)
SOME_KEYS = st.frozensets(WHOLE | WHOLE.map(lambda ars: ars[:5]) | WHOLE.map(ags_of), max_size=5)


def official(units: list[AdministrativeUnit], keys: frozenset[str]) -> list[Finding]:
    asked = minimal(*(evolve(unit, parent=None) for unit in units))
    directory = OfficialKeys(keys=keys, day=DAY)
    return [*check(asked, on=DAY, settings=Settings.of(select=["S121"]), directory=directory, strict=True)]


def keys_of(unit: AdministrativeUnit) -> set[str]:
    return {key for key in (unit.ars, unit.ags) if key is not None}


@given(UNITS, SOME_KEYS)
def test_units_whose_keys_are_in_the_list_are_never_found(
    units: list[AdministrativeUnit], more: frozenset[str]
) -> None:
    assert official(units, more.union(*map(keys_of, units))) == []


@given(UNITS, SOME_KEYS)
def test_unknown_keys_are_one_finding_whatever_the_order(
    units: list[AdministrativeUnit], keys: frozenset[str]
) -> None:
    found = official(units, keys)
    assert len(found) <= 1
    assert official(units[::-1], keys) == found
    lacking = {unit.id for unit in units if not keys_of(unit) <= keys}
    for one in found:
        assert {ref.id for ref in (one.subject, *one.others)} <= lacking
        assert "  " not in phrase(one, "de").message


@given(WHOLE, SOME_KEYS)
def test_the_nearest_key_is_another_one_of_the_list_and_of_the_same_form(
    ars: str, keys: frozenset[str]
) -> None:
    known = OfficialKeys(keys=keys, day=DAY)
    for key in (ars, ags_of(ars) or "", ars[:5]):
        near = known.nearest(key)
        assert near is None or (known.knows(near) and near != key and len(near) == len(key))
