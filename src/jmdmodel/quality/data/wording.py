"""Rules on texts: characters that deceive the eye, and what identifies people where it does not belong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from jmdmodel.findings import Finding
from jmdmodel.messages import Say
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import NoParameters
from jmdmodel.quality.walk import Text
from jmdmodel.scales import Audience
from jmdmodel.workspace import Workspace

_DIRECTION = Say(de="Steuerzeichen für die Schreibrichtung", en="control character for the writing direction")
_INVISIBLE = Say(de="unsichtbares Zeichen", en="invisible character")
_MIXED = Say(de="Wort aus Buchstaben verschiedener Schriften", en="word made of letters of different scripts")

_BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_DIRECTION_MARKS = frozenset("\u200e\u200f\u061c")
_INVISIBLES = frozenset("\u200b\u2060\ufeff\u00ad\u180e")
_JOINERS = frozenset("\u200c\u200d")
_LOOK_ALIKES = frozenset({"LATIN", "CYRILLIC", "GREEK"})
_WORD = re.compile(r"[^\W\d_]+")
_WORTH_A_LOOK = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0370-\u052f\u1f00-\u1fff]"
)
"""Every sign that can deceive, and the letters of Greek and Cyrillic; most texts have none of them."""


def deceiving(text: str) -> tuple[Say, str] | None:
    """Give the first kind of deceiving character in a text, and that character; ``None`` for an honest text.

    Joiners inside Persian, Arabic or Indian words and in emoji are right, and so are direction marks
    in texts that hold letters written from right to left.

    Example:
        >>> deceiving("Jugendamt"), deceiving("می\u200cخواهم")
        (None, None)
        >>> deceiving("J\u043ebcenter")[0].en
        'word made of letters of different scripts'
    """
    if not _WORTH_A_LOOK.search(text):
        return None
    right_to_left = any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in text)
    for place, sign in enumerate(text):
        if sign in _BIDI_CONTROLS or (sign in _DIRECTION_MARKS and not right_to_left):
            return _DIRECTION, sign
        if sign in _INVISIBLES or (sign in _JOINERS and not _joins(text, place)):
            return _INVISIBLE, sign
    for word in _WORD.findall(text):
        scripts = {unicodedata.name(sign, "").split(" ")[0]: sign for sign in word}
        if len(scripts.keys() & _LOOK_ALIKES) > 1:
            foreign = next(sign for script, sign in scripts.items() if script in _LOOK_ALIKES - {"LATIN"})
            return _MIXED, foreign
    return None


def _joins(text: str, place: int) -> bool:
    """Tell whether a joiner stands behind a sign that it belongs to: not Latin, Greek or Cyrillic."""
    before = text[place - 1] if place else ""
    if not before or before.isascii() or before.isspace():
        return False
    return unicodedata.name(before, "").split(" ")[0] not in _LOOK_ALIKES


@rule(
    code="D902",
    name="deceiving-characters",
    level="should",
    requirements=("R-53",),
    looks_at=Workspace,
    title=Say(de="Ein Text enthält täuschende Zeichen", en="A text contains deceptive characters"),
    message=Say(
        de="Im Feld „{label}“ steht ein Zeichen, das man nicht sieht oder leicht verwechselt: {kind} "
        "({sign}).",
        en='The field "{label}" contains a character that cannot be seen or is easily mistaken: {kind} '
        "({sign}).",
    ),
    reason=Say(
        de="Solche Zeichen kommen oft beim Kopieren mit. Suche, Sortierung und Vergleich finden den Text "
        "dann nicht, und auf Karten kann er verdreht erscheinen.",
        en="Such characters often come along when text is copied. Searching, sorting and comparing then "
        "miss the text, and on maps it may appear twisted.",
    ),
    remedy=Say(
        de="Den Text an dieser Stelle löschen und mit der Tastatur neu schreiben.",
        en="Delete the text at this place and type it anew on the keyboard.",
    ),
)
def deceiving_characters(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find, for each thing, the first text with such a character; the text itself is never told."""
    del workspace
    told: set[object] = set()
    for text in ctx.index.texts:
        if text.words.isascii() or text.subject in told:
            continue
        found = deceiving(text.words)
        if found is not None:
            told.add(text.subject)
            kind, sign = found
            yield ctx.found(text.subject, text.field, label=text.label, kind=kind, sign=f"U+{ord(sign):04X}")


