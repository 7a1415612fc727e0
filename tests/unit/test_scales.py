"""Steps of scales: ordered among themselves, comparable with nothing else."""

from __future__ import annotations

import operator
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from jmdmodel.scales import Audience, Importance, Intensity, Ordinal, TieStrength
from jmdmodel.vocabulary import Formalisation, PartnerKind, UnitLevel

COMPARISONS = [operator.lt, operator.le, operator.gt, operator.ge]
SCALES = [Audience, Intensity, Importance, TieStrength, Formalisation, UnitLevel]


@pytest.mark.parametrize("scale", SCALES)
def test_steps_count_from_one_in_the_order_of_the_scale(scale: type[Ordinal]) -> None:
    assert [member.step for member in scale] == list(range(1, len(scale) + 1))
    assert sorted(set(scale)) == list(scale)


def test_a_step_lies_below_the_next_and_at_itself() -> None:
    one, two = Intensity.YEARLY, Intensity.SEVERAL
    assert one < two
    assert one <= two
    assert two > one
    assert two >= one
    assert one <= one
    assert one >= one
    assert not one < one


@pytest.mark.parametrize("compare", COMPARISONS)
@pytest.mark.parametrize("other", [Importance.LOW, 1, "yearly", None])
def test_steps_of_different_scales_cannot_be_compared(
    compare: Callable[[Any, Any], Any], other: object
) -> None:
    with pytest.raises(TypeError):
        compare(Intensity.YEARLY, other)


@pytest.mark.parametrize("compare", COMPARISONS)
def test_kinds_have_no_order(compare: Callable[[Any, Any], Any]) -> None:
    with pytest.raises(TypeError):
        compare(PartnerKind.SCHOOL, PartnerKind.OTHER)


@pytest.mark.parametrize("calculate", [operator.add, operator.sub, operator.mul, operator.truediv])
def test_steps_cannot_be_added_up(calculate: Callable[[Any, Any], Any]) -> None:
    with pytest.raises(TypeError):
        calculate(Importance.LOW, Importance.USEFUL)
    with pytest.raises(TypeError):
        sum(Importance)  # type: ignore[arg-type]


def test_steps_of_two_scales_with_the_same_number_differ() -> None:
    assert len({Intensity.YEARLY, Importance.LOW, TieStrength.LOOSE}) == 3


@pytest.mark.parametrize("scale", SCALES)
def test_steps_stay_themselves_across_a_process_border(scale: type[Ordinal]) -> None:
    assert all(pickle.loads(pickle.dumps(member)) is member for member in scale)


def test_a_step_shows_its_name_and_nothing_else() -> None:
    assert repr(Audience.SOCIAL) == "Audience.SOCIAL"
    assert Intensity.WEEKLY.code == "5"
    assert Audience.SOCIAL.code == "social"
