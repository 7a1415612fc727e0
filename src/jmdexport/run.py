"""Run exporters: cut the workspace to the audience, ask for artifacts, look at what comes.

This is the function behind every map, report and table. Nothing is written here.
"""

from __future__ import annotations

import contextlib
import importlib.util
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import attrs

from jmdexport.accepting import check_artifacts, each, one_each
from jmdexport.errors import (
    AudienceRefused,
    BadOption,
    MissingExtra,
    NothingExported,
    OptionFault,
    UnknownMedium,
)
from jmdexport.last_search import LastSearch
from jmdexport.options import build
from jmdexport.records import Artifact, Exporter, ExportRequest, MadeBy, Medium
from jmdexport.registry import Origin, Registry
from jmdmodel.borders import need_audience, need_day, need_language, need_year
from jmdmodel.entities.relation import NetworkMap
from jmdmodel.errors import NoMapForYear, Position
from jmdmodel.fields import info_of
from jmdmodel.findings import Finding
from jmdmodel.messages import Language, Message, Say
from jmdmodel.privacy import redact, visible
from jmdmodel.scales import Audience
from jmdmodel.workspace import Workspace

GivenOptions: TypeAlias = "Mapping[str, object] | object | None"
"""Options by name, or made already, or none."""

_MAPS = info_of(NetworkMap).privacy
"""The lowest audience that network maps exist for."""
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


def export(
    workspace: Workspace,
    name: str,
    *,
    year: int,
    as_of: date,
    audience: Audience = Audience.REPORT,
    purpose: str = "",
    language: Language = "de",
    options: GivenOptions = None,
    medium: str | None = None,
    title: str = "",
    findings: Iterable[Finding] | None = None,
    locate: Callable[[Finding], Position | None] | None = None,
    template_folders: Sequence[Path] = (),
    registry: Registry | None = None,
) -> tuple[Artifact, ...]:
    """Give the artifacts of one exporter; nothing is written.

    The exporter sees a view of the workspace, never the workspace. What it sees is cut to the lower of
    two audiences: the one it is meant for, and the ceiling that the caller sets (R-51). A stranger's
    exporter gets nothing above ``internal``. German: Export.

    Args:
        workspace: The whole workspace.
        name: Name of the exporter.
        year: The year to export.
        as_of: The day that counts as today.
        audience: The ceiling.
        purpose: What it is for; needed when the ceiling is above ``internal``.
        language: Language of all texts.
        options: By name, with texts or values, or an instance of the exporter's options.
        medium: The form, by suffix; the exporter's first when not given.
        title: Title for the document; the exporter chooses one when it is empty.
        findings: What the rules found in the whole workspace; ``None`` when it was not checked, which is
            another thing than a check that found nothing.
        locate: Gives the place of a finding in the file, ``source.locate``.
        template_folders: Templates that go before those of plugins.
        registry: Where to look for exporters; a new one with all installed plugins when not given.

    Raises:
        UnknownExporter: No exporter has the name.
        PluginProblem: The exporter's plugin cannot be used.
        UnknownMedium: The exporter cannot make the form.
        BadOption: Options do not fit.
        MissingExtra: An optional package is missing.
        AudienceRefused: The purpose is missing, a stranger's exporter wants too much, or the audience may
            see nothing of what the exporter shows.
        BadArtifact: What the exporter gave cannot be accepted.
        NothingExported: It gave nothing.
        PrivateValueFound: What it gave holds something that the audience may not see.
        ModelError: Year, day, audience or language are of a wrong kind.
    """
    wanted = Wanted(name, options=options, medium=medium, title=title)
    return render_all(
        workspace,
        [wanted],
        year=year,
        as_of=as_of,
        audience=audience,
        purpose=purpose,
        language=language,
        findings=findings,
        locate=locate,
        template_folders=template_folders,
        registry=registry,
    )


