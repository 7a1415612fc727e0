"""The exporter of charts: from a view to rows, bars and signs, each for its audience."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from jmdexport.builtin._chart_common import CHARTS, day_in
from jmdexport.builtin.charts import EXPORTER, ChartOptions, audience_of, chart_plan
from jmdexport.demo import load_example
from jmdexport.drawing.chart_plan import NOTHING, Chart, chart_table
from jmdexport.errors import AudienceRefused, BadOption
from jmdexport.options import build
from jmdexport.records import Artifact, ExportRequest
from jmdexport.run import export
from jmdmodel.analysis import opening
from jmdmodel.entities.committee import Committee, Contribution, Session
from jmdmodel.entities.gap import GapProgress, GapRaised, OfferGap
from jmdmodel.entities.need import Need
from jmdmodel.entities.opening import AccessBarrier, BarrierStatus
from jmdmodel.entities.partner import Offer
from jmdmodel.entities.work import DeclaredShare, WorkSplit
from jmdmodel.ids import Ref
from jmdmodel.messages import LANGUAGES, Language
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.testing.builders import activity, minimal, partner
from jmdmodel.vocabulary import (
    Attendance,
    BarrierKind,
    BarrierState,
    CommitteeKind,
    ContributionKind,
    GapStatus,
    Voice,
    WorkArea,
)
from jmdmodel.workspace import Workspace

TODAY = date(2026, 1, 20)


def plan(
    workspace: Workspace,
    chart: str,
    *,
    audience: Audience = Audience.INTERNAL,
    language: Language = "de",
    year: int = 2025,
    **options: Any,
) -> Chart:
    request = ExportRequest(
        view=redact(workspace, audience),
        options=ChartOptions(chart=chart, **options),
        medium=EXPORTER.media[0],
        year=year,
        as_of=TODAY,
        audience=audience,
        language=language,
    )
    return chart_plan(request, chart)


def made(
    workspace: Workspace, audience: Audience = Audience.REPORT, *, medium: str = ".svg", **options: Any
) -> tuple[Artifact, ...]:
    return export(
        workspace, "charts", year=2025, as_of=TODAY, audience=audience, medium=medium, options=options
    )


def split(year: int, **shares: str) -> WorkSplit:
    declared = tuple(
        DeclaredShare(area=WorkArea.of(code), percent=Fraction(percent)) for code, percent in shares.items()
    )
    return WorkSplit(id=str(year), shares=declared)


def rows(chart: Chart) -> dict[str, tuple[str, ...]]:
    return {row[0]: row[1:] for row in chart_table(chart)[1:]}


def need(identifier: str, **fields: Any) -> Need:
    return Need(
        **{
            "id": identifier,
            "title": identifier.title(),
            "established_by": (Voice.YOUNG_PEOPLE,),
            "established_on": date(2025, 2, 1),
            **fields,
        }
    )


def barrier(identifier: str, *states: tuple[date, BarrierState], **fields: Any) -> AccessBarrier:
    statuses = tuple(BarrierStatus(day=day, state=state) for day, state in states)
    return AccessBarrier(
        **{
            "id": identifier,
            "title": "Geheimer Titel",
            "kind": BarrierKind.COST,
            "statuses": statuses,
            **fields,
        }
    )


# Shares of work


def test_declared_and_recorded_shares_stand_side_by_side() -> None:
    workspace = minimal(
        split(2025, counselling="60", network="40"),
        activity("a", date(2025, 1, 7), minutes=60),
        activity("b", date(2025, 1, 8), minutes=180, area=WorkArea.NETWORK),
    )
    chart = plan(workspace, "shares")
    assert chart_table(chart)[0] == ("Arbeitsbereich", "2025: angegeben", "2025: dokumentiert")
    assert rows(chart)["Beratung"] == ("60,0\u00a0%", "25,0\u00a0%")
    assert rows(chart)["zusammen"] == ("100,0\u00a0%", "100,0\u00a0%")
    assert chart.columns[0].note == "4,0 Std. dokumentiert"


def test_a_year_without_data_is_missing_and_no_row_of_noughts() -> None:
    chart = plan(minimal(split(2023, counselling="100"), split(2025, counselling="100")), "shares")
    assert [column.missing for column in chart.columns] == ["", "keine Angaben", ""]
    assert rows(chart)["Beratung"][1] == "keine Angaben"
    assert "Für 2024 sind weder Arbeitszeiten noch Anteile eingetragen." in chart.description


def test_what_does_not_add_up_is_told() -> None:
    chart = plan(minimal(split(2025, counselling="60", network="33.33")), "shares")
    assert chart.notes == ("2025: Die angegebenen Anteile ergeben zusammen 93,33\u00a0%, nicht 100 %.",)
    assert chart.notes[0] in chart.description
    assert plan(minimal(split(2025, counselling="100")), "shares").notes == ()


def test_an_area_left_out_of_an_open_division_is_open() -> None:
    workspace = minimal(split(2025, counselling="60"), activity("a", date(2025, 1, 7), area=WorkArea.NETWORK))
    assert rows(plan(workspace, "shares"))["Netzwerk- und Sozialraumarbeit"] == (NOTHING, "100,0\u00a0%")


def test_only_the_last_years_are_shown_and_it_is_told() -> None:
    workspace = minimal(*(split(year, counselling="100") for year in range(2018, 2027)))
    chart = plan(workspace, "shares", years=3)
    assert [column.code for column in chart.columns] == ["2023", "2024", "2025"]
    assert chart.subtitle[1] == "Gezeigt: 2023 bis 2025; Angaben gibt es ab 2018."
    assert len(plan(workspace, "shares", years=8).subtitle) == 1


def test_the_shares_of_the_example_are_those_of_the_analysis() -> None:
    chart = plan(load_example().workspace, "shares")
    assert chart.columns[0].note == "nur angegeben"
    assert rows(chart)["zusammen"][1] == "96,5\u00a0%"


# Needs and offers


def needs() -> Workspace:
    return minimal(
        partner("a"),
        need("wohnen"),
        need("lernen"),
        need("sprache"),
        need("nur-geaeussert", established_by=(), established_on=None, voiced_by=(Voice.YOUNG_PEOPLE,)),
        Offer(id="kurs", name="Kurs", provider="a", needs=("sprache",)),
        Offer(id="treff", name="Treff", provider="a"),
        OfferGap(
            id="luecke",
            title="Lücke",
            needs=("lernen",),
            found_on=date(2025, 3, 1),
            raised=(GapRaised(day=date(2025, 4, 1), body=Ref("committees", "runde")),),
            progress=(GapProgress(day=date(2025, 3, 1), status=GapStatus.OPEN),),
        ),
        Committee(id="runde", name="Runde", kind=CommitteeKind.ROUND_TABLE),
    )


def test_each_need_is_judged_covered_gap_raised_or_neither() -> None:
    found = rows(plan(needs(), "needs"))
    assert found["Lernen"][:2] == ("kein Angebot", "offen, angesprochen")
    assert found["Wohnen"][:2] == ("kein Angebot", "weder Angebot noch Lücke")
    assert found["Sprache"][0] in {"gedeckt", "mehrfach gedeckt"}


def test_only_offers_that_name_a_need_are_columns_and_the_others_are_told() -> None:
    chart = plan(needs(), "needs")
    assert [column.heading for column in chart.columns[3:]] == ["Kurs"]
    assert rows(chart)["Sprache"][3] == "ganzer Sozialraum"
    assert chart.notes == (
        "Bei einem Angebot ist kein festgestellter Bedarf vermerkt.",
        "Ein weiterer Bedarf ist bisher nur geäußert und noch nicht festgestellt; er ist nicht gezeigt.",
    )


def test_needs_without_an_offer_come_first() -> None:
    assert [row.id for row in plan(needs(), "needs").rows] == ["lernen", "wohnen", "sprache"]


def test_without_a_need_the_chart_says_so() -> None:
    chart = plan(minimal(), "needs")
    assert chart.rows == ()
    assert chart.empty == "Am 31.12.2025 ist kein Bedarf festgestellt."


# Barriers


def barriers() -> Workspace:
    found, removed = BarrierState.FOUND, BarrierState.REMOVED
    return minimal(
        barrier("alt", (date(2024, 3, 1), found), (date(2025, 5, 1), removed)),
        barrier("neu", (date(2025, 3, 1), found)),
        barrier("bleibt", (date(2024, 12, 31), found), kind=BarrierKind.LANGUAGE),
    )


def test_barriers_before_and_after_add_up() -> None:
    chart = plan(barriers(), "barriers")
    assert rows(chart)["Kosten"] == ("1", "1", "1", "0", "1", "0")
    assert rows(chart)["Sprache"] == ("1", "1", "0", "0", "0", "0")
    assert rows(chart)["bestehende Barrieren zusammen"] == ("2", "2", "1", "0", "1", "0")
    assert rows(chart)["abgebaut"][:2] == ("0", "1")


def test_the_alternative_text_tells_what_happened_to_the_barriers() -> None:
    said = plan(barriers(), "barriers").description
    assert said == (
        "Am 31.12.2024 bestanden zwei Zugangsbarrieren. Eine wurde neu bekannt. Eine wurde abgebaut."
        " Am 31.12.2025 sind es zwei. Für zwei bestehende Barrieren gibt es noch keine Maßnahme."
    )


def test_no_barrier_is_named() -> None:
    chart = plan(barriers(), "barriers")
    assert "Geheimer Titel" not in repr(chart)


def test_a_kind_that_was_never_met_has_no_row() -> None:
    assert "Mobilität" not in rows(plan(barriers(), "barriers"))
    assert [row.id for row in plan(barriers(), "barriers").rows if row.id.startswith("kind-")] == [
        "kind-language",
        "kind-cost",
    ]


# Contributions


def committees(*sessions: Session) -> Workspace:
    return minimal(Committee(id="runde", name="Runde", kind=CommitteeKind.ROUND_TABLE, sessions=sessions))


def test_contributions_are_counted_by_committee_and_kind() -> None:
    twice = tuple(Contribution(kind=ContributionKind.CONCERNS) for _ in range(2))
    session = Session(day=date(2025, 5, 6), attendance=Attendance.PRESENT, contributions=twice)
    found = rows(plan(committees(session, Session(day=date(2025, 6, 6))), "contributions"))
    assert found["Runde"] == ("2", "1", "2", "0", "0", "0", "0", "0", "0", "0", "0")
    assert found["alle Gremien"] == found["Runde"]


def test_a_committee_without_a_session_has_dashes_and_no_noughts() -> None:
    chart = plan(committees(), "contributions")
    assert rows(chart)["Runde"] == ("0", NOTHING, *(NOTHING,) * 9)
    assert "Für 2025 ist keine Sitzung eines Gremiums eingetragen." in chart.description


# Audience


def test_the_classes_of_the_model_say_who_may_see_a_chart() -> None:
    assert {name: audience_of(name) for name in CHARTS} == {
        "shares": Audience.REPORT,
        "needs": Audience.REPORT,
        "barriers": Audience.INTERNAL,
        "contributions": Audience.REPORT,
    }
    assert EXPORTER.audience is Audience.INTERNAL


def test_sums_of_barriers_are_no_part_of_a_report_because_the_analysis_gives_none() -> None:
    view = redact(barriers(), Audience.REPORT)
    assert opening.opening_overview(view, on=date(2025, 12, 31)).kinds is None


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_above_the_audience_is_refused_with_the_audience_that_is_needed(name: str) -> None:
    below = max(one for one in Audience if one < audience_of(name))
    with pytest.raises(AudienceRefused) as caught:
        made(load_example().workspace, below, chart=name)
    assert caught.value.needed is audience_of(name)
    assert name in caught.value.in_("de")
    assert made(load_example().workspace, audience_of(name), chart=name)


def test_of_all_charts_those_above_the_audience_are_left_out_and_told() -> None:
    found = made(load_example().workspace, chart="all")
    assert [one.name for one in found] == [
        "work-shares-2025.svg",
        "needs-and-offers-2025.svg",
        "contributions-2025.svg",
        "charts-2025.md",
    ]
    told = found[-1].data.decode()
    assert "## Nicht enthalten" in told
    assert "Zugangsbarrieren vorher und nachher: Für den Adressatenkreis „Träger und Fördergeber“" in told
    assert "--audience internal" in told


def test_the_team_gets_all_charts_and_nothing_is_left_out() -> None:
    found = made(load_example().workspace, Audience.INTERNAL)
    assert "barriers-2025.svg" in [one.name for one in found]
    assert "Nicht enthalten" not in found[-1].data.decode()


def test_the_public_gets_none_of_the_charts() -> None:
    with pytest.raises(AudienceRefused):
        made(load_example().workspace, Audience.PUBLIC)


# The exporter


def test_one_chart_is_one_file() -> None:
    assert [one.name for one in made(load_example().workspace, chart="shares")] == ["work-shares-2025.svg"]


def test_a_chart_of_several_sheets_is_a_file_for_each() -> None:
    found = made(minimal(*(need(f"bedarf-{n}") for n in range(150))), chart="needs")
    assert [one.name for one in found][:2] == ["needs-and-offers-2025-1.svg", "needs-and-offers-2025-2.svg"]


def test_an_unknown_chart_is_no_option() -> None:
    with pytest.raises(BadOption):
        build(ChartOptions, {"chart": "pie"})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chart", CHARTS)
def test_each_chart_of_the_example_has_words_for_those_who_do_not_see_it(
    chart: str, language: Language
) -> None:
    found = plan(load_example().workspace, chart, language=language)
    assert found.description.endswith(".")
    assert len({len(row) for row in chart_table(found)}) == 1
    assert "{" not in found.description


def test_letters_that_a_png_cannot_show_are_told_at_its_foot() -> None:
    workspace = minimal(need("a", title="漢字文化協会"))
    (svg,) = made(workspace, chart="needs")
    (png,) = made(workspace, chart="needs", medium=".png")
    assert png.data.startswith(b"\x89PNG")
    assert "SVG-Datei" not in svg.data.decode()


@pytest.mark.parametrize(
    ("year", "as_of", "day"),
    [
        (2025, date(2026, 1, 20), date(2025, 12, 31)),
        (2025, date(2025, 6, 30), date(2025, 6, 30)),
        (2025, date(2025, 12, 31), date(2025, 12, 31)),
        (2027, date(2026, 1, 20), date(2027, 1, 1)),
    ],
)
def test_the_day_of_a_chart_is_the_last_of_its_year_or_today(year: int, as_of: date, day: date) -> None:
    assert day_in(year, as_of) == day
