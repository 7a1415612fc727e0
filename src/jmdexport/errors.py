"""The errors of exporting: each names what was asked for, what is known, and what to do.

The parts are fields; the text is made when somebody reads it, in German or English. All of them
pickle, so that an exporter may run in another process.
"""

# ruff: noqa: N818 - the names of this family are fixed words of the interface
from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

import attrs

from jmdexport import error_texts as texts
from jmdmodel.errors import JmdError
from jmdmodel.messages import Language, Message, Say, Value
from jmdmodel.scales import Audience
from jmdmodel.spelling import nearest as nearest  # noqa: PLC0414 - others take it from here

Stage: TypeAlias = Literal["load", "register", "hooks", "ask", "check"]
"""How far a plugin came: import, registration, names of its hooks, the call, the check of its answer."""

_STAGES: dict[str, Say] = {
    "load": Say(de="beim Laden", en="while it was loaded"),
    "register": Say(de="beim Anmelden", en="while it was registered"),
    "hooks": Say(de="bei der Prüfung ihrer Hooks", en="while its hooks were checked"),
    "ask": Say(de="bei der Frage, was sie anbietet", en="while it was asked what it offers"),
    "check": Say(de="bei der Prüfung dessen, was sie anbietet", en="while what it offers was checked"),
}


def _when(condition: object, say: Say, **values: Value) -> Say:
    """Give a part of a text with its values, or nothing when the part does not apply."""
    if not condition:
        return texts.NOTHING
    return Message.of(say, **values).as_say()


class ExportError(JmdError):
    """Something could not be exported; the root of the errors of ``jmdexport``.

    ``code`` is stable, ``message`` the text in both languages with its values.
    """

    code: ClassVar[str] = "E400"

    @property
    def message(self) -> Message:
        """What went wrong and what to do, in both languages."""
        return Message.of(texts.FAILED_EXPORT)

    def in_(self, language: Language) -> str:
        """Give the text in one language, the code at its end."""
        return f"{self.message.in_(language)} [{self.code}]"


class UnknownExporter(ExportError):
    """No exporter has this name; holds the known names and the plugins that failed to load."""

    code = "E401"

    def __init__(self, name: str, known: tuple[str, ...] = (), failed: tuple[str, ...] = ()) -> None:
        super().__init__(name, known, failed)
        self.name = name
        self.known = known
        self.failed = failed

    @property
    def near(self) -> str | None:
        """The known name nearest to the one asked for."""
        return nearest(self.name, self.known)

    @property
    def message(self) -> Message:
        """What was asked for, what there is, and which plugins are missing."""
        return Message.of(
            texts.UNKNOWN,
            name=self.name,
            known=", ".join(self.known) or "–",
            near=_when(self.near, texts.NEAR, near=self.near),
            failed=_when(self.failed, texts.FAILED, plugins=", ".join(self.failed)),
        )


class UnknownMedium(ExportError):
    """The exporter cannot make this format; holds the suffixes that it can make."""

    code = "E402"

    def __init__(self, exporter: str, asked: str, known: tuple[str, ...] = ()) -> None:
        super().__init__(exporter, asked, known)
        self.exporter = exporter
        self.asked = asked
        self.known = known

    @property
    def message(self) -> Message:
        """Which format was asked for and which there are."""
        near = nearest(self.asked.removeprefix("."), tuple(one.removeprefix(".") for one in self.known))
        return Message.of(
            texts.NO_MEDIUM,
            exporter=self.exporter,
            asked=self.asked,
            near=_when(near, texts.NEAR, near=near or ""),
            known=", ".join(self.known),
        )


class MissingExtra(ExportError):
    """An optional package is not installed; the text shows the command that installs it.

    *distribution* is the one that has the extra. It is empty for a plugin without packaging: there *extra*
    is the package itself.
    """

    code = "E403"

    def __init__(self, extra: str, module: str, distribution: str = "jmdmodel") -> None:
        super().__init__(extra, module, distribution)
        self.extra = extra
        self.module = module
        self.distribution = distribution

    @property
    def command(self) -> str:
        """The command line; quoted, because shells give square brackets a meaning of their own."""
        if not self.distribution:
            return f"pip install {self.extra}"
        return f"pip install '{self.distribution}[{self.extra}]'"

    @property
    def message(self) -> Message:
        """Which package is missing and how to get it."""
        return Message.of(texts.MISSING, module=self.module, command=self.command)


