"""What nobody hopes for, in every form: names full of marks, nothing or very much found, odd terminals."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result

from jmdexport.cli import jmd
from jmdexport.cli.forms import FORMS

ON = ("--on", "2026-01-31")
HEAD = "schema: 2\nservice:\n  name: JMD\n  provider: T\npartners:\n"
HOSTILE = (
    "</script><script>alert(1)</script><img src=x onerror=alert(1)> ]]> <!-- & &amp; **fett** `code`"
    " [hier](http://a.example) ![x](http://b.example) | @alle #1 \u202egnp.exe\u202c {{ 7 * 7 }} ${{ x }}"
)
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    return lambda *args, **more: CliRunner().invoke(jmd, [str(arg) for arg in args], **more)


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)
        assert not any(name.startswith("on") or name in {"src", "href"} for name, _ in attrs)


@pytest.mark.parametrize("form", list(FORMS))
def test_a_name_full_of_marks_is_shown_and_does_nothing(run: Run, form: str) -> None:
    name = json.dumps(HOSTILE)
    twins = "".join(f"  p{n}:\n    name: {name}\n    kind: school\n" for n in (1, 2))
    file = "w\x1b[2J\u202e[a](b)<i>.yaml"
    Path(file).write_text(HEAD + twins, encoding="utf-8")
    result = run("check", file, *ON, "--select", "D901", "--output-format", form)
    told = result.stdout
    assert result.exit_code == 0
    assert "gnp.exe" in told
    assert "\x1b" not in result.output
    if form == "json":
        assert HOSTILE in json.loads(told)["findings"][0]["message"]
    else:
        assert "\u202e" not in told
    if form == "sarif":
        message = json.loads(told)["runs"][0]["results"][0]["message"]["text"]
        assert "](" not in message.replace("\\](", "")
    if form == "junit":
        assert "<img src=x" in (ET.fromstring(told.encode()).findtext(".//failure") or "")
    if form == "markdown":
        assert not re.search(r"(?<!\\)[<>\[\]|`]", told.partition("- ")[2].partition("\n\n")[0])
    if form == "html":
        page = _Elements()
        page.feed(told)
        assert page.found.count("script") == 1
        assert "img" not in page.found


@pytest.mark.parametrize("form", list(FORMS))
def test_nothing_found_is_a_result_in_every_form(run: Run, form: str) -> None:
    Path("w.yaml").write_text(HEAD + "  p1:\n    name: P\n    kind: school\n", encoding="utf-8")
    result = run("check", "w.yaml", *ON, "--select", "D901", "--output-format", form, "--language", "en")
    assert (result.exit_code, result.stderr) == (0, "")
    expected = {
        "text": "Nothing found.",
        "concise": "",
        "json": '"findings": []',
        "sarif": '"results": []',
        "junit": 'tests="1" failures="0"',
        "markdown": "Number of findings: 0",
        "html": "Number of findings: 0",
    }
    assert expected[form] in result.stdout
    assert form != "concise" or not result.stdout
    assert form != "html" or "<script" not in result.stdout


@pytest.mark.parametrize("form", list(FORMS))
def test_very_many_findings_are_all_there_or_counted(run: Run, form: str) -> None:
    count = 1200
    many = "".join(
        f"  p{n:04}:\n    name: P{n:04}\n    kind: school\n    note: an erika{n}@web.example\n"
        for n in range(count)
    )
    Path("w.yaml").write_text(HEAD + many, encoding="utf-8")
    asked = ("check", "w.yaml", *ON, "--select", "D903", "--output-format", form, "--language", "en")
    told = run(*asked).stdout
    whole = run(*asked, "--limit", "0").stdout
    assert len({*re.findall(r"p\d{4}\b", whole)}) == count
    if form in {"text", "markdown"}:
        assert "shown: 10 of 1,200" in told
        assert len(re.findall(r"p\d{4}\.note", told)) == 10
    else:
        assert told == whole


@pytest.mark.parametrize("form", list(FORMS))
def test_a_file_without_line_ends_is_told_by_place_and_never_shown_whole(run: Run, form: str) -> None:
    things = {f"p{n}": {"name": f"P{n}", "kind": "school"} for n in range(200)}
    things |= {"p7": {"name": "P9", "kind": "school", "note": "im Vertrauen"}}
    service = {"name": "JMD", "provider": "T"}
    text = json.dumps({"schema": 2, "service": service, "partners": things})
    Path("w.json").write_text(text, encoding="utf-8")
    told = run("check", "w.json", *ON, "--select", "D901", "--output-format", form).stdout
    assert "partners/p7" in told
    assert "im Vertrauen" not in told
    assert max(map(len, told.splitlines())) < 2500


@pytest.mark.parametrize("form", list(FORMS))
def test_neither_the_width_of_a_terminal_nor_a_wish_against_colour_changes_the_result(
    run: Run, form: str
) -> None:
    twins = "".join(f"  p{n}:\n    name: {'Lang ' * 30}\n    kind: school\n" for n in (1, 2))
    Path("w.yaml").write_text(HEAD + twins, encoding="utf-8")
    asked = ("check", "w.yaml", *ON, "--output-format", form)
    plain = run(*asked).stdout
    for env in ({"COLUMNS": "40"}, {"NO_COLOR": "1"}, {"TERM": "dumb"}, {"NO_COLOR": "1", "COLUMNS": "1"}):
        assert run(*asked, env=env).stdout == plain
    assert run(*asked, color=True).stdout == plain


@pytest.mark.parametrize("form", list(FORMS))
def test_standard_input_gives_what_a_file_gives_but_for_its_name(run: Run, form: str) -> None:
    text = HEAD + "".join(f"  p{n}:\n    name: Gleich\n    kind: school\n" for n in (1, 2))
    Path("w.yaml").write_text(text, encoding="utf-8")
    asked = (*ON, "--select", "D901", "--output-format", form)
    piped = run("check", "-", *asked, input=text)
    filed = run("check", "w.yaml", *asked)
    assert piped.exit_code == filed.exit_code == 0
    if form == "sarif":  # what is no file has no address
        (location,) = json.loads(piped.stdout)["runs"][0]["results"][0]["locations"]
        assert [*location] == ["logicalLocations"]
        return
    shown = {"junit": "&lt;stdin&gt;", "html": "&lt;stdin&gt;", "markdown": "\\<stdin\\>"}.get(
        form, "<stdin>"
    )
    assert shown in piped.stdout
    assert piped.stdout.replace(shown, "w.yaml") == filed.stdout


@pytest.mark.parametrize("form", list(FORMS))
def test_a_folder_that_is_not_there_is_told_and_nothing_is_printed(run: Run, form: str) -> None:
    Path("w.yaml").write_text(HEAD + "  p1:\n    name: P\n    kind: school\n", encoding="utf-8")
    result = run("check", "w.yaml", *ON, "--output-format", form, "-o", "no/such/out")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "no/such" in result.stderr
    assert not Path("no").exists()
