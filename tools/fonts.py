"""Make the shipped fonts and their measures out of the Noto fonts; run by hand when a font changes.

    python tools/fonts.py [FOLDER WITH NotoSans-Regular.ttf, NotoSansArabic-Regular.ttf …]

Writes two fonts, ``web.css`` with smaller ones for browsers (WOFF2), and ``metrics.json`` into
``src/jmdexport/fonts``. The regular font is put together out of one for each script: the renderers of PNG
and PDF show boxes where they must change the font within a line. The bold one has Latin, Greek and Cyrillic
letters alone. The same input gives the same bytes: the time stamp of the font is left as it is. Needs
fontTools and brotli, which the library itself does not.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Container
from pathlib import Path
from typing import Any, TypeAlias

from fontTools import subset
from fontTools.merge import Merger
from fontTools.merge import Options as Merging
from fontTools.ttLib import TTFont

from jmdexport.drawing.web_fonts import FILES, RANGES, font_faces

Ranges: TypeAlias = tuple[tuple[int, int], ...]

SOURCE = Path("/usr/share/fonts/truetype/noto")
TARGET = Path(__file__).parent.parent / "src" / "jmdexport" / "fonts"

# Latin with extensions, marks, Greek, Cyrillic, Vietnamese, punctuation, small figures, currencies, signs.
LATIN = (
    (0x0020, 0x007E),
    (0x00A0, 0x02FF),
    (0x0300, 0x036F),
    (0x0370, 0x03FF),
    (0x0400, 0x052F),
    (0x1E00, 0x1EFF),
    (0x2000, 0x206F),
    (0x2070, 0x209F),
    (0x20A0, 0x20BF),
    (0x2100, 0x214F),
    (0x2150, 0x218F),
    (0x2190, 0x2199),
    (0x2212, 0x2212),
    (0x25A0, 0x25FF),
    (0xFB00, 0xFB04),
    (0xFFFD, 0xFFFD),
)
WORLD: tuple[tuple[str, Ranges], ...] = (
    ("NotoSansArabic-Regular.ttf", ((0x0600, 0x06FF), (0x0750, 0x077F))),
    ("NotoSansArmenian-Regular.ttf", ((0x0530, 0x058F),)),
    ("NotoSansDevanagari-Regular.ttf", ((0x0900, 0x097F),)),
    ("NotoSansEthiopic-Regular.ttf", ((0x1200, 0x139F),)),
    ("NotoSansGeorgian-Regular.ttf", ((0x10A0, 0x10FF), (0x1C90, 0x1CBF))),
    ("NotoSansHebrew-Regular.ttf", ((0x0590, 0x05FF),)),
    ("NotoSansSyriac-Regular.ttf", ((0x0700, 0x074F),)),
    ("NotoSansTamil-Regular.ttf", ((0x0B80, 0x0BFF),)),
    ("NotoSansThai-Regular.ttf", ((0x0E00, 0x0E7F),)),
    (
        "NotoSansSymbols2-Regular.ttf",
        ((0x2605, 0x2606), (0x260E, 0x260E), (0x2660, 0x2667), (0x2713, 0x2718), (0x2764, 0x2764)),
    ),
)
"""The other scripts, and a few signs that stand in names; what is not in them is replaced when drawn."""

USUAL = subset.Options().layout_features
UNKERNED = [feature for feature in USUAL if feature != "kern"]
"""Kerning of the other scripts is large (169 kB in Ethiopic), and without it their measures are exact."""

CUTS = (("regular", "NotoSans-Regular.ttf", WORLD), ("bold", "NotoSans-Bold.ttf", ()))


def main(source: Path) -> None:
    """Write the two fonts, those for browsers, and the measures."""
    faces: dict[str, Any] = {}
    for name, file, others in CUTS:
        own = reduced(source / file, LATIN, USUAL)
        faces[name] = measures(own, kerned=True)
        whole = merged([own, *(reduced(source / other, ranges, UNKERNED) for other, ranges in others)])
        whole.save(TARGET / file, reorderTables=True)
        if others:
            known = own.getBestCmap()
            faces["world"] = measures(whole, kerned=False, without=known)
    small: dict[str, bytes] = {}
    for _, _, file in FILES:
        font = TTFont((source / file).with_suffix(".ttf"), recalcTimestamp=False)
        reduce(font, RANGES, features=["kern", "mark", "mkmk", "ccmp", "locl"], names=[0, 1, 2, 13, 14])
        font.flavor = "woff2"
        out = io.BytesIO()
        font.save(out, reorderTables=None)
        small[file] = out.getvalue()
    (TARGET / "web.css").write_text(font_faces(small) + "\n", encoding="utf-8")
    text = json.dumps({"units": 1000, "faces": faces}, separators=(",", ":"), sort_keys=True)
    (TARGET / "metrics.json").write_text(text + "\n", encoding="utf-8")


def reduced(path: Path, ranges: Ranges, features: list[str]) -> TTFont:
    """Give a font with some of its characters and features."""
    font = TTFont(path, recalcTimestamp=False)
    if font["head"].unitsPerEm != 1000:
        raise SystemExit(f"{path.name}: the measures are written in thousandths of the size.")
    reduce(font, ranges, features=features, names=["*"])
    return font


def merged(fonts: list[TTFont]) -> TTFont:
    """Give one font with the characters of all; of two that have the same one, the first one counts."""
    if len(fonts) == 1:
        return fonts[0]
    files = []
    for font in fonts:
        files.append(out := io.BytesIO())
        font.save(out)
        out.seek(0)
    whole = Merger(Merging(drop_tables=["vmtx", "vhea", "MATH", "STAT", "DSIG", "prop"])).merge(files)
    whole.recalcTimestamp = False
    for day in ("created", "modified"):
        setattr(whole["head"], day, getattr(fonts[0]["head"], day))
    return whole


def reduce(font: TTFont, ranges: Ranges, *, features: list[str], names: list[Any]) -> None:
    """Leave only some characters in a font, with some features and names."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = features
    options.name_IDs = names
    options.notdef_outline = True
    worker = subset.Subsetter(options)
    worker.populate(unicodes={code for first, last in ranges for code in range(first, last + 1)})
    worker.subset(font)


