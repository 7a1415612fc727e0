"""The texts of the committee map: headings, legend, alternative text, table."""

from __future__ import annotations

from collections import Counter

from jmdexport.drawing.committee_plan import CommitteePlan, Sort
from jmdmodel.messages import Language, Say
from jmdmodel.phrases import Counted, Noun, capital, counted

PARTNERS = Say("Partner", "Partners")
BODIES: dict[Sort, Say] = {
    "all": Say("Gremien und Netzwerke", "Committees and networks"),
    "committees": Say("Gremien", "Committees"),
    "networks": Say("Netzwerke", "Networks"),
}
LINES = Say("Linien und Kästen:", "Lines and boxes:")
SIGNS = Say("Zeichen der Partner:", "Symbols of the partners:")
SEATED = Say("{service} wirkt mit", "{service} takes part")
NOT_SEATED = Say("ohne {service}", "without {service}")

_NOUNS: dict[Sort, Noun] = {
    "all": Noun(
        "n",
        Say("Gremium oder Netzwerk", "committee or network"),
        Say("Gremien und Netzwerke", "committees and networks"),
        dative="Gremien und Netzwerken",
    ),
    "committees": Noun("n", Say("Gremium", "committee"), Say("Gremien", "committees")),
    "networks": Noun("n", Say("Netzwerk", "network"), Say("Netzwerke", "networks"), dative="Netzwerken"),
}
_PARTNER = Noun("m", Say("Partner", "partner"), Say("Partner", "partners"), dative="Partnern")
_SEAT = Noun("m", Say("Sitz", "seat"), Say("Sitze", "seats"), dative="Sitzen")
_HEAD = Say(
    "Gremienkarte {year}: In der Mitte stehen Kästen für {what}, links und rechts Partner. Linien zeigen, wer"
    " wo sitzt.",
    "Committee map {year}: boxes for {what} stand in the middle, partners left and right. Lines show who sits"
    " where.",
)
_NOTHING = Say("Die Karte zeigt {what}.", "The map shows {what}.")
_SHOWS = Say(
    "Die Karte zeigt {bodies}, {members} und {seats}.", "The map shows {bodies}, {members} and {seats}."
)
_SERVICE = Counted(
    none=Say("{service} wirkt in keinem davon mit.", "{service} takes part in none of them."),
    one=Say("{service} wirkt in einem davon mit.", "{service} takes part in one of them."),
    many=Say("{service} wirkt in {n} davon mit.", "{service} takes part in {n} of them."),
)
_LARGEST = Say("Die meisten Partner sitzen hier: {list}.", "Most partners sit here: {list}.")
_BUSIEST = Say("Die meisten Sitze haben diese Partner: {list}.", "These partners have most seats: {list}.")
_PAIR = Say("{name} ({n})", "{name} ({n})")
_FIRST = 3


def description(plan: CommitteePlan) -> str:
    """Give the picture in whole sentences: how many, where the service is, where most meet, who sits most."""
    language, noun = plan.language, _NOUNS[plan.sort]
    said = [_HEAD.in_(language).format(year=plan.year, what=noun.many.in_(language))]
    if not plan.bodies:
        return " ".join(
            [*said, _NOTHING.in_(language).format(what=counted(0, noun, language, case="acc")), *_told(plan)]
        )
    said.append(
        _SHOWS.in_(language).format(
            bodies=counted(len(plan.bodies), noun, language, case="acc"),
            members=counted(len(plan.members), _PARTNER, language, case="acc"),
            seats=counted(len(plan.seats), _SEAT, language, case="acc"),
        )
    )
    seated = sum(body.seated for body in plan.bodies)
    number = counted(seated, noun, language).split(" ", 1)[0]
    said.append(capital(_SERVICE.of(seated).in_(language).format(service=plan.service, n=number)))
    bodies = {body.id: body.label for body in plan.bodies}
    members = {member.id: member.label for member in plan.members}
    said += _most(Counter(seat.body for seat in plan.seats), bodies, _LARGEST, language)
    said += _most(Counter(seat.member for seat in plan.seats), members, _BUSIEST, language)
    return " ".join([*said, *_told(plan)])


def _told(plan: CommitteePlan) -> list[str]:
    return [f"{head}: {text}" for head, text in plan.notes]


def _most(counts: Counter[str], labels: dict[str, str], say: Say, language: Language) -> list[str]:
    """Name the first few with most lines; nobody where all have one."""
    found = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))[:_FIRST]
    if not found or found[0][1] < 2:
        return []
    pairs = [_PAIR.in_(language).format(name=labels[name], n=number) for name, number in found if number > 1]
    return [say.in_(language).format(list="; ".join(pairs))]


_ROWS = (
    Say("Gremium, Netzwerk", "committee, network"),
    Say("Angaben", "details"),
    Say("Partner", "partner"),
    Say("Rolle", "role"),
)


def committee_table(plan: CommitteePlan) -> tuple[tuple[str, ...], ...]:
    """Give the data of the map as rows, the headings first: one for each seat, bodies and partners by name.

    A body without a partner has one row of its own.
    """
    rows = []
    members = {member.id: member.label for member in plan.members}
    for body in sorted(plan.bodies, key=lambda one: (one.label.casefold(), one.id)):
        said = (body.label, body.said)
        seats = [(members[seat.member], seat.role) for seat in plan.seats if seat.body == body.id]
        ranked = sorted(seats, key=lambda row: (row[0].casefold(), row))
        rows += [(*said, *row) for row in ranked] or [(*said, "", "")]
    return (tuple(say.in_(plan.language) for say in _ROWS), *rows)
