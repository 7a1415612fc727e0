"""Running exporters: what they see, what is asked of them, what they may give."""

from __future__ import annotations

import pickle
import re
import sys
import types
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest

from jmdexport import (
    Artifact,
    Audience,
    AudienceRefused,
    BadArtifact,
    BadOption,
    Exporter,
    ExporterFailed,
    ExportRequest,
    MadeBy,
    Medium,
    MissingExtra,
    NothingExported,
    Registry,
    Say,
    UnknownExporter,
    UnknownMedium,
    Wanted,
    export,
    hookimpl,
    option,
    render_all,
)
from jmdmodel import protected_counts
from jmdmodel.entities.partner import KeyPerson
from jmdmodel.entities.review import Waiver
from jmdmodel.entities.service import YearFigure
from jmdmodel.errors import ModelError, Position
from jmdmodel.findings import Finding
from jmdmodel.ids import FigureId, PersonId, Ref
from jmdmodel.quality import Findings
from jmdmodel.quality.waiving import Waived
from jmdmodel.testing.builders import minimal, partner
from jmdmodel.vocabulary import FigureKind

TEXT = Medium(".txt", "text/plain")
CSV = Medium(".csv", "text/csv")
DAY = date(2025, 3, 1)
WORKSPACE = minimal(
    partner("jobcenter"), KeyPerson(id=PersonId("pastor"), role="Pfarrer", name="Nathan Weise")
)
SHOWN = Finding(code="N202", subject=Ref("partners", "jobcenter"))
HIDDEN = Finding(code="N203", subject=Ref("people", "pastor"), field="name")


@attrs.frozen(kw_only=True)
class Options:
    rows: int = option(Say("Zeilen.", "Rows."), default=40, minimum=1)


def exporter(render: Callable[[ExportRequest[Any]], Any], **changes: object) -> Exporter:
    parts = {
        "name": "sample",
        "title": Say("Beispiel", "Sample"),
        "media": (TEXT,),
        "audience": Audience.SOCIAL,
        "render": render,
        "options": Options,
    }
    return Exporter(**parts | changes)  # type: ignore[arg-type]


@pytest.fixture
def with_exporters(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Registry]:
    """Give a registry with these exporters, built in or a stranger's."""

    def make(*exporters: Exporter, builtin: bool = False) -> Registry:
        module = types.ModuleType("sample_plugin")
        module.jmdexport_exporters = hookimpl(  # type: ignore[attr-defined]
            _named(lambda: list(exporters), "jmdexport_exporters")
        )
        if not builtin:
            return Registry(plugins=[module], strict=True, without=["builtin"])
        monkeypatch.setitem(sys.modules, "sample_plugin", module)
        monkeypatch.setattr("jmdexport.registry._BUILTIN_MODULE", "sample_plugin")
        return Registry(plugins="none", strict=True)

    return make


def _named(function: Callable[[], object], name: str) -> Callable[[], object]:
    function.__name__ = name
    return function


def text(data: str = "x", name: str = "a.txt") -> Artifact:
    return Artifact.text(name, "text/plain", data)


def run(registry: Registry, name: str = "sample", **arguments: object) -> tuple[Artifact, ...]:
    return export(WORKSPACE, name, year=2024, as_of=DAY, registry=registry, **arguments)  # type: ignore[arg-type]


def seen_by(make: Callable[..., Registry], *, own: Audience, **arguments: object) -> ExportRequest[Options]:
    """Give the request that an exporter meant for an audience gets."""
    requests: list[ExportRequest[Options]] = []

    def render(request: ExportRequest[Options]) -> Iterable[Artifact]:
        requests.append(request)
        yield text()

    run(make(exporter(render, audience=own), builtin=True), **arguments)
    (request,) = requests
    return request


@pytest.mark.parametrize(
    ("own", "ceiling", "seen"),
    [
        (Audience.PUBLIC, Audience.REPORT, Audience.PUBLIC),
        (Audience.REPORT, Audience.REPORT, Audience.REPORT),
        (Audience.SOCIAL, Audience.REPORT, Audience.REPORT),
        (Audience.SOCIAL, Audience.PUBLIC, Audience.PUBLIC),
        (Audience.INTERNAL, Audience.SOCIAL, Audience.INTERNAL),
        (Audience.PERSONAL, Audience.PERSONAL, Audience.PERSONAL),
    ],
)
def test_an_exporter_sees_the_lower_of_its_own_audience_and_the_ceiling(
    with_exporters: Callable[..., Registry], own: Audience, ceiling: Audience, seen: Audience
) -> None:
    request = seen_by(with_exporters, own=own, audience=ceiling, purpose="Prüfung")
    assert request.audience is seen
    assert request.view.view is not None
    assert request.view.view.audience is seen
    names = [person.name for person in request.view.people]
    expected = {Audience.PERSONAL: ["Nathan Weise"], Audience.INTERNAL: [None]}
    assert names == expected.get(seen, [])


