"""Options of an exporter: declared once on an attrs class; flags, docs table and JSON Schema come from it.

A field of the class may hold a whole number, a text, a date, yes or no, a word of a closed list (any
:class:`enum.Enum`), one of these or nothing (``| None``), or a row of them (``tuple[str, ...]``).
"""

from __future__ import annotations

import contextlib
import enum
import re
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

import attrs

from jmdexport.errors import BadOption, BadRecord, OptionFault, nearest
from jmdmodel.messages import Language, Message, Say, in_words

T = TypeVar("T")
_KEY = "jmdexport"

_YES = frozenset({"true", "yes", "on", "1", "ja", "an", "wahr"})
_NO = frozenset({"false", "no", "off", "0", "nein", "aus", "falsch"})
_NOTHING = frozenset({"", "none", "-"})

_UNKNOWN = Say(
    de="Diese Einstellung gibt es nicht.{near} Vorhanden sind: {known}.",
    en="There is no such option.{near} There are: {known}.",
)
_NEAR = Say(de=" Gemeint ist vielleicht „{near}“.", en=' Perhaps "{near}" is meant.')
_TWICE = Say(de="Die Einstellung ist zweimal angegeben.", en="The option is given twice.")
_NO_SIGN = Say(
    de="Zwischen Name und Wert fehlt das Zeichen „=“.", en='The sign "=" between name and value is missing.'
)
_NOT = Say(
    de="„{value}“ passt nicht. Erwartet: {expected}.", en='"{value}" does not fit. Expected: {expected}.'
)
_SAID = Say(de="„{value}“ passt nicht: {why}", en='"{value}" does not fit: {why}')
_TOGETHER = Say(
    de="Die Einstellungen passen nicht zusammen: {why}", en="The options do not fit together: {why}"
)

