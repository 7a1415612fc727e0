"""A zoo of broken plugins, and the means to install plugins for one test.

Each animal is the source of a module, the stage at which the registry notices it, and words that the
problem has to contain.
"""

from __future__ import annotations

import importlib.metadata
import sys
import textwrap
from collections.abc import Mapping
from pathlib import Path

import pytest

HEAD = """
import attrs
from jmdexport import Artifact, Audience, Exporter, Medium, Say, hookimpl

def render(request):
    return [Artifact.text("a.txt", "text/plain", "a")]

def exporter(name, **changes):
    parts = dict(name=name, title=Say(de="A", en="A"), media=[Medium(".txt", "text/plain")],
                 audience=Audience.PUBLIC, render=render)
    return Exporter(**parts | changes)
"""

FIRST = HEAD.count("\n") + 1
"""The line that the source of an animal begins in."""

GOOD = """
@hookimpl
def jmdexport_exporters():
    return [exporter("good-one"), exporter("good-two")]
"""

BROKEN: dict[str, tuple[str, str, str]] = {
    "absent": ("", "load", "No module named 'zoo_absent'. What is missing"),
    "syntax": ("def", "load", "SyntaxError"),
    "raising-import": (
        "raise RuntimeError('no licence')",
        "load",
        f"RuntimeError: no licence (zoo_raising_import.py, line {FIRST})",
    ),
    "missing-import": ("import not_installed_anywhere", "load", "No module named 'not_installed_anywhere'"),
    "leaving": ("import sys; sys.exit(0)", "load", "SystemExit: 0"),
    "own-base-exception": ("class Hard(BaseException): ...\nraise Hard('out')", "load", "Hard: out"),
    "unprintable": (
        "class Mute(Exception):\n    def __str__(self): raise ValueError\nraise Mute",
        "load",
        "<exception str() failed>",
    ),
    "misspelt": (
        "@hookimpl\ndef jmdexport_exporter(): return []",
        "hooks",
        'no hook "jmdexport_exporter". Did you mean "jmdexport_exporters"?',
    ),
    "misspelt-beside": (
        (
            "@hookimpl\ndef jmdexport_exporters(): return [exporter('lost')]\n"
            "@hookimpl\ndef jmdexport_template_folder(): return []"
        ),
        "hooks",
        'no hook "jmdexport_template_folder". Did you mean',
    ),
    "unmarked": ("def jmdexport_exporters(): return []", "hooks", "marked with @hookimpl"),
    "empty": ("", "hooks", "marked with @hookimpl"),
    "wanting-arguments": (
        "@hookimpl\ndef jmdexport_exporters(workspace): return []",
        "register",
        "A hook has no arguments: jmdexport_exporters(workspace).",
    ),
    "raising-hook": ("@hookimpl\ndef jmdexport_exporters(): return 1 / 0", "ask", "ZeroDivisionError"),
    "leaving-hook": (
        "@hookimpl\ndef jmdexport_exporters(): raise SystemExit('bye')",
        "ask",
        "SystemExit: bye",
    ),
    "endless-depth": (
        "@hookimpl\ndef jmdexport_exporters(): return jmdexport_exporters()",
        "ask",
        "RecursionError",
    ),
    "lone-record": (
        "@hookimpl\ndef jmdexport_exporters(): return exporter('lone')",
        "ask",
        "instead of a list",
    ),
    "dict": ("@hookimpl\ndef jmdexport_exporters(): return {'name': 'x'}", "ask", '"dict" instead of a list'),
    "bad-record": (
        "@hookimpl\ndef jmdexport_exporters(): return [exporter('Bad Name')]",
        "ask",
        "lower-case",
    ),
    "text": ("@hookimpl\ndef jmdexport_exporters(): return ['x']", "check", '"str" instead of "Exporter"'),
    "half-good": (
        "@hookimpl\ndef jmdexport_exporters(): return [exporter('fine'), None]",
        "check",
        '"NoneType" instead of "Exporter"',
    ),
    "look-alike": (
        (
            "class Exporter2(Exporter): ...\n"
            "@hookimpl\ndef jmdexport_exporters():\n"
            "    return [Exporter2(**attrs.asdict(exporter('x'), recurse=False))]"
        ),
        "check",
        '"Exporter2" instead of "Exporter"',
    ),
    "forged": (
        "@hookimpl\ndef jmdexport_exporters(): return [object.__new__(Exporter)]",
        "check",
        "AttributeError",
    ),
    "changed-later": (
        (
            "one = exporter('one')\nobject.__setattr__(one, 'media', ())\n"
            "@hookimpl\ndef jmdexport_exporters(): return [one]"
        ),
        "check",
        "No medium is given",
    ),
    "odd-options": (
        (
            "@attrs.frozen\nclass Options:\n    where: complex = 0j\n"
            "@hookimpl\ndef jmdexport_exporters(): return [exporter('odd', options=Options)]"
        ),
        "check",
        "cannot be given on a command line",
    ),
    "shadowing": (
        "@hookimpl\ndef jmdexport_exporters(): return [exporter('inner-list')]",
        "check",
        "is taken",
    ),
    "twice": (
        "@hookimpl\ndef jmdexport_exporters(): return [exporter('same'), exporter('same')]",
        "check",
        'the name "same" twice',
    ),
    "z-rival": (
        "@hookimpl\ndef jmdexport_exporters(): return [exporter('good-one')]",
        "check",
        'plugin "good"',
    ),
    "folder-nowhere": (
        "@hookimpl\ndef jmdexport_template_folders(): return ['/nowhere/at/all']",
        "check",
        "There is no folder",
    ),
    "folder-number": (
        "@hookimpl\ndef jmdexport_template_folders(): return [7]",
        "check",
        '"int" instead of the path',
    ),
    "unicode-name": (
        "@hookimpl\ndef jmdexport_exporters(): return [exporter('kаrte')]",  # the second letter is Cyrillic
        "ask",
        "lower-case",
    ),
    "old-version": ("from jmdexport import BaseExporter", "load", "cannot import name 'BaseExporter'"),
    "new-version": (
        "@hookimpl\ndef jmdexport_exporters(): return [exporter('new', signature='x')]",
        "ask",
        "unexpected keyword argument 'signature'",
    ),
    "generator": (
        "@hookimpl\ndef jmdexport_exporters(): yield exporter('late')",
        "ask",
        '"generator" instead of a list',
    ),
    "options-without-default": (
        (
            "@attrs.frozen\nclass Options:\n    where: str\n"
            "@hookimpl\ndef jmdexport_exporters(): return [exporter('bare', options=Options)]"
        ),
        "ask",
        'The option "where" has no default',
    ),
    "options-without-class": (
        "@hookimpl\ndef jmdexport_exporters(): return [exporter('plain', options={'where': 'x'})]",
        "ask",
        'The field "options" is "dict" instead of a class',
    ),
    "unfit-default": (
        (
            "from jmdexport import option\n"
            "@attrs.frozen\nclass Options:\n    rows: int = option(Say(de='A', en='A'), default='ten')\n"
            "@hookimpl\ndef jmdexport_exporters(): return [exporter('ten', options=Options)]"
        ),
        "check",
        'Defaults of the options of "ten" do not fit: rows: "ten" does not fit. Expected: a whole number.',
    ),
    "wordless-option": (
        "from jmdexport import option\noption('Rows.', default=1)",
        "load",
        f'The field "text" is "str" instead of "Say". (zoo_wordless_option.py, line {FIRST + 1})',
    ),
    "same-suffix-twice": (
        (
            "@hookimpl\ndef jmdexport_exporters():\n"
            "    return [exporter('two', media=[Medium('.txt', 'text/plain')] * 2)]"
        ),
        "ask",
        ".txt",
    ),
    "builtin": ("@hookimpl\ndef jmdexport_exporters(): return [exporter('inner-list')]", "check", "is taken"),
}

