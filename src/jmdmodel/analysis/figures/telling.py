"""The figures of a year that a team can use, in whole sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from jmdmodel.analysis.counting import told
from jmdmodel.analysis.figures.catalogue_texts import Figure
from jmdmodel.analysis.figures.values import FigureValue, Remark
from jmdmodel.messages import Message, Say, in_percent
from jmdmodel.phrases import Counted, Noun

PARTNER = Noun("m", Say("Partner", "partner"), Say("Partner", "partners"), dative="Partnern")
TIE = Noun("f", Say("Verbindung", "tie"), Say("Verbindungen", "ties"))
PART = Noun("m", Say("Teil", "part"), Say("Teile", "parts"), dative="Teilen")

_IN_CONTACT = Say(
    "Am {day} steht der Dienst laut Netzwerkkarte mit {n} in Kontakt.",
    "According to the network map, the service is in contact with {n} on {day}.",
)
_SIZE = Counted(none=_IN_CONTACT, one=_IN_CONTACT, many=_IN_CONTACT)
_STRONG = Say(
    "Mit {share} der Partner, bei denen die Intensität eingeschätzt ist, besteht mindestens einmal im Monat"
    " Kontakt.",
    "Of the partners whose intensity of contact is rated, {share} are in contact at least once a month.",
)
_IMPORTANT = Say(
    "Für die meisten Ziele nötig oder unverzichtbar sind {share} der Partner, bei denen die Wichtigkeit"
    " eingeschätzt ist.",
    "Of the partners whose importance is rated, {share} are needed for most goals or indispensable.",
)
_TIES = Counted(
    none=Say(
        "Dass Partner auch miteinander zu tun haben, ist dem Dienst nicht bekannt.",
        "The service does not know of any partners that are in touch with each other.",
    ),
    one=Say(
        "Unter den Partnern ist dem Dienst {n} bekannt.",
        "The service knows of {n} among the partners.",
    ),
    many=Say(
        "Unter den Partnern sind dem Dienst {n} bekannt.",
        "The service knows of {n} among the partners.",
    ),
)
_PARTS = Counted(
    none=Say("", ""),
    one=Say(
        "Auch ohne den Dienst wären alle Partner, soweit bekannt, direkt oder über andere miteinander"
        " verbunden.",
        "Even without the service all partners would be connected, directly or through others, as far as is"
        " known.",
    ),
    many=Say(
        "Ohne den Dienst zerfiele das Netz, soweit bekannt, in {n}.",
        "Without the service the network would fall into {n}, as far as is known.",
    ),
)
_ISOLATES = Counted(
    none=Say("", ""),
    one=Say(
        "{N} ist nur über den Dienst in das Netz eingebunden.",
        "{N} belongs to the network only through the service.",
    ),
    many=Say(
        "{N} sind nur über den Dienst in das Netz eingebunden.",
        "{N} belong to the network only through the service.",
    ),
)
_CUT_POINTS = Counted(
    none=Say("", ""),
    one=Say(
        "{N} hält andere zusammen, die sonst nur noch über den Dienst verbunden wären.",
        "{N} holds others together that would otherwise be connected only through the service.",
    ),
    many=Say(
        "{N} halten jeweils andere zusammen, die sonst nur noch über den Dienst verbunden wären.",
        "{N} each hold others together that would otherwise be connected only through the service.",
    ),
)


def tell(values: Mapping[Figure, FigureValue], day: date) -> Iterator[Message]:
    """Tell the plain figures of a network; those that need their formula beside them stay in the table."""
    size = int(values[Figure.SIZE].value or 0)
    yield told(_SIZE, size, PARTNER, case="dat", day=day)
    if not size:
        return
    yield from _share(_STRONG, values[Figure.STRONG_SHARE])
    yield from _share(_IMPORTANT, values[Figure.IMPORTANT_SHARE])
    if size == 1:
        return
    if values[Figure.TIES].remark is Remark.NOT_SURVEYED:
        yield Message.of(Remark.NOT_SURVEYED.label)
        return
    ties = int(values[Figure.TIES].value or 0)
    yield told(_TIES, ties, TIE)
    if not ties:
        return
    for figure, forms, noun in (
        (Figure.COMPONENTS, _PARTS, PART),
        (Figure.ISOLATES, _ISOLATES, PARTNER),
        (Figure.CUT_POINTS, _CUT_POINTS, PARTNER),
    ):
        number = int(values[figure].value or 0)
        if number:
            yield told(forms, number, noun)


def _share(say: Say, found: FigureValue) -> Iterator[Message]:
    if found.value is not None:
        share = Fraction(found.value)
        yield Message.of(say, share=Say(in_percent(share, "de"), in_percent(share, "en")))
