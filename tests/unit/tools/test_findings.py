"""The comparison of what two versions find."""

from __future__ import annotations

from pathlib import Path

from jmdexport.demo import example_bytes
from tools.findings import collect, compared


def told(rules: list[str], **files: list[str] | str) -> dict[str, object]:
    return {
        "rules": rules,
        "files": {
            name: {"refused": one} if isinstance(one, str) else {"findings": one}
            for name, one in files.items()
        },
    }


def test_versions_that_find_the_same_say_so() -> None:
    one = told(["Q1"], a=["Q1 maps"])
    assert list(compared(one, one)) == ["no finding is new and none is lost in 1 files"]


def test_what_is_new_and_what_is_lost_stands_under_its_rule() -> None:
    old = told(["Q1", "Q2"], a=["Q1 maps", "Q2 contacts/x", "Q2 contacts/x"], b=[])
    new = told(["Q1", "Q3"], a=["Q1 maps", "Q2 contacts/x"], b=["Q3 partners/p.name"])
    assert list(compared(old, new)) == [
        "new rule Q3",
        "rule gone Q2",
        "Q2: 0 new, 1 lost",
        "  - a: contacts/x",
        "Q3: 1 new, 0 lost",
        "  + b: partners/p.name",
    ]


def test_files_that_only_one_version_reads_are_told_and_not_compared() -> None:
    assert list(compared(told([], a="L100"), told([], a=["Q1 maps"]))) == ["files:", "  a: L100 → read"]
    assert list(compared(told([]), told([], a=[]))) == ["files:", "  a: not there → read"]


def test_every_file_of_a_folder_is_checked_on_its_day(tmp_path: Path) -> None:
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "example.yaml").write_bytes(example_bytes())
    (tmp_path / "broken.yaml").write_text("schema: 99\n", "utf-8")
    found = collect(tmp_path)
    assert "refused" in found["files"]["broken.yaml"]
    assert any(line.startswith("Q511 ") for line in found["files"]["demo/example.yaml"]["findings"])
