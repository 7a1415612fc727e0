"""Which names files of a set may have, so that they work on every system and stay in their folder."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final

from jmdmodel.messages import Message, Say

MAX_NAME: Final = 200
"""How many bytes a name may have, with its folders."""

_DEVICES = frozenset(
    [
        *("con", "prn", "aux", "nul", "conin$", "conout$"),
        *(f"{port}{sign}" for port in ("com", "lpt") for sign in "0123456789¹²³"),
    ]
)
_SIGNS = frozenset('<>:"\\|?*~')

_EMPTY = Say(de="Ein Teil des Namens ist leer.", en="A part of the name is empty.")
_LONG = Say(de="Er hat mehr als {most} Byte.", en="It has more than {most} bytes.")
_DOT = Say(de="Ein Teil des Namens beginnt mit einem Punkt.", en="A part of the name begins with a dot.")
_SIGN = Say(
    de="Er enthält Zeichen, die nicht auf jedem System möglich sind: {signs}",
    en="It has characters that are not possible on every system: {signs}",
)
_EDGE = Say(
    de="Ein Teil des Namens beginnt oder endet mit einem Leerzeichen oder endet mit einem Punkt.",
    en="A part of the name begins or ends with a blank, or ends with a dot.",
)
_DEVICE = Say(de="„{part}“ ist der Name eines Geräts.", en='"{part}" is the name of a device.')


def name_fault(name: str) -> Message | None:
    """Tell what speaks against the name of a file in a set; ``None`` when nothing does.

    A name is relative, its parts divided by ``/``. Refused are parts that are empty, begin with a dot (so
    also ``..``), begin or end with a blank, end with a dot, or are the name of a device; characters that
    some file system lacks; and names over 200 bytes.

    Example:
        >>> name_fault("csv/arbeitszeit.csv") is None
        True
        >>> name_fault("../jobcenter.csv").in_("en")
        'A part of the name begins with a dot.'
    """
    parts = name.split("/")
    loose = not unicodedata.is_normalized("NFC", name)
    wrong = dict.fromkeys(
        sign for sign in name if not sign.isprintable() or sign in _SIGNS or (loose and not sign.isascii())
    )
    if wrong:
        return Message.of(_SIGN, signs=" ".join(map(_shown, wrong)))
    if len(name.encode()) > MAX_NAME:
        return Message.of(_LONG, most=MAX_NAME)
    if not all(parts):
        return Message.of(_EMPTY)
    if any(part.startswith(".") for part in parts):
        return Message.of(_DOT)
    if any(part != part.strip() or part.endswith(".") for part in parts):
        return Message.of(_EDGE)
    device = next((part for part in parts if part.partition(".")[0].rstrip().casefold() in _DEVICES), None)
    return Message.of(_DEVICE, part=device) if device else None


def _shown(sign: str) -> str:
    return sign if sign.isascii() and sign.isprintable() else f"U+{ord(sign):04X}"


def clash(names: Iterable[str]) -> tuple[str, str] | None:
    """Give two names that cannot exist side by side; ``None`` when all can.

    Two names clash when they are the same but for upper and lower case, or when one is a folder of the other.

    Example:
        >>> clash(["Karte.svg", "karte.SVG"])
        ('Karte.svg', 'karte.SVG')
        >>> clash(["csv", "csv/netze.csv"])
        ('csv', 'csv/netze.csv')
    """
    ordered = sorted(names)
    files: dict[str, str] = {}
    for name in ordered:
        folded = name.casefold()
        if folded in files:
            return files[folded], name
        files[folded] = name
    for name in ordered:
        folder = name.casefold()
        while "/" in folder:
            folder = folder.rpartition("/")[0]
            if folder in files:
                return files[folder], name
    return None
