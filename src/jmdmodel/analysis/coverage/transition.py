"""Who accompanies young people from school to work, and whether the service is in contact with them."""

from __future__ import annotations

from datetime import date

import attrs

from jmdmodel.analysis.counting import Spoken, labelled, named, told
from jmdmodel.analysis.coverage import coverage_texts as texts
from jmdmodel.analysis.coverage.covered import CoverageState, active_partners, by_id, coverage_state
from jmdmodel.analysis.coverage.kinds import STATE
from jmdmodel.analysis.ratings import IMPORTANT, map_day, partners_on
from jmdmodel.analysis.sight import is_hidden
from jmdmodel.analysis.tables import NAME, Cell, Column, Table, id_column
from jmdmodel.borders import need_step
from jmdmodel.entities.partner import Partner
from jmdmodel.entities.resource import ContactPerson
from jmdmodel.ids import PartnerId
from jmdmodel.messages import Message, Say
from jmdmodel.vocabulary import TransitionRole
from jmdmodel.workspace import Workspace


@attrs.frozen(kw_only=True)
class RoleCoverage:
    """One role at the transition: who has it, and whether there is an active contact (R-06).

    German: Abdeckung einer Rolle am Übergang.

    Attributes:
        role: The role.
        active: Partners who have it and to whom a contact is active, by identifier.
        known: Partners who have it without an active contact, by identifier.
        by_person: Those of both who have it through a contact person alone, not by their own entry, in the
            order of their identifiers.
        persons: How many contact persons of the role are entered; ``None`` where a view has none of them.
    """

    role: TransitionRole
    active: tuple[Partner, ...]
    known: tuple[Partner, ...]
    by_person: tuple[PartnerId, ...]
    persons: int | None

    @property
    def state(self) -> CoverageState:
        """How far the role is covered: by an active contact, known without one, or not entered."""
        return coverage_state(len(self.known), len(self.active))


@attrs.frozen(kw_only=True, repr=False)
class TransitionCoverage(Spoken):
    """The transition from school to work on the day of a map (R-06). German: Abdeckung des Übergangs.

    Attributes:
        year: The year of the map.
        day: The day that the map shows.
        roles: Every role of the vocabulary in its order.
        persons: Contact persons entered with a role at the transition; ``None`` where a view has none.
        without_person: Partners at the transition for whom no contact person of any kind is entered;
            ``None`` where a view has none.
        why_no_persons: Why the two are ``None``.
        relevant: Partners of the day who count as important to the target group.
        relevant_active: Those of them to whom a contact is active.
    """

    year: int
    day: date
    roles: tuple[RoleCoverage, ...]
    persons: int | None
    without_person: tuple[Partner, ...] | None
    why_no_persons: Message | None
    relevant: int
    relevant_active: int

    @property
    def missing(self) -> tuple[TransitionRole, ...]:
        """The roles for which nobody is entered."""
        return tuple(row.role for row in self.roles if row.state is CoverageState.MISSING)

    def in_state(self, state: CoverageState) -> tuple[TransitionRole, ...]:
        """Give the roles that are covered so far and no further.

        Raises:
            ModelError: It is no state of coverage; its code as a text is none.
        """
        need_step(state, CoverageState, "state")
        return tuple(row.role for row in self.roles if row.state is state)

    def messages(self) -> tuple[Message, ...]:
        """Tell the coverage in whole sentences."""
        said = []
        if len(self.missing) == len(self.roles):
            said.append(Message.of(texts.NOBODY_AT_TRANSITION))
        else:
            for state, forms in _FORMS.items():
                roles = self.in_state(state)
                names = labelled(role.label for role in roles)
                said.append(told(forms, len(roles), texts.ROLE, case="dat", names=names))
        if self.why_no_persons is not None:
            said.append(self.why_no_persons)
        elif self.without_person is not None and len(said) > 1:
            lacking = [partner.name for partner in self.without_person]
            said.append(told(texts.NO_PERSON, len(lacking), texts.PARTNER, case="dat", names=named(lacking)))
        return tuple(said)

    def tables(self) -> tuple[Table, ...]:
        """Give the roles with their numbers, and the partners who have them."""
        roles = Table(
            name="transition",
            title=Say("Rollen am Übergang Schule/Beruf", "Roles at the transition from school to work"),
            columns=(
                _ROLE,
                STATE,
                Column(
                    "active", Say("Partner mit aktivem Kontakt", "partners with active contact"), "integer"
                ),
                Column(
                    "known", Say("Partner ohne aktiven Kontakt", "partners without active contact"), "integer"
                ),
                Column("persons", Say("Ansprechpersonen", "contact persons"), "integer"),
            ),
            rows=tuple(
                (row.role, row.state, len(row.active), len(row.known), row.persons) for row in self.roles
            ),
        )
        rows: list[tuple[Cell, ...]] = [
            (row.role, partner.id, partner.name, partner in row.active, partner.id in row.by_person)
            for row in self.roles
            for partner in by_id((*row.active, *row.known))
        ]
        partners = Table(
            name="transition-partners",
            title=Say("Partner am Übergang Schule/Beruf", "Partners at the transition from school to work"),
            columns=(
                _ROLE,
                id_column("partner"),
                NAME,
                Column("active", Say("aktiver Kontakt", "active contact"), "boolean"),
                Column(
                    "by_person", Say("nur durch Ansprechperson", "through a contact person only"), "boolean"
                ),
            ),
            rows=tuple(rows),
        )
        return roles, partners


