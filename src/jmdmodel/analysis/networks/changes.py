"""How the four attributes of a network changed since the assessment before."""

from __future__ import annotations

from datetime import date

import attrs

from jmdmodel.entities.network import Network
from jmdmodel.messages import Say
from jmdmodel.scales import Coded, Ordinal
from jmdmodel.vocabulary import Topic


class Step(Coded):
    """What happened to an attribute from one assessment to the next (R-27). German: Veränderung.

    Up means more formal, wider, more influence: it says nothing of better or worse.
    """

    UP = "up", Say("höhere Stufe", "step up")
    SAME = "same", Say("gleiche Stufe", "same step")
    DOWN = "down", Say("niedrigere Stufe", "step down")
    FIRST = "first", Say("erstmals eingeschätzt", "first assessed")
    OPEN = "open", Say("nicht mehr eingeschätzt", "no longer assessed")


@attrs.frozen(kw_only=True)
class AttributeSteps:
    """The latest assessment of a network against the one before it (R-27). German: Veränderung der Merkmale.

    Attributes:
        since: The day of the assessment before.
        formalisation: What happened to the degree of formalisation; ``None`` where neither assessed it.
        spatial_extent: The same of the spatial extent.
        political_influence: The same of the possible political influence.
        themes_added: Topics that are new, in the order of the vocabulary.
        themes_dropped: Topics that are gone. An assessment that names none left them open: then nothing
            counts as added or dropped.
    """

    since: date
    formalisation: Step | None
    spatial_extent: Step | None
    political_influence: Step | None
    themes_added: tuple[Topic, ...]
    themes_dropped: tuple[Topic, ...]


def attribute_steps(network: Network, day: date) -> AttributeSteps | None:
    """Set the latest assessment up to a day against the one before; ``None`` where there are not two.

    What one of the two leaves open is not filled in from an older one.
    """
    known = sorted((one for one in network.assessments if one.day <= day), key=lambda one: one.day)
    if len(known) < 2:
        return None
    before, after = known[-2:]
    earlier, later = set(before.themes), set(after.themes)
    told = bool(earlier and later)
    return AttributeSteps(
        since=before.day,
        formalisation=step(before.formalisation, after.formalisation),
        spatial_extent=step(before.spatial_extent, after.spatial_extent),
        political_influence=step(before.political_influence, after.political_influence),
        themes_added=tuple(topic for topic in Topic if told and topic in later - earlier),
        themes_dropped=tuple(topic for topic in Topic if told and topic in earlier - later),
    )


def step(before: Ordinal | None, after: Ordinal | None) -> Step | None:
    """Tell what happened between two steps of one scale, either of which may be left open."""
    if before is None:
        return None if after is None else Step.FIRST
    if after is None:
        return Step.OPEN
    if before == after:
        return Step.SAME
    return Step.UP if before < after else Step.DOWN
