"""Keys of administrative units: what is written in an AGS and an ARS, and what follows from it (R-02).

The AGS (Amtlicher Gemeindeschlüssel) has 8 digits: 2 for the Land, 1 for the administrative region
(Regierungsbezirk), 2 for the district (Kreis), 3 for the municipality (Gemeinde). The ARS (Regionalschlüssel)
has 12: between district and municipality stand 4 more for the union of municipalities (Gemeindeverband).
A unit above has as many leading digits as its level needs. Keys are text: the leading zero counts. Neither
has a check digit, so a wrong digit shows only where two keys contradict each other.

Beyond the fifth digit the two differ. That is why an AGS is never compared with an ARS.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from types import MappingProxyType

import attrs

from jmdmodel.messages import Say

__all__ = [
    "LAENDER",
    "OfficialKeys",
    "ags_of",
    "contains",
    "district_of",
    "is_ags",
    "is_ars",
    "land_of",
    "level_of",
]

LAENDER = MappingProxyType(
    {
        "01": Say("Schleswig-Holstein", "Schleswig-Holstein"),
        "02": Say("Hamburg", "Hamburg"),
        "03": Say("Niedersachsen", "Lower Saxony"),
        "04": Say("Bremen", "Bremen"),
        "05": Say("Nordrhein-Westfalen", "North Rhine-Westphalia"),
        "06": Say("Hessen", "Hesse"),
        "07": Say("Rheinland-Pfalz", "Rhineland-Palatinate"),
        "08": Say("Baden-Württemberg", "Baden-Württemberg"),
        "09": Say("Bayern", "Bavaria"),
        "10": Say("Saarland", "Saarland"),
        "11": Say("Berlin", "Berlin"),
        "12": Say("Brandenburg", "Brandenburg"),
        "13": Say("Mecklenburg-Vorpommern", "Mecklenburg-Western Pomerania"),
        "14": Say("Sachsen", "Saxony"),
        "15": Say("Sachsen-Anhalt", "Saxony-Anhalt"),
        "16": Say("Thüringen", "Thuringia"),
    }
)
"""The sixteen Länder by the first two digits of every key."""

_LEVEL = {2: "land", 3: "region", 5: "district", 9: "union", 12: "municipality"}
_AGS_LENGTHS = frozenset({2, 3, 5, 8})


def _is_digits(text: str) -> bool:
    # "²" and the digits of other scripts count as digits for Python, but stand in no key.
    return text.isascii() and text.isdigit()


def is_ags(text: str) -> bool:
    """Tell whether a text has the form of an AGS: 8 digits, or 2, 3 or 5 for the levels above (R-02).

    Only the form is looked at; whether the Land exists is told by :func:`land_of`.

    Example:
        >>> is_ags("07137068"), is_ags("07137"), is_ags("7137068")
        (True, True, False)
    """
    return len(text) in _AGS_LENGTHS and _is_digits(text)


def is_ars(text: str) -> bool:
    """Tell whether a text has the form of an ARS: 12 digits, or 2, 3, 5 or 9 for the levels above (R-02).

    Example:
        >>> is_ars("071370068068"), is_ars("071370068"), is_ars("07137068")
        (True, True, False)
    """
    return len(text) in _LEVEL and _is_digits(text)


def ags_of(ars: str) -> str | None:
    """Give the AGS of the unit that an ARS names; ``None`` where it has none (R-02).

    The digits of the union are left out. Land, region and district have the same key in both; a union
    (Gemeindeverband, 9 digits) has no AGS, and neither has a text that is no ARS.

    Example:
        >>> ags_of("010515175074"), ags_of("01051"), ags_of("010515175")
        ('01051074', '01051', None)
    """
    if not is_ars(ars) or len(ars) == 9:
        return None
    return ars[:5] + ars[9:]


def land_of(key: str) -> Say | None:
    """Give the Land in which the unit of an AGS or ARS lies; ``None`` where there is none (R-02).

    Example:
        >>> land_of("07137068")
        Say(de='Rheinland-Pfalz', en='Rhineland-Palatinate')
        >>> land_of("17001") is None
        True
    """
    return LAENDER.get(key[:2]) if is_ags(key) or is_ars(key) else None


def district_of(key: str) -> str | None:
    """Give the key of the district (Kreis) in an AGS or ARS, 5 digits; ``None`` above the district (R-02).

    A town that belongs to no district (kreisfreie Stadt) is one itself: Köln, ``05315000``, lies in
    ``05315``. So are Berlin and Hamburg, which are Land, district and municipality at once. The common
    territory of Germany and Luxembourg and the coastal waters lie in no district; their keys name one all
    the same, ``07000`` for instance, that does not exist.

    Example:
        >>> district_of("071370068068"), district_of("11000000"), district_of("07")
        ('07137', '11000', None)
    """
    return key[:5] if len(key) >= 5 and (is_ags(key) or is_ars(key)) else None


def contains(outer: str, inner: str) -> bool:
    """Tell whether the unit of one key holds that of another, by the leading digits (R-02).

    Each unit holds itself. Both keys must be of one kind, two ARS or two AGS; otherwise the answer is no,
    whatever their digits are. A key that is filled up with zeros holds nothing but itself.

    Example:
        >>> contains("010515175", "010515175074"), contains("01", "01051074")
        (True, True)
        >>> contains("01051074", "010510740000")  # an AGS and an ARS
        False
    """
    alike = (is_ars(outer) and is_ars(inner)) or (is_ags(outer) and is_ags(inner))
    return alike and inner.startswith(outer)


def level_of(ars: str) -> str | None:
    """Give the level that an ARS stands for, by its length; ``None`` for what is no ARS (R-02).

    The answer is a code of the levels of administrative units (:class:`jmdmodel.vocabulary.UnitLevel`).
    Quarters (Stadtteile) have no official key.

    Example:
        >>> [level_of(key) for key in ("07", "071", "07137", "071370068", "071370068068", "07137068")]
        ['land', 'region', 'district', 'union', 'municipality', None]
    """
    return _LEVEL[len(ars)] if is_ars(ars) else None


def _with_ags(keys: Iterable[str]) -> frozenset[str]:
    given = frozenset(keys)
    return given | {ags for key in given if (ags := ags_of(key)) is not None}


@attrs.frozen(kw_only=True)
class OfficialKeys:
    """The keys that an official directory has, as of its day (R-02). German: amtliche Schlüssel.

    A list need not hold every form: one with municipality keys alone says nothing about unions. Where it
    has regional keys, the municipality keys in them are known too. A list without a key says nothing.

    Attributes:
        keys: Every key of the list, AGS and ARS together; their length tells which it is.
        day: The day whose boundaries the list shows (Gebietsstand).
        title: What people call the list.

    Example:
        >>> town = OfficialKeys(keys={"07137", "071370068068"}, day=date(2023, 11, 30))
        >>> town.knows("07137068"), town.knows("07137069"), town.knows("071375001")
        (True, False, None)
    """

    keys: frozenset[str] = attrs.field(converter=_with_ags, repr=lambda keys: str(len(keys)))
    day: date
    title: str = "Gemeindeverzeichnis"
    _digits: frozenset[int] = attrs.field(init=False, eq=False, repr=False)

    @_digits.default
    def _lengths(self) -> frozenset[int]:
        return frozenset(map(len, self.keys))

    def knows(self, key: str) -> bool | None:
        """Tell whether the list has a key; ``None`` where it has no key of that form at all.

        A list without regional keys is asked for the municipality key that stands in one.
        """
        asked = ags_of(key) if len(key) == 12 and 12 not in self._digits else key
        return asked in self.keys if asked is not None and len(asked) in self._digits else None

    def nearest(self, key: str) -> str | None:
        """Give the one key of the list that an unknown one was probably meant to be; ``None`` if in doubt.

        That is the regional key of the same municipality, which has come to another union; or else the only
        key with two neighbouring digits the other way round, or with one other digit.

        Example:
            >>> known = OfficialKeys(keys={"071375001068", "07131", "07315"}, day=date(2023, 11, 30))
            >>> known.nearest("071370068068"), known.nearest("07311"), known.nearest("09135")
            ('071375001068', '07131', None)
        """
        places = range(len(key))
        swapped = {f"{key[:n]}{key[n + 1]}{key[n]}{key[n + 2 :]}" for n in places[:-1]}
        mistyped = {f"{key[:n]}{digit}{key[n + 1 :]}" for n in places for digit in "0123456789"}
        moved = {one for one in self.keys if len(one) == len(key) == 12 and ags_of(one) == ags_of(key)}
        for meant in (moved, swapped, mistyped):
            near = (meant & self.keys) - {key}
            if near:
                return near.pop() if len(near) == 1 else None
        return None
