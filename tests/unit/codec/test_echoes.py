"""A key that is no identifier is told once, and not again at each reference to it."""

from __future__ import annotations

import pytest

from tests.unit.codec._files import HEAD, faults_of

BAD_KEY = """\
networks:
  ag migration:
    name: AG
committees:
  runde:
    name: Runde
    kind: working-group
    network: {reference}
activities:
  a-1:
    day: 2025-01-01
    minutes: 5
    area: network
    regarding: [networks/{reference}]
"""


@pytest.mark.parametrize("reference", ["ag migration", "ag-migration"])
def test_references_to_a_key_that_is_no_identifier_are_not_told_again(reference: str) -> None:
    found = faults_of(HEAD + BAD_KEY.format(reference=reference))
    assert [(fault.code, fault.path, fault.near) for fault in found] == [
        ("L119", "networks/ag migration", "ag-migration")
    ]


def test_other_references_are_still_told_beside_a_key_that_is_no_identifier() -> None:
    found = faults_of(HEAD + BAD_KEY.format(reference="AG Jugend"))
    assert [fault.code for fault in found if "ag migration" not in fault.path] != []
