"""Sentences and tables in one language: what the parts of the report are put together from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from jmdexport.builtin import _report_texts as texts
from jmdexport.documents.escaping import shown
from jmdmodel.messages import Language, Say, Value, in_list, in_long_date, in_words
from jmdmodel.phrases import Case, Counted, Noun, capital, counted, number_word
from jmdmodel.scales import Coded

_BREAKS = re.compile(r"[\W_]+")


@attrs.frozen
class Talk:
    """Puts values into the words of one language; names are made fit to be shown on the way."""

    language: Language

    def say(self, say: Say, **values: Value) -> str:
        """Give a text with its values; one that begins with a number in words gets its capital."""
        # A form for none or one may have fewer places than values are given; too few values are an error.
        plain = say.in_(self.language)
        shown_as = {name: in_words(value, self.language) for name, value in values.items()}
        told = _one_stop(plain.format_map(shown_as))
        return capital(told) if plain.startswith(("{n}", "{number}")) else told

    def number(self, number: int) -> str:
        """Give a number for a table."""
        return in_words(number, self.language)

    def counted(self, number: int, noun: Noun, say: Counted, *, case: Case = "nom", **values: Value) -> str:
        """Give the form of a sentence that fits the number."""
        phrase = counted(number, noun, self.language, case=case)
        word = number_word(number, self.language)
        return self.say(say.of(number), n=phrase, number=word, **values)

    def phrase(self, number: int, noun: Noun) -> str:
        """Give a number with its noun."""
        return counted(number, noun, self.language)

    def label(self, thing: Coded | Say | None) -> str:
        """Give the word for a code; a dash where there is none."""
        if thing is None:
            return texts.NOTHING.in_(self.language)
        return (thing.label if isinstance(thing, Coded) else thing).in_(self.language)

    def day(self, day: Any) -> str:
        """Give a day for running text; day and month stay on one line."""
        return in_long_date(day, self.language).replace(" ", "\u00a0", 1)

    def listed(self, parts: Iterable[str]) -> str:
        """Join names as a sentence does; with semicolons where a name has a comma or an "and" in it."""
        names = [shown(part) for part in parts]
        if len(names) > 1 and any(mark in name for name in names for mark in (",", ";", " und ", " and ")):
            return "; ".join(names)
        return in_list(names, self.language)

    def cell_of(self, parts: Iterable[str]) -> str:
        """Join names in a cell of a table."""
        names = [shown(part) for part in parts]
        return ("; " if any("," in name for name in names) else ", ").join(names)

    def sentence(self, text: str) -> str:
        """Give a person's own text as a part of a paragraph, ended as a sentence is."""
        line = shown(text)
        return line if line.endswith((".", "!", "?", "…", ":", "\u2069")) else f"{line}."


def by_name(name: str, identifier: str = "") -> tuple[str, str, str]:
    """Give the key that sorts names as a German dictionary does: umlauts and capitals as the plain letters.

    Marks and blanks between words count alike; names that differ in nothing else keep one fixed order.

    Example:
        >>> sorted(["Zoo", "Übergang e. V.", "ubi", "Straße", "Strasse 2", "Ärztehaus", "Amt"], key=by_name)
        ['Amt', 'Ärztehaus', 'Straße', 'Strasse 2', 'Übergang e. V.', 'ubi', 'Zoo']
    """
    plain = name.casefold()
    if not plain.isascii():
        letters = unicodedata.normalize("NFKD", plain)
        plain = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return " ".join(_BREAKS.split(plain)).strip(), name, identifier


def _one_stop(sentence: str) -> str:
    """End a sentence with one full stop: that of an abbreviation at its end is the sentence's too."""
    return sentence[:-1] if sentence.endswith("..") and not sentence.endswith("...") else sentence


def table(
    talk: Talk,
    head: Sequence[Say | str],
    align: str,
    rows: Iterable[Sequence[object]],
    total: Sequence[object] = (),
) -> dict[str, Any] | None:
    """Give a table as plain data; ``None`` when it has no rows, so that a template can leave it out."""
    made = [[_cell(talk, cell) for cell in row] for row in rows]
    if not made:
        return None
    return {
        "head": [column if isinstance(column, str) else column.in_(talk.language) for column in head],
        "align": align,
        "rows": made,
        "total": [_cell(talk, cell) for cell in total],
    }


def _cell(talk: Talk, cell: object) -> str:
    if isinstance(cell, bool | int):
        return in_words(cell, talk.language)
    if isinstance(cell, Coded | Say) or cell is None:
        return talk.label(cell)
    return shown(str(cell))
