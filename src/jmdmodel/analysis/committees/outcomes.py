"""What became of what the service brought into committees: needs, gaps, offers, concepts and the rest."""

from __future__ import annotations

from datetime import date

import attrs

from jmdmodel.analysis.committees import contribution_texts as texts
from jmdmodel.analysis.counting import Spoken, quoted, told
from jmdmodel.analysis.standing import is_there
from jmdmodel.analysis.tables import NAME, Cell, Column, Table, id_column
from jmdmodel.borders import need_day, need_year
from jmdmodel.entities.committee import Committee, Contribution, Session
from jmdmodel.entities.event import Publication, SpaceEvent
from jmdmodel.entities.gap import IntegrationConcept, OfferGap
from jmdmodel.entities.need import Need
from jmdmodel.entities.partner import Offer
from jmdmodel.ids import Ref
from jmdmodel.messages import Message, Say
from jmdmodel.workspace import Workspace


@attrs.frozen(kw_only=True)
class Outcome:
    """One thing that a contribution refers to, and how it stood on a day (R-15 … R-19). German: Verbleib.

    Attributes:
        regarding: The reference.
        name: The name or title of what it means; ``None`` where it leads nowhere.
        state: How it stood, in a few words.
    """

    regarding: Ref
    name: str | None
    state: Message


@attrs.frozen(kw_only=True)
class FollowedContribution:
    """One contribution with the session it was made in, and what became of it. German: Beitrag und Verbleib.

    Attributes:
        committee: The committee.
        session: Its session.
        contribution: What was brought in.
        outcomes: What it refers to, in the order of the file; empty where nothing is entered.
    """

    committee: Committee
    session: Session
    contribution: Contribution
    outcomes: tuple[Outcome, ...]


class FollowedContributions(Spoken, tuple[FollowedContribution, ...]):
    """The contributions of a year, by committee and day (R-15 … R-19). German: Beiträge und ihr Verbleib."""

    __slots__ = ()

    def messages(self) -> tuple[Message, ...]:
        """Tell for how many of them it is known what they refer to; nothing without any."""
        if not self:
            return ()
        number = sum(bool(one.outcomes) for one in self)
        return (told(texts.FOLLOWED, number, texts.CONTRIBUTION, case="dat"),)

    def tables(self) -> tuple[Table, ...]:
        """Give one row for each thing that a contribution refers to, and one for each without any."""
        rows: list[tuple[Cell, ...]] = []
        for one in self:
            said = (
                *(one.committee.id, one.committee.name, one.session.day),
                *(one.contribution.kind, one.contribution.text, one.session.result),
            )
            rows += [
                (*said, str(known.regarding), known.name, known.state.in_("de"), known.state.in_("en"))
                for known in one.outcomes
            ] or [(*said, None, None, None, None)]
        table = Table(
            name="contribution-outcomes",
            title=Say(
                "Beiträge in Gremien und was daraus wurde", "Contributions to committees and what followed"
            ),
            columns=(
                id_column("committee"),
                NAME,
                Column("day", Say("Sitzung am", "session on"), "date"),
                Column("kind", Say("Art des Beitrags", "kind of contribution"), "code"),
                Column("text", Say("Inhalt", "content")),
                Column("result", Say("Ergebnis der Sitzung", "result of the session"), "code"),
                id_column("regarding", Say("betrifft", "regarding")),
                Column("regarding_name", Say("Bezeichnung", "title")),
                Column("state_de", Say("Stand (deutsch)", "state (German)")),
                Column("state_en", Say("Stand (englisch)", "state (English)")),
            ),
            rows=tuple(rows),
        )
        return (table,)


def contribution_outcomes(
    workspace: Workspace, year: int, *, on: date | None = None
) -> FollowedContributions:
    """List what was brought into committees in a year, with what it refers to and what became of that.

    Serves R-15 … R-19. How a need, gap, offer, concept, publication or event stood is told for the day
    ``on``, by default the last day of the year. That something came about is told, not that it came about
    because of the contribution: the entries don't know that. German: Beiträge und ihr Verbleib.

    Raises:
        ModelError: The year is no whole number from 1 to 9999, or the day no plain day.
    """
    need_year(year)
    if on is not None:
        need_day(on, "on")
    day = on or date(year, 12, 31)
    return FollowedContributions(
        FollowedContribution(
            committee=committee,
            session=session,
            contribution=contribution,
            outcomes=tuple(_outcome(workspace, ref, day) for ref in contribution.regarding),
        )
        for committee in workspace.committees
        for session in committee.sessions_in(year)
        for contribution in session.contributions
    )


def _outcome(workspace: Workspace, ref: Ref, day: date) -> Outcome:
    meant = workspace.resolve(ref)
    name = getattr(meant, "name", None) or getattr(meant, "title", None)
    return Outcome(regarding=ref, name=name, state=_state(workspace, meant, day))


def _state(workspace: Workspace, meant: object, day: date) -> Message:
    if isinstance(meant, Need):
        return told(texts.NEED_MET, _offers_for(workspace, meant, day), texts.OFFER)
    if isinstance(meant, OfferGap):
        return _gap(workspace, meant, day)
    if isinstance(meant, Offer):
        return _offer(workspace, meant, day)
    if isinstance(meant, IntegrationConcept):
        stage = meant.stage_on(day)
        return Message.of(texts.CONCEPT_OPEN if stage is None else stage.label)
    if isinstance(meant, Publication | SpaceEvent):
        before, after = _DATED[type(meant)]
        return Message.of(before if meant.day <= day else after, day=meant.day)
    return Message.of(texts.NO_LONGER_KNOWN)


_DATED = {
    Publication: (texts.APPEARED, texts.TO_APPEAR),
    SpaceEvent: (texts.TOOK_PLACE, texts.TO_TAKE_PLACE),
}


def _offers_for(workspace: Workspace, need: Need, day: date) -> int:
    """Count offers and group offers of a day that name a need; a run counts as the offer that it names."""
    offers = {one.id for one in workspace.offers if need.id in one.needs and is_there(workspace, one, day)}
    runs = [one for one in workspace.group_offers if need.id in one.needs and one.period.holds_on(day)]
    named = {one.offer for one in runs if one.offer is not None}
    return len(offers | named) + sum(one.offer is None for one in runs)


def _gap(workspace: Workspace, gap: OfferGap, day: date) -> Message:
    status = gap.status_on(day).label
    offers = [offer for one in gap.offers if (offer := workspace.offers.get(one)) is not None]
    begun = [offer for offer in offers if offer.period.since is None or offer.period.since <= day]
    if not begun:
        return Message.of(status)
    return Message.of(texts.GAP_OFFERS, status=status, offers=tuple(quoted(one.name) for one in begun))


def _offer(workspace: Workspace, offer: Offer, day: date) -> Message:
    since, until = offer.period.since, offer.period.until
    provider = workspace.partners.get(offer.provider)
    if provider is not None and provider.period.until is not None:
        until = min(until or provider.period.until, provider.period.until)
    if since is not None and since > day:
        return Message.of(texts.OFFER_COMING, day=since)
    if until is not None and until < day:
        return Message.of(texts.OFFER_OVER, day=until)
    return Message.of(texts.OFFER_THERE)
