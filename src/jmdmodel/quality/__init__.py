"""Quality rules: check a workspace against the framework concept, and say what was found in plain words."""

from __future__ import annotations

from jmdmodel.findings import Finding
from jmdmodel.quality.catalogue import catalogue, rules_of
from jmdmodel.quality.engine import Findings, check
from jmdmodel.quality.model import Context, Level, Retirement, Rule, Status, rule
from jmdmodel.quality.report import as_concise, as_json, as_text
from jmdmodel.quality.settings import Settings, SettingsError, SettingsFault
from jmdmodel.quality.texts import catalogue_markdown, explain, phrase
from jmdmodel.quality.waiving import Waived

__all__ = [
    "Context",
    "Finding",
    "Findings",
    "Level",
    "Retirement",
    "Rule",
    "Settings",
    "SettingsError",
    "SettingsFault",
    "Status",
    "Waived",
    "as_concise",
    "as_json",
    "as_text",
    "catalogue",
    "catalogue_markdown",
    "check",
    "explain",
    "phrase",
    "rule",
    "rules_of",
]
