"""What exporters gave, looked at before it is accepted: kinds, forms, and names that work everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from jmdexport.errors import BadArtifact
from jmdexport.records import Artifact, Exporter, Medium
from jmdmodel.messages import Message, Say, Value
from jmdmodel.storage import clash, name_fault

MANIFEST: Final = "manifest.json"
"""Name of the manifest; no artifact may have it."""

_NOT_ONE = Say(
    de="Es ist „{kind}“ statt „Artifact“.",
    en='It is "{kind}" instead of "Artifact".',
)
_TEXT = Say(
    de="Es ist „str“ statt „Artifact“; Artifact.text(NAME, MEDIENTYP, TEXT) macht aus einem Text eine Datei.",
    en='It is "str" instead of "Artifact"; Artifact.text(NAME, MEDIA_TYPE, TEXT) makes a file of a text.',
)
_NO_BYTES = Say(
    de="Der Inhalt von „{name}“ ist „{kind}“ statt „bytes“; Artifact.text(NAME, MEDIENTYP, TEXT) macht aus"
    " einem Text eine Datei.",
    en='The content of "{name}" is "{kind}" instead of "bytes"; Artifact.text(NAME, MEDIA_TYPE, TEXT) makes a'
    " file of a text.",
)
_NAME = Say(de="Der Dateiname „{name}“ ist nicht möglich. {why}", en='No file can be named "{name}". {why}')
_TWICE = Say(
    de="Die Datei „{name}“ käme zweimal und mit verschiedenem Inhalt, aus „{one}“ und aus „{other}“."
    " Abhilfe: beide einzeln exportieren, jeden in einen eigenen Ordner.",
    en='The file "{name}" would come twice and with different content, from "{one}" and from "{other}".'
    " Run the two one by one, each into a folder of its own.",
)
_CLASH = Say(
    de="„{name}“ und „{other}“ können nicht nebeneinander stehen.",
    en='"{name}" and "{other}" cannot stand side by side.',
)
_FORM = Say(
    de="„{name}“ ({media_type}) passt zu keinem der angekündigten Formate: {known}.",
    en='"{name}" ({media_type}) fits none of the forms that were announced: {known}.',
)
_NOT_WANTED = Say(
    de="Keine Datei hat das verlangte Format „{suffix}“.", en='No file has the form asked for, "{suffix}".'
)
_MANIFEST_NAME = Say(
    de="„{name}“ ist der Name des Verzeichnisses der Dateien.",
    en='"{name}" is the name of the list of files.',
)


def each(given: Any) -> Iterable[Any]:
    """Give what was yielded or returned; a lone artifact or nothing counts as a row of one or none."""
    if given is None:
        return ()
    return (given,) if isinstance(given, Artifact) else given


def check_artifacts(exporter: Exporter, medium: Medium, given: Sequence[object]) -> None:
    """Refuse what an exporter gave when something is no artifact, or of a form that it did not announce."""
    forms = (medium, *exporter.beside)
    for artifact in given:
        if type(artifact) is not Artifact:
            say = _TEXT if isinstance(artifact, str) else _NOT_ONE
            raise _bad(exporter.name, say, **({} if say is _TEXT else {"kind": type(artifact).__name__}))
        if not all(isinstance(text, str) for text in (artifact.name, artifact.media_type)):
            raise _bad(exporter.name, _NOT_ONE, kind=type(artifact.name).__name__)
        if type(artifact.data) is not bytes:
            raise _bad(exporter.name, _NO_BYTES, name=artifact.name, kind=type(artifact.data).__name__)
        media_type = artifact.media_type.partition(";")[0].strip().lower()
        if not any(artifact.name.endswith(form.suffix) and media_type == form.media_type for form in forms):
            known = ", ".join(f"{form.suffix} ({form.media_type})" for form in forms)
            raise _bad(exporter.name, _FORM, name=artifact.name, media_type=artifact.media_type, known=known)
    pair = clash(artifact.name for artifact in given if isinstance(artifact, Artifact))
    if pair is not None:
        raise _bad(exporter.name, _CLASH, name=pair[0], other=pair[1])
    if not any(artifact.name.endswith(medium.suffix) for artifact in given if isinstance(artifact, Artifact)):
        raise _bad(exporter.name, _NOT_WANTED, suffix=medium.suffix)


def one_each(artifacts: Iterable[Artifact]) -> tuple[Artifact, ...]:
    """Give each file once; one that two exporters made alike, to the byte, counts as one.

    Raises:
        BadArtifact: Two files of the same name differ, names clash or cannot be on some system, or one is
            kept for the manifest.
    """
    kept: dict[str, Artifact] = {}
    for artifact in artifacts:
        other = kept.setdefault(artifact.name, artifact)
        if other.data != artifact.data:
            makers = tuple(one.made_by.exporter if one.made_by else "–" for one in (other, artifact))
            raise _bad(makers[1], _TWICE, name=artifact.name, one=makers[0], other=makers[1])
    _check_names(tuple(kept.values()))
    return tuple(kept.values())


def _check_names(artifacts: Sequence[Artifact]) -> None:
    makers = {one.name: one.made_by.exporter for one in artifacts if one.made_by}
    for artifact in artifacts:
        fault = name_fault(artifact.name)
        if fault is not None:
            shown = "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in artifact.name)
            raise _bad(makers.get(artifact.name, "–"), _NAME, name=shown, why=fault.as_say())
        if artifact.name.casefold() == MANIFEST:
            raise _bad(makers.get(artifact.name, "–"), _MANIFEST_NAME, name=artifact.name)
    pair = clash(artifact.name for artifact in artifacts)
    if pair is not None:
        raise _bad(makers.get(pair[1], "–"), _CLASH, name=pair[0], other=pair[1])


def _bad(exporter: str, say: Say, **values: Value) -> BadArtifact:
    return BadArtifact(exporter, Message.of(say, **values))
