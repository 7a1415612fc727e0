"""Which file of a folder each thing of a workspace goes to: where it is, else where its like are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import attrs

from jmdmodel.codec.canonical import told_fields
from jmdmodel.codec.folder import FolderSource
from jmdmodel.codec.parts import (
    ROOT,
    SUFFIXES,
    Part,
    dated_collections,
    keys,
    logged_collections,
    private_collections,
)
from jmdmodel.workspace import COLLECTIONS, Workspace

Share: TypeAlias = dict[tuple[str, str], Any]
"""What one file holds: things by collection and identifier, everything else by its entry and ``""``."""


@attrs.frozen
class Layout:
    """The files of a folder, and what of a workspace goes into each.

    Attributes:
        parts: The files by name, those that are there and those to come.
        shares: What each of them holds.
    """

    parts: Mapping[str, Part]
    shares: Mapping[str, Share]

    def homes(self) -> dict[tuple[str, str], str]:
        """Give the file of each thing."""
        return {place: name for name, share in self.shares.items() for place in share}


def lay_out(workspace: Workspace, like: FolderSource | None) -> Layout:
    """Share out a workspace: what is in a file of an older folder stays there, the rest finds its like."""
    parts = {read.part.name: read.part for read in like.parts} if like is not None else {}
    if not any(part.key is None for part in parts.values()):
        parts[f"{ROOT}.yaml"] = Part(name=f"{ROOT}.yaml")
    root = next(part for part in parts.values() if part.key is None)
    known = dict(like.homes()) if like is not None else {}
    known = {place: name for place, name in known.items() if name in parts}
    shares: dict[str, Share] = {name: {} for name in parts}
    for plan, held in told_fields(workspace):
        if plan.name not in COLLECTIONS:
            shares[known.get((plan.name, ""), root.name)][plan.name, ""] = held
            continue
        in_root = root if known.get((plan.name, "")) == root.name else None
        for thing in (*held, *held.beyond()):
            part = parts.get(known.get((plan.name, thing.id), ""))
            if part is None or (part.year is not None and part.year != _year(thing)):
                part = _default(plan.name, thing, parts, in_root)
                parts.setdefault(part.name, part)
            shares.setdefault(part.name, {})[plan.name, thing.id] = thing
    return Layout(parts, shares)


def _default(key: str, thing: Any, parts: Mapping[str, Part], in_root: Part | None) -> Part:
    """Give the file that a new thing goes to."""
    same = [part for part in parts.values() if part.key == key]
    whole = next((part for part in same if part.year is None), None)
    yearly = sorted((part for part in same if part.year is not None), key=lambda part: part.order)
    if key in dated_collections() and (yearly or (key in logged_collections() and whole is None)):
        year = _year(thing)
        own = next((part for part in yearly if part.year == year), None)
        form = yearly[-1].form if yearly else "yaml"
        return own or whole or Part(name=f"{key}-{year:04d}{_suffix(form)}", key=key, year=year, form=form)
    if whole is None and in_root is not None and key not in private_collections():
        return in_root
    return whole or Part(name=f"{key}.yaml", key=key)


def _suffix(form: str) -> str:
    return next(suffix for suffix, known in SUFFIXES.items() if known == form)


def _year(thing: Any) -> int:
    year: int = thing.day.year
    return year


def shares_of(workspace: Workspace, source: FolderSource) -> dict[str, Share]:
    """Give what each file of a folder holds, from the workspace that was loaded from it."""
    shares: dict[str, Share] = {read.part.name: {} for read in source.parts}
    held = {key: getattr(workspace, key) for key in keys()}
    for (key, name), file in source.homes().items():
        if name and key in COLLECTIONS:
            shares[file][key, name] = held[key][name]
        elif not name and key in held and key not in COLLECTIONS:
            shares[file][key, ""] = held[key]
    return shares
