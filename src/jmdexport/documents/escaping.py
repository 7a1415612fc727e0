r"""Values become text: whatever stands in a name, Markdown and browsers show it and do nothing with it.

The escaping is as sparing as it can be, so that a report in Markdown stays readable as it is: a hyphen
in the middle of a word needs none, one at the start of a value does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from jmdexport.direction import isolated, settled

_SIMPLE = re.compile(r"(?:[!-~\u00a0-\u058f\u2010-\u2027\u2030-\u205e]| (?=[^ ]))*")
_SPACES = re.compile(r"[ \t\n\r\f\v\u0085\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\f\v\u0085\u2028\u2029]")
_ALWAYS = re.compile(r"([\\`*_\[\]<>|~^$#])")
_ENTITY = re.compile(r"&(?=#|[A-Za-z])")
_LINKS = re.compile(r"(?i)(:)(?=//)|(?<=www)(\.)|(@)|(?<=mailto)(:)|(?<=xmpp)(:)")
_ANY = re.compile(r"[\\`*_\[\]<>|~^$#&:@]|[wW]{3}")
"""What any of the three before can only be found with; most cells of a table hold nothing of it."""
_PLAIN_ROW = re.compile(
    r"(?:[!\"%'()+,\-./0-9;=?A-VX-Za-vx-z{}|\u00a0-\u058f\u2010-\u2027\u2030-\u205e]"
    r"|[wW](?![wW]{2})|(?<=[^ |]) (?=[^ |]))*+"
)
"""Cells with bars between them that are shown as they are: nothing to escape, and no blank beside another."""
_START = re.compile(r"^([+=-])")
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s|$)")
_CONTROL_PICTURES = 0x2400


class Marked(str):
    """Text that is Markdown already; everything else is escaped when a template prints it."""

    __slots__ = ()


def joined(parts: Iterable[str]) -> Marked:
    """Join the pieces that a template printed; what comes out of a block or macro is Markdown."""
    return Marked("".join(parts))


def shown(text: str) -> str:
    r"""Give a text in one line as a reader may see it: no line breaks, no control characters.

    Control characters appear as their pictures. Characters that override the direction of writing are
    left out, and right-to-left letters are isolated, so that they cannot reorder what stands beside
    them: a name is passed through here before it is set into a sentence. Joiners of Persian and Arabic
    stay. A text that was shown once stays as it is when it is shown again.

    Example:
        >>> shown("Haus\tam\nBach"), shown("a\x1b[2Jb")
        ('Haus am Bach', 'a␛[2Jb')
    """
    if _SIMPLE.fullmatch(text) and not text.startswith(" "):
        return text
    line = _SPACES.sub(" ", settled(text)).strip(" ")
    return isolated("".join(_picture(character) for character in line))


def _picture(character: str) -> str:
    number = ord(character)
    if number < 0x20:
        return chr(_CONTROL_PICTURES + number)
    if number == 0x7F:
        return "\u2421"
    return "\ufffd" if 0x80 <= number < 0xA0 or 0xD800 <= number < 0xE000 else character


def escape_markdown(text: str) -> Marked:
    r"""Give a text so that Markdown shows exactly its characters, wherever in a line it stands.

    Example:
        >>> escape_markdown("**AG** | [x](javascript:a) <b>")
        '\\*\\*AG\\*\\* \\| \\[x\\](javascript:a) \\<b\\>'
        >>> escape_markdown("- Schule"), escape_markdown("1. FC"), escape_markdown("Rhein-Mosel")
        ('\\- Schule', '1\\. FC', 'Rhein-Mosel')
    """
    line = _START.sub(r"\\\1", escape_inline(text))
    return Marked(_NUMBERED.sub(r"\1\\\2", line))


def escape_inline(text: str) -> Marked:
    """Give a text so that Markdown shows its characters where no line begins, as in a table's cell."""
    plain = shown(text)
    if _ANY.search(plain) is None:
        return Marked(plain)
    line = _ALWAYS.sub(r"\\\1", plain)
    line = _ENTITY.sub(r"\\&", line)
    return Marked(_LINKS.sub(lambda found: "\\" + found[0], line))


def escaped_row(cells: Sequence[str]) -> str:
    r"""Give the cells of a row of a table, escaped where they are not Markdown, with bars between them.

    Example:
        >>> escaped_row(["Schule | Hort", "3", ""])
        'Schule \\| Hort | 3 | '
    """
    row = "|".join(cells)
    if row.count("|") == len(cells) - 1 and _PLAIN_ROW.fullmatch(row):
        return row.replace("|", " | ")
    return " | ".join(cell if isinstance(cell, Marked) else escape_inline(cell) for cell in cells)


def paragraphs_of(text: str) -> list[str]:
    """Give the paragraphs of a longer text; an empty line divides them, a single break is a blank.

    Example:
        >>> paragraphs_of("Erste Zeile" + chr(10) + "geht weiter." + 2 * chr(10) + "Zweiter Absatz.")
        ['Erste Zeile geht weiter.', 'Zweiter Absatz.']
    """
    pieces = re.split(r"\n[ \t]*\n", _BREAK.sub("\n", text))
    return [piece for piece in (_SPACES.sub(" ", piece).strip(" ") for piece in pieces) if piece]
