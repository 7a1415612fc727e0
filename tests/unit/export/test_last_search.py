"""The last search before writing: what leaks is caught whatever the way, and nothing else is (R-51)."""

from __future__ import annotations

import base64
import gc
import gzip
import io
import pickle
import sys
import types
import zipfile
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import attrs
import pytest

from jmdexport import (
    Artifact,
    Audience,
    Exporter,
    ExportRequest,
    Medium,
    PrivateValueFound,
    Registry,
    Say,
    Wanted,
    export,
    hookimpl,
    option,
    render_all,
)
from jmdexport.demo import EXAMPLE_DATE, load_example
from jmdexport.last_search import LastSearch
from jmdmodel.entities import CasePlan, KeyPerson, PlanGoal, StaffRole
from jmdmodel.privacy import redact
from jmdmodel.privacy.texts import texts_of
from jmdmodel.quality import check
from jmdmodel.testing.builders import minimal, partner
from jmdmodel.vocabulary import Topic
from jmdmodel.workspace import Workspace

DAY = date(2025, 3, 1)
TEXT = Medium(".txt", "text/plain")
LONG = "Die Rektorin ruft montags an. Sie fragt dann immer nach dem Aufzug im Haus Nord. Gut so."
WORKSPACE = minimal(
    partner("jobcenter", name="Jobcenter Mayen", note=LONG),
    KeyPerson(id="fall-zeugin", role="Pfarrerin", name="Zoë Weisenthal", note="Mayen"),
    CasePlan(id="fall-0815", goals=(PlanGoal(topic=Topic.SCHOOL, text="Einen Hörsaal finden"),)),
)


@attrs.frozen(kw_only=True)
class Options:
    head: str = option(Say("Kopf.", "Head."), default="")


def registry(
    monkeypatch: pytest.MonkeyPatch, render: Callable[..., Any], *, builtin: bool = True
) -> Registry:
    made = Exporter(
        name="sample",
        title=Say("Beispiel", "Sample"),
        media=(TEXT,),
        audience=Audience.SOCIAL,
        render=render,
        options=Options,
    )

    def jmdexport_exporters() -> list[Exporter]:
        return [made]

    module = types.ModuleType("sample_plugin")
    module.jmdexport_exporters = hookimpl(jmdexport_exporters)  # type: ignore[attr-defined]
    if not builtin:
        return Registry(plugins=[module], strict=True, without=["builtin"])
    monkeypatch.setitem(sys.modules, "sample_plugin", module)
    monkeypatch.setattr("jmdexport.registry._BUILTIN_MODULE", "sample_plugin")
    return Registry(plugins="none", strict=True)


@pytest.fixture
def give(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[Artifact, ...]]:
    """Export with an exporter that gives exactly these bytes."""

    def run(data: str | bytes, **arguments: Any) -> tuple[Artifact, ...]:
        raw = data.encode() if isinstance(data, str) else data
        name = arguments.pop("name", "a.txt")
        known = registry(monkeypatch, lambda _: [Artifact(name, "text/plain", raw)])
        given = {"audience": Audience.REPORT, "purpose": "Probe", "year": 2025, "as_of": DAY} | arguments
        return export(WORKSPACE, "sample", registry=known, **given)

    return run


def refused(give: Callable[..., Any], data: str | bytes, **arguments: Any) -> PrivateValueFound:
    with pytest.raises(PrivateValueFound) as caught:
        give(data, **arguments)
    return caught.value


@pytest.mark.parametrize(
    ("text", "path", "privacy"),
    [
        ("Zoë Weisenthal", "people.name", Audience.PERSONAL),
        ("fall-0815", "cases.id", Audience.SOCIAL),
        ("fall-zeugin", "people.id", Audience.INTERNAL),
        ("Einen Hörsaal finden", "cases.goals.text", Audience.SOCIAL),
        ("Pfarrerin", "people.role", Audience.INTERNAL),
        (LONG, "partners.note", Audience.INTERNAL),
        ("Sie fragt dann immer nach dem Aufzug im Haus Nord.", "partners.note", Audience.INTERNAL),
        ("ZOË WEISENTHAL", "people.name", Audience.PERSONAL),
        ("Zoë\n  Weisenthal", "people.name", Audience.PERSONAL),
        ("Zo&euml; <b>Weisenthal</b>", "people.name", Audience.PERSONAL),
        ("<t>Zoë </t><t>Weisen</t><t>thal</t>", "people.name", Audience.PERSONAL),
        ('{"x": "Zo\\u00eb Weisenthal"}', "people.name", Audience.PERSONAL),
        ("Zo%C3%AB%20Weisenthal", "people.name", Audience.PERSONAL),
        ("Weisenthal: (Zoë Weisenthal)", "people.name", Audience.PERSONAL),
    ],
)
def test_a_value_above_the_audience_is_held_back(
    give: Callable[..., Any], text: str, path: str, privacy: Audience
) -> None:
    error = refused(give, f"Bericht\n{text}\nEnde")
    assert error.places == (("a.txt", path, privacy),)
    assert (error.exporter, error.audience, error.left_out) == ("sample", Audience.REPORT, ())


