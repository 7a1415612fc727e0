"""What can be wrong with a template: told with file, line and the nearest known name."""

from __future__ import annotations

from typing import TypeAlias

from jmdexport.errors import ExportError
from jmdmodel.messages import Message, Say
from jmdmodel.spelling import nearest

Known: TypeAlias = tuple[str, ...]

_FAULT = Say(
    de="{place}: {what}{near}",
    en="{place}: {what}{near}",
)
_NEAR = Say(de=" Gemeint ist vielleicht „{near}“.", en=' Did you mean "{near}"?')


class TemplateFault(ExportError):  # noqa: N818 - the names of this family are fixed words of the interface
    """A template cannot be used: a wrong name, wrong syntax, an unknown block, or no such file.

    Attributes:
        template: File of the template as people know it; those of the library begin with ``jmd/``.
        line: Line in the file, counted from 1; 0 when the whole file is meant.
        what: What is wrong.
        name: The name that is not known, if it is about one.
        known: The names that are known in its place.
    """

    code = "E421"

    def __init__(
        self, template: str, line: int, what: Message, name: str = "", known: tuple[str, ...] = ()
    ) -> None:
        super().__init__(template, line, what, name, known)
        self.template = template
        self.line = line
        self.what = what
        self.name = name
        self.known = known

    @property
    def near(self) -> str | None:
        """The known name nearest to the one that is not known."""
        return nearest(self.name, self.known) if self.name else None

    @property
    def message(self) -> Message:
        """Where it is, what is wrong, and which name may be meant."""
        place = f"{self.template}:{self.line}" if self.line else self.template
        near = Say(de="", en="") if self.near is None else Message.of(_NEAR, near=self.near).as_say()
        return Message.of(_FAULT, place=place, what=self.what.as_say(), near=near)
