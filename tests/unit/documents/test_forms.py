"""Documents in every form: what the text has, each file has, found by reading the file back."""

from __future__ import annotations

import io
import pickle
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from jmdexport.documents import pandoc
from jmdexport.documents.forms import DOCUMENTS, document
from jmdexport.documents.office_faults import OfficeFailed
from jmdexport.documents.packages import own_reference, packed, unpacked
from jmdexport.documents.pandoc import run_pandoc
from jmdexport.drawing.scene import Scene, Text
from jmdexport.errors import MissingExtra
from jmdexport.searching import find_in
from tests.unit.documents._read_back import Found, read_docx, read_odt, read_pdf

pytest.importorskip("pypandoc", reason="the extra office is not installed")
pytest.importorskip("typst", reason="the extra pdf is not installed")

ON = date(2026, 1, 31)
READERS: dict[str, Callable[[bytes], Found]] = {".docx": read_docx, ".odt": read_odt, ".pdf": read_pdf}
FORMS = sorted(READERS)
TEXT = """\
# Bericht über das Netz

Ein **fetter** Satz mit <spitzen> Klammern & Zeichen, #hash, $x$, `code` und [einem Link](https://example.org/a).

## Partner

| Art | Zahl |
| --- | ---: |
| Schule | 3 |
| **Zusammen** | **3** |

### Karte

![Die Karte zeigt „drei“ Partner & mehr.](karte.svg)

- eins
- zwei

#### Zeichen

![Ein kleines Zeichen.](zeichen.svg)

3. drei
4. vier

> Ein Zitat.

## Fehlt

![Dieses Bild gibt es nicht.](fehlt.svg)
"""


def scene(width: float, height: float, word: str) -> Scene:
    return Scene(
        width=width,
        height=height,
        title=word,
        description=word,
        language="de",
        items=(Text(x=5, y=10, lines=(word,), size=9, colour="#000000"),),
    )


PICTURES = {"karte.svg": scene(297, 210, "Karte"), "zeichen.svg": scene(60, 30, "Zeichen")}


@cache
def made(suffix: str, text: str = TEXT, language: str = "de") -> bytes:
    return document(
        text,
        suffix=suffix,
        title="Bericht · JMD",
        language=language,  # type: ignore[arg-type]
        as_of=ON,
        pictures=PICTURES,
    )


@cache
def found(suffix: str) -> Found:
    return READERS[suffix](made(suffix))


@pytest.mark.parametrize("suffix", FORMS)
def test_headings_keep_their_levels(suffix: str) -> None:
    assert found(suffix).headings == [
        (0, "Bericht über das Netz"),
        (1, "Partner"),
        (2, "Karte"),
        (3, "Zeichen"),
        (1, "Fehlt"),
    ]


@pytest.mark.parametrize("suffix", FORMS)
def test_the_head_of_a_table_is_marked_as_one(suffix: str) -> None:
    assert found(suffix).heads == [["Art", "Zahl"]]


@pytest.mark.parametrize("suffix", FORMS)
def test_each_picture_has_its_alternative_text_and_one_that_is_missing_gives_way_to_it(suffix: str) -> None:
    assert found(suffix).alts == ["Die Karte zeigt „drei“ Partner & mehr.", "Ein kleines Zeichen."]
    assert "Dieses Bild gibt es nicht." in found(suffix).text


@pytest.mark.parametrize("suffix", FORMS)
def test_title_and_language_stand_in_the_properties(suffix: str) -> None:
    assert (found(suffix).title, found(suffix).language) == ("Bericht · JMD", "de")
    assert READERS[suffix](made(suffix, "# A\n", "en")).language == "en"


@pytest.mark.parametrize("suffix", FORMS)
def test_what_looks_like_markup_is_shown_and_nothing_else_of_markdown_is_left(suffix: str) -> None:
    text = " ".join(found(suffix).text.split())
    assert "Ein fetter Satz mit <spitzen> Klammern & Zeichen, #hash, $x$, code und einem Link." in text
    for sign in ("**", "](", "| ", "`", "- eins"):
        assert sign not in text.replace("•", "")


@pytest.mark.parametrize("suffix", [*FORMS, ".txt", ".html", ".md"])
def test_the_same_document_has_the_same_bytes(suffix: str) -> None:
    again = document(TEXT, suffix=suffix, title="Bericht · JMD", language="de", as_of=ON, pictures=PICTURES)
    assert again == made(suffix)


@pytest.mark.parametrize("suffix", FORMS)
def test_a_document_without_any_heading_or_word_is_one_too(suffix: str) -> None:
    assert (
        READERS[suffix](made(suffix, "Nur ein Satz.")).text.strip().startswith(("Nur ein Satz.", "Bericht"))
    )
    assert made(suffix, "")


@pytest.mark.parametrize("suffix", FORMS)
def test_a_level_that_is_left_out_and_letters_that_no_font_has_do_no_harm(suffix: str) -> None:
    text = "#### Tief\n\n漢字 👍🏽 مرحبا\n\n# Zweiter Titel\n\n# Dritter\n"
    headings = [words for _, words in READERS[suffix](made(suffix, text)).headings]
    assert [words for words in headings if words in {"Tief", "Zweiter Titel", "Dritter"}]
    assert {"Tief", "Dritter"} <= set(headings)


@pytest.mark.parametrize("suffix", FORMS)
def test_the_search_for_private_values_sees_what_stands_in_it(suffix: str) -> None:
    needle = "Ein kleines Zeichen"
    assert find_in(made(suffix), {needle, "Nirgends zu finden"}) == {needle}


