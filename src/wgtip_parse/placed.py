"""Diagnostics at their places in files: what `wgtip check` writes, its keys in the order of the data contract."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from pydantic import RootModel

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.model import Node
from wgtip_parse.source import Source

BEFORE, AFTER = 30, 44  # characters of a line that an excerpt shows before and from the first character of a finding
NEIGHBOURS = 3  # words on either side by which a finding is known again in a text that has changed
BLANK_LINE = "\n\n"  # behind it stands another block, which may be a new one
NEAR = 100  # characters in which those words are looked for
LONGEST = 400  # characters of a finding that are looked at for that


class Described(Protocol):
    """What a code stands for. `page` is what users read about it; `citation` names the norm."""

    @property
    def code(self) -> str:
        """The code, a letter and three digits."""

    @property
    def name(self) -> str:
        """The fault in words joined by hyphens."""

    @property
    def severity(self) -> Severity:
        """How much it matters as a rule."""

    @property
    def citation(self) -> str:
        """Where the norm is written."""

    @property
    def page(self) -> str:
        """The norm, why, a bad and a good example."""


class PlacedEdit(Node):
    """An edit in offsets and, for editors, in lines and columns; the end is the first character that stays."""

    start: int
    end: int
    text: str
    line: int
    column: int
    end_line: int
    end_column: int


class PlacedFix(Node):
    """The edits that cure a finding together; `safe` where they cannot change what the draft says."""

    safe: bool
    edits: tuple[PlacedEdit, ...]


class Placed(Node):
    """One finding: lines and columns count characters from 1; `source` cites the norm.

    `page` is of a paged document, `paragraph` of a Word file: its number in the body. Only plain text has a `fix`,
    because its offsets would lead nowhere in the bytes of another file.

    `excerpt` is the line of the first character, cut to a window; `fingerprint` is of the words, whatever their line.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    page: int | None
    paragraph: int | None
    code: str
    name: str
    severity: Severity
    message: str
    hint: str | None
    excerpt: str
    fix: PlacedFix | None
    source: str
    fingerprint: str

    @property
    def caret(self) -> tuple[int, int]:
        """Where in the excerpt the finding stands, half-open and never empty."""
        start = min(self.column - 1, BEFORE)
        length = self.end_column - self.column if self.end_line == self.line else len(self.excerpt)
        return start, max(start + 1, min(start + length, len(self.excerpt)))


class Diagnostics(RootModel[tuple[Placed, ...]]):
    """All findings of a check, by path and place."""


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By place, and at the same place by code."""
    return sorted(diagnostics, key=lambda each: (each.span, each.code, each.message))


def place(source: Source, diagnostics: Iterable[Diagnostic], known: Mapping[str, Described]) -> Iterator[Placed]:
    """The diagnostics of one document in the order of their places, each with what its code stands for."""
    seen: Counter[str] = Counter()
    for diagnostic in in_order(diagnostics):
        words = _fingerprint(source.text, diagnostic)
        seen[words] += 1
        described = known[diagnostic.code]
        start, end = (source.position(offset) for offset in diagnostic.span)
        yield Placed(
            path=source.name,
            line=start.line,
            column=start.column,
            end_line=end.line,
            end_column=end.column,
            page=start.page,
            paragraph=start.paragraph,
            code=diagnostic.code,
            name=described.name,
            severity=diagnostic.severity,
            message=diagnostic.message,
            hint=diagnostic.hint,
            excerpt=_excerpt(source.text, diagnostic.span[0]),
            fix=_placed_fix(source, diagnostic.fix) if diagnostic.fix and source.format == "text" else None,
            source=described.citation,
            fingerprint=words if seen[words] == 1 else f"{words}-{seen[words]}",
        )


def _placed_fix(source: Source, fix: Fix) -> PlacedFix:
    edits = []
    for edit in fix.edits:
        start, end = source.position(edit.start), source.position(edit.end)
        edits.append(
            PlacedEdit(
                start=edit.start,
                end=edit.end,
                text=edit.text,
                line=start.line,
                column=start.column,
                end_line=end.line,
                end_column=end.column,
            )
        )
    return PlacedFix(safe=fix.safe, edits=tuple(edits))


def _excerpt(text: str, offset: int) -> str:
    start = max(text.rfind("\n", 0, offset) + 1, offset - BEFORE)
    end = text.find("\n", offset, offset + AFTER)
    return text[start : offset + AFTER if end < 0 else end]


def _fingerprint(text: str, diagnostic: Diagnostic) -> str:
    start, end = diagnostic.span
    before = text[max(0, start - NEAR) : start].rpartition(BLANK_LINE)[2].split()[-NEIGHBOURS:]
    after = text[end : end + NEAR].partition(BLANK_LINE)[0].split()[:NEIGHBOURS]
    words = [diagnostic.code, *before, "[", *text[start : min(end, start + LONGEST)].split(), "]", *after]
    return hashlib.sha256(" ".join(words).encode("utf-8", "replace")).hexdigest()[:16]
