"""The municipality directory GV100AD of the Federal Statistical Office, a text file of fixed width (R-02).

German: Gemeindeverzeichnis. Every record has 220 characters; which digits of the key are filled depends on
the type of the record. The file is UTF-8; older editions in other encodings are to be saved as UTF-8 first.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from jmdmodel.areas import LAENDER, OfficialKeys
from jmdmodel.errors import LoadError, LoadFault, Position
from jmdmodel.messages import Message, Say
from jmdmodel.vocabulary import UnitLevel

__all__ = ["TITLE", "OfficialUnit", "RecordType", "official_keys", "read_gv100ad"]

TITLE = "Gemeindeverzeichnis GV100AD"

_WIDTH = 220
_TYPE, _DAY, _KEY, _UNION = slice(0, 2), slice(2, 10), slice(10, 18), slice(18, 22)
_NAME, _POPULATION = slice(22, 72), slice(139, 150)


class RecordType(enum.Enum):
    """What a record of the directory is about. German: Satzart."""

    LAND = "10"
    ADMINISTRATIVE_REGION = "20"
    """Regierungsbezirk or statistical region, 3 digits."""
    PLANNING_REGION = "30"
    """A region of Baden-Württemberg between Regierungsbezirk and district, 4 digits."""
    DISTRICT = "40"
    UNION = "50"
    MUNICIPALITY = "60"


_FORM = {
    RecordType.LAND: (2, UnitLevel.LAND),
    RecordType.ADMINISTRATIVE_REGION: (3, UnitLevel.REGION),
    RecordType.PLANNING_REGION: (4, UnitLevel.REGION),
    RecordType.DISTRICT: (5, UnitLevel.DISTRICT),
    RecordType.UNION: (5, UnitLevel.UNION),
    RecordType.MUNICIPALITY: (8, UnitLevel.MUNICIPALITY),
}
"""The digits that the key of a record has, without those of the union, and the level it stands for."""


@attrs.frozen(kw_only=True)
class OfficialUnit:
    """One record of the directory: a unit with its keys, its name and, for a municipality, its population.

    Attributes:
        record: The type of the record (Satzart).
        key: The key with all its digits as the directory has it; for most records the same as ``ars``.
        ars: The regional key; ``None`` for a planning region, whose 4 digits are no ARS.
        ags: The municipality key; ``None`` for a union and for a planning region, which have none.
        name: The official name (Bezeichnung), with additions such as ``, Stadt`` and with second names
            after a slash.
        population: Inhabitants in all; 0 for areas where nobody lives, ``None`` where the record tells none,
            which is the case for all that are no municipality.
        level: The level in the words of the model.
        day: The day whose boundaries the record shows (Gebietsstand); the population may be of another.
    """

    record: RecordType
    key: str
    ars: str | None
    ags: str | None
    name: str
    population: int | None
    level: UnitLevel
    day: date


def read_gv100ad(data: bytes, *, name: str = "GV100AD.txt") -> tuple[OfficialUnit, ...]:
    """Read the official municipality directory (GV100AD, Gemeindeverzeichnis), records in order (R-02).

    Args:
        data: The content of the file.
        name: What to call the file in faults.

    Returns:
        One unit for each record; a town that is a district of its own occurs as district, union and
        municipality, as in the file.

    Raises:
        LoadError: With all records that are broken, each with line and column.

    Example:
        >>> head = "60" + "20231130" + "07137068" + "0068" + "Mayen, Stadt".ljust(117)
        >>> line = head + "00000019708".ljust(220 - len(head))
        >>> (town,) = read_gv100ad(line.encode())
        >>> town.name, town.ars, town.ags, town.population
        ('Mayen, Stadt', '071370068068', '07137068', 19708)
    """
    lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    if not lines[-1].strip():
        lines.pop()
    units: list[OfficialUnit] = []
    faults: list[LoadFault] = []
    for number, raw in enumerate(lines or [b""], 1):
        found = list(_faults(raw.removesuffix(b"\r"), name, number))
        faults += found
        if not found:
            units.append(_unit(raw.decode("utf-8")))
    if faults:
        raise LoadError(tuple(faults))
    return tuple(units)


def _unit(line: str) -> OfficialUnit:
    record = RecordType(line[_TYPE])
    key, union = line[_KEY].rstrip(), line[_UNION].rstrip()
    whole = key[:5] + union + key[5:]
    planned = record is RecordType.PLANNING_REGION
    return OfficialUnit(
        record=record,
        key=whole,
        ars=None if planned else whole,
        ags=None if planned or record is RecordType.UNION else key,
        name=line[_NAME].strip(),
        population=int(line[_POPULATION]) if record is RecordType.MUNICIPALITY else None,
        level=_FORM[record][1],
        day=_day(line[_DAY]),
    )


def official_keys(directory: Iterable[OfficialUnit], *, title: str = TITLE) -> OfficialKeys | None:
    """Give the keys of a directory, for the check of a workspace; ``None`` for one without a record (R-02).

    The day is that of the latest record. A planning region has a key of 4 digits, which is no ARS; it is
    in the list, as the longer keys of a region may be it, filled up with zeros. German: amtliche Schlüssel.

    Args:
        directory: The records, as :func:`read_gv100ad` gives them.
        title: What people call the directory.

    Example:
        >>> head = "40" + "20231130" + "07137".ljust(12) + "Mayen-Koblenz"
        >>> official_keys(read_gv100ad(head.ljust(220).encode())).knows("07137")
        True
    """
    records = tuple(directory)
    if not records:
        return None
    keys = {key for one in records for key in (one.key, one.ags) if key is not None}
    return OfficialKeys(keys=keys, day=max(one.day for one in records), title=title)


_ENCODING = Say(de="Die Zeile ist kein Text in UTF-8.", en="The line is no text in UTF-8.")
_LENGTH = Say(
    de="Der Satz hat {n} Zeichen; verlangt sind {width}.",
    en="The record has {n} characters; {width} are needed.",
)
_UNKNOWN = Say(de="„{value}“ ist keine bekannte Satzart.", en='"{value}" is no known type of record.')
_NO_DAY = Say(
    de="„{value}“ ist kein Gebietsstand: ein Tag aus acht Ziffern, zum Beispiel 20231130.",
    en='"{value}" is no day of eight digits, such as 20231130.',
)
_NO_KEY = Say(
    de="„{value}“ ist kein Schlüssel eines Satzes der Art {record}.",
    en='"{value}" is no key of a record of the type {record}.',
)
_NO_LAND = Say(de="Ein Land „{value}“ gibt es nicht.", en='There is no Land "{value}".')
_NO_UNION = Say(
    de="„{value}“ ist kein Schlüssel eines Gemeindeverbands für einen Satz der Art {record}.",
    en='"{value}" is no key of a union for a record of the type {record}.',
)
_NO_NAME = Say(de="Der Name fehlt.", en="The name is missing.")
_NO_COUNT = Say(de="„{value}“ ist keine Zahl von Einwohnern.", en='"{value}" is no number of inhabitants.')


def _faults(raw: bytes, name: str, number: int) -> Iterator[LoadFault]:
    """Yield all that is wrong with one line; the places of a line of another length are not looked at."""

    def fault(code: str, column: int, say: Say, **values: str | int) -> LoadFault:
        place = Position(file=name, line=number, column=column + 1)
        return LoadFault(position=place, path="", code=code, what=Message.of(say, **values))

    try:
        line = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        yield fault("G101", len(raw[: error.start].decode("utf-8")), _ENCODING)
        return
    if len(line) != _WIDTH:
        yield fault("G102", 0, _LENGTH, n=len(line), width=_WIDTH)
        return
    kind = line[_TYPE]
    if kind not in {record.value for record in RecordType}:
        yield fault("G103", _TYPE.start, _UNKNOWN, value=kind)
        return
    record = RecordType(kind)
    if not _is_day(line[_DAY]):
        yield fault("G104", _DAY.start, _NO_DAY, value=line[_DAY])
    key = line[_KEY].rstrip(" ")
    if not _is_number(key, _FORM[record][0]):
        yield fault("G105", _KEY.start, _NO_KEY, value=key, record=kind)
    elif key[:2] not in LAENDER:
        yield fault("G106", _KEY.start, _NO_LAND, value=key[:2])
    union = line[_UNION].rstrip(" ")
    if not _is_number(union, 4 if record in {RecordType.UNION, RecordType.MUNICIPALITY} else 0):
        yield fault("G107", _UNION.start, _NO_UNION, value=union, record=kind)
    if not line[_NAME].strip():
        yield fault("G108", _NAME.start, _NO_NAME)
    if record is RecordType.MUNICIPALITY and not _is_number(line[_POPULATION], 11):
        yield fault("G109", _POPULATION.start, _NO_COUNT, value=line[_POPULATION])


def _is_number(text: str, digits: int) -> bool:
    return len(text) == digits and (not text or (text.isascii() and text.isdigit()))


def _is_day(text: str) -> bool:
    if not _is_number(text, 8):
        return False
    try:
        _day(text)
    except ValueError:
        return False
    return True


def _day(text: str) -> date:
    return date(int(text[:4]), int(text[4:6]), int(text[6:]))
