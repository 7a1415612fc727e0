"""What tests of programs around the library need: strategies for hypothesis, small builders, large sizes.

``strategies`` and ``breakages`` need hypothesis (the extra ``testing``); the other two need nothing.
"""

from __future__ import annotations

from typing import Any

__all__ = ["register"]


def register() -> None:
    """Tell hypothesis how to make workspaces, all entity types and what they are made of.

    Afterwards ``st.from_type(Workspace)`` gives sound workspaces, ``st.from_type(Partner)`` sound partners,
    and ``@given(...)`` finds both by annotation. Nobody needs to call this where the package is installed:
    hypothesis does when it is imported, by the entry point ``hypothesis``. The strategies themselves are
    loaded when the first one is asked for.

    Example:
        >>> from hypothesis import given, strategies as st
        >>> from jmdmodel.entities import Partner
        >>> register()
        >>> @given(st.from_type(Partner))
        ... def test_the_main_kind_is_no_further_kind(partner: Partner) -> None:
        ...     assert partner.kind not in partner.further_kinds
        >>> test_the_main_kind_is_no_further_kind()
    """
    from hypothesis import strategies as st  # noqa: PLC0415 - optional, and heavy

    from jmdmodel import entities  # noqa: PLC0415 - as above
    from jmdmodel.fields import is_entity  # noqa: PLC0415
    from jmdmodel.ids import Ref  # noqa: PLC0415
    from jmdmodel.period import Period  # noqa: PLC0415
    from jmdmodel.workspace import Workspace  # noqa: PLC0415

    for name in entities.__all__:
        cls = getattr(entities, name)
        if is_entity(cls):
            st.register_type_strategy(cls, _entity)
    st.register_type_strategy(Workspace, lambda _: _strategies().workspaces())
    st.register_type_strategy(Period, lambda _: _strategies().periods())
    st.register_type_strategy(Ref, lambda _: _strategies().references())


def _strategies() -> Any:
    from jmdmodel.testing import strategies  # noqa: PLC0415 - needs hypothesis

    return strategies


def _entity(cls: type[Any]) -> Any:
    return _strategies().entity(cls)
