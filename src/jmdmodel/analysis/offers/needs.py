"""What the comparison of needs and offers gives: needs with their offers and gaps, topics, doubles."""

from __future__ import annotations

import attrs

from jmdmodel.analysis.reach import Reach
from jmdmodel.borders import need_step
from jmdmodel.entities.gap import GapRaised, OfferGap
from jmdmodel.entities.need import Need
from jmdmodel.entities.partner import Offer
from jmdmodel.entities.resource import GroupOffer
from jmdmodel.ids import PartnerId, Ref, UnitId
from jmdmodel.messages import Message, Say
from jmdmodel.scales import Coded
from jmdmodel.vocabulary import GapStatus, Topic

STANDING = (GapStatus.OPEN, GapStatus.IN_COORDINATION, GapStatus.PARTLY_CLOSED)
"""The statuses in which a gap still stands open, in part at least."""


class Cover(Coded):
    """How far a need is met by the offers of a day (R-04, R-16). German: Deckung eines Bedarfs."""

    UNCOVERED = (
        "uncovered",
        Say("kein Angebot", "no offer"),
        Say("Kein Angebot nennt diesen Bedarf.", "No offer names this need."),
    )
    PARTLY = (
        "partly",
        Say("zum Teil gedeckt", "covered in part"),
        Say(
            "Es gibt Angebote, aber nicht im ganzen Gebiet, oder eine Lücke ist noch offen.",
            "There are offers, but not in the whole area, or a gap is still open.",
        ),
    )
    COVERED = (
        "covered",
        Say("gedeckt", "covered"),
        Say(
            "Die Angebote erreichen das ganze Gebiet, und keine Lücke ist offen.",
            "The offers reach the whole area, and no gap is open.",
        ),
    )
    SEVERAL = (
        "several",
        Say("mehrfach gedeckt", "covered several times"),
        Say(
            "Zwei oder mehr Stellen erreichen je für sich das ganze Gebiet, und keine Lücke ist offen.",
            "Two or more bodies each reach the whole area, and no gap is open.",
        ),
    )


class LinkedBy(Coded):
    """By what a need and an offer are tied expressly. German: Verbindung von Bedarf und Angebot."""

    OFFER = "offer", Say("am Angebot vermerkt", "noted on the offer")
    RUN = "run", Say("am Gruppenangebot vermerkt", "noted on the group offer")
    GAP = "gap", Say("aus einer Lücke entstanden", "arose from a gap")


class Hint(Coded):
    """Why an offer that names no need may meet it all the same. German: Hinweis auf ein Angebot."""

    COORDINATION = "coordination", Say("zu diesem Bedarf abgestimmt", "coordinated for this need")
    OWN_TOPIC = "own-topic", Say("gleiches eigenes Thema", "same own topic")
    TOPIC = "topic", Say("gleiches Thema", "same topic")


@attrs.frozen(kw_only=True)
class Offered:
    """An offer that is there on the day, of a partner or of the service itself. German: Angebot.

    Attributes:
        ref: Where it stands in the workspace, under ``offers`` or ``group_offers``.
        name: What it is called.
        provider: The partner that provides it; ``None`` for the service itself.
        provided_by: The provider in words.
        topics: Its topics.
        sub_topics: Its own topics.
        area: The units that it is there for; none means everywhere in the social space.
        target_group: For whom it is, in words.
        languages: In which languages.
        places: How many places it has; ``None`` where nobody said.
        cost: What it costs, in words.
        runs: The runs of it that have begun by the day.
    """

    ref: Ref
    name: str
    provider: PartnerId | None
    provided_by: Say
    topics: tuple[Topic, ...]
    sub_topics: tuple[str, ...]
    area: tuple[UnitId, ...]
    target_group: str | None
    languages: tuple[str, ...]
    places: int | None
    cost: str | None
    runs: tuple[GroupOffer, ...]


@attrs.frozen(kw_only=True)
class LinkedOffer:
    """An offer tied to a need expressly, by what, and how far it reaches. German: Angebot zum Bedarf."""

    offer: Offered
    by: tuple[LinkedBy, ...]
    reach: Reach


