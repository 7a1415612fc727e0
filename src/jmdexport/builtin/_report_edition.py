"""What all parts of the report are made from: view, year, day, reader, and people's own texts (R-34).

An edition is for the public, for the provider and the funder, or for the team. What is not entered is named
in every edition; what to enter where is told to the team alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any

import attrs

from jmdexport.builtin import _report_texts as texts
from jmdexport.builtin._report_words import Talk, by_name
from jmdexport.documents.escaping import shown
from jmdexport.records import ExportRequest
from jmdmodel.analysis.naming import quoted
from jmdmodel.entities.review import AnnualReport
from jmdmodel.fields import info_of
from jmdmodel.messages import Say, Value, in_date, in_decimal, in_list
from jmdmodel.scales import Audience
from jmdmodel.vocabulary import ReportSection, Topic
from jmdmodel.workspace import Workspace


@attrs.frozen(kw_only=True)
class Edition:
    """One report for one reader in one language. German: Fassung."""

    view: Workspace
    year: int
    as_of: date
    audience: Audience
    talk: Talk

    @classmethod
    def of(cls, request: ExportRequest[Any]) -> Edition:
        """Give the edition that a request asks for."""
        return cls(
            view=request.view,
            year=request.year,
            as_of=request.as_of,
            audience=request.audience,
            talk=Talk(request.language),
        )

    @property
    def day(self) -> date:
        """The day that the report speaks of: the last of the year, or today in a year that is not over."""
        return max(date(self.year, 1, 1), min(self.as_of, date(self.year, 12, 31)))

    @property
    def eve(self) -> date:
        """The last day of the year before; in the first year of the calendar its own first day."""
        return date(self.year - 1, 12, 31) if self.year > 1 else date.min

    @property
    def is_team(self) -> bool:
        """Whether it is the edition for the team."""
        return self.audience >= Audience.INTERNAL

    @property
    def report(self) -> AnnualReport | None:
        """What people entered for the report of the year."""
        return self.view.reports.get(str(self.year))

    def shows(self, cls: type) -> bool:
        """Tell whether the reader may see an entity type at all."""
        return info_of(cls).privacy <= self.audience

    def own(self, section: ReportSection) -> str:
        """Give what people wrote for a section; the text for the public where there is no other one."""
        if self.report is None:
            return ""
        written = next((one for one in self.report.texts if one.section is section), None)
        return "" if written is None else written.text or written.public_text or ""

    def absent(self, say: Say, enter: Say | None = None, **values: Value) -> list[str]:
        """Say that something is not entered; the team reads as well what is to be entered, and where."""
        said = [self.talk.say(say, year=str(self.year), **values)]
        return (
            [*said, self.talk.say(enter, year=str(self.year))] if enter is not None and self.is_team else said
        )

    def date(self, day: date | None) -> str | None:
        """Give a day for a table."""
        return None if day is None else in_date(day, self.talk.language)

    def number(self, value: Fraction) -> str:
        """Give an exact number with as many decimals as it needs, up to four."""
        decimals = next((d for d in range(4) if (value * 10**d).denominator == 1), 4)
        return in_decimal(value, self.talk.language, decimals=decimals)

    def cell(self, parts: Iterable[str]) -> str | None:
        """Give names for a cell of a table, in their order; nothing where there is none."""
        return self.talk.cell_of(parts) or None

    def names(self, partners: Iterable[str]) -> list[str]:
        """Give the names of partners by identifier, in the order of names."""
        known = (self.view.partners.get(one) for one in dict.fromkeys(partners))
        found = sorted((by_name(one.name, one.id), one.name) for one in known if one is not None)
        return [name for _, name in found]

    def holders(self, partners: Iterable[str], staff: str | None) -> str | None:
        """Give who answers for something: partners, and the function of the team."""
        role = self.view.staff.get(staff)
        ours = [] if role is None else [self.talk.say(texts.OUR_FUNCTION, function=role.function)]
        return self.cell([*self.names(partners), *ours])

    def topics(self, topics: Iterable[Topic], own: Iterable[str] = ()) -> str | None:
        """Give topics and own topics for a cell of a table."""
        words = (self.view.vocabulary.label("topics", one) for one in own)
        labels = [self.talk.label(topic) for topic in topics]
        return self.cell([*labels, *(self.talk.label(word) for word in words if word is not None)])

    def listed(self, labels: Iterable[str]) -> str:
        """Join titles as a sentence does, each in quotation marks."""
        return in_list([quoted(shown(label), self.talk.language) for label in labels], self.talk.language)
