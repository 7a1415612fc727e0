"""Each kind of fault once: its code, the exact place in the file, the path in the model, the nearest name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import jmdmodel
from jmdmodel.codec import faults as kinds
from jmdmodel.codec import loads
from jmdmodel.codec.faults import FaultKind
from jmdmodel.messages import LANGUAGES
from tests.unit.codec._files import HEAD, JSON_HEAD, fault_at_mark, faults_of

SCHOOL = "partners:\n  a:\n    name: A\n    kind: school\n"
TWO = SCHOOL + "  b:\n    name: B\n    kind: school\n"

OWN_TOPIC = "vocabulary:\n  topics:\n    own-boat: {parent: leisure, label_de: Boot, label_en: boat}\n"

YAML = [
    ("L102", "", None, HEAD + "partners:\n  a: «{name: A\n"),
    ("L102", "", None, HEAD + "partners:\n«\ta: b\n"),
    ("L102", "", None, HEAD + "  note: a«: b\n"),
    ("L102", "", None, HEAD + '  note: «"offen\n'),
    ("L105", "", None, "schema: 2\nservice:\n  name: «&n JMD\n  provider: T\n"),
    ("L105", "", None, "schema: 2\nservice:\n  name: «*n\n  provider: T\n"),
    ("L105", "", None, "schema: 2\nservice:\n  name: «!!str JMD\n  provider: T\n"),
    ("L105", "", None, "schema: 2\nservice: «!x\n  name: JMD\n  provider: T\n"),
    ("L105", "", None, HEAD + "  «<<: {}\n"),
    ("L105", "", None, HEAD + "  ? «[a]\n  : b\n"),
    ("L106", "", None, HEAD + "«---\na: b\n"),
    ("L107", "service.name", None, HEAD + "  «name: X\n"),
    ("L107", "partners/a", None, HEAD + SCHOOL + "  «a: {}\n"),
    ("L108", "", None, HEAD + "  note: a«\x00b\n"),
    ("L108", "", None, HEAD + "  note: a«\u2028b\n"),
    ("L108", "", None, HEAD + '  note: «"a\\x07b"\n'),
    ("L108", "", None, HEAD + '  note: «"a\\Lb"\n'),
    ("L109", "", None, "«"),
    ("L109", "", None, "«# nur ein Kommentar\n"),
    ("L111", "service.adress", "address", HEAD + "  «adress: Weg 1\n"),
    ("L111", "partner", "partners", HEAD + "«partner: {}\n"),
    ("L111", "partners/a.id", None, HEAD + SCHOOL + "    «id: a\n"),
    ("L111", "partners/a.period.sinze", "since", HEAD + SCHOOL + "    period:\n      «sinze: 2024-01-01\n"),
    ("L112", "service.provider", None, "schema: 2\n«service:\n  name: JMD\n"),
    ("L112", "partners/a.kind", None, HEAD + "partners:\n  «a:\n    name: A\n"),
    ("L113", "service.note", None, HEAD + "  note:«\n"),
    ("L113", "service.note", None, HEAD + '  note: «""\n'),
    ("L113", "service.note", None, HEAD + '  note: «" "\n'),
    ("L113", "partners", None, HEAD + "partners:«\n"),
    ("L113", "space.units", None, HEAD + "space:\n  name: S\n  units: «[]\n"),
    ("L114", "service.note", None, HEAD + "  note: «[a]\n"),
    ("L114", "partners", None, HEAD + "partners: «[a]\n"),
    ("L114", "partners/a", None, HEAD + "partners:\n  a: «x\n"),
    ("L114", "space.units", None, HEAD + "space:\n  name: S\n  units: «stadt\n"),
    ("L114", "", None, "«- a\n"),
    ("L115", "service.founded", None, HEAD + "  founded: «1_990\n"),
    ("L115", "service.founded", None, HEAD + "  founded: «1e3\n"),
    ("L116", "service.founded", None, HEAD + "  founded: «1944\n"),
    ("L117", "maps/2024.as_of", None, HEAD + "maps:\n  2024:\n    as_of: «2024-02-30\n"),
    ("L118", "partners/a.kind", "school", HEAD + "partners:\n  a:\n    name: A\n    kind: «shcool\n"),
    ("L118", "partners/a.collective", None, HEAD + SCHOOL + "    collective: «yes\n"),
    ("L118", "partners/a.relevance", None, HEAD + SCHOOL + "    relevance: «6\n"),
    ("L118", "partners/a.sub_kind", "vocational-school", HEAD + SCHOOL + "    sub_kind: «vocational-shool\n"),
    (
        "L118",
        "vocabulary.partner_kinds/x.parent",
        "school",
        HEAD + "vocabulary:\n  partner_kinds:\n    x: {parent: «scool, label_de: X, label_en: X}\n",
    ),
    ("L119", "partners/A b", "a-b", HEAD + "partners:\n  «A b: {name: A, kind: school}\n"),
    ("L120", "units/u.ags", None, HEAD + "units:\n  u: {name: U, level: district, ags: «1234}\n"),
    ("L120", "ties/t.between", None, HEAD + SCHOOL + "ties:\n  t: {between: «[a]}\n"),
    ("L120", "work_splits/2024.shares[1].percent", None, HEAD + "work_splits:\n  2024:\n    shares:\n"
     "      - area: other\n        percent: «1.00001\n"),
    ("L121", "service.name", None, 'schema: 2\nservice:\n  name: «"JMD\\n"\n  provider: T\n'),
    ("L121", "service.address", None, HEAD + '  address: «" Weg 1"\n'),
    ("L121", "service.address", None, HEAD + "  address: «|\n    Weg 1\n    12345 Ort\n"),
    ("L122", "contacts/schule.partner", "schule", HEAD + "partners:\n  schule: {name: A, kind: school}\n"
     "contacts:\n  schule: {partner: «shcule}\n"),
    ("L122", "offers/o.provider", None, HEAD + "offers:\n  o: {name: O, provider: «x}\n"),
    ("L122", "networks/n.members[2].partner", None, HEAD + SCHOOL + "networks:\n  n:\n    name: N\n"
     "    members:\n      - partner: a\n      - partner: «xyz\n"),
    ("L123", "partners/a.part_of", None,
     HEAD + TWO.replace("  b:", "    part_of: «b\n  b:") + "    part_of: a\n"),
    ("L123", "partners/a.part_of", None, HEAD + SCHOOL + "    part_of: «a\n"),
    ("L124", "partners/a.period", None, HEAD + SCHOOL + "    period:\n"
     "      «since: 2024-01-02\n      until: 2024-01-01\n"),
    ("L125", "partners/a.sub_kind", None, HEAD + SCHOOL + "    sub_kind: «youth-office\n"),
    ("L118", "offers/o.sub_topics[2]", "own-boat", HEAD + OWN_TOPIC + "offers:\n"
     "  o: {name: O, topics: [leisure], sub_topics: [own-boat, «own-boot]}\n"),
    ("L125", "offers/o.sub_topics[1]", None, HEAD + OWN_TOPIC + "offers:\n"
     "  o: {name: O, topics: [work, school], sub_topics: [«own-boat]}\n"),
    ("L125", "activities[1].sub_area", None, HEAD + "vocabulary:\n  work_areas:\n"
     "    fahrdienst: {parent: other, label_de: F, label_en: D}\nactivities:\n"
     "  a: {day: 2024-01-01, minutes: 1, area: counselling, sub_area: «fahrdienst}\n"),
    ("L118", "cases[1].goals[1].sub_topic", None, HEAD + "cases:\n  a:\n    goals:\n"
     "      - {topic: work, text: T, sub_topic: «unbekannt}\n"),
    ("L126", "schema", None, HEAD.replace("2", "«3")),
    ("L127", "schema", None, HEAD.replace("2", "«zwei")),
    ("L127", "schema", None, HEAD.replace("2", "«0")),
    ("L127", "schema", None, HEAD.replace("schema: 2\n", "«")),
    ("L128", "activities[1].regarding[1]", None, HEAD + "activities:\n  a:\n    day: 2024-01-01\n"
     "    minutes: 1\n    area: other\n    regarding: [«units/u]\n"),
    ("L131", "partners/a.further_kinds[2]", None, HEAD + SCHOOL + "    further_kinds: [chamber, «chamber]\n"),
    ("L131", "contacts/c.ratings[3]", None, HEAD + SCHOOL + "contacts:\n  c:\n    partner: a\n    ratings:\n"
     "      - day: 2024-01-01\n      - day: 2024-01-02\n      - «day: 2024-01-01\n"),
    ("L132", "maps/a", None, HEAD + "maps:\n  «a: {as_of: 2024-01-01}\n"),
    ("L133", "partners/a.further_kinds", None, HEAD + SCHOOL + "    further_kinds: «[school]\n"),
    ("L134", "ties/t.between", None, HEAD + SCHOOL + "ties:\n  t: {between: «[a, a]}\n"),
    ("L135", "maps/2024.as_of", None, HEAD + "maps:\n  2024: {as_of: «2023-12-31}\n"),
    ("L136", "units/u.ags", None, HEAD + "units:\n"
     "  u: {name: U, level: municipality, ags: «'07137069', ars: '071370068068'}\n"),
    ("L137", "units/u.ags", None, HEAD + "units:\n  u: {name: U, level: district, ags: «'17001'}\n"),
    ("L137", "units/u.ars", None, HEAD + "units:\n  u: {name: U, level: land, ars: «'00'}\n"),
    ("L138", "units/u.ags", None, HEAD + "units:\n  u: {name: U, level: land, ags: «'07137'}\n"),
    ("L138", "units/u.ars", None, HEAD + "units:\n  u: {name: U, level: municipality, ars: «'071'}\n"),
    ("L139", "events/e.until", None, HEAD + "events:\n"
     "  e: {title: E, day: 2024-02-29, until: «2024-02-28}\n"),
    ("L139", "partners/a.remits[1].to_age", None, HEAD + SCHOOL + "    remits:\n"
     "      - from_age: 100\n        to_age: «18\n"),
    ("L139", "cases[1].ended", None, HEAD + "cases:\n  a: {began: 2024-Q2, ended: «2024-Q1}\n"),
    ("L140", "absences/a", None, HEAD + "absences:\n  «a: {reason: R}\n"),
    ("L140", "absences/a.committee_kind", None, HEAD + "absences:\n"
     "  a: {reason: R, partner_kind: school, committee_kind: «round-table}\n"),
    ("L140", "cases[1].goals[1].steps[1].contributions[1]", None, HEAD + "cases:\n  a:\n    goals:\n"
     "      - topic: school\n        text: T\n        steps:\n          - text: S\n"
     "            contributions:\n              - «stages: [{day: 2024-01-01, stage: agreed}]\n"),
    ("L141", "space.outline", None, HEAD + "space:\n  name: S\n  outline: «'{}'\n"),
    ("L141", "units/u.outline", None, HEAD + "units:\n  u: {name: U, level: quarter, outline: «Dreieck}\n"),
]  # fmt: skip

JSON = [
    ("L102", "", None, "«"),
    ("L102", "", None, '{"a" «1}'),
    ("L102", "", None, '{"a": 1 «"b": 2}'),
    ("L102", "", None, '{"a": 1,«}'),
    ("L102", "", None, '{"a": «NaN}'),
    ("L102", "", None, '{"a": "x«\n"}'),
    ("L102", "", None, '{}\n  «{}'),
    ("L107", "service", None, JSON_HEAD + ',\n  «"service": {}}'),
    ("L108", "", None, JSON_HEAD + ', "space": {"name": «"\\u0000"}}'),
    ("L108", "", None, JSON_HEAD + ', "space": {"name": «"\\ud800"}}'),
    ("L108", "", None, JSON_HEAD + ', «"\\u0007": 1}'),
    ("L111", "spase", "space", JSON_HEAD + ', «"spase": {}}'),
    ("L113", "space", None, JSON_HEAD + ', "space": «null}'),
    ("L113", "space.name", None, JSON_HEAD + ', "space": {"name": «null}}'),
    ("L114", "space.name", None, JSON_HEAD + ', "space": {"name": «1}}'),
    ("L114", "space.name", None, JSON_HEAD + ', "space": {"name": «true}}'),
    ("L114", "service.founded", None, JSON_HEAD[:-1] + ', "founded": «"1990"}}'),
    ("L115", "service.founded", None, JSON_HEAD[:-1] + ', "founded": «1990.0}}'),
    ("L117", "maps/2024.as_of", None, JSON_HEAD + ', "maps": {"2024": {"as_of": «"20240101"}}}'),
]  # fmt: skip


@pytest.mark.parametrize(("code", "path", "near", "text"), YAML)
def test_a_fault_in_yaml_is_told_with_code_and_exact_place(
    code: str, path: str, near: str | None, text: str
) -> None:
    fault = fault_at_mark(text)
    assert (fault.code, fault.path, fault.near) == (code, path, near)


@pytest.mark.parametrize(("code", "path", "near", "text"), JSON)
def test_a_fault_in_json_is_told_with_code_and_exact_place(
    code: str, path: str, near: str | None, text: str
) -> None:
    fault = fault_at_mark(text, name="w.json")
    assert (fault.code, fault.path, fault.near) == (code, path, near)


ELSEWHERE = {"L101", "L103", "L104", "L110", "L129", "L130", "L181", "L190", "L191"}
"""Codes that the tests of encodings, limits and saving reach."""


def test_every_code_of_the_reader_and_of_the_entities_is_reached() -> None:
    source = Path(jmdmodel.__file__).parent
    files = [source / "codec" / "faults.py", *(source / "entities").glob("*.py")]
    codes = {
        code for path in files for code in re.findall(r'"(L[0-9]{3})"', path.read_text(encoding="utf-8"))
    }
    assert codes == {case[0] for case in (*YAML, *JSON)} | ELSEWHERE


FAULT_KINDS = [kind for kind in vars(kinds).values() if isinstance(kind, FaultKind)]


def test_no_code_is_given_twice() -> None:
    codes = [kind.code for kind in FAULT_KINDS]
    assert sorted(set(codes)) == sorted(codes)


@pytest.mark.parametrize("kind", FAULT_KINDS, ids=lambda kind: kind.code)
def test_the_texts_of_a_fault_are_sentences_with_the_same_values_in_both_languages(kind: FaultKind) -> None:
    for said in (kind.what, *([kind.remedy] if kind.remedy else [])):
        for language in LANGUAGES:
            assert re.match(r"[A-ZÄÖÜ\"„{]", said.in_(language))
            assert said.in_(language).endswith((".", "{reason}"))
        assert set(re.findall("{(.+?)}", said.de)) == set(re.findall("{(.+?)}", said.en))


TEN = """\
schema: 2
service:
  name: JMD Musterstadt
  provider: Träger
  foundet: 1990
