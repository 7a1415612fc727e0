"""Protected tables as plain data, so that a published edition can be kept and handed over next year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from jmdmodel.errors import ModelError
from jmdmodel.messages import Message, Say
from jmdmodel.phrases import Gender, Noun
from jmdmodel.privacy.counts import counts_texts as texts
from jmdmodel.privacy.counts.dimensions import Category, Dimension, Group, Level
from jmdmodel.privacy.counts.hiding import Mode
from jmdmodel.privacy.counts.protected import ProtectedTable

VERSION = 1
"""The version of the form that tables are kept in."""


def as_data(table: ProtectedTable) -> dict[str, Any]:
    """Give a protected table as plain data that JSON can hold, to keep it with its edition (R-51).

    It holds nothing that was not shown: a hidden number is ``None`` here too. :func:`from_data` makes the
    table of it again. German: veröffentlichte Tabelle aufbewahren.

    Example:
        >>> import json
        >>> from jmdmodel.privacy.counts import CountTable, as_data, from_data, protect
        >>> person = Noun("f", Say("Person", "person"), Say("Personen", "persons"))
        >>> table = CountTable(name="all", title=Say("Alle", "all"), counted=person, year=2025, counts=(9,))
        >>> (shown,) = protect([table]).shown
        >>> from_data(json.loads(json.dumps(as_data(shown)))) == shown
        True
    """
    return {
        "version": VERSION,
        "name": table.name,
        "title": _said(table.title),
        "counted": {
            "gender": table.counted.gender,
            "one": _said(table.counted.one),
            "many": _said(table.counted.many),
            "dative": table.counted.dative,
        },
        "year": table.year,
        "edition": table.edition,
        "population": table.population,
        "within": [list(pair) for pair in table.within],
        "dimensions": [_dimension_data(dimension) for dimension in table.dimensions],
        "mode": table.mode,
        "threshold": table.threshold,
        "cells": list(table.cells),
    }


def from_data(data: Mapping[str, Any]) -> ProtectedTable:
    """Make a protected table of what :func:`as_data` gave.

    Raises:
        ModelError: It is no such data.
    """
    try:
        _need_version(data["version"])
        return ProtectedTable(
            name=_text(data["name"]),
            title=_say(data["title"]),
            counted=Noun(
                _word(data["counted"]["gender"], Gender),
                _say(data["counted"]["one"]),
                _say(data["counted"]["many"]),
                _text(data["counted"]["dative"]),
            ),
            year=_number(data["year"]),
            edition=_text(data["edition"]),
            population=_text(data["population"]),
            within=tuple((_text(name), _text(code)) for name, code in data["within"]),
            dimensions=tuple(_dimension(one) for one in data["dimensions"]),
            mode=_word(data["mode"], Mode),
            threshold=_number(data["threshold"]),
            cells=tuple(None if cell is None else _number(cell) for cell in data["cells"]),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ModelError(Message.of(texts.NOT_KEPT)) from error


def _need_version(value: Any) -> None:
    if value != VERSION:
        raise ValueError


def _said(say: Say) -> dict[str, str]:
    return {"de": say.de, "en": say.en}


def _category_data(category: Category) -> dict[str, Any]:
    return {"code": category.code, "label": _said(category.label)}


def _dimension_data(dimension: Dimension) -> dict[str, Any]:
    return {
        "name": dimension.name,
        "label": _said(dimension.label),
        "categories": [_category_data(category) for category in dimension.categories],
        "levels": [
            {
                "shown": level.shown,
                "groups": [{**_category_data(group), "parts": list(group.parts)} for group in level.groups],
            }
            for level in dimension.levels
        ],
        "total": None if dimension.total is None else _said(dimension.total),
    }


def _dimension(data: Mapping[str, Any]) -> Dimension:
    return Dimension(
        name=_text(data["name"]),
        label=_say(data["label"]),
        categories=tuple(Category(code=_text(c["code"]), label=_say(c["label"])) for c in data["categories"]),
        levels=tuple(
            Level(
                shown=level["shown"] is True,
                groups=tuple(
                    Group(
                        code=_text(group["code"]),
                        label=_say(group["label"]),
                        parts=tuple(_text(part) for part in group["parts"]),
                    )
                    for group in level["groups"]
                ),
            )
            for level in data["levels"]
        ),
        total=None if data["total"] is None else _say(data["total"]),
    )


def _say(data: Mapping[str, Any]) -> Say:
    return Say(de=_text(data["de"]), en=_text(data["en"]))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError
    return value


def _word(value: Any, words: Any) -> Any:
    if value not in get_args(words):
        raise ValueError
    return value
