"""The last search over generated workspaces: what built-in exporters make of a view is never held back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jmdexport import (
    Artifact,
    ExportRequest,
    Medium,
    NoOptions,
    PrivateValueFound,
    Registry,
    Wanted,
    render_all,
)
from jmdexport.errors import AudienceRefused
from jmdexport.last_search import LastSearch
from jmdmodel.entities import KeyPerson
from jmdmodel.errors import NoMapForYear
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.testing.builders import minimal
from jmdmodel.testing.strategies import workspaces
from jmdmodel.workspace import Workspace

WITH_PRIVATE = workspaces(
    collections=("partners", "contacts", "maps", "people", "cases", "activities", "barriers", "committees")
)
SECRETS = st.text(st.characters(codec="utf-8", categories=["L", "N", "Zs", "P"]), min_size=6, max_size=40)


@settings(max_examples=25)
@given(WITH_PRIVATE, st.sampled_from([Audience.PUBLIC, Audience.REPORT, Audience.INTERNAL]))
def test_what_built_in_exporters_make_of_a_view_is_never_held_back(
    workspace: Workspace, audience: Audience
) -> None:
    registry = Registry(plugins="none")
    years = [one.year for one in workspace.maps] or [2025]
    for name, medium in (("report", ".html"), ("network-map", ".svg"), ("impuls-csv", ".csv")):
        try:
            render_all(
                workspace,
                [Wanted(name, medium=medium)],
                year=years[0],
                as_of=date(years[0], 12, 31),
                audience=audience,
                registry=registry,
            )
        except (AudienceRefused, NoMapForYear):
            continue


@given(SECRETS, st.text(max_size=20), st.text(max_size=20))
def test_a_value_that_comes_out_is_held_back_whatever_stands_around_it(
    secret: str, before: str, after: str
) -> None:
    tellable = "Zoë " + secret + " Weisenthal"
    space = minimal(KeyPerson(id="p", role="R", name=tellable))
    request = ExportRequest(
        view=redact(space, Audience.REPORT),
        options=NoOptions(),
        medium=Medium(".txt", "text/plain"),
        year=2025,
        as_of=date(2025, 1, 1),
    )
    told = Artifact("a.txt", "text/plain", f"{before} {tellable} {after}".encode("utf-8", "replace"))
    with pytest.raises(PrivateValueFound):
        LastSearch(space).passed([told], request)
