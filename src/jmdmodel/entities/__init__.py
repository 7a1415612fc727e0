"""The entity types: immutable values that hold each other's identifiers, never each other.

All of them can be had from here, together with :func:`evolve`, which gives a changed value.
"""

from __future__ import annotations

from jmdmodel.entities.committee import Committee, CommitteeRole, Contribution, Session
from jmdmodel.entities.network import Membership, Network, NetworkAssessment, Participation
from jmdmodel.entities.partner import KeyPerson, Offer, Partner
from jmdmodel.entities.relation import Contact, ContactRating, NetworkMap, Tie
from jmdmodel.entities.service import Service, StaffRole
from jmdmodel.entities.space import AdministrativeUnit, SocialSpace
from jmdmodel.entities.terms import Term
from jmdmodel.entities.work import Activity, DeclaredShare, WorkSplit, WorkTime
from jmdmodel.fields import evolve

__all__ = [
    "Activity",
    "AdministrativeUnit",
    "Committee",
    "CommitteeRole",
    "Contact",
    "ContactRating",
    "Contribution",
    "DeclaredShare",
    "KeyPerson",
    "Membership",
    "Network",
    "NetworkAssessment",
    "NetworkMap",
    "Offer",
    "Participation",
    "Partner",
    "Service",
    "Session",
    "SocialSpace",
    "StaffRole",
    "Term",
    "Tie",
    "WorkSplit",
    "WorkTime",
    "evolve",
]
