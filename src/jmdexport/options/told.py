"""What options say of themselves: read from the attrs class, shown in words, as table and as JSON Schema."""

from __future__ import annotations

import enum
import types
import typing
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

import attrs

from jmdexport.errors import BadRecord
from jmdmodel.messages import Language, Message, Say, in_words

KEY = "jmdexport"
_KINDS: dict[type, tuple[Say, str]] = {
    bool: (Say(de="ja oder nein", en="yes or no"), "boolean"),
    int: (Say(de="eine ganze Zahl", en="a whole number"), "integer"),
    str: (Say(de="ein Text", en="a text"), "string"),
    date: (Say(de="ein Tag wie 2025-03-31", en="a day such as 2025-03-31"), "string"),
    bytes: (Say(de="der Inhalt einer Datei", en="the content of a file"), "string"),
}
_NO_KIND = Say(
    de="Die Art des Feldes „{field}“ lässt sich nicht auf einer Befehlszeile angeben. Möglich sind bool, int,"
    " str, date, bytes, ein Enum, oder „tuple[…, ...]“ mit einem davon.",
    en='The kind of the field "{field}" cannot be given on a command line. Possible are bool, int, str, date,'
    ' bytes, an Enum, or "tuple[…, ...]" with one of these.',
)
_ONE_OF = Say(de="eines von: {choices}", en="one of: {choices}")
_FROM = Say(de="{kind}, mindestens {minimum}", en="{kind}, at least {minimum}")
_TO = Say(de="{kind}, höchstens {maximum}", en="{kind}, at most {maximum}")
_BETWEEN = Say(de="{kind} von {minimum} bis {maximum}", en="{kind} from {minimum} to {maximum}")
_ROW = Say(de="{kind}; mehrere mit Komma", en="{kind}; several with commas")
_OR_NOTHING = Say(de="{kind}; oder nichts", en="{kind}; or nothing")


@attrs.frozen(kw_only=True)
class Told:
    """What the declaration of an option says."""

    text: Say
    choices: tuple[Any, ...]
    minimum: int | None
    maximum: int | None
    validator: Callable[[Any, Any, Any], Any] | None


@attrs.frozen(kw_only=True)
class OptionInfo:
    """One option, as help, docs table and JSON Schema read it.

    Attributes:
        name: As it is written on the command line, ``page-size``.
        field: Name of the field, ``page_size``.
        text: What it does.
        expected: What may be given, in words.
        default: What holds when nothing is given.
        choices: Texts that may be given, where the list is closed.
        members: The values they stand for.
        minimum: Lowest whole number.
        maximum: Highest whole number.
        kind: The type of a single value.
        many: Whether several values may be given.
        optional: Whether nothing may be given.
    """

    name: str
    field: str
    text: Say
    expected: Say
    default: Any
    choices: tuple[str, ...]
    members: tuple[Any, ...]
    minimum: int | None
    maximum: int | None
    kind: type
    many: bool
    optional: bool


def describe(options: type) -> tuple[OptionInfo, ...]:
    """Give the options of a class in their order.

    Raises:
        BadRecord: A field is of a kind that cannot be read from a command line.
    """
    return _described(options)


@lru_cache(maxsize=64)
def _described(options: type) -> tuple[OptionInfo, ...]:
    """Look at a class once: each value of each instance is checked against it."""
    hints = typing.get_type_hints(options)
    return tuple(_info(options, field, hints[field.name]) for field in attrs.fields(options) if field.init)


def as_rows(options: type, language: Language) -> tuple[tuple[str, str, str, str], ...]:
    """Give rows for a table in the docs: name, what may be given, default, what it does."""
    return tuple(
        (info.name, info.expected.in_(language), shown(info.default, language), info.text.in_(language))
        for info in describe(options)
    )


