"""The exporter of the case map with a case named beforehand: the kit names none, and it then refuses."""

from __future__ import annotations

import attrs

from jmdexport.builtin.case_map import CASE_MAP, CaseMapOptions
from jmdexport.options import option
from jmdmodel.messages import Say


@attrs.frozen(kw_only=True)
class OneCase(CaseMapOptions):
    """The options of the case map, for a case of the example."""

    case: str = option(Say("Pseudonym des Falls.", "Pseudonym of the case."), default="eiche-03")


CASE_MAP_OF_ONE = attrs.evolve(CASE_MAP, options=OneCase)
"""The case map of one case of the example."""
