"""Facets of a recommendation by transparent rules, each with the words that caused it.

Addressees, operative verb and strength, references and topics; what they are told from is in the module of each.
"""

from __future__ import annotations

from typing import NamedTuple

from wgtip_parse.index import wording
from wgtip_parse.index.facets import actors, addressees, operative, references
from wgtip_parse.index.facets.operative import Form
from wgtip_parse.index.facets.topics import Vocabulary
from wgtip_parse.index.model import Addressee, Operative, Reference, Strength, Topic
from wgtip_parse.index.statement import Statement

STATE_UNDER_REVIEW = "State under review"


class Facets(NamedTuple):
    """All facets of one recommendation."""

    addressees: tuple[Addressee, ...]
    operative: Operative | None
    strength: Strength | None
    topics: tuple[Topic, ...]
    references: tuple[Reference, ...]


def classify(statement: Statement, of_review: bool, vocabulary: Vocabulary) -> Facets:
    """The facets of a recommendation; `of_review` where a periodic review tells the State what to do."""
    text = statement.text
    form = operative.imperative(text, statement.lead) if of_review else None
    if form is None:
        forms = tuple(operative.forms(text))
        form = next((each for each in forms if each.leads), None)
        if form is None and wording.is_action(text[statement.lead :]) and not actors.is_known(text, statement.lead):
            form = operative.imperative(text, statement.lead)
        found = tuple(addressees.find(text, forms))
    else:
        found = ((STATE_UNDER_REVIEW, form.start, form.end),)
    return Facets(
        addressees=tuple(
            Addressee(value=value, evidence=text[start:end], span=statement.span(start, end))
            for value, start, end in found
        ),
        operative=_operative(statement, form),
        strength=form.strength if form else None,
        topics=tuple(
            Topic(id=topic, label=label, evidence=evidence) for topic, label, evidence in vocabulary.topics(text)
        ),
        references=tuple(
            Reference(kind=kind, text=text[start:end], target=target, span=statement.span(start, end))
            for kind, target, start, end in references.find(text)
        ),
    )


def _operative(statement: Statement, form: Form | None) -> Operative | None:
    if form is None:
        return None
    evidence = statement.text[form.start : form.end]
    return Operative(verb=form.verb, evidence=evidence, span=statement.span(form.start, form.end))
