"""The exporter ``letter``: the findings as a letter to colleagues, by who answers for them (R-52).

It tells what the exporter ``findings`` lists: what is missing, why it matters, what to do. Each finding
stands in one place, under the function or body that the workspace names, or where nobody is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

import attrs

from jmdexport.builtin import _letter_texts as texts
from jmdexport.builtin._letter_points import Teller, name_of
from jmdexport.builtin._report_words import Talk, by_name
from jmdexport.builtin._report_work import rule_or_none
from jmdexport.documents.environment import render as render_template
from jmdexport.documents.escaping import shown
from jmdexport.documents.forms import DOCUMENTS, document, document_artifact, reference_option
from jmdexport.errors import AudienceRefused
from jmdexport.options import option
from jmdexport.records import Artifact, Exporter, ExportRequest
from jmdmodel.analysis.answering import answering
from jmdmodel.findings import Finding
from jmdmodel.ids import Ref
from jmdmodel.messages import Say, in_list
from jmdmodel.phrases import Counted, capital, counted
from jmdmodel.quality.model import Level
from jmdmodel.scales import Audience

TEMPLATE = "letter.md.jinja"
"""Name of the template; a folder with a file of this name words single blocks anew."""

NAMED = 3
"""So many functions and bodies have a section of their own together; what more answer for is for several."""

_LEVELS = (*sorted(Level, reverse=True), None)
"""The levels in the order of the letter; rules of the user's own have none that is known here."""


@attrs.frozen(kw_only=True)
class LetterOptions:
    """The options of the letter."""

    levels: tuple[str, ...] = option(
        Say(
            "Welche Stufen der Brief enthält; was eigene Regeln melden, steht immer darin.",
            "Which levels the letter holds; what own rules report is always in it.",
        ),
        default=tuple(level.value for level in _LEVELS if level is not None),
        choices=tuple(level.value for level in _LEVELS if level is not None),
    )
    limit: int = option(
        Say(
            "Wie viele Punkte und Namen eine Regel höchstens aufzählt; von den übrigen steht die Zahl da.",
            "How many points and names a rule lists at most; of the others, the number is told.",
        ),
        default=10,
        minimum=2,
        maximum=100000,
    )
    signed: str = option(
        Say(
            "Wer den Brief unterschreibt; sonst steht dort der Name des Dienstes.",
            "Who signs the letter; otherwise the name of the service stands there.",
        ),
        default="",
    )
    reference_doc: bytes | None = reference_option()


def letter_data(request: ExportRequest[LetterOptions]) -> dict[str, Any]:
    """Give the plain data of the letter: dicts, lists, texts and numbers (R-52).

    This is all that a template of the letter can reach. Each rule in a section tells its code, the number
    of its findings and their places, whether the template prints them or not.
    """
    talk = Talk(request.language)
    service = request.view.service
    held = [one for one in request.findings if _is_wanted(one, request)]
    teller = Teller(request.view, talk, request.options.limit)
    groups = [_group(who, own, teller) for who, own in _groups(held, request)]
    waived = _waived(request, teller)
    closing = [texts.QUESTIONS, texts.THANKS] if held else []
    return {
        "title": request.title or talk.label(texts.TITLE),
        "language": request.language,
        "sender": f"{shown(service.name)} · {shown(service.provider)}",
        "date": talk.say(texts.DATE, day=talk.day(request.as_of), audience=request.audience.label),
        "greeting": talk.label(texts.GREETING),
        "opening": [part for part in _opening(held, request, talk) if part],
        "groups": groups,
        "waived": waived,
        "closing_heading": talk.label(texts.CLOSING_HEADING) if groups or waived["entries"] else "",
        "closing": [talk.label(say) for say in closing],
        "regards": talk.label(texts.REGARDS),
        "signed": shown(request.options.signed) or shown(service.name),
    }


def _level(finding: Finding) -> Level | None:
    return _level_of(finding.code)


@lru_cache(maxsize=1024)
def _level_of(code: str) -> Level | None:
    """Give the level of a rule of the library; it is asked many times for each finding."""
    rule = rule_or_none(Finding(code=code, subject=Ref("service")))
    return None if rule is None else rule.level


def _is_wanted(finding: Finding, request: ExportRequest[LetterOptions]) -> bool:
    level = _level(finding)
    return level is None or level.value in request.options.levels


def _kinds(findings: Iterable[Finding], talk: Talk) -> str:
    """Give how many findings there are of each level, ``eine Pflicht und zwei Anregungen``."""
    found = [_level(finding) for finding in findings]
    present = [level for level in _LEVELS if level in found]
    return in_list(
        [counted(found.count(level), texts.KIND[level], talk.language) for level in present], talk.language
    )


def _opening(
    held: Sequence[Finding], request: ExportRequest[LetterOptions], talk: Talk
) -> Iterator[list[str]]:
    """Yield the first paragraphs: what was checked, how much is open, what comes first, in which order."""
    if not request.checked:
        yield [talk.label(texts.NOT_CHECKED)]
        return
    day, n, withheld = talk.day(request.as_of), len(held), request.findings_withheld
    others = [one for one in request.findings if not _is_wanted(one, request)]
    if not (n or withheld or others):
        yield [talk.say(texts.ALL_WELL, day=day), talk.label(texts.THANKS_ALL_WELL)]
        return
    said = [talk.say(texts.CHECKED, day=day), _numbered(texts.OPEN, n, talk)]
    said += [talk.say(texts.KINDS.of(n), kinds=_kinds(held, talk))]
    said += [talk.say(texts.LEFT_OUT, kinds=_kinds(others, talk))] if others else []
    yield [*said, _numbered(texts.WITHHELD if n else texts.WITHHELD_ALL, withheld, talk)]
    levels = [_level(finding) for finding in held]
    yield [_numbered(say, levels.count(level), talk) for level, say in texts.URGENCY.items()]
    yield [_numbered(texts.HOW, n, talk), talk.label(texts.ORDER) if n > 1 else ""]


