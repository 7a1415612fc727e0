"""What is wrong in a template, put into words; and the slips that Jinja passes over in silence."""

from __future__ import annotations

import re

import jinja2
from jinja2 import nodes
from jinja2.exceptions import SecurityError

from jmdexport.documents.faults import TemplateFault
from jmdmodel.messages import Message, Say

_UNKNOWN = Say(
    de="Den Namen „{name}“ gibt es hier nicht.",
    en='There is no name "{name}" here.',
)
_NO_FILTER = Say(de="Den Filter „{name}“ gibt es nicht.", en='There is no filter "{name}".')
_NO_TEST = Say(de="Die Prüfung „{name}“ gibt es nicht.", en='There is no test "{name}".')
_SYNTAX = Say(
    de="Die Vorlage ist nicht so geschrieben, wie Jinja es versteht: {detail}",
    en="The template is not written as Jinja understands it: {detail}",
)
_UNSAFE = Say(
    de="Die Vorlage will auf etwas zugreifen, das Vorlagen verschlossen ist.",
    en="The template reaches for something that is closed to templates.",
)
_RAISED = Say(
    de="Die Vorlage ließ sich nicht ausführen: {detail}",
    en="The template could not be carried out: {detail}",
)
_NO_BLOCK = Say(
    de="Einen Block „{name}“ hat die Vorlage „{parent}“ nicht; er würde nie gedruckt.",
    en='The template "{parent}" has no block "{name}"; it would never be printed.',
)
_OUTSIDE = Say(
    de="Dieser Text steht außerhalb der Blöcke und würde nie gedruckt.",
    en="This text stands outside the blocks and would never be printed.",
)
_NAMED = re.compile(r"No (filter|test) named '([^']*)'")


def what_of(
    error: Exception, environment: jinja2.Environment, missed: str
) -> tuple[Message, str, tuple[str, ...]]:
    """Give what an error means, the name it is about, and the names known in its place."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        named = _NAMED.search(error.message or "")
        if named is None:
            return Message.of(_SYNTAX, detail=error.message or ""), "", ()
        say, known = (
            (_NO_FILTER, environment.filters) if named[1] == "filter" else (_NO_TEST, environment.tests)
        )
        return Message.of(say, name=named[2]), named[2], tuple(sorted(known))
    if isinstance(error, SecurityError):
        return Message.of(_UNSAFE), "", ()
    if missed:
        return Message.of(_UNKNOWN, name=missed), missed, ()
    return Message.of(_RAISED, detail=f"{type(error).__name__}: {error}"), "", ()


def check_override(environment: jinja2.Environment, shown_as: str, text: str) -> None:
    """Refuse what an overriding template says in vain: an unknown block, text outside of all blocks.

    Raises:
        TemplateFault: With the line and, for a block, the nearest name that the parent has.
    """
    tree = environment.parse(text, filename=shown_as)
    extended = tree.find(nodes.Extends)
    if extended is None or not isinstance(extended.template, nodes.Const):
        return
    parent = str(extended.template.value)
    known = tuple(sorted(environment.get_template(parent).blocks))
    for node in tree.body:
        if isinstance(node, nodes.Block) and node.name not in known:
            what = Message.of(_NO_BLOCK, name=node.name, parent=parent)
            raise TemplateFault(shown_as, node.lineno, what, node.name, known)
        if isinstance(node, nodes.Output):
            _refuse_text(node, shown_as)


def _refuse_text(node: nodes.Output, shown_as: str) -> None:
    for part in node.nodes:
        if not isinstance(part, nodes.TemplateData) or part.data.strip():
            line = part.lineno
            if isinstance(part, nodes.TemplateData):
                line += len(part.data[: len(part.data) - len(part.data.lstrip())].splitlines())
            raise TemplateFault(shown_as, line, Message.of(_OUTSIDE))