def measures(font: TTFont, *, kerned: bool, without: Container[int] = ()) -> dict[str, Any]:
    """Give the advances as runs of code points, and the kerning as classes of left and right characters.

    Args:
        without: Characters that are measured elsewhere.
    """
    cmap = {code: glyph for code, glyph in font.getBestCmap().items() if code not in without}
    widest = {} if kerned else joined(font)
    widths = {code: max(font["hmtx"][glyph][0], widest.get(glyph, 0)) for code, glyph in cmap.items()}
    runs: list[list[Any]] = []
    for code in sorted(widths):
        if runs and runs[-1][0] + len(runs[-1][1]) == code:
            runs[-1][1].append(widths[code])
        else:
            runs.append([code, [widths[code]]])
    found: dict[str, Any] = {"advances": runs}
    if kerned:
        found["kerning"] = classes(cmap, kerning(font))
    return found


def joined(font: TTFont) -> dict[str, int]:
    """Give the advance of the widest form that a letter takes where it is joined; marks have none."""
    table, advances = font["GSUB"].table, font["hmtx"]
    lookups = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag in {"init", "medi", "fina", "med2", "fin2", "fin3"}
        for index in record.Feature.LookupListIndex
    }
    found: dict[str, int] = {}
    for index in sorted(lookups):
        for outer in table.LookupList.Lookup[index].SubTable:
            inner = outer.ExtSubTable if outer.LookupType == 7 else outer
            for glyph, form in getattr(inner, "mapping", {}).items():
                if advances[glyph][0]:
                    found[glyph] = max(found.get(glyph, 0), advances[form][0])
    return found


