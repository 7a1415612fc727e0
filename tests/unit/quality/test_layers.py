"""Settings in layers: what is in force, and where each value comes from."""

from __future__ import annotations

import pickle

import pytest

from jmdmodel.messages import Say
from jmdmodel.quality import Level, Settings, SettingsError
from jmdmodel.quality.layers import DEFAULT, Layer, layered, rule_modules

FILE, LINE = Say("jmd.toml", "jmd.toml"), Say("Befehlszeile", "command line")


def told(found):
    return {one.name: (one.value, one.origin.de) for one in found.origins}


def test_without_a_layer_everything_is_the_default():
    found = layered([])
    assert found.settings == Settings()
    assert {one.origin for one in found.origins} == {DEFAULT}
    assert told(found)["fail_on"] == ("must", "Vorgabe")


def test_a_layer_above_takes_the_place_of_lists_or_adds_to_them():
    file = Layer(origin=FILE, values={"select": ["Q"], "ignore": ["Q502"]})
    over = layered([file, Layer(origin=LINE, values={"select": ["S"]})])
    assert over.settings.select == ("S",)
    assert told(over)["select"] == ("S", "Befehlszeile")
    added = layered([file, Layer(origin=LINE, values={"ignore": ["Q513", "Q502"]}, replaces=False)])
    assert added.settings.ignore == ("Q502", "Q513")
    assert told(added)["ignore"] == ("Q502, Q513", "jmd.toml + Befehlszeile")


def test_an_empty_list_takes_the_place_of_one_below_only_where_it_replaces():
    file = Layer(origin=FILE, values={"ignore": ["Q502"]})
    assert layered([file, Layer(origin=LINE, values={"ignore": []})]).settings.ignore == ()
    kept = layered([file, Layer(origin=LINE, values={"ignore": []}, replaces=False)])
    assert told(kept)["ignore"] == ("Q502", "jmd.toml")


def test_each_parameter_is_set_by_itself_under_any_name_of_its_rule():
    file = Layer(origin=FILE, values={"parameters": {"Q526": {"steps": 3}}})
    by_name = {"parameters": {"ratings-jump-with-assessor": {"contacts": 4}}}
    found = told(layered([file, Layer(origin=LINE, values=by_name, replaces=False)]))
    assert found["Q526.steps"] == ("3", "jmd.toml")
    assert found["Q526.contacts"] == ("4", "Befehlszeile")


def test_a_dash_may_stand_for_the_underscore():
    found = layered([Layer(origin=FILE, values={"fail-on": "should"})])
    assert found.settings.fail_on is Level.SHOULD
    assert told(found)["fail_on"] == ("should", "jmd.toml")


def test_the_file_of_the_official_directory_is_that_of_the_uppermost_layer():
    assert (layered([]).directory, told(layered([]))["directory"]) == (None, ("", "Vorgabe"))
    layers = [Layer(origin=FILE, values={"directory": "a.txt"})]
    assert (layered(layers).directory, told(layered(layers))["directory"]) == ("a.txt", ("a.txt", "jmd.toml"))
    layers.append(Layer(origin=LINE, values={"directory": "b.txt"}, replaces=False))
    assert layered(layers).directory == "b.txt"
    with pytest.raises(SettingsError, match="the name of a file as a text"):
        layered([Layer(origin=FILE, values={"directory": ["a.txt"]})])


def test_all_faults_of_form_are_told_at_once_with_their_origin():
    wrong = {"ignor": [], "select": "Q", "ignore": [1], "fail_on": 3, "parameters": {"Q502": 1}}
    with pytest.raises(SettingsError) as caught:
        layered([Layer(origin=FILE, values=wrong)])
    assert [fault.code for fault in caught.value.faults] == ["R106", "R107", "R107", "R107", "R107"]
    assert caught.value.faults[0].what.in_("de") == (
        "jmd.toml: „ignor“ ist keine Einstellung der Prüfung. Gemeint ist vielleicht „ignore“."
    )


def test_a_word_that_names_no_rule_is_told_as_ever():
    with pytest.raises(SettingsError, match="Q5O2"):
        layered([Layer(origin=FILE, values={"ignore": ["Q5O2"]})])


def test_modules_with_own_rules_are_named_once_each_in_their_order():
    layers = [Layer(origin=FILE, values={"rules": ["b", "a"]}), Layer(origin=LINE, values={"rules": ["a"]})]
    assert rule_modules(layers) == ("b", "a")
    with pytest.raises(SettingsError):
        rule_modules([Layer(origin=FILE, values={"rules": "a"})])


def test_only_parameters_of_rules_that_run_are_shown():
    shown = told(layered([Layer(origin=FILE, values={"select": ["Q502"]})]))
    settings = {"select", "enable", "ignore", "fail_on", "directory"}
    assert {name.partition(".")[0] for name in shown} == {*settings, "Q502"}


def test_the_result_pickles_and_shows_itself():
    found = layered([Layer(origin=FILE, values={"ignore": ["hint"]})])
    assert pickle.loads(pickle.dumps(found)) == found
    assert found.records()[2] == {"name": "ignore", "value": "hint", "origin": "jmd.toml"}
