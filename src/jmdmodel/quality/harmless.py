"""What stands in a name does nothing on a terminal, in a log or on a site: it is shown and no more."""

from __future__ import annotations

import re

_TURNS = "\u202a-\u202e"
_CONTROLS = re.compile(f"[\x00-\x1f\x7f-\x9f\u2028\u2029{_TURNS}]")
_PICTURES = 0x2400
_DELETE, _DELETE_PICTURE = 0x7F, "\u2421"
_UNKNOWN = "\ufffd"


def harmless(text: str) -> str:
    r"""Give a text of one line in which nothing steers the terminal or turns the direction of writing.

    Control characters, line ends among them, appear as their pictures; characters that override the
    direction of writing, and those without a picture, as ``U+FFFD``. What right-to-left names need stays.

    Example:
        >>> harmless("Haus\x1b[31m am\nBach"), harmless("Köln \u202etxt.exe")
        ('Haus␛[31m am␊Bach', 'Köln �txt.exe')
    """
    return _CONTROLS.sub(_picture, text)


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < ord(" "):
        return chr(_PICTURES + code)
    return _DELETE_PICTURE if code == _DELETE else _UNKNOWN
