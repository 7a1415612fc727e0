"""The words of the details of a result, in German and English."""

from __future__ import annotations

from jmdmodel.messages import Say

CRASHED = Say(de="{order}: {error} ({place})", en="{order}: {error} ({place})")
REFUSED = Say(de="{order}: abgelehnt mit: {error}", en="{order}: refused with: {error}")
NOTHING = Say(de="{order}: Es kam keine Datei.", en="{order}: No file came.")
STRANGE = Say(
    de="{order}: Es kam auch {kinds} statt „Artifact“ mit Bytes.",
    en='{order}: There also came {kinds} instead of "Artifact" with bytes.',
)
NO_PACKAGE = Say(
    de="„{suffix}“ ist hier nicht zu prüfen: Es fehlt das Paket „{module}“, zu installieren mit"
    " pip install 'jmdmodel[{extra}]'.",
    en='"{suffix}" cannot be checked here: the package "{module}" is missing; to install it:'
    " pip install 'jmdmodel[{extra}]'.",
)
NEEDS = Say(
    de="Erst zu beurteilen, wenn {codes} bestanden ist.", en="Can be judged only once {codes} is passed."
)
DIFFERS = Say(de="{order}: „{name}“ ist anders.", en='{order}: "{name}" is different.')
ENDED_OTHERWISE = Say(de="{order}: Es endete anders: {error}.", en="{order}: It ended otherwise: {error}.")
CHANGED = Say(
    de="Verändert ist die Ansicht des Beispiels „{sample}“ ({audience}).",
    en='The view of the sample "{sample}" ({audience}) is changed.',
)
NAME = Say(de="{order}: „{name}“: {why}", en='{order}: "{name}": {why}')
CLASH = Say(
    de="{order}: „{name}“ und „{other}“ können nicht nebeneinander stehen.",
    en='{order}: "{name}" and "{other}" cannot stand side by side.',
)
MANIFEST = Say(
    de="{order}: „{name}“ ist der Name des Verzeichnisses der Dateien.",
    en='{order}: "{name}" is the name of the list of files.',
)
FORM = Say(
    de="{order}: „{name}“ ({media_type}) ist keines der angekündigten Formate.",
    en='{order}: "{name}" ({media_type}) is none of the forms that were announced.',
)
NOT_WANTED = Say(
    de="{order}: Keine Datei hat die verlangte Endung.", en="{order}: No file has the suffix asked for."
)
CONTENT = Say(
    de="{order}: „{name}“ ({media_type}) ist nicht wohlgeformt: {why}",
    en='{order}: "{name}" ({media_type}) is not well formed: {why}',
)
HARM = Say(de="{order}: „{name}“: {what}", en='{order}: "{name}": {what}')
LEAK = Say(
    de="{order}: „{name}“ enthält Angaben aus {fields}.", en='{order}: "{name}" holds values of {fields}.'
)
TWIN = Say(
    de="{order}: „{name}“ hängt von Angaben ab, die in der Ansicht nicht stehen.",
    en='{order}: "{name}" depends on values that do not stand in the view.',
)
SAME = Say(
    de="{suffix}: „{name}“ ist in beiden Sprachen gleich und enthält Wörter, die nicht aus der Arbeitsmappe"
    " stammen: {words}.",
    en='{suffix}: "{name}" is the same in both languages and has words that do not come from the workspace:'
    " {words}.",
)
WRONG_WORD = Say(
    de="{order}: „{name}“ enthält „{word}“ statt „{right}“.",
    en='{order}: "{name}" has "{word}" instead of "{right}".',
)
EVENT = Say(de="{what} ({place})", en="{what} ({place})")
OPTION = Say(de="{name} = {value}: {error}", en="{name} = {value}: {error}")
NO_WORDS = Say(
    de="„{what}“: Der Text fehlt oder ist in beiden Sprachen derselbe.",
    en='"{what}": the text is missing, or the same in both languages.',
)
NOT_PACKED = Say(de="{what}: {error}", en="{what}: {error}")
NOT_EQUAL = Say(
    de="{what}: Nach dem Auspacken ist es nicht mehr gleich.", en="{what}: It is not equal once unpacked."
)
NOT_FOUND = Say(
    de="Der Export wird im neuen Prozess nicht gefunden: {error}",
    en="The exporter is not found in the new process: {error}",
)
STUCK = Say(
    de="{order}: Der Prozess endete nach höchstens {seconds} Sekunden ohne Ergebnis. {error}",
    en="{order}: The process ended within {seconds} seconds without a result. {error}",
)
EMPTY = Say(de="", en="")
NOT_RUN = Say(de="Der Prozess kam nicht so weit.", en="The process did not come that far.")
NOT_LOADED_WITHOUT = Say(
    de="Ohne {modules} lässt sich die Erweiterung nicht laden: {error}",
    en="Without {modules} the plugin cannot be loaded: {error}",
)
OUTSIDE = Say(de="{order}: „{name}“ lädt {what}.", en='{order}: "{name}" loads {what}.')
