"""Rules on network work and committees: section 2 of the framework concept."""

from . import committees, contributions, membership, offers, partners

__all__ = ["committees", "contributions", "membership", "offers", "partners"]
