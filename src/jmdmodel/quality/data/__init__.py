"""Rules on the quality of the data itself."""

from . import duplicates, facts, keys, positions, waivers, wording

__all__ = ["duplicates", "facts", "keys", "positions", "waivers", "wording"]
