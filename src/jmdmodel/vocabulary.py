"""The words of the field: kinds, stages and steps, each with its German and English label.

Closed lists are enums. Where life is open, a user adds a sub-kind in the workspace with a label and
the kind it belongs to (:class:`jmdmodel.entities.terms.Term`); the sub-kinds that come with the library
stand in :data:`SUB_KINDS`.
"""

from __future__ import annotations

from typing import Any, Self

import attrs

from jmdmodel.messages import Say
from jmdmodel.scales import Coded, Ordinal

__all__ = [
    "FRAMEWORK",
    "SUB_KINDS",
    "AgeBand",
    "AnalysisMethod",
    "Attendance",
    "BarrierAim",
    "BarrierKind",
    "BarrierState",
    "Bindingness",
    "CaseCategory",
    "CommitteeKind",
    "ConceptStage",
    "ConsentState",
    "ContactBasis",
    "ContactState",
    "ContributionKind",
    "ContributionStage",
    "EventRole",
    "EventTheme",
    "EvidenceKind",
    "FigureKind",
    "Formalisation",
    "FrameworkVersion",
    "GapStatus",
    "GoalStatus",
    "LegalBasis",
    "MapGroup",
    "MeasureFamily",
    "MeasureKind",
    "MeasureState",
    "MemberRole",
    "NetworkOrigin",
    "OpeningStage",
    "ParticipationForm",
    "PartnerKind",
    "PlaceKind",
    "PlanPhase",
    "PoliticalInfluence",
    "ProviderGroup",
    "PublicationKind",
    "Purpose",
    "ReportSection",
    "ReportStatus",
    "SeatHolder",
    "SeatRole",
    "SessionResult",
    "Severity",
    "SpatialExtent",
    "SubKind",
    "SubjectArea",
    "TieKnowledge",
    "Topic",
    "TransitionRole",
    "UnitLevel",
    "Voice",
    "WorkArea",
    "all_vocabularies",
    "kinds_of_vocabulary",
]


@attrs.frozen(kw_only=True)
class FrameworkVersion:
    """Which version of the concept rules and reports speak of. German: Fassung des Rahmenkonzepts."""

    number: int
    dated: str
    references_updated: str
    title: Say


FRAMEWORK = FrameworkVersion(
    number=7,
    dated="2016-02-25",
    references_updated="2018-01",
    title=Say(
        "Rahmenkonzept Nr. 7 (Stand 25.02.2016, Bezüge Januar 2018)",
        "framework concept no. 7 (25 February 2016, references of January 2018)",
    ),
)
"""The version of the concept that this library speaks of."""


class MapGroup(Coded):
    """The sectors of the network map; each gathers some kinds of partner (R-32). German: Sektor."""

    WORK = "work", Say("Arbeit und Ausbildung", "Work and training")
    EDUCATION = "education", Say("Schule und Bildung", "Schools and education")
    OFFICES = "offices", Say("Ämter und Behörden", "Public offices")
    ADVICE = "advice", Say("Verbände und Beratung", "Federations and advice")
    HEALTH = "health", Say("Gesundheit", "Health")
    CIVIC = "civic", Say("Vereine, Jugend und Kultur", "Associations, youth and culture")
    COMMUNITIES = (
        "communities",
        Say("Migrantenorganisationen und Religion", "Migrant organisations and religion"),
    )
    OTHER = "other", Say("Weitere", "Others")


class PartnerKind(Coded):
    """The kinds of network partner: those the concept names and the further ones of practice (R-13).

    German: Partnerart. ``group`` is the sector of the map, ``named`` tells whether the concept names
    the kind; only for those is a missing partner worth a finding.
    """

    group: MapGroup
    named: bool

    def __new__(cls, code: str, label: Say, plural: Say, group: MapGroup, named: bool = True) -> Self:  # noqa: FBT001, FBT002 - enum values are tuples
        """Take the parts of a kind from the tuple that defines it."""
        member = cls._member(code, label, plural=plural)
        member.group, member.named = group, named
        return member

    SGB2_BODY = (
        "sgb2-body",
        Say("SGB-II-Träger", "body under SGB II"),
        Say("SGB-II-Träger", "bodies under SGB II"),
        MapGroup.WORK,
    )
    SGB3_BODY = (
        "sgb3-body",
        Say("SGB-III-Träger", "body under SGB III"),
        Say("SGB-III-Träger", "bodies under SGB III"),
        MapGroup.WORK,
    )
    SCHOOL = "school", Say("Schule", "school"), Say("Schulen", "schools"), MapGroup.EDUCATION
    PUBLIC_OFFICE = (
        "public-office",
        Say("Amt", "public office"),
        Say("Ämter", "public offices"),
        MapGroup.OFFICES,
    )
    BUSINESS = "business", Say("Betrieb", "business"), Say("Betriebe", "businesses"), MapGroup.WORK
    CHAMBER = "chamber", Say("Kammer", "chamber"), Say("Kammern", "chambers"), MapGroup.WORK, False
    FEDERATION = "federation", Say("Verband", "federation"), Say("Verbände", "federations"), MapGroup.ADVICE
    ASSOCIATION = "association", Say("Verein", "association"), Say("Vereine", "associations"), MapGroup.CIVIC
    CULTURAL_INSTITUTION = (
        "cultural-institution",
        Say("Kultureinrichtung", "cultural institution"),
        Say("Kultureinrichtungen", "cultural institutions"),
        MapGroup.CIVIC,
    )
    EDUCATIONAL_INSTITUTION = (
        "educational-institution",
        Say("Bildungseinrichtung", "educational institution"),
        Say("Bildungseinrichtungen", "educational institutions"),
        MapGroup.EDUCATION,
    )
    LANGUAGE_COURSE_PROVIDER = (
        "language-course-provider",
        Say("Sprachkursträger", "language-course provider"),
        Say("Sprachkursträger", "language-course providers"),
        MapGroup.EDUCATION,
        False,
    )
    MIGRANT_ORGANISATION = (
        "migrant-organisation",
        Say("Migrantenorganisation", "migrant organisation"),
        Say("Migrantenorganisationen", "migrant organisations"),
        MapGroup.COMMUNITIES,
    )
    RELIGIOUS_COMMUNITY = (
        "religious-community",
        Say("Religionsgemeinschaft", "religious community"),
        Say("Religionsgemeinschaften", "religious communities"),
        MapGroup.COMMUNITIES,
    )
    HEALTH_SERVICE = (
        "health-service",
        Say("Gesundheitsdienst", "health service"),
        Say("Gesundheitsdienste", "health services"),
        MapGroup.HEALTH,
        False,
    )
    YOUTH_FACILITY = (
        "youth-facility",
        Say("Jugendeinrichtung", "youth facility"),
        Say("Jugendeinrichtungen", "youth facilities"),
        MapGroup.CIVIC,
        False,
    )
    ADULT_MIGRATION_COUNSELLING = (
        "adult-migration-counselling",
        Say("Migrationsberatung für Erwachsene (MBE)", "adult migration counselling (MBE)"),
        Say("Migrationsberatungen für Erwachsene (MBE)", "adult migration counselling services (MBE)"),
        MapGroup.ADVICE,
        False,
    )
    OTHER_YOUTH_MIGRATION_SERVICE = (
        "other-youth-migration-service",
        Say("Jugendmigrationsdienst eines anderen Trägers", "youth migration service of another provider"),
        Say("Jugendmigrationsdienste anderer Träger", "youth migration services of other providers"),
        MapGroup.ADVICE,
        False,
    )
    OTHER = (
        "other",
        Say("Sonstiger Partner", "other partner"),
        Say("Sonstige Partner", "other partners"),
        MapGroup.OTHER,
    )


