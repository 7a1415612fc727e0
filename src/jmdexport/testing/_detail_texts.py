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
    de="„{suffix}“ ist hier nicht zu prüfen: Es fehlt das Paket „{module}“; es gehört zum Extra „{extra}“.",
    en='"{suffix}" cannot be checked here: the package "{module}" of the extra "{extra}" is missing.',
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

# What is wrong with the content of a file, and what a text has become in it.
PARSER = Say(de="Beim Lesen meldet Python: {told}", en="Reading it, Python tells: {told}")
EMPTY_FILE = Say(de="Die Datei ist leer.", en="The file is empty.")
OTHER_START = Say(de="Sie beginnt nicht wie {form}.", en="It does not begin like {form}.")
NO_END = Say(de="Das Ende der Datei fehlt.", en="The end of the file is missing.")
BYTE_ORDER_MARK = Say(de="JSON hat keine Byte-Reihenfolge-Marke.", en="JSON has no byte order mark.")
NO_SUCH_NUMBER = Say(de="JSON kennt „{word}“ nicht.", en='JSON knows no "{word}".')
WIDTHS = Say(
    de="Die Zeilen der Tabelle sind nicht alle gleich breit.", en="The rows of the table differ in width."
)
LINE_ENDS = Say(de="Nicht alle Zeilen enden mit CR LF.", en="Not all of its lines end with CR LF.")
NO_CALENDAR = Say(
    de="Sie beginnt und endet nicht mit VCALENDAR.", en="It does not begin and end with VCALENDAR."
)
LONG_LINE = Say(de="Zeile {line} hat mehr als {most} Byte.", en="Line {line} has more than {most} bytes.")
CHUNK = Say(de="Der Abschnitt „{kind}“ ist beschädigt.", en='The chunk "{kind}" is damaged.')
CHUNKS = Say(de="Es fehlen Abschnitte.", en="Chunks are missing.")
MEMBER = Say(de="Der Teil „{name}“ ist beschädigt.", en='The member "{name}" is damaged.')
NO_MEMBER = Say(
    de="Der Teil „{name}“ fehlt oder steht nicht vorn.", en='The member "{name}" is missing or not first.'
)
IN_MEMBER = Say(de="Im Teil „{name}“: {why}", en='In the member "{name}": {why}')
ATTRIBUTE_TWICE = Say(
    de="<{tag}> hat ein Attribut zweimal (Zeile {line}, Spalte {column}).",
    en="<{tag}> has an attribute twice (line {line}, column {column}).",
)
CLOSES_NOTHING = Say(
    de="</{tag}> schließt nichts, was offen ist (Zeile {line}, Spalte {column}).",
    en="</{tag}> closes nothing that is open (line {line}, column {column}).",
)
NEVER_CLOSED = Say(
    de="<{tag}> wird nicht geschlossen (Zeile {line}, Spalte {column}).",
    en="<{tag}> is never closed (line {line}, column {column}).",
)
NO_ELEMENT = Say(de="Es gibt kein Element.", en="There is no element.")
ENTITY = Say(de="Eine eigene Entität wird vereinbart.", en="An entity of its own is declared.")
BECAME_FORMULA = Say(de="Formel in Zeile {row}: {cell}", en="formula in row {row}: {cell}")
BECAME_CONTENT = Say(de="Text in <{tag}>", en="text inside <{tag}>")
BECAME_ATTRIBUTE = Say(de="Attribut {name} von <{tag}>", en="attribute {name} of <{tag}>")
BECAME_TARGET = Say(de="Ziel {target} von <{tag}>", en="target {target} of <{tag}>")
BECAME_ELEMENT = Say(de="Element <{tag}>", en="element <{tag}>")
BECAME_HTML = Say(de="HTML {part}", en="HTML {part}")
BECAME_LINK = Say(de="Verweis auf {target}", en="link to {target}")
LOADS = Say(de="{target} für <{tag}>", en="{target} for <{tag}>")
LOADS_IN_STYLE = Say(de="{target} in einer Stilangabe", en="{target} in a style")
