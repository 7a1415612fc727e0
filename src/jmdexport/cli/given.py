"""``-O NAME=VALUE``: the options of exporters as they are given, and which of them is whose."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jmdexport.cli.common import refuse
from jmdexport.cli.mistakes import near_of
from jmdexport.options import describe
from jmdexport.records import Exporter
from jmdmodel.messages import Language, Message, Say
from jmdmodel.storage import read_bytes

_NO_TEXT = Say(de="{path} ist kein Text in UTF-8.", en="{path} is no text in UTF-8.")
_NOBODY_KNOWS = Say(
    de="Die Einstellung „{name}“ gibt es bei keinem der genannten Exporte.{near} Vorhanden sind: {known}.",
    en='None of the exporters named knows the option "{name}".{near} There are: {known}.',
)


def text_of(value: str, language: Language) -> str:
    """Give the value of an option: the text of a file behind ``@``; ``@@`` stands for the sign itself."""
    if not value.startswith("@"):
        return value
    if value.startswith("@@"):
        return value[1:]
    try:
        return read_bytes(value[1:]).decode("utf-8-sig")
    except UnicodeDecodeError:
        return refuse(Message.of(_NO_TEXT, path=value[1:]), language)


def options_for(exporter: Exporter, given: dict[str, str]) -> dict[str, Any]:
    """Give those of the options that an exporter knows, or that name it."""
    known = {info.name for info in describe(exporter.options)}
    chosen = {name: value for name, value in given.items() if name in known}
    own = f"{exporter.name}:"
    return chosen | {name.removeprefix(own): value for name, value in given.items() if name.startswith(own)}


def refuse_unknown(given: Iterable[str], exporters: list[Exporter], language: Language) -> None:
    """Refuse an option that none of the exporters knows; misspelt options never pass silently."""
    known = {info.name for exporter in exporters for info in describe(exporter.options)}
    owned = tuple(f"{exporter.name}:" for exporter in exporters)
    for name in given:
        if name not in known and not name.startswith(owned):
            there = ", ".join(sorted(known)) or "–"
            refuse(Message.of(_NOBODY_KNOWS, name=name, near=near_of(name, known), known=there), language)