class LegalBasis(Coded):
    """The law a partner works under. German: Rechtsgrundlage."""

    SGB2 = "sgb2", Say("SGB II", "SGB II (basic income support)")
    SGB3 = "sgb3", Say("SGB III", "SGB III (employment promotion)")
    SGB5 = "sgb5", Say("SGB V", "SGB V (health insurance)")
    SGB8 = "sgb8", Say("SGB VIII", "SGB VIII (child and youth welfare)")
    SGB9 = "sgb9", Say("SGB IX", "SGB IX (participation of people with disabilities)")
    SGB12 = "sgb12", Say("SGB XII", "SGB XII (social assistance)")
    RESIDENCE_ACT = "residence-act", Say("Aufenthaltsgesetz", "Residence Act")
    SCHOOL_ACT = "school-act", Say("Schulgesetz des Landes", "school act of the Land")
    VOCATIONAL_TRAINING_ACT = (
        "vocational-training-act",
        Say("Berufsbildungsgesetz", "Vocational Training Act"),
    )


class TransitionRole(Coded):
    """What a partner does at the transition from school to work (R-06). German: Rolle am Übergang."""

    CAREER_GUIDANCE = "career-guidance", Say("Berufsberatung", "career guidance")
    PLACEMENT = "placement", Say("Vermittlung in Ausbildung und Arbeit", "placement in training and work")
    SCHOOL = "school", Say("Abschluss und Berufsorientierung", "school leaving and career orientation")
    PREPARATION = "preparation", Say("Berufsvorbereitung", "pre-vocational training")
    TRAINING_COMPANY = "training-company", Say("Ausbildungsbetrieb", "training company")
    RECOGNITION = "recognition", Say("Anerkennung von Abschlüssen", "recognition of qualifications")
    YOUTH_SOCIAL_WORK = "youth-social-work", Say("Jugendsozialarbeit", "youth social work")


class ContactState(Coded):
    """How things stand between the service and a partner (R-06). German: Stand des Kontakts."""

    ACTIVE = "active", Say("besteht", "active")
    DORMANT = "dormant", Say("ruht", "dormant")
    NONE_YET = "none-yet", Say("noch kein Kontakt", "no contact yet")
    REFUSED = "refused", Say("derzeit nicht gewünscht", "not wanted at present")
    UNKNOWN = "unknown", Say("unbekannt", "unknown")


class ContactBasis(Coded):
    """What a contact rests on (R-06). German: Grundlage des Kontakts."""

    JOINT_CASES = "joint-cases", Say("gemeinsame Fälle", "joint cases")
    JOINT_PROJECT = "joint-project", Say("gemeinsames Projekt", "joint project")
    STANDING_BODY = "standing-body", Say("gemeinsames Gremium", "standing body")
    WRITTEN_AGREEMENT = "written-agreement", Say("schriftliche Vereinbarung", "written agreement")
    SHARED_ROOMS = "shared-rooms", Say("gemeinsame Räume", "shared rooms")
    REFERRAL = "referral", Say("Vermittlung und Verweisberatung", "referral")
    PERSONAL_ACQUAINTANCE = "personal-acquaintance", Say("persönliche Bekanntschaft", "personal acquaintance")


class Purpose(Coded):
    """What a contact or a resource serves (R-08). German: Fall- oder Strukturbezug."""

    CASE = "case", Say("fallbezogen", "case-related")
    STRUCTURE = "structure", Say("strukturbezogen", "structural")


class TieKnowledge(Coded):
    """How sure the service is of a tie between two partners (R-07). German: Sicherheit der Angabe."""

    KNOWN = "known", Say("bekannt", "known")
    ASSUMED = "assumed", Say("vermutet", "assumed")


class Formalisation(Ordinal):
    """How formal a cooperation is (R-27). German: Formalisierungsgrad."""

    INFORMAL = (
        "informal",
        Say("informell", "informal"),
        Say(
            "Man kennt sich und hilft sich; feste Absprachen gibt es nicht.",
            "People know and help each other; there are no fixed arrangements.",
        ),
    )
    ORAL_AGREEMENT = (
        "oral-agreement",
        Say("mündliche Absprache", "oral agreement"),
        Say(
            "Aufgaben und Wege sind besprochen, aber nicht aufgeschrieben.",
            "Tasks and procedures have been discussed but not written down.",
        ),
    )
    WRITTEN_AGREEMENT = (
        "written-agreement",
        Say("schriftliche Vereinbarung", "written agreement"),
        Say(
            "Ziele und Aufgaben stehen in einem Papier, dem alle zugestimmt haben.",
            "Goals and tasks are set out in a paper that everybody has agreed to.",
        ),
    )
    CONTRACT = (
        "contract",
        Say("Vertrag", "contract"),
        Say(
            "Ein unterschriebener Vertrag regelt Leistungen, Laufzeit und Kündigung.",
            "A signed contract settles services, term and notice.",
        ),
    )
    LEGAL_FORM = (
        "legal-form",
        Say("eigene Rechtsform", "own legal form"),
        Say(
            "Das Netzwerk ist selbst eine juristische Person, etwa ein eingetragener Verein.",
            "The network is a legal person itself, for instance a registered association.",
        ),
    )


