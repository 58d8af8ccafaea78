"""The words by which a recommendation recommends, and how strongly: "should", "are encouraged to", "requested"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from wgtip_parse.index.model import Strength
from wgtip_parse.words import Words

STRENGTHS: dict[str | None, Strength] = {"encourage": "encourage", "invite": "invite"}
CLAUSE_BEFORE = 60  # characters in which a clause opens, with adverbs behind it
SENTENCE_BEFORE = 1000  # characters, more than nearly all sentences have
REMEMBERED = 256  # stretches of text whose forms are remembered: more than one recommendation has
WORDS_BEFORE = 24  # characters, of the words that say that a form only tells of what was asked

Kind = Literal["modal", "need", "wish", "passive", "active", "imperative"]


class Form(NamedTuple):
    """One operative form: where it stands, its verb and its strength; `leads` where it can be what recommends."""

    kind: Kind
    start: int
    end: int
    verb: str
    strength: Strength
    leads: bool


@lru_cache(REMEMBERED)
def forms(text: str, known: Words, start: int = 0, end: int | None = None) -> tuple[Form, ...]:
    """The operative forms of a text or a stretch of it, in their order; the same stretch is asked for several times."""
    return tuple(_forms(text, known, start, end))


def _forms(text: str, known: Words, start: int, end: int | None) -> Iterator[Form]:
    for match in known.operative_form.finditer(text, start, len(text) if end is None else end):
        kind = match.lastgroup if match.lastgroup != "consider" else "modal"
        if kind == "modal":
            yield _modal(match, known)
        elif kind == "wish":
            yield _wish(match, known)
        elif kind == "passive":
            yield _performing("passive", match, known, leads=known.asks_in_passive.match(text, match.end()) is not None)
        else:
            yield _performing("active", match, known, leads=_leads(match, known))


def leading(text: str, known: Words, start: int = 0, end: int | None = None) -> Form | None:
    """The form by which a text recommends: the first that can; else what must be done, or is only said to be right."""
    found = forms(text, known, start, end)
    ranks = (
        (form for form in found if form.leads and form.kind != "need"),
        (form for form in found if form.kind in ("modal", "need")),
    )
    return next((form for rank in ranks for form in rank), None)


def imperative(text: str, start: int, known: Words) -> Form | None:
    """The form of a text that begins with what to do: "Ratify the Convention", "In line with article 5, ratify …"."""
    match = known.imperative.match(text, start)
    if match is None:
        return None
    if match["verb"].lower() in known.known("openers"):
        match = known.behind_aside.match(text, start) or match
    verb = match["verb"].lower()
    considers = verb == known.word("consider")
    return Form("imperative", *match.span("whole"), verb, "consider" if considers else "imperative", leads=True)


def _modal(match: re.Match[str], known: Words) -> Form:
    text = match.string
    given = known.be_given.match(text, match.end()) and known.consideration.search(text, 0, match.start())
    leads = known.argued.search(text, _sentence(text, match.start(), known), match.start()) is None
    verb = known.to_behind_modal.sub("", match["modal"]).lower()
    kind: Kind = "need" if verb in known.known("needs_of_all") else "modal"
    if match["consider"] or given:
        return Form(kind, *match.span(), known.word("consider"), "consider", leads)
    return Form(kind, *match.span(), verb, "should", leads)


def _wish(match: re.Match[str], known: Words) -> Form:
    if match["wish_to_consider"]:
        return Form("wish", *match.span(), known.word("consider"), "consider", leads=True)
    return Form("wish", *match.span(), known.word("wish"), "invite", leads=True)


def _sentence(text: str, end: int, known: Words) -> int:
    """Where the sentence begins that goes on at a place."""
    return max(
        (mark.end() for mark in known.sentence_end.finditer(text, max(0, end - SENTENCE_BEFORE), end)), default=0
    )


def _performing(kind: Kind, match: re.Match[str], known: Words, leads: bool) -> Form:
    said = match[0].lower()
    verb = known.told("verbs", said) or said
    strength = STRENGTHS.get(known.told("strengths", verb), "should")
    if strength == "should" and leads and known.asked_to_consider.match(match.string, match.end()):
        strength = "consider"
    return Form(kind, *match.span(), verb, strength, leads)


def _leads(match: re.Match[str], known: Words) -> bool:
    """Whether somebody asks by a verb: "requested the Secretariat", not "at the request of" or "as recommended"."""
    text, start, end = match.string, *match.span()
    if known.behind_noun.match(text, end):
        return False
    word = match[0].lower().split()[0]
    opens = known.opens_clause.search(text, max(0, start - CLAUSE_BEFORE), start) is not None
    if known.base_form.fullmatch(word):
        return opens or known.opens_base_form.search(text, max(0, start - CLAUSE_BEFORE), start) is not None
    if known.reported.search(text, max(0, start - WORDS_BEFORE), start):
        return False
    return (
        opens
        or known.sure_verb.fullmatch(match[0].lower()) is not None
        or known.opens_object.match(text, end) is not None
    )
