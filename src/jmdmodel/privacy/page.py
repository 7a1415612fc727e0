"""The page that tells of every field who may see it, made from what the fields say of themselves (R-51)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import attrs

from jmdmodel.codec.plan import is_record, plan_of
from jmdmodel.fields import about_field, fields_of, info_of, is_entity, privacy_of
from jmdmodel.messages import Language, Say
from jmdmodel.scales import Audience
from jmdmodel.workspace import ENTITY_OF, View, Workspace

_SEES, _NOT = "●", "–"
_TITLE = Say("Wer welches Feld sieht", "Who sees which field")
_INTRO = Say(
    "Jedes Feld hat eine Klasse: den niedrigsten Adressatenkreis, der es sehen darf. Höhere Kreise sehen es"
    " auch. Ein Feld ist nie offener als das, worin es steht; Kennungen haben die Klasse ihres Eintrags, und"
    " ein Verweis ist nur da, wo auch sein Ziel zu sehen ist. Was ein Kreis nicht sehen darf, fehlt in"
    " [seiner Ansicht](../explanation/privacy.md) ganz.",
    "Each field has a class: the lowest audience that may see it. Higher audiences see it too. A field is"
    " never more open than what it stands in; an identifier has the class of its entry, and a reference is"
    " there only where what it leads to may be seen. What an audience may not see is absent from"
    " [its view](../explanation/privacy.md).",
)
_SUMS = Say("Felder der Klasse", "fields of the class")
_SEEN = Say("Felder, die der Kreis sieht", "fields that the audience sees")
_AUDIENCE = Say("Adressatenkreis", "audience")
_WHO = Say("wer das ist", "who that is")
_FIELD = Say("Feld", "field")
_MEANING = Say("Bezeichnung", "label")
_KINDS = Say(
    "{types} Arten von Einträgen haben zusammen {fields} Felder.",
    "{types} kinds of entries have {fields} fields in all.",
)
_WITHHELD = Say(
    "Eine Ansicht nennt, wie viele Einträge je Sammlung fehlen, außer bei Fällen: Schon ihre Zahl ist eine"
    " kleine Zahl über junge Menschen. Statt einzelner Tätigkeiten zeigt sie ab `report` Monatssummen.",
    "A view says how many entries of each collection are missing, but for cases: how many there are is"
    " itself a small number about young people. In the place of single activities it has monthly sums, from"
    " `report` on.",
)


def privacy_markdown(language: Language) -> str:
    """Give the page in one language."""
    types = entity_types()
    classes = Counter(level_of(cls, field) for cls in types for field in fields_of(cls))
    said = _KINDS.in_(language).format(types=len(types), fields=sum(classes.values()))
    lines = [f"# {_TITLE.in_(language)}", "", _INTRO.in_(language), "", said, ""]
    lines += _table(
        [_AUDIENCE.in_(language), _WHO.in_(language), _SUMS.in_(language), _SEEN.in_(language)],
        [
            [
                f"`{audience.code}`",
                audience.label.in_(language),
                str(classes[audience]),
                str(sum(count for level, count in classes.items() if level <= audience)),
            ]
            for audience in Audience
        ],
    )
    lines += ["", _WITHHELD.in_(language), ""]
    for cls in types:
        lines += _about(cls, language)
    return "\n".join(lines).rstrip() + "\n"


def entity_types() -> tuple[type, ...]:
    """Give all entity types in the order of the file, parts behind what they stand in."""
    found: dict[type, None] = {}

    def add(cls: type) -> None:
        if cls in found or cls is View:
            return
        found[cls] = None
        for plan in plan_of(cls):
            if is_record(plan.type) and is_entity(plan.type):
                add(plan.type)

    add(Workspace)
    return tuple(found)


def level_of(cls: type, field: attrs.Attribute[Any]) -> Audience:
    """Give the lowest audience that finds something in a field: what holds parts is empty without them."""
    plan = next(plan for plan in plan_of(cls) if plan.name == field.name)
    inner = info_of(plan.type).privacy if is_entity(plan.type) else Audience.PUBLIC
    return max(privacy_of(cls, field), inner)


def _about(cls: type, language: Language) -> Iterator[str]:
    info = info_of(cls)
    collection = next((f" (`{name}`)" for name, held in ENTITY_OF.items() if held is cls), "")
    label = info.label.in_(language)
    yield from [f"## {label[0].upper()}{label[1:]}{collection}", ""]
    rows = []
    for field in fields_of(cls):
        level = level_of(cls, field)
        seen = [_SEES if audience >= level else _NOT for audience in Audience]
        rows.append([f"`{field.name}`", about_field(field).label.in_(language), *seen])
    head = [_FIELD.in_(language), _MEANING.in_(language), *(f"`{audience.code}`" for audience in Audience)]
    yield from [*_table(head, rows), ""]


def _table(head: list[str], rows: list[list[str]]) -> list[str]:
    return ["| " + " | ".join(line) + " |" for line in [head, ["---"] * len(head), *rows]]
