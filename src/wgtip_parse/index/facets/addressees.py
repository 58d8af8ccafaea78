"""Whom a recommendation addresses: who stands before "should" and behind "requests", in the order of the words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wgtip_parse.index.facets import actors
from wgtip_parse.index.facets.operative import Form

THAT = re.compile(r"\bthat\b")
SENTENCE_MARKS = (". ", "; ", ": ")
# Whoever stands behind a preposition is not asked to act: "in cooperation with the Secretariat".
PREPOSITION = re.compile(
    r"\b(?:in|with|of|by|to|for|from|on|under|at|between|among|through|within|via|including)"
    r"(?: (?:the|all|other|relevant|interested|competent|extended|national|various|its|their|each|both))*[ (]$"
)
# "Reiterates that training should be given": the body that says so is not asked.
SAYING = re.compile(
    r"\b(?:acknowledg|affirm|agre|consider|emphasi[sz]|highlight|not|observ|reaffirm|recall|recogni[sz]|recommend|reiterat"
    r"|stress|underlin|underscor)(?:es|s|ed|d|e)? that$"
)
WHICH = r"(?: (?:the|all|each|every|its|other|more|relevant|interested|those))*"
BEFORE_OBJECT = re.compile(rf"(?: to| that)*{WHICH} ")
# The next of those that are asked; between them may stand in what role they are: "UNODC, as a partner, and".
AND = re.compile(
    r"(?: (?:mentioned|referred to|listed) [^,;.]{1,120})?(?:, (?:as|in|within|through|including) [^,;.]{1,120},)?"
    rf"(?:,? (?:and|or|as well as)(?: to)?|,){WHICH} "
)
# Of those who are asked some are named again: "States parties, especially those that are countries of destination, ".
ESPECIALLY = re.compile(r", (?:especially|in particular|particularly|notably|including)\b[^,;.]{1,160},")
PASSIVE = re.compile(r"(?: not| never| also)* be \w+(?:ed|en|d|t)\b")
LOOK_BACK = 48  # characters

Found = tuple[str, int, int]


def find(text: str, forms: Iterable[Form]) -> Iterator[Found]:
    """Each addressee once: its one name, and where the words stand."""
    seen: set[str] = set()
    text = ESPECIALLY.sub(lambda match: " " * (len(match[0]) - 1) + ",", text)
    for form in forms:
        of_object = form.kind == "active" or text.startswith(" that ", form.end)  # "it is recommended that States act"
        for value, start, end in _object(text, form) if of_object else _subject(text, form):
            if value not in seen:
                seen.add(value)
                yield value, start, end


def _subject(text: str, form: Form) -> Iterator[Found]:
    """The actors of the clause before a form; where it has none, those of the sentence before a relative clause."""
    sentence = _sentence(text, form.start)
    clause = max((that.end() for that in THAT.finditer(text, sentence, form.start)), default=sentence)
    said = SAYING.search(text, max(0, clause - LOOK_BACK), clause)
    for start in dict.fromkeys((clause, clause if said else sentence)):
        found = [*_asked(text, actors.ACTOR.finditer(text, start, form.start), start)]
        if found:
            return ((actors.value(match), *match.span()) for match in found)
    if form.kind == "modal" and PASSIVE.match(text, form.end):
        return iter(())  # "inspectors should be equipped" does not ask the inspectors
    nameless = _asked(text, actors.NAMELESS.finditer(text, clause, form.start), clause)
    return ((actors.general_name(match), *match.span()) for match in nameless)


def _sentence(text: str, end: int) -> int:
    """Where the sentence or the part of it begins that goes on at a place."""
    mark = max(text.rfind(mark, 0, end) for mark in SENTENCE_MARKS)
    return mark + 2 if mark >= 0 else 0


def _asked(text: str, found: Iterable[re.Match[str]], start: int) -> Iterator[re.Match[str]]:
    """Those that stand behind no preposition and have nothing of theirs named."""
    for match in found:
        behind_preposition = PREPOSITION.search(text, max(start, match.start() - LOOK_BACK), match.start())
        if not behind_preposition and not text.startswith(("’s", "'s"), match.end()):
            yield match


def _object(text: str, form: Form) -> Iterator[Found]:
    """The actors directly behind a form: "request the Secretary-General and Member States to"."""
    if form.verb == "recommend" and form.kind == "active" and not text.endswith((" to", " that"), form.start, form.end):
        return  # what is recommended is no addressee: "recommend institutions"
    behind = BEFORE_OBJECT.match(text, form.end)
    while behind is not None:
        if match := actors.ACTOR.match(text, behind.end()):
            yield actors.value(match), *match.span()
        elif match := actors.NAMELESS.match(text, behind.end()):
            yield actors.general_name(match), *match.span()
        behind = AND.match(text, match.end()) if match else None
