"""Access barriers by sector: counted as the team counts them, and never so that a partner can be told."""

from __future__ import annotations

from datetime import date

import pytest

from jmdmodel.entities.opening import AccessBarrier, BarrierStatus
from jmdmodel.entities.partner import Offer, Partner
from jmdmodel.errors import ModelError
from jmdmodel.fields import evolve
from jmdmodel.ids import Ref
from jmdmodel.period import Period
from jmdmodel.privacy import redact
from jmdmodel.privacy.barriers import LEAST, BarriersBySector, barriers_by_sector
from jmdmodel.scales import Audience
from jmdmodel.testing.builders import minimal
from jmdmodel.vocabulary import BarrierKind, BarrierState, MapGroup, PartnerKind
from jmdmodel.workspace import Workspace

LAST, DAY = date(2024, 12, 31), date(2025, 12, 31)
KINDS = {
    MapGroup.EDUCATION: PartnerKind.SCHOOL,
    MapGroup.OFFICES: PartnerKind.PUBLIC_OFFICE,
    MapGroup.HEALTH: PartnerKind.HEALTH_SERVICE,
}


def partners(**numbers: int) -> tuple[Partner, ...]:
    """Give so many partners of each sector, named after it."""
    return tuple(
        Partner(id=f"{sector}{n}", name=f"{sector} {n}", kind=KINDS[MapGroup.of(sector)])
        for sector, number in numbers.items()
        for n in range(number)
    )


def barrier(identifier: str, at: str | None, *steps: tuple[date, BarrierState]) -> AccessBarrier:
    where = None if at is None else Ref(*at.split("/"))
    told = tuple(BarrierStatus(day=day, state=state) for day, state in steps)
    return AccessBarrier(id=identifier, title="Hürde", kind=BarrierKind.COST, at=where, statuses=told)


def found(workspace: Workspace) -> BarriersBySector:
    return barriers_by_sector(workspace, on=DAY, since=LAST)


def told(made: BarriersBySector) -> dict[tuple[str, ...], tuple[int, ...]]:
    return {
        tuple(sector.code for sector in row.sectors): (row.before, row.after, row.new, row.removed, row.ended)
        for row in made.rows
    }


def test_a_sector_with_three_partners_stands_alone() -> None:
    made = found(
        minimal(*partners(education=3), barrier("a", "partners/education0", (LAST, BarrierState.FOUND)))
    )
    assert told(made) == {("education",): (1, 1, 0, 0, 0)}


def test_a_small_sector_is_counted_together_with_others_until_three_partners_are_in_it() -> None:
    steps = (LAST, BarrierState.FOUND)
    made = found(
        minimal(
            *partners(education=2, offices=3, health=5),
            barrier("a", "partners/education0", steps),
            barrier("b", "partners/offices0", steps),
            barrier("c", "partners/health0", steps),
        )
    )
    names = [set(names) & {"education", "offices", "health"} for names in told(made)]
    assert names == [{"health"}, {"education", "offices"}]
    assert [row.after for row in made.rows] == [1, 2]


def test_two_small_sectors_with_three_partners_in_all_need_no_third() -> None:
    made = found(
        minimal(
            *partners(education=2, offices=1, health=3),
            barrier("a", "partners/education0", (LAST, BarrierState.FOUND)),
        )
    )
    (names,) = told(made)
    assert {"education", "offices"} <= set(names)
    assert "health" not in names


@pytest.mark.parametrize("number", [0, LEAST - 1])
def test_too_few_partners_give_no_rows_and_the_reason(number: int) -> None:
    workspace = minimal(*partners(education=number), barrier("a", None, (LAST, BarrierState.FOUND)))
    made = found(workspace)
    assert made.rows == ()
    assert made.together.after == 0
    assert made.reason is not None


def test_a_partner_that_has_gone_makes_no_sector_large_enough() -> None:
    gone = [evolve(one, period=Period(until=LAST)) for one in partners(education=3)[1:]]
    workspace = minimal(
        partners(education=1)[0],
        *gone,
        *partners(offices=3),
        barrier("a", "partners/education0", (LAST, BarrierState.FOUND)),
    )
    assert all("education" not in names or len(names) > 1 for names in told(found(workspace)))


def test_what_stands_at_no_partner_is_counted_apart() -> None:
    workspace = minimal(
        *partners(education=3),
        Offer(id="kurs", name="Kurs", provider="education0"),
        barrier("a", "offers/kurs", (LAST, BarrierState.FOUND)),
        barrier("b", None, (DAY, BarrierState.FOUND)),
        barrier("c", "partners/gone", (DAY, BarrierState.FOUND)),
    )
    assert told(found(workspace)) == {(): (1, 3, 2, 0, 0)}


def test_before_and_new_less_removed_and_ended_are_after() -> None:
    ended = evolve(
        barrier("d", "partners/education2", (LAST, BarrierState.FOUND)), period=Period(until=date(2025, 6, 1))
    )
    workspace = minimal(
        *partners(education=3),
        barrier("a", "partners/education0", (LAST, BarrierState.FOUND), (DAY, BarrierState.REMOVED)),
        barrier("b", "partners/education1", (LAST, BarrierState.REMOVED), (DAY, BarrierState.RETURNED)),
        barrier("c", "partners/education1", (DAY, BarrierState.FOUND)),
        ended,
    )
    made = found(workspace)
    assert told(made) == {("education",): (2, 2, 2, 1, 1)}
    for row in (*made.rows, made.together):
        assert row.before + row.new - row.removed - row.ended == row.after


def test_a_view_that_holds_no_barriers_says_so() -> None:
    workspace = minimal(*partners(education=3), barrier("a", None, (LAST, BarrierState.FOUND)))
    made = found(redact(workspace, Audience.REPORT))
    assert (made.rows, made.reason is not None) == ((), True)
    assert found(redact(workspace, Audience.INTERNAL)).rows == found(workspace).rows


def test_the_table_names_sectors_and_numbers_and_no_partner() -> None:
    workspace = minimal(
        *partners(education=3), barrier("a", "partners/education0", (DAY, BarrierState.FOUND))
    )
    assert found(workspace).records() == (
        {"sectors": "education", "before": 0, "after": 1, "new": 1, "removed": 0, "ended": 0},
    )


def test_days_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ModelError):
        barriers_by_sector(minimal(), on=LAST, since=DAY)
