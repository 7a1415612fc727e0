"""What ``jmd new`` tells of what it has made: each file in a line, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from jmdexport.demo import PART_SCHEMA_NAME, SCHEMA_NAME
from jmdmodel.codec.parts import Part, part_of, private_collections
from jmdmodel.fields import info_of
from jmdmodel.messages import Language, Message, Say
from jmdmodel.workspace import ENTITY_OF

_DONE = Say(de="{path} ist angelegt.", en="{path} written.")
_INVENTED = Say(
    de="Die Einträge sind erfunden und zeigen, wie einer aussieht; Kommentare erklären die Felder.",
    en="The entries are invented and show what one looks like; comments explain the fields, in German.",
)
_LINE = Say(de="- {name}: {text}", en="- {name}: {text}")
_WHOLE = Say(de="die ganze Arbeitsmappe", en="the whole workspace")
_ROOT = Say(de="der Dienst und sein Sozialraum", en="the service and its social space")
_OF_YEAR = Say(de="{things} des Jahres {year}", en="{things} of the year {year}")
_PRIVATE = Say(
    de="{things}; über Menschen, bleibt außerhalb der Versionsverwaltung",
    en="{things}; about people, stays out of version control",
)
_SCHEMA = Say(
    de="Beschreibung des Dateiformats; Editoren ergänzen und prüfen damit",
    en="description of the file format; editors complete and check with it",
)
_IGNORED = Say(
    de="hält die Dateien über Menschen aus der Versionsverwaltung heraus",
    en="keeps the files about people out of version control",
)
_NEXT = Say(de="So geht es weiter:", en="What to do next:")
_STEPS = (
    Say(
        de="Die Einträge durch eigene ersetzen, zuerst in {first}. Dateien, die nicht gebraucht werden,"
        " dürfen weg.",
        en="Replace the entries by your own, first in {first}. Files that have no use may go.",
    ),
    Say(
        de="Prüfen: jmd check {path} (jeder Befund sagt, was zu tun ist)",
        en="Check: jmd check {path} (each finding says what to do)",
    ),
    Say(
        de="Zeichnen: jmd map {path} -o netzwerkkarte.svg",
        en="Draw: jmd map {path} -o network-map.svg",
    ),
)


def explanation(path: str, names: Iterable[str], language: Language) -> str:
    """Give what was made and what to do next, one thing a line; nothing depends on columns or colour."""
    held = set(names)
    alone = Path(path).name if Path(path).name in held else None
    given = sorted(held, key=lambda name: (name != alone, *_order(name)))
    lines = [Message.of(_DONE, path=path).in_(language), _INVENTED.in_(language), ""]
    for name in given:
        text = _WHOLE if name == alone else _text(name)
        lines.append(Message.of(_LINE, name=name, text=text).in_(language))
    lines += ["", _NEXT.in_(language)]
    values = {"path": _quoted(path), "first": alone or given[0]}
    for number, step in enumerate(_STEPS, start=1):
        told = Message.of(step, **{name: values[name] for name in step.names()})
        lines.append(f"{number}. {told.in_(language)}")
    return "\n".join(lines)


def _text(name: str) -> Say:
    if name in {SCHEMA_NAME, PART_SCHEMA_NAME}:
        return _SCHEMA
    part = part_of(name)
    if part is None:
        return _IGNORED
    return _ROOT if part.key is None else _things(part, part.key)


def _things(part: Part, key: str) -> Say:
    """Give what a part holds, by the name that its entities say of themselves."""
    told = info_of(ENTITY_OF[key]).plural
    if part.year is not None:
        told = Message.of(_OF_YEAR, things=told, year=str(part.year)).as_say()
    return Message.of(_PRIVATE, things=told).as_say() if key in private_collections() else told


def _order(name: str) -> tuple[object, ...]:
    """Put the parts first, in the order of a document, and what belongs to no workspace last."""
    part = part_of(name)
    return (True, name) if part is None else (False, *part.order)


def _quoted(path: str) -> str:
    """Give a path as a shell takes it: with quotation marks where there are blanks in it."""
    return f'"{path}"' if " " in path else path
