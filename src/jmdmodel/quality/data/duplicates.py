"""Rules on what is entered twice: partners, found by their names, and contacts to one partner."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from jmdmodel.entities.partner import Partner
from jmdmodel.findings import Finding
from jmdmodel.messages import Say
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import NoParameters
from jmdmodel.quality.wording import some_of
from jmdmodel.workspace import Workspace

_SAME = Say(de="Die Namen sind gleich", en="The names are the same")
_SPELLING = Say(
    de="Die Namen unterscheiden sich nur in Schreibweise oder Rechtsform",
    en="The names differ only in spelling or legal form",
)
_ORDER = Say(
    de="Die Namen bestehen aus denselben Wörtern in anderer Reihenfolge",
    en="The names consist of the same words in another order",
)

_LEGAL_FORM = re.compile(r"\b(?:e\.? ?v\.?|g?gmbh|ggmbh|ag|eg|ug|kdoer|k\.d\.ö\.r\.)(?=$|\W)")
_WORDS = re.compile(r"\w+")
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "&": " und ", "+": " und "})
_SHORT = {"st": "sankt", "str": "strasse"}


def words_of(name: str) -> tuple[str, ...]:
    """Give the words of a name for comparing: small letters, umlauts spelled out, no accents, no legal form.

    Example:
        >>> words_of("Förderverein St.-Martin e. V."), words_of("FOERDERVEREIN Sankt Martin")
        (('foerderverein', 'sankt', 'martin'), ('foerderverein', 'sankt', 'martin'))
    """
    plain = unicodedata.normalize("NFKC", name).casefold()
    plain = _LEGAL_FORM.sub(" ", plain).translate(_SPELLED_OUT)
    if not plain.isascii():
        apart = unicodedata.normalize("NFD", plain)
        plain = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return tuple([_SHORT.get(word, word) for word in _WORDS.findall(plain)])


@rule(
    code="D901",
    name="probable-duplicate",
    level="hint",
    requirements=("R-53",),
    looks_at=Workspace,
    one_matter=True,
    title=Say(
        de="Partner sind wahrscheinlich doppelt erfasst", en="Partners are probably entered more than once"
    ),
    message=Say(de="{why}: {names}.", en="{why}: {names}."),
    reason=Say(
        de="Ein doppelter Partner steht zweimal auf der Karte und zählt in jeder Zahl zweimal.",
        en="A partner that is entered twice stands on the map twice and counts twice in every figure.",
    ),
    remedy=Say(
        de="Die Einträge zusammenlegen. Bei verschiedenen Stellen den Namen oder das Gebiet („area“) "
        "unterscheiden oder sie mit „part_of“ oder „successor_of“ verbinden.",
        en='Merge the entries. If they are different bodies, tell them apart by name or area ("area"), '
        'or connect them with "part_of" or "successor_of".',
    ),
)
def probable_duplicate(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find partners of the day whose names come to the same words, unless something tells them apart."""
    del workspace
    groups: dict[tuple[str, ...], list[Partner]] = {}
    joined: dict[str, tuple[str, ...]] = {}
    for partner in ctx.index.partners:
        words = words_of(partner.name)
        if words:
            # "Job-Center" and "Jobcenter": the same letters count as the same words.
            key = joined.setdefault("".join(words), tuple(sorted(words)))
            groups.setdefault(key, []).append(partner)
    for group in groups.values():
        if len(group) == 1:
            continue
        twins = [one for one in group if any(_may_be_same(one, other) for other in group if other is not one)]
        if twins:
            names = some_of(list(dict.fromkeys(partner.name for partner in twins)))
            yield ctx.found_many(twins, "name", why=_why(twins), names=names)


def _may_be_same(one: Partner, other: Partner) -> bool:
    """Tell whether nothing in the data says that two partners of the same name are different bodies."""
    related = one.part_of == other.id or other.part_of == one.id
    siblings = one.part_of is not None and other.part_of is not None and one.part_of != other.part_of
    follows = one.id in other.successor_of or other.id in one.successor_of
    elsewhere = bool(one.area and other.area and not set(one.area) & set(other.area))
    return not (related or siblings or follows or elsewhere)


def _why(twins: list[Partner]) -> Say:
    if len({partner.name for partner in twins}) == 1:
        return _SAME
    return _SPELLING if len({"".join(words_of(partner.name)) for partner in twins}) == 1 else _ORDER


@rule(
    code="D911",
    name="contact-doubled",
    level="hint",
    requirements=("R-32", "R-53"),
    looks_at=Workspace,
    title=Say(
        de="Zu einem Partner gibt es mehrere Kontakte", en="There are several contacts with one partner"
    ),
    message=Say(
        de="Mehr als ein aktiver Kontakt zur selben Zeit besteht zu: {partners}.",
        en="There is more than one active contact at the same time with: {partners}.",
    ),
    reason=Say(
        de="Jeder aktive Kontakt wird auf der Netzwerkkarte gezeichnet. Der Partner steht dann mehrmals "
        "darauf, womöglich an verschiedenen Stellen.",
        en="Each active contact is drawn on the network map. The partner then stands on it several "
        "times, possibly in different places.",
    ),
    remedy=Say(
        de="Die Kontakte zusammenlegen; die Einschätzungen behalten ihr Datum. Oder den älteren Kontakt "
        "unter „period“ mit „until“ beenden.",
        en='Merge the contacts; the ratings keep their dates. Or end the older contact with "until" '
        'under "period".',
    ),
)
def contact_doubled(workspace: Workspace, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find partners with more than one contact that is active on the day."""
    del workspace
    index = ctx.index
    counts = Counter(contact.partner for contact in index.active_contacts)
    of_several = {partner for partner, count in counts.items() if count > 1}
    if of_several:
        doubled = [contact for contact in index.active_contacts if contact.partner in of_several]
        partners = (partner for partner in index.contacts_by_partner if partner in of_several)
        names = list(dict.fromkeys(map(index.partner_name, partners)))
        yield ctx.found_many(sorted(doubled, key=lambda one: one.id), partners=some_of(names))
