"""Rules on the quality of the data itself."""

from . import duplicates, facts, keys, wording

__all__ = ["duplicates", "facts", "keys", "wording"]
