"""Run exporters: cut the workspace to the audience, ask for artifacts, look at what comes.

This is the function behind every map, report and table. Nothing is written here.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jmdexport.accepting import check_artifacts, each, one_each
from jmdexport.apart import render_apart
from jmdexport.cutting import barriers_for, counts_for, cut_for
from jmdexport.errors import AudienceRefused, NothingExported
from jmdexport.jobs import GivenOptions, Job, Wanted, job_for
from jmdexport.last_search import LastSearch
from jmdexport.records import Artifact, ExportRequest, MadeBy
from jmdexport.registry import Registry
from jmdexport.wire import Limits
from jmdmodel.borders import need_audience, need_day, need_kind, need_language, need_year
from jmdmodel.entities.relation import NetworkMap
from jmdmodel.errors import NoMapForYear, Position
from jmdmodel.fields import info_of
from jmdmodel.findings import Finding
from jmdmodel.messages import Language, Say
from jmdmodel.scales import Audience
from jmdmodel.workspace import Workspace

if TYPE_CHECKING:  # the rules cost time that an export without findings need not pay
    from jmdmodel.privacy.counts import ProtectedCounts, ProtectedTable
    from jmdmodel.quality.waiving import Waived

_MAPS = info_of(NetworkMap).privacy
"""The lowest audience that network maps exist for."""
_WORKSPACE = Say(
    de="ein Workspace, wie ihn load(PFAD).workspace ergibt",
    en="a Workspace, as load(PATH).workspace gives it",
)


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
    counts: Mapping[int, ProtectedCounts] = MappingProxyType({}),
    limits: Limits | None = None,
) -> tuple[Artifact, ...]:
    """Give the artifacts of one exporter; nothing is written.

    The exporter sees a view of the workspace, never the workspace. What it sees is cut to the lower of
    two audiences: the one it is meant for, and the ceiling that the caller sets (R-51). A stranger's
    exporter that gets more than ``internal`` runs in a process of its own. German: Export.

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
            another thing than a check that found nothing. Given as :func:`jmdmodel.check` gave them, they
            also tell what the workspace waives.
        locate: Gives the place of a finding in the file, ``source.locate``.
        template_folders: Templates that go before those of plugins.
        registry: Where to look for exporters; a new one with all installed plugins when not given.
        counts: Protected tables of persons, by year, where editions that are out already had to be heeded
            (``published`` of :func:`jmdmodel.protected_counts`); a year that is not among them is protected
            by itself.
        limits: Time and memory for a stranger's exporter, which then runs in a process of its own whatever
            the audience. Without them it runs in this process up to ``internal``, and above it in one of its
            own with the usual limits; so does always what comes from a file without packaging.

    Raises:
        UnknownExporter: No exporter has the name.
        PluginProblem: The exporter's plugin cannot be used.
        UnknownMedium: The exporter cannot make the form.
        BadOption: Options do not fit.
        MissingExtra: An optional package is missing.
        AudienceRefused: The purpose is missing, or the audience may see nothing of what the exporter shows.
        ExporterFailed: A stranger's exporter did not come to its end in the process of its own.
        BadArtifact: What the exporter gave cannot be accepted.
        NothingExported: It gave nothing.
        PrivateValueFound: What it gave holds something that the audience may not see.
        ModelError: Workspace, name, year, day, audience or language are of a wrong kind.
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
        counts=counts,
        limits=limits,
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
    counts: Mapping[int, ProtectedCounts] = MappingProxyType({}),
    limits: Limits | None = None,
    published: Iterable[ProtectedTable] = (),
    progress: Callable[[int, int, str], None] | None = None,
) -> tuple[Artifact, ...]:
    """Give the artifacts of several exporters as one set, to be written together.

    The arguments and errors are those of :func:`export`. All exporters are looked up, and their options
    read, before the first one runs. A file that two exporters give alike is one file; files of the same name
    with different content are refused, and ``folder`` of :class:`Wanted` keeps them apart. *published* are
    the protected tables of editions that are out already, of any year: what they hide stays hidden.
    *progress* is told, before an exporter runs, its number, how many there are, and its name.
    """
    need_kind(workspace, Workspace, "workspace", _WORKSPACE)
    need_year(year)
    need_day(as_of, "as_of")
    need_audience(audience)
    need_language(language)
    registry = registry or Registry()
    published = tuple(published)
    # A result of a check knows what the workspace waives; a mere row of findings does not.
    waived: tuple[Waived, ...] = tuple(getattr(findings, "waived", ()))
    found = None if findings is None else tuple(findings)
    jobs = [
        job_for(registry, one if isinstance(one, Wanted) else Wanted(one), audience, purpose)
        for one in wanted
    ]
    seen = sorted({job.audience for job in jobs})
    cut = {one: cut_for(workspace, found, waived, one, locate) for one in seen}
    artifacts, net = list[Artifact](), LastSearch(workspace)
    for number, job in enumerate(jobs, start=1):
        if progress is not None:
            progress(number, len(jobs), job.exporter.name)
        part, its_year = cut[job.audience], year if job.wanted.year is None else job.wanted.year
        its_counts = counts.get(its_year) if job.wants_counts else None
        if job.wants_counts and its_counts is None:
            its_counts = counts_for(workspace, its_year, job.audience, published=published)
        request = ExportRequest(
            view=part.view,
            options=job.options,
            medium=job.medium,
            year=its_year,
            as_of=as_of,
            audience=job.audience,
            language=language,
            title=job.wanted.title,
            findings=part.findings,
            positions=part.positions,
            template_folders=(*template_folders, *registry.template_folders),
            checked=part.checked,
            findings_withheld=part.withheld,
            waived=part.waived,
            waived_positions=part.waived_positions,
            counts=its_counts,
            barriers=barriers_for(workspace, its_year, as_of) if job.wants_counts else None,
        )
        try:
            artifacts.extend(net.passed(_run(job, request, limits), request))
        except NoMapForYear as error:
            if job.audience >= _MAPS:
                raise
            raise AudienceRefused(job.exporter.name, job.audience, needed=_MAPS) from error
    return one_each(artifacts)


def _run(job: Job, request: ExportRequest[Any], limits: Limits | None) -> Iterator[Artifact]:
    """Ask one exporter and yield what it gives, looked at and marked."""
    made_by = MadeBy(
        job.exporter.name, job.audience, job.origin.plugin, job.origin.distribution, job.origin.version
    )
    if job.runs_apart(limited=limits is not None):
        given = render_apart(job.origin, job.exporter.name, request, limits or Limits())
    else:
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
def _noted(job: Job) -> Iterator[None]:
    """Say in a note on any error which exporter it came from; its kind stays."""
    try:
        yield
    except Exception as error:
        version = f" {job.origin.version}" if job.origin.version else ""
        error.add_note(f'while exporting "{job.exporter.name}" from plugin "{job.origin.plugin}"{version}')
        raise
