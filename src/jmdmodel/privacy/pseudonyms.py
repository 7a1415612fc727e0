"""New pseudonyms for a third party: whoever gets two exports cannot tell that a case is in both (R-51).

A service knows its cases by pseudonyms of its own. Where case plans go to somebody else, as to a study, each
gets another one, made from its own by HMAC-SHA-256 with a key that stays outside the workspace. The same key,
purpose, recipient and year give the same pseudonym, so that a later delivery fits an earlier one; any other
purpose, recipient or year gives another. Nothing of the new workspace leads back.

**A new pseudonym does not make a case anonymous.** Whoever has the key and the old workspace can make the
link again. And a case can be recognised by what stands in it: age band, quarters, an unusual goal, a partner
that few turn to, the days of its reviews. What leaves is personal data still, and needs a ground like any
other.
"""

from __future__ import annotations

import hmac
import re
import unicodedata
from collections.abc import Mapping
from typing import Any, Final

import attrs

from jmdmodel.borders import need_year
from jmdmodel.collection import Collection
from jmdmodel.errors import ModelError
from jmdmodel.fields import about_field, evolve, fields_of, is_entity
from jmdmodel.ids import Ref
from jmdmodel.mentions import is_telling
from jmdmodel.messages import Message, Say
from jmdmodel.workspace import Workspace

__all__ = ["SHORTEST_KEY", "derived_key", "pseudonym", "rekey"]

SHORTEST_KEY: Final = 32
"""How many bytes a key must have at least: as many as the digest that it is used for."""

_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
"""32 letters and digits, without those that are easily taken for another one."""
_GROUPS, _GROUP = 4, 4
_SCHEME = b"jmdmodel/pseudonyms/1"

_KEY = Say(
    de="Der Schlüssel besteht aus mindestens {n} Bytes.",
    en="The key consists of at least {n} bytes.",
)
_PART = Say(
    de="„{name}“ muss angegeben sein: ein Text, der nicht leer ist.",
    en='"{name}" must be given: a text that is not empty.',
)
_SAME = Say(
    de="Zwei Fälle bekämen dasselbe neue Pseudonym. Mit einem anderen Schlüssel geschieht das nicht.",
    en="Two cases would get the same new pseudonym. With another key this does not happen.",
)
_INSIDE = Say(
    de="In „{path}“ steht ein Pseudonym als Teil einer Kennung und würde so mit hinausgehen. Diese Kennung"
    " ist vorher zu ändern.",
    en='In "{path}" a pseudonym stands inside an identifier and would leave with it. Change that identifier'
    " before.",
)


def derived_key(key: bytes, *, purpose: str, recipient: str, year: int) -> bytes:
    """Give the key of one delivery: one for each purpose, recipient and year.

    Blanks at the edges and the make-up of letters make no difference to purpose and recipient; all else does.

    Raises:
        ModelError: The key is too short or no bytes, purpose or recipient is empty, the year is none.
    """
    if not _is_key(key):
        raise ModelError(Message.of(_KEY, n=SHORTEST_KEY))
    need_year(year)
    parts = [_SCHEME]
    for name, given in (("purpose", purpose), ("recipient", recipient)):
        plain = _plain(given)
        if not plain:
            raise ModelError(Message.of(_PART, name=name))
        parts.append(plain.encode())
    parts.append(str(year).encode())
    told = b"".join(len(part).to_bytes(4, "big") + part for part in parts)  # so that no two say the same
    return hmac.digest(key, told, "sha256")


def _is_key(given: object) -> bool:
    return isinstance(given, bytes) and len(given) >= SHORTEST_KEY


def _plain(given: object) -> str:
    return " ".join(unicodedata.normalize("NFC", given).split()) if isinstance(given, str) else ""


def pseudonym(key: bytes, identifier: str) -> str:
    """Give the pseudonym of an identifier under the key of a delivery; 80 bits in groups of four.

    Example:
        >>> key = derived_key(bytes(32), purpose="Studie", recipient="Hochschule", year=2025)
        >>> pseudonym(key, "fall-017")
        'p-rtmg-r8nc-4ksv-rpsb'
    """
    number = int.from_bytes(hmac.digest(key, identifier.encode(), "sha256"), "big")
    groups = []
    for _ in range(_GROUPS):
        letters = []
        for _ in range(_GROUP):
            number, rest = divmod(number, len(_LETTERS))
            letters.append(_LETTERS[rest])
        groups.append("".join(letters))
    return "-".join(["p", *groups])