def kerning(font: TTFont) -> dict[str, dict[str, int]]:
    """Give the pair kerning of the lookups of the feature ``kern``, glyph by glyph, first subtable wins."""
    table = font["GPOS"].table
    lookups = sorted(
        {
            index
            for record in table.FeatureList.FeatureRecord
            if record.FeatureTag == "kern"
            for index in record.Feature.LookupListIndex
        }
    )
    found: dict[str, dict[str, int]] = {}
    glyphs = font.getGlyphOrder()
    for index in lookups:
        seen: set[tuple[str, str]] = set()
        for outer in table.LookupList.Lookup[index].SubTable:
            pair = outer.ExtSubTable if outer.LookupType == 9 else outer
            if pair.LookupType != 2:
                continue
            for left, right, value in pairs(pair, glyphs):
                if (left, right) in seen:
                    continue
                seen.add((left, right))
                if value:
                    row = found.setdefault(left, {})
                    row[right] = row.get(right, 0) + value
    return found


def pairs(table: Any, glyphs: list[str]) -> Any:
    """Yield (left, right, advance) of one subtable; a covered left glyph of class kerning ends the search."""
    if table.Format == 1:
        for left, row in zip(table.Coverage.glyphs, table.PairSet, strict=True):
            for record in row.PairValueRecord:
                yield left, record.SecondGlyph, advance(record.Value1)
        return
    lefts, rights = table.ClassDef1.classDefs, table.ClassDef2.classDefs
    for left in table.Coverage.glyphs:
        row = table.Class1Record[lefts.get(left, 0)].Class2Record
        values = [advance(record.Value1) for record in row]
        for right in glyphs:
            yield left, right, values[rights.get(right, 0)]


def advance(value: Any) -> int:
    """Give the change of the advance that a value record asks for."""
    return int(getattr(value, "XAdvance", 0) or 0)


def classes(cmap: dict[int, str], kerns: dict[str, dict[str, int]]) -> dict[str, Any]:
    """Gather characters that kern alike; a row is a left class, then right classes and values in turn."""
    codes = sorted(cmap)
    columns: dict[int, tuple[tuple[int, int], ...]] = {}
    rows: dict[int, tuple[tuple[int, int], ...]] = {}
    for code in codes:
        row = kerns.get(cmap[code], {})
        rows[code] = tuple((right, row[cmap[right]]) for right in codes if cmap[right] in row)
    transposed: dict[int, list[tuple[int, int]]] = {code: [] for code in codes}
    for left, row_of in rows.items():
        for right, value in row_of:
            transposed[right].append((left, value))
    columns = {code: tuple(column) for code, column in transposed.items()}
    left_of, right_of = number(rows), number(columns)
    matrix: dict[int, dict[int, int]] = {}
    for code, row_of in rows.items():
        if row_of:
            matrix[left_of[code]] = {right_of[right]: value for right, value in row_of}
    return {
        "left": spread(left_of),
        "right": spread(right_of),
        "values": [
            [left, *(part for pair in sorted(row.items()) for part in pair)]
            for left, row in sorted(matrix.items())
        ],
    }


def number(rows: dict[int, tuple[tuple[int, int], ...]]) -> dict[int, int]:
    """Number the different rows from 1 in the order of their first character; 0 is "no kerning"."""
    numbers: dict[tuple[tuple[int, int], ...], int] = {(): 0}
    found = {code: numbers.setdefault(row, len(numbers)) for code, row in sorted(rows.items())}
    return {code: group for code, group in found.items() if group}


def spread(group_of: dict[int, int]) -> list[str]:
    """Give one text of characters a class, from class 1 on."""
    count = max(group_of.values(), default=0)
    return [
        "".join(chr(code) for code, group in sorted(group_of.items()) if group == n)
        for n in range(1, count + 1)
    ]


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE)
