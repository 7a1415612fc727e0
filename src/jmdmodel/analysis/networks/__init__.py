"""How the networks of a service stand on a day."""

from __future__ import annotations

from jmdmodel.analysis.networks.counted import NetworkFigures
from jmdmodel.analysis.networks.profiles import ATTRIBUTES, NetworkProfile, NetworkProfiles, network_profiles

__all__ = [
    "ATTRIBUTES",
    "NetworkFigures",
    "NetworkProfile",
    "NetworkProfiles",
    "network_profiles",
]
