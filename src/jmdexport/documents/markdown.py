"""Markdown becomes one HTML file: pictures inside, a style of its own, no request to anywhere.

The text is CommonMark with tables; raw HTML in it is shown as text. A content security policy allows the
page's own style and pictures that stand in the page, and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping
from itertools import chain, pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup

from jmdexport.documents.environment import Plain, asset, render
from jmdexport.documents.faults import TemplateFault
from jmdexport.documents.parsing import Line, markdown_parser
from jmdmodel.ids import slug
from jmdmodel.messages import Language, Message, Say

_PICTURE_TYPES = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg"}
_CONTENTS = Say(de="Inhalt", en="Contents")
_CLOSES_STYLE = Say(
    de="Das Stilblatt enthält „</“; damit würde es im HTML vorzeitig enden.",
    en='The style sheet holds "</", which would end it too early in HTML.',
)


def to_page(
    text: str,
    *,
    title: str,
    language: Language,
    pictures: Mapping[str, bytes] | None = None,
    folders: tuple[Path, ...] = (),
) -> str:
    """Give a text in Markdown as one HTML file.

    A picture that the text names stands in the page as data; one that is not among *pictures* is
    replaced by its alternative text, so that a page never asks for anything. Serves R-34.

    Args:
        text: CommonMark with tables.
        title: Title of the page.
        language: Language of the text, and of the heading over the contents.
        pictures: The pictures by the name that the text uses.
        folders: Folders whose ``page.html.jinja`` or ``page.css`` take the place of the library's.

    Raises:
        TemplateFault: A template or style of the caller's own has a fault.
    """
    parser = _parser()
    tokens = parser.parse(text)
    headings = _anchored(tokens)
    _placed(tokens, pictures or {})
    start = next((at for at, token in enumerate(tokens) if token.tag == "h2"), len(tokens))
    lead, body = (
        parser.renderer.render(part, parser.options, {}) for part in (tokens[:start], tokens[start:])
    )
    style = asset("page.css", folders).strip()
    if "</" in style:
        raise TemplateFault("page.css", 0, Message.of(_CLOSES_STYLE))
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    data: dict[str, Plain] = {
        "language": language,
        "title": title,
        "policy": (
            f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; font-src data:;"
            " base-uri 'none'; form-action 'none'"
        ),
        "style": Markup(style),  # noqa: S704 - our own file, or the caller's; checked for a closing tag
        "contents_heading": _CONTENTS.in_(language),
        "contents": [{"anchor": anchor, "text": words} for anchor, words in headings],
        "lead": Markup(lead),  # noqa: S704 - made by the renderer, which escapes; raw HTML is off
        "body": Markup(body),  # noqa: S704 - as above
    }
    return render("page.html.jinja", data, language=language, kind="text/html", folders=folders)


def _parser() -> MarkdownIt:
    parser = markdown_parser()
    parser.add_render_rule("table", _table)
    return parser


def _table(
    renderer: RendererHTML, tokens: list[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    """Write a table in a box, so that a wide one scrolls in itself and not the whole page."""

    def written(line: Line) -> str:
        return escapeHtml(line) if isinstance(line, str) else renderer.renderInline(line, options, env)

    meta = tokens[index].meta
    classes = [f' class="{side}"' if side else "" for side in meta["sides"]]
    heads, cells = [f'<th{one} scope="col">' for one in classes], [f"<td{one}>" for one in classes]
    head, *body = (list(map(written, row)) for row in meta["rows"])
    parts = ['<div class="table"><table>\n<thead>\n', _row(heads, head, "</th>"), "</thead>\n"]
    if body:
        parts += ["<tbody>\n", *(_row(cells, row, "</td>") for row in body), "</tbody>\n"]
    return "".join([*parts, "</table></div>\n"])


def _row(openings: list[str], cells: list[str], closing: str) -> str:
    made = "\n".join(f"{opening}{cell}{closing}" for opening, cell in zip(openings, cells, strict=True))
    return f"<tr>\n{made}\n</tr>\n"


def _anchored(tokens: list[Token]) -> list[tuple[str, str]]:
    """Give each heading an anchor of its own; return those of the second level for the contents."""
    seen: set[str] = set()
    found = []
    for opening, content in pairwise(tokens):
        if opening.type != "heading_open":
            continue
        words = _words(content.children or [])
        base = slug(words) or "section"
        anchor, number = base, 2
        while anchor in seen:
            anchor, number = f"{base}-{number}", number + 1
        seen.add(anchor)
        opening.attrSet("id", anchor)
        if opening.tag == "h2":
            found.append((anchor, words))
    return found


def _words(tokens: Iterable[Token]) -> str:
    return "".join(" " if token.type.endswith("break") else token.content for token in tokens)


def _placed(tokens: list[Token], pictures: Mapping[str, bytes]) -> None:
    """Set pictures in place, and make figures of paragraphs that hold nothing else."""
    for index, token in enumerate(tokens):
        if token.type == "table":
            for line in chain.from_iterable(token.meta["rows"]):
                _filled([] if isinstance(line, str) else line, pictures)
            continue
        children = token.children or []
        _filled(children, pictures)
        if len(children) == 1 and children[0].type == "image" and tokens[index - 1].type == "paragraph_open":
            tokens[index - 1].tag = tokens[index + 1].tag = "figure"


def _filled(line: Iterable[Token], pictures: Mapping[str, bytes]) -> None:
    for token in line:
        if token.type == "image":
            _fill(token, pictures)


def _fill(image: Token, pictures: Mapping[str, bytes]) -> None:
    name = str(image.attrGet("src") or "")
    kind = _PICTURE_TYPES.get(Path(name).suffix.lower())
    if name in pictures and kind is not None:
        image.attrSet("src", f"data:{kind};base64,{base64.b64encode(pictures[name]).decode('ascii')}")
        return
    image.type, image.tag = "text", ""
    image.content = _words(image.children or [])
    image.children = None
