"""The error of a stranger's exporter that ran in a process of its own and did not come to its end."""

# ruff: noqa: N818 - the names of this family are fixed words of the interface
from __future__ import annotations

from typing import Any, Literal, TypeAlias

from jmdexport import error_texts as texts
from jmdexport.errors import ExportError
from jmdmodel.messages import Message, Say, Value

Failing: TypeAlias = Literal["time", "memory", "size", "ended", "raised", "told"]
"""How an exporter in a process of its own can fail."""

_SAID = Say(de="Er meldet: {text}", en="It says: {text}")
_FAILINGS: dict[Failing, Say] = {
    "time": texts.TOOK_LONG,
    "memory": texts.TOOK_MUCH,
    "size": texts.GAVE_MUCH,
    "ended": texts.ENDED,
    "raised": texts.RAISED,
    "told": _SAID,
}


class ExporterFailed(ExportError):
    """A stranger's exporter did not come to its end in the process of its own that it ran in.

    Attributes:
        exporter: Name of the exporter.
        plugin: The plugin that it comes from.
        why: ``time``, ``memory``, ``size`` (of its answer), ``ended`` (without an answer), ``raised``,
            ``told`` (an error of the library, in its own words).
        number: The limit in seconds or megabytes, or the status that the process ended with.
        text: What may be told of the error that was raised: its kind and the line of the plugin that it came
            from. What it says itself could hold private data and is told only where the error is one of the
            library.
        details: Its traceback, or the last that the plugin printed.
    """

    code = "E410"

    def __init__(
        self,
        exporter: str,
        plugin: str,
        why: Failing,
        number: int = 0,
        *,
        text: Say = texts.NOTHING,
        details: str = "",
    ) -> None:
        super().__init__(exporter, plugin, why, number)
        self.exporter = exporter
        self.plugin = plugin
        self.why: Failing = why
        self.number = number
        self.text = text
        self.details = details

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle with the two parts that are given by name."""
        return _again, (*self.args, self.text, self.details), self.__dict__

    @property
    def message(self) -> Message:
        """Which exporter it was, what happened, and that nothing came of it."""
        say = _FAILINGS[self.why]
        known: dict[str, Value] = {"number": self.number, "text": self.text}
        why = Message.of(say, **{name: known[name] for name in say.names()}).as_say()
        return Message.of(texts.FAILED_APART, exporter=self.exporter, plugin=self.plugin, why=why)


def _again(*parts: Any) -> ExporterFailed:
    return ExporterFailed(*parts[:4], text=parts[4], details=parts[5])


class Answerless(Exception):
    """What came back from a process is no answer; never leaves the library."""
