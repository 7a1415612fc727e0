"""Rules on the quality of the data itself."""

from . import duplicates, facts, figures, keys, positions, waivers, wording

__all__ = ["duplicates", "facts", "figures", "keys", "positions", "waivers", "wording"]
