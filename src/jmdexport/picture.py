"""Pictures for scripts and notebooks: drawn at once, shown where they stand, saved by the ending of a name.

What the command ``jmd`` and reports do through exporters, a program does here with one call. The workspace
is cut to an audience first, as with every export, and only storage writes to the disk.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import attrs

from jmdexport.builtin.network_map import NETWORK_MAP, MapOptions, for_print, map_plan
from jmdexport.drawing import Scene, to_pdf, to_png, to_svg
from jmdexport.drawing import draw_map as lay_out
from jmdexport.drawing.conflicts import Conflicts, conflicts
from jmdexport.drawing.table import MapTable, map_table
from jmdexport.errors import AudienceRefused, UnknownMedium
from jmdexport.last_search import LastSearch
from jmdexport.options import build
from jmdexport.records import Artifact, ExportRequest, MadeBy
from jmdmodel.analysis.tables import Column, Shown, Table
from jmdmodel.borders import need_audience, need_language, need_year
from jmdmodel.entities.relation import NetworkMap
from jmdmodel.errors import NoMapForYear
from jmdmodel.fields import info_of
from jmdmodel.messages import Language, Say
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.storage import write_file
from jmdmodel.workspace import Workspace

__all__ = ["Picture", "Quality", "draw_map"]

_MAPS = info_of(NetworkMap).privacy
_KINDS = {
    "label_label": Say("Beschriftungen, die sich überdecken", "labels that overlap"),
    "label_node": Say("Beschriftungen über einem Zeichen", "labels over a symbol"),
    "node_node": Say("Zeichen, die sich überdecken", "symbols that overlap"),
    "tie_node": Say("Linien hinter fremden Zeichen", "ties behind foreign symbols"),
    "label_line": Say("Beschriftungen, durch die eine Linie läuft", "labels crossed by a line"),
    "label_key": Say(
        "Beschriftungen der Legende, in die ein Zeichen ragt", "legend texts that a sign runs into"
    ),
    "leader_node": Say("Hinweislinien über fremden Zeichen", "leaders across foreign symbols"),
    "leader_leader": Say("Hinweislinien, die sich kreuzen", "leaders that cross"),
    "outside": Say("Teile außerhalb der Seite", "parts off the page"),
    "off_ring": Say("Zeichen neben ihrem Ring", "symbols off their ring"),
    "off_sector": Say("Zeichen außerhalb ihres Sektors", "symbols outside their sector"),
    "crossings": Say("Linien, die sich kreuzen", "ties that cross"),
}


@attrs.frozen(repr=False)
class Quality(Shown):
    """How good the layout of a map is, measured on the finished picture. German: Güte der Darstellung.

    Attributes:
        conflicts: All counts by kind; only ties may cross, or run behind a symbol, where there are very many.
    """

    conflicts: Conflicts

    @property
    def clean(self) -> bool:
        """Whether nothing overlaps and everything stands where it belongs."""
        return self.conflicts.clean

    @property
    def crossings(self) -> int:
        """How many pairs of ties cross."""
        return self.conflicts.crossings

    @property
    def ring_error(self) -> int:
        """How many symbols stand off their ring."""
        return self.conflicts.off_ring

    @property
    def sector_error(self) -> int:
        """How many symbols stand outside their sector."""
        return self.conflicts.off_sector

    def tables(self) -> tuple[Table, ...]:
        """Give one row for each kind of conflict with its number."""
        columns = (
            Column("kind", Say("Kennung", "identifier")),
            Column("told", Say("Was gezählt wird", "what is counted")),
            Column("number", Say("Anzahl", "number"), "integer"),
        )
        counts = attrs.asdict(self.conflicts)
        rows = tuple((kind, say, counts[kind]) for kind, say in _KINDS.items())
        title = Say("Güte der Darstellung", "quality of the layout")
        return (Table(name="quality", title=title, columns=columns, rows=rows),)


@attrs.frozen(kw_only=True, repr=False, eq=False, slots=False)
class Picture:
    """A finished picture: notebooks show it, :meth:`save` writes it. German: Bild.

    Attributes:
        scene: What is drawn where, in millimetres.
        table: The same data as tables.
        printed: The picture as PNG and PDF show it: it says which letters these cannot show; the same scene
            if there are none.
        dpi: Dots per inch of a PNG, if nothing else is said.
    """

    scene: Scene
    table: MapTable
    printed: Scene
    dpi: int = 200

    @property
    def title(self) -> str:
        """The title of the picture."""
        return self.scene.title

    @property
    def description(self) -> str:
        """The alternative text, which says in whole sentences what the picture shows."""
        return self.scene.description

    @functools.cached_property
    def quality(self) -> Quality:
        """How good the layout is, measured when it is first asked for."""
        return Quality(conflicts(self.scene))

    def to_svg(self, *, fonts: bool = True) -> str:
        """Give the text of an SVG file; without *fonts* the browser takes a font of its own."""
        return to_svg(self.scene, fonts=fonts)

    def to_png(self, *, dpi: int | None = None) -> bytes:
        """Give the bytes of a PNG file.

        Raises:
            MissingExtra: The optional package for PNG is not installed.
        """
        return to_png(self.printed, dpi=self.dpi if dpi is None else dpi)

    def to_pdf(self) -> bytes:
        """Give the bytes of a PDF file of one page, PDF/UA-1, with the alternative text.

        Raises:
            MissingExtra: The optional package for PDF is not installed.
        """
        return to_pdf(self.printed)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the picture into a file; the ending of its name says in which form. Gives the path.

        The file is old or new and never half. One that is there already is replaced.

        Raises:
            UnknownMedium: There is no form of that ending; the error lists those that there are.
            MissingExtra: The optional package for the form is not installed.
            StorageError: The folder is missing, or the disk refuses.
        """
        place = Path(path)
        forms: dict[str, Callable[[], bytes]] = {
            ".svg": lambda: self.to_svg().encode("utf-8"),
            ".png": self.to_png,
            ".pdf": self.to_pdf,
        }
        form = forms.get(place.suffix.lower())
        if form is None:
            raise UnknownMedium(NETWORK_MAP.name, place.suffix or place.name, tuple(forms))
        write_file(place, form())
        return place

    def _repr_svg_(self) -> str:
        """Show the picture in a notebook."""
        return self.to_svg()

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        """Give the picture with its alternative text in place of it, for what cannot show pictures."""
        return {"image/svg+xml": self.to_svg(), "text/plain": self.description}

    def __repr__(self) -> str:
        size = f"{self.scene.width:.0f} × {self.scene.height:.0f} mm"
        return f"<{type(self).__name__} {self.scene.title!r}, {size}>"


