"""The compiled index: frozen pydantic models, in the order and with the keys of the data contract."""

from __future__ import annotations

from typing import Literal

from wgtip_parse.model import Node, Span, Subparagraph

Strength = Literal["should", "consider", "encourage", "invite", "imperative"]
ReferenceKind = Literal["article", "resolution", "decision", "document", "agenda_item", "paragraph", "recommendation"]


class DocumentEntry(Node):
    """One document of a meeting: a part of the draft report, or a final report."""

    symbol: str | None
    name: str
    sha256: str
    role: Literal["part", "final"]


class MeetingEntry(Node):
    """One meeting as its documents tell it; `ordinal` is 12 for the twelfth, dates are ISO 8601."""

    id: str
    body: str | None
    organ: str | None
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
    """An earlier recommendation that says the same or nearly so; the score is of 100, exact means word for word."""

    id: str
    score: float
    exact: bool


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


class Recommendation(Node):
    """One recommendation; `section` holds the titles above it from the outermost, `number` is "16 (a)" for an item.

    `stem` are the words that an item continues, which stand before the list: "The Committee recommends that …:".
    """

    id: str
    meeting: str
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
    earlier: tuple[Earlier, ...]
    deliberations: tuple[Outcome, ...]
    source: Place


class RecommendationIndex(Node):
    """All meetings by date and all their recommendations, in the order of the meetings and their documents."""

    schema_version: Literal[1]
    meetings: tuple[MeetingEntry, ...]
    recommendations: tuple[Recommendation, ...]
