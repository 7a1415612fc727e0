"""What the tests about the source share: its files, its trees, its docstrings."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SRC = ROOT / "src"


@cache
def modules() -> tuple[Path, ...]:
    return tuple(sorted(path for path in SRC.rglob("*.py") if "__pycache__" not in path.parts))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def short(path: Path) -> str:
    return path.relative_to(SRC).as_posix()


def dotted(path: Path) -> str:
    return short(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def docstrings(path: Path) -> Iterator[str]:
    """Yield the docstrings of a module: its own, those of classes and functions, and texts under names."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            for inside in node.body:
                if isinstance(inside, ast.Expr) and isinstance(inside.value, ast.Constant):
                    yield str(inside.value.value)
