"""The words of the page, in German and English."""

from __future__ import annotations

from jmdmodel.messages import Language, Say

ONE_YEAR = Say("Netzwerkkarte {first}", "Network map {first}")
YEARS = Say("Netzwerkkarten {first} bis {last}", "Network maps {first} to {last}")

WORDS: dict[str, Say] = {
    "skip": Say("Zur Tabelle springen", "Skip to the table"),
    "controls": Say("Partner suchen und auswählen", "Find and select partners"),
    "search": Say("Suchen", "Search"),
    "group": Say("Gruppe", "Group"),
    "kind": Say("Art", "Kind"),
    "ring": Say("Intensität", "Intensity"),
    "size": Say("Wichtigkeit", "Importance"),
    "committee": Say("Gremium", "Committee"),
    "committees": Say("Gremien", "Committees"),
    "all": Say("alle", "all"),
    "year": Say("Jahr", "Year"),
    "reset": Say("Auswahl aufheben", "Clear selection"),
    "map": Say("Karte", "Map"),
    "hint": Say(
        "Ein Klick auf ein Zeichen zeigt die Einzelheiten. Mit der Tastatur: Tabulatortaste bis in die Karte,"
        " Pfeiltasten von Partner zu Partner, Eingabetaste für die Einzelheiten, Escape schließt sie.",
        "A click on a symbol shows the details. With the keyboard: Tab into the map, arrow keys from"
        " partner to partner, Enter for the details, Escape closes them.",
    ),
    "in_words": Say("Die Karte in Worten", "The map in words"),
    "partner": Say("Partner", "Partner"),
    "partners": Say("Partner {year}", "Partners {year}"),
    "ties": Say("Verbindungen zwischen Partnern {year}", "Ties between partners {year}"),
    "ties_short": Say("Verbindungen", "Ties"),
    "from": Say("Partner", "Partner"),
    "to": Say("Verbunden mit", "Tied to"),
    "strength": Say("Stärke", "Strength"),
    "line": Say("Form", "Form"),
    "brokered": Say("in diesem Jahr vermittelt", "brokered this year"),
    "yes": Say("ja", "yes"),
    "no": Say("nein", "no"),
    "open": Say("nicht eingeschätzt", "not rated"),
    "none": Say("–", "–"),
    "transition": Say("Übergang Schule – Beruf", "School to work"),
    "count": Say("{shown} von {all} Partnern gezeigt", "{shown} of {all} partners shown"),
    "count_one": Say("{shown} von einem Partner gezeigt", "{shown} of one partner shown"),
    "chosen": Say("Auswahl: {what} ({shown} von {all})", "Selection: {what} ({shown} of {all})"),
    "nothing": Say(
        "Zu dieser Auswahl passt kein Partner der Karte {year}.",
        "No partner on the map of {year} fits this selection.",
    ),
    "empty": Say("Die Karte {year} zeigt keinen Partner.", "The map of {year} shows no partner."),
    "sort": Say("{column}: sortieren", "{column}: sort"),
    "close": Say("Schließen", "Close"),
    "over_years": Say("Über die Jahre", "Over the years"),
    "not_there": Say("nicht auf der Karte", "not on the map"),
    "gone": Say(
        "Auf der Karte {year} steht dieser Partner nicht.", "This partner is not on the map of {year}."
    ),
    "offline": Say(
        "Diese Seite ist eine einzige Datei. Sie lädt nichts aus dem Netz und sendet nichts.",
        "This page is a single file. It loads nothing from the network and sends nothing.",
    ),
    "no_script": Say(
        "Ohne JavaScript zeigt die Seite die Karte und die Tabelle für {year}; Suche, Auswahl und die anderen"
        " Jahre brauchen JavaScript.",
        "Without JavaScript the page shows the map and the table of {year}; search, selection and the other"
        " years need JavaScript.",
    ),
}
"""Every word of the page by the name that template and script use."""


def words_in(language: Language) -> dict[str, str]:
    """Give all words in one language."""
    return {name: say.in_(language) for name, say in WORDS.items()}
