"""The map as a table, and the data that the script of the page reads: the same as the picture, no more."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

from markupsafe import Markup

from jmdexport.drawing import Link, MapPlan, Mark
from jmdexport.drawing.table import kind_words, width_words
from jmdexport.page.plan import MapPage
from jmdexport.page.texts import words_in

_CLOSED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def alphabetical(text: str) -> str:
    """Give what a name is sorted by: letters without accents, capital or not.

    Example:
        >>> sorted(["Bildungswerk", "bäckerei", "Ämter"], key=alphabetical)
        ['Ämter', 'bäckerei', 'Bildungswerk']
    """
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def words_of(page: MapPage) -> dict[str, str]:
    """Give the words of a page in its language; some can be others than usual."""
    said, language = page.asked.words, page.asked.language
    meant = {"ring": said.ring.name, "group": said.group.name, "strength": said.line.width_name}
    meant["line"] = said.line.kind_name
    if said.size is not None:
        meant["size"] = said.size.name
    told = {name: _capital(say.in_(language)) for name, say in meant.items()}
    if said.size is not None:
        told["open"] = said.size.open.in_(language)
    return words_in(language) | told | dict(page.words)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def partner_rows(page: MapPage) -> list[dict[str, str]]:
    """Give one row for each partner on the map of the year that the page opens with, by name."""
    plan, words = page.asked, words_of(page)
    kinds, finer = {kind.code: kind.label for kind in page.kinds}, dict(page.finer)
    groups = {group.code: group.label for group in page.groups}
    names = dict(page.committees)
    seats = dict(page.seats[page.plans.index(plan)]) if page.seats else {}
    return [
        {
            "id": mark.id,
            "name": mark.label,
            "kind": finer.get(mark.id) or kinds.get(mark.kind, words["none"]),
            "group": groups[mark.group],
            "ring": ring_words(plan, mark),
            "size": size_words(plan, mark, words["open"]),
            "committees": ", ".join(names[seat] for seat in seats.get(mark.id, ())) or words["none"],
            "transition": words["yes" if mark.badge else "no"],
        }
        for mark in sorted(plan.marks, key=lambda mark: (alphabetical(mark.label), mark.id))
    ]


def ring_words(plan: MapPlan, mark: Mark) -> str:
    """Give the ring in words, or the heading under which a mark stands beside the circle."""
    if mark.ring is None:
        return dict(plan.strips)[mark.strip]
    return f"{mark.ring} · {plan.words.rings[mark.ring - 1]}"


def size_words(plan: MapPlan, mark: Mark, unrated: str) -> str:
    """Give the importance in words; what was not rated is said to be so."""
    return unrated if not mark.size else f"{mark.size} · {plan.words.sizes[mark.size - 1]}"


def tie_rows(page: MapPage) -> list[dict[str, str]]:
    """Give one row for each tie that the map of the year draws."""
    plan, words = page.asked, words_of(page)
    names = {mark.id: mark.label for mark in plan.marks}
    rows = []
    for link in _sorted(plan):
        strength, line = tie_words(plan, link)
        brokered = words["yes" if link.brokered else "no"]
        rows.append(
            {
                "from": names[link.a],
                "to": names[link.b],
                "strength": strength,
                "line": line,
                "brokered": brokered,
            }
        )
    return rows


def tie_words(plan: MapPlan, link: Link) -> tuple[str, str]:
    """Give what width and kind of a tie mean."""
    told = (width_words(plan, link), kind_words(plan, link))
    width, kind = ("" if word is None else word.in_(plan.language) for word in told)
    return width, kind


def _sorted(plan: MapPlan) -> list[Link]:
    return sorted(plan.links, key=lambda link: (link.a, link.b, link.id))


def page_data(page: MapPage) -> dict[str, Any]:
    """Give what the script reads: years, words, and each partner with its place in each year."""
    plan = page.asked
    kinds = [kind.code for kind in page.kinds]
    committees = [identifier for identifier, _ in page.committees]
    finer = dict(page.finer)
    partners: dict[str, dict[str, Any]] = {}
    for at, of_year in enumerate(page.plans):
        seats = dict(page.seats[at]) if page.seats else {}
        for mark in of_year.marks:
            told = {
                "name": mark.label,
                "short": mark.short,
                "kind": kinds.index(mark.kind) if mark.kind in kinds else -1,
                "group": mark.group,
            }
            if mark.id in finer:
                told["finer"] = finer[mark.id]
            place = [
                mark.ring,
                mark.size,
                mark.strip,
                int(mark.badge),
                [committees.index(seat) for seat in seats.get(mark.id, ())],
            ]
            partners.setdefault(mark.id, {"at": {}}).update(told)
            partners[mark.id]["at"][str(at)] = place
    return {
        "language": plan.language,
        "years": [of_year.year for of_year in page.plans],
        "asked": page.plans.index(plan),
        "groups": [[group.code, group.label] for group in page.groups],
        "kinds": [kind.label for kind in page.kinds],
        "committees": [name for _, name in page.committees],
        "rings": list(plan.words.rings),
        "sizes": list(plan.words.sizes),
        "strips": [list(strip) for strip in plan.strips],
        "partners": {identifier: partners[identifier] for identifier in sorted(partners)},
        "ties": [
            [[link.a, link.b, *tie_words(of_year, link), int(link.brokered)] for link in _sorted(of_year)]
            for of_year in page.plans
        ],
        "sources": [of_year.source for of_year in page.plans],
        "words": words_of(page),
    }


def as_script(data: dict[str, Any]) -> Markup:
    """Give data as JSON that no browser takes for markup, wherever in a page it stands.

    Example:
        >>> as_script({"name": "</script>"})
        Markup('{"name":"\\\\u003c/script\\\\u003e"}')
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Markup(text.translate(_CLOSED))  # noqa: S704 - every sign of markup was replaced
