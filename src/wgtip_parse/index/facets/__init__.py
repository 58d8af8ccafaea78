"""Facets of a recommendation by transparent rules, each with the words that caused it.

Addressees, operative verb and strength, deadline, references and topics; what each is told from is in its own module.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wgtip_parse.index import addressees, operative, plainly, sentences
from wgtip_parse.index.actors import Named
from wgtip_parse.index.facets import deadline, references
from wgtip_parse.index.facets.topics import Vocabulary
from wgtip_parse.index.model import Addressee, Deadline, Operative, Reference, Strength, Topic
from wgtip_parse.index.operative import Form
from wgtip_parse.index.phrases import Chunker, tokens
from wgtip_parse.index.statement import Statement
from wgtip_parse.words import Words

LONGEST_TITLE = 80  # characters


class Facets(NamedTuple):
    """All facets of one recommendation."""

    addressees: tuple[Addressee, ...]
    operative: Operative | None
    strength: Strength | None
    topics: tuple[Topic, ...]
    references: tuple[Reference, ...]
    deadline: Deadline | None


def classify(
    statement: Statement,
    titles: Sequence[str],
    known: Words,
    of_review: bool,
    vocabulary: Vocabulary,
    state: str | None = None,
) -> Facets:
    """The facets of a recommendation below some titles.

    `of_review` where a review tells a State what to do, `state` is its name.
    """
    text = statement.text
    by_patterns = plainly.is_read_so(known)
    form = plainly.form_of(statement, known) if by_patterns else _form(statement, known, of_review)
    if by_patterns:
        found = plainly.addressees_of(statement, known)
    elif of_review:
        found = [Named(state or known.word("state_under_review"), *_whole(statement, form))]
    else:
        found = addressees.of_statement(text, statement.starts, statement.lead, known)
    return Facets(
        addressees=tuple(
            Addressee(value=value, evidence=text[start:end], span=statement.span(start, end))
            for value, start, end in found
        ),
        operative=_operative(statement, form),
        strength=form.strength if form else None,
        topics=tuple(
            Topic(**each._asdict())
            for each in (vocabulary.topics(text, titles) if vocabulary.language == known.language else ())
        ),
        references=tuple(
            Reference(kind=kind, text=text[start:end], target=target, span=statement.span(start, end))
            for kind, target, start, end in references.find(text, known)
        ),
        deadline=deadline.find(text, known),
    )


def _form(statement: Statement, known: Words, of_review: bool) -> Form | None:
    """The form by which a recommendation recommends: that of its stem, of its words, or what it begins with."""
    text = statement.text
    last, _ = sentences.last(text, 0, max(0, statement.lead - 1), known)
    begins = _behind_title(text, statement.lead, known)
    imperative = operative.imperative(text, begins, known)
    if imperative is None or not _orders(text, begins, imperative, known):
        return operative.leading(text, known, last) or (imperative if of_review else None)
    if of_review:
        return imperative
    sure = imperative.verb in known.known("base_verbs") and not known.is_told.match(text, imperative.end)
    first = sentences.first(text, begins, len(text), known)
    stem = operative.leading(text, known, last, statement.lead)
    own = operative.leading(text, known, *(first if sure else (statement.lead, None)))
    orders = sure and own is not None and own.start == begins
    if orders and not addressees.of_sentence(text, *first, known):  # "Encourage the use of bicycles"
        own = imperative
    asks = stem is not None and stem.leads and stem.kind != "need"
    return stem if asks else own or imperative


def _behind_title(text: str, lead: int, known: Words) -> int:
    """Where a recommendation begins behind a title in its line: "Training of judges. Train them all."."""
    start, end = sentences.first(text, lead, len(text), known)
    title = text[start:end]
    if end == len(text) or len(title) > LONGEST_TITLE or operative.leading(text, known, start, end):
        return lead
    imperative = operative.imperative(text, start, known)
    return lead if imperative and imperative.verb in known.known("base_verbs") else end + 1


def _orders(text: str, lead: int, imperative: Form, known: Words) -> bool:
    """Whether a text begins with what to do, and not with who may do it."""
    verb = imperative.verb
    if verb in known.known("base_verbs"):
        return True
    if verb in known.known("not_in_names") or known.thing.fullmatch(verb):  # "It is essential", "Training of judges"
        return False
    begins = Chunker(text, tokens(text, lead, len(text)), known).phrase(0)
    return not (begins and begins.acts)


def _whole(statement: Statement, form: Form | None) -> tuple[int, int]:
    """The words that tell of whom a review asks something: its verb, or where there is none its first letter."""
    return (form.start, form.end) if form else (statement.lead, statement.lead + 1)


def _operative(statement: Statement, form: Form | None) -> Operative | None:
    if form is None:
        return None
    evidence = statement.text[form.start : form.end]
    return Operative(verb=form.verb, evidence=evidence, span=statement.span(form.start, form.end))
