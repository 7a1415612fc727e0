"""The reference pages of the documentation, made from what the code says of itself.

``python docs/generate.py`` writes them; ``python docs/generate.py --check`` only tells which are out of date.
Each page is the result of a pure function, so that a test can make it anew and compare.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import inspect
import itertools
import pkgutil
import re
import types
import typing
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import click

from docs.contract import contract_page
from docs.errors import errors_page
from docs.gallery import gallery_page, pictures
from docs.impuls import impuls_page
from docs.report_data import report_data_page
from jmdexport import Exporter, Registry
from jmdexport.cli import STATUSES, jmd
from jmdexport.demo import load_example
from jmdexport.options.told import as_rows
from jmdexport.testing import checks_markdown
from jmdmodel.analysis.figures.page import figures_markdown
from jmdmodel.codec.canonical import yaml_text
from jmdmodel.codec.comments import Comments
from jmdmodel.codec.flat import is_flat
from jmdmodel.codec.nodes import SCHEMA_VERSION
from jmdmodel.codec.parts import dated_collections, private_collections
from jmdmodel.collection import Collection
from jmdmodel.fields import about_field, fields_of, info_of, is_entity, privacy_of
from jmdmodel.flattening import FlatColumn, flat_layouts
from jmdmodel.ids import Ref
from jmdmodel.messages import Language, Say
from jmdmodel.period import Period
from jmdmodel.privacy.page import privacy_markdown
from jmdmodel.quality import catalogue, catalogue_markdown
from jmdmodel.requirements import REQUIREMENTS, SECTIONS, Requirement
from jmdmodel.scales import Audience, Coded, Ordinal
from jmdmodel.vocabulary import FRAMEWORK, SUB_KINDS, all_vocabularies
from jmdmodel.workspace import COLLECTIONS, Workspace

DOCS = Path(__file__).parent
NOTE = "<!-- Made by docs/generate.py from the code; changes belong there. -->\n"
WORDS = {str: "text", int: "whole number", bool: "yes or no", date: "day", Fraction: "decimal number"}
BLOCKS = (
    "jmdexport.demo",
    "jmdexport.searching",
    "jmdmodel.areas",
    "jmdmodel.entities",
    "jmdmodel.flattening",
    "jmdmodel.ids",
    "jmdmodel.intake",
    "jmdmodel.period",
    "jmdmodel.privacy.counts",
    "jmdmodel.privacy.pseudonyms",
    "jmdmodel.quality",
    "jmdmodel.quality.forms",
    "jmdmodel.quality.layers",
    "jmdmodel.quality.parameters",
    "jmdmodel.requirements",
    "jmdmodel.scales",
    "jmdmodel.vocabulary",
    "jmdmodel.workspace",
    "jmdexport.testing",
    "jmdmodel.testing",
    "jmdmodel.testing.breakages",
    "jmdmodel.testing.builders",
    "jmdmodel.testing.canaries",
    "jmdmodel.testing.rules",
    "jmdmodel.testing.sizes",
    "jmdmodel.testing.strategies",
)
"""The public modules below the package root."""
ANALYSIS = (
    "ratings",
    "year_network",
    "figures",
    "comparison",
    "coverage",
    "weak_spots",
    "networks",
    "committees",
    "offers",
    "opening",
    "matching",
    "shares",
    "work_time",
    "declared",
    "remainder",
    "tables",
)
"""The public modules of the analysis, in the order of their page."""
PARTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "The whole": ("What stands at the top of the file, in this order.", ("workspace",)),
    "The service": ("Who keeps the workspace, the functions of its team, its yearly figures.", ("service",)),
    "Own words": ("Finer words below the kinds of the library.", ("terms",)),
    "Social space and needs": (
        "Where the service works, how young people live there, what they need and say.",
        ("space", "need", "geography"),
    ),
    "Partners and offers": (
        "Who is there, who can be turned to, what is on offer and what it yields.",
        ("partner", "resource"),
    ),
    "Contacts, ties and maps": (
        "How the service stands with its partners and they with each other, and the map of each year.",
        ("relation",),
    ),
    "Networks and agreements": (
        "Cooperation of several partners: who belongs to it, its goals, who answers for what.",
        ("network", "agreement"),
    ),
    "Committees, gaps and concepts": (
        "Bodies with sessions, what was brought in, and what came of it.",
        ("committee", "gap"),
    ),
    "Intercultural opening": (
        "How far partners are, what keeps young people away, and what was done.",
        ("opening",),
    ),
    "Events and publications": (
        "What was done in the social space and said in public.",
        ("event",),
    ),
    "Case plans": (
        "Work around one case, under a pseudonym; there is no field for a name.",
        ("case",),
    ),
    "Working time": ("Activities, monthly sums, and shares of the work.", ("work",)),
    "The end of the year": (
        "Texts of the annual report, the entry in i-mpuls, findings that are accepted.",
        ("review",),
    ),
}
"""The parts of the file format page: a line that introduces each, and the modules of its entity types."""
COLUMNS = {
    "impuls-csv": "[CSV in the style of i-mpuls](impuls-csv.md) ([deutsch](impuls-csv-de.md))",
    "tables": "[tables](tables.md)",
}
"""Where the columns of an exporter are described."""
LONGEST_EXAMPLE = 16
"""How many lines an example on the file format page may have."""
NUMBER = re.compile(r"R-(\d\d)(?:\s*(?:…|\.\.\.|to)\s*R-(\d\d))?")
ROLE = re.compile(r":\w+:`~?(?:[^`<]*\.)?([^`<.]+)`")


# --- vocabulary ---------------------------------------------------------------------------------


def vocabulary_page() -> str:
    """Give the page of all words: codes, labels in both languages, what tells them apart."""
    lines = [
        NOTE,
        "# Vocabulary",
        "",
        "The words that a workspace file may use, with their German and English labels. A *scale* has an",
        "order, lowest step first; its steps are compared and counted, never added up. Sub-kinds are finer",
        "words below a kind; a workspace can [add its own](../how-to/own-words.md).",
        "",
    ]
    for kind in all_vocabularies():
        lines += [f"## {spaced(kind.__name__)}", "", plain(first_paragraph(kind)), ""]
        lines += [f"A scale of {len(kind)} steps.", ""] if issubclass(kind, Ordinal) else []
        lines += [*_words_of(kind), ""]
    for part, known in sorted(SUB_KINDS.items()):
        if known:
            rows = [[f"`{k.code}`", k.label.de, k.label.en, codes(k.parents)] for k in known]
            lines += [f"## Sub-kinds: {part.replace('_', ' ')}", ""]
            lines += [*table(["code", "German", "English", "below"], rows), ""]
    return "\n".join(lines).rstrip() + "\n"


def _words_of(kind: type[Coded]) -> list[str]:
    anchored = any(word.anchor for word in kind)
    grouped = hasattr(next(iter(kind)), "group")
    head = ["code", "German", "English"]
    head += ["means (German)", "means (English)"] if anchored else []
    head += ["sector of the map", "named by the concept"] if grouped else []
    rows = []
    for word in kind:
        row = [f"`{word.code}`", word.label.de, word.label.en]
        row += [word.anchor.de, word.anchor.en] if anchored and word.anchor else [""] * 2 * anchored
        if grouped:
            row += [word.group.label.en, "yes" if word.named else "no"]  # type: ignore[attr-defined]
        rows.append(row)
    return table(head, rows)


# --- the model at a glance ----------------------------------------------------------------------


def model_page() -> str:
    """Give the page of the model: which things there are, what stands in them, what they refer to."""
    lines = [
        NOTE,
        "# The model at a glance",
        "",
        "Which things a workspace knows, what stands inside each, and what it refers to. A thing with a",
        "*collection* is found there by its identifier. All are immutable values, the same in a file and in",
        "Python: the name of a class is the English name in one word, `AdministrativeUnit`, and its module",
        "is among the [building blocks](python.md#building-blocks). [File format](file-format.md) has every",
        "field.",
        "",
    ]
    top = {part for field in fields_of(Workspace) for part in parts(field.type) if is_entity(part)}
    for title, (about, modules) in PARTS.items():
        held = [cls for cls in entities() if cls in top and module_of(cls) in modules]
        if held:
            in_order = sorted(held, key=lambda known: modules.index(module_of(known)))
            rows = [_model_row(cls) for cls in in_order]
            lines += [f"## {title}", "", about, ""]
            lines += [*table(["thing", "German", "collection", "inside it", "refers to"], rows), ""]
    return "\n".join(lines).rstrip() + "\n"


def _model_row(cls: type) -> list[str]:
    info = info_of(cls)
    inside = [part for part in _all_in(cls) if part is not cls]
    refers = {
        place
        for part in (cls, *inside)
        for field in fields_of(part)
        if _in_file(part, field)
        for place in (about_field(field).refers or "").split()
    }
    return [
        link(cls, "file-format.md"),
        info.label.de,
        f"`{info.collection}`" if info.collection else "–",
        ", ".join(link(part, "file-format.md") for part in inside) or "–",
        ", ".join(f"`{place}`" for place in sorted(refers)) or "–",
    ]


def _all_in(cls: type) -> tuple[type, ...]:
    """Give an entity type and all that stand in it, at any depth."""
    met: dict[type, None] = {cls: None}
    waiting = [cls]
    while waiting:
        owner = waiting.pop()
        for field in fields_of(owner):
            for part in parts(field.type):
                if is_entity(part) and part not in met:
                    met[part] = None
                    waiting.append(part)
    return tuple(met)


# --- file format --------------------------------------------------------------------------------


def file_format_page() -> str:
    """Give the page of the file format: each entity with its fields, types and privacy classes."""
    lines = [
        NOTE,
        "# File format",
        "",
        "A workspace is one YAML or JSON file, or a [folder](#a-folder) of such files. Collections are",
        "mappings by identifier, so the identifier is the key and not a field; what is left out is absent,",
        "and an empty value is a fault. *Class* is the lowest [audience](vocabulary.md#audience) that may",
        "see a field.",
        "",
        f"The first line is `schema: {SCHEMA_VERSION}`, the",
        "[version of the format](../explanation/versions.md). A *reference* is the identifier of a thing",
        "elsewhere in the file. A *period* has the keys `since` and `until`;",
        "[both days are in](../explanation/time.md), and either may be left out.",
        "",
        "The examples are from the example service that `jmd demo` writes.",
        "",
        *folder_lines(),
    ]
    by_title = {title: [cls for cls in entities() if title == part_of(cls)] for title in PARTS}
    rows = [[link_to(title), ", ".join(_collections(held))] for title, held in by_title.items()]
    lines += [*table(["part", "collections, and what stands alone"], rows), ""]
    for title, held in by_title.items():
        lines += [f"## {title}", "", PARTS[title][0], ""]
        order = PARTS[title][1].index
        for cls in sorted(held, key=lambda known: order(module_of(known))):
            lines += _about_entity(cls)
    return "\n".join(lines).rstrip() + "\n"


def folder_lines() -> list[str]:
    """Give what there is to say about a workspace in a folder."""

    def names(collections: Iterable[str]) -> str:
        return ", ".join(f"`{name}`" for name in collections)

    return [
        "## A folder",
        "",
        "In a folder every file is a *part*: a document with a `schema:` line and the entries that its",
        "name tells. `workspace.yaml` must be there; it holds the service and whatever has no file of its",
        "own. `partners.yaml` holds the partners and nothing else, and so on for every entry of a workspace.",
        "`.yml` and `.json` may stand in the place of `.yaml`. Sub-folders, hidden files, files ending in",
        "`.schema.json` and files with other endings are left alone; any other file that is no part is a",
        "fault.",
        "",
        "Things that all have a day may be parted by year, as in `activities-2025.yaml`:",
        f"{names(dated_collections())}.",
        "What is about people always has a file of its own, so that it can stay out of version control:",
        f"{names(private_collections())}.",
        "",
        "These may also be a table, as in `activities-2025.csv`:",
        f"{names(name for name in COLLECTIONS if is_flat(name))}.",
        "The first line has the names of the fields in any order, with `id` for the identifier; a period",
        "has the columns `period.since` and `period.until`. Columns are divided by `;` or `,`, the items of",
        "a list in a cell by blanks. An empty cell is an absent entry. Texts with separators, quotation",
        "marks or line breaks stand in quotation marks, and a quotation mark inside is doubled. A cell is",
        "only ever text, also when it looks like a formula. A table has no `schema:` line and is always of",
        "the present version.",
        "",
        "Saving writes only the files whose content changes, all of them in one step. A thing stays in the",
        "file that it is in. A new one goes to the file of its collection, or of its year; a new collection",
        "gets a file, and one that has become empty goes, unless there are comments at its head.",
        "",
    ]


def part_of(cls: type) -> str:
    """Give the part of the file format page that tells of an entity type, by the module it stands in."""
    return next(title for title, (_, modules) in PARTS.items() if module_of(cls) in modules)


def module_of(cls: type) -> str:
    """Give the name of the module that a class stands in."""
    return cls.__module__.rpartition(".")[2]


def _collections(held: list[type]) -> Iterator[str]:
    """Yield links to what stands at the top of a file, by the key under which it stands."""
    for field in fields_of(Workspace):
        if _in_file(Workspace, field):
            yield from (f"[`{field.name}`](#{anchor(part)})" for part in parts(field.type) if part in held)


def _about_entity(cls: type) -> Iterator[str]:
    info = info_of(cls)
    yield from [f"### {spaced(cls.__name__)}", ""]
    for paragraph in _meaning(cls):
        yield from [linked_numbers(paragraph, "en"), ""]
    place = f" Collection `{info.collection}`." if info.collection else ""
    inside = [] if info.collection else [f"{owner} as {names}" for owner, names in _stands_in(cls).items()]
    place += f" Stands in {', in '.join(inside)}." if inside else ""
    yield from [f"*{info.label.de}.*{place} Class: {info.privacy.code}.", ""]
    rows = [_field_row(cls, field) for field in fields_of(cls) if _in_file(cls, field)]
    yield from [*table(["field", "German", "what stands there", "class", "notes"], rows), ""]
    example = _example(info.collection) if info.collection else []
    yield from ["```yaml", *example, "```", ""] if example else []


def _example(collection: str) -> list[str]:
    """Give a thing of a collection as the file holds it: the fullest one that is not too long."""
    whole = load_example().workspace
    found = []
    for thing in getattr(whole, collection):
        alone = Workspace(service=whole.service, **{collection: Collection([thing])})
        text, _ = yaml_text(alone, schema=SCHEMA_VERSION, comments=Comments())
        lines = text.partition(f"\n{collection}:\n")[2].splitlines()
        found.append([f"{collection}:", *lines])
    fitting = [lines for lines in found if len(lines) <= LONGEST_EXAMPLE]
    if fitting:
        return max(fitting, key=len)
    return [*min(found, key=len)[:LONGEST_EXAMPLE], "    # …"] if found else []


def _meaning(cls: type) -> list[str]:
    """Give what the docstring of an entity type says to people who write a file, by paragraphs."""
    text = inspect.cleandoc(cls.__doc__ or "").partition("\nExample:")[0]
    paragraphs = re.sub(r"\s*German: [^.]+\.", "", text).split("\n\n")
    told = [plain(" ".join(paragraph.split())) for paragraph in paragraphs]
    return told[:1] if cls is Workspace else [paragraph for paragraph in told if paragraph]


def _stands_in(cls: type) -> dict[str, str]:
    """Give the fields that hold things of an entity type, by a link to their owner."""
    found: dict[str, list[str]] = {}
    for owner in entities():
        for field in fields_of(owner):
            if _in_file(owner, field) and cls in parts(field.type):
                place = "the file" if owner is Workspace else link(owner, "")
                found.setdefault(place, []).append(f"`{field.name}`")
    return {place: ", ".join(names) for place, names in found.items()}


@cache
def entities() -> tuple[type, ...]:
    """Give all entity types that a file can hold, the workspace first, each before what stands in it."""
    met: dict[type, None] = {}
    waiting: list[Any] = [Workspace]
    while waiting:
        cls = waiting.pop()
        if cls not in met:
            met[cls] = None
            fields = [field for field in fields_of(cls) if _in_file(cls, field)]
            inside = [part for field in fields for part in parts(field.type) if is_entity(part)]
            waiting += reversed(inside)
    return tuple(met)


def parts(kind: Any) -> Iterator[Any]:
    """Yield the plain types that an annotation is made of."""
    inside = typing.get_args(kind)
    if not inside:
        yield kind
    for part in inside:
        yield from parts(part)


def _in_file(cls: type, field: attrs.Attribute[Any]) -> bool:
    """Tell whether a field stands in the file: keys of collections and the mark of a view do not."""
    if cls is Workspace and field.name == "view":
        return False
    return field.name != "id"


def _field_row(cls: type, field: attrs.Attribute[Any]) -> list[str]:
    told = about_field(field)
    needed = " (required)" if field.default is attrs.NOTHING else ""
    notes = [told.help.en] if told.help else []
    if told.minimum is not None:
        notes += [f"{told.minimum} to {told.maximum}." if told.maximum else f"At least {told.minimum}."]
    notes += [f"Has to match `{told.pattern}`."] if told.pattern else []
    notes += ["May have several lines."] if told.lines else []
    if told.terms:
        notes += [
            f"A word of `vocabulary.{told.terms}` or a [sub-kind](vocabulary.md), below `{told.below}`."
        ]
    if isinstance(field.default, Coded):
        notes += [f"`{field.default.code}` where it is left out."]
    elif isinstance(field.default, bool):
        notes += [f"`{str(field.default).lower()}` where it is left out."]
    kind = in_file(field.type, told.refers) + needed
    return [f"`{field.name}`", told.label.de, kind, privacy_of(cls, field).code, " ".join(notes)]


def in_file(kind: Any, refers: str | None = None) -> str:
    """Tell in words what an annotation means in the file."""
    origin, inside = typing.get_origin(kind), typing.get_args(kind)
    if origin in {types.UnionType, typing.Union}:
        return in_file(next(part for part in inside if part is not type(None)), refers)
    if origin is Collection:
        return f"mapping of {link(inside[0], 'file-format.md')} by identifier"
    if origin is tuple:
        count = "" if inside[-1] is Ellipsis else f" of {len(inside)}"
        return f"list{count}: {in_file(inside[0], refers)}"
    return _reference(refers, typed=kind is Ref) if refers else _plain_kind(kind)


def _reference(refers: str, *, typed: bool) -> str:
    places = ", ".join(f"`{place}`" for place in refers.split())
    return f"reference to {places}" + (", written `collection/identifier`" if typed else "")


def _plain_kind(kind: Any) -> str:
    if kind is Period:
        return "period"
    if is_entity(kind):
        return link(kind, "file-format.md")
    if isinstance(kind, type) and issubclass(kind, Coded):
        return link(kind, "vocabulary.md")
    return WORDS[getattr(kind, "__supertype__", kind)]


# --- tables -------------------------------------------------------------------------------------


def tables_page() -> str:
    """Give the page of the flat tables: every table with its columns, types and privacy classes."""
    lines = [
        NOTE,
        "# Tables",
        "",
        "What the exporter [`tables`](../how-to/tables.md) and `flat_tables()` give: every collection as",
        "flat rows. Names of tables and columns do not change between years and workspaces; an audience",
        "gets the columns of its class and those below it. A table whose name has a dot holds what stands in",
        "a list inside the things of another; its first columns say which thing, and at which place of the",
        "list.",
        "",
        "A *code* is a word of the [vocabulary](vocabulary.md). *Several* means words in one cell, divided",
        "by blanks. Numbers of persons (*unprotected*) are there only where they are asked for, for the",
        "team.",
        "",
    ]
    for one in flat_layouts(max(Audience), persons=True):
        key = ", ".join(f"`{name}`" for name in one.key)
        about = f"*{one.title.de}.* " + (f"Key: {key}." if key else "One row at most.")
        about += f" Belongs to [`{one.parent}`](#{slug_of(one.parent)})." if one.parent else ""
        lines += [f"## {one.name}", "", about, ""]
        rows = [_column_row(column) for column in one.columns]
        lines += [*table(["column", "German", "what stands there", "class"], rows), ""]
    return "\n".join(lines).rstrip() + "\n"


def _column_row(column: FlatColumn) -> list[str]:
    kinds = {"decimal": "decimal number", "integer": "whole number", "boolean": "yes or no", "date": "day"}
    if column.words is not None:
        told = f"code: {link(column.words, 'vocabulary.md')}"
    elif column.refers:
        told = "identifier from " + ", ".join(f"`{name}`" for name in column.refers.split())
    else:
        told = "identifier" if column.identifies else kinds.get(column.type, column.type)
    notes = [", several"] * column.many + [" (always)"] * column.required
    notes += [" (unprotected)"] if column.counts else []
    return [f"`{column.name}`", column.label.de, told + "".join(notes), column.privacy.code]


def csv_page(language: Language) -> str:
    """Give the page of the i-mpuls-style tables: every file with its columns, as they are defined."""
    return impuls_page(
        NOTE, language, vocabulary=lambda kind: link(kind, "vocabulary.md"), requirements=linked_numbers
    )


# --- requirements -------------------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class Reached:
    """What a requirement leads to: types of the model, words, public functions, rules, exporters."""

    types: tuple[type, ...] = ()
    words: tuple[type[Coded], ...] = ()
    functions: tuple[str, ...] = ()
    rules: tuple[Any, ...] = ()
    outputs: tuple[Exporter, ...] = ()


def numbers_in(text: str | None) -> set[str]:
    """Give the requirements that a text cites, those between the two ends of "R-22 … R-26" too."""
    found: set[str] = set()
    for first, last in NUMBER.findall(text or ""):
        found |= {f"R-{number:02}" for number in range(int(first), int(last or first) + 1)}
    return found


def reached_by(number: str) -> Reached:
    """Give everything that cites a requirement."""
    exporters = sorted(Registry(plugins="none").exporters, key=lambda known: known.name)
    return Reached(
        types=tuple(cls for cls in entities() if number in numbers_in(cls.__doc__)),
        words=tuple(kind for kind in all_vocabularies() if number in numbers_in(kind.__doc__)),
        functions=tuple(name for name, text in public_functions().items() if number in numbers_in(text)),
        rules=tuple(rule for rule in catalogue() if number in rule.requirements),
        outputs=tuple(exporter for exporter in exporters if number in shown_by(exporter)),
    )


@cache
def public_functions() -> dict[str, str]:
    """Give the docstrings of all public functions, by module and name; each stands where it is defined."""
    found: dict[str, str] = {}
    for home in ("jmdmodel", "jmdexport", *BLOCKS):
        module = importlib.import_module(home)
        for name in module.__all__:
            value = getattr(module, name)
            if inspect.isfunction(value) and (name, value) not in found:
                found.setdefault(f"{home}.{name}", value.__doc__ or "")
    return found


def shown_by(exporter: Exporter) -> set[str]:
    """Give the requirements that an exporter serves, as its module says at its top.

    The parts of ``report`` are modules named ``_report_…``; what they say counts for it.
    """
    package, _, own = exporter.render.__module__.rpartition(".")
    folder = Path(inspect.getfile(importlib.import_module(package))).parent
    names = [own, *(path.stem for path in sorted(folder.glob(f"_{own}_*.py")))]
    told = [importlib.import_module(f"{package}.{name}").__doc__ for name in names]
    return {number for text in told for number in numbers_in(text)}


_REQUIREMENTS_TITLE = Say("Anforderungen", "Requirements")
_REQUIREMENTS_INTRO = Say(
    "Was das {framework} verlangt, in eigenen kurzen Worten, und was in dieser Bibliothek dazu gehört: Teile "
    "des Modells und (schräg) Listen des Wortschatzes, Funktionen, Regeln und Ausgaben. Die Tabelle "
    "entsteht aus den Nummern, die im Code stehen.",
    "What the {framework} asks for, in short words of our own, and what serves it in this library: parts of "
    "the model and (slanted) lists of the vocabulary, functions, rules and outputs. The table is made from "
    "the numbers that the code cites.",
)
_REQUIREMENTS_HEAD = (
    Say("Nr.", "no."),
    Say("Anforderung", "requirement"),
    Say("Modell", "model"),
    Say("Funktionen", "functions"),
    Say("Regeln", "rules"),
    Say("Ausgaben", "outputs"),
)


def requirements_page(language: Language) -> str:
    """Give the page that leads from each requirement to types, functions, rules and outputs."""
    intro = _REQUIREMENTS_INTRO.in_(language).format(framework=FRAMEWORK.title.in_(language))
    lines = [NOTE, f"# {_REQUIREMENTS_TITLE.in_(language)}", "", intro, ""]
    for section in SECTIONS:
        lines += [f"## {section_title(section, language)}", ""]
        rows = [_requirement_row(known, language) for known in REQUIREMENTS if known.section == section]
        lines += [*table([head.in_(language) for head in _REQUIREMENTS_HEAD], rows), ""]
    return "\n".join(lines).rstrip() + "\n"


def section_title(section: int, language: Language) -> str:
    """Give the heading of a section of the concept."""
    return f"{section} · {SECTIONS[section].in_(language)}"


def _requirement_row(known: Requirement, language: Language) -> list[str]:
    reached = reached_by(known.number)
    rules = PAGE_OF_RULES[language]
    return [
        known.number,
        known.title.in_(language),
        ", ".join([*_types(reached.types, language), *_lists(reached.words, language)]),
        ", ".join(_function(name) for name in reached.functions) or "–",
        ", ".join(f"[{r.code}]({rules}#{r.code.lower()}--{r.name})" for r in reached.rules) or "–",
        ", ".join(f"[{e.title.in_(language)}](exporters.md#{e.name})" for e in reached.outputs) or "–",
    ]


def _types(types: Iterable[type], language: Language) -> list[str]:
    return [f"[{info_of(cls).label.in_(language)}](file-format.md#{anchor(cls)})" for cls in types]


def _lists(words: Iterable[type[Coded]], language: Language) -> list[str]:
    names = [(german_of(kind) if language == "de" else spaced(kind.__name__).lower(), kind) for kind in words]
    return [f"*[{name}](vocabulary.md#{anchor(kind)})*" for name, kind in names]


def _function(name: str) -> str:
    home, _, own = name.rpartition(".")
    return f"[`{own}()`](python.md#{(own if '.' not in home else home.replace('.', '')).lower()})"


def german_of(kind: type) -> str:
    """Give the German term that a docstring names."""
    found = re.search(r"German: ([^.]+)\.", inspect.getdoc(kind) or "")
    if found is None:
        raise ValueError(f"The docstring of {kind.__name__} names no German term.")
    return " ".join(found[1].split())


def linked_numbers(text: str, language: Language) -> str:
    """Make links to the page of requirements of the numbers in a text, where the concept asks for it."""
    known = {one.number: one for one in REQUIREMENTS}

    def linked(match: re.Match[str]) -> str:
        asked = known.get(match[0])
        if asked is None:
            return match[0]
        page, title = PAGE_OF_REQUIREMENTS[language], section_title(asked.section, language)
        return f"[{asked.number}]({page}#{slug_of(title)})"

    return re.sub(r"R-\d\d", linked, text)


READ_MORE = Say(
    "Wie Befunde zu lesen sind, steht unter [Befunde verstehen](../de/befunde.md).",
    "[Findings](../explanation/findings.md) tells how to read what they find.",
)
LINKED = ("**", "- R-")
"""How the lines of the page of rules begin in which requirements are named; examples hold none."""


def rules_page(language: Language) -> str:
    """Give the page of all rules, each of its requirements with a link."""
    title, _, rest = catalogue_markdown(language).partition("\n\n")
    intro, _, families = rest.partition("\n\n")
    text = "\n\n".join([title, f"{intro} {READ_MORE.in_(language)}", families])
    lines = text.splitlines(keepends=True)
    return NOTE + "".join(
        linked_numbers(line, language) if line.startswith(LINKED) else line for line in lines
    )


PAGE_OF_RULES: dict[Language, str] = {"en": "rules.md", "de": "rules-de.md"}
PAGE_OF_REQUIREMENTS: dict[Language, str] = {"en": "requirements.md", "de": "requirements-de.md"}


def figures_page(language: Language) -> str:
    """Give the page of all figures of the network."""
    return NOTE + linked_numbers(figures_markdown(language), language)


# --- exporters, command line, Python ------------------------------------------------------------


SHOWN_IN: Mapping[str, Mapping[str, str]] = {
    "case-map": {"committee-and-case-maps": "the map of one case"},
    "change-map": {"compare-years": "compare two years"},
    "charts": {"charts": "draw charts"},
    "committee-map": {"committee-and-case-maps": "draw committees"},
    "findings": {"check-in-ci": "check at every change", "waive": "accept a finding for a while"},
    "geo-map": {"map-of-the-social-space": "draw the map of the social space"},
    "impuls-csv": {"read-the-csv": "read the CSV"},
    "letter": {"findings-as-a-letter": "write the findings as a letter"},
    "network-map": {"draw-a-map": "draw a map", "share-the-map-as-a-page": "share it as a page"},
    "report": {"annual-report": "write the annual report", "change-the-template": "change its template"},
    "tables": {"tables": "take everything along as tables"},
    "years-map": {"compare-years": "compare years"},
}
"""The how-tos that show each exporter at work, with the words of the link."""


def exporters_page() -> str:
    """Give the page of the exporters that come with the library: forms, audience, options."""
    lines = [
        NOTE,
        "# Exporters",
        "",
        "What comes with the library. `jmd exporters` lists these and those of plugins;",
        "[Write an exporter](../how-to/write-an-exporter.md) shows how to make one. The *highest audience*",
        "is for whom the content is meant at most; an export is made for `report`, provider and funder,",
        "where nothing else is said. A form is chosen with `--medium` or by the suffix of the file, an",
        "option is given with `-O NAME=VALUE`; in Python they are `medium=` and `options=` of",
        "[`export()`](python.md#export).",
        "",
    ]
    for exporter in sorted(Registry(plugins="none").exporters, key=lambda known: known.name):
        lines += [f"## {exporter.name}", "", *_about_exporter(exporter), ""]
    return "\n".join(lines).rstrip() + "\n"


def _about_exporter(exporter: Exporter) -> Iterator[str]:
    forms = ", ".join(f"`{medium.suffix}` ({medium.media_type})" for medium in exporter.media)
    reader = f"[{exporter.audience.code}](vocabulary.md#audience)"
    shown = " · ".join(f"[{title}](../how-to/{page}.md)" for page, title in SHOWN_IN[exporter.name].items())
    yield f"**{exporter.title.en}** (*{exporter.title.de}*). Highest audience: {reader}. At work: {shown}."
    yield ""
    yield f"Forms, the first is the default: {forms}."
    extras = {extra for medium in exporter.media for _, extra in medium.requires}
    extras |= {extra for _, extra in exporter.requires}
    if extras:
        yield f"Extras: {', '.join(f'`{extra}`' for extra in sorted(extras))}."
    yield ""
    if exporter.name in COLUMNS:
        yield f"Columns: {COLUMNS[exporter.name]}."
        yield ""
    rows = [[f"`{name}`", *rest] for name, *rest in as_rows(exporter.options, "en")]
    yield from (
        table(["option", "what may be given", "default", "meaning"], rows) if rows else ["It has no options."]
    )


def command_line_page() -> str:
    """Give the page of the command line: each command with its usage and options."""
    lines = [
        NOTE,
        "# Command line",
        "",
        *table(["exit status", "what it says"], [list(row) for row in STATUSES]),
        "",
        "Results go to standard output, and nothing else does, so that a pipe gets data only. All that is",
        "said beside them goes to standard error: in sentences, complete without colour. `-` in the place of",
        "a workspace is standard input, in the place of an output file standard output. Which of several",
        "exporters is at work is told to terminals only; `--quiet` leaves it out, and all that went well.",
        "",
        "Colour marks what words say too. `--color` decides; without it a terminal gets colour, unless",
        "`NO_COLOR` is set; `FORCE_COLOR` colours pipes. For a screen reader, or a search,",
        "`jmd check --output-format concise` gives a finding a line.",
        "[Shells complete](../how-to/shell-completion.md) what stands on this page.",
        "",
        "## jmd",
        "",
        "These options stand before the name of the verb; `--quiet` and `--color` may stand behind it, too.",
        "",
    ]
    context = click.Context(jmd, info_name="jmd", **jmd.context_settings)
    lines += [*table(["option", "value", "default", "meaning"], _option_rows(jmd, context)), ""]
    for name in sorted(jmd.list_commands(context)):
        command = jmd.get_command(context, name)
        if command is not None and not command.hidden:
            lines += [f"## jmd {name}", "", *_about_command(name, command, context), ""]
    return "\n".join(lines).rstrip() + "\n"


def _about_command(name: str, command: click.Command, parent: click.Context) -> Iterator[str]:
    places = [_metavar(param) for param in command.params if isinstance(param, click.Argument)]
    yield from ["```text", " ".join(["jmd", name, "[OPTIONS]", *places]), "```", ""]
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        before, example, shown = paragraph.partition("Example: ")
        text = " ".join(before.split())
        yield from ["Example:", "", "```text", shown, "```", ""] if example else [text, ""]
    context = click.Context(command, parent=parent, info_name=name)
    yield from table(["option", "value", "default", "meaning"], _option_rows(command, context))


def _option_rows(command: click.Command, context: click.Context) -> list[list[str]]:
    """Give the options of a command, the one for help at the end, too."""
    return [_parameter_row(param) for param in command.get_params(context) if isinstance(param, click.Option)]


def _metavar(param: click.Parameter) -> str:
    word = (param.name or "").upper()
    return param.metavar or (word if param.required else f"[{word}]")


def _parameter_row(option: click.Option) -> list[str]:
    kind = option.type
    value = " ".join(f"`{choice}`" for choice in kind.choices) if isinstance(kind, click.Choice) else ""
    value = value or ("" if option.is_flag else option.metavar or kind.name)
    shown = option.default if isinstance(option.default, str | int) and not option.is_flag else ""
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    return [names, value, str(shown), option.help or ""]


def python_page() -> str:
    """Give the page of the public names of both packages."""
    lines = [
        NOTE,
        "# Python",
        "",
        "The public names. Everything else may change without notice. The verbs and the types that every",
        "program needs are those of the two packages; [Building blocks](#building-blocks) lists the modules",
        "with what a workspace is made of. [Build a workspace](../how-to/build-a-workspace.md) shows them.",
        "",
    ]
    for package in ("jmdmodel", "jmdexport"):
        module = importlib.import_module(package)
        lines += [f"## {package}", "", plain(first_paragraph(module)), ""]
        for name in sorted(module.__all__, key=str.casefold):
            lines += [f"### {name}", "", *_described(package, name), ""]
    lines += ["## Building blocks", "", "Modules to import from, each with its public names.", ""]
    for name in BLOCKS:
        lines += [*_block(importlib.import_module(name)), ""]
    return "\n".join(lines).rstrip() + "\n"


def analysis_page() -> str:
    """Give the page of what the verbs of the analysis give back."""
    lines = [
        NOTE,
        "# Results of the analysis",
        "",
        "What the verbs of the analysis give, and what these results are made of. The verbs themselves stand",
        "among the public names of [the package](python.md), and",
        "[the tour](../tutorial/analyse-a-network.md) shows them at work. Each result gives plain rows by",
        "`records()`, tables by `tables()`, and shows itself in a notebook.",
        "",
    ]
    root = importlib.import_module("jmdmodel")
    for name in ANALYSIS:
        module = importlib.import_module(f"jmdmodel.analysis.{name}")
        lines += [f"## {module.__name__}", "", plain(first_paragraph(module)), ""]
        verbs = [one for one in module.__all__ if getattr(root, one, None) is getattr(module, one)]
        if verbs:
            lines += [
                "In the package root: "
                + ", ".join(f"[`{one}`](python.md#{one.lower()})" for one in verbs)
                + ".",
                "",
            ]
        told = told_constants(module)
        for one in sorted(set(module.__all__) - set(verbs), key=lambda name: (name.casefold(), name)):
            value = getattr(module, one)
            if isinstance(value, type) or inspect.isfunction(value):
                body = ["```{eval-rst}", *_directive(value, f"{module.__name__}.{one}"), "```"]
            else:
                body = [plain(told[one] if one in told else _constant(module, one))]
            lines += [f"### {one}", "", *body, ""]
    return "\n".join(lines).rstrip() + "\n"


def _constant(module: types.ModuleType, name: str) -> str:
    """Give the text below an assignment in one of the modules that a package is made of."""
    for part in pkgutil.iter_modules(getattr(module, "__path__", [])):
        inner = importlib.import_module(f"{module.__name__}.{part.name}")
        told = told_constants(inner)
        if name in told:
            return told[name]
    raise ValueError(f"{module.__name__}.{name} has no text below it.")


def _block(module: types.ModuleType) -> Iterator[str]:
    """Yield the public names of a module with the first line of what each says of itself."""
    yield from [f"### {module.__name__}", "", plain(first_paragraph(module)), ""]
    told = told_constants(module)
    rows = []
    for name in sorted(module.__all__, key=str.casefold):
        value = getattr(module, name)
        if name in told:
            text = told[name]
        elif isinstance(value, typing.NewType):
            text = _identifier_of(value)
        else:
            text = first_paragraph(value)
        rows.append([f"`{name}`", plain(text)])
    yield from table(["name", "what it is"], rows)


def _identifier_of(kind: typing.NewType) -> str:
    """Tell where an identifier of a type stands: in the collection of the entity that it identifies."""
    owners = [
        cls for cls in entities() for field in fields_of(cls) if field.name == "id" and field.type is kind
    ]
    return f"An identifier in `{info_of(owners[0]).collection or 'vocabulary'}`."


def told_constants(module: types.ModuleType) -> dict[str, str]:
    """Give the texts below the assignments of a module, which Python itself does not keep."""
    body = ast.parse(inspect.getsource(module)).body
    told = {}
    for one, following in itertools.pairwise(body):
        target = one.targets[0] if isinstance(one, ast.Assign) else getattr(one, "target", None)
        if isinstance(target, ast.Name) and isinstance(following, ast.Expr):
            said = following.value
            if isinstance(said, ast.Constant) and isinstance(said.value, str):
                told[target.id] = " ".join(said.value.split())
    return told


def _described(package: str, name: str) -> list[str]:
    """Give what Sphinx needs to describe a name; one that both packages offer is described once."""
    value = getattr(importlib.import_module(package), name)
    first = importlib.import_module("jmdmodel")
    if package != "jmdmodel" and getattr(first, name, None) is value:
        return [f"The same as [`jmdmodel.{name}`](#{name.lower()})."]
    return ["```{eval-rst}", *_directive(value, f"{package}.{name}"), "```"]


def _directive(value: object, name: str) -> list[str]:
    if isinstance(value, type):
        kind = "autoexception" if issubclass(value, BaseException) else "autoclass"
        return [f".. {kind}:: {name}", "   :members:"]
    if inspect.isfunction(value):
        return [f".. autofunction:: {name}"]
    return [f".. autodata:: {name}", "   :no-value:"]


# --- helpers ------------------------------------------------------------------------------------


def table(head: list[str], rows: list[list[str]]) -> list[str]:
    """Make the lines of a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return ["| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines]


def first_paragraph(thing: Any) -> str:
    """Give the first paragraph of a docstring on one line."""
    return " ".join(inspect.getdoc(thing).split("\n\n")[0].split()) if inspect.getdoc(thing) else ""


def plain(text: str) -> str:
    """Turn the roles and double back-ticks of a docstring into Markdown."""
    return ROLE.sub(r"`\1`", text).replace("``", "`")


def spaced(name: str) -> str:
    """Give the words of a class name: ``PartnerKind`` becomes "Partner kind"."""
    words = re.findall(r"[A-Z0-9][a-z]*|[a-z]+", name)
    return " ".join([words[0], *(word.lower() for word in words[1:])])


def anchor(cls: type) -> str:
    """Give the target that links to a class lead to."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", cls.__name__).lower()


def link(cls: type, page: str) -> str:
    """Give a link to where a class is described."""
    return f"[{spaced(cls.__name__).lower()}]({page}#{anchor(cls)})"


def link_to(title: str) -> str:
    """Give a link to a heading of the same page."""
    return f"[{title}](#{slug_of(title)})"


def slug_of(title: str) -> str:
    """Give the target of a heading, as MyST and GitHub make it."""
    return re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-")


def codes(kinds: tuple[Coded, ...]) -> str:
    """Give the codes of some words."""
    return ", ".join(f"`{kind.code}`" for kind in kinds)


PAGES = {
    "reference/vocabulary.md": vocabulary_page,
    "reference/model.md": model_page,
    "reference/file-format.md": file_format_page,
    "reference/requirements.md": lambda: requirements_page("en"),
    "reference/requirements-de.md": lambda: requirements_page("de"),
    "reference/rules.md": lambda: rules_page("en"),
    "reference/rules-de.md": lambda: rules_page("de"),
    "reference/figures.md": lambda: figures_page("en"),
    "reference/figures-de.md": lambda: figures_page("de"),
    "reference/tables.md": tables_page,
    "reference/privacy-fields.md": lambda: NOTE + privacy_markdown("en"),
    "reference/privacy-fields-de.md": lambda: NOTE + privacy_markdown("de"),
    "reference/exporters.md": exporters_page,
    "reference/gallery.md": lambda: gallery_page(NOTE),
    "reference/report-data.md": lambda: report_data_page(NOTE),
    "reference/impuls-csv.md": lambda: csv_page("en"),
    "reference/impuls-csv-de.md": lambda: csv_page("de"),
    "reference/contract.md": lambda: contract_page(NOTE),
    "reference/exporter-checks.md": lambda: NOTE + checks_markdown("en"),
    "reference/exporter-checks-de.md": lambda: NOTE + checks_markdown("de"),
    "reference/command-line.md": command_line_page,
    "reference/errors.md": lambda: NOTE + errors_page("en"),
    "reference/errors-de.md": lambda: NOTE + errors_page("de"),
    "reference/python.md": python_page,
    "reference/analysis.md": analysis_page,
}
"""Every generated page: its path below ``docs``, and the function that makes it."""


def main() -> int:
    """Write the pages and pictures, or tell which are out of date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, tell what is out of date")
    asked = parser.parse_args()
    made = {name: make().encode() for name, make in PAGES.items()} | {**pictures()}
    old = [name for name, data in made.items() if not same(DOCS / name, data)]
    for name in old:
        print(name)
        if not asked.check:
            (DOCS / name).parent.mkdir(parents=True, exist_ok=True)
            (DOCS / name).write_bytes(made[name])
    return 1 if asked.check and old else 0


def same(path: Path, data: bytes) -> bool:
    """Tell whether a file holds exactly these bytes."""
    return path.is_file() and path.read_bytes() == data


if __name__ == "__main__":
    raise SystemExit(main())
