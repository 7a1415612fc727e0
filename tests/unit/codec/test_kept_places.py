"""Places that were kept while reading are those that reading again would find."""

from __future__ import annotations

from pathlib import Path

import pytest

from jmdexport.demo import EXAMPLE_DATE, example_bytes, starter_parts
from jmdmodel import check, dumps, load, loads
from jmdmodel.codec import Loaded, reading
from jmdmodel.codec.folder import loads_folder

FORMS = ("yaml", "json", "folder")


def read(form: str, *, keep_places: bool) -> Loaded:
    if form == "folder":
        return loads_folder(starter_parts(), keep_places=keep_places)
    data = example_bytes()
    if form == "json":
        data = dumps(loads(data).workspace, name="workspace.json")
    return loads(data, name=f"workspace.{form}", keep_places=keep_places)


@pytest.mark.parametrize("form", FORMS)
def test_kept_places_are_those_of_a_second_reading(form: str) -> None:
    kept, again = read(form, keep_places=True), read(form, keep_places=False)
    assert kept == again
    found = check(kept.workspace, on=EXAMPLE_DATE)
    assert found
    for one in [*found, "schema", "service.name", "partners"]:
        place = again.source.locate(one)
        assert kept.source.locate(one) == place
        assert kept.source.line_at(place) == again.source.line_at(place)


def test_kept_places_are_not_read_a_second_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "workspace.yaml"
    file.write_bytes(example_bytes())
    calls: list[bytes] = []
    real = reading.read_document

    def counted(data: bytes, **how: bool) -> object:
        calls.append(data)
        return real(data, **how)

    monkeypatch.setattr("jmdmodel.codec.reading.read_document", counted)
    monkeypatch.setattr("jmdmodel.codec.source.read_document", counted)
    load(file, keep_places=True).source.locate("service")
    assert len(calls) == 1
    load(file).source.locate("service")
    assert len(calls) == 3
