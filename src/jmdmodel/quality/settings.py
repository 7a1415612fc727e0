"""Settings of a check as a value: which rules run, with which parameters, and what counts as failed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from jmdmodel.errors import RuleConfigError
from jmdmodel.messages import Message, Say
from jmdmodel.quality.catalogue import FAMILIES, catalogue, named
from jmdmodel.quality.model import Level, Rule, Status
from jmdmodel.quality.parameters import CHOICES, MAXIMUM, MINIMUM
from jmdmodel.quality.spelling import nearest

_HEAD = Say(
    de="Zahl der Fehler in den Einstellungen der Prüfung: {n}. {faults}",
    en="Number of faults in the settings of the check: {n}. {faults}",
)
_NO_RULE = Say(
    de="{where}: „{word}“ ist keine Regel, keine Familie und keine Stufe.{near}",
    en='{where}: "{word}" is no rule, no family and no level.{near}',
)
_NO_PARAMETER = Say(
    de="parameters: Die Regel {rule} hat keinen Parameter „{word}“.{near}",
    en='parameters: The rule {rule} has no parameter "{word}".{near}',
)
_WRONG_NUMBER = Say(
    de="parameters: „{word}“ der Regel {rule} ist eine ganze Zahl von {low} bis {high}, nicht „{value}“.",
    en='parameters: "{word}" of the rule {rule} is a whole number from {low} to {high}, not "{value}".',
)
_WRONG_WORDS = Say(
    de="parameters: „{word}“ der Regel {rule} ist eine Liste; „{value}“ gehört nicht dazu.{near}",
    en='parameters: "{word}" of the rule {rule} is a list; "{value}" is none of its words.{near}',
)
_NO_LEVEL = Say(
    de="fail_on: „{word}“ ist keine Stufe. Möglich sind „must“, „should“, „hint“ und „never“.{near}",
    en='fail_on: "{word}" is no level. There are "must", "should", "hint" and "never".{near}',
)
_MEANT = Say(de=" Gemeint ist vielleicht „{near}“.", en=' Did you mean "{near}"?')
NEVER = "never"


@attrs.frozen(kw_only=True)
class SettingsFault:
    """One thing that is wrong in the settings: code, what, and the nearest known word if one is near."""

    code: str
    what: Message
    near: str | None = None


class SettingsError(RuleConfigError):
    """The settings cannot be used; holds *all* faults."""

    def __init__(self, faults: tuple[SettingsFault, ...]) -> None:
        told = Say(*(" ".join(fault.what.in_(language) for fault in faults) for language in ("de", "en")))
        super().__init__("R100", Message.of(_HEAD, n=len(faults), faults=told))
        self.args = (faults,)
        self.faults = faults


@attrs.frozen(kw_only=True)
class Settings:
    """How to check: a value that hashes and pickles. German: Einstellungen der Prüfung.

    ``select``, ``enable`` and ``ignore`` take codes, names and former names of rules, letters of
    families and levels. An empty ``select`` means every rule that is on by default. A rule that is off
    by default runs when ``select`` or ``enable`` names the rule itself. ``ignore`` wins over both.

    Attributes:
        select: What runs; empty for everything that is on by default.
        enable: What runs in addition.
        ignore: What does not run.
        parameters: Values that differ from the defaults, by rule; see :meth:`of`.
        fail_on: The level from which a check counts as failed; ``None`` for never.
    """

    select: tuple[str, ...] = ()
    enable: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    parameters: tuple[tuple[str, tuple[tuple[str, Any], ...]], ...] = ()
    fail_on: Level | None = Level.MUST

    @classmethod
    def of(
        cls,
        *,
        select: Iterable[str] = (),
        enable: Iterable[str] = (),
        ignore: Iterable[str] = (),
        parameters: Mapping[str, Mapping[str, Any]] | None = None,
        fail_on: str = "must",
        rules: tuple[Rule, ...] = (),
    ) -> Settings:
        """Make settings of plain values, as they stand in a settings file.

        Args:
            select: Codes, names, family letters or levels of what is to run.
            enable: What is to run in addition.
            ignore: What is not to run.
            parameters: Values by the rule's code or name, then by the parameter's name.
            fail_on: ``must``, ``should``, ``hint`` or ``never``.
            rules: Own rules beside those of the library.

        Raises:
            SettingsError: A word is unknown or a value not allowed; names all such faults.

        Example:
            >>> Settings.of(ignore=["Q5O2"])
            Traceback (most recent call last):
            ...
            jmdmodel.quality.settings.SettingsError: Number of faults in the settings of the check: 1. \
