"""What a rule is: a record of data round one generator, and the context that the generator gets.

A rule is defined once, where its function stands; help, docs page, machine formats and both languages
derive from the record. A finding holds the code and not the rule, so findings pickle and rules need not.
"""

from __future__ import annotations

import enum
import functools
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Generic, TypeAlias, TypeVar

import attrs

from jmdmodel.areas import OfficialKeys
from jmdmodel.entities.service import Service
from jmdmodel.entities.space import SocialSpace
from jmdmodel.errors import ModelError
from jmdmodel.fields import info_of
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.messages import Say, Value
from jmdmodel.quality.index import Index
from jmdmodel.quality.own import need_sound
from jmdmodel.quality.parameters import NoParameters
from jmdmodel.quality.waiving import WaiverUse
from jmdmodel.workspace import Workspace

P = TypeVar("P")
T = TypeVar("T")


@functools.total_ordering
class Level(enum.Enum):
    """How much weight a finding has; the wording of the framework concept decides. German: Stufe.

    ``must`` is a duty, ``should`` a plain statement, ``hint`` a "for instance" or a judgement of ours.

    Example:
        >>> Level("hint") < Level("must")
        True
    """

    HINT = "hint"
    SHOULD = "should"
    MUST = "must"

    @property
    def label(self) -> Say:
        """The word for people."""
        return _LEVEL_LABELS[self]

    @property
    def step(self) -> int:
        """The place on the scale, 1 for a hint."""
        return list(Level).index(self) + 1

    def __lt__(self, other: Any) -> bool:
        return self.step < other.step if isinstance(other, Level) else NotImplemented


_LEVEL_LABELS = {
    Level.MUST: Say(de="Muss", en="must"),
    Level.SHOULD: Say(de="Soll", en="should"),
    Level.HINT: Say(de="Hinweis", en="hint"),
}


class Status(enum.Enum):
    """Where a rule is in its life. German: Reifegrad."""

    PREVIEW = "preview"
    STABLE = "stable"
    RETIRED = "retired"

    @property
    def label(self) -> Say:
        """The word for people."""
        return _STATUS_LABELS[self]


_STATUS_LABELS = {
    Status.PREVIEW: Say(de="Vorschau", en="preview"),
    Status.STABLE: Say(de="stabil", en="stable"),
    Status.RETIRED: Say(de="zurückgezogen", en="retired"),
}


@attrs.frozen(kw_only=True)
class Retirement:
    """Why a rule no longer runs: since when, the reason, and the rule that says it now. German: Rückzug."""

    since: str
    reason: Say
    replaced_by: str | None = None


@attrs.frozen(kw_only=True)
class Context(Generic[P]):
    """Everything a rule may look at besides the thing itself; there is no clock and no other way in.

    Attributes:
        on: The reference date: the day for which the workspace is checked.
        parameters: The parameters of this rule, defaults or set by the user.
        index: Lists and look-ups that are built once for a check.
        workspace: The whole workspace.
        code: The code of the rule; it goes into each finding.
        waivers: How the other rules met the waivers; only rules that look at waivers, which run last, see it.
        directory: The keys of an official directory; rules that need one run only where it is given.
    """

    on: date
    parameters: P
    index: Index
    workspace: Workspace
    code: str
    waivers: WaiverUse = attrs.field(factory=WaiverUse)
    directory: OfficialKeys | None = None

    def found(
        self, thing: Any, field: str = "", /, *, others: tuple[Ref, ...] = (), **values: Value
    ) -> Finding:
        """Give a finding about a thing or a reference; *values* are those of the rule's message."""
        return Finding(
            code=self.code,
            subject=ref_to(thing),
            field=field,
            values=tuple(sorted(values.items())),
            others=others,
        )

    def found_many(self, things: list[Any], field: str = "", /, **values: Value) -> Finding:
        """Give one finding that stands for several things: the first is its subject."""
        first, *rest = [ref_to(thing) for thing in things]
        return self.found(first, field, others=tuple(rest), **values)


Check: TypeAlias = Callable[[Any, Context[Any]], Iterator[Finding]]
"""The function of a rule: a generator over one thing, or over the whole workspace."""


