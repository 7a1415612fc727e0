"""What is settled before an exporter runs: which one, its options, its form, what the audience sees."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from typing import Any, TypeAlias

import attrs

from jmdexport.errors import AudienceRefused, BadOption, MissingExtra, OptionFault, UnknownMedium
from jmdexport.options import build
from jmdexport.records import Exporter, Medium
from jmdexport.registry import Origin, Registry
from jmdmodel.borders import need_year
from jmdmodel.messages import Message, Say
from jmdmodel.scales import Audience

GivenOptions: TypeAlias = "Mapping[str, object] | object | None"
"""Options by name, or made already, or none."""

_OTHER_CLASS = Say(
    de="Erwartet wird „{expected}“ oder eine Zuordnung von Namen zu Werten.",
    en='Expected is "{expected}" or a mapping of names to values.',
)


@attrs.frozen
class Wanted:
    """One exporter of several that are run together.

    Attributes:
        name: Name of the exporter.
        options: Its options.
        medium: The form, by suffix; the exporter's first when not given.
        year: Another year than that of the whole run.
        title: Title for the document.
        folder: Folder that its files go into, inside the set.
    """

    name: str
    options: GivenOptions = attrs.field(default=None, kw_only=True)
    medium: str | None = attrs.field(default=None, kw_only=True)
    year: int | None = attrs.field(default=None, kw_only=True)
    title: str = attrs.field(default="", kw_only=True)
    folder: str = attrs.field(default="", kw_only=True)


@attrs.frozen
class Job:
    """One exporter with all that is settled before it runs."""

    wanted: Wanted
    exporter: Exporter
    origin: Origin
    audience: Audience
    medium: Medium
    options: Any

    @property
    def wants_counts(self) -> bool:
        """Whether its request carries protected counts of persons: not below the audience ``report``."""
        return self.exporter.counts and self.audience >= Audience.REPORT

    def runs_apart(self, *, limited: bool) -> bool:
        """Whether it runs in a process of its own: a stranger's with limits, above ``internal``, a file's."""
        apart = limited or self.audience > Audience.INTERNAL or bool(self.origin.file)
        return apart and not self.origin.is_builtin


def job_for(registry: Registry, wanted: Wanted, ceiling: Audience, purpose: str) -> Job:
    """Look up an exporter, read its options, and refuse what cannot be before anything runs."""
    if wanted.year is not None:
        need_year(wanted.year)
    exporter, origin = registry.get(wanted.name), registry.origin(wanted.name)
    audience = min(ceiling, exporter.audience)
    if ceiling > Audience.INTERNAL and not purpose.strip():
        raise AudienceRefused(exporter.name, ceiling)
    medium = exporter.media[0] if wanted.medium is None else exporter.medium(wanted.medium)
    if medium is None:
        known = tuple(medium.suffix for medium in exporter.media)
        raise UnknownMedium(exporter.name, str(wanted.medium), known)
    options = _options(exporter, wanted.options)
    for module, extra in (*exporter.requires, *medium.requires):
        if not _is_there(module):
            raise MissingExtra(extra, module, origin.distribution)
    return Job(wanted, exporter, origin, audience, medium, options)


def _options(exporter: Exporter, given: GivenOptions) -> Any:
    if given is None:
        given = {}
    if isinstance(given, exporter.options):
        return given
    if not isinstance(given, Mapping):
        what = Message.of(_OTHER_CLASS, expected=exporter.options.__name__)
        raise BadOption((OptionFault(type(given).__name__, what),))
    return build(exporter.options, given)


def _is_there(module: str) -> bool:
    """Tell whether a module can be imported, without importing it."""
    try:
        return importlib.util.find_spec(module) is not None
    except (ImportError, ValueError):  # a parent is missing, or the module was made by hand
        return False
