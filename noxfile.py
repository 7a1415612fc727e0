"""What is checked and built, and how: ``nox -l`` lists it, ``nox`` alone runs what must always pass."""

from __future__ import annotations

import fnmatch
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import nox

nox.needs_version = ">=2026.10.20"
nox.options.default_venv_backend = "virtualenv"
nox.options.reuse_venv = "yes"
nox.options.download_python = "never"
nox.options.error_on_missing_interpreters = False

HERE = Path(__file__).parent
PROJECT = nox.project.load_toml("pyproject.toml")
OLDEST = "3.11"
NEWER = ("3.12", "3.13", "3.14")
HASH_SEEDS = {"tests": "0", "3.12": "1", "3.13": "4711", "3.14": "20260131"}
"""One fixed seed for each run, all different: what depends on the order of a set then shows."""
TWO_AT_ONCE = ("-n", "2", "--dist", "worksteal")
"""How pytest shares the tests among two processes."""

WHEEL_MUST_HOLD = (
    "jmdmodel/__init__.py",
    "jmdmodel/py.typed",
    "jmdexport/__init__.py",
    "jmdexport/py.typed",
    "jmdexport/cli/__init__.py",
    "jmdexport/fonts/*.ttf",
    "jmdexport/fonts/web.css",
    "jmdexport/fonts/OFL.txt",
    "jmdexport/templates/*.jinja",
    "jmdexport/templates/office/*.typ",
    "jmdexport/templates/office/docx/_rels/.rels",
    "jmdexport/templates/office/docx/word/styles.xml",
    "jmdexport/templates/office/odt/styles.xml",
    "jmdexport/page/page.html.jinja",
    "jmdexport/page/page.css",
    "jmdexport/page/page.js",
    "jmdexport/demo/*.yaml",
    "jmdmodel-*.dist-info/entry_points.txt",
    "jmdmodel-*.dist-info/licenses/LICENSE",
    "jmdmodel-*.dist-info/licenses/src/jmdexport/fonts/OFL.txt",
)
WHEEL_MAY_HOLD = (
    "jmdmodel/*.py",
    "jmdmodel/py.typed",
    "jmdmodel/quality/*/examples/*/bad.yaml",
    "jmdmodel/quality/*/examples/*/good.yaml",
    "jmdexport/*.py",
    "jmdexport/py.typed",
    "jmdexport/fonts/*",
    "jmdexport/templates/*",
    "jmdexport/page/page.*",
    "jmdexport/demo/*.yaml",
    "jmdmodel-*.dist-info/*",
)


def groups(*names: str) -> tuple[str, ...]:
    """Give what some dependency groups of pyproject.toml ask for."""
    return nox.project.dependency_groups(PROJECT, *names)


def careful(session: nox.Session, seed: str) -> None:
    """Set what every test run has in common: a missing encoding is a warning, the hash seed is fixed.

    The tests start hundreds of processes. Where the machine tells Python to keep no compiled modules, each
    would compile the library anew; here they are kept, and away from the sources.
    """
    session.env.update(
        PYTHONWARNDEFAULTENCODING="1",
        PYTHONHASHSEED=seed,
        PYTHONDONTWRITEBYTECODE="",
        PYTHONPYCACHEPREFIX=str(HERE / ".nox" / "compiled"),
    )


def interpreter(version: str) -> str | None:
    """Find a Python of exactly this version: on the path, or among those that pyenv keeps."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = [sys.executable, shutil.which(f"python{version}")]
    found += [str(python) for python in sorted(pyenv.glob(f"{version}.*/bin/python"))]
    return next((python for python in found if python and says_version(python, version)), None)


def says_version(python: str, version: str) -> bool:
    """Tell whether an interpreter starts and is of this version; a launcher without a Python does not."""
    ask = "import sys; print('%d.%d' % sys.version_info[:2])"
    told = subprocess.run([python, "-c", ask], capture_output=True, text=True, check=False)
    return told.returncode == 0 and told.stdout.strip() == version


def chromium() -> str | None:
    """Find a Chromium: the one that ``JMD_CHROMIUM`` names, or one on the path. None is ever downloaded."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    found = [os.environ.get("JMD_CHROMIUM"), *(shutil.which(name) for name in names)]
    return next((path for path in found if path), None)


