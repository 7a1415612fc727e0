"""The page of all errors with a code: what each says, and what to do."""

from __future__ import annotations

import re

import jmdexport
import jmdmodel
from docs.error_source import Told, told_codes
from docs.error_words import ADVICE, COLUMNS, FAMILIES, HEAD, RAISED, Family
from jmdmodel.messages import Language, Say

PART = re.compile(r"\{(?:near|failed|label|help)\}|(?<=.)\{origin\}")
HOLE = re.compile(r"\{\w*\}")
HELP = re.compile("^Abhilfe: (.)")


def errors_page(language: Language) -> str:
    """Give the page of all errors with a code."""
    lines = [HEAD.in_(language), ""]
    found = told_codes()
    for family in FAMILIES:
        rows = [_row(found[code], family, language) for code in sorted(found) if family_of(code) is family]
        lines += [
            f"## {family.title.in_(language)}",
            "",
            f"{family.intro.in_(language)} {_raised(family, language)}",
            "",
        ]
        columns = [part.in_(language) for part in COLUMNS]
        lines += ["| " + " | ".join(cells) + " |" for cells in [columns, ["---"] * len(columns), *rows]]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def family_of(code: str) -> Family:
    """Give the family that a code belongs to.

    Raises:
        ValueError: No family begins like this.
    """
    found = [family for family in FAMILIES if code.startswith(family.code)]
    if len(found) != 1:
        raise ValueError(f"{code} belongs to no family of docs/errors.py, or to several.")
    return found[0]


def _row(told: Told, family: Family, language: Language) -> list[str]:
    code = f'<span id="{told.code.lower()}"></span>`{told.code}`'
    own = sorted(told.raised - set(family.raised))
    return [
        code + "".join(f"<br>{public(name)}" for name in own),
        _cell(told.says, language),
        _cell(told.remedies or [ADVICE[code] for code in [told.code] if code in ADVICE], language),
    ]


def _cell(says: list[Say], language: Language) -> str:
    texts = [HOLE.sub("…", PART.sub("", say.in_(language))) for say in says]
    texts = [HELP.sub(lambda found: found[1].upper(), " ".join(text.split())) for text in texts]
    return "<br>".join(text.replace("|", "\\|") for text in texts) or "–"


def _raised(family: Family, language: Language) -> str:
    return f"{RAISED.in_(language)} {', '.join(public(name) for name in family.raised)}."


def public(name: str) -> str:
    """Name a class, with a link where it is a public one of a package."""
    known = name in jmdmodel.__all__ or name in jmdexport.__all__
    return f"[`{name}`](python.md#{name.lower()})" if known else f"`{name}`"
