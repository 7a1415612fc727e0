"""What is asked of own rules: a sound record, and findings that can be put into words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from jmdmodel.errors import ModelError
from jmdmodel.fields import is_entity
from jmdmodel.findings import Finding
from jmdmodel.messages import Message, Say
from jmdmodel.workspace import Workspace

if TYPE_CHECKING:
    from jmdmodel.quality.model import Context, Rule

_CODE = re.compile(r"[A-Z][0-9]{3}")
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_CODE_FORM = Say(
    de="„{given}“ kann kein Code einer Regel sein: ein Großbuchstabe und drei Ziffern, wie X101.",
    en='"{given}" cannot be the code of a rule: a capital letter and three digits, such as X101.',
)
_NAME_FORM = Say(
    de="Der Name „{given}“ der Regel {code} besteht nicht aus Kleinbuchstaben von a bis z und Ziffern mit"
    " Bindestrichen dazwischen.",
    en='The name "{given}" of the rule {code} does not consist of lower-case letters from a to z and digits,'
    " with hyphens in between.",
)
_LOOKS_AT = Say(
    de="„looks_at“ der Regel {code} ist „{given}“ statt „Workspace“ oder einer Klasse aus jmdmodel.entities.",
    en='"looks_at" of the rule {code} is "{given}" instead of "Workspace" or a class of jmdmodel.entities.',
)
_NO_WORDS = Say(
    de="„{field}“ der Regel {code} hat nicht in beiden Sprachen einen Text: Say(de=…, en=…).",
    en='"{field}" of the rule {code} has no text in both languages: Say(de=…, en=…).',
)
_NO_FINDING = Say(
    de="Die Regel {rule} gibt „{given}“ statt eines Befunds: yield ctx.found(…).",
    en='The rule {rule} gives "{given}" instead of a finding: yield ctx.found(…).',
)
_NO_VALUE = Say(
    de="Die Meldung der Regel {rule} hat Platzhalter, für die ctx.found() keinen Wert bekommt: {names}.",
    en="The message of the rule {rule} has placeholders that ctx.found() gets no value for: {names}.",
)


def need_sound(rule: Rule) -> Rule:
    """Give a rule back, or refuse it where its record says something impossible.

    Raises:
        ModelError: Code, name, texts or the type that it looks at are none.
    """
    if not _CODE.fullmatch(rule.code):
        raise ModelError(Message.of(_CODE_FORM, given=rule.code))
    if not _NAME.fullmatch(rule.name):
        raise ModelError(Message.of(_NAME_FORM, given=rule.name, code=rule.code))
    if rule.looks_at is not Workspace and not is_entity(rule.looks_at):
        given = getattr(rule.looks_at, "__name__", type(rule.looks_at).__name__)
        raise ModelError(Message.of(_LOOKS_AT, given=given, code=rule.code))
    for field in ("title", "message", "reason", "remedy"):
        text: object = getattr(rule, field)
        if not (isinstance(text, Say) and text.de.strip() and text.en.strip()):
            raise ModelError(Message.of(_NO_WORDS, field=field, code=rule.code))
    return rule


def watched(rule: Rule) -> Callable[[Any, Context[Any]], Iterator[Finding]]:
    """Give the function of a rule so that a finding which no text can be made of is an error of the rule.

    Without this it would come up where findings are shown, and take those of all other rules with it.
    """
    wanted = rule.message.names()

    def ask(thing: Any, context: Context[Any]) -> Iterator[Finding]:
        for one in rule.check(thing, context):
            given: object = one
            if not isinstance(given, Finding):
                raise ModelError(Message.of(_NO_FINDING, rule=rule.both, given=type(given).__name__))
            if missing := wanted - {name for name, _ in one.values}:
                raise ModelError(Message.of(_NO_VALUE, rule=rule.both, names=", ".join(sorted(missing))))
            Message(rule.message, one.values).in_("de")
            yield one

    return ask
