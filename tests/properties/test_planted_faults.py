"""Of twenty faults planted in one file at least nineteen are told in one pass, each on its line (R-52).

Faults that stop the reader are of another kind, because behind them nothing can be known: broken
syntax, wrong encodings, bare control characters and too deep nesting have their tests with the
reader (``tests/unit/codec``). All others may stand together: a key given twice hides no other fault.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from random import Random

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from jmdexport.demo import load_example
from jmdmodel.codec import dumps, loads
from jmdmodel.errors import LoadError, LoadFault
from jmdmodel.testing.sizes import Size, site
from jmdmodel.testing.strategies import workspaces
from jmdmodel.workspace import Workspace
from tests._planting import KINDS, Planted, places, plant
from tests._tree import tree_of, written

FILES, FAULTS = 50, 20
OFFICE = Size(name="office", sites=1, partners=12, contacts=20, activities=30)


@cache
def generated() -> tuple[Workspace, ...]:
    """Give workspaces of the strategies, the same ones on each run."""
    found: list[Workspace] = []

    @settings(
        max_examples=60,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(workspaces(size=5))
    def gather(workspace: Workspace) -> None:
        found.append(workspace)

    gather()
    return tuple(sorted(found, key=lambda one: -len(dumps(one)))[:20])


@cache
def sound(number: int) -> Workspace:
    """Give the workspace of a file: the example, one of the strategies, an office of a size in turn."""
    if number % 3 == 0:
        return load_example().workspace
    return generated()[number // 3] if number % 3 == 1 else site(OFFICE, seed=number)


@attrs.frozen
class Outcome:
    """What became of the planted faults of one file."""

    missed: tuple[str, ...]
    astray: tuple[str, ...]
    kinds: Counter[str]
    more: int


NAMES = ("w.yaml", "w.json")


@cache
def outcomes(number: int) -> dict[str, Outcome]:
    """Plant once, write in each form, load, and compare; where the faults are is the same in each."""
    chance = Random(1_000 + number)
    tree = tree_of(sound(number))
    planted = plant(tree, sound(number), count=FAULTS, chance=chance)
    assert len(planted) == FAULTS
    state = chance.getstate()
    found = {}
    for name in NAMES:
        chance.setstate(state)
        with pytest.raises(LoadError) as caught:
            loads(written(tree, name=name, chance=chance), name=name)
        found[name] = compared(planted, caught.value.faults)
    return found


def compared(planted: list[Planted], told: tuple[LoadFault, ...]) -> Outcome:
    """Match each planted fault with one that was told: on its line, else one of its code anywhere."""
    left, lost = list(told), list[Planted]()
    for fault in planted:
        hit = [one for one in left if one.position.line == fault.line() and one.code in fault.codes]
        if hit:
            left.remove(hit[0])
        else:
            lost.append(fault)
    missed, astray = [], []
    for fault in lost:
        near = [one for one in left if one.code in fault.codes]
        if near:
            left.remove(near[0])
            astray.append(f"{fault.kind} of line {fault.line()} told in line {near[0].position.line}")
        else:
            missed.append(f"{fault.kind} in line {fault.line()}")
    return Outcome(tuple(missed), tuple(astray), Counter(fault.kind for fault in planted), len(left))


@pytest.mark.parametrize("name", NAMES)
def test_of_twenty_faults_in_one_file_nineteen_are_told_at_once_each_on_its_line(name: str) -> None:
    found = [outcomes(number)[name] for number in range(FILES)]
    story = "\n".join(
        f"file {number}: missed {one.missed}, astray {one.astray}"
        for number, one in enumerate(found)
        if one.missed or one.astray
    )
    told = FILES * FAULTS - sum(len(one.missed) for one in found)
    exact = told - sum(len(one.astray) for one in found)
    story += f"\ntold {told}, exact {exact}, by kind {sum((one.kinds for one in found), Counter())}"
    assert all(len(one.missed) <= 1 for one in found), story
    assert exact >= 0.99 * told, story


@pytest.mark.parametrize("name", NAMES)
def test_the_files_are_sound_before_anything_is_planted(name: str) -> None:
    for number in range(FILES):
        data = written(tree_of(sound(number)), name=name, chance=Random(number))
        assert loads(data, name=name).workspace == sound(number)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_fault_that_stands_alone_is_told_on_its_line(kind: str, name: str) -> None:
    tried = 0
    for number in (0, 1, 2, 4, 7, 10):
        chance = Random(2_000 + number)
        tree = tree_of(sound(number))
        held = places(tree, sound(number), chance, kind).get(kind)
        if held is None:
            continue
        tried += 1
        fault = chance.choice(held).plant()
        with pytest.raises(LoadError) as caught:
            loads(written(tree, name=name, chance=chance), name=name)
        told = [(one.position.line, one.code) for one in caught.value.faults]
        assert any(line == fault.line() and code in fault.codes for line, code in told), (fault, told)
    assert tried


def test_a_bad_identifier_hides_nothing_that_stands_below_it() -> None:
    """It once did: the thing below was not read at all."""
    text = (
        "schema: 2\nservice: {name: J, provider: T}\nstaff:\n  Ä:\n    functoin: x\n    weekly_minutes: 0\n"
    )
    with pytest.raises(LoadError) as caught:
        loads(text.encode())
    told = [(fault.position.line, fault.code) for fault in caught.value.faults]
    assert told == [(4, "L119"), (4, "L112"), (5, "L111"), (6, "L116")]


def test_a_bad_identifier_is_not_told_a_second_time_as_no_year() -> None:
    with pytest.raises(LoadError) as caught:
        loads(b"schema: 2\nservice: {name: J, provider: T}\nmaps: {2024/25: {as_of: 2024-12-31}}\n")
    assert [fault.code for fault in caught.value.faults] == ["L119"]


def test_a_circle_is_told_at_the_item_that_closes_it() -> None:
    """It once was told at the start of the list."""
    text = "schema: 2\nservice: {name: J, provider: T}\npartners:\n  a: {name: A, kind: school}\n"
    text += "  b:\n    name: B\n    kind: school\n    successor_of:\n      - a\n      - b\n"
    with pytest.raises(LoadError) as caught:
        loads(text.encode())
    assert [(fault.position.line, fault.code) for fault in caught.value.faults] == [(10, "L123")]
