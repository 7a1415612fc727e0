"""The entity types: immutable values that hold each other's identifiers, never each other.

All of them can be had from here, together with :func:`evolve`, which gives a changed value.
"""

from __future__ import annotations

from jmdmodel.entities.agreement import Agreement, GoalProgress, NetworkGoal, Responsibility, Review
from jmdmodel.entities.case import (
    CasePlan,
    Consent,
    ContributionStep,
    PartnerContribution,
    PhaseStep,
    PlanGoal,
    PlanProgress,
    PlanStep,
)
from jmdmodel.entities.committee import Committee, CommitteeRole, Contribution, Session
from jmdmodel.entities.event import Programme, Publication, SpaceEvent
from jmdmodel.entities.gap import ConceptStep, GapProgress, GapRaised, IntegrationConcept, OfferGap
from jmdmodel.entities.geography import Population, Position
from jmdmodel.entities.need import (
    Evidence,
    Indicator,
    LivingEnvironmentObservation,
    Need,
    Place,
    SocialStructureAnalysis,
    YouthParticipation,
)
from jmdmodel.entities.network import Membership, Network, NetworkAssessment, Participation
from jmdmodel.entities.opening import (
    AccessBarrier,
    BarrierStatus,
    OpeningMeasure,
    OpeningProcess,
    OpeningStep,
)
from jmdmodel.entities.partner import KeyPerson, Offer, Partner
from jmdmodel.entities.relation import Contact, ContactRating, ContactStanding, NetworkMap, Tie
from jmdmodel.entities.resource import (
    ContactPerson,
    GroupOffer,
    KindAbsence,
    OfferCoordination,
    Remit,
    Resource,
)
from jmdmodel.entities.review import AnnualReport, ReportText, Transfer, Waiver
from jmdmodel.entities.service import Service, StaffRole, YearFigure
from jmdmodel.entities.space import AdministrativeUnit, SocialSpace
from jmdmodel.entities.terms import Term, Vocabulary
from jmdmodel.entities.work import Activity, DeclaredShare, WorkSplit, WorkTime
from jmdmodel.fields import evolve

__all__ = [
    "AccessBarrier",
    "Activity",
    "AdministrativeUnit",
    "Agreement",
    "AnnualReport",
    "BarrierStatus",
    "CasePlan",
    "Committee",
    "CommitteeRole",
    "ConceptStep",
    "Consent",
    "Contact",
    "ContactPerson",
    "ContactRating",
    "ContactStanding",
    "Contribution",
    "ContributionStep",
    "DeclaredShare",
    "Evidence",
    "GapProgress",
    "GapRaised",
    "GoalProgress",
    "GroupOffer",
    "Indicator",
    "IntegrationConcept",
    "KeyPerson",
    "KindAbsence",
    "LivingEnvironmentObservation",
    "Membership",
    "Need",
    "Network",
    "NetworkAssessment",
    "NetworkGoal",
    "NetworkMap",
    "Offer",
    "OfferCoordination",
    "OfferGap",
    "OpeningMeasure",
    "OpeningProcess",
    "OpeningStep",
    "Participation",
    "Partner",
    "PartnerContribution",
    "PhaseStep",
    "Place",
    "PlanGoal",
    "PlanProgress",
    "PlanStep",
    "Population",
    "Position",
    "Programme",
    "Publication",
    "Remit",
    "ReportText",
    "Resource",
    "Responsibility",
    "Review",
    "Service",
    "Session",
    "SocialSpace",
    "SocialStructureAnalysis",
    "SpaceEvent",
    "StaffRole",
    "Term",
    "Tie",
    "Transfer",
    "Vocabulary",
    "Waiver",
    "WorkSplit",
    "WorkTime",
    "YearFigure",
    "YouthParticipation",
    "evolve",
]
