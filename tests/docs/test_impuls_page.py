"""The page of the i-mpuls-style tables names what the definition has, in both languages."""

from __future__ import annotations

import re
from functools import cache

import attrs
import pytest

from docs.generate import DOCS, csv_page
from docs.impuls import own_codes
from docs.impuls_words import MAPPING_EXAMPLE
from jmdexport.builtin._impuls_cells import DATA, OFFICE
from jmdexport.builtin._impuls_files import FILES, USUAL
from jmdexport.builtin._impuls_mapping import read_mapping
from jmdexport.builtin._impuls_package import import_options
from jmdexport.builtin.impuls import EXPORTER, ImpulsOptions, tables_of
from jmdexport.cutting import counts_for
from jmdexport.demo import EXAMPLE_DATE, load_example
from jmdexport.records import ExportRequest
from jmdmodel import redact
from jmdmodel.messages import Language
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import all_vocabularies

LANGUAGES: tuple[Language, ...] = ("de", "en")


@cache
def sections(language: Language) -> dict[str, str]:
    """Give the parts of the page by their heading."""
    parts = csv_page(language).split("\n## ")[1:]
    return {part.partition("\n")[0]: part for part in parts}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_of_every_file_has_a_row_in_its_order(language: Language) -> None:
    for file in FILES:
        section = sections(language)[file.name]
        assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == list(file.names)
        assert file.description.in_(language) in section
        assert f"`{import_options(file, OFFICE)}`" in section
        for column in file.columns:
            assert column.title.de in section
            assert column.title.en in section
            assert column.description.in_(language) in section


def test_the_columns_named_as_protected_are_those_that_are_empty_without_protected_tables() -> None:
    workspace, audience = load_example().workspace, Audience.INTERNAL
    request = ExportRequest(
        view=redact(workspace, audience),
        options=ImpulsOptions(),
        medium=EXPORTER.media[0],
        year=2025,
        as_of=EXAMPLE_DATE,
        audience=audience,
        counts=counts_for(workspace, 2025, audience),
    )
    full, bare = tables_of(request), tables_of(attrs.evolve(request, counts=None))
    emptied = set()
    for file in USUAL:
        names = {
            name
            for name in file.names
            if [getattr(row, name) for row in full.of(file)] != [getattr(row, name) for row in bare.of(file)]
        }
        if names == set(file.names):  # the file has no row at all then, and one column that counts persons
            assert bare.of(file) == ()
            names &= {"persons"}
        emptied |= {(file.name, name) for name in names}
    told = sections("en")["Protected numbers of persons"]
    named = re.findall(r"^- \[`([\w.]+)`\]\(#\w+\): `(\w+)`$", told, re.MULTILINE)
    assert len(named) == 6
    assert set(named) == emptied


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_of_codes_is_in_the_vocabulary_or_on_the_page(language: Language) -> None:
    page, vocabulary = csv_page(language), (DOCS / "reference" / "vocabulary.md").read_text(encoding="utf-8")
    headings = {
        re.sub(r"\W+", "-", line[3:].lower()) for line in vocabulary.splitlines() if line[:3] == "## "
    }
    linked = set(re.findall(r"\(vocabulary\.md#([\w-]+)\)", page))
    assert len(linked) > 10
    assert linked <= headings
    own = own_codes()
    assert own
    assert not set(own.values()) & set(all_vocabularies())
    for name, kind in own.items():
        part = page.partition(f"\n### {name}\n")[2]
        assert [word.code for word in kind] == re.findall(r"^\| `([\w-]+)` \|", part, re.MULTILINE)[
            : len(kind)
        ]


def test_the_example_of_a_mapping_is_one() -> None:
    mapping = read_mapping(MAPPING_EXAMPLE)
    assert mapping.columns["work_time"] == {"year": "Jahr", "area": "Bereich"}
    assert mapping.codes == {"area": {"counselling": "01"}}
    assert all(f"```yaml\n{MAPPING_EXAMPLE}```" in csv_page(language) for language in LANGUAGES)


def test_both_dialects_are_told_by_what_they_write() -> None:
    told = sections("en")["The two dialects"]
    assert f"| `{OFFICE.delimiter}` | `{DATA.delimiter}` |" in told
    assert "| `1234,5` | `1234.5` |" in told
    assert "| `31.03.2025` | `2025-03-31` |" in told
    assert "| `'=1+1` | `=1+1` |" in told
