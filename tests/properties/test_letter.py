"""Whatever a workspace holds, its letter tells each finding once, and nothing above its audience."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from jmdexport.builtin.letter import EXPORTER, LetterOptions, letter_data, render
from jmdexport.records import ExportRequest
from jmdmodel.analysis.answering import answering
from jmdmodel.fields import evolve
from jmdmodel.ids import Ref
from jmdmodel.messages import LANGUAGES, Language
from jmdmodel.privacy import redact, visible
from jmdmodel.privacy.texts import texts_of
from jmdmodel.quality import check
from jmdmodel.scales import Audience
from jmdmodel.testing.strategies import workspaces
from jmdmodel.workspace import Workspace

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def request(
    workspace: Workspace, on: date, language: Language = "de", limit: int = 100_000
) -> ExportRequest[LetterOptions]:
    found = check(workspace, on=on)
    seen = visible(found, workspace, Audience.INTERNAL)
    return ExportRequest(
        view=redact(workspace, Audience.INTERNAL),
        options=LetterOptions(limit=limit),
        medium=EXPORTER.media[0],
        year=on.year,
        as_of=on,
        audience=Audience.INTERNAL,
        language=language,
        findings=seen,
        findings_withheld=len(found) - len(seen),
        checked=True,
    )


def rules_of(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [rule for group in data["groups"] for level in group["levels"] for rule in level["rules"]]


@given(workspace=workspaces(), on=DAYS, language=st.sampled_from(LANGUAGES))
def test_each_finding_stands_in_the_letter_once(workspace: Workspace, on: date, language: Language) -> None:
    asked = request(workspace, on, language)
    told = rules_of(letter_data(asked))
    places = Counter((rule["code"], place) for rule in told for place in rule["places"])
    assert places == Counter((finding.code, finding.path) for finding in asked.findings)
    assert sum(rule["count"] for rule in told) == len(asked.findings)


@given(workspace=workspaces(), on=DAYS, limit=st.integers(2, 4))
def test_what_a_limit_hides_is_only_what_the_list_is_too_long_for(
    workspace: Workspace, on: date, limit: int
) -> None:
    whole = rules_of(letter_data(request(workspace, on)))
    some = rules_of(letter_data(request(workspace, on, limit=limit)))
    for all_of_them, first in zip(whole, some, strict=True):
        assert first["count"] == all_of_them["count"]
        assert len(first["points"]) <= limit
        hidden = len(all_of_them["points"]) - len(first["points"])
        assert (hidden > 1) == bool(first["more"])
        assert hidden != 1


@given(workspace=workspaces(collections=("staff", "partners", "networks", "contacts", "maps")), on=DAYS)
def test_whoever_answers_is_there_and_named_the_same_in_the_view(workspace: Workspace, on: date) -> None:
    workspace = evolve(workspace, view=None)
    view = redact(workspace, Audience.INTERNAL)
    for name in ("networks", "contacts", "partners", "maps"):
        for thing in getattr(workspace, name):
            for field in ("", "goals[1]", "agreements[1]", "reviews", "ratings"):
                who = answering(workspace, Ref(name, thing.id), field, on=on)
                assert who == answering(view, Ref(name, thing.id), field, on=on)
                assert len({ref.collection for ref in who}) <= 1
                for ref in who:
                    found = workspace.resolve(ref)
                    assert found is not None
                    assert found.period.holds_on(on)


@given(workspace=workspaces(), on=DAYS)
def test_no_text_above_the_audience_stands_in_the_letter(workspace: Workspace, on: date) -> None:
    workspace = evolve(workspace, view=None)
    asked = request(workspace, on)
    made = "\n".join(_texts(letter_data(asked)))
    may_be_seen = "\n".join(held.text for held in texts_of(asked.view))
    hidden = {held.text for held in texts_of(workspace) if held.privacy > Audience.INTERNAL}
    assert [text for text in hidden if len(text) > 6 and text not in may_be_seen and text in made] == []


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict | list):
        return [
            text for part in (value.values() if isinstance(value, dict) else value) for text in _texts(part)
        ]
    return [value] if isinstance(value, str) else []


@given(workspace=workspaces(), on=DAYS)
def test_the_same_request_gives_the_same_letter(workspace: Workspace, on: date) -> None:
    (first,) = render(request(workspace, on))
    (again,) = render(request(workspace, on))
    assert first == again
    assert first.data.startswith(b"# ")
