"""The network map as one HTML file for a browser: no server, no network, no installation.

:func:`map_page` takes a :class:`MapPage`, the plans of one or more years and what the filters need beside
them, and gives the text of the file. Picture, data, style, script and font stand in it. A content security
policy allows exactly these, by their digest, and no request to anywhere.
"""

from __future__ import annotations

from jmdexport.page.plan import KindOfPartner, MapPage, Seats
from jmdexport.page.rows import alphabetical
from jmdexport.page.write import map_page

__all__ = ["KindOfPartner", "MapPage", "Seats", "alphabetical", "map_page"]
