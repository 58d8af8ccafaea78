"""The words by which a recommendation recommends, and how strongly: "should", "are encouraged to", "requested"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from wgtip_parse.index.model import Strength
from wgtip_parse.words import Words

STRENGTHS: dict[str | None, Strength] = {"encourage": "encourage", "invite": "invite"}
CLAUSE_BEFORE = 40  # characters in which a clause opens, with adverbs behind it
WORDS_BEFORE = 12  # characters, of the words that say that a form only tells of what was asked

Kind = Literal["modal", "wish", "passive", "active", "imperative"]


class Form(NamedTuple):
    """One operative form: where it stands, its verb and its strength; `leads` where it can be what recommends."""

    kind: Kind
    start: int
    end: int
    verb: str
    strength: Strength
    leads: bool


def forms(text: str, known: Words) -> Iterator[Form]:
    """The operative forms of a text, in their order."""
    for match in known.operative_form.finditer(text):
        kind = match.lastgroup if match.lastgroup != "consider" else "modal"
        if kind == "modal":
            yield _modal(match, known)
        elif kind == "wish":
            yield Form("wish", *match.span(), known.word("wish"), "invite", leads=True)
        elif kind == "passive":
            yield _performing("passive", match, known, leads=True)
        else:
            yield _performing("active", match, known, leads=_leads(match, known))


def imperative(text: str, start: int, known: Words) -> Form | None:
    """The form of a text that begins with what to do: "Ratify the Convention", "Further strengthen …"."""
    match = known.imperative.match(text, start)
    if match is None:
        return None
    verb = match["verb"].lower()
    considers = verb == known.word("consider")
    return Form("imperative", *match.span(), verb, "consider" if considers else "imperative", leads=True)


def _modal(match: re.Match[str], known: Words) -> Form:
    text = match.string
    given = known.be_given.match(text, match.end()) and known.consideration.search(text, 0, match.start())
    if match["consider"] or given:
        return Form("modal", *match.span(), known.word("consider"), "consider", leads=True)
    return Form("modal", *match.span(), known.to_behind_modal.sub("", match["modal"]), "should", leads=True)


def _performing(kind: Kind, match: re.Match[str], known: Words, leads: bool) -> Form:
    said = match[0].lower()
    verb = known.told("verbs", said) or said
    strength = STRENGTHS.get(known.told("strengths", verb), "should")
    if strength == "should" and leads and known.asked_to_consider.match(match.string, match.end()):
        strength = "consider"
    return Form(kind, *match.span(), verb, strength, leads)


def _leads(match: re.Match[str], known: Words) -> bool:
    """Whether a body recommends by it: "requested the Secretariat", not "at the request of" or "as recommended"."""
    text, start, end = match.string, *match.span()
    if not known.asks_now.match(match[0].lower().split()[0]):
        return False
    has_particle = known.ends_in_particle.search(text, start, end)
    if known.opens_clause.search(text, max(0, start - CLAUSE_BEFORE), start):
        return has_particle is not None or not known.behind_noun.match(text, end)
    if known.reported.search(text, max(0, start - WORDS_BEFORE), start):
        return False
    return has_particle is not None or known.opens_object.match(text, end) is not None
