"""``--reference FILE``: the reference document of an office, read here and handed on as a value."""

from __future__ import annotations

from typing import Any

import click

from jmdexport.cli.common import refuse
from jmdexport.options import describe
from jmdexport.records import Exporter
from jmdmodel.messages import Language, Message, Say
from jmdmodel.storage import read_bytes

_NO_OFFICE = Say(
    de="Die Formatvorlage {path} gilt nur für .docx und .odt.",
    en="The reference document {path} is for .docx and .odt only.",
)
_NOBODY_TAKES = Say(
    de="Keiner der genannten Exporte nimmt eine Formatvorlage.",
    en="None of the exporters named takes a reference document.",
)

reference_option = click.option(
    "--reference",
    metavar="FILE",
    type=click.Path(),
    help="For .docx and .odt: a file of this form with the styles, page and footer of your office.",
)


def reference_for(
    exporter: Exporter, reference: str | None, suffix: str, language: Language
) -> dict[str, Any]:
    """Give the content of a reference document as the option of an exporter that takes one."""
    if reference is None or not _takes_reference(exporter):
        return {}
    if suffix.removeprefix(".").lower() not in {"docx", "odt"}:
        refuse(Message.of(_NO_OFFICE, path=reference), language)
    return {"reference-doc": read_bytes(reference)}


def refuse_reference(reference: str | None, exporters: list[Exporter], language: Language) -> None:
    """Refuse a reference document that none of the exporters takes."""
    if reference is not None and not any(map(_takes_reference, exporters)):
        refuse(_NOBODY_TAKES, language)


def _takes_reference(exporter: Exporter) -> bool:
    return any(info.field == "reference_doc" for info in describe(exporter.options))
