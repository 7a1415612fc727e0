"""The words of the checks, in German and English: code, name, promise, why, remedy."""

from __future__ import annotations

from typing import Final

from jmdmodel.messages import Say

TEXTS: Final[tuple[tuple[str, str, Say, Say, Say], ...]] = (
    (
        "K01",
        "gives-files",
        Say(
            de="Für das Beispiel entstehen in jedem angekündigten Format und in beiden Sprachen Dateien.",
            en="For the example there are files in every form that is announced, and in both languages.",
        ),
        Say(
            de="Wer ein Format auswählt, das in der Liste steht, erwartet eine Datei und keine"
            " Fehlermeldung.",
            en="Who chooses a form from the list expects a file and no error.",
        ),
        Say(
            de="Den genannten Fehler beheben; ein Format, das es nicht gibt, aus „media“ nehmen.",
            en='Mend the error that is named; take a form that does not exist out of "media".',
        ),
    ),
    (
        "K02",
        "same-bytes-again",
        Say(
            de="Dieselbe Anfrage ergibt im selben Prozess ein zweites Mal dieselben Bytes.",
            en="The same request gives the same bytes a second time in the same process.",
        ),
        Say(
            de="Sonst sieht jeder Vergleich zweier Ausgaben nach einer Änderung aus, wo keine ist.",
            en="Otherwise every comparison of two outputs looks like a change where there is none.",
        ),
        Say(
            de="Nichts zwischen zwei Aufrufen aufheben und keine Zufallszahlen verwenden. Wo ein fremdes"
            " Programm"
            " es unmöglich macht, den Grund mit „reproducible=Reason(…)“ angeben.",
            en="Keep nothing between two calls and use no random numbers. Where a foreign program makes it"
            ' impossible, give the reason with "reproducible=Reason(…)".',
        ),
    ),
    (
        "K03",
        "same-bytes-elsewhere",
        Say(
            de="Dieselbe Anfrage ergibt in einem neuen Prozess mit anderem Hash-Startwert dieselben Bytes.",
            en="The same request gives the same bytes in a new process with another hash seed.",
        ),
        Say(
            de="Mengen haben in jedem Prozess eine andere Reihenfolge; der Export von morgen sähe anders aus"
            " als"
            " der von heute.",
            en="Sets have another order in each process; tomorrow's export would look different from"
            " today's.",
        ),
        Say(
            de="Was aus einer Menge kommt, sortieren; „hash()“ und „id()“ nicht ausgeben.",
            en='Sort what comes out of a set; do not put out "hash()" or "id()".',
        ),
    ),
    (
        "K04",
        "any-locale-and-zone",
        Say(
            de="Gebietsschema, Zeitzone und Arbeitsordner des Rechners ändern kein Byte.",
            en="Locale, time zone and working folder of the machine change no byte.",
        ),
        Say(
            de="Auf zwei verschieden eingestellten Rechnern entstünden verschiedene Dateien.",
            en="Two machines that are set up differently would make different files.",
        ),
        Say(
            de="Die Kodierung ausdrücklich nennen (UTF-8), Datum und Zahl mit „request.words()“ schreiben,"
            " keine"
            " Zeitstempel umrechnen.",
            en='Name the encoding (UTF-8), write days and numbers with "request.words()", convert no time'
            " stamps.",
        ),
    ),
    (
        "K05",
        "view-untouched",
        Say(
            de="Nach dem Export ist die Ansicht, die er bekam, unverändert.",
            en="After the export, the view that it got is unchanged.",
        ),
        Say(
            de="Mehrere Exporte teilen sich eine Ansicht; wer sie ändert, verfälscht die Dateien der"
            " anderen.",
            en="Several exporters share one view; who changes it falsifies the files of the others.",
        ),
        Say(
            de="Geänderte Werte neu bilden, etwa mit „attrs.evolve“, statt in die der Ansicht zu schreiben.",
            en='Make changed values anew, for instance with "attrs.evolve", instead of writing into those of'
            " the"
            " view.",
        ),
    ),
    (
        "K06",
        "plain-names",
        Say(
            de="Die Dateinamen sind auf jedem System möglich, bleiben im Zielordner und geraten nicht"
            " aneinander.",
            en="The names of the files are possible on every system, stay in the folder, and do not clash.",
        ),
        Say(
            de="Sonst scheitert das Schreiben bei einem Teil der Dienste, oder eine Datei ersetzt die"
            " andere.",
            en="Otherwise writing fails for some of the services, or one file replaces the other.",
        ),
        Say(
            de="Einfache Namen verwenden, nur durch „/“ geteilt; „manifest.json“ ist vergeben.",
            en='Use plain names, divided by "/" only; "manifest.json" is taken.',
        ),
    ),
    (
        "K07",
        "announced-forms",
        Say(
            de="Jede Datei hat Endung und Medientyp eines angekündigten Formats, und das verlangte ist"
            " dabei.",
            en="Every file has suffix and media type of a form that was announced, and the one asked for is"
            " among"
            " them.",
        ),
        Say(
            de="Nur so lässt sich vor dem Export sagen, was entsteht, und danach das Richtige öffnen.",
            en="Only so can it be said before the export what there will be, and the right file be opened"
            " after.",
        ),
        Say(
            de="„media“ und bei Begleitdateien „beside“ ergänzen, oder Namen und Medientyp der Datei"
            " angleichen.",
            en='Add to "media", or to "beside" for accompanying files, or adapt name and media type of the'
            " file.",
        ),
    ),
    (
        "K08",
        "form-fits-bytes",
        Say(
            de="Der Inhalt jeder Datei ist das, was ihr Medientyp sagt, und wohlgeformt.",
            en="The content of every file is what its media type says, and it is well formed.",
        ),
        Say(
            de="Eine Datei, die sich nicht öffnen lässt, nützt niemandem.",
            en="A file that cannot be opened is of use to nobody.",
        ),
        Say(
            de="Den Inhalt mit einer Bibliothek für das Format erzeugen statt aus Textstücken.",
            en="Make the content with a library for the form instead of from pieces of text.",
        ),
    ),
    (
        "K09",
        "empty-workspace",
        Say(
            de="Eine Arbeitsmappe ohne Partner, Netzwerke und Termine ergibt Dateien oder eine Absage in"
            " Worten.",
            en="A workspace without partners, networks and dates gives files, or a refusal in words.",
        ),
        Say(
            de="Am ersten Tag ist jede Arbeitsmappe leer; ein Abbruch ist dann der erste Eindruck.",
            en="On its first day every workspace is empty; a crash is then the first impression.",
        ),
        Say(
            de="Den leeren Fall vorsehen: eine Tabelle mit Kopfzeile, ein Satz, oder ein Fehler aus der"
            " Familie"
            " „JmdError“, der sagt, was fehlt.",
            en="Provide for the empty case: a table with its head, a sentence, or an error of the family"
            ' "JmdError"'
            " that says what is missing.",
        ),
    ),
    (
        "K10",
        "one-partner",
        Say(
            de="Eine Arbeitsmappe mit genau einem Partner ergibt Dateien oder eine Absage in Worten.",
            en="A workspace with exactly one partner gives files, or a refusal in words.",
        ),
        Say(
            de="Mittelwerte, Abstände und Verteilungen gehen bei einem einzigen Wert am ehesten schief.",
            en="Means, distances and distributions go wrong most easily with a single value.",
        ),
        Say(
            de="Nicht durch Anzahl minus eins teilen und kein zweites Element voraussetzen.",
            en="Do not divide by the count less one, and presuppose no second element.",
        ),
    ),
    (
        "K11",
        "made-up-workspaces",
        Say(
            de="Erzeugte Arbeitsmappen mit Einträgen in jeder Sammlung ergeben Dateien oder eine Absage in"
            " Worten.",
            en="Made-up workspaces with entries in every collection give files, or a refusal in words.",
        ),
        Say(
            de="Das Beispiel zeigt nur einen Dienst; andere lassen aus, was er ausfüllt, und umgekehrt.",
            en="The example shows one service only; others leave out what it fills in, and the other way"
            " round.",
        ),
        Say(
            de="Jedes Feld, das fehlen darf, auf „None“ und jede Sammlung auf Leere vorbereiten.",
            en='Be ready for "None" in every field that may be missing, and for every collection to be'
            " empty.",
        ),
    ),
    (
        "K12",
        "many-partners",
        Say(
            de="150 Partner ergeben Dateien oder eine Absage in Worten, und der Export kommt zum Ende.",
            en="150 partners give files or a refusal in words, and the export comes to an end.",
        ),
        Say(
            de="So viele hat ein großer Dienst; was bei zehn Partnern schnell ist, kann hier stehen bleiben.",
            en="A large service has as many; what is fast with ten partners may stand still here.",
        ),
        Say(
            de="Schleifen über alle Paare und Rekursion über alle Partner vermeiden; sagen, was nicht mehr"
            " passt.",
            en="Avoid loops over all pairs and recursion over all partners; say what no longer fits.",
        ),
    ),
    (
        "K13",
        "naughty-text-well-formed",
        Say(
            de="Auch mit Anführungszeichen, Auszeichnungen, Steuerzeichen, Zeilenenden, Emoji, fremden"
            " Schriften"
            " und 200 Zeichen in jedem Textfeld bleibt die Ausgabe wohlgeformt.",
            en="With quotes, markup, control characters, line ends, emoji, foreign scripts and 200"
            " characters in"
            " every text field, the output stays well formed all the same.",
        ),
        Say(
            de="Solche Zeichen stehen in echten Namen und Notizen; ein einziges davon macht sonst die Datei"
            " unlesbar.",
            en="Such characters stand in real names and notes; a single one of them otherwise makes the file"
            " unreadable.",
        ),
        Say(
            de="Werte maskieren, wie das Format es verlangt, oder eine Bibliothek schreiben lassen;"
            " Dateinamen aus"
            " Kennungen bilden.",
            en="Escape values as the form demands, or let a library write them; make names of files from"
            " identifiers.",
        ),
    ),
    (
        "K14",
        "naughty-text-harmless",
        Say(
            de="Kein Text aus der Arbeitsmappe wird in der Ausgabe zu Skript, Verweis, Auszeichnung oder"
            " Formel.",
            en="No text of the workspace becomes script, link, markup or formula in the output.",
        ),
        Say(
            de="Wer die Datei öffnet, führte sonst aus, was jemand in ein Namensfeld geschrieben hat.",
            en="Who opens the file would otherwise run what somebody wrote into the field of a name.",
        ),
        Say(
            de="Text als Text ausgeben: in HTML und SVG maskieren, Verweise nur mit http, https, mailto und"
            " tel,"
            " in Tabellen vor „=“, „+“, „-“ und „@“ einen Apostroph setzen.",
            en="Put text out as text: escape it in HTML and SVG, make links of http, https, mailto and tel"
            " only,"
            ' set an apostrophe before "=", "+", "-" and "@" in tables.',
        ),
    ),
    (
        "K15",
        "nothing-above-the-audience",
        Say(
            de="Nichts aus einem Feld über dem Adressatenkreis steht in der Ausgabe, in keiner Kodierung.",
            en="Nothing from a field above the audience stands in the output, in no encoding.",
        ),
        Say(
            de="Angaben über Menschen, die uns anvertraut sind, dürfen das Haus nicht aus Versehen"
            " verlassen.",
            en="What people have entrusted to a service must not leave the house by accident.",
        ),
        Say(
            de="Nur verwenden, was in der Anfrage steht: keine anderen Dateien, nichts Aufgehobenes, keine"
            " Objekte"
            " von außerhalb.",
            en="Use only what stands in the request: no other files, nothing kept, no objects from outside.",
        ),
    ),
    (
        "K16",
        "every-lower-audience",
        Say(
            de="Für jeden kleineren Adressatenkreis entstehen Dateien oder eine Absage in Worten.",
            en="For every lower audience there are files, or a refusal in words.",
        ),
        Say(
            de="Wer exportiert, darf die Grenze immer enger ziehen; dann fehlen Felder, die sonst da sind.",
            en="Who exports may always draw the line closer; then fields are missing that are there"
            " otherwise.",
        ),
        Say(
            de="Mit fehlenden Angaben rechnen, oder mit „AudienceRefused“ sagen, ab welchem Adressatenkreis"
            " es"
            " etwas zu zeigen gibt.",
            en='Be ready for missing values, or say with "AudienceRefused" from which audience on there is'
            " something"
            " to show.",
        ),
    ),
    (
        "K17",
        "both-languages",
        Say(
            de="Alle Texte für Menschen stehen in der verlangten Sprache da.",
            en="All texts for people are in the language that was asked for.",
        ),
        Say(
            de="Ein Blatt, auf dem zwei Sprachen durcheinandergehen, lässt sich niemandem vorlegen.",
            en="A sheet with two languages mixed up cannot be shown to anybody.",
        ),
        Say(
            de="Überschriften als „Say“ in beiden Sprachen anlegen und mit „request.label()“ ausgeben,"
            " ebenso die"
            " Wörter der Listen.",
            en='Define headings as "Say" in both languages and put them out with "request.label()", and so'
            " the words"
            " of the lists.",
        ),
    ),
    (
        "K18",
        "no-clock-and-no-chance",
        Say(
            de="Der Export liest keine Uhr und fragt keinen Zufall.",
            en="The exporter reads no clock and asks no chance.",
        ),
        Say(
            de="„Heute“ ist ein Teil der Anfrage; nur so lässt sich ein Stand von früher noch einmal"
            " ausgeben.",
            en='"Today" is a part of the request; only so can an earlier state be put out once more.',
        ),
        Say(
            de="„request.as_of“ und „request.year“ verwenden; Zeiten in zip-Dateien fest vorgeben.",
            en='Use "request.as_of" and "request.year"; give fixed times to zip files.',
        ),
    ),
    (
        "K19",
        "no-network-and-no-programs",
        Say(
            de="Der Export spricht mit keinem Netz und startet kein Programm.",
            en="The exporter talks to no network and starts no program.",
        ),
        Say(
            de="Wohin Angaben gehen, entscheidet der Dienst; außerdem soll ein Export ohne Netz gelingen.",
            en="Where its data goes is for the service to decide; and an export has to work without a"
            " network.",
        ),
        Say(
            de="Was von außen gebraucht wird, mit dem Paket ausliefern oder als Einstellung übergeben"
            " lassen.",
            en="Ship what is needed from outside with the package, or have it handed over as an option.",
        ),
    ),
    (
        "K20",
        "no-files",
        Say(
            de="Der Export schreibt keine Datei und liest keine außer denen seines Pakets und der Vorlagen.",
            en="The exporter writes no file and reads none but those of its package and the templates.",
        ),
        Say(
            de="Die Bibliothek schreibt alles zusammen oder nichts; wer selbst schreibt, hinterlässt halbe"
            " Ordner.",
            en="The library writes all or nothing; code that writes by itself leaves half a folder behind.",
        ),
        Say(
            de="Bytes als „Artifact“ zurückgeben; Daten des Pakets mit „importlib.resources“ lesen.",
            en='Give bytes as "Artifact"; read the data of the package with "importlib.resources".',
        ),
    ),
    (
        "K21",
        "no-environment",
        Say(
            de="Der Export liest keine Umgebungsvariable.",
            en="The exporter reads no environment variable.",
        ),
        Say(
            de="Was die Ausgabe bestimmt, muss in der Anfrage stehen, sonst findet es niemand wieder.",
            en="What decides the output has to stand in the request, or else nobody finds it again.",
        ),
        Say(
            de="Eine Einstellung daraus machen: ein Feld der Klasse „options“.",
            en='Make an option of it: a field of the class "options".',
        ),
    ),
    (
        "K22",
        "any-option",
        Say(
            de="Jeder Wert einer Einstellung wirkt oder wird in Worten abgelehnt.",
            en="Every value of an option works, or is refused in words.",
        ),
        Say(
            de="Wer sich vertippt, braucht den Namen der Einstellung und das Mögliche, keinen Fehlerbericht.",
            en="Who mistypes needs the name of the option and what is possible, no traceback.",
        ),
        Say(
            de="Grenzen und Auswahl mit „option(…, minimum=, maximum=, choices=)“ angeben; eigene Prüfungen"
            " melden"
            " sich mit „ValueError“.",
            en='Declare limits and choices with "option(…, minimum=, maximum=, choices=)"; checks of your'
            " own raise"
            ' "ValueError".',
        ),
    ),
    (
        "K23",
        "told-in-both-languages",
        Say(
            de="Titel und jede Einstellung sind auf Deutsch und auf Englisch beschrieben.",
            en="The title and every option are described in German and in English.",
        ),
        Say(
            de="Hilfe, Liste und Dokumentation entstehen aus diesen Sätzen, in beiden Sprachen.",
            en="Help, list and documentation are made from these sentences, in both languages.",
        ),
        Say(
            de="Jede Einstellung mit „option(Say(de=…, en=…), default=…)“ anlegen.",
            en='Declare every option with "option(Say(de=…, en=…), default=…)".',
        ),
    ),
    (
        "K24",
        "pickles",
        Say(
            de="Der Export und seine Anfragen lassen sich mit „pickle“ verpacken und kommen gleich wieder"
            " heraus.",
            en='The exporter and its requests can be packed with "pickle" and come out equal.',
        ),
        Say(
            de="Nur so kann er in einem eigenen Prozess laufen, mit Grenzen für Zeit und Speicher.",
            en="Only so can it run in a process of its own, with limits for time and memory.",
        ),
        Say(
            de="„render“ und die Klasse der Einstellungen auf der obersten Ebene eines Moduls anlegen, die"
            " Klasse"
            " mit „attrs.frozen“.",
            en='Define "render" and the class of the options at the top of a module, the class with'
            ' "attrs.frozen".',
        ),
    ),
    (
        "K25",
        "worker-process",
        Say(
            de="Der Export gelingt in einem eigenen, frisch gestarteten Prozess.",
            en="The export works in a process of its own, freshly started.",
        ),
        Say(
            de="Dort fehlt alles, was ein anderes Programm vorher eingerichtet hat.",
            en="Nothing is there that another program has set up before.",
        ),
        Say(
            de="Beim Importieren des Moduls alles Nötige bereitlegen und nichts aus dem aufrufenden Programm"
            " voraussetzen.",
            en="Have everything ready when the module is imported, and presuppose nothing of the calling"
            " program.",
        ),
    ),
    (
        "K26",
        "missing-packages",
        Say(
            de="Fehlt ein Paket aus „requires“, lässt sich die Erweiterung trotzdem laden, und was das Paket"
            " nicht"
            " braucht, gelingt.",
            en='If a package of "requires" is missing, the plugin can be loaded all the same, and what does'
            " not need"
            " the package works.",
        ),
        Say(
            de="Sonst fällt die ganze Erweiterung aus, und niemand liest, welches Paket zu installieren"
            " wäre.",
            en="Otherwise the whole plugin drops out, and nobody reads which package would have to be"
            " installed.",
        ),
        Say(
            de="Das Paket erst in der Funktion importieren, die es braucht.",
            en="Import the package only in the function that needs it.",
        ),
    ),
    (
        "K27",
        "self-contained",
        Say(
            de="Seiten und Bilder laden nichts nach: Jeder Verweis auf Bild, Schrift, Skript oder Stil zeigt"
            " in die"
            " Datei oder auf eine, die mitkommt.",
            en="Pages and pictures load nothing else: every reference to picture, font, script or style"
            " leads into"
            " the file or to one that comes with it.",
        ),
        Say(
            de="Wer die Datei öffnet, meldete sich sonst bei einem fremden Rechner, und ohne Netz fehlte das"
            " Bild.",
            en="Who opens the file would report to a foreign machine, and without a network the picture is"
            " missing.",
        ),
        Say(
            de="Bilder, Schriften und Stile einbetten („data:“) oder als eigene Dateien mitgeben.",
            en='Embed pictures, fonts and styles ("data:") or give them along as files.',
        ),
    ),
)
"""One row for each check; the codes are stable."""
