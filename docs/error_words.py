"""The words of the page of errors beside those of the source: families, and advice where a message has"
" none."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from jmdmodel.messages import Say


@attrs.frozen
class Family:
    """Errors of one kind: how their codes begin, what they are about, what is raised."""

    code: str
    title: Say
    intro: Say
    raised: tuple[str, ...]


FAMILIES = (
    Family(
        "L1",
        Say("Eine Arbeitsmappe ist nicht lesbar oder in sich nicht stimmig", "A workspace is not sound"),
        Say(
            "Beim Laden werden alle Fehler zugleich gemeldet, jeder mit Datei, Zeile und Spalte."
            " `validate()` und das"
            " Speichern nennen dieselben Fehler mit der Stelle in der Arbeitsmappe. `L190` und `L191` sind"
            " nur"
            " Hinweise; die Datei wird geladen.",
            "Loading tells all faults at once, each with file, line and column. `validate()` and saving"
            " tell the same"
            " with the place in the workspace. `L190` and `L191` are notes only; the file is loaded.",
        ),
        ("LoadError", "SaveError"),
    ),
    Family(
        "G1",
        Say("Das amtliche Gemeindeverzeichnis", "The official municipality directory"),
        Say(
            "Fehler einer Datei im Format GV100AD, alle zugleich, mit Zeile und Spalte.",
            "Faults of a file in the format GV100AD, all at once, with line and column.",
        ),
        ("LoadError",),
    ),
    Family(
        "G2",
        Say("Umrisse von Gebieten", "Outlines of units"),
        Say("Fehler einer Datei im Format GeoJSON.", "Faults of a file in the format GeoJSON."),
        ("LoadError",),
    ),
    Family(
        "S2",
        Say("Speichern, ohne dass etwas verloren geht", "Saving without loss"),
        Say(
            "Gespeichert wird nur, was sich ebenso wieder laden lässt.",
            "Only what can be loaded again as it was is saved.",
        ),
        ("SaveError",),
    ),
    Family(
        "S3",
        Say("Dateien und Ordner", "Files and folders"),
        Say(
            "Was das Betriebssystem nicht zulässt, oder was eine fremde Datei überschreiben würde. Davor"
            " steht der"
            " Pfad.",
            "What the operating system does not allow, or what would overwrite a strange file. The path"
            " stands before"
            " it.",
        ),
        ("StorageError",),
    ),
    Family(
        "M1",
        Say("Karten eines Jahres", "Maps of a year"),
        Say("Gefragt war nach einem Jahr ohne Netzwerkkarte.", "A year without a network map was asked for."),
        ("NoMapForYear",),
    ),
    Family(
        "R1",
        Say("Einstellungen der Prüfung", "Settings of the check"),
        Say(
            "`R100` fasst alle Fehler der Einstellungen zusammen; die übrigen stehen einzeln darin.",
            "`R100` holds all faults of the settings; the others stand in it, one by one.",
        ),
        ("RuleConfigError",),
    ),
    Family(
        "E4",
        Say("Export", "Exporting"),
        Say(
            "Es wurde nichts geschrieben. `E441` bis `E447` sind keine Ausnahmen, sondern das, was `jmd"
            " verify` an einem"
            " Exportnachweis findet.",
            "Nothing was written. `E441` to `E447` are no exceptions but what `jmd verify` finds in a"
            " record of"
            " exports.",
        ),
        ("ExportError",),
    ),
)

FOLLOWED: Mapping[str, Say] = {
    "E431": Say(
        "Tabellen im Stil von i-mpuls lassen sich nicht zurücklesen; genannt wird jede Zelle mit Zeile und"
        " Spalte.",
        "Tables in the style of i-mpuls cannot be read back; each cell is named with line and column.",
    ),
    "E432": Say(
        "Eine Zuordnung mit eigenen Namen der Spalten und Kürzel passt nicht; genannt ist jede Zeile mit dem"
        " nächsten bekannten Namen.",
        "A mapping with names of your own for columns and codes does not fit; each line is named, with the"
        " nearest known name.",
    ),
    "E421": Say(
        "Eine eigene Vorlage des Berichts lässt sich nicht verwenden; genannt sind Datei und Zeile, und was"
        " dort nicht"
        " stimmt.",
        "A template of your own cannot be used; file and line are named, and what is wrong there.",
    ),
}
"""Errors that only list others: what can be said of all of them."""

_FORM = Say(
    "Die Meldung sagt, was an dieser Stelle erwartet wird; die Angabe danach berichtigen.",
    "The message says what is expected at this place; correct the entry accordingly.",
)
_NEAREST = Say(
    "Die Schreibung prüfen; die Meldung nennt das nächste bekannte Wort.",
    "Look at the spelling; the message names the nearest known word.",
)
_DIRECTORY = Say(
    "Das Verzeichnis neu beim Statistischen Bundesamt herunterladen; von Hand wird es nicht geändert.",
    "Get the directory anew from the Federal Statistical Office; it is not changed by hand.",
)
_AUTHOR = Say(
    "Wer die Erweiterung geschrieben hat, kann das beheben; die anderen Exporte sind nicht betroffen.",
    "The authors of the plugin can mend this; the other exporters are not touched by it.",
)
_SETTINGS = Say(
    "Die Datei mit den Einstellungen berichtigen; „jmd settings“ zeigt, was gilt.",
    'Correct the settings file; "jmd settings" shows what is in force.',
)
ADVICE: Mapping[str, Say] = {
    **dict.fromkeys(("L114", "L115", "L116", "L117", "L119", "L120", "L129"), _FORM),
    **dict.fromkeys(
        ("L111", "L118", "L122", "L125", "L128", "L162", "R101", "R102", "R105", "R106"), _NEAREST
    ),
    **dict.fromkeys(("G101", "G102", "G103", "G104", "G105", "G106", "G107", "G108", "G109"), _DIRECTORY),
    **dict.fromkeys(("E404", "E405", "E407", "E408"), _AUTHOR),
    **dict.fromkeys(("R100", "R103", "R104", "R107", "R108", "R109", "R110", "R111", "R112"), _SETTINGS),
    "L190": Say(
        "Nichts; beim nächsten Speichern steht es so in der Datei.", "Nothing; the next save writes it so."
    ),
    "L191": Say(
        "Nichts; wer die alte Datei noch braucht, hebt sie vor dem Speichern auf.",
        "Nothing; whoever still needs the old file keeps a copy before saving.",
    ),
    "S203": Say(
        "Das ist ein Fehler der Bibliothek. Eine Meldung an die Entwickelnden hilft, mit den genannten"
        " Stellen.",
        "This is a fault of the library. Report it to the developers, with the places named.",
    ),
    "S204": Say(
        "Die Fehler stehen darunter, jeder mit seiner Kennung.",
        "The faults stand below it, each with its code.",
    ),
    "S301": Say("Name und Ordner der Datei prüfen.", "Look at the name and the folder of the file."),
    "S302": Say("Eine Datei in diesem Ordner angeben.", "Name a file in this folder."),
    "S303": Say(
        "Ältere Jahre in eine eigene Arbeitsmappe verschieben.",
        "Move older years to a workspace of their own.",
    ),
    "S304": Say(
        "Den genannten Grund beheben, dann erneut laden.", "Settle the reason that is named, then load again."
    ),
    "S305": Say(
        "Den genannten Grund beheben, dann erneut speichern; die alte Datei ist unversehrt.",
        "Settle the reason that is named, then save again; the old file is whole.",
    ),
    "S306": Say("Einen anderen Namen wählen.", "Choose another name."),
    "S307": Say(
        "Einen Namen wählen, der sich nicht nur in Groß- und Kleinschreibung unterscheidet.",
        "Choose a name that differs in more than upper and lower case.",
    ),
    "S308": Say("Den Ort selbst angeben, auf den sie zeigt.", "Name the place itself that it points to."),
    "M101": Say(
        "Ein Jahr mit Karte wählen, oder die Karte des Jahres unter „maps“ anlegen.",
        'Choose a year with a map, or enter the map of the year under "maps".',
    ),
    "M102": Say(
        "Für diese Frage einen weiteren Adressatenkreis wählen, etwa „report“.",
        'Choose an audience that may see more for this question, for instance "report".',
    ),
    "E421": Say(
        "Die genannte Zeile berichtigen; die Vorlagen der Bibliothek gelten weiter, wo keine eigene liegt.",
        "Correct the line that is named; where there is no template of your own, that of the library is"
        " used.",
    ),
    "E431": Say(
        "Die genannten Zellen berichtigen oder die Tabellen neu exportieren.",
        "Correct the cells that are named, or export the tables anew.",
    ),
    "E432": Say(
        "Die genannten Zeilen der Zuordnung berichtigen; was sie nicht nennt, bleibt, wie es ist.",
        "Correct the lines of the mapping that are named; what it does not name stays as it is.",
    ),
    "E440": Say(
        "Die Meldung nennt den Grund: Es fehlt, wozu und für wen, oder der Nachweis ist beschädigt.",
        "The message names the reason: what for and for whom is missing, or the record is damaged.",
    ),
}
"""What to do, where the source has no text for it because the message names what was expected."""

HEAD = Say(
    "# Fehlermeldungen und ihre Kennungen\n\n"
    "Jede Fehlermeldung der Bibliothek endet mit ihrer Kennung in eckigen Klammern, zum Beispiel `[L118]`."
    " Ohne Kennung ist nur, was am eingegebenen Befehl selbst nicht stimmt, und ein unerwarteter Fehler des"
    " Programms. Die Kennung bleibt gleich,"
    " auch wenn der Wortlaut besser wird; nach ihr lässt sich suchen. Für … steht in der Meldung, worum es"
    " jeweils"
    " geht. Ein Strich in der letzten Spalte heißt: Was zu tun ist, sagt schon die Meldung, oft mit dem"
    " nächsten"
    " bekannten Wort.\n\n"
    "Nicht hier stehen die [Regeln der Prüfung](rules-de.md), denn ein Befund ist kein Fehler, und die"
    " [Prüfpunkte für Exporter](exporter-checks-de.md) (`K01` bis `K27`).",
    "# Errors and their codes\n\n"
    "Every error message of the library ends with its code in square brackets, for instance `[L118]`. Only"
    " what is wrong with a command as it was typed has none, and an unexpected fault of the library. The code"
    " stays the same where"
    " the wording gets better, so that it can be searched for. In the place of … the message says what it"
    " is about."
    " A dash in the last column means that the message itself says what to do, often with the nearest known"
    " word.\n\n"
    "The [rules of the check](rules.md) are not here, as a finding is no error, nor are the"
    " [checks of exporters](exporter-checks.md) (`K01` to `K27`). All errors are"
    ' [`JmdError`](python.md#jmderror); `in_("de")` and `in_("en")` give the text of any of them.',
)
COLUMNS = (
    Say("Kennung", "code"),
    Say("Was gemeldet wird", "what it says"),
    Say("Was zu tun ist", "what to do"),
)
RAISED = Say("In Python:", "In Python:")
