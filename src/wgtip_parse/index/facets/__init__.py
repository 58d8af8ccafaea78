"""Facets of a recommendation by transparent rules, each with the words that caused it.

Addressees, operative verb and strength, references and topics; what they are told from is in the module of each.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wgtip_parse.index import wording
from wgtip_parse.index.facets import actors, addressees, operative, references
from wgtip_parse.index.facets.operative import Form
from wgtip_parse.index.facets.topics import Vocabulary
from wgtip_parse.index.model import Addressee, Operative, Reference, Strength, Topic
from wgtip_parse.index.statement import Statement
from wgtip_parse.words import Words


class Facets(NamedTuple):
    """All facets of one recommendation."""

    addressees: tuple[Addressee, ...]
    operative: Operative | None
    strength: Strength | None
    topics: tuple[Topic, ...]
    references: tuple[Reference, ...]


def classify(
    statement: Statement, titles: Sequence[str], known: Words, of_review: bool, vocabulary: Vocabulary
) -> Facets:
    """The facets of a recommendation below some titles; `of_review` where a periodic review tells the State to act."""
    text = statement.text
    form, found = _told(statement, known, of_review)
    return Facets(
        addressees=tuple(
            Addressee(value=value, evidence=text[start:end], span=statement.span(start, end))
            for value, start, end in found
        ),
        operative=_operative(statement, form),
        strength=form.strength if form else None,
        topics=tuple(Topic(**each._asdict()) for each in vocabulary.topics(text, titles)),
        references=tuple(
            Reference(kind=kind, text=text[start:end], target=target, span=statement.span(start, end))
            for kind, target, start, end in references.find(text, known)
        ),
    )


def _told(statement: Statement, known: Words, of_review: bool) -> tuple[Form | None, tuple[addressees.Found, ...]]:
    """The form by which a recommendation recommends, and whom it addresses."""
    text = statement.text
    form = operative.imperative(text, statement.lead, known) if of_review else None
    if form is not None:
        return form, ((known.word("state_under_review"), form.start, form.end),)
    forms = tuple(operative.forms(text, known))
    leading = next((each for each in forms if each.leads), None) or _imperative(statement, known)
    return leading, tuple(addressees.find(text, forms, known))


def _imperative(statement: Statement, known: Words) -> Form | None:
    """The form of a recommendation that says what to do and not who."""
    is_action = wording.is_action(statement.text[statement.lead :], known)
    if not is_action or actors.is_known(statement.text, statement.lead, known):
        return None
    return operative.imperative(statement.text, statement.lead, known)


def _operative(statement: Statement, form: Form | None) -> Operative | None:
    if form is None:
        return None
    evidence = statement.text[form.start : form.end]
    return Operative(verb=form.verb, evidence=evidence, span=statement.span(form.start, form.end))
