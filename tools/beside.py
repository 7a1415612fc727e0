"""Runs two commands at the same time: nox runs its sessions one after the other, and half the cores rest."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence


def run_beside(shown: Sequence[str], kept: Sequence[str]) -> tuple[int, int]:
    """Run two commands, give their exit statuses; what the second prints is shown when both have ended."""
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as told:
        second = subprocess.Popen(kept, stdout=told, stderr=subprocess.STDOUT)  # noqa: S603 - our own commands
        try:
            first = subprocess.run(shown, check=False).returncode  # noqa: S603 - our own commands
        except BaseException:
            second.terminate()
            raise
        finally:
            status = second.wait()
            told.seek(0)
            shutil.copyfileobj(told, sys.stdout)
            sys.stdout.flush()
    return first, status
