"""Who is asked, and by which verb, in languages whose words file tells both by patterns; English has its grammar.

A pattern has a group `verb` and, where it can tell, `whom`, the words for those who are to act, or `whom_above` where a
list follows; `who` says that the reporting body is named. What a pattern cannot tell is not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from wgtip_parse.index import sentences
from wgtip_parse.index.actors import Named, told
from wgtip_parse.index.model import Strength
from wgtip_parse.index.operative import STRENGTHS, Form, Kind
from wgtip_parse.model import Span
from wgtip_parse.words import Words

if TYPE_CHECKING:
    from wgtip_parse.index.statement import Statement

LONGEST_ACTOR = 120  # characters of those who are to act: what is longer has run on into what they are to do
PATTERNS: tuple[tuple[Kind, str], ...] = (
    ("active", "asks_by_verb"),
    ("passive", "asked_in_passive"),
    ("modal", "asks_modally"),
)


class Ask(NamedTuple):
    """One way in which a sentence asks: the places of its verb and of who is to act; whether a body is named."""

    kind: Kind
    verb: Span
    whom: Span | None
    by_a_body: bool


def is_read_so(known: Words) -> bool:
    """Whether a language is read by these patterns."""
    return bool(known.typography["asks_by_patterns"])


def asks(text: str, start: int, end: int, known: Words) -> Iterator[Ask]:
    """The ways in which a stretch asks, by verbs first, then in the passive, then by what should be."""
    for kind, name in PATTERNS:
        for match in getattr(known, name).finditer(text, start, end):
            groups = match.groupdict()
            whom = _span(match, "whom") or _span(match, "whom_above")
            yield Ask(kind, match.span("verb"), whom, bool(groups.get("who")))


def form_of(statement: Statement, known: Words) -> Form | None:
    """The form by which a recommendation recommends: that of its stem, or else of its words."""
    text = statement.text
    found = next(_of(statement, known), None)
    if found is None:
        return None
    said = text[slice(*found.verb)].lower()
    verb = known.told("verbs", said) or said
    strength: Strength = "should"
    if found.kind != "modal":
        strength = STRENGTHS.get(known.told("strengths", verb), "should")
    if strength == "should" and known.asked_to_consider.match(text, found.verb[1]):
        strength = "consider"
    return Form(found.kind, *found.verb, verb, strength, leads=True)


def addressees_of(statement: Statement, known: Words) -> list[Named]:
    """Those who are to act, as printed, by the first way of asking that says so."""
    ways = (_actors(statement.text, each, known) for each in _of(statement, known))
    return next(filter(None, ways), [])


def _span(match: re.Match[str], name: str) -> Span | None:
    return match.span(name) if match.groupdict().get(name) else None


def _of(statement: Statement, known: Words) -> Iterator[Ask]:
    """The ways in which the stem asks, and then those of each sentence of the words."""
    text, lead = statement.text, statement.lead
    last = sentences.last(text, 0, max(0, lead - 1), known)
    for start, end in (*([last] if lead else []), *sentences.spans(text, lead, len(text), known)):
        yield from asks(text, start, end, known)


def _actors(text: str, ask: Ask, known: Words) -> list[Named]:
    if ask.whom is None or ask.whom[1] - ask.whom[0] > LONGEST_ACTOR:
        return []
    return [each for start, end in _parted(text, *ask.whom, known) if (each := _actor(text, start, end, known))]


def _parted(text: str, start: int, end: int, known: Words) -> Iterator[Span]:
    for joint in known.between_actors.finditer(text, start, end):
        yield start, joint.start()
        start = joint.end()
    yield start, end


def _actor(text: str, start: int, end: int, known: Words) -> Named | None:
    """One of them without an article, under the one name for all ways of writing it."""
    article = known.article_of_actor.match(text, start, end)
    bare = text[article.end() if article else start : end].strip()
    at = text.find(bare, start) if bare else end
    return Named(told(bare, known) or bare, at, at + len(bare)) if bare else None
