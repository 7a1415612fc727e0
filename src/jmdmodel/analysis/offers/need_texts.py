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
    none=Say("Für jeden davon gibt es mindestens ein Angebot.", "Each of them has at least one offer."),
    one=Say(
        "Für einen davon ist kein Angebot vermerkt: {titles}.", "For one of them no offer is noted: {titles}."
    ),
    many=Say("Für {n} ist kein Angebot vermerkt: {titles}.", "For {n} no offer is noted: {titles}."),
)
_ONE_NEED_COVERED = Say("Für ihn gibt es mindestens ein Angebot.", "It has at least one offer.")
_ONE_NEED_UNCOVERED = Say(
    "Für ihn ist kein Angebot vermerkt: {titles}.", "No offer is noted for it: {titles}."
)
_GAP_UNKNOWN = Counted(
    none=Say("", ""),
    one=Say(
        "Für einen Bedarf ist weder ein Angebot vermerkt noch eine Lücke festgehalten: {titles}.",
        "For one need neither an offer nor a gap is noted: {titles}.",
    ),
    many=Say(
        "Für {n} ist weder ein Angebot vermerkt noch eine Lücke festgehalten: {titles}.",
        "For {n} neither an offer nor a gap is noted: {titles}.",
    ),
)
_PARTLY = Counted(
    none=Say("", ""),
    one=Say("Zum Teil gedeckt ist ein Bedarf: {titles}.", "One need is covered in part: {titles}."),
    many=Say("Zum Teil gedeckt sind {n}: {titles}.", "There are {n} that are covered in part: {titles}."),
)
_SEVERAL = Counted(
    none=Say("", ""),
    one=Say(
        "Mehrfach gedeckt ist ein Bedarf: {titles}.",
        "One need is covered several times: {titles}.",
    ),
    many=Say(
        "Mehrfach gedeckt sind {n}: {titles}.", "There are {n} that are covered several times: {titles}."
    ),
)
_DOUBLES = Counted(
    none=Say("", ""),
    one=Say(
        "Bei einem Bedarf ist zwischen Angeboten mehrerer Stellen keine Abstimmung festgehalten: {titles}.",
        "For one need no coordination between offers of different bodies is noted: {titles}.",
    ),
    many=Say(
        "Bei {n} ist zwischen Angeboten mehrerer Stellen keine Abstimmung festgehalten: {titles}.",
        "For {n} no coordination between offers of different bodies is noted: {titles}.",
    ),
)
_UNLINKED = Counted(
    none=Say("", ""),
    one=Say(
        "Bei einem Angebot ist kein festgestellter Bedarf vermerkt.",
        "One offer names no established need.",
    ),
    many=Say(
        "Bei {n} ist kein festgestellter Bedarf vermerkt.", "There are {n} that name no established need."
    ),
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
        (_GAP_UNKNOWN, gap_unknown, "acc"),
        (_PARTLY, partly, "nom"),
        (_SEVERAL, several, "nom"),
        (_DOUBLES, doubled, "dat"),
    )
    for form, titles, case in rest:
        if titles:
            yield _told(form, len(titles), _NEED, case=case, titles=_quoted(titles))
    if unlinked:
        yield _told(_UNLINKED, unlinked, _OFFER, case="dat")


def _told(form: Counted, number: int, noun: Noun, *, case: Case = "nom", **values: Value) -> Message:
    say = form.of(number)
    if "n" in say.names():
        values["n"] = Say(counted(number, noun, "de", case=case), counted(number, noun, "en"))
    return Message.of(say, **{name: value for name, value in values.items() if name in say.names()})


def _quoted(titles: Sequence[str]) -> tuple[Say, ...]:
    return tuple(Say(f"„{title}“", f'"{title}"') for title in titles)
