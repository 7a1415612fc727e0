"""Pictures of several maps show none whose day comes after the day that counts as today."""

from __future__ import annotations

import pickle
from datetime import date
from typing import Any

import pytest

from jmdexport import export
from jmdexport.builtin._map_years import LaterMap
from jmdmodel.analysis.ratings import map_day
from jmdmodel.scales import Audience
from jmdmodel.testing.builders import contact, minimal, network_map, partner, rating
from jmdmodel.workspace import Workspace


def workspace() -> Workspace:
    ratings = tuple(rating(date(year, 5, 1), 3, 3) for year in (2023, 2024, 2025))
    return minimal(
        partner("a"), contact("a", ratings=ratings), *(network_map(year) for year in (2023, 2024, 2025))
    )


LAST = map_day(workspace().map_of(2025))
BEFORE = date.fromordinal(LAST.toordinal() - 1)


@pytest.mark.parametrize(
    ("exporter", "options", "medium"),
    [
        ("change-map", {"from_year": 2025}, ".svg"),
        ("years-map", {"years": (2024, 2025)}, ".svg"),
        ("network-map", {"years": (2025,)}, ".html"),
    ],
)
def test_a_map_of_a_later_year_is_refused_and_on_its_day_it_is_drawn(
    exporter: str, options: dict[str, Any], medium: str
) -> None:
    def drawn(on: date) -> object:
        return export(
            workspace(),
            exporter,
            year=2024,
            as_of=on,
            audience=Audience.INTERNAL,
            options=options,
            medium=medium,
        )

    with pytest.raises(LaterMap) as caught:
        drawn(BEFORE)
    assert (caught.value.year, caught.value.day, caught.value.on) == (2025, LAST, BEFORE)
    assert "Netzwerkkarte 2025" in caught.value.in_("de")
    assert f"from {LAST.isoformat()} on" in caught.value.in_("en")
    assert drawn(LAST)


def test_maps_of_earlier_years_are_drawn_whatever_comes_later() -> None:
    made = export(workspace(), "change-map", year=2024, as_of=BEFORE, audience=Audience.INTERNAL)
    assert made


def test_the_error_pickles() -> None:
    error = LaterMap(2025, LAST, BEFORE)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
