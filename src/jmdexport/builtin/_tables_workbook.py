"""Flat tables as one workbook: a sheet for each, cells typed, codes chosen from lists (R-35).

Every text is written as a text and formatted as one, so that no program takes a key, a postcode or a
telephone number for a number, and nothing for a formula. What a spreadsheet cannot hold exactly, such as a
day before 1 March 1900 or a number of more than 15 digits, is a text as well; so are yes and no, which
LibreOffice would take for formulas.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final

import attrs

from jmdexport.builtin import _tables_texts as texts
from jmdexport.builtin._tables_plain import Plain, as_text, plain
from jmdexport.errors import MissingExtra
from jmdexport.records import Artifact
from jmdmodel.flattening import FlatColumn, FlatTable
from jmdmodel.messages import Language, Message

NAME: Final = "tables.xlsx"
MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEADS: Final = 2
"""Rows above the data: names of the columns, and what they mean."""
MOST_ROWS: Final = 1_048_576
LONGEST_CELL: Final = 32_767
LONGEST_NAME: Final = 31
EARLIEST: Final = date(1900, 3, 1)
"""Before this day programs count days differently, because one of them took 1900 for a leap year."""
_WIDEST, _NARROWEST = 50, 8
_LINE, _HIGHEST = 15, 405
_ON_A_PAGE = 200
_DIGITS = 15


@attrs.frozen(kw_only=True)
class Book:
    """What the first sheet says, beside the tables: title, sentences, language, the day that counts."""

    title: str
    sentences: tuple[str, ...]
    language: Language
    as_of: date


def workbook(tables: tuple[FlatTable, ...], book: Book) -> Artifact:
    """Give the workbook of some tables; those without rows are explained and have no sheet.

    Raises:
        MissingExtra: The extra ``excel`` is not installed.
    """
    try:
        import xlsxwriter  # noqa: PLC0415 - an extra
    except ImportError as error:
        if (error.name or "").partition(".")[0] != "xlsxwriter":
            raise
        raise MissingExtra("excel", "xlsxwriter") from error
    sink = io.BytesIO()
    made = xlsxwriter.Workbook(sink, {"in_memory": True})
    made.set_properties({"title": book.title, "created": datetime.combine(book.as_of, time())})
    _Writer(made, book).write(tables)
    made.close()
    return Artifact(NAME, MEDIA_TYPE, sink.getvalue())


def sheet_name(table: str, number: int = 1) -> str:
    """Give the name of a sheet, which may have 31 characters: the middle of a long one is shortened.

    Example:
        >>> sheet_name("partners.remits"), sheet_name("cases.goals.steps.contributions.stages")
        ('partners.remits', 'cases.goa.ste.con.stages')
    """
    if len(table) > LONGEST_NAME - 4:
        first, *middle = table.split(".")
        table = ".".join([first, *(part[:3] for part in middle[:-1]), *middle[-1:]])
    return f"{table} {number}" if number > 1 else table


@attrs.define
class _Writer:
    """Writes the sheets of one workbook."""

    book: Any
    about: Book
    formats: dict[str, Any] = attrs.field(factory=dict)
    places: dict[str, str] = attrs.field(factory=dict)

    def write(self, tables: tuple[FlatTable, ...]) -> None:
        add, day = self.book.add_format, "dd.mm.yyyy" if self.about.language == "de" else "yyyy-mm-dd"
        self.formats = {
            "text": add({"num_format": "@", "valign": "top"}),
            "integer": add({"num_format": "0", "valign": "top"}),
            "decimal": add({"num_format": "General", "valign": "top"}),
            "date": add({"num_format": day, "valign": "top", "align": "left"}),
            "name": add({"num_format": "@", "font_color": "#595959", "font_size": 9}),
            "head": add({"num_format": "@", "bold": True, "bottom": 1, "bg_color": "#E8EEF4"}),
            "title": add({"num_format": "@", "bold": True, "font_size": 14}),
            "said": add({"num_format": "@", "text_wrap": True, "valign": "top"}),
            "link": add({"num_format": "@", "font_color": "#0B4F8A", "underline": 1}),
        }
        first = self.book.add_worksheet(texts.EXPLANATION.in_(self.about.language))
        words = self.book.add_worksheet(texts.WORDS.in_(self.about.language))
        self._words(words, tables)
        for table in tables:
            for name, rows in _sheets(table):
                self._table(self.book.add_worksheet(name), table, rows)
        self._explanation(first, tables)

    def _explanation(self, sheet: Any, tables: tuple[FlatTable, ...]) -> None:
        language = self.about.language
        sheet.write_string(0, 0, self.about.title, self.formats["title"])
        heads = (texts.SHEET, texts.TABLE, texts.ROWS, texts.COLUMN, texts.MEANING, texts.KIND, texts.HINT)
        for row, sentence in enumerate(self.about.sentences, start=1):
            sheet.merge_range(row, 0, row, len(heads) - 1, "", self.formats["said"])
            sheet.write_string(row, 0, sentence, self.formats["said"])
            sheet.set_row(row, 15 * (1 + len(sentence) // 150))
        top = len(self.about.sentences) + 2
        lines = [
            (
                sheet_name(table.name) if table.rows else "",
                table.title.in_(language),
                len(table.rows),
                column.name,
                column.label.in_(language),
                texts.kind_of(column, language),
                column.help.in_(language) if column.help else "",
            )
            for table in tables
            for column in table.columns
        ]
        self._heads(sheet, top, [head.in_(language) for head in heads])
        for row, line in enumerate(lines, start=top + 1):
            for place, value in enumerate(line):
                if isinstance(value, int):
                    sheet.write_number(row, place, value, self.formats["integer"])
                elif place == 0 and value:
                    sheet.write_url(row, 0, f"internal:'{value}'!A1", self.formats["link"], value)
                elif value:
                    sheet.write_string(row, place, value, self.formats["text"])
        sheet.autofilter(top, 0, top + len(lines), len(heads) - 1)
        for place, width in enumerate((26, 34, 8, 26, 34, 34, 40)):
            sheet.set_column(place, place, width)
        self._print(sheet, top)
        sheet.activate()

    def _words(self, sheet: Any, tables: tuple[FlatTable, ...]) -> None:
        """Write the words of all lists, and keep where each list stands, for the drop-downs."""
        language = self.about.language
        heads = (texts.LIST, texts.CODE, texts.LABEL, texts.MEANING)
        self._heads(sheet, 0, [head.in_(language) for head in heads])
        row = 0
        for name, words in texts.lists_of(tables).items():
            start = row + 1
            for word in words:
                row += 1
                for place, text in enumerate((name, *(part.in_(language) for part in word))):
                    sheet.write_string(row, place, text, self.formats["text"])
            self.places[name] = f"='{texts.WORDS.in_(language)}'!$B${start + 1}:$B${row + 1}"
        sheet.ignore_errors({"number_stored_as_text": f"A1:D{row + 1}"})
        sheet.freeze_panes(1, 0)
        self._print(sheet, 0)
        sheet.autofilter(0, 0, row, len(heads) - 1)
        for place, width in enumerate((26, 30, 44, 90)):
            sheet.set_column(place, place, width, self.formats["text"])

    def _heads(self, sheet: Any, row: int, heads: list[str]) -> None:
        for place, head in enumerate(heads):
            sheet.write_string(row, place, head, self.formats["head"])

    def _print(self, sheet: Any, heads: int, *, keys: int = 0, width: float = 0) -> None:
        """Set how a sheet is printed: A4 across, heads on each page, and all columns if they can be read."""
        sheet.set_landscape()
        sheet.set_paper(9)
        if width <= _ON_A_PAGE:
            sheet.fit_to_pages(1, 0)
        else:
            sheet.set_print_scale(70)
            sheet.repeat_columns(0, keys - 1)
        sheet.repeat_rows(heads if heads >= HEADS else 0, heads)
        sheet.set_footer("&L&A&R&P / &N")

    def _table(self, sheet: Any, table: FlatTable, rows: tuple[tuple[Any, ...], ...]) -> None:
        language, last = self.about.language, HEADS + len(rows) - 1
        self._heads(sheet, 1, [column.label.in_(language) for column in table.columns])
        width, lines = 0, [1] * len(rows)
        for place, column in enumerate(table.columns):
            sheet.write_string(0, place, column.name, self.formats["name"])
            values = [plain(row[place]) for row in rows]
            widest = max([len(column.name), len(column.label.in_(language)) + 3, *map(_width, values)]) + 1
            form = self._format(column, is_wide=widest > _WIDEST)
            sheet.set_column(place, place, min(max(widest, _NARROWEST), _WIDEST), form)
            width += min(max(widest, _NARROWEST), _WIDEST)
            for row, value in enumerate(values):
                self._cell(sheet, row + HEADS, place, value, form)
            if form is self.formats["said"]:
                lines = [max(one, _lines(value)) for one, value in zip(lines, values, strict=True)]
            if (name := texts.list_of(column)) and not column.many:
                self._choice(sheet, place, name)
        for row, many in enumerate(lines, start=HEADS):
            if many > 1:  # LibreOffice does not find out by itself how high a row must be
                sheet.set_row(row, min(many * _LINE, _HIGHEST))
        keys = max(len(table.key), 1)
        sheet.freeze_panes(HEADS, keys)
        self._print(sheet, HEADS - 1, keys=keys, width=width)
        sheet.autofilter(1, 0, max(last, HEADS), len(table.columns) - 1)
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{last + 1}"})

    def _format(self, column: FlatColumn, *, is_wide: bool) -> Any:
        """Give the format of a column: that of its type, for long texts with breaks."""
        kind = {"year": "integer", "code": "text", "boolean": "text"}.get(column.type, column.type)
        kind = "text" if column.many else kind
        return self.formats["said" if is_wide and kind == "text" else kind]

    def _cell(self, sheet: Any, row: int, place: int, value: Plain, form: Any) -> None:
        if value is None:
            return
        if isinstance(value, date) and value >= EARLIEST:
            sheet.write_datetime(row, place, value, form)
        elif isinstance(value, int | Decimal) and not isinstance(value, bool) and is_exact(value):
            sheet.write_number(row, place, value, form)
        else:
            text = as_text(value)
            if utf16_length(text) > LONGEST_CELL:
                text = Message.of(texts.TOO_LONG, n=len(text)).in_(self.about.language)
            as_told = form if isinstance(value, str | bool) else self.formats["text"]
            sheet.write_string(row, place, text, as_told)

    def _choice(self, sheet: Any, place: int, name: str) -> None:
        """Let a column be filled from a list alone, also below the last row."""
        language = self.about.language
        told = {"words": texts.WORDS.in_(language), "list": name}
        sheet.data_validation(
            HEADS,
            place,
            MOST_ROWS - 1,
            place,
            {
                "validate": "list",
                "source": self.places[name],
                "error_title": texts.NOT_A_CODE.in_(language),
                "error_message": texts.SEE_WORDS.in_(language).format(**told),
            },
        )


def _sheets(table: FlatTable) -> Iterator[tuple[str, tuple[tuple[Any, ...], ...]]]:
    """Yield the sheets of a table: one, unless it has more rows than a sheet can hold."""
    most = MOST_ROWS - HEADS
    for number, start in enumerate(range(0, len(table.rows), most), start=1):
        yield sheet_name(table.name, number), table.rows[start : start + most]


def is_exact(number: int | Decimal) -> bool:
    """Tell whether a spreadsheet, which keeps 15 digits, holds a number exactly."""
    return len(Decimal(number).normalize().as_tuple().digits) <= _DIGITS


def utf16_length(text: str) -> int:
    """Give the length of a text as spreadsheets count it: some characters count twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _width(value: Plain) -> int:
    return 10 if isinstance(value, date) else max(map(len, as_text(value).split("\n")))


def _lines(value: Plain) -> int:
    """Tell how many lines a text has in the widest column: words at its ends are not cut."""
    return sum(1 + len(line) // (_WIDEST - 5) for line in as_text(value).split("\n"))