class SpatialExtent(Ordinal):
    """How far a network or committee reaches (R-27). German: räumliche Ausdehnung."""

    QUARTER = (
        "quarter",
        Say("Stadtteil", "quarter"),
        Say("Die Arbeit gilt einem Stadtteil oder Quartier.", "The work is for one quarter."),
    )
    MUNICIPALITY = (
        "municipality",
        Say("Gemeinde oder Stadt", "municipality"),
        Say("Die Arbeit gilt einer ganzen Gemeinde oder Stadt.", "The work is for a whole municipality."),
    )
    DISTRICT = (
        "district",
        Say("Landkreis", "district"),
        Say(
            "Die Arbeit gilt einem Landkreis oder einer kreisfreien Stadt.",
            "The work is for a district or an independent city.",
        ),
    )
    REGION = (
        "region",
        Say("Region", "region"),
        Say(
            "Die Arbeit gilt mehreren Landkreisen oder Städten.",
            "The work is for several districts or cities.",
        ),
    )
    LAND = (
        "land",
        Say("Land", "Land"),
        Say("Die Arbeit gilt einem ganzen Bundesland.", "The work is for a whole Land."),
    )
    FEDERAL = (
        "federal",
        Say("Bund", "federal"),
        Say("Die Arbeit gilt dem ganzen Bundesgebiet.", "The work is for the whole country."),
    )


class PoliticalInfluence(Ordinal):
    """What influence on policy a network may have (R-27). German: mögliche politische Einflussnahme."""

    NO_INFLUENCE = (
        "no-influence",
        Say("kein Einfluss", "no influence"),
        Say(
            "Die Arbeit richtet sich nicht an Politik und Verwaltung.",
            "The work is not directed at politics and administration.",
        ),
    )
    HEARD = (
        "heard",
        Say("wird angehört", "heard"),
        Say(
            "Das Netzwerk wird gelegentlich nach seiner Sicht gefragt.",
            "The network is asked for its view now and then.",
        ),
    )
    ADVISORY = (
        "advisory",
        Say("berät", "advisory"),
        Say(
            "Das Netzwerk berät ein politisches Gremium regelmäßig.",
            "The network advises a political body regularly.",
        ),
    )
    AGENDA_SETTING = (
        "agenda-setting",
        Say("setzt Themen", "agenda-setting"),
        Say(
            "Themen des Netzwerks kommen auf die politische Tagesordnung.",
            "Topics of the network reach the political agenda.",
        ),
    )
    DECISION = (
        "decision",
        Say("entscheidet mit", "takes part in decisions"),
        Say(
            "Das Netzwerk entscheidet über Mittel oder Angebote mit.",
            "The network takes part in deciding on funds or offers.",
        ),
    )


class NetworkOrigin(Coded):
    """Whether the service joined a network or brought it together (R-12). German: Entstehung."""

    JOINED = "joined", Say("bestand bereits", "joined")
    INITIATED = "initiated", Say("vom Jugendmigrationsdienst angestoßen", "initiated by the service")


class MemberRole(Coded):
    """What a member is in a network (R-12). German: Rolle im Netzwerk."""

    LEAD = "lead", Say("Federführung", "lead")
    MEMBER = "member", Say("Mitglied", "member")
    GUEST = "guest", Say("Gast", "guest")


class ParticipationForm(Coded):
    """In which form the service takes part in a network in a year (R-12). German: Form der Beteiligung."""

    LEAD = "lead", Say("federführend", "lead")
    ACTIVE = "active", Say("aktiv", "active")
    OBSERVING = "observing", Say("beobachtend", "observing")
    INFORMED = "informed", Say("nur informiert", "informed only")
    LEFT = "left", Say("ausgeschieden", "left")


class CommitteeKind(Coded):
    """The kinds of committee and working group (R-14). German: Gremienart."""

    YOUTH_WELFARE_COMMITTEE = (
        "youth-welfare-committee",
        Say("Jugendhilfeausschuss", "youth welfare committee"),
    )
    AG_78 = "ag-78", Say("Arbeitsgemeinschaft nach § 78 SGB VIII", "working group under § 78 SGB VIII")
    WORKING_GROUP = "working-group", Say("Arbeitskreis", "working group")
    ROUND_TABLE = "round-table", Say("Runder Tisch", "round table")
    STEERING_GROUP = "steering-group", Say("Steuerungsgruppe", "steering group")
    INTEGRATION_COUNCIL = "integration-council", Say("Integrationsrat", "integration council")
    MIGRATION_COUNCIL = "migration-council", Say("Beirat für Migration und Integration", "migration council")
    INTEGRATION_NETWORK = "integration-network", Say("Integrationsnetzwerk", "integration network")
    NEIGHBOURHOOD_CONFERENCE = (
        "neighbourhood-conference",
        Say("Stadtteilkonferenz", "neighbourhood conference"),
    )
    PROFESSIONAL_ASSOCIATION = "professional-association", Say("Fachverband", "professional association")
    OTHER = "other", Say("sonstiges Gremium", "other committee")


class SeatRole(Coded):
    """What somebody is in a committee (R-14). German: Rolle im Gremium."""

    CHAIR = "chair", Say("Vorsitz", "chair")
    DEPUTY_CHAIR = "deputy-chair", Say("stellvertretender Vorsitz", "deputy chair")
    VOTING = "voting", Say("stimmberechtigtes Mitglied", "voting member")
    ADVISORY = "advisory", Say("beratendes Mitglied", "advisory member")
    DEPUTY = "deputy", Say("Stellvertretung", "deputy")
    GUEST = "guest", Say("Gast", "guest")
    PERMANENT_GUEST = "permanent-guest", Say("ständiger Gast", "permanent guest")
    LEAD = "lead", Say("Federführung", "lead")
    MODERATOR = "moderator", Say("Moderation", "moderator")
    MEMBER = "member", Say("Mitglied", "member")


