"""Rules on the waivers themselves: past their last day, met by no finding, of a rule that nobody knows."""

from __future__ import annotations

from collections.abc import Iterator

from jmdmodel.entities.review import Waiver
from jmdmodel.findings import Finding
from jmdmodel.messages import Message, Say
from jmdmodel.quality.model import Context, rule
from jmdmodel.quality.parameters import NoParameters
from jmdmodel.quality.spelling import nearest
from jmdmodel.quality.waiving import is_valid

_STILL_FOUND = Say(
    de="Was sie ausnahm, wird jetzt wieder gemeldet.", en="What it covered is reported again now."
)
_GONE = Say(de="Was sie ausnahm, wird nicht mehr gefunden.", en="What it covered is no longer found.")
_NOT_ASKED = Say(
    de="Ob das, was sie ausnahm, noch zu finden ist, hat diese Prüfung nicht untersucht.",
    en="This check did not look whether what it covered is still there.",
)
_MEANT = Say(de=" Gemeint ist vielleicht „{near}“.", en=' Perhaps "{near}" is meant.')


@rule(
    code="D904",
    name="waiver-expired",
    level="should",
    requirements=("R-52",),
    looks_at=Waiver,
    title=Say(de="Eine Ausnahme ist abgelaufen", en="A waiver has expired"),
    message=Say(
        de="Die Ausnahme „{waiver}“ von der Regel {rule} galt bis {until}. {now}",
        en='The waiver "{waiver}" from the rule {rule} held until {until}. {now}',
    ),
    reason=Say(
        de="Eine Ausnahme gilt auf Zeit, damit das Team noch einmal hinsieht. Nach ihrem letzten Tag "
        "wirkt sie nicht mehr.",
        en="A waiver holds for a time, so that the team looks again. After its last day it has no effect.",
    ),
    remedy=Say(
        de="Prüfen, ob der Grund noch besteht. Wenn ja, die Begründung („reason“) erneuern und unter "
        "„until“ einen neuen Tag eintragen; wenn nicht, die Ausnahme löschen.",
        en='Check whether the reason still stands. If it does, renew it ("reason") and enter a new day '
        'under "until"; if not, delete the waiver.',
    ),
)
def waiver_expired(waiver: Waiver, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find a waiver whose last day is over."""
    if is_valid(waiver, ctx.on):
        return
    met = waiver.id in ctx.waivers.met
    ran = ctx.waivers.known.get(waiver.rule) in ctx.waivers.ran
    now = _STILL_FOUND if met else _GONE if ran else _NOT_ASKED
    yield ctx.found(waiver, "until", waiver=waiver.id, rule=waiver.rule, until=waiver.until, now=now)


@rule(
    code="D905",
    name="waiver-unused",
    level="hint",
    requirements=("R-52",),
    looks_at=Waiver,
    title=Say(de="Eine Ausnahme wird nicht gebraucht", en="A waiver is not needed"),
    message=Say(
        de="Die Ausnahme „{waiver}“ wird nicht gebraucht: Die Regel {rule} findet nichts, was unter "
        "diese Ausnahme fällt.",
        en='The waiver "{waiver}" is not needed: the rule {rule} finds nothing that this waiver covers.',
    ),
    reason=Say(
        de="Vielleicht ist die Sache erledigt. Bleibt die Ausnahme stehen, verdeckt sie denselben Mangel, "
        "wenn er wiederkommt. Vielleicht nennt sie auch den falschen Eintrag.",
        en="Perhaps the matter is settled. If the waiver stays, it hides the same fault when it comes back. "
        "Or perhaps it names the wrong entry.",
    ),
    remedy=Say(
        de="Die Ausnahme löschen oder unter „subject“ den Eintrag nennen, der beim Befund steht.",
        en='Delete the waiver, or name under "subject" the entry that stands with the finding.',
    ),
)
def waiver_unused(waiver: Waiver, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find a waiver that still holds, of a rule that ran to its end and found nothing it fits."""
    ran = ctx.waivers.known.get(waiver.rule) in ctx.waivers.ran
    if is_valid(waiver, ctx.on) and ran and waiver.id not in ctx.waivers.met:
        yield ctx.found(waiver, waiver=waiver.id, rule=waiver.rule)


@rule(
    code="D912",
    name="waiver-of-unknown-rule",
    level="should",
    requirements=("R-52",),
    looks_at=Waiver,
    title=Say(de="Eine Ausnahme nennt eine unbekannte Regel", en="A waiver names an unknown rule"),
    message=Say(
        de="Die Ausnahme „{waiver}“ nennt die Regel „{word}“. Keine Regel, von der es Ausnahmen geben "
        "kann, heißt so.{near}",
        en='The waiver "{waiver}" names the rule "{word}". No rule that can be waived is called that.{near}',
    ),
    reason=Say(
        de="Die Ausnahme wirkt nicht, auch wenn das Team sich darauf verlässt. Sie braucht den Code "
        "oder den Namen der Regel; von den Regeln über Ausnahmen selbst gibt es keine Ausnahme.",
        en="The waiver has no effect, even if the team relies on it. It needs the code or the name of "
        "the rule; the rules on waivers themselves cannot be waived.",
    ),
    remedy=Say(
        de="Unter „rule“ den Code oder den Namen eintragen, der beim Befund steht.",
        en='Enter under "rule" the code or the name that stands with the finding.',
    ),
)
def waiver_of_unknown_rule(waiver: Waiver, ctx: Context[NoParameters]) -> Iterator[Finding]:
    """Find a waiver that still holds and whose word names no rule that can be waived."""
    if is_valid(waiver, ctx.on) and waiver.rule not in ctx.waivers.known:
        near = nearest(waiver.rule, ctx.waivers.known)
        hint = Say("", "") if near is None else Message.of(_MEANT, near=near).as_say()
        yield ctx.found(waiver, "rule", waiver=waiver.id, word=waiver.rule, near=hint)
