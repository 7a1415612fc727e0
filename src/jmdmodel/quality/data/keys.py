"""A rule on local keys: what a table or another program would not match."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jmdmodel.entities.space import AdministrativeUnit
from jmdmodel.findings import Finding
from jmdmodel.messages import Say
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import NoParameters

_FAULTS: tuple[tuple[re.Pattern[str], Say], ...] = (
    (re.compile(r"\s"), Say(de="ein Leerzeichen", en="a blank")),
    (
        re.compile("[\u2010-\u2015\u2212]"),
        Say(de="einen langen Strich statt des Bindestrichs", en="a dash in the place of the hyphen"),
    ),
    (
        re.compile(r"%|€|²|(?<![^\W\d_])(?:km|qm|Nr|Stk)(?![^\W\d_])", re.IGNORECASE),
        Say(de="eine Einheit oder ein Wort wie „Nr.“", en='a unit or a word such as "No."'),
    ),
)


@rule(
    code="D910",
    name="untidy-key",
    level="hint",
    requirements=("R-53",),
    looks_at=AdministrativeUnit,
    title=Say(
        de="Ein örtlicher Schlüssel enthält fremde Zeichen", en="A local key contains stray characters"
    ),
    message=Say(
        de="Der örtliche Schlüssel „{key}“ enthält {fault}.",
        en='The local key "{key}" contains {fault}.',
    ),
    reason=Say(
        de="Über den Schlüssel werden die Zahlen der Stadt dem Stadtteil zugeordnet. Schon ein "
        "Leerzeichen verhindert das.",
        en="The key links the figures of the town to the quarter. A single blank prevents that.",
    ),
    remedy=Say(
        de="Den Schlüssel unter „local_key“ so schreiben, wie ihn die Statistikstelle führt: Ziffern, "
        "Buchstaben, Bindestrich, Punkt.",
        en='Write the key under "local_key" as the statistics office keeps it: digits, letters, hyphen, '
        "full stop.",
    ),
)
def untidy_key(unit: AdministrativeUnit, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find a local key with a blank, a dash or a unit in it."""
    key = unit.local_key or ""
    fault = next((say for pattern, say in _FAULTS if pattern.search(key)), None)
    if fault is not None:
        yield ctx.found(unit, "local_key", key=key, fault=fault)