class SeatHolder(Coded):
    """Who holds the seat in a committee, often not the service itself (R-14). German: Sitz gehalten von."""

    SERVICE = "service", Say("Jugendmigrationsdienst", "the service")
    PROVIDER = "provider", Say("Träger", "the provider")
    FEDERATION = "federation", Say("Verband", "the federation")


class Attendance(Coded):
    """Whether and how the service took part in a session (R-14). German: Teilnahme."""

    PRESENT = "present", Say("anwesend", "present")
    DEPUTY = "deputy", Say("durch Vertretung", "represented by a deputy")
    ADVISORY = "advisory", Say("beratend dabei", "present in an advisory role")
    EXCUSED = "excused", Say("entschuldigt", "excused")
    ABSENT = "absent", Say("nicht dabei", "absent")


class SessionResult(Coded):
    """What came of a session, as minutes say it (R-14). German: Ergebnis der Sitzung."""

    DECIDED = "decided", Say("beschlossen", "decided")
    NOTED = "noted", Say("zur Kenntnis genommen", "noted")
    POSTPONED = "postponed", Say("vertagt", "postponed")
    WITHDRAWN = "withdrawn", Say("zurückgezogen", "withdrawn")
    REFERRED = "referred", Say("verwiesen", "referred")
    AGREED = "agreed", Say("vereinbart", "agreed")
    NONE = "none", Say("ohne Ergebnis", "no result")


class ContributionKind(Coded):
    """What the service brings into a committee: the concept's nine kinds (R-15 … R-19). German: Beitrag."""

    CONCERNS = "concerns", Say("Belange junger Menschen eingebracht", "concerns of young people brought in")
    PARTICIPATION = (
        "participation",
        Say("Beteiligung junger Menschen gefördert", "participation of young people promoted"),
    )
    GAP_FOUND = "gap-found", Say("Angebotslücke benannt", "gap in provision named")
    OFFER_TUNED = "offer-tuned", Say("neues Angebot abgestimmt", "new offer coordinated")
    MUNICIPAL_CONCEPT = (
        "municipal-concept",
        Say(
            "am kommunalen Integrationskonzept mitgewirkt", "contributed to the municipal integration concept"
        ),
    )
    LAND_CONCEPT = (
        "land-concept",
        Say(
            "am Integrationskonzept des Landes mitgewirkt",
            "contributed to the integration concept of the Land",
        ),
    )
    ENCOUNTER = "encounter", Say("Begegnung und Dialog gefördert", "encounter and dialogue promoted")
    AGAINST_DISCRIMINATION = (
        "against-discrimination",
        Say(
            "gegen Diskriminierung, Rassismus und Extremismus gewirkt",
            "acted against discrimination, racism and extremism",
        ),
    )
    PUBLICITY = (
        "publicity",
        Say("an Öffentlichkeits- und Lobbyarbeit beteiligt", "took part in publicity and lobbying"),
    )


class Topic(Coded):
    """One vocabulary of topics for needs, offers, goals, remits and themes. German: Thema."""

    LANGUAGE = "language", Say("Sprache", "language")
    SCHOOL = "school", Say("Schule", "school")
    TRAINING = "training", Say("Ausbildung", "training")
    WORK = "work", Say("Arbeit", "work")
    RECOGNITION = "recognition", Say("Anerkennung von Abschlüssen", "recognition of qualifications")
    RESIDENCE_LAW = "residence-law", Say("Aufenthaltsrecht", "residence law")
    HOUSING = "housing", Say("Wohnen", "housing")
    HEALTH = "health", Say("Gesundheit", "health")
    MENTAL_HEALTH = "mental-health", Say("seelische Gesundheit", "mental health")
    FAMILY = "family", Say("Familie", "family")
    CHILDCARE = "childcare", Say("Kinderbetreuung", "childcare")
    FINANCES = "finances", Say("Finanzen", "finances")
    DIGITAL = "digital", Say("Digitales", "digital matters")
    DISCRIMINATION = "discrimination", Say("Diskriminierungserfahrung", "experience of discrimination")
    PARTICIPATION = "participation", Say("gesellschaftliche Teilhabe", "social participation")
    LEISURE = "leisure", Say("Freizeit", "leisure")


class WorkArea(Coded):
    """The areas of work, exclusive of one another; each anchor draws the boundary (R-35).

    German: Arbeitsbereich.
    """

    COUNSELLING = (
        "counselling",
        Say("Beratung", "counselling"),
        Say(
            "Beratung einzelner junger Menschen ohne Förderplan.",
            "Advice to individual young people without a support plan.",
        ),
    )
    CASE_MANAGEMENT = (
        "case-management",
        Say("Case Management", "case management"),
        Say(
            "Begleitung mit Förderplan, auch die Absprachen mit Partnern zu diesem Fall.",
            "Support with a plan, including what is arranged with partners for that case.",
        ),
    )
    GROUP_OFFERS = (
        "group-offers",
        Say("Gruppenangebote", "group offers"),
        Say(
            "Kurse, Treffs und Freizeiten für mehrere junge Menschen.",
            "Courses, meetings and outings for several young people.",
        ),
    )
    NETWORK = (
        "network",
        Say("Netzwerk- und Sozialraumarbeit", "network and social-space work"),
        Say(
            "Arbeit mit Partnern und in Gremien, die keinen einzelnen Fall betrifft.",
            "Work with partners and in committees that is not about one case.",
        ),
    )
    OPENING = (
        "opening",
        Say("Interkulturelle Öffnung", "intercultural opening"),
        Say(
            "Fortbildung, Beratung und Projekte, die Einrichtungen zugänglicher machen.",
            "Training, advice and projects that make institutions more accessible.",
        ),
    )
    PARENTS = (
        "parents",
        Say("Elternarbeit", "work with parents"),
        Say(
            "Gespräche und Angebote für Eltern und Angehörige.", "Talks and offers for parents and relatives."
        ),
    )
    COURSES = (
        "courses",
        Say("Begleitung von Integrationskursen", "support of integration courses"),
        Say(
            "Sozialpädagogische Begleitung in Sprach- und Integrationskursen.",
            "Support by social workers in language and integration courses.",
        ),
    )
    VOLUNTEERS = (
        "volunteers",
        Say("Ehrenamt", "volunteers"),
        Say(
            "Gewinnung, Schulung und Begleitung Ehrenamtlicher.",
            "Finding, training and supporting volunteers.",
        ),
    )
    PUBLICITY = (
        "publicity",
        Say("Öffentlichkeitsarbeit", "publicity"),
        Say(
            "Presse, Internet und Veranstaltungen über die eigene Arbeit.",
            "Press, web and events on the service's own work.",
        ),
    )
    ADMINISTRATION = (
        "administration",
        Say("Verwaltung", "administration"),
        Say(
            "Dokumentation, Abrechnung, Anträge und Leitungsaufgaben.",
            "Documentation, accounts, applications and management.",
        ),
    )
    QUALITY = (
        "quality",
        Say("Qualität und Fortbildung", "quality and training"),
        Say(
            "Teamgespräche, Supervision und eigene Fortbildung.",
            "Team meetings, supervision and the team's own training.",
        ),
    )
    OTHER = (
        "other",
        Say("Sonstiges", "other"),
        Say("Was in keinen anderen Bereich gehört.", "What belongs in no other area."),
    )


