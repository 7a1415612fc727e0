"""What a case map shows, as plain data: goals, their steps, and who contributes, how far, and the consent.

A plan is about one case under its pseudonym. There is no field for a trait of the young person.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import attrs

from jmdexport.drawing.plan import LARGE, PAGES
from jmdexport.errors import ExportError
from jmdmodel.messages import Language, Message, Say

Contributor: TypeAlias = Literal["partner", "person", "other"]
ConsentSign: TypeAlias = Literal["covered", "open", "missing"]
Ending: TypeAlias = Literal["way", "done", "failed"]


@attrs.frozen(kw_only=True, repr=False)
class Stage:
    """A dated stage of a contribution; ``ending``: whether it goes on, is delivered, or came to nothing."""

    label: str
    day: str
    ending: Ending = "way"


@attrs.frozen(kw_only=True, repr=False)
class Part:
    """What somebody contributes to a step. German: Beitrag.

    Attributes:
        label: The partner, the role of the key person, or the role in this case.
        consent: Whether the consent covers it, is still to be cleared up, or is missing.
        consent_text: The same in words.
        stages: From the first to the last one reached.
    """

    label: str
    kind: Contributor
    consent: ConsentSign
    consent_text: str
    stages: tuple[Stage, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class Step:
    """A step of a goal with what is said about it and who contributes. German: Schritt."""

    text: str
    details: tuple[str, ...] = ()
    is_done: bool = False
    parts: tuple[Part, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class Goal:
    """A goal with what is said about it, and its steps. German: Ziel."""

    text: str
    status: str
    details: tuple[str, ...] = ()
    is_reached: bool = False
    steps: tuple[Step, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class CaseMapPlan:
    """All that a case map shows and says; it has no ``repr`` with content. German: Fallkarte.

    Attributes:
        name: The pseudonym.
        phase: The phase that the plan is in; empty where none is told.
        warning: Whom the sheet is for, and that it must not be passed on.
    """

    page: tuple[float, float] = PAGES["A4", "landscape"]
    language: Language = "de"
    title: str
    subtitle: tuple[str, ...] = ()
    warning: str
    name: str
    phase: str = ""
    goals: tuple[Goal, ...] = ()
    source: str = ""


_TOO_MUCH = Say(
    de="Auf eine Seite von {width} × {height} mm passt dieser Plan nicht in lesbarer Schrift. {help}",
    en="A page of {width} × {height} mm does not hold this plan in readable type. {help}",
)
_LARGER = Say(
    de="Abhilfe: eine größere Seite (A3) oder Hochformat.", en="A larger page (A3), or portrait, will help."
)
_SHORTER = Say(
    de="Abhilfe: kürzere Texte für Ziele und Schritte, oder Hochformat.",
    en="Shorter texts for goals and steps, or portrait, will help.",
)


class CaseDoesNotFit(ExportError):  # noqa: N818 - the names of this family are sentences
    """The page is too small for a case; nothing of the case stands in the error."""

    code = "E425"

    def __init__(self, page: tuple[float, float]) -> None:
        super().__init__(page)
        self.page = page

    @property
    def message(self) -> Message:
        """Which page is too small and what helps, in both languages."""
        width, high = (round(edge) for edge in self.page)
        is_small = min(self.page) < LARGE
        return Message.of(_TOO_MUCH, width=width, height=high, help=_LARGER if is_small else _SHORTER)
