"""Needs beside offers: what is met, what is not, what stands side by side without being coordinated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

import attrs

from jmdmodel.analysis.counting import Spoken
from jmdmodel.analysis.offers import tables as need_tables
from jmdmodel.analysis.offers.links import Finder, offered_on
from jmdmodel.analysis.offers.need_texts import sentences
from jmdmodel.analysis.offers.needs import Cover, KnownGap, NeedCover, Offered, OwnTopicRow, TopicRow
from jmdmodel.analysis.offers.tables import in_topic
from jmdmodel.analysis.tables import Table
from jmdmodel.borders import need_day, need_step
from jmdmodel.entities.need import Need
from jmdmodel.messages import Message
from jmdmodel.vocabulary import Topic
from jmdmodel.workspace import Workspace


@attrs.frozen(kw_only=True, repr=False)
class NeedsAndOffers(Spoken):
    """Needs beside offers on a day (R-04, R-07, R-16). German: Bedarfe und Angebote.

    Attributes:
        day: The day.
        needs: The established needs, by identifier.
        offers: The offers that are there, by reference.
        unlinked: Those of them that answer no established need; ``None`` where needs are not shown.
        not_established: Needs that hold on the day and that nobody has established: only voiced so far.
        gaps: The gaps known on the day, whatever became of them.
        topics: Every topic once in the order of the vocabulary, and a last row for what has none.
        own_topics: Every own topic of the workspace once.
        needs_reason: Why needs and gaps are not shown.
        evidence_reason: Why it cannot be told whether needs have evidence.
    """

    day: date
    needs: tuple[NeedCover, ...]
    offers: tuple[Offered, ...]
    unlinked: tuple[Offered, ...] | None
    not_established: tuple[Need, ...]
    gaps: tuple[KnownGap, ...]
    topics: tuple[TopicRow, ...]
    own_topics: tuple[OwnTopicRow, ...]
    needs_reason: Message | None
    evidence_reason: Message | None

    def with_cover(self, cover: Cover) -> tuple[NeedCover, ...]:
        """Give the needs that are covered so far; each need is in exactly one of the four.

        Raises:
            ModelError: It is no cover; its code as a text is none.
        """
        need_step(cover, Cover, "cover")
        return tuple(row for row in self.needs if row.cover is cover)

    @property
    def uncovered(self) -> tuple[NeedCover, ...]:
        """The needs without any offer."""
        return self.with_cover(Cover.UNCOVERED)

    @property
    def overcovered(self) -> tuple[NeedCover, ...]:
        """The needs that two or more bodies each meet in the whole area.

        Whether that is too much is for the team to say: how many young people have a need is not known.
        """
        return self.with_cover(Cover.SEVERAL)

    @property
    def doubled(self) -> tuple[NeedCover, ...]:
        """The needs with offers of different bodies that no coordination names together."""
        return tuple(row for row in self.needs if row.doubles)

    @property
    def without_evidence(self) -> tuple[Need, ...] | None:
        """The established needs without evidence; ``None`` where the view may not show evidence."""
        if self.evidence_reason is not None:
            return None
        return tuple(row.need for row in self.needs if not row.has_evidence)

    def messages(self) -> tuple[Message, ...]:
        """Tell the result in a few sentences."""
        if self.needs_reason is not None:
            return (self.needs_reason,)
        return tuple(
            sentences(
                self.day,
                needs=len(self.needs),
                uncovered=_titles(self.uncovered),
                gap_unknown=_titles(row for row in self.uncovered if not row.is_gap_known),
                partly=_titles(self.with_cover(Cover.PARTLY)),
                several=_titles(self.overcovered),
                doubled=_titles(self.doubled),
                unlinked=len(self.unlinked or ()),
            )
        )

    def tables(self) -> tuple[Table, ...]:
        """Give the needs, the topics, and what stands behind them."""
        return (
            need_tables.needs_table(self.needs),
            need_tables.topics_table(self.topics),
            need_tables.own_topics_table(self.own_topics),
            need_tables.linked_table(self.needs),
            need_tables.possible_table(self.needs),
            need_tables.doubles_table(self.needs),
            need_tables.gaps_table(self.gaps),
            need_tables.unlinked_table(self.unlinked or ()),
            need_tables.not_established_table(self.not_established),
        )


def needs_and_offers(workspace: Workspace, *, on: date) -> NeedsAndOffers:
    """Put the established needs of a day beside the offers that are there on it (R-04, R-07, R-16).

    A need counts when it holds on the day and is established by then: on a day not later, or by
    somebody without a day. An offer meets it when that is written down: at the offer, at a run of it,
    or as what came of a gap that names the need. Offers that merely share a topic and some of the area,
    or stand in a coordination on the need, are possible ones, with the hint; they count for nothing.
    A topic that the need narrows by own words is shared only where an own word is.

    An offer without an area is there for the whole social space, a need without one exists in all of
    it. A unit holds what lies in it: an offer for the district reaches a need in one of its towns; an
    offer for one town reaches a part of a need in the district.

    How far a need is covered: ``uncovered`` without an offer; ``partly`` where the offers together do not
    reach the whole area, or a gap that names the need stands open; ``several`` where two or more
    bodies each reach the whole area; ``covered`` else. Places are summed over the offers in the area
    that tell them; an offer for two needs counts for each.

    Doubles are pairs of offers on one need whose areas overlap, of different houses (a department and
    the body that it is part of are one house), without a coordination up to the day that names both.
    A group offer that belongs to no offer cannot be named in a coordination and is in no pair.
    German: Bedarfe und Angebote.

    Args:
        workspace: A workspace or a view of one; a view for the public holds no needs.
        on: The day.

    Raises:
        ModelError: It is no plain day.
    """
    need_day(on, "on")
    offers = offered_on(workspace, on)
    finder = Finder(workspace, on, offers)
    needs, not_established = finder.needs()
    linked = {link.offer.ref for row in needs for link in row.linked}
    standing = tuple(known for known in finder.gaps if known.is_standing)
    shown = finder.needs_reason is None
    return NeedsAndOffers(
        day=on,
        needs=needs,
        offers=offers,
        unlinked=tuple(offer for offer in offers if offer.ref not in linked) if shown else None,
        not_established=not_established,
        gaps=finder.gaps,
        topics=tuple(
            TopicRow(
                topic=topic,
                covers=_covers(row for row in needs if in_topic(row.need.topics, topic)) if shown else None,
                offers=sum(in_topic(offer.topics, topic) for offer in offers),
                gaps=sum(in_topic(known.gap.topics, topic) for known in standing) if shown else None,
            )
            for topic in (*Topic, None)
        ),
        own_topics=tuple(
            OwnTopicRow(
                topic=term.id,
                label=term.label,
                covers=_covers(row for row in needs if term.id in row.need.sub_topics) if shown else None,
                offers=sum(term.id in offer.sub_topics for offer in offers),
                gaps=sum(term.id in known.gap.sub_topics for known in standing) if shown else None,
            )
            for term in workspace.vocabulary.topics
        ),
        needs_reason=finder.needs_reason,
        evidence_reason=finder.evidence_reason,
    )


def _covers(rows: Iterable[NeedCover]) -> tuple[tuple[Cover, int], ...]:
    counts = Counter(row.cover for row in rows)
    return tuple((cover, counts[cover]) for cover in Cover)


def _titles(rows: Iterable[NeedCover]) -> tuple[str, ...]:
    return tuple(row.need.title for row in rows)