class UnitLevel(Ordinal):
    """The level of an area, smallest first (R-02). German: Verwaltungsebene."""

    QUARTER = "quarter", Say("Stadtteil", "quarter")
    MUNICIPALITY = "municipality", Say("Gemeinde", "municipality")
    UNION = "union", Say("Gemeindeverband", "union of municipalities")
    DISTRICT = "district", Say("Kreis", "district")
    REGION = "region", Say("Regierungsbezirk", "administrative region")
    LAND = "land", Say("Land", "Land")


class ProviderGroup(Coded):
    """The group of providers a service belongs to. German: Trägergruppe."""

    AWO = "awo", Say("Arbeiterwohlfahrt (AWO)", "Workers' Welfare (AWO)")
    EJSA = (
        "ejsa",
        Say("Evangelische Jugendsozialarbeit (BAG EJSA)", "Protestant youth social work (BAG EJSA)"),
    )
    KJS = "kjs", Say("Katholische Jugendsozialarbeit (BAG KJS)", "Catholic youth social work (BAG KJS)")
    FREE = "free", Say("freie Trägergruppe", "free group of providers")


class FigureKind(Coded):
    """The yearly figures that a service keeps (R-35). German: Jahreszahl."""

    COUNSELLED = "counselled", Say("junge Menschen in Beratung", "young people in counselling")
    CASE_MANAGED = (
        "case-managed",
        Say("junge Menschen im Case Management", "young people in case management"),
    )
    GROUP_PARTICIPANTS = (
        "group-participants",
        Say("Teilnehmende an Gruppenangeboten", "participants in group offers"),
    )
    RELATIVES = "relatives", Say("beratene Angehörige", "relatives counselled")
    VOLUNTEERS = "volunteers", Say("Ehrenamtliche", "volunteers")
    INTERNS = "interns", Say("Praktikantinnen und Praktikanten", "interns")
    COUNTRIES = "countries", Say("Herkunftsländer", "countries of origin")


class SubjectArea(Coded):
    """What an indicator of the social structure is about (R-03). German: Themenbereich."""

    POPULATION = "population", Say("Bevölkerung", "population")
    MIGRATION = "migration", Say("Migration", "migration")
    EDUCATION = "education", Say("Bildung", "education")
    TRAINING_AND_WORK = "training-and-work", Say("Ausbildung und Arbeit", "training and work")
    INCOME = "income", Say("Einkommen und Leistungen", "income and benefits")
    HOUSING = "housing", Say("Wohnen", "housing")
    OTHER = "other", Say("Sonstiges", "other")


class AnalysisMethod(Coded):
    """How the social space was looked into; ``with_young_people`` tells whether they took part (R-05).

    German: Methode der Sozialraumanalyse.
    """

    with_young_people: bool

    def __new__(cls, code: str, label: Say, with_young_people: bool = False) -> Self:  # noqa: FBT001, FBT002 - enum values are tuples
        """Take the parts of a method from the tuple that defines it."""
        member = cls._member(code, label)
        member.with_young_people = with_young_people
        return member

    PIN_MAP = "pin-map", Say("Nadelmethode", "pin map"), True
    WALK = "walk", Say("Stadtteilbegehung", "walk"), True
    STRUCTURED_WALK = "structured-walk", Say("strukturierte Begehung", "structured walk"), True
    SUBJECTIVE_MAP = "subjective-map", Say("subjektive Landkarte", "subjective map"), True
    PHOTO_EXPLORATION = "photo-exploration", Say("Fotoerkundung", "photo exploration"), True
    PEER_GROUP_GRID = "peer-group-grid", Say("Cliquenraster", "peer-group grid"), True
    EXTERNAL_PERCEPTION = (
        "external-perception",
        Say("Fremdbilderkundung", "survey of how others see young people"),
        True,
    )
    YOUTH_SURVEY = "youth-survey", Say("Befragung junger Menschen", "youth survey"), True
    DIARY = "diary", Say("Zeittagebuch", "diary"), True
    INSTITUTION_SURVEY = "institution-survey", Say("Institutionenbefragung", "survey of institutions")
    EXPERT_INTERVIEW = "expert-interview", Say("Interview mit Fachleuten", "expert interview")
    STATISTICS = "statistics", Say("Statistik", "statistics")


class Voice(Coded):
    """Who voiced a need, or who established it (R-04). German: Quelle des Bedarfs."""

    YOUNG_PEOPLE = "young-people", Say("junge Menschen", "young people")
    PARENTS = "parents", Say("Eltern", "parents")
    TEAM = "team", Say("Team des Dienstes", "the team of the service")
    PARTNER = "partner", Say("Partner", "a partner")
    COMMITTEE = "committee", Say("Gremium", "a committee")
    STATISTICS = "statistics", Say("Statistik", "statistics")
    VOLUNTEERS = "volunteers", Say("Ehrenamtliche", "volunteers")


class PlaceKind(Coded):
    """What a place in the social space is (R-01). German: Art des Ortes."""

    MEETING_PLACE = "meeting-place", Say("Treffpunkt", "meeting place")
    INSTITUTION = "institution", Say("Einrichtung", "institution")
    OFFICE_HOUR = "office-hour", Say("Sprechstunde", "office hour")
    SPORT = "sport", Say("Sport und Bewegung", "sports")
    TRANSPORT = "transport", Say("Haltestelle oder Bahnhof", "stop or station")
    HOUSING = "housing", Say("Wohnort oder Unterkunft", "housing or shelter")
    AVOIDED = "avoided", Say("gemiedener Ort", "place that is avoided")
    OTHER = "other", Say("sonstiger Ort", "other place")


