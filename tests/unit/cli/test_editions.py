"""``--keep-counts`` and ``--published``: an edition knows what earlier ones have told of persons."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jmdexport.cli import jmd
from jmdexport.cutting import counts_for
from jmdexport.demo import example_bytes, load_example
from jmdmodel.privacy.counts import from_data
from jmdmodel.scales import Audience

Run = Callable[..., Result]
ON = ("--on", "2026-01-31")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "w.yaml").write_bytes(example_bytes())
    return lambda *words: CliRunner().invoke(jmd, [str(word) for word in words])


@pytest.mark.parametrize("audience", ["report", "internal"])
def test_the_counts_of_an_edition_are_kept_as_every_reader_of_the_report_sees_them(
    run: Run, tmp_path: Path, audience: str
) -> None:
    done = run("report", "w.yaml", *ON, "-o", "b.html", "--audience", audience, "--keep-counts", "c.json")
    assert done.exit_code == 0, done.output
    assert "--published c.json" in done.stderr
    kept = json.loads((tmp_path / "c.json").read_bytes())
    expected = counts_for(load_example().workspace, 2025, Audience.REPORT)
    assert tuple(from_data(table) for table in kept["tables"]) == expected.shown
    assert expected.shown


def test_the_same_edition_once_more_tells_the_same(run: Run, tmp_path: Path) -> None:
    run("report", "w.yaml", *ON, "-o", "b.html", "--keep-counts", "c.json")
    again = run("report", "w.yaml", *ON, "-o", "b2.html", "--published", "c.json", "--keep-counts", "c2.json")
    assert again.exit_code == 0
    assert (tmp_path / "b2.html").read_bytes() == (tmp_path / "b.html").read_bytes()
    assert (tmp_path / "c2.json").read_bytes() == (tmp_path / "c.json").read_bytes()


def test_a_number_that_has_changed_since_is_not_shown_beside_the_published_one(
    run: Run, tmp_path: Path
) -> None:
    run("report", "w.yaml", *ON, "-o", "b.html", "--keep-counts", "c.json")
    kept = json.loads((tmp_path / "c.json").read_bytes())
    table = next(one for one in kept["tables"] if any(cell for cell in one["cells"] if cell))
    place = next(number for number, cell in enumerate(table["cells"]) if cell)
    table["cells"][place] += 1  # as if somebody had been entered late
    (tmp_path / "c.json").write_text(json.dumps(kept), "utf-8")
    for verb in (("report", "w.yaml", "-o", "later.html"), ("export", "w.yaml", "report", "-o", "out")):
        done = run(*verb, *ON, "--published", "c.json", "--keep-counts", "c2.json")
        assert done.exit_code == 0, done.output
        later = json.loads((tmp_path / "c2.json").read_bytes())
        assert table["name"] in {one["name"] for one in kept["tables"]}
        assert table["name"] not in {one["name"] for one in later["tables"]}
    assert (tmp_path / "later.html").read_bytes() != (tmp_path / "b.html").read_bytes()


def test_the_counts_of_another_edition_are_never_overwritten(run: Run, tmp_path: Path) -> None:
    keep = ("-o", "b.html", "--keep-counts", "c.json")
    assert run("report", "w.yaml", *ON, *keep).exit_code == 0
    assert run("report", "w.yaml", *ON, *keep).exit_code == 0  # the same edition once more
    before = (tmp_path / "c.json").read_bytes()
    (tmp_path / "b.html").unlink()
    other = run("report", "w.yaml", *ON, "--year", "2024", *keep)
    assert other.exit_code == 2
    assert "c.json" in other.stderr
    assert (tmp_path / "c.json").read_bytes() == before
    assert not (tmp_path / "b.html").exists()


@pytest.mark.parametrize(
    "content",
    ["{", "[]", "{}", '{"version": 2, "tables": []}', '{"version": 1, "tables": [{"version": 1}]}', "ä"],
)
def test_a_file_that_holds_no_counts_is_told(run: Run, tmp_path: Path, content: str) -> None:
    (tmp_path / "c.json").write_bytes(content.encode("latin-1"))
    done = run("report", "w.yaml", *ON, "-o", "b.html", "--published", "c.json")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "c.json" in done.stderr
    assert "--keep-counts" in done.stderr
    assert not (tmp_path / "b.html").exists()


def test_a_file_that_is_not_there_is_told(run: Run) -> None:
    done = run("report", "w.yaml", *ON, "-o", "b.html", "--published", "nix.json")
    assert done.exit_code == 2
    assert "[S301]" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("report", "w.yaml", "-o", "b.html", "--audience", "public"),
        ("export", "w.yaml", "network-map", "-o", "out"),
    ],
)
def test_where_no_counts_leave_there_are_none_to_keep(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    done = run(*words, *ON, "--keep-counts", "c.json")
    assert done.exit_code == 2
    assert {path.name for path in tmp_path.iterdir()} == {"w.yaml"}
