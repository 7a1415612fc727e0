"""What this exporter promises beside the contract: the form of the file, its layers, the report's line."""

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest

import jmd_graph_json
from jmdexport import Audience, AudienceRefused, Registry, export
from jmdexport.demo import load_example
from jmdmodel import rated_contacts

SCHEMA = json.loads(Path(__file__).with_name("schema.json").read_text(encoding="utf-8"))
WORKSPACE = load_example().workspace
REGISTRY = Registry(plugins=[jmd_graph_json], strict=True)
DAY = date(2026, 1, 31)


def graph(audience=Audience.REPORT, *, year=2025, language="de", **options):
    """Give the graph of the example, held against the schema."""
    (made,) = export(
        WORKSPACE,
        "graph-json",
        year=year,
        as_of=DAY,
        audience=audience,
        language=language,
        options=options,
        registry=REGISTRY,
    )
    assert made.name == f"network-{year}.json"
    value = json.loads(made.data)
    jsonschema.Draft7Validator(SCHEMA).validate(value)
    return value["graph"]


ALL = "contacts,ties,people,bodies"


@pytest.mark.parametrize("audience", [Audience.REPORT, Audience.INTERNAL])
@pytest.mark.parametrize("layers", ["contacts", "ties", "people", "bodies", "contacts,ties", ALL])
def test_every_end_of_an_edge_is_a_node(audience, layers):
    made = graph(audience, layers=layers)
    ends = {edge[end] for edge in made["edges"] for end in ("source", "target")}
    assert ends <= made["nodes"].keys()


def test_each_layer_adds_its_edges_and_its_nodes():
    counted = {layer: graph(Audience.INTERNAL, layers=layer) for layer in ALL.split(",")}
    assert {layer: {edge["relation"] for edge in made["edges"]} for layer, made in counted.items()} == {
        "contacts": {"contact"},
        "ties": {"tie"},
        "people": {"person"},
        "bodies": {"membership"},
    }
    kinds = {
        layer: {node["metadata"]["type"] for node in made["nodes"].values()}
        for layer, made in counted.items()
    }
    assert kinds["contacts"] == kinds["ties"] == {"service", "partner"}
    assert kinds["people"] == {"service", "partner", "person"}
    assert kinds["bodies"] == {"service", "partner", "network", "committee"}


def test_a_contact_carries_the_steps_of_its_rating_and_nothing_where_it_has_none():
    edges = {edge["target"]: edge["metadata"] for edge in graph(layers="contacts")["edges"]}
    rated = {f"partners/{one.partner.id}": one for one in rated_contacts(WORKSPACE, 2025)}
    assert edges.keys() == rated.keys()
    for target, one in rated.items():
        assert edges[target].get("importance") == (one.importance and one.importance.step)
        assert edges[target].get("intensity") == (one.intensity and one.intensity.step)
    assert any("intensity" not in known for known in edges.values())


def test_another_year_is_another_graph():
    before, after = graph(year=2024), graph(year=2025)
    assert (before["metadata"]["year"], after["metadata"]["year"]) == (2024, 2025)
    assert before["edges"] != after["edges"]


def test_short_names_are_used_where_there_are_some():
    full, short = graph(names="full")["nodes"], graph(names="short")["nodes"]
    for key, node in short.items():
        assert node["label"] == node["metadata"].get("short_name", full[key]["label"])
    assert short != full


def test_labels_speak_the_language_that_was_asked_for_and_codes_do_not():
    german, english = graph(), graph(language="en")
    assert {edge["label"] for edge in german["edges"]} == {"Kontakt", "Verbindung"}
    assert {edge["label"] for edge in english["edges"]} == {"contact", "tie"}
    assert [edge["metadata"] for edge in german["edges"]] == [edge["metadata"] for edge in english["edges"]]


def test_the_public_gets_no_graph():
    with pytest.raises(AudienceRefused):
        graph(Audience.PUBLIC)


@pytest.mark.parametrize(("language", "line"), [("de", "JSON-Graph, Export"), ("en", "JSON graph, exporter")])
def test_the_report_names_the_graph(language, line):
    made = export(
        WORKSPACE,
        "report",
        year=2025,
        as_of=DAY,
        language=language,
        medium=".html",
        options={"pictures": "none"},
        registry=REGISTRY,
    )
    text = made[0].data.decode("utf-8")
    assert line in text.partition("<h2")[0]
