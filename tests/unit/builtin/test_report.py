"""The annual report: whole sentences for none, one and many, editions, missing parts named, own blocks."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import pytest

from jmdexport.builtin import (
    _report_annex_texts,
    _report_goals_texts,
    _report_needs_texts,
    _report_opening_texts,
    _report_texts,
    _report_year_texts,
)
from jmdexport.builtin.report import EXPORTER, ReportOptions, render, report_data
from jmdexport.documents.faults import TemplateFault
from jmdexport.records import Artifact
from jmdmodel.entities.committee import CommitteeRole, Contribution, Session
from jmdmodel.entities.network import Membership, Network, NetworkAssessment, Participation
from jmdmodel.entities.relation import Tie
from jmdmodel.entities.review import Waiver
from jmdmodel.entities.service import StaffRole
from jmdmodel.entities.space import AdministrativeUnit, SocialSpace
from jmdmodel.entities.work import Activity, DeclaredShare, WorkSplit
from jmdmodel.fields import evolve
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.messages import Say
from jmdmodel.phrases import Counted, Noun
from jmdmodel.quality import check
from jmdmodel.quality.waiving import Waived
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import (
    Attendance,
    ContributionKind,
    Formalisation,
    MemberRole,
    NetworkOrigin,
    ParticipationForm,
    PartnerKind,
    SeatHolder,
    SeatRole,
    Topic,
    TransitionRole,
    UnitLevel,
    WorkArea,
)
from jmdmodel.workspace import Workspace
from tests.unit.builtin._build import AS_OF, EMPTY, MAP, committee, contact, partner, rated, report_request

HOSTILE = '<script>alert(1)</script> | *x* [y](javascript:z) =1 "&amp;'


def artifacts(workspace: Workspace, **others: Any) -> dict[str, Artifact]:
    return {one.name: one for one in render(report_request(workspace, **others))}


def text(workspace: Workspace, audience: Audience = Audience.REPORT, **others: Any) -> str:
    """Give the report in Markdown, with plain blanks where it keeps words on one line."""
    made = artifacts(workspace, audience=audience, **others)["report-2025.md"].data.decode()
    return made.replace("\u00a0", " ")


def part(workspace: Workspace, name: str, **others: Any) -> Any:
    return report_data(report_request(workspace, **others))[name]


def said(value: Any) -> list[str]:
    """Give all sentences of a part, in their order."""
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [sentence for one in parts for sentence in said(one)]


# Editions


def test_an_empty_workspace_names_each_missing_part_in_a_sentence() -> None:
    made = text(EMPTY)
    for sentence in (
        "Für das Team ist keine Funktion eingetragen.",
        "Der Sozialraum des Dienstes ist noch nicht beschrieben.",
        "Für 2025 liegt keine Netzwerkkarte vor. Auch für andere Jahre gibt es keine.",
        "Zum 31. Dezember 2025 ist kein Partner erfasst.",
        "Zum 31. Dezember 2025 ist kein Netzwerk erfasst.",
        "Für das Jahr 2025 ist kein Gremium erfasst.",
        "Für 2025 sind weder Arbeitszeiten noch Anteile eingetragen.",
        "Zu diesen Teilen eines Jahresberichts ist für 2025 nichts eingetragen: Einleitung; Funktionen im",
        "Ein Ausblick ist nicht eingetragen.",
    ):
        assert sentence in made, sentence


def test_an_empty_workspace_reads_well_in_english_too() -> None:
    made = text(EMPTY, language="en")
    for sentence in (
        "No function is entered for the team.",
        "The social space of the service is not described yet.",
        "There is no network map for 2025. There is none for other years either.",
        "As of 31 December 2025, no partners are recorded.",
        "As of 31 December 2025, no networks are recorded.",
        "No committees are recorded for 2025.",
        "Neither working time nor shares are entered for 2025.",
    ):
        assert sentence in made, sentence


def test_the_report_says_the_framework_the_day_the_year_and_for_whom_it_is() -> None:
    made = text(EMPTY)
    for row in (
        "| Berichtsjahr | 2025 |",
        "| Stand | 31. Januar 2026 |",
        "| Fassung für | Träger und Fördergeber |",
        "| Grundlage | Rahmenkonzept Nr. 7 (Stand 25.02.2016, Bezüge Januar 2018) |",
    ):
        assert row in made


def test_the_edition_for_the_public_names_what_it_does_not_show() -> None:
    workspace = rated(partner("schule", "Schule am Markt")).with_entities(
        StaffRole(id="leitung", function="Leitung"),
        Network(
            id="netz", name="Netz", participation=(Participation(year=2025, form=ParticipationForm.LEAD),)
        ),
        committee("runde", sessions=(Session(day=date(2025, 3, 1), attendance=Attendance.PRESENT),)),
    )
    made = text(workspace, Audience.PUBLIC)
    for sentence in (
        "Angaben zum Team sind nicht Teil dieser Fassung.",
        "Die Netzwerkkarte und die Einschätzungen der Kontakte sind nicht Teil dieser Fassung.",
        "Mitglieder, Beteiligung, Netzwerkanalysen, Absprachen und Überprüfungen sind nicht Teil",
        "Sitze, Sitzungen, Beiträge und Lücken im Angebot sind nicht Teil dieser Fassung.",
        "Diese Fassung enthält keine Angaben zur Arbeitszeit für 2025.",
    ):
        assert sentence in made, sentence
    assert "Leitung" not in made
    assert "federführend" not in made
    assert "Schule am Markt" in made
    assert "Diese Fassung (Adressatenkreis: Öffentlichkeit) zeigt nicht einzeln:" in made
    assert "eine Funktion im Team" not in made


def test_only_the_edition_for_the_team_has_findings_and_hours() -> None:
    workspace = EMPTY.with_entities(StaffRole(id="leitung", function="Leitung", weekly_minutes=2340))
    found = tuple(check(workspace, on=AS_OF))
    assert found
    team = text(workspace, Audience.INTERNAL, findings=found)
    assert "\n### Was zu prüfen und zu ergänzen ist\n" in team
    assert "\n#### Muss: was Pflicht ist" in team
    assert "Was zu tun ist: " in team
    assert "| Leitung | 39,0 |" in team
    funder = text(workspace, Audience.REPORT, findings=found)
    assert "Was zu prüfen" not in funder
    assert "39,0" not in funder


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "Ein Befund ist mit Begründung ausgenommen."), (3, "Drei Befunde sind mit Begründung ausgenommen.")],
)
def test_the_team_reads_how_many_findings_are_waived_and_nobody_else_does(number: int, said: str) -> None:
    waiver = Waiver(id="w", rule="Q512", reason="Erst im Januar.", until=date(2026, 3, 31))
    part = Waived(finding=Finding(code="Q512", subject=Ref("maps")), waiver=waiver)
    found: dict[str, Any] = {"findings": (), "waived": (part,) * number}
    team = text(EMPTY, Audience.INTERNAL, **found)
    assert "hat keinen Befund ergeben." in team
    assert said in team
    assert "Erst im Januar." not in team  # the list with the reasons is in the document of findings
    assert "ausgenommen" not in text(EMPTY, Audience.INTERNAL, findings=())
    assert "ausgenommen" not in text(EMPTY, Audience.REPORT, **found)


def test_a_team_without_findings_reads_so() -> None:
    assert "hat keinen Befund ergeben." in text(EMPTY, Audience.INTERNAL, findings=())


def test_a_team_whose_workspace_was_not_checked_reads_so() -> None:
    made = text(EMPTY, Audience.INTERNAL)
    assert "Die Angaben wurden für diese Fassung nicht geprüft." in made
    assert "Befund" not in made
    english = text(EMPTY, Audience.INTERNAL, language="en")
    assert "What is recorded was not checked for this edition." in english


def test_a_finding_of_a_rule_of_the_users_own_is_kept() -> None:
    finding = Finding(code="X1", subject=Ref("partners", "schule"))
    made = text(EMPTY, Audience.INTERNAL, findings=(finding,))
    assert "Die Prüfung der Angaben mit Stand vom 31. Januar 2026 hat einen Befund ergeben." in made
    assert "Eigene Regel X1: ein Befund zu „partners/schule“." in made


# None, one, many


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (0, "Zum 31. Dezember 2025 ist kein Partner erfasst."),
        (1, "Zum 31. Dezember 2025 ist ein Partner erfasst."),
        (2, "Zum 31. Dezember 2025 sind zwei Partner erfasst."),
        (13, "Zum 31. Dezember 2025 sind 13 Partner erfasst."),
    ],
)
def test_partners_are_counted_in_words(count: int, sentence: str) -> None:
    workspace = EMPTY.with_entities(*(partner(f"p{number}") for number in range(count)))
    assert sentence in text(workspace)


def test_one_partner_on_the_map_reads_well() -> None:
    made = text(rated(partner("schule", "Schule am Markt")))
    assert "Auf der Karte steht ein Partner. Wie häufig der Kontakt ist, wurde eingeschätzt." in made
    assert "| ein- bis dreimal im Monat | 1 |" in made


def test_a_map_without_any_rating_reads_well() -> None:
    workspace = EMPTY.with_entities(MAP, partner("a"), contact("a", None, None))
    made = text(workspace)
    assert "Auf der Karte steht ein Partner. Wie häufig der Kontakt ist, wurde für keinen von ihnen" in made
    assert "| nicht eingeschätzt | 1 | A |" in made
    assert "| Wie oft" not in made


def test_other_years_with_a_map_are_named_when_the_year_has_none() -> None:
    workspace = EMPTY.with_entities(evolve(MAP, id="2023"), evolve(MAP, id="2024"))
    assert "Für 2025 liegt keine Netzwerkkarte vor. Karten gibt es für 2023 und 2024." in text(workspace)
    assert "network-map-2025.svg" not in artifacts(workspace)


def test_important_partners_that_are_seldom_met_are_named() -> None:
    workspace = EMPTY.with_entities(
        MAP, partner("a", "Amt"), partner("b", "Betrieb"), contact("a", 2, 4), contact("b", 3, 5)
    )
    assert "aber höchstens dreimal im Jahr im Kontakt ist ein Partner: Amt." in text(workspace)


def test_brokered_ties_are_listed_and_none_is_said() -> None:
    two = rated(partner("a", "Amt"), partner("b", "Betrieb"))
    assert "Dass der Dienst 2025 Partner miteinander in Verbindung gebracht hat, ist nicht vermerkt." in text(
        two
    )
    tie = Tie(id="t", between=("a", "b"), brokered_on=date(2025, 5, 1))
    made = text(two.with_entities(tie))
    assert (
        "Im Jahr 2025 hat der Dienst eine Verbindung zwischen Partnern vermittelt:\n\n- Amt – Betrieb\n"
        in made
    )


def test_kinds_of_partner_that_the_concept_names_are_reported_missing() -> None:
    named = [kind for kind in PartnerKind if kind.named and kind is not PartnerKind.OTHER]
    all_there = EMPTY.with_entities(*(partner(f"p{kind.step}", kind=kind) for kind in named))
    assert "Alle Arten von Partnern, die das Rahmenkonzept nennt, sind vertreten." in text(all_there)
    one_less = all_there.without(Ref("partners", f"p{PartnerKind.BUSINESS.step}"))
    assert "Eine Art von Partnern, die das Rahmenkonzept nennt, ist nicht vertreten: Betriebe." in text(
        one_less
    )


def test_partners_at_the_transition_to_work_are_listed_by_role() -> None:
    assert "Am Übergang von der Schule in den Beruf ist kein Partner erfasst." in text(EMPTY)
    made = text(EMPTY.with_entities(partner("a", "Betrieb", transition_role=TransitionRole.TRAINING_COMPANY)))
    assert "Am Übergang von der Schule in den Beruf ist ein Partner erfasst:" in made
    assert "| Ausbildungsbetrieb | 1 | Betrieb |" in made


# Networks and committees


def network(**others: Any) -> Workspace:
    return EMPTY.with_entities(
        StaffRole(id="leitung", function="Leitung"),
        partner("a", "Amt"),
        partner("b", "Verein e. V."),
        Network(id="netz", name="Netz", **others),
    )


def test_a_network_shows_its_four_attributes_in_words_with_date_and_assessor() -> None:
    made = text(
        network(
            origin=NetworkOrigin.INITIATED,
            participation=(Participation(year=2025, form=ParticipationForm.LEAD, reason="Auftrag"),),
            assessments=(
                NetworkAssessment(
                    day=date(2025, 5, 2),
                    formalisation=Formalisation.CONTRACT,
                    themes=(Topic.LANGUAGE, Topic.WORK),
                    assessor="leitung",
                ),
            ),
        )
    )
    assert "Der Dienst hat das Netzwerk angestoßen." in made
    assert "Im Jahr 2025 war der Dienst federführend beteiligt. Begründung: Auftrag." in made
    assert "Die Netzwerkanalyse vom 2. Mai 2025 stammt von der Funktion „Leitung“." in made
    assert "| Formalisierungsgrad | Vertrag | Ein unterschriebener Vertrag" in made
    assert "| thematischer Bezug | Sprache und Arbeit |  |" in made
    assert "| mögliche politische Einflussnahme | nicht eingeschätzt |  |" in made


def test_an_assessment_of_the_next_year_is_not_shown() -> None:
    later = NetworkAssessment(day=date(2026, 1, 1), formalisation=Formalisation.CONTRACT)
    assert "Eine Netzwerkanalyse liegt bis zum 31. Dezember 2025 nicht vor" in text(
        network(assessments=(later,))
    )


def test_a_sentence_that_ends_with_an_abbreviation_has_one_full_stop() -> None:
    members = (Membership(partner="a", role=MemberRole.LEAD), Membership(partner="b"))
    made = text(network(members=members, members_stated=1))
    assert "Angegeben ist insgesamt ein Mitglied." in made
    assert "Namentlich sind zwei Mitglieder erfasst: Amt (Federführung) und Verein e. V.\n" in made


def test_names_with_commas_are_divided_by_semicolons() -> None:
    workspace = EMPTY.with_entities(
        StaffRole(id="a", function="Beratung"), StaffRole(id="b", function="Leitung und Netzwerk")
    )
    assert "Im Team gibt es zwei Funktionen: Beratung; Leitung und Netzwerk." in text(workspace)


def test_committees_show_seats_sessions_attendance_and_the_matrix_of_contributions() -> None:
    sessions = (
        Session(day=date(2025, 3, 1), attendance=Attendance.PRESENT, topic="Wohnen"),
        Session(
            day=date(2025, 9, 1),
            attendance=Attendance.ABSENT,
            contributions=(Contribution(kind=ContributionKind.GAP_FOUND, text="Kein Sprachkurs am Abend"),),
        ),
        Session(day=date(2024, 9, 1), attendance=Attendance.PRESENT),
    )
    roles = (CommitteeRole(role=SeatRole.VOTING, held_by=SeatHolder.PROVIDER, on_behalf_of="Liga"),)
    made = text(EMPTY.with_entities(committee("runde", sessions=sessions, roles=roles), committee("tisch")))
    assert "stimmberechtigtes Mitglied (Sitz: Träger; Auftrag: Liga) | 2 | 1 |" in made
    assert "| kein Sitz vermerkt | 0 | 0 |" in made
    assert "Im Jahr 2025 sind zwei Sitzungen vermerkt. An einer davon hat der Dienst teilgenommen." in made
    assert "| 01.03.2025 | Runde | Wohnen | anwesend | – |" in made
    assert "| Angebotslücke benannt | 1 |  | 1 |" in made
    assert "- 01.09.2025, Runde: Angebotslücke benannt. Kein Sprachkurs am Abend.\n" in made
    assert "Zu diesen Arten von Beiträgen ist nichts vermerkt: „Belange" in made


@pytest.mark.parametrize(
    ("attendances", "sentence"),
    [
        ([], "Im Jahr 2025 ist keine Sitzung vermerkt."),
        ([Attendance.PRESENT], "ist eine Sitzung vermerkt. Der Dienst hat daran teilgenommen."),
        ([Attendance.EXCUSED], "ist eine Sitzung vermerkt. Der Dienst hat daran nicht teilgenommen."),
        ([Attendance.DEPUTY] * 2, "sind zwei Sitzungen vermerkt. An allen hat der Dienst teilgenommen."),
        ([Attendance.ABSENT] * 2, "sind zwei Sitzungen vermerkt. An keiner hat der Dienst teilgenommen."),
        ([None, Attendance.PRESENT], "teilgenommen. Bei einer Sitzung ist die Teilnahme nicht vermerkt."),
    ],
)
def test_attendance_is_told_in_whole_sentences(attendances: list[Attendance | None], sentence: str) -> None:
    sessions = tuple(Session(day=date(2025, 3, day + 1), attendance=a) for day, a in enumerate(attendances))
    assert sentence in text(EMPTY.with_entities(committee("runde", sessions=sessions)))


# The social space


def test_areas_stand_below_the_area_that_they_lie_in() -> None:
    workspace = evolve(
        EMPTY.with_entities(
            AdministrativeUnit(
                id="a", name="Aldorf", level=UnitLevel.MUNICIPALITY, ags="01234567", parent="z"
            ),
            AdministrativeUnit(id="b", name="Bland", level=UnitLevel.LAND, ags="01"),
            AdministrativeUnit(id="z", name="Zkreis", level=UnitLevel.DISTRICT, ags="01234", parent="b"),
        ),
        space=SocialSpace(name="Zkreis", units=("z",), portrait="Erster Absatz.\n\nZweiter *Absatz*."),
    )
    rows = [row[0] for row in part(workspace, "space")["units"]["rows"]]
    assert rows == ["Bland", "Zkreis", "Aldorf"]
    made = text(workspace)
    assert "Zu ihm gehört ein Gebiet: Zkreis. Beschrieben sind insgesamt drei Gebiete" in made
    assert "Erster Absatz.\n\nZweiter \\*Absatz\\*.\n" in made
    assert "| Aldorf | Gemeinde | 01234567 | – | Zkreis |" in made


# Shares of work


def test_recorded_shares_add_up_to_100_and_say_their_source() -> None:
    activities = [
        Activity(id=f"a{number}", day=date(2025, 1, 2), minutes=60, area=area)
        for number, area in enumerate((WorkArea.COUNSELLING, WorkArea.NETWORK, WorkArea.OPENING))
    ]
    made = text(EMPTY.with_entities(*activities))
    assert "Für das Jahr 2025 sind 3,0 Stunden Arbeitszeit erfasst, in drei Tätigkeiten." in made
    assert "| **Zusammen** | **3,0** | **3** | **100,0 %** |" in made
    shown = re.findall(r"\| (\d+,\d) % \|", made)
    assert sum(Fraction(share.replace(",", ".")) for share in shown) == 100


def test_the_rounded_hours_add_up_to_their_total() -> None:
    pairs = zip((62, 62, 62, 62), WorkArea, strict=False)
    activities = [
        Activity(id=f"a{area.step}", day=date(2025, 1, 2), minutes=spent, area=area) for spent, area in pairs
    ]
    rows = part(EMPTY.with_entities(*activities), "work")["shares"]
    assert [row[1] for row in rows["rows"]] == ["1,1", "1,0", "1,0", "1,0"]
    assert rows["total"][1] == "4,1"


def test_declared_shares_say_so_and_what_they_add_up_to() -> None:
    shares = (
        DeclaredShare(area=WorkArea.COUNSELLING, percent=Fraction(70)),
        DeclaredShare(area=WorkArea.NETWORK, percent=Fraction("26.5")),
    )
    made = text(EMPTY.with_entities(WorkSplit(id="2025", shares=shares, ground="Schätzung im Team")))
    assert "Für 2025 sind keine Arbeitszeiten erfasst; die Anteile hat das Team angegeben." in made
    assert "Grundlage der Schätzung: Schätzung im Team." in made
    assert "Die angegebenen Anteile ergeben zusammen 96,5 % und nicht 100 Prozent." in made


# Safety and pictures


def hostile() -> Workspace:
    workspace = rated(partner("a", HOSTILE), partner("b", "=HYPERLINK(1)"), partner("c", "- [ ] c\n# d"))
    named = evolve(workspace, service=evolve(workspace.service, name=HOSTILE, address=HOSTILE))
    return evolve(
        named.with_entities(
            Network(id="netz", name=HOSTILE, aim=HOSTILE, statutory_basis=HOSTILE),
            committee("runde", sessions=(Session(day=date(2025, 1, 1), topic=HOSTILE),)),
        ),
        space=SocialSpace(name=HOSTILE, portrait=HOSTILE, boundary=HOSTILE),
    )


def test_names_full_of_markup_come_out_as_text() -> None:
    page = artifacts(hostile(), suffix=".html")["report-2025.html"].data.decode()
    assert "<script" not in page
    assert "javascript:z)" in page
    assert "<a href" in page
    assert re.findall(r'href="(?!#)', page) == []
    assert "&lt;script&gt;alert(1)&lt;/script&gt; | *x* [y](javascript:z) =1 &quot;&amp;amp;" in page


def test_tables_keep_their_width_whatever_stands_in_a_name() -> None:
    blocks = re.findall(r"(?:^\|.*\|\n)+", text(hostile()), re.MULTILINE)
    assert blocks
    for block in blocks:
        widths = {len(re.findall(r"(?<!\\)\|", row)) for row in block.splitlines()}
        assert len(widths) == 1, block


def test_the_map_stands_beside_markdown_and_inside_html_with_alternative_text() -> None:
    workspace = rated(partner("schule", "Schule am Markt"))
    beside = artifacts(workspace)
    assert list(beside) == ["report-2025.md", "network-map-2025.svg"]
    assert re.search(r"!\[Netzwerkkarte 2025: [^\]]+\]\(network-map-2025\.svg\)", text(workspace))
    inside = artifacts(workspace, suffix=".html")
    assert list(inside) == ["report-2025.html"]
    assert re.search(
        r'<img src="data:image/svg\+xml;base64,[^"]+" alt="Netzwerkkarte 2025: [^"]+" />',
        inside["report-2025.html"].data.decode(),
    )


def test_without_a_picture_the_report_is_one_file() -> None:
    workspace = rated(partner("schule"))
    made = artifacts(workspace, options=ReportOptions(pictures="none"))
    assert list(made) == ["report-2025.md"]
    assert "![" not in made["report-2025.md"].data.decode()


def test_day_and_month_stay_on_one_line() -> None:
    assert "31.\u00a0Januar 2026" in artifacts(EMPTY)["report-2025.md"].data.decode()


def test_the_same_request_gives_the_same_bytes() -> None:
    workspace = hostile()
    assert artifacts(workspace) == artifacts(workspace)


def test_a_title_of_the_callers_own_stands_at_the_top() -> None:
    assert text(EMPTY, title="Unser *Jahr*").startswith("# Unser \\*Jahr\\*\n")


# Own templates


def test_an_office_words_one_block_anew_and_fills_one_that_waits(tmp_path: Path) -> None:
    own = (
        '{% extends "jmd/report.md.jinja" %}\n'
        "{% block committees %}## Gremien\n\nBei uns anders, {{ service.name }}.\n{% endblock %}\n"
        "{% block outlook %}## Ausblick\n\n2026 wird gut.\n{% endblock %}\n"
    )
    (tmp_path / "report.md.jinja").write_text(own, encoding="utf-8")
    made = text(EMPTY, template_folders=(tmp_path,))
    assert "Bei uns anders, JMD Musterstadt." in made
    assert "Gremien und Arbeitskreise" not in made
    assert (
        made.index("## Arbeitsanteile")
        < made.index("## Ausblick")
        < made.index("## Was dieser Bericht nicht")
    )


def test_a_misspelt_block_is_refused_with_the_nearest_one(tmp_path: Path) -> None:
    own = '{% extends "jmd/report.md.jinja" %}{% block comittees %}x{% endblock %}'
    (tmp_path / "report.md.jinja").write_text(own, encoding="utf-8")
    with pytest.raises(TemplateFault) as caught:
        text(EMPTY, template_folders=(tmp_path,))
    assert caught.value.near == "committees"


# The words themselves


TEXTS = (
    *(_report_texts, _report_needs_texts, _report_goals_texts),
    *(_report_year_texts, _report_opening_texts, _report_annex_texts),
)


def all_texts() -> list[tuple[str, Say]]:
    found: list[tuple[str, Say]] = []
    for module in TEXTS:
        for own, value in vars(module).items():
            name = f"{module.__name__.rpartition('.')[2]}.{own}"
            if isinstance(value, Say):
                found.append((name, value))
            elif isinstance(value, Counted | Noun):
                found += [
                    (f"{name}.{key}", one)
                    for key, one in attrs.asdict(value, recurse=False).items()
                    if isinstance(one, Say)
                ]
            elif isinstance(value, dict) and not own.startswith("_"):
                found += [(f"{name}.{key}", one) for key, one in value.items() if isinstance(one, Say)]
    return found


@pytest.mark.parametrize(("name", "say"), all_texts())
def test_each_text_has_the_same_placeholders_in_both_languages(name: str, say: Say) -> None:
    de, en = (set(re.findall(r"\{(\w+)\}", one)) for one in (say.de, say.en))
    assert de - {"number", "n"} == en - {"number", "n"}
    assert bool(say.de) == bool(say.en)


def test_no_german_word_of_ours_is_left_in_the_english_report() -> None:
    workspace = rated(partner("a", "Nordhaus")).with_entities(
        Network(id="netz", name="Nordnetz"),
        committee("nordrunde", sessions=(Session(day=date(2025, 1, 1)),)),
        Activity(id="x", day=date(2025, 1, 2), minutes=60, area=WorkArea.NETWORK),
    )
    made = text(workspace, Audience.INTERNAL, language="en", findings=tuple(check(workspace, on=AS_OF)))
    german = {
        "der",
        "die",
        "das",
        "und",
        "ist",
        "sind",
        "nicht",
        "von",
        "für",
        "im",
        "Jahr",
        "Partnern",
        "Netzwerk",
    }
    assert german & set(re.findall(r"\w+", made)) == set()


def test_the_exporter_reaches_up_to_the_team_and_no_further() -> None:
    assert EXPORTER.audience is Audience.INTERNAL
    assert [one.suffix for one in EXPORTER.media] == [".md", ".html", ".txt", ".docx", ".odt", ".pdf"]


def crowded(number: int) -> Workspace:
    return rated(
        *(partner(f"p{i}", f"Beratungsstelle für Bildung und Beruf Nummer {i}") for i in range(number))
    )


@pytest.mark.parametrize(
    ("number", "page", "size"),
    [(20, "A4", b"297mm"), (20, "A3", b"420mm"), (90, "A4", b"420mm")],
)
def test_the_map_of_the_report_takes_a_larger_page_where_it_needs_one(
    number: int, page: str, size: bytes
) -> None:
    made = artifacts(crowded(number), options=ReportOptions(page=page))
    assert b'width="' + size + b'"' in made["network-map-2025.svg"].data


@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_a_network_that_no_page_holds_gets_a_report_that_says_why_the_picture_is_missing(suffix: str) -> None:
    made = artifacts(crowded(250), suffix=suffix)
    (only,) = made.values()
    told = only.data.decode().replace("\u00a0", " ")
    assert "Ein Bild der Karte fehlt hier, weil 250 Partner auch auf einer Seite im Format A3 nicht" in told
    assert "Je näher ein Partner an der Mitte steht" not in told
    assert "Auf der Karte stehen 250 Partner." in told


def test_committees_networks_members_and_functions_are_in_the_order_of_their_names() -> None:
    names = ("Übergang", "amt", "Ärztehaus", "Zoo")
    ids = ("a", "z", "m", "b")
    partners = [partner(key, name) for key, name in zip(ids, names, strict=True)]
    members = tuple(Membership(partner=one.id) for one in partners)
    workspace = EMPTY.with_entities(
        *partners,
        *(evolve(committee(key), name=name) for key, name in zip(ids, names, strict=True)),
        *(
            Network(id=key, name=name, members=members if key == "a" else ())
            for key, name in zip(ids, names, strict=True)
        ),
        *(StaffRole(id=key, function=name) for key, name in zip(ids, names, strict=True)),
    )
    ordered = ["amt", "Ärztehaus", "Übergang", "Zoo"]
    assert [entry["name"] for entry in part(workspace, "networks")["entries"]] == ordered
    assert [row[1] for row in part(workspace, "committees")["seats"]["rows"]] == ordered
    made = text(workspace)
    assert "Namentlich sind vier Mitglieder erfasst: amt, Ärztehaus, Übergang und Zoo." in made
    assert "Im Team gibt es vier Funktionen: amt, Ärztehaus, Übergang und Zoo." in made
