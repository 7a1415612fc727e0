"""Options of an exporter: declared once on an attrs class; flags, docs table and JSON Schema come from it.

A field of the class may hold a whole number, a text, a date, yes or no, a word of a closed list (any
:class:`enum.Enum`), one of these or nothing (``| None``), or a row of them (``tuple[str, ...]``). It may hold
the content of a file too (``bytes``), which programs give as it is and no text of a command line can be.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

import attrs

from jmdexport.error_texts import FIELD_KIND
from jmdexport.errors import BadOption, BadRecord, OptionFault
from jmdexport.options.told import (
    KEY,
    OptionInfo,
    Told,
    as_rows,
    as_schema,
    describe,
    plain,
    shown,
    told_of,
)
from jmdmodel.messages import Message, Say
from jmdmodel.spelling import nearest

__all__ = [
    "OptionInfo",
    "as_rows",
    "as_schema",
    "build",
    "check_defaults",
    "describe",
    "option",
    "read_pairs",
]

T = TypeVar("T")
_YES = frozenset({"true", "yes", "on", "1", "ja", "an", "wahr"})
_NO = frozenset({"false", "no", "off", "0", "nein", "aus", "falsch"})
_NOTHING = frozenset({"", "none", "-"})
_UNKNOWN = Say(
    de="Diese Einstellung gibt es nicht.{near} Vorhanden sind: {known}.",
    en="There is no such option.{near} There are: {known}.",
)
_NEAR = Say(de=" Gemeint ist vielleicht „{near}“.", en=' Did you mean "{near}"?')
_TWICE = Say(de="Die Einstellung ist zweimal angegeben.", en="The option is given twice.")
_NO_SIGN = Say(
    de="Zwischen Name und Wert fehlt das Zeichen „=“.", en='The sign "=" between name and value is missing.'
)
_NOT = Say(
    de="„{value}“ passt nicht.{near} Erwartet: {expected}.",
    en='"{value}" does not fit.{near} Expected: {expected}.',
)
_SAID = Say(de="„{value}“ passt nicht: {why}", en='"{value}" does not fit: {why}')
_TOGETHER = Say(
    de="Die Einstellungen passen nicht zusammen: {why}", en="The options do not fit together: {why}"
)
_NUMBER = re.compile(r"[+-]?[0-9]{1,18}", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


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
        text: One sentence that tells what it does, in both languages.
        default: What holds when it is not given; every option has one.
        choices: The values that may be given; an enum needs none, its members are the choices.
        minimum: Lowest whole number.
        maximum: Highest whole number.
        validator: A further check, as attrs has them.

    Raises:
        BadRecord: *text* is no :class:`~jmdmodel.messages.Say`.

    Example:
        >>> @attrs.frozen(kw_only=True)
        ... class Options:
        ...     rows: int = option(Say("Zeilen je Seite.", "Rows on a page."), default=40, minimum=1)
        >>> build(Options, {"rows": "12"})
        Options(rows=12)
    """
    given: object = text  # authors without a type checker write a plain text
    if not isinstance(given, Say):
        kind = type(given).__name__
        raise BadRecord("option", Message.of(FIELD_KIND, field="text", given=kind, expected="Say"))
    told = Told(text=text, choices=tuple(choices), minimum=minimum, maximum=maximum, validator=validator)
    return attrs.field(default=default, validator=_check, metadata={KEY: told})


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


def check_defaults(options: type) -> None:
    """Refuse an options class with a default that could not be given itself.

    Raises:
        BadOption: All defaults that do not fit.
    """
    faults: list[OptionFault] = []
    for info in describe(options):
        try:
            _judge(options, info, info.default)
        except BadOption as error:
            faults += [fault for fault in error.faults if fault not in faults]
    if faults:
        raise BadOption(tuple(faults))


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
        found = [member for member in info.members if str(plain(member)).casefold() == word]
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
    own = told_of(field).validator
    if own is not None:
        try:
            own(instance if instance is not None else options(), field, value)
        except (ValueError, TypeError) as error:
            what = Message.of(_SAID, value=shown(value, "en"), why=str(error))
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
    near = nearest(str(value), info.choices)
    hint = Message.of(_NEAR, near=near).as_say() if near else Say(de="", en="")
    what = Message.of(_NOT, value=shown(value, "en"), near=hint, expected=info.expected)
    return BadOption((OptionFault(info.name, what, near),))


def _unknown(name: str, known: tuple[str, ...]) -> OptionFault:
    near = nearest(name.replace("_", "-"), known)
    hint = Message.of(_NEAR, near=near).as_say() if near else Say(de="", en="")
    return OptionFault(name, Message.of(_UNKNOWN, near=hint, known=", ".join(known) or "–"), near)
