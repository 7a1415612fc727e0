"""Where the network would not bear much: weak or missing contact to who matters, and single dependences."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import attrs

from jmdmodel.analysis.counting import Spoken, named, told
from jmdmodel.analysis.ratings import IMPORTANT, STRONG, map_day
from jmdmodel.analysis.sight import is_hidden
from jmdmodel.analysis.tables import NAME, Column, Table, id_column
from jmdmodel.analysis.weak_spots import weak_texts as texts
from jmdmodel.analysis.weak_spots.persons import (
    in_committees,
    in_networks,
    one_assessor,
    one_person,
    people_of,
)
from jmdmodel.analysis.weak_spots.relations import Weighed, is_open, reason_for, spot, weighed
from jmdmodel.analysis.weak_spots.ties import holding_together
from jmdmodel.analysis.weak_spots.weakness import WEAK, WeakPart, WeakReason, WeakSpot
from jmdmodel.borders import need_step
from jmdmodel.entities.partner import KeyPerson, Partner
from jmdmodel.entities.resource import ContactPerson
from jmdmodel.messages import Message, Say
from jmdmodel.scales import Importance, Intensity
from jmdmodel.vocabulary import ContactState
from jmdmodel.workspace import Workspace


@attrs.frozen(kw_only=True, repr=False)
class WeakSpots(Spoken):
    """The weak spots of a year, each with its reason (R-06, R-27, R-29, R-32). German: Schwachstellen.

    Each important partner is in exactly one of ``important_but_weak``, ``blank``, ``open`` and ``kept``.

    Attributes:
        year: The year of the map.
        day: The day that the map shows.
        important: Partners of the day that count as important.
        important_but_weak: Important, with rare contact, or one that is dormant or not wanted at present.
        blank: Important, without contact, with an ended one, or without a word on how it stands.
        open: Important, in contact, and nobody said how often.
        kept: How many important partners are in contact more often than the limit for weak.
        single: What hangs on one person, function or body, as far as the entries tell.
        cut_points: Partners without whom others would be cut off from one another; ``None`` where ties
            were not surveyed.
        unknown: What the entries, or the view, leave open, as whole sentences.
    """

    year: int
    day: date
    important: int
    important_but_weak: tuple[WeakSpot, ...]
    blank: tuple[WeakSpot, ...]
    open: tuple[Partner, ...]
    kept: int
    single: tuple[WeakSpot, ...]
    cut_points: tuple[WeakSpot, ...] | None
    unknown: tuple[Message, ...]

    @property
    def spots(self) -> tuple[WeakSpot, ...]:
        """All weak spots, part by part."""
        return (*self.important_but_weak, *self.blank, *self.single, *(self.cut_points or ()))

    def because(self, *reasons: WeakReason) -> tuple[WeakSpot, ...]:
        """Give the weak spots with one of some reasons."""
        return tuple(one for one in self.spots if one.reason in reasons)

    def messages(self) -> tuple[Message, ...]:
        """Tell the weak spots in whole sentences, what is left open last."""
        cuts = self.cut_points
        return (
            *self._on_partners(),
            *self._on_single(),
            *(() if cuts is None else (told(texts.CUT, len(cuts), texts.PARTNER, names=_names(cuts)),)),
            *self.unknown,
        )

    def _on_partners(self) -> tuple[Message, ...]:
        if not self.important:
            return (Message.of(texts.NOBODY_IMPORTANT, year=str(self.year)),)
        return tuple(
            told(
                forms,
                len(found),
                texts.IMPORTANT_PARTNER,
                case="dat",
                names=_names(found),
            )
            for forms, found in (
                (texts.IMPORTANT_BUT_WEAK, self.important_but_weak),
                (texts.BLANK, self.blank),
            )
        )

    def _on_single(self) -> tuple[Message, ...]:
        persons = self.because(WeakReason.ONE_CONTACT_PERSON, WeakReason.ONE_KEY_PERSON)
        bodies = self.because(WeakReason.ONE_FUNCTION, WeakReason.ONE_SEAT)
        tasks = self.because(WeakReason.NO_DEPUTY)
        hidden = any(message.say == texts.PERSONS_WITHHELD for message in self.unknown)
        return (
            *(
                ()
                if hidden
                else (told(texts.ONE_PERSON, len(persons), texts.PARTNER, case="dat", names=_names(persons)),)
            ),
            told(texts.ONE_SEAT_OR_FUNCTION, len(bodies), texts.BODY, case="dat", names=_names(bodies)),
            told(texts.WITHOUT_DEPUTY, len(tasks), texts.TASK),
            *(one.why for one in self.because(WeakReason.ONE_ASSESSOR)),
        )

    def tables(self) -> tuple[Table, ...]:
        """Give one row for each weak spot: the part, the reason as a word and as a sentence, the partner."""
        table = Table(
            name="weak-spots",
            title=Say("Schwachstellen", "Weak spots"),
            columns=(
                Column("part", Say("Schwachstelle", "weak spot"), "code"),
                Column("reason", Say("Grund", "reason"), "code"),
                id_column("about", Say("betrifft", "about")),
                id_column("partner"),
                NAME,
                Column("importance", Say("Wichtigkeit", "importance"), "code"),
                Column("intensity", Say("Intensität", "intensity"), "code"),
                Column("why_de", Say("warum (deutsch)", "why (German)")),
                Column("why_en", Say("warum (englisch)", "why (English)")),
            ),
            rows=tuple(
                (
                    *(one.part, one.reason, str(one.about), one.partner, one.name),
                    *(one.importance, one.intensity, one.why.in_("de"), one.why.in_("en")),
                )
                for one in self.spots
            ),
        )
        return (table,)


def weak_spots(
    workspace: Workspace, year: int, *, weak: Intensity = WEAK, important: Importance = IMPORTANT
) -> WeakSpots:
    """Find weak or missing contact to important partners, and what hangs on one person.

    Serves R-06, R-27, R-29 and R-32. Looked at on the day of the year's map. A partner is important by the
    importance that the year's rating gives, or by its relevance to the target group where the rating says
    nothing: the same weight that the map goes by; a contact that ended in the year keeps its rating. A
    partner is looked at for single persons when it is important or in close contact, and the contact is
    active.

    What single dependence means: exactly one contact person or key person entered for a partner; a network
    in which all tasks, open goals and valid agreements of the service lie with one function of the team; a
    committee with a single seat and no deputy at any session; a task that one partner holds without a deputy;
    all important partners rated by one function. Functions are looked at only where the team has several,
    and a function may be shared by several people. Who in the team knows whom is not in the model, and
    single activities are not asked: they are data about employees.

    Cut points are looked for among the partners in contact, the service left aside, where the map tells a
    survey of their ties. German: Schwachstellen.

    Args:
        workspace: The workspace or a view of it.
        year: The year of the map.
        weak: Up to this intensity contact counts as weak.
        important: From this importance on a partner counts as important.

    Raises:
        NoMapForYear: The year has no map; the error lists the years that have one.
        ModelError: One of the two limits is no step of its scale.

    Example:
        >>> from jmdmodel.testing.builders import minimal, network_map, partner
        >>> made = minimal(network_map(2025), partner("jobcenter", relevance=Importance.INDISPENSABLE))
        >>> [(spot.partner, spot.reason) for spot in weak_spots(made, 2025).spots]
        [('jobcenter', WeakReason.NO_ENTRY)]
    """
    need_step(weak, Intensity, "weak")
    need_step(important, Importance, "important")
    day = map_day(workspace.map_of(year))
    partners = weighed(workspace, year)
    heavy = [one for one in partners if one.weight is not None and one.weight >= important]
    reasons = [(one, reason_for(one, weak)) for one in heavy]
    found = [spot(one, reason) for one, reason in reasons if reason is not None]
    unjudged = [one for one in heavy if is_open(one)]
    close = [one for one in partners if _is_close(one, important)]
    single, unknown = _single(workspace, year, day, heavy, close)
    cuts = holding_together(workspace, year, partners)
    if cuts is None:
        unknown = (Message.of(texts.TIES_OPEN, year=str(year)), *unknown)
    if unjudged:
        names = named(one.partner.name for one in unjudged)
        lacking = told(texts.INTENSITY_OPEN, len(unjudged), texts.IMPORTANT_PARTNER, case="dat", names=names)
        unknown = (lacking, *unknown)
    return WeakSpots(
        year=year,
        day=day,
        important=len(heavy),
        important_but_weak=tuple(one for one in found if one.part is WeakPart.IMPORTANT_BUT_WEAK),
        blank=tuple(one for one in found if one.part is WeakPart.BLANK_SPOT),
        open=tuple(one.partner for one in unjudged),
        kept=len(heavy) - len(found) - len(unjudged),
        single=single,
        cut_points=cuts,
        unknown=unknown,
    )


def _single(
    workspace: Workspace, year: int, day: date, heavy: list[Weighed], close: list[Weighed]
) -> tuple[tuple[WeakSpot, ...], tuple[Message, ...]]:
    spots: list[WeakSpot] = []
    unknown: list[Message] = []
    if is_hidden(workspace, ContactPerson) or is_hidden(workspace, KeyPerson):
        unknown.append(Message.of(texts.PERSONS_WITHHELD))
    else:
        people = people_of(workspace, day)
        known = [(one, people.get(one.partner.id, ())) for one in close]
        spots += [one_person(one, persons[0]) for one, persons in known if len(persons) == 1]
        nobody = sum(not persons for _, persons in known)
        if nobody:
            unknown.append(told(texts.PERSONS_OPEN, nobody, texts.PARTNER, case="dat"))
    spots += [*in_networks(workspace, day), *in_committees(workspace, year, day)]
    same = one_assessor(workspace, year, day, heavy)
    spots += [same] if same is not None else []
    unsigned = sum(
        one.rated is not None and one.rated.rating is not None and one.rated.rating.assessor is None
        for one in heavy
    )
    if unsigned and workspace.map_of(year).assessor is None:
        unknown.append(told(texts.ASSESSOR_OPEN, unsigned, texts.IMPORTANT_PARTNER, case="dat"))
    return tuple(spots), (*unknown, Message.of(texts.TEAM))


def _is_close(one: Weighed, important: Importance) -> bool:
    """Tell whether the contact is active, and the partner important or in close contact."""
    if one.rated is None or one.rated.state is not ContactState.ACTIVE:
        return False
    heavy = one.weight is not None and one.weight >= important
    return heavy or (one.intensity is not None and one.intensity >= STRONG)


def _names(spots: Iterable[WeakSpot]) -> Say:
    return named(one.name for one in spots)
