"""The list of judges: one function for each check, with the checks that have to be passed before."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

import attrs

from jmdexport.testing import _detail_texts as texts
from jmdexport.testing._rendering import Made
from jmdexport.testing._trial import Trial
from jmdexport.testing.catalogue import CHECKS
from jmdexport.testing.report import Outcome, Result
from jmdmodel.messages import Message

Judge: TypeAlias = Callable[[Trial], Iterable[Message]]


class Open(Exception):  # noqa: N818 - no error: a check could not be judged
    """A check cannot be judged; holds why."""

    def __init__(self, why: Message) -> None:
        super().__init__(why)
        self.why = why


@attrs.frozen
class _Entry:
    judge: Judge
    needs: tuple[str, ...]


_JUDGES: dict[str, _Entry] = {}


def judges(code: str, *needs: str) -> Callable[[Judge], Judge]:
    """Register the judge of a check; it yields what is broken, and nothing when all is well."""

    def register(judge: Judge) -> Judge:
        _JUDGES[code] = _Entry(judge, needs)
        return judge

    return register


def judged(trial: Trial) -> tuple[Result, ...]:
    """Ask all judges in the order of the codes; one whose needs are not met stays open."""
    outcomes: dict[str, Outcome] = {}
    results = []
    for check in CHECKS:
        entry = _JUDGES[check.code]
        unmet = [code for code in entry.needs if outcomes[code] == "failed"]
        if unmet:
            result = Result(
                check=check, outcome="open", details=(Message.of(texts.NEEDS, codes=", ".join(unmet)),)
            )
        else:
            try:
                details = tuple(entry.judge(trial))
                result = Result(check=check, outcome="failed" if details else "passed", details=details)
            except Open as reason:
                result = Result(check=check, outcome="open", details=(reason.why,))
        outcomes[check.code] = result.outcome
        results.append(result)
    return tuple(results)


def fault_of(made: Made, *, may_refuse: bool = True) -> Iterable[Message]:
    """Yield how a call ended, if it should not have ended so."""
    order = str(made.order)
    if made.ending == "crashed":
        yield Message.of(texts.CRASHED, order=order, error=made.error, place=made.place)
    elif made.ending == "nothing":
        yield Message.of(texts.NOTHING, order=order)
    elif made.ending == "refused" and not may_refuse:
        yield Message.of(texts.REFUSED, order=order, error=made.error)
    if made.strange:
        yield Message.of(texts.STRANGE, order=order, kinds=", ".join(made.strange))
