"""What is checked and built, and how: ``nox -l`` lists it, ``nox`` alone runs what must always pass."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tarfile
from pathlib import Path

import nox
from packaging.requirements import Requirement

sys.path.insert(0, str(Path(__file__).parent))  # the command nox does not look beside this file by itself
from tools import archives, bounds, materials
from tools.programs import OPENING, interpreter

nox.needs_version = ">=2026.10.20"
nox.options.default_venv_backend = "virtualenv"
nox.options.reuse_venv = "yes"
nox.options.download_python = "never"
nox.options.error_on_missing_interpreters = False

HERE = Path(__file__).parent
PROJECT = nox.project.load_toml("pyproject.toml")
OLDEST = "3.11"
NEWER = ("3.12", "3.13", "3.14")
HASH_SEEDS = {"tests": "0", "3.11": "7", "3.12": "1", "3.13": "4711", "3.14": "20260131"}
"""One fixed seed for each run, all different: what depends on the order of a set then shows."""
TWO_AT_ONCE = ("-n", "2", "--dist", "worksteal")
"""How pytest shares the tests among two processes."""
TRIED_WITH_LOWEST = (
    "tests/smoke",
    "tests/unit/analysis/test_graph.py",
    "tests/unit/builtin/test_tables.py",
    "tests/unit/cli/test_cli.py",
    "tests/unit/codec",
    "tests/unit/documents",
    "tests/unit/drawing/test_pdf.py",
    "tests/unit/drawing/test_printed.py",
    "tests/unit/kit",
    "tests/unit/testing",
)
"""The tests that come nearest to what other packages do for the library."""


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


def is_strict() -> bool:
    """Tell whether everything must be there that the tests can use."""
    return os.environ.get("CI", "") not in {"", "0", "false"}


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
    session.install("--no-compile", "-e", ".[all]", *groups("types"))
    session.run("mypy")
    # As a stranger's checker sees the installed package: without this project's settings and source path.
    session.run("mypy", "--config-file=", "--strict", "tests/typing", "examples/jmd-graph-json/src")


@nox.session
def wheel(session: nox.Session) -> None:
    """Build both archives, the wheel out of the source archive, and check what is in them."""
    session.install(*groups("wheel"))
    shutil.rmtree(HERE / "dist", ignore_errors=True)
    session.run("python", "-m", "build", "--outdir", "dist", silent=True)
    faults = archives.wheel_faults(only("*.whl"), HERE / "src")
    faults += archives.sdist_faults(only("*.tar.gz"), HERE / "src")
    if faults:
        session.error("\n".join(faults))
    session.log("The archives hold what they must, and nothing else.")


def only(pattern: str) -> Path:
    """Give the one archive of this form that the session ``wheel`` has built."""
    return next((HERE / "dist").glob(pattern))


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
@nox.parametrize("version", (OLDEST, *NEWER))
def smoke(session: nox.Session, version: str) -> None:
    """Install both archives without a network into an empty environment, and try them there.

    The golden tests run too, but on the oldest Python, where ``tests`` has run them.
    """
    python = interpreter(version)
    if python is None:
        session.skip(f"there is no Python {version} on this machine, so nothing was tried on it")
    place, house = HERE / ".nox" / f"smoke-{version}", HERE / ".nox" / f"wheelhouse-{version}"
    own, jmd = str(place / "bin" / "python"), str(place / "bin" / "jmd")
    empty_environment(session, place, python)
    shutil.rmtree(house, ignore_errors=True)
    needs = [f"{only('*.whl')}[png]", *groups("smoke"), *PROJECT["build-system"]["requires"]]
    session.run(own, "-m", "pip", "download", "--quiet", "--dest", str(house), *needs)
    # From here on pip knows no index, neither by its settings nor for the environment of the build.
    session.env.update(PIP_CONFIG_FILE=os.devnull, PIP_NO_INDEX="1", PIP_FIND_LINKS=str(house))
    install = [own, "-m", "pip", "install", "--quiet"]
    session.run(*install, "jmdmodel[png]", env=session.env)
    session.run(own, "-m", "pip", "check", env=session.env, silent=True)
    session.run(jmd, "--version")
    session.run(jmd, "demo", str(place / "demo"), silent=True)  # with nothing of the tests beside it
    careful(session, HASH_SEEDS[version])
    kept = () if version == OLDEST else ("tests/golden",)
    session.run(*install, *groups("smoke"), env=session.env)
    session.run(own, "-m", "pytest", "-q", *TWO_AT_ONCE, "tests/smoke", *kept, env=session.env)
    session.run(*install, "--force-reinstall", "--no-deps", str(only("*.tar.gz")), env=session.env)
    session.run(jmd, "demo", str(place / "again"), silent=True)
    wheels, again = ((place / made / "manifest.json").read_bytes() for made in ("demo", "again"))
    if again != wheels:
        session.error("What the source archive installs makes other files than the wheel.")


def empty_environment(session: nox.Session, place: Path, python: str | None, *more: str) -> None:
    """Make an environment anew in a folder, with nothing in it but pip."""
    how = ["--quiet", "--clear", "--python", python or sys.executable, *more]
    session.run(sys.executable, "-m", "virtualenv", *how, str(place), external=True)


@nox.session(python=False, requires=["wheel"])
def example(session: nox.Session) -> None:
    """Build the example plugin, install both wheels into an empty environment, run its tests and the command.

    Nothing of this checkout is on the path there: what works, works for somebody who has the wheels alone.
    """
    place, source = HERE / ".nox" / "example", HERE / "examples" / "jmd-graph-json"
    own, out = str(place / "bin" / "python"), place / "out"
    empty_environment(session, place, sys.executable)
    wanted = [f"{only('*.whl')}[testing]", *groups("example")]
    session.run(own, "-m", "pip", "install", "--quiet", *PROJECT["build-system"]["requires"], *wanted)
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
    """Run the whole suite on the oldest Python; arguments after ``--`` go to pytest.

    Pages are opened in Chromium too, documents and tables in LibreOffice. Where such a program is missing,
    its tests are left out aloud; where everything must be there, that is a failure.
    """
    if interpreter(OLDEST) is None:
        session.warn(
            f"There is no Python {OLDEST} on this machine; the suite runs on {sys.version.split()[0]}."
        )
    # Compiled modules are kept elsewhere, see careful().
    session.install("--no-compile", "-e", ".[all]", *groups("tests"))
    careful(session, HASH_SEEDS["tests"])
    left_out = []
    for one in OPENING:
        if (program := one.find()) is not None:
            session.env[one.variable] = program
            continue
        how = f"there is no {one.name} on this machine; on Debian and Ubuntu: apt-get install {one.packages}"
        if is_strict() and not session.posargs:
            session.error(how)
        session.warn(f"{how}. So {one.tests} is left out")
        left_out.append(f"--ignore={one.tests}")
    session.run("pytest", *TWO_AT_ONCE, *left_out, *session.posargs)


@nox.session(default=False, python=interpreter(OLDEST))
def minimums(session: nox.Session) -> None:
    """Build and try the wheel with the lowest version of everything that pyproject.toml allows."""
    if interpreter(OLDEST) is None:
        session.error(f"There is no Python {OLDEST} on this machine; lower bounds hold for it.")
    out = Path(session.create_tmp()).resolve() / "out"
    shutil.rmtree(out, ignore_errors=True)
    session.install(*bounds.lowest(map(Requirement, PROJECT["build-system"]["requires"])))
    build = ["pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(out)]
    session.run("python", "-m", *build, str(HERE))
    made = next(out.glob("*.whl"))
    if faults := archives.wheel_faults(made, HERE / "src"):
        session.error("\n".join(faults))
    lowest = bounds.lowest(bounds.wanted(PROJECT["project"]).values())
    session.install("--force-reinstall", f"{made}[all]", *lowest, *groups("minimums"))
    session.run("python", "-m", "pip", "check")
    careful(session, HASH_SEEDS["tests"])
    quick = {"JMD_HYPOTHESIS": "fast"}
    session.run("pytest", "-q", *TWO_AT_ONCE, *(session.posargs or TRIED_WITH_LOWEST), env=quick)


def delivered(session: nox.Session) -> Path:
    """Give an environment on the oldest Python with the wheel and all its extras, but without pip."""
    place, house = HERE / ".nox" / "delivered", HERE / ".nox" / "wheelhouse-all"
    shutil.rmtree(house, ignore_errors=True)
    session.run("python", "-m", "pip", "download", "--quiet", "--dest", str(house), f"{only('*.whl')}[all]")
    empty_environment(session, place, interpreter(OLDEST), "--no-seed")
    # By name, not by path: a path would be noted in the environment, and from there in the bill.
    env = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(house)}
    install = ["pip", "--python", str(place), "install", "--quiet", "jmdmodel[all]"]
    session.run("python", "-m", *install, env=env)
    return place


@nox.session(default=False, requires=["wheel"], python=interpreter(OLDEST))
def sbom(session: nox.Session) -> None:
    """Write the bill of materials of the wheel with all its extras into ``dist``, and check it."""
    session.install(*groups("sbom"))
    own = str(delivered(session) / "bin" / "python")
    bill = HERE / "dist" / f"jmdmodel-{PROJECT['project']['version']}.cdx.json"
    how = ["--pyproject", "pyproject.toml", "--mc-type", "library", "--sv", "1.6", "--output-reproducible"]
    session.run("cyclonedx-py", "environment", *how, "--of", "JSON", "--output-file", str(bill), own)
    wanted = bounds.wanted(PROJECT["project"])
    session.run("python", "tools/materials.py", str(bill), "tools/bundled.cdx.json", own, *wanted)


@nox.session(default=False, requires=["wheel"], python=interpreter(OLDEST))
def audit(session: nox.Session) -> None:
    """Ask for known weaknesses of what the wheel needs with all its extras; ``-- -s osv`` asks elsewhere."""
    session.install(*groups("audit"))
    place, report = delivered(session), Path(session.create_tmp()).resolve() / "audit.json"
    packages = next(place.glob("lib/python*/site-packages"))
    report.unlink(missing_ok=True)
    ask = ["--progress-spinner", "off", "--format", "json", "--output", str(report)]
    # Its verdict is not enough: it also calls clean what the service has never heard of.
    session.run("pip-audit", *ask, "--path", str(packages), *session.posargs, success_codes=[0, 1])
    if not report.exists():
        session.error("NOTHING WAS AUDITED: the advisory service cannot be reached from this machine.")
    told = json.loads(report.read_text(encoding="utf-8"))
    if unknown := materials.unaudited(told, own="jmdmodel"):
        session.error("\n".join(("NOT AUDITED, as the advisory service does not answer for them:", *unknown)))
    if weak := materials.vulnerable(told):
        session.error("\n".join(weak))
    session.log(f"No weakness is known in {len(told['dependencies'])} packages.")


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