def rekey(workspace: Workspace, *, key: bytes, purpose: str, recipient: str, year: int) -> Workspace:
    """Give a workspace whose cases have new pseudonyms, everywhere and with no way back (R-51).

    Where a text names a case by its old pseudonym, as a whole word, it names it by the new one; a pseudonym
    that is a mere word or a mere number is left in texts, where it may mean something else. Cases that a
    collection only knows beyond what it shows are renamed, too. German: neu verschlüsselte Pseudonyme.

    Args:
        workspace: The whole workspace; export a view of what comes back.
        key: At least 32 random bytes that only the service has, kept outside the workspace.
        purpose: What the recipient gets it for.
        recipient: Who gets it.
        year: The year of the delivery.

    Raises:
        ModelError: Key, purpose, recipient or year are none; two cases would get the same pseudonym; an old
            one stands inside the identifier of something else.

    Example:
        >>> from jmdmodel.testing.builders import small
        >>> there = rekey(small(), key=bytes(32), purpose="Studie", recipient="Hochschule", year=2025)
        >>> there.cases.ids()
        ('p-rtmg-r8nc-4ksv-rpsb',)
    """
    own = derived_key(key, purpose=purpose, recipient=recipient, year=year)
    cases = (*workspace.cases, *workspace.cases.beyond())
    names = {case.id: pseudonym(own, case.id) for case in cases}
    if len(set(names.values())) < len(names):
        raise ModelError(Message.of(_SAME))
    if not names:
        return workspace
    return _Renamer.of(names, own).whole(workspace)


@attrs.frozen
class _Renamer:
    """Puts new names in the place of old ones."""

    names: Mapping[str, str] = attrs.field(repr=False)
    words: re.Pattern[str] | None = attrs.field(repr=False)
    key: bytes = attrs.field(repr=False)

    @classmethod
    def of(cls, names: Mapping[str, str], key: bytes) -> _Renamer:
        telling = sorted(filter(is_telling, names), key=lambda name: (-len(name), name))
        pattern = rf"(?<![\w-])(?:{'|'.join(map(re.escape, telling))})(?![\w-])"
        return cls(names, re.compile(pattern, re.IGNORECASE | re.ASCII) if telling else None, key)

    def whole(self, workspace: Workspace) -> Workspace:
        changes: dict[str, Any] = {}
        for field in fields_of(Workspace):
            held = getattr(workspace, field.name)
            if isinstance(held, Collection):
                shown, beyond = (
                    [self.thing(one, field.name) for one in some] for some in (held, held.beyond())
                )
                changes[field.name] = Collection(shown, beyond=beyond)
            else:
                changes[field.name] = self.value(held, field, field.name)
        return evolve(workspace, **changes)

    def thing(self, thing: Any, path: str) -> Any:
        """Give a thing of the workspace, or a part of one, with the new names."""
        changes: dict[str, Any] = {}
        made: Any
        for field in fields_of(type(thing)):
            value = getattr(thing, field.name)
            if field.name == "id":
                made = self.identifier(value, path)
            elif isinstance(value, Collection):
                made = Collection(self.thing(one, f"{path}.{field.name}") for one in value)
            else:
                made = self.value(value, field, f"{path}.{field.name}")
            if made != value:
                changes[field.name] = made
        return evolve(thing, **changes) if changes else thing

    def identifier(self, identifier: str, path: str) -> str:
        if path == "cases":
            return self.names[identifier]
        parts = identifier.split("-")
        ends = [(start, end) for end in range(1, len(parts) + 1) for start in range(end)]
        inside = {"-".join(parts[start:end]) for start, end in ends}
        if any(is_telling(name) for name in inside & self.names.keys()):
            raise ModelError(Message.of(_INSIDE, path=f"{path}.id"))
        return identifier

    def value(self, value: Any, field: attrs.Attribute[Any], path: str) -> Any:
        """Give the value of a field with the new names."""
        told = about_field(field)
        if isinstance(value, tuple):
            return tuple(self.value(part, field, path) for part in value)
        if is_entity(type(value)):
            return self.thing(value, path)
        if isinstance(value, Ref):
            return Ref("cases", pseudonym(self.key, value.id)) if value.collection == "cases" else value
        if isinstance(value, str) and told.refers:
            return pseudonym(self.key, value) if told.refers == "cases" else value
        plain = isinstance(value, str) and not (told.terms or told.pattern)
        return self.words.sub(self.new, value) if plain and self.words else value

    def new(self, hit: re.Match[str]) -> str:
        """Give the new name for an old one in a text, whatever the case of its letters."""
        return self.names[hit[0].lower()]
