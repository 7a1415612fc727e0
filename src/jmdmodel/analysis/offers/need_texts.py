"""The comparison of needs and offers in a few sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from jmdmodel.messages import Message, Say, Value
from jmdmodel.phrases import Case, Counted, Noun, counted

_NEED = Noun("m", Say("Bedarf", "need"), Say("Bedarfe", "needs"), dative="Bedarfen")
_OFFER = Noun("n", Say("Angebot", "offer"), Say("Angebote", "offers"), dative="Angeboten")

_ESTABLISHED = Counted(
    none=Say("Am {day} ist kein Bedarf festgestellt.", "On {day} no need is established."),
    one=Say("Am {day} ist ein Bedarf festgestellt.", "On {day} one need is established."),
    many=Say("Am {day} sind {n} festgestellt.", "On {day} {n} are established."),
)
_UNCOVERED = Counted(
    none=Say("Für jeden davon gibt es mindestens ein Angebot.", "Each of them has one offer at least."),
    one=Say(
        "Für einen davon ist kein Angebot vermerkt: {titles}.", "For one of them no offer is noted: {titles}."
    ),
    many=Say("Für {n} ist kein Angebot vermerkt: {titles}.", "For {n} no offer is noted: {titles}."),
)
_ONE_NEED_COVERED = Say("Für ihn gibt es mindestens ein Angebot.", "It has one offer at least.")
_ONE_NEED_UNCOVERED = Say(
    "Für ihn ist kein Angebot vermerkt: {titles}.", "No offer is noted for it: {titles}."
)
_GAP_UNKNOWN = Counted(
    none=Say("", ""),
    one=Say(
        "Ohne Angebot und ohne festgehaltene Lücke ist ein Bedarf: {titles}.",
        "There is neither an offer nor a noted gap for one need: {titles}.",
    ),
    many=Say(
        "Ohne Angebot und ohne festgehaltene Lücke sind {n}: {titles}.",
        "There is neither an offer nor a noted gap for {n}: {titles}.",
    ),
)
_PARTLY = Counted(
    none=Say("", ""),
    one=Say(
        "Zum Teil gedeckt ist ein Bedarf: {titles}.", "There is one need that is covered in part: {titles}."
    ),
    many=Say("Zum Teil gedeckt sind {n}: {titles}.", "There are {n} that are covered in part: {titles}."),
)
_SEVERAL = Counted(
    none=Say("", ""),
    one=Say(
        "Mehrfach gedeckt ist ein Bedarf: {titles}.",
        "There is one need that is covered several times: {titles}.",
    ),
    many=Say(
        "Mehrfach gedeckt sind {n}: {titles}.", "There are {n} that are covered several times: {titles}."
    ),
)
_DOUBLES = Counted(
    none=Say("", ""),
    one=Say(
        "Bei einem Bedarf ist zwischen Angeboten mehrerer Stellen keine Abstimmung festgehalten: {titles}.",
        "On one need no coordination is written down between offers of different bodies: {titles}.",
    ),
    many=Say(
        "Bei {n} ist zwischen Angeboten mehrerer Stellen keine Abstimmung festgehalten: {titles}.",
        "On {n} no coordination is written down between offers of different bodies: {titles}.",
    ),
)
_UNLINKED = Counted(
    none=Say("", ""),
    one=Say(
        "Keinen festgestellten Bedarf nennt ein Angebot.",
        "There is one offer that names no established need.",
    ),
    many=Say("Keinen festgestellten Bedarf nennen {n}.", "There are {n} that name no established need."),
)


def sentences(
    day: date,
    *,
    needs: int,
    uncovered: Sequence[str],
    gap_unknown: Sequence[str],
    partly: Sequence[str],
    several: Sequence[str],
    doubled: Sequence[str],
    unlinked: int,
) -> Iterator[Message]:
    """Tell the comparison: how many needs, which are without an offer, what is doubled."""
    yield _told(_ESTABLISHED, needs, _NEED, day=day)
    if needs == 1:
        yield (
            Message.of(_ONE_NEED_UNCOVERED, titles=_quoted(uncovered))
            if uncovered
            else Message.of(_ONE_NEED_COVERED)
        )
    elif needs:
        yield _told(_UNCOVERED, len(uncovered), _NEED, case="acc", titles=_quoted(uncovered))
    rest: tuple[tuple[Counted, Sequence[str], Case], ...] = (
        (_GAP_UNKNOWN, gap_unknown, "nom"),
        (_PARTLY, partly, "nom"),
        (_SEVERAL, several, "nom"),
        (_DOUBLES, doubled, "dat"),
    )
    for form, titles, case in rest:
        if titles:
            yield _told(form, len(titles), _NEED, case=case, titles=_quoted(titles))
    if unlinked:
        yield _told(_UNLINKED, unlinked, _OFFER)


def _told(form: Counted, number: int, noun: Noun, *, case: Case = "nom", **values: Value) -> Message:
    say = form.of(number)
    if "n" in say.names():
        values["n"] = Say(counted(number, noun, "de", case=case), counted(number, noun, "en"))
    return Message.of(say, **{name: value for name, value in values.items() if name in say.names()})


def _quoted(titles: Sequence[str]) -> tuple[Say, ...]:
    return tuple(Say(f"„{title}“", f'"{title}"') for title in titles)
