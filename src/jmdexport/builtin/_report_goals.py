"""The parts of the report on goals, on what cooperation rests on and what it opens up (R-08, R-28 … R-31)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from jmdexport.builtin import _report_goals_texts as texts
from jmdexport.builtin._report_edition import Edition
from jmdexport.builtin._report_words import Talk, by_name, table
from jmdmodel.analysis.networks import NetworkProfile
from jmdmodel.analysis.networks.changes import AttributeSteps, Step
from jmdmodel.entities.agreement import Agreement, NetworkGoal
from jmdmodel.entities.network import Network, NetworkAssessment
from jmdmodel.fields import about_field, fields_of
from jmdmodel.phrases import number_word
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import GoalStatus

OVER = (GoalStatus.REACHED, GoalStatus.DROPPED)
"""The statuses in which a goal is finished."""


def running_goals(edition: Edition, network: Network) -> tuple[NetworkGoal, ...]:
    """Give the goals agreed by the day that were open in the year; finished in it counts as well."""
    return tuple(
        goal
        for goal in network.goals
        if (goal.agreed_on is None or goal.agreed_on <= edition.day)
        and goal.status_on(edition.eve) not in OVER
    )


def goals_part(edition: Edition, profiles: list[NetworkProfile]) -> dict[str, Any]:
    """Give the goals of the networks with who answers for them, and what became of them (R-28, R-29)."""
    talk = edition.talk
    made: dict[str, Any] = {
        "heading": talk.label(texts.GOALS_HEADING),
        "intro": [talk.say(texts.GOALS_HIDDEN)],
        "goals": None,
        "empty": False,
    }
    if edition.audience < Audience.REPORT:
        return made
    found = [(goal, one.network) for one in profiles for goal in running_goals(edition, one.network)]
    day, year = talk.day(edition.day), str(edition.year)
    said = [talk.counted(len(found), texts.GOAL, texts.GOALS, day=day, year=year)]
    if found:
        said.append(talk.say(texts.GOALS_BY_STATUS, day=day, names=_by_status(edition, found)))
    elif edition.is_team:
        said.append(talk.say(texts.GOALS_ENTER))
    overdue = sum(one.figures.overdue for one in profiles if one.figures is not None)
    if overdue:
        said.append(talk.counted(overdue, texts.GOAL, texts.GOALS_OVERDUE, case="dat"))
    rows = [
        (
            goal.text,
            goal.indicator,
            network.name,
            edition.holders(goal.responsible, goal.staff),
            edition.date(goal.due),
            _status(edition, goal),
        )
        for goal, network in found
    ]
    head = (
        *(texts.GOAL_COLUMN, texts.INDICATOR, texts.NETWORK_COLUMN),
        *(texts.RESPONSIBLE, texts.DUE, texts.STATUS),
    )
    return made | {"intro": said, "goals": table(talk, head, "llllll", rows), "empty": not found}


def _by_status(edition: Edition, found: list[tuple[NetworkGoal, Network]]) -> str:
    talk, counts = edition.talk, Counter(goal.status_on(edition.day) for goal, _ in found)
    return talk.listed(
        f"{_word(counts[status], talk)} {talk.label(status)}"
        for status in GoalStatus
        if counts[status]
    )


def _word(number: int, talk: Talk) -> str:
    return talk.label(texts.ONE) if number == 1 else number_word(number, talk.language)


def _status(edition: Edition, goal: NetworkGoal) -> str:
    """Give how far a goal is, and how far it was a year ago where it was agreed by then and differs."""
    talk, now, before = edition.talk, goal.status_on(edition.day), goal.status_on(edition.eve)
    told = any(one.day <= edition.eve for one in goal.progress)
    new = goal.agreed_on is None or goal.agreed_on > edition.eve
    if now is before or (new and not told):
        return talk.label(now)
    return talk.say(
        texts.STATUS_SINCE, now=talk.label(now), before=talk.label(before), year=str(edition.eve.year)
    )


def cooperation(edition: Edition, profile: NetworkProfile) -> dict[str, Any]:
    """Give what a network's cooperation rests on: goals, tasks, agreements, reviews."""
    talk, network = edition.talk, profile.network
    goals = running_goals(edition, network)
    names = edition.listed(goal.text for goal in goals)
    tasks = [task for task in network.responsibilities if task.period.holds_on(edition.day)]
    agreed = [one for one in network.agreements if holds(edition, one)]
    lapsed = profile.figures.lapsed if profile.figures is not None else 0
    missing = [] if tasks else [talk.say(texts.TASKS_MISSING)]
    if not agreed and not lapsed:
        missing.append(talk.say(texts.AGREEMENTS_MISSING))
    if lapsed:
        missing.append(talk.counted(lapsed, texts.AGREEMENT, texts.AGREEMENTS_LAPSED))
    return {
        "goals": [talk.counted(len(goals), texts.COMMON_GOAL, texts.NETWORK_GOALS, case="acc", names=names)],
        "tasks": table(
            talk,
            (texts.TASK, texts.RESPONSIBLE, texts.DEPUTY),
            "lll",
            [
                (
                    task.task,
                    edition.holders(task.partners, task.staff),
                    edition.cell(edition.names([task.deputy])),
                )
                if task.deputy is not None
                else (task.task, edition.holders(task.partners, task.staff), None)
                for task in tasks
            ],
        ),
        "agreements": table(
            talk,
            (texts.AGREEMENT_COLUMN, texts.BINDINGNESS, texts.PARTIES, texts.RESPONSIBLE, texts.VALID_UNTIL),
            "lllll",
            [
                (
                    one.text,
                    one.bindingness or texts.NOT_SETTLED,
                    edition.cell(edition.names(one.parties)),
                    responsible(edition, one),
                    edition.date(one.valid_until),
                )
                for one in agreed
            ],
        ),
        "missing": missing,
        "reviewed": _reviewed(edition, profile),
    }


