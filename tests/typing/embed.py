"""A program of a stranger that embeds the library; it is type-checked, never run."""

from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path
from typing import assert_type

from jmdexport import (
    Artifact,
    ExportRecord,
    RecordFault,
    Recording,
    Registry,
    export,
    note_export,
    verify_record,
    write,
)
from jmdmodel import (
    Audience,
    Finding,
    Loaded,
    LoadError,
    LoadFault,
    Position,
    Workspace,
    check,
    load,
    protected_counts,
    rated_contacts,
    redact,
    save,
    work_shares,
)


def show(path: Path) -> list[str]:
    """Load, check, draw and write, with every value of the type that was promised."""
    try:
        loaded = load(path)
    except LoadError as error:
        assert_type(error.faults, tuple[LoadFault, ...])
        return [fault.in_("en") for fault in error.faults]
    assert_type(loaded, Loaded)
    assert_type(loaded.workspace, Workspace)
    lines: list[str] = []
    for finding in check(loaded.workspace, on=date(2026, 1, 31)):
        assert_type(finding, Finding)
        assert_type(loaded.source.locate(finding), Position)
        lines.append(finding.code)
    view = redact(loaded.workspace, Audience.PUBLIC)
    assert_type(view, Workspace)
    lines += [partner.name for partner in view.partners]
    lines += [rated.partner.name for rated in rated_contacts(view, 2025)]
    for table in protected_counts(loaded.workspace, year=2025).shown:
        assert_type(table.cells, tuple[int | None, ...])
    for row in work_shares(loaded.workspace, 2025).rows:
        assert_type(row.percent, Fraction)
    made = export(
        loaded.workspace, "network-map", year=2025, as_of=date(2026, 1, 31), registry=Registry(plugins="none")
    )
    assert_type(made, tuple[Artifact, ...])
    record = Recording(path=path.with_name("exports.jsonl"), at=datetime(2026, 1, 31, tzinfo=UTC))
    assert_type(write(made, path.parent, record=record), tuple[Path, ...])
    assert_type(note_export(made, record), ExportRecord)
    verdict = verify_record(record.path, folder=path.parent)
    assert_type(verdict.faults, tuple[RecordFault, ...])
    lines += [file.name for noted in verdict.records for file in noted.files]
    save(loaded.workspace, path, source=loaded.source)
    return lines


def misuse(workspace: Workspace) -> None:
    """Faults that a type checker must find; an ignore that is not needed is a fault too."""
    check(workspace)  # type: ignore[call-arg]
    check(workspace, on="2026-01-31")  # type: ignore[arg-type]
    redact(workspace, "public")  # type: ignore[arg-type]
    protected_counts(workspace, year=2025, mode="hide")  # type: ignore[arg-type]
    export(workspace, "network-map", 2025, date(2026, 1, 31))  # type: ignore[call-arg]
    Recording(path="exports.jsonl", at="2026-01-31")  # type: ignore[arg-type]
    workspace.service = workspace.service  # type: ignore[misc]
