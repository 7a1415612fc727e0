"""How results leave the command line: written as one file or one set, and entered in the record."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import attrs
import click

from jmdexport.cli.common import refuse
from jmdexport.cli.talking import say
from jmdexport.record_chain import RECORD_NAME
from jmdexport.recording import Recording, note_export, refuse_within, verify_record
from jmdexport.records import Artifact
from jmdexport.writing import leftovers, write
from jmdmodel.errors import JmdError, StorageError
from jmdmodel.messages import Language, Message, Say
from jmdmodel.scales import Audience
from jmdmodel.storage import (
    ABSENT,
    check_names,
    digest,
    digest_of,
    is_folder,
    names_in,
    read_bytes,
    settle,
    write_set,
)

_BESIDE = Say(
    de="Neben der gewünschten Datei entsteht auch {names}, und dort liegt schon etwas anderes. Es bleibt, wie"
    " es ist, und es wurde nichts geschrieben. Möglich sind ein anderer Ordner, ein Bericht mit der Endung"
    " .html, der aus einer einzigen Datei besteht, oder --overwrite.",
    en="Beside the file asked for there would be {names} too, and something else is there already. It stays"
    " as it is, and nothing was written. Choose another folder, a report with the suffix .html, which is a"
    " single file, or --overwrite.",
)
_OUR_MAP, _HEAD = b'aria-labelledby="map-title map-description"', 1000
"""What a map that the library has drawn says of itself, within its first bytes."""
STDOUT = "-"
"""In the place of a file name: standard output."""
_SEVERAL = Say(
    de="Diese Form besteht aus mehreren Dateien: {names}. Auf die Standardausgabe passt nur eine;"
    " möglich sind eine Form aus einer einzigen Datei, etwa .html, oder ein Dateiname.",
    en="This form consists of several files: {names}. Standard output takes only one; choose a form of a"
    " single file, such as .html, or the name of a file.",
)
_WRITTEN = Say(de="Geschrieben: {path}", en="Written: {path}")
_REMOVED: Final = Say(
    de="Entfernt, weil sie nicht mehr zum Export gehört: {path}",
    en="Removed, because it is no longer part of the export: {path}",
)
_ENTERED: Final = Say(
    de="Eingetragen in {path}, Zeile {line}, Prüfsumme {digest}",
    en="Recorded in {path}, line {line}, digest {digest}",
)
_STANDS: Final = Say(
    de="Der Eintrag in {path} steht schon, obwohl das Schreiben nicht gelungen ist; er bleibt stehen.",
    en="The line in {path} is there already, although writing did not succeed; it stays.",
)
_NOT_ENTERED: Final = Say(
    de="Der Exportnachweis ließ sich nicht schreiben, deshalb wurde nichts exportiert. Einen anderen Ort"
    " nennt --record FILE.",
    en="The record of exports could not be written, so nothing was exported. --record FILE names another"
    " place.",
)
_BOTH: Final = Say(
    de="--record und --no-record widersprechen einander.",
    en="--record and --no-record contradict each other.",
)
_NO_PLACE: Final = Say(
    de="Über „report“ wird jeder Export eingetragen, und die Standardeingabe hat keinen Ort dafür. Nötig ist"
    " --record FILE, oder --no-record, wenn der Nachweis anderswo geführt wird.",
    en='Above "report" every export is recorded, and standard input has no place for it. Give --record FILE,'
    " or --no-record if the record is kept elsewhere.",
)

record_option = click.option(
    "--record",
    metavar="FILE",
    type=click.Path(),
    help=f"Record of exports (above report: {RECORD_NAME} beside the workspace).",
)
no_record_option = click.option("--no-record", is_flag=True, help="Enter the export in no record.")


def place_of_record(
    workspace: str, audience: Audience, language: Language, *, record: str | None, no_record: bool
) -> str | None:
    """Give the record that an export is entered in: the one named, or above ``report`` the one beside."""
    if record is not None and no_record:
        refuse(_BOTH, language)
    if record is not None:
        return record
    if no_record or audience <= Audience.REPORT:
        return None
    if workspace == "-":
        refuse(_NO_PLACE, language)
    place = Path(workspace)
    return str((place if is_folder(workspace) else place.parent) / RECORD_NAME)


def write_one(
    artifacts: tuple[Artifact, ...],
    output: str,
    language: Language,
    *,
    overwrite: bool = False,
    record: Recording | None = None,
) -> None:
    """Write the first artifact under the name that was asked for, the others beside it, as one set.

    The folder must be there. The file that was named may be replaced; one beside it only when it is a map
    of ours that the named file, from an earlier run, shows, or when overwriting was asked for.
    """
    if output == STDOUT:
        _print_one(artifacts, language, record=record)
        return
    target = Path(output)
    settle(target.parent)
    first, *others = artifacts
    beside = {artifact.name: artifact.data for artifact in others}
    expected = {} if overwrite else _expected(target, beside)
    files = {target.name: first.data, **beside}
    check_names(target.parent, files)
    with _entered(record, language):
        if record is not None:
            refuse_within(record, [target.parent / name for name in files])
            note_export([attrs.evolve(first, name=target.name), *others], record)
        paths = write_set(target.parent, files, last=target.name, expected=expected, through_link=True)
    for path in paths:
        say(Message.of(_WRITTEN, path=str(path)), language)


def _print_one(artifacts: tuple[Artifact, ...], language: Language, *, record: Recording | None) -> None:
    """Give the one file to standard output; a result of several files has no place there."""
    if len(artifacts) > 1:
        refuse(Message.of(_SEVERAL, names=", ".join(one.name for one in artifacts)), language)
    with _entered(record, language):
        if record is not None:
            note_export(artifacts, record)
        click.echo(artifacts[0].data, nl=False)


def write_all(
    artifacts: tuple[Artifact, ...],
    folder: str,
    language: Language,
    *,
    overwrite: bool,
    keep: bool,
    record: Recording | None,
) -> None:
    """Write artifacts as a set with its manifest, and name what was written and what went."""
    gone = () if keep else leftovers(artifacts, folder)
    with _entered(record, language):
        paths = write(artifacts, folder, overwrite=overwrite, keep=keep, record=record)
    for path in paths:
        say(Message.of(_WRITTEN, path=str(path)), language)
    for name in gone:
        say(Message.of(_REMOVED, path=str(Path(folder, name))), language)


@contextlib.contextmanager
def _entered(record: Recording | None, language: Language) -> Iterator[None]:
    """Say which line was entered; when writing fails after that, say that the line stands."""
    before = None if record is None else _digest(record)
    try:
        yield
    except JmdError as error:
        if record is not None and _digest(record) != before:
            click.echo(Message.of(_STANDS, path=str(record.path)).in_(language), err=True)
        if record is not None and getattr(error, "path", None) == str(record.path):
            click.echo(_NOT_ENTERED.in_(language), err=True)
        raise
    if record is not None:
        verdict = verify_record(record.path)
        entered = Message.of(
            _ENTERED, path=str(record.path), line=len(verdict.records), digest=verdict.last or "–"
        )
        say(entered, language)


def _digest(record: Recording) -> str | None:
    with contextlib.suppress(StorageError):
        return digest_of(record.path)
    return None


def _expected(target: Path, beside: dict[str, bytes]) -> dict[str, str]:
    """Give the digests of the files beside the named one; refuse those that nobody asked to replace."""
    there = set(names_in(target.parent))
    before = read_bytes(target, ordinary=True) if beside and target.name in there else b""
    expected, strange = {}, []
    for name, data in beside.items():
        old = read_bytes(target.parent / name, ordinary=True) if name in there else None
        expected[name] = ABSENT if old is None else digest(old)
        if old not in (None, data) and not (name.encode() in before and _OUR_MAP in old[:_HEAD]):
            strange.append(name)
    if strange:
        raise StorageError("S313", str(target.parent), Message.of(_BESIDE, names=", ".join(strange)))
    return expected