_MAIL = Say(de="E-Mail-Adresse einer Person", en="e-mail address of a person")
_PHONE = Say(de="Telefonnummer", en="telephone number")
_BIRTH = Say(de="Geburtsdatum", en="date of birth")

_MAY_IDENTIFY = re.compile(r"[@0-9]")
_FOUR_DIGITS = re.compile(r"\d(?:\D*\d){3}")
"""No telephone number and no date of birth has fewer; most texts with a digit have only one or two."""
_MAIL_PATTERN = re.compile(r"(?<![\w.+-])([\w.+-]+)@[\w-]+(?:\.[\w-]+)+")
_PHONE_PATTERN = re.compile(
    r"(?<![\w.,/-])(?:\+\d{2}[ /-]?(?:\(0\))?[ /-]?[1-9]\d{1,4}|\(0[1-9]\d{1,4}\)|0[1-9]\d{1,4})[ /-]{1,3}"
    r"\d[\d -]{3,12}\d(?![\w.,]\d)"
    r"|(?<![\w.,/-])(?:\+49|0)1[5-7]\d{8,9}(?!\d)"
)
_BIRTH_PATTERN = re.compile(
    r"(?:(?:\bgeb(?:\.|oren)\s*(?:am)?|\bgeburtsdatum:?|\bborn(?: on)?)\s*|\*)"
    r"(?:\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}|\d{4}-\d{2}-\d{2})",
    re.IGNORECASE,
)
_OFFICE_MAILBOXES = frozenset(
    {
        "beratung", "buero", "büro", "contact", "empfang", "geschaeftsstelle", "info", "jmd", "kontakt",
        "mail", "office", "post", "poststelle", "presse", "sekretariat", "service", "team", "verwaltung",
        "zentrale",
    }
)  # fmt: skip


def identifying(text: str, *, phones: bool) -> Say | None:
    """Give what in a text points to a single person; ``None`` when nothing does.

    The mailbox of an office points to nobody.

    Example:
        >>> identifying("Rückfragen an info@jobcenter.example", phones=True)
        >>> identifying("Tel. 02651 123456", phones=True).en
        'telephone number'
    """
    if not _MAY_IDENTIFY.search(text):
        return None
    if "@" in text:
        boxes = (found.group(1).casefold() for found in _MAIL_PATTERN.finditer(text))
        if any(not {*re.split(r"[.+_-]", box)} & _OFFICE_MAILBOXES for box in boxes):
            return _MAIL
    if not _FOUR_DIGITS.search(text):
        return None
    if _BIRTH_PATTERN.search(text):
        return _BIRTH
    return _PHONE if phones and _PHONE_PATTERN.search(text) else None


@rule(
    code="D903",
    name="identifying-text",
    level="should",
    requirements=("R-51",),
    looks_at=Workspace,
    title=Say(de="Ein Text enthält Angaben zu einer Person", en="A text contains personal details"),
    message=Say(
        de="Im Feld „{label}“ steht vermutlich: {kind}. Das Feld ist sichtbar für: {audience}.",
        en='The field "{label}" probably contains: {kind}. The field can be seen by: {audience}.',
    ),
    reason=Say(
        de="Was in diesem Feld steht, geht mit Karten und Berichten aus dem Haus oder liegt dem ganzen "
        "Team vor. Angaben zu einzelnen Personen gehören nicht dorthin.",
        en="What stands in this field is passed on with maps and reports, or is open to the whole team. "
        "Details of individual people do not belong there.",
    ),
    remedy=Say(
        de="Die Angabe löschen oder, wenn sie zu einer Schlüsselperson gehört, in deren Notiz („note“) "
        "verschieben.",
        en="Delete the detail or, if it belongs to a key person, move it to the note of that person "
        '("note").',
    ),
)
def identifying_text(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find texts for the team or a wider circle that point to a person; the text itself is never told.

    The office's own telephone number in the team's notes is common and harmless, so numbers are looked
    for only in what leaves the house; the address of the service is meant to be public.
    """
    del workspace
    for text in ctx.index.texts_up_to(Audience.INTERNAL):
        if _is_address(text):
            continue
        kind = identifying(text.words, phones=text.privacy <= Audience.REPORT)
        if kind is not None:
            yield ctx.found(
                text.subject, text.field, label=text.label, kind=kind, audience=text.privacy.label
            )


def _is_address(text: Text) -> bool:
    return text.subject.collection == "service" and text.field == "address"
