"""The words of the errors of an export, in German and English; each error says which it takes."""

from __future__ import annotations

from jmdmodel.messages import Say

FAILED_EXPORT = Say(de="Der Export ist nicht gelungen.", en="The export failed.")
NOTHING = Say(de="", en="")
UNKNOWN = Say(
    de="Einen Export mit dem Namen „{name}“ gibt es nicht.{near} Vorhanden sind: {known}.{failed}",
    en='There is no exporter named "{name}".{near} There are: {known}.{failed}',
)
NEAR = Say(de=" Gemeint ist vielleicht „{near}“.", en=' Did you mean "{near}"?')
FAILED = Say(
    de=" Diese Erweiterungen ließen sich nicht verwenden: {plugins}; warum, zeigt „jmd exporters“.",
    en=' These plugins could not be used: {plugins}; "jmd exporters" shows why.',
)
NO_MEDIUM = Say(
    de="Der Export „{exporter}“ kann das Format „{asked}“ nicht.{near} Möglich sind: {known}.",
    en='The exporter "{exporter}" cannot make the format "{asked}".{near} It makes: {known}.',
)
MISSING = Say(
    de="Dafür fehlt das Paket „{module}“. Es wird installiert mit: {command}",
    en='This needs the package "{module}". To install it: {command}',
)
PROBLEM = Say(
    de="Die Erweiterung „{plugin}“{origin} ließ sich nicht verwenden (Fehler {stage}): {cause}",
    en='The plugin "{plugin}"{origin} cannot be used; the fault came {stage}: {cause}',
)
ORIGIN = Say(de=" aus „{distribution}“", en=' of "{distribution}"')
EMPTY = Say(
    de="Der Export „{exporter}“ hat nichts ergeben; es wurde keine Datei geschrieben.",
    en='The exporter "{exporter}" gave nothing; no file was written.',
)
NOT_RECORDED = Say(
    de="Der Export lässt sich nicht in den Exportnachweis eintragen: {what}",
    en="The export cannot be entered in the record of exports: {what}",
)
BAD_OPTION = Say(
    de="Einstellungen des Exports, die nicht passen ({n}):\n{lines}",
    en="Options of the exporter that do not fit ({n}):\n{lines}",
)
RECORD = Say(de="„{exporter}“ ist falsch beschrieben: {what}", en='"{exporter}" is described wrongly: {what}')
ARTIFACT = Say(
    de="Der Export „{exporter}“ hat eine Datei geliefert, die nicht angenommen werden kann: {what}",
    en='The exporter "{exporter}" gave a file that cannot be accepted: {what}',
)
PURPOSE = Say(
    de="Für den Adressatenkreis „{audience}“ ist anzugeben, wozu der Export dient.",
    en='For the audience "{audience}" it must be said what the export is for.',
)
FAILED_APART = Say(
    de="Der Export „{exporter}“ aus der Erweiterung „{plugin}“ ist nicht gelungen, und es wurde nichts"
    " geschrieben. {why}",
    en='The exporter "{exporter}" of the plugin "{plugin}" failed, and nothing was written. {why}',
)
TOOK_LONG = Say(
    de="Er war nach der erlaubten Zeit nicht fertig (Sekunden: {number}). Mehr Zeit gibt „limits“, auf der"
    " Kommandozeile --plugin-seconds.",
    en='It had not finished in the time allowed (seconds: {number}). For more time there is "limits", on the'
    " command line --plugin-seconds.",
)
TOOK_MUCH = Say(
    de="Er brauchte mehr Speicher als erlaubt (Megabyte: {number}). Mehr gibt „limits“, auf der"
    " Kommandozeile --plugin-megabytes.",
    en='It needed more memory than allowed (megabytes: {number}). For more there is "limits", on the command'
    " line --plugin-megabytes.",
)
GAVE_MUCH = Say(
    de="Er gab mehr aus als erlaubt (Megabyte: {number}). Mehr gibt „limits“, auf der Kommandozeile"
    " --plugin-megabytes.",
    en='It gave more than allowed (megabytes: {number}). For more there is "limits", on the command line'
    " --plugin-megabytes.",
)
ENDED = Say(
    de="Er endete ohne Ergebnis (Status {number}). Was er zuletzt ausgab, zeigt „jmd --traceback“ vor dem"
    " Namen des Befehls.",
    en="It ended without a result (status {number}). What it printed last is shown by"
    ' "jmd --traceback" before the name of the verb.',
)
RAISED = Say(
    de="Es trat ein Fehler auf: {text}. Mehr zeigt „jmd --traceback“ vor dem Namen des Befehls.",
    en='An error came up: {text}. "jmd --traceback" before the name of the verb shows more.',
)
TOO_LOW = Say(
    de="Was der Export „{exporter}“ zeigt, ist nicht für den Adressatenkreis „{audience}“ bestimmt."
    " Nötig ist mindestens „{needed}“, auf der Kommandozeile mit --audience {needed}.",
    en='What the exporter "{exporter}" shows is not meant for the audience "{audience}". At least "{needed}"'
    " is needed, on the command line with --audience {needed}.",
)
NAME_FORM = Say(
    de="Der Name beginnt mit einem Buchstaben und besteht aus Kleinbuchstaben von a bis z und Ziffern, mit"
    " Bindestrichen dazwischen, wie „partner-list“.",
    en="The name begins with a letter and consists of lower-case letters from a to z and digits, with hyphens"
    ' in between, such as "partner-list".',
)
SUFFIX_FORM = Say(
    de="„{suffix}“ ist keine Endung wie „.csv“: ein Punkt, danach Kleinbuchstaben und Ziffern.",
    en='"{suffix}" is no suffix such as ".csv": a dot, then lower-case letters and digits.',
)
TYPE_FORM = Say(
    de="„{media_type}“ ist kein Medientyp wie „text/csv“, ohne Zusätze und in Kleinbuchstaben.",
    en='"{media_type}" is no media type such as "text/csv", without parameters and in lower case.',
)
NO_MEDIA = Say(de="Es ist kein Format angegeben.", en="No medium is given.")
SUFFIX_TWICE = Say(
    de="Die Endung „{suffix}“ kommt zweimal vor.",
    en='The suffix "{suffix}" is given twice.',
)
FIELD_KIND = Say(
    de="Das Feld „{field}“ ist „{given}“ statt „{expected}“.",
    en='The field "{field}" is "{given}" instead of "{expected}".',
)
OPTIONS_CLASS = Say(
    de="Das Feld „options“ ist „{given}“ statt einer Klasse, die mit „attrs.frozen“ ausgezeichnet ist.",
    en='The field "options" is "{given}" instead of a class that is marked with "attrs.frozen".',
)
NO_DEFAULT = Say(
    de="Die Einstellung „{option}“ hat keine Vorgabe; jede braucht eine: option(…, default=…).",
    en='The option "{option}" has no default; every one needs one: option(…, default=…).',
)
DEFAULTS = Say(
    de="Vorgaben der Einstellungen von „{exporter}“ passen nicht: {lines}",
    en='Defaults of the options of "{exporter}" do not fit: {lines}',
)
PLACE = Say(de="{said} ({file}, Zeile {line})", en="{said} ({file}, line {line})")
NO_MODULE = Say(
    de="{said}. Was fehlt, ist in der Umgebung zu installieren, in der auch jmdmodel liegt.",
    en="{said}. What is missing has to be installed in the environment that jmdmodel is in.",
)
ARGUMENTS = Say(
    de="Ein Hook hat keine Argumente: {hook}. Was ein Export braucht, steht in seiner Anfrage.",
    en="A hook has no arguments: {hook}. What an exporter needs stands in its request.",
)
NO_SUCH_HOOK = Say(
    de="Einen Hook „{hook}“ gibt es nicht.{near} Vorhanden sind: {known}.",
    en='There is no hook "{hook}".{near} There are: {known}.',
)
NO_HOOK = Say(
    de="Keine ihrer Funktionen ist mit @hookimpl ausgezeichnet und heißt {known}.",
    en="None of its functions is marked with @hookimpl and named {known}.",
)
OR = Say(de=" oder ", en=" or ")
NO_LIST = Say(
    de="Sie antwortet mit „{given}“ statt mit einer Liste: return […].",
    en='It answers with "{given}" instead of a list: return […].',
)
NO_EXPORTER = Say(
    de="Sie bietet „{given}“ statt „Exporter“ an.", en='It offers "{given}" instead of "Exporter".'
)
NAME_TAKEN = Say(
    de="Der Name „{name}“ ist durch die Erweiterung „{plugin}“ vergeben. Abhilfe: einen anderen Namen wählen;"
    " ist es dieselbe Erweiterung, die installierte entfernen oder mit JMDEXPORT_PLUGINS=none abschalten.",
    en='The name "{name}" is taken by the plugin "{plugin}". Choose another name; if it is the same plugin,'
    " remove the one that is installed, or switch it off with JMDEXPORT_PLUGINS=none.",
)
NAME_OF_LIBRARY = Say(
    de="Der Name „{name}“ ist durch die Bibliothek selbst vergeben. Abhilfe: einen anderen Namen wählen.",
    en='The name "{name}" is taken by the library itself. Choose another name.',
)
NAME_TWICE = Say(de="Sie bietet den Namen „{name}“ zweimal an.", en='It offers the name "{name}" twice.')
NO_PATH = Say(
    de="Sie bietet „{given}“ statt des Pfads eines Ordners an.",
    en='It offers "{given}" instead of the path of a folder.',
)
NO_FOLDER = Say(de="Den Ordner „{folder}“ gibt es nicht.", en='There is no folder "{folder}".')
HELD_BACK = Say(
    de="Nichts geschrieben: Der Export „{exporter}“ hätte etwas gezeigt, das nicht für den Adressatenkreis"
    " „{audience}“ bestimmt ist. Datei, Feld und Klasse:\n{lines}{more}\n"
    "Abhilfe: einen Adressatenkreis wählen, der das sehen darf, oder den Export ohne die Erweiterung"
    " ausführen, aus der er kommt. Steht dieselbe Angabe zu Recht auch in einem anderen Feld, das alle sehen"
    " dürfen, ist sie dort einzutragen.",
    en='Nothing was written: the exporter "{exporter}" would have shown what is not meant for the audience'
    ' "{audience}". File, field and class:\n{lines}{more}\n'
    "Choose an audience that may see it, or export without the plugin that the exporter comes from. If the"
    " same words rightly stand in a field that all may see, enter them there.",
)
MORE_PLACES = Say(de="\n… weitere Felder: {n}.", en="\n… further fields: {n}.")
NOT_SEARCHED = Say(
    de="Nichts geschrieben: Was der Export „{exporter}“ gemacht hat, ließ sich nicht bis zum Ende nach"
    " vertraulichen Angaben durchsuchen, weil es zu groß, zu tief verschachtelt oder verschlüsselt ist:"
    " {files}.",
    en='Nothing was written: what the exporter "{exporter}" made could not be searched to its end for'
    " private values, as it is too large, too deeply nested or encrypted: {files}.",
)
