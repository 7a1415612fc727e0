"""Rules on needs of young people and their part in the work: needs are known, and rest on something."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.messages import Say
from jmdmodel.period import add_months
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import DueYear, NoParameters, number
from jmdmodel.quality.wording import some_of
from jmdmodel.workspace import Workspace


@rule(
    code="S108",
    name="needs-missing",
    level="should",
    requirements=("R-04",),
    looks_at=Workspace,
    title=Say(de="Kein aktueller Bedarf ist eingetragen", en="No current need is entered"),
    message=Say(
        de="Zum {day} ist kein aktueller Bedarf junger Menschen eingetragen.",
        en="For {day} no current need of young people is entered.",
    ),
    reason=Say(
        de="Der Dienst richtet seine Arbeit im Sozialraum danach aus, was junge Menschen mit "
        "Migrationshintergrund brauchen und wie sie leben. Ist kein Bedarf festgehalten, fehlt jedem "
        "Angebot und jeder Absprache der Bezug.",
        en="The service aligns its work in the social space with what young people with a migration "
        "background need and how they live. If no need is written down, offers and agreements have "
        "nothing to refer to.",
    ),
    remedy=Say(
        de="Unter „needs“ festhalten, was junge Menschen, Eltern, Partner oder das Team als Bedarf "
        "nennen, und unter „evidence“, worauf sich das stützt.",
        en='Write down under "needs" what young people, parents, partners or the team name as a need, '
        'and under "evidence" what it rests on.',
    ),
)
def needs_missing(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find a workspace without a need of the day; not in the year the service was founded."""
    there = any(need.period.holds_on(ctx.on) for need in workspace.needs)
    if ctx.index.existed_in(ctx.on.year) and not there:
        yield ctx.found(Ref("needs"), day=ctx.on)


@rule(
    code="S109",
    name="need-without-evidence",
    level="should",
    requirements=("R-04",),
    looks_at=Workspace,
    title=Say(de="Bedarfe sind nicht belegt", en="Needs have no evidence"),
    message=Say(
        de="Festgestellte Bedarfe ohne Beleg: {n} von {total} ({needs}).",
        en="Established needs without evidence: {n} of {total} ({needs}).",
    ),
    reason=Say(
        de="Ein Bedarf, der sich auf nichts stützt, überzeugt weder Partner noch Kommune. Mit einem Beleg "
        "lässt sich zeigen, dass er aus dem Leben der jungen Menschen kommt.",
        en="A need that rests on nothing convinces neither partners nor the municipality. Evidence "
        "shows that it comes from the lives of the young people.",
    ),
    remedy=Say(
        de="Unter „evidence“ eintragen, worauf sich der Bedarf stützt: Aussagen junger Menschen, "
        "Beobachtungen, Zahlen oder Auskünfte, möglichst mit Tag.",
        en='Enter under "evidence" what the need rests on: what young people said, observations, figures or '
        "information from others, if possible with the day.",
    ),
)
def need_without_evidence(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find the established needs of the day that have no evidence, all together."""
    if not workspace.needs:
        return
    known = ctx.index.needs_and_offers
    bare = known.without_evidence
    if bare:
        names = some_of([need.title for need in bare])
        yield ctx.found_many([*bare], "evidence", needs=names, n=len(bare), total=len(known.needs))


@rule(
    code="S110",
    name="no-participation-of-young-people",
    level="hint",
    requirements=("R-05",),
    looks_at=Workspace,
    parameters=DueYear,
    title=Say(
        de="Keine Beteiligung junger Menschen eingetragen", en="No participation of young people is entered"
    ),
    message=Say(
        de="Für {year} ist nicht eingetragen, dass junge Menschen an der Erkundung des Sozialraums "
        "beteiligt waren.",
        en="For {year} it is not entered that young people took part in exploring the social space.",
    ),
    reason=Say(
        de="Junge Menschen prägen den Sozialraum. Sie wissen, welche Orte sie nutzen und welche sie meiden; "
        "das erfährt nur, wer mit ihnen losgeht oder sie fragt.",
        en="Young people shape the social space. They know which places they use and which they avoid; "
        "only those who set out with them or ask them will learn it.",
    ),
    remedy=Say(
        de="Unter „participations“ eintragen, wie junge Menschen beteiligt waren, oder eine Erkundung mit "
        "ihnen planen, zum Beispiel eine Begehung oder eine Nadelkarte.",
        en='Enter under "participations" how young people took part, or plan to explore the area with '
        "them, for instance by a walk or a pin map.",
    ),
)
def no_participation_of_young_people(workspace: Workspace, ctx: Context[DueYear]) -> Iterator[Finding]:
    """Find a year without any method with young people: as participation, in an analysis, or to observe."""
    year = ctx.parameters.year(ctx.on)
    used = [(one.day, one.method) for one in workspace.participations]
    used += [(one.day, one.method) for one in workspace.observations if one.method is not None]
    used += [(one.day, method) for one in workspace.analyses for method in one.methods]
    took_part = any(day.year == year and day <= ctx.on and method.with_young_people for day, method in used)
    if ctx.index.existed_in(year) and not took_part:
        yield ctx.found(Ref("participations"), year=str(year))


@attrs.frozen(kw_only=True)
class TimeToAct:
    """How long it may take until something follows."""

    months: int = number(
        6,
        help=Say(
            de="Nach wie vielen Monaten eingetragen sein soll, was aus einer Beteiligung folgte.",
            en="After how many months it should be entered what followed from a participation.",
        ),
        minimum=0,
        maximum=120,
    )


@rule(
    code="S111",
    name="participation-without-consequence",
    level="hint",
    requirements=("R-05",),
    looks_at=Workspace,
    parameters=TimeToAct,
    title=Say(de="Was aus Beteiligungen folgte, fehlt", en="What followed from participations is missing"),
    message=Say(
        de="Beteiligungen junger Menschen, zu denen nicht eingetragen ist, was daraus folgte (Frist in "
        "Monaten: {months}): {n}. Die älteste ist vom {oldest}.",
        en="Participations of young people for which it is not entered what followed (limit in months: "
        "{months}): {n}. The oldest is of {oldest}.",
    ),
    reason=Say(
        de="Wer gefragt wird und nie erfährt, was daraus wurde, macht beim nächsten Mal nicht mehr mit. "
        "Auch ein begründetes Nein ist eine Antwort.",
        en="Those who are asked and never hear what became of it will not join in the next time. A no "
        "with its reasons is an answer, too.",
    ),
    remedy=Say(
        de="Unter „consequence“ eintragen, was seither geschehen ist oder warum nichts geschehen konnte, und "
        "es den Beteiligten sagen.",
        en='Enter under "consequence" what has happened since, or why nothing could happen, and tell those '
        "who took part.",
    ),
)
def participation_without_consequence(workspace: Workspace, ctx: Context[TimeToAct]) -> Iterator[Finding]:
    """Find the participations that are past the limit and tell no consequence, the oldest first."""
    months = ctx.parameters.months
    open_ones = sorted(
        (
            one
            for one in workspace.participations
            if add_months(one.day, months) < ctx.on and not (one.consequence or "").strip()
        ),
        key=lambda one: (one.day, one.id),
    )
    if open_ones:
        oldest = open_ones[0].day
        yield ctx.found_many(open_ones, "consequence", n=len(open_ones), oldest=oldest, months=months)