@attrs.frozen(kw_only=True, eq=False)
class Rule:
    """A quality rule (R-52). German: Qualitätsregel.

    Attributes:
        code: Letter of the family and three digits; the first is the section of the concept, 9 data.
        name: Kebab-case name; may stand wherever the code may.
        level: ``must``, ``should`` or ``hint``; never computed inside the check.
        requirements: The requirements the rule serves, ``("R-33",)``.
        looks_at: The entity type it sees one by one, or :class:`Workspace`.
        check: The generator.
        title: The fault that was found, in a few words, without a final stop.
        message: What exactly was found; its placeholders are the values of the finding.
        reason: Why it matters, with the duty it comes from.
        remedy: What to do; begins with a verb.
        parameters: Class of the parameters, each with a default.
        presupposes: Rules that already say it: their finding about the same thing takes its place.
        one_matter: Whether all things of a finding are one matter, as twins are: a waiver of one is of all.
        needs_directory: Whether it compares with an official directory, and does not run without one.
        default: Whether it runs without being switched on.
        status: Preview, stable or retired.
        level_because: Why the rule has its level, where its requirements do not say it.
        retired: The retirement of a retired rule.
        former_names: Earlier names; they stay addressable.
        since: First version of the library that had the rule.
        module: Where it is defined; its examples lie beside that module.
    """

    code: str
    name: str
    level: Level
    requirements: tuple[str, ...]
    looks_at: type
    check: Check
    title: Say
    message: Say
    reason: Say
    remedy: Say
    parameters: type[Any] = NoParameters
    presupposes: tuple[str, ...] = ()
    one_matter: bool = False
    needs_directory: bool = False
    default: bool = True
    status: Status = Status.PREVIEW
    level_because: Say | None = None
    retired: Retirement | None = None
    former_names: tuple[str, ...] = ()
    since: str = "0.1"
    module: str = ""

    @property
    def family(self) -> str:
        """The letter of the family."""
        return self.code[0]

    @property
    def words(self) -> tuple[str, ...]:
        """Every word that names the rule: code, name, former names."""
        return (self.code, self.name, *self.former_names)

    @property
    def both(self) -> str:
        """Name and code as they are shown together, ``rating-missing (Q511)``."""
        return f"{self.name} ({self.code})"


_HOLDERS: dict[str, str] = {}


def rule(
    *,
    code: str,
    name: str,
    level: str,
    requirements: tuple[str, ...],
    looks_at: type[T],
    title: Say,
    message: Say,
    reason: Say,
    remedy: Say,
    parameters: type[Any] = NoParameters,
    presupposes: tuple[str, ...] = (),
    one_matter: bool = False,
    needs_directory: bool = False,
    default: bool = True,
    status: Status = Status.PREVIEW,
    level_because: Say | None = None,
    retired: Retirement | None = None,
    former_names: tuple[str, ...] = (),
    since: str = "0.1",
) -> Callable[[Callable[[T, Context[Any]], Iterator[Finding]]], Rule]:
    """Make a rule of a generator function; the arguments are those of :class:`Rule`.

    Raises:
        ModelError: A code or name is the library's already, or a part of the record cannot be.
    """

    def make(check: Callable[[T, Context[Any]], Iterator[Finding]]) -> Rule:
        holder = f"{check.__module__}.{check.__qualname__}"
        for word in (words := (code, name, *former_names)):
            if (taken := _HOLDERS.get(word, holder)) != holder:
                raise ModelError(f'The word "{word}" names the rule {taken} already; {holder} needs another.')
        if holder.startswith("jmdmodel."):  # those of users may be loaded anew, and are compared in use
            _HOLDERS.update(dict.fromkeys(words, holder))
        if (retired is not None) != (status is Status.RETIRED):
            raise ModelError(f"The rule {code} is retired with a reason and a date, or not at all.")
        made = Rule(
            code=code,
            name=name,
            level=Level(level),
            requirements=requirements,
            looks_at=looks_at,
            check=check,
            title=title,
            message=message,
            reason=reason,
            remedy=remedy,
            parameters=parameters,
            presupposes=presupposes,
            one_matter=one_matter,
            needs_directory=needs_directory,
            default=default,
            status=status,
            level_because=level_because,
            retired=retired,
            former_names=former_names,
            since=since,
            module=check.__module__,
        )
        return made if holder.startswith("jmdmodel.") else need_sound(made)

    return make


def ref_to(thing: Any) -> Ref:
    """Give the reference to a thing of the workspace; a reference stays as it is."""
    if isinstance(thing, Ref):
        return thing
    cls = type(thing)
    if cls not in _PLACES:
        _PLACES[cls] = _place_of(cls)
    collection = _PLACES[cls]
    return Ref(collection) if collection in _ALONE else Ref(collection, thing.id)


_ALONE = {"service": Service, "space": SocialSpace}
"""What stands in the workspace once, by the name of its field."""
_PLACES: dict[type, str] = {}


def _place_of(cls: type) -> str:
    """Give the name of the field of the workspace that holds things of a type."""
    alone = next((name for name, kind in _ALONE.items() if issubclass(cls, kind)), None)
    place = alone or info_of(cls).collection
    if place is None:
        raise ModelError(f"A {cls.__name__} has no place of its own; name the thing it belongs to.")
    return place
