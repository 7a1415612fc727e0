"""The catalogue: every rule of the library, found in the family packages and kept in the order of codes."""

from __future__ import annotations

from functools import cache
from types import ModuleType

from jmdmodel.errors import ModelError
from jmdmodel.messages import Say
from jmdmodel.quality import cases, data, networks, opening, organisation, space
from jmdmodel.quality.model import Level, Rule, Status
from jmdmodel.workspace import Workspace

FAMILIES: dict[str, Say] = {
    "S": Say(de="Sozialraum", en="social space"),
    "N": Say(de="Netzwerke und Gremien", en="networks and committees"),
    "C": Say(de="Fallbezogene Netzwerkarbeit", en="network work around one case"),
    "O": Say(de="Interkulturelle Öffnung", en="intercultural opening"),
    "Q": Say(de="Organisation und Qualität", en="organisation and quality"),
    "D": Say(de="Datenpflege", en="data"),
}
"""The families of rules by their letter."""


def rules_of(module: ModuleType) -> tuple[Rule, ...]:
    """Give the rules that a module, or the modules that a package imports, define; in the order of codes."""
    found = {value.code: value for value in vars(module).values() if isinstance(value, Rule)}
    for value in vars(module).values():
        if isinstance(value, ModuleType) and value.__name__.startswith(f"{module.__name__}."):
            found |= {rule.code: rule for rule in rules_of(value)}
    return tuple(found[code] for code in sorted(found))


@cache
def catalogue() -> tuple[Rule, ...]:
    """Give all rules of the library in the order of their codes.

    Example:
        >>> [rule.name for rule in catalogue() if rule.code == "Q512"]
        ['map-missing']
    """
    families = (space, networks, cases, opening, organisation, data)
    found = [rule for family in families for rule in rules_of(family)]
    return tuple(sorted(found, key=lambda rule: rule.code))


def named(rules: tuple[Rule, ...]) -> dict[str, Rule]:
    """Give the rules by every word that names them: code, name, former names.

    Raises:
        ModelError: Two rules have a word in common.
    """
    found: dict[str, Rule] = {}
    for rule in rules:
        for word in rule.words:
            other = found.setdefault(word, rule)
            if other is not rule:
                raise ModelError(
                    f'The word "{word}" names two rules, one of {other.module} and one of {rule.module};'
                    " one of them needs another."
                )
    return found


def section_of(rule: Rule) -> Say:
    """Tell which section of the framework concept a rule belongs to; data rules belong to none."""
    if rule.code[1] == "9":
        return FAMILIES["D"]
    digit = rule.code[1]
    return Say(de=f"Rahmenkonzept Nr. 7, Abschnitt {digit}", en=f"framework concept no. 7, section {digit}")


INTERNAL = Rule(
    code="D999",
    name="rule-failed",
    level=Level.MUST,
    requirements=("R-52",),
    looks_at=Workspace,
    check=lambda _thing, _ctx: iter(()),
    status=Status.STABLE,
    module=__name__,
    level_because=Say(
        de="Solange eine Regel ausfällt, ist die Prüfung unvollständig.",
        en="As long as a rule breaks down, the check is incomplete.",
    ),
    title=Say(de="Eine Regel ist ausgefallen", en="A rule broke down"),
    message=Say(
        de="Die Regel {rule} ist mit dem Fehler {exception} abgebrochen; ihr Ergebnis fehlt.",
        en="The rule {rule} stopped with the error {exception}; its result is missing.",
    ),
    reason=Say(
        de="Ein Fehler im Prüfprogramm, nicht in den Daten. Alle anderen Regeln wurden ausgeführt; "
        "was diese Regel gefunden hätte, ist unbekannt.",
        en="A fault of the checker, not of the data. All other rules have run; "
        "what this rule would have found is unknown.",
    ),
    remedy=Say(
        de="Den Fehler mit dem Code der Regel melden; bis dahin die Regel mit „ignore“ ausschalten.",
        en='Report the fault with the code of the rule; until then switch the rule off with "ignore".',
    ),
)
"""What a rule that raises is reported as; it belongs to the engine and is in no catalogue."""
