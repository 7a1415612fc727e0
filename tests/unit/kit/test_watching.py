"""What code does with clock, chance, network, programs, files and environment is seen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache

import pytest

from tests.meta._source import ROOT

DONE = {
    "time.time()": "clock",
    "time.time_ns()": "clock",
    "time.monotonic()": "clock",
    "time.perf_counter()": "clock",
    "time.localtime()": "clock",
    "time.gmtime(None)": "clock",
    "time.strftime('%Y')": "clock",
    "time.ctime()": "clock",
    "datetime.datetime.now()": "clock",
    "datetime.datetime.now(datetime.timezone.utc)": "clock",
    "datetime.datetime.utcnow()": "clock",
    "datetime.datetime.today()": "clock",
    "datetime.date.today()": "clock",
    "zipfile.ZipFile(io.BytesIO(), 'w').writestr('a', 'b')": "clock",
    "random.random()": "chance",
    "random.choice([1, 2, 3])": "chance",
    "random.SystemRandom().random()": "chance",
    "os.urandom(4)": "chance",
    "uuid.uuid4()": "chance",
    "secrets.token_hex()": "chance",
    "socket.socket()": "network",
    "socket.getaddrinfo('localhost', 80)": "network",
    "socket.gethostname()": "network",
    "urllib.request.urlopen('http://127.0.0.1:9/')": "network",
    "subprocess.run([sys.executable, '--version'])": "program",
    "os.system('true')": "program",
    "open(target, 'w')": "write",
    "open(target, 'ab')": "write",
    "os.open(target, os.O_RDWR | os.O_CREAT)": "write",
    "pathlib.Path(target).write_text('x')": "write",
    "os.mkdir(target)": "write",
    "os.remove(target)": "write",
    "os.rename(target, target + 'x')": "write",
    "shutil.rmtree(target)": "write",
    "tempfile.mkdtemp()": "write",
    "sqlite3.connect(target)": "write",
    "open(target)": "read",
    "os.listdir(os.sep)": "read",
    "os.environ['PATH']": "environment",
    "os.environ.get('JMD')": "environment",
    "'JMD' in os.environ": "environment",
    "dict(os.environ)": "environment",
    "os.getenv('JMD')": "environment",
    "os.putenv('JMD', '1')": "environment",
}
LEFT_ALONE = (
    "time.gmtime(0)",
    "time.localtime(86400)",
    "time.strftime('%Y', time.gmtime(0))",
    "datetime.date(2025, 1, 1).isoformat()",
    "random.Random(7).random()",
    "zipfile.ZipFile(io.BytesIO(), 'w').writestr(zipfile.ZipInfo('a'), 'b')",
    "open(json.__file__).read()",
    "importlib.import_module('colorsys')",
    "logging.getLogger('jmd').warning('told')",
    "sorted({1, 2})",
)
CODE = """
import datetime, importlib, io, json, logging, os, pathlib, random, secrets, shutil, socket, sqlite3
import subprocess, sys, tempfile, time, urllib.request, uuid, zipfile
from jmdexport.testing._watching import Watch
from jmdexport.testing._worker import readable_places
logging.disable()
tempfile.gettempdir()
target = os.path.join(os.sep, "folder-of-nobody", "file")
watch = Watch(readable_places())
told = {}
for text in json.load(sys.stdin):
    code = compile(text, "sample.py", "eval")
    with watch.on():
        try:
            eval(code)
        except Exception:
            pass
    told[text] = [[event.kind, event.what, event.place] for event in watch.events]
print(json.dumps(told))
"""


@cache
def watched() -> dict[str, list[list[str]]]:
    told = subprocess.run(
        [sys.executable, "-c", CODE],
        input=json.dumps([*DONE, *LEFT_ALONE]),
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert told.returncode == 0, told.stderr
    found: dict[str, list[list[str]]] = json.loads(told.stdout)
    return found


@pytest.mark.parametrize("code", DONE)
def test_it_is_seen(code: str) -> None:
    events = watched()[code]
    assert DONE[code] in {kind for kind, *_ in events}
    assert all(place.startswith(("sample.py:", "<string>:")) for _, _, place in events), events


@pytest.mark.parametrize("code", LEFT_ALONE)
def test_it_is_left_alone(code: str) -> None:
    assert watched()[code] == []