def draw_map(
    workspace: Workspace,
    year: int,
    *,
    language: Language = "de",
    audience: Audience = Audience.REPORT,
    title: str = "",
    page: str = "A4",
    orientation: str = "landscape",
    ties: str = "brokered",
    ring: str = "intensity",
    size: str = "importance",
    sector: str = "group",
    line: str = "strength-and-form",
    since: int | None = None,
    dpi: int = 200,
) -> Picture:
    """Draw the network map of a year (R-32, R-33). German: Netzwerkkarte.

    What is drawn is cut to the lower of two audiences, as with every export: that of the map, ``report``, and
    the one that is given; and what is drawn is looked through for private values. The options are those of
    the exporter ``network-map``.

    Args:
        workspace: The whole workspace, or a view of it.
        year: The year of the map.
        language: Language of all texts.
        audience: Who the picture is for.
        title: A title of your own.
        page: ``A4`` or ``A3``.
        orientation: ``landscape`` or ``portrait``.
        ties: Which ties are drawn: ``brokered`` in the year, ``all`` or ``none``.
        ring: What the rings stand for: ``intensity``, ``importance``, ``relevance``, ``years``, ``bodies``.
        size: What the size stands for: the same words, or ``none``.
        sector: What the sectors stand for: ``group``, ``kind``, ``legal-basis``, ``transition``, ``area``,
            ``body``, ``purpose``.
        line: What lines tell: ``strength-and-form``, ``strength``, ``form``, ``knowledge``, ``plain``.
        since: Year of an earlier map; the alternative text then says what has changed since.
        dpi: Dots per inch of a PNG.

    Raises:
        NoMapForYear: The year has no map; the error lists the years that have one.
        BadOption: An option does not fit; the error says what is possible.
        ExportError: The page is too small for readable type; the error says what helps.
        AudienceRefused: The audience may see nothing of network maps.
        PrivateValueFound: The picture would hold something that the audience may not see.
        ModelError: Year, language or audience are of a wrong kind.

    Example:
        >>> from jmdexport.demo import load_example
        >>> picture = draw_map(load_example().workspace, 2025)
        >>> picture, picture.quality.clean
        (<Picture 'Netzwerkkarte 2025', 297 × 210 mm>, True)
    """
    need_year(year)
    need_language(language)
    need_audience(audience)
    given = {
        "page": page,
        "orientation": orientation,
        "ties": ties,
        "ring": ring,
        "size": size,
        "sector": sector,
        "line": line,
        "since": since,
        "dpi": dpi,
    }
    options = build(MapOptions, given)
    seen = min(audience, NETWORK_MAP.audience)
    view = redact(workspace, seen)
    try:
        plan = map_plan(view, year, language=language, options=options, title=title)
    except NoMapForYear as error:
        if seen >= _MAPS:
            raise
        raise AudienceRefused(NETWORK_MAP.name, seen, needed=_MAPS) from error
    scene, printable = lay_out(plan), for_print(plan)
    printed = scene if printable == plan else lay_out(printable)
    made = Picture(scene=scene, table=map_table(plan), printed=printed, dpi=dpi)
    request = ExportRequest(
        view=view,
        options=options,
        medium=NETWORK_MAP.media[0],
        year=year,
        as_of=date(year, 12, 31),
        audience=seen,
        language=language,
        title=title,
    )
    _search(workspace, made, request)
    return made


def _search(workspace: Workspace, made: Picture, request: ExportRequest[MapOptions]) -> None:
    """Look through picture and table for what the audience may not see, as is done with every file."""
    made_by = MadeBy(NETWORK_MAP.name, request.audience)
    files = (
        Artifact.text("map.svg", "image/svg+xml", made.to_svg(fonts=False)),
        Artifact.text("map.html", "text/html", made.table.to_html(request.language)),
    )
    LastSearch(workspace).passed([attrs.evolve(file, made_by=made_by) for file in files], request)
