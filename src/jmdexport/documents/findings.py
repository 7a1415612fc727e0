"""The result of a check as a document: Markdown for a pull request or a meeting, one page with a filter."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs
from markupsafe import Markup

from jmdexport.documents.environment import asset, render
from jmdexport.documents.escaping import shown
from jmdexport.documents.waived import waived_data
from jmdmodel.findings import Finding
from jmdmodel.messages import Language, Say, in_number
from jmdmodel.quality import Findings, Level, Rule, phrase
from jmdmodel.quality.catalogue import FAMILIES
from jmdmodel.quality.forms.excerpt import Show
from jmdmodel.quality.report import Locate, totals, waived_line
from jmdmodel.quality.texts import find, rule_of

_TITLE = Say(de="Befunde der Prüfung", en="Findings of the check")
_HEADING = Say(de="{level} ({n})", en="{level} ({n})")
_OTHERS = Say(de="Dazu gehören auch: {names}", en="This is also about: {names}")
_CAPPED = Say(de="… gezeigt: {shown} von {n}", en="… shown: {shown} of {n}")
_WITHHELD = Say(
    de="Nicht gezeigte Befunde zu vertraulichen Angaben: {n}.",
    en="Findings about confidential entries that are not shown: {n}.",
)
_WORDS = {
    "remedy": Say(de="Was zu tun ist", en="What to do"),
    "reason": Say(de="Warum es wichtig ist", en="Why it matters"),
    "passed": Say(de="Regeln ohne Befund", en="Rules without a finding"),
    "filter": Say(de="Befunde filtern", en="Filter the findings"),
    "level": Say(de="Stufe", en="Level"),
    "family": Say(de="Bereich", en="Area"),
    "all": Say(de="alle", en="all"),
    "text": Say(de="Text enthält", en="Text contains"),
    "count": Say(de="Gezeigt: {shown} von {n}", en="Shown: {shown} of {n}"),
}
_SCRIPT = """
"use strict";
const box = document.getElementById("filter");
const count = document.getElementById("count");
const text = document.getElementById("text");
const family = document.getElementById("family");
const articles = [...document.querySelectorAll("article")];
function apply() {
  const levels = new Set([...box.querySelectorAll("[name=level]:checked")].map((one) => one.value));
  const words = text.value.trim().toLowerCase();
  let shown = 0, all = 0;
  for (const article of articles) {
    const wanted = levels.has(article.dataset.level)
      && (!family.value || family.value === article.dataset.family);
    const entries = [...article.querySelectorAll(":scope > ul > li")];
    const head = article.querySelector("h3").textContent + " " + article.querySelector(".rule").textContent;
    const whole = head.toLowerCase().includes(words);
    let here = 0;
    for (const entry of entries) {
      const fits = wanted && (whole || entry.textContent.toLowerCase().includes(words));
      entry.hidden = !fits;
      here += fits ? 1 : 0;
    }
    article.hidden = here === 0;
    shown += here;
    all += entries.length;
  }
  for (const section of document.querySelectorAll("section.level")) {
    section.hidden = !section.querySelector("article:not([hidden])");
  }
  count.textContent = count.dataset.pattern.replace("{shown}", shown).replace("{n}", all);
}
box.addEventListener("input", apply);
box.hidden = false;
apply();
""".strip()


@attrs.frozen(kw_only=True)
class Told:
    """How findings are told in a document.

    Attributes:
        language: Language of the texts.
        locate: Gives file, line and column; without it the place in the model stands alone.
        show: Gives the line of the file, for the page; without it no line is shown.
        rules: The rules the findings come from, where they are not those of the library.
        limit: How many findings of one rule are shown; the true number is told.
        passed: Also list the rules that ran and found nothing.
        withheld: How many findings the audience may not see, by code.
        title: The heading of the document; a plain one where none is given.
        folders: Folders with templates that take the place of the library's.
    """

    language: Language = "de"
    locate: Locate | None = None
    show: Show | None = None
    rules: tuple[Rule, ...] | None = None
    limit: int | None = None
    passed: bool = False
    withheld: Mapping[str, int] = attrs.field(factory=dict)
    title: str = ""
    folders: tuple[Path, ...] = ()


def findings_markdown(findings: Findings, told: Told) -> str:
    """Give the findings in Markdown: by level, duties first, each rule with what to do (R-52).

    Whatever stands in a name is shown and does nothing: no link, no mention of anybody, no markup.
    """
    return as_markdown(_data(findings, told), language=told.language, folders=told.folders)


def as_markdown(data: dict[str, Any], *, language: Language, folders: tuple[Path, ...] = ()) -> str:
    """Give what :func:`document_data` made as Markdown."""
    return render("findings.md.jinja", data, language=language, folders=folders)


def findings_page(findings: Findings, told: Told) -> str:
    """Give the findings as one HTML file with a filter by level, area and text (R-52).

    The page asks for nothing from anywhere: a content security policy allows its own style and script by
    their digest, and nothing else. Without a script all findings are shown.
    """
    return as_page(_data(findings, told), language=told.language, folders=told.folders)


def as_page(data: dict[str, Any], *, language: Language, folders: tuple[Path, ...] = ()) -> str:
    """Give what :func:`document_data` made as one HTML file."""
    style = "\n".join(asset(name, folders).strip() for name in ("page.css", "findings.css"))
    style = style.replace("</", "<\\/")
    script = _SCRIPT if data["levels"] else ""
    allowed = f"style-src {_digest(style)};" + (f" script-src {_digest(script)};" if script else "")
    whole = data | {
        "policy": f"default-src 'none'; {allowed} base-uri 'none'; form-action 'none'",
        "style": Markup(style),  # noqa: S704 - our own file, or the caller's; it cannot close its element
        "script": Markup(script),  # noqa: S704 - the constant above
        "contents_heading": "",
        "contents": [],
        "lead": "",
        "body": "",
    }
    return render("findings.html.jinja", whole, language=language, kind="text/html", folders=folders)


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _data(findings: Findings, told: Told) -> dict[str, Any]:
    language = told.language
    facts = list(totals(findings, language, withheld=told.withheld))
    if told.withheld:
        number = in_number(sum(told.withheld.values()), language)
        facts.append(_WITHHELD.in_(language).format(n=number))
    if told_waived := waived_line(findings, language):
        facts.append(told_waived)
    groups = dict(findings.by_rule())
    levels = []
    for level in sorted(Level, reverse=True):
        own = [group for group in groups.values() if findings.level_of(group[0]) is level]
        if own:
            label = level.label.in_(language)
            heading = _HEADING.in_(language).format(
                level=label[:1].upper() + label[1:], n=in_number(findings.count(level), language)
            )
            rules = [_rule(group, told) for group in own]
            levels.append({"level": level.value, "heading": heading, "rules": rules})
    silent = findings.passed_besides(told.withheld) if told.passed else ()
    return document_data(
        levels,
        facts,
        language=language,
        title=told.title or _TITLE.in_(language),
        passed=[find(code, told.rules).both for code in silent],
        waived=waived_data(findings.waived, language=language, locate=told.locate, rules=told.rules),
    )


def document_data(
    levels: list[dict[str, Any]],
    facts: list[str],
    *,
    language: Language,
    title: str,
    passed: list[str] | None = None,
    waived: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Give the plain data of both documents: all that their templates can reach.

    Args:
        levels: For each level its word, a heading and its rules, as :func:`rule_data` makes them.
        facts: Sentences at the head of the document.
        language: Language of the words that stand beside the data.
        title: Heading of the document.
        passed: The rules that ran and found nothing, where they are to be listed.
        waived: What is accepted with a reason, as :func:`~jmdexport.documents.waived.waived_data` makes it.
    """
    present = sorted({rule["family"] for level in levels for rule in level["rules"]})
    return {
        "title": title,
        "language": language,
        "facts": facts,
        "levels": levels,
        "families": [{"letter": one, "label": _family(one, language)} for one in present],
        "passed": passed or [],
        "waived": waived or {"heading": "", "entries": []},
        "words": {name: say.in_(language) for name, say in _WORDS.items()},
    }