class GoalStatus(Coded):
    """How far a goal is (R-21, R-28). German: Stand des Ziels."""

    OPEN = "open", Say("offen", "open")
    IN_PROGRESS = "in-progress", Say("in Arbeit", "in progress")
    REACHED = "reached", Say("erreicht", "reached")
    PARTLY_REACHED = "partly-reached", Say("teilweise erreicht", "partly reached")
    DROPPED = "dropped", Say("aufgegeben", "dropped")


class Bindingness(Ordinal):
    """How binding an agreement is (R-30). German: Verbindlichkeit."""

    NON_BINDING = (
        "non-binding",
        Say("unverbindlich", "non-binding"),
        Say("Niemand erwartet, dass es eingehalten wird.", "Nobody expects it to be kept."),
    )
    DECLARED = (
        "declared",
        Say("erklärt", "declared"),
        Say("Die Beteiligten haben ihre Absicht bekundet.", "The parties have stated their intention."),
    )
    AGREED = (
        "agreed",
        Say("abgesprochen", "agreed"),
        Say(
            "Alle haben zugesagt und werden darauf angesprochen.",
            "All have promised and are reminded of it.",
        ),
    )
    BINDING = (
        "binding",
        Say("verbindlich", "binding"),
        Say(
            "Unterschrieben oder beschlossen; eine Abweichung braucht eine neue Vereinbarung.",
            "Signed or decided; to depart from it needs a new agreement.",
        ),
    )


class GapStatus(Coded):
    """What became of a gap in the range of offers (R-16). German: Stand der Lücke."""

    OPEN = "open", Say("offen", "open")
    IN_COORDINATION = "in-coordination", Say("in Abstimmung", "in coordination")
    PARTLY_CLOSED = "partly-closed", Say("teilweise geschlossen", "partly closed")
    CLOSED = "closed", Say("geschlossen", "closed")
    REJECTED = "rejected", Say("abgelehnt", "rejected")


class ConceptStage(Coded):
    """How far an integration concept is (R-17). German: Stand des Integrationskonzepts."""

    PLANNED = "planned", Say("geplant", "planned")
    DRAFTED = "drafted", Say("in Erarbeitung", "being drafted")
    ADOPTED = "adopted", Say("beschlossen", "adopted")
    IN_FORCE = "in-force", Say("in Umsetzung", "being carried out")
    UPDATED = "updated", Say("in Fortschreibung", "being updated")
    ENDED = "ended", Say("beendet", "ended")


class PublicationKind(Coded):
    """The form of a publication (R-19, R-26). German: Art der Veröffentlichung."""

    PRESS = "press", Say("Presse", "press")
    WEB = "web", Say("Internet", "web")
    SOCIAL_MEDIA = "social-media", Say("soziale Medien", "social media")
    BROADCAST = "broadcast", Say("Radio oder Fernsehen", "radio or television")
    PRINT = "print", Say("Druckschrift", "print")
    STATEMENT = "statement", Say("Stellungnahme", "statement")
    EXHIBITION = "exhibition", Say("Ausstellung", "exhibition")


class PlanPhase(Coded):
    """How far a case plan is (R-20). German: Phase des Förderplans."""

    INTAKE = "intake", Say("Aufnahme", "intake")
    ASSESSMENT = "assessment", Say("Klärung", "assessment")
    GOAL_AGREEMENT = "goal-agreement", Say("Zielvereinbarung", "goal agreement")
    IMPLEMENTATION = "implementation", Say("Umsetzung", "implementation")
    MONITORING = "monitoring", Say("Begleitung", "monitoring")
    EVALUATION = "evaluation", Say("Auswertung", "evaluation")
    CLOSED = "closed", Say("abgeschlossen", "closed")
    DISCONTINUED = "discontinued", Say("abgebrochen", "discontinued")
    HANDED_OVER = "handed-over", Say("übergeben", "handed over")


class CaseCategory(Coded):
    """The two categories of cases that the federal figures know. German: Art der Begleitung."""

    COUNSELLING = "counselling", Say("Beratung", "counselling")
    CASE_MANAGEMENT = "case-management", Say("Case Management", "case management")


class AgeBand(Ordinal):
    """The age of a young person in bands, from 12 until the 27th birthday (R-20).

    German: Altersgruppe.
    """

    FROM_12 = "12-14", Say("12 bis 14 Jahre", "12 to 14 years")
    FROM_15 = "15-17", Say("15 bis 17 Jahre", "15 to 17 years")
    FROM_18 = "18-20", Say("18 bis 20 Jahre", "18 to 20 years")
    FROM_21 = "21-23", Say("21 bis 23 Jahre", "21 to 23 years")
    FROM_24 = "24-26", Say("24 bis 26 Jahre", "24 to 26 years")


class ContributionStage(Coded):
    """How far a partner's contribution to a case is (R-21). German: Stand des Beitrags."""

    IDENTIFIED = "identified", Say("ermittelt", "identified")
    ADDRESSED = "addressed", Say("angesprochen", "addressed")
    NO_ANSWER = "no-answer", Say("keine Antwort", "no answer")
    AGREED = "agreed", Say("zugesagt", "agreed")
    DELIVERED = "delivered", Say("erbracht", "delivered")
    DECLINED = "declined", Say("abgelehnt", "declined")
    NOT_WANTED = "not-wanted", Say("vom jungen Menschen nicht gewünscht", "not wanted by the young person")
    BROKEN_OFF = "broken-off", Say("abgebrochen", "broken off")


class ConsentState(Coded):
    """Whether the young person agrees that a partner is addressed (R-20, R-21). German: Einwilligung."""

    YES = "yes", Say("erteilt", "given")
    NO = "no", Say("nicht erteilt", "not given")
    NOT_NEEDED = "not-needed", Say("nicht erforderlich", "not needed")
    UNKNOWN = "unknown", Say("ungeklärt", "not clear")
    WITHDRAWN = "withdrawn", Say("widerrufen", "withdrawn")


