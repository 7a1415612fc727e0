"""The record of a finding: which rule, about what, with which values; no text, no position."""

from __future__ import annotations

import attrs

from jmdmodel.ids import Ref
from jmdmodel.messages import Value


@attrs.frozen(kw_only=True)
class Finding:
    """What a rule found: plain values that pickle, hash and compare (R-52). German: Befund.

    The text belongs to the rule, the place in the file to the source (``source.locate(finding)``), so
    that the same finding can be shown in either language, from any file, and counted.

    Attributes:
        code: Code of the rule, ``Q511``.
        subject: What the finding is about.
        field: Field of the subject, in the words of the file; empty when it is about the whole thing.
        values: What goes into the text, as pairs sorted by name.
        others: Further things of the same kind that this one finding stands for.
    """

    code: str
    subject: Ref
    field: str = ""
    values: tuple[tuple[str, Value], ...] = ()
    others: tuple[Ref, ...] = ()

    @property
    def path(self) -> str:
        """The place in the model, ``networks/ag-migration.assessments``."""
        return f"{self.subject}.{self.field}" if self.field else str(self.subject)
