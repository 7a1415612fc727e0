"""What the tests of the codec share: small files, and the one fault that is expected at a mark in them."""

from __future__ import annotations

import pytest

from jmdmodel.codec import loads
from jmdmodel.errors import LoadError, LoadFault

HEAD = "schema: 2\nservice:\n  name: JMD\n  provider: T\n"
JSON_HEAD = '{"schema": 2, "service": {"name": "JMD", "provider": "T"}'
MARK = "«"


def faults_of(data: str | bytes, *, name: str = "w.yaml") -> tuple[LoadFault, ...]:
    """Give the faults of a file that must be refused."""
    with pytest.raises(LoadError) as caught:
        loads(data.encode() if isinstance(data, str) else data, name=name)
    return caught.value.faults


def marked(text: str) -> tuple[str, tuple[int, int]]:
    """Give a text without its mark, and the line and column that the mark stood at."""
    before, _, after = text.partition(MARK)
    return before + after, (before.count("\n") + 1, len(before) - before.rfind("\n"))


def fault_at_mark(text: str, *, name: str = "w.yaml") -> LoadFault:
    """Give the only fault of a file; it must stand at the mark."""
    bare, place = marked(text)
    (fault,) = faults_of(bare, name=name)
    assert (fault.position.line, fault.position.column) == place, fault.in_("en")
    assert fault.position.file == name
    return fault
