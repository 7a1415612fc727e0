"""Names in running text: lists that end in "und fünf weitere", and names gathered by a word they share.

Commas part the names of a list, semicolons groups of names or pairs. A name that holds one of these
stands in quotation marks, so that nobody takes it for two names.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jmdmodel.messages import Language, Message, Say, in_list
from jmdmodel.phrases import number_word

LISTED = 6
"""So many names are listed; of more, one fewer and the number of the others, so that it is never one."""

_OTHERS = Say(de="{count} weitere", en="{count} others")
_QUOTES = Say(de="„{name}“", en='"{name}"')
_PAIR = Say(de="{one} – {other}", en="{one} – {other}")
_PARTING = (",", ";", " – ")


def quoted(name: str, language: Language) -> str:
    """Give a name in the quotation marks of the language."""
    return Message.of(_QUOTES, name=name).in_(language)


def clear(name: str, language: Language) -> str:
    """Give a name as a list can hold it: in quotation marks where it holds what parts the names of a list.

    Example:
        >>> clear("IHK", "de"), clear("HWK, Beratung", "de"), clear("HWK, Beratung", "en")
        ('IHK', '„HWK, Beratung“', '"HWK, Beratung"')
    """
    return quoted(name, language) if any(mark in name for mark in _PARTING) else name


def named(names: Sequence[str], language: Language) -> str:
    """Join names as a sentence does; "sowie" comes last where a name has an "und" of its own.

    Example:
        >>> named(["HWK, Beratung", "IHK", "BBS"], "de"), named(["Schule und Beruf", "BBS"], "de")
        ('„HWK, Beratung“, IHK und BBS', 'Schule und Beruf sowie BBS')
    """
    return joined([clear(name, language) for name in names], language)


def listed(names: Sequence[str], language: Language) -> str:
    """Join names as a sentence does, the first few of many and the number of the others.

    Example:
        >>> listed(list("ABCDEF"), "de"), listed(list("ABCDEFG"), "de")
        ('A, B, C, D, E und F', 'A, B, C, D, E und zwei weitere')
    """
    return joined(_first([clear(name, language) for name in names], language), language)


def joined(phrases: Sequence[str], language: Language) -> str:
    """Join phrases that are clear already, as a sentence does."""
    text = in_list(list(phrases), language)
    if language == "en" or len(phrases) < 2 or not any(" und " in phrase for phrase in phrases):
        return text
    return f"{', '.join(phrases[:-1])} sowie {phrases[-1]}"


def first_of(phrases: Sequence[str], language: Language) -> str:
    """Join phrases that are clear already, the first few of many and the number of the others."""
    return joined(_first(phrases, language), language)


def paired(pairs: Sequence[tuple[str, str]], language: Language) -> str:
    """Name pairs, a dash within a pair and semicolons between them, of many the first few.

    Example:
        >>> paired([("HWK, Beratung", "IHK"), ("BBS", "TSV")], "de")
        '„HWK, Beratung“ – IHK; BBS – TSV'
    """
    ends = [(clear(one, language), clear(other, language)) for one, other in pairs]
    phrases = [Message.of(_PAIR, one=one, other=other).in_(language) for one, other in ends]
    *shown, last = _first(phrases, language) or [""]
    if len(pairs) > LISTED:
        return in_list(["; ".join(shown), last], language)
    return "; ".join([*shown, last])


def grouped(pairs: Iterable[tuple[str, Say]], language: Language, *, say: Say) -> str:
    """Gather names by the word they share, each group in one phrase with ``{names}`` and ``{label}``.

    Example:
        >>> say = Say("{names} ({label})", "{names} ({label})")
        >>> often, once = Say("oft", "often"), Say("einmal", "once")
        >>> grouped([("A", often), ("B", often), ("C, D", once)], "de", say=say)
        'A und B (oft); „C, D“ (einmal)'
    """
    groups: dict[Say, list[str]] = {}
    for name, label in pairs:
        groups.setdefault(label, []).append(name)
    return "; ".join(
        Message.of(say, names=listed(names, language), label=label).in_(language)
        for label, names in groups.items()
    )


def _first(phrases: Sequence[str], language: Language) -> list[str]:
    if len(phrases) <= LISTED:
        return list(phrases)
    shown = phrases[: LISTED - 1]
    count = number_word(len(phrases) - len(shown), language)
    return [*shown, Message.of(_OTHERS, count=count).in_(language)]