class PluginProblem(ExportError):
    """A plugin cannot be used; the others are not touched by it.

    The exception that it raised is the ``__cause__``. As that does not travel to another process, its
    text stands in ``cause`` (in English; ``told`` has it in both languages) and the traceback in ``details``.
    """

    code = "E404"

    def __init__(
        self, plugin: str, distribution: str, stage: Stage, cause: str | Say, details: str = ""
    ) -> None:
        super().__init__(plugin, distribution, stage, cause, details)
        self.plugin = plugin
        self.distribution = distribution
        self.stage = stage
        self.told = cause if isinstance(cause, Say) else Say(cause, cause)
        self.cause = self.told.en
        self.details = details

    @property
    def message(self) -> Message:
        """Which plugin it is, where it comes from, how far it came, and what happened."""
        return Message.of(
            texts.PROBLEM,
            plugin=self.plugin,
            origin=_when(self.distribution, texts.ORIGIN, distribution=self.distribution),
            stage=_STAGES[self.stage],
            cause=self.told,
        )


class NothingExported(ExportError):
    """An exporter yielded no artifact; ``exporter`` is ``–`` when there was nothing to write at all."""

    code = "E405"

    def __init__(self, exporter: str) -> None:
        super().__init__(exporter)
        self.exporter = exporter

    @property
    def message(self) -> Message:
        """Which exporter gave nothing."""
        return Message.of(texts.EMPTY, exporter=self.exporter)


@attrs.frozen
class OptionFault:
    """One thing that is wrong with the options of an exporter: which option, what, the nearest name."""

    name: str
    what: Message
    near: str | None = None

    def in_(self, language: Language) -> str:
        """Give the fault as one line."""
        return f"{self.name}: {self.what.in_(language)}"


class BadOption(ExportError):
    """Options do not fit; holds *all* faults, in the order of the names."""

    code = "E406"

    def __init__(self, faults: tuple[OptionFault, ...]) -> None:
        ordered = tuple(sorted(faults, key=lambda fault: fault.name))
        super().__init__(ordered)
        self.faults = ordered

    @property
    def message(self) -> Message:
        """All faults, one a line."""
        lines = Say(
            de="\n".join(fault.in_("de") for fault in self.faults),
            en="\n".join(fault.in_("en") for fault in self.faults),
        )
        return Message.of(texts.BAD_OPTION, n=len(self.faults), lines=lines)


class _ToldError(ExportError):
    """An error about one exporter whose text comes from the place that found it."""

    def __init__(self, exporter: str, what: Message) -> None:
        super().__init__(exporter, what)
        self.exporter = exporter
        self.what = what


class BadRecord(_ToldError):
    """A record of the interface (exporter, medium, artifact) says something impossible of itself."""

    code = "E407"

    @property
    def message(self) -> Message:
        """Which record it is and what is wrong with it."""
        return Message.of(texts.RECORD, exporter=self.exporter, what=self.what.as_say())


class BadArtifact(_ToldError):
    """An exporter gave something that is no artifact, or one whose name or kind does not fit."""

    code = "E408"

    @property
    def message(self) -> Message:
        """Which exporter it was and what is wrong with the file."""
        return Message.of(texts.ARTIFACT, exporter=self.exporter, what=self.what.as_say())


class RecordRefused(ExportError):
    """An export cannot be entered in the record of what left the house, so it is not written (R-51)."""

    code = "E440"

    def __init__(self, what: Message) -> None:
        super().__init__(what)
        self.what = what

    @property
    def message(self) -> Message:
        """Why it cannot be entered."""
        return Message.of(texts.NOT_RECORDED, what=self.what.as_say())


class AudienceRefused(ExportError):
    """The audience does not fit: too high without a purpose, or too low (R-51).

    ``needed`` is set where the audience may see nothing of what the exporter shows, so that an empty file
    would say something false.
    """

    code = "E409"

    def __init__(self, exporter: str, audience: Audience, needed: Audience | None = None) -> None:
        super().__init__(exporter, audience, needed)
        self.exporter = exporter
        self.audience = audience
        self.needed = needed

    @property
    def message(self) -> Message:
        """Why it was refused and what is possible."""
        if self.needed is not None:
            return Message.of(
                texts.TOO_LOW, exporter=self.exporter, audience=self.audience.code, needed=self.needed.code
            )
        return Message.of(texts.PURPOSE, audience=self.audience.code)
