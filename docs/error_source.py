"""The errors with a code, read out of the source.

A code stands in the source where its error is made, beside the texts that it says. This module finds these
places in the syntax trees and takes the texts from the modules, so that no list has to be kept.
"""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType

import attrs

from docs.error_words import FOLLOWED
from jmdmodel.codec.faults import FaultKind
from jmdmodel.errors import JmdError
from jmdmodel.messages import Say
from jmdmodel.quality import catalogue
from jmdmodel.storage import faults as of_storage

SOURCE = Path(__file__).parent.parent / "src"
CODE = re.compile(r"[A-Z]\d{3}")
DEPTH = 4
"""How many names are followed from a code to its text."""


@attrs.define
class Told:
    """What the source says about one code."""

    code: str
    says: list[Say] = attrs.field(factory=list)
    remedies: list[Say] = attrs.field(factory=list)
    raised: set[str] = attrs.field(factory=set)
    places: set[str] = attrs.field(factory=set)


@attrs.frozen
class Place:
    """Where in the source a name stands: the module, its tree, and the function or class around it."""

    module: ModuleType
    tree: ast.Module
    around: ast.AST


@cache
def told_codes() -> Mapping[str, Told]:
    """Give each code of an error that the source has, with its texts.

    Raises:
        ValueError: No text was found for a code.
    """
    found: dict[str, Told] = {}
    for code, say in of_storage._SAY.items():  # noqa: SLF001 - no page needs them as public names
        found[code] = Told(code, [say], raised={"StorageError"})
    for path in sorted(SOURCE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        parts = path.relative_to(SOURCE).with_suffix("").parts
        if "testing" in parts or not any(word not in rules() for word in CODE.findall(text)):
            continue
        tree = ast.parse(text)
        if any(code not in rules() for code in written_codes(tree)):
            module = importlib.import_module(".".join(part for part in parts if part != "__init__"))
            _gather(tree, module, found)
    for code, say in FOLLOWED.items():
        found[code].says[:] = [say]
    empty = sorted(code for code, told in found.items() if not told.says)
    if empty:
        raise ValueError(f"No text was found in the source for: {', '.join(empty)}.")
    return found


@cache
def rules() -> frozenset[str]:
    """Give the codes of rules, which have a page of their own."""
    return frozenset(rule.code for rule in catalogue()) | {"D999"}


def written_codes(tree: ast.AST) -> Iterator[str]:
    """Yield each text in a tree that is a code and nothing else."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
            yield node.value


def _gather(tree: ast.Module, module: ModuleType, found: dict[str, Told]) -> None:
    for value in vars(module).values():
        if isinstance(value, FaultKind) and _stands(value.code, tree):
            told = found.setdefault(value.code, Told(value.code))
            told.says[:] = [value.what]
            told.remedies[:] = [value.remedy] if value.remedy else []
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    for around in [*(node for node in tree.body if not isinstance(node, ast.FunctionDef)), *functions]:
        place = Place(module, tree, around)
        if isinstance(around, ast.ClassDef):
            _gather_class(around, place, found)
        for node in ast.walk(around) if isinstance(around, ast.FunctionDef) else ():
            if isinstance(node, ast.Call):
                _gather_call(node, place, found)


def _stands(code: str, tree: ast.Module) -> bool:
    return any(code == written for written in written_codes(tree))


def _gather_class(node: ast.ClassDef, place: Place, found: dict[str, Told]) -> None:
    """Take the texts of a class that carries its code, from its property ``message`` or its attributes."""
    for one in node.body:
        is_code = isinstance(one, ast.Assign | ast.AnnAssign) and one.value is not None
        codes = list(written_codes(one)) if is_code else []
        if len(codes) != 1 or codes[0] in rules():
            continue
        told = found.setdefault(codes[0], Told(codes[0]))
        told.raised.add(node.name)
        told.places.add(f"{place.module.__name__}.{node.name}")
        for inner in node.body:
            if isinstance(inner, ast.FunctionDef) and inner.name == "message":
                for back in ast.walk(inner):
                    if isinstance(back, ast.Return) and back.value is not None:
                        _take(back.value, attrs.evolve(place, around=inner), told)
        said_above = node.body if not told.says else []  # the text is an attribute, used by the class above
        for inner in said_above:
            if isinstance(inner, ast.Assign | ast.AnnAssign) and inner.value is not None:
                _take(inner.value, attrs.evolve(place, around=inner), told)


def _gather_call(node: ast.Call, place: Place, found: dict[str, Told]) -> None:
    """Take the texts of a call that has a code among its arguments."""
    given = [*node.args, *(keyword.value for keyword in node.keywords)]
    codes = [
        one.value
        for one in given
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and CODE.fullmatch(one.value)
    ]
    if len(codes) != 1 or codes[0] in rules():
        return
    told = found.setdefault(codes[0], Told(codes[0]))
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    value = getattr(place.module, name, None)
    if isinstance(value, type) and issubclass(value, JmdError):
        told.raised.add(name)
    texts = [list(_says(one, place, DEPTH)) for one in node.args]
    texts = [found for found in texts if found]
    _add(told.says, texts[0] if texts else [])
    for more in texts[1:]:
        _add(told.remedies, more)
    for keyword in node.keywords:
        _add(told.remedies if keyword.arg == "remedy" else told.says, _says(keyword.value, place, DEPTH))
    helper = _function(name, place.tree)
    for inner in ast.walk(helper) if helper and texts else ():
        if isinstance(inner, ast.keyword) and inner.arg == "remedy":
            _add(told.remedies, _says(inner.value, attrs.evolve(place, around=helper), DEPTH))


def _take(node: ast.AST, place: Place, told: Told) -> None:
    """Take the text of a message and those of its values that are sentences of their own."""
    _add(told.says, _says(node, place, DEPTH))
    for inner in ast.walk(node):
        if isinstance(inner, ast.keyword) and not isinstance(inner.value, ast.Call):
            into = told.remedies if inner.arg == "help" else told.says
            _add(into, _says(inner.value, place, DEPTH))


def _add(into: list[Say], says: Iterator[Say] | list[Say]) -> None:
    for say in says:
        whole = say.en[:1].strip() and say.en[-1] in ".!?:}"  # parts of sentences are filled into others
        if whole and say not in into:
            into.append(say)


def _says(node: ast.AST, place: Place, depth: int) -> Iterator[Say]:
    """Yield the texts that an expression can give; the values filled into a message are not followed."""
    if depth == 0:
        return
    if isinstance(node, ast.Call):
        yield from _says_of_call(node, place, depth)
    elif isinstance(node, ast.IfExp):
        yield from _says(node.body, place, depth)
        yield from _says(node.orelse, place, depth)
    elif isinstance(node, ast.Subscript | ast.Attribute):
        value = _known(node, place)
        if value is None:
            yield from _says(node.value, place, depth)
        else:
            yield from _among(value)
    elif isinstance(node, ast.Name):
        bound = _bound(node.id, place)
        if bound:
            for one in bound:
                yield from _says(one, place, depth - 1)
        else:
            yield from _among(getattr(place.module, node.id, None))


def _says_of_call(node: ast.Call, place: Place, depth: int) -> Iterator[Say]:
    name = ast.unparse(node.func)
    function = _function(name, place.tree)
    if name == "Say":
        texts = [*node.args, *(keyword.value for keyword in node.keywords)]
        if len(texts) == 2:
            yield Say(*(_literal(text) for text in texts))
    elif name in {"Message", "Message.of"} and node.args:
        yield from _says(node.args[0], place, depth)
    elif isinstance(node.func, ast.Attribute):  # a text with its values, turned into one: ….as_say()
        yield from _says(node.func.value, place, depth)
    elif function is not None:
        for inner in ast.walk(function):
            if isinstance(inner, ast.Return) and inner.value is not None:
                yield from _says(inner.value, attrs.evolve(place, around=function), depth - 1)


def _known(node: ast.Subscript | ast.Attribute, place: Place) -> object:
    """Give what ``texts.NAME`` stands for, or all that a table ``_NAMES[…]`` can give."""
    if isinstance(node.value, ast.Name):
        whole = getattr(place.module, node.value.id, None)
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
            return whole.get(node.slice.value) if isinstance(whole, Mapping) else None
        if isinstance(node, ast.Attribute):
            return getattr(whole, node.attr, None) if isinstance(whole, ModuleType) else None
        return whole
    return None


def _among(value: object) -> Iterator[Say]:
    if isinstance(value, Say):
        yield value
    elif isinstance(value, Mapping):
        yield from (one for one in value.values() if isinstance(one, Say))


def _bound(name: str, place: Place) -> list[ast.expr]:
    """Give what is assigned to a name in the function around it."""
    return [
        node.value
        for node in ast.walk(place.around)
        if isinstance(node, ast.Assign)
        and any(isinstance(target, ast.Name) and target.id == name for target in node.targets)
    ]


def _function(name: str, tree: ast.Module) -> ast.FunctionDef | None:
    return next((node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == name), None)


def _literal(node: ast.expr) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return str(node.value) if isinstance(node, ast.Constant) else "{}"
