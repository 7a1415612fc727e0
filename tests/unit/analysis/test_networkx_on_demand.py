"""networkx costs as much as all the rest at the start, so it is loaded only when a graph is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

WITHOUT = {
    "every module of the analysis but one": """
        import importlib, pkgutil, jmdmodel.analysis
        top = jmdmodel.analysis
        names = [one.name for one in pkgutil.walk_packages(top.__path__, top.__name__ + ".")]
        assert "jmdmodel.analysis.graph" in names and "jmdmodel.analysis.figures.ego" in names
        for name in names:
            if name != "jmdmodel.analysis.graph":
                importlib.import_module(name)
    """,
    "the network of a year": """
        from jmdmodel.analysis.year_network import year_network
        found = year_network(workspace, 2025)
        assert found.tables() and found.shared_bodies().tables()
    """,
    "figures and comparisons": """
        import jmdmodel
        from jmdmodel.analysis.figures import ego_network
        assert ego_network(workspace, 2025).tables()
        assert jmdmodel.compare(workspace, 2024, 2025).text("de")
        assert jmdmodel.network_series(workspace).tables()
    """,
    "a check": """
        import jmdmodel, datetime
        assert jmdmodel.check(workspace, on=datetime.date(2026, 1, 31))
    """,
    "every output": """
        import jmdexport
        from datetime import date
        from jmdmodel import Audience
        names = [exporter.name for exporter in jmdexport.Registry().exporters]
        assert "network-map" in names
        wanted = dict(year=2025, as_of=date(2026, 1, 31), audience=Audience.SOCIAL, purpose="Probe")
        options = {"case-map": {"case": "eiche-03"}}
        assert all([jmdexport.export(workspace, name, options=options.get(name), **wanted) for name in names])
    """,
}
BEGIN = """
import sys
from jmdexport.demo import load_example
workspace = load_example().workspace
"""
END = """
print("networkx" in sys.modules)
"""


def told_after(program: str) -> str:
    lines = [line.removeprefix("        ") for line in program.splitlines()]
    whole = "\n".join([BEGIN, *lines, END])
    done = subprocess.run([sys.executable, "-c", whole], capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


@pytest.mark.parametrize("what", WITHOUT)
def test_networkx_is_not_loaded_for(what: str) -> None:
    assert told_after(WITHOUT[what]) == "False"


def test_networkx_is_loaded_for_a_graph() -> None:
    assert told_after("import jmdmodel; jmdmodel.graph(workspace, 2025)") == "True"
