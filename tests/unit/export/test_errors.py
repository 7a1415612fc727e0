"""Errors of exporting: fields first, text in both languages, and a way to other processes."""

from __future__ import annotations

import pickle

import pytest

from jmdexport.errors import (
    AudienceRefused,
    BadArtifact,
    BadOption,
    BadRecord,
    ExportError,
    MissingExtra,
    NothingExported,
    OptionFault,
    PluginProblem,
    UnknownExporter,
    UnknownMedium,
    nearest,
)
from jmdexport.failing import ExporterFailed
from jmdmodel.errors import JmdError
from jmdmodel.messages import Message, Say
from jmdmodel.scales import Audience

WHAT = Message.of(Say(de="Grund {n}.", en="Reason {n}."), n=1)

ALL: list[ExportError] = [
    UnknownExporter("netwok-map", ("charts", "network-map"), ("broken",)),
    UnknownMedium("charts", ".gif", (".svg", ".png")),
    MissingExtra("png", "resvg_py"),
    PluginProblem("p", "dist", "hooks", "cause {with} braces", "Traceback …"),
    NothingExported("charts"),
    BadOption((OptionFault("b", WHAT), OptionFault("a", WHAT, "aa"))),
    BadRecord("charts", WHAT),
    BadArtifact("charts", WHAT),
    AudienceRefused("charts", Audience.SOCIAL),
    AudienceRefused("charts", Audience.PUBLIC, Audience.REPORT),
    ExporterFailed("charts", "stranger", "time", 120),
    ExporterFailed("charts", "stranger", "raised", text=Say("Nein", "No"), details="x"),
    ExporterFailed("charts", "stranger", "told", text=Say("Nein.", "No."), details="x"),
    MissingExtra("png", "pictures", "jmd-mine"),
    PluginProblem("p", "dist", "hooks", Say("Grund {with}", "cause {with}"), "Traceback …"),
]


@pytest.mark.parametrize("error", ALL, ids=lambda error: type(error).__name__)
def test_every_error_travels_with_its_fields_and_its_notes(error: ExportError) -> None:
    error.add_note('while exporting "charts"')
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert again.args == error.args
    assert vars(again) == vars(error)
    assert (again.in_("de"), again.in_("en")) == (error.in_("de"), error.in_("en"))


@pytest.mark.parametrize("error", ALL, ids=lambda error: type(error).__name__)
def test_every_error_speaks_both_languages_and_ends_in_its_code(error: ExportError) -> None:
    assert isinstance(error, JmdError)
    assert error.in_("de") != error.in_("en")
    assert str(error) == error.in_("en")
    for language in ("de", "en"):
        text = error.in_(language)
        assert text.endswith(f" [{error.code}]")
        assert "{" not in text.replace("{with}", "")


def test_codes_are_unique() -> None:
    codes = {type(error): error.code for error in ALL}
    assert len(set(codes.values())) == len(codes)


def test_an_unknown_name_comes_with_the_nearest_and_all_that_there_are() -> None:
    assert ALL[0].in_("de") == (
        "Einen Export mit dem Namen „netwok-map“ gibt es nicht. Gemeint ist vielleicht „network-map“."
        " Vorhanden sind: charts, network-map. Diese Erweiterungen ließen sich nicht verwenden:"
        " broken; warum, zeigt „jmd exporters“. [E401]"
    )
    assert "–" in UnknownExporter("x").in_("de")


def test_a_missing_extra_shows_a_command_that_no_shell_misreads() -> None:
    assert "pip install 'jmdmodel[png]'" in str(ALL[2])


def test_all_faults_of_options_are_told_in_the_order_of_names() -> None:
    assert [fault.name for fault in ALL[5].faults] == ["a", "b"]  # type: ignore[attr-defined]
    assert str(ALL[5]) == "Options of the exporter that do not fit (2):\na: Reason 1.\nb: Reason 1. [E406]"


@pytest.mark.parametrize(
    ("word", "known", "found"),
    [
        ("chart", ("charts", "letter"), "charts"),
        ("CHARTS", ("charts",), "charts"),
        ("zzz", ("charts",), None),
        ("x", (), None),
    ],
)
def test_the_nearest_name_is_found_or_none(word: str, known: tuple[str, ...], found: str | None) -> None:
    assert nearest(word, known) == found
