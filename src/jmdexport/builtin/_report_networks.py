"""The part of the report on networks: four attributes, members, and what their cooperation rests on.

Serves R-12 and R-27 … R-31.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jmdexport.builtin import _report_texts as texts
from jmdexport.builtin._report_edition import Edition
from jmdexport.builtin._report_goals import cooperation, steps
from jmdexport.builtin._report_words import Talk, by_name, table
from jmdmodel.analysis.networks import NetworkProfile
from jmdmodel.entities.network import NetworkAssessment
from jmdmodel.fields import about_field, fields_of
from jmdmodel.scales import Audience, Coded
from jmdmodel.vocabulary import MemberRole, NetworkOrigin
from jmdmodel.workspace import Workspace

_ORIGINS = {NetworkOrigin.JOINED: texts.JOINED, NetworkOrigin.INITIATED: texts.INITIATED}


def by_network(profiles: Iterable[NetworkProfile]) -> list[NetworkProfile]:
    """Give profiles in the order of the networks' names."""
    return sorted(profiles, key=lambda one: by_name(one.network.name, one.network.id))


def networks_part(edition: Edition, profiles: list[NetworkProfile]) -> dict[str, Any]:
    """Give the networks of the day, each with its four attributes, members and the service's part."""
    talk, hidden = edition.talk, edition.audience < Audience.REPORT
    day = profiles[0].day if profiles else edition.day
    intro = [talk.counted(len(profiles), texts.NETWORK, texts.NETWORKS, day=talk.day(day))]
    if hidden and profiles:
        intro.append(talk.say(texts.NETWORKS_HIDDEN))
    if not profiles and edition.is_team:
        intro.append(talk.say(texts.NETWORKS_ENTER))
    return {
        "heading": talk.label(texts.NETWORKS_HEADING),
        "intro": intro,
        "entries": [_network(edition, profile, hidden=hidden) for profile in profiles],
        "empty": not profiles,
    }


def _network(edition: Edition, profile: NetworkProfile, *, hidden: bool) -> dict[str, Any]:
    network, view, talk = profile.network, edition.view, edition.talk
    said = [talk.say(_ORIGINS[network.origin] if network.origin else texts.ORIGIN_OPEN)]
    if network.period.since is not None:
        said.append(talk.say(texts.SINCE, day=talk.day(network.period.since)))
    if not network.aim:
        said.append(talk.say(texts.AIM_OPEN))
    if network.statutory_basis:
        said.append(talk.say(texts.STATUTORY, text=talk.listed([network.statutory_basis.rstrip(".")])))
    entry: dict[str, Any] = {"name": network.name, "aim": network.aim or "", "about": said}
    if hidden:
        return entry | {"members": [], "assessment": [], "attributes": None, "cooperation": None}
    return entry | {
        "about": [*said, *_participation(profile, talk)],
        "members": _members(view, profile, talk),
        "assessment": [_assessment(view, profile, talk), *steps(edition, profile.steps)],
        "attributes": _attributes(profile.assessment, talk),
        "cooperation": cooperation(edition, profile),
    }


def _participation(profile: NetworkProfile, talk: Talk) -> list[str]:
    part, year = profile.participation, str(profile.day.year)
    if part is None:
        return [talk.say(texts.PARTICIPATION_OPEN, year=year)]
    said = [talk.say(texts.PARTICIPATION[part.form], year=year)]
    if part.reason:
        said.append(talk.say(texts.REASON, text=talk.sentence(part.reason)))
    return said


def _members(view: Workspace, profile: NetworkProfile, talk: Talk) -> list[str]:
    # The lead comes first, as on a letterhead; the others follow as in a dictionary.
    ordered = sorted(
        profile.members,
        key=lambda one: (one.role is not MemberRole.LEAD, by_name(view.partners[one.partner].name)),
    )
    names: dict[str, str] = {}
    for member in ordered:
        name = talk.listed([view.partners[member.partner].name])
        if member.role is not MemberRole.MEMBER:
            name = talk.say(texts.WITH_ROLE, name=name, role=talk.label(member.role))
        names.setdefault(member.partner, name)
    listed = talk.listed(list(names.values()))
    named = talk.counted(len(names), texts.MEMBER, texts.MEMBERS_NAMED, names=listed)
    stated = profile.members_stated
    if stated is None:
        return [named]
    return [talk.counted(stated, texts.MEMBER, texts.MEMBERS_STATED), named]


def _assessment(view: Workspace, profile: NetworkProfile, talk: Talk) -> str:
    found = profile.assessment
    if found is None:
        return talk.say(texts.ASSESSMENT_MISSING, day=talk.day(profile.day))
    assessor = view.staff.get(found.assessor)
    if assessor is None:
        return talk.say(texts.ASSESSMENT_OPEN, day=talk.day(found.day))
    function = talk.listed([assessor.function])
    return talk.say(texts.ASSESSMENT, day=talk.day(found.day), function=function)


def _attributes(found: NetworkAssessment | None, talk: Talk) -> dict[str, Any] | None:
    if found is None:
        return None
    labels = {field.name: about_field(field).label for field in fields_of(NetworkAssessment)}
    themes = talk.listed(talk.label(theme) for theme in found.themes)

    def row(name: str, value: Coded | None) -> tuple[str, Any, Any]:
        anchor = value.anchor if value is not None and value.anchor is not None else ""
        return talk.label(labels[name]), texts.NOT_ASSESSED if value is None else value, anchor

    rows = [
        row("formalisation", found.formalisation),
        row("spatial_extent", found.spatial_extent),
        (talk.label(labels["themes"]), themes or texts.NOT_ASSESSED, ""),
        row("political_influence", found.political_influence),
    ]
    return table(talk, (texts.ATTRIBUTE, texts.JUDGEMENT, texts.MEANING), "lll", rows)
