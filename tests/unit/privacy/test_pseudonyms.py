"""New pseudonyms for third parties: stable, unlike, complete, and with no way back."""

from __future__ import annotations

import hashlib
import hmac
import pickle
from datetime import date
from typing import Any

import pytest

from jmdmodel import rekey
from jmdmodel.codec import dumps, validate
from jmdmodel.entities import CasePlan, PlanGoal
from jmdmodel.errors import ModelError
from jmdmodel.fields import about, entity
from jmdmodel.ids import Ref, is_identifier
from jmdmodel.privacy import pseudonyms
from jmdmodel.privacy.pseudonyms import derived_key, pseudonym
from jmdmodel.scales import Audience
from jmdmodel.testing.builders import activity, minimal, partner, small
from jmdmodel.vocabulary import Topic
from jmdmodel.workspace import Workspace

KEY = bytes(range(32))
FOR: dict[str, Any] = {"purpose": "Studie", "recipient": "Hochschule Mayen", "year": 2025}
DAY = date(2025, 3, 1)


def case(identifier: str, *texts: str) -> CasePlan:
    return CasePlan(id=identifier, goals=tuple(PlanGoal(topic=Topic.SCHOOL, text=text) for text in texts))


def new(identifier: str, key: bytes = KEY, **changes: Any) -> str:
    return pseudonym(derived_key(key, **FOR | changes), identifier)


def test_the_same_key_and_delivery_give_the_same_pseudonym() -> None:
    one = rekey(small(), key=KEY, **FOR)
    assert rekey(small(), key=KEY, **FOR) == one
    assert one.cases.ids() == (new("fall-017"),)


def test_it_is_fixed_for_all_versions_to_come() -> None:
    """Else a later delivery would not fit an earlier one; counted anew here with nothing but hmac."""
    parts = [b"jmdmodel/pseudonyms/1", b"Studie", b"Hochschule Mayen", b"2025"]
    told = b"".join(len(part).to_bytes(4, "big") + part for part in parts)
    own = hmac.new(KEY, told, hashlib.sha256).digest()
    number = int.from_bytes(hmac.new(own, b"fall-017", hashlib.sha256).digest(), "big")
    letters = "0123456789abcdefghjkmnpqrstvwxyz"
    spelled = "".join(letters[number >> 5 * place & 31] for place in range(16))
    assert new("fall-017") == "-".join(["p", *(spelled[at : at + 4] for at in range(0, 16, 4))])


@pytest.mark.parametrize(
    "other",
    [
        {"key": bytes(32)},
        {"purpose": "Prüfung"},
        {"recipient": "Land"},
        {"year": 2026},
        {"identifier": "fall-018"},
    ],
)
def test_another_key_purpose_recipient_year_or_case_gives_another_pseudonym(other: dict[str, Any]) -> None:
    given = {"identifier": "fall-017"} | other
    assert new(given.pop("identifier"), **given) != new("fall-017")


def test_purpose_and_recipient_do_not_run_into_each_other() -> None:
    assert new("a", purpose="Studie A", recipient="B") != new("a", purpose="Studie", recipient="A B")


def test_blanks_and_the_make_up_of_letters_make_no_difference() -> None:
    same = [new("a", recipient=one) for one in ("Träger  Süd", " Träger Süd\n", "Tra\u0308ger Su\u0308d")]
    assert len(set(same)) == 1


def test_a_new_pseudonym_is_a_sound_identifier_that_can_be_read_out() -> None:
    for number in range(500):
        made = new(f"fall-{number}")
        assert is_identifier(made)
        assert len(made) == 21
        assert not set(made[1:]) & set("ilou")


def test_ten_thousand_cases_have_unlike_pseudonyms() -> None:
    own = derived_key(KEY, **FOR)
    assert len({pseudonym(own, f"fall-{number}") for number in range(10_000)}) == 10_000


def test_two_cases_that_would_get_the_same_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pseudonyms, "pseudonym", lambda key, identifier: "p-same")
    with pytest.raises(ModelError, match="same new pseudonym"):
        rekey(minimal(case("a-1"), case("a-2")), key=KEY, **FOR)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"key": bytes(31)}, "at least 32"),
        ({"key": "x" * 40}, "at least 32"),
        ({"key": bytearray(40)}, "at least 32"),
        ({"purpose": ""}, "purpose"),
        ({"purpose": None}, "purpose"),
        ({"recipient": " \n"}, "recipient"),
        ({"year": "2025"}, "year"),
        ({"year": True}, "year"),
    ],
)
def test_what_is_no_key_or_no_delivery_is_refused(changes: dict[str, Any], told: str) -> None:
    given = {"key": KEY} | FOR | changes
    with pytest.raises(ModelError, match=told) as caught:
        rekey(small(), **given)
    assert "xxxx" not in str(caught.value)


