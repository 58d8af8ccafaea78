"""The tree of a report: frozen pydantic models, in the order and with the keys of the data contract."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Span = tuple[int, int]

# The language of an annex or note that is in another than its report; where there is none, the key is left out.
Another = Annotated[str | None, Field(exclude_if=lambda language: language is None)]


class Node(BaseModel):
    """What every part of the tree shares: it cannot be changed and knows no other keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class SourceInfo(Node):
    """Where the report came from; `sha256` is of the file's bytes, `language` an ISO 639-1 code."""

    name: str
    format: Literal["text", "word", "pdf", "html", "akn"]
    sha256: str
    language: str


class Meeting(Node):
    """Place and dates of the meeting as ISO 8601 dates; what is not printed is None."""

    place: str | None
    start: str | None
    end: str | None


class Masthead(Node):
    """The fields printed above the body (Editorial Manual, "Masthead"); what could not be placed is in `other`."""

    organ: str | None
    body: str | None
    symbol: str | None
    distribution: str | None
    date: str | None
    original_language: str | None
    session: str | None
    meeting: Meeting | None
    agenda_item: str | None
    title: str | None
    rapporteur: str | None
    addendum: bool
    job_number: str | None
    other: tuple[str, ...]


class Subparagraph(Node):
    """A lettered, numbered or bulleted item; `text` stands before its own first item, without the marker."""

    marker: str
    text: str
    subparagraphs: tuple[Subparagraph, ...]
    span: Span


class Block(Node):
    """A paragraph, a recommendation or other text; `closing` is what follows the block's last list.

    `quoted` says that it is another document's, and no word of the report's own.
    """

    kind: Literal["paragraph", "recommendation", "text"]
    number: str | None
    text: str
    subparagraphs: tuple[Subparagraph, ...]
    closing: str | None
    quoted: bool
    span: Span


class Section(Node):
    """A heading and what stands under it; level 1 is "I.", 2 "A.", 3 "1."; `quoted` as of a block."""

    number: str | None
    level: int
    title: str
    continued: bool
    quoted: bool
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    span: Span
    language: Another = None


class Footnote(Node):
    """A note: `anchor` is the offset of its mark in the text, `text` is None where the note itself is missing."""

    mark: str
    text: str | None
    anchor: int | None
    span: Span
    language: Another = None


class Report(Node):
    """One UN document as parsed."""

    schema_version: Literal[1]
    source: SourceInfo
    masthead: Masthead
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...]

    def every_section(self) -> Iterator[Section]:
        """The sections of all levels, in the order of the text."""
        return _every_section(self.sections)

    def every_block(self) -> Iterator[Block]:
        """The blocks of the whole report, in the order of the text."""
        yield from self.blocks
        for section in self.every_section():
            yield from section.blocks


def _every_section(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _every_section(section.sections)
