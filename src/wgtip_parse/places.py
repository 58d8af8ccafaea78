"""Places: where the numbers, titles, markers, words and masthead fields of a report stand in its source text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wgtip_parse.model import Block, Section, Span, Subparagraph

    Spans = Mapping[int, Span]  # by where the part of the tree begins that they belong to


@dataclass(frozen=True, slots=True)
class Places:
    """What the parser has seen, and where: spans are half-open, in characters of the source text.

    A place is from the first word to the last: white space, footnote marks and the asterisks of italics at its ends
    are left out. Whoever asks has looked at the tree: what is None or empty there has no place.

    `fields` are those of the masthead by their names in the data contract ("meeting" as a whole), and "organization",
    the words "United Nations". The place of a field is that of its value, without "Distr.:" or "Original:"; a field in
    several cells or lines has one for each. `body` is where the masthead ends and the body begins.
    """

    numbers: Spans = field(default_factory=dict)
    titles: Spans = field(default_factory=dict)
    continued: Spans = field(default_factory=dict)
    markers: Spans = field(default_factory=dict)
    words: Spans = field(default_factory=dict)
    closings: Spans = field(default_factory=dict)
    fields: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    body: int = 0

    def number_of(self, part: Section | Block) -> Span:
        """The number as printed: "Annex II", "12", "6 bis", of a recommendation the figure.

        It stands before its part, not in it, where a rendering has printed it away from its words.
        """
        return self.numbers[part.span[0]]

    def label_of(self, block: Block) -> Span:
        """From where a block with a number begins to the end of that: "Recommendation 12"."""
        return block.span[0], self.number_of(block)[1]

    def title_of(self, section: Section) -> Span:
        """The title of a section, on however many lines."""
        return self.titles[section.span[0]]

    def continued_of(self, section: Section) -> Span:
        """The "(continued)" behind the title of a section."""
        return self.continued[section.span[0]]

    def heading_of(self, section: Section) -> Span:
        """A heading from where it begins to the end of its title, or of its number where it has no title."""
        start = section.span[0]
        last = self.titles.get(start) or self.numbers.get(start) or self.continued.get(start) or (start, start + 1)
        return start, max(last[1], start + 1)

    def marker_of(self, item: Subparagraph) -> Span:
        """The marker of a subparagraph, "(a)" or "•", or "1" in an agenda; it may stand where a number may."""
        return self.markers[item.span[0]]

    def words_of(self, part: Block | Subparagraph) -> Span:
        """The text of a block or subparagraph, without that of its items; of a cell, with what stands beside it."""
        return self.words[part.span[0]]

    def closing_of(self, block: Block) -> Span:
        """What closes a block behind its last list."""
        return self.closings[block.span[0]]

    def pieces_of(self, name: str) -> tuple[Span, ...]:
        """The places of a field of the masthead; none where it is not printed."""
        return self.fields.get(name, ())