_KINDS: dict[type, tuple[Say, str]] = {
    bool: (Say(de="ja oder nein", en="yes or no"), "boolean"),
    int: (Say(de="eine ganze Zahl", en="a whole number"), "integer"),
    str: (Say(de="ein Text", en="a text"), "string"),
    date: (Say(de="ein Tag wie 2025-03-31", en="a day such as 2025-03-31"), "string"),
}
_NUMBER = re.compile(r"[+-]?[0-9]{1,18}", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_NO_KIND = Say(
    de="Die Art des Feldes „{field}“ lässt sich nicht auf einer Befehlszeile angeben.",
    en='The kind of the field "{field}" cannot be given on a command line.',
)
_ONE_OF = Say(de="eines von: {choices}", en="one of: {choices}")
_FROM = Say(de="{kind}, mindestens {minimum}", en="{kind}, at least {minimum}")
_TO = Say(de="{kind}, höchstens {maximum}", en="{kind}, at most {maximum}")
_BETWEEN = Say(de="{kind} von {minimum} bis {maximum}", en="{kind} from {minimum} to {maximum}")
_ROW = Say(de="{kind}; mehrere mit Komma", en="{kind}; several with commas")
_OR_NOTHING = Say(de="{kind}; oder nichts", en="{kind}; or nothing")


@attrs.frozen(kw_only=True)
class _Told:
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


def option(
    text: Say,
    *,
    default: Any,
    choices: Iterable[Any] = (),
    minimum: int | None = None,
    maximum: int | None = None,
    validator: Callable[[Any, Any, Any], Any] | None = None,
) -> Any:
    """Declare an option of an exporter on its attrs class.

    Args:
        text: One sentence that tells what it does.
        default: What holds when it is not given; every option has one.
        choices: The values that may be given; an enum needs none, its members are the choices.
        minimum: Lowest whole number.
        maximum: Highest whole number.
        validator: A further check, as attrs has them.

    Example:
        >>> @attrs.frozen(kw_only=True)
        ... class Options:
        ...     rows: int = option(Say("Zeilen je Seite.", "Rows on a page."), default=40, minimum=1)
        >>> build(Options, {"rows": "12"})
        Options(rows=12)
    """
    told = _Told(text=text, choices=tuple(choices), minimum=minimum, maximum=maximum, validator=validator)
    return attrs.field(default=default, validator=_check, metadata={_KEY: told})


def describe(options: type) -> tuple[OptionInfo, ...]:
    """Give the options of a class in their order.

    Raises:
        BadRecord: A field is of a kind that cannot be read from a command line.
    """
    hints = typing.get_type_hints(options)
    return tuple(_info(options, field, hints[field.name]) for field in attrs.fields(options) if field.init)


def build(options: type[T], given: Mapping[str, object] | Iterable[tuple[str, object]]) -> T:
    """Make the options of an exporter from names and values; texts are read as on the command line.

    Args:
        options: The attrs class.
        given: Names with values; ``_`` and ``-`` in a name are the same.

    Raises:
        BadOption: All faults at once: unknown names, names given twice, values that do not fit.
    """
    infos = {info.name: info for info in describe(options)}
    pairs = list(given.items() if isinstance(given, Mapping) else given)
    values: dict[str, Any] = {}
    faults: list[OptionFault] = []
    for raw, value in pairs:
        name = raw.strip().replace("_", "-")
        info = infos.get(name) or next((i for i in infos.values() if i.name == name.casefold()), None)
        if info is None:
            faults.append(_unknown(raw, tuple(infos)))
        elif info.field in values:
            faults.append(OptionFault(info.name, Message.of(_TWICE)))
        else:
            values[info.field] = value
    for info in infos.values():
        if info.field in values:
            try:
                values[info.field] = _read(info, values[info.field])
                _judge(options, info, values[info.field])
            except BadOption as error:
                faults.extend(error.faults)
    if faults:
        raise BadOption(tuple(faults))
    return _make(options, values)


def read_pairs(texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Take ``name=value`` texts of a command line apart.

    Raises:
        BadOption: All texts without ``=``.

    Example:
        >>> read_pairs(["page=A3", "title=a=b"])
        (('page', 'A3'), ('title', 'a=b'))
    """
    parted = [text.partition("=") for text in texts]
    faults = tuple(OptionFault(name, Message.of(_NO_SIGN)) for name, sign, _ in parted if not sign)
    if faults:
        raise BadOption(faults)
    return tuple((name, value) for name, _, value in parted)


def as_rows(options: type, language: Language) -> tuple[tuple[str, str, str, str], ...]:
    """Give rows for a table in the docs: name, what may be given, default, what it does."""
    return tuple(
        (info.name, info.expected.in_(language), _shown(info.default, language), info.text.in_(language))
        for info in describe(options)
    )


def as_schema(options: type, language: Language = "en") -> dict[str, Any]:
    """Give the JSON Schema of the options; unknown names are not allowed."""
    properties: dict[str, Any] = {}
    for info in describe(options):
        one: dict[str, Any] = {"type": _json_type(info)}
        if info.choices:
            one["enum"] = [_plain(member) for member in info.members]
        one |= {"format": "date"} if info.kind is date else {}
        one |= {"minimum": info.minimum} if info.minimum is not None else {}
        one |= {"maximum": info.maximum} if info.maximum is not None else {}
        if info.many:
            one = {"type": "array", "items": one}
        if info.optional:
            one = {"anyOf": [one, {"type": "null"}]}
        properties[info.name] = one | {
            "description": info.text.in_(language),
            "default": _plain(info.default),
        }
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _json_type(info: OptionInfo) -> str:
    if info.members:
        return "integer" if all(type(_plain(member)) is int for member in info.members) else "string"
    return _KINDS[info.kind][1]


def _told(field: attrs.Attribute[Any]) -> _Told:
    told: _Told | None = field.metadata.get(_KEY)
    name = Say(de=field.name, en=field.name)
    return told or _Told(text=name, choices=(), minimum=None, maximum=None, validator=None)


def _info(options: type, field: attrs.Attribute[Any], hint: Any) -> OptionInfo:
    """Work out what may be given for a field from its annotation and its declaration."""
    told = _told(field)
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
        choices=tuple(str(_plain(choice)) for choice in choices),
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
                said = Message.of(_FROM, kind=kind, minimum=low)
            case (None, high):
                said = Message.of(_TO, kind=kind, maximum=high)
            case (low, high):
                said = Message.of(_BETWEEN, kind=kind, minimum=low, maximum=high)
    for applies, say in ((info.many, _ROW), (info.optional, _OR_NOTHING)):
        said = Message.of(say, kind=_as_say(said)) if applies else said
    return _as_say(said)


def _read(info: OptionInfo, given: Any) -> Any:
    """Read a text as a value of the option; what is no text stays as it is."""
    if isinstance(given, list):
        return tuple(_read_one(info, part) if isinstance(part, str) else part for part in given)
    if not isinstance(given, str):
        return given
    if info.optional and given.strip().casefold() in _NOTHING:
        return None
    if info.many:
        return tuple(_read_one(info, part.strip()) for part in given.split(",") if part.strip())
    return _read_one(info, given)


def _read_one(info: OptionInfo, text: str) -> Any:
    word = text.strip().casefold()
    if info.members:
        found = [member for member in info.members if str(_plain(member)).casefold() == word]
        if found:
            return found[0]
    elif info.kind is str:
        return text
    elif info.kind is bool and word in _YES | _NO:
        return word in _YES
    elif info.kind is int and _NUMBER.fullmatch(word):
        return int(word)
    elif info.kind is date and _DAY.fullmatch(word):
        with contextlib.suppress(ValueError):
            return date.fromisoformat(word)
    raise _misfit(info, text)


def _check(instance: Any, field: attrs.Attribute[Any], value: Any) -> None:
    """Refuse a value that does not fit, also when an author makes the options by hand."""
    info = next(info for info in describe(type(instance)) if info.field == (field.alias or field.name))
    _judge(type(instance), info, value, instance)


def _judge(options: type, info: OptionInfo, value: Any, instance: Any = None) -> None:
    """Refuse a value of another kind, outside its limits, or one that the author's own check refuses."""
    parts = value if info.many and isinstance(value, tuple) else (value,)
    if not (value is None and info.optional):
        for part in parts:
            if not _fits(info, part) or (info.many and not isinstance(value, tuple)):
                raise _misfit(info, part)
    field = next(field for field in attrs.fields(options) if (field.alias or field.name) == info.field)
    own = _told(field).validator
    if own is not None:
        try:
            own(instance if instance is not None else options(), field, value)
        except (ValueError, TypeError) as error:
            what = Message.of(_SAID, value=_shown(value, "en"), why=str(error))
            raise BadOption((OptionFault(info.name, what),)) from error


def _fits(info: OptionInfo, value: Any) -> bool:
    if not isinstance(value, info.kind) or isinstance(value, datetime):
        return False
    if isinstance(value, bool) and info.kind is not bool:
        return False
    if info.members and value not in info.members:
        return False
    number: Any = value
    return (info.minimum is None or number >= info.minimum) and (
        info.maximum is None or number <= info.maximum
    )


def _make(options: type[T], values: dict[str, Any]) -> T:
    """Make the options; a check over several of them may still refuse."""
    try:
        return options(**values)
    except (ValueError, TypeError) as error:
        raise BadOption((OptionFault("–", Message.of(_TOGETHER, why=str(error))),)) from error


def _misfit(info: OptionInfo, value: Any) -> BadOption:
    what = Message.of(_NOT, value=_shown(value, "en"), expected=info.expected)
    near = nearest(str(value), info.choices)
    return BadOption((OptionFault(info.name, what, near),))


def _unknown(name: str, known: tuple[str, ...]) -> OptionFault:
    near = nearest(name.replace("_", "-"), known)
    hint = _as_say(Message.of(_NEAR, near=near)) if near else Say(de="", en="")
    return OptionFault(name, Message.of(_UNKNOWN, near=hint, known=", ".join(known) or "–"), near)


def _plain(value: Any) -> Any:
    """Give a value as JSON and command lines write it."""
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


def _shown(value: Any, language: Language) -> str:
    """Give a value as a person would type it."""
    if value is None or value == () or isinstance(value, bool):
        return in_words(value if isinstance(value, bool) else None, language)
    if isinstance(value, tuple):
        return ", ".join(_shown(part, language) for part in value)
    return str(_plain(value))


def _as_say(message: Message) -> Say:
    return Say(de=message.in_("de"), en=message.in_("en"))
