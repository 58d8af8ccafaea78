"""Whom a recommendation addresses: who stands before "should" and behind "requests", in the order of the words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wgtip_parse.index.facets import actors
from wgtip_parse.index.facets.operative import Form
from wgtip_parse.words import Words

SENTENCE_MARKS = (". ", "; ", ": ")
LOOK_BACK = 48  # characters

Found = tuple[str, int, int]


def find(text: str, forms: Iterable[Form], known: Words) -> Iterator[Found]:
    """Each addressee once: its one name, and where the words stand."""
    seen: set[str] = set()
    text = known.named_again.sub(lambda match: " " * (len(match[0]) - 1) + ",", text)
    for form in forms:  # "it is recommended that States act"
        of_object = form.kind == "active" or known.opens_that_clause.match(text, form.end)
        for value, start, end in _object(text, form, known) if of_object else _subject(text, form, known):
            if value not in seen:
                seen.add(value)
                yield value, start, end


def _subject(text: str, form: Form, known: Words) -> Iterator[Found]:
    """The actors of the clause before a form; where it has none, those of the sentence before a relative clause."""
    sentence = _sentence(text, form.start)
    clause = max((that.end() for that in known.that_clause.finditer(text, sentence, form.start)), default=sentence)
    said = known.saying_that.search(text, max(0, clause - LOOK_BACK), clause)
    for start in dict.fromkeys((clause, clause if said else sentence)):
        found = [*_asked(text, actors.pattern(known).finditer(text, start, form.start), start, known)]
        if found:
            return ((actors.value(match, known), *match.span()) for match in found)
    if form.kind == "modal" and known.passive_infinitive.match(text, form.end):
        return iter(())  # "inspectors should be equipped" does not ask the inspectors
    nameless = _asked(text, known.nameless_actor.finditer(text, clause, form.start), clause, known)
    return ((actors.general_name(match), *match.span()) for match in nameless)


def _sentence(text: str, end: int) -> int:
    """Where the sentence or the part of it begins that goes on at a place."""
    mark = max(text.rfind(mark, 0, end) for mark in SENTENCE_MARKS)
    return mark + 2 if mark >= 0 else 0


def _asked(text: str, found: Iterable[re.Match[str]], start: int, known: Words) -> Iterator[re.Match[str]]:
    """Those that stand behind no preposition and have nothing of theirs named."""
    for match in found:
        before = max(start, match.start() - LOOK_BACK)
        behind_preposition = known.behind_a_preposition.search(text, before, match.start())
        if not behind_preposition and not known.possessive.match(text, match.end()):
            yield match


def _object(text: str, form: Form, known: Words) -> Iterator[Found]:
    """The actors directly behind a form: "request the Secretary-General and Member States to"."""
    recommends = form.verb == known.word("recommend") and form.kind == "active"
    if recommends and not known.ends_in_to_or_that.search(text, form.start, form.end):
        return  # what is recommended is no addressee: "recommend institutions"
    behind = known.before_addressee.match(text, form.end)
    while behind is not None:
        if match := actors.pattern(known).match(text, behind.end()):
            yield actors.value(match, known), *match.span()
        elif match := known.nameless_actor.match(text, behind.end()):
            yield actors.general_name(match), *match.span()
        behind = known.next_addressee.match(text, match.end()) if match else None
