"""Settings that come in layers: defaults, a settings file, the command line; each value knows its origin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from jmdmodel.analysis.tables import Column, Shown, Table
from jmdmodel.messages import Message, Say
from jmdmodel.quality.catalogue import catalogue, named
from jmdmodel.quality.model import Rule
from jmdmodel.quality.settings import Settings, SettingsError, SettingsFault
from jmdmodel.quality.spelling import nearest

__all__ = ["DEFAULT", "Layer", "Layered", "Origin", "layered", "rule_modules"]

DEFAULT = Say("Vorgabe", "default")
"""The origin of what nobody set."""

_LISTS = ("select", "enable", "ignore", "rules")
_TEXTS = ("fail_on", "directory")
_KEYS = (*_LISTS, *_TEXTS, "parameters")
_UNKNOWN = Say(
    de="{origin}: „{word}“ ist keine Einstellung der Prüfung.{near}",
    en='{origin}: "{word}" is no setting of the check.{near}',
)
_NO_LIST = Say(
    de='{origin}: „{word}“ ist eine Liste von Texten, zum Beispiel ["Q512", "hint"].',
    en='{origin}: "{word}" is a list of texts, for instance ["Q512", "hint"].',
)
_NO_TEXT = Say(
    de='{origin}: „{word}“ ist eine Stufe als Text, zum Beispiel "should".',
    en='{origin}: "{word}" is a level as a text, for instance "should".',
)
_NO_FILE = Say(
    de='{origin}: „{word}“ ist der Name einer Datei als Text, zum Beispiel "GV100AD.txt".',
    en='{origin}: "{word}" is the name of a file as a text, for instance "GV100AD.txt".',
)
_NO_TABLE = Say(
    de="{origin}: Unter „{word}“ steht für jede Regel eine Tabelle mit ihren Parametern.",
    en='{origin}: Under "{word}" stands a table for each rule, with its parameters.',
)
_WRONG = {"fail_on": _NO_TEXT, "directory": _NO_FILE}
_NEAR = Say(de=" Gemeint ist vielleicht „{near}“.", en=' Did you mean "{near}"?')


@attrs.frozen(kw_only=True)
class Layer:
    """What one place sets, as plain values; what it does not name stays as the layer below has it.

    German: Ebene der Einstellungen.

    Attributes:
        origin: Where it comes from, for people: the name of a file, "command line".
        values: ``select``, ``enable``, ``ignore``, ``rules``: lists of texts; ``fail_on``: a level;
            ``directory``: the file of the official directory; ``parameters``: tables by rule. A dash may
            stand for the underscore.
        replaces: Whether its lists replace those of the layers below or come in addition.
    """

    origin: Say
    values: Mapping[str, Any] = attrs.field(factory=dict)
    replaces: bool = True


@attrs.frozen(kw_only=True)
class Origin:
    """One effective value of the settings and where it comes from. German: Herkunft einer Einstellung.

    Attributes:
        name: Name of the setting; a parameter as ``Q502.months``.
        value: The value as a text.
        origin: Where it comes from.
    """

    name: str
    value: str
    origin: Say


@attrs.frozen(kw_only=True, repr=False)
class Layered(Shown):
    """Settings put together of layers, with the origin of each value (R-52). German: wirksame Einstellungen.

    Attributes:
        settings: The settings to check with.
        origins: Every effective value, those of all rules that run among them.
        directory: The file of the official directory to compare keys with, as it was named; nothing here
            reads it.
    """

    settings: Settings
    origins: tuple[Origin, ...]
    directory: str | None = None

    def tables(self) -> tuple[Table, ...]:
        """Give one row for each value: name, value, origin."""
        columns = (
            Column("name", Say("Einstellung", "setting")),
            Column("value", Say("Wert", "value")),
            Column("origin", Say("Herkunft", "origin")),
        )
        rows = tuple((one.name, one.value, one.origin) for one in self.origins)
        title = Say("Wirksame Einstellungen", "Effective settings")
        return (Table(name="settings", title=title, columns=columns, rows=rows),)


def layered(layers: Sequence[Layer], *, rules: tuple[Rule, ...] = ()) -> Layered:
    """Put settings together, the first layer lowest; each value tells where it comes from (R-52).

    Lists of a layer that *replaces* stand in place of those below, the others come in addition. Of
    parameters each single value is set anew. German: Einstellungen zusammenführen.

    Args:
        layers: The layers, lowest first.
        rules: Own rules beside those of the library.

    Raises:
        RuleConfigError: A key is unknown, a value has the wrong form, a word names no rule; names all.

    Example:
        >>> file = Layer(origin=Say("jmd.toml", "jmd.toml"), values={"ignore": ["hint"], "fail-on": "should"})
        >>> found = layered([file])
        >>> [(one.name, one.value, one.origin.en) for one in found.origins][:3]
        [('select', '', 'default'), ('enable', '', 'default'), ('ignore', 'hint', 'jmd.toml')]
    """
    plain = [(layer.origin, values) for layer, values in zip(layers, _values(layers), strict=True)]
    lists = {
        name: _list(name, layers, [values for _, values in plain]) for name in ("select", "enable", "ignore")
    }
    texts = {"fail_on": ("must", DEFAULT), "directory": ("", DEFAULT)}
    parameters: dict[str, dict[str, Any]] = {}
    from_where: dict[tuple[str, str], Say] = {}
    known = named((*catalogue(), *rules))
    for origin, values in plain:
        texts |= {name: (values[name], origin) for name in _TEXTS if name in values}
        for word, changed in values.get("parameters", {}).items():
            code = known[word].code if word in known else word
            for name, value in changed.items():
                parameters.setdefault(code, {})[name] = value
                from_where[code, name] = origin
    settings = Settings.of(
        **{name: words for name, (words, _) in lists.items()},
        parameters=parameters,
        fail_on=texts["fail_on"][0],
        rules=rules,
    )
    told = {name: (", ".join(words), origin) for name, (words, origin) in lists.items()} | texts
    origins = [Origin(name=name, value=value, origin=origin) for name, (value, origin) in told.items()]
    running = sorted((rule for rule in (*catalogue(), *rules) if settings.runs(rule)), key=lambda r: r.code)
    origins += [one for rule in running for one in _parameters(rule, settings, from_where)]
    return Layered(settings=settings, origins=tuple(origins), directory=texts["directory"][0] or None)


def rule_modules(layers: Sequence[Layer]) -> tuple[str, ...]:
    """Give the modules with own rules that the layers name, in their order, each once.

    Raises:
        RuleConfigError: A key is unknown or a value has the wrong form; names all such faults.
    """
    return tuple(dict.fromkeys(name for values in _values(layers) for name in values.get("rules", ())))


def _values(layers: Sequence[Layer]) -> list[dict[str, Any]]:
    """Give what each layer sets, by names with underscores; refuse all that is wrong in any of them."""
    if faults := [fault for layer in layers for fault in _faults(layer)]:
        raise SettingsError(tuple(faults))
    return [{name.replace("-", "_"): value for name, value in layer.values.items()} for layer in layers]


def _list(
    name: str, layers: Sequence[Layer], plain: Sequence[Mapping[str, Any]]
) -> tuple[tuple[str, ...], Say]:
    words: tuple[str, ...] = ()
    origin = DEFAULT
    for layer, values in zip(layers, plain, strict=True):
        said = tuple(values.get(name, ()))
        if said and words and not layer.replaces:
            words = (*words, *(word for word in said if word not in words))
            origin = Say(f"{origin.de} + {layer.origin.de}", f"{origin.en} + {layer.origin.en}")
        elif name in values and (said or layer.replaces):
            words, origin = said, layer.origin
    return words, origin


def _parameters(
    rule: Rule, settings: Settings, from_where: Mapping[tuple[str, str], Say]
) -> Iterator[Origin]:
    used = settings.parameters_of(rule)
    for field in attrs.fields(rule.parameters):
        value = getattr(used, field.name)
        shown = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
        yield Origin(
            name=f"{rule.code}.{field.name}",
            value=shown,
            origin=from_where.get((rule.code, field.name), DEFAULT),
        )


def _faults(layer: Layer) -> Iterator[SettingsFault]:
    for word, value in layer.values.items():
        name = word.replace("-", "_")
        if name not in _KEYS:
            near = nearest(name, _KEYS)
            hint = Say("", "") if near is None else Message.of(_NEAR, near=near).as_say()
            what = Message.of(_UNKNOWN, origin=layer.origin, word=word, near=hint)
            yield SettingsFault(code="R106", what=what, near=near)
        elif not _fits(name, value):
            say = _NO_LIST if name in _LISTS else _WRONG.get(name, _NO_TABLE)
            yield SettingsFault(code="R107", what=Message.of(say, origin=layer.origin, word=word))


def _fits(name: str, value: Any) -> bool:
    if name in _LISTS:
        return isinstance(value, (list, tuple)) and all(isinstance(word, str) for word in value)
    if name in _TEXTS:
        return isinstance(value, str)
    return isinstance(value, Mapping) and all(isinstance(changed, Mapping) for changed in value.values())
