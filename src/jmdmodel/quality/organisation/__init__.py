"""Rules on organisation and conditions, with the network map: section 5 of the framework concept."""

from . import (
    agreements,
    analysis,
    contacts,
    goals,
    maps,
    ratings,
    reports,
    responsibility,
    reviews,
    shares,
    worktime,
)

__all__ = [
    "agreements",
    "analysis",
    "contacts",
    "goals",
    "maps",
    "ratings",
    "reports",
    "responsibility",
    "reviews",
    "shares",
    "worktime",
]
