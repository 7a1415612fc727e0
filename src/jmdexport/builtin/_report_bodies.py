"""The parts of the report on networks and committees (R-12, R-14 … R-19, R-27)."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs

from jmdexport.builtin import _report_texts as texts
from jmdexport.builtin._report_words import Talk, by_name, table
from jmdmodel.analysis.committees import CommitteeWork, CommitteeYear, committee_work
from jmdmodel.analysis.networks import NetworkProfile, network_profiles
from jmdmodel.entities.committee import Committee, CommitteeRole, Session
from jmdmodel.entities.network import NetworkAssessment
from jmdmodel.fields import about_field, fields_of
from jmdmodel.messages import Say, in_date
from jmdmodel.scales import Audience, Coded
from jmdmodel.vocabulary import ContributionKind, MemberRole, NetworkOrigin
from jmdmodel.workspace import Workspace

_ORIGINS = {NetworkOrigin.JOINED: texts.JOINED, NetworkOrigin.INITIATED: texts.INITIATED}


def networks_part(view: Workspace, day: date, audience: Audience, talk: Talk) -> dict[str, Any]:
    """Give the networks of the day, each with its four attributes, members and the service's part."""
    profiles = sorted(
        network_profiles(view, on=day), key=lambda one: by_name(one.network.name, one.network.id)
    )
    hidden = audience < Audience.REPORT
    intro = [talk.counted(len(profiles), texts.NETWORK, texts.NETWORKS, day=talk.day(day))]
    if hidden and profiles:
        intro.append(talk.say(texts.NETWORKS_HIDDEN))
    return {
        "heading": talk.label(texts.NETWORKS_HEADING),
        "intro": intro,
        "entries": [_network(view, profile, hidden=hidden, talk=talk) for profile in profiles],
    }


