"""Partners, the people one can turn to, and what is on offer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jmdmodel.entities._sense import twice
from jmdmodel.entities._words import sub_topics
from jmdmodel.entities.geography import Position
from jmdmodel.entities.resource import Remit
from jmdmodel.fields import Broken, about, entity
from jmdmodel.ids import NeedId, OfferId, PartnerId, PersonId, UnitId
from jmdmodel.messages import Message, Say
from jmdmodel.period import ALWAYS, Period
from jmdmodel.scales import Audience, Importance
from jmdmodel.vocabulary import LegalBasis, PartnerKind, Topic, TransitionRole

_SAME_KIND = Say(
    de="„{kind}“ ist schon die Hauptart.",
    en='"{kind}" is the main kind already.',
)
_DROP_KIND = Say(
    de="Unter „further_kinds“ nur weitere Arten aufführen.",
    en='Name only further kinds under "further_kinds".',
)


@entity("Partner", "partner", Audience.PUBLIC, plural=Say("Partner", "partners"), collection="partners")
class Partner:
    """An organisation in the social space that matters to the service (R-01, R-06, R-13).

    German: Netzwerkpartner.

    ``kind`` is the main kind and decides the sector of the map; ``further_kinds`` count for coverage:
    a mosque association is a religious community, an association and a migrant organisation at once.
    ``part_of`` keeps departments together, ``successor_of`` follows mergers and new names.
    """

    id: PartnerId = about("Kennung", "identifier", Audience.PUBLIC)
    name: str = about("Name", "name", Audience.PUBLIC)
    short_name: str | None = about(
        "Kurzname",
        "short name",
        Audience.PUBLIC,
        default=None,
        help=Say("Für Karten mit wenig Platz.", "For maps that are short of room."),
    )
    kind: PartnerKind = about("Art", "kind", Audience.PUBLIC)
    sub_kind: str | None = about("Unterart", "sub-kind", Audience.PUBLIC, default=None, terms="partner_kinds")
    further_kinds: tuple[PartnerKind, ...] = about(
        "weitere Arten", "further kinds", Audience.PUBLIC, default=()
    )
    legal_bases: tuple[LegalBasis, ...] = about(
        "Rechtsgrundlagen", "legal bases", Audience.PUBLIC, default=()
    )
    transition_role: TransitionRole | None = about(
        "Rolle am Übergang Schule/Beruf",
        "role at the transition from school to work",
        Audience.PUBLIC,
        default=None,
    )
    relevance: Importance | None = about(
        "Bedeutung für die Zielgruppe",
        "relevance to the target group",
        Audience.REPORT,
        default=None,
        help=Say(
            "Wie sehr der Partner für junge Menschen zählt, auch wenn noch kein Kontakt besteht.",
            "How much the partner matters to young people, even where there is no contact yet.",
        ),
    )
    collective: bool = about(
        "Sammelpartner",
        "collective partner",
        Audience.PUBLIC,
        default=False,
        help=Say(
            "Steht für mehrere Stellen, die nicht einzeln geführt werden.",
            "Stands for several bodies that are not kept one by one.",
        ),
    )
    part_of: PartnerId | None = about("Teil von", "part of", Audience.PUBLIC, default=None, refers="partners")
    successor_of: tuple[PartnerId, ...] = about(
        "Nachfolge von", "successor of", Audience.PUBLIC, default=(), refers="partners"
    )
    area: tuple[UnitId, ...] = about("zuständig für", "area", Audience.PUBLIC, default=(), refers="units")
    position: Position | None = about("Lage", "position", Audience.PUBLIC, default=None)
    remits: tuple[Remit, ...] = about("Zuständigkeiten", "remits", Audience.PUBLIC, default=())
    period: Period = about("besteht", "period", Audience.PUBLIC, default=ALWAYS)
    note: str | None = about("Notiz", "note", Audience.INTERNAL, default=None, lines=True)

    @property
    def kinds(self) -> tuple[PartnerKind, ...]:
        """All kinds of the partner, the main one first."""
        return (self.kind, *self.further_kinds)

    def _broken(self) -> Iterator[Broken]:
        if not self.further_kinds:
            return
        yield from twice("further_kinds", [kind.code for kind in self.further_kinds])
        if self.kind in self.further_kinds:
            yield Broken(
                code="L133",
                field="further_kinds",
                what=Message.of(_SAME_KIND, kind=self.kind.code),
                remedy=Message.of(_DROP_KIND),
            )


@entity(
    "Schlüsselperson",
    "key person",
    Audience.INTERNAL,
    plural=Say("Schlüsselpersonen", "key persons"),
    collection="people",
)
class KeyPerson:
    """A publicly known person who can open doors for young people (R-21). German: Schlüsselperson.

    The role says enough for most purposes; the name is personal and may be left out. People who
    matter in one case only do not belong here.
    """

    id: PersonId = about("Kennung", "identifier", Audience.INTERNAL)
    role: str = about("Rolle", "role", Audience.INTERNAL)
    name: str | None = about("Name", "name", Audience.PERSONAL, default=None)
    partner: PartnerId | None = about(
        "gehört zu", "belongs to", Audience.INTERNAL, default=None, refers="partners"
    )
    topics: tuple[Topic, ...] = about("Themen", "topics", Audience.INTERNAL, default=())
    sub_topics: tuple[str, ...] = sub_topics(Audience.INTERNAL)
    languages: tuple[str, ...] = about("Sprachen", "languages", Audience.INTERNAL, default=())
    period: Period = about("Zeitraum", "period", Audience.INTERNAL, default=ALWAYS)
    retain_until: date | None = about("aufbewahren bis", "retain until", Audience.INTERNAL, default=None)
    note: str | None = about("Notiz", "note", Audience.PERSONAL, default=None, lines=True)


@entity("Angebot", "offer", Audience.PUBLIC, plural=Say("Angebote", "offers"), collection="offers")
class Offer:
    """What a partner or the service itself has on offer for young people (R-07, R-16). German: Angebot.

    An offer without a provider is the service's own.
    """

    id: OfferId = about("Kennung", "identifier", Audience.PUBLIC)
    name: str = about("Name", "name", Audience.PUBLIC)
    provider: PartnerId | None = about(
        "Anbieter",
        "provider",
        Audience.PUBLIC,
        default=None,
        refers="partners",
        help=Say(
            "Fehlt die Angabe, ist es ein eigenes Angebot.", "Left out for an offer of the service's own."
        ),
    )
    topics: tuple[Topic, ...] = about("Themen", "topics", Audience.PUBLIC, default=())
    sub_topics: tuple[str, ...] = sub_topics(Audience.PUBLIC)
    needs: tuple[NeedId, ...] = about("Bedarfe", "needs", Audience.REPORT, default=(), refers="needs")
    target_group: str | None = about("Zielgruppe", "target group", Audience.PUBLIC, default=None)
    languages: tuple[str, ...] = about("Sprachen", "languages", Audience.PUBLIC, default=())
    places: int | None = about("Plätze", "places", Audience.PUBLIC, default=None, minimum=1, maximum=100000)
    cost: str | None = about("Kosten", "cost", Audience.PUBLIC, default=None)
    area: tuple[UnitId, ...] = about("Gebiet", "area", Audience.PUBLIC, default=(), refers="units")
    period: Period = about("Zeitraum", "period", Audience.PUBLIC, default=ALWAYS)