def test_old_pseudonyms_are_nowhere_in_what_comes_back() -> None:
    before = minimal(
        partner("jobcenter", note="Bei fall-017 und Fall-018 (nicht fall-0170) beteiligt."),
        case("fall-017", "Wie fall-018.", "x-fall-017"),
        case("fall-018"),
        activity("a", DAY, note="fall-018"),
    )
    after = rekey(before, key=KEY, **FOR)
    text = dumps(after).decode()
    assert after.partners["jobcenter"].note == (
        f"Bei {new('fall-017')} und {new('fall-018')} (nicht fall-0170) beteiligt."
    )
    assert after.activities["a"].note == new("fall-018")
    left = text.replace("fall-0170", "").replace("x-fall-017", "")
    assert "fall-01" not in left.lower()
    assert b"fall-018" not in pickle.dumps(after)
    assert validate(after) == ()


def test_all_but_the_pseudonyms_stays() -> None:
    before, after = small(), rekey(small(), key=KEY, **FOR)
    assert after.without(Ref("cases", new("fall-017"))) == before.without(Ref("cases", "fall-017"))
    (one,), (other,) = before.cases, after.cases
    assert (other.goals, other.began, other.retain_until) == (one.goals, one.began, one.retain_until)


def test_the_order_of_the_cases_tells_nothing_of_the_old_order() -> None:
    many = [f"fall-{number:03}" for number in range(50)]
    after = rekey(minimal(*map(case, many)), key=KEY, **FOR)
    assert list(after.cases.ids()) == sorted(map(new, many)) != list(map(new, many))


def test_cases_beyond_those_shown_are_renamed_too() -> None:
    ended = CasePlan(id="fall-1", began="2020-Q1", ended="2020-Q2")
    after = rekey(minimal(ended, case("fall-2")).as_of(DAY), key=KEY, **FOR)
    assert [one.id for one in after.cases.beyond()] == [new("fall-1")]
    assert after.cases.ids() == (new("fall-2"),)


@pytest.mark.parametrize("identifier", ["fall-017", "a-fall-017", "fall-017-a", "a-fall-017-b"])
def test_a_pseudonym_inside_another_identifier_is_refused_without_telling_it(identifier: str) -> None:
    with pytest.raises(ModelError, match=r"activities\.id") as caught:
        rekey(minimal(case("fall-017"), activity(identifier, DAY)), key=KEY, **FOR)
    assert "017" not in str(caught.value)


@pytest.mark.parametrize("identifier", ["xfall-017", "fall-0170", "fall", "017", "fall-a-017"])
def test_an_identifier_that_only_looks_alike_is_no_matter(identifier: str) -> None:
    assert rekey(minimal(case("fall-017"), activity(identifier, DAY)), key=KEY, **FOR).activities.ids() == (
        identifier,
    )


@pytest.mark.parametrize("name", ["haus", "7", "2025"])
def test_a_pseudonym_that_is_a_mere_word_or_number_is_left_where_it_may_mean_something_else(
    name: str,
) -> None:
    before = minimal(partner("haus", note=f"Das {name} am Markt"), partner("haus-7"), case(name))
    after = rekey(before, key=KEY, **FOR)
    assert after.cases.ids() == (new(name),)
    assert after.partners == before.partners


@entity("Verweis", "reference", Audience.SOCIAL)
class Referring(PlanGoal):
    case: str | None = about("Fall", "case", Audience.SOCIAL, default=None, refers="cases")
    others: tuple[Ref, ...] = about("auch", "also", Audience.SOCIAL, default=(), refers="cases partners")


def test_references_to_cases_lead_to_the_new_pseudonyms_and_those_to_nothing_tell_no_old_one() -> None:
    goal = Referring(
        topic=Topic.SCHOOL,
        text="x",
        case="fall-2",
        others=(Ref("cases", "gone-1"), Ref("partners", "fall-2")),
    )
    before = minimal(CasePlan(id="fall-1", goals=(goal,)), case("fall-2"))
    made = rekey(before, key=KEY, **FOR).cases[new("fall-1")].goals[0]
    assert isinstance(made, Referring)
    assert made.case == new("fall-2")
    assert made.others == (Ref("cases", new("gone-1")), Ref("partners", "fall-2"))


def test_a_workspace_without_cases_stays_as_it_is() -> None:
    space: Workspace = minimal(partner("schule"))
    assert rekey(space, key=KEY, **FOR) == space
