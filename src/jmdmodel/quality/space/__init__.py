"""Rules on the social space: section 1 of the framework concept."""

from . import actors, analysis, events, indicators, needs, offers, units

__all__ = ["actors", "analysis", "events", "indicators", "needs", "offers", "units"]
from . import actors, barriers, units

__all__ = ["actors", "barriers", "units"]
