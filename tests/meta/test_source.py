"""House rules that a program can check on the source itself."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.meta._source import ROOT, SRC, dotted, modules, short, tree

CEILING = 300
DATA_TABLES = {"jmdmodel/vocabulary.py"}
"""Modules that are words in two languages, as are those named ``…_texts``; the ceiling is not for them."""

IMPURE_MODULES = {
    "getpass",
    "glob",
    "http",
    "locale",
    "multiprocessing",
    "os",
    "platform",
    "random",
    "secrets",
}
IMPURE_MODULES |= {
    "shutil",
    "signal",
    "socket",
    "subprocess",
    "sys",
    "tempfile",
    "threading",
    "time",
    "urllib",
}
IMPURE_MODULES |= {"uuid"}
PURE_OF_OS = {"PathLike", "fspath", "path"}
IMPURE_CALLS = {"today", "now", "utcnow", "fromtimestamp", "getenv", "getcwd", "home", "expanduser"}
IMPURE_CALLS |= {"abspath", "realpath", "exists", "isfile", "isdir", "getmtime", "getsize"}
IMPURE_NAMES = {"open", "input", "print", "eval", "exec", "breakpoint"}
READS = {"read_text", "read_bytes"}
WRITES = {"write_text", "write_bytes", "mkdir", "unlink", "touch", "rename", "rmdir"}

MAY = {
    "jmdexport.apart": {"os", "subprocess", "sys", "threading"},
    "jmdexport.cli": IMPURE_MODULES | IMPURE_CALLS | IMPURE_NAMES | READS,
    "jmdexport.demo": READS,
    "jmdexport.documents.environment": READS,
    "jmdexport.documents.packages": READS,
    "jmdexport.documents.pandoc": {"os", "subprocess"},
    "jmdexport.documents.printed": READS,
    "jmdexport.drawing.font_data": READS,
    "jmdexport.own_words": READS,
    "jmdexport.page.write": READS,
    "jmdexport.run": {"sys"},
    "jmdexport.testing._watching": {"os", "random", "realpath", "sys", "threading", "time"},
    "jmdexport.testing._worker": {"locale", "os", "realpath", "sys"},
    "jmdexport.testing._workers": {"locale", "os", "subprocess", "sys"},
    "jmdexport.registry": {"sys"},
    "jmdexport.single_file": {"exec", "sys"},
    "jmdexport.worker": {"os", "sys"},
    "jmdmodel.codec": {"read_text"},
    "jmdmodel.codec.builders": {"exec"},
    "jmdmodel.quality.examples": READS,
    "jmdmodel.storage": IMPURE_MODULES | IMPURE_CALLS | IMPURE_NAMES | READS | WRITES,
}
"""What some modules may do that others may not: the command line meets the world, storage the disk, two
modules start another process and are it, one starts pandoc; one loads a plugin that the user named by its
file; a few read the data files of the package itself; in the codec ``read_text`` is a function of its own."""

TEXTS = (".py", ".md", ".toml", ".yaml", ".yml", ".j2", ".json", ".svg", ".csv", ".txt", ".cfg")


def allowed(path: Path) -> set[str]:
    """Give what a module may use of the world."""
    name = dotted(path)
    return {
        word
        for floor, words in MAY.items()
        if name == floor or name.startswith(floor + ".")
        for word in words
    }


def impurities(path: Path) -> set[str]:
    """Give what a module uses of clock, chance, environment, network and disk."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names} & (IMPURE_MODULES - {"os"})
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os":
            found |= set() if node.attr in PURE_OF_OS else {"os"}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found |= {(node.module or "").partition(".")[0]} & IMPURE_MODULES
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            found |= {node.func.attr} & (IMPURE_CALLS | READS | WRITES)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            found |= {node.func.id} & IMPURE_NAMES
    return found


def swallows(handler: ast.ExceptHandler) -> bool:
    """Tell whether a handler catches everything and does not raise again at its end."""
    kind = handler.type
    everything = kind is None or (isinstance(kind, ast.Name) and kind.id in {"Exception", "BaseException"})
    return everything and not isinstance(handler.body[-1], ast.Raise)


def test_every_module_says_what_it_is_for() -> None:
    assert [short(path) for path in modules() if not ast.get_docstring(tree(path))] == []


def is_table(name: str) -> bool:
    """Tell whether a module is a table of words."""
    return name in DATA_TABLES or name.endswith("_texts.py")


def test_no_module_is_longer_than_the_ceiling() -> None:
    lengths = {short(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    too_long = {name: n for name, n in lengths.items() if n > CEILING and not is_table(name)}
    assert too_long == {}, "split these by what they know"


def test_only_the_command_line_and_storage_meet_the_world() -> None:
    found = {short(path): impurities(path) - allowed(path) for path in modules()}
    assert {name: sorted(words) for name, words in found.items() if words} == {}


def test_the_search_for_impurities_finds_them(tmp_path: Path) -> None:
    bad = tmp_path / "bad.py"
    bad.write_text(
        "import os\nfrom time import sleep\nfrom datetime import date\n"
        "def f(p): date.today(); os.getpid(); open('x'); p.write_text('x')\n",
        encoding="utf-8",
    )
    assert impurities(bad) == {"os", "time", "today", "open", "write_text"}


def test_no_module_imports_from_the_root_of_its_own_package() -> None:
    """The root knows everything below it; a module takes a name from where it is defined."""
    found = []
    for path in modules():
        package = short(path).partition("/")[0]
        below = {child.stem for child in (SRC / package).iterdir()}
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ImportFrom) and node.module == package:
                found += [f"{short(path)}: {alias.name}" for alias in node.names if alias.name not in below]
    assert found == []


def test_swallowing_any_error_is_left_to_the_places_around_foreign_code() -> None:
    found = {
        dotted(path)
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler) and swallows(node)
    }
    # The last resort of the command line is there because status 1 would say that there are findings.
    places = {
        "jmdmodel.quality.engine",
        "jmdmodel.testing.rules",
        "jmdexport.registry",
        "jmdexport.run",
        "jmdexport.cli.ending",
    }
    places |= {"jmdexport.worker"}
    places |= {"jmdexport.testing._rendering"}
    assert found <= places


def test_no_file_names_a_place_of_one_machine() -> None:
    place = re.compile(r"(?<![\w.<:/~])/(?:{})/\w".format("|".join(("work", "tmp", "root", "home", "Users"))))
    folders = ("src", "docs", "tests", "benchmarks", "examples", "tools", ".ci")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    files += [path for path in ROOT.iterdir() if path.is_file() and not path.name.startswith(".")]
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in sorted(files)
        if (path.suffix in TEXTS or path.parent.name == ".ci") and "_build" not in path.parts
        for match in place.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize("package", ["jmdmodel", "jmdexport"])
def test_importing_a_package_loads_nothing_heavy(package: str) -> None:
    heavy = {"click", "jinja2", "networkx", "pluggy", "yaml"}
    code = f"import sys, {package}; print(sorted(set(sys.modules) & {heavy}))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert told.stdout.strip() == "[]"
