"""Settings of Sphinx; any warning fails the build."""

from __future__ import annotations

import tomllib
from pathlib import Path

from jmdexport import records, run
from jmdmodel.privacy.barriers import BarriersBySector
from jmdmodel.privacy.counts import ProtectedCounts, ProtectedTable
from jmdmodel.quality.waiving import Waived

# Names that these modules know for type checkers only; the signatures on the pages need them.
for _module in (records, run):
    vars(_module).update(BarriersBySector=BarriersBySector, ProtectedCounts=ProtectedCounts, Waived=Waived)
vars(run).update(ProtectedTable=ProtectedTable)

_project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))[
    "project"
]

project = _project["name"]
author = _project["authors"][0]["name"]
copyright = author  # noqa: A001 - the name that Sphinx reads
release = version = _project["version"]

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]

# A page with code cells is run whenever it is built; a cell that fails fails the build.
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_merge_streams = True

html_theme = "furo"
html_title = "jmdmodel"
html_static_path = ["_static"]
html_css_files = ["results.css"]

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
python_maximum_signature_line_length = 90
napoleon_use_ivar = True

nitpicky = True
nitpick_ignore_regex = [
    # The standard library: its index would have to be fetched.
    ("py:.*", r"(collections|datetime|fractions|os|pathlib)\..*"),
    # Named in signatures and docstrings by where they are defined; the pages describe the public names.
    ("py:.*", r"(jmdmodel|jmdexport)\..*\..*"),
    ("py:.*", r"(Change|Course|Place|PluginManager.*|Plugins|SettingsError|Shift|Value)"),
    ("py:.*", r"(date|Fraction|nx\..*|tuple\[.*|types\..*)"),
    # The signature of ExportRequest has names that only type checkers import, so none of it is resolved.
    ("py:class", r"(Attempt|BarriersBySector|Language|Options|Path|ProtectedCounts|ProtectedTable|Waived)"),
]