class OpeningStage(Coded):
    """How far the intercultural opening of a partner is (R-09).

    German: Stand der interkulturellen Öffnung.
    """

    AWARENESS = "awareness", Say("Sensibilisierung", "awareness")
    ANALYSIS = "analysis", Say("Bestandsaufnahme", "analysis")
    PLANNING = "planning", Say("Planung", "planning")
    IMPLEMENTATION = "implementation", Say("Umsetzung", "implementation")
    REVIEW = "review", Say("Überprüfung", "review")
    UNKNOWN = "unknown", Say("unbekannt", "unknown")
    NOT_NEEDED = "not-needed", Say("nicht nötig", "not needed")
    REFUSED = "refused", Say("abgelehnt", "refused")
    PAUSED = "paused", Say("ruht", "paused")


class BarrierKind(Coded):
    """What keeps young people from using a service (R-10). German: Zugangsbarriere."""

    LANGUAGE = "language", Say("Sprache", "language")
    INFORMATION = "information", Say("fehlende Information", "lack of information")
    BUREAUCRACY = "bureaucracy", Say("Bürokratie", "bureaucracy")
    MISTRUST = "mistrust", Say("Misstrauen", "mistrust")
    DISCRIMINATION = "discrimination", Say("Diskriminierung", "discrimination")
    LEGAL = "legal", Say("rechtliche Hürde", "legal hurdle")
    COST = "cost", Say("Kosten", "cost")
    OPENING_HOURS = "opening-hours", Say("Öffnungszeiten", "opening hours")
    WAITING_TIME = "waiting-time", Say("Wartezeit", "waiting time")
    MOBILITY = "mobility", Say("Ort und Wege", "place and mobility")
    PHYSICAL_ACCESS = "physical-access", Say("bauliche Hürde", "physical access")
    CHILDCARE = "childcare", Say("fehlende Kinderbetreuung", "lack of childcare")
    DIGITAL = "digital", Say("digitale Hürde", "digital hurdle")
    NORMALITY = (
        "normality",
        Say("Normalitätserwartungen der Einrichtung", "the institution's expectations of normality"),
    )
    STAFF_DIVERSITY = "staff-diversity", Say("wenig Vielfalt im Personal", "lack of diversity in staff")
    OTHER = "other", Say("sonstige Barriere", "other barrier")


class BarrierAim(Coded):
    """What taking down a barrier aims at (R-10). German: Ziel des Abbaus."""

    ON_ONES_OWN = "on-ones-own", Say("selbstständige Nutzung", "use on one's own")
    FREE_OF_DISCRIMINATION = (
        "free-of-discrimination",
        Say("diskriminierungsfreie Beratung", "advice free of discrimination"),
    )


class Severity(Ordinal):
    """How much a barrier keeps young people away (R-10). German: Schwere."""

    ANNOYING = (
        1,
        Say("lästig", "annoying"),
        Say(
            "Junge Menschen nutzen die Stelle trotzdem, aber mit Mühe.",
            "Young people use the service all the same, but with trouble.",
        ),
    )
    HINDERING = (
        2,
        Say("hinderlich", "hindering"),
        Say(
            "Ohne Begleitung kommen viele nicht ans Ziel.",
            "Without somebody at their side many do not get there.",
        ),
    )
    EXCLUDING = (
        3,
        Say("ausschließend", "excluding"),
        Say(
            "Wen die Barriere trifft, der bleibt ganz ausgeschlossen.",
            "Those whom the barrier meets are shut out altogether.",
        ),
    )


class BarrierState(Coded):
    """What became of a barrier (R-10). German: Stand der Barriere."""

    FOUND = "found", Say("festgestellt", "found")
    ADDRESSED = "addressed", Say("angesprochen", "addressed")
    REDUCED = "reduced", Say("verringert", "reduced")
    REMOVED = "removed", Say("abgebaut", "removed")
    RETURNED = "returned", Say("wieder da", "returned")
    BEYOND_REACH = "beyond-reach", Say("besteht fort, für uns nicht erreichbar", "persists beyond our reach")


class EvidenceKind(Coded):
    """What a statement rests on (R-04, R-10). German: Beleg."""

    YOUNG_PEOPLE = "young-people", Say("Aussagen junger Menschen", "what young people said")
    OBSERVATION = "observation", Say("Beobachtung", "observation")
    CASES = "cases", Say("Fallverläufe", "courses of cases")
    STATISTICS = "statistics", Say("Statistik", "statistics")
    PARTNER = "partner", Say("Auskunft des Partners", "what the partner said")
    DOCUMENT = "document", Say("Dokument", "document")
    TEST = "test", Say("eigener Versuch", "own try")


class MeasureFamily(Coded):
    """The five families of opening measures (R-22 … R-26). German: Art der Maßnahme zur Öffnung."""

    EVENTS = "events", Say("Informations- und Bildungsveranstaltung", "informational or educational event")
    TRAINING = "training", Say("interkulturelles Training", "intercultural training")
    MEDIATORS = "mediators", Say("Ausbildung von Mittelnden", "training of mediators")
    JOINT_PROJECT = "joint-project", Say("gemeinsames Projekt", "joint project")
    PUBLICITY = "publicity", Say("gezielte Öffentlichkeitsarbeit", "targeted publicity")


