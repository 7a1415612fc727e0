"""The files of a workspace in a folder: which names they have, and what belongs in each.

``workspace.yaml`` is the root part. Every other part is named after the one entry of a workspace that it
holds, ``partners.yaml``, things that have a day also by year, ``activities-2025.csv``. All of it follows
from what the classes say of themselves; a collection that joins the model has its file at once.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Literal, TypeAlias

import attrs

from jmdmodel.codec import part_faults
from jmdmodel.codec.flat import is_flat
from jmdmodel.codec.plan import FieldPlan, plan_of
from jmdmodel.codec.raw_faults import RawFault
from jmdmodel.fields import info_of
from jmdmodel.scales import Audience
from jmdmodel.spelling import nearest_name
from jmdmodel.workspace import COLLECTIONS, ENTITY_OF, Workspace

Form: TypeAlias = Literal["yaml", "json", "csv"]
ROOT = "workspace"
SUFFIXES: dict[str, Form] = {".yaml": "yaml", ".yml": "yaml", ".json": "json", ".csv": "csv"}
_YEAR = re.compile(r"(.+)-([0-9]{4})")


@attrs.frozen(kw_only=True)
class Part:
    """A file of a folder: its name, and what it may hold.

    Attributes:
        name: Name of the file.
        key: The entry of the workspace that it holds; nothing for the root part.
        year: The year of everything in it, where it is named by year.
        form: How it is written.
    """

    name: str
    key: str | None = None
    year: int | None = None
    form: Form = "yaml"

    @property
    def stem(self) -> str:
        """The name without its suffix."""
        return self.name.rpartition(".")[0]

    @property
    def order(self) -> tuple[bool, int, int, str]:
        """What parts are sorted by: the root first, then the order of a single document."""
        place = -1 if self.key is None else list(keys()).index(self.key)
        return self.key is not None, place, self.year or 0, self.name


@cache
def keys() -> dict[str, FieldPlan]:
    """Give the entries that a workspace can have, in the order of the file."""
    return {plan.name: plan for plan in plan_of(Workspace)}


@cache
def private_collections() -> tuple[str, ...]:
    """Give the collections of what is about people: in a folder they have files of their own (R-51).

    They are those of a class above ``internal``, those that name people, and those with a day until which
    they are kept.
    """
    return tuple(name for name in COLLECTIONS if _is_about_people(ENTITY_OF[name]))


def _is_about_people(cls: type) -> bool:
    names = {plan.name: plan for plan in plan_of(cls)}
    named = "name" in names and names["name"].hidden
    return info_of(cls).privacy > Audience.INTERNAL or named or "retain_until" in names


@cache
def dated_collections() -> tuple[str, ...]:
    """Give the collections whose things all have a day, so that a file can hold those of a year."""
    return tuple(
        name
        for name in COLLECTIONS
        if any(p.name == "day" and p.type is date and p.required for p in plan_of(ENTITY_OF[name]))
    )


@cache
def logged_collections() -> tuple[str, ...]:
    """Give the dated collections that grow by the day, with minutes: they get a file a year by themselves."""
    return tuple(
        name
        for name in dated_collections()
        if is_flat(name) and any(plan.name == "minutes" for plan in plan_of(ENTITY_OF[name]))
    )


def is_candidate(name: str) -> bool:
    """Tell of a name whether the file must be a part; all others in the folder are left alone.

    Example:
        >>> [is_candidate(name) for name in ("partners.yaml", "part.schema.json", ".gitignore", "README.md")]
        [True, False, False, False]
    """
    folded = name.casefold()
    return folded.endswith(tuple(SUFFIXES)) and not (folded[0] == "." or folded.endswith(".schema.json"))


def part_of(name: str) -> Part | None:
    """Give the part with this file name; ``None`` when no part has it.

    Example:
        >>> part = part_of("activities-2025.csv")
        >>> part.key, part.year, part.form
        ('activities', 2025, 'csv')
    """
    stem, dot, ending = name.rpartition(".")
    form = SUFFIXES.get(dot + ending)
    if form is None:
        return None
    if stem == ROOT:
        return Part(name=name, form=form) if form != "csv" else None
    if stem in keys():
        return Part(name=name, key=stem, form=form)
    parted = _YEAR.fullmatch(stem)
    if parted and parted[1] in dated_collections() and int(parted[2]):
        return Part(name=name, key=parted[1], year=int(parted[2]), form=form)
    return None


def no_part(name: str) -> RawFault:
    """Give the fault of a file that no part is called like, with the name that was probably meant."""
    stem, dot, ending = name.rpartition(".")
    folded = stem.casefold()
    parted = _YEAR.fullmatch(folded)
    form = SUFFIXES.get((dot + ending).casefold(), "yaml")
    near = nearest_name(folded, [ROOT, *keys()])
    if parted and (dated := nearest_name(parted[1], dated_collections())):
        near = f"{dated}-{parted[2]}"
    # A table of what does not fit into one is told when the file has its right name.
    return RawFault(
        kind=part_faults.NO_PART, line=1, column=1, near=f"{near}.{form}" if near is not None else None
    )
