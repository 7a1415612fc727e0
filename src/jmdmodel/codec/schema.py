"""The file format as JSON Schema, for editors: made from what the classes say of themselves.

Like loading, it reads the plans of the entity types; a field that is added there is in the schema too.
"""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import Any, NewType, TypeAlias

from jmdmodel.borders import need_language
from jmdmodel.codec import scalars
from jmdmodel.codec.converter import form_of
from jmdmodel.codec.nodes import SCHEMA_VERSION
from jmdmodel.codec.plan import FieldPlan, is_record, plan_of
from jmdmodel.fields import info_of, is_entity
from jmdmodel.ids import MAX_LENGTH, Ref
from jmdmodel.messages import Language, Say
from jmdmodel.scales import Coded
from jmdmodel.vocabulary import SUB_KINDS
from jmdmodel.workspace import COLLECTIONS, Workspace

Schema: TypeAlias = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ID = f"urn:jmdmodel:workspace:{SCHEMA_VERSION}"
_PART_ID = f"urn:jmdmodel:part:{SCHEMA_VERSION}"

# In Python "$" also matches before a line feed at the end; "(?!\n)" makes it the end everywhere.
_END = r"$(?!\n)"
_DEVICES = r"(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$)"
_SLUG = rf"[a-z0-9][a-z0-9-]{{0,{MAX_LENGTH - 1}}}"
_DAY = rf"^(?!0000)[0-9]{{4}}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]){_END}"
_ONE_LINE = r"^(?![\s\S]*[\n\r\t])\S(?:[\s\S]*\S)?$"

_VERSION = Say(de="Version des Dateiformats", en="version of the file format")
_POINTS_TO = Say(de="Kennung aus: {collections}.", en="Identifier from: {collections}.")
_FILLED = Say(
    de="Verlangt ist ein Text, der nicht leer ist.",
    en="A text that is not empty is needed.",
)
_FILLED_LINE = Say(
    de="Verlangt ist ein Text in einer Zeile, ohne Leerzeichen am Anfang und am Ende.",
    en="A text on one line is needed, without blanks at its start and end.",
)


def json_schema(*, language: Language = "en", part: bool = False) -> dict[str, Any]:
    """Give the file format as JSON Schema (draft 2020-12), for completion and checking in editors.

    The same schema fits YAML and JSON. Titles, descriptions and the words behind each code are in the
    language asked for; ``x-privacy`` names the lowest class of audience that may see a field (R-51).
    What the schema refuses, :func:`jmdmodel.load` refuses as well, with one exception: in YAML loading
    does not mind quotation marks, while an editor asks for them around a text that looks like a number
    (``ags: "01001000"``) and wants none around a number. The canonical text has them where they belong.

    What no schema can say is left to loading: whether an identifier leads somewhere, that things are
    not listed twice, that a period does not end before it starts, that a sub-kind is known and fits its
    kind, that shares have four decimals at most, and which invisible characters are refused. Whether a
    day exists (31 April) depends on whether the validator looks at ``format``. German: Schema des
    Dateiformats.

    Args:
        language: The language of titles and descriptions.
        part: Whether the schema is for a file of a folder that need not hold the service, as all but
            ``workspace.yaml`` are.

    Raises:
        ModelError: The language is neither ``"de"`` nor ``"en"``.

    Example:
        >>> schema = json_schema()
        >>> schema["required"], schema["$defs"]["Offer"]["properties"]["places"]["minimum"]
        (['schema', 'service'], 1)
    """
    need_language(language)
    version = {"title": _VERSION.in_(language), "const": SCHEMA_VERSION}
    root = _record(Workspace, language)
    return {
        "$schema": _DIALECT,
        "$id": _PART_ID if part else _ID,
        **root,
        "properties": {"schema": version, **root["properties"]},
        "required": ["schema", *([] if part else root.get("required", []))],
        "$defs": {"identifier": _identifier(language), "key": _key(language)}
        | {cls.__name__: _definition(cls, language) for cls in parts_of(Workspace)},
    }


def schema_text(*, language: Language, part: bool = False) -> str:
    """Give the schema as the text of a file: two blanks of indentation, a line feed at the end."""
    return json.dumps(json_schema(language=language, part=part), ensure_ascii=False, indent=2) + "\n"


def parts_of(cls: type) -> list[type]:
    """Give every group of entries and every closed list below a type, sorted by name."""
    found: set[type] = set()
    waiting = [cls]
    while waiting:
        for plan in plan_of(waiting.pop()):
            if plan.type not in found and (is_record(plan.type) or _is_coded(plan.type)):
                found.add(plan.type)
                waiting += [plan.type] if is_record(plan.type) else []
    return sorted(found, key=lambda part: part.__name__)


def _is_coded(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Coded)


