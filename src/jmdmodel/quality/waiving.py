"""Take out of the findings what the workspace waives with a reason, and remember which waivers were used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import attrs

from jmdmodel.entities.review import Waiver
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref


@attrs.frozen(kw_only=True)
class Waived:
    """A finding that a waiver of the workspace takes out of the result (R-52). German: ausgenommener Befund.

    Attributes:
        finding: The finding, with only those of its things that the waiver is about.
        waiver: The waiver, with reason and last day.
        rest: What the result still tells of the same finding; ``None`` where nothing is left.
    """

    finding: Finding
    waiver: Waiver
    rest: Finding | None = None


@attrs.frozen(kw_only=True)
class WaiverUse:
    """What the rules on waivers need to know of a check. German: Verwendung der Ausnahmen.

    Attributes:
        known: The code of each rule that can be waived, by every word that names it.
        ran: The codes of the rules that ran to their end.
        met: The identifiers of the waivers, expired ones too, that a finding fits.
    """

    known: Mapping[str, str] = attrs.field(factory=dict)
    ran: frozenset[str] = frozenset()
    met: frozenset[str] = frozenset()


def is_valid(waiver: Waiver, on: date) -> bool:
    """Tell whether a waiver still holds on a day; its last day counts.

    Example:
        >>> kept = Waiver(id="a", rule="Q503", reason="Im März.", until=date(2026, 3, 31))
        >>> is_valid(kept, date(2026, 3, 31)), is_valid(kept, date(2026, 4, 1))
        (True, False)
    """
    return on <= waiver.until


def met_by(
    findings: Iterable[Finding], waivers: Iterable[Waiver], known: Mapping[str, str]
) -> frozenset[str]:
    """Give the identifiers of the waivers that at least one finding fits, whether they still hold or not."""
    things: dict[str, set[Ref]] = {}
    for one in findings:
        things.setdefault(one.code, set()).update((one.subject, *one.others))
    return frozenset(
        waiver.id
        for waiver in waivers
        if (found := things.get(known.get(waiver.rule, ""), set()))
        and (waiver.subject is None or waiver.subject in found)
    )


def without_the_waived(
    findings: Iterable[Finding],
    waivers: Iterable[Waiver],
    *,
    on: date,
    known: Mapping[str, str],
    one_matter: frozenset[str] = frozenset(),
) -> tuple[list[Finding], tuple[Waived, ...]]:
    """Part the findings into what is left and what is waived on a day (R-52).

    A finding about several things is shown for those that nobody waived. Its figures stay as the rule
    counted them.

    Args:
        known: The code of each rule that can be waived, by every word that names it.
        one_matter: The rules whose things belong together: a waiver about one of them is about all.
    """
    by_code: dict[str, list[Waiver]] = {}
    for waiver in sorted(waivers, key=lambda one: one.id):
        if is_valid(waiver, on) and waiver.rule in known:
            by_code.setdefault(known[waiver.rule], []).append(waiver)
    left: list[Finding] = []
    waived: list[Waived] = []
    for one in findings:
        if one.code not in by_code:
            left.append(one)
            continue
        shared = _shared_out(one, by_code[one.code], whole=one.code in one_matter)
        rest = _narrowed(one, shared.pop(None, ()))
        left += [rest] if rest is not None else []
        for holder, things in shared.items():
            part = _narrowed(one, things)
            if holder is not None and part is not None:
                waived.append(Waived(finding=part, waiver=holder, rest=rest))
    return left, tuple(waived)


def _shared_out(
    finding: Finding, waivers: list[Waiver], *, whole: bool
) -> dict[Waiver | None, tuple[Ref, ...]]:
    """Give each thing of a finding to the waiver that names it, or one for all, or nobody."""
    things = (finding.subject, *finding.others)
    of_all = next((waiver for waiver in waivers if waiver.subject is None), None)
    named = {waiver.subject: waiver for waiver in reversed(waivers) if waiver.subject is not None}
    if whole:
        holder = next((named[thing] for thing in things if thing in named), of_all)
        return {holder: things}
    shared: dict[Waiver | None, tuple[Ref, ...]] = {}
    for thing in things:
        holder = named.get(thing, of_all)
        shared[holder] = (*shared.get(holder, ()), thing)
    return shared


def _narrowed(finding: Finding, things: tuple[Ref, ...]) -> Finding | None:
    """Give a finding for some of its things; ``None`` for none of them."""
    return attrs.evolve(finding, subject=things[0], others=things[1:]) if things else None
