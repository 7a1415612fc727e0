"""What tests of programs around the library need: strategies for hypothesis, small builders, large sizes.

``jmdmodel.testing.strategies`` needs hypothesis (the extra ``testing``); the other two need nothing.
"""

__all__ = ["builders", "sizes", "strategies"]
