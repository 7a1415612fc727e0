"""The process of one command looks for rubbish seldom; a program that calls the verbs keeps its collector."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from jmdexport.cli import main

ROOT = Path(__file__).parents[3]
_TOLD = (
    "import gc, sys; from jmdexport.cli import main\n"
    "try: main()\n"
    "except SystemExit: print(gc.get_freeze_count() > 0, gc.get_threshold()[0] > 100_000)"
)


def test_the_process_of_the_command_line_leaves_what_it_made_to_the_system() -> None:
    env = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    told = subprocess.run(
        [sys.executable, "-c", _TOLD, "explain", "Q512"], env=env, capture_output=True, text=True, check=True
    )
    assert told.stdout.splitlines()[-1] == "True True"


def test_a_program_that_calls_the_command_line_keeps_its_collector(
    capsys: pytest.CaptureFixture[str],
) -> None:
    before, frozen = (gc.get_threshold(), gc.isenabled()), gc.get_freeze_count()
    with pytest.raises(SystemExit):
        main(["explain", "Q512"])
    assert capsys.readouterr().out
    assert (gc.get_threshold(), gc.isenabled()) == before
    assert gc.get_freeze_count() <= frozen  # what was frozen may have gone, nothing has come
