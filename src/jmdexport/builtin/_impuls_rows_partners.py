"""The rows on cooperation: partners, contacts and rings by kind of partner (R-06, R-13, R-32)."""

# ruff: noqa: RUF009 - each call declares a field and keeps nothing
from __future__ import annotations

from typing import Any

import attrs

from jmdexport.builtin import _impuls_columns as col
from jmdmodel.analysis.coverage.covered import CoverageState
from jmdmodel.messages import Message, Say
from jmdmodel.scales import Intensity
from jmdmodel.vocabulary import MapGroup, PartnerKind

_RING = Say("Ring {step}", "Ring {step}")
_RING_TOLD = Say("Partner mit Kontakt {often}.", "Partners in contact {often}.")


def _ring(step: Intensity) -> Any:
    title = Message.of(_RING, step=step.code).as_say()
    return col.number(title, Message.of(_RING_TOLD, often=step.label).as_say(), optional=False)


@attrs.frozen(kw_only=True)
class ImpulsCooperation:
    """A kind of partner: how many there are, how many contacts, on which rings of the map."""

    year: int = col.year()
    partner_kind: PartnerKind = col.column(
        "code",
        Say("Partnerart (Kürzel)", "Kind of partner (code)"),
        Say("Art des Partners nach der Hauptart.", "Kind of the partner, by its main kind."),
        words=PartnerKind,
    )
    label: str = col.name(
        Say("Partnerart", "Kind of partner"),
        Say(
            "Name der Partnerart in der Sprache des Exports.",
            "Name of the kind in the language of the export.",
        ),
    )
    sector: MapGroup = col.column(
        "code",
        Say("Sektor (Kürzel)", "Sector (code)"),
        Say("Sektor der Netzwerkkarte.", "Sector of the network map."),
        words=MapGroup,
    )
    coverage: CoverageState = col.column(
        "code",
        Say("Abdeckung (Kürzel)", "Coverage (code)"),
        Say("Wie weit die Partnerart abgedeckt ist.", "How far the kind of partner is covered."),
        words=CoverageState,
    )
    main_partners: int = col.number(
        Say("Partner", "Partners"),
        Say("Partner mit dieser Hauptart.", "Partners of this main kind."),
        optional=False,
    )
    further_partners: int = col.number(
        Say("Partner mit dieser weiteren Art", "Partners of this further kind"),
        Say(
            "Partner mit anderer Hauptart, die auch zu dieser Art gehören.",
            "Partners of another main kind that are of this kind, too.",
        ),
        optional=False,
    )
    active_contacts: int = col.number(
        Say("Aktive Kontakte", "Active contacts"),
        Say(
            "Partner mit dieser Hauptart, zu denen aktiver Kontakt besteht.",
            "Partners of this main kind with an active contact.",
        ),
        optional=False,
    )
    rated_contacts: int = col.number(
        Say("Eingeschätzte Kontakte", "Rated contacts"),
        Say(
            "Partner mit dieser Hauptart, deren Kontakt im Jahr eingeschätzt ist.",
            "Partners of this main kind whose contact was rated in the year.",
        ),
        optional=False,
    )
    ring_1: int = _ring(Intensity.YEARLY)
    ring_2: int = _ring(Intensity.SEVERAL)
    ring_3: int = _ring(Intensity.QUARTERLY)
    ring_4: int = _ring(Intensity.MONTHLY)
    ring_5: int = _ring(Intensity.WEEKLY)
    off_rings: int = col.number(
        Say("Neben den Ringen", "Beside the rings"),
        Say("Partner der Karte, die auf keinem Ring stehen.", "Partners of the map that stand on no ring."),
        optional=False,
    )
    reason: str | None = col.column(
        "text",
        Say("Grund", "Reason"),
        Say(
            "Erklärung des Teams, wenn es diese Partnerart vor Ort nicht gibt.",
            "Explanation of the team where there is no partner of this kind locally.",
        ),
        optional=True,
    )


COOPERATION = col.File(
    name="cooperation.csv",
    title=Say("Zusammenarbeit nach Partnerart", "Cooperation by kind of partner"),
    description=Say(
        "Eine Zeile je Partnerart: Partner, Kontakte und Ringe der Netzwerkkarte des Jahres. Ohne Karte gibt "
        "es keine Zeile.",
        "One row for each kind of partner: partners, contacts and rings of the network map of the year. "
        "Without a map there is no row.",
    ),
    row=ImpulsCooperation,
    key=("year", "partner_kind"),
    requirements=("R-06", "R-13", "R-32", "R-35"),
)
