"""The words of the exporter ``tables``, for its three forms at once (R-35)."""

from __future__ import annotations

import re

from jmdmodel.flattening import FlatColumn, FlatTable
from jmdmodel.messages import Language, Say
from jmdmodel.scales import Coded

TITLE = Say("Tabellen: {service}", "Tables: {service}")
ABOUT = Say(
    "Alle Sammlungen des Dienstes „{service}“ als Tabellen, Stand {day}. Adressatenkreis: {audience}.",
    'All collections of the service "{service}" as tables, as of {day}. Audience: {audience}.',
)
HOW = Say(
    "Eine Zeile ist ein Eintrag, eine Spalte eine Angabe; was fehlt, bleibt leer. Listen von Kürzeln, "
    "Kennungen und Tagen stehen in einer Zelle, durch Leerzeichen getrennt. Jede andere Liste ist eine "
    "eigene Tabelle; ihre Zeilen nennen den Eintrag, zu dem sie gehören, und ihre Nummer in der Liste.",
    "A row is an entry, a column a piece of information; what is missing stays empty. Lists of codes, "
    "identifiers and days stand in one cell, divided by blanks. Any other list is a table of its own; its "
    "rows name the entry that they belong to, and their number in the list.",
)
SHEETS = Say(
    "Jede Tabelle mit Einträgen hat ein eigenes Blatt. Dort nennt Zeile 1 die Namen der Spalten, die sich "
    "nie ändern, und Zeile 2, was sie bedeuten. Die Kürzel erklärt das Blatt „{words}“.",
    "Each table with entries has a sheet of its own. There, row 1 has the names of the columns, which never "
    'change, and row 2 what they mean. The sheet "{words}" explains the codes.',
)
NO_PERSONS = Say(
    "Zahlen von Personen stehen hier nicht; der Jahresbericht nennt sie in geschützter Form.",
    "Numbers of persons do not stand here; the annual report tells them in protected form.",
)
PERSONS = Say(
    "Zahlen von Personen stehen hier, wie sie eingetragen sind, also ungeschützt. Diese Tabellen bleiben im "
    "Team.",
    "Numbers of persons stand here as they were entered, that is unprotected. These tables stay in the team.",
)
TOO_LONG = Say(
    "Zu lang für eine Zelle: {n} Zeichen. Als CSV steht hier der ganze Text.",
    "Too long for a cell: {n} characters. As CSV the whole text stands here.",
)
TEXT_IMPORT = Say(
    "Tabellenprogramme öffnen diese Dateien am sichersten über den Textimport, alle Spalten mit Text als Typ "
    "„Text“. Ein Apostroph am Anfang einer Zelle gehört nicht zum Text; jede solche Zelle ist aufgeführt.",
    "Spreadsheets open these files most safely through their text import, all columns that hold text typed "
    'as "text". An apostrophe at the start of a cell is no part of the text; each such cell is listed.',
)
EXPLANATION = Say("Erklärung", "Explanation")
WORDS = Say("Wörter", "Words")
LIST = Say("Liste", "list")
CODE = Say("Kürzel", "code")
LABEL = Say("Bezeichnung", "label")
MEANING = Say("Bedeutung", "meaning")
SHEET = Say("Blatt", "sheet")
TABLE = Say("Tabelle", "table")
ROWS = Say("Zeilen", "rows")
COLUMN = Say("Spalte", "column")
KIND = Say("Art", "kind")
HINT = Say("Hinweis", "note")
ONE_OF_THE_LIST = Say("Nur Kürzel aus der Liste.", "Codes of the list only.")
NOT_A_CODE = Say("Kürzel unbekannt", "unknown code")
SEE_WORDS = Say(
    "Dieses Wort steht nicht im Blatt „{words}“, Liste „{list}“.",
    'This word is not on the sheet "{words}", list "{list}".',
)

_TYPES: dict[str, Say] = {
    "text": Say("Text", "text"),
    "code": Say("Kürzel", "code"),
    "integer": Say("ganze Zahl", "whole number"),
    "year": Say("Jahr", "year"),
    "decimal": Say("Zahl mit Nachkommastellen", "number with decimals"),
    "boolean": Say("ja (true) oder nein (false)", "yes (true) or no (false)"),
    "date": Say("Tag", "day"),
}
YES_NO = "yes-no"
_TRUTHS = tuple(
    (Say(code, code), label, Say("", ""))
    for code, label in (("true", Say("ja", "yes")), ("false", Say("nein", "no")))
)
_IDENTIFIER = Say("Kennung", "identifier")
_REFERENCE = Say("Kennung aus: {tables}", "identifier from: {tables}")
_CODE_OF = Say("Kürzel, Liste „{list}“", 'code, list "{list}"')
_SEVERAL = Say("{kind}, auch mehrere", "{kind}, also several")


def list_name(words: type[Coded]) -> str:
    """Give the name of a list of words, as in ``partner-kind``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", words.__name__).lower()


def kind_of(column: FlatColumn, language: Language) -> str:
    """Tell what stands in a column."""
    if column.words is not None and not column.shows_label:
        told = _CODE_OF.in_(language).format(list=list_name(column.words))
    elif column.refers:
        told = _REFERENCE.in_(language).format(tables=", ".join(column.refers.split()))
    elif column.identifies:
        told = _IDENTIFIER.in_(language)
    else:
        told = _TYPES[column.type].in_(language)
    return _SEVERAL.in_(language).format(kind=told) if column.many else told


def list_of(column: FlatColumn) -> str:
    """Give the name of the list that the cells of a column are from; empty without one."""
    if column.type == "boolean":
        return YES_NO
    return list_name(column.words) if column.words is not None and not column.shows_label else ""


def lists_of(tables: tuple[FlatTable, ...]) -> dict[str, tuple[tuple[Say, Say, Say], ...]]:
    """Give the lists that some tables use: for each word its code, its label and what it means."""
    used: dict[str, tuple[tuple[Say, Say, Say], ...]] = {}
    for column in (column for table in tables for column in table.columns):
        if column.type == "boolean":
            used[YES_NO] = _TRUTHS
        elif column.words is not None:
            used[list_name(column.words)] = tuple(
                (Say(word.code, word.code), word.label, word.anchor or Say("", "")) for word in column.words
            )
    return dict(sorted(used.items()))
