"""The short way through Markdown leads where markdown-it goes, whatever the text."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from jmdexport.documents.escaping import escape_inline, escaped_row
from jmdexport.documents.filters import table
from jmdexport.documents.markdown import _parser
from jmdexport.documents.tree import blocks_of, text_of

OURS = _parser()

WORDS = [
    *'\\`*_[]()<>#+-.!|~&;:^$" \t\u00a0\u0085\x0b0159abwäא',
    *(
        "&amp;",
        "**",
        "\\|",
        "\\\\",
        "| ",
        " |",
        "--- | ---",
        "![x](y.svg)",
        "[x](https://a.b)",
        "<b>",
        "www.",
    ),
]
LINES = [
    *(
        "| Art | Zahl |",
        "| --- | ---: |",
        "| Schule | 3 |",
        "| a | b | c |",
        "| a |",
        "|a|b|",
        "| :-: | :-- |",
    ),
    *(
        "",
        "  ",
        "# Netz",
        "- Punkt",
        "> Wort",
        "```",
        "    | a | b |",
        "| \\| | x\\|y |",
        "| | |",
        "1. | a |",
    ),
]
TEXTS = st.lists(
    st.sampled_from(LINES) | st.lists(st.sampled_from(WORDS), max_size=8).map("".join), max_size=9
).map("\n".join)


def by_markdown_it_alone(text: str) -> str:
    """Give the HTML of markdown-it, with the changes that a page makes to its tables."""
    parser = MarkdownIt("commonmark", {"html": False, "xhtmlOut": True}).enable("table")
    parser.validateLink = OURS.validateLink  # type: ignore[method-assign]
    made = str(parser.render(text))
    for tag in ("td", "th"):
        for side in ("left", "right", "center"):
            made = made.replace(f'<{tag} style="text-align:{side}">', f'<{tag} class="{side}">')
    for tag in ("<th>", '<th class="left">', '<th class="right">', '<th class="center">'):
        made = made.replace(tag, f'{tag[:-1]} scope="col">')
    return made.replace("<table>", '<div class="table"><table>').replace("</table>", "</table></div>")


@given(TEXTS)
@example("| a | b |\n| --- | :-: |\n| c | d |\n| e |")
@example("| a |\n| --- |\n\n| \\* |\n| --- |\n| **x** |\ny")
@example("| a |\n| --- |\n| \u00a0b |\n| b\\\\| c |")
@example("> | a |\n> | --- |\n> | b |\n\n- | a |\n  | --- |")
def test_tables_and_lines_become_what_markdown_it_makes_of_them(text: str) -> None:
    assert OURS.render(text) == by_markdown_it_alone(text)


CELLS = st.lists(st.sampled_from(WORDS), max_size=6).map("".join)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1))
def test_the_cells_of_a_table_come_out_as_they_went_in(rows: list[tuple[str, str]]) -> None:
    made = str(table({"head": ["Art", "Zahl"], "align": "lr", "rows": rows}))
    (block,) = blocks_of(made)
    assert block["sides"] == ["left", "right"]
    told = [[text_of(cell) for cell in row] for row in block["rows"]]
    parsed = MarkdownIt("commonmark")
    for row, said in zip(rows, told, strict=True):
        for cell, text in zip(row, said, strict=True):
            inline = parsed.parseInline(escape_inline(cell))[0].children or []
            assert text.strip() == "".join(part.content for part in inline).strip()


@given(st.lists(CELLS, min_size=1, max_size=4))
def test_a_row_is_escaped_like_its_cells(cells: list[str]) -> None:
    assert escaped_row(cells) == " | ".join(escape_inline(cell) for cell in cells)
