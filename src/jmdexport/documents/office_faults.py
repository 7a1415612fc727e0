"""What can go wrong on the way to a document of an office program."""

from __future__ import annotations

from typing import Literal, TypeAlias

from jmdexport.errors import ExportError
from jmdmodel.messages import Message, Say

Trouble: TypeAlias = Literal["time", "start", "refused", "reference"]

_TOLD: dict[Trouble, Say] = {
    "time": Say(
        de="Das Dokument ({form}) ist nicht fertig geworden: pandoc hat länger als {detail} Sekunden"
        " gebraucht.",
        en="The document ({form}) was not finished: pandoc took longer than {detail} seconds.",
    ),
    "start": Say(
        de="Das Dokument ({form}) ließ sich nicht herstellen, weil pandoc nicht startet: {detail}.",
        en="The document ({form}) could not be made, as pandoc does not start: {detail}.",
    ),
    "refused": Say(
        de="Das Dokument ({form}) ließ sich nicht herstellen. pandoc meldet: {detail}",
        en="The document ({form}) could not be made. pandoc says: {detail}",
    ),
    "reference": Say(
        de="Die Formatvorlage ist keine lesbare Datei der Form {form}. Nötig ist ein Dokument dieser Form, im"
        " Büroprogramm gespeichert und ohne Kennwort.",
        en="The reference document is no readable file of the form {form}. It takes a document of this form,"
        " saved by an office program and without a password.",
    ),
}


class OfficeFailed(ExportError):  # noqa: N818 - the names of this family are fixed words of the interface
    """A document of an office program could not be made.

    Attributes:
        form: ``docx`` or ``odt``.
        trouble: What went wrong.
        detail: What is known of it: seconds, or what pandoc said.
    """

    code = "E422"

    def __init__(self, form: str, trouble: Trouble, detail: str = "") -> None:
        super().__init__(form, trouble, detail)
        self.form = form
        self.trouble = trouble
        self.detail = detail

    @property
    def message(self) -> Message:
        """What went wrong and what to do."""
        detail = {} if self.trouble == "reference" else {"detail": self.detail}
        return Message.of(_TOLD[self.trouble], form=self.form.upper(), **detail)
