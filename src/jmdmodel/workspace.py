"""The workspace of one service: all its collections, by identifier, in one immutable value."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args, get_origin

from jmdmodel.borders import need_day, need_year
from jmdmodel.collection import Collection
from jmdmodel.entities.committee import Committee
from jmdmodel.entities.network import Network
from jmdmodel.entities.partner import KeyPerson, Offer, Partner
from jmdmodel.entities.relation import Contact, NetworkMap, Tie
from jmdmodel.entities.service import Service, StaffRole
from jmdmodel.entities.space import AdministrativeUnit, SocialSpace
from jmdmodel.entities.terms import Term
from jmdmodel.entities.work import Activity, WorkSplit, WorkTime
from jmdmodel.errors import ModelError, NoMapForYear
from jmdmodel.fields import about, entity, evolve, fields_of, info_of, is_entity
from jmdmodel.ids import Ref
from jmdmodel.messages import Message, Say
from jmdmodel.scales import Audience, Coded
from jmdmodel.vocabulary import SUB_KINDS

__all__ = [
    "COLLECTIONS",
    "ENTITY_OF",
    "View",
    "Vocabulary",
    "Withheld",
    "Workspace",
]

_NO_MAP = Say(
    de="Für {year} gibt es keine Netzwerkkarte. Vorhanden: {years}.",
    en="There is no network map for {year}. There are maps for: {years}.",
)


@entity("eigener Wortschatz", "own vocabulary", Audience.PUBLIC)
class Vocabulary:
    """Words that the user adds to the open lists (R-13). German: eigener Wortschatz."""

    partner_kinds: Collection[Term] = about(
        "Partnerarten", "partner kinds", Audience.PUBLIC, factory=Collection
    )
    committee_kinds: Collection[Term] = about(
        "Gremienarten", "committee kinds", Audience.PUBLIC, factory=Collection
    )

    def label(self, part: str, code: str) -> Say | None:
        """Give the label of a sub-kind, the user's own or the library's; ``None`` if nobody knows it."""
        own: Term | None = getattr(self, part).get(code)
        if own is not None:
            return own.label
        return next((known.label for known in SUB_KINDS[part] if known.code == code), None)


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
    units: Collection[AdministrativeUnit] = about("Gebiete", "units", Audience.PUBLIC, factory=Collection)
    staff: Collection[StaffRole] = about(
        "Funktionen im Team", "staff roles", Audience.PUBLIC, factory=Collection
    )
    partners: Collection[Partner] = about("Partner", "partners", Audience.PUBLIC, factory=Collection)
    people: Collection[KeyPerson] = about(
        "Schlüsselpersonen", "key persons", Audience.PUBLIC, factory=Collection
    )
    offers: Collection[Offer] = about("Angebote", "offers", Audience.PUBLIC, factory=Collection)
    contacts: Collection[Contact] = about("Kontakte", "contacts", Audience.PUBLIC, factory=Collection)
    ties: Collection[Tie] = about("Verbindungen", "ties", Audience.PUBLIC, factory=Collection)
    maps: Collection[NetworkMap] = about(
        "Netzwerkkarten", "network maps", Audience.PUBLIC, factory=Collection
    )
    networks: Collection[Network] = about("Netzwerke", "networks", Audience.PUBLIC, factory=Collection)
    committees: Collection[Committee] = about("Gremien", "committees", Audience.PUBLIC, factory=Collection)
    work_splits: Collection[WorkSplit] = about(
        "Arbeitsverteilungen", "divisions of work", Audience.PUBLIC, factory=Collection
    )
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
    activities: Collection[Activity] = about("Tätigkeiten", "activities", Audience.PUBLIC, factory=Collection)
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

        Both border days of a period are in. References to what is not shown still resolve. Parts of
        a whole (ratings, sessions) stay; ask the whole for those of a time.

        Raises:
            ModelError: It is no plain day.
        """
        need_day(day, "day")
        changes = {
            name: collection.only(lambda thing: thing.period.holds_on(day))
            for name in COLLECTIONS
            if (collection := getattr(self, name)) and hasattr(next(iter(collection)), "period")
        }
        return evolve(self, **changes)

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
            NoMapForYear: The year has none; the error lists the years that have one.
            ModelError: The year is no whole number from 1 to 9999.
        """
        need_year(year)
        found = self.maps.get(str(year))
        if found is None:
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
