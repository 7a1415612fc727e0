"""The social space and the administrative units it takes its bearings from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from jmdmodel.areas import LAENDER, ags_of, land_of
from jmdmodel.entities._sense import last_until, twice
from jmdmodel.entities.geography import OUTLINE_HELP, Population, outline_faults
from jmdmodel.fields import Broken, about, entity
from jmdmodel.ids import UnitId
from jmdmodel.messages import Message, Say
from jmdmodel.period import ALWAYS, Period
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import UnitLevel

_NO_LAND = Say(
    de="Der Schlüssel „{key}“ beginnt mit „{land}“; ein solches Land gibt es nicht.",
    en='The key "{key}" begins with "{land}"; there is no such Land.',
)
_SIXTEEN = Say(
    de="Die ersten beiden Ziffern stehen für das Land und reichen von 01 bis 16.",
    en="The first two digits stand for the Land and go from 01 to 16.",
)
_OTHER_LEVEL = Say(
    de="Der Schlüssel „{key}“ passt nicht zur Ebene {level}.",
    en='The key "{key}" does not fit the level {level}.',
)
_LENGTHS = Say(
    de="Ein Land hat 2 Ziffern, ein Regierungsbezirk 3, ein Kreis 5, ein Gemeindeverband 9 (ARS), eine "
    "Gemeinde 8 (AGS) oder 12 (ARS). Den Schlüssel oder die Ebene berichtigen.",
    en="A Land has 2 digits, an administrative region 3, a district 5, a union 9 (ARS), a municipality "
    "8 (AGS) or 12 (ARS). Correct the key or the level.",
)
_TWO_KEYS = Say(
    de="Der AGS „{ags}“ und der ARS „{ars}“ meinen verschiedene Gebiete.",
    en='The AGS "{ags}" and the ARS "{ars}" mean different units.',
)
_SAME_DIGITS = Say(
    de="Zum ARS „{ars}“ gehört der AGS „{right}“. Einen der beiden berichtigen.",
    en='To the ARS "{ars}" belongs the AGS "{right}". Correct one of the two.',
)

_MOST_DIGITS: Mapping[UnitLevel, int] = {UnitLevel.LAND: 2, UnitLevel.REGION: 4, UnitLevel.DISTRICT: 5}
"""Up to which digit a key may tell something at a level; the regions of Baden-Württemberg have four."""

_FEWEST_DIGITS: Mapping[UnitLevel, int] = {
    UnitLevel.REGION: 3,
    UnitLevel.DISTRICT: 5,
    UnitLevel.UNION: 5,
    UnitLevel.MUNICIPALITY: 5,
}
"""How many digits a key needs at a level; a town that is a district of its own may be named by its five."""

_CITY_STATES = ("02", "11")
"""Hamburg and Berlin: Land, district and municipality at once, so that two digits name each of them."""


@entity("Sozialraum", "social space", Audience.PUBLIC)
class SocialSpace:
    """The region or quarter whose social and institutional infrastructure the service works in (R-01, R-02).

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
    outline: str | None = about(
        "Umriss", "outline", Audience.PUBLIC, default=None, lines=True, help=OUTLINE_HELP
    )
    portrait: str | None = about("Kurzporträt", "portrait", Audience.PUBLIC, default=None, lines=True)

    def _broken(self) -> Iterator[Broken]:
        yield from outline_faults("outline", self.outline)


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

    Does not load with a key of a Land that does not exist (L137), with one that cannot belong to the level
    (L138), or with two keys that mean different units (L136). What is merely unusual does load: a key filled
    up with zeros, a town that is a district of its own under five digits, a city state under two.
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
    period: Period = about("besteht", "period", Audience.PUBLIC, default=ALWAYS)
    boundary: str | None = about(
        "Grenze in Worten", "boundary in words", Audience.PUBLIC, default=None, lines=True
    )
    outline: str | None = about(
        "Umriss", "outline", Audience.PUBLIC, default=None, lines=True, help=OUTLINE_HELP
    )
    populations: tuple[Population, ...] = about("Einwohnerzahlen", "populations", Audience.PUBLIC, default=())

    @property
    def land(self) -> Say | None:
        """The Land that the key names, by the ARS first; ``None`` without a key (R-02). German: Land."""
        return land_of(self.ars or self.ags or "")

    def population_on(self, day: date) -> Population | None:
        """Give the latest population that is dated not after a day."""
        return last_until(self.populations, day)

    def _broken(self) -> Iterator[Broken]:
        yield from outline_faults("outline", self.outline)
        yield from twice("populations", [population.day for population in self.populations])
        for field, key in (("ags", self.ags), ("ars", self.ars)):
            if key and key[:2] not in LAENDER:
                yield Broken(
                    code="L137",
                    field=field,
                    what=Message.of(_NO_LAND, key=key, land=key[:2]),
                    remedy=Message.of(_SIXTEEN),
                )
            elif key and not _fits(self.level, key):
                yield Broken(
                    code="L138",
                    field=field,
                    what=Message.of(_OTHER_LEVEL, key=key, level=self.level.label),
                    remedy=Message.of(_LENGTHS),
                )
        right = ags_of(self.ars or "")
        # Both may be filled up with zeros to their full length, and one of them alone too.
        if self.ags and self.ars and right and right.ljust(8, "0") != self.ags.ljust(8, "0"):
            yield Broken(
                code="L136",
                field="ags",
                what=Message.of(_TWO_KEYS, ags=self.ags, ars=self.ars),
                remedy=Message.of(_SAME_DIGITS, ars=self.ars, right=right),
            )


def _fits(level: UnitLevel, key: str) -> bool:
    """Tell whether a key may belong to a level; only what is wrong for certain does not fit."""
    most = _MOST_DIGITS.get(level, len(key))
    enough = len(key) >= _FEWEST_DIGITS.get(level, 0) or key.startswith(_CITY_STATES)
    return enough and not key[most:].strip("0")
