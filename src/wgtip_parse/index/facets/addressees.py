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
    clause = _start(CLAUSE, text, form.start)
    for start in (clause, _start(SENTENCE, text, form.start)):
        found = [*_asked(text, actors.ACTOR.finditer(text, start, form.start), start)]
        if found:
            return ((actors.value(match), *match.span()) for match in found)
    if form.kind == "modal" and PASSIVE.match(text, form.end):
        return iter(())  # "inspectors should be equipped" does not ask the inspectors
    nameless = _asked(text, actors.NAMELESS.finditer(text, clause, form.start), clause)
    return ((match[0].lower(), *match.span()) for match in nameless)


def _start(boundary: re.Pattern[str], text: str, end: int) -> int:
    return max((each.end() for each in boundary.finditer(text, 0, end)), default=0)


def _asked(text: str, found: Iterable[re.Match[str]], start: int) -> Iterator[re.Match[str]]:
    """Those that stand behind no preposition and have nothing of theirs named."""
    for match in found:
        behind_preposition = PREPOSITION.search(text, max(start, match.start() - LOOK_BACK), match.start())
        if not behind_preposition and not text.startswith(("’s", "'s"), match.end()):
            yield match


def _object(text: str, form: Form) -> Iterator[Found]:
    """The actors directly behind a form: "request the Secretary-General and Member States to"."""
    if form.verb == "recommend" and not text.endswith((" to", " that"), form.start, form.end):
        return  # what is recommended is no addressee: "recommend institutions"
    behind = BEFORE_OBJECT.match(text, form.end)
    while behind is not None and (match := actors.ACTOR.match(text, behind.end())):
        yield actors.value(match), *match.span()
        behind = AND.match(text, match.end())
