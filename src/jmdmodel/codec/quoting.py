"""Texts as YAML scalars: plain where every reader takes them for the same text, else quoted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_OTHER_TYPE = re.compile(
    r"""(?ix)
    y|n|yes|no|on|off|true|false|null|~          # words that YAML 1.1 turns into truth values and nothing
    | [-+]?[0-9][0-9_,.:]*(e[-+]?[0-9]+)?        # numbers, times, dates with points
    | [-+]?\.[0-9_]+(e[-+]?[0-9]+)? | [-+]?\.(inf|nan)
    | [-+]?(0x[0-9a-f_]+ | 0o[0-7_]+ | 0b[01_]+)
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*
    | = | <<
    """
)
_UNSAFE_START = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`=]|---|\.\.\.")
_UNSAFE_INSIDE = re.compile(r": |:$| #|[\t\r\n]")
_UNSAFE_IN_FLOW = re.compile(r"[,\[\]{}:?]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_BLOCK_START = re.compile(r"[ \t]")


def scalar(text: str, *, flow: bool = False) -> str:
    """Give a text as a scalar on one line.

    Example:
        >>> scalar("Jobcenter"), scalar("01067"), scalar("no"), scalar("a: b")
        ('Jobcenter', '"01067"', '"no"', '"a: b"')
    """
    return text if _is_plain(text, flow=flow) else '"' + _quoted(text) + '"'


def block(text: str) -> list[str] | None:
    """Give header and lines of a literal block for several lines of text; ``None`` where it needs quotes."""
    lines = text.split("\n")
    kept = lines[:-1] if lines[-1] == "" else lines
    awkward = any(line != line.rstrip() or not all(map(_shows, line)) for line in lines)
    if len(kept) < 2 or awkward or not kept[0] or not kept[-1] or _BLOCK_START.match(kept[0]):
        return None
    return ["|" if lines[-1] == "" else "|-", *kept]


def apart(written: str, code: Callable[[str], str]) -> str:
    r"""Write accents as codes where one would join the letter of an escape before it.

    Example:
        >>> apart("\\n\u0301", lambda accent: "(accent)")
        '\\n(accent)'
    """
    if unicodedata.is_normalized("NFC", written):
        return written
    return "".join(code(char) if unicodedata.combining(char) else char for char in written)


def _quoted(text: str) -> str:
    return apart("".join(map(_escaped, text)), _code)


def _is_plain(text: str, *, flow: bool) -> bool:
    if not text or text != text.strip() or _OTHER_TYPE.fullmatch(text):
        return False
    if _UNSAFE_START.match(text) or _UNSAFE_INSIDE.search(text):
        return False
    return not (flow and _UNSAFE_IN_FLOW.search(text)) and all(map(_shows, text))


def _shows(char: str) -> bool:
    """Tell whether a character may stand as it is: joiners of names may, what deceives may not."""
    return char.isprintable() or char in "\u200c\u200d"


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    return char if _shows(char) else _code(char)


def _code(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08x}"
