"""Collections: ordered by identifier, immutable, with things beyond what they show."""

from __future__ import annotations

import pickle

import pytest

from jmdmodel.collection import Collection
from jmdmodel.entities.partner import Partner
from jmdmodel.errors import ModelError
from jmdmodel.fields import evolve
from jmdmodel.testing.builders import partner

A, B, C = partner("a"), partner("b"), partner("c")


def of(*items: Partner, beyond: tuple[Partner, ...] = ()) -> Collection[Partner]:
    return Collection(items, beyond=beyond)


def test_things_come_in_the_order_of_their_identifiers() -> None:
    assert list(of(C, A, B)) == [A, B, C]
    assert of(C, A).ids() == ("a", "c")


def test_the_order_in_which_things_were_given_makes_no_difference() -> None:
    assert of(A, B, beyond=(C,)) == of(B, A, beyond=(C,))
    assert hash(of(A, B)) == hash(of(B, A))


def test_things_are_found_by_identifier() -> None:
    held = of(A, beyond=(B,))
    assert held["a"] is A
    assert held["b"] is B
    assert held.get("x") is None
    assert held.get(None) is None
    assert held.get("x", A) is A
    assert "a" in held
    assert "b" in held
    assert "x" not in held
    assert A not in held


def test_what_is_not_there_is_an_error_of_the_model() -> None:
    with pytest.raises(ModelError, match="nothing with this identifier"):
        of(A)["b"]


def test_what_lies_beyond_is_not_shown() -> None:
    held = of(beyond=(B, A))
    assert (len(held), bool(held), list(held), held.ids()) == (0, False, [], ())
    assert held.beyond() == (A, B)


@pytest.mark.parametrize(("items", "beyond"), [((A, B, A), ()), ((A,), (A,)), ((), (A, A))])
def test_an_identifier_belongs_to_one_thing(items: tuple[Partner, ...], beyond: tuple[Partner, ...]) -> None:
    with pytest.raises(ModelError, match=r"same identifier: a\."):
        of(*items, beyond=beyond)


def test_adding_puts_in_the_place_of_the_old_also_beyond() -> None:
    new = evolve(A, name="neu")
    assert list(of(A, B).with_(new, C)) == [new, B, C]
    held = of(B, beyond=(A,)).with_(new)
    assert (list(held), held.beyond()) == ([new, B], ())


def test_the_last_of_several_things_with_one_identifier_is_put_in() -> None:
    new = evolve(A, name="neu")
    assert list(of().with_(A, new)) == [new]


def test_taking_away_also_takes_from_beyond_and_minds_nothing_missing() -> None:
    held = of(A, B, beyond=(C,))
    assert held.without("c") == of(A, B)
    assert held.without("a") == of(B, beyond=(C,))
    assert held.without("x") == held


def test_what_fails_the_test_moves_beyond_and_stays_findable() -> None:
    held = of(A, B, beyond=(C,)).only(lambda thing: thing.id == "b")
    assert list(held) == [B]
    assert held.beyond() == (A, C)
    assert held["a"] is A


def test_two_collections_differ_by_what_they_show() -> None:
    assert of(A, beyond=(B,)) != of(A, B)
    assert of(A) != [A]
    assert of() == Collection()


def test_a_collection_survives_a_process_border() -> None:
    held = of(A, beyond=(B,))
    held.get("a")
    again = pickle.loads(pickle.dumps(held))
    assert again == held
    assert again["b"] == B


def test_a_collection_shows_how_many_it_holds_and_nothing_of_them() -> None:
    assert repr(of(A, B, beyond=(C,))) == "<Collection of 2>"
