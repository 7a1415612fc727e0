"""The parts of the report on shares of work and on findings (R-34, R-35, R-52)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from jmdexport.builtin import _report_texts as texts
from jmdexport.builtin._report_edition import Edition
from jmdexport.builtin._report_words import Talk, table
from jmdmodel.analysis.remainder import largest_remainder
from jmdmodel.analysis.shares import WorkShares, work_shares
from jmdmodel.analysis.work_time import MONTHS, work_time
from jmdmodel.entities.work import WorkSplit
from jmdmodel.errors import Position, RuleConfigError
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.messages import in_decimal, in_month, in_percent
from jmdmodel.quality.model import Level, Rule
from jmdmodel.quality.texts import phrase, rule_of
from jmdmodel.scales import Audience
from jmdmodel.workspace import Workspace

WHOLE = Fraction(100)


def work_part(edition: Edition, *, decimals: int = 1) -> dict[str, Any]:
    """Give how the work divides over the areas, and where the shares come from."""
    view, year, talk = edition.view, edition.year, edition.talk
    shares = work_shares(view, year, decimals=decimals)
    split = view.work_splits.get(str(year))
    made: dict[str, Any] = {
        "heading": talk.label(texts.WORK_HEADING),
        "source": shares.source or "",
        "months": [],
        "empty": False,
    }
    if shares.source == "recorded":
        return made | _recorded(shares, split, talk, decimals) | {"months": _months(edition)}
    if shares.source == "declared" and split is not None:
        return made | _declared(view, shares, split, talk)
    reason = shares.reason.in_(talk.language) if shares.reason is not None else ""
    enter = [talk.say(texts.WORK_ENTER)] if edition.is_team else []
    return made | {"intro": [reason, *enter], "shares": None, "empty": edition.shows(WorkSplit)}


def _months(edition: Edition) -> list[str]:
    """Tell the team the months without working time; nobody else, as activities are data about employees."""
    if not edition.is_team:
        return []
    year, as_of, talk = edition.year, edition.as_of, edition.talk
    there = {entry.month for entry in work_time(edition.view, year)}
    over = MONTHS if year < as_of.year else range(1, as_of.month) if year == as_of.year else range(0)
    missing = [in_month(month, talk.language) for month in over if month not in there]
    if not over:
        return []
    return [
        talk.counted(len(missing), texts.MONTH, texts.MONTHS_EMPTY, case="dat", names=talk.listed(missing))
    ]


def _recorded(shares: WorkShares, split: WorkSplit | None, talk: Talk, decimals: int) -> dict[str, Any]:
    declared = {} if split is None else {share.area: share.percent for share in split.shares}
    minutes = [row.minutes or 0 for row in shares.rows]
    tenths = (shares.minutes + 3) // 6
    hours = in_decimal(Fraction(tenths, 10), talk.language, decimals=1)
    said = [
        talk.counted(
            shares.activities,
            texts.ACTIVITY,
            texts.WORK_RECORDED,
            case="dat",
            year=str(shares.year),
            hours=hours,
        ),
        talk.say(texts.WORK_FROM_TIME),
    ]
    head = [texts.AREA, texts.HOURS, texts.ACTIVITIES, texts.SHARE]
    rows: list[list[Any]] = [
        [
            row.area,
            in_decimal(spent / 10, talk.language, decimals=1),
            row.activities or 0,
            in_percent(row.percent / 100, talk.language, decimals=decimals),
        ]
        # Divided like the shares, so that the rounded hours add up to their total, too.
        for row, spent in zip(shares.rows, largest_remainder(minutes, total=tenths, decimals=0), strict=True)
    ]
    total = [texts.TOTAL, hours, shares.activities, in_percent(Fraction(1), talk.language, decimals=decimals)]
    if declared:
        said.append(talk.say(texts.WORK_BESIDE))
        recorded = [row.area for row in shares.rows]
        rows += [[area, "", "", ""] for area in sorted({*declared} - {*recorded}, key=lambda area: area.step)]
        areas = [*recorded, *(row[0] for row in rows[len(recorded) :])]
        head.append(texts.DECLARED)
        for area, cells in zip(areas, rows, strict=True):
            cells.append(_percent(declared[area], talk) if area in declared else None)
        together = sum(declared.values(), Fraction(0))
        total.append(_percent(together, talk))
        if together != WHOLE:
            said.append(talk.say(texts.WORK_BESIDE_OTHER, sum=_percent(together, talk)))
    return {"intro": said, "shares": table(talk, head, "l" + "r" * (len(head) - 1), rows, total)}


def _declared(view: Workspace, shares: WorkShares, split: WorkSplit, talk: Talk) -> dict[str, Any]:
    said = [talk.say(texts.WORK_DECLARED, year=str(shares.year))]
    estimator = view.staff.get(split.estimated_by)
    if estimator is not None:
        said.append(talk.say(texts.WORK_ESTIMATED_BY, function=talk.listed([estimator.function])))
    if split.ground:
        said.append(talk.say(texts.WORK_GROUND, text=talk.sentence(split.ground)))
    if shares.percent != WHOLE:
        said.append(talk.say(texts.WORK_NOT_WHOLE, sum=_percent(shares.percent, talk)))
    rows = [(row.area, _percent(row.percent, talk)) for row in shares.rows]
    total = (texts.TOTAL, _percent(shares.percent, talk))
    return {"intro": said, "shares": table(talk, (texts.AREA, texts.SHARE), "lr", rows, total)}


def _percent(percent: Fraction, talk: Talk) -> str:
    """Give a declared percentage with as many decimals as it was declared with, up to four."""
    decimals = next((d for d in range(1, 4) if (percent * 10**d).denominator == 1), 4)
    return in_percent(percent / 100, talk.language, decimals=decimals)


def quality_part(
    view: Workspace,
    findings: tuple[Finding, ...],
    as_of: date,
    audience: Audience,
    talk: Talk,
    *,
    checked: bool = True,
    withheld: int = 0,
    waived: int = 0,
    places: Mapping[Finding, Position | None] | None = None,
) -> dict[str, Any] | None:
    """Give the findings in plain words by level and rule; only the team's edition has them.

    Nothing found, nothing that may be shown, and nothing checked are three things, and each is said. What
    the workspace waives is in none of the figures, so its number is told, too.
    """
    found_at = places or {}
    if audience < Audience.INTERNAL:
        return None
    groups: dict[Level | None, dict[str, Any]] = {}
    for level in (*sorted(Level, reverse=True), None):
        own = [finding for finding in findings if _level(finding) is level]
        if own:
            say = texts.OWN_RULES if level is None else texts.LEVELS[level.value]
            groups[level] = {
                "heading": talk.say(say, n=talk.number(len(own))),
                "level": "" if level is None else level.value,
                "rules": _rules(view, own, talk, found_at),
            }
    return {
        "heading": talk.label(texts.QUALITY_HEADING),
        "intro": (
            _outcome(len(findings), withheld, waived, as_of, talk)
            if checked
            else [talk.say(texts.NOT_CHECKED)]
        ),
        "groups": list(groups.values()),
    }


def _outcome(shown: int, withheld: int, waived: int, as_of: date, talk: Talk) -> list[str]:
    said = [
        talk.counted(shown + withheld, texts.FINDING, texts.QUALITY, case="acc", day=talk.day(as_of)),
    ]
    if withheld:
        say = texts.WITHHELD_SOME if shown else texts.WITHHELD_ALL
        said.append(talk.counted(withheld, texts.FINDING, say))
    if waived:
        said.append(talk.counted(waived, texts.FINDING, texts.WAIVED))
    return said


def rule_or_none(finding: Finding) -> Rule | None:
    """Give the rule of the library that a finding comes from; ``None`` for a rule of the user's own."""
    try:
        return rule_of(finding)
    except RuleConfigError:
        return None