def _definition(cls: type, language: Language) -> Schema:
    return _words(cls, language) if _is_coded(cls) else _record(cls, language)


def _record(cls: type, language: Language) -> Schema:
    """Give the schema of a group of entries; its identifier is the key above it."""
    plans = [plan for plan in plan_of(cls) if plan.name != "id"]
    required = [plan.name for plan in plans if plan.required]
    return {
        **({"title": info_of(cls).label.in_(language)} if is_entity(cls) else {}),
        "type": "object",
        "properties": {plan.name: _field(cls, plan, language) for plan in plans},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _field(cls: type, plan: FieldPlan, language: Language) -> Schema:
    label = plan.about.label.in_(language)
    said = [plan.about.help.in_(language)] if plan.about.help else []
    if plan.about.refers:
        said.append(_points_to(plan.about.refers, language))
    # Lists of completions show the description alone, so that the label stands in it as well.
    told: Schema = {"title": label, "description": " – ".join([label, " ".join(said)] if said else [label])}
    if is_entity(cls):
        told["x-privacy"] = max(info_of(cls).privacy, plan.about.privacy).code
    return told | _shaped(plan, language)


def _points_to(refers: str, language: Language) -> str:
    labels = {plan.name: plan.about.label.in_(language) for plan in plan_of(Workspace)}
    names = ", ".join(labels.get(name, name) for name in refers.split())
    return _POINTS_TO.in_(language).format(collections=names)


def _shaped(plan: FieldPlan, language: Language) -> Schema:
    one = _one(plan, language)
    if plan.shape == "collection":
        return {"type": "object", "propertyNames": _to("key"), "additionalProperties": one}
    if plan.shape == "many":
        return {"type": "array", "minItems": 1, "items": one}
    if plan.shape == "pair":
        return {"type": "array", "minItems": 2, "maxItems": 2, "items": one}
    return one


def _one(plan: FieldPlan, language: Language) -> Schema:  # noqa: PLR0911 - one line a type
    """Give the schema of one value, with the limits that its field declares."""
    kind = plan.type
    if is_record(kind) or _is_coded(kind):
        return _to(kind.__name__)
    if kind is Ref:
        return _reference(plan, language)
    if isinstance(kind, NewType):
        return _to("identifier")
    if kind is str:
        return _text(plan, language)
    if kind is bool:
        return {"type": "boolean"}
    if kind is date:
        return _patterned(_DAY, scalars.EXPECTED_DATE.in_(language)) | {"format": "date"}
    if kind in (int, Fraction):
        limits = {"minimum": plan.about.minimum, "maximum": plan.about.maximum}
        told: Schema = {"type": "integer" if kind is int else "number"}
        return told | {name: limit for name, limit in limits.items() if limit is not None}
    raise TypeError(f"The schema knows no {kind!r}.")


def _to(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _text(plan: FieldPlan, language: Language) -> Schema:
    told = plan.about
    if told.terms is not None:
        known = [term.code for term in SUB_KINDS.get(told.terms, ())]
        return _to("identifier") | ({"examples": known} if known else {})
    if told.pattern is not None:
        return _patterned(f"^(?:{told.pattern}){_END}", form_of(told).in_(language))
    if told.lines:
        return _patterned(r"\S", _FILLED.in_(language))
    return _patterned(_ONE_LINE, _FILLED_LINE.in_(language))


def _identifier(language: Language) -> Schema:
    return _patterned(f"^{_DEVICES}{_SLUG}{_END}", scalars.EXPECTED_ID.in_(language))


def _key(language: Language) -> Schema:
    """Give the schema of an identifier that is a key: editors take 2025 for a number, and it may stand so."""
    return {name: told for name, told in _identifier(language).items() if name != "type"}


def _reference(plan: FieldPlan, language: Language) -> Schema:
    fitting = "|".join((plan.about.refers or " ".join(COLLECTIONS)).split())
    return _patterned(f"^(?:{fitting})/{_DEVICES}{_SLUG}{_END}", scalars.EXPECTED_REF.in_(language))


def _patterned(pattern: str, wanted: str) -> Schema:
    """Give the schema of a text; editors show the sentence in place of the pattern."""
    return {"type": "string", "pattern": pattern, "patternErrorMessage": wanted}


def _words(cls: type[Coded], language: Language) -> Schema:
    """Give the schema of a closed list: its codes, and what each of them means.

    ``enumDescriptions`` is no word of the standard, but the one that editors show beside each code; a
    description with the same list would only come on top of it.
    """
    return {
        "enum": [member.value for member in cls],
        "enumDescriptions": [_meaning(member, language) for member in cls],
    }


def _meaning(member: Coded, language: Language) -> str:
    label = member.label.in_(language)
    return f"{label} – {member.anchor.in_(language)}" if member.anchor else label
