"""What holds for waivers over any workspace: they part the findings, and neither lose nor make one."""

from __future__ import annotations

import pickle
from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from jmdmodel.entities.review import Waiver
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.quality import catalogue, check
from jmdmodel.quality.waiving import is_valid
from jmdmodel.workspace import Workspace
from tests.properties.test_quality import EVERYTHING, ON, workspaces

WORDS = [word for rule in catalogue() for word in (rule.code, rule.name)]
ON_WAIVERS = {rule.code for rule in catalogue() if rule.looks_at is Waiver}


@st.composite
def with_waivers(draw: st.DrawFn) -> tuple[Workspace, Workspace]:
    """Give a workspace without waivers, and the same with some that mostly fit a finding."""
    bare = draw(workspaces())
    fitting = [
        (one.code, ref)
        for one in check(bare, on=ON, settings=EVERYTHING)
        for ref in (one.subject, *one.others)
        if ref.id and ref.collection in {"partners", "contacts", "networks", "committees", "maps"}
    ]
    found: Any = st.sampled_from(fitting) if fitting else st.nothing()
    pairs = found | st.tuples(st.sampled_from([*WORDS, "X123"]), st.none())
    waivers = [
        Waiver(
            id=f"w{number}",
            rule=rule,
            subject=subject,
            reason="Besprochen.",
            until=ON + timedelta(draw(st.integers(-1, 1))),
        )
        for number, (rule, subject) in enumerate(draw(st.lists(pairs, max_size=5)))
    ]
    return bare, bare.with_entities(*waivers)


def things(findings: list[Finding]) -> list[tuple[str, str, Ref]]:
    return [(one.code, one.field, ref) for one in findings for ref in (one.subject, *one.others)]


@given(with_waivers())
def test_waivers_part_the_findings_and_neither_lose_nor_make_one(both: tuple[Workspace, Workspace]) -> None:
    before = check(both[0], on=ON, settings=EVERYTHING)
    after = check(both[1], on=ON, settings=EVERYTHING)
    left = [one for one in after if one.code not in ON_WAIVERS]
    parted = [*things(left), *things([part.finding for part in after.waived])]
    assert sorted(parted) == sorted(things([*before]))


@given(with_waivers())
def test_what_is_waived_has_a_waiver_that_holds_and_is_not_told_besides(
    both: tuple[Workspace, Workspace],
) -> None:
    found = check(both[1], on=ON, settings=EVERYTHING)
    for part in found.waived:
        assert is_valid(part.waiver, ON)
        assert part.rest is None or part.rest in set(found)
    unused = {one.subject.id for one in found if one.code == "D905"}
    assert unused.isdisjoint(part.waiver.id for part in found.waived)
    assert pickle.loads(pickle.dumps(found)) == found