_ROLE = Column("role", Say("Rolle am Übergang", "role at the transition"), "code")
_FORMS = {
    CoverageState.REACHED: texts.ROLES_REACHED,
    CoverageState.KNOWN: texts.ROLES_KNOWN,
    CoverageState.MISSING: texts.ROLES_MISSING,
}


def transition_coverage(workspace: Workspace, year: int) -> TransitionCoverage:
    """Tell for each role at the transition from school to work who has it and who is reached (R-06).

    Counted on the day of the year's map. A partner has a role by its own entry, or because a contact
    person of that day has it: a school whose social worker prepares for training stands under both. A role
    is reached when a contact to one of its partners is active on the day, known when there are partners but
    no active contact, and else not entered. The model has no word for "not to be had here" of a role: what
    the social space does not have is for people to say.

    The concept asks for all relevant actors, and for those at the transition above all; so the partners
    that count as important to young people are counted beside. German: Abdeckung des Übergangs Schule/Beruf.

    Raises:
        NoMapForYear: The year has no map; the error lists the years that have one.

    Example:
        >>> from jmdmodel.testing.builders import contact, minimal, network_map, partner
        >>> school = partner("bbs", transition_role=TransitionRole.SCHOOL)
        >>> found = transition_coverage(minimal(network_map(2025), school, contact("bbs")), 2025)
        >>> found.in_state(CoverageState.REACHED), len(found.missing)
        ((TransitionRole.SCHOOL,), 6)
    """
    day = map_day(workspace.map_of(year))
    partners = partners_on(workspace, day)
    there = {partner.id for partner in partners}
    active = active_partners(workspace, day)
    persons = tuple(
        person
        for person in workspace.contact_persons
        if person.period.holds_on(day) and person.partner in there
    )
    hidden = is_hidden(workspace, ContactPerson)

    def covered(role: TransitionRole) -> RoleCoverage:
        mine = [person for person in persons if person.transition_role is role]
        through = {person.partner for person in mine}
        found = [p for p in partners if p.transition_role is role or p.id in through]
        return RoleCoverage(
            role=role,
            active=tuple(partner for partner in found if partner.id in active),
            known=tuple(partner for partner in found if partner.id not in active),
            by_person=tuple(partner.id for partner in found if partner.transition_role is not role),
            persons=None if hidden else len(mine),
        )

    roles = tuple(covered(role) for role in TransitionRole)
    bridging = by_id(partner for row in roles for partner in (*row.active, *row.known))
    known_people = {person.partner for person in persons}
    relevant = [p for p in partners if p.relevance is not None and p.relevance >= IMPORTANT]
    return TransitionCoverage(
        year=year,
        day=day,
        roles=roles,
        persons=None if hidden else sum(person.transition_role is not None for person in persons),
        without_person=None if hidden else tuple(p for p in bridging if p.id not in known_people),
        why_no_persons=Message.of(texts.PERSONS_WITHHELD) if hidden else None,
        relevant=len(relevant),
        relevant_active=sum(partner.id in active for partner in relevant),
    )
