"""The font for browsers: small subsets of Noto Sans as a style sheet of data URIs.

They hold the letters of the European languages in Latin script and the usual punctuation
(:data:`RANGES`). For letters outside them (Greek, Cyrillic, Arabic …) a browser takes the installed Noto
Sans or another sans serif. ``tools/fonts.py`` makes the style sheet, :mod:`jmdexport.drawing.font_data`
reads it.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping

RANGES = (
    (0x0020, 0x007E),
    (0x00A0, 0x017F),
    (0x2010, 0x2015),
    (0x2018, 0x201E),
    (0x2020, 0x2022),
    (0x2026, 0x2026),
    (0x2030, 0x2030),
    (0x2039, 0x203A),
    (0x20AC, 0x20AC),
    (0x2212, 0x2212),
    (0xFFFD, 0xFFFD),
)
"""The characters of the subsets, as runs of code points."""

FILES = ((400, "Noto Sans", "NotoSans-Regular.woff2"), (700, "Noto Sans Bold", "NotoSans-Bold.woff2"))
"""Weight, name of the installed font, and subset of each cut."""


def font_faces(files: Mapping[str, bytes]) -> str:
    """Give the rules that make Noto Sans known to a browser, as CSS.

    A rule hides the installed font of its name. That is why the first rules name it again, for all
    characters that the subsets lack; of two rules for one character the later one counts.

    Args:
        files: The subsets by their names in :data:`FILES`.
    """
    runs = ",".join(f"U+{first:X}-{last:X}" if last > first else f"U+{first:X}" for first, last in RANGES)
    rules = [_rule(weight, f'src:local("{name}")') for weight, name, _ in FILES]
    for weight, _, file in FILES:
        data = base64.b64encode(files[file]).decode("ascii")
        source = f'src:url(data:font/woff2;base64,{data}) format("woff2")'
        rules.append(_rule(weight, f"{source};unicode-range:{runs}"))
    return "".join(rules)


def _rule(weight: int, rest: str) -> str:
    return f'@font-face{{font-family:"Noto Sans";font-weight:{weight};{rest}}}'
