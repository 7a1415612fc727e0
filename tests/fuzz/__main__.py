"""Feed the loader with inputs of a coverage-guided fuzzer: ``nox -s fuzz``, or ``-- 50000`` for fewer.

The inputs are made in portions by processes of their own, for YAML and JSON at the same time; what a
portion found interesting is the start of the next. Seeds are fixed. An input that breaks a promise is
kept in the folder that the message names.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.conftest import shared_folder
from tests.fuzz._seeds import LONGEST, seeds, words
from tests.fuzz._target import NAMES, SECONDS

PORTION = 25_000


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("inputs", nargs="?", type=int, default=10**6, help="how many inputs")
    asked.add_argument("--seed", type=int, default=1, help="number that everything follows from")
    asked.add_argument("--folder", type=Path, default=Path(".nox") / "fuzz-found", help="where findings go")
    args = asked.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    if shared_folder() is None:
        print("The research data is not here (JMD_SHARED): the seeds are those of the project alone.")
    share = -(-args.inputs // len(NAMES))
    with ThreadPoolExecutor(len(NAMES)) as pool:
        told = list(pool.map(lambda name: one_format(name, share, args.seed, args.folder), NAMES))
    for name, counts in zip(NAMES, told, strict=True):
        print(f"{name}: " + ", ".join(f"{what} {n:,}" for what, n in sorted(counts.items())))
    done = sum(counts["inputs"] for counts in told)
    broken = sum(counts["broken"] for counts in told)
    print(f"{done:,} inputs, {broken} broke a promise.")
    return 1 if broken or done < args.inputs else 0


def one_format(name: str, inputs: int, seed: int, folder: Path) -> Counter[str]:
    """Run the portions of one format, one after the other."""
    start, grown = folder / f"start-{name}", folder / f"grown-{name}"
    for place in (start, grown):
        place.mkdir(exist_ok=True)
        for old in place.iterdir():
            old.unlink()
    for number, data in enumerate(seeds(name, shared_folder())):
        (start / f"{number:04}").write_bytes(data)
    (folder / "words").write_text("".join(f'"{_escaped(word)}"\n' for word in words()), encoding="utf-8")
    counts: Counter[str] = Counter()
    portion = 0
    while counts["inputs"] < inputs:
        wanted = min(PORTION, inputs - counts["inputs"])
        portion += 1
        result = run(name, wanted, seed * 1_000 + portion, folder)
        slowest = max(counts["slowest ms"], int(1000 * result.pop("slowest")))
        counts.update(result)
        counts["slowest ms"] = slowest
        print(f"{name} portion {portion}: {counts['inputs']:,} inputs, {counts['broken']} broken", flush=True)
        if not result["inputs"]:
            counts["broken"] += 1  # the process itself did not live to tell
            break
    return counts


def _escaped(word: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word.encode())


def run(name: str, inputs: int, seed: int, folder: Path) -> dict[str, Any]:
    """Run one portion in a process of its own and give its counts."""
    told = folder / f"told-{name}.json"
    told.unlink(missing_ok=True)
    command = [
        *(sys.executable, "-m", "tests.fuzz._portion", name, str(inputs), str(told), str(folder)),
        *(f"-seed={seed}", f"-max_len={LONGEST}", f"-timeout={int(SECONDS)}", "-rss_limit_mb=2500"),
        *(f"-artifact_prefix={folder}/stopped-", f"-dict={folder}/words", "-verbosity=0", "-len_control=0"),
        *(f"{folder}/grown-{name}", f"{folder}/start-{name}"),
    ]
    done = subprocess.run(
        command, env={**os.environ, "PYTHONHASHSEED": "0"}, capture_output=True, text=True, check=False
    )
    if not told.is_file():
        print(done.stdout[-2_000:], done.stderr[-4_000:])
        return {"inputs": 0, "broken": 0, "slowest": 0.0}
    result: dict[str, Any] = json.loads(told.read_text(encoding="utf-8"))
    for line in result.pop("findings"):
        print(line)
    return result


if __name__ == "__main__":
    sys.exit(main())
