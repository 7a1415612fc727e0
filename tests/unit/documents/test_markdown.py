"""Markdown becomes one page: pictures inside, nothing fetched, nothing run."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from jmdexport.documents.faults import TemplateFault
from jmdexport.documents.markdown import to_page

TEXT = "# Bericht\n\nVorspann\n\n## Eins\n\n## Zwei\n\n## Eins\n"


def page(text: str = TEXT, **options: object) -> str:
    return to_page(text, **{"title": "Bericht", "language": "de", **options})  # type: ignore[arg-type]


def test_the_page_says_its_language_and_title() -> None:
    shown = page(title="A & B", language="en")
    assert '<html lang="en">' in shown
    assert "<title>A &amp; B</title>" in shown


def test_the_policy_allows_the_own_style_by_its_digest_and_pictures_as_data_and_nothing_else() -> None:
    shown = page()
    style = re.search(r"<style>(.*?)</style>", shown, re.DOTALL)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', shown)
    assert style is not None
    assert policy is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy[1].replace("&#39;", "'").split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "img-src data:",
        "font-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_no_element_carries_a_style_of_its_own_because_the_policy_would_drop_it() -> None:
    shown = page("| a | b |\n| --: | :-: |\n| 1 | 2 |\n")
    assert "style=" not in shown
    assert '<td class="right">1</td>' in shown
    assert '<td class="center">2</td>' in shown


def test_a_picture_stands_in_the_page_as_data_with_its_alternative_text() -> None:
    shown = page("![Karte *2025*](karte.svg)\n", pictures={"karte.svg": b"<svg/>"})
    data = base64.b64encode(b"<svg/>").decode()
    assert f'<figure><img src="data:image/svg+xml;base64,{data}" alt="Karte 2025" /></figure>' in shown


@pytest.mark.parametrize("source", ["http://example.org/a.png", "fehlt.svg", "a.exe"])
def test_a_picture_that_is_not_given_is_replaced_by_its_alternative_text(source: str) -> None:
    shown = page(f"![Karte]({source})\n", pictures={"a.exe": b""})
    assert "<img" not in shown
    assert "<p>Karte</p>" in shown


def test_a_picture_without_a_scheme_from_elsewhere_stays_text() -> None:
    assert "<img" not in page("![Karte](//example.org/a.png)\n")


def test_raw_html_is_shown_and_not_run() -> None:
    shown = page("<script>alert(1)</script>\n\nHallo <b>du</b>\n")
    assert "<script" not in shown
    assert "&lt;script&gt;" in shown
    assert "&lt;b&gt;" in shown


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc", "//x.de"]
)
def test_a_link_to_anything_but_web_mail_and_telephone_stays_text(address: str) -> None:
    assert "<a " not in page(f"[x]({address})\n")


@pytest.mark.parametrize("address", ["https://example.org/", "mailto:a@example.org", "tel:+49301", "#eins"])
def test_a_link_to_web_mail_telephone_or_within_the_page_is_one(address: str) -> None:
    assert f'<a href="{address}"' in page(f"[x]({address})\n")


def test_the_contents_list_the_parts_with_anchors_of_their_own_behind_the_title() -> None:
    shown = page()
    assert re.findall(r'<a href="#([^"]+)">([^<]+)</a>', shown) == [
        ("eins", "Eins"),
        ("zwei", "Zwei"),
        ("eins-2", "Eins"),
    ]
    assert shown.index("<h1") < shown.index("<nav") < shown.index('<h2 id="eins"')


def test_two_parts_need_no_list_of_contents() -> None:
    assert "<nav" not in page("# A\n\n## B\n\n## C\n")


def test_a_table_has_headers_that_say_they_are_columns() -> None:
    shown = page("| a | b |\n| --- | --- |\n| 1 | 2 |\n")
    assert shown.count('<th scope="col">') == 2
    assert '<div class="table"><table>' in shown


def test_a_style_of_the_callers_own_takes_the_place_of_the_librarys(tmp_path: Path) -> None:
    (tmp_path / "page.css").write_text("p { color: red }\n", encoding="utf-8")
    assert "<style>p { color: red }</style>" in page(folders=(tmp_path,))


def test_a_style_that_would_end_early_is_refused(tmp_path: Path) -> None:
    (tmp_path / "page.css").write_text("</style><script>", encoding="utf-8")
    with pytest.raises(TemplateFault, match="too early"):
        page(folders=(tmp_path,))


def test_nothing_in_the_page_points_outside() -> None:
    shown = page("# A\n\nhttps://example.org\n")
    assert re.findall(r'(?:src|href)="(?!#|data:)[^"]*"', shown) == []
    assert "@import" not in shown
    assert "url(" not in shown
