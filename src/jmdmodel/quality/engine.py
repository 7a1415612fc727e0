"""Run the rules over a workspace: one pass, findings in a fixed order, a broken rule is reported."""

from __future__ import annotations

import traceback
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

import attrs

from jmdmodel.areas import OfficialKeys
from jmdmodel.borders import need_day
from jmdmodel.entities.review import Waiver
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.quality.catalogue import INTERNAL, catalogue, named
from jmdmodel.quality.index import Index
from jmdmodel.quality.model import Context, Level, Rule, ref_to
from jmdmodel.quality.own import watched
from jmdmodel.quality.settings import Settings
from jmdmodel.quality.waiving import Waived, WaiverUse, met_by, without_the_waived
from jmdmodel.workspace import Workspace

DEFAULTS = Settings()
NOT_YET = WaiverUse()  # what is known of waivers while the rules run that do not look at them


@attrs.frozen
class Findings:
    """What a check found, in the order of code, then subject (R-52). German: Befunde.

    A value: it pickles, hashes and compares. It is a sequence of
    :class:`~jmdmodel.findings.Finding` that also knows which rules ran.

    Attributes:
        found: The findings.
        levels: The level of each rule that ran, as pairs of code and level.
        waived: What waivers of the workspace took out; it is in none of the figures.
        not_asked: The codes of rules that need an official directory and had none; they did not run.
    """

    found: tuple[Finding, ...] = ()
    levels: tuple[tuple[str, Level], ...] = ()
    waived: tuple[Waived, ...] = ()
    not_asked: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    def __bool__(self) -> bool:
        return bool(self.found)

    def __getitem__(self, place: int) -> Finding:
        return self.found[place]

    @property
    def checked(self) -> tuple[str, ...]:
        """The codes of the rules that ran."""
        return tuple(code for code, _ in self.levels)

    @property
    def passed(self) -> tuple[str, ...]:
        """The codes of the rules that ran to their end and found nothing, waived or not."""
        broken = {dict(one.values)["rule"] for one in self.found if one.code == INTERNAL.code}
        told = {one.code for one in (*self.found, *(part.finding for part in self.waived))}
        silent = {*self.checked} - told - broken
        return tuple(sorted(silent))

    def passed_besides(self, withheld: Collection[str]) -> tuple[str, ...]:
        """Give the codes of :attr:`passed` without those that found what an audience may not see."""
        return tuple(code for code in self.passed if code not in withheld)

    def level_of(self, finding: Finding) -> Level:
        """Give the level of a finding."""
        return dict(self.levels).get(finding.code, INTERNAL.level)

    def by_level(self, level: Level) -> tuple[Finding, ...]:
        """Give the findings of one level."""
        return tuple(one for one in self.found if self.level_of(one) is level)

    def by_rule(self) -> tuple[tuple[str, tuple[Finding, ...]], ...]:
        """Give the findings of each rule that found something, as pairs of code and findings."""
        codes = dict.fromkeys(one.code for one in self.found)
        return tuple((code, tuple(one for one in self.found if one.code == code)) for code in codes)

    def count(self, level: Level | None = None) -> int:
        """Count the findings, or those of one level."""
        return len(self.found if level is None else self.by_level(level))

    def waived_of(self, finding: Finding) -> tuple[Ref, ...]:
        """Give the things that a finding was about too and that are waived."""
        parts = [part.finding for part in self.waived if part.rest == finding]
        return tuple(sorted(ref for part in parts for ref in (part.subject, *part.others)))

    def fails(self, level: Level | None) -> bool:
        """Tell whether there is a finding at a level or above; never for ``None``."""
        return level is not None and any(self.level_of(one) >= level for one in self.found)


def check(
    workspace: Workspace,
    *,
    on: date,
    settings: Settings = DEFAULTS,
    strict: bool = False,
    rules: tuple[Rule, ...] = (),
    directory: OfficialKeys | None = None,
) -> Findings:
    """Give what the quality rules find in a workspace, as of a day.

    A pure function: the same workspace, day and settings give the same findings, in the order of
    code, then subject. A rule that raises becomes the finding ``D999`` with the rule's code, the type
    of the error and the places in the code it passed through, and the others go on. Serves R-40 and
    R-52. German: Prüfung.

    What a waiver of the workspace takes out stands apart, in ``waived``, until its last day is over. The
    rules that look at waivers run after all others and see which waivers those met; they cannot be waived.

    The rules expect sound values, as loading gives them. A workspace that Python code made is first
    for :func:`jmdmodel.validate`, which looks at every value; repeating that here would make each
    check of a loaded file pay for it.

    Args:
        on: The reference date; what is due on that very day is not overdue.
        settings: Which rules run, and their parameters.
        strict: Raise the error of a broken rule, with a note that names rule and subject.
        rules: Own rules beside those of the library.
        directory: The keys of an official directory, as :func:`jmdmodel.intake.official_keys` gives them.
            Rules that need one do not run without it, or with one that has no key; ``not_asked`` names them.

    Raises:
        ModelError: The reference date is no plain day; a ``datetime`` is none.

    Example:
        >>> from jmdmodel.entities.service import Service
        >>> empty = Workspace(service=Service(name="JMD Musterstadt", provider="Musterträger e. V."))
        >>> found = check(empty, on=date(2026, 3, 1), settings=Settings.of(select=["must"]))
        >>> [str(one.subject) for one in found if one.code == "Q512"]
        ['maps']
    """
    need_day(on, "on")
    has_keys = directory is not None and bool(directory.keys)
    plan = _planned(
        (*catalogue(), *rules),
        tuple(settings.select),
        tuple(settings.enable),
        tuple(settings.ignore),
        has_keys=has_keys,
    )
    index = Index(workspace, on)

    def run(some: tuple[Rule, ...], waivers: WaiverUse) -> list[Finding]:
        found: list[Finding] = []
        for rule in some:
            context = Context(
                on=on,
                parameters=settings.parameters_of(rule),
                index=index,
                workspace=workspace,
                code=rule.code,
                waivers=waivers,
                directory=directory,
            )
            found += _run(rule, index.things(rule.looks_at), context, strict=strict)
        return found

    found = run(plan.asked, NOT_YET)
    left = _without_the_said(plan.presupposed, found)
    waived: tuple[Waived, ...] = ()
    if workspace.waivers:
        known = plan.known
        use = WaiverUse(known=known, ran=_ran(plan.asked, found), met=met_by(found, workspace.waivers, known))
        left, waived = without_the_waived(
            left, workspace.waivers, on=on, known=known, one_matter=plan.one_matter
        )
        left += run(plan.on_waivers, use)
    return Findings(
        tuple(sorted(left, key=_place)),
        plan.levels,
        tuple(sorted(waived, key=lambda part: (*_place(part.finding), part.waiver.id))),
        plan.not_asked,
    )


