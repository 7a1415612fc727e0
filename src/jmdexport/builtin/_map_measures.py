"""What rings and sizes of the network map can stand for, and how a partner gets its step.

One entry of the registry gives the choice of an option, the words of the legend, the sentence of the
alternative text and the heading of the table. Nothing is judged here: the steps follow from what the view
tells.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import attrs

from jmdexport.drawing.channels import IMPORTANCE, INTENSITY, NOT_RATED, Measure
from jmdmodel.analysis.ratings import RatedContact, map_day
from jmdmodel.analysis.year_network.affiliations import SERVICE
from jmdmodel.analysis.year_network.value import year_network
from jmdmodel.ids import Ref
from jmdmodel.messages import Say
from jmdmodel.scales import Importance
from jmdmodel.workspace import Workspace


@attrs.frozen(kw_only=True)
class MapFacts:
    """What readings look at beside the contact itself: the day of the map, and who meets the service where.

    ``bodies`` are the shared networks and committees by partner; they are looked up only where a reading in
    force asks for them.
    """

    view: Workspace
    day: date
    bodies: Mapping[str, tuple[Ref, ...]]

    @classmethod
    def of(cls, view: Workspace, year: int, *, bodies: bool) -> MapFacts:
        """Gather the facts of a year; the analysis counts, nothing is counted here."""
        found: dict[str, tuple[Ref, ...]] = {}
        for pair in year_network(view, year).shared_bodies() if bodies else ():
            if SERVICE in (pair.first, pair.second):
                other = pair.second if pair.first == SERVICE else pair.first
                found[other.id] = pair.bodies
        return cls(view=view, day=map_day(view.map_of(year)), bodies=found)


@attrs.frozen(kw_only=True)
class StepReading:
    """A measure with the way to it: the step 1 to 5 of a contact, ``None`` where nobody said.

    ``judged`` tells a judgement of the service from what is counted, ``yearly`` one made for the map's year.
    """

    measure: Measure
    step: Callable[[RatedContact, MapFacts], int | None]
    judged: bool = True
    yearly: bool = False


def _years(rated: RatedContact, facts: MapFacts) -> int | None:
    """Give the step of the full years that the contact has lasted on the map's day."""
    since = rated.contact.period.since
    if since is None:
        return None
    years = facts.day.year - since.year - ((facts.day.month, facts.day.day) < (since.month, since.day))
    return 1 + sum(years >= least for least in _LEAST_YEARS)


_LEAST_YEARS = (1, 3, 6, 11)
"""From so many full years on a contact stands one step higher."""


def _bodies(rated: RatedContact, facts: MapFacts) -> int:
    return min(5, 1 + len(facts.bodies.get(rated.partner.id, ())))


def _relevance(rated: RatedContact, _facts: MapFacts) -> int | None:
    return rated.partner.relevance.step if rated.partner.relevance else None


def _intensity(rated: RatedContact, _facts: MapFacts) -> int | None:
    return rated.intensity.step if rated.intensity else None


def _importance(rated: RatedContact, _facts: MapFacts) -> int | None:
    return rated.importance.step if rated.importance else None


_NOT_FREQUENCY = (
    " Wie häufig es Kontakt gibt und wie gut die Zusammenarbeit ist, sagt die Nähe nicht.",
    " Nearness says neither how often there is contact nor how good the cooperation is.",
)
_low, _useful, _some, _most, _all = (step.label for step in Importance)

