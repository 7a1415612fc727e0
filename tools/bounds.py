"""The lower bounds of what the library needs, as exact versions; ``nox -s minimums`` installs them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def wanted(project: Mapping[str, Any]) -> dict[str, Requirement]:
    """Give what the library needs to run, with all extras, by name; extras that name extras are left out.

    Args:
        project: The table ``[project]`` of pyproject.toml.

    Raises:
        ValueError: Two extras ask for one package with different bounds.
    """
    extras = project["optional-dependencies"].values()
    found: dict[str, Requirement] = {}
    for text in (*project["dependencies"], *(one for extra in extras for one in extra)):
        need = Requirement(text)
        name = canonicalize_name(need.name)
        if name == project["name"]:
            continue
        if found.setdefault(name, need).specifier != need.specifier:
            raise ValueError(f"{name} has two bounds: {found[name].specifier} and {need.specifier}.")
    return found


def lowest(needs: Iterable[Requirement]) -> list[str]:
    """Give the exact version of each lower bound, sorted by name: ``click>=8.2`` gives ``click==8.2``.

    Raises:
        ValueError: A package has no lower bound, or several.
    """
    return sorted((f"{need.name}=={_bound(need)}" for need in needs), key=str.lower)


def _bound(need: Requirement) -> str:
    bounds = [one.version for one in need.specifier if one.operator in {">=", "~=", "=="}]
    if len(bounds) != 1:
        raise ValueError(f"{need.name} needs one lower bound and has {len(bounds)}.")
    return bounds[0]
