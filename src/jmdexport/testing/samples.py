"""The workspaces that the kit tries an exporter on; made once, the same each time."""

from __future__ import annotations

import functools
import pickle
from collections.abc import Mapping
from datetime import date
from typing import Final

import attrs

from jmdexport.cutting import barriers_for, counts_for
from jmdexport.demo import EXAMPLE_DATE, load_example
from jmdexport.testing._planting import NAUGHTY, naughty, neutral, planted
from jmdexport.testing._rendering import YEAR, View
from jmdmodel.privacy import redact, visible
from jmdmodel.quality import check
from jmdmodel.scales import Audience
from jmdmodel.testing.builders import contact, minimal, network_map, partner, rating, small
from jmdmodel.testing.sizes import Size, site
from jmdmodel.workspace import Workspace

MANY: Final = Size(name="K", sites=1, partners=150, contacts=300, activities=300)
_SOME: Final = Size(name="K", sites=1, partners=12, contacts=12, activities=40)


def sample_workspaces() -> Mapping[str, Workspace]:
    """Give the workspaces of the kit by name, to try an exporter on by hand.

    ``empty`` has a service and the map of the year, ``one`` a single partner, ``full`` something in every
    collection, ``some`` a dozen partners, ``example`` is the one that ships with the library, ``naughty`` the
    same with hostile texts, ``many`` has 150 partners. All are to be exported for the year 2025.

    Example:
        >>> {name: len(workspace.partners) for name, workspace in sample_workspaces().items()}["many"]
        150
    """
    return {
        "empty": minimal(network_map(YEAR)),
        "one": minimal(
            network_map(YEAR),
            partner("schule"),
            contact("schule", ratings=(rating(date(YEAR, 3, 1), 4, 4),)),
        ),
        "full": small(),
        "some": site(_SOME, seed=7),
        "example": _example(),
        "naughty": naughty(_example(), 0),
        "many": site(MANY, seed=1),
    }


@functools.cache
def _example() -> Workspace:
    return load_example().workspace


@functools.cache
def workspace_of(name: str) -> Workspace:
    """Give a sample by name; ``canary/report`` is the example with canaries above an audience."""
    kind, _, which = name.partition("/")
    if kind == "canary":
        return planted(_example(), Audience[which.upper()]).workspace
    if kind == "naughty":
        return naughty(_example(), int(which or 0))
    return neutral(_example()) if kind == "neutral" else sample_workspaces()[name]


@functools.cache
def canaries_of(audience: Audience) -> Mapping[str, str]:
    """Give the canaries above an audience, each with the field that it stands in."""
    return planted(_example(), audience).canaries


@functools.cache
def packed_view(name: str, audience: Audience) -> bytes:
    """Cut a sample, and what the rules find in it, to an audience; packed, so that each trial has its own."""
    workspace = workspace_of(name)
    cut = redact(workspace, audience)
    made = View(
        workspace=cut,
        findings=(),
        withheld=0,
        checked=False,
        counts=counts_for(workspace, YEAR, audience) if audience >= Audience.REPORT else None,
        barriers=barriers_for(workspace, YEAR, EXAMPLE_DATE) if audience >= Audience.REPORT else None,
    )
    if audience < Audience.INTERNAL:
        return pickle.dumps(made)
    found = tuple(check(workspace, on=EXAMPLE_DATE))
    shown = visible(found, workspace, audience)
    withheld = len(found) - len(shown)
    return pickle.dumps(attrs.evolve(made, findings=shown, withheld=withheld, checked=True))


def view_of(name: str, audience: Audience) -> View:
    """Give a view made anew, which nobody else holds."""
    view: View = pickle.loads(packed_view(name, audience))  # noqa: S301 - packed by the kit itself
    return view


NAUGHTY_SAMPLES: Final = ("naughty/0", f"naughty/{len(NAUGHTY) // 2}", "naughty/5")
"""The example with hostile texts, three times: each time other fields hold other texts."""