ignore: "Q5O2" is no rule, no family and no level. Did you mean "Q502"? [R100]
        """
        known = named((*catalogue(), *rules))
        lists = {"select": tuple(select), "enable": tuple(enable), "ignore": tuple(ignore)}
        faults = [fault for where, said in lists.items() for fault in _unknown(where, said, known)]
        values: dict[str, tuple[tuple[str, Any], ...]] = {}
        for word, changed in sorted((parameters or {}).items()):
            rule = known.get(word)
            if rule is None:
                faults.append(_no_rule("parameters", word, known))
                continue
            faults += _wrong(rule, changed)
            kept = dict(values.get(rule.code, ()))
            kept |= {name: tuple(v) if isinstance(v, list) else v for name, v in changed.items()}
            values[rule.code] = tuple(sorted(kept.items()))
        levels = {level.value: level for level in Level}
        if fail_on not in {*levels, NEVER}:
            near = nearest(fail_on, [*levels, NEVER])
            faults.append(_fault("R103", _NO_LEVEL, near, word=fail_on))
        if faults:
            raise SettingsError(tuple(faults))
        return cls(**lists, parameters=tuple(sorted(values.items())), fail_on=levels.get(fail_on))

    def runs(self, rule: Rule) -> bool:
        """Tell whether a rule runs under these settings."""
        if rule.status is Status.RETIRED or _meant(rule, self.ignore):
            return False
        asked_for = any(word in rule.words for word in (*self.select, *self.enable))
        widely = _meant(rule, self.select) or _meant(rule, self.enable) or not self.select
        return asked_for or (rule.default and widely)

    def parameters_of(self, rule: Rule) -> Any:
        """Give the parameters of a rule: its defaults with what the settings change."""
        return rule.parameters(**dict(dict(self.parameters).get(rule.code, ())))


def _meant(rule: Rule, said: tuple[str, ...]) -> bool:
    return any(word in {*rule.words, rule.family, rule.level.value} for word in said)


def _unknown(where: str, said: tuple[str, ...], known: Mapping[str, Rule]) -> Iterator[SettingsFault]:
    wide = {*FAMILIES, *(level.value for level in Level)}
    for word in said:
        if word not in known and word not in wide:
            yield _no_rule(where, word, known)


def _no_rule(where: str, word: str, known: Mapping[str, Rule]) -> SettingsFault:
    levels = [level.value for level in Level] if where != "parameters" else []
    return _fault("R101", _NO_RULE, nearest(word, [*known, *levels]), where=where, word=word)


def _wrong(rule: Rule, changed: Mapping[str, Any]) -> Iterator[SettingsFault]:
    fields = {field.name: field for field in attrs.fields(rule.parameters)}
    for word, value in sorted(changed.items()):
        field = fields.get(word)
        if field is None:
            near = nearest(word, [*fields])
            yield _fault("R102", _NO_PARAMETER, near, rule=rule.both, word=word)
        elif CHOICES in field.metadata:
            yield from _wrong_words(rule, word, value, field.metadata[CHOICES])
        else:
            low, high = field.metadata[MINIMUM], field.metadata[MAXIMUM]
            if type(value) is not int or not low <= value <= high:
                said = {"rule": rule.both, "word": word, "low": low, "high": high, "value": str(value)}
                yield SettingsFault(code="R104", what=Message.of(_WRONG_NUMBER, **said))


def _wrong_words(rule: Rule, word: str, value: Any, choices: tuple[str, ...]) -> Iterator[SettingsFault]:
    said = value if isinstance(value, (list, tuple)) else [value]
    wrong = [part for part in said if part not in choices] or ([] if said is value else [value])
    for part in wrong:
        near = nearest(str(part), [*choices])
        yield _fault("R105", _WRONG_WORDS, near, rule=rule.both, word=word, value=str(part))


def _fault(code: str, say: Say, near: str | None, **values: str) -> SettingsFault:
    hint = Say("", "") if near is None else Message.of(_MEANT, near=near).as_say()
    return SettingsFault(code=code, what=Message.of(say, near=hint, **values), near=near)
