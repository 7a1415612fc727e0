"""What the signs of a map can stand for, in words: legend, alternative text and table speak from here.

A :class:`Measure` is an ordered attribute in five steps, fit for the rings or for the size of the signs. A
:class:`Division` says what the sectors are. :class:`Lines` says what width and kind of a line tell. None of
them knows of a workspace; how a partner gets its step is said where the map is planned.
"""

from __future__ import annotations

import attrs

from jmdmodel.messages import Say
from jmdmodel.scales import Importance, Intensity, TieStrength


@attrs.frozen(kw_only=True)
class Measure:
    """An ordered attribute of partners in five steps, 1 the least. German: Merkmal mit fünf Stufen.

    Attributes:
        code: The word by which it is chosen.
        name: What it is called: in headings of the legend and of tables.
        of: What the rings stand for, in a sentence.
        steps: What the steps 1 to 5 mean.
        open: What it means that a partner has no step.
        nearness: What nearness to the centre says then, and what it does not say.
        by: The sentence that gives the numbers of each step, with ``{list}``.
        top_one: The sentence on the one partner with the highest step, with ``{list}``.
        top: The same for several.
        bands: Names of the three bands of rings, outermost first; none if they need no name.
    """

    code: str
    name: Say
    of: Say
    steps: tuple[Say, Say, Say, Say, Say]
    open: Say
    nearness: Say
    by: Say
    top_one: Say
    top: Say
    bands: tuple[Say, ...] = ()


@attrs.frozen(kw_only=True)
class Division:
    """What sector, shape, colour and hatch stand for together. German: Einteilung der Sektoren."""

    code: str
    name: Say


_STRENGTH = Say("Stärke", "strength")
_FORM = Say("Form", "form")
_OPEN_STRENGTH = Say("Stärke nicht eingeschätzt", "strength not rated")
_OPEN_FORM = Say("Form nicht angegeben", "form not stated")
_TIE = Say("Verbindung", "tie")


@attrs.frozen(kw_only=True)
class Lines:
    """What the lines between partners tell. German: Bedeutung der Linien.

    Attributes:
        code: The word by which it is chosen.
        strengths: What the four widths mean, thin to thick; none if width means nothing.
        kinds: What dotted, dashed and solid lines mean; an empty text for a kind that is not used.
        width_name: What the width stands for.
        kind_name: What the kind of the line stands for.
        open_width: What a hollow line means.
        open_kind: What a line of dots and dashes means.
        even: What a line means, where width and kind mean nothing.
    """

    code: str
    strengths: tuple[Say, ...] = ()
    kinds: tuple[Say, ...] = ()
    width_name: Say = _STRENGTH
    kind_name: Say = _FORM
    open_width: Say = _OPEN_STRENGTH
    open_kind: Say = _OPEN_FORM
    even: Say = _TIE


def _steps(scale: type[Intensity] | type[Importance]) -> tuple[Say, Say, Say, Say, Say]:
    first, second, third, fourth, fifth = (step.label for step in scale)
    return first, second, third, fourth, fifth


NOT_RATED = Say("nicht eingeschätzt", "not rated")

INTENSITY = Measure(
    code="intensity",
    name=Say("Intensität", "intensity"),
    of=Say("die Intensität der Kontakte", "the intensity of the contacts"),
    steps=_steps(Intensity),
    open=NOT_RATED,
    nearness=Say(
        "Wie nah ein Zeichen an der Mitte steht, sagt nur, wie häufig es Kontakt gibt. Wie gut die"
        " Zusammenarbeit ist, zeigt die Karte nicht.",
        "How near a symbol is to the centre says only how often there is contact. The map does not show how"
        " good the cooperation is.",
    ),
    by=Say("Nach der Häufigkeit der Kontakte: {list}.", "By frequency of contact: {list}."),
    top_one=Say(
        "Am häufigsten ist der Kontakt mit diesem Partner: {list}.",
        "Contact is most frequent with this partner: {list}.",
    ),
    top=Say(
        "Am häufigsten ist der Kontakt mit diesen Partnern: {list}.",
        "Contact is most frequent with these partners: {list}.",
    ),
    bands=(Say("selten", "seldom"), Say("gelegentlich", "now and then"), Say("häufig", "often")),
)
IMPORTANCE = Measure(
    code="importance",
    name=Say("Wichtigkeit", "importance"),
    of=Say("die Wichtigkeit der Partner", "the importance of the partners"),
    steps=_steps(Importance),
    open=NOT_RATED,
    nearness=Say(
        "Wie nah ein Zeichen an der Mitte steht, sagt nur, wie sehr der Kontakt für die Ziele des Dienstes"
        " zählt. Wie häufig es Kontakt gibt, sagt die Nähe nicht.",
        "How near a symbol is to the centre says only how much the contact matters for the goals of the"
        " service. Nearness does not say how often there is contact.",
    ),
    by=Say("Nach der Wichtigkeit: {list}.", "By importance: {list}."),
    top_one=Say("Am wichtigsten ist {list}.", "The most important is {list}."),
    top=Say("Am wichtigsten sind {list}.", "The most important are {list}."),
)
GROUPS = Division(code="group", name=Say("Gruppe", "group"))
STRENGTH_AND_FORM = Lines(
    code="strength-and-form",
    strengths=tuple(step.label for step in TieStrength),
    kinds=(
        Say("informell", "informal"),
        Say("mündlich oder schriftlich vereinbart", "agreed orally or in writing"),
        Say("Vertrag oder eigene Rechtsform", "contract or own legal form"),
    ),
)
