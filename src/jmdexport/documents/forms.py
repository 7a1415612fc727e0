"""Any document in any form: one text in Markdown becomes a page, plain text, an office file or a PDF.

An exporter lists :data:`DOCUMENTS` among its media and hands its Markdown to :func:`document`; what a form
needs of pictures is made of their scenes here, so that all forms show the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from jmdexport.documents.docx import finished_docx
from jmdexport.documents.markdown import to_page
from jmdexport.documents.odt import finished_odt
from jmdexport.documents.packages import checked_reference, own_reference
from jmdexport.documents.pandoc import Office, pandoc_program, run_pandoc
from jmdexport.documents.pandoc_tree import Dots, pandoc_json
from jmdexport.documents.plain_text import to_plain_text
from jmdexport.documents.printed import to_pdf_document
from jmdexport.documents.tree import blocks_of, pictures_of
from jmdexport.drawing.png import to_png
from jmdexport.drawing.scene import Scene
from jmdexport.drawing.svg import to_svg
from jmdexport.errors import MissingExtra
from jmdexport.options import option
from jmdexport.records import Artifact, Medium
from jmdmodel.messages import Language, Say

_LINE: Final = 160.0
"""So many millimetres wide are the lines of a page."""
_NARROW: Final = 12.0
"""The margin of a page with a wide picture, in millimetres; an office's own paper keeps its own."""
_OFFICE: Final = {"pypandoc": "office", "resvg_py": "office"}

OFFICE: Final = (
    Medium(
        ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", requires=_OFFICE
    ),
    Medium(".odt", "application/vnd.oasis.opendocument.text", requires=_OFFICE),
    Medium(".pdf", "application/pdf", requires={"typst": "pdf"}),
)
"""The forms of a document for office programs and for print."""

DOCUMENTS: Final = (
    Medium(".md", "text/markdown"),
    Medium(".html", "text/html"),
    Medium(".txt", "text/plain"),
    *OFFICE,
)
"""The forms of a document; all of them are made from the same text and say the same."""


def reference_option() -> Any:
    """Declare the option of an exporter that takes a reference document of the office."""
    text = Say(
        de="Formatvorlage des Büros für DOCX und ODT: der Inhalt einer Datei dieser Form (--reference FILE).",
        en="Reference document of the office for DOCX and ODT: what a file of this form holds"
        " (--reference FILE).",
    )
    return option(text, default=None)


def document_artifact(stem: str, medium: Medium, data: bytes) -> Artifact:
    """Give a finished document as a file, named after *stem*; forms that are text say their encoding."""
    is_text = medium.media_type.startswith("text/")
    return Artifact(
        f"{stem}{medium.suffix}", medium.media_type + ("; charset=utf-8" if is_text else ""), data
    )


def document(
    markdown: str,
    *,
    suffix: str,
    title: str,
    language: Language,
    as_of: date,
    pictures: Mapping[str, Scene] | None = None,
    reference_doc: bytes | None = None,
    folders: tuple[Path, ...] = (),
) -> bytes:
    """Give a text in Markdown as the bytes of a file: the same bytes for the same arguments (R-34).

    Headings, the heads of tables, lists and the alternative texts of pictures are there in each form. A
    picture that the text names and that is not among *pictures* gives way to its alternative text.

    Args:
        markdown: CommonMark with tables; its first heading of the first level is the title that people read.
        suffix: The form: ``.md``, ``.html``, ``.txt``, ``.docx``, ``.odt`` or ``.pdf``.
        title: Title in the properties of the file, and of the window that shows it.
        language: Language of the text, for hyphens and voices.
        as_of: The day that an office file names as that of its making.
        pictures: The pictures by the name that the text uses.
        reference_doc: The bytes of an office file of the same form; its styles, page and footer are used.
        folders: Folders with templates that take the place of the library's, for the page.

    Raises:
        MissingExtra: The form needs an extra that is not installed.
        OfficeFailed: The reference document cannot be used, or pandoc could not make the file.
        TemplateFault: A template or style of the caller's own has a fault.
        ValueError: There is no such form.

    Example:
        >>> from datetime import date
        >>> text = "# Netz" + 2 * chr(10) + "Ein **Partner**."
        >>> made = document(text, suffix=".txt", title="Netz", language="de", as_of=date(2026, 1, 31))
        >>> print(made.decode())
        Netz
        ====
        <BLANKLINE>
        Ein Partner.
        <BLANKLINE>
    """
    scenes = pictures or {}
    match suffix:
        case ".md":
            return markdown.encode("utf-8")
        case ".html":
            drawn = {name: to_svg(scene).encode("utf-8") for name, scene in scenes.items()}
            page = to_page(markdown, title=title, language=language, pictures=drawn, folders=folders)
            return page.encode("utf-8")
        case ".txt":
            return to_plain_text(blocks_of(markdown), language=language).encode("utf-8")
        case ".pdf":
            return to_pdf_document(blocks_of(markdown), title=title, language=language, pictures=scenes)
        case ".docx" | ".odt":
            form: Office = "docx" if suffix == ".docx" else "odt"
            return _office(
                markdown,
                form,
                title=title,
                language=language,
                as_of=as_of,
                scenes=scenes,
                reference_doc=reference_doc,
            )
    raise ValueError(f"There is no form {suffix!r}.")


def _office(
    markdown: str,
    form: Office,
    *,
    title: str,
    language: Language,
    as_of: date,
    scenes: Mapping[str, Scene],
    reference_doc: bytes | None,
) -> bytes:
    """Give a document as an office file."""
    pandoc_program()  # what is missing is told before anything is drawn
    blocks = blocks_of(markdown)
    reference = own_reference(form) if reference_doc is None else checked_reference(reference_doc, form)
    shown = [one for one in pictures_of(blocks) if one["name"] in scenes]
    try:
        dots = {name: _dots(scenes[name]) for name in sorted({one["name"] for one in shown})}
    except MissingExtra as error:
        raise MissingExtra("office", error.module) from error
    made = run_pandoc(
        pandoc_json(blocks, title=title, language=language, pictures=dots),
        form=form,
        reference=reference,
        as_of=as_of,
    )
    margin = _NARROW if reference_doc is None else None
    widths = {number: scenes[one["name"]].width for number, one in enumerate(shown)}
    if form == "docx":
        return finished_docx(made, title=title, language=language, as_of=as_of, widths=widths, margin=margin)
    return finished_odt(
        made,
        title=title,
        language=language,
        as_of=as_of,
        widths=widths,
        alts=[one["alt"] for one in shown],
        margin=margin,
    )


@lru_cache(maxsize=4)
def _dots(scene: Scene) -> Dots:
    """Draw a picture for an office file; one wider than the lines is set no larger than they are.

    Drawing takes longer than all the rest, and both forms of a document show the same pictures.
    """
    scale = min(1.0, _LINE / scene.width)
    return Dots(to_png(scene), scene.width * scale, scene.height * scale)