def as_schema(options: type, language: Language = "en") -> dict[str, Any]:
    """Give the JSON Schema of the options; unknown names are not allowed."""
    properties: dict[str, Any] = {}
    for info in describe(options):
        one: dict[str, Any] = {"type": _json_type(info)}
        if info.choices:
            one["enum"] = [plain(member) for member in info.members]
        one |= {"format": "date"} if info.kind is date else {}
        one |= {"contentEncoding": "base64"} if info.kind is bytes else {}
        one |= {"minimum": info.minimum} if info.minimum is not None else {}
        one |= {"maximum": info.maximum} if info.maximum is not None else {}
        if info.many:
            one = {"type": "array", "items": one}
        if info.optional:
            one = {"anyOf": [one, {"type": "null"}]}
        properties[info.name] = one | {
            "description": info.text.in_(language),
            "default": plain(info.default),
        }
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _json_type(info: OptionInfo) -> str:
    if info.members:
        return "integer" if all(type(plain(member)) is int for member in info.members) else "string"
    return _KINDS[info.kind][1]


def told_of(field: attrs.Attribute[Any]) -> Told:
    """Give what a field was declared with; a plain attrs field says its name and no more."""
    told: Told | None = field.metadata.get(KEY)
    name = Say(de=field.name, en=field.name)
    return told or Told(text=name, choices=(), minimum=None, maximum=None, validator=None)


def _info(options: type, field: attrs.Attribute[Any], hint: Any) -> OptionInfo:
    """Work out what may be given for a field from its annotation and its declaration."""
    told = told_of(field)
    optional = many = False
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        parts = [part for part in typing.get_args(hint) if part is not type(None)]
        optional, hint = True, parts[0] if len(parts) == 1 else None
    if typing.get_origin(hint) is tuple and typing.get_args(hint)[1:] == (Ellipsis,):
        many, hint = True, typing.get_args(hint)[0]
    choices = told.choices
    if typing.get_origin(hint) is typing.Literal:
        choices = choices or typing.get_args(hint)
        hint = type(choices[0])
    if not isinstance(hint, type) or not (hint in _KINDS or issubclass(hint, enum.Enum)):
        raise BadRecord(options.__name__, Message.of(_NO_KIND, field=field.name))
    if issubclass(hint, enum.Enum):
        choices = choices or tuple(hint)
    info = OptionInfo(
        name=field.name.strip("_").replace("_", "-"),
        field=field.alias or field.name,
        text=told.text,
        expected=Say(de="", en=""),
        default=_default(field),
        choices=tuple(str(plain(choice)) for choice in choices),
        members=choices,
        minimum=told.minimum,
        maximum=told.maximum,
        kind=hint,
        many=many,
        optional=optional,
    )
    return attrs.evolve(info, expected=_expected(info))


def _default(field: attrs.Attribute[Any]) -> Any:
    made = getattr(field.default, "factory", None)
    return field.default if made is None else made()


def _expected(info: OptionInfo) -> Say:
    """Say in words what may be given."""
    if info.choices:
        said = Message.of(_ONE_OF, choices=", ".join(info.choices))
    else:
        kind = _KINDS[info.kind][0]
        match (info.minimum, info.maximum):
            case (None, None):
                said = Message(kind)
            case (low, None):
                said = Message.of(_FROM, kind=kind, minimum=str(low))
            case (None, high):
                said = Message.of(_TO, kind=kind, maximum=str(high))
            case (low, high):
                said = Message.of(_BETWEEN, kind=kind, minimum=str(low), maximum=str(high))
    for applies, say in ((info.many, _ROW), (info.optional, _OR_NOTHING)):
        said = Message.of(say, kind=said.as_say()) if applies else said
    return said.as_say()


def plain(value: Any) -> Any:
    """Give a value as JSON and command lines write it."""
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


def shown(value: Any, language: Language) -> str:
    """Give a value as a person would type it."""
    if value is None or value == () or isinstance(value, bool):
        return in_words(value if isinstance(value, bool) else None, language)
    if isinstance(value, tuple):
        return ", ".join(shown(part, language) for part in value)
    return str(plain(value))
