"""Names in running text: lists that end in "und fünf weitere", and names gathered by a word they share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jmdmodel.messages import Language, Message, Say, in_list
from jmdmodel.phrases import number_word

LISTED = 6
"""So many names are listed; of more, one fewer and the number of the others, so that it is never one."""

_OTHERS = Say(de="{count} weitere", en="{count} others")
_LAST = {"de": " sowie ", "en": "; and "}


def named(names: Sequence[str], language: Language) -> str:
    """Join names as a sentence does; where one has a comma or a dash in it, by semicolons.

    Example:
        >>> named(["HWK, Beratung", "IHK", "BBS"], "de"), named(["HWK, Beratung", "IHK"], "en")
        ('HWK, Beratung; IHK sowie BBS', 'HWK, Beratung; and IHK')
    """
    if len(names) < 2 or not any("," in name or " – " in name for name in names):
        return in_list(list(names), language)
    return f"{'; '.join(names[:-1])}{_LAST[language]}{names[-1]}"


def listed(names: Sequence[str], language: Language) -> str:
    """Join names as a sentence does, the first few of many and the number of the others.

    Example:
        >>> listed(list("ABCDEF"), "de"), listed(list("ABCDEFG"), "de")
        ('A, B, C, D, E und F', 'A, B, C, D, E und zwei weitere')
    """
    if len(names) <= LISTED:
        return named(names, language)
    shown = names[: LISTED - 1]
    count = number_word(len(names) - len(shown), language)
    others = Message.of(_OTHERS, count=count).in_(language)
    return named([*shown, others], language)


def grouped(pairs: Iterable[tuple[str, Say]], language: Language, *, say: Say) -> str:
    """Gather names by the word they share, each group in one phrase with ``{names}`` and ``{label}``.

    Example:
        >>> say = Say("{names} ({label})", "{names} ({label})")
        >>> often, once = Say("oft", "often"), Say("einmal", "once")
        >>> grouped([("A", often), ("B", often), ("C", once)], "de", say=say)
        'A und B (oft); C (einmal)'
    """
    groups: dict[Say, list[str]] = {}
    for name, label in pairs:
        groups.setdefault(label, []).append(name)
    return "; ".join(
        Message.of(say, names=listed(names, language), label=label).in_(language)
        for label, names in groups.items()
    )
