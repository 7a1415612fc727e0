"""What holds for every test: how hard hypothesis looks, no network, no writing past the storage floor.

Environment: ``JMD_HYPOTHESIS`` names a profile (``fast``, ``default``, ``ci``, ``hunt``), ``JMD_SHARED`` the
folder with research data, which otherwise is looked for beside the checkout.
"""

from __future__ import annotations

import gc
import os
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import hypothesis
import pytest

ROOT = Path(__file__).parent.parent
RECORDED = ROOT / "tests" / "golden" / "recorded"
IN_CI = os.environ.get("CI", "") not in {"", "0", "false"}

# Only "hunt" looks elsewhere on each run. The others look at the same examples as long as the same modules of
# ours are imported: constants in them are tried too.
hypothesis.settings.register_profile("fast", derandomize=True, deadline=None, max_examples=20)
hypothesis.settings.register_profile("default", derandomize=True, deadline=None, max_examples=40)
hypothesis.settings.register_profile("ci", derandomize=True, deadline=None, max_examples=60)
hypothesis.settings.register_profile("hunt", derandomize=False, deadline=None, max_examples=3000)
hypothesis.settings.load_profile(os.environ.get("JMD_HYPOTHESIS", "ci" if IN_CI else "default"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="record golden files anew instead of comparing")


def pytest_collection_finish(session: pytest.Session) -> None:
    """Let Python look for rubbish less often, and never again among what all tests need until the end.

    Else a test that makes a hundred thousand small objects spends most of its time on the search for
    circles among them and among those of all other tests.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str | bytes], None]:
    """Compare a text or bytes with the recorded file of a name; with ``--accept`` record it."""

    def compare(name: str, made: str | bytes) -> None:
        place, found = RECORDED / name, made.encode() if isinstance(made, str) else made
        if request.config.getoption("--accept"):
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(found)
        assert place.is_file(), f"{name} was never recorded: nox -s golden -- --accept"
        assert found == place.read_bytes(), f"{name} differs from what was recorded"

    return compare


def shared_folder() -> Path | None:
    """Find the folder with research data: named by the environment, or beside the checkout."""
    place = Path(os.environ.get("JMD_SHARED") or ROOT.parent / "shared" / "data")
    return place if place.is_dir() else None


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder with research data; without it the test is skipped."""
    place = shared_folder()
    if place is None:
        pytest.skip("the research data is not here: set JMD_SHARED, or put it into ../shared/data")
    return place


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """In CI, make a failure of a test that was skipped although the research data it needs is there."""
    report: Any = yield
    wants_data = "shared" in getattr(item, "fixturenames", ())
    if IN_CI and report.skipped and wants_data and shared_folder() is not None:
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped although the research data is there"
    return report


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Refuse every connection; only sockets between processes of this machine pass."""
    real = socket.socket.connect

    def refuse(self: socket.socket, address: Any) -> None:
        if self.family != getattr(socket, "AF_UNIX", None):
            raise AssertionError(f"A test tried to connect to {address!r}.")
        real(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        yield


_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_STORAGE = "jmdmodel.storage"
_CHANGES = {
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "shutil.rmtree",
}


def _only_storage_writes(event: str, args: tuple[Any, ...]) -> None:
    """Refuse a change of the disk that a module of the library makes past its storage floor."""
    if event == "open":
        if isinstance(args[0], int):
            return  # a pipe to a process; whoever opened a file was seen when he did
        flags = args[2] if len(args) > 2 else 0
        if not isinstance(flags, int) or not flags & _WRITES or isinstance(args[0], int):
            return  # a number stands for a pipe that is open already
    elif event not in _CHANGES:
        return
    culprit = _library_caller(sys._getframe(1))
    if culprit is not None and not culprit.startswith(_STORAGE):
        raise AssertionError(f"{culprit} changed the disk itself ({event}): only jmdmodel.storage may.")


def _library_caller(frame: FrameType | None) -> str | None:
    """Name the innermost module of the library that a call comes from; an import is nobody's doing."""
    while frame is not None:
        name = frame.f_globals.get("__name__", "")
        if name.startswith(("importlib.", "_frozen_importlib")):
            return None
        if name.partition(".")[0] in {"jmdmodel", "jmdexport"}:
            return str(name)
        frame = frame.f_back
    return None


sys.addaudithook(_only_storage_writes)