def _level(finding: Finding) -> Level | None:
    rule = rule_or_none(finding)
    return None if rule is None else rule.level


def _rules(
    view: Workspace, findings: list[Finding], talk: Talk, places: Mapping[Finding, Position | None]
) -> list[dict[str, Any]]:
    made = []
    for code in dict.fromkeys(finding.code for finding in findings):
        own = [finding for finding in findings if finding.code == code]
        rule = rule_or_none(own[0])
        told = phrase(own[0], talk.language) if rule is not None else None
        made.append(
            {
                "title": told.title if told else code,
                "code": code,
                "rule": rule.both if rule is not None else code,
                "messages": [_message(view, finding, talk) for finding in own],
                "places": [str(places.get(finding) or finding.path) for finding in own],
                "reason": told.reason if told else "",
                "remedy": talk.say(texts.WHAT_TO_DO, remedy=told.remedy) if told else "",
            }
        )
    return made


def _message(view: Workspace, finding: Finding, talk: Talk) -> str:
    """Give what was found; the words of a rule of the user's own are not known here."""
    if rule_or_none(finding) is None:
        return talk.say(texts.OWN_RULE, code=finding.code, subject=str(finding.subject))
    message = phrase(finding, talk.language).message
    names = [name for ref in finding.others if (name := _name(view, ref)) and name not in message]
    return f"{message} {talk.say(texts.OTHERS, names=talk.listed(names))}" if names else message


def _name(view: Workspace, ref: Ref) -> str:
    """Give the name of a thing, or of the partner that a contact is with; empty when it has none."""
    thing = view.resolve(ref)
    partner = view.partners.get(getattr(thing, "partner", None))
    return str(getattr(thing, "name", None) or (partner.name if partner is not None else ""))
