"""Undo what formats do to letters: entities, escapes, per cent signs, tags, wrapping, base64, hexadecimal."""

from __future__ import annotations

import binascii
import html
import re
from collections.abc import Callable, Iterator

from jmdexport.searching.opening import is_known

UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
"""Characters that take no place in a line, as a class of a regular expression."""

_TAG = re.compile(r"<!--.*?-->|<[^<>]*>", re.DOTALL)
_NAMED = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
_ESCAPE = re.compile(
    r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2})"
    r"|([0-3][0-7]{2})|(\r?\n)|(.))",
    re.DOTALL,
)
_STYLE = re.compile(r"\\([0-9A-Fa-f]{1,6})[ \t\r\n]?")
# Each begins with the one letter or class it can begin with: so texts without any are passed over fastest.
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})*")
_PRINTABLE = re.compile(r"=(?:\r?\n|[0-9A-F]{2}(?:=[0-9A-F]{2})*)")
_WRAPPED = re.compile(r"-\r?\n[ \t]*|\r?\n[ \t]")
_WRAPS = ("-\n", "-\r\n", "\n ", "\n\t")
_UNSEEN = re.compile(f"[{UNSEEN}]")
_BASE64 = re.compile(
    r"(?<![A-Za-z0-9+/_-])(?=[A-Za-z0-9+/_-]*[a-z0-9+/_-][A-Z])"  # no word of a language
    r"[A-Za-z0-9+/_-]{11,}(?:\r?\n[ \t]*[A-Za-z0-9+/_-]+)*"
)
_HEX = re.compile(r"[0-9A-Fa-f][0-9A-Fa-f][\s:]{0,2}(?:[0-9A-Fa-f]{2}[\s:]{0,2}){5,}[0-9A-Fa-f]?")
_NO_BASE64 = re.compile(r"[\r\n\t ]+")
_NO_HEX = re.compile(r"[\s:]+")
_URL_SAFE = str.maketrans("-_", "+/")
_LONG = 1024


def _character(number: int) -> str:
    return chr(number) if number < 0x110000 else "\ufffd"


def _escape(hit: re.Match[str]) -> str:
    wide, four, eight, two, octal, line, one = hit.groups()
    if wide or four or eight or two:
        return _character(int(wide or four or eight or two, 16))
    if octal:
        return chr(int(octal, 8))
    return "" if line else _NAMED.get(one, one)


def _escapes(text: str) -> str:
    if "\\" not in text:
        return text
    made = _ESCAPE.sub(_escape, text)
    return made.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")  # joins pairs


def _style(text: str) -> str:
    if "\\" not in text:
        return text
    made = _STYLE.sub(lambda hit: _character(int(hit[1], 16)), text)
    return made.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _percent(text: str) -> str:
    if not _PERCENT.search(text):
        return text
    made = _PERCENT.sub(lambda hit: _utf8(hit[0].replace("%", "")), text)
    return made.replace("+", " ")


def _printable(text: str) -> str:
    return _PRINTABLE.sub(lambda hit: _utf8(re.sub(r"[=\r\n]", "", hit[0])), text)


def _utf8(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-8", "replace")


def _wrapped(text: str) -> str:
    return _WRAPPED.sub("", text) if any(sign in text for sign in _WRAPS) else text


def _entities(text: str) -> str:
    return html.unescape(text) if "&" in text else text


STEPS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("entities", _entities),
    ("escapes", _escapes),
    ("percent", _percent),
    ("quoted-printable", _printable),
    ("quotes", lambda text: text.replace('""', '"').replace("''", "'")),
    ("unseen", lambda text: text if text.isascii() else _UNSEEN.sub("", text)),
    ("wrapped", _wrapped),
)
"""What is undone, in this order; each gives the text as it was where there is nothing to undo."""


def variants(text: str) -> Iterator[tuple[str, str]]:
    """Yield a text as a page or a style sheet means it.

    Without its tags, once with a blank in the place of each and once with nothing there; with the escapes of
    style sheets undone, which look like those of other languages.
    """
    if "<" in text:
        parts = _TAG.split(text)
        if len(parts) > 1:
            yield "tags", "".join(parts)
            yield "tags", " ".join(parts)
    styled = _style(text)
    if styled != text:
        yield "css", styled


def packed(text: str) -> Iterator[tuple[str, bytes]]:
    """Yield the bytes that letters of a text may stand for, from whichever letter they begin.

    What only looks like it gives nonsense, which is joined to one piece where it is short.
    """
    for name, pattern, rest, starts, decode in (
        ("base64", _BASE64, _NO_BASE64, 4, _from_base64),
        ("hex", _HEX, _NO_HEX, 2, bytes.fromhex),
    ):
        short: list[bytes] = []
        for hit in pattern.finditer(text):
            letters = rest.sub("", hit[0]).translate(_URL_SAFE)
            for start in range(starts):
                part = letters[start:]
                data = decode(part[: len(part) - len(part) % starts] if name == "hex" else part)
                if len(letters) >= _LONG:
                    yield name, data
                    if is_known(data):
                        break
                else:
                    short.append(data)
        yield name, b"\n".join(short)


def _from_base64(letters: str) -> bytes:
    usable = letters[:-1] if len(letters) % 4 == 1 else letters
    return binascii.a2b_base64(usable + "=" * (-len(usable) % 4))
