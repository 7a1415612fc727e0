"""A comparison told in whole sentences, for people; plain text, whatever the names of partners hold.

Each partner is named where its change is told. One whose contact rests, was refused or was made is not
told again as no longer or newly rated, because the one follows from the other; the value has both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from jmdmodel.analysis.comparison import comparison_texts as texts
from jmdmodel.analysis.comparison.changes import Absence, Change, Course, PartnerChange, Shift, is_in_contact
from jmdmodel.analysis.comparison.tie_changes import BrokeredTie, TieChanges
from jmdmodel.analysis.naming import clear, first_of, grouped, joined, listed, named, paired
from jmdmodel.analysis.ratings import RatedContact
from jmdmodel.entities.partner import Partner
from jmdmodel.messages import Language, Message, Say
from jmdmodel.phrases import Noun, capital, counted
from jmdmodel.scales import Coded, Ordinal

_STOPS = (".", "!", "?", "…")
_MOVED: tuple[tuple[Change, texts.Forms, Callable[[RatedContact], Coded | None]], ...] = (
    (Change.CLOSER, texts.CLOSER, lambda rated: rated.intensity),
    (Change.LOOSER, texts.LOOSER, lambda rated: rated.intensity),
    (Change.MORE_IMPORTANT, texts.MORE_IMPORTANT, lambda rated: rated.importance),
    (Change.LESS_IMPORTANT, texts.LESS_IMPORTANT, lambda rated: rated.importance),
)
_RATED_IN_ONE_YEAR = (
    (
        Shift.NEWLY_RATED,
        (texts.NEWLY_RATED, texts.INTENSITY_NEWLY_RATED, texts.IMPORTANCE_NEWLY_RATED),
    ),
    (
        Shift.NO_LONGER_RATED,
        (texts.NO_LONGER_RATED, texts.INTENSITY_NO_LONGER_RATED, texts.IMPORTANCE_NO_LONGER_RATED),
    ),
)


class Told(Protocol):
    """What can be told: a comparison from a year to one that is not before it."""

    @property
    def earlier(self) -> int:
        """The first year."""

    @property
    def later(self) -> int:
        """The second year."""

    @property
    def changes(self) -> tuple[PartnerChange, ...]:
        """Every partner of either map."""

    @property
    def ties(self) -> TieChanges | None:
        """The ties between partners, if they are known."""

    @property
    def ties_reason(self) -> Message | None:
        """Why they are not known."""

    @property
    def brokered(self) -> tuple[BrokeredTie, ...]:
        """Ties that the service brokered in between."""

    @property
    def has_changes(self) -> bool:
        """Whether anything changed."""


def sentences(told: Told, language: Language) -> tuple[str, ...]:
    """Tell a comparison in whole sentences: who came, went and became another, then ratings, then ties.

    Where nothing changed it is one sentence. German: Veränderungen in Sätzen.
    """
    teller = _Teller(told, language)
    if told.earlier == told.later:
        return (teller.say(texts.ITSELF),)
    if not told.has_changes:
        return (teller.say(texts.NOTHING if told.changes else texts.EMPTY),)
    return tuple(
        sentence
        for part in (teller.partners, teller.successions, teller.states, teller.ratings, teller.ties)
        for sentence in part()
    )


class _Teller:
    """One comparison and one language, so that each sentence needs no more than its own values."""

    def __init__(self, told: Told, language: Language) -> None:
        self.told = told
        self.language: Language = language
        self.kinds = [(change, change.kinds) for change in told.changes]

    def say(self, say: Say, **values: str) -> str:
        """Put a sentence into words, with a full stop where its last name has none."""
        known = {"earlier": str(self.told.earlier), "later": str(self.told.later), **values}
        text = Message.of(say, **{name: known[name] for name in say.names()}).in_(self.language)
        if say.in_(self.language).startswith("{n}"):
            text = capital(text)
        return text if text.endswith(_STOPS) else f"{text}."

    def counting(self, forms: texts.Forms, number: int, names: str, *, noun: Noun = texts.PARTNER) -> str:
        """Put a sentence with a number and names into words."""
        told = counted(number, noun, self.language, case=forms.case)
        return self.say(forms.of(number), n=told, names=names)

    def naming(self, forms: texts.Forms, partners: Sequence[Partner]) -> Iterator[str]:
        """Tell which partners; nothing where there are none."""
        if partners:
            yield self.counting(forms, len(partners), self.names(partners))

    def names(self, partners: Iterable[Partner]) -> str:
        return listed([partner.name for partner in partners], self.language)

    def every(self, partners: Iterable[Partner]) -> str:
        return named([partner.name for partner in partners], self.language)

    def picked(self, kind: Change) -> list[RatedContact]:
        """Give the partners of the later map whose change is of a kind."""
        return [rated for change, kinds in self.kinds if kind in kinds for rated in change.after]

    # --- who came and went

    def partners(self) -> Iterator[str]:
        joined = [change for change in self.told.changes if change.course is Course.JOINED]
        left = [change for change in self.told.changes if change.course is Course.LEFT]
        met = [change for change in joined if is_in_contact(change.after[0])]
        gone = [change for change in left if change.absence is Absence.PARTNER]
        rest = [change for change in left if change not in gone]
        ended = [change for change in rest if is_in_contact(change.before[0])]
        if not (met or gone or ended):
            yield self.say(texts.NEITHER)
        else:
            names = first_of([self.with_related(change) for change in met], self.language)
            number = counted(len(met), texts.PARTNER, self.language)
            yield self.say(texts.JOINED.of(len(met)), n=number, names=names)
            if not (gone or ended):
                yield self.say(texts.NONE_LEFT)
        if gone:
            names = first_of([self.with_related(change) for change in gone], self.language)
            yield self.counting(texts.GONE, len(gone), names)
        yield from self.naming(texts.ENDED, [change.partner for change in ended])
        yield from self.beside(texts.JOINED_BESIDE, [one.after[0] for one in joined if one not in met])
        yield from self.beside(texts.LEFT_BESIDE, [one.before[0] for one in rest if one not in ended])

    def with_related(self, change: PartnerChange) -> str:
        """Name a partner with its successor or predecessor that has no place on the other map."""
        if not change.related:
            return clear(change.partner.name, self.language)
        say = texts.FOLLOWED_UP if change.after else texts.NOW_FOLLOWED
        values = {"name": clear(change.partner.name, self.language), "others": self.every(change.related)}
        return Message.of(say, **values).in_(self.language)

    def beside(self, forms: texts.Forms, found: Sequence[RatedContact]) -> Iterator[str]:
        if found:
            yield self.counting(forms, len(found), self.by_word(found, lambda rated: rated.place))

    def by_word(self, found: Iterable[RatedContact], word_of: Callable[[RatedContact], Coded | None]) -> str:
        """Name partners, those with the same word together, the highest word first."""
        pairs = [(rated.partner.name, word) for rated in found if (word := word_of(rated)) is not None]
        pairs.sort(key=lambda pair: -pair[1].step)
        return grouped(((name, word.label) for name, word in pairs), self.language, say=texts.IN_BRACKETS)

    # --- who became another

    def successions(self) -> Iterator[str]:
        renamed = [change for change in self.told.changes if change.course is Course.RENAMED]
        if renamed:
            names = [
                Message.of(
                    texts.NOW_NAMED,
                    name=clear(one.before[0].partner.name, self.language),
                    others=clear(one.after[0].partner.name, self.language),
                ).in_(self.language)
                for one in renamed
            ]
            yield self.counting(texts.RENAMED, len(names), first_of(names, self.language))
        for course, say in (
            (Course.MERGED, texts.MERGED),
            (Course.SPLIT, texts.SPLIT),
            (Course.REGROUPED, texts.REGROUPED),
        ):
            for change in self.told.changes:
                if change.course is course:
                    old, new = (self.every(one.partner for one in s) for s in (change.before, change.after))
                    yield self.say(say, old=old, new=new)

    # --- contacts and ratings

    def states(self) -> Iterator[str]:
        for kind, forms in texts.STATES.items():
            found = self.picked(kind)
            if kind is Change.STATE_CHANGED and found:
                yield self.counting(forms, len(found), self.by_word(found, lambda rated: rated.state))
            else:
                yield from self.naming(forms, [rated.partner for rated in found])

    def ratings(self) -> Iterator[str]:
        for kind, forms, word_of in _MOVED:
            found = self.picked(kind)
            if found:
                yield self.counting(forms, len(found), self.by_word(found, word_of))
        yield from self.unclear()
        yield from self.rated_in_one_year()
        confirmed = sum(1 for change in self.told.changes if change.is_confirmed)
        if confirmed:
            yield self.counting(texts.CONFIRMED, confirmed, "")

    def unclear(self) -> Iterator[str]:
        for change in self.told.changes:
            sides = change.before, change.after
            for shift, say, values_of in (
                (change.intensity, texts.UNCLEAR_INTENSITY, change.intensities),
                (change.importance, texts.UNCLEAR_IMPORTANCE, change.importances),
            ):
                if shift is Shift.UNCLEAR:
                    before, after = (self.both(side, values_of(side)) for side in sides)
                    yield self.say(say, before=before, after=after)

    def both(self, side: Sequence[RatedContact], values: Sequence[Ordinal | None]) -> str:
        """Give each partner with its rating, nothing made of them."""
        return joined(
            [
                Message.of(
                    texts.IN_BRACKETS,
                    names=clear(rated.partner.name, self.language),
                    label=(value.label if value is not None else texts.UNRATED),
                ).in_(self.language)
                for rated, value in zip(side, values, strict=True)
            ],
            self.language,
        )

    def rated_in_one_year(self) -> Iterator[str]:
        for shift, forms in _RATED_IN_ONE_YEAR:
            unlike = [change for change in self.told.changes if change.state is None]
            by_both = {(True, True): forms[0], (True, False): forms[1], (False, True): forms[2]}
            for wanted, form in by_both.items():
                found = [
                    rated.partner
                    for change in unlike
                    if (change.intensity is shift, change.importance is shift) == wanted
                    for rated in change.after
                ]
                yield from self.naming(form, found)

    # --- ties

    def ties(self) -> Iterator[str]:
        ties, brokered = self.told.ties, self.told.brokered
        if ties is not None:
            yield from self.pairs(texts.NEW_TIES, [change.ends for change in ties.new])
            new = {tie.id for change in ties.new for tie in change.after}
            if brokered and new == {one.tie.id for one in brokered}:
                yield self.say(texts.ALL_BROKERED.of(len(ties.new)))
                brokered = ()
            yield from self.pairs(texts.LOST_TIES, [change.ends for change in ties.lost])
            if ties.kept:
                yield self.counting(texts.KEPT_TIES, len(ties.kept), "", noun=texts.TIE)
            elif not ties.changes:
                yield self.say(texts.NO_TIES)
        elif self.told.ties_reason is not None:
            yield self.told.ties_reason.in_(self.language)
        yield from self.pairs(texts.BROKERED, [one.partners for one in brokered])

    def pairs(self, forms: texts.Forms, pairs: Sequence[tuple[Partner, Partner]]) -> Iterator[str]:
        if pairs:
            names = paired([(one.name, other.name) for one, other in pairs], self.language)
            yield self.counting(forms, len(pairs), names, noun=texts.TIE)