def holds(edition: Edition, agreement: Agreement) -> bool:
    """Tell whether an agreement holds on the day of the report."""
    since, until = agreement.agreed_on, agreement.valid_until
    return (since is None or since <= edition.day) and (until is None or edition.day <= until)


def responsible(edition: Edition, agreement: Agreement) -> str | None:
    """Give who answers for an agreement, for a cell."""
    partners = () if agreement.responsible is None else (agreement.responsible,)
    return edition.holders(partners, agreement.staff)


def _reviewed(edition: Edition, profile: NetworkProfile) -> list[str]:
    talk, review = edition.talk, profile.figures.review if profile.figures is not None else None
    if review is None:
        return [talk.say(texts.NEVER_REVIEWED)]
    said = [talk.say(texts.REVIEWED, day=talk.day(review.day))]
    if review.next_on is not None:
        said.append(talk.say(texts.NEXT_REVIEW, day=talk.day(review.next_on)))
    return said


def steps(edition: Edition, found: AttributeSteps | None) -> list[str]:
    """Tell how the four attributes changed since the assessment before; nothing where there are not two."""
    if found is None:
        return []
    talk, day = edition.talk, edition.talk.day(found.since)
    changes = list(_changes(talk, found))
    return [
        talk.say(texts.STEPS, day=day, changes="; ".join(changes))
        if changes
        else talk.say(texts.STEPS_SAME, day=day)
    ]


def _changes(talk: Talk, found: AttributeSteps) -> Iterator[str]:
    labels = {field.name: about_field(field).label for field in fields_of(NetworkAssessment)}
    for name in ("formalisation", "spatial_extent", "political_influence"):
        step: Step | None = getattr(found, name)
        if step is not None and step is not Step.SAME:
            yield talk.say(texts.STEP, attribute=talk.label(labels[name]), step=talk.label(step))
    for say, topics in (
        (texts.TOPICS_ADDED, found.themes_added),
        (texts.TOPICS_DROPPED, found.themes_dropped),
    ):
        if topics:
            yield talk.say(say, topics=talk.listed(talk.label(topic) for topic in topics))


def bilateral_part(edition: Edition) -> dict[str, Any] | None:
    """Give the agreements with single partners that hold on the day (R-30)."""
    if edition.audience < Audience.REPORT:
        return None
    talk = edition.talk
    found = sorted(
        (
            (by_name(partner.name, partner.id), partner.name, one)
            for contact in edition.view.contacts
            if contact.period.holds_on(edition.day)
            and (partner := edition.view.partners.get(contact.partner)) is not None
            for one in contact.agreements
            if holds(edition, one)
        ),
        key=lambda entry: entry[0],
    )
    rows = [
        (
            name,
            one.text,
            one.bindingness or texts.NOT_SETTLED,
            responsible(edition, one),
            edition.date(one.valid_until),
        )
        for _, name, one in found
    ]
    head = (
        *(texts.PARTNER_COLUMN, texts.AGREEMENT_COLUMN, texts.BINDINGNESS),
        *(texts.RESPONSIBLE, texts.VALID_UNTIL),
    )
    return {
        "heading": talk.label(texts.BILATERAL_HEADING),
        "intro": [talk.counted(len(rows), texts.AGREEMENT, texts.BILATERAL, day=talk.day(edition.day))],
        "table": table(talk, head, "lllll", rows),
    }


def resources_part(edition: Edition) -> dict[str, Any] | None:
    """Give what networks and partners open up for cases and structures (R-08)."""
    if edition.audience < Audience.REPORT:
        return None
    talk, view = edition.talk, edition.view
    found = [one for one in view.resources if one.period.holds_on(edition.day)]
    rows = [
        (
            one.title,
            getattr(view.resolve(one.of), "name", None),
            edition.cell(talk.label(purpose) for purpose in one.purposes),
            edition.topics(one.topics, one.sub_topics),
        )
        for one in sorted(found, key=lambda one: by_name(one.title, one.id))
    ]
    head = (texts.RESOURCE_COLUMN, texts.OF, texts.PURPOSE, texts.TOPICS)
    return {
        "heading": talk.label(texts.RESOURCES_HEADING),
        "intro": [talk.counted(len(rows), texts.RESOURCE, texts.RESOURCES)],
        "table": table(talk, head, "llll", rows),
    }
