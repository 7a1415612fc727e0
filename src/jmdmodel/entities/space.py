"""The social space and the administrative units it takes its bearings from."""

from __future__ import annotations

from jmdmodel.fields import about, entity
from jmdmodel.ids import UnitId
from jmdmodel.messages import Say
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import UnitLevel


@entity("Sozialraum", "social space", Audience.PUBLIC)
class SocialSpace:
    """The region or quarter whose social and institutional infrastructure the service works in (R-01).

    It may cover several units, whole or in part. German: Sozialraum.
    """

    name: str = about("Name", "name", Audience.PUBLIC)
    units: tuple[UnitId, ...] = about("Gebiete", "units", Audience.PUBLIC, default=(), refers="units")
    boundary: str | None = about(
        "Grenze in Worten",
        "boundary in words",
        Audience.PUBLIC,
        default=None,
        lines=True,
        help=Say("Wo kein amtliches Gebiet passt.", "Where no official unit fits."),
    )
    portrait: str | None = about("Kurzporträt", "portrait", Audience.PUBLIC, default=None, lines=True)


@entity(
    "Gebiet",
    "administrative unit",
    Audience.PUBLIC,
    plural=Say("Gebiete", "administrative units"),
    collection="units",
)
class AdministrativeUnit:
    """A Land, district, union, municipality or quarter with its official key (R-02). German: Gebietseinheit.

    ``ags`` (Amtlicher Gemeindeschlüssel) has 8 digits for a municipality and 2, 3 or 5 above; ``ars``
    (Regionalschlüssel) has 12 digits and 2, 3, 5 or 9 above. Leading zeros count. Quarters carry a
    free key of the town or a described boundary.
    """

    id: UnitId = about("Kennung", "identifier", Audience.PUBLIC)
    name: str = about("Name", "name", Audience.PUBLIC)
    level: UnitLevel = about("Ebene", "level", Audience.PUBLIC)
    ags: str | None = about(
        "Amtlicher Gemeindeschlüssel (AGS)",
        "municipality key (AGS)",
        Audience.PUBLIC,
        default=None,
        pattern=r"[0-9]{2}|[0-9]{3}|[0-9]{5}|[0-9]{8}",
    )
    ars: str | None = about(
        "Regionalschlüssel (ARS)",
        "regional key (ARS)",
        Audience.PUBLIC,
        default=None,
        pattern=r"[0-9]{2}|[0-9]{3}|[0-9]{5}|[0-9]{9}|[0-9]{12}",
    )
    local_key: str | None = about("örtlicher Schlüssel", "local key", Audience.PUBLIC, default=None)
    parent: UnitId | None = about("liegt in", "lies in", Audience.PUBLIC, default=None, refers="units")
    boundary: str | None = about(
        "Grenze in Worten", "boundary in words", Audience.PUBLIC, default=None, lines=True
    )
