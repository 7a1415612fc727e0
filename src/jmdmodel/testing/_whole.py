"""One small thing of each kind that the tiny builders have no word for: the rest of the small workspace."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from jmdmodel import entities as e
from jmdmodel import ids
from jmdmodel import vocabulary as v
from jmdmodel.ids import PartnerId, Ref, StaffId, UnitId
from jmdmodel.period import Period
from jmdmodel.testing._outlines import OUTLINES

_FIRST, _NEXT, _LAST = date(2024, 3, 1), date(2024, 9, 30), date(2025, 2, 28)
_SCHOOL, _OFFICE, _LEAD, _TOWN = (
    PartnerId("schule"),
    PartnerId("jobcenter"),
    StaffId("leitung"),
    UnitId("stadt"),
)


def units() -> tuple[e.AdministrativeUnit, ...]:
    """Give a town with both keys, a population and an outline, and a district beside it with one key."""
    town = e.AdministrativeUnit(
        id=_TOWN,
        name="Musterstadt",
        level=v.UnitLevel.MUNICIPALITY,
        ags="01067000",
        ars="010670000000",
        outline=OUTLINES[0],
        populations=(e.Population(day=date(2024, 12, 31), count=48_210, source="Melderegister"),),
    )
    beside = e.AdministrativeUnit(
        id=UnitId("kreis"), name="Musterkreis", level=v.UnitLevel.DISTRICT, ags="01056"
    )
    return town, beside


def space() -> e.SocialSpace:
    """Give the social space of the small workspace."""
    return e.SocialSpace(name="Musterstadt Süd", units=(_TOWN,), boundary="Südlich der Bahn.")


def about_the_space() -> tuple[Any, ...]:
    """Give what is known of the social space: places, figures, needs, and how young people took part."""
    need = ids.NeedId("deutsch")
    return (
        e.YearFigure(id=ids.FigureId("f-2024"), year=2024, kind=v.FigureKind.VOLUNTEERS, count=62),
        e.YearFigure(
            id=ids.FigureId("f-2024-neu"),
            year=2024,
            kind=v.FigureKind.VOLUNTEERS,
            label="neu gewonnen",
            from_age=16,
            to_age=26,
            count=17,
            part_of=ids.FigureId("f-2024"),
        ),
        e.Place(
            id=ids.PlaceId("treff"),
            name="Jugendtreff",
            kind=v.PlaceKind.MEETING_PLACE,
            unit=_TOWN,
            position=e.Position(latitude=Fraction("53.5511"), longitude=Fraction("9.9937")),
        ),
        e.SocialStructureAnalysis(
            id=ids.AnalysisId("analyse-2024"),
            day=_FIRST,
            methods=(v.AnalysisMethod.WALK,),
            indicators=(
                e.Indicator(
                    name="Jugendarbeitslosigkeit",
                    subject=v.SubjectArea.TRAINING_AND_WORK,
                    value=Fraction("6.2"),
                    measured_in="%",
                    area=_TOWN,
                    day=_FIRST,
                ),
            ),
        ),
        e.Need(
            id=need,
            title="Deutsch am Abend",
            topics=(v.Topic.LANGUAGE,),
            voiced_by=(v.Voice.YOUNG_PEOPLE,),
            established_on=_FIRST,
            evidence=(e.Evidence(kind=v.EvidenceKind.CASES, day=_FIRST, text="In neun Beratungen genannt."),),
        ),
        e.LivingEnvironmentObservation(
            id=ids.ObservationId("bahnhof"), day=_FIRST, place=ids.PlaceId("treff"), text="Abends kein Licht."
        ),
        e.YouthParticipation(
            id=ids.ParticipationId("rundgang"),
            day=_FIRST,
            method=v.AnalysisMethod.STRUCTURED_WALK,
            people=9,
            needs=(need,),
            place=ids.PlaceId("treff"),
            networks=(ids.NetworkId("uebergang"),),
        ),
    )


def about_partners() -> tuple[Any, ...]:
    """Give what partners yield, what is coordinated with them, and how they open up."""
    barrier = ids.BarrierId("formulare")
    return (
        e.KindAbsence(
            id=ids.AbsenceId("kammer"), partner_kind=v.PartnerKind.CHAMBER, reason="Sitz im Nachbarkreis."
        ),
        e.ContactPerson(
            id=ids.ContactPersonId("vermittlung"),
            partner=_OFFICE,
            function="Vermittlung U25",
            name="Herr Beispiel",
            retain_until=date(2026, 12, 31),
        ),
        e.GroupOffer(
            id=ids.GroupOfferId("bewerbung"),
            name="Bewerbungstraining",
            offer=ids.OfferId("nachhilfe"),
            partners=(_SCHOOL,),
            meetings=8,
        ),
        e.OfferCoordination(
            id=ids.CoordinationId("lernhilfe"),
            day=_NEXT,
            offers=(ids.OfferId("nachhilfe"),),
            needs=(ids.NeedId("deutsch"),),
        ),
        e.Resource(
            id=ids.ResourceId("raum"), title="Raum", of=Ref("partners", "schule"), purposes=(v.Purpose.CASE,)
        ),
        e.OpeningProcess(
            id=ids.OpeningId("jobcenter"),
            partner=_OFFICE,
            stages=(
                e.OpeningStep(day=_FIRST, stage=v.OpeningStage.AWARENESS, assessor=_LEAD),
                e.OpeningStep(day=_LAST, stage=v.OpeningStage.PLANNING, assessor=_LEAD),
            ),
        ),
        e.AccessBarrier(
            id=barrier,
            title="Formulare nur auf Deutsch",
            kind=v.BarrierKind.LANGUAGE,
            at=Ref("partners", "jobcenter"),
            severity=v.Severity.HINDERING,
            statuses=(e.BarrierStatus(day=_FIRST, state=v.BarrierState.FOUND),),
        ),
        e.OpeningMeasure(
            id=ids.MeasureId("schulung"),
            title="Schulung",
            kind=v.MeasureKind.EDUCATION_EVENT,
            state=v.MeasureState.HELD,
            day=_NEXT,
            until=_NEXT,
            partners=(_OFFICE,),
            barriers=(barrier,),
        ),
    )


def about_the_public() -> tuple[Any, ...]:
    """Give gaps, concepts, publications, events, and what closes a year."""
    return (
        e.OfferGap(
            id=ids.GapId("abendkurs"),
            title="Kein Abendkurs",
            topics=(v.Topic.LANGUAGE,),
            needs=(ids.NeedId("deutsch"),),
            found_on=_FIRST,
            raised=(e.GapRaised(day=_NEXT, body=ids.Ref("committees", "ag-78")),),
            due=date(2025, 12, 31),
            progress=(e.GapProgress(day=_NEXT, status=v.GapStatus.PARTLY_CLOSED),),
            offers=(ids.OfferId("nachhilfe"),),
        ),
        e.IntegrationConcept(
            id=ids.ConceptId("konzept"),
            name="Integrationskonzept",
            unit=_TOWN,
            stages=(e.ConceptStep(day=_FIRST, stage=v.ConceptStage.DRAFTED),),
            with_us=True,
        ),
        e.Publication(
            id=ids.PublicationId("beitrag"),
            title="Ankommen",
            day=_NEXT,
            kind=v.PublicationKind.WEB,
            on_behalf_of=Ref("networks", "uebergang"),
            web="https://example.org/ankommen",
        ),
        e.Programme(
            id=ids.ProgrammeId("programm"),
            name="Programm",
            period=Period(since=date(2024, 1, 1), until=date(2025, 12, 31)),
        ),
        e.SpaceEvent(
            id=ids.EventId("fest"),
            title="Fest",
            day=_NEXT,
            until=_NEXT,
            roles=(v.EventRole.INITIATED,),
            programme=ids.ProgrammeId("programm"),
            place=ids.PlaceId("treff"),
            partners=(_SCHOOL,),
            networks=(ids.NetworkId("uebergang"),),
            needs=(ids.NeedId("deutsch"),),
        ),
        e.AnnualReport(
            id=ids.ReportId("2024"),
            texts=(e.ReportText(section=v.ReportSection.OUTLOOK, text="Wir machen weiter.\nMit allen."),),
            map=ids.MapId("2024"),
            submitted_on=_LAST,
            submitted_to=("Landesstelle",),
        ),
        e.Transfer(id=ids.TransferId("2024"), entered_on=_LAST),
        e.Waiver(
            id=ids.WaiverId("rolle"),
            rule="N206",
            subject=Ref("committees", "ag-78"),
            reason="Wird in der nächsten Sitzung geklärt.",
            until=date(2026, 12, 31),
        ),
    )


def case() -> e.CasePlan:
    """Give the plan of one case: a goal with a step that a partner and a key person contribute to."""
    agreed = e.ContributionStep(day=_NEXT, stage=v.ContributionStage.AGREED)
    step = e.PlanStep(
        text="Praktikum suchen",
        due=_LAST,
        contributions=(
            e.PartnerContribution(
                partner=_OFFICE, consents=(e.Consent(state=v.ConsentState.YES, day=_FIRST),), stages=(agreed,)
            ),
            e.PartnerContribution(person=ids.PersonId("rektorin")),
        ),
    )
    return e.CasePlan(
        id=ids.CaseId("fall-017"),
        phases=(e.PhaseStep(day=_FIRST, phase=v.PlanPhase.IMPLEMENTATION),),
        staff=_LEAD,
        began="2024-Q1",
        reviewed_on=(_NEXT,),
        retain_until=date(2027, 12, 31),
        goals=(
            e.PlanGoal(
                topic=v.Topic.TRAINING,
                text="Ausbildung",
                progress=(e.PlanProgress(day=_NEXT, status=v.GoalStatus.IN_PROGRESS),),
                steps=(step,),
            ),
        ),
    )
