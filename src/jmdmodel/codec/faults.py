"""What can be wrong in a file: each kind of fault once, with its texts."""

from __future__ import annotations

import attrs

from jmdmodel.codec.nodes import SCHEMA_VERSION
from jmdmodel.messages import Say


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
    "Ältere Jahre in eine eigene Arbeitsmappe verschieben.",
    "Move older years to a workspace of their own.",
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
    "Only one document per file; remove the line with three dashes.",
)
DUPLICATE_KEY = _kind(
    "L107",
    "{value} steht hier zum zweiten Mal, zuerst in Zeile {first}.",
    "{value} stands here a second time, first in line {first}.",
    "Die Angaben zusammenführen oder eine anders benennen.",
    "Merge the entries or name one of them differently.",
)
FORBIDDEN_CHARACTER = _kind(
    "L108",
    "Hier steht ein unsichtbares Zeichen, das kein Text braucht: {value}.",
    "There is an invisible character here that no text needs: {value}.",
    "Das Zeichen löschen.",
    "Delete the character.",
)
EMPTY_FILE = _kind(
    "L109",
    "Die Datei ist leer.",
    "The file is empty.",
    f"Mit „schema: {SCHEMA_VERSION}“ beginnen, dann „service:“ angeben.",
    f'Begin with "schema: {SCHEMA_VERSION}", then give "service:".',
)
NOT_TEXT = _kind(
    "L110",
    "Das ist keine Textdatei.",
    "This is no text file.",
    "Eine Arbeitsmappe ist eine Textdatei in YAML oder JSON; gemeint ist wohl eine andere Datei.",
    "A workspace is a text file in YAML or JSON; another file is probably meant.",
)
UNKNOWN_KEY = _kind(
    "L111",
    "{value} ist hier keine bekannte Angabe.",
    "{value} is not a known entry here.",
)
MISSING_KEY = _kind(
    "L112",
    "Die Angabe „{key}“ fehlt.",
    'The entry "{key}" is missing.',
    "„{key}: …“ ergänzen{label}.",
    'Add "{key}: …"{label}.',
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
    "There is {found} here.",
)
BAD_NUMBER = _kind(
    "L115",
    "{value} ist keine ganze Zahl.",
    "{value} is not a whole number.",
)
OUT_OF_RANGE = _kind(
    "L116",
    "{value} liegt außerhalb des erlaubten Bereichs.",
    "{value} is out of range.",
)
BAD_DATE = _kind(
    "L117",
    "{value} ist kein gültiges Datum.",
    "{value} is not a valid date.",
)
BAD_WORD = _kind(
    "L118",
    "{value} ist hier nicht vorgesehen.",
    "{value} is not in the vocabulary here.",
)
BAD_IDENTIFIER = _kind(
    "L119",
    "{value} kann keine Kennung sein.",
    "{value} cannot be an identifier.",
)
BAD_PATTERN = _kind(
    "L120",
    "{value} hat nicht die Form, die hier verlangt ist.",
    "{value} does not have the form that is needed here.",
)
BAD_TEXT = _kind(
    "L121",
    "Der Text hat mehr als eine Zeile oder Leerzeichen am Anfang oder Ende.",
    "The text has more than one line, or blanks at its start or end.",
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
    "{value} is not a sub-kind of {parent}.",
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
    f"Als erste Zeile „schema: {SCHEMA_VERSION}“ schreiben.",
    f'Write "schema: {SCHEMA_VERSION}" as the first line.',
)
WRONG_COLLECTION = _kind(
    "L128",
    "{value} verweist auf etwas, das hier nicht gemeint sein kann.",
    "{value} refers to something that cannot be meant here.",
)
OTHER_KIND = _kind(
    "L129",
    "Der Wert ist von anderer Art, als das Feld sie hat.",
    "The value is of another kind than the field has.",
)
TWO_PARTS = _kind(
    "L130",
    "Der Text hat Buchstaben aus mehreren Zeichen (nicht NFC).",
    "The text has letters made of several characters (not NFC).",
    'Den Text mit unicodedata.normalize("NFC", …) zusammenfassen.',
    'Compose the text with unicodedata.normalize("NFC", …).',
)
TOO_MANY = _kind(
    "L181",
    "Die Datei hat mehr als {limit} Zeilen und Kommas.",
    "The file has more than {limit} lines and commas.",
    "Ältere Jahre in eine eigene Arbeitsmappe verschieben.",
    "Move older years to a workspace of their own.",
)
NORMALISED = _kind(
    "L190",
    "Buchstaben aus mehreren Zeichen wurden zusammengefasst (NFC); der Text liest sich gleich.",
    "Letters made of several characters were composed (NFC); the text reads the same.",
)
OLDER_SCHEMA = _kind(
    "L191",
    "Die Datei ist in Fassung {value} des Dateiformats geschrieben; gespeichert wird sie in Fassung {known}.",
    "The file is written in version {value} of the file format; it is saved in version {known}.",
)
