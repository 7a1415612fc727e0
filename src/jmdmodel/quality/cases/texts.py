"""Rules on the texts of case plans: nothing in them may tell who the young person is, or name others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.messages import Say
from jmdmodel.quality.data.wording import identifying
from jmdmodel.quality.index import Index
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import NoParameters
from jmdmodel.quality.walk import Text
from jmdmodel.workspace import Workspace

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|,")
_FORMS_OF_ADDRESS = frozenset({"dipl", "dr", "frau", "herr", "med", "mr", "mrs", "ms", "prof"})
_SHORTEST_FULL_NAME = 2


def texts_by_case(index: Index) -> dict[Ref, tuple[Text, ...]]:
    """Give the texts of each case plan."""
    found: dict[Ref, list[Text]] = {}
    for text in index.texts:
        if text.subject.collection == "cases":
            found.setdefault(text.subject, []).append(text)
    return {subject: tuple(texts) for subject, texts in found.items()}


@rule(
    code="C309",
    name="identifying-text-in-case",
    level="must",
    requirements=("R-20", "R-51"),
    looks_at=Workspace,
    title=Say(
        de="Ein Integrationsförderplan enthält Angaben zu einer Person",
        en="A case plan contains personal details",
    ),
    message=Say(
        de="In den Texten des Integrationsförderplans steht vermutlich: {kinds}. Zahl der Stellen: {n}; eine "
        "davon im Feld „{label}“.",
        en="The texts of the case plan probably contain: {kinds}. Number of places: {n}; one of them "
        'is in the field "{label}".',
    ),
    reason=Say(
        de="Der Plan wird unter einem Pseudonym geführt, damit niemand daraus liest, um wen es geht. Eine "
        "Adresse, eine Nummer oder ein Geburtsdatum hebt diesen Schutz auf.",
        en="The plan is kept under a pseudonym so that nobody can read from it whom it is about. An address, "
        "a number or a date of birth takes this protection away.",
    ),
    remedy=Say(
        de="Die Angabe löschen. Was zum Erreichen von Menschen nötig ist, gehört in die Fallakte; für "
        "Stellen genügt der Verweis auf den Partner.",
        en="Delete the detail. What is needed to reach people belongs in the case file; for institutions the "
        "reference to the partner is enough.",
    ),
)
def identifying_text_in_case(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find plans whose texts hold an e-mail address, telephone number or date of birth; no text is told."""
    del workspace
    for subject, texts in texts_by_case(ctx.index).items():
        told = [(text, kind) for text in texts if (kind := identifying(text.words, phones=True)) is not None]
        if told:
            # The order of goals and steps says nothing, so neither may the place that is named hang on it.
            kinds = tuple(sorted({kind for _, kind in told}, key=lambda kind: kind.en))
            first = min((text for text, _ in told), key=lambda text: text.label.en)
            yield ctx.found(subject, first.field, kinds=kinds, label=first.label, n=len(told))


@rule(
    code="C312",
    name="name-in-case",
    level="should",
    requirements=("R-20", "R-51"),
    looks_at=Workspace,
    title=Say(
        de="Ein Integrationsförderplan nennt eine Person mit Namen", en="A case plan gives a person's name"
    ),
    message=Say(
        de="In den Texten des Integrationsförderplans steht der volle Name einer Ansprechperson oder "
        "Schlüsselperson. Zahl der Stellen: {n}; eine davon im Feld „{label}“.",
        en="The texts of the case plan give the full name of a contact person or key person. Number of "
        'places: {n}; one of them is in the field "{label}".',
    ),
    reason=Say(
        de="Wer mit dem jungen Menschen zu tun hat, verrät oft, um wen es geht, und hat selbst ein "
        "Recht darauf, nicht in fremden Fallunterlagen zu stehen. Funktion oder Verweis sagen genug.",
        en="Whoever deals with a young person often gives away who that is, and has a right not to be "
        "named in other people's case records. A function or a reference says enough.",
    ),
    remedy=Say(
        de="Den Namen durch die Funktion ersetzen oder die Person beim Beitrag unter „person“ eintragen.",
        en='Replace the name by the function, or enter the person with the contribution under "person".',
    ),
)
def name_in_case(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find plans whose texts hold a full name that the workspace knows; the name is never told."""
    names = [one.name for one in (*workspace.contact_persons, *workspace.people) if one.name is not None]
    known = _full_names(names)
    if not known:
        return
    for subject, texts in texts_by_case(ctx.index).items():
        told = [text for text in texts if _names_somebody(text.words, known)]
        if told:
            first = min(told, key=lambda text: text.label.en)
            yield ctx.found(subject, first.field, label=first.label, n=len(told))


def _full_names(names: Iterable[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Give the names as rows of words, in both orders, by their first word; a single word is no full name."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for name in names:
        words = [word for word in _words(name) if word not in _FORMS_OF_ADDRESS]
        if "," in words:
            place = words.index(",")
            words = [word for word in (*words[place + 1 :], *words[:place]) if word != ","]
        if len(words) < _SHORTEST_FULL_NAME:
            continue
        *given, last = words
        for row in ((*given, last), (last, ",", *given)):
            found.setdefault(row[0], set()).add(row)
    return {first: tuple(sorted(rows)) for first, rows in found.items()}


def _names_somebody(text: str, known: Mapping[str, tuple[tuple[str, ...], ...]]) -> bool:
    words = _words(text)
    return any(
        _is_name(words[place : place + len(row)], row)
        for place, word in enumerate(words)
        for row in known.get(word, ())
    )


def _is_name(words: list[str], row: tuple[str, ...]) -> bool:
    """Tell whether words are a name; the last of them may stand in the genitive."""
    *before, last = row
    return words in ([*before, last], [*before, f"{last}s"])


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _TOKEN.findall(text)]
