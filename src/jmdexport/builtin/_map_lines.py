"""What the lines between partners on the network map can tell, and how a tie gets its width and kind."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from jmdexport.drawing.channels import STRENGTH_AND_FORM, Lines
from jmdexport.drawing.plan import LineKind
from jmdmodel.entities.relation import Tie
from jmdmodel.messages import Say
from jmdmodel.vocabulary import Formalisation, TieKnowledge


@attrs.frozen(kw_only=True)
class LineReading:
    """What lines tell, with the way to it: width (0: none in force, ``None``: nobody said) and kind."""

    lines: Lines
    strength: Callable[[Tie], int | None]
    kind: Callable[[Tie], LineKind]


_KINDS: dict[Formalisation | None, LineKind] = {
    None: "mixed",
    Formalisation.INFORMAL: "dotted",
    Formalisation.ORAL_AGREEMENT: "dashed",
    Formalisation.WRITTEN_AGREEMENT: "dashed",
    Formalisation.CONTRACT: "solid",
    Formalisation.LEGAL_FORM: "solid",
}
_KNOWLEDGE: dict[TieKnowledge, LineKind] = {TieKnowledge.KNOWN: "solid", TieKnowledge.ASSUMED: "dashed"}


def _strength(tie: Tie) -> int | None:
    return tie.strength.step if tie.strength else None


def _form(tie: Tie) -> LineKind:
    return _KINDS[tie.formalisation]


def _no_width(_tie: Tie) -> int:
    return 0


def _solid(_tie: Tie) -> LineKind:
    return "solid"


LINES: dict[str, LineReading] = {
    reading.lines.code: reading
    for reading in (
        LineReading(lines=STRENGTH_AND_FORM, strength=_strength, kind=_form),
        LineReading(
            lines=Lines(code="strength", strengths=STRENGTH_AND_FORM.strengths),
            strength=_strength,
            kind=_solid,
        ),
        LineReading(lines=Lines(code="form", kinds=STRENGTH_AND_FORM.kinds), strength=_no_width, kind=_form),
        LineReading(
            lines=Lines(
                code="knowledge",
                kinds=(Say("", ""), TieKnowledge.ASSUMED.label, TieKnowledge.KNOWN.label),
                kind_name=Say("Sicherheit der Angabe", "knowledge"),
            ),
            strength=_no_width,
            kind=lambda tie: _KNOWLEDGE[tie.knowledge],
        ),
        LineReading(lines=Lines(code="plain"), strength=_no_width, kind=_solid),
    )
}
"""What lines can tell, by code."""
