"""The comparison of needs and offers as tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jmdmodel.analysis.offers.needs import (
    Cover,
    KnownGap,
    NeedCover,
    Offered,
    OwnTopicRow,
    TopicCounts,
    TopicRow,
)
from jmdmodel.analysis.tables import LABELS, Column, Table, id_cell, id_column
from jmdmodel.entities.need import Need
from jmdmodel.messages import Say
from jmdmodel.vocabulary import Topic

_NEED = id_column("need", Say("Bedarf", "need"))
_OFFER = id_column("offer", Say("Angebot", "offer"))
_TITLE = Column("title", Say("Bezeichnung", "title"))
_NAME = Column("name", Say("Bezeichnung", "name"))
_PROVIDER = (
    id_column("provider", Say("Kennung des Anbieters", "identifier of the provider")),
    Column("provider_name", Say("Anbieter (– heißt: eigenes Angebot)", "provider (– means: own offer)")),
)
_REACH = Column("reach", Say("Reichweite", "reach"), "code")
_TOPICS = Column("topics", Say("Themen", "topics"), "code")
_COUNTS = (
    Column("needs", Say("festgestellte Bedarfe", "established needs"), "integer"),
    Column("uncovered", Say("davon ohne Angebot", "of these without an offer"), "integer"),
    Column("partly", Say("davon zum Teil gedeckt", "of these covered in part"), "integer"),
    Column("offers", Say("Angebote", "offers"), "integer"),
    Column("gaps", Say("offene Lücken", "open gaps"), "integer"),
)


def needs_table(needs: Iterable[NeedCover]) -> Table:
    """Give one row for each established need."""
    return Table(
        name="needs-and-offers",
        title=Say("Bedarfe und Angebote", "Needs and offers"),
        columns=(
            _NEED,
            _TITLE,
            _TOPICS,
            Column("established_on", Say("festgestellt am", "established on"), "date"),
            Column("cover", Say("Deckung", "cover"), "code"),
            Column("offers", Say("Angebote", "offers"), "integer"),
            Column("places", Say("Plätze", "places"), "integer"),
            Column("places_told", Say("Angebote mit Platzzahl", "offers that state places"), "integer"),
            Column("possible", Say("mögliche Angebote", "possible offers"), "integer"),
            Column("gap_known", Say("Lücke festgehalten", "gap noted"), "boolean"),
            Column("gaps_open", Say("offene Lücken", "open gaps"), "integer"),
            Column("doubles", Say("nicht abgestimmte Paare", "pairs not coordinated"), "integer"),
            Column("evidence", Say("belegt", "with evidence"), "boolean"),
        ),
        rows=tuple(
            (
                row.need.id,
                row.need.title,
                row.need.topics,
                row.need.established_on,
                row.cover,
                len(row.linked),
                row.places,
                row.places_told,
                len(row.possible),
                row.is_gap_known,
                sum(known.is_standing for known in row.gaps),
                len(row.doubles),
                row.has_evidence,
            )
            for row in needs
        ),
    )


def topics_table(rows: Iterable[TopicRow]) -> Table:
    """Give one row for each topic, zeros included, and the last for what has no topic."""
    return Table(
        name="topics",
        title=Say("Bedarfe, Angebote und Lücken nach Themen", "Needs, offers and gaps by topic"),
        columns=(
            Column("topic", Say("Thema (– heißt: ohne Thema)", "topic (– means: without a topic)"), "code"),
            *_COUNTS,
        ),
        rows=tuple((row.topic, *_counted(row)) for row in rows),
    )


def own_topics_table(rows: Iterable[OwnTopicRow]) -> Table:
    """Give one row for each own topic of the workspace, and the German label of the word."""
    return Table(
        name="own-topics",
        title=Say("Bedarfe, Angebote und Lücken nach eigenen Themen", "Needs, offers and gaps by own topic"),
        columns=(
            id_column("topic", Say("eigenes Thema", "own topic")),
            *LABELS,
            *_COUNTS,
        ),
        rows=tuple((row.topic, row.label.de, row.label.en, *_counted(row)) for row in rows),
    )


def _counted(row: TopicCounts) -> tuple[int | None, ...]:
    """Give the cells of ``_COUNTS``."""
    return (
        row.needs,
        row.with_cover(Cover.UNCOVERED),
        row.with_cover(Cover.PARTLY),
        row.offers,
        row.gaps,
    )


def linked_table(needs: Iterable[NeedCover]) -> Table:
    """Give one row for each offer tied to a need expressly."""
    return Table(
        name="offers-of-needs",
        title=Say("Angebote zu den Bedarfen", "Offers for the needs"),
        columns=(
            _NEED,
            _OFFER,
            _NAME,
            *_PROVIDER,
            Column("linked_by", Say("verknüpft durch", "linked by"), "code"),
            _REACH,
            Column("target_group", Say("Zielgruppe", "target group")),
            Column("languages", Say("Sprachen", "languages")),
            Column("places", Say("Plätze", "places"), "integer"),
            Column("cost", Say("Kosten", "cost")),
        ),
        rows=tuple(
            (
                row.need.id,
                str(link.offer.ref),
                link.offer.name,
                *_provider(link.offer),
                link.by,
                link.reach,
                link.offer.target_group,
                _joined(link.offer.languages),
                link.offer.places,
                link.offer.cost,
            )
            for row in needs
            for link in row.linked
        ),
    )


def possible_table(needs: Iterable[NeedCover]) -> Table:
    """Give one row for each offer that may meet a need, with the hints."""
    return Table(
        name="possible-offers",
        title=Say("Mögliche Angebote zu den Bedarfen", "Possible offers for the needs"),
        columns=(
            _NEED,
            _OFFER,
            _NAME,
            *_PROVIDER,
            Column("because", Say("Hinweis", "hint"), "code"),
            _TOPICS,
            id_column("own_topics", Say("eigene Themen (Kennung)", "own topics (identifier)")),
            _REACH,
        ),
        rows=tuple(
            (
                row.need.id,
                str(may.offer.ref),
                may.offer.name,
                *_provider(may.offer),
                may.because,
                may.shared,
                id_cell(may.sub_topics),
                may.reach,
            )
            for row in needs
            for may in row.possible
        ),
    )


def doubles_table(needs: Iterable[NeedCover]) -> Table:
    """Give one row for each pair of offers on a need that is not coordinated."""
    return Table(
        name="doubles",
        title=Say("Nicht abgestimmte Angebote zum selben Bedarf", "Uncoordinated offers for the same need"),
        columns=(
            _NEED,
            id_column("one", Say("erstes Angebot", "first offer")),
            Column("one_target_group", Say("erste Zielgruppe", "first target group")),
            id_column("other", Say("zweites Angebot", "second offer")),
            Column("other_target_group", Say("zweite Zielgruppe", "second target group")),
        ),
        rows=tuple(
            (row.need.id, str(d.one.ref), d.one.target_group, str(d.other.ref), d.other.target_group)
            for row in needs
            for d in row.doubles
        ),
    )


def gaps_table(gaps: Iterable[KnownGap]) -> Table:
    """Give one row for each gap that was known on the day."""
    return Table(
        name="gaps",
        title=Say("Lücken im Angebot", "Gaps in the offers"),
        columns=(
            id_column("gap", Say("Lücke", "gap")),
            _TITLE,
            _TOPICS,
            id_column("needs", Say("Bedarfe", "needs")),
            Column("found_on", Say("festgestellt am", "found on"), "date"),
            Column("status", Say("Stand", "status"), "code"),
            Column("due", Say("zu schließen bis", "to be closed by"), "date"),
            Column("raised", Say("wie oft angesprochen", "times raised"), "integer"),
            Column("raised_in", Say("angesprochen in", "raised in")),
            Column("offers", Say("entstandene Angebote", "resulting offers")),
        ),
        rows=tuple(
            (
                known.gap.id,
                known.gap.title,
                known.gap.topics,
                id_cell(known.gap.needs),
                known.gap.found_on,
                known.status,
                known.gap.due,
                len(known.raised),
                _joined(known.raised_in),
                _joined(offer.name for offer in known.offers),
            )
            for known in gaps
        ),
    )


def unlinked_table(offers: Iterable[Offered]) -> Table:
    """Give one row for each offer that answers no established need."""
    return Table(
        name="offers-without-need",
        title=Say("Angebote ohne festgestellten Bedarf", "Offers without an established need"),
        columns=(_OFFER, _NAME, *_PROVIDER, _TOPICS),
        rows=tuple((str(o.ref), o.name, *_provider(o), o.topics) for o in offers),
    )


def not_established_table(needs: Iterable[Need]) -> Table:
    """Give one row for each need that nobody has established."""
    return Table(
        name="needs-not-established",
        title=Say("Noch nicht festgestellte Bedarfe", "Needs not established yet"),
        columns=(
            _NEED,
            _TITLE,
            _TOPICS,
            Column("voiced_by", Say("geäußert von", "voiced by"), "code"),
        ),
        rows=tuple((need.id, need.title, need.topics, need.voiced_by) for need in needs),
    )


def in_topic(topics: Sequence[Topic], topic: Topic | None) -> bool:
    """Tell whether topics stand in a row: that of one of them, or the last one where there are none."""
    return topic in topics if topic is not None else not topics


def _provider(offer: Offered) -> tuple[str | None, str | None]:
    return offer.provider, offer.provided_by.de if offer.provider is not None else None


def _joined(words: Iterable[str]) -> str | None:
    return ", ".join(words) or None
