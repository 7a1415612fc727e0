"""Rules on the review of effort and results: it takes place, in time, and says both."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from jmdmodel.entities.agreement import Review
from jmdmodel.entities.network import Network
from jmdmodel.findings import Finding
from jmdmodel.messages import Say
from jmdmodel.period import add_months
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.organisation.standing import is_past_its_beginning
from jmdmodel.quality.parameters import NoParameters, number
from jmdmodel.vocabulary import ParticipationForm

_WORKING = frozenset({ParticipationForm.LEAD, ParticipationForm.ACTIVE})


@attrs.frozen(kw_only=True)
class FirstReview:
    """When a network is to be reviewed for the first time."""

    months: int = number(
        12,
        help=Say(
            de="So viele Monate nach seinem Beginn braucht ein Netzwerk noch keine Überprüfung; nach einem "
            "Jahr gibt es genug, worauf man zurückblicken kann.",
            en="For so many months after its beginning a network needs no review yet; after a year there is "
            "enough to look back on.",
        ),
        minimum=0,
        maximum=60,
    )


@rule(
    code="Q509",
    name="never-reviewed",
    level="must",
    requirements=("R-31",),
    looks_at=Network,
    parameters=FirstReview,
    title=Say(
        de="Für das Netzwerk ist keine Überprüfung eingetragen", en="No review of the network is entered"
    ),
    message=Say(
        de="Für „{network}“ ist noch keine Überprüfung von Aufwand und Ergebnissen eingetragen.",
        en='For "{network}" no review of effort and results is entered yet.',
    ),
    reason=Say(
        de="Netzwerkarbeit kostet Zeit, die an anderer Stelle fehlt. Das Konzept verlangt, Aufwand und "
        "Ergebnisse regelmäßig zu überprüfen; so lässt sich begründen, was bleibt und was sich ändern soll.",
        en="Network work takes time that is missing elsewhere. The concept asks for a regular review of "
        "effort and results; this gives reasons for what stays and what is to change.",
    ),
    remedy=Say(
        de="Im Team oder im Netzwerk zurückblicken und unter „reviews“ eintragen: den Tag („day“), den "
        "Aufwand in Minuten („effort“), die Ergebnisse („results“) und den Tag der nächsten Überprüfung "
        "(„next_on“).",
        en='Look back in the team or in the network and enter under "reviews": the day ("day"), the '
        'effort in minutes ("effort"), the results ("results") and the day of the next review '
        '("next_on").',
    ),
)
def never_reviewed(network: Network, ctx: Context[FirstReview]) -> Iterator[Finding]:
    """Find a network the service works in that was never reviewed.

    Not in its first months, and not in the year in which the service began to work in it.
    """
    if network.id not in ctx.index.engaged or not is_past_its_beginning(network, ctx, ctx.parameters.months):
        return
    began = min(part.year for part in network.participation if part.form in _WORKING)
    if began < ctx.on.year and _latest(network, ctx.on) is None:
        yield ctx.found(network, "reviews", network=network.name)


@attrs.frozen(kw_only=True)
class Rhythm:
    """How long after a review the next one is due where none was planned."""

    months: int = number(
        18,
        help=Say(
            de="Nach wie vielen Monaten eine Überprüfung fällig ist, wenn kein Tag für sie festgelegt wurde; "
            "gedacht ist an den Rhythmus des Jahresberichts mit einem halben Jahr Spielraum.",
            en="After how many months a review is due where no day was set for it; the rhythm of the annual "
            "report is meant, with half a year to spare.",
        ),
        minimum=1,
        maximum=240,
    )


@rule(
    code="Q523",
    name="review-overdue",
    level="should",
    requirements=("R-31",),
    looks_at=Network,
    parameters=Rhythm,
    title=Say(de="Die Überprüfung des Netzwerks ist überfällig", en="The review of the network is overdue"),
    message=Say(
        de="„{network}“ wurde zuletzt am {last} überprüft; fällig war die nächste Überprüfung am {due}.",
        en='"{network}" was last reviewed on {last}; the next review was due on {due}.',
    ),
    reason=Say(
        de="Zu einer regelmäßigen Überprüfung gehört, dass auf jeden Rückblick ein weiterer folgt. "
        "Sonst läuft eine Zusammenarbeit weiter, ohne dass jemand fragt, ob sie den jungen Menschen noch "
        "nützt.",
        en="A regular review means that each look back is followed by another. Otherwise a cooperation "
        "goes on without anybody asking whether it still serves the young people.",
    ),
    remedy=Say(
        de="Die Überprüfung nachholen und unter „reviews“ eintragen, mit dem Tag der nächsten unter "
        "„next_on“.",
        en='Catch up on the review and enter it under "reviews", with the day of the next one under '
        '"next_on".',
    ),
)
def review_overdue(network: Network, ctx: Context[Rhythm]) -> Iterator[Finding]:
    """Find a network the service works in whose next review, as planned or as usual, is past its day."""
    latest = _latest(network, ctx.on)
    if network.id not in ctx.index.engaged or latest is None:
        return
    place, review = latest
    due = review.next_on or add_months(review.day, ctx.parameters.months)
    if due < ctx.on:
        yield ctx.found(network, f"reviews[{place}]", network=network.name, last=review.day, due=due)


_EFFORT = Say(de="der Aufwand", en="the effort")
_RESULTS = Say(de="die Ergebnisse", en="the results")


@rule(
    code="Q510",
    name="review-incomplete",
    level="should",
    requirements=("R-31",),
    looks_at=Network,
    title=Say(
        de="Der Überprüfung fehlt der Aufwand oder das Ergebnis", en="The review lacks effort or results"
    ),
    message=Say(
        de="Zur letzten Überprüfung von „{network}“ am {day} nicht eingetragen: {missing}.",
        en='Not entered for the latest review of "{network}" on {day}: {missing}.',
    ),
    reason=Say(
        de="Ob sich eine Zusammenarbeit lohnt, zeigt sich erst, wenn beides nebeneinandersteht: was sie "
        "gekostet und was sie gebracht hat.",
        en="Whether a cooperation is worth it shows only when both stand side by side: what it cost and what "
        "it achieved.",
    ),
    remedy=Say(
        de="Unter „effort“ den Aufwand in Minuten und unter „results“ die Ergebnisse nachtragen. Eine "
        "Schätzung des Aufwands genügt.",
        en='Add the effort in minutes under "effort" and the results under "results". An estimate of the '
        "effort is enough.",
    ),
)
def review_incomplete(network: Network, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find a network the service works in whose latest review lacks effort or results.

    Earlier ones are not asked about: after years nobody knows the effort any more.
    """
    latest = _latest(network, ctx.on)
    if network.id not in ctx.index.engaged or latest is None:
        return
    place, review = latest
    missing = [
        *((_EFFORT,) if review.effort is None else ()),
        *(() if (review.results or "").strip() else (_RESULTS,)),
    ]
    if missing:
        yield ctx.found(
            network, f"reviews[{place}]", network=network.name, day=review.day, missing=tuple(missing)
        )


def _latest(network: Network, on: date) -> tuple[int, Review] | None:
    """Give the latest review until a day with its number in the file."""
    until = ((place, one) for place, one in enumerate(network.reviews, start=1) if one.day <= on)
    return max(until, key=lambda pair: pair[1].day, default=None)