RELEVANCE = Measure(
    code="relevance",
    name=Say("Bedeutung für die Zielgruppe", "relevance to the target group"),
    of=Say("die Bedeutung für die Zielgruppe", "the relevance to the target group"),
    steps=(_low, _useful, _some, _most, _all),
    open=NOT_RATED,
    nearness=Say(
        "Wie nah ein Zeichen an der Mitte steht, sagt nur, wie sehr der Partner für junge Menschen zählt."
        + _NOT_FREQUENCY[0],
        "How near a symbol is to the centre says only how much the partner matters to young people."
        + _NOT_FREQUENCY[1],
    ),
    by=Say("Nach der Bedeutung für die Zielgruppe: {list}.", "By relevance to the target group: {list}."),
    top_one=Say(
        "Für die Zielgruppe am bedeutsamsten ist {list}.", "The most relevant to the target group is {list}."
    ),
    top=Say(
        "Für die Zielgruppe am bedeutsamsten sind {list}.",
        "The most relevant to the target group are {list}.",
    ),
)
YEARS = Measure(
    code="years",
    name=Say("Dauer des Kontakts", "duration of the contact"),
    of=Say("die Dauer der Kontakte", "the duration of the contacts"),
    steps=(
        Say("weniger als ein Jahr", "less than one year"),
        Say("ein bis zwei Jahre", "one or two years"),
        Say("drei bis fünf Jahre", "three to five years"),
        Say("sechs bis zehn Jahre", "six to ten years"),
        Say("elf Jahre und länger", "eleven years and more"),
    ),
    open=Say("Beginn des Kontakts nicht eingetragen", "beginning of the contact not entered"),
    nearness=Say(
        "Wie nah ein Zeichen an der Mitte steht, sagt nur, seit wie vielen vollen Jahren der Kontakt besteht."
        + _NOT_FREQUENCY[0],
        "How near a symbol is to the centre says only for how many full years the contact has lasted."
        + _NOT_FREQUENCY[1],
    ),
    by=Say("Nach der Dauer des Kontakts: {list}.", "By duration of the contact: {list}."),
    top_one=Say(
        "Am längsten besteht der Kontakt mit diesem Partner: {list}.",
        "Contact has lasted longest with this partner: {list}.",
    ),
    top=Say(
        "Am längsten besteht der Kontakt mit diesen Partnern: {list}.",
        "Contact has lasted longest with these partners: {list}.",
    ),
)
BODIES = Measure(
    code="bodies",
    name=Say("gemeinsame Netzwerke und Gremien", "shared networks and committees"),
    of=Say("die Zahl der gemeinsamen Netzwerke und Gremien", "the number of shared networks and committees"),
    steps=(
        Say("keines eingetragen", "none entered"),
        Say("eines", "one"),
        Say("zwei", "two"),
        Say("drei", "three"),
        Say("vier oder mehr", "four or more"),
    ),
    open=Say("nicht bekannt", "not known"),
    nearness=Say(
        "Wie nah ein Zeichen an der Mitte steht, sagt nur, in wie vielen Netzwerken und Gremien der Partner"
        " und der Dienst gemeinsam sitzen." + _NOT_FREQUENCY[0],
        "How near a symbol is to the centre says only in how many networks and committees the partner and the"
        " service sit together." + _NOT_FREQUENCY[1],
    ),
    by=Say(
        "Nach der Zahl der gemeinsamen Netzwerke und Gremien: {list}.",
        "By number of shared networks and committees: {list}.",
    ),
    top_one=Say(
        "Am häufigsten sitzt dieser Partner mit dem Dienst in Netzwerken und Gremien: {list}.",
        "This partner shares most networks and committees with the service: {list}.",
    ),
    top=Say(
        "Am häufigsten sitzen diese Partner mit dem Dienst in Netzwerken und Gremien: {list}.",
        "These partners share most networks and committees with the service: {list}.",
    ),
)

MEASURES: dict[str, StepReading] = {
    reading.measure.code: reading
    for reading in (
        StepReading(measure=INTENSITY, step=_intensity, yearly=True),
        StepReading(measure=IMPORTANCE, step=_importance, yearly=True),
        StepReading(measure=RELEVANCE, step=_relevance),
        StepReading(measure=YEARS, step=_years, judged=False),
        StepReading(measure=BODIES, step=_bodies, judged=False),
    )
}
"""What rings and sizes can stand for, by code."""
