"""Rules on the social space: section 1 of the framework concept."""

from . import actors, units

__all__ = ["actors", "units"]
