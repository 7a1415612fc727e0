"""Rules on who answers for what in a network: somebody does, and not everybody at once."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from jmdmodel.entities.network import Network
from jmdmodel.findings import Finding
from jmdmodel.messages import Say
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.organisation.standing import current_tasks, named, open_goals, valid_agreements
from jmdmodel.quality.parameters import NoParameters, number


@rule(
    code="Q505",
    name="nobody-responsible",
    level="must",
    requirements=("R-29",),
    looks_at=Network,
    title=Say(de="Niemand ist als verantwortlich eingetragen", en="Nobody is entered as responsible"),
    message=Say(
        de="In „{network}“ ist niemand als verantwortlich eingetragen für: {what}.",
        en='In "{network}" nobody is entered as responsible for: {what}.',
    ),
    reason=Say(
        de="Was allen gehört, bleibt leicht liegen. Das Konzept verlangt, dass die Verantwortung im Netzwerk "
        "klar verteilt ist: zu jedem Ziel und zu jeder Absprache jemand, der daran erinnert.",
        en="What belongs to all is easily left undone. The concept asks that responsibilities in the network "
        "are clearly distributed: for each goal and each agreement somebody who reminds the others.",
    ),
    remedy=Say(
        de="Im Netzwerk klären, wer es übernimmt, und bei Zielen und Absprachen unter „responsible“, bei "
        "Aufgaben unter „partners“ eintragen; übernimmt es der Dienst selbst, unter „staff“.",
        en='Settle in the network who takes it on, and enter them under "responsible" for goals and '
        'agreements, under "partners" for tasks; if the service takes it on itself, under "staff".',
    ),
)
def nobody_responsible(network: Network, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find open goals, valid agreements and current tasks of a network for which nobody answers."""
    if network.id not in ctx.index.engaged:
        return
    goals = [
        (place, goal.text)
        for place, goal in open_goals(network, ctx.on)
        if not goal.responsible and goal.staff is None
    ]
    agreements = [
        (place, one.text)
        for place, one in valid_agreements(network.agreements, ctx.on)
        if one.responsible is None and one.staff is None
    ]
    tasks = [
        (place, task.task)
        for place, task in current_tasks(network, ctx.on)
        if not task.partners and task.staff is None
    ]
    what = (
        _kind(goals, Say("Ziel", "goal"), Say("Ziele", "goals")),
        _kind(agreements, Say("Absprache", "agreement"), Say("Absprachen", "agreements")),
        _kind(tasks, Say("Aufgabe", "task"), Say("Aufgaben", "tasks")),
    )
    places = [place for place, _ in (*goals, *agreements, *tasks)]
    if places:
        yield ctx.found(
            network, places[0], network=network.name, what=tuple(one for one in what if one is not None)
        )


def _kind(found: list[tuple[str, str]], one: Say, many: Say) -> Say | None:
    """Give the word for a kind with the texts of what was found of it, ``goals ("a" and "b")``."""
    if not found:
        return None
    word, texts = one if len(found) == 1 else many, named(text for _, text in found)
    return Say(f"{word.de} ({texts.de})", f"{word.en} ({texts.en})")


@attrs.frozen(kw_only=True)
class Everybody:
    """From how many members on it says nothing that all of them are responsible."""

    members: int = number(
        4,
        help=Say(
            de="Ab wie vielen Mitgliedern nicht mehr alle zugleich verantwortlich sein sollten; zu zweit "
            "oder zu dritt kann das gut gehen.",
            en="From how many members on not all should be responsible at once; for two or three that may "
            "well work.",
        ),
        minimum=2,
        maximum=1000,
    )


@rule(
    code="Q506",
    name="everybody-responsible",
    level="hint",
    requirements=("R-29",),
    looks_at=Network,
    parameters=Everybody,
    title=Say(de="Alle zugleich sind verantwortlich", en="Everybody at once is responsible"),
    message=Say(
        de="In „{network}“ sind alle Mitglieder ({members}) zugleich verantwortlich für: {what}.",
        en='In "{network}" all members ({members}) are responsible at once for: {what}.',
    ),
    reason=Say(
        de="Wo alle verantwortlich sind, wartet leicht jede Stelle auf die andere. Verantwortung ist klar "
        "verteilt, wenn eine Stelle den Anstoß gibt und die anderen mitmachen.",
        en="Where everybody is responsible, each easily waits for the others. Responsibility is clearly "
        "distributed when one body makes the start and the others take part.",
    ),
    remedy=Say(
        de="Im Netzwerk vereinbaren, wer den Anstoß gibt, und bei Zielen und Absprachen unter "
        "„responsible“, bei Aufgaben unter „partners“ nur diese Stellen eintragen.",
        en='Agree in the network who makes the start, and enter only those under "responsible" for '
        'goals and agreements, under "partners" for tasks.',
    ),
)
def everybody_responsible(network: Network, ctx: Context[Everybody]) -> Iterator[Finding]:
    """Find open goals and current tasks of a network for which all its members answer."""
    there = {partner.id for partner in ctx.index.partners}
    members = {one.partner for one in network.members_on(ctx.on)} & there
    if network.id not in ctx.index.engaged or len(members) < ctx.parameters.members:
        return
    goals = [
        (place, goal.text)
        for place, goal in open_goals(network, ctx.on)
        if members.issubset(goal.responsible)
    ]
    tasks = [
        (place, task.task)
        for place, task in current_tasks(network, ctx.on)
        if members.issubset(task.partners)
    ]
    found = [*goals, *tasks]
    if found:
        yield ctx.found(
            network,
            found[0][0],
            network=network.name,
            members=len(members),
            what=named(text for _, text in found),
        )