def test_the_ceiling_is_report_when_nobody_raises_it(with_exporters: Callable[..., Registry]) -> None:
    assert seen_by(with_exporters, own=Audience.SOCIAL).audience is Audience.REPORT


def test_findings_are_filtered_for_the_audience_and_come_with_their_places(
    with_exporters: Callable[..., Registry],
) -> None:
    places = {SHOWN: Position("a.yaml", 3, 1)}
    request = seen_by(
        with_exporters,
        own=Audience.INTERNAL,
        audience=Audience.INTERNAL,
        findings=[SHOWN, HIDDEN],
        locate=places.get,
    )
    assert request.findings == (SHOWN,)
    assert request.positions == (Position("a.yaml", 3, 1),)
    below = seen_by(with_exporters, own=Audience.REPORT, findings=[SHOWN, HIDDEN])
    assert (below.findings, below.positions) == ((), ())
    assert (request.checked, request.findings_withheld) == (True, 1)
    assert (below.checked, below.findings_withheld) == (False, 0)


def test_what_is_waived_comes_along_for_the_team_and_for_nobody_below(
    with_exporters: Callable[..., Registry],
) -> None:
    waiver = Waiver(id="w", rule="Q512", reason="Im Januar.", until=date(2026, 3, 31))
    kept, hidden = (Waived(finding=one, waiver=waiver) for one in (SHOWN, HIDDEN))
    found = Findings((), (), (kept, hidden))
    team: dict[str, Any] = {"own": Audience.INTERNAL, "audience": Audience.INTERNAL, "findings": found}
    request = seen_by(with_exporters, **team)
    assert (request.waived, request.waived_positions) == ((kept,), ())
    place = Position("a.yaml", 3, 1)
    assert seen_by(with_exporters, **team, locate={SHOWN: place}.get).waived_positions == (place,)
    below = seen_by(with_exporters, own=Audience.REPORT, findings=found)
    assert (below.waived, below.waived_positions) == ((), ())
    assert seen_by(with_exporters, **team | {"findings": [SHOWN]}).waived == ()


def test_not_checked_and_nothing_found_are_two_things(with_exporters: Callable[..., Registry]) -> None:
    team = {"own": Audience.INTERNAL, "audience": Audience.INTERNAL}
    assert not seen_by(with_exporters, **team).checked  # type: ignore[arg-type]
    assert seen_by(with_exporters, **team, findings=[]).checked  # type: ignore[arg-type]


def test_a_request_carries_what_the_caller_said(
    with_exporters: Callable[..., Registry], tmp_path: Path
) -> None:
    request = seen_by(
        with_exporters,
        own=Audience.PUBLIC,
        language="en",
        title="Our network",
        options={"rows": "3"},
        template_folders=[tmp_path],
    )
    assert (request.language, request.title, request.options) == ("en", "Our network", Options(rows=3))
    assert (request.year, request.as_of, request.medium) == (2024, DAY, TEXT)
    assert request.template_folders == (tmp_path,)


@pytest.mark.parametrize("purpose", ["", "  "])
def test_nobody_goes_above_internal_without_saying_what_for(
    with_exporters: Callable[..., Registry], purpose: str
) -> None:
    registry = with_exporters(exporter(lambda request: [text()]), builtin=True)
    with pytest.raises(AudienceRefused) as caught:
        run(registry, audience=Audience.PERSONAL, purpose=purpose)
    assert caught.value.audience is Audience.PERSONAL
    run(registry, audience=Audience.INTERNAL)


def test_a_strangers_exporter_gets_nothing_above_internal_in_this_process(
    with_exporters: Callable[..., Registry],
) -> None:
    asked: list[object] = []
    registry = with_exporters(exporter(lambda request: asked.append(request) or [text()]))
    with pytest.raises(ExporterFailed) as caught:  # the module was made by hand: no other process finds it
        run(registry, audience=Audience.SOCIAL, purpose="Prüfung")
    assert caught.value.plugin == "sample_plugin"
    assert asked == []
    run(registry, audience=Audience.INTERNAL)
    assert len(asked) == 1