def zipped(text: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", text)
    return made.getvalue()


@pytest.mark.parametrize(
    "encode", [zipped, lambda text: gzip.compress(text.encode(), mtime=0),
               lambda text: base64.b64encode(text.encode()), lambda text: text.encode("utf-16")],
    ids=["zip", "gzip", "base64", "utf-16"],
)  # fmt: skip
def test_it_is_held_back_in_packed_files_too(
    give: Callable[..., Any], encode: Callable[[str], bytes]
) -> None:
    assert refused(give, encode("von Zoë Weisenthal")).places[0][1] == "people.name"
    assert give(encode("von Zoë Weisenfels"))


def test_a_private_value_in_the_name_of_a_file_is_held_back(give: Callable[..., Any]) -> None:
    assert refused(give, "x", name="plan-fall-0815.txt").places == (
        ("plan-fall-0815.txt", "cases.id", Audience.SOCIAL),
    )


def test_a_text_lists_the_first_twelve_places_and_counts_the_rest() -> None:
    places = tuple((f"{n:02}.txt", "people.name", Audience.PERSONAL) for n in range(14))
    twelve, more = (PrivateValueFound("a", Audience.REPORT, places[:n]) for n in (12, 14))
    assert "11.txt: people.name (personal)\nAbhilfe" in twelve.in_("de")
    assert "11.txt: people.name (personal)\n… weitere Felder: 2.\nAbhilfe" in more.in_("de")
    assert "12.txt" not in more.in_("en")
    assert more.places == places


@pytest.mark.parametrize(
    "text",
    [
        "Mayen",
        "Jobcenter Mayen",
        "Weisenthal",
        "Zoë Weisenthaler",
        "Zoë WeisenthalX",
        "xfall-0815",
        "fall-08150",
        "pfarrerin",
        "Pfarrerinnen",
        "",
    ],
)
def test_what_may_be_seen_elsewhere_and_what_is_no_whole_word_passes(
    give: Callable[..., Any], text: str
) -> None:
    assert give(f"Bericht {text} Ende")


def test_values_of_less_than_six_characters_are_not_looked_for(give: Callable[..., Any]) -> None:
    def with_note(note: str) -> Workspace:
        return minimal(partner("jobcenter", note=note))

    for note, held in (("Qwert", False), ("Qwertz", True)):
        search = LastSearch(with_note(note))
        view = redact(with_note(note), Audience.REPORT)
        request = ExportRequest(view=view, options=Options(), medium=TEXT, year=2025, as_of=DAY)
        artifact = Artifact("a.txt", "text/plain", note.encode())
        if held:
            with pytest.raises(PrivateValueFound):
                search.passed([artifact], request)
        else:
            assert search.passed([artifact], request) == (artifact,)


@pytest.mark.parametrize("audience", [a for a in Audience if a >= Audience.PERSONAL])
def test_those_who_may_see_it_get_it(give: Callable[..., Any], audience: Audience) -> None:
    assert give("Zoë Weisenthal", audience=audience)


def test_nothing_is_above_the_highest_audience(give: Callable[..., Any]) -> None:
    assert give("fall-0815", audience=Audience.SOCIAL)
    assert refused(give, "fall-0815", audience=Audience.PERSONAL).places[0][1] == "cases.id"


def test_what_the_caller_says_for_the_export_may_be_said(give: Callable[..., Any]) -> None:
    assert give("Zoë Weisenthal", title="Für Zoë Weisenthal")
    assert give("Zoë Weisenthal", options={"head": "Zoë Weisenthal"})


def test_words_of_the_library_are_no_secret_even_where_a_private_field_has_them() -> None:
    space = minimal(
        StaffRole(id="leitung", function="Beratung"), partner("schule", note="Netzwerkkarte 2025")
    )
    request = ExportRequest(
        view=redact(space, Audience.PUBLIC), options=Options(), medium=TEXT, year=2025, as_of=DAY,
        audience=Audience.PUBLIC,
    )  # fmt: skip
    artifact = Artifact("a.txt", "text/plain", b"Beratung, Netzwerkkarte 2025")
    assert LastSearch(space).passed([artifact], request) == (artifact,)


def test_the_error_tells_file_field_and_class_but_not_the_value(give: Callable[..., Any]) -> None:
    error = refused(give, "fall-0815, Zoë Weisenthal")
    for language in ("de", "en"):
        told = error.in_(language)
        assert "a.txt: cases.id (social)" in told
        assert "a.txt: people.name (personal)" in told
        for part in ("0815", "Weisenthal", "Zoë"):
            assert part not in told
            assert part not in repr(error)
    assert error.code == "E430"
    again = pickle.loads(pickle.dumps(error))
    assert (again.places, str(again)) == (error.places, str(error))


def test_the_parts_of_the_search_do_not_show_what_is_looked_for() -> None:
    search = LastSearch(WORKSPACE)
    held = next(one for one in texts_of(WORKSPACE) if one.path == "people.name")
    assert "Weisenthal" not in repr(held)
    request = ExportRequest(
        view=redact(WORKSPACE, Audience.REPORT), options=Options(), medium=TEXT, year=2025, as_of=DAY
    )
    search.passed([], request)
    assert all("Weisenthal" not in repr(wanted) for wanted in search._wanted.values())


def test_a_file_that_cannot_be_searched_to_its_end_is_held_back(give: Callable[..., Any]) -> None:
    locked = bytearray(zipped("x"))
    locked[6] |= 1
    error = refused(give, bytes(locked))
    assert (error.places, error.left_out) == ((), ("a.txt",))
    assert "a.txt" in error.in_("de")


def test_a_plugin_that_reaches_through_the_garbage_collector_is_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def render(request: ExportRequest[Options]) -> Iterable[Artifact]:
        names = [one.name for one in gc.get_objects() if type(one) is KeyPerson and one.name]
        yield Artifact.text("a.txt", "text/plain", ", ".join(sorted({*names, "–"})))

    with pytest.raises(PrivateValueFound) as caught:
        export(
            WORKSPACE, "sample", year=2025, as_of=DAY, registry=registry(monkeypatch, render, builtin=False)
        )
    assert ("a.txt", "people.name", Audience.PERSONAL) in caught.value.places


def test_an_exporter_that_kept_the_workspace_in_a_closure_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    def of(kept: Workspace) -> Callable[[ExportRequest[Options]], list[Artifact]]:
        return lambda request: [
            Artifact.json("a.txt", [one.id for one in kept.cases], media_type="text/plain")
        ]

    with pytest.raises(PrivateValueFound) as caught:
        export(WORKSPACE, "sample", year=2025, as_of=DAY, registry=registry(monkeypatch, of(WORKSPACE)))
    assert caught.value.places == (("a.txt", "cases.id", Audience.SOCIAL),)


def test_one_exporter_of_several_that_leaks_holds_all_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def render(request: ExportRequest[Options]) -> list[Artifact]:
        return [Artifact.text("a.txt", "text/plain", request.options.head and "fall-0815")]

    known = registry(monkeypatch, render)
    wanted = [Wanted("sample", folder="one"), Wanted("sample", options={"head": "x"}, folder="two")]
    with pytest.raises(PrivateValueFound) as caught:
        render_all(WORKSPACE, wanted, year=2025, as_of=DAY, registry=known)
    assert caught.value.places == (("two/a.txt", "cases.id", Audience.SOCIAL),)


EXAMPLE = load_example().workspace
FORMS = [
    (one.name, medium.suffix, one.audience)
    for one in Registry(plugins="none").exporters
    for medium in one.media
]


@pytest.mark.parametrize(("name", "suffix", "highest"), FORMS)
def test_nothing_that_the_built_in_exporters_make_of_the_example_is_held_back(
    name: str, suffix: str, highest: Audience
) -> None:
    lowest = {
        "findings": Audience.INTERNAL,
        "letter": Audience.INTERNAL,
        "network-map": Audience.REPORT,
        "change-map": Audience.REPORT,
        "charts": Audience.REPORT,
        "committee-map": Audience.REPORT,
        "years-map": Audience.REPORT,
        "case-map": Audience.SOCIAL,
    }.get(name, Audience.PUBLIC)
    options = {"case-map": {"case": "eiche-03"}, "report": {"pictures": "all"}}.get(name)
    found = check(EXAMPLE, on=EXAMPLE_DATE)
    audiences = [one for one in Audience if lowest <= one <= highest]
    for audience in audiences if suffix != ".png" else audiences[-1:]:  # of dots only what is beside is read
        made = export(
            EXAMPLE,
            name,
            year=2025,
            as_of=EXAMPLE_DATE,
            audience=audience,
            purpose="Probe",
            medium=suffix,
            options=options,
            findings=found,
        )
        assert made


def test_the_cost_is_one_pass_over_what_a_file_can_be_read_as_however_many_values_there_are() -> None:
    """Counted, not timed: what is read of a page of words, with ten and with ten thousand values."""
    page = Artifact("a.txt", "text/plain", b"Ein Satz mit einigen Wortern.\n" * 5_000)
    read = []
    for many in (10, 10_000):
        space = minimal(
            *(KeyPerson(id=f"person-{number}", role=f"Rolle {number} hier") for number in range(many))
        )
        view = redact(space, Audience.REPORT)
        request = ExportRequest(view=view, options=Options(), medium=TEXT, year=2025, as_of=DAY)
        search = LastSearch(space)
        search.passed([page], request)
        read.append(search.read)
    assert read[0] == read[1] <= 2 * len(page.data)


def test_what_to_look_for_is_gathered_once_an_audience(monkeypatch: pytest.MonkeyPatch) -> None:
    gathered = []

    def counted(thing: Any) -> Any:
        gathered.append(thing)
        return texts_of(thing)

    monkeypatch.setattr("jmdexport.last_search.texts_of", counted)
    view = redact(WORKSPACE, Audience.REPORT)
    request = ExportRequest(view=view, options=Options(), medium=TEXT, year=2025, as_of=DAY)
    search = LastSearch(WORKSPACE)
    for _ in range(5):
        search.passed([Artifact("a.txt", "text/plain", b"x")], request)
    assert sum(one is WORKSPACE for one in gathered) == 1
