"""What is wrong with a workspace that does not load, as a document: Markdown, or one page with a filter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jmdexport.documents.findings import as_markdown, as_page, document_data
from jmdmodel.messages import Language, Say, in_number
from jmdmodel.quality.forms.faults import GROUP, Fault, by_code, head

_TITLE = Say(de="Die Prüfung war nicht möglich", en="The check was not possible")
_CODE = Say(de="Fehler {code}", en="Fault {code}")
_NUMBER = Say(de="Anzahl: {n}", en="Number: {n}")


def faults_markdown(faults: Sequence[Fault], language: Language = "de") -> str:
    """Give the faults of loading in Markdown, by code; whatever stands in a name does nothing."""
    return as_markdown(_data(faults, language), language=language)


def faults_page(faults: Sequence[Fault], language: Language = "de") -> str:
    """Give the faults of loading as one HTML file; it asks for nothing from anywhere."""
    return as_page(_data(faults, language), language=language)


def _data(faults: Sequence[Fault], language: Language) -> dict[str, Any]:
    label = GROUP.in_(language)
    rules = [
        {
            "both": _NUMBER.in_(language).format(n=in_number(len(own), language)),
            "title": _CODE.in_(language).format(code=code),
            "family": "load",
            "family_label": label,
            "remedy": "",
            "reason": "",
            "capped": "",
            "findings": [
                {"message": fault.told, "place": fault.place, "others": "", "line": None} for fault in own
            ],
        }
        for code, own in by_code(faults).items()
    ]
    heading = f"{label} ({in_number(len(faults), language)})"
    levels = [{"level": "must", "heading": heading, "rules": rules}]
    data = document_data(levels, [head(faults, language)], language=language, title=_TITLE.in_(language))
    return data | {"families": [{"letter": "load", "label": label}]}
