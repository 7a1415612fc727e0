"""Search what an exporter gave for texts, in whatever encoding its format uses (R-51).

Bytes are opened layer by layer: compressed streams, members of zip files, chunks of pictures; then each text
is read as it stands and with tags, entities, escapes and invisible characters undone. What can be read is
searched; what is too large or too deep is told, never passed over in silence. Letters that a picture draws
as dots or outlines cannot be found by any search of its bytes.
"""

from jmdexport.searching.reader import Reader, Reading
from jmdexport.searching.search import NotSearched, Searched, find_in, search, squeezed

__all__ = [
    "NotSearched",
    "Reader",
    "Reading",
    "Searched",
    "find_in",
    "search",
    "squeezed",
]
