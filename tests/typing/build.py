"""A program of a stranger that builds a workspace from values; it is type-checked, never run."""

from datetime import date
from typing import assert_type

from jmdmodel import Collection, ModelFault, Period, SaveError, Workspace, save, validate
from jmdmodel.entities import Contact, ContactRating, NetworkMap, Partner, Service, Term, evolve
from jmdmodel.ids import ContactId, MapId, PartnerId, TermId, slug
from jmdmodel.period import ALWAYS, year_period
from jmdmodel.scales import Importance, Intensity
from jmdmodel.testing import builders
from jmdmodel.vocabulary import MapGroup, PartnerKind
from jmdmodel.workspace import Vocabulary


def build(name: str, day: date) -> Workspace:
    """Make a workspace with one partner, its contact and its map."""
    key = slug(name)
    partner = Partner(id=PartnerId(key), name=name, kind=PartnerKind.SGB2_BODY, period=ALWAYS)
    assert_type(partner.kind.group, MapGroup)
    assert_type(evolve(partner, name=name.upper()), Partner)
    rating = ContactRating(day=day, intensity=Intensity.MONTHLY, importance=Importance.INDISPENSABLE)
    contact = Contact(id=ContactId(key), partner=partner.id, ratings=(rating,))
    assert_type(contact.rating_between(day, day), ContactRating | None)
    own = Term(id=TermId("own"), parent="other", label_de="Eigenes", label_en="Own")
    vocabulary = Vocabulary(partner_kinds=Collection([own]))
    workspace = Workspace(service=Service(name=name, provider=name), vocabulary=vocabulary)
    assert_type(workspace.partners, Collection[Partner])
    assert_type(year_period(day.year), Period)
    assert_type(builders.minimal(), Workspace)
    return workspace.with_entities(partner, contact, NetworkMap(id=MapId(str(day.year)), as_of=day))


def told(workspace: Workspace, path: str) -> list[str]:
    """Tell what is wrong with a workspace, before saving and when saving refuses."""
    assert_type(validate(workspace), tuple[ModelFault, ...])
    try:
        save(workspace, path)
    except SaveError as error:
        assert_type(error.faults, tuple[ModelFault, ...])
        return [f"{fault.path}: {fault.in_('de')}" for fault in error.faults]
    return []
