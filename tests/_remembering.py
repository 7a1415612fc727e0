"""Work out a pure function of the library once for each input, where a test asks for the same often.

What is remembered are only functions that give an immutable value for immutable values, and that touch no
disk: the next call with the same input could give nothing else. The functions below them run as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from jmdexport.searching import Reader, Reading
from jmdmodel.codec import folder, folder_writing


def _key(value: Any) -> Any:
    """Give what tells an argument: files by their bytes, anything else by being the same object."""
    if isinstance(value, Mapping):
        return tuple(sorted(value.items()))
    return value if isinstance(value, str | bool | None) else id(value)


def remembered(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give the function with a memory; what is given out is the same object for the same input."""
    known: dict[Any, tuple[Any, Any]] = {}

    def ask(*args: Any, **options: Any) -> Any:
        key = (*map(_key, args), *((name, _key(value)) for name, value in sorted(options.items())))
        if key not in known:
            known[key] = function(*args, **options), (args, options)  # kept, so that no id is given anew
        return known[key][0]

    return ask


@pytest.fixture(scope="module")
def bytes_read_once() -> Iterator[None]:
    """Let a folder's bytes be read and written once for each input; the disk is no part of it."""
    with pytest.MonkeyPatch.context() as patch:
        read, write = remembered(folder.loads_folder), remembered(folder_writing.folder_files)
        patch.setattr(folder, "loads_folder", read)
        patch.setattr(folder_writing, "loads_folder", read)
        patch.setattr(folder_writing, "folder_files", write)
        yield


@pytest.fixture
def files_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the library's search and that of the test share what can be read in a file."""
    real, known = Reader.readings, dict[tuple[int, int, bytes], tuple[tuple[Reading, ...], Reader]]()

    def readings(self: Reader, data: bytes) -> Iterator[Reading]:
        key = self.most, self.deepest, data
        if key not in known:
            reader = Reader(most=self.most, deepest=self.deepest)
            known[key] = tuple(real(reader, data)), reader
        texts, reader = known[key]
        self.left_out |= reader.left_out
        self.read += reader.read
        return iter(texts)

    monkeypatch.setattr(Reader, "readings", readings)