def test_artifacts_are_marked_with_who_made_them_whatever_they_claim(
    with_exporters: Callable[..., Registry],
) -> None:
    forged = attrs.evolve(text(), made_by=MadeBy("other", Audience.PUBLIC, "builtin", "jmdmodel", "9"))
    (made,) = run(with_exporters(exporter(lambda request: [forged])))
    assert made.made_by == MadeBy("sample", Audience.REPORT, "sample_plugin")


def test_names_are_looked_up_without_regard_to_case_and_unknown_ones_listed(
    with_exporters: Callable[..., Registry],
) -> None:
    registry = with_exporters(exporter(lambda request: [text()]))
    assert run(registry, "SAMPLE")
    with pytest.raises(UnknownExporter) as caught:
        run(registry, "samble")
    assert caught.value.near == "sample"


def test_the_first_medium_is_the_default_and_others_are_asked_for_by_suffix(
    with_exporters: Callable[..., Registry],
) -> None:
    def render(request: ExportRequest[Options]) -> list[Artifact]:
        return [Artifact("a" + request.medium.suffix, request.medium.media_type + "; charset=utf-8", b"")]

    registry = with_exporters(exporter(render, media=(TEXT, CSV)))
    assert run(registry)[0].name == "a.txt"
    assert run(registry, medium="csv")[0].name == "a.csv"
    with pytest.raises(UnknownMedium) as caught:
        run(registry, medium=".pdf")
    assert caught.value.known == (".txt", ".csv")


def test_options_come_by_name_or_ready_made_and_wrong_ones_are_told(
    with_exporters: Callable[..., Registry],
) -> None:
    registry = with_exporters(exporter(lambda request: [text(str(request.options.rows))]))
    assert run(registry, options=Options(rows=7))[0].data == b"7"
    assert run(registry, options={"rows": 8})[0].data == b"8"
    for wrong in ({"row": "8"}, TEXT, "rows=8"):
        with pytest.raises(BadOption):
            run(registry, options=wrong)


def test_a_missing_package_is_told_before_the_exporter_runs(with_exporters: Callable[..., Registry]) -> None:
    asked: list[object] = []
    needs = exporter(asked.append, requires={"not_installed_here": "png"})
    with pytest.raises(MissingExtra) as caught:
        run(with_exporters(needs))
    assert (caught.value.extra, caught.value.module, asked) == ("png", "not_installed_here", [])
    with pytest.raises(MissingExtra):
        run(with_exporters(exporter(lambda request: [text()], requires={"nowhere.at.all": "png"})))
    assert run(with_exporters(exporter(lambda request: [text()], requires={"json": "png"})))


@pytest.mark.parametrize(
    ("distribution", "command"),
    [
        ("jmdmodel", "pip install 'jmdmodel[png]'"),
        ("mine", "pip install 'mine[png]'"),
        ("", "pip install png"),
    ],
)
def test_the_command_for_a_missing_package_names_who_has_the_extra(distribution: str, command: str) -> None:
    error = MissingExtra("png", "pictures", distribution)
    assert error.command == command
    assert error.in_("de").endswith(f"{command} [E403]")


def test_a_plugin_without_packaging_is_not_told_to_have_an_extra(
    with_exporters: Callable[..., Registry],
) -> None:
    with pytest.raises(MissingExtra) as caught:
        run(with_exporters(exporter(lambda request: [text()], requires={"not_installed_here": "pictures"})))
    assert caught.value.command == "pip install pictures"


def test_what_only_one_medium_needs_hinders_no_other(with_exporters: Callable[..., Registry]) -> None:
    media = (TEXT, Medium(".csv", "text/csv", requires={"not_installed_here": "excel"}))
    registry = with_exporters(exporter(lambda request: [text()], media=media))
    assert run(registry)
    with pytest.raises(MissingExtra):
        run(registry, medium=".csv")


def test_an_error_of_the_exporter_keeps_its_kind_and_says_where_it_came_from(
    with_exporters: Callable[..., Registry],
) -> None:
    def late(request: ExportRequest[Options]) -> Iterable[Artifact]:
        yield text()
        raise ImportError("another module")

    for render, kind in ((late, ImportError), (lambda request: 1 / 0, ZeroDivisionError)):
        with pytest.raises(kind) as caught:
            run(with_exporters(exporter(render)))
        assert caught.value.__notes__ == ['while exporting "sample" from plugin "sample_plugin"']


@pytest.mark.parametrize("given", [None, [], (), iter(())])
def test_an_exporter_that_gives_nothing_is_an_error(
    with_exporters: Callable[..., Registry], given: object
) -> None:
    with pytest.raises(NothingExported):
        run(with_exporters(exporter(lambda request: given)))


