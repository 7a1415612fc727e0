"""What is wrong with a command line, told so that one can go on: what, what was expected, what to do.

Click knows what went wrong; the words are ours, in the language of the run, and the guess what may have
been meant comes from the same place as everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import Any, NoReturn

import click

from jmdexport.cli.ending import LANGUAGE
from jmdmodel.messages import LANGUAGES, Language, Message, Say
from jmdmodel.spelling import nearest

_EXAMPLE = re.compile(r"^\s*Example: (.+)$", re.MULTILINE)
_NEAR = Say(de=" Gemeint ist vielleicht „{near}“.", en=' Did you mean "{near}"?')
_HELP = Say(de="Mehr dazu zeigt: {path} --help", en="For more see: {path} --help")
_NO_VERB = Say(
    de="„{name}“ ist kein Befehl von jmd.{near} Es gibt: {known}.",
    en='"{name}" is no verb of jmd.{near} There are: {known}.',
)
_NO_OPTION = Say(de="„{path}“ hat keine Option „{name}“.{near}", en='"{path}" has no option "{name}".{near}')
_ELSEWHERE = Say(
    de="{told} Es gibt sie hinter dem Namen dieser Befehle: {verbs}.",
    en="{told} It goes behind the name of these verbs: {verbs}.",
)
_BEFORE = Say(
    de="Die Option „{name}“ steht vor dem Namen des Befehls: jmd {name} {verb} …",
    en='The option "{name}" goes before the name of the verb: jmd {name} {verb} …',
)
_NO_VALUE = Say(
    de="Hinter „{name}“ fehlt der Wert. Erwartet: {name} {metavar}",
    en='The value behind "{name}" is missing. Expected: {name} {metavar}',
)
_FLAG = Say(
    de="Die Option „{name}“ nimmt keinen Wert; sie steht für sich.",
    en='The option "{name}" takes no value; it stands by itself.',
)
_MISSING = Say(
    de="„{path}“ braucht noch {what}.{example}",
    en='"{path}" needs {what} as well.{example}',
)
_FOR_INSTANCE = Say(de=" Zum Beispiel: {example}", en=" For instance: {example}")
_TOO_MANY = Say(
    de="Für „{words}“ hat „{path}“ keine Verwendung. Ein Name mit Leerzeichen gehört in Anführungszeichen.",
    en='"{path}" has no use for "{words}". A name with blanks goes into quotation marks.',
)


class Mistake(click.UsageError):
    """A mistake on the command line, in the words of the library; ends with status 2 as all of them do."""

    def __init__(self, told: Message, context: click.Context | None, language: Language) -> None:
        super().__init__(told.in_(language), context)
        self.told = told
        self.language = language

    def show(self, file: Any = None) -> None:
        """Tell it on stderr, and where the help is."""
        click.echo(self.message, file=file, err=True)
        if self.ctx is not None:
            click.echo(Message.of(_HELP, path=self.ctx.command_path).in_(self.language), file=file, err=True)


def spoken(args: Sequence[str]) -> Language:
    """Give the language that a command line asks for, though it may not be a sound one."""
    found: Language = "de"
    for name, value in pairwise([*args, ""]):
        given = value if name == "--language" else name.removeprefix("--language=")
        for language in LANGUAGES:
            if given == language and name.startswith("--language"):
                found = language
    return found


def no_such_verb(name: str, known: Sequence[str], context: click.Context) -> NoReturn:
    """Refuse a verb that there is none of, with the nearest and all that there are."""
    told = Message.of(_NO_VERB, name=name, near=near_of(name, known), known=", ".join(known))
    raise Mistake(told, context, language_of(context))


@contextmanager
def in_our_words(context: click.Context) -> Iterator[None]:
    """Tell what click refuses in the words of the library; what it has no words for passes as it is."""
    try:
        yield
    except Mistake:
        raise
    except click.UsageError as error:
        where = error.ctx or _below(context)
        told = _told(error, where)
        if told is None:
            raise
        raise Mistake(told, where, language_of(where)) from error


def _below(context: click.Context) -> click.Context:
    """Give the context of the verb that was about to begin, for errors that do not tell theirs."""
    name = context.invoked_subcommand
    if not (name and isinstance(context.command, click.Group)):
        return context
    command = context.command.get_command(context, name)
    return context if command is None else click.Context(command, parent=context, info_name=name)


def _told(error: click.UsageError, context: click.Context) -> Message | None:
    """Give the words for a mistake; ``None`` where there are none."""
    if isinstance(error, click.NoSuchOption):
        return _unknown(error.option_name, context)
    if isinstance(error, click.BadOptionUsage):
        return _misused(error.option_name, context)
    if isinstance(error, click.MissingParameter):
        return None if error.param is None else _missing(error.param, context)
    extra = re.fullmatch(r"Got unexpected extra arguments? \((.*)\)", error.message, re.DOTALL)
    return Message.of(_TOO_MANY, path=context.command_path, words=extra[1]) if extra else None


def _misused(name: str, context: click.Context) -> Message | None:
    """Tell that a value is missing, or that there is one where none belongs."""
    param = _option(name, context)
    if param is None:
        return None
    if param.is_flag:
        return Message.of(_FLAG, name=name)
    return Message.of(_NO_VALUE, name=name, metavar=_metavar(param))


def _missing(param: click.Parameter, context: click.Context) -> Message:
    """Tell what a verb cannot do without, with its example."""
    found = _EXAMPLE.search(context.command.help or "")
    example = Message.of(_FOR_INSTANCE, example=found[1]).as_say() if found else Say("", "")
    what = _metavar(param)
    if isinstance(param, click.Option):
        what = f"{max(param.opts, key=len)} {what}"
    return Message.of(_MISSING, path=context.command_path, what=what, example=example)


def _unknown(name: str, context: click.Context) -> Message:
    """Tell that there is no such option; one that goes before the verb is told its place."""
    params = context.command.get_params(context)
    known = [opt for param in params for opt in (*param.opts, *param.secondary_opts)]
    above = context.parent
    if above is not None and _option(name, above) is not None:
        return Message.of(_BEFORE, name=name, verb=context.info_name or "")
    near = near_of(name, known)
    told = Message.of(_NO_OPTION, path=context.command_path, name=name, near=near)
    verbs = () if near.de else _verbs_with(name, above or context)
    return Message.of(_ELSEWHERE, told=told.as_say(), verbs=", ".join(verbs)) if verbs else told


def _verbs_with(name: str, context: click.Context) -> tuple[str, ...]:
    """Give the verbs that have an option of this name."""
    group = context.command
    verbs = group.list_commands(context) if isinstance(group, click.Group) else []
    found = [(verb, group.get_command(context, verb)) for verb in verbs]  # type: ignore[attr-defined]
    below = [click.Context(command, parent=context, info_name=verb) for verb, command in found]
    return tuple(one.command_path for one in below if _option(name, one) is not None)


def _option(name: str, context: click.Context) -> click.Option | None:
    options = [param for param in context.command.get_params(context) if isinstance(param, click.Option)]
    return next((param for param in options if name in {*param.opts, *param.secondary_opts}), None)


def _metavar(param: click.Parameter) -> str:
    """Give what stands for a value in the help, without the brackets of one that may be left out."""
    if param.metavar:
        return param.metavar.strip("[]")
    if isinstance(param.type, click.Choice):
        return "|".join(map(str, param.type.choices))
    return param.type.name.upper()


def near_of(word: str, known: Iterable[str]) -> Say:
    """Give the sentence that names the nearest known word; nothing where none is near."""
    near = nearest(word, known)
    return Message.of(_NEAR, near=near).as_say() if near else Say("", "")


def language_of(context: click.Context | None) -> Language:
    """Give the language of a run."""
    found: Language = "de" if context is None else context.meta.get(LANGUAGE, "de")
    return found
