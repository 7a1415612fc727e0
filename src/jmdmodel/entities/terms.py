"""Words that a user adds to the vocabulary of the workspace, without code."""

from __future__ import annotations

from jmdmodel.collection import Collection
from jmdmodel.fields import about, entity
from jmdmodel.ids import TermId
from jmdmodel.messages import Say
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import SUB_KINDS


@entity("eigener Begriff", "own term", Audience.PUBLIC, plural=Say("eigene Begriffe", "own terms"))
class Term:
    """A sub-kind of the user's own, below a kind of the library (R-13). German: eigene Unterart.

    ``parent`` is the code of the kind it belongs to, for instance ``religious-community``; the
    library's map group, coverage and rules follow the parent.
    """

    id: TermId = about("Kennung", "identifier", Audience.PUBLIC)
    parent: str = about("gehört zu", "belongs to", Audience.PUBLIC)
    label_de: str = about("Bezeichnung (deutsch)", "label (German)", Audience.PUBLIC)
    label_en: str = about("Bezeichnung (englisch)", "label (English)", Audience.PUBLIC)

    @property
    def label(self) -> Say:
        """The label in both languages."""
        return Say(self.label_de, self.label_en)


@entity("eigener Wortschatz", "own vocabulary", Audience.PUBLIC)
class Vocabulary:
    """Words that the user adds to the open lists (R-13). German: eigener Wortschatz."""

    partner_kinds: Collection[Term] = about(
        "Partnerarten", "partner kinds", Audience.PUBLIC, factory=Collection
    )
    committee_kinds: Collection[Term] = about(
        "Gremienarten", "committee kinds", Audience.PUBLIC, factory=Collection
    )
    topics: Collection[Term] = about("Themen", "topics", Audience.PUBLIC, factory=Collection)
    analysis_methods: Collection[Term] = about(
        "Methoden der Sozialraumanalyse", "methods of analysis", Audience.PUBLIC, factory=Collection
    )
    barrier_kinds: Collection[Term] = about(
        "Arten von Barrieren", "kinds of barriers", Audience.PUBLIC, factory=Collection
    )
    work_areas: Collection[Term] = about(
        "Arbeitsbereiche", "areas of work", Audience.PUBLIC, factory=Collection
    )

    def label(self, part: str, code: str) -> Say | None:
        """Give the label of a sub-kind, the user's own or the library's; ``None`` if nobody knows it."""
        own: Term | None = getattr(self, part).get(code)
        if own is not None:
            return own.label
        return next((known.label for known in SUB_KINDS[part] if known.code == code), None)