@attrs.frozen(eq=False)
class _Plan:
    """What follows from the rules and the settings alone; a program that checks many workspaces asks once.

    Attributes:
        asked: The rules that run, in the order of codes, but for those on waivers.
        on_waivers: The rules on waivers that run.
        levels: The level of each rule that runs, as pairs of code and level.
        presupposed: The codes that a rule presupposes, by its code; without rules that presuppose none.
        known: The code of each rule by every word that names it, but for the rules on waivers.
        one_matter: The codes of the rules whose findings are one matter.
        not_asked: The codes of the rules that would run if there were a directory.
    """

    asked: tuple[Rule, ...]
    on_waivers: tuple[Rule, ...]
    levels: tuple[tuple[str, Level], ...]
    presupposed: Mapping[str, tuple[str, ...]]
    known: Mapping[str, str]
    one_matter: frozenset[str]
    not_asked: tuple[str, ...]


@lru_cache(maxsize=8)
def _planned(
    rules: tuple[Rule, ...],
    select: tuple[str, ...],
    enable: tuple[str, ...],
    ignore: tuple[str, ...],
    *,
    has_keys: bool,
) -> _Plan:
    """Plan a check; rules are told apart as objects, and parameters do not change which of them run."""
    settings = Settings(select=select, enable=enable, ignore=ignore)
    wanted = sorted((rule for rule in rules if settings.runs(rule)), key=_code)
    running = [rule for rule in wanted if has_keys or not rule.needs_directory]
    asked = tuple(rule for rule in running if rule.looks_at is not Waiver)
    return _Plan(
        asked=asked,
        on_waivers=tuple(rule for rule in running if rule.looks_at is Waiver),
        levels=tuple((rule.code, rule.level) for rule in running),
        presupposed={rule.code: rule.presupposes for rule in asked if rule.presupposes},
        known=_can_be_waived(rules),
        one_matter=frozenset(rule.code for rule in asked if rule.one_matter),
        not_asked=tuple(rule.code for rule in wanted if rule not in running),
    )


def _code(rule: Rule) -> str:
    return rule.code


def _place(finding: Finding) -> tuple[str, str, str, str]:
    """Give what findings are sorted by; a reference sorts as its two parts do, which compare more quickly."""
    subject = finding.subject
    return (finding.code, subject.collection, subject.id, finding.field)


def _can_be_waived(rules: tuple[Rule, ...]) -> dict[str, str]:
    """Give the code of each rule by every word that names it, but for the rules on waivers themselves."""
    return {word: rule.code for word, rule in named(rules).items() if rule.looks_at is not Waiver}


def _ran(asked: tuple[Rule, ...], found: list[Finding]) -> frozenset[str]:
    broken = {dict(one.values)["rule"] for one in found if one.code == INTERNAL.code}
    return frozenset(rule.code for rule in asked if rule.code not in broken)


def _run(rule: Rule, things: tuple[Any, ...], context: Context[Any], *, strict: bool) -> list[Finding]:
    found: list[Finding] = []
    ask = rule.check if rule.module.startswith("jmdmodel.") else watched(rule)
    for thing in things:
        try:
            found += ask(thing, context)
        # Whatever a stranger's rule raises, the other rules are still wanted; the trace is kept.
        except Exception as error:
            subject = Ref("workspace") if isinstance(thing, Workspace) else ref_to(thing)
            if strict:
                error.add_note(f"while the rule {rule.both} looked at {subject}")
                raise
            return [_broken(rule, subject, error)]
    return found


def _broken(rule: Rule, subject: Ref, error: Exception) -> Finding:
    """Report a broken rule; the error's own text stays out, as it may quote a private value."""
    values = {
        "exception": type(error).__name__,
        "rule": rule.code,
        "traceback": "".join(traceback.format_tb(error.__traceback__)),
    }
    return Finding(code=INTERNAL.code, subject=subject, values=tuple(sorted(values.items())))


def _without_the_said(presupposed: Mapping[str, tuple[str, ...]], found: list[Finding]) -> list[Finding]:
    """Drop what a presupposed rule says already of all the same things."""
    asked_for = {code for codes in presupposed.values() for code in codes}
    said: dict[str, set[Ref]] = {}
    for one in found:
        if one.code in asked_for:
            said.setdefault(one.code, set()).update((one.subject, *one.others))
    return [
        one
        for one in found
        if one.code not in presupposed
        or not any(
            said[code].issuperset((one.subject, *one.others))
            for code in presupposed[one.code]
            if code in said
        )
    ]