def test_a_wide_picture_has_a_page_of_its_own_and_a_small_one_stands_in_the_text() -> None:
    from pypdf import PdfReader

    sizes = [page.mediabox for page in PdfReader(io.BytesIO(made(".pdf"))).pages]
    assert [size.width > size.height for size in sizes] == [False, True, False]
    body = unpacked(made(".docx"))["word/document.xml"].decode()
    assert body.count('w:orient="landscape"') == 1
    assert body.count("<w:sectPr") == 3
    content, styles = (unpacked(made(".odt"))[name].decode() for name in ("content.xml", "styles.xml"))
    assert content.count('style:master-page-name="Landscape"') == 1
    assert content.count('style:master-page-name="Standard"') == 1
    assert 'style:print-orientation="landscape"' in styles


def test_a_wide_picture_at_the_end_leaves_no_empty_page_behind() -> None:
    body = unpacked(made(".docx", "# A\n\nB\n\n![Karte](karte.svg)\n"))["word/document.xml"].decode()
    assert body.count("<w:sectPr") == 2
    assert body.rindex('w:orient="landscape"') > body.rindex("<w:drawing")


def test_the_head_of_a_long_table_stands_on_each_of_its_pages() -> None:
    from pypdf import PdfReader

    rows = "\n".join(f"| Zeile {number} | {number} |" for number in range(90))
    pages = PdfReader(io.BytesIO(made(".pdf", f"# A\n\n| Kopfwort | Zahl |\n| --- | ---: |\n{rows}\n"))).pages
    assert len(pages) > 1
    assert all("Kopfwort" in page.extract_text() for page in pages)


def test_office_files_name_the_day_and_no_other_time() -> None:
    assert b"2026-01-31T00:00:00Z" in unpacked(made(".docx"))["docProps/core.xml"]
    assert b"2026-01-31T00:00:00Z" in unpacked(made(".odt"))["meta.xml"]
    for suffix in (".docx", ".odt"):
        with zipfile.ZipFile(io.BytesIO(made(suffix))) as archive:
            assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_first_part_of_an_odt_tells_its_kind_unpacked() -> None:
    with zipfile.ZipFile(io.BytesIO(made(".odt"))) as archive:
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def branded(form: str) -> bytes:
    """Give the library's own reference document in another colour, as an office might have it."""
    name = "word/styles.xml" if form == "docx" else "styles.xml"
    parts = unpacked(own_reference(form))
    data = parts[name].replace(b"0B5C6B", b"C0FFEE").replace(b"0b5c6b", b"c0ffee")
    assert data != parts[name]
    return packed(parts | {name: data})


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_the_styles_of_the_office_s_own_reference_document_are_taken_over(form: str) -> None:
    own = document(TEXT, suffix=f".{form}", title="A", language="de", as_of=ON, reference_doc=branded(form))
    name = "word/styles.xml" if form == "docx" else "styles.xml"
    assert b"c0ffee" in unpacked(own)[name].lower()
    assert READERS[f".{form}"](own).heads == [["Art", "Zahl"]]


@pytest.mark.parametrize("form", ["docx", "odt"])
@pytest.mark.parametrize("kind", ["no zip", "empty zip", "other form", "cut off", "declares"])
def test_a_reference_document_that_cannot_be_used_is_refused(form: str, kind: str) -> None:
    name = "word/styles.xml" if form == "docx" else "styles.xml"
    parts = unpacked(own_reference(form))
    entity = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    bad = {
        "no zip": b"Briefkopf",
        "empty zip": packed({}),
        "other form": own_reference("odt" if form == "docx" else "docx"),
        "cut off": own_reference(form)[:-300],
        "declares": packed(parts | {name: entity}),
    }[kind]
    with pytest.raises(OfficeFailed) as caught:
        document("# A", suffix=f".{form}", title="A", language="de", as_of=ON, reference_doc=bad)
    assert caught.value.trouble == "reference"
    assert form.upper() in caught.value.in_("de")
    assert pickle.loads(pickle.dumps(caught.value)).in_("en") == caught.value.in_("en")


def test_what_pandoc_refuses_and_a_time_that_is_over_are_told() -> None:
    with pytest.raises(OfficeFailed) as caught:
        run_pandoc(b"{", form="docx", reference=own_reference("docx"), as_of=ON)
    assert caught.value.trouble == "refused"
    with pytest.raises(OfficeFailed) as caught:
        run_pandoc(b"{}", form="docx", reference=own_reference("docx"), as_of=ON, seconds=0)
    assert caught.value.trouble == "time"


def test_without_the_extra_the_command_that_installs_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(MissingExtra, match=r"jmdmodel\[office\]"):
        document("# A", suffix=".odt", title="A", language="de", as_of=ON)


def test_a_form_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="rtf"):
        document("# A", suffix=".rtf", title="A", language="de", as_of=ON)


def test_each_form_that_is_listed_can_be_made() -> None:
    assert all(made(medium.suffix) for medium in DOCUMENTS)


@pytest.mark.parametrize("name", ["Haus हिन्दी e. V.", "Wat น้ำใจ", "שָׁלוֹם בָּעִיר", "தமிழ் கொடி", "漢字 👍🏽"])
@pytest.mark.parametrize("suffix", FORMS)
def test_names_in_any_script_can_stand_in_texts_and_pictures(suffix: str, name: str) -> None:
    text = f"# {name}\n\n**{name}**\n\n![{name}](a.svg)\n"
    data = document(
        text, suffix=suffix, title=name, language="de", as_of=ON, pictures={"a.svg": scene(297, 210, name)}
    )
    assert len(READERS[suffix](data).alts) == 1
