"""What a figure came to, or why it did not."""

from __future__ import annotations

from fractions import Fraction

import attrs

from jmdmodel.analysis.figures.catalogue_texts import Figure
from jmdmodel.messages import Message, Say
from jmdmodel.scales import Coded


class Remark(Coded):
    """What has to be known of a value: how far it goes, or why there is none. German: Vorbehalt."""

    AS_FAR_AS_KNOWN = (
        "as-far-as-known",
        Say(
            "Nur soweit dem Dienst bekannt.",
            "Only as far as known to the service.",
        ),
    )
    NOT_SURVEYED = (
        "not-surveyed",
        Say(
            "Für die Karte dieses Jahres wurden keine Verbindungen unter den Partnern erhoben.",
            "No ties among the partners were surveyed for the map of this year.",
        ),
    )
    NO_PARTNER = (
        "no-partner",
        Say(
            "Auf der Karte steht kein Partner, mit dem Kontakt besteht.",
            "There is no partner in contact on the map.",
        ),
    )
    FEWER_THAN_TWO = (
        "fewer-than-two",
        Say(
            "Dafür müssen mindestens zwei Partner mit Kontakt auf der Karte stehen.",
            "This needs at least two partners in contact on the map.",
        ),
    )
    FEWER_THAN_THREE = (
        "fewer-than-three",
        Say(
            "Dafür müssen mindestens drei Partner mit Kontakt auf der Karte stehen.",
            "This needs at least three partners in contact on the map.",
        ),
    )
    NO_TIE = (
        "no-tie",
        Say(
            "Dem Dienst ist keine Verbindung unter den Partnern bekannt.",
            "The service knows of no tie among the partners.",
        ),
    )
    NO_INTENSITY = (
        "no-intensity",
        Say(
            "Bei keinem Partner mit Kontakt ist in diesem Jahr die Intensität eingeschätzt.",
            "Intensity is not rated this year for any partner in contact.",
        ),
    )
    NO_IMPORTANCE = (
        "no-importance",
        Say(
            "Bei keinem Partner mit Kontakt ist in diesem Jahr die Wichtigkeit eingeschätzt.",
            "Importance is not rated this year for any partner in contact.",
        ),
    )


@attrs.frozen(kw_only=True)
class FigureValue:
    """One figure of one network: its exact value, or the reason why there is none. German: Kennzahlwert.

    Attributes:
        figure: Which figure.
        value: A whole number for a count, a fraction otherwise; ``None`` where there is none.
        remark: How far the value goes, or why there is none; ``None`` where nothing is to be said.
    """

    figure: Figure
    value: int | Fraction | None
    remark: Remark | None = None

    @property
    def reason(self) -> Message | None:
        """Why there is no value; ``None`` where there is one."""
        if self.value is not None or self.remark is None:
            return None
        return Message.of(self.remark.label)
