"""What a person reads whose file has a fault of nearly every kind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from jmdmodel.codec import loads
from jmdmodel.errors import LoadError
from jmdmodel.messages import LANGUAGES, Language

BROKEN = Path(__file__).with_name("broken.yaml")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_faults_of_a_broken_file_read_as_recorded(
    golden: Callable[[str, str | bytes], None], language: Language
) -> None:
    with pytest.raises(LoadError) as caught:
        loads(BROKEN.read_bytes(), name="netzwerk.yaml")
    golden(f"codec/broken.{language}.txt", caught.value.in_(language) + "\n")


def test_the_broken_file_has_many_different_faults() -> None:
    with pytest.raises(LoadError) as caught:
        loads(BROKEN.read_bytes(), name="netzwerk.yaml")
    assert len({fault.code for fault in caught.value.faults}) >= 16