def libreoffice() -> str | None:
    """Find LibreOffice: the one that ``JMD_LIBREOFFICE`` names, or one on the path."""
    found = [os.environ.get("JMD_LIBREOFFICE"), *(shutil.which(name) for name in ("soffice", "libreoffice"))]
    return next((path for path in found if path), None)


def skip_or_fail(session: nox.Session, how: str, so: str) -> None:
    """Say aloud what is missing and end the session: as a failure where everything must be there."""
    if os.environ.get("CI", "") not in {"", "0", "false"}:
        session.error(how)
    session.skip(f"{how}. So {so}")


@nox.session
def lint(session: nox.Session) -> None:
    """Look for faults of style, and for files that are not formatted."""
    session.install(*groups("lint"))
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")


@nox.session
def imports(session: nox.Session) -> None:
    """Check that every module imports only from the floors below its own."""
    session.install(*groups("imports"))
    session.run("lint-imports", "--no-cache", env={"PYTHONPATH": "src"})


@nox.session
def types(session: nox.Session) -> None:
    """Check the types of both packages, and those of programs that use them."""
    session.install("-e", ".[all]", *groups("types"))
    session.run("mypy")
    # As a stranger's checker sees the installed package: without this project's settings and source path.
    session.run("mypy", "--config-file=", "--strict", "tests/typing", "examples/jmd-graph-json/src")


@nox.session
def wheel(session: nox.Session) -> None:
    """Build both archives and check what is in them."""
    session.install(*groups("wheel"))
    shutil.rmtree(HERE / "dist", ignore_errors=True)
    session.run("python", "-m", "build", "--outdir", "dist", silent=True)
    faults = [*wheel_faults(only_wheel()), *sdist_faults(next((HERE / "dist").glob("*.tar.gz")))]
    if faults:
        session.error("\n".join(faults))
    session.log("The archives hold what they must, and nothing else.")


def only_wheel() -> Path:
    """Give the wheel that the session of this name has built."""
    return next((HERE / "dist").glob("*.whl"))


def wheel_faults(path: Path) -> list[str]:
    """Tell what a wheel lacks, and what it holds that has no business there."""
    names = [name for name in zipfile.ZipFile(path).namelist() if not name.endswith("/")]
    lacks = [f"The wheel lacks {want}." for want in WHEEL_MUST_HOLD if not fnmatch.filter(names, want)]
    holds = [
        f"The wheel must not hold {name}."
        for name in names
        if not any(fnmatch.fnmatch(name, allowed) for allowed in WHEEL_MAY_HOLD)
    ]
    source = {path.relative_to(HERE / "src").as_posix() for path in (HERE / "src").rglob("*.py")}
    lost = [f"The wheel lacks {name}." for name in sorted(source - set(names))]
    return lacks + holds + lost


