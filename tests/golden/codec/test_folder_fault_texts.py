"""What a person reads whose folder has a fault of every kind that only folders and tables have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from jmdmodel.codec import part_faults
from jmdmodel.codec.faults import FaultKind
from jmdmodel.codec.folder import loads_folder
from jmdmodel.errors import LoadError
from jmdmodel.messages import LANGUAGES, Language

BROKEN = Path(__file__).with_name("broken-folder")


def load_broken() -> LoadError:
    with pytest.raises(LoadError) as caught:
        loads_folder({path.name: path.read_bytes() for path in BROKEN.iterdir()}, name="mappe")
    return caught.value


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_faults_of_a_broken_folder_read_as_recorded(
    golden: Callable[[str, str | bytes], None], language: Language
) -> None:
    golden(f"codec/broken-folder.{language}.txt", load_broken().in_(language) + "\n")


def test_the_broken_folder_has_every_kind_of_fault_but_that_of_no_workspace_at_all() -> None:
    kinds = {kind.code for kind in vars(part_faults).values() if isinstance(kind, FaultKind)}
    assert kinds - {fault.code for fault in load_broken().faults} == {part_faults.NO_ROOT_PART.code}
