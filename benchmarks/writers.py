"""The same table of activities by the ``csv`` module, as one would write it by hand: the peers of the CSV."""

from __future__ import annotations

import csv
import functools
import io
from collections.abc import Callable, Iterable
from datetime import date

from benchmarks.entries import activities
from jmdexport.builtin._impuls_cells import OFFICE, guard
from jmdexport.builtin._impuls_mapping import NONE
from jmdexport.builtin._impuls_rows_work import ACTIVITIES
from jmdexport.builtin._impuls_write import Guarded, file_bytes
from jmdmodel.entities.work import Activity


def day(one: date) -> str:
    """Give a day as German offices write it."""
    return f"{one.day:02}.{one.month:02}.{one.year:04}"


def hours(minutes: int) -> str:
    """Give minutes as hours with two decimals; no number of minutes lies between two of them."""
    return f"{minutes / 60:.2f}".replace(".", ",")


def same(text: str) -> str:
    """Give a text as it is, guarded by nothing."""
    return text


def written(
    entries: Iterable[Activity],
    *,
    guarded: Callable[[str], str] = guard,
    day: Callable[[date], str] = day,
    hours: Callable[[int], str] = hours,
) -> bytes:
    """Write the table with ``csv.writer``; how cells are formatted can be given."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(ACTIVITIES.names)
    for one in entries:
        writer.writerow(
            (
                guarded(one.id),
                day(one.day),
                one.minutes,
                hours(one.minutes),
                one.area.code,
                "." if one.sub_area is None else guarded(one.sub_area),
                "." if one.staff is None else guarded(one.staff),
                guarded(" ".join(map(str, one.regarding))) if one.regarding else ".",
                "." if one.note is None else guarded(one.note),
            )
        )
    return out.getvalue().encode("utf-8-sig")


def remembered(entries: Iterable[Activity]) -> bytes:
    """Write the table with ``csv.writer``, days, hours and guarded texts kept once they are formatted."""
    return written(
        entries,
        guarded=functools.lru_cache(10_000)(guard),
        day=functools.cache(day),
        hours=functools.cache(hours),
    )


def exported(number: int, *, year: int) -> tuple[bytes, tuple[Guarded, ...]]:
    """Give the table of activities that are made one by one and never kept, as the exporter writes it."""
    made = activities(number, year=year, alike=False)
    return file_bytes(ACTIVITIES, made, OFFICE, NONE, things=True)