def _numbered(say: Counted, number: int, talk: Talk) -> str:
    return talk.counted(number, texts.KIND[None], say)


Who: TypeAlias = tuple[Ref, ...]
"""Who answers: functions and bodies, sorted."""

_MANY: Who = (Ref("many"),)
"""Stands for more than can have a section of their own."""


def _groups(
    findings: Sequence[Finding], request: ExportRequest[LetterOptions]
) -> list[tuple[Who, list[Finding]]]:
    """Give the findings by who answers for them: functions first, then bodies, then nobody."""
    found: dict[Who, list[Finding]] = {}
    for finding in findings:
        who = {
            ref
            for subject in (finding.subject, *finding.others)
            for ref in answering(request.view, subject, finding.field, on=request.as_of)
        }
        found.setdefault(_MANY if len(who) > NAMED else tuple(sorted(who)), []).append(finding)

    def place(who: Who) -> tuple[object, ...]:
        order = [{"staff"}, {"staff", "partners"}, {"partners"}, {"many"}, set()]
        names = [by_name(name_of(request.view, ref), ref.id) for ref in who]
        return order.index({ref.collection for ref in who}), len(who), names

    return [(who, found[who]) for who in sorted(found, key=place)]


def _group(who: Who, findings: Sequence[Finding], teller: Teller) -> dict[str, Any]:
    talk = teller.talk
    heading, intro = _named(who, teller)
    levels = []
    for level in _LEVELS:
        own = [finding for finding in findings if _level(finding) is level]
        if own:
            noun = texts.KIND[level]
            rules = dict.fromkeys(finding.code for finding in own)
            levels.append(
                {
                    "level": "" if level is None else level.value,
                    "heading": capital(talk.label(noun.one if len(own) == 1 else noun.many)),
                    "rules": [teller.told([one for one in own if one.code == code]) for code in rules],
                }
            )
    here = _numbered(texts.HERE, len(findings), talk)
    return {"heading": heading, "intro": [here, *intro], "levels": levels}


def _named(who: Who, teller: Teller) -> tuple[str, list[str]]:
    """Give the heading of a section, and what is said of those that it names."""
    talk = teller.talk
    if who in ((), _MANY):
        heading, said = (texts.SEVERAL, texts.OF_SEVERAL) if who else (texts.NOBODY, texts.OF_NOBODY)
        return talk.label(heading), [talk.label(said)]
    staff, partners = (
        [name_of(teller.view, ref) for ref in who if ref.collection == kind] for kind in ("staff", "partners")
    )
    bodies = teller.listed(partners)
    if not staff:
        heading, said = (
            (texts.BODY, texts.OF_A_BODY) if len(partners) == 1 else (texts.BODIES, texts.OF_BODIES)
        )
        return talk.say(heading, partners=bodies), [talk.label(said)]
    functions = talk.say(texts.FUNCTION if len(staff) == 1 else texts.FUNCTIONS, staff=teller.listed(staff))
    return talk.say(texts.BOTH, functions=functions, partners=bodies) if partners else functions, []


def _waived(request: ExportRequest[LetterOptions], teller: Teller) -> dict[str, Any]:
    """Give what the workspace accepts with a reason; no entries where there is nothing."""
    talk = teller.talk
    entries = [
        " ".join(
            (
                teller.message(part.finding),
                talk.say(texts.WAIVED_REASON, reason=talk.sentence(part.waiver.reason)),
                talk.say(texts.WAIVED_UNTIL, day=talk.day(part.waiver.until)),
            )
        )
        for part in request.waived
    ]
    return {
        "heading": talk.label(texts.WAIVED_HEADING),
        "intro": [_numbered(texts.WAIVED, len(entries), talk)],
        "entries": entries,
    }


def render(request: ExportRequest[LetterOptions]) -> Iterator[Artifact]:
    """Yield the letter; that nothing is open is a letter, too.

    Raises:
        AudienceRefused: Findings are for the team; a letter without them would say that all is well.
    """
    if request.audience < Audience.INTERNAL:
        raise AudienceRefused(EXPORTER.name, request.audience, needed=Audience.INTERNAL)
    data = letter_data(request)
    made = document(
        render_template(TEMPLATE, data, language=request.language, folders=request.template_folders),
        suffix=request.medium.suffix,
        title=f"{data['title']} · {request.view.service.name}",
        language=request.language,
        as_of=request.as_of,
        reference_doc=request.options.reference_doc,
        folders=request.template_folders,
    )
    yield document_artifact("letter", request.medium, made)


EXPORTER = Exporter(
    name="letter",
    title=Say(de="Befunde als Brief an das Team", en="Findings as a letter to the team"),
    media=DOCUMENTS,
    audience=Audience.INTERNAL,
    options=LetterOptions,
    render=render,
)
"""The record of the exporter ``letter``."""
