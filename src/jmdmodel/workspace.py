"""The workspace of one service: all its collections, by identifier, in one immutable value."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, get_args, get_origin

from jmdmodel.borders import need_day, need_year
from jmdmodel.collection import Collection
from jmdmodel.entities.case import CasePlan
from jmdmodel.entities.committee import Committee
from jmdmodel.entities.event import Programme, Publication, SpaceEvent
from jmdmodel.entities.gap import IntegrationConcept, OfferGap
from jmdmodel.entities.need import (
    LivingEnvironmentObservation,
    Need,
    Place,
    SocialStructureAnalysis,
    YouthParticipation,
)
from jmdmodel.entities.network import Network
from jmdmodel.entities.opening import AccessBarrier, OpeningMeasure, OpeningProcess
from jmdmodel.entities.partner import KeyPerson, Offer, Partner
from jmdmodel.entities.relation import Contact, NetworkMap, Tie
from jmdmodel.entities.resource import (
    ContactPerson,
    GroupOffer,
    KindAbsence,
    OfferCoordination,
    Resource,
)
from jmdmodel.entities.review import AnnualReport, Transfer, Waiver
from jmdmodel.entities.service import Service, StaffRole, YearFigure
from jmdmodel.entities.space import AdministrativeUnit, SocialSpace
from jmdmodel.entities.terms import Vocabulary
from jmdmodel.entities.work import Activity, WorkSplit, WorkTime
from jmdmodel.errors import ModelError, NoMapForYear
from jmdmodel.fields import about, entity, evolve, fields_of, holds, info_of, is_entity
from jmdmodel.ids import Ref
from jmdmodel.mentions import names_of, without_names
from jmdmodel.messages import Message, Say
from jmdmodel.pruning import pruned
from jmdmodel.scales import Audience, Coded
from jmdmodel.timing import falls_in, stood_on

__all__ = [
    "COLLECTIONS",
    "ENTITY_OF",
    "ERASABLE",
    "View",
    "Vocabulary",
    "Withheld",
    "Workspace",
]

_NO_MAP = Say(
    de="Für {year} gibt es keine Netzwerkkarte. Vorhanden: {years}.",
    en="There is no network map for {year}. There are maps for: {years}.",
)

_MAPS_NOT_SHOWN = Say(
    de="Netzwerkkarten gehören nicht zu dieser Ansicht ({audience}).",
    en="Network maps are not part of this view ({audience}).",
)


@entity("zurückgehalten", "withheld", Audience.PUBLIC)
class Withheld:
    """How many things of a collection a view leaves out. German: Zurückgehaltenes."""

    collection: str = about("Sammlung", "collection", Audience.PUBLIC)
    count: int = about("Anzahl", "count", Audience.PUBLIC, minimum=0)


@entity("Ansicht", "view", Audience.PUBLIC)
class View:
    """For whom a view was made and what it leaves out; a full workspace has none (R-51). German: Ansicht."""

    audience: Audience = about("Adressatenkreis", "audience", Audience.PUBLIC)
    withheld: tuple[Withheld, ...] = about("zurückgehalten", "withheld", Audience.PUBLIC, default=())


@entity("Arbeitsmappe", "workspace", Audience.PUBLIC)
class Workspace:
    """Everything that one service keeps about its network and social space. German: Arbeitsmappe.

    Immutable: a change is a new value. Entities hold each other's identifiers; :meth:`resolve` finds
    what an identifier means. Checking, analysing, redacting and saving are functions of the package.

    Example:
        >>> from jmdmodel.entities.service import Service
        >>> mine = Workspace(service=Service(name="JMD Musterstadt", provider="Musterträger e. V."))
        >>> len(mine.partners)
        0
    """

    service: Service = about("Dienst", "service", Audience.PUBLIC)
    space: SocialSpace | None = about("Sozialraum", "social space", Audience.PUBLIC, default=None)
    vocabulary: Vocabulary = about(
        "eigener Wortschatz", "own vocabulary", Audience.PUBLIC, factory=Vocabulary
    )
    units: Collection[AdministrativeUnit] = holds(AdministrativeUnit, factory=Collection)
    staff: Collection[StaffRole] = holds(StaffRole, factory=Collection)
    figures: Collection[YearFigure] = holds(YearFigure, factory=Collection)
    places: Collection[Place] = holds(Place, factory=Collection)
    analyses: Collection[SocialStructureAnalysis] = holds(SocialStructureAnalysis, factory=Collection)
    needs: Collection[Need] = holds(Need, factory=Collection)
    observations: Collection[LivingEnvironmentObservation] = holds(
        LivingEnvironmentObservation, factory=Collection
    )
    participations: Collection[YouthParticipation] = holds(YouthParticipation, factory=Collection)
    partners: Collection[Partner] = holds(Partner, factory=Collection)
    absences: Collection[KindAbsence] = holds(KindAbsence, factory=Collection)
    contact_persons: Collection[ContactPerson] = holds(ContactPerson, factory=Collection)
    people: Collection[KeyPerson] = holds(KeyPerson, factory=Collection)
    offers: Collection[Offer] = holds(Offer, factory=Collection)
    group_offers: Collection[GroupOffer] = holds(GroupOffer, factory=Collection)
    coordinations: Collection[OfferCoordination] = holds(OfferCoordination, factory=Collection)
    resources: Collection[Resource] = holds(Resource, factory=Collection)
    contacts: Collection[Contact] = holds(Contact, factory=Collection)
    ties: Collection[Tie] = holds(Tie, factory=Collection)
    maps: Collection[NetworkMap] = holds(NetworkMap, factory=Collection)
    networks: Collection[Network] = holds(Network, factory=Collection)
    committees: Collection[Committee] = holds(Committee, factory=Collection)
    gaps: Collection[OfferGap] = holds(OfferGap, factory=Collection)
    concepts: Collection[IntegrationConcept] = holds(IntegrationConcept, factory=Collection)
    publications: Collection[Publication] = holds(Publication, factory=Collection)
    openings: Collection[OpeningProcess] = holds(OpeningProcess, factory=Collection)
    barriers: Collection[AccessBarrier] = holds(AccessBarrier, factory=Collection)
    measures: Collection[OpeningMeasure] = holds(OpeningMeasure, factory=Collection)
    programmes: Collection[Programme] = holds(Programme, factory=Collection)
    events: Collection[SpaceEvent] = holds(SpaceEvent, factory=Collection)
    reports: Collection[AnnualReport] = holds(AnnualReport, factory=Collection)
    transfers: Collection[Transfer] = holds(Transfer, factory=Collection)
    waivers: Collection[Waiver] = holds(Waiver, factory=Collection)
    cases: Collection[CasePlan] = holds(CasePlan, factory=Collection)
    work_splits: Collection[WorkSplit] = holds(WorkSplit, factory=Collection)
    work_time: tuple[WorkTime, ...] = about(
        "Monatssummen der Arbeitszeit",
        "monthly sums of working time",
        Audience.REPORT,
        default=(),
        help=Say(
            "Für Zeiten, die nicht als einzelne Tätigkeiten geführt werden.",
            "For time that is not kept as single activities.",
        ),
    )
    activities: Collection[Activity] = holds(Activity, factory=Collection)
    view: View | None = about("Ansicht", "view", Audience.PUBLIC, default=None)

    def resolve(self, ref: Ref) -> Any | None:
        """Give what a reference means; ``None`` when there is no such thing.

        ``service`` and ``space`` mean the service and its social space.
        """
        if ref.collection in {"service", "space"}:
            return getattr(self, ref.collection) if not ref.id else None
        held = getattr(self, ref.collection, None) if ref.collection in COLLECTIONS else None
        return held.get(ref.id) if held is not None else None

    def as_of(self, day: date) -> Workspace:
        """Give the workspace as it stood on a day: what had not begun or had ended is no longer shown.

        What lasts is shown where the day lies in its period, both border days included; what happened
        on a day, where that day is not later. References to what is not shown still resolve: nothing is
        lost when a partner ends. Parts of a whole (ratings, sessions, statuses) stay; ask the whole for
        those of a day.

        Raises:
            ModelError: It is no plain day.
        """
        need_day(day, "day")
        return self._only(lambda thing: stood_on(thing, day))

    def in_year(self, year: int) -> Workspace:
        """Give what held on at least one day of a year or happened in it, both border days included.

        What tells no time stays.

        Raises:
            ModelError: The year is no whole number from 1 to 9999.
        """
        need_year(year)
        return self._only(lambda thing: falls_in(thing, year))

    def _only(self, wanted: Callable[[Any], bool]) -> Workspace:
        kept = {name: held.only(wanted) for name in COLLECTIONS if (held := getattr(self, name))}
        return evolve(self, **kept)

    def erase(self, ref: Ref) -> Workspace:
        """Give a workspace without one thing and without every reference to it: erased, not ended.

        For the right to erasure and for retention dates (R-51): what is about people goes, maps and
        reports of past years stay. Where something cannot be without the reference, as a contribution
        without its contributor, it goes too, and what refers to that. Where a text names whom it was, by name
        or pseudonym, a mark stands in the place of the name. German: löschen.

        Raises:
            ModelError: There is no such thing, or it is not about people: partners and networks end.
        """
        if ref.collection not in ERASABLE:
            raise ModelError(f"Only these can be erased, all else ends: {', '.join(ERASABLE)}.")
        thing = self.resolve(ref)
        if thing is None:
            raise ModelError("There is nothing in the workspace that this reference means.")
        gone = {ref}
        erased = self
        while gone:
            for one in sorted(gone):
                erased = erased.without(one)
            erased, gone = pruned(erased, gone)
        return without_names(erased, names_of(thing))

    def due_for_erasure(self, day: date) -> tuple[Ref, ...]:
        """Give what was to be kept until a day before this one, in the order of the file (R-51).

        Raises:
            ModelError: It is no plain day.
        """
        need_day(day, "day")
        return tuple(
            Ref(name, thing.id)
            for name in COLLECTIONS
            for thing in getattr(self, name)
            if (last := getattr(thing, "retain_until", None)) is not None and last < day
        )

    def with_entities(self, *things: Any) -> Workspace:
        """Give a workspace with things added, or put in the place of those with the same identifier.

        Raises:
            ModelError: Something is no entity that lives in a collection.
        """
        added: dict[str, list[Any]] = {}
        for thing in things:
            name = info_of(type(thing)).collection if is_entity(type(thing)) else None
            if name is None:
                raise ModelError(f"A {type(thing).__name__} lives in no collection of the workspace.")
            added.setdefault(name, []).append(thing)
        return evolve(self, **{name: getattr(self, name).with_(*new) for name, new in added.items()})

    def without(self, ref: Ref) -> Workspace:
        """Give a workspace that lacks one thing; references to it are then for the caller to mend."""
        if ref.collection not in COLLECTIONS:
            raise ModelError(f'"{ref.collection}" is no collection of the workspace.')
        return evolve(self, **{ref.collection: getattr(self, ref.collection).without(ref.id)})

    def map_of(self, year: int) -> NetworkMap:
        """Give the network map of a year.

        Raises:
            NoMapForYear: The year has none; the error lists the years that have one. Or it is a view that
                holds no maps at all.
            ModelError: The year is no whole number from 1 to 9999.
        """
        need_year(year)
        found = self.maps.get(str(year))
        if found is None:
            if self.view is not None and self.view.audience < info_of(NetworkMap).privacy:
                raise NoMapForYear("M102", Message.of(_MAPS_NOT_SHOWN, audience=self.view.audience.label))
            years = tuple(known.year for known in self.maps)
            shown = ", ".join(str(known) for known in years) or "–"
            raise NoMapForYear("M101", Message.of(_NO_MAP, year=str(year), years=shown), years)
        return found

    def kind_label(self, thing: Partner | Committee) -> Say:
        """Give the finest label of a partner's or committee's kind: the sub-kind's where there is one."""
        part = "partner_kinds" if isinstance(thing, Partner) else "committee_kinds"
        found = self.vocabulary.label(part, thing.sub_kind) if thing.sub_kind else None
        kind: Coded = thing.kind
        return found or kind.label


ENTITY_OF: dict[str, type[Any]] = {
    field.name: get_args(field.type)[0]
    for field in fields_of(Workspace)
    if get_origin(field.type) is Collection
}
"""The entity type of each collection, in the order of the file."""

COLLECTIONS: tuple[str, ...] = tuple(ENTITY_OF)
"""The names of the collections of a workspace, in the order of the file."""

ERASABLE: tuple[str, ...] = tuple(
    name
    for name, cls in ENTITY_OF.items()
    if info_of(cls).privacy > Audience.INTERNAL
    or any(field.name == "retain_until" for field in fields_of(cls))
)
"""The collections of what is about people: only this can be erased (R-51)."""
