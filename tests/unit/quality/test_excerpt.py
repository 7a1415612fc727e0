"""The line of the file that a finding is about: the place marked, private values left out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from jmdmodel import Loaded, loads
from jmdmodel.codec import Source
from jmdmodel.codec.folder import loads_folder
from jmdmodel.codec.lines import Line, Piece
from jmdmodel.errors import Position
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.privacy import findings as findings_privacy
from jmdmodel.quality.forms.excerpt import MANY, WIDTH, Excerpt, excerpts
from jmdmodel.scales import Audience

HEAD = "schema: 1\nservice:\n  name: JMD\n  provider: T\n"
ONE = Finding(code="X1", subject=Ref("partners", "schule"), field="name")


def shown(
    text: str, finding: Finding = ONE, audience: Audience = Audience.INTERNAL
) -> tuple[str, str] | None:
    """Give the line and, below it, the mark."""
    loaded = loads(text.encode())
    return lines_of(excerpts(loaded.source, loaded.workspace, audience)(finding))


def lines_of(excerpt: Excerpt | None) -> tuple[str, str] | None:
    return None if excerpt is None else (excerpt.text, " " * excerpt.start + "^" * excerpt.width)


def schule(rest: str) -> str:
    return f"{HEAD}partners:\n  schule:\n{rest}"


def test_the_place_is_marked_under_its_key() -> None:
    assert shown(schule("    name: Schule am Bach\n    kind: school\n")) == (
        "    name: Schule am Bach",
        "    ^^^^",
    )


def test_a_thing_whose_field_is_missing_is_marked_itself() -> None:
    missing = Finding(code="X1", subject=Ref("partners", "schule"), field="note")
    assert shown(schule("    name: Schule\n    kind: school\n"), missing) == ("  schule:", "  ^^^^^^")


def test_what_the_file_has_nowhere_has_no_line() -> None:
    assert shown(HEAD, Finding(code="X1", subject=Ref("maps"))) is None
    text = schule("    name: Schule\n    kind: school\n")
    assert shown(text, Finding(code="X1", subject=Ref("partners", "schule-2"))) is None
    assert shown(text, Finding(code="X1", subject=Ref("contacts"))) is None


def test_a_comment_is_never_shown() -> None:
    rest = "    name: Schule # Frau Geheim ist krank\n    kind: school\n"
    for audience in (Audience.INTERNAL, Audience.SOCIAL):
        assert shown(schule(rest), audience=audience) == ("    name: Schule", "    ^^^^")
    assert shown(schule("    name: C#-Schule\n    kind: school\n")) == ("    name: C#-Schule", "    ^^^^")


@pytest.mark.parametrize(
    "words", ["Fragen an erika.muster@web.example", "Tel. 0171 2345678", "Erika, geb. 1.2.1990"]
)
def test_what_identifies_a_person_is_not_shown_to_the_team(words: str) -> None:
    text = schule(f'    name: Schule\n    kind: school\n    note: "{words}"\n')
    note = Finding(code="D903", subject=Ref("partners", "schule"), field="note")
    assert shown(text, note) == ("    note: …", "    ^^^^")
    assert shown(text, note, Audience.PERSONAL) == (f'    note: "{words}"', "    ^^^^")


MIXED = (
    "{schema: 1, service: {name: JMD, provider: T}, partners: {schule: {kind: school,\n"
    "name: Schule}}, activities: {geheim: {day: 2025-05-05, minutes: 30, area: network}}}\n"
)


def test_what_else_stands_in_the_line_is_left_out_for_those_who_may_not_see_it() -> None:
    assert shown(MIXED) == ("name: Schule}}, …", "^^^^")
    assert shown(MIXED, audience=Audience.PERSONAL) == (MIXED.splitlines()[1], "^^^^")


def test_a_value_that_names_a_hidden_thing_is_left_out() -> None:
    text = MIXED.replace("name: Schule", 'name: "Schule geheim"')
    assert shown(text) == ("name: …", "^^^^")


def test_the_end_of_a_text_that_began_above_is_not_shown() -> None:
    text = (
        f'{HEAD}partners: {{schule: {{kind: school, note: "Anfang\n  Ende im Vertrauen", name: Schule}}}}\n'
    )
    assert shown(text) == ("…name: Schule}}", " ^^^^")


def test_only_the_first_line_of_a_long_text_is_shown() -> None:
    text = schule("    name: Schule\n    kind: school\n    note: |\n      Im Vertrauen\n")
    note = Finding(code="X1", subject=Ref("partners", "schule"), field="note")
    assert shown(text, note) == ("    note: |", "    ^^^^")


def test_a_long_line_is_cut_round_the_place() -> None:
    text = schule(f"    name: {'a' * 200}\n    kind: school\n")
    told = shown(text)
    assert told is not None
    assert told[0] == "    name: " + "a" * (WIDTH - 10) + "…"
    flow = f"{HEAD}partners: {{schule: {{kind: school, note: {'b' * 200}, name: Schule}}}}\n"
    told = shown(flow)
    assert told is not None
    assert told[0].startswith("…bbb")
    assert told[0][told[1].index("^") :].startswith("name: Schule")


def test_wide_letters_and_tabs_do_not_move_the_mark() -> None:
    told = shown(f"{HEAD}partners: {{schule: {{note: 学校, \tname: Schule, kind: school}}}}\n")
    assert told is not None
    assert "\t" not in told[0]
    assert told[1].index("^") == told[0].index("name") + 2
    parts = Excerpt(1, told[0], told[1].index("^"), 4).parts
    assert parts[1] == "name"
    assert "".join(parts) == told[0]


def test_signs_that_turn_the_direction_of_writing_are_made_harmless() -> None:
    told = shown(schule("    name: Schule\u202e\n    kind: school\n"))
    assert told == ("    name: Schule\ufffd", "    ^^^^")


def in_folder() -> Loaded:
    files = {
        "workspace.yaml": HEAD.encode(),
        "partners.yaml": b"schema: 1\npartners:\n  schule:\n    name: Schule\n    kind: school\n",
        "activities-2025.csv": b"id;day;minutes;area\na1;2025-03-04;30;network\n",
    }
    return loads_folder(files, name="dienst")


def test_the_files_of_a_folder_have_their_own_lines() -> None:
    loaded = in_folder()
    assert loaded.source.locate(ONE) == Position("dienst/partners.yaml", 4, 5)
    show = excerpts(loaded.source, loaded.workspace, Audience.INTERNAL)
    assert lines_of(show(ONE)) == ("    name: Schule", "    ^^^^")


def test_the_row_of_a_table_shows_its_cells_to_those_entitled_only() -> None:
    loaded = in_folder()
    day = Finding(code="X1", subject=Ref("activities", "a1"), field="day")
    entitled = excerpts(loaded.source, loaded.workspace, Audience.SOCIAL)(day)
    assert lines_of(entitled) == ("a1;2025-03-04;30;network", "   ^^^^^^^^^^")


def test_a_finding_that_may_not_be_seen_has_no_line() -> None:
    loaded = in_folder()
    show = excerpts(loaded.source, loaded.workspace, Audience.INTERNAL)
    assert show(Finding(code="X1", subject=Ref("activities", "a1"), field="day")) is None
    assert show(Finding(code="X1", subject=Ref("partners", "schule"), field="unknown")) is None


def test_a_line_that_is_not_there_is_none() -> None:
    loaded = loads(HEAD.encode())
    assert loaded.source.line_at(Position("<string>", 99, 1)) is None


def test_a_line_keeps_its_text_out_of_its_repr() -> None:
    line = loads(HEAD.encode()).source.line_at(Position("<string>", 3, 3))
    assert line is not None
    assert "JMD" not in repr(line)
    assert line.text == "  name: JMD"


def test_a_mark_of_the_byte_order_and_line_ends_of_windows_do_not_move_the_mark() -> None:
    text = schule("    name: Schule\n    kind: school\n").replace("\n", "\r\n")
    loaded = loads(b"\xef\xbb\xbf" + text.encode())
    show = excerpts(loaded.source, loaded.workspace, Audience.INTERNAL)
    assert lines_of(show(ONE)) == ("    name: Schule", "    ^^^^")
    assert lines_of(show(Finding(code="X1", subject=Ref("service")))) == ("service:", "^^^^^^^")


def test_of_a_file_without_line_ends_nothing_is_shown() -> None:
    few, many = (
        "partners: {schule: {name: Schule, kind: school}"
        + "".join(f", p{n}: {{name: P, kind: school}}" for n in range(count))
        + "}\n"
        for count in (5, 80)
    )
    assert shown(HEAD + few) is not None
    assert shown(HEAD + many) is None


class _Counted(tuple[Piece, ...]):
    """Pieces of a line that count how often one of them is looked at."""

    looks = 0

    def __iter__(self) -> Iterator[Piece]:
        for piece in super().__iter__():
            _Counted.looks += 1
            yield piece


def _work(monkeypatch: pytest.MonkeyPatch, *, pieces: int, findings: int) -> tuple[int, int]:
    """Give how often a line and its pieces were looked at to show findings about that one line."""
    things = ", ".join(f"p{number}: {{name: P, kind: school}}" for number in range(pieces // 6))
    loaded = loads(f"{HEAD}partners:\n  {{{things}}}\n".encode())
    asked = [Finding(code="X1", subject=Ref("partners", f"p{n}"), field="name") for n in range(findings)]
    lines: list[int] = []
    real = type(loaded.source).line_at

    def counting(source: Source, position: Position) -> Line | None:
        lines.append(position.line)
        line = real(source, position)
        return None if line is None else Line(line.text, _Counted(line.pieces))

    monkeypatch.setattr(type(loaded.source), "line_at", counting)
    _Counted.looks = 0
    show = excerpts(loaded.source, loaded.workspace, Audience.INTERNAL)
    told = [show(one) for one in asked]
    monkeypatch.undo()
    assert all((one is None) is (pieces > MANY) for one in told)
    return len(lines), _Counted.looks


def test_the_work_of_showing_a_line_grows_as_its_pieces_do_and_not_with_the_findings_in_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one_line, few = _work(monkeypatch, pieces=60, findings=1)
    assert one_line == 1
    assert few > 0
    assert _work(monkeypatch, pieces=180, findings=1)[1] <= 3 * few
    assert _work(monkeypatch, pieces=60, findings=10) == (1, few)


def test_the_pieces_of_a_whole_file_without_line_ends_are_read_once_and_never_looked_through(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert _work(monkeypatch, pieces=6000, findings=500) == (1, 0)


def test_what_the_team_may_know_of_is_found_out_once_for_all_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    real = findings_privacy.sight
    monkeypatch.setattr(
        findings_privacy,
        "sight",
        lambda *given: asked.append(given) or real(*given),  # type: ignore[func-returns-value]
    )
    loaded = loads(schule("    name: Schule\n    kind: school\n").encode())
    show = excerpts(loaded.source, loaded.workspace, Audience.INTERNAL)
    parts = ("partners", "service", "maps", "workspace")
    for finding in (ONE, *(Finding(code="X1", subject=Ref(part)) for part in parts)):
        show(finding)
    assert len(asked) == 1


@pytest.mark.parametrize("text", ["", "学校", "a\u0301b", "学a校b"])
def test_the_parts_of_a_line_are_the_whole_line_wherever_the_mark_stands(text: str) -> None:
    for start in range(8):
        for width in range(5):
            assert "".join(Excerpt(1, text, start, width).parts) == text
