"""The letter to colleagues: nothing, one and many points, whom they are for, and what stays untold."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from jmdexport.builtin.letter import EXPORTER, LetterOptions, letter_data, render
from jmdexport.errors import AudienceRefused, BadOption
from jmdexport.options import build
from jmdexport.records import ExportRequest
from jmdmodel.entities.agreement import Agreement, NetworkGoal, Responsibility
from jmdmodel.entities.network import Network
from jmdmodel.entities.review import Waiver
from jmdmodel.entities.service import StaffRole
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.messages import LANGUAGES
from jmdmodel.privacy import redact
from jmdmodel.quality.waiving import Waived
from jmdmodel.scales import Audience
from jmdmodel.workspace import Workspace
from tests.unit.builtin._build import AS_OF, EMPTY, SERVICE, YEAR, contact, partner

OWN = Finding(code="X1", subject=Ref("partners", "schule"))
NO_MAP = Finding(code="Q512", subject=Ref("maps"), values=(("year", "2025"),))
NO_BOUNDARY = Finding(code="S101", subject=Ref("space"), field="units")
STAFF = tuple(
    StaffRole(id=one, function=one.title()) for one in ("beratung", "kurse", "leitung", "schreiben")
)


def network(identifier: str, staff: str | None = None, name: str = "") -> Network:
    tasks = () if staff is None else (Responsibility(task="Protokoll", staff=staff),)
    return Network(id=identifier, name=name or identifier.title(), responsibilities=tasks)


def no_review(identifier: str, name: str = "") -> Finding:
    values = (("network", name or identifier.title()),)
    return Finding(code="Q509", subject=Ref("networks", identifier), field="reviews", values=values)


def request(
    *findings: Finding, workspace: Workspace = EMPTY, suffix: str = ".md", **others: Any
) -> ExportRequest[LetterOptions]:
    medium = EXPORTER.medium(suffix)
    assert medium is not None
    options = build(LetterOptions, others.pop("options", {}))
    return ExportRequest(
        view=redact(workspace, Audience.INTERNAL),
        options=options,
        medium=medium,
        year=YEAR,
        as_of=AS_OF,
        findings=findings,
        **{"checked": True, "audience": Audience.INTERNAL} | others,
    )


def letter(*findings: Finding, **others: Any) -> str:
    (only,) = render(request(*findings, **others))
    assert only.name == f"letter{others.get('suffix', '.md')}"
    return only.data.decode().replace("\u00a0", " ")


def opening(*findings: Finding, **others: Any) -> str:
    paragraphs = letter_data(request(*findings, **others))["opening"]
    return " ".join(one for paragraph in paragraphs for one in paragraph if one).replace("\u00a0", " ")


def test_nothing_open_is_a_friendly_letter_without_a_list() -> None:
    assert letter() == (
        "# Brief an das Team: was noch offen ist\n\n"
        "JMD Musterstadt · Musterträger gGmbH\n\n"
        "Stand: 31. Januar 2026 · Fassung für: Team\n\n"
        "Liebes Team,\n\n"
        "zum 31. Januar 2026 ist unsere Arbeitsmappe geprüft worden, und es ist nichts offen. "
        "Danke an alle, die so sorgfältig damit arbeiten!\n\n"
        "Mit freundlichen Grüßen\n\n"
        "JMD Musterstadt\n"
    )


def test_one_point_is_told_as_one() -> None:
    assert opening(NO_MAP) == (
        "zum 31. Januar 2026 ist unsere Arbeitsmappe geprüft worden. Ein Punkt ist noch offen. "
        "Es handelt sich um eine Pflicht. Die Pflicht geht vor und ist so bald wie möglich zu erledigen. "
        "Unten steht, worum es geht, warum es wichtig ist und was zu tun ist."
    )
    assert opening(NO_MAP, language="en") == (
        "Our workspace was checked as of 31 January 2026. One point is still open. It is one duty. "
        "The duty comes first and is to be done as soon as possible. "
        "Below you find what it is about, why it matters and what to do."
    )


def test_several_points_are_counted_by_level() -> None:
    said = opening(NO_MAP, NO_BOUNDARY, OWN)
    assert "Drei Punkte sind noch offen." in said
    assert "Es handelt sich um eine Pflicht, eine Aufgabe und eine Meldung einer eigenen Regel." in said
    assert "Unten steht zu jedem Punkt," in said
    many = tuple(no_review(f"n{number}") for number in range(13))
    assert "13 Punkte sind noch offen. Es handelt sich um 13 Pflichten." in opening(*many)


def test_a_workspace_that_was_not_checked_is_never_called_complete() -> None:
    said = opening(checked=False)
    assert "nicht geprüft worden" in said
    assert "nichts offen" not in said


@pytest.mark.parametrize(
    ("findings", "withheld", "said"),
    [
        ((), 1, "In diesem Brief steht kein offener Punkt. Ein Punkt betrifft vertrauliche Angaben"),
        ((), 2, "In diesem Brief steht kein offener Punkt. Zwei Punkte betreffen vertrauliche Angaben"),
        ((NO_MAP,), 1, "Es handelt sich um eine Pflicht. Ein weiterer Punkt betrifft"),
        ((NO_MAP,), 2, "Es handelt sich um eine Pflicht. Zwei weitere Punkte betreffen"),
    ],
)
def test_what_may_not_be_shown_is_counted(findings: tuple[Finding, ...], withheld: int, said: str) -> None:
    told = opening(*findings, findings_withheld=withheld)
    assert said in told
    assert "nichts offen" not in told


def test_levels_that_are_not_wanted_are_left_out_and_told() -> None:
    wanted = request(NO_MAP, NO_BOUNDARY, OWN, options={"levels": "should"})
    data = letter_data(wanted)
    codes = [rule["code"] for group in data["groups"] for level in group["levels"] for rule in level["rules"]]
    assert codes == ["S101", "X1"]
    assert "Gefunden und in diesem Brief nicht enthalten: eine Pflicht." in data["opening"][0]
    alone = opening(NO_MAP, options={"levels": "hint"})
    assert "kein offener Punkt. Gefunden und in diesem Brief nicht enthalten: eine Pflicht." in alone


def test_duties_stand_before_tasks_and_tasks_before_own_rules() -> None:
    (group,) = letter_data(request(OWN, NO_BOUNDARY, NO_MAP))["groups"]
    assert [level["level"] for level in group["levels"]] == ["must", "should", ""]
    assert [level["heading"] for level in group["levels"]] == [
        "Pflicht",
        "Aufgabe",
        "Meldung einer eigenen Regel",
    ]


def test_what_nobody_is_named_for_says_so() -> None:
    (group,) = letter_data(request(NO_MAP))["groups"]
    assert group["heading"] == "Dafür ist niemand benannt"
    assert group["intro"] == [
        "Hier ist ein Punkt offen.",
        (
            "Die Arbeitsmappe nennt dafür keine Funktion und keine Stelle. "
            "Im Team lässt sich verabreden, wer sich darum kümmert."
        ),
    ]


def test_each_function_and_body_has_its_section_and_nobody_comes_last() -> None:
    led = Network(id="tisch", name="Tisch", agreements=(Agreement(text="Räume", responsible="schule"),))
    many = Network(
        id="alle",
        name="Alle",
        responsibilities=tuple(Responsibility(task=one.id, staff=one.id) for one in STAFF),
    )
    workspace = EMPTY.with_entities(
        *STAFF, partner("schule"), led, many, network("b", "leitung"), network("c", "beratung"), network("d")
    )
    for_two = Finding(
        code="S115",
        subject=Ref("networks", "b"),
        others=(Ref("networks", "c"),),
        values=(("n", 2), ("networks", "x"), ("total", 4)),
    )
    agreement = Finding(
        code="X1", subject=Ref("networks", "tisch"), field="agreements[1]", values=(("n", 1),)
    )
    found = (no_review("d"), no_review("alle"), agreement, for_two, no_review("b"), no_review("c"))
    groups = letter_data(request(*found, workspace=workspace))["groups"]
    assert [group["heading"] for group in groups] == [
        "Für die Funktion „Beratung“",
        "Für die Funktion „Leitung“",
        "Für die Funktionen „Beratung“ und „Leitung“",
        "Zu klären mit der Stelle „Schule“",
        "Für mehrere gemeinsam",
        "Dafür ist niemand benannt",
    ]


def test_findings_that_differ_in_a_name_alone_are_one_sentence() -> None:
    workspace = EMPTY.with_entities(network("a"), network("b"), network("c"))
    found = (no_review("a"), no_review("b"), no_review("c"))
    text = letter(*found, workspace=workspace)
    assert (
        "**Für „A“, „B“ und „C“ ist noch keine Überprüfung von Aufwand und Ergebnissen eingetragen.**" in text
    )
    english = letter(*found, workspace=workspace, language="en")
    assert '**For "A", "B", and "C" no review of effort and results is entered yet.**' in english


def test_findings_that_differ_in_more_are_listed_under_the_title_of_their_rule() -> None:
    workspace = EMPTY.with_entities(network("a"), network("b"))
    found = tuple(
        Finding(
            code="Q505",
            subject=Ref("networks", one),
            field="goals[1]",
            values=(("network", one.upper()), ("what", f"Ziel („{one}“)")),
        )
        for one in ("a", "b")
    )
    text = letter(*found, workspace=workspace)
    assert "**Niemand ist als verantwortlich eingetragen; das kommt zweimal vor:**\n\n- In „A“" in text
    assert text.count("\n- In „") == 2
    assert text.count("Warum das wichtig ist:") == text.count("Was zu tun ist:") == 1


def test_findings_with_figures_are_never_told_as_one() -> None:
    workspace = EMPTY.with_entities(network("a"), network("b"))
    found = tuple(
        Finding(
            code="Q504",
            subject=Ref("networks", one),
            values=(("goals", "x"), ("n", 1), ("network", one.upper()), ("of", 1)),
        )
        for one in ("a", "b")
    )
    (group,) = letter_data(request(*found, workspace=workspace))["groups"]
    (rule,) = group["levels"][0]["rules"]
    assert (rule["count"], len(rule["points"])) == (2, 2)


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (2, "„N0“ und „N1“"),
        (3, "„N0“, „N1“ und „N2“"),
        (4, "„N0“, „N1“ und zwei weitere"),
        (20, "„N0“, „N1“ und 18 weitere"),
    ],
)
def test_of_a_long_list_the_first_names_are_shown_and_the_others_counted(count: int, shown: str) -> None:
    names = [f"n{number}" for number in range(count)]
    workspace = EMPTY.with_entities(*(network(one) for one in names))
    text = letter(*map(no_review, names), workspace=workspace, options={"limit": "3"})
    assert f"**Für {shown} ist noch keine" in text


def test_of_many_points_the_first_are_shown_and_the_others_counted() -> None:
    names = [f"n{number}" for number in range(5)]
    found = tuple(
        Finding(
            code="Q505",
            subject=Ref("networks", one),
            values=(("network", one.title()), ("what", f"Ziel („{one}“)")),
        )
        for one in names
    )
    workspace = EMPTY.with_entities(*(network(one) for one in names))
    all_of_them = letter(*found, workspace=workspace, options={"limit": "5"})
    assert all_of_them.count("\n- In „") == 5
    some = letter(*found, workspace=workspace, options={"limit": "4"})
    assert "das kommt fünfmal vor:" in some
    assert some.count("\n- In „") == 3
    assert "Zwei weitere Punkte dieser Art stehen in der Liste der Befunde." in some
    data = letter_data(request(*found, workspace=workspace, options={"limit": "4"}))
    assert len(data["groups"][0]["levels"][0]["rules"][0]["places"]) == 5


def test_a_message_that_does_not_name_its_thing_says_which_one_is_meant() -> None:
    workspace = EMPTY.with_entities(partner("schule", "Realschule"), contact("schule"))
    values = (("audience", "Team"), ("kind", "E-Mail-Adresse"), ("label", "Notiz"))
    found = Finding(code="D903", subject=Ref("contacts", "schule"), field="note", values=values)
    assert "Gemeint ist der Eintrag „Realschule“ (Kontakt).**" in letter(found, workspace=workspace)


def test_further_things_that_the_message_does_not_name_are_named() -> None:
    workspace = EMPTY.with_entities(network("a"), network("b"), network("c"))
    found = Finding(
        code="S115",
        subject=Ref("networks", "a"),
        others=(Ref("networks", "b"), Ref("networks", "c")),
        values=(("n", 3), ("networks", "„A“ und „B“"), ("total", 3)),
    )
    assert "Dazu gehören auch: „C“." in letter(found, workspace=workspace)


def test_a_rule_of_the_users_own_is_told_by_code_and_name() -> None:
    text = letter(OWN, workspace=EMPTY.with_entities(partner("schule", "Realschule")))
    assert "**Die eigene Regel X1 meldet etwas zu: „Realschule“.**" in text
    assert "Was zu tun ist, weiß, wer die Regel geschrieben hat." in text
    assert "Warum das wichtig ist" not in text


WAIVER = Waiver(id="karte", rule="Q512", reason="Die Karte entsteht im März", until=date(2026, 3, 31))


def test_what_is_waived_stands_at_the_end_with_reason_and_day() -> None:
    one = letter(waived=(Waived(finding=NO_MAP, waiver=WAIVER),))
    assert "es ist nichts offen" in one
    assert (
        "## Mit Begründung ausgenommen\n\n"
        "Ein Punkt ist mit Begründung ausgenommen und oben nicht mitgezählt.\n\n"
        "- Für 2025 gibt es keine Netzwerkkarte. Begründung: Die Karte entsteht im März. "
        "Das gilt bis zum 31. März 2026.\n"
    ) in one
    two = letter(NO_MAP, waived=(Waived(finding=OWN, waiver=WAIVER),) * 2)
    assert two.index("Zwei Punkte sind mit Begründung ausgenommen") > two.index("niemand benannt")
    assert "ausgenommen" not in letter(NO_MAP)


def test_whoever_signs_stands_below_the_regards() -> None:
    assert letter(options={"signed": "Die Leitung"}).endswith("Mit freundlichen Grüßen\n\nDie Leitung\n")
    assert letter(options={"signed": " "}).endswith(f"\n\n{SERVICE.name}\n")


def test_a_title_of_the_callers_own_takes_the_place_of_the_usual_one() -> None:
    assert letter(title="Vor der Klausur").startswith("# Vor der Klausur\n")


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.REPORT])
@pytest.mark.parametrize("medium", EXPORTER.media, ids=lambda medium: medium.suffix)
def test_an_audience_below_the_team_gets_a_refusal_and_no_friendly_letter(
    audience: Audience, medium: Any
) -> None:
    with pytest.raises(AudienceRefused):
        list(render(request(suffix=medium.suffix, audience=audience, checked=False)))


@pytest.mark.parametrize("given", [{"limit": "1"}, {"levels": "urgent"}, {"limits": "3"}])
def test_an_option_that_does_not_fit_is_refused(given: dict[str, str]) -> None:
    with pytest.raises(BadOption):
        build(LetterOptions, given)


HOSTILE = "<img src=x>\n# **a** [b](javascript:c) {{ 7 }} {x} \u202egnp"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_names_full_of_marks_do_nothing(suffix: str, language: Any) -> None:
    staff = StaffRole(id="boese", function=HOSTILE)
    workspace = EMPTY.with_entities(
        staff, network("a", "boese", name=HOSTILE), network("b", "boese", name=HOSTILE), partner("p", HOSTILE)
    )
    found = (
        no_review("a", HOSTILE),
        no_review("b", HOSTILE),
        Finding(code="X1", subject=Ref("partners", "p")),
    )
    waiver = Waiver(id="w", rule="Q512", reason=HOSTILE, until=date(2026, 3, 31))
    text = letter(
        *found,
        workspace=workspace,
        suffix=suffix,
        language=language,
        title=HOSTILE,
        options={"signed": HOSTILE},
        waived=(Waived(finding=NO_MAP, waiver=waiver),),
    )
    assert text.count("gnp") >= 6
    assert "\u202e" not in text
    assert "{{ 7 }}" in text
    if suffix == ".html":
        assert "<img" not in text
        assert "<strong>a</strong>" not in text
        assert 'href="javascript' not in text
    else:
        assert "[b](" not in text
        assert "\n# \\*" not in text


def test_a_goal_without_anybody_falls_to_whoever_has_another_task_there() -> None:
    mine = Network(
        id="a",
        name="A",
        goals=(NetworkGoal(text="eins"),),
        responsibilities=(Responsibility(task="Protokoll", staff="leitung"),),
    )
    found = Finding(
        code="Q505",
        subject=Ref("networks", "a"),
        field="goals[1]",
        values=(("network", "A"), ("what", "Ziel")),
    )
    (group,) = letter_data(request(found, workspace=EMPTY.with_entities(*STAFF, mine)))["groups"]
    assert group["heading"] == "Für die Funktion „Leitung“"
