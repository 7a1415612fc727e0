"""The page of the i-mpuls-style tables: files and columns as their one definition has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from fractions import Fraction

from docs import impuls_words as words
from jmdexport.builtin._impuls_cells import (
    DIALECTS,
    MISSING,
    OFFICE,
    Dialect,
    day_cell,
    number_cell,
    text_cell,
)
from jmdexport.builtin._impuls_columns import Column, File
from jmdexport.builtin._impuls_files import FILES, FORMAT, FORMAT_VERSION, PACKAGE
from jmdexport.builtin._impuls_package import FILTER, import_form, import_options
from jmdmodel.messages import Language, Say
from jmdmodel.scales import Coded
from jmdmodel.vocabulary import all_vocabularies

_NUMBER, _DAY, _FORMULA = Fraction(12345, 10), date(2025, 3, 31), "=1+1"
_ENDS = {"\r\n": "CR LF", "\n": "LF"}


def impuls_page(
    note: str,
    language: Language,
    *,
    vocabulary: Callable[[type[Coded]], str],
    requirements: Callable[[str, Language], str],
) -> str:
    """Give the page of files and columns.

    Args:
        note: What stands at the top of every page that is made.
        language: Language of the page.
        vocabulary: Gives a link to a list of words.
        requirements: Makes links of the numbers of requirements in a text.
    """
    told = {"format": FORMAT, "version": FORMAT_VERSION, "package": PACKAGE, "missing": MISSING}
    lines = [note, f"# {words.TITLE.in_(language)}", "", words.INTRO.in_(language).format(**told), ""]
    lines += _part(words.FILES, words.FILES_TOLD, language)
    rows = [_file_row(file, language, requirements) for file in FILES]
    lines += [*_table(words.FILES_HEAD, rows, language), ""]
    lines += _part(words.DIALECTS, words.DIALECTS_TOLD, language, **told)
    lines += [*_dialects(language), ""]
    lines += _part(words.PROTECTED, words.PROTECTED_TOLD, language, **told)
    for file in FILES:
        if shielded := [f"`{column.name}`" for column in file.columns if column.protected]:
            lines.append(f"- {_link(file)}: {', '.join(shielded)}")
    lines += ["", f"## {words.IMPORT.in_(language)}", ""]
    lines += [f"{place}. {step.in_(language)}" for place, step in enumerate(words.IMPORT_STEPS, start=1)]
    lines += ["", words.IMPORT_TOLD.in_(language).format(filter=FILTER), ""]
    coded = dict.fromkeys(f"`{column.name}`" for file in FILES for column in file.columns if column.words)
    lines += _part(words.MAPPING, words.MAPPING_TOLD, language, columns=", ".join(sorted(coded)))
    lines += ["```yaml", *words.MAPPING_EXAMPLE.splitlines(), "```", ""]
    for file in FILES:
        lines += _about(file, language, vocabulary)
    lines += _part(words.CODES, words.CODES_TOLD, language)
    for name, kind in own_codes().items():
        rows = [[f"`{word.code}`", word.label.de, word.label.en] for word in kind]
        lines += [f"### {name}", "", *_table(words.CODES_HEAD, rows, language), ""]
    return "\n".join(lines).rstrip() + "\n"


def own_codes() -> dict[str, type[Coded]]:
    """Give the lists of codes that are not in the vocabulary, by the column that they stand in first."""
    found = {type(column.words[0]): column.name for file in FILES for column in file.columns if column.words}
    return {name: kind for kind, name in found.items() if kind not in set(all_vocabularies())}


def _part(title: Say, text: Say, language: Language, **told: str) -> list[str]:
    return [f"## {title.in_(language)}", "", text.in_(language).format(**told), ""]


def _file_row(file: File, language: Language, requirements: Callable[[str, Language], str]) -> list[str]:
    return [
        _link(file),
        file.title.in_(language),
        words.WHOM[file.audience].in_(language),
        ", ".join(f"`{name}`" for name in file.key),
        str(file.since),
        requirements(", ".join(file.requirements), language),
    ]


def _link(file: File) -> str:
    return f"[`{file.name}`](#{file.name.replace('.', '')})"


def _dialects(language: Language) -> Iterator[str]:
    head = (Say("", ""), *(Say(f"`{name}`", f"`{name}`") for name in DIALECTS))
    forms = [_forms(dialect, language) for dialect in DIALECTS.values()]
    rows = [
        [title.in_(language), *(form[name] for form in forms)] for name, title in words.DIALECT_ROWS.items()
    ]
    yield from _table(head, rows, language)


def _forms(dialect: Dialect, language: Language) -> dict[str, str]:
    """Give how a dialect writes things, each as the writer itself does it."""
    return {
        "delimiter": f"`{dialect.delimiter}`",
        "newline": _ENDS[dialect.newline],
        "encoding": words.BOM[not dialect.bom].in_(language),
        "number": f"`{number_cell(_NUMBER, dialect, decimals=1)}`",
        "day": f"`{day_cell(_DAY, dialect)}`",
        "days": words.YES_NO[dialect.name == "data"].in_(language),
        "formula": f"`{text_cell(_FORMULA, dialect)}`",
        "missing": f"`{number_cell(None, dialect)}`",
    }


def _about(file: File, language: Language, vocabulary: Callable[[type[Coded]], str]) -> Iterator[str]:
    yield from [
        f"## {file.name}",
        "",
        f"**{file.title.in_(language)}.** {file.description.in_(language)}",
        "",
    ]
    rows = [
        [
            f"`{column.name}`",
            column.title.de,
            column.title.en,
            _stands(column, file, language, vocabulary),
            column.description.in_(language),
            words.FORMS[import_form(column, OFFICE)].in_(language),
        ]
        for column in file.columns
    ]
    yield from _table(words.COLUMNS_HEAD, rows, language)
    yield from ["", f"{words.OPTIONS.in_(language)} `{import_options(file, OFFICE)}`", ""]


def _stands(column: Column, file: File, language: Language, vocabulary: Callable[[type[Coded]], str]) -> str:
    """Say what the cells of a column are: type, range, whether there is always something, and since when."""
    parts = [words.KINDS[column.kind].in_(language).format(**_inside(column, language, vocabulary))]
    if column.maximum is not None:
        parts.append(words.BETWEEN.in_(language).format(least=column.minimum, most=column.maximum))
    elif column.minimum is not None:
        parts.append(words.FROM.in_(language).format(least=column.minimum))
    parts += [words.ALWAYS.in_(language)] * column.required
    parts += [words.SHIELDED.in_(language)] * column.protected
    if column.since > file.since:
        parts.append(words.SINCE.in_(language).format(n=column.since))
    return ", ".join(parts)


def _inside(column: Column, language: Language, vocabulary: Callable[[type[Coded]], str]) -> dict[str, str]:
    told: dict[str, str] = {}
    if column.words:
        own = {kind: name for name, kind in own_codes().items()}
        kind = type(column.words[0])
        told["words"] = f"[{own[kind]}](#{own[kind]})" if kind in own else vocabulary(kind)
    said = words.ONE_DECIMAL if column.decimals == 1 else words.DECIMALS
    return told | {"decimals": said.in_(language).format(n=column.decimals)}


def _table(head: Sequence[Say], rows: Sequence[Sequence[str]], language: Language) -> Iterator[str]:
    for cells in ([one.in_(language) for one in head], ["---"] * len(head), *rows):
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
