"""The chart of needs and offers: each need, how far it is met, its gap, its offers (R-04, R-07, R-16)."""

from __future__ import annotations

from jmdexport.builtin._chart_common import Asked
from jmdexport.documents.escaping import shown
from jmdexport.drawing.chart_plan import Chart, ChartCell, ChartColumn, ChartKey, ChartRow, SignKind
from jmdmodel.analysis.offers import Cover, NeedCover, NeedsAndOffers, Offered, needs_and_offers
from jmdmodel.analysis.reach import Reach
from jmdmodel.ids import Ref
from jmdmodel.messages import Message, Say
from jmdmodel.phrases import Counted, Noun

_TITLE = Say("Bedarfe und Angebote {year}", "Needs and offers {year}")
_NEED = Say("Bedarf", "Need")
_COVER = Say("Deckung", "Cover")
_GAP = Say("Lücke", "Gap")
_POSSIBLE = Say("weitere mögliche Angebote", "other possible offers")
_RAISED = Say("{status}, angesprochen", "{status}, raised")
_NOT_RAISED = Say("{status}, noch nicht angesprochen", "{status}, not raised yet")
_NO_GAP = Say("keine festgehalten", "none noted")
_NEITHER = Say("weder Angebot noch Lücke", "neither offer nor gap")
_COVERS: dict[Cover, SignKind] = {
    Cover.UNCOVERED: "circle-open",
    Cover.PARTLY: "circle-half",
    Cover.COVERED: "circle-full",
    Cover.SEVERAL: "circle-double",
}
_REACHES: dict[Reach, SignKind] = {
    Reach.EVERYWHERE: "square-full",
    Reach.WHOLE: "square-full",
    Reach.PART: "square-half",
    Reach.ELSEWHERE: "square-open",
    Reach.UNKNOWN: "square-asked",
}
_REACH_KEYS: dict[SignKind, Say] = {
    "square-full": Say("Angebot im ganzen Gebiet des Bedarfs", "offer in the whole area of the need"),
    "square-half": Say("in einem Teil des Gebiets", "in a part of the area"),
    "square-open": Say("in einem anderen Gebiet", "in another area"),
    "square-asked": Say("Gebiet unbekannt", "area unknown"),
}
_EMPTY = Say("Am {day} ist kein Bedarf festgestellt.", "On {day} no need is established.")
_SOURCE = Say(
    "Quelle: Bedarfe, Angebote und Lücken, wie der Dienst sie führt. Gezeigt sind nur Angebote, bei denen der"
    " Bedarf vermerkt ist; wie viele junge Menschen einen Bedarf haben, zeigt das Bild nicht.",
    "Source: needs, offers and gaps as the service keeps them. Only offers for which the need is noted are"
    " shown; the picture does not show how many young people have a need.",
)
_ONLY_VOICED = Counted(
    none=Say("", ""),
    one=Say(
        "Ein weiterer Bedarf ist bisher nur geäußert und noch nicht festgestellt; er ist nicht gezeigt.",
        "One other need has only been voiced so far and is not established yet; it is not shown.",
    ),
    many=Say(
        "{number} weitere Bedarfe sind bisher nur geäußert und noch nicht festgestellt; sie sind nicht"
        " gezeigt.",
        "{number} other needs have only been voiced so far and are not established yet; they are not shown.",
    ),
)
_NEED_NOUN = Noun("m", Say("Bedarf", "need"), Say("Bedarfe", "needs"), dative="Bedarfen")
_INTRO = Say(
    "Tabelle: links die Bedarfe, daneben ihre Deckung und die Lücke, rechts die Angebote.",
    "Table: the needs on the left, beside them their cover and the gap, the offers on the right.",
)


def needs_chart(asked: Asked) -> Chart:
    """Give the needs of a day beside the offers noted for them (R-04, R-07, R-16).

    German: Bedarfe und Angebote.
    """
    talk = asked.talk
    found = needs_and_offers(asked.view, on=asked.day)
    order = list(Cover)
    rows = sorted(
        found.needs, key=lambda row: (order.index(row.cover), row.need.title.casefold(), row.need.id)
    )
    offers = {link.offer.ref: link.offer for row in rows for link in row.linked}
    linked = sorted(offers.values(), key=lambda offer: (offer.name.casefold(), str(offer.ref)))
    return Chart(
        name="needs",
        page=asked.page,
        language=talk.language,
        title=talk.say(_TITLE, year=str(asked.year)),
        subtitle=(asked.stand(),),
        corner=talk.label(_NEED),
        columns=(
            ChartColumn(code="cover", heading=talk.label(_COVER)),
            ChartColumn(code="gap", heading=talk.label(_GAP)),
            ChartColumn(code="possible", heading=talk.label(_POSSIBLE), kind="number"),
            *(_column(asked, offer) for offer in linked),
        ),
        rows=tuple(_row(asked, row, linked) for row in rows),
        keys=_keys(asked, rows),
        notes=_notes(asked, found),
        empty=talk.say(_EMPTY, day=asked.day),
        source=talk.label(_SOURCE),
        description=" ".join([talk.label(_INTRO), *asked.sentences(found.messages())]),
    )


def _column(asked: Asked, offer: Offered) -> ChartColumn:
    return ChartColumn(
        code=str(offer.ref),
        heading=shown(offer.name),
        note=shown(asked.talk.label(offer.provided_by)),
        kind="sign",
    )


def _row(asked: Asked, row: NeedCover, offers: list[Offered]) -> ChartRow:
    talk = asked.talk
    reach = {link.offer.ref: link.reach for link in row.linked}
    label = talk.label(row.cover)
    return ChartRow(
        id=row.need.id,
        label=shown(row.need.title),
        cells=(
            ChartCell(text=label, sign=_COVERS[row.cover], said=label),
            _gap(asked, row),
            ChartCell(text=talk.number(len(row.possible)), quiet=not row.possible),
            *(_offered(asked, reach, offer) for offer in offers),
        ),
    )


def _gap(asked: Asked, row: NeedCover) -> ChartCell:
    """Tell the gaps of a need: what became of them, and whether they were raised."""
    if not row.is_gap_known:
        alone = row.cover is Cover.UNCOVERED
        return ChartCell(text=asked.talk.label(_NEITHER if alone else _NO_GAP), strong=alone, quiet=not alone)
    told = [
        Message.of(_RAISED if known.raised else _NOT_RAISED, status=known.status.label).in_(
            asked.talk.language
        )
        for known in row.gaps
    ]
    return ChartCell(text="; ".join(dict.fromkeys(told)))


def _offered(asked: Asked, reach: dict[Ref, Reach], offer: Offered) -> ChartCell:
    if offer.ref not in reach:
        return ChartCell()
    sign = _REACHES[reach[offer.ref]]
    return ChartCell(sign=sign, said=asked.talk.label(reach[offer.ref]))


def _keys(asked: Asked, rows: list[NeedCover]) -> tuple[ChartKey, ...]:
    signs = [_REACHES[link.reach] for row in rows for link in row.linked]
    return tuple(
        ChartKey(sign=sign, text=asked.talk.label(say)) for sign, say in _REACH_KEYS.items() if sign in signs
    )


def _notes(asked: Asked, found: NeedsAndOffers) -> tuple[str, ...]:
    said = list(asked.sentences(found.messages())[-1:]) if found.unlinked else []
    if number := len(found.not_established):
        said.append(asked.talk.counted(number, _NEED_NOUN, _ONLY_VOICED))
    return tuple(said)
