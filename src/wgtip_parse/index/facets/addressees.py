"""Whom a recommendation addresses: who stands before "should" and behind "requests", in the order of the words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wgtip_parse.index.facets import actors
from wgtip_parse.index.facets.operative import Form

CLAUSE = re.compile(r"[.;:] |\bthat\b")
SENTENCE = re.compile(r"[.;:] ")
# Whoever stands behind a preposition is not asked to act: "in cooperation with the Secretariat".
PREPOSITION = re.compile(
    r"\b(?:in|with|of|by|to|for|from|on|under|at|between|among|through|within|via|including)"
    r"(?: (?:the|all|other|relevant|interested|its|their|each|both))*[ (]$"
)
BEFORE_OBJECT = re.compile(r"(?: to| that)*(?: (?:the|all|its|each|every|other|relevant|interested|those))* ")
AND = re.compile(r",? (?:and|or|as well as|, )(?: (?:the|all|other|relevant))* |, (?:the |all |other |relevant )?")
PASSIVE = re.compile(r"(?: not| never| also)* be \w+(?:ed|en|d|t)\b")
LOOK_BACK = 48  # characters

Found = tuple[str, int, int]


def find(text: str, forms: Iterable[Form]) -> Iterator[Found]:
    """Each addressee once: its one name, and where the words stand."""
    seen: set[str] = set()
    for form in forms:
        for value, start, end in _object(text, form) if form.kind == "active" else _subject(text, form):
            if value not in seen:
                seen.add(value)
                yield value, start, end


def _subject(text: str, form: Form) -> Iterator[Found]:
    """The actors of the clause before a form; where it has none, those of the sentence before a relative clause."""
    passive = form.kind == "modal" and PASSIVE.match(text, form.end) is not None
    for boundary in (CLAUSE, SENTENCE):
        start = max((each.end() for each in boundary.finditer(text, 0, form.start)), default=0)
        found = [*_actors(text, start, form.start, passive=passive)]
        if found:
            yield from found
            return


def _actors(text: str, start: int, end: int, *, passive: bool) -> Iterator[Found]:
    for match in actors.ACTOR.finditer(text, start, end):
        nameless = match["nameless"] is not None
        behind_preposition = PREPOSITION.search(text, max(start, match.start() - LOOK_BACK), match.start())
        if not behind_preposition and not (nameless and passive) and not text.startswith(("’s", "'s"), match.end()):
            yield actors.value(match), *match.span()


def _object(text: str, form: Form) -> Iterator[Found]:
    """The actors directly behind a form: "request the Secretary-General and Member States to"."""
    if form.verb == "recommend" and not text.endswith((" to", " that"), form.start, form.end):
        return  # what is recommended is no addressee: "recommend institutions"
    behind = BEFORE_OBJECT.match(text, form.end)
    while behind is not None and (match := actors.ACTOR.match(text, behind.end())):
        yield actors.value(match), *match.span()
        behind = AND.match(text, match.end())
