"""The ten sample rules as pluggy plugins: one hook call for each thing, as checkers built on hooks do it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pluggy

from jmdmodel.quality.networks.partners import NAMED_KINDS
from jmdmodel.scales import Importance, Intensity
from jmdmodel.vocabulary import ContactState, TransitionRole

_spec = pluggy.HookspecMarker("bench")
_impl = pluggy.HookimplMarker("bench")

State = dict[str, Any]
Told = tuple[str, set[str]]


class Specs:
    """The hooks: begin, one for each kind of thing, finish."""

    @_spec
    def begin(self, state: State) -> None:
        """Forget the last workspace."""

    @_spec
    def see_partner(self, thing: Any, state: State) -> None:
        """Look at a partner."""

    @_spec
    def see_contact(self, thing: Any, state: State) -> None:
        """Look at a contact."""

    @_spec
    def see_tie(self, thing: Any, state: State) -> None:
        """Look at a tie."""

    @_spec
    def see_map(self, thing: Any, state: State) -> None:
        """Look at a network map."""

    @_spec
    def see_committee(self, thing: Any, state: State) -> None:
        """Look at a committee."""

    @_spec
    def see_network(self, thing: Any, state: State) -> None:
        """Look at a network."""

    @_spec
    def see_activity(self, thing: Any, state: State) -> None:
        """Look at an activity."""

    @_spec
    def finish(self, state: State) -> Told:
        """Tell the code and what was found."""
        raise NotImplementedError


def hook_manager() -> pluggy.PluginManager:
    """Give a manager with the ten rules registered."""
    manager = pluggy.PluginManager("bench")
    manager.add_hookspecs(Specs)
    for rule in (
        ImpossibleDate(),
        KindMissing(),
        RatingMissing(),
        NoSpread(),
        ImportantButWeak(),
        ThroughOne(),
        LongDay(),
        EndedPartner(),
        NoTransition(),
        NobodyBroughtTogether(),
    ):
        manager.register(rule)
    return manager


def _is_open(contact: Any, on: date) -> bool:
    return contact.state_on(on) is ContactState.ACTIVE and contact.period.holds_on(on)


def _is_active(contact: Any, state: State) -> bool:
    on = state["on"]
    return _is_open(contact, on) and state["partners"][contact.partner].period.holds_on(on)


def _latest(contact: Any, on: date) -> Any:
    return max((one for one in contact.ratings if one.day <= on), key=lambda one: one.day, default=None)


class _Rule:
    code = ""
    found: set[str]

    @_impl
    def begin(self, state: State) -> None:
        del state
        self.found = set()

    @_impl
    def finish(self, state: State) -> Told:
        del state
        return self.code, self.found


class ImpossibleDate(_Rule):
    """D906."""

    code = "D906"

    def _look(self, day: date | None, thing: Any, state: State) -> None:
        founded = state["workspace"].service.founded
        if day is not None and (day > state["on"] or (founded is not None and day < date(founded, 1, 1))):
            self.found.add(thing.id)

    @_impl
    def see_contact(self, thing: Any, state: State) -> None:
        for rating in thing.ratings:
            self._look(rating.day, thing, state)

    @_impl
    def see_tie(self, thing: Any, state: State) -> None:
        self._look(thing.brokered_on, thing, state)

    @_impl
    def see_map(self, thing: Any, state: State) -> None:
        self._look(thing.ties_surveyed_on, thing, state)

    @_impl
    def see_committee(self, thing: Any, state: State) -> None:
        for session in thing.sessions:
            if session.attendance is not None or session.result is not None or session.contributions:
                self._look(session.day, thing, state)

    @_impl
    def see_network(self, thing: Any, state: State) -> None:
        for assessment in thing.assessments:
            self._look(assessment.day, thing, state)

    @_impl
    def see_activity(self, thing: Any, state: State) -> None:
        self._look(thing.day, thing, state)


class KindMissing(_Rule):
    """N201."""

    code = "N201"

    @_impl
    def begin(self, state: State) -> None:
        del state
        self.found = {kind.code for kind in NAMED_KINDS}

    @_impl
    def see_partner(self, thing: Any, state: State) -> None:
        if thing.period.holds_on(state["on"]):
            self.found -= {kind.code for kind in thing.kinds}


class RatingMissing(_Rule):
    """Q511."""

    code = "Q511"

    @_impl
    def see_contact(self, thing: Any, state: State) -> None:
        if _is_active(thing, state) and not any(
            (rating.intensity is not None and rating.importance is not None)
            or (rating.not_rated_because or "").strip()
            for rating in thing.ratings
            if rating.day <= state["on"]
        ):
            self.found.add(thing.id)


class NoSpread(_Rule):
    """Q514."""

    code = "Q514"
    steps: dict[str, list[Any]]

    @_impl
    def begin(self, state: State) -> None:
        del state
        self.steps = {"intensity": [], "importance": []}

    @_impl
    def see_contact(self, thing: Any, state: State) -> None:
        rating = _latest(thing, state["on"]) if _is_active(thing, state) else None
        for name, steps in self.steps.items():
            step = getattr(rating, name, None)
            if step is not None:
                steps.append(step)

    @_impl
    def finish(self, state: State) -> Told:
        del state
        return self.code, {
            name for name, steps in self.steps.items() if len(steps) >= 10 and len(set(steps)) == 1
        }


class ImportantButWeak(_Rule):
    """Q515."""

    code = "Q515"

    @_impl
    def see_contact(self, thing: Any, state: State) -> None:
        rating = _latest(thing, state["on"]) if _is_active(thing, state) else None
        if (
            rating is not None
            and rating.intensity is not None
            and rating.importance is not None
            and rating.importance.step >= Importance.MOST_GOALS.step
            and rating.intensity.step <= Intensity.SEVERAL.step
        ):
            self.found.add(thing.id)


class ThroughOne(_Rule):
    """Q516."""

    code = "Q516"
    ends: dict[str, int]
    ties: int
    surveyed: bool

    @_impl
    def begin(self, state: State) -> None:
        del state
        self.ends, self.ties, self.surveyed = {}, 0, False

    @_impl
    def see_tie(self, thing: Any, state: State) -> None:
        if thing.period.holds_on(state["on"]):
            self.ties += 1
            for end in thing.between:
                self.ends[end] = self.ends.get(end, 0) + 1

    @_impl
    def see_map(self, thing: Any, state: State) -> None:
        if thing.ties_surveyed_on is not None and thing.ties_surveyed_on <= state["on"]:
            self.surveyed = True

    @_impl
    def finish(self, state: State) -> Told:
        del state
        through = self.surveyed and len(self.ends) >= 8 and max(self.ends.values()) == self.ties
        return self.code, {"ties"} if through else set()


class LongDay(_Rule):
    """Q520."""

    code = "Q520"
    minutes: dict[tuple[date, str], int]
    begun: dict[tuple[date, str], str]

    @_impl
    def begin(self, state: State) -> None:
        del state
        self.minutes, self.begun = {}, {}

    @_impl
    def see_activity(self, thing: Any, state: State) -> None:
        del state
        if thing.staff is not None:
            day = (thing.day, thing.staff)
            self.minutes[day] = self.minutes.get(day, 0) + thing.minutes
            self.begun.setdefault(day, thing.id)

    @_impl
    def finish(self, state: State) -> Told:
        del state
        return self.code, {self.begun[day] for day, total in self.minutes.items() if total > 600}


class EndedPartner(_Rule):
    """Q522."""

    code = "Q522"

    @_impl
    def see_contact(self, thing: Any, state: State) -> None:
        until = state["partners"][thing.partner].period.until
        if _is_open(thing, state["on"]) and until is not None and until < state["on"]:
            self.found.add(thing.id)


class NoTransition(_Rule):
    """S112."""

    code = "S112"

    @_impl
    def begin(self, state: State) -> None:
        del state
        self.found = {role.code for role in TransitionRole}

    @_impl
    def see_contact(self, thing: Any, state: State) -> None:
        if _is_active(thing, state):
            role = state["partners"][thing.partner].transition_role
            if role is not None:
                self.found.discard(role.code)


class NobodyBroughtTogether(_Rule):
    """S113."""

    code = "S113"
    there: int
    brokered: bool

    @_impl
    def begin(self, state: State) -> None:
        del state
        self.there, self.brokered = 0, False

    @_impl
    def see_partner(self, thing: Any, state: State) -> None:
        self.there += thing.period.holds_on(state["on"])

    @_impl
    def see_tie(self, thing: Any, state: State) -> None:
        if thing.brokered_on is not None and thing.brokered_on.year == state["on"].year - 1:
            self.brokered = True

    @_impl
    def finish(self, state: State) -> Told:
        del state
        return self.code, {"ties"} if not self.brokered and self.there >= 2 else set()
