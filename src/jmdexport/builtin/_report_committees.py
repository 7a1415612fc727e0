"""The part of the report on committees: seats, sessions, contributions (R-14 … R-19)."""

from __future__ import annotations

from typing import Any

import attrs

from jmdexport.builtin import _report_texts as texts
from jmdexport.builtin import _report_year_texts as year_texts
from jmdexport.builtin._report_edition import Edition
from jmdexport.builtin._report_words import Talk, by_name, table
from jmdmodel.analysis.committees import CommitteeWork, CommitteeYear, committee_work
from jmdmodel.analysis.coverage import committee_coverage
from jmdmodel.entities.committee import Committee, CommitteeRole, Session
from jmdmodel.messages import Say, in_date
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import ContributionKind
from jmdmodel.workspace import Workspace


def committees_part(edition: Edition) -> dict[str, Any]:
    """Give the committees of the year: role and seat, sessions and attendance, contributions."""
    view, year, talk = edition.view, edition.year, edition.talk
    counted = committee_work(view, year)
    rows = sorted(counted.rows, key=lambda row: by_name(row.committee.name, row.committee.id))
    work = attrs.evolve(counted, rows=tuple(rows))
    hidden = edition.audience < Audience.REPORT
    made: dict[str, Any] = {
        "heading": talk.label(texts.COMMITTEES_HEADING),
        "intro": [talk.counted(len(work.rows), texts.COMMITTEE, texts.COMMITTEES, year=str(year))],
        "seats": _bodies(view, work, hidden=hidden, talk=talk),
        "sessions": None,
        "contributions": None,
        "empty": not work.rows,
    }
    if hidden:
        return made | {"intro": [*made["intro"], talk.say(texts.COMMITTEES_HIDDEN)]} if work.rows else made
    if not work.rows and edition.is_team:
        made["intro"].append(talk.say(year_texts.COMMITTEES_ENTER))
    if work.rows:
        made["intro"].append(_youth_welfare(edition))
        made |= {"sessions": _sessions(work, talk), "contributions": _contributions(work, talk)}
    return made


def _youth_welfare(edition: Edition) -> str:
    """Tell whether the service has a seat in one of the two bodies that the concept names (R-14)."""
    told = committee_coverage(edition.view, edition.year).messages()[1]
    return told.in_(edition.talk.language)


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
