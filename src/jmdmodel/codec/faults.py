"""What can be wrong in a file: each kind of fault once, with its texts; and how faults travel."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

import attrs

from jmdmodel.codec.nodes import Node
from jmdmodel.errors import LoadFault, Position
from jmdmodel.messages import Message, Say, Value


@attrs.frozen
class FaultKind:
    """A kind of fault: stable code, what is wrong, what to do."""

    code: str
    what: Say
    remedy: Say | None = None


def _kind(
    code: str, de: str, en: str, remedy_de: str | None = None, remedy_en: str | None = None
) -> FaultKind:
    remedy = Say(remedy_de, remedy_en) if remedy_de is not None and remedy_en is not None else None
    return FaultKind(code, Say(de, en), remedy)


NOT_UTF8 = _kind(
    "L101",
    "Die Datei ist nicht in UTF-8 gespeichert.",
    "The file is not stored as UTF-8.",
    "Im Editor mit der Kodierung UTF-8 neu speichern.",
    "Save it again in the editor with the encoding UTF-8.",
)
BAD_SYNTAX = _kind(
    "L102",
    "Ab hier ist die Datei nicht mehr lesbar: {reason}",
    "From here on the file cannot be read: {reason}",
    "Einrückung, Kommas, Doppelpunkte und Anführungszeichen hier und in der Zeile davor prüfen.",
    "Look at indentation, commas, colons and quotation marks here and in the line before.",
)
TOO_DEEP = _kind(
    "L103",
    "Die Angaben sind mehr als {limit}-fach verschachtelt.",
    "The entries are nested more than {limit} deep.",
    "Die Verschachtelung auflösen; eine Arbeitsmappe braucht höchstens sechs Ebenen.",
    "Take the nesting apart; a workspace needs six levels at most.",
)
TOO_LARGE = _kind(
    "L104",
    "Die Datei ist größer als {limit} Byte.",
    "The file is larger than {limit} bytes.",
    "Die Arbeitsmappe auf mehrere Dateien verteilen.",
    "Divide the workspace into several files.",
)
FORBIDDEN_YAML = _kind(
    "L105",
    "{thing} kommen in einer Arbeitsmappe nicht vor.",
    "{thing} have no place in a workspace.",
    "Die Angabe ausschreiben.",
    "Write the entry out.",
)
SECOND_DOCUMENT = _kind(
    "L106",
    "Hier beginnt ein zweites Dokument.",
    "A second document starts here.",
    "Nur ein Dokument je Datei; die Zeile „---“ entfernen.",
    "One document a file; remove the line with three dashes.",
)
DUPLICATE_KEY = _kind(
    "L107",
    "{value} steht hier schon in Zeile {first}.",
    "{value} stands here already in line {first}.",
    "Die Angaben zusammenführen oder eine anders benennen.",
    "Merge the entries or name one of them differently.",
)
FORBIDDEN_CHARACTER = _kind(
    "L108",
    "Hier steht das unsichtbare Steuerzeichen {value}.",
    "Here stands the invisible control character {value}.",
    "Das Zeichen löschen.",
    "Delete the character.",
)
EMPTY_FILE = _kind(
    "L109",
    "Die Datei enthält nichts.",
    "The file holds nothing.",
    "Mit „schema: 1“ beginnen, dann „service:“ angeben.",
    'Begin with "schema: 1", then give "service:".',
)
UNKNOWN_KEY = _kind(
    "L111",
    "{value} ist hier keine bekannte Angabe.",
    "{value} is no known entry here.",
)
MISSING_KEY = _kind(
    "L112",
    'Die Angabe "{key}" fehlt.',
    'The entry "{key}" is missing.',
    "„{key}: …“ ergänzen ({label}).",
    'Add "{key}: …" ({label}).',
)
EMPTY_VALUE = _kind(
    "L113",
    "Hier steht kein Wert.",
    "There is no value here.",
    "Einen Wert eintragen oder die ganze Zeile weglassen.",
    "Enter a value or leave the whole line out.",
)
WRONG_SHAPE = _kind(
    "L114",
    "Hier steht {found}.",
    "Here stands {found}.",
)
BAD_NUMBER = _kind(
    "L115",
    "{value} ist keine ganze Zahl.",
    "{value} is no whole number.",
)
OUT_OF_RANGE = _kind(
    "L116",
    "{value} liegt außerhalb des Erlaubten.",
    "{value} is out of range.",
)
BAD_DATE = _kind(
    "L117",
    "{value} ist kein Datum des Kalenders.",
    "{value} is no date of the calendar.",
)
BAD_WORD = _kind(
    "L118",
    "{value} gehört hier nicht zum Wortschatz.",
    "{value} is not in the vocabulary here.",
)
BAD_IDENTIFIER = _kind(
    "L119",
    "{value} ist keine Kennung.",
    "{value} is no identifier.",
)
BAD_PATTERN = _kind(
    "L120",
    "{value} hat nicht die Form, die hier verlangt ist.",
    "{value} does not have the form that is needed here.",
)
BAD_TEXT = _kind(
    "L121",
    "Der Text hat mehr als eine Zeile oder Leerraum am Rand.",
    "The text has more than one line, or blanks at its edge.",
    "In eine Zeile schreiben, ohne Leerzeichen am Anfang und Ende.",
    "Write it in one line without blanks at its start and end.",
)
DANGLING = _kind(
    "L122",
    "{value} ist unter {collection} nicht zu finden.",
    "{value} is not found under {collection}.",
)
CYCLE = _kind(
    "L123",
    "Die Kette dieser Angabe führt im Kreis: {value}.",
    "The chain of this entry leads in a circle: {value}.",
    "An einer Stelle der Kette die Angabe entfernen.",
    "Remove the entry at one place of the chain.",
)
PERIOD_BACKWARDS = _kind(
    "L124",
    "Der Zeitraum endet ({until}), bevor er beginnt ({since}).",
    "The period ends ({until}) before it begins ({since}).",
    "Beginn und Ende prüfen; beide Tage gehören zum Zeitraum.",
    "Check start and end; both days belong to the period.",
)
WRONG_PARENT = _kind(
    "L125",
    "{value} ist keine Unterart von {parent}.",
    "{value} is no sub-kind of {parent}.",
)
NEWER_SCHEMA = _kind(
    "L126",
    "Die Datei hat die Fassung {value}; diese Bibliothek kennt Fassungen bis {known}.",
    "The file has version {value}; this library knows versions up to {known}.",
    "Die Bibliothek aktualisieren, etwa mit „pip install --upgrade jmdmodel“.",
    'Update the library, for instance with "pip install --upgrade jmdmodel".',
)
NO_SCHEMA = _kind(
    "L127",
    "Die Angabe „schema“ mit der Fassung des Dateiformats fehlt oder ist keine Zahl.",
    'The entry "schema" with the version of the file format is missing or no number.',
    "Als erste Zeile „schema: 1“ schreiben.",
    'Write "schema: 1" as the first line.',
)
WRONG_COLLECTION = _kind(
    "L128",
    "{value} führt zu etwas, das hier nicht gemeint sein kann.",
    "{value} leads to something that cannot be meant here.",
)
NORMALISED = _kind(
    "L190",
    "Der Text wurde auf zusammengesetzte Buchstaben (NFC) umgestellt.",
    "The text was turned into composed letters (NFC).",
)

_MEANT = Say(de='Meinten Sie "{near}"?', en='Did you mean "{near}"?')
_HIDDEN = Say(de="eine vertrauliche Angabe (Länge {n})", en="a confidential entry (length {n})")
_HIDDEN_OTHER = Say(de="eine vertrauliche Angabe", en="a confidential entry")
_OURS = frozenset(["collection", "first", "found", "key", "known", "label", "limit", "reason", "thing"])
"""Values that are the library's own words and not the user's."""


@attrs.frozen(kw_only=True)
class RawFault:
    """A fault on its way up: place in the file, path so far, values.

    Those of the reader do not know their path yet; ``holder`` is the mapping that they stand in.
    """

    kind: FaultKind
    line: int
    column: int
    values: tuple[tuple[str, Value], ...] = ()
    expected: Message | None = None
    near: str | None = None
    path: tuple[str, ...] = ()
    holder: Node | None = attrs.field(default=None, eq=False, repr=False)

    def under(self, part: str) -> RawFault:
        """Give the fault with one more part in front of its path."""
        return attrs.evolve(self, path=(part, *self.path))

    def masked(self) -> RawFault:
        """Give the fault without the values it is about: only that it is a text, and how long (R-51)."""
        values = tuple((name, value if name in _OURS else _hide(value)) for name, value in self.values)
        path = self.path[:-1] if self.kind is UNKNOWN_KEY else self.path
        return attrs.evolve(self, values=values, near=None, path=path)

    def placed(self, file: str) -> LoadFault:
        """Give the finished fault of a file."""
        known = dict(self.values)
        what = Message.of(self.kind.what, **{name: known[name] for name in self.kind.what.names()})
        return LoadFault(
            code=self.kind.code,
            path=join_path(self.path),
            position=Position(file, self.line, self.column),
            what=what,
            expected=self.expected,
            remedy=self._remedy(known),
            near=self.near,
        )

    def _remedy(self, known: dict[str, Value]) -> Message | None:
        if self.near is not None:
            return Message.of(_MEANT, near=self.near)
        if self.kind.remedy is None:
            return None
        return Message.of(self.kind.remedy, **{name: known[name] for name in self.kind.remedy.names()})


class Faulty(Exception):  # noqa: N818 - never leaves the codec
    """Carries faults up to where all of them are gathered; never leaves the codec."""

    def __init__(self, *faults: RawFault) -> None:
        super().__init__(*faults)
        self.faults = faults


def duplicate(holder: Node, name: str, line: int, column: int) -> RawFault:
    """Give the fault of a key that stands twice in a mapping."""
    values = (("first", holder.entries[name].key_line), ("value", quoted(name)))
    path = (name if name.isprintable() and name else "?",)
    return RawFault(kind=DUPLICATE_KEY, line=line, column=column, values=values, path=path, holder=holder)


def join_path(parts: tuple[str, ...]) -> str:
    """Join the parts of a path: ``/`` before an identifier, ``[`` before a number, else a dot."""
    text = ""
    for part in parts:
        text += part if not text or part[0] in "/[" else f".{part}"
    return text


def quoted(text: str) -> str:
    """Give the user's words in quotation marks, shortened where they are long, control characters shown."""
    shown = text if len(text) <= 60 else text[:57] + "…"
    return '"' + "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in shown) + '"'


def nearest(text: str, known: Iterable[str]) -> str | None:
    """Give the known name that is most like a text; ``None`` when none is near."""
    cutoff = 0.6 if len(text) > 3 else 0.75  # of short words nearly all look alike
    found = difflib.get_close_matches(text.casefold(), sorted(known), n=1, cutoff=cutoff)
    return found[0] if found else None


def _hide(value: Value) -> Value:
    if isinstance(value, Say):
        return value  # hidden further down already
    if not isinstance(value, str):
        return _HIDDEN_OTHER
    length = max(len(value) - 2, 0)
    return Say(_HIDDEN.de.format(n=length), _HIDDEN.en.format(n=length))
