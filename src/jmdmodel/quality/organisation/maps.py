"""Rules on the yearly network map: it exists, it was made anew, and its ratings compare over the years."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from jmdmodel.entities.relation import ContactRating, NetworkMap
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.messages import Say
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import DueYear, NoParameters, number
from jmdmodel.quality.wording import some_of
from jmdmodel.workspace import Workspace


@rule(
    code="Q512",
    name="map-missing",
    level="must",
    requirements=("R-32", "R-33"),
    looks_at=Workspace,
    parameters=DueYear,
    title=Say(de="Die Netzwerkkarte des Jahres fehlt", en="The network map of the year is missing"),
    message=Say(de="Für {year} gibt es keine Netzwerkkarte.", en="For {year} there is no network map."),
    reason=Say(
        de="Zu jedem Jahresbericht gehört eine Karte mit dem Stand des Jahres. Erst der Vergleich der "
        "Jahre zeigt, was sich bewegt.",
        en="Every annual report comes with a map that shows the state of the year. Only the comparison of "
        "the years shows what is changing.",
    ),
    remedy=Say(
        de="Die Kontakte für dieses Jahr einschätzen und die Karte unter „maps“ mit ihrem Stichtag anlegen.",
        en='Rate the contacts for that year and enter the map with its as-of date under "maps".',
    ),
)
def map_missing(workspace: Workspace, ctx: Context[DueYear]) -> Iterator[Finding]:
    """Find a year that is due and has no map."""
    year = ctx.parameters.year(ctx.on)
    if ctx.index.existed_in(year) and str(year) not in workspace.maps:
        yield ctx.found(Ref("maps"), year=str(year))


@rule(
    code="Q513",
    name="map-not-rated-anew",
    level="hint",
    requirements=("R-33",),
    looks_at=NetworkMap,
    title=Say(de="Zur Karte fehlen Einschätzungen aus ihrem Jahr", en="The map has no ratings from its year"),
    message=Say(
        de="Zur Karte {year} gibt es keine Einschätzung aus diesem Jahr.",
        en="For the map of {year} there is no rating from that year.",
    ),
    reason=Say(
        de="Die Karte eines Jahres zeigt die Einschätzungen aus diesem Jahr. Fehlen sie, bleibt die "
        "Karte leer, und der Vergleich mit dem Vorjahr sagt nichts.",
        en="The map of a year shows the ratings of that year. If there are none, the map stays empty, "
        "and the comparison with the year before says nothing.",
    ),
    remedy=Say(
        de="Die Kontakte unter „ratings“ einschätzen. Auch ein alter Wert, der noch stimmt, wird mit "
        "dem neuen Datum eingetragen.",
        en='Rate the contacts under "ratings". An old value that is still right is entered with the new '
        "date, too.",
    ),
)
def map_not_rated_anew(shown: NetworkMap, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find a map for which no contact was rated in its year until its as-of date."""
    if shown.as_of <= ctx.on and ctx.workspace.contacts and not ctx.index.ratings_on_map(shown):
        yield ctx.found(shown, year=shown.id)


@attrs.frozen(kw_only=True)
class Jump:
    """What counts as a jump, and how many of them are needed."""

    steps: int = number(
        2,
        help=Say(
            de="Um wie viele Stufen sich eine Einschätzung ändern muss.",
            en="By how many steps a rating has to change.",
        ),
        minimum=1,
        maximum=4,
    )
    contacts: int = number(
        3,
        help=Say(
            de="Bei wie vielen Kontakten das mindestens so sein muss.",
            en="For how many contacts this has to be so at least.",
        ),
        minimum=1,
        maximum=1000,
    )


@rule(
    code="Q526",
    name="ratings-jump-with-assessor",
    level="hint",
    requirements=("R-33",),
    looks_at=Workspace,
    parameters=Jump,
    title=Say(
        de="Werte springen, wo jemand anderes eingeschätzt hat",
        en="Values jump where somebody else rated",
    ),
    message=Say(
        de="Von {earlier} auf {later} hat gewechselt, wer im Team einschätzt, und die Werte springen um "
        "{steps} oder mehr Stufen. Zahl dieser Kontakte: {n} ({partners}).",
        en="From {earlier} to {later} somebody else in the team rated, and the values jump by {steps} "
        "or more steps. Number of these contacts: {n} ({partners}).",
    ),
    reason=Say(
        de="Vielleicht hat sich nicht der Kontakt geändert, sondern der Maßstab. Dann zeigt der "
        "Vergleich der Karten etwas, das nicht geschehen ist.",
        en="Perhaps it is not the contact that has changed but the yardstick. Then the comparison of "
        "the maps shows something that did not happen.",
    ),
    remedy=Say(
        de="Die Stufen gemeinsam durchgehen und die auffälligen Werte unter „ratings“ bestätigen oder "
        "berichtigen.",
        en='Go through the steps together and confirm or correct the striking values under "ratings".',
    ),
)
def ratings_jump_with_assessor(workspace: Workspace, ctx: Context[Jump]) -> Iterator[Finding]:
    """Find jumps between the last two maps where the ratings name different assessors."""
    if len(ctx.index.maps) < 2:
        return
    earlier, later = ctx.index.maps[-2:]
    before, after = ctx.index.ratings_on_map(earlier), ctx.index.ratings_on_map(later)
    jumped = [
        workspace.contacts[identifier]
        for identifier in sorted(before.keys() & after.keys())
        if _other_assessor((before[identifier], earlier), (after[identifier], later))
        and _steps(before[identifier], after[identifier]) >= ctx.parameters.steps
    ]
    if len(jumped) >= ctx.parameters.contacts:
        yield ctx.found(
            later,
            earlier=earlier.id,
            later=later.id,
            steps=ctx.parameters.steps,
            n=len(jumped),
            partners=some_of(ctx.index.contact_names(jumped)),
        )


def _other_assessor(
    before: tuple[ContactRating, NetworkMap], after: tuple[ContactRating, NetworkMap]
) -> bool:
    """Tell whether both ratings name an assessor, their own or their map's, and not the same."""
    first, second = (rating.assessor or shown.assessor for rating, shown in (before, after))
    return first is not None and second is not None and first != second


def _steps(before: ContactRating, after: ContactRating) -> int:
    """Give by how many steps the ratings differ at most; what was not rated does not count."""
    pairs = ((before.intensity, after.intensity), (before.importance, after.importance))
    return max((abs(a.step - b.step) for a, b in pairs if a is not None and b is not None), default=0)
