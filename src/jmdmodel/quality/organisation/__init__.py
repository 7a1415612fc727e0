"""Rules on organisation and conditions, with the network map: section 5 of the framework concept."""

from . import analysis, contacts, maps, ratings, shares, worktime

__all__ = ["analysis", "contacts", "maps", "ratings", "shares", "worktime"]
