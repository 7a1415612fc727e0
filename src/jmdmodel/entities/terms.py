"""Words that a user adds to the vocabulary of the workspace, without code."""

from __future__ import annotations

from jmdmodel.fields import about, entity
from jmdmodel.ids import TermId
from jmdmodel.messages import Say
from jmdmodel.scales import Audience


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