@attrs.frozen(kw_only=True)
class PossibleOffer:
    """An offer that names no need but may meet it, and why (R-04). German: mögliches Angebot.

    Attributes:
        offer: The offer.
        because: The hints, strongest first.
        shared: The topics that both have.
        sub_topics: The own topics that both have.
        reach: How far it reaches into the area of the need.
    """

    offer: Offered
    because: tuple[Hint, ...]
    shared: tuple[Topic, ...]
    sub_topics: tuple[str, ...]
    reach: Reach


@attrs.frozen(kw_only=True)
class Double:
    """Two offers of different bodies on one need that no coordination names together (R-07).

    German: nicht abgestimmte Doppelung.
    """

    one: Offered
    other: Offered


@attrs.frozen(kw_only=True)
class KnownGap:
    """A gap as it was known on the day (R-16). German: Angebotslücke.

    Attributes:
        gap: The gap.
        status: What had become of it by the day.
        raised: Where it had been raised by the day.
        raised_in: The names of those bodies.
        offers: The offers that came of it and still resolve.
    """

    gap: OfferGap
    status: GapStatus
    raised: tuple[GapRaised, ...]
    raised_in: tuple[str, ...]
    offers: tuple[Offer, ...]

    @property
    def is_standing(self) -> bool:
        """Whether the gap still stands open, in part at least."""
        return self.status in STANDING


@attrs.frozen(kw_only=True)
class NeedCover:
    """One established need with its offers and gaps (R-04, R-07, R-16). German: Bedarf mit Angeboten.

    Attributes:
        need: The need.
        cover: How far it is met: the one judgement of it.
        linked: The offers tied to it expressly, by reference.
        possible: Offers that may meet it all the same; they count for nothing here.
        gaps: The gaps that name it, as known on the day.
        possible_gaps: Gaps that name no need at all but share topic and area.
        doubles: Pairs of its offers that are not coordinated.
        places: The places of those offers in its area that tell them; ``None`` where none does.
        places_told: How many of its offers those are.
        places_reason: Why there is no sum.
        has_evidence: Whether the need has evidence by the day; ``None`` where the view may not show it.
    """

    need: Need
    cover: Cover
    linked: tuple[LinkedOffer, ...]
    possible: tuple[PossibleOffer, ...]
    gaps: tuple[KnownGap, ...]
    possible_gaps: tuple[KnownGap, ...]
    doubles: tuple[Double, ...]
    places: int | None
    places_told: int
    places_reason: Message | None
    has_evidence: bool | None

    @property
    def is_gap_known(self) -> bool:
        """Whether a gap that names the need is written down, whatever became of it."""
        return bool(self.gaps)


@attrs.frozen(kw_only=True)
class TopicCounts:
    """What is there under one topic (R-04, R-16). German: Zahlen zu einem Thema.

    Attributes:
        covers: Established needs by cover, each once, zeros included; ``None`` where they are not shown.
        offers: Offers that are there on the day.
        gaps: Gaps that stand open; ``None`` where they are not shown.
    """

    covers: tuple[tuple[Cover, int], ...] | None
    offers: int
    gaps: int | None

    @property
    def needs(self) -> int | None:
        """How many established needs there are; ``None`` where they are not shown."""
        return None if self.covers is None else sum(count for _, count in self.covers)

    def with_cover(self, cover: Cover) -> int | None:
        """Give how many needs are covered so far; ``None`` where they are not shown.

        Raises:
            ModelError: It is no cover; its code as a text is none.
        """
        need_step(cover, Cover, "cover")
        return None if self.covers is None else dict(self.covers)[cover]


@attrs.frozen(kw_only=True)
class TopicRow(TopicCounts):
    """A topic of the vocabulary with its needs, offers and gaps; ``None`` stands for what has no topic.

    What has several topics counts in each of their rows. German: Thema mit Bedarfen und Angeboten.
    """

    topic: Topic | None


@attrs.frozen(kw_only=True)
class OwnTopicRow(TopicCounts):
    """An own topic of the workspace with its needs, offers and gaps. German: eigenes Thema."""

    topic: str
    label: Say
