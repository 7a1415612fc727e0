"""The committee map of a year: who sits in which committee and network, as SVG, PNG and PDF (R-12, R-14)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import attrgetter

import attrs

from jmdexport.builtin import _committee_texts as texts
from jmdexport.builtin._committee_bodies import kind_of, part_of, sessions_of
from jmdexport.builtin._lost import with_note
from jmdexport.builtin._pictures import (
    PICTURES,
    dpi_option,
    is_drawn_with_own_fonts,
    orientation_option,
    page_option,
    picture,
)
from jmdexport.builtin.network_map import map_groups
from jmdexport.documents.escaping import shown
from jmdexport.drawing import PAGES
from jmdexport.drawing.committee import draw_committees
from jmdexport.drawing.committee_plan import Body, CommitteePlan, Member, Seat, SeatKind, Sort
from jmdexport.drawing.committee_words import BODIES
from jmdexport.options import option
from jmdexport.records import Artifact, Exporter, ExportRequest
from jmdmodel.analysis.committees import CommitteeYear, committee_work
from jmdmodel.analysis.counting import at_end
from jmdmodel.analysis.naming import listed
from jmdmodel.analysis.year_network.affiliations import SERVICE, Affiliation
from jmdmodel.analysis.year_network.affiliations import Body as BodyOfYear
from jmdmodel.analysis.year_network.value import YearNetwork, year_network
from jmdmodel.entities.partner import Partner
from jmdmodel.ids import CommitteeId, Ref
from jmdmodel.messages import Language, Message, Say, in_date
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import MemberRole
from jmdmodel.workspace import Workspace


@attrs.frozen(kw_only=True)
class CommitteeMapOptions:
    """Which bodies and partners the map shows, page and resolution."""

    bodies: str = option(
        Say(
            "Gezeigt werden Gremien und Netzwerke, nur Gremien oder nur Netzwerke.",
            "Committees and networks are shown, committees alone, or networks alone.",
        ),
        default="all",
        choices=("all", "committees", "networks"),
    )
    partners: str = option(
        Say(
            "Gezeigt wird, wo der Dienst mitwirkt und wer dort sitzt, oder alles.",
            "What the service takes part in and who sits there is shown, or everything.",
        ),
        default="shared",
        choices=("shared", "all"),
    )
    page: str = page_option()
    orientation: str = orientation_option()
    dpi: int = dpi_option()


_SORTS: Mapping[str, Sort] = {"all": "all", "committees": "committees", "networks": "networks"}


@attrs.frozen
class _Chosen:
    """What of a year's network the map shows: bodies in the picture, bodies told in words, affiliations."""

    drawn: tuple[BodyOfYear, ...]
    unnamed: tuple[BodyOfYear, ...]
    elsewhere: tuple[BodyOfYear, ...]
    held: Mapping[Ref, tuple[Affiliation, ...]]

    def of_service(self, body: BodyOfYear) -> tuple[Affiliation, ...]:
        """Seats of the service in a body."""
        return tuple(one for one in self.held.get(body.ref, ()) if one.member == SERVICE)


def committee_plan(
    view: Workspace,
    year: int,
    *,
    language: Language = "de",
    options: CommitteeMapOptions | None = None,
    title: str = "",
) -> CommitteePlan:
    """Give what the committee map of a year shows, ready to be drawn (R-12, R-14). German: Gremienkarte.

    Who sits where is as of the map's day; sessions are those of the whole year. A body without a named
    partner, one that the service has no part in, and the partners without a body are told in words.

    Raises:
        NoMapForYear: The year has no map; the error lists the years that have one.
    """
    chosen = options or CommitteeMapOptions()
    sort = _SORTS[chosen.bodies]
    network = year_network(view, year)
    found = _choose(network, chosen)
    work = committee_work(view, year)
    years = {} if work.withheld is not None else {row.committee.id: row for row in work.rows}
    partners: dict[str, Partner] = {partner.id: partner for partner in network.partners}
    seats = tuple(
        _seat(body.ref, member, tuple(noted), language)
        for body in found.drawn
        for member, noted in groupby(found.held[body.ref], key=attrgetter("member"))
        if member != SERVICE
    )
    sitting = sorted({seat.member for seat in seats})
    day = in_date(network.day, language)
    return CommitteePlan(
        page=PAGES[chosen.page, chosen.orientation],
        language=language,
        title=title or Message.of(texts.TITLE, what=BODIES[sort], year=str(year)).in_(language),
        subtitle=_subtitle(network, found, len(sitting), day, sort=sort, language=language),
        sort=sort,
        service=shown(view.service.short_name or view.service.name),
        groups=map_groups(language),
        bodies=tuple(_body(view, body, found, years, language) for body in found.drawn),
        members=tuple(_member(view, partners[name], language) for name in sitting),
        seats=seats,
        notes=tuple(_notes(network, found, years, chosen, language)),
        roles=tuple(say.in_(language) for say in texts.ROLES),  # type: ignore[arg-type]
        year=year,
        source=Message.of(texts.SOURCE, year=str(year), day=day).in_(language),
    )


def _choose(network: YearNetwork, options: CommitteeMapOptions) -> _Chosen:
    wanted = [body for body in network.bodies if options.bodies == "all" or _is(body, options.bodies)]
    held = {ref: tuple(found) for ref, found in groupby(network.affiliations, key=attrgetter("body"))}
    named = {ref for ref, found in held.items() if any(one.member != SERVICE for one in found)}
    ours = {ref for ref, found in held.items() if any(one.member == SERVICE for one in found)}
    shared = ours if options.partners == "shared" else {body.ref for body in wanted}
    return _Chosen(
        tuple(body for body in wanted if body.ref in named & shared),
        tuple(body for body in wanted if body.ref in shared - named),
        tuple(body for body in wanted if body.ref not in shared),
        held,
    )


