"""Rules on the intercultural opening of partners: section 4 of the framework concept."""

from . import facts, measures, plans, processes

__all__ = ["facts", "measures", "plans", "processes"]
