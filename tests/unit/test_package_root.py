from __future__ import annotations

import subprocess
import sys

import pytest

import jmdmodel

LATE = ("yaml", "cattrs", "networkx", "jinja2", "pluggy", "attrs")


def loaded_after(statement: str) -> set[str]:
    told = f"import sys; {statement}; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_package_loads_no_other_library():
    assert not loaded_after("import jmdmodel") & set(LATE)


def test_making_a_view_loads_neither_file_formats_nor_graphs():
    assert not loaded_after("import jmdmodel; jmdmodel.redact; jmdmodel.work_shares") & set(LATE[:-1])


@pytest.mark.parametrize("name", jmdmodel.__all__)
def test_each_public_name_can_be_had_and_says_what_it_is(name):
    found = getattr(jmdmodel, name)
    assert name in dir(jmdmodel)
    assert found.__doc__


def test_the_list_of_public_names_is_sorted_and_without_doubles():
    assert jmdmodel.__all__ == sorted(set(jmdmodel.__all__))


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'chek'"):
        jmdmodel.chek  # noqa: B018 - asking is the test
