"""Scalars by type: text, whole number, date, share, yes and no, words of the vocabulary, identifiers.

The schema decides what a scalar is. YAML's quoting does not matter; JSON must bring the right type of
its own. Only the plain ASCII forms are taken: no ``1_000``, no ``1e3``, no Arabic digits.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from fractions import Fraction
from typing import Any

import attrs

from jmdmodel.codec import faults
from jmdmodel.codec.faults import FaultKind
from jmdmodel.codec.nodes import Node
from jmdmodel.codec.raw_faults import Faulty, RawFault, quoted
from jmdmodel.ids import Ref, is_identifier, slug
from jmdmodel.messages import Message, Say
from jmdmodel.scales import Coded
from jmdmodel.spelling import nearest_name

INT = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
SHARE = re.compile(r"(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,4})?")

_NOTHING = frozenset(["~", "null", "Null", "NULL"])
"""Words by which YAML says "nothing"; where a text is asked for, they are that text like any other."""
LEAVE_OUT = Say(
    de="Wo nichts anzugeben ist, die ganze Zeile weglassen.",
    en="Where there is nothing to say, leave the line out.",
)

_FOUND = {
    "map": Say("eine Gruppe von Angaben", "a group of entries"),
    "list": Say("eine Liste", "a list"),
    "number": Say("eine Zahl ohne Anführungszeichen", "a number without quotation marks"),
    "string": Say("ein Text in Anführungszeichen", "a text in quotation marks"),
    "boolean": Say("ein Wahrheitswert (true oder false)", "a truth value (true or false)"),
    "null": Say("nichts (null)", "nothing (null)"),
    "scalar": Say("ein einzelner Wert", "a single value"),
}
_EXPECTED_TEXT = Say("Erwartet wird ein Text.", "A text is expected.")
_EXPECTED_INT = Say("Erwartet wird eine ganze Zahl in Ziffern.", "A whole number in digits is expected.")
EXPECTED_DATE = Say(
    "Erwartet wird Jahr-Monat-Tag, zum Beispiel 2025-03-31.",
    "Year-month-day is expected, for instance 2025-03-31.",
)
_EXPECTED_SHARE = Say(
    "Erwartet wird eine Zahl mit höchstens vier Nachkommastellen und Punkt, zum Beispiel 12.5.",
    "A number with at most four decimals and a point is expected, for instance 12.5.",
)
_EXPECTED_BOOL = Say("Erwartet wird true oder false.", "true or false is expected.")
EXPECTED_ID = Say(
    "Erwartet werden Kleinbuchstaben a bis z, Ziffern und Bindestriche, höchstens 80 Zeichen.",
    "Lower-case letters a to z, digits and hyphens are expected, 80 characters at most.",
)
EXPECTED_REF = Say(
    "Erwartet wird Sammlung/Kennung, zum Beispiel networks/ag-migration.",
    "collection/identifier is expected, for instance networks/ag-migration.",
)
_EXPECTED_WORD = Say("Erlaubt sind: {words}.", "Allowed are: {words}.")
EXPECTED_MAP = Say(
    "Erwartet wird eine Gruppe von Angaben (Schlüssel: Wert).", "A group of entries (key: value) is expected."
)
_EXPECTED_LIST = Say("Erwartet wird eine Liste.", "A list is expected.")


def fault(
    kind: FaultKind, node: Node, *, expected: Message | None = None, near: str | None = None, **values: Any
) -> Faulty:
    """Make the error of one fault at the place of a node."""
    pairs = tuple(sorted(values.items()))
    if node.kind == "scalar" and node.text in _NOTHING:
        kind, near = attrs.evolve(kind, remedy=LEAVE_OUT), None
    return Faulty(
        RawFault(kind=kind, line=node.line, column=node.column, values=pairs, expected=expected, near=near)
    )


def wrong_shape(node: Node, expected: Say) -> Faulty:
    """Make the error of a node that is of another shape than the schema wants."""
    if node.kind == "null" or (node.kind == "scalar" and not node.text):
        return fault(faults.EMPTY_VALUE, node, expected=Message.of(expected))
    return fault(faults.WRONG_SHAPE, node, expected=Message.of(expected), found=_FOUND[node.kind])


def need_map(node: Node) -> dict[str, Node]:
    """Give the entries of a mapping."""
    if node.kind != "map":
        raise wrong_shape(node, EXPECTED_MAP)
    return node.entries


def need_list(node: Node) -> list[Node]:
    """Give the items of a list; an empty one is a fault, as an absent key says the same."""
    if node.kind != "list":
        raise wrong_shape(node, _EXPECTED_LIST)
    if not node.items:
        raise fault(faults.EMPTY_VALUE, node, expected=Message.of(_EXPECTED_LIST))
    return node.items


def _text_of(node: Node, expected: Say, json_kind: str) -> str:
    if node.kind not in ("scalar", json_kind):
        raise wrong_shape(node, expected)
    if not node.text:
        raise fault(faults.EMPTY_VALUE, node, expected=Message.of(expected))
    return node.text


def read_text(node: Node) -> str:
    """Read a text that is not empty, in composed letters."""
    text = _text_of(node, _EXPECTED_TEXT, "string")
    if not text.strip():
        raise fault(faults.EMPTY_VALUE, node, expected=Message.of(_EXPECTED_TEXT))
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def read_int(node: Node) -> int:
    """Read a whole number of at most eighteen digits."""
    text = _text_of(node, _EXPECTED_INT, "number")
    if not INT.fullmatch(text):
        raise fault(faults.BAD_NUMBER, node, expected=Message.of(_EXPECTED_INT), value=quoted(text))
    return int(text)


def read_share(node: Node) -> Fraction:
    """Read an exact number with at most four decimals."""
    text = _text_of(node, _EXPECTED_SHARE, "number")
    if not SHARE.fullmatch(text):
        raise fault(faults.BAD_PATTERN, node, expected=Message.of(_EXPECTED_SHARE), value=quoted(text))
    return Fraction(text)


def read_bool(node: Node) -> bool:
    """Read ``true`` or ``false``."""
    text = _text_of(node, _EXPECTED_BOOL, "boolean")
    if text not in ("true", "false"):
        raise fault(faults.BAD_WORD, node, expected=Message.of(_EXPECTED_BOOL), value=quoted(text))
    return text == "true"


def read_date(node: Node) -> date:
    """Read a day of the calendar, year 1 to 9999."""
    text = _text_of(node, EXPECTED_DATE, "string")
    if DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    raise fault(faults.BAD_DATE, node, expected=Message.of(EXPECTED_DATE), value=quoted(text))


def read_identifier(node: Node) -> str:
    """Read an identifier."""
    return check_identifier(_text_of(node, EXPECTED_ID, "string"), node)


def check_identifier(text: str, node: Node) -> str:
    """Give the identifier back, or raise with a proposal that would be one."""
    if not is_identifier(text):
        near = slug(text) if is_identifier(slug(text)) else None
        raise fault(
            faults.BAD_IDENTIFIER, node, expected=Message.of(EXPECTED_ID), near=near, value=quoted(text)
        )
    return text


def read_ref(node: Node) -> Ref:
    """Read a reference to something in any collection."""
    text = _text_of(node, EXPECTED_REF, "string")
    ref = Ref.parse(text)
    if ref is None or not ref.id:
        raise fault(faults.BAD_PATTERN, node, expected=Message.of(EXPECTED_REF), value=quoted(text))
    return ref


def read_coded(node: Node, cls: type[Coded]) -> Coded:
    """Read a word of a closed list, or a step of a scale that is written as a number."""
    members: dict[str, Coded] = _by_code(cls)
    numbers = isinstance(next(iter(members.values())).value, int)
    text = _text_of(node, _EXPECTED_TEXT, "number" if numbers else "string")
    member = members.get(text)
    if member is None:
        expected = Message.of(_EXPECTED_WORD, words=", ".join(members))
        near = None if numbers else nearest_name(text, members)
        raise fault(faults.BAD_WORD, node, expected=expected, near=near, value=quoted(text))
    return member


_CODES: dict[type[Coded], dict[str, Coded]] = {}


def _by_code(cls: type[Coded]) -> dict[str, Coded]:
    if cls not in _CODES:
        _CODES[cls] = {member.code: member for member in cls}
    return _CODES[cls]
