"""What can be wrong with a workspace in a folder, beyond what can be wrong in one document."""

from __future__ import annotations

from jmdmodel.codec.faults import FaultKind
from jmdmodel.messages import Say


def _kind(
    code: str, de: str, en: str, remedy_de: str | None = None, remedy_en: str | None = None
) -> FaultKind:
    remedy = Say(remedy_de, remedy_en) if remedy_de is not None and remedy_en is not None else None
    return FaultKind(code, Say(de, en), remedy)


NO_ROOT_PART = _kind(
    "L151",
    "In dem Ordner fehlt die Datei „workspace.yaml“ mit den Angaben zum Dienst.",
    'The folder lacks the file "workspace.yaml" with the entries about the service.',
    "Den Ordner der Arbeitsmappe angeben, oder mit „jmd new“ eine neue anlegen.",
    'Name the folder of the workspace, or make a new one with "jmd new".',
)
NO_PART = _kind(
    "L152",
    "So heißt kein Teil einer Arbeitsmappe.",
    "No part of a workspace has this name.",
    "Die Datei umbenennen oder in einen Unterordner verschieben; Unterordner werden nicht gelesen.",
    "Rename the file or move it to a sub-folder; sub-folders are not read.",
)
SAME_PART = _kind(
    "L153",
    "Diesen Teil gibt es zweimal: Daneben liegt {other}.",
    "This part is there twice: {other} lies beside it.",
    "Die Angaben in einer der beiden Dateien zusammenführen und die andere löschen.",
    "Bring the entries together in one of the two files and delete the other.",
)
NOT_FLAT = _kind(
    "L154",
    "Die Einträge dieser Sammlung passen nicht in eine Tabelle, denn sie haben selbst wieder Teile.",
    "The entries of this collection do not fit into a table, as they have parts of their own.",
    "Die Sammlung als YAML-Datei führen, mit der Endung „.yaml“.",
    'Keep the collection as a YAML file, with the ending ".yaml".',
)
MISPLACED = _kind(
    "L155",
    "{value} gehört nicht in diese Datei.",
    "{value} does not belong in this file.",
    "Die Angaben in eine Datei verschieben, die danach heißt: {home}.",
    "Move the entries to a file that is named after them: {home}.",
)
PRIVATE_IN_ROOT = _kind(
    "L156",
    "{value} enthält Angaben über Menschen und steht in einem Ordner nicht in dieser Datei.",
    "{value} holds entries about people and does not stand in this file of a folder.",
    "Die Angaben in eine eigene Datei verschieben ({home}), damit sie außerhalb der Versionsverwaltung"
    " bleiben können.",
    "Move the entries to a file of their own ({home}), so that they can stay out of version control.",
)
TWICE = _kind(
    "L157",
    "{value} steht in zwei Dateien, zuerst in {first}.",
    "{value} stands in two files, first in {first}.",
    "Die Angaben in einer Datei zusammenführen oder eine anders benennen.",
    "Bring the entries together in one file, or name one of them differently.",
)
OTHER_YEAR = _kind(
    "L158",
    "Der Tag liegt nicht in dem Jahr, nach dem die Datei heißt ({first}).",
    "The day is not in the year that the file is named after ({first}).",
    "Den Tag berichtigen oder den Eintrag in die Datei seines Jahres verschieben.",
    "Correct the day, or move the entry to the file of its year.",
)
EMPTY_PART = _kind(
    "L159",
    "Die Datei ist leer.",
    "The file is empty.",
    "Mit der Zeile „schema: {known}“ beginnen oder die Datei löschen.",
    'Begin with the line "schema: {known}", or delete the file.',
)
NO_HEADER = _kind(
    "L161",
    "In der ersten Zeile stehen keine Spaltennamen dieser Sammlung.",
    "The first line does not hold the names of this collection's columns.",
    "Als erste Zeile die Spaltennamen schreiben, durch „;“ oder „,“ getrennt, zum Beispiel: {head}",
    'Write the names of the columns as the first line, divided by ";" or ",", for instance: {head}',
)
UNKNOWN_COLUMN = _kind(
    "L162",
    "{value} ist keine Spalte dieser Sammlung.",
    "{value} is no column of this collection.",
)
SAME_COLUMN = _kind(
    "L163",
    "Die Spalte {value} steht zweimal da.",
    "The column {value} is there twice.",
    "Eine der beiden Spalten entfernen.",
    "Remove one of the two columns.",
)
MISSING_COLUMN = _kind(
    "L164",
    "Die Spalte „{key}“ fehlt.",
    'The column "{key}" is missing.',
    "In der ersten Zeile die Spalte „{key}“ ergänzen{label}.",
    'Add the column "{key}" to the first line{label}.',
)
EMPTY_CELL = _kind(
    "L165",
    "Diese Zelle ist leer, braucht aber einen Wert.",
    "This cell is empty, but needs a value.",
    "Einen Wert eintragen oder die ganze Zeile löschen.",
    "Enter a value, or delete the whole row.",
)
OTHER_LENGTH = _kind(
    "L166",
    "Diese Zeile hat eine andere Zahl von Zellen ({found}) als die erste ({known}).",
    "This row has another number of cells ({found}) than the first one ({known}).",
    "Trennzeichen ergänzen oder entfernen; Texte mit Trennzeichen in Anführungszeichen setzen.",
    "Add or remove separators; put texts that hold a separator in quotation marks.",
)
BAD_QUOTES = _kind(
    "L167",
    "Die Anführungszeichen in dieser Zelle passen nicht zusammen.",
    "The quotation marks in this cell do not fit together.",
    "Die ganze Zelle in Anführungszeichen setzen und jedes Anführungszeichen darin verdoppeln.",
    "Put the whole cell in quotation marks, and double each quotation mark inside.",
)
CELL_LEAVE_OUT = Say(
    "Wo nichts anzugeben ist, die Zelle leer lassen.", "Where there is nothing to say, leave the cell empty."
)
