"""Sentences with a number in them, as values that tell themselves in either language."""

from __future__ import annotations

from jmdmodel.messages import Message, Say, Value
from jmdmodel.phrases import Case, Counted, Noun, capital, counted


def told(forms: Counted, number: int, noun: Noun, *, case: Case = "nom", **values: Value) -> Message:
    """Put a number into the sentence that fits it.

    ``{n}`` stands for the number with its noun, ``{N}`` for the same at the start of a sentence; the form
    for a number may leave out placeholders that another one has.
    """
    phrase = Say(counted(number, noun, "de", case=case), counted(number, noun, "en", case=case))
    given: dict[str, Value] = {"n": phrase, "N": Say(capital(phrase.de), capital(phrase.en)), **values}
    say = forms.of(number)
    return Message.of(say, **{name: given[name] for name in say.names()})


def quoted(name: str) -> Say:
    """Give a name in the quotation marks of each language, so that a comma in it does no harm in a list."""
    return Say(f"„{name}“", f'"{name}"')
