"""What a site of a size has besides partners, contacts, networks and activities, in the usual proportion."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeVar

from jmdmodel import entities as e
from jmdmodel import ids
from jmdmodel import vocabulary as v
from jmdmodel.collection import Collection
from jmdmodel.ids import PartnerId, Ref, StaffId, UnitId
from jmdmodel.period import Period

T = TypeVar("T")

_LEAD = StaffId("leitung")
_TOWN = UnitId("musterstadt")
_COMMITTEES = 6


class Draw:
    """A fixed sequence of numbers that look drawn: each follows from the one before."""

    def __init__(self, seed: int) -> None:
        self._state = (seed * 2_654_435_761 + 97) % 2**31

    def below(self, end: int) -> int:
        """Give the next number from 0 up to an end that is left out."""
        self._state = (self._state * 1_103_515_245 + 12_345) % 2**31
        return (self._state >> 8) % end

    def one_of(self, things: list[T] | tuple[T, ...]) -> T:
        """Give one of some things."""
        return things[self.below(len(things))]

    def day(self, years: range) -> date:
        """Give a day of one of the years."""
        return date(years[self.below(len(years))], 1, 1) + timedelta(days=self.below(365))


def around(draw: Draw, partners: list[PartnerId], years: range) -> dict[str, Any]:
    """Give the collections that grow with the partners and the years, by their names.

    A third of the partners has a key person and one to turn to, half of them an offer; each tenth has an
    opening process with a barrier and a measure; a year has twelve cases, two needs, two gaps, four events.
    """
    site = _Site(draw, partners, years)
    few, some, many = (max(1, len(partners) // part) for part in (10, 3, 2))
    per_year = len(years)
    offers = site.of(many, site.offer)
    return {
        "units": Collection(
            [
                e.AdministrativeUnit(
                    id=_TOWN, name="Musterstadt", level=v.UnitLevel.MUNICIPALITY, ags="01067000"
                )
            ]
        ),
        "figures": site.of(3 * per_year, site.figure),
        "places": site.of(few, site.place),
        "analyses": site.of(1 + per_year // 3, site.analysis),
        "needs": site.of(2 * per_year, site.need),
        "observations": site.of(2 * per_year, site.observation),
        "participations": site.of(2 * per_year, site.participation),
        "absences": site.of(2, site.absence),
        "contact_persons": site.of(some, site.contact_person),
        "people": site.of(some, site.person),
        "offers": offers,
        "group_offers": site.of(2 * per_year, site.group_offer),
        "coordinations": site.of(per_year, site.coordination),
        "resources": site.of(few, site.resource),
        "gaps": site.of(2 * per_year, site.gap),
        "concepts": site.of(1, site.concept),
        "publications": site.of(3 * per_year, site.publication),
        "openings": site.of(few, site.opening),
        "barriers": site.of(few, site.barrier),
        "measures": site.of(few, site.measure),
        "programmes": site.of(2, site.programme),
        "events": site.of(4 * per_year, site.event),
        "reports": Collection(_report(year) for year in years),
        "transfers": Collection(_transfer(year) for year in years),
        "waivers": site.of(2, site.waiver),
        "cases": site.of(12 * per_year, site.case),
    }


class _Site:
    """Makes the things of one site; each kind goes through the partners in turn."""

    def __init__(self, draw: Draw, partners: list[PartnerId], years: range) -> None:
        self.draw = draw
        self.partners = partners
        self.years = years

    def of(self, count: int, make: Callable[[int], Any]) -> Collection[Any]:
        """Give a collection of so many things."""
        return Collection(make(number) for number in range(count))

    def partner(self, number: int) -> PartnerId:
        return self.partners[number % len(self.partners)]

    def day(self) -> date:
        return self.draw.day(self.years)

    def figure(self, number: int) -> e.YearFigure:
        kind = (v.FigureKind.COUNSELLED, v.FigureKind.CASE_MANAGED, v.FigureKind.VOLUNTEERS)[number % 3]
        year = self.years[number // 3]
        return e.YearFigure(
            id=ids.FigureId(f"figure-{number:03}"), year=year, kind=kind, count=40 + self.draw.below(200)
        )

    def place(self, number: int) -> e.Place:
        kind = self.draw.one_of(tuple(v.PlaceKind))
        return e.Place(id=ids.PlaceId(f"place-{number:03}"), name=f"Ort {number}", kind=kind, unit=_TOWN)

    def analysis(self, number: int) -> e.SocialStructureAnalysis:
        methods = (self.draw.one_of(tuple(v.AnalysisMethod)),)
        summary = "Viele junge Menschen wohnen südlich der Bahn."
        return e.SocialStructureAnalysis(
            id=ids.AnalysisId(f"analysis-{number:03}"), day=self.day(), methods=methods, summary=summary
        )

    def need(self, number: int) -> e.Need:
        topic = self.draw.one_of(tuple(v.Topic))
        return e.Need(
            id=ids.NeedId(f"need-{number:03}"),
            title=f"Hilfe bei: {topic.label.de}",
            topics=(topic,),
            voiced_by=(v.Voice.YOUNG_PEOPLE,),
            established_on=self.day(),
            evidence=(e.Evidence(kind=v.EvidenceKind.CASES),),
        )

    def observation(self, number: int) -> e.LivingEnvironmentObservation:
        text = "Am Abend fährt kein Bus."
        return e.LivingEnvironmentObservation(
            id=ids.ObservationId(f"observation-{number:03}"), day=self.day(), text=text
        )

    def participation(self, number: int) -> e.YouthParticipation:
        return e.YouthParticipation(
            id=ids.ParticipationId(f"participation-{number:03}"),
            day=self.day(),
            method=self.draw.one_of(tuple(v.AnalysisMethod)),
            people=5 + self.draw.below(20),
            needs=(ids.NeedId(f"need-{number:03}"),),
        )

    def absence(self, number: int) -> e.KindAbsence:
        kind = tuple(v.PartnerKind)[number]
        reason = "Sitz im Nachbarkreis."
        return e.KindAbsence(id=ids.AbsenceId(f"absence-{number}"), partner_kind=kind, reason=reason)

    def contact_person(self, number: int) -> e.ContactPerson:
        identifier = ids.ContactPersonId(f"contact-person-{number:04}")
        return e.ContactPerson(id=identifier, partner=self.partner(3 * number), function="Vermittlung")

    def person(self, number: int) -> e.KeyPerson:
        identifier = ids.PersonId(f"person-{number:04}")
        return e.KeyPerson(id=identifier, role="Leitung", partner=self.partner(3 * number + 1))

    def offer(self, number: int) -> e.Offer:
        topic = self.draw.one_of(tuple(v.Topic))
        return e.Offer(
            id=ids.OfferId(f"offer-{number:04}"),
            name=f"Angebot {number}",
            provider=self.partner(2 * number) if number % 5 else None,
            topics=(topic,),
        )

    def group_offer(self, number: int) -> e.GroupOffer:
        identifier = ids.GroupOfferId(f"group-offer-{number:03}")
        return e.GroupOffer(id=identifier, name=f"Gruppe {number}", meetings=4 + self.draw.below(20))

    def coordination(self, number: int) -> e.OfferCoordination:
        return e.OfferCoordination(
            id=ids.CoordinationId(f"coordination-{number:03}"),
            day=self.day(),
            offers=(ids.OfferId("offer-0000"),),
            needs=(ids.NeedId(f"need-{number:03}"),),
        )

    def resource(self, number: int) -> e.Resource:
        of = Ref("partners", self.partner(10 * number))
        return e.Resource(id=ids.ResourceId(f"resource-{number:03}"), title="Raum", of=of)

    def gap(self, number: int) -> e.OfferGap:
        found = self.day()
        raised = e.GapRaised(
            day=found + timedelta(days=30), body=ids.Ref("committees", f"committee-{number % _COMMITTEES}")
        )
        return e.OfferGap(
            id=ids.GapId(f"gap-{number:03}"),
            title="Kein Kurs am Abend",
            needs=(ids.NeedId(f"need-{number:03}"),),
            found_on=found,
            raised=(raised,),
            progress=(e.GapProgress(day=found + timedelta(days=60), status=v.GapStatus.IN_COORDINATION),),
        )

    def concept(self, number: int) -> e.IntegrationConcept:
        stage = e.ConceptStep(day=self.day(), stage=v.ConceptStage.IN_FORCE)
        return e.IntegrationConcept(
            id=ids.ConceptId(f"concept-{number}"), name="Integrationskonzept", stages=(stage,), with_us=True
        )

    def publication(self, number: int) -> e.Publication:
        return e.Publication(
            id=ids.PublicationId(f"publication-{number:03}"),
            title=f"Beitrag {number}",
            day=self.day(),
            kind=self.draw.one_of(tuple(v.PublicationKind)),
        )

    def opening(self, number: int) -> e.OpeningProcess:
        first = self.day()
        steps = (
            e.OpeningStep(day=first, stage=v.OpeningStage.AWARENESS, assessor=_LEAD),
            e.OpeningStep(day=first + timedelta(days=200), stage=v.OpeningStage.PLANNING, assessor=_LEAD),
        )
        identifier = ids.OpeningId(f"opening-{number:03}")
        return e.OpeningProcess(id=identifier, partner=self.partner(10 * number), stages=steps)

    def barrier(self, number: int) -> e.AccessBarrier:
        return e.AccessBarrier(
            id=ids.BarrierId(f"barrier-{number:03}"),
            title="Formulare nur auf Deutsch",
            kind=self.draw.one_of(tuple(v.BarrierKind)),
            at=Ref("partners", self.partner(10 * number)),
            statuses=(e.BarrierStatus(day=self.day(), state=self.draw.one_of(tuple(v.BarrierState))),),
        )

    def measure(self, number: int) -> e.OpeningMeasure:
        return e.OpeningMeasure(
            id=ids.MeasureId(f"measure-{number:03}"),
            title=f"Maßnahme {number}",
            kind=self.draw.one_of(tuple(v.MeasureKind)),
            state=v.MeasureState.HELD,
            day=self.day(),
            partners=(self.partner(10 * number),),
            barriers=(ids.BarrierId(f"barrier-{number:03}"),),
        )

    def programme(self, number: int) -> e.Programme:
        period = Period(since=date(self.years[0], 1, 1), until=date(self.years[-1], 12, 31))
        return e.Programme(
            id=ids.ProgrammeId(f"programme-{number}"), name=f"Programm {number}", period=period
        )

    def event(self, number: int) -> e.SpaceEvent:
        day = self.day()
        return e.SpaceEvent(
            id=ids.EventId(f"event-{number:03}"),
            title=f"Fest {number}",
            day=day,
            until=day + timedelta(days=number % 2),
            programme=ids.ProgrammeId(f"programme-{number % 2}"),
            partners=(self.partner(number),),
        )

    def waiver(self, number: int) -> e.Waiver:
        # No committee of a site states a role, so that each of these takes something out of a check.
        subject, until = Ref("committees", f"committee-{number}"), date(self.years[-1] + 1, 12, 31)
        identifier = ids.WaiverId(f"waiver-{number}")
        return e.Waiver(id=identifier, rule="N206", subject=subject, reason="Wird geklärt.", until=until)

    def case(self, number: int) -> e.CasePlan:
        first = self.day()
        step = e.PlanStep(
            text="Termin vereinbaren",
            due=first + timedelta(days=60),
            contributions=(
                e.PartnerContribution(
                    partner=self.partner(number),
                    consents=(e.Consent(state=v.ConsentState.YES, day=first),),
                    stages=(e.ContributionStep(day=first, stage=v.ContributionStage.AGREED),),
                ),
            ),
        )
        goal = e.PlanGoal(topic=self.draw.one_of(tuple(v.Topic)), text="Das Ziel", steps=(step,))
        return e.CasePlan(
            id=ids.CaseId(f"case-{number:04}"),
            phases=(e.PhaseStep(day=first, phase=v.PlanPhase.IMPLEMENTATION),),
            staff=_LEAD,
            began=f"{first.year}-Q{(first.month + 2) // 3}",
            goals=(goal,),
        )


def _report(year: int) -> e.AnnualReport:
    outlook = e.ReportText(section=v.ReportSection.OUTLOOK, text="Wir setzen die Arbeit fort.")
    return e.AnnualReport(id=ids.ReportId(str(year)), texts=(outlook,), map=ids.MapId(str(year)))


def _transfer(year: int) -> e.Transfer:
    return e.Transfer(id=ids.TransferId(str(year)), entered_on=date(year + 1, 2, 15))
