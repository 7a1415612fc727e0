"""Public names of a package that are loaded when they are first used (PEP 562).

Importing the package then costs next to nothing, however much it offers.
"""

from __future__ import annotations

import importlib

TYPE_CHECKING = False  # as type checkers know it; importing typing would cost more than all the rest
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any


def on_first_use(
    held: dict[str, Any], homes: Mapping[str, str]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Give ``__getattr__`` and ``__dir__`` for a package.

    They are for running programs only: where type checkers see a ``__getattr__``, they take every name,
    also a misspelt one. To them the package shows the names by importing them.

    Args:
        held: Its ``globals()``; a name that is used stays there.
        homes: By module, the public names that are defined there, in one text with spaces between them.
    """
    home_of = {name: home for home, names in homes.items() for name in names.split()}

    def load(name: str) -> object:
        home = home_of.get(name)
        if home is None:
            raise AttributeError(f"module {held['__name__']!r} has no attribute {name!r}")
        found = held[name] = getattr(importlib.import_module(home), name)
        return found

    def names() -> list[str]:
        return sorted({*held, *home_of})

    return load, names
