"""Made-up activities with notes, the same on every machine: notes that repeat, or one of its own for each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from jmdmodel.entities.work import Activity
from jmdmodel.ids import ActivityId, PartnerId, Ref, StaffId
from jmdmodel.vocabulary import WorkArea

_AREAS = tuple(WorkArea)
_STAFF = tuple(StaffId(name) for name in ("leitung", "beratung-1", "beratung-2", "netzwerk", "verwaltung"))
_OWN = ("eltern-cafe", "schulbesuche", "sprachtreff")
_WHO = ("Schule", "Jugendamt", "Jobcenter", "Sprachkursträger", "Wohnheim", "Verein", "Kammer", "Agentur")
_WHAT = (
    "Telefonat mit der Stelle {who}",
    "Treffen mit der Stelle {who}, Termin im Herbst vereinbart",
    "Rückruf der Stelle {who}",
    "Unterlagen für „{who}“ geschickt",
    "Noch offen: {who}",
    "{who}: Aushang besprochen, Text überarbeitet, Druck bestellt",
    'Infoblatt "{who}" verteilt',
    "{who}; Besuch mit zwei Gruppen",
    "Vorbereitung der Sitzung, Thema {who}",
    "{who}: Raum angefragt (Zusage steht aus)",
    "Protokoll der Runde {who}",
    "Fallübergreifend: {who}",
    "Anfrage von der Stelle {who} beantwortet",
    "Gespräch vor Ort, Stelle {who}",
    "0341 1234567 zurückgerufen, es ging um {who}",
    "Austausch mit dem Team über {who}",
)
"""Of these sixteen, one is cut by a semicolon and one has quotation marks."""
_SIGNS = ("- {who}: noch offen", "=> {who} fragen", "+49 341 1234567 ({who}) angerufen")
"""What one note of 32 is like: it begins like a formula."""


def activities(number: int, *, year: int, alike: bool) -> Iterator[Activity]:
    """Yield activities of one year, one by one.

    Args:
        number: How many.
        year: Of which year.
        alike: Whether every third has a note, one of some 150; otherwise each has a note of its own.
    """
    first = date(year, 1, 1)
    mixed = 1
    for place in range(number):
        mixed = (mixed * 1_103_515_245 + 12_345) % 2**31
        drawn = mixed >> 8
        note = None
        if not alike or place % 3 == 0:
            what = _WHAT[drawn % 16] if drawn // 128 % 32 else _SIGNS[drawn % 3]
            note = what.format(who=_WHO[drawn // 16 % 8])
        yield Activity(
            id=ActivityId(f"a-{place:07}"),
            day=first + timedelta(days=drawn // 64 % 365),
            minutes=5 * (1 + drawn % 96),
            area=_AREAS[drawn // 7 % len(_AREAS)],
            sub_area=_OWN[drawn // 11 % 3] if drawn % 5 == 0 else None,
            staff=_STAFF[drawn // 13 % 5],
            regarding=(Ref("partners", PartnerId(f"partner-{drawn % 250:04}")),) if drawn % 3 == 0 else (),
            note=note if alike or note is None else f"{note} ({place})",
        )
