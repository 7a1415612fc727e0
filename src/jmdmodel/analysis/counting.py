"""Results that tell themselves: sentences with a number in them, as values for either language."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable

from jmdmodel.analysis import naming
from jmdmodel.analysis.tables import Shown
from jmdmodel.borders import need_language
from jmdmodel.messages import LANGUAGES, Language, Message, Say, Value
from jmdmodel.phrases import Case, Counted, Noun, capital, counted


class Spoken(Shown):
    """A result that tells itself in whole sentences as well as in tables. German: Ergebnis in Sätzen."""

    __slots__ = ()

    @abstractmethod
    def messages(self) -> tuple[Message, ...]:
        """Give the sentences as values that can be put into words in either language."""

    def sentences(self, language: Language = "de") -> tuple[str, ...]:
        """Tell the result in whole sentences, plain text without markup.

        Raises:
            ModelError: The language is neither ``de`` nor ``en``.
        """
        need_language(language)
        return tuple(message.in_(language) for message in self.messages())


def told(forms: Counted, number: int, noun: Noun, *, case: Case = "nom", **values: Value) -> Message:
    """Put a number into the sentence that fits it.

    ``{n}`` stands for the number with its noun, ``{N}`` for the same at the start of a sentence; the form
    for a number may leave out placeholders that another one has.
    """
    phrase = Say(counted(number, noun, "de", case=case), counted(number, noun, "en", case=case))
    given: dict[str, Value] = {"n": phrase, "N": Say(capital(phrase.de), capital(phrase.en)), **values}
    say = forms.of(number)
    return Message.of(say, **{name: given[name] for name in say.names()})


def named(names: Iterable[str]) -> Say:
    """Give names for the end of a sentence, of many the first few and the number of the others."""
    all_names = list(names)
    return Say(at_end(naming.listed(all_names, "de")), at_end(naming.listed(all_names, "en")))


def clear_names(names: Iterable[str]) -> tuple[Say, ...]:
    """Give names sorted, each as a list can hold it: in quotation marks where it has a comma."""
    return tuple(Say(naming.clear(name, "de"), naming.clear(name, "en")) for name in sorted(names))


def labelled(labels: Iterable[Say]) -> Say:
    """Give all of some labels as a sentence lists them, all in quotation marks where one needs them."""
    all_labels = list(labels)
    de, en = (_labels([label.in_(language) for label in all_labels], language) for language in LANGUAGES)
    return Say(de, en)


def at_end(text: str) -> str:
    """Give a text for the end of a sentence: a full stop of its own, as in "e. V.", is also the sentence's.

    Example:
        >>> at_end("Moscheeverein e. V."), at_end("Jobcenter")
        ('Moscheeverein e. V', 'Jobcenter')
    """
    return text.removesuffix(".")


def quoted(name: str) -> Say:
    """Give a name in the quotation marks of each language."""
    return Say(naming.quoted(name, "de"), naming.quoted(name, "en"))


def _labels(labels: list[str], language: Language) -> str:
    if any(naming.clear(label, language) != label for label in labels):
        return naming.joined([naming.quoted(label, language) for label in labels], language)
    return naming.joined(labels, language)
