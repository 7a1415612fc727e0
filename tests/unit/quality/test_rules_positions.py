"""Positions outside the social space: where the outline is known, and with some tolerance."""

from __future__ import annotations

import json
from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest

from jmdmodel.entities.geography import Position
from jmdmodel.entities.need import Place
from jmdmodel.entities.service import Service
from jmdmodel.entities.space import AdministrativeUnit, SocialSpace
from jmdmodel.period import Period
from jmdmodel.vocabulary import PlaceKind, UnitLevel
from tests.unit.quality._build import ON, ask, partner, value, workspace


def box(west: float, south: float, east: float, north: float) -> list[list[float]]:
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def polygon(*rings: Any) -> str:
    return json.dumps({"type": "Polygon", "coordinates": rings})


HERE = polygon(box(7, 50, 8, 51))
HOLED = polygon(box(7, 50, 8, 51), box(7.4, 50.4, 7.6, 50.6))
TWO = json.dumps({"type": "MultiPolygon", "coordinates": [[box(7, 50, 7.2, 51)], [box(7.8, 50, 8, 51)]]})


def at(longitude: str, latitude: str) -> Position:
    return Position(longitude=Fraction(longitude), latitude=Fraction(latitude))


def place(longitude: str, latitude: str, identifier: str = "ort", **others: Any) -> Place:
    kind = next(iter(PlaceKind))
    return Place(
        id=identifier, name=identifier.title(), kind=kind, position=at(longitude, latitude), **others
    )


def space(outline: str | None = HERE, **others: Any) -> SocialSpace:
    return SocialSpace(name="Raum", outline=outline, **others)


@pytest.mark.parametrize(
    ("outline", "longitude", "found"),
    [
        (HERE, "7.5", 0),
        (HERE, "8.5", 1),
        (HERE, "6.5", 1),
        (HOLED, "7.5", 1),
        (HOLED, "7.3", 0),
        (TWO, "7.1", 0),
        (TWO, "7.9", 0),
        (TWO, "7.5", 1),
        (None, "8.5", 0),
    ],
)
def test_a_place_is_compared_with_the_outline(outline: str | None, longitude: str, found: int) -> None:
    asked = workspace(place(longitude, "50.5"), space=space(outline))
    assert len(ask("D907", asked)) == found


def test_a_place_without_a_position_or_a_space_is_not_asked() -> None:
    nowhere = Place(id="ort", name="Ort", kind=next(iter(PlaceKind)))
    assert ask("D907", workspace(nowhere, space=space())) == []
    assert ask("D907", workspace(place("9", "50.5"))) == []


@pytest.mark.parametrize(("longitude", "metres"), [("8.01", 708), ("8.02", 1416)])
def test_a_place_may_lie_a_little_outside(longitude: str, metres: int) -> None:
    asked = workspace(place(longitude, "50.5"), space=space())
    assert len(ask("D907", asked)) == (metres > 1000)
    assert ask("D907", asked, metres=metres + 1) == []
    assert len(ask("D907", asked, metres=metres - 1)) == 1


def test_the_distance_at_a_corner_is_to_the_corner() -> None:
    # 0.01 degrees are 1113 m to the north and some 700 m to the east, together 1316 m.
    asked = workspace(place("8.01", "51.01"), space=space())
    assert len(ask("D907", asked, metres=1300)) == 1
    assert ask("D907", asked, metres=1330) == []


def test_the_outlines_of_the_units_count_where_each_has_one() -> None:
    west = AdministrativeUnit(id="west", name="West", level=UnitLevel.QUARTER, outline=HERE)
    east = AdministrativeUnit(
        id="ost", name="Ost", level=UnitLevel.QUARTER, outline=polygon(box(8, 50, 9, 51))
    )
    blank = AdministrativeUnit(id="nord", name="Nord", level=UnitLevel.QUARTER)
    things = (west, east, blank, place("9.5", "50.5", "fern"), place("8.5", "50.5", "nah"))
    (one,) = ask("D907", workspace(*things, space=space(None, units=("west", "ost"))))
    assert (str(one.subject), one.others) == ("places/fern", ())
    assert ask("D907", workspace(*things, space=space(None, units=("west", "nord")))) == []


def test_partners_and_the_service_may_sit_elsewhere_in_germany() -> None:
    service = Service(name="JMD", provider="Träger", position=at("9.5", "50.5"))
    far = partner("verband", position=at("13.4", "52.5"))
    assert ask("D907", workspace(far, space=space(), service=service)) == []


def test_whatever_lies_outside_germany_is_found_once_and_without_an_outline() -> None:
    service = Service(name="JMD", provider="Träger", position=at("50.5", "7.5"))
    turned = (partner("schule", position=at("50.5", "7.5")), place("50.5", "7.5"))
    for known in (space(), None):
        (one,) = ask("D907", workspace(*turned, space=known, service=service))
        assert [str(ref) for ref in (one.subject, *one.others)] == [
            "service",
            "places/ort",
            "partners/schule",
        ]
        assert value(one, "why").en.startswith("Not in Germany")


def test_a_place_that_is_gone_is_not_asked() -> None:
    gone = Period(until=ON - timedelta(1))
    assert ask("D907", workspace(place("9", "50.5", period=gone), space=space())) == []
    assert len(ask("D907", workspace(place("9", "50.5", period=Period(until=ON)), space=space()))) == 1
