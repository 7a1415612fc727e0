"""The words of the page of the i-mpuls-style tables that stand in no definition of a file or column."""

from __future__ import annotations

from jmdexport.builtin._impuls_columns import Kind, Whom
from jmdexport.builtin._impuls_package import DAY_FIRST, STANDARD, TEXT, YEAR_FIRST
from jmdmodel.messages import Say

TITLE = Say("CSV im Stil von i-mpuls: Dateien und Spalten", "CSV in the style of i-mpuls: files and columns")
INTRO = Say(
    "Was der Exporter [`impuls-csv`](exporters.md#impuls-csv) schreibt: das Format `{format}`, Version "
    "{version}. Es ist ein [eigenes Format](../explanation/impuls.md) und nicht das Importformat der "
    "Software i-mpuls. Wie man die Dateien liest, zeigt [Read the CSV](../how-to/read-the-csv.md) (auf "
    "Englisch). Neben den Tabellen liegt `{package}`; dort steht dasselbe wie hier für Programme, dazu der "
    "Dienst, das Jahr, für wen der Export ist, und warum etwas fehlt.",
    "What the exporter [`impuls-csv`](exporters.md#impuls-csv) writes: the format `{format}`, version "
    "{version}. It is [a format of its own](../explanation/impuls.md) and not the import format of the "
    "software i-mpuls. [Read the CSV](../how-to/read-the-csv.md) shows how to use the files. Beside the "
    "tables lies `{package}`; it says for programs what stands here, and names the service, the year, whom "
    "the export is for, and why something is missing.",
)
FILES = Say("Die Dateien", "The files")
FILES_TOLD = Say(
    "Jede Datei gibt es in jedem Export, auch wenn sie nur die erste Zeile hat; einzelne Tätigkeiten gibt "
    "es nur für namentlich Berechtigte (`--for personal`). Welche Zeilen und Zahlen darin stehen, hängt "
    "davon ab, für wen der Export ist. *Schlüssel* sind die Spalten, die eine Zeile von allen anderen "
    "unterscheiden.",
    "Every export has every file, even if it holds nothing but the first line; single activities are there "
    "for people entitled by name alone (`--for personal`). Which rows and numbers stand there depends on "
    "whom the export is for. The *key* is the columns that tell a row from all others.",
)
FILES_HEAD = (
    Say("Datei", "file"),
    Say("Inhalt", "content"),
    Say("für wen", "for whom"),
    Say("Schlüssel", "key"),
    Say("seit Version", "since version"),
    Say("Anforderungen", "requirements"),
)
WHOM: dict[Whom, Say] = {
    "always": Say("alle", "everybody"),
    "personal": Say("namentlich Berechtigte", "people entitled by name"),
}
DIALECTS = Say("Die beiden Dialekte", "The two dialects")
DIALECTS_TOLD = Say(
    "In der ersten Zeile stehen in beiden Dialekten dieselben Namen der Spalten. Verschieden ist nur, wie "
    "Zellen geschrieben sind. Ein Text, den ein Tabellenprogramm ausführen würde, bekommt im Dialekt "
    "`office` einen Apostroph davor; welche Zellen das sind, steht in `{package}` unter `guarded_cells`. "
    "Zahlen bekommen nie einen. Eine Zelle mit nichts als `{missing}` fehlt.",
    "The first line has the same names of columns in both dialects. What differs is how cells are written. "
    "In the dialect `office` a text that a spreadsheet would run gets an apostrophe in front; `{package}` "
    "lists these cells under `guarded_cells`. Numbers never get one. A cell that holds nothing but "
    "`{missing}` is missing.",
)
DIALECT_ROWS = {
    "delimiter": Say("Trennzeichen", "between cells"),
    "newline": Say("Zeilenende", "end of a line"),
    "encoding": Say("Zeichensatz", "encoding"),
    "number": Say("Zahl", "number"),
    "day": Say("Tag", "day"),
    "days": Say("andere Tage mit der Option `days`", "other days by the option `days`"),
    "formula": Say("Text `=1+1`", "text `=1+1`"),
    "missing": Say("fehlender Wert", "missing value"),
}
BOM = Say("UTF-8 mit BOM", "UTF-8 with BOM"), Say("UTF-8", "UTF-8")
YES_NO = Say("ja", "yes"), Say("nein", "no")
PROTECTED = Say("Geschützte Zahlen von Personen", "Protected numbers of persons")
PROTECTED_TOLD = Say(
    "Diese Spalten zählen Personen. Ihre Zahlen kommen allein aus [geschützten "
    "Tabellen](../explanation/protected-counts.md). Ist eine verborgen, fehlt sie, und der Grund steht in "
    "`{package}` unter `notes`. Alle anderen Zahlen zählen Partner, Sitzungen, Termine, Tätigkeiten oder "
    "Zeit.",
    "These columns count persons. Their numbers come from [protected "
    "tables](../explanation/protected-counts.md) alone. A hidden number is missing, and `{package}` says "
    "why under `notes`. All other numbers count partners, sessions, meetings, activities or time.",
)
IMPORT = Say("In LibreOffice öffnen", "Open in LibreOffice")
IMPORT_STEPS = (
    Say(
        "„Datei“ → „Öffnen“, die CSV-Datei wählen; es erscheint das Fenster „Textimport“.",
        '"File" → "Open", choose the CSV file; the window "Text Import" comes up.',
    ),
    Say(
        "Zeichensatz „Unicode (UTF-8)“, Sprache „Deutsch (Deutschland)“, getrennt durch „Semikolon“ und "
        "durch nichts sonst.",
        'Character set "Unicode (UTF-8)", language "German (Germany)", separated by "Semicolon" and '
        "nothing else.",
    ),
    Say(
        "In der Vorschau jede Spalte anklicken und ihr den Typ geben, der unten in der letzten Spalte "
        "steht. Mit gehaltener Strg-Taste lassen sich mehrere zugleich wählen.",
        "Click on each column of the preview and give it the type that stands below, in the last column of "
        "each table. Holding the Ctrl key, several can be chosen at once.",
    ),
)
IMPORT_TOLD = Say(
    "So bleibt jeder Text, wie er ist, auch die Postleitzahl 01067. Das gilt für den Dialekt `office`. Auf "
    "einer Befehlszeile stehen dieselben Angaben in einer Zeile; sie ist bei jeder Datei genannt: "
    '`soffice --infilter="{filter}:ANGABEN" DATEI`. Bei eigenen Namen der Spalten ändert sich nichts daran.',
    "So every text stays as it is, also the postcode 01067. This is for the dialect `office`. On a command "
    "line the same stands in one line, which is given with each file: "
    '`soffice --infilter="{filter}:LINE" FILE`. Names of your own for the columns change nothing in it.',
)
FORMS = {
    STANDARD: Say("Standard", "Standard"),
    TEXT: Say("Text", "Text"),
    DAY_FIRST: Say("Datum (TMJ)", "Date (DMY)"),
    YEAR_FIRST: Say("Datum (JMT)", "Date (YMD)"),
}
MAPPING = Say("Eigene Namen", "Names of your own")
MAPPING_TOLD = Say(
    "Mit der Option `mapping` bekommen Spalten und Kürzel eigene Namen. Eine Zuordnung ist YAML oder JSON "
    "mit bis zu drei Teilen: `columns` für eine Spalte in allen Dateien, `files` für die Spalten einer "
    "Datei (unter ihrem Namen ohne `.csv`), `codes` für die Kürzel einer Spalte in allen Dateien. Was sie "
    "nicht nennt, bleibt. Kürzel haben die Spalten {columns}.",
    "The option `mapping` gives columns and codes names of your own. A mapping is YAML or JSON with up to "
    "three parts: `columns` for a column in all files, `files` for the columns of one file (by its name "
    "without `.csv`), `codes` for the codes of a column in all files. What it does not name stays. The "
    "columns with codes are {columns}.",
)
MAPPING_EXAMPLE = """\
columns:
  year: Jahr
files:
  work_time:
    area: Bereich
codes:
  area:
    counselling: "01"
"""
COLUMNS_HEAD = (
    Say("Spalte", "column"),
    Say("deutsch", "German"),
    Say("englisch", "English"),
    Say("was dort steht", "what stands there"),
    Say("Bedeutung", "meaning"),
    Say("LibreOffice", "LibreOffice"),
)
KINDS: dict[Kind, Say] = {
    "text": Say("Text", "text"),
    "id": Say("Kennung", "identifier"),
    "ids": Say("Kennungen", "identifiers"),
    "code": Say("Kürzel: {words}", "code: {words}"),
    "codes": Say("mehrere Kürzel: {words}", "several codes: {words}"),
    "integer": Say("ganze Zahl", "whole number"),
    "number": Say("Zahl mit {decimals}", "number with {decimals}"),
    "day": Say("Tag", "day"),
}
DECIMALS = Say("{n} Nachkommastellen", "{n} decimals")
ONE_DECIMAL = Say(
    "1 Nachkommastelle, wenn die Option `decimals` nichts anderes sagt",
    "1 decimal, unless the option `decimals` says otherwise",
)
FROM = Say("ab {least}", "from {least}")
BETWEEN = Say("{least} bis {most}", "{least} to {most}")
ALWAYS = Say("fehlt nie", "never missing")
SINCE = Say("seit Version {n}", "since version {n}")
SHIELDED = Say("geschützt", "protected")
OPTIONS = Say("Angaben für den Textimport:", "Line for the text import:")
CODES = Say("Kürzel, die es nur hier gibt", "Codes that only these files have")
CODES_TOLD = Say(
    "Alle anderen Kürzel sind Wörter des [Wortschatzes](vocabulary.md).",
    "All other codes are words of the [vocabulary](vocabulary.md).",
)
CODES_HEAD = Say("Kürzel", "code"), Say("deutsch", "German"), Say("englisch", "English")
