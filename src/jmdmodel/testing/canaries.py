"""A sound workspace with a token in every field, to see what an exporter lets out (R-51).

Every text and identifier of the model holds a token that stands nowhere else, most numbers and days a value
that stands nowhere else. It is made from what the fields say of themselves, so that a field that joins the
model has its token without a line here. Needs no further package.

Example:
    >>> from jmdmodel.privacy import redact
    >>> from jmdmodel.scales import Audience
    >>> planted = canaries()
    >>> view = redact(planted.workspace, Audience.REPORT)
    >>> [one.path for one in planted.above(Audience.REPORT) if one.token in repr(view)]
    []
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Any, Final, Literal, TypeAlias

import attrs

from jmdmodel.codec.plan import FieldPlan, is_record, plan_of
from jmdmodel.collection import Collection
from jmdmodel.fields import broken_by, evolve, info_of, is_entity
from jmdmodel.ids import Ref
from jmdmodel.messages import LANGUAGES, in_long_date
from jmdmodel.period import Period
from jmdmodel.scales import Audience, Coded
from jmdmodel.vocabulary import kinds_of_vocabulary
from jmdmodel.workspace import ENTITY_OF, Vocabulary, Workspace

__all__ = ["YEAR", "Canary", "Kind", "Planted", "canaries"]

YEAR: Final = 2025
"""The year that the workspace tells of; its map, its report and all its days are of this year."""

Kind: TypeAlias = Literal["text", "identifier", "number", "day"]
"""What a token is: a made-up word in a text or as an identifier, or a value that stands nowhere else."""

_FIRST_DAY, _TWO_YEARS = date(YEAR, 1, 1), timedelta(days=731)
_TRICKY = " ä&ß<é>\"'x; $1 \\n %41 =3D\u200bż"
"""What stands behind a token in a text: characters that every format has to escape in its own way."""
_WIDE = 99_999
_SQUARE = '{"type": "Polygon", "coordinates": [[[7, 50], [8, 50], [8, 51], [7, 51], [7, 50]]]}'


@attrs.frozen
class Canary:
    """One token: what is to be looked for, the field it stands in, the lowest audience that may see it.

    Attributes:
        token: The word, the digits, or the day as in a file.
        path: Collection and fields, ``contacts.ratings.note``.
        privacy: The highest class on the way there.
        kind: What the token is.
    """

    token: str
    path: str
    privacy: Audience
    kind: Kind = "text"

    @property
    def forms(self) -> tuple[str, ...]:
        """The ways in which the token may be written.

        Example:
            >>> Canary("61002", "offers.places", Audience.PUBLIC, "number").forms
            ('61002', '61.002', '61,002')
        """
        if self.kind == "number":
            return (
                self.token,
                f"{self.token[:-3]}.{self.token[-3:]}",
                f"{self.token[:-3]},{self.token[-3:]}",
            )
        if self.kind == "day":
            day = date.fromisoformat(self.token)
            spoken = (in_long_date(day, language) for language in LANGUAGES)
            return tuple(
                dict.fromkeys([self.token, day.strftime("%d.%m.%Y"), day.strftime("%Y%m%d"), *spoken])
            )
        return (self.token,)


@attrs.frozen(kw_only=True)
class Planted:
    """A workspace full of tokens, the tokens, and the fields that can have none.

    Attributes:
        workspace: Sound: it can be saved and loaded, and rules and analysis run on it.
        canaries: The tokens, in the order of the model; a field may have several.
        silent: Fields that cannot have a token, each with the reason: a word of a list, yes or no, a year,
            a number of few digits.
    """

    workspace: Workspace
    canaries: tuple[Canary, ...]
    silent: Mapping[str, str]

    def above(self, audience: Audience) -> tuple[Canary, ...]:
        """Give the tokens that an audience must not see."""
        return tuple(one for one in self.canaries if one.privacy > audience)

    def within(self, audience: Audience) -> tuple[Canary, ...]:
        """Give the tokens that an audience may see."""
        return tuple(one for one in self.canaries if one.privacy <= audience)


def canaries() -> Planted:
    """Give a workspace with a token in every field that can have one, the same each time.

    Every collection has two things in it, or one where its identifiers are years; parts of which only one
    alternative may be given stand there several times.
    """
    planter = _Planter()
    whole = planter.whole()
    return Planted(workspace=whole, canaries=tuple(planter.planted.values()), silent=dict(planter.silent))


@attrs.define
class _Planter:
    """Makes the things one after the other and writes down where each token went."""

    planted: dict[str, Canary] = attrs.field(factory=dict)
    silent: dict[str, str] = attrs.field(factory=dict)
    ids: dict[str, tuple[str, ...]] = attrs.field(factory=dict)
    words: dict[str, str] = attrs.field(factory=dict)
    tokens: int = 0
    days: int = 0

    def whole(self) -> Workspace:
        for name, cls in ENTITY_OF.items():
            years = isinstance(getattr(cls, "year", None), property)
            self.ids[name] = (str(YEAR),) if years else (self.token(), self.token())
            path, level = f"{name}.id", info_of(cls).privacy
            if years:
                self.silent[path] = "a year"
            for one in () if years else self.ids[name]:
                self.note(Canary(one, path, level, "identifier"))
        values: dict[str, Any] = {"vocabulary": self.vocabulary()}
        for plan in plan_of(Workspace):
            if plan.shape == "collection":
                made = (self.full(plan.type, plan.name, Audience.PUBLIC, one) for one in self.ids[plan.name])
                values[plan.name] = Collection(made)
            elif plan.name not in {"vocabulary", "view"}:
                values[plan.name] = self.value(plan, plan.name, info_of(plan.type).privacy, "", Workspace)
        return Workspace(**values)

    def vocabulary(self) -> Vocabulary:
        """Give one own word below the first kind of each part."""
        term = plan_of(Vocabulary)[0].type
        parts: dict[str, Any] = {}
        for part, kinds in kinds_of_vocabulary().items():
            self.words[part] = self.token()
            path = f"vocabulary.{part}"
            self.note(Canary(self.words[part], f"{path}.id", Audience.PUBLIC, "identifier"))
            self.silent[f"{path}.parent"] = "a word of a list"
            labels = {name: self.text(f"{path}.{name}", Audience.PUBLIC) for name in ("label_de", "label_en")}
            parts[part] = Collection([term(id=self.words[part], parent=next(iter(kinds)).code, **labels)])
        return Vocabulary(**parts)

    def full(self, cls: type, path: str, level: Audience, identifier: str = "") -> Any:
        """Give a thing with all its fields, less those that a rule of sense does not allow beside others."""
        return self.variants(cls, path, level, identifier)[0]

    def variants(self, cls: type, path: str, level: Audience, identifier: str = "") -> list[Any]:
        """Give a full thing, and for each field that had to go from it one that has it."""
        level = max(level, info_of(cls).privacy) if is_entity(cls) else level
        plans = [plan for plan in plan_of(cls) if plan.name != "id"]
        values: dict[str, Any] = {"id": identifier} if identifier else {}
        for plan in plans:
            own = max(level, plan.about.privacy)
            made = self.value(plan, f"{path}.{plan.name}", own, identifier, cls)
            if made is not None:
                values[plan.name] = made
        optional = [plan for plan in plans if not plan.required and plan.name in values]
        first, gone = _without_broken(cls(**values), optional)
        return [first, *(one for plan in gone for one in _alone(values, cls, plan))]

    def value(self, plan: FieldPlan, path: str, level: Audience, identifier: str, cls: type) -> Any:
        """Give the value of a field; ``None`` where there is none it could have."""
        if plan.about.refers:
            return self.references(plan, identifier, cls)
        if plan.about.terms:
            self.silent[path] = "a word of the vocabulary"
            word = self.words[plan.about.terms]
            return (word,) if plan.shape == "many" else word
        if is_record(plan.type) and plan.type is not Period:
            if plan.shape == "many":
                return tuple(self.variants(plan.type, path, level))
            return self.full(plan.type, path, level)
        one = self.one(plan, path, level)
        return (one,) if plan.shape == "many" else one

    def references(self, plan: FieldPlan, identifier: str, cls: type) -> Any:
        """Give references to the last thing of a collection; within its own to the one before: no circles."""
        names = str(plan.about.refers).split()
        if plan.type is Ref:
            refs = tuple(Ref(name, self.ids[name][-1]) for name in names)
            return refs if plan.shape == "many" else refs[0]
        known = self.ids[names[0]]
        if ENTITY_OF[names[0]] is cls:
            known = known[: known.index(identifier)]
            if not known:
                return None
        if plan.shape == "pair":
            return known[:2]
        return (known[-1],) if plan.shape == "many" else known[-1]

    def one(self, plan: FieldPlan, path: str, level: Audience) -> Any:
        """Give one value and note its token, or why it has none."""
        kind = getattr(plan.type, "__supertype__", plan.type)
        if kind is str:
            return self.shaped(plan, path, level) or self.text(path, level)
        if kind is date:
            return self.day(path, level)
        if kind is Period:
            since = self.day(f"{path}.since", level, away=-_TWO_YEARS)
            return Period(since=since, until=self.day(f"{path}.until", level, away=_TWO_YEARS))
        if kind is int:
            return self.number(plan, path, level)
        if issubclass(kind, Coded):
            self.silent[path] = "a word of a list"
            return next(iter(kind))
        self.silent[path] = "yes or no" if kind is bool else "a number of few digits"
        return True if kind is bool else Fraction(50)

    def shaped(self, plan: FieldPlan, path: str, level: Audience) -> str | None:
        """Give a text that has to have a form; ``None`` where any text will do."""
        forms = {"ags": "01067000", "ars": "010670000000", "outline": _SQUARE, "began": f"{YEAR}-Q1"}
        forms |= {"ended": f"{YEAR}-Q4"}
        if plan.name in forms and (plan.about.pattern or plan.name == "outline"):
            self.silent[path] = "a text of a fixed form"
            return forms[plan.name]
        if plan.about.pattern is None:
            return None
        token = self.token()
        self.note(Canary(token, path, level))
        return f"https://example.org/{token}" if plan.name == "web" else token

    def text(self, path: str, level: Audience) -> str:
        token = self.token()
        self.note(Canary(token, path, level))
        return token + _TRICKY

    def number(self, plan: FieldPlan, path: str, level: Audience) -> int:
        most = plan.about.maximum
        if plan.name == "year":
            self.silent[path] = "a year"
            return YEAR
        if most is not None and most < _WIDE:
            self.silent[path] = "a number of few digits"
            return max(plan.about.minimum or 0, 1)
        value = 61_002 + 13 * len(self.planted)
        self.note(Canary(str(value), path, level, "number"))
        return value

    def day(self, path: str, level: Audience, *, away: timedelta = timedelta(0)) -> date:
        """Give the next day of the year, or as far away from it as is said, that nothing else has."""
        self.days += 1
        found = _FIRST_DAY + timedelta(days=self.days) + away
        self.note(Canary(found.isoformat(), path, level, "day"))
        return found

    def token(self) -> str:
        """Give the next word: of few and rare letters, of one length, an identifier too."""
        self.tokens += 1
        return f"zq{self.tokens:04}xk"

    def note(self, canary: Canary) -> None:
        self.planted[canary.token] = canary


def _without_broken(thing: Any, optional: list[FieldPlan]) -> tuple[Any, list[FieldPlan]]:
    """Take optional fields out until no rule of sense is broken; give also which ones went."""
    gone: list[FieldPlan] = []
    while broken := list(broken_by(thing)):
        named = {one.field.partition("[")[0] for one in broken}
        plan = next(plan for plan in optional if plan.name in named and plan not in gone)
        thing, gone = evolve(thing, **{plan.name: plan.default}), [*gone, plan]
    return thing, gone


def _alone(values: dict[str, Any], cls: type, plan: FieldPlan) -> list[Any]:
    """Give a thing with one field beside those that it must have, if that makes sense."""
    needed = {held.name for held in plan_of(cls) if held.required} | {plan.name}
    thing = cls(**{name: value for name, value in values.items() if name in needed})
    return [] if any(broken_by(thing)) else [thing]