def sdist_faults(path: Path) -> list[str]:
    """Tell which parts of the project the source archive lacks."""
    with tarfile.open(path) as archive:
        names = [name.partition("/")[2] for name in archive.getnames()]
    wanted = (
        "src/jmdmodel/__init__.py",
        "tests/conftest.py",
        "docs/conf.py",
        "examples/jmd-graph-json/pyproject.toml",
        "noxfile.py",
        "LICENSE",
        "README.md",
    )
    return [f"The source archive lacks {name}." for name in wanted if name not in names]


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation; any warning, and any reference that leads nowhere, is a fault."""
    session.install("-e", ".", *groups("docs"))
    session.run(
        "sphinx-build",
        "-E",  # cells are run anew also where only the library has changed
        "-T",  # of a cell that fails the build shows the error itself
        "-W",
        "--keep-going",
        "-n",
        "-q",
        "-b",
        "html",
        "docs",
        "docs/_build/html",
        *session.posargs,
    )


@nox.session(python=False, requires=["wheel"])
@nox.parametrize("version", NEWER)
def smoke(session: nox.Session, version: str) -> None:
    """Install the wheel on a newer Python and run the smoke and the golden tests there."""
    python = interpreter(version)
    if python is None:
        session.skip(f"there is no Python {version} on this machine, so nothing was tried on it")
    place = HERE / ".nox" / f"smoke-{version}"
    own = str(place / "bin" / "python")
    session.run(sys.executable, "-m", "virtualenv", "--quiet", "--clear", "--python", python, str(place))
    session.run(own, "-m", "pip", "install", "--quiet", f"{only_wheel()}[png]", *groups("smoke"))
    session.run(str(place / "bin" / "jmd"), "--version")
    careful(session, HASH_SEEDS[version])
    session.run(own, "-m", "pytest", "-q", *TWO_AT_ONCE, "tests/smoke", "tests/golden", env=session.env)


@nox.session(python=False, requires=["wheel"])
def example(session: nox.Session) -> None:
    """Build the example plugin, install both wheels into an empty environment, run its tests and the command.

    Nothing of this checkout is on the path there: what works, works for somebody who has the wheels alone.
    """
    place, source = HERE / ".nox" / "example", HERE / "examples" / "jmd-graph-json"
    own, out = str(place / "bin" / "python"), place / "out"
    session.run(sys.executable, "-m", "virtualenv", "--quiet", "--clear", str(place))
    wanted = [f"{only_wheel()}[testing]", *groups("example")]
    session.run(own, "-m", "pip", "install", "--quiet", "hatchling>=1.26", *wanted)
    build = ["pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(out)]
    session.run(own, "-m", *build, str(source))
    session.run(own, "-m", "pip", "install", "--quiet", "--no-deps", str(next(out.glob("*.whl"))))
    session.chdir(out)
    careful(session, HASH_SEEDS["tests"])
    config, tests = str(source / "pyproject.toml"), str(source / "tests")
    session.run(own, "-I", "-m", "pytest", "-c", config, tests, env=session.env)
    jmd = str(place / "bin" / "jmd")
    session.run(jmd, "exporters", "graph-json", env=session.env)
    session.run(jmd, "demo", "demo", silent=True, env=session.env)
    session.run(jmd, "export", "demo/workspace.yaml", "graph-json", "-o", "graph", env=session.env)
    if not list(out.glob("graph/network-*.json")):
        session.error("The command wrote no graph.")


@nox.session(python=interpreter(OLDEST))
def tests(session: nox.Session) -> None:
    """Run the whole suite on the oldest Python; arguments after ``--`` go to pytest."""
    if interpreter(OLDEST) is None:
        session.warn(
            f"There is no Python {OLDEST} on this machine; the suite runs on {sys.version.split()[0]}."
        )
    session.install("-e", ".[all]", *groups("tests"))
    careful(session, HASH_SEEDS["tests"])
    session.run("pytest", *TWO_AT_ONCE, *session.posargs)


@nox.session(python=interpreter(OLDEST))
def pages(session: nox.Session) -> None:
    """Open the HTML pages in a real browser and click them; arguments after ``--`` go to pytest."""
    browser = chromium()
    if browser is None:
        how = "there is no Chromium on this machine; on Debian and Ubuntu: apt-get install chromium"
        skip_or_fail(session, how, "no page was opened")
    session.install("-e", ".[all]", *groups("pages"))
    careful(session, HASH_SEEDS["tests"])
    session.run("pytest", "-q", *TWO_AT_ONCE, "tests/pages", *session.posargs, env={"JMD_CHROMIUM": browser})


@nox.session(python=interpreter(OLDEST))
def office(session: nox.Session) -> None:
    """Open documents and tables in LibreOffice and print them; arguments after ``--`` go to pytest."""
    program = libreoffice()
    if program is None:
        how = (
            "there is no LibreOffice on this machine; on Debian and Ubuntu:"
            " apt-get install libreoffice-writer-nogui libreoffice-calc-nogui"
        )
        skip_or_fail(session, how, "no document was opened")
    session.install("-e", ".[all]", *groups("office"))
    careful(session, HASH_SEEDS["tests"])
    session.run("pytest", "-q", "tests/office", *session.posargs, env={"JMD_LIBREOFFICE": program})


@nox.session(default=False)
def golden(session: nox.Session) -> None:
    """Compare with the recorded outputs; ``nox -s golden -- --accept`` records them anew."""
    session.install("-e", ".[all]", *groups("tests"))
    careful(session, HASH_SEEDS["tests"])
    session.run("pytest", "-q", "tests/golden", *session.posargs)


@nox.session(default=False)
def generated(session: nox.Session) -> None:
    """Make the generated pages of the documentation and its pictures anew."""
    session.install("-e", ".[all]")
    session.run("python", "docs/generate.py", *session.posargs)


@nox.session(default=False)
def bench(session: nox.Session) -> None:
    """Measure load, check, map and CSV beside the peers; arguments after ``--`` go to the benchmark."""
    session.install("-e", ".[all]", *groups("bench"))
    session.run("python", "-m", "benchmarks", *session.posargs)


@nox.session(default=False, python=interpreter(OLDEST))
def fuzz(session: nox.Session) -> None:
    """Feed the loader with a million inputs of a coverage-guided fuzzer; ``-- 50000`` for fewer."""
    session.install("-e", ".[all]", *groups("tests", "fuzz"))
    session.run("python", "-m", "tests.fuzz", *session.posargs)


@nox.session(default=False)
def faults(session: nox.Session) -> None:
    """Disturb saving at 200 real system calls, below strace; ``-- 50`` for fewer, ``-- 0`` for all."""
    if shutil.which("strace") is None:
        session.error("strace is not on this machine. On Debian and Ubuntu: apt-get install strace")
    session.install("-e", ".[all]", *groups("tests"))
    session.run("python", "-m", "tests.faults", *session.posargs)


@nox.session(default=False)
def tables(session: nox.Session) -> None:
    """Protect 20,000 random tables and let an integer programme work them back; ``-- 2000`` for fewer."""
    session.install("-e", ".[all]", *groups("tests"))
    session.run("python", "-m", "tests.tables", *session.posargs)


@nox.session(default=False)
def layouts(session: nox.Session) -> None:
    """Lay out 200 made-up networks and the edge cases, and measure all conflicts; ``-- 20`` for fewer."""
    session.install("-e", ".[all]", *groups("tests"))
    session.run("python", "-m", "tests.layouts", *session.posargs)


@nox.session(default=False)
def changes(session: nox.Session) -> None:
    """Show the next section of the changelog; ``-- 0.2.0 2027-01-31`` writes it for a version and a day."""
    session.install(*groups("changes"))
    if not session.posargs:
        session.run("towncrier", "build", "--draft", "--version", "next")
        return
    if len(session.posargs) != 2:
        session.error("Name the version and the day: nox -s changes -- VERSION YYYY-MM-DD")
    version, day = session.posargs
    session.run("towncrier", "build", "--yes", "--version", version, "--date", day)
    # What was written by hand before there were files in changes/ is a part of the first release.
    log = HERE / "CHANGELOG.md"
    text = log.read_text(encoding="utf-8")
    by_hand = f"## {version} (not released)\n"
    log.write_text(text.replace(by_hand, f"### What {version} began with\n"), encoding="utf-8", newline="\n")


@nox.session(default=False)
def findings(session: nox.Session) -> None:
    """Compare the findings of this tree with those of a revision: ``nox -s findings -- v0.1.0``."""
    if len(session.posargs) != 1:
        session.error("Name one revision to compare with: nox -s findings -- REVISION")
    place = Path(session.create_tmp()).resolve()
    old, corpus, packed = place / "old", place / "corpus", place / "old.tar"
    for folder in (old, corpus):
        shutil.rmtree(folder, ignore_errors=True)
    session.run("git", "archive", "--output", str(packed), session.posargs[0], external=True)
    with tarfile.open(packed) as archive:
        archive.extractall(old, filter="data")
    for source in (*(HERE / "src").rglob("examples"), HERE / "src" / "jmdexport" / "demo"):
        shutil.copytree(source, corpus / source.relative_to(HERE / "src"))
    for name, tree in (("old", old), ("new", HERE)):
        session.install("--force-reinstall", str(tree))
        session.run("python", "tools/findings.py", "collect", str(corpus), str(place / f"{name}.json"))
    session.run("python", "tools/findings.py", "compare", str(place / "old.json"), str(place / "new.json"))
