"""Rules on the social space: section 1 of the framework concept."""

from . import actors, analysis, barriers, events, indicators, keys, needs, offers, units

__all__ = ["actors", "analysis", "barriers", "events", "indicators", "keys", "needs", "offers", "units"]
