"""Rules on the quality of the data itself."""

from . import duplicates, facts, keys, waivers, wording

__all__ = ["duplicates", "facts", "keys", "waivers", "wording"]
