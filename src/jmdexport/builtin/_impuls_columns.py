"""What a column and a file of the i-mpuls-style export are: described once, for writing, reading and pages.

A file is a class of rows. Each field of the class is a column and says what it is; the writer, the reader,
the data package and the reference page all read that.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeAlias

import attrs

from jmdmodel.messages import Language, Message, Say
from jmdmodel.scales import Coded
from jmdmodel.vocabulary import WorkArea

Kind: TypeAlias = Literal["text", "id", "ids", "code", "codes", "integer", "number", "day"]
"""What the cells of a column are. Several identifiers or codes stand in one cell, joined by a blank."""

Whom: TypeAlias = Literal["always", "personal"]

_KEY = "impuls"
_TYPES: dict[Kind, str] = {"integer": "integer", "number": "number", "day": "date"}
_PROTECTED = Say(
    "{what} Eine geschützte Zahl; sie fehlt, wenn sie verborgen ist oder niemand sie eingetragen hat.",
    "{what} A protected number; it is missing where it is hidden, or where nobody entered it.",
)


@attrs.frozen(kw_only=True)
class Column:
    """One column: its identifier in the first line, what its cells are, and what it means.

    Attributes:
        name: The identifier; the same one means the same in every file.
        kind: What the cells are.
        title: Name for people.
        description: What it means, with its unit.
        required: Whether no cell may be empty.
        minimum: Lowest number.
        maximum: Highest number.
        words: The words that the cells may hold, where the list is closed.
        decimals: How many decimals are written, if the rows do not ask for others.
        source: Attribute that the value comes from, where the rows are things of the model themselves.
        made: Makes the value of the column from that attribute.
        since: Version of the format that brought the column.
        protected: Whether it holds numbers of persons, which come from protected tables alone.
    """

    name: str
    kind: Kind
    title: Say
    description: Say
    required: bool
    minimum: int | None
    maximum: int | None
    words: tuple[Coded, ...]
    decimals: int
    source: str
    made: Callable[[Any], Any] | None = attrs.field(eq=False)
    since: int
    protected: bool

    @property
    def type(self) -> str:
        """The type in the words of Frictionless Table Schema."""
        return _TYPES.get(self.kind, "string")

    @property
    def is_text(self) -> bool:
        """Whether a spreadsheet has to take the cells as text: a number could be made of them by mistake."""
        return self.type == "string"

    @functools.cached_property
    def by_code(self) -> Mapping[str, Coded]:
        """The words by their code."""
        return {word.code: word for word in self.words}


def column(
    kind: Kind,
    title: Say,
    description: Say,
    *,
    optional: bool = False,
    minimum: int | None = None,
    maximum: int | None = None,
    words: type[Coded] | None = None,
    decimals: int = 0,
    source: str = "",
    made: Callable[[Any], Any] | None = None,
    since: int = 1,
    protected: bool = False,
) -> Any:
    """Declare a column as a field of a class of rows."""
    told = {
        "kind": kind,
        "title": title,
        "description": description,
        "required": not optional,
        "minimum": minimum,
        "maximum": maximum,
        "words": tuple(words) if words is not None else (),
        "decimals": decimals,
        "source": source,
        "made": made,
        "since": since,
        "protected": protected,
    }
    return attrs.field(metadata={_KEY: told})


@functools.cache
def columns_of(row: type) -> tuple[Column, ...]:
    """Give the columns of a class of rows in their order."""
    fields = attrs.fields(row)
    return tuple(
        Column(
            name=field.name,
            **{**field.metadata[_KEY], "source": field.metadata[_KEY]["source"] or field.name},
        )
        for field in fields
    )


@attrs.frozen(kw_only=True)
class File:
    """One file of the set.

    Attributes:
        name: Name of the file.
        title: What people call it.
        description: What a row is, and what has to be known of the numbers.
        row: The class of its rows.
        key: The columns that tell the rows apart.
        requirements: What it documents, by the numbers of the framework concept.
        audience: ``personal`` for a file that is made for people entitled by name alone.
        since: Version of the format that brought the file.
    """

    name: str
    title: Say
    description: Say
    row: type
    key: tuple[str, ...]
    requirements: tuple[str, ...] = ("R-35",)
    audience: Whom = "always"
    since: int = 2

    @property
    def stem(self) -> str:
        """The name without its ending, as mapping files call it."""
        return self.name.removesuffix(".csv")

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns in their order."""
        return columns_of(self.row)

    @property
    def names(self) -> tuple[str, ...]:
        """The identifiers of the columns in their order."""
        return tuple(one.name for one in self.columns)


def year() -> Any:
    """Declare the column of the year."""
    return column(
        "integer", Say("Jahr", "Year"), Say("Kalenderjahr.", "Calendar year."), minimum=1, maximum=9999
    )


def area() -> Any:
    """Declare the column of the area of work."""
    return column(
        "code",
        Say("Arbeitsbereich (Kürzel)", "Area of work (code)"),
        Say(
            "Kürzel des Arbeitsbereichs, in jeder Sprache gleich.",
            "Code of the area of work, the same in each language.",
        ),
        words=WorkArea,
    )


def name(title: Say, description: Say) -> Any:
    """Declare the column of a name or label."""
    return column("text", title, description)


def identifier(title: Say, what: Say) -> Any:
    """Declare the column of the identifier of a thing, the same as in the workspace."""
    return column("id", title, what)


def number(
    title: Say, description: Say, *, optional: bool = True, maximum: int | None = None, since: int = 1
) -> Any:
    """Declare a column of whole numbers from 0 on."""
    return column("integer", title, description, optional=optional, minimum=0, maximum=maximum, since=since)


def persons(title: Say, description: Say, *, since: int = 1) -> Any:
    """Declare a column of protected numbers of persons."""
    told = Message.of(_PROTECTED, what=description).as_say()
    return column("integer", title, told, optional=True, minimum=0, since=since, protected=True)


def described(
    one: Column,
    *,
    called: str,
    codes: Mapping[str, str],
    point: str,
    iso_days: bool,
    language: Language,
) -> dict[str, Any]:
    """Give a column in the words of Frictionless Table Schema, with our titles in both languages beside.

    Args:
        one: The column.
        called: Its name in the first line of the file.
        codes: The codes that stand in the cells, by ours.
        point: What divides whole numbers and decimals.
        iso_days: Whether days are written as 2025-03-01.
        language: Language of title, description and labels.
    """
    told: dict[str, Any] = {
        "name": called,
        "type": one.type,
        "title": one.title.in_(language),
        "description": one.description.in_(language),
        "titles": {"de": one.title.de, "en": one.title.en},
        "descriptions": {"de": one.description.de, "en": one.description.en},
    }
    if called != one.name:
        told["identifier"] = one.name
    if one.kind == "number":
        told["decimalChar"] = point
    if one.kind == "day":
        told["format"] = "%Y-%m-%d" if iso_days else "%d.%m.%Y"
    limits: dict[str, Any] = {"required": True} if one.required else {}
    limits |= {
        word: limit
        for word, limit in (("minimum", one.minimum), ("maximum", one.maximum))
        if limit is not None
    }
    known = [codes.get(word.code, word.code) for word in one.words]
    if one.kind == "code":
        limits["enum"] = known
    elif one.kind == "codes":
        either = "|".join(re.escape(word) for word in known)
        limits["pattern"] = f"({either})( ({either}))*"
    if one.words:
        labels = [word.label.in_(language) for word in one.words]
        told["labels"] = dict(zip(known, labels, strict=True))
    return told | ({"constraints": limits} if limits else {})
