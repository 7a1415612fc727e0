"""The page of errors has every code that the source has, each once, and says something for each."""

from __future__ import annotations

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

import jmdexport
import jmdmodel
from docs.error_source import CODE, Told, rules, told_codes
from docs.error_words import ADVICE, FAMILIES, FOLLOWED
from docs.errors import errors_page, family_of
from jmdmodel.messages import Language
from tests.docs._samples import ROOT

ROW = re.compile(r"^\| .*?`([A-Z]\d{3})`.*? \| (.+) \| (.+) \|$", re.MULTILINE)


def written(path: Path) -> set[str]:
    """Give the codes that stand as texts of their own in a file; rules have a page of their own."""
    found = {
        node.value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return {code for code in found if CODE.fullmatch(code)} - rules()


@cache
def all_written() -> set[str]:
    files = [path for path in (ROOT / "src").rglob("*.py") if "testing" not in path.parts]
    return set().union(*map(written, files))


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_code_of_the_source_is_on_the_page_once(language: Language) -> None:
    shown = Counter(code for code, *_ in ROW.findall(errors_page(language)))
    assert set(shown) == all_written()
    assert [code for code, times in shown.items() if times > 1] == []


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_code_says_something_and_no_placeholder_is_left(language: Language) -> None:
    rows = ROW.findall(errors_page(language))
    assert [code for code, says, _ in rows if len(says) < 10] == []
    assert [code for code, *cells in rows if re.search(r"\{\w*\}", " ".join(cells))] == []


def test_a_message_of_one_sentence_comes_with_what_to_do() -> None:
    short = [
        code
        for code, says, advice in ROW.findall(errors_page("en"))
        if advice == "–" and not re.search(r"[.:;,] .*[.…]$", says)
    ]
    assert short == ["E400"], "docs/error_words.py has advice where the source has none"


def test_the_texts_are_those_of_the_source() -> None:
    told = told_codes()
    assert [say.de for say in told["L101"].says] == ["Die Datei ist nicht in UTF-8 gespeichert."]
    assert [say.en for say in told["L134"].remedies] == ["Name two different partners."]
    assert len(told["E410"].says) == 7, "the sentence, and the six ways to fail"
    assert [say.en[:24] for say in told["M101"].says] == ["There is no network map "]


def test_two_errors_never_share_a_code_that_is_a_class() -> None:
    assert {code: told.raised for code, told in told_codes().items() if len(told.raised) > 1} == {}


def test_advice_is_given_only_where_the_source_has_none() -> None:
    told = told_codes()
    assert [code for code in ADVICE if code not in told or told[code].remedies] == []
    assert set(FOLLOWED) <= set(told)


def test_every_class_that_a_family_names_is_public() -> None:
    public = {*jmdmodel.__all__, *jmdexport.__all__}
    assert [name for family in FAMILIES for name in family.raised if name not in public] == []


def test_a_code_of_no_family_is_found() -> None:
    with pytest.raises(ValueError, match="X999"):
        family_of(Told("X999").code)