partners:
  jobcenter:
    name: Jobcenter
    kind: sgb2
  Schule Süd:
    name: Schule
    kind: school
  schule:
    kind: school
    part_of: shcule
contacts:
  c-1:
    partner: jobcentre
    ratings:
      - day: 2025-02-29
        intensity: 6
  c-2:
    partner: schule
    period: {since: 2025-01-02, until: 2025-01-01}
    note:
activities:
  a-1: {day: 2025-01-01, minutes: 0, area: other}
  a-1: {day: 2025-01-02, minutes: 10, area: other}
"""


def test_a_dozen_mistakes_are_told_in_one_go_each_at_its_place() -> None:
    found = [(fault.position.line, fault.position.column, fault.code) for fault in faults_of(TEN)]
    assert found == [
        (5, 3, "L111"),
        (9, 11, "L118"),
        (10, 3, "L119"),
        (13, 3, "L112"),
        (15, 14, "L122"),
        (18, 14, "L122"),
        (20, 14, "L117"),
        (21, 20, "L118"),
        (24, 13, "L124"),
        (25, 10, "L113"),
        (27, 35, "L116"),
        (28, 3, "L107"),
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"PK\x03\x04\x14\x00",
        b"%PDF-1.7\n",
        b"\xd0\xcf\x11\xe0\xa1",
        b"schema: 2\n\x00\xff\xfe",
    ],
)
@pytest.mark.parametrize("name", ["w.yaml", "w.json"])
def test_what_is_no_text_file_is_called_so(data: bytes, name: str) -> None:
    (fault,) = faults_of(data, name=name)
    assert (fault.code, fault.position.line, fault.position.column) == ("L110", 1, 1)
    assert "Das ist keine Textdatei. Eine Arbeitsmappe ist eine Textdatei" in fault.in_("de")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "latin-1"])
def test_a_text_in_another_encoding_is_to_be_saved_again_in_utf_8(encoding: str) -> None:
    (fault,) = faults_of((HEAD + "  note: Süd\n").encode(encoding))
    assert fault.code == "L101"


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_in_json_is_called_so(number: str) -> None:
    (fault,) = faults_of(JSON_HEAD[:-1] + f', "founded": {number}}}}}', name="w.json")
    assert fault.code == "L102"
    assert "NaN und Infinity sind in JSON keine Zahlen." in fault.in_("de")


def test_a_word_that_only_begins_like_one_is_just_no_value() -> None:
    (fault,) = faults_of('{"schema": NaNo}', name="w.json")
    assert "a value should stand here" in fault.in_("en")


def test_a_label_that_says_the_same_as_its_key_is_left_out() -> None:
    (fault,) = faults_of("schema: 2\n")
    assert fault.in_("en").endswith('The entry "service" is missing. Add "service: …". [L112]')
    assert fault.in_("de").endswith("Die Angabe „service“ fehlt. „service: …“ ergänzen (Dienst). [L112]")


@pytest.mark.parametrize("word", ["~", "null", "Null", "NULL"])
@pytest.mark.parametrize(
    "line",
    ["  founded: {}", "  provider_group: {}", "partners: {}", "maps:\n  2024:\n    as_of: {}", "space: {}"],
)
def test_where_yaml_says_nothing_the_line_is_to_be_left_out(line: str, word: str) -> None:
    told = "".join(fault.in_("de") for fault in faults_of(HEAD + line.format(word) + "\n"))
    assert told.count("Wo nichts anzugeben ist, die ganze Zeile weglassen.") == 1


@pytest.mark.parametrize("word", ["~", "null"])
def test_a_text_may_be_a_word_for_nothing(word: str) -> None:
    assert loads((HEAD + f"  note: {word}\n").encode()).workspace.service.note == word
