"""The rows of the database: what each of its tables says of an index."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from json.encoder import encode_basestring

from wgtip_parse.index.extraction import whole_text
from wgtip_parse.index.model import DocumentEntry, MeetingEntry, Recommendation, RecommendationIndex, Similar
from wgtip_parse.index.spelling import counted, other_forms
from wgtip_parse.words import words

SEPARATOR = " › "  # between the titles of the headings above a recommendation

Row = tuple[object, ...]
Rows = Iterator[tuple[str, Iterable[Row]]]
Numbered = Sequence[tuple[int, Recommendation]]
Placed = Sequence[tuple[MeetingEntry | None, DocumentEntry]]
Keys = Mapping[str, int]


def tables(index: RecommendationIndex) -> Rows:
    """The rows of each table, in an order in which nothing refers to what is not there yet."""
    keys = {each.id: key for key, each in enumerate(index.recommendations, start=1)}
    placed: list[tuple[MeetingEntry | None, DocumentEntry]]
    placed = [*((meeting, each) for meeting in index.meetings for each in meeting.documents)]
    placed += ((None, each) for each in index.documents)
    documents = {(each.name, each.sha256): key for key, (_, each) in enumerate(placed, start=1)}
    numbered = [*zip(keys.values(), index.recommendations, strict=True)]
    yield "meeting", (_meeting(position, each) for position, each in enumerate(index.meetings, start=1))
    yield "document", (_document(documents[each.name, each.sha256], of, each) for of, each in placed)
    yield "recommendation", _recommendations(numbered, placed, documents)
    yield "topic", sorted({(topic.id, topic.label) for each in index.recommendations for topic in each.topics})
    yield from _facets(numbered)
    yield from _relatives(numbered, keys)
    yield (
        "passed_over",
        (
            (key, each.document, each.number, each.text, each.reason, each.name, each.line, *each.span)
            for key, each in enumerate(index.passed_over, start=1)
        ),
    )
    yield "word", counted(_searched(each) for each in index.recommendations)


def _meeting(position: int, each: MeetingEntry) -> Row:
    of = (each.body, each.organ, each.ordinal, each.year, each.place, each.start, each.end, each.state)
    return (each.id, position, *of)


def _document(key: int, meeting: MeetingEntry | None, each: DocumentEntry) -> Row:
    own = (each.symbol, each.name, each.sha256, each.role, each.title, each.organ, each.body, each.date, each.language)
    return (key, meeting.id if meeting else None, *own)


def _recommendations(numbered: Numbered, placed: Placed, documents: Mapping[tuple[str, str], int]) -> Iterator[Row]:
    named = [_names(meeting, document) for meeting, document in placed]
    for key, each in numbered:
        document = documents[each.source.name, each.source.sha256]
        found_by = " ".join((each.id, *_number(each), *named[document - 1], *_others(each)))
        yield (key, each.id, each.meeting, document, *_words(each), *_place(each), *_state(each), found_by)


def _words(each: Recommendation) -> Row:
    said = (each.operative.verb, each.operative.evidence) if each.operative else (None, None)
    return (each.number, SEPARATOR.join(each.section), each.stem, _text(each), *said, each.strength)


def _place(each: Recommendation) -> Row:
    return (each.source.line, each.source.page, *each.source.span)


def _state(each: Recommendation) -> Row:
    deadline = (each.deadline.text, each.deadline.date) if each.deadline else (None, None)
    return (each.basis, *deadline, each.position, each.language)


def _names(meeting: MeetingEntry | None, document: DocumentEntry) -> tuple[str, ...]:
    """What a document and its meeting are known by: symbol, body, State, year, place; its title where it is of none."""
    body, organ = document.body, document.organ
    year = document.date[:4] if document.date else None
    of: tuple[object, ...] = (document.title,)
    if meeting is not None:
        body, organ, year = meeting.body, meeting.organ, str(meeting.year) if meeting.year else year
        of = (meeting.state, meeting.place)
    return tuple(str(each) for each in (document.symbol, body or organ, year, *of) if each)


def _number(each: Recommendation) -> Iterator[str]:
    """Its number as people cite it: "recommendation 140.10", "para 140.10"."""
    if each.number is not None:
        yield from (f"{called} {each.number}" for called in words().listed("called"))


def _others(each: Recommendation) -> Iterator[str]:
    """Other forms of its words, those of its other languages, and targets of references that are not written so."""
    searched = _searched(each)
    yield from dict.fromkeys(other_forms(searched))
    for other in each.languages:
        yield from (other.text, *dict.fromkeys(other_forms(other.text)))
    yield from dict.fromkeys(said.target for said in each.references if said.target not in searched)


def _searched(each: Recommendation) -> str:
    return " ".join((_text(each), *each.section, each.stem or ""))


def _text(each: Recommendation) -> str:
    return whole_text(each.text, each.subparagraphs, each.closing)


def _facets(numbered: Numbered) -> Rows:
    """The tables that say more of each recommendation, a row for each thing said."""
    yield (
        "addressee",
        _said(numbered, lambda each: ((said.value, said.evidence, *said.span) for said in each.addressees)),
    )
    yield "recommendation_topic", ((key, topic.id, topic.evidence) for key, each in numbered for topic in each.topics)
    yield (
        "reference",
        _said(numbered, lambda each: ((said.kind, said.text, said.target, *said.span) for said in each.references)),
    )
    yield "recommender", _said(numbered, lambda each: ((state,) for state in each.recommenders))
    yield (
        "draft",
        _said(
            numbered,
            lambda each: ((said.id, said.document, said.number, said.text, said.score) for said in each.earlier),
        ),
    )
    yield (
        "in_language",
        _said(
            numbered,
            lambda each: ((said.language, said.number, said.text, said.name, said.line) for said in each.languages),
        ),
    )
    yield (
        "deliberation",
        _said(
            numbered,
            lambda each: ((said.document, said.number, said.text, *said.span) for said in each.deliberations),
        ),
    )


def _relatives(numbered: Numbered, keys: Keys) -> Rows:
    """The tables that link a recommendation to earlier ones."""
    yield "said_before", _said(numbered, lambda each: (_similar(said, keys) for said in each.similar))
    yield (
        "same_subject",
        _said(numbered, lambda each: ((keys[said.id], said.score, _listed(said.shared)) for said in each.same_subject)),
    )


def _similar(said: Similar, keys: Keys) -> Row:
    return (keys[said.id], said.score, said.exact, _listed(said.shared), _listed(said.differing), said.strength)


def _said(numbered: Numbered, things: Callable[[Recommendation], Iterable[Row]]) -> Iterator[Row]:
    """A row for each thing said of each recommendation, with its key and the place of the thing among its like."""
    return ((key, at, *row) for key, each in numbered for at, row in enumerate(things(each), start=1))


def _listed(words: Sequence[str]) -> str:
    """Words as a JSON array; to make an encoder for each would take five times as long."""
    return f"[{', '.join(map(encode_basestring, words))}]"
