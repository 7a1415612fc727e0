"""Needs of young people beside offers: what is met, what is not, what nobody coordinated."""

from __future__ import annotations

from jmdmodel.analysis.offers.matrix import NeedsAndOffers, needs_and_offers
from jmdmodel.analysis.offers.needs import (
    Cover,
    Double,
    Hint,
    KnownGap,
    LinkedBy,
    LinkedOffer,
    NeedCover,
    Offered,
    OwnTopicRow,
    PossibleOffer,
    TopicRow,
)

__all__ = [
    "Cover",
    "Double",
    "Hint",
    "KnownGap",
    "LinkedBy",
    "LinkedOffer",
    "NeedCover",
    "NeedsAndOffers",
    "Offered",
    "OwnTopicRow",
    "PossibleOffer",
    "TopicRow",
    "needs_and_offers",
]
