"""The processes that the kit starts: what they tell, and what is made of those that die or never end."""

from __future__ import annotations

import os
import subprocess
import sys

import attrs
import pytest

from jmdexport import Audience
from jmdexport.testing import _workers, conformance
from jmdexport.testing._judge_process import many_partners, worker_process
from jmdexport.testing._judging import Open
from jmdexport.testing._trial import Trial, finder_of
from jmdexport.testing._worker import Frame
from jmdexport.testing._workers import Answer
from tests.contract import _broken
from tests.meta._source import ROOT


def trial(**parts: object) -> Trial:
    exporter = _broken.HANGING
    made = Trial(exporter=exporter, finder=finder_of(exporter), top=Audience.INTERNAL, timeout=7.0)
    for order in made.repeated:
        made.made[order] = made.call(order)
    for name, value in parts.items():
        setattr(made, name, value)
    return made


def done(asked: Trial) -> Answer:
    """Give the answer of a process in which all went well."""
    frames = [
        Frame(kind="made", order=order, made=made.without_data(), digest=made.digest())
        for order, made in asked.made.items()
    ]
    return Answer(frames=(Frame(kind="loaded"), *frames, Frame(kind="done")))


def test_a_process_that_never_ends_is_ended() -> None:
    asked = trial()
    job = asked._job(*asked.many)
    answer = _workers.run(job, _workers.here(), away=False, timeout=2.0)
    assert answer.timed_out
    assert not answer.is_done
    assert answer.made() == {}


def test_an_exporter_that_never_ends_with_many_partners_is_told_so() -> None:
    asked = trial()
    asked.here = done(asked)
    asked.away = Answer(
        frames=(Frame(kind="loaded"), Frame(kind="begun", order=asked.many[0])), timed_out=True
    )
    told = [message.in_("en") for message in many_partners(asked)]
    assert told == ["many, .txt, de, internal: The process ended within 7 seconds without a result. "]


def test_where_the_process_died_before_it_the_question_stays_open() -> None:
    asked = trial()
    asked.here = done(asked)
    asked.away = Answer(frames=(Frame(kind="loaded"), Frame(kind="begun", order=asked.repeated[0])))
    with pytest.raises(Open):
        list(many_partners(asked))


def test_a_process_that_dies_is_told_with_its_last_words() -> None:
    asked = trial(
        here=Answer(frames=(Frame(kind="loaded"),), last_words="Traceback\nMemoryError: no room left")
    )
    assert "MemoryError: no room left" in next(iter(worker_process(asked))).in_("de")


def test_the_two_environments_share_the_hash_seed_and_nothing_else_that_matters(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONHASHSEED", _workers.SEED)
    here, away = _workers.here(), _workers.elsewhere()
    assert here["PYTHONHASHSEED"] == away["PYTHONHASHSEED"] != _workers.SEED
    assert here.get("TZ") != away["TZ"]
    assert (here.get("LC_ALL"), here.get("PYTHONUTF8")) != (away["LC_ALL"], away["PYTHONUTF8"])


def test_what_an_exporter_prints_does_not_get_into_the_answer() -> None:
    asked = trial()
    record = attrs.evolve(asked.exporter, render=_broken.printing)
    assert conformance(record).is_passed


def test_the_command_line_gives_the_report() -> None:
    def jmd(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "jmdexport.cli", "exporters", *arguments],
            env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    told = jmd("findings", "--verify")
    assert (told.returncode, told.stdout) == (0, "Export „findings“: 27 von 27 Prüfungen bestanden.\n")
    nameless = jmd("--verify", "--language", "en")
    assert nameless.returncode == 2
    assert nameless.stderr.startswith("--verify needs the name of an exporter")