def rule_data(
    findings: list[dict[str, Any]],
    *,
    language: Language,
    rule: Rule | None,
    code: str = "",
    capped: str = "",
) -> dict[str, Any]:
    """Give what the documents tell of one rule and its findings; of a rule not known, its code alone."""
    family = code[:1] if rule is None else rule.family
    return {
        "both": code if rule is None else rule.both,
        "title": code if rule is None else rule.title.in_(language),
        "family": family,
        "family_label": _family(family, language),
        "remedy": "" if rule is None else rule.remedy.in_(language),
        "reason": "" if rule is None else rule.reason.in_(language),
        "capped": capped,
        "findings": findings,
    }


def _family(letter: str, language: Language) -> str:
    return FAMILIES[letter].in_(language) if letter in FAMILIES else letter


def _rule(group: tuple[Finding, ...], told: Told) -> dict[str, Any]:
    language, rule = told.language, rule_of(group[0], told.rules)
    seen = group if told.limit is None else group[: told.limit]
    capped = ""
    if len(seen) < len(group):
        capped = _CAPPED.in_(language).format(
            shown=in_number(len(seen), language), n=in_number(len(group), language)
        )
    told_findings = [_finding(finding, told) for finding in seen]
    return rule_data(told_findings, language=language, rule=rule, capped=capped)


def _finding(finding: Finding, told: Told) -> dict[str, Any]:
    position = told.locate(finding) if told.locate is not None else None
    names = ", ".join(str(ref) for ref in finding.others)
    return {
        "message": phrase(finding, told.language, rules=told.rules).message,
        "place": f"{position} {finding.path}" if position is not None else finding.path,
        "others": _OTHERS.in_(told.language).format(names=names) if names else "",
        "line": _line(finding, told),
    }


def _line(finding: Finding, told: Told) -> dict[str, str] | None:
    excerpt = told.show(finding) if told.show is not None else None
    if excerpt is None:
        return None
    before, marked, after = (shown(f"|{part}|")[1:-1].replace(" ", "\u00a0") for part in excerpt.parts)
    return {"before": before.lstrip("\u00a0"), "marked": marked, "after": after}
