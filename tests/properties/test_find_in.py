"""Whatever encodings are put around a word one after the other, it is found, as far down as is looked."""

from __future__ import annotations

import base64
import gzip
import zlib
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from jmdexport.testing import find_in

WORD = "zqkanarienvogel00042"
PACKED: list[Callable[[bytes], bytes]] = [
    base64.b64encode,
    base64.urlsafe_b64encode,
    zlib.compress,
    lambda data: gzip.compress(data, mtime=0),
    lambda data: data.hex().encode(),
    lambda data: b"x" * (len(data) % 5) + data,
]
WRITTEN: list[Callable[[str], bytes]] = [
    str.encode,
    lambda text: text.encode("utf-16-le"),
    lambda text: "".join(f"&#{ord(sign)};" for sign in text).encode(),
    lambda text: "".join(f"\\u{ord(sign):04x}" for sign in text).encode(),
    lambda text: "".join(f"%{byte:02x}" for byte in text.encode()).encode(),
]
# Letters and digits beside the word would join a run of base64 or of hexadecimal digits.
AROUND = st.text(alphabet=" .,;:-äß\n(){}", max_size=12)


@given(
    written=st.sampled_from(WRITTEN),
    packed=st.lists(st.sampled_from(PACKED), max_size=3),
    before=AROUND,
    after=AROUND,
)
def test_a_word_in_up_to_three_wrappings_is_found(
    written: Callable[[str], bytes], packed: list[Callable[[bytes], bytes]], before: str, after: str
) -> None:
    data = written(WORD)
    for pack in packed:
        data = pack(data)
    wanted = {WORD, "zqkanarienvogel99999"}
    assert find_in(before.encode() + data + after.encode(), wanted) == {WORD}


@given(data=st.binary(max_size=2000))
def test_no_bytes_at_all_make_the_search_fail_or_find_what_is_not_there(data: bytes) -> None:
    assert find_in(data, [WORD]) == set()
