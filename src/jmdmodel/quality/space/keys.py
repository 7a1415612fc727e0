"""Rule on official keys: those of the units are the ones that the official directory has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jmdmodel.areas import OfficialKeys
from jmdmodel.entities.space import AdministrativeUnit
from jmdmodel.findings import Finding
from jmdmodel.messages import Say, in_list
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import NoParameters
from jmdmodel.quality.wording import SHOWN_NAMES, some_of
from jmdmodel.vocabulary import UnitLevel
from jmdmodel.workspace import Workspace

_LEADING: Mapping[UnitLevel, tuple[int, ...]] = {
    UnitLevel.LAND: (2,),
    UnitLevel.REGION: (3, 4),
    UnitLevel.DISTRICT: (5,),
    UnitLevel.UNION: (9,),
    UnitLevel.MUNICIPALITY: (),
}
"""After how many digits a key may be filled up with zeros; a quarter has no official key and is not asked."""

_NEAR = Say(de=" Nahe liegt: {pairs}.", en=" Close to it: {pairs}.")
_PAIR = Say(de="„{near}“ statt „{key}“", en='"{near}" instead of "{key}"')


@rule(
    code="S121",
    name="official-key-unknown",
    level="hint",
    requirements=("R-02",),
    looks_at=Workspace,
    needs_directory=True,
    title=Say(
        de="Das amtliche Verzeichnis kennt einen Schlüssel nicht",
        en="The official directory does not know a key",
    ),
    message=Say(
        de="In der Liste „{title}“ (Gebietsstand {day}) fehlen: {keys} (Zahl: {n}; verglichene Gebiete: "
        "{total}).{near} Mit Gebietsreformen ändern sich auch Schlüssel.",
        en='The list "{title}" (as of {day}) does not have: {keys} (number: {n}; units compared: {total})'
        ".{near} When boundaries are reformed, keys change as well.",
    ),
    reason=Say(
        de="Über den amtlichen Schlüssel finden Einwohnerzahlen, Karten und Sozialdaten zu ihrem Gebiet. "
        "Steht ein Schlüssel nicht im Verzeichnis, ist er vertippt, oder das Gebiet wurde zusammengelegt, "
        "neu zugeordnet oder erst später gebildet.",
        en="By the official key population figures, maps and social data find their unit. If a key is not in "
        "the directory, it is mistyped, or the unit was merged, assigned anew or formed only later.",
    ),
    remedy=Say(
        de="Den Schlüssel mit dem Verzeichnis vergleichen und berichtigen. Besteht das Gebiet nicht mehr, "
        "unter „period“ seinen letzten Tag eintragen und das Gebiet aufnehmen, zu dem es jetzt gehört; ist "
        "die Liste zu alt, mit einer neueren prüfen.",
        en="Compare the key with the directory and correct it. If the unit no longer exists, enter its last "
        'day under "period" and add the unit that it belongs to now; if the list is too old, check with a '
        "newer one.",
    ),
)
def official_key_unknown(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find the units, existing on the day of the list, whose key it lacks; at most one finding."""
    known = ctx.directory
    if known is None:
        return
    asked = [unit for unit in workspace.units if unit.period.holds_on(known.day)]
    answers = [(unit, answers) for unit in asked if (answers := _answers(unit, known))]
    lacking = [(unit, *next(iter(wrong))) for unit, told in answers if (wrong := _unknown(told))]
    if not lacking:
        return
    _, field, _ = lacking[0]
    yield ctx.found_many(
        [unit for unit, _, _ in lacking],
        field,
        title=known.title,
        day=known.day,
        keys=some_of([key for _, _, key in lacking]),
        n=len(lacking),
        total=len(answers),
        near=_near([key for _, _, key in lacking], known, workspace),
    )


def _answers(unit: AdministrativeUnit, known: OfficialKeys) -> Mapping[tuple[str, str], bool]:
    """Tell of each key of a unit, with its field, whether the list has it; only where the list can tell."""
    if unit.level not in _LEADING:
        return {}
    # A union has no AGS; some Länder give it eight digits all the same, which no list holds.
    fields = ("ars",) if unit.level is UnitLevel.UNION else ("ars", "ags")
    told = {}
    for field in fields:
        key = getattr(unit, field)
        if key is None:
            continue
        short = [key[:n] for n in _LEADING[unit.level] if not key[n:].strip("0")]
        answers = {known.knows(form) for form in (key, *short)} - {None}
        if answers:
            told[field, key] = True in answers
    return told


def _unknown(told: Mapping[tuple[str, str], bool]) -> list[tuple[str, str]]:
    return [place for place, is_known in told.items() if not is_known]


def _near(keys: list[str], known: OfficialKeys, workspace: Workspace) -> Say:
    """Give a sentence with the keys that were probably meant, for the first few that have such a one."""
    taken = {None, *(key for unit in workspace.units for key in (unit.ars, unit.ags))}
    pairs = [(key, near) for key in keys if (near := known.nearest(key)) not in taken][:SHOWN_NAMES]
    if not pairs:
        return Say("", "")
    german = in_list([_PAIR.de.format(near=near, key=key) for key, near in pairs], "de")
    english = in_list([_PAIR.en.format(near=near, key=key) for key, near in pairs], "en")
    return Say(_NEAR.de.format(pairs=german), _NEAR.en.format(pairs=english))
