"""What is there on a day although its own entry does not say so alone."""

from __future__ import annotations

from datetime import date

from jmdmodel.entities.partner import Offer
from jmdmodel.workspace import Workspace


def is_there(workspace: Workspace, offer: Offer, day: date) -> bool:
    """Tell whether an offer is there on a day: it holds, and so does the partner that provides it (R-07).

    An offer without an end goes with its provider. Where another body carries it on, as a successor may,
    it is an offer of that body and is entered there. A provider that is not in the workspace, as in a
    view, ends nothing. German: bestehendes Angebot.
    """
    provider = workspace.partners.get(offer.provider)
    return offer.period.holds_on(day) and (provider is None or provider.period.holds_on(day))
