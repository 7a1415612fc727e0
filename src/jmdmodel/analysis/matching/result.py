"""What a matching gives: candidates with their reasons, and who has a part already. Class social."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import attrs

from jmdmodel.analysis.matching import matching_texts as texts
from jmdmodel.analysis.matching.involved import Involvement
from jmdmodel.analysis.matching.reasons import Reason
from jmdmodel.analysis.matching.words import Criterion, Placement, ReasonKind, Stance
from jmdmodel.analysis.tables import Column, Shown, Table, id_column
from jmdmodel.borders import need_count, need_language, need_step
from jmdmodel.ids import CaseId, Ref
from jmdmodel.messages import Language, Message, Say
from jmdmodel.phrases import Counted, capital, number_word
from jmdmodel.vocabulary import GoalStatus, Topic

_LEADS = {
    Placement.FITTING: texts.FITTING,
    Placement.OPEN: texts.OPEN,
    Placement.RULED_OUT: texts.RULED_OUT,
}
_HINTS = frozenset({ReasonKind.TOPIC_OFFERED, ReasonKind.TOPIC_NEAR})
_HEADS = {
    Stance.FOR: Say("Dafür spricht:", "In favour:"),
    Stance.OPEN: Say("Zu klären ist:", "To be settled:"),
    Stance.AGAINST: Say("Dagegen spricht:", "Against:"),
}


@attrs.frozen(kw_only=True)
class Candidate:
    """A partner or key person that was looked at for a goal, with all reasons (R-20, R-21).

    German: möglicher Partner. Apart from the reference nothing is in the ``repr``: the rest tells
    something of a case (R-51).

    Attributes:
        subject: The partner or key person.
        label: The partner's name or the key person's role; never a person's name.
        placement: Whether it fits, is open or is ruled out at present.
        rank: Its place in that list, counted from 1.
        behind_in: The first criterion in which it is behind the one before it; ``None`` for the first of
            a list, and where both are alike in all criteria and the identifier decides.
        reasons: What speaks for it, what is open, what speaks against it, by criterion; at least one.
        involvements: What is already so in the steps of the goal; no part of the rank.
    """

    subject: Ref
    label: str = attrs.field(repr=False)
    placement: Placement = attrs.field(repr=False)
    rank: int = attrs.field(repr=False)
    behind_in: Criterion | None = attrs.field(repr=False, default=None)
    reasons: tuple[Reason, ...] = attrs.field(repr=False)
    involvements: tuple[Involvement, ...] = attrs.field(repr=False, default=())

    def reasons_that(self, stance: Stance) -> tuple[Reason, ...]:
        """Give the reasons that point one way.

        Raises:
            ModelError: It is no stance; its code as a text is none.
        """
        need_step(stance, Stance, "stance")
        return tuple(reason for reason in self.reasons if reason.stance is stance)

    def explain(self, language: Language = "de") -> str:
        """Say in whole sentences what speaks for it and against it, what is so already, and what comes first.

        The text is about a case: for people who are responsible for it.
        """
        need_language(language)
        parts = [Message.of(_LEADS[self.placement], who=self.label).in_(language)]
        for stance, head in _HEADS.items():
            told = [reason.message.in_(language) for reason in self.reasons_that(stance)]
            parts += [head.in_(language), *told] if told else []
        parts += [one.explain(language) for one in self.involvements]
        if self.placement is not Placement.RULED_OUT and not self.may_be_addressed:
            parts.append(texts.CONSENT_FIRST.in_(language))
        return " ".join(parts)

    @property
    def topic_fits(self) -> bool:
        """Whether the topic fits, exactly or as the broader one."""
        return any(one.criterion is Criterion.TOPIC and one.stance is Stance.FOR for one in self.reasons)

    @property
    def is_hinted(self) -> bool:
        """Whether an offer, the role at the transition or the kind of partner hints at the topic."""
        return any(one.kind in _HINTS for one in self.reasons)

    @property
    def may_be_addressed(self) -> bool:
        """Whether in each step that names it consent is given or not needed; no without such a step."""
        return bool(self.involvements) and all(one.may_be_addressed for one in self.involvements)


@attrs.frozen(kw_only=True, repr=False)
class Candidates(Shown):
    """Who may contribute to a goal of a case plan: advice, with all its reasons (R-20, R-21).

    Class social: a case stands behind it, so it is for those alone who are responsible for the case, and
    its ``repr`` tells numbers only (R-51). German: mögliche Partner für ein Ziel.

    Attributes:
        case: The pseudonym of the case.
        goal: Position of the goal in the plan, counted from 0.
        day: The day.
        topic: The topic of the goal.
        wanted: The finest label of it: the own topic's where there is one.
        status: How far the goal was on the day.
        without_partner_because: Why the goal is left without a partner, if the plan says so.
        fitting: Those whose topics fit and whom nothing rules out, the best first.
        open: Those of whom it is not entered whether the topic fits; offers on the topic first.
        ruled_out: Those whom a reason rules out at present.
        involved: Who has a part in the goal already, key persons told by their role alone among them.
    """

    case: CaseId
    goal: int
    day: date
    topic: Topic
    wanted: Say
    status: GoalStatus
    without_partner_because: str | None
    fitting: tuple[Candidate, ...]
    open: tuple[Candidate, ...]
    ruled_out: tuple[Candidate, ...]
    involved: tuple[Involvement, ...]

    def __repr__(self) -> str:
        numbers = f"{len(self.fitting)} fitting, {len(self.open)} open, {len(self.ruled_out)} ruled out"
        return f"<Candidates: {numbers}>"

    @property
    def all(self) -> tuple[Candidate, ...]:
        """All candidates, those that fit, those that are open, those that are ruled out."""
        return (*self.fitting, *self.open, *self.ruled_out)

    @property
    def advice(self) -> Message:
        """That it is advice, who decides, and what comes before anybody is addressed."""
        return Message.of(texts.ADVICE)

    def explain(self, language: Language = "de", *, most: int = 5) -> str:
        """Say in whole sentences, a paragraph a line, who may contribute to the goal, and what is so already.

        Args:
            language: German or English.
            most: How many are told one by one: of those that fit, of those that are open with a hint at the
                topic, and of those whose topic fits and whom something else rules out.

        Raises:
            ModelError: The language is neither ``de`` nor ``en``, or *most* no whole number from 0 on.
        """
        need_language(language)
        need_count(most, "most")
        lines = [" ".join(self._numbers(language))]
        if self.status not in {GoalStatus.OPEN, GoalStatus.IN_PROGRESS}:
            said = Message.of(texts.REACHED, day=self.day, status=self.status.label)
            lines.append(said.in_(language))
        if self.without_partner_because is not None:
            said = Message.of(texts.WITHOUT_PARTNER, because=self.without_partner_because)
            lines.append(said.in_(language))
        barred = tuple(one for one in self.ruled_out if one.topic_fits)
        shown = (*self.fitting[:most], *self._hinted[:most], *barred[:most])
        lines += [one.explain(language) for one in shown]
        told = {one.subject for one in shown}
        lines += [one.explain(language) for one in self.involved if one.subject not in told]
        return "\n".join([*lines, self.advice.in_(language)])

    @property
    def _hinted(self) -> tuple[Candidate, ...]:
        return tuple(one for one in self.open if one.is_hinted)

    def _numbers(self, language: Language) -> Iterable[str]:
        yield _number(texts.NUMBER_FITTING, len(self.fitting), language, topic=self.wanted)
        yield _number(texts.NUMBER_OPEN, len(self.open), language)
        if self.open:
            hinted = texts.NUMBER_HINTED if len(self.open) > 1 else texts.ONE_HINTED
            yield _number(hinted, len(self._hinted), language)
        yield _number(texts.NUMBER_RULED_OUT, len(self.ruled_out), language)

    def tables(self) -> tuple[Table, ...]:
        """Give the candidates, their reasons, and who has a part already; none has the pseudonym."""
        return _candidates(self.all), _reasons(self.all), _involved(self.involved)


def _number(counted: Counted, number: int, language: Language, **values: Say) -> str:
    say = counted.of(number)
    n = Say(number_word(number, "de"), number_word(number, "en"))
    shown = values | ({"n": n} if "n" in say.names() else {})
    return capital(Message.of(say, **shown).in_(language))


_WHO = (
    Column("collection", Say("Sammlung", "collection")),
    id_column("id"),
    Column("label", Say("Partner oder Rolle", "partner or role")),
)
_STAGE = (
    Column("stage", Say("Stand", "stage"), "code"),
    Column("consent", Say("Einwilligung", "consent"), "code"),
)


def _candidates(found: tuple[Candidate, ...]) -> Table:
    return Table(
        name="candidates",
        title=Say("Mögliche Partner für das Ziel", "Possible partners for the goal"),
        columns=(
            Column("placement", Say("Einordnung", "placement"), "code"),
            Column("rank", Say("Rang", "rank"), "integer"),
            *_WHO,
            Column("in_favour", Say("spricht dafür", "speaks for it"), "integer"),
            Column("open", Say("zu klären", "to be settled"), "integer"),
            Column("against", Say("spricht dagegen", "speaks against it"), "integer"),
            Column("behind_in", Say("nachgeordnet wegen", "ranked lower by"), "code"),
            Column("steps", Say("Schritte mit Beitrag", "steps with a contribution"), "integer"),
            Column(
                "may_be_addressed",
                Say("Einwilligung liegt vor oder ist nicht nötig", "consent given or not needed"),
                "boolean",
            ),
        ),
        rows=tuple(
            (
                one.placement,
                one.rank,
                one.subject.collection,
                one.subject.id,
                one.label,
                *(len(one.reasons_that(stance)) for stance in Stance),
                one.behind_in,
                len(one.involvements),
                one.may_be_addressed,
            )
            for one in found
        ),
    )


def _reasons(found: tuple[Candidate, ...]) -> Table:
    return Table(
        name="reasons",
        title=Say("Gründe", "Reasons"),
        columns=(
            *_WHO,
            Column("criterion", Say("Merkmal", "criterion"), "code"),
            Column("stance", Say("Richtung", "direction"), "code"),
            Column("kind", Say("Grund", "reason"), "code"),
            Column("rules_out", Say("schließt aus", "rules out"), "boolean"),
            Column("text_de", Say("in Worten (deutsch)", "in words (German)")),
            Column("text_en", Say("in Worten (englisch)", "in words (English)")),
        ),
        rows=tuple(
            (
                one.subject.collection,
                one.subject.id,
                one.label,
                reason.criterion,
                reason.stance,
                reason.kind,
                reason.rules_out,
                reason.message.in_("de"),
                reason.message.in_("en"),
            )
            for one in found
            for reason in one.reasons
        ),
    )


def _involved(found: tuple[Involvement, ...]) -> Table:
    return Table(
        name="involved",
        title=Say("Schon beteiligt", "Already involved"),
        columns=(
            Column("step_number", Say("Schritt", "step"), "integer"),
            *_WHO,
            *_STAGE,
            Column("since", Say("seit", "since"), "date"),
            Column("because", Say("nicht erforderlich, weil", "not needed because")),
        ),
        rows=tuple(
            (
                one.step + 1,
                one.subject.collection if one.subject else None,
                one.subject.id if one.subject else None,
                one.label.de if isinstance(one.label, Say) else one.label,
                one.stage,
                one.consent,
                one.since,
                one.because,
            )
            for one in found
        ),
    )
