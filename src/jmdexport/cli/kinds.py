"""Kinds of values on the command line, which tell what would fit, and what completes them in a shell."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn

import click

from jmdexport.cli.mistakes import Mistake, language_of, near_of
from jmdmodel.messages import Message, Say

if TYPE_CHECKING:
    _Words = click.Choice[str]
else:
    _Words = click.Choice  # has a parameter only in newer versions of click

_NOT_ONE_OF = Say(
    de="{name}: „{value}“ gibt es nicht.{near} Möglich sind: {known}.",
    en='{name}: there is no "{value}".{near} Possible are: {known}.',
)
_NO_NUMBER = Say(
    de="{name}: „{value}“ passt nicht. Erwartet wird eine ganze Zahl {limits}.",
    en='{name}: "{value}" does not fit. Expected is a whole number {limits}.',
)
_BETWEEN = Say(de="von {low} bis {high}", en="from {low} to {high}")
_FROM = Say(de="ab {low}", en="from {low} on")


class OneOf(_Words):
    """A word of a closed list; a misspelt one is told with the nearest."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Give the word as it is on the list."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            known = tuple(map(str, self.choices))
            near = near_of(str(value), known)
            _refuse(_NOT_ONE_OF, param, ctx, value=str(value), near=near, known=", ".join(known))


class WholeNumber(click.IntRange):
    """A whole number within limits, which are told with one that does not fit."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Give the number."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            say = _FROM if self.max is None else _BETWEEN
            held = {"low": str(self.min), "high": str(self.max)}
            limits = Message.of(say, **{name: held[name] for name in say.names()})
            _refuse(_NO_NUMBER, param, ctx, value=str(value), limits=limits.as_say())


def completes(kind: str) -> Callable[..., list[Any]]:
    """Give what completes a value in a shell, from :mod:`jmdexport.cli.completing`; loaded when one asks."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        from jmdexport.cli import completing  # noqa: PLC0415 - only a shell that completes needs it

        found: list[Any] = getattr(completing, kind)(ctx, param, incomplete)
        return found

    return complete


def _refuse(say: Say, param: click.Parameter | None, ctx: click.Context | None, **values: Any) -> NoReturn:
    name = "" if param is None else max(param.opts, key=len) if param.opts else str(param.name)
    if isinstance(param, click.Argument):
        name = (param.metavar or str(param.name).upper()).strip("[]")
    raise Mistake(Message.of(say, name=name, **values), ctx, language_of(ctx))