def _network(view: Workspace, profile: NetworkProfile, *, hidden: bool, talk: Talk) -> dict[str, Any]:
    network = profile.network
    said = [talk.say(_ORIGINS[network.origin] if network.origin else texts.ORIGIN_OPEN)]
    if network.period.since is not None:
        said.append(talk.say(texts.SINCE, day=talk.day(network.period.since)))
    if not network.aim:
        said.append(talk.say(texts.AIM_OPEN))
    if network.statutory_basis:
        said.append(talk.say(texts.STATUTORY, text=talk.listed([network.statutory_basis.rstrip(".")])))
    entry: dict[str, Any] = {"name": network.name, "aim": network.aim or "", "about": said}
    if hidden:
        return entry | {"members": [], "assessment": [], "attributes": None}
    return entry | {
        "about": [*said, *_participation(profile, talk)],
        "members": _members(view, profile, talk),
        "assessment": [_assessment(view, profile, talk)],
        "attributes": _attributes(profile.assessment, talk),
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


def committees_part(view: Workspace, year: int, audience: Audience, talk: Talk) -> dict[str, Any]:
    """Give the committees of the year: role and seat, sessions and attendance, contributions."""
    counted = committee_work(view, year)
    rows = sorted(counted.rows, key=lambda row: by_name(row.committee.name, row.committee.id))
    work = attrs.evolve(counted, rows=tuple(rows))
    hidden = audience < Audience.REPORT
    made: dict[str, Any] = {
        "heading": talk.label(texts.COMMITTEES_HEADING),
        "intro": [talk.counted(len(work.rows), texts.COMMITTEE, texts.COMMITTEES, year=str(year))],
        "seats": _bodies(view, work, hidden=hidden, talk=talk),
        "sessions": None,
        "contributions": None,
    }
    if hidden:
        return made | {"intro": [*made["intro"], talk.say(texts.COMMITTEES_HIDDEN)]} if work.rows else made
    if work.rows:
        made |= {"sessions": _sessions(work, talk), "contributions": _contributions(work, talk)}
    return made


def _bodies(view: Workspace, work: CommitteeWork, *, hidden: bool, talk: Talk) -> dict[str, Any] | None:
    rows: list[tuple[Any, ...]] = []
    for number, row in enumerate(work.rows, start=1):
        body = row.committee
        common = (number, body.name, view.kind_label(body), body.level)
        rows.append(common if hidden else (*common, _seats(row, talk), row.sessions, row.attended))
    head: tuple[Say, ...] = (texts.NUMBER, texts.COMMITTEE_COLUMN, texts.KIND, texts.LEVEL)
    if hidden:
        return table(talk, head, "rlll", rows)
    head = (*head, texts.SEATS, texts.SESSIONS_COLUMN, texts.ATTENDED_COLUMN)
    attended = sum(row.attended for row in work.rows)
    return table(talk, head, "rllllrr", rows, ("", texts.TOTAL, "", "", "", work.sessions, attended))


def _seats(row: CommitteeYear, talk: Talk) -> str:
    return "; ".join(_seat(role, talk) for role in row.roles) or talk.label(texts.NO_SEAT)


def _seat(role: CommitteeRole, talk: Talk) -> str:
    word = talk.label(role.role or texts.ROLE_OPEN)
    holder = talk.label(role.held_by)
    if role.on_behalf_of:
        body = talk.listed([role.on_behalf_of])
        return talk.say(texts.SEAT_FOR, role=word, holder=holder, body=body)
    return talk.say(texts.SEAT, role=word, holder=holder)


def _by_day(work: CommitteeWork) -> list[tuple[Session, Committee]]:
    found = [
        (session, row.committee) for row in work.rows for session in row.committee.sessions_in(work.year)
    ]
    return sorted(found, key=lambda pair: (pair[0].day, by_name(pair[1].name, pair[1].id)))


def _sessions(work: CommitteeWork, talk: Talk) -> dict[str, Any]:
    attended = sum(row.attended for row in work.rows)
    said = [talk.counted(work.sessions, texts.SESSION, texts.SESSIONS, year=str(work.year))]
    if work.sessions == 1:
        said.append(talk.say(texts.ATTENDED_ONLY if attended else texts.ATTENDED_NOT))
    elif work.sessions:
        known = attended == work.sessions
        said.append(
            talk.say(texts.ATTENDED_ALL) if known else talk.counted(attended, texts.SESSION, texts.ATTENDED)
        )
    unsaid = dict(work.attendance)[None]
    if unsaid:
        said.append(talk.counted(unsaid, texts.SESSION, texts.ATTENDANCE_OPEN, case="dat"))
    rows = [
        (in_date(session.day, talk.language), body.name, session.topic, session.attendance, session.result)
        for session, body in _by_day(work)
    ]
    head = (texts.DAY, texts.COMMITTEE_COLUMN, texts.TOPIC, texts.ATTENDANCE, texts.RESULT)
    return {
        "heading": talk.label(texts.SESSIONS_HEADING),
        "intro": said,
        "entries": table(talk, head, "lllll", rows),
    }


def _contributions(work: CommitteeWork, talk: Talk) -> dict[str, Any]:
    """Give the matrix of contributions by kind and committee, and what was said in each."""
    made: dict[str, Any] = {
        "heading": talk.label(texts.CONTRIBUTIONS_HEADING),
        "intro": [talk.say(texts.CONTRIBUTIONS_NONE, year=str(work.year))],
        "matrix": None,
        "missing": [],
        "detail_intro": "",
        "details": [],
    }
    sums = dict(work.contributions)
    if not any(sums.values()):
        return made
    cells = [dict(row.contributions) for row in work.rows]
    head: tuple[Say | str, ...] = (
        texts.CONTRIBUTION,
        *(talk.number(number + 1) for number in range(len(cells))),
        texts.TOTAL,
    )
    rows = [(kind, *(own[kind] or "" for own in cells), sums[kind]) for kind in ContributionKind]
    total = (texts.TOTAL, *(sum(own.values()) for own in cells), sum(sums.values()))
    names = talk.listed(
        f"„{talk.label(kind)}“" if talk.language == "de" else f'"{talk.label(kind)}"' for kind in work.missing
    )
    return made | {
        "intro": [talk.say(texts.CONTRIBUTIONS_NOTE)],
        "matrix": table(talk, head, "l" + "r" * (len(cells) + 1), rows, total),
        "missing": [talk.say(texts.CONTRIBUTIONS_MISSING.of(len(work.missing)), names=names)],
        "detail_intro": talk.say(texts.CONTRIBUTION_TEXTS),
        "details": _details(work, talk),
    }


def _details(work: CommitteeWork, talk: Talk) -> list[str]:
    return [
        talk.say(
            texts.CONTRIBUTION_TEXT,
            day=in_date(session.day, talk.language),
            committee=talk.listed([body.name]),
            kind=talk.label(part.kind),
            text=talk.sentence(part.text) if part.text else "",
        ).strip()
        for session, body in _by_day(work)
        for part in session.contributions
    ]
