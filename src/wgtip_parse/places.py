"""Places: where the numbers, titles, markers and masthead fields of a report stand in its source text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

Span = tuple[int, int]


class Placed(Protocol):
    """A section, block or subparagraph of the tree: known by where it begins, since no two begin in one place."""

    @property
    def span(self) -> Span:
        """From its number, label or first word to its last, half-open, in characters of the source text."""


@dataclass(frozen=True, slots=True)
class Places:
    """The spans of what the parser has seen, half-open, in characters of the source text.

    `numbers`, `titles` and `markers` are known by the offset at which their node begins; a title of several lines has
    one span from its first word to its last. `fields` are those of the masthead by their names in the data contract,
    those of the meeting as "meeting"; a field in several pieces (a name over two columns) has the span of each.
    """

    numbers: Mapping[int, Span] = field(default_factory=dict)
    titles: Mapping[int, Span] = field(default_factory=dict)
    markers: Mapping[int, Span] = field(default_factory=dict)
    fields: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    body: int = 0  # where the masthead ends and the body begins

    def number(self, node: Placed) -> Span | None:
        """The number of a section, or the number or label of a block; None where it has none."""
        return self.numbers.get(node.span[0])

    def title(self, node: Placed) -> Span | None:
        """The title of a section; None where it has none."""
        return self.titles.get(node.span[0])

    def marker(self, node: Placed) -> Span:
        """The marker of a subparagraph."""
        return self.markers[node.span[0]]

    def of_field(self, name: str) -> Span | None:
        """The first piece of a field of the masthead; None where it is not printed."""
        pieces = self.fields.get(name)
        return pieces[0] if pieces else None