def render_all(
    workspace: Workspace,
    wanted: Iterable[Wanted | str],
    *,
    year: int,
    as_of: date,
    audience: Audience = Audience.REPORT,
    purpose: str = "",
    language: Language = "de",
    findings: Iterable[Finding] | None = None,
    locate: Callable[[Finding], Position | None] | None = None,
    template_folders: Sequence[Path] = (),
    registry: Registry | None = None,
) -> tuple[Artifact, ...]:
    """Give the artifacts of several exporters as one set, to be written together.

    The arguments and errors are those of :func:`export`. All exporters are looked up, and their options
    read, before the first one runs. A file that two exporters give alike is one file; files of the same name
    with different content are refused, and ``folder`` of :class:`Wanted` keeps them apart.
    """
    need_year(year)
    need_day(as_of, "as_of")
    need_audience(audience)
    need_language(language)
    registry = registry or Registry()
    found = None if findings is None else tuple(findings)
    jobs = [
        _job(registry, one if isinstance(one, Wanted) else Wanted(one), audience, purpose) for one in wanted
    ]
    cut = {seen: _cut(workspace, found, seen, locate) for seen in sorted({job.audience for job in jobs})}
    artifacts, net = list[Artifact](), LastSearch(workspace)
    for job in jobs:
        part = cut[job.audience]
        request = ExportRequest(
            view=part.view,
            options=job.options,
            medium=job.medium,
            year=year if job.wanted.year is None else job.wanted.year,
            as_of=as_of,
            audience=job.audience,
            language=language,
            title=job.wanted.title,
            findings=part.findings,
            positions=part.positions,
            template_folders=(*template_folders, *registry.template_folders),
            checked=part.checked,
            findings_withheld=part.withheld,
        )
        try:
            artifacts.extend(net.passed(_run(job, request), request))
        except NoMapForYear as error:
            if job.audience >= _MAPS:
                raise
            raise AudienceRefused(job.exporter.name, job.audience, needed=_MAPS) from error
    return one_each(artifacts)


@attrs.frozen
class _Job:
    """One exporter with all that is settled before it runs."""

    wanted: Wanted
    exporter: Exporter
    origin: Origin
    audience: Audience
    medium: Medium
    options: Any


def _job(registry: Registry, wanted: Wanted, ceiling: Audience, purpose: str) -> _Job:
    if wanted.year is not None:
        need_year(wanted.year)
    exporter, origin = registry.get(wanted.name), registry.origin(wanted.name)
    audience = min(ceiling, exporter.audience)
    if ceiling > Audience.INTERNAL and not purpose.strip():
        raise AudienceRefused(exporter.name, ceiling)
    if audience > Audience.INTERNAL and not origin.is_builtin:
        raise AudienceRefused(exporter.name, audience, origin.plugin)
    medium = exporter.media[0] if wanted.medium is None else exporter.medium(wanted.medium)
    if medium is None:
        known = tuple(medium.suffix for medium in exporter.media)
        raise UnknownMedium(exporter.name, str(wanted.medium), known)
    options = _options(exporter, wanted.options)
    for module, extra in (*exporter.requires, *medium.requires):
        if not _is_there(module):
            raise MissingExtra(extra, module)
    return _Job(wanted, exporter, origin, audience, medium, options)


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


@attrs.frozen(kw_only=True)
class _Cut:
    """What an audience may see of the workspace and of its findings."""

    view: Workspace
    findings: tuple[Finding, ...] = ()
    positions: tuple[Position | None, ...] = ()
    checked: bool = False
    withheld: int = 0


def _cut(
    workspace: Workspace,
    findings: tuple[Finding, ...] | None,
    audience: Audience,
    locate: Callable[[Finding], Position | None] | None,
) -> _Cut:
    """Cut workspace and findings; below the team not even the number of findings is shown."""
    view = redact(workspace, audience)
    if findings is None or audience < Audience.INTERNAL:
        return _Cut(view=view)
    shown = visible(findings, workspace, audience)
    places = () if locate is None else tuple(locate(finding) for finding in shown)
    withheld = len(findings) - len(shown)
    return _Cut(view=view, findings=shown, positions=places, checked=True, withheld=withheld)


def _run(job: _Job, request: ExportRequest[Any]) -> Iterator[Artifact]:
    """Ask one exporter and yield what it gives, looked at and marked."""
    made_by = MadeBy(
        job.exporter.name, job.audience, job.origin.plugin, job.origin.distribution, job.origin.version
    )
    with _noted(job):
        given = list(each(job.exporter.render(request)))
    if not given:
        raise NothingExported(job.exporter.name)
    check_artifacts(job.exporter, job.medium, given)
    folder = job.wanted.folder.strip("/")
    for artifact in given:
        name = f"{folder}/{artifact.name}" if folder else artifact.name
        yield Artifact(name, artifact.media_type, artifact.data, made_by=made_by)


@contextlib.contextmanager
def _noted(job: _Job) -> Iterator[None]:
    """Say in a note on any error which exporter it came from; its kind stays."""
    try:
        yield
    except Exception as error:
        version = f" {job.origin.version}" if job.origin.version else ""
        error.add_note(f'while exporting "{job.exporter.name}" from plugin "{job.origin.plugin}"{version}')
        raise
