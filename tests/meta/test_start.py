"""What the README tells a newcomer to type is what CI does."""

from __future__ import annotations

import re
import stat
import subprocess

from tests.meta._source import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def start_blocks() -> list[str]:
    section = README.partition("\n## Start\n")[2].partition("\n## ")[0]
    return re.findall(r"^```\w*\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)


def test_the_start_has_two_blocks_of_one_command_line_each() -> None:
    blocks = start_blocks()
    assert len(blocks) == 2
    assert [block.count("\n") for block in blocks] == [1, 1]


def test_the_first_block_installs_and_runs_the_main_job() -> None:
    assert "pip install" in start_blocks()[0]
    assert "jmd demo" in start_blocks()[0]


def test_the_second_block_installs_what_the_tests_need_and_runs_them() -> None:
    assert "pip install" in start_blocks()[1]
    assert start_blocks()[1].rstrip().endswith("nox")


def test_ci_takes_its_command_from_the_readme() -> None:
    program = re.search(r"awk '(.*?)' README.md", CI, re.DOTALL)
    assert program is not None
    told = subprocess.run(
        ["awk", program[1], "README.md"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert told.stdout == start_blocks()[1]
    assert 'bash -euo pipefail -c "$test_command"' in CI


def test_ci_is_a_program() -> None:
    assert (ROOT / ".ci" / "run").stat().st_mode & stat.S_IXUSR
    subprocess.run(["bash", "-n", ".ci/run"], cwd=ROOT, check=True)


def test_the_picture_of_the_readme_stands_above_the_start() -> None:
    picture = README.index("](docs/images/network-map-example.svg)")
    assert picture < README.index("\n## Start\n")
