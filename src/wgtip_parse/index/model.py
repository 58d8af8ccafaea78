"""The compiled index: frozen pydantic models, in the order and with the keys of the data contract."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from wgtip_parse.model import Node, Span, Subparagraph
from wgtip_parse.words import ENGLISH

Strength = Literal["should", "consider", "encourage", "invite", "imperative"]
Basis = Literal["label", "stem", "heading", "words"]
Position = Literal["supported", "noted", "pending"]
ReferenceKind = Literal["article", "resolution", "decision", "document", "agenda_item", "paragraph", "recommendation"]


class DocumentEntry(Node):
    """One document: a part of a draft report, or a final report or other paper; `date` is that of its masthead."""

    symbol: str | None
    name: str
    sha256: str
    role: Literal["part", "final"]
    title: str | None
    organ: str | None
    body: str | None
    date: str | None
    language: str = ENGLISH


class MeetingEntry(Node):
    """One meeting as its documents tell it; `ordinal` is 12 for the twelfth, dates are ISO 8601.

    The review of a State is a meeting of its own: `state` is its name.
    """

    id: str
    body: str | None
    organ: str | None
    state: str | None
    ordinal: int | None
    year: int | None
    place: str | None
    start: str | None
    end: str | None
    documents: tuple[DocumentEntry, ...]


class Addressee(Node):
    """Whom a recommendation asks to act, and the words that say so."""

    value: str
    evidence: str
    span: Span


class Operative(Node):
    """The verb by which a recommendation recommends, and the words it stands in."""

    verb: str
    evidence: str
    span: Span


class Topic(Node):
    """A topic of the vocabulary and the first words that caused it."""

    id: str
    label: str
    evidence: str


class Reference(Node):
    """What a recommendation refers to: the words, and their target in one form for all ways of writing it."""

    kind: ReferenceKind
    text: str
    target: str
    span: Span


class Similar(Node):
    """An earlier recommendation that says the same or nearly so; the score is of 100, exact means word for word.

    `shared` are the words that weigh most of those in both, `differing` those that only one has; `strength` is that of
    the earlier one where it is another.
    """

    id: str
    score: float
    exact: bool
    shared: tuple[str, ...]
    differing: tuple[str, ...]
    strength: Strength | None


class Related(Node):
    """An earlier recommendation on the same subject that does not ask the same; `shared` are the words that say so."""

    id: str
    score: float
    shared: tuple[str, ...]


class Deadline(Node):
    """By when something is to be done: the words, and as an ISO 8601 date, month or year where they say one."""

    text: str
    date: str | None


class Earlier(Node):
    """The same recommendation in a draft that the final report has replaced."""

    id: str
    document: str | None
    number: str | None
    text: str
    score: float


class Outcome(Node):
    """A paragraph of the deliberations that says that a recommendation on the matter was formulated."""

    document: str | None
    number: str | None
    text: str
    span: Span


class Place(Node):
    """Where a recommendation stands: its file, the span in the source text, its line and page counted from 1."""

    name: str
    sha256: str
    span: Span
    line: int
    page: int | None


class InLanguage(Node):
    """The same recommendation in another language: its words with their stem, and where they stand."""

    language: str
    number: str | None
    text: str
    name: str
    span: Span
    line: int


class Recommendation(Node):
    """One recommendation; `section` holds the titles above it from the outermost, `number` is "16 (a)" for an item.

    `stem` are the words that an item continues, which stand before the list: "The Committee recommends that …:".
    `basis` says by what it was taken: its label, the stem of its list, the heading above, or the words that ask. In a
    review `recommenders` ("from" in JSON) are the States that recommend, and `position` is what the State has said.
    `meeting` is None where its document is of none. `language` is that of its document (ISO 639-1), `languages` are the
    others in which it was compiled too.
    """

    model_config = ConfigDict(populate_by_name=True)

    id: str
    meeting: str | None
    document: str | None
    number: str | None
    section: tuple[str, ...]
    stem: str | None
    text: str
    subparagraphs: tuple[Subparagraph, ...]
    closing: str | None
    addressees: tuple[Addressee, ...]
    operative: Operative | None
    strength: Strength | None
    topics: tuple[Topic, ...]
    references: tuple[Reference, ...]
    similar: tuple[Similar, ...]
    same_subject: tuple[Related, ...]
    earlier: tuple[Earlier, ...]
    deliberations: tuple[Outcome, ...]
    basis: Basis
    deadline: Deadline | None
    recommenders: tuple[str, ...] = Field(validation_alias="from", serialization_alias="from")
    position: Position | None
    source: Place
    language: str = ENGLISH
    languages: tuple[InLanguage, ...] = ()


class PassedOver(Node):
    """What looked like a recommendation and was not taken, and why; `name` is that of its file."""

    document: str | None
    number: str | None
    text: str
    reason: str
    name: str
    span: Span
    line: int


class RecommendationIndex(Node):
    """All meetings by date and all recommendations, in the order of the meetings and their documents.

    `documents` are those that are of no meeting.
    """

    schema_version: Literal[1]
    meetings: tuple[MeetingEntry, ...]
    documents: tuple[DocumentEntry, ...]
    recommendations: tuple[Recommendation, ...]
    passed_over: tuple[PassedOver, ...]
