"""Settings of a check: plain values in, all faults at once out."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from jmdmodel.errors import RuleConfigError
from jmdmodel.quality import Level, Settings, SettingsError, catalogue
from jmdmodel.quality.catalogue import named


def faults(**said: Any) -> list[tuple[str, str | None]]:
    with pytest.raises(SettingsError) as caught:
        Settings.of(**said)
    return [(fault.code, fault.near) for fault in caught.value.faults]


def test_all_faults_are_told_at_once_with_the_nearest_word() -> None:
    told = faults(
        select=["map-mising"],
        ignore=["Q5O2", "muss"],
        parameters={"Q502": {"month": 3, "months": 0}, "Q999": {}},
        fail_on="hnt",
    )
    assert told == [
        ("R101", "map-missing"),
        ("R101", "Q502"),
        ("R101", "must"),
        ("R102", "months"),
        ("R104", None),
        ("R101", None),
        ("R103", "hint"),
    ]


def test_the_error_is_of_the_family_and_speaks_both_languages() -> None:
    with pytest.raises(RuleConfigError) as caught:
        Settings.of(select=["Q5O2"], fail_on="x")
    assert "„Q5O2“" in caught.value.in_("de")
    assert 'Did you mean "Q502"?' in caught.value.in_("en")
    assert "Zahl der Fehler in den Einstellungen der Prüfung: 2." in caught.value.in_("de")


def test_the_error_pickles() -> None:
    with pytest.raises(SettingsError) as caught:
        Settings.of(select=["Q5O2"])
    again = pickle.loads(pickle.dumps(caught.value))
    assert again.faults == caught.value.faults
    assert str(again) == str(caught.value)


@pytest.mark.parametrize("wrong", [0, 241, -1, True, 1.5, "24", None, [24]])
def test_a_number_out_of_its_limits_or_of_another_type_is_refused(wrong: Any) -> None:
    assert faults(parameters={"Q502": {"months": wrong}}) == [("R104", None)]


@pytest.mark.parametrize("right", [1, 24, 240])
def test_both_limits_of_a_number_are_allowed(right: int) -> None:
    settings = Settings.of(parameters={"Q502": {"months": right}})
    assert settings.parameters_of(named(catalogue())["Q502"]).months == right


def test_words_outside_their_list_are_refused_with_the_nearest() -> None:
    assert faults(parameters={"N201": {"expected": ["shcool", "business"]}}) == [("R105", "school")]


def test_a_single_word_instead_of_a_list_is_refused() -> None:
    assert [code for code, _ in faults(parameters={"N201": {"expected": "school"}})] == ["R105"]


def test_parameters_are_found_by_code_and_by_name() -> None:
    rule = named(catalogue())["Q502"]
    for word in ("Q502", "assessment-outdated"):
        assert Settings.of(parameters={word: {"months": 12}}).parameters_of(rule).months == 12


def test_what_is_not_set_keeps_its_default() -> None:
    rule = named(catalogue())["N207"]
    told = Settings.of(parameters={"N207": {"percent": 80}}).parameters_of(rule)
    assert (told.percent, told.sessions, told.current_year_from_month) == (80, 3, 13)


@pytest.mark.parametrize(
    ("word", "level"),
    [("must", Level.MUST), ("should", Level.SHOULD), ("hint", Level.HINT), ("never", None)],
)
def test_fail_on_takes_three_levels_and_never(word: str, level: Level | None) -> None:
    assert Settings.of(fail_on=word).fail_on is level


def test_settings_hash_pickle_and_compare() -> None:
    said: dict[str, Any] = {
        "select": ["Q"],
        "parameters": {"N201": {"expected": ["school"]}, "Q502": {"months": 12}},
    }
    settings = Settings.of(**said)
    assert settings == Settings.of(**said)
    assert hash(settings) == hash(pickle.loads(pickle.dumps(settings)))
    assert settings != Settings()


def test_levels_are_ordered_by_weight() -> None:
    assert Level.HINT < Level.SHOULD < Level.MUST
    assert max(Level) is Level.MUST
