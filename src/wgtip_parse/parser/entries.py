"""Entries: what the outline makes of the logical lines, headings and blocks."""

from __future__ import annotations

from dataclasses import dataclass, field

from wgtip_parse.parser.folding import Logical


@dataclass(slots=True)
class Heading:
    """A heading: its number as printed, level, and the pieces of its title."""

    level: int
    number: str | None
    logical: Logical
    pieces: list[tuple[int, int]]
    continued: tuple[int, int] | None = None


@dataclass(slots=True)
class Part:
    """A block: a numbered paragraph, a recommendation or other text, with the logical lines that belong to it."""

    kind: str
    number: str | None
    logical: Logical
    pieces: list[tuple[int, int]]
    numbered_items: list[Logical] = field(default_factory=list)
    closing: Logical | None = None
    listed: bool = False

    @property
    def label_end(self) -> int:
        """Where the number or label ends and the words begin; to be asked before the list stack takes the items out."""
        return min(self.pieces[0][0], self.logical.end) if self.pieces else self.logical.end