BUILTIN = """
@hookimpl
def jmdexport_exporters():
    return [exporter("inner-list")]
"""


def install(
    folder: Path,
    patch: pytest.MonkeyPatch,
    plugins: Mapping[str, str],
    *,
    distribution: str = "zoo",
    version: str = "1.2",
) -> None:
    """Lay down a distribution with one module and one entry point for each plugin, as pip would."""
    info = folder / f"{distribution}-{version}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n")
    modules = {name: f"{distribution}_{name.replace('-', '_')}" for name in plugins}
    points = "".join(f"{name} = {module}\n" for name, module in modules.items())
    (info / "entry_points.txt").write_text(f"[jmdexport]\n{points}")
    for name, module in modules.items():
        if name != "absent":
            source = plugins[name] if name == "syntax" else HEAD + textwrap.dedent(plugins[name])
            (folder / f"{module}.py").write_text(source, encoding="utf-8")
        patch.delitem(sys.modules, module, raising=False)
    patch.syspath_prepend(str(folder))


def install_builtin(patch: pytest.MonkeyPatch) -> None:
    """Put a small plugin in the place of the one that ships with the library."""
    import types

    from jmdexport import registry

    module = types.ModuleType("inner_builtin")
    exec(HEAD + BUILTIN, module.__dict__)
    patch.setitem(sys.modules, "inner_builtin", module)
    patch.setattr(registry, "_BUILTIN_MODULE", "inner_builtin")
    # Where the library is installed, its own entry point is there too and would count as a stranger's.
    real = importlib.metadata.entry_points
    others = lambda **asked: [point for point in real(**asked) if point.value != "jmdexport.builtin"]  # noqa: E731
    patch.setattr(importlib.metadata, "entry_points", others)
