"""The checks of the kit: code, name, what is promised, why, and what to do. Defined once, here."""

from __future__ import annotations

from typing import Final

import attrs

from jmdexport.testing import _check_texts
from jmdmodel.messages import Language, Say


@attrs.frozen(kw_only=True)
class Check:
    """One promise that an exporter makes. German: Prüfung.

    Attributes:
        code: Stable, ``K02``; a code is never given to another check.
        name: Stable, ``same-bytes-again``.
        promise: What holds for every exporter that passes.
        why: What goes wrong for people where it does not hold.
        remedy: What the author can do.
    """

    code: str
    name: str
    promise: Say
    why: Say
    remedy: Say

    def __str__(self) -> str:
        return f"{self.code}-{self.name}"


CHECKS: Final = tuple(
    Check(code=code, name=name, promise=promise, why=why, remedy=remedy)
    for code, name, promise, why, remedy in _check_texts.TEXTS
)
"""All checks in the order of their codes."""


def checks() -> tuple[Check, ...]:
    """Give all checks of the kit in the order of their codes.

    Example:
        >>> [check.name for check in checks()][:2]
        ['gives-files', 'same-bytes-again']
    """
    return CHECKS


_TITLE = Say(de="Prüfungen für Exporte", en="Checks of exporters")
_INTRO = Say(
    de="Was `jmdexport.testing` an einem Export prüft.",
    en="What `jmdexport.testing` checks on an exporter.",
)
_WHY = Say(de="Warum", en="Why")
_REMEDY = Say(de="Abhilfe", en="What to do")


def checks_markdown(language: Language) -> str:
    """Give the page of all checks in one language, as Markdown.

    Example:
        >>> checks_markdown("en").splitlines()[0]
        '# Checks of exporters'
    """
    lines = [f"# {_TITLE.in_(language)}", "", _INTRO.in_(language), ""]
    for check in CHECKS:
        lines += [
            f"## {check.code} {check.name}",
            "",
            check.promise.in_(language),
            "",
            f"**{_WHY.in_(language)}:** {check.why.in_(language)}",
            "",
            f"**{_REMEDY.in_(language)}:** {check.remedy.in_(language)}",
            "",
        ]
    return "\n".join(lines).rstrip("\n") + "\n"


def check_of(word: str) -> Check:
    """Give the check with a code or a name.

    Raises:
        KeyError: There is none.

    Example:
        >>> check_of("K02").name
        'same-bytes-again'
    """
    for check in CHECKS:
        if word.casefold() in (check.code.casefold(), check.name):
            return check
    raise KeyError(word)