def test_a_lone_artifact_counts_as_one(with_exporters: Callable[..., Registry]) -> None:
    assert len(run(with_exporters(exporter(lambda request: text())))) == 1


class LookAlike(Artifact):
    pass


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (["a.txt"], '"str" instead of "Artifact"; Artifact.text('),
        ([None], '"NoneType" instead of "Artifact"'),
        ([LookAlike("a.txt", "text/plain", b"")], '"LookAlike" instead'),
        ([Artifact("a.txt", "text/plain", "text")], '"str" instead of "bytes"; Artifact.text('),
        ([Artifact("a.txt", "text/plain", bytearray(b""))], '"bytearray" instead of "bytes"'),
        ([Artifact(7, "text/plain", b"")], '"int" instead'),
        ([text(name="../a.txt")], "begins with a dot"),
        ([text(name="/a.txt")], "is empty"),
        ([text(name="con.txt")], "device"),
        ([text(name="a\n.txt")], "characters"),
        ([text(name="a.csv")], "fits none of the forms"),
        ([Artifact("a.txt", "text/csv", b"")], "fits none of the forms"),
        ([text(), text(name="A.txt")], "side by side"),
        ([text(), text()], "side by side"),
        ([Artifact("a.json", "application/json", b"")], 'No file has the form asked for, ".txt"'),
    ],
)
def test_artifacts_that_cannot_be_accepted_are_refused_by_name(
    with_exporters: Callable[..., Registry], given: list[object], words: str
) -> None:
    beside = (Medium(".json", "application/json"),)
    with pytest.raises(BadArtifact) as caught:
        run(with_exporters(exporter(lambda request: given, beside=beside)))
    assert words in str(caught.value)
    assert caught.value.exporter == "sample"


def test_the_name_of_the_manifest_is_taken(with_exporters: Callable[..., Registry]) -> None:
    json = Medium(".json", "application/json")
    taken = [Artifact("Manifest.json", "application/json", b"")]
    with pytest.raises(BadArtifact, match="list of files"):
        run(with_exporters(exporter(lambda request: taken, media=(json,))))


class TestSeveral:
    @pytest.fixture
    def registry(self, with_exporters: Callable[..., Registry]) -> Registry:
        def render(request: ExportRequest[Options]) -> list[Artifact]:
            return [text(f"{request.title} {request.year}", name=f"a-{request.year}.txt")]

        return with_exporters(exporter(render, name="one"), exporter(render, name="two"))

    def several(self, registry: Registry, wanted: list[Wanted | str]) -> tuple[Artifact, ...]:
        return render_all(WORKSPACE, wanted, year=2024, as_of=DAY, registry=registry)

    def test_each_may_have_its_own_year_title_and_folder(self, registry: Registry) -> None:
        made = self.several(
            registry, ["one", Wanted("one", year=2023, title="Damals"), Wanted("two", folder="zwei/")]
        )
        assert [(artifact.name, artifact.data) for artifact in made] == [
            ("a-2024.txt", b" 2024"),
            ("a-2023.txt", b"Damals 2023"),
            ("zwei/a-2024.txt", b" 2024"),
        ]
        assert [artifact.made_by.exporter for artifact in made if artifact.made_by] == ["one", "one", "two"]

    def test_a_folder_that_leads_out_is_refused(self, registry: Registry) -> None:
        with pytest.raises(BadArtifact, match="begins with a dot"):
            self.several(registry, [Wanted("one", folder="../elsewhere")])

    def test_nothing_runs_when_one_of_them_cannot(self, with_exporters: Callable[..., Registry]) -> None:
        asked: list[object] = []
        registry = with_exporters(exporter(lambda request: asked.append(request) or [text()]))
        for wrong in ("nobody", Wanted("sample", medium=".pdf"), Wanted("sample", options={"x": "1"})):
            with pytest.raises((UnknownExporter, UnknownMedium, BadOption)):
                self.several(registry, ["sample", wrong])
        assert asked == []

    def test_of_nothing_comes_nothing(self, registry: Registry) -> None:
        assert self.several(registry, []) == ()


def test_the_same_request_gives_the_same_bytes(with_exporters: Callable[..., Registry]) -> None:
    registry = with_exporters(
        exporter(lambda request: [text(" ".join(one.name for one in request.view.partners))])
    )
    assert run(registry) == run(registry)


