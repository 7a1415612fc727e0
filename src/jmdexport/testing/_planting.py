"""Change the texts of a workspace: harmless ones for neutral ones, for hostile ones, for canaries.

The fields are found by what the classes say of them, so that a new entity type is covered without a word
here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, TypeAlias

import attrs

from jmdmodel.collection import Collection
from jmdmodel.fields import about_field, fields_of, info_of, is_entity, privacy_of
from jmdmodel.ids import Ref
from jmdmodel.scales import Audience
from jmdmodel.workspace import ENTITY_OF, Workspace

Text: TypeAlias = Callable[[type, "attrs.Attribute[Any]", str | None], str | None]
Rename: TypeAlias = Callable[[str, str], str]

HARM: Final = "zqharm"
"""What every hostile text holds that could do something; nothing else holds it."""

NAUGHTY: Final = (
    f'"><script>{HARM}()</script>',
    f"' onmouseover='{HARM}()",
    f'<img src=x onerror="{HARM}()">',
    f"javascript:{HARM}()",
    f"[zq](javascript:{HARM}())",
    f"[zq](https://{HARM}.invalid/) ![zq](https://{HARM}.invalid/x.png)",
    f"<https://{HARM}.invalid/>",
    f'=HYPERLINK("https://{HARM}.invalid/";"zq")',
    f"=1+1+{HARM}",
    f"+{HARM}(1)",
    f"-{HARM}(1)+A1",
    f"@SUM({HARM})",
    f"\t={HARM}(1)",
    "Müller & Söhne <GmbH> „zq“ ‚a‘ «b»",
    "Sagt \"ja\" und 'nein' \\ / \\n \\u0041",
    f"{{{{ {HARM} }}}} {{0}} {{name}} ${{{HARM}}} %({HARM})s 100 %",
    f"]]> <!-- {HARM} --> &amp; &#x41; <?{HARM}?>",
    "a;b,c|d\te",
    "Zeile\r\nzwei\rdrei\nvier\u2028fünf\u0085sechs",
    "\x1b[2J\x07\x00\x0b\x7f\x9fzq",
    "\u202egnp.exe\u202c \u2066zq",
    "جمعية می\u200cخواهیم קהילה",
    "😀👩\u200d👩\u200d👧\u200d👦🇺🇦 𝔍𝔐𝔇 Ω İı ß ẞ ﷺ",
    "x" * 200,
    "Wort " * 40,
    "# **zq** _zq_ `zq` | a | b |\n---\n1. zq",
)
"""Texts that do harm in one form or another when they are put out as they are."""

CANARY: Final = "zqkanarienvogel"
_YEARLY = re.compile(r"[0-9]{4}")


def changed(thing: Any, text: Text, rename: Rename = lambda _, identifier: identifier) -> Any:
    """Give the thing with other texts, and with other identifiers wherever they are written."""
    cls = type(thing)
    changes = {
        field.name: _changed(getattr(thing, field.name), cls, field, text, rename) for field in fields_of(cls)
    }
    return attrs.evolve(thing, **changes)


def _changed(  # noqa: PLR0911 - one line a kind of value
    value: Any, cls: type, field: attrs.Attribute[Any], text: Text, rename: Rename
) -> Any:
    told = about_field(field)
    if isinstance(value, Collection):
        beyond = [changed(one, text, rename) for one in value.beyond()]
        return Collection([changed(one, text, rename) for one in value], beyond=beyond)
    if isinstance(value, tuple):
        return tuple(_changed(part, cls, field, text, rename) for part in value)
    if is_entity(type(value)):
        return changed(value, text, rename)
    if isinstance(value, Ref):
        return Ref(value.collection, rename(value.collection, value.id)) if value.id else value
    if field.name == "id":
        return rename(info_of(cls).collection or "", value)
    if told.refers is not None:
        return value if value is None else rename(told.refers, value)
    return text(cls, field, value) if is_free(field) else value


def is_free(field: attrs.Attribute[Any]) -> bool:
    """Tell whether people write into a field what they like."""
    told = about_field(field)
    bound = told.refers or told.terms or told.pattern or field.name == "id"
    return not bound and field.type in (str, str | None, tuple[str, ...])


def neutral(workspace: Workspace) -> Workspace:
    """Give the workspace with texts that are no words of any language."""
    counter = iter(range(1, 1_000_000))
    made: Workspace = changed(workspace, lambda _cls, _field, old: old and f"Xq {next(counter)}")
    return made


def naughty(workspace: Workspace, shift: int) -> Workspace:
    """Give the workspace with a hostile text in every text field, also in those that were empty."""
    counter = iter(range(shift, 1_000_000))
    made: Workspace = changed(workspace, lambda *_: NAUGHTY[next(counter) % len(NAUGHTY)])
    return made


@attrs.frozen(kw_only=True)
class Planted:
    """A workspace with canaries, and for each canary the field that it stands in."""

    workspace: Workspace
    canaries: dict[str, str] = attrs.field(eq=False)


def planted(workspace: Workspace, audience: Audience) -> Planted:
    """Put a word of its own into every text field, and every identifier, above an audience.

    Left as they are: numbers, days, words of closed lists, and texts whose form is fixed. The check by
    which two workspaces that differ in nothing else give the same bytes does not cover those either.
    """
    canaries: dict[str, str] = {}

    def token(place: str) -> str:
        canary = f"{CANARY}{len(canaries):05}"
        canaries[canary] = place
        return canary

    renamed: dict[tuple[str, str], str] = {}

    def text(cls: type, field: attrs.Attribute[Any], old: str | None) -> str | None:
        return token(f"{cls.__name__}.{field.name}") if privacy_of(cls, field) > audience else old

    def rename(collection: str, identifier: str) -> str:
        cls = ENTITY_OF.get(collection)
        if cls is None or info_of(cls).privacy <= audience or _YEARLY.fullmatch(identifier):
            return identifier
        key = collection, identifier
        if key not in renamed:
            renamed[key] = token(f"{cls.__name__}.id")
        return renamed[key]

    return Planted(workspace=changed(workspace, text, rename), canaries=canaries)
