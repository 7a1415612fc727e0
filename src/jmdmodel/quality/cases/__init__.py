"""Rules on network work around one case: section 3 of the framework concept, and what protects the case."""

from . import contributors, progress, protection, texts

__all__ = ["contributors", "progress", "protection", "texts"]