def test_a_file_that_two_exporters_make_alike_is_one_file(with_exporters: Callable[..., Registry]) -> None:
    registry = with_exporters(
        exporter(lambda request: [text("same")], name="one"),
        exporter(lambda request: [text("same")], name="other"),
    )
    (made,) = render_all(WORKSPACE, ["one", "other", "one"], year=2024, as_of=DAY, registry=registry)
    assert made.made_by == MadeBy("one", Audience.REPORT, "sample_plugin")


def test_files_of_one_name_with_different_content_are_refused_naming_both_exporters(
    with_exporters: Callable[..., Registry],
) -> None:
    registry = with_exporters(
        exporter(lambda request: [text("a")], name="one"), exporter(lambda request: [text("b")], name="other")
    )
    with pytest.raises(BadArtifact) as caught:
        render_all(WORKSPACE, ["one", "other"], year=2024, as_of=DAY, registry=registry)
    for said in (caught.value.in_("de"), caught.value.in_("en")):
        assert all(word in said for word in ("a.txt", "one", "other"))
    apart = [Wanted("one", folder="1"), Wanted("other", folder="2")]
    assert len(render_all(WORKSPACE, apart, year=2024, as_of=DAY, registry=registry)) == 2


def with_counts(make: Callable[..., Registry], audience: Audience, **more: object) -> Any:
    """Give the counts that a request of an exporter carries that asks for them."""
    requests: list[ExportRequest[Options]] = []

    def render(request: ExportRequest[Options]) -> Iterable[Artifact]:
        requests.append(request)
        yield text()

    registry = make(exporter(render, counts=more.pop("wanted", True)), builtin=True)
    figures = [
        YearFigure(id=FigureId("alle"), year=2024, kind=FigureKind.VOLUNTEERS, count=12),
        YearFigure(
            id=FigureId("eins"),
            year=2024,
            kind=FigureKind.VOLUNTEERS,
            count=1,
            label="Klinikgruppe",
            part_of=FigureId("alle"),
        ),
    ]
    export(
        minimal(*figures),
        "sample",
        year=2024,
        as_of=DAY,
        registry=registry,
        audience=audience,
        purpose="Prüfung",
        **more,  # type: ignore[arg-type]
    )
    (request,) = requests
    return request.counts


@pytest.mark.parametrize("audience", list(Audience))
def test_numbers_of_people_come_as_protected_tables_to_whoever_asks_from_report_on(
    with_exporters: Callable[..., Registry], audience: Audience
) -> None:
    counts = with_counts(with_exporters, audience)
    if audience is Audience.PUBLIC:
        assert counts is None
        return
    shown = counts.get("volunteers-by-part") or counts.get("volunteers")
    assert 1 not in shown.cells
    assert with_counts(with_exporters, audience, wanted=False) is None


def test_the_teams_word_for_a_part_is_told_to_the_team_alone_and_the_numbers_are_the_same(
    with_exporters: Callable[..., Registry],
) -> None:
    funder, team = (with_counts(with_exporters, one) for one in (Audience.REPORT, Audience.INTERNAL))
    assert [one.cells for one in funder.shown] == [one.cells for one in team.shown]
    assert "Klinikgruppe" not in repr(pickle.dumps(funder))
    assert "eins" not in repr(pickle.dumps(funder))


def test_protected_tables_of_the_caller_take_the_place_of_new_ones(
    with_exporters: Callable[..., Registry],
) -> None:
    own = protected_counts(minimal(), year=2024, mode="round5")
    assert with_counts(with_exporters, Audience.REPORT, counts={2024: own}) is own
    assert with_counts(with_exporters, Audience.REPORT, counts={2023: own}) is not own


@pytest.mark.parametrize(
    ("workspace", "name", "words"),
    [
        ("office.yaml", "charts", "load(PATH).workspace gives it. Given is: str."),
        (None, "charts", "Given is: NoneType."),
        (minimal(), ["charts", "report"], "render_all() takes several. Given is: list."),
    ],
)
def test_a_file_or_several_names_are_refused_at_the_door(workspace: object, name: object, words: str) -> None:
    with pytest.raises(ModelError, match=re.escape(words)):
        export(workspace, name, year=2025, as_of=date(2026, 1, 31), registry=Registry("none"))  # type: ignore[arg-type]


@pytest.mark.parametrize("given", ["mine.py", Path("mine.py"), 7])
def test_a_single_file_is_no_list_of_files(given: object) -> None:
    for argument in ("files", "without"):
        with pytest.raises(ModelError, match=f'"{argument}" must be a list, for a single entry as well'):
            Registry("none", **{argument: given})  # type: ignore[arg-type]
    assert Registry("none", files=iter(()), without={"builtin"}).exporters == ()  # type: ignore[arg-type]
