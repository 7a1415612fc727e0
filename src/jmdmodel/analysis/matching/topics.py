"""Whether the topic of a goal fits what a partner or key person is there for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jmdmodel.analysis.matching import matching_texts as texts
from jmdmodel.analysis.matching.asking import Ask
from jmdmodel.analysis.matching.reasons import Reason, reason
from jmdmodel.analysis.matching.words import ReasonKind
from jmdmodel.entities.partner import KeyPerson, Offer, Partner
from jmdmodel.entities.resource import Remit
from jmdmodel.messages import Say
from jmdmodel.vocabulary import PartnerKind, Topic, TransitionRole

TOPICS_OF_ROLE: Mapping[TransitionRole, frozenset[Topic]] = {
    TransitionRole.CAREER_GUIDANCE: frozenset({Topic.SCHOOL, Topic.TRAINING, Topic.WORK}),
    TransitionRole.PLACEMENT: frozenset({Topic.TRAINING, Topic.WORK}),
    TransitionRole.SCHOOL: frozenset({Topic.SCHOOL}),
    TransitionRole.PREPARATION: frozenset({Topic.SCHOOL, Topic.TRAINING}),
    TransitionRole.TRAINING_COMPANY: frozenset({Topic.TRAINING, Topic.WORK}),
    TransitionRole.RECOGNITION: frozenset({Topic.RECOGNITION}),
    TransitionRole.YOUTH_SOCIAL_WORK: frozenset({Topic.SCHOOL, Topic.TRAINING, Topic.WORK}),
}
"""Which topics a role at the transition from school to work (R-06) has to do with."""

TOPICS_OF_KIND: Mapping[PartnerKind, frozenset[Topic]] = {
    PartnerKind.SGB2_BODY: frozenset({Topic.TRAINING, Topic.WORK, Topic.FINANCES}),
    PartnerKind.SGB3_BODY: frozenset({Topic.TRAINING, Topic.WORK}),
    PartnerKind.SCHOOL: frozenset({Topic.SCHOOL}),
    PartnerKind.BUSINESS: frozenset({Topic.TRAINING, Topic.WORK}),
    PartnerKind.CHAMBER: frozenset({Topic.TRAINING, Topic.RECOGNITION}),
    PartnerKind.ASSOCIATION: frozenset({Topic.LEISURE, Topic.PARTICIPATION}),
    PartnerKind.CULTURAL_INSTITUTION: frozenset({Topic.LEISURE, Topic.PARTICIPATION}),
    PartnerKind.LANGUAGE_COURSE_PROVIDER: frozenset({Topic.LANGUAGE}),
    PartnerKind.MIGRANT_ORGANISATION: frozenset({Topic.DISCRIMINATION, Topic.PARTICIPATION}),
    PartnerKind.RELIGIOUS_COMMUNITY: frozenset({Topic.PARTICIPATION}),
    PartnerKind.HEALTH_SERVICE: frozenset({Topic.HEALTH, Topic.MENTAL_HEALTH}),
    PartnerKind.YOUTH_FACILITY: frozenset({Topic.LEISURE, Topic.PARTICIPATION}),
}
"""Topics that lie near a kind of partner; a hint where no remit is entered, and never more than that."""

TOPICS_OF_SUB_KIND: Mapping[str, frozenset[Topic]] = {
    "adult-education-centre": frozenset({Topic.LANGUAGE}),
    "immigration-office": frozenset({Topic.RESIDENCE_LAW}),
    "vocational-school": frozenset({Topic.TRAINING}),
    "youth-employment-agency": frozenset({Topic.TRAINING, Topic.WORK}),
    "youth-office": frozenset({Topic.FAMILY, Topic.CHILDCARE}),
}
"""The same for the sub-kinds that come with the library."""


def of_topic(ask: Ask, partner: Partner, remit: Remit | None, offers: tuple[Offer, ...]) -> Reason:
    """Compare the topic of the goal with a remit, or with what else tells of a partner without one.

    A goal with an own topic is met exactly by a remit that names it; one that names the broader topic
    alone fits less closely.
    """
    if remit is None:
        return _without_remit(ask, partner, offers)
    return _named(ask, remit) or _not_named(ask, partner, remit, offers)


def _named(ask: Ask, remit: Remit) -> Reason | None:
    if ask.sub_topic is not None and ask.sub_topic in remit.sub_topics:
        return reason(ReasonKind.TOPIC_FITS, texts.TOPIC_FITS, topic=ask.wanted)
    if ask.topic not in remit.topics:
        return None
    topic = ask.topic.label
    if ask.sub_topic is None:
        return reason(ReasonKind.TOPIC_FITS, texts.TOPIC_FITS, topic=topic)
    return reason(ReasonKind.TOPIC_BROADER, texts.TOPIC_BROADER, topic=topic, wanted=ask.wanted)


def _not_named(ask: Ask, partner: Partner, remit: Remit, offers: tuple[Offer, ...]) -> Reason:
    if offers:
        return reason(ReasonKind.TOPIC_OFFERED, texts.TOPIC_OFFERED_BESIDE, topic=ask.topic.label)
    if not remit.topics:
        return reason(ReasonKind.TOPIC_OPEN, texts.TOPIC_MISSING)
    named = {topic for one in partner.remits if one.period.holds_on(ask.on) for topic in one.topics}
    return reason(ReasonKind.TOPIC_OTHER, texts.TOPIC_OTHER, topics=_labels(named | set(remit.topics)))


def _without_remit(ask: Ask, partner: Partner, offers: tuple[Offer, ...]) -> Reason:
    topic = ask.topic.label
    if offers:
        return reason(ReasonKind.TOPIC_OFFERED, texts.TOPIC_OFFERED, topic=topic)
    if _has_role(ask, partner):
        return reason(ReasonKind.TOPIC_NEAR, texts.TOPIC_NEAR_BY_ROLE, topic=topic)
    near = set(TOPICS_OF_SUB_KIND.get(partner.sub_kind or "", ()))
    for kind in partner.kinds:
        near |= TOPICS_OF_KIND.get(kind, frozenset())
    if ask.topic in near:
        return reason(ReasonKind.TOPIC_NEAR, texts.TOPIC_NEAR, topic=topic)
    return reason(ReasonKind.TOPIC_OPEN, texts.TOPIC_OPEN)


def of_topic_of_person(ask: Ask, person: KeyPerson) -> Reason:
    """Compare the topic of the goal with those of a key person, for whom there are no own topics."""
    topic = ask.topic.label
    if ask.topic in person.topics and ask.sub_topic is None:
        return reason(ReasonKind.TOPIC_FITS, texts.PERSON_FITS, topic=topic)
    if ask.topic in person.topics:
        return reason(ReasonKind.TOPIC_BROADER, texts.PERSON_BROADER, topic=topic, wanted=ask.wanted)
    if not person.topics:
        return reason(ReasonKind.TOPIC_OPEN, texts.PERSON_OPEN)
    return reason(ReasonKind.TOPIC_OTHER, texts.PERSON_OTHER, topics=_labels(set(person.topics)))


def of_transition(ask: Ask, partner: Partner) -> Iterator[Reason]:
    """Tell the role at the transition from school to work where it has to do with the topic (R-06)."""
    if partner.transition_role is not None and _has_role(ask, partner):
        label = partner.transition_role.label
        yield reason(ReasonKind.TRANSITION, texts.TRANSITION, role=label)


def _has_role(ask: Ask, partner: Partner) -> bool:
    role = partner.transition_role
    return role is not None and ask.topic in TOPICS_OF_ROLE[role]


def _labels(topics: set[Topic]) -> tuple[Say, ...]:
    return tuple(topic.label for topic in Topic if topic in topics)