def _is(body: BodyOfYear, which: str) -> bool:
    """Tell whether a body is of a sort; one that is a network and a committee is of both."""
    return bool(body.committees) if which == "committees" else body.network is not None


def _subtitle(
    network: YearNetwork, found: _Chosen, sitting: int, day: str, *, sort: Sort, language: Language
) -> tuple[str, ...]:
    first = " · ".join([shown(network.service.name), Message.of(texts.DAY, day=day).in_(language)])
    all_bodies = len(found.drawn) + len(found.unnamed) + len(found.elsewhere)
    if not all_bodies:
        return first, texts.NO_BODY.in_(language)
    counted_here = Message.of(
        texts.SHOWN,
        what=BODIES[sort],
        bodies=len(found.drawn),
        all_bodies=all_bodies,
        partners=sitting,
        all_partners=len(network.partners),
    )
    return first, counted_here.in_(language)


def _body(
    view: Workspace,
    body: BodyOfYear,
    found: _Chosen,
    years: Mapping[CommitteeId, CommitteeYear],
    language: Language,
) -> Body:
    ours = (part_of(found.of_service(body), language), sessions_of(body, years, language))
    details = (tuple(kind_of(view, body, language)), tuple(filter(None, ours)))
    name = shown(body.name)
    return Body(
        id=str(body.ref),
        label=name,
        details=details,
        seated=bool(found.of_service(body)),
        tooltip=" · ".join([name, *details[0], *details[1]]),
    )


def _member(view: Workspace, partner: Partner, language: Language) -> Member:
    name = shown(partner.name)
    return Member(
        id=partner.id,
        label=name,
        short=shown(partner.short_name or ""),
        group=partner.kind.group.code,
        kind=partner.kind.code,
        tooltip=f"{name} · {shown(view.kind_label(partner).in_(language))}",
    )


_RANKS: Mapping[object, SeatKind] = {MemberRole.LEAD: "lead", MemberRole.GUEST: "guest"}


def _seat(body: Ref, member: Ref, noted: tuple[Affiliation, ...], language: Language) -> Seat:
    """Give one line for all that is noted of a member in a body: the strongest role."""
    kinds = {_RANKS.get(one.role, "member") for one in noted}
    named = {kind for one in noted if one.role is not None for kind in (_RANKS.get(one.role, "member"),)}
    kind = next(kind for kind in ("lead", "member", "guest") if kind in (named or kinds))
    label = texts.ROLES[("lead", "member", "guest").index(kind)]
    return Seat(member=member.id, body=str(body), kind=kind, role=label.in_(language))


def _notes(
    network: YearNetwork,
    found: _Chosen,
    years: Mapping[CommitteeId, CommitteeYear],
    options: CommitteeMapOptions,
    language: Language,
) -> Iterator[tuple[str, str]]:
    """Tell in words what has no place in the picture."""
    if found.unnamed:
        told = [_unnamed(body, found, years, language) for body in found.unnamed]
        yield texts.UNNAMED.in_(language), _ended("; ".join(told))
    if found.elsewhere:
        names = [shown(body.name) for body in found.elsewhere]
        yield texts.ELSEWHERE.in_(language), _ended(listed(names, language))
    there = {committee.id for body in network.bodies for committee in body.committees}
    gone = [shown(row.committee.name) for name, row in sorted(years.items()) if name not in there]
    if gone and options.bodies != "networks":
        yield texts.NOT_THAT_DAY.in_(language), _ended(listed(gone, language))
    sitting = {one.member.id for body in found.drawn for one in found.held[body.ref]}
    without = sorted(shown(one.name) for one in network.partners if one.id not in sitting)
    if without:
        yield Message.of(texts.WITHOUT, n=len(without)).in_(language), _ended(listed(without, language))


def _ended(text: str) -> str:
    """End a line with a full stop, and not with two where a name has one of its own."""
    return f"{at_end(text)}."


def _unnamed(
    body: BodyOfYear, found: _Chosen, years: Mapping[CommitteeId, CommitteeYear], language: Language
) -> str:
    stated = body.network.members_stated if body.network is not None else None
    said = [part_of(found.of_service(body), language), sessions_of(body, years, language)]
    if stated is not None:
        said.append(Message.of(texts.STATED, n=stated).in_(language))
    return f"{shown(body.name)} ({', '.join(filter(None, said))})"


def render(request: ExportRequest[CommitteeMapOptions]) -> Iterator[Artifact]:
    """Yield the map as one picture."""
    plan = committee_plan(
        request.view, request.year, language=request.language, options=request.options, title=request.title
    )
    if is_drawn_with_own_fonts(request):
        said = [body.label for body in plan.bodies] + [member.label for member in plan.members]
        said += [plan.title, *plan.subtitle, *(text for _, text in plan.notes)]
        plan = attrs.evolve(plan, source=with_note(plan.source, said, request.language))
    yield picture(request, draw_committees(plan), f"committee-map-{request.year}")


COMMITTEE_MAP = Exporter(
    name="committee-map",
    title=Say("Gremienkarte", "Committee map"),
    media=PICTURES,
    audience=Audience.REPORT,
    options=CommitteeMapOptions,
    render=render,
)
"""The record of the exporter ``committee-map``."""