class MeasureKind(Coded):
    """The kinds of opening measure, each in its family (R-22 … R-26). German: Maßnahme."""

    family: MeasureFamily

    def __new__(cls, code: str, label: Say, family: MeasureFamily) -> Self:
        """Take the parts of a kind from the tuple that defines it."""
        member = cls._member(code, label)
        member.family = family
        return member

    INFORMATION_EVENT = (
        "information-event",
        Say("Informationsveranstaltung", "information event"),
        MeasureFamily.EVENTS,
    )
    EDUCATION_EVENT = (
        "education-event",
        Say("Bildungsveranstaltung", "educational event"),
        MeasureFamily.EVENTS,
    )
    TRAINING_DESIGN = (
        "training-design",
        Say("Mitarbeit am Konzept eines Trainings", "part in the design of a training"),
        MeasureFamily.TRAINING,
    )
    TRAINER_REFERRAL = (
        "trainer-referral",
        Say("Vermittlung von Trainerinnen und Trainern", "finding of trainers"),
        MeasureFamily.TRAINING,
    )
    AWARENESS = (
        "awareness",
        Say("eigenes Angebot zur Sensibilisierung", "own offer for awareness"),
        MeasureFamily.TRAINING,
    )
    CULTURAL_MEDIATORS = (
        "cultural-mediators",
        Say("Ausbildung von Kulturmittelnden", "training of cultural mediators"),
        MeasureFamily.MEDIATORS,
    )
    MEDIATORS = (
        "mediators",
        Say("Ausbildung von Mediatorinnen und Mediatoren", "training of mediators"),
        MeasureFamily.MEDIATORS,
    )
    JOINT_PROJECT = (
        "joint-project",
        Say("gemeinsames Projekt", "joint project"),
        MeasureFamily.JOINT_PROJECT,
    )
    TARGETED_PUBLICITY = (
        "targeted-publicity",
        Say("Öffentlichkeitsarbeit zu Lebenslage und Kompetenzen", "publicity on life and competences"),
        MeasureFamily.PUBLICITY,
    )


class MeasureState(Coded):
    """Whether a measure took place (R-22 … R-26). German: Stand der Maßnahme."""

    PLANNED = "planned", Say("geplant", "planned")
    HELD = "held", Say("durchgeführt", "held")
    CANCELLED = "cancelled", Say("abgesagt", "cancelled")


class EventRole(Coded):
    """What the service did for an event in the social space (R-11). German: Rolle bei der Veranstaltung."""

    INITIATED = "initiated", Say("angestoßen", "initiated")
    CARRIED_OUT = "carried-out", Say("durchgeführt", "carried out")
    CONTRIBUTED = "contributed", Say("mitgewirkt", "contributed")
    ATTENDED = "attended", Say("teilgenommen", "attended")


class EventTheme(Coded):
    """What an event is for (R-11, R-18). German: Thema der Veranstaltung."""

    COEXISTENCE = "coexistence", Say("gutes Miteinander", "good coexistence")
    ENCOUNTER = "encounter", Say("Begegnung und Dialog", "encounter and dialogue")
    AGAINST_DISCRIMINATION = (
        "against-discrimination",
        Say("gegen Diskriminierung, Rassismus und Extremismus", "against discrimination, racism, extremism"),
    )
    PARTICIPATION = "participation", Say("Beteiligung", "participation")
    INFORMATION = "information", Say("Information", "information")
    LEISURE = "leisure", Say("Freizeit", "leisure")


class ReportSection(Coded):
    """The sections of an annual report that people write something for (R-34).

    German: Abschnitt des Jahresberichts.
    """

    INTRODUCTION = "introduction", Say("Einleitung", "introduction")
    SERVICE = "service", Say("Dienst und Personal", "service and staff")
    SPACE = "space", Say("Sozialraum", "social space")
    GOALS = "goals", Say("Ziele und was daraus wurde", "goals and what became of them")
    CASES = "cases", Say("Fallarbeit in Zahlen", "case work in figures")
    NETWORK = "network", Say("Netzwerk", "network")
    COMMITTEES = "committees", Say("Gremien", "committees")
    OPENING = "opening", Say("Interkulturelle Öffnung", "intercultural opening")
    EVENTS = "events", Say("Veranstaltungen und Öffentlichkeitsarbeit", "events and publicity")
    WORK = "work", Say("Arbeitszeit", "working time")
    QUALITY = "quality", Say("Qualität", "quality")
    OUTLOOK = "outlook", Say("Ausblick", "outlook")


class ReportStatus(Coded):
    """How far an annual report is (R-34). German: Stand des Jahresberichts."""

    DRAFT = "draft", Say("Entwurf", "draft")
    FINAL = "final", Say("fertig", "final")
    SUBMITTED = "submitted", Say("vorgelegt", "submitted")


@attrs.frozen(kw_only=True)
class SubKind:
    """A finer word below a kind; the workspace may add its own. German: Unterart."""

    code: str
    label: Say
    parents: tuple[Coded, ...]


SUB_KINDS: dict[str, tuple[SubKind, ...]] = {
    "partner_kinds": (
        SubKind(
            code="youth-employment-agency",
            label=Say("Jugendberufsagentur", "youth employment agency"),
            parents=(PartnerKind.SGB2_BODY, PartnerKind.SGB3_BODY),
        ),
        SubKind(
            code="vocational-school",
            label=Say("Berufsbildende Schule", "vocational school"),
            parents=(PartnerKind.SCHOOL,),
        ),
        SubKind(
            code="youth-office",
            label=Say("Jugendamt", "youth welfare office"),
            parents=(PartnerKind.PUBLIC_OFFICE,),
        ),
        SubKind(
            code="immigration-office",
            label=Say("Ausländerbehörde", "immigration office"),
            parents=(PartnerKind.PUBLIC_OFFICE,),
        ),
        SubKind(
            code="adult-education-centre",
            label=Say("Volkshochschule", "adult education centre"),
            parents=(PartnerKind.EDUCATIONAL_INSTITUTION, PartnerKind.LANGUAGE_COURSE_PROVIDER),
        ),
    ),
    "committee_kinds": (),
    "topics": (),
    "analysis_methods": (),
    "barrier_kinds": (),
    "work_areas": (),
}
"""The sub-kinds that come with the library, by the part of the vocabulary that they belong to."""


def kinds_of_vocabulary() -> dict[str, type[Coded]]:
    """Give the open parts of the vocabulary with the closed list that own words hang below."""
    return {
        "partner_kinds": PartnerKind,
        "committee_kinds": CommitteeKind,
        "topics": Topic,
        "analysis_methods": AnalysisMethod,
        "barrier_kinds": BarrierKind,
        "work_areas": WorkArea,
    }


_HOMES = frozenset([Coded.__module__, __name__])


def all_vocabularies() -> tuple[type[Coded], ...]:
    """Give every closed list of this module and of the scales, by name; the docs page is made from it."""
    found: dict[str, type[Coded]] = {}
    waiting: list[Any] = [Coded]
    while waiting:
        for cls in waiting.pop().__subclasses__():
            waiting.append(cls)
            if len(cls.__members__) and cls.__module__ in _HOMES:  # other modules have lists of their own
                found[cls.__name__] = cls
    return tuple(found[name] for name in sorted(found))
