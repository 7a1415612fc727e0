"""The records of the interface: what an exporter says of itself, what it gets, what it gives.

An exporter is a value with a function, and there is nothing to inherit. Each record checks itself when
it is made, so that a mistake is told to the author of a plugin and not to a user.

The version of the interface is :data:`API_VERSION`. A record grows by fields with defaults only; that
raises the second number. What an exporter of ``1.0`` relies on stays until the first number changes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

import attrs

from jmdexport import error_texts as texts
from jmdexport.errors import BadRecord
from jmdmodel.errors import Position
from jmdmodel.findings import Finding
from jmdmodel.messages import Language, Message, Say, Value, in_words
from jmdmodel.scales import Audience, Coded
from jmdmodel.workspace import Workspace

if TYPE_CHECKING:  # the rules cost time that an exporter without findings need not pay
    from jmdmodel.privacy.barriers import BarriersBySector
    from jmdmodel.privacy.counts import ProtectedCounts
    from jmdmodel.quality.waiving import Waived

API_VERSION = "1.2"
"""Version of the interface between the library and exporters."""

Options = TypeVar("Options")
Pairs: TypeAlias = tuple[tuple[str, str], ...]
"""A mapping as sorted pairs, because a mapping cannot be hashed."""

_KEBAB = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_SUFFIX = re.compile(r"(\.[a-z0-9]+)+")
_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9][a-z0-9.+-]*")


def _pairs(given: Mapping[str, str] | Pairs) -> Pairs:
    """Make sorted pairs of a mapping; leave anything else for the check to tell."""
    return tuple(sorted(given.items())) if isinstance(given, Mapping) else given


def _row(given: Iterable[Medium]) -> tuple[Medium, ...]:
    """Make a tuple of a list; leave anything else for the check to tell."""
    return tuple(given) if isinstance(given, list) else given  # type: ignore[return-value]


def _must(fits: bool, of: object, say: Say, **values: Value) -> None:  # noqa: FBT001
    if not fits:
        raise BadRecord(str(of), Message.of(say, **values))


def _need_kind(fits: bool, of: object, field: str, given: object, expected: str) -> None:  # noqa: FBT001
    _must(fits, of, texts.FIELD_KIND, field=field, given=_kind(given), expected=expected)


def _kind(given: object) -> str:
    return given.__name__ if isinstance(given, type) else type(given).__name__


def _is_pairs(given: object) -> bool:
    """Tell whether a value is pairs of texts."""
    return isinstance(given, tuple) and all(
        isinstance(pair, tuple) and len(pair) == 2 and all(isinstance(part, str) for part in pair)
        for pair in given
    )


@attrs.frozen
class NoOptions:
    """The options of an exporter that has none."""


@attrs.frozen
class Reason:
    """Why an exporter cannot promise the same bytes for the same request.

    Attributes:
        why: A sentence for the list of exporters.
    """

    why: Say


@attrs.frozen
class Medium:
    """A form that an exporter can give: suffix of the file, media type, and what only this form needs.

    Attributes:
        suffix: Begins with a dot, ``.svg``.
        media_type: Without parameters, ``image/svg+xml``.
        requires: Optional packages for this medium alone, as ``requires`` of the exporter has them.
    """

    suffix: str
    media_type: str
    requires: Pairs = attrs.field(default=(), kw_only=True, converter=_pairs)

    def __attrs_post_init__(self) -> None:
        _must(_matches(_SUFFIX, self.suffix), "Medium", texts.SUFFIX_FORM, suffix=str(self.suffix))
        fits = _matches(_MEDIA_TYPE, self.media_type)
        _must(fits, "Medium", texts.TYPE_FORM, media_type=str(self.media_type))
        _need_kind(_is_pairs(self.requires), "Medium", "requires", self.requires, "mapping")


def _matches(pattern: re.Pattern[str], text: object) -> bool:
    return isinstance(text, str) and pattern.fullmatch(text) is not None


@attrs.frozen
class MadeBy:
    """Who made an artifact, and for whom: the library writes this on it, for the manifest.

    Attributes:
        exporter: Name of the exporter.
        audience: The audience that the content was cut to (R-51).
        plugin: Name of the plugin that the exporter comes from.
        distribution: What was installed to have the plugin; empty when it was given as a module.
        version: Version of the distribution; empty when unknown.
    """

    exporter: str
    audience: Audience
    plugin: str = ""
    distribution: str = ""
    version: str = ""


@attrs.frozen
class Artifact:
    """A file that an exporter gives: name, media type, bytes. Nothing is written yet. German: Datei.

    Attributes:
        name: Plain relative name, parts divided by ``/``.
        media_type: With or without parameters, ``text/csv; charset=utf-8``.
        data: The content.
        made_by: Filled in by the library.
    """

    name: str
    media_type: str
    data: bytes = attrs.field(repr=lambda data: f"<{len(data)} bytes>")
    made_by: MadeBy | None = attrs.field(default=None, kw_only=True)

    @classmethod
    def text(
        cls, name: str, media_type: str, text: str, *, newline: str = "\n", bom: bool = False
    ) -> Artifact:
        r"""Make a text file: UTF-8, lines ended by one character, for once and all.

        Args:
            name: Name of the file.
            media_type: Its media type.
            text: The content; its line ends may be of any kind.
            newline: What ends a line; spreadsheets of offices want ``\r\n``.
            bom: Whether a byte order mark stands first, for spreadsheets that need one.

        Example:
            >>> Artifact.text("a.txt", "text/plain", "Köln\r\nBonn\n").data
            b'K\xc3\xb6ln\nBonn\n'
        """
        unified = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", newline)
        return cls(name, media_type, unified.encode("utf-8-sig" if bom else "utf-8"))

    @classmethod
    def json(cls, name: str, value: Any, *, media_type: str = "application/json") -> Artifact:
        """Make a JSON file that people can read, keys in the order given, no value that JSON lacks."""
        text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
        return cls.text(name, media_type, f"{text}\n")


@attrs.frozen(kw_only=True)
class ExportRequest(Generic[Options]):
    """Everything an exporter gets, and all it may use: the same request gives the same bytes.

    Attributes:
        view: A workspace cut to the audience (R-51); what is withheld is not reachable from it.
        options: The exporter's own options.
        medium: The form that is wanted.
        year: The year that is exported.
        as_of: The day that counts as today.
        audience: The audience that *view* and *findings* are cut to.
        language: Language of all texts.
        title: Title for the document; empty when the exporter chooses one.
        findings: What the rules found in the whole workspace, as far as the audience may see it.
        positions: For each finding its place in the file, or ``None``; empty when no place is known.
        template_folders: Folders with templates of the caller and of plugins, first one first.
        checked: Whether the rules were asked and the audience may know of it; if not, *findings* is empty.
        findings_withheld: How many further findings there are that the audience may not see.
        waived: What the workspace accepts with a reason and the audience may see; none of *findings*.
        waived_positions: For each of *waived* its place, as *positions* has it.
        counts: Protected tables of persons of the year; ``None`` below the audience ``report``, and where
            the exporter does not ask for them. Nothing else may be told of numbers of people.
        barriers: Access barriers of the year by sector of the map, under the same conditions as *counts*;
            below the team nothing else may be told of barriers, and nothing at all below ``report``.
    """

    view: Workspace
    options: Options
    medium: Medium
    year: int
    as_of: date
    audience: Audience = Audience.REPORT
    language: Language = "de"
    title: str = ""
    findings: tuple[Finding, ...] = ()
    positions: tuple[Position | None, ...] = ()
    template_folders: tuple[Path, ...] = ()
    checked: bool = False
    findings_withheld: int = 0
    waived: tuple[Waived, ...] = ()
    waived_positions: tuple[Position | None, ...] = ()
    counts: ProtectedCounts | None = None
    barriers: BarriersBySector | None = None

    def label(self, thing: Coded | Say) -> str:
        """Give the label of a word of the vocabulary, or a text, in the language of the request."""
        return (thing.label if isinstance(thing, Coded) else thing).in_(self.language)

    def words(self, value: Value) -> str:
        """Give a value (date, number, list, yes or no) in the form of the language."""
        return in_words(value, self.language)


Render: TypeAlias = Callable[[ExportRequest[Any]], Iterable[Artifact]]
"""The function of an exporter: from a request to artifacts; it writes nothing itself."""


@attrs.frozen(kw_only=True)
class Exporter:
    """What can be exported, under which name, in which forms, for whom. German: Export.

    Attributes:
        name: The name it is called by, ``network-map``.
        title: What people read in a list.
        media: The forms it can give; the first is the default.
        audience: The highest audience that its content is meant for; the caller's ceiling may lower it.
        render: The function that makes the artifacts.
        options: An attrs class with defaults for all fields.
        requires: Optional packages, name of the module to name of the extra; without a distribution that
            could have extras, to name of the package. Kept as sorted pairs.
        beside: Forms of files that accompany the one asked for, for instance a description of columns.
        reproducible: ``True``, or the reason why the same request may give other bytes.
        counts: Whether its requests carry protected tables of persons, and barriers by sector; making
            them takes a while.

    Raises:
        BadRecord: The record says something impossible of itself.
    """

    name: str
    title: Say
    media: tuple[Medium, ...] = attrs.field(converter=_row)
    audience: Audience
    render: Render
    options: type = NoOptions
    requires: Pairs = attrs.field(default=(), converter=_pairs)
    beside: tuple[Medium, ...] = attrs.field(default=(), converter=_row)
    reproducible: bool | Reason = True
    counts: bool = False

    def __attrs_post_init__(self) -> None:
        self.check()

    def check(self) -> None:
        """Refuse a record that says something impossible; called when it is made and when it is found."""
        _must(_matches(_KEBAB, self.name), self.name, texts.NAME_FORM)
        for field, kind in (("title", Say), ("audience", Audience), ("media", tuple), ("beside", tuple)):
            given = getattr(self, field)
            _need_kind(isinstance(given, kind), self.name, field, given, kind.__name__)
        for medium in (*self.media, *self.beside):
            _need_kind(isinstance(medium, Medium), self.name, "media", medium, "Medium")
        _must(bool(self.media), self.name, texts.NO_MEDIA)
        for suffix in (suffixes := [medium.suffix for medium in self.media]):
            _must(suffixes.count(suffix) == 1, self.name, texts.SUFFIX_TWICE, suffix=suffix)
        _need_kind(callable(self.render), self.name, "render", self.render, "function")
        _need_kind(_is_pairs(self.requires), self.name, "requires", self.requires, "mapping")
        _need_options(self.name, self.options)
        honest = self.reproducible is True or isinstance(self.reproducible, Reason)
        _need_kind(honest, self.name, "reproducible", self.reproducible, "True, Reason")

    def medium(self, suffix: str) -> Medium | None:
        """Give the medium with a suffix; the dot may be left out."""
        wanted = f".{suffix.removeprefix('.')}".lower()
        return next((medium for medium in self.media if medium.suffix == wanted), None)


def _need_options(name: str, options: object) -> None:
    """Refuse what is no class that can be made without any argument."""
    _must(isinstance(options, type) and attrs.has(options), name, texts.OPTIONS_CLASS, given=_kind(options))
    for field in attrs.fields(options):  # type: ignore[arg-type]
        _must(not field.init or field.default is not attrs.NOTHING, name, texts.NO_DEFAULT, option=field.name)
