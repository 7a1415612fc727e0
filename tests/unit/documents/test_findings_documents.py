"""The result of a check as Markdown and as a page: complete, escaped, without a request to anywhere."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

from markdown_it import MarkdownIt

from jmdexport.documents.findings import Told, findings_markdown, findings_page
from jmdmodel.errors import Position
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.quality import Findings, Level, Settings, check
from jmdmodel.quality.forms import Excerpt
from tests.unit.quality._build import ON, contact, partner, workspace

NAMES = [f"p{n}" for n in range(9)]
FOUND = check(
    workspace(*map(partner, NAMES), *map(contact, NAMES)),
    on=ON,
    settings=Settings.of(select=["Q511", "Q512", "S101", "Q518", "N204"]),
)
EVIL = "<img src=x onerror=alert(1)> [x](javascript:a) @all #1 **b** </script> https://evil.example"
HOSTILE = Findings(
    (Finding(code="N206", subject=Ref("committees", "c"), values=(("committee", EVIL),)),),
    (("N206", Level.HINT),),
)
MANY = Findings(
    tuple(
        Finding(code="N206", subject=Ref("committees", f"c{n}"), values=(("committee", f"C{n}"),))
        for n in range(12)
    ),
    (("N206", Level.HINT),),
)


def place(finding: Finding) -> Position:
    return Position("site.yaml", 10 + len(finding.code), 3)


class Page(HTMLParser):
    """What tests ask of a page: its elements, its text, and what a browser would fetch."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.inside: dict[str, str] = {}
        self.words = ""
        self.fetched: list[str] = []
        self.handlers: list[str] = []
        self.policy = ""
        self._open = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._open = tag
        given = dict(attrs)
        self.fetched += [str(given[name]) for name in ("src", "href", "action", "data") if name in given]
        self.handlers += [name for name, _ in attrs if name.startswith("on") or name == "style"]
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = str(given["content"])

    def handle_endtag(self, tag: str) -> None:
        del tag
        self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open in {"script", "style"}:
            self.inside[self._open] = data
        else:
            self.words += data


def digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_markdown_goes_by_level_with_duties_first_and_says_what_to_do() -> None:
    text = findings_markdown(FOUND, Told(language="en", locate=place))
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == ["Must (2)", "Should (1)", "Hint (1)"]
    assert "- For 2025 there is no network map. (site.yaml:14:3 maps)\n" in text
    assert text.count("**What to do:** ") == 4
    assert "Number of findings: 4 (must: 2, should: 1, hint: 1)." in text


def test_markdown_lists_rules_that_passed_on_request() -> None:
    assert "## Rules without a finding\n\n- shares-not-100 (Q518)\n" in findings_markdown(
        FOUND, Told(language="en", passed=True)
    )
    assert "shares-not-100" not in findings_markdown(FOUND, Told())


def test_markdown_shows_what_stands_in_a_name_and_does_nothing_with_it() -> None:
    html = MarkdownIt("gfm-like", {"linkify": False}).render(findings_markdown(HOSTILE, Told()))
    assert "<img" not in html
    assert "<a " not in html
    assert "<strong>b</strong>" not in html
    assert "\\@all \\#1" in findings_markdown(HOSTILE, Told())


def test_long_lists_are_capped_with_the_true_total() -> None:
    for make in (findings_markdown, findings_page):
        assert make(MANY, Told(limit=10)).count("committees/c") == 10
        assert "… gezeigt: 10 von 12" in make(MANY, Told(limit=10))
        assert make(MANY, Told()).count("committees/c") == 12
        assert "gezeigt:" not in make(MANY, Told())


def test_what_is_withheld_is_counted_and_its_rules_did_not_pass() -> None:
    told = Told(language="en", passed=True, withheld={"Q518": 3})
    for make in (findings_markdown, findings_page):
        text = make(FOUND, told)
        assert "Findings about confidential entries that are not shown: 3." in text
        assert "Q518" not in text
        assert "Rules checked: 5, without a finding: 0." in text


def test_nothing_found_is_a_document_too() -> None:
    nothing = Findings((), (("Q512", Level.MUST),))
    assert "Zahl der Befunde: 0" in findings_markdown(nothing, Told())
    page = Page(findings_page(nothing, Told()))
    assert "Zahl der Befunde: 0" in page.words
    assert "script" not in page.tags
    assert "script-src" not in page.policy


def test_the_page_asks_for_nothing_and_allows_its_own_style_and_script_only() -> None:
    text = findings_page(FOUND, Told(locate=place, passed=True))
    page = Page(text)
    assert page.fetched == []
    assert page.handlers == []
    assert "url(" not in page.inside["style"]
    assert "@import" not in page.inside["style"]
    assert page.policy == (
        f"default-src 'none'; style-src 'sha256-{digest(page.inside['style'])}'; "
        f"script-src 'sha256-{digest(page.inside['script'])}'; base-uri 'none'; form-action 'none'"
    )


def test_the_script_makes_no_markup_and_asks_for_nothing() -> None:
    script = Page(findings_page(FOUND, Told())).inside["script"]
    for word in (
        "innerHTML",
        "outerHTML",
        "insertAdjacent",
        "document.write",
        "eval",
        "fetch",
        "import",
        "Storage",
    ):
        assert word not in script


def test_the_page_shows_everything_without_a_script() -> None:
    page = Page(findings_page(FOUND, Told(language="en", locate=place)))
    assert page.tags.count("article") == 4
    assert "For 2025 there is no network map." in page.words
    assert "site.yaml:14:3 maps" in page.words
    text = findings_page(FOUND, Told())
    assert re.findall(r"<[^>]* hidden>", text) == [
        '<div id="filter" role="search" aria-label="Befunde filtern" hidden>'
    ]


def test_the_page_can_be_filtered_by_level_and_family() -> None:
    text = findings_page(FOUND, Told(language="en"))
    assert re.findall(r'name="level" value="(\w+)" checked', text) == ["must", "should", "hint"]
    assert re.findall(r'<option value="(\w*)">', text) == ["", "N", "Q", "S"]
    assert sorted(re.findall(r'<article data-level="(\w+)" data-family="(\w)">', text)) == [
        ("hint", "N"), ("must", "Q"), ("must", "Q"), ("should", "S"),
    ]  # fmt: skip


def test_the_page_escapes_whatever_stands_in_a_name_or_a_line() -> None:
    def show(finding: Finding) -> Excerpt:
        return Excerpt(len(finding.code), f"{EVIL} name", 0, 4)

    harmless = Page(findings_page(HOSTILE, Told(show=lambda _: Excerpt(1, "x", 0, 1), title="x")))
    page = Page(findings_page(HOSTILE, Told(show=show, title=EVIL)))
    assert page.tags == harmless.tags
    assert page.fetched == []
    assert page.words.count("<img") == 4  # the title of the page and its heading, the message, the line


def test_the_page_shows_the_line_of_the_file_with_the_place_marked() -> None:
    told = Told(show=lambda _: Excerpt(7, "  - name: Schule", 4, 4))
    text = findings_page(FOUND, told).replace("\u00a0", " ")
    assert "<code>- <mark>name</mark>: Schule</code>" in text
    assert "<code>" not in findings_page(FOUND, Told())


def test_a_folder_words_a_block_anew(tmp_path: Path) -> None:
    own = '{% extends "jmd/findings.md.jinja" %}{% block head %}# Teamsitzung{% endblock %}'
    (tmp_path / "findings.md.jinja").write_text(own, encoding="utf-8")
    assert findings_markdown(FOUND, Told(folders=(tmp_path,))).startswith("# Teamsitzung\n")
