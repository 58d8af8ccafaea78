"""Diagnostics at their places in files: what `wgtip check` writes, its keys in the order of the data contract."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol

from pydantic import RootModel

from wgtip_parse.diagnostics import Diagnostic, Fix, Severity
from wgtip_parse.excerpt import Excerpt, excerpt
from wgtip_parse.model import Node, Span
from wgtip_parse.source import Source
from wgtip_parse.where import NOWHERE, Where

LONGEST_EXCERPT = 160  # characters: more than most terminals show of a line
NEIGHBOURS = 3  # words on either side by which a finding is known again in a text that has changed
LONGEST_HEADING = 60  # characters of a heading that are shown with a finding
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

    `where` is how people find it; `page` is of a paged document, `paragraph` of a Word file: its number in the body.
    Only plain text has a `fix`, because its offsets would lead nowhere in the bytes of another file.

    `excerpt` is the line of the first character, cut at words, and `caret` where in it the finding stands, half-open;
    `fingerprint` is of the words, whatever their line.
    """

    path: str
    format: str
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
    caret: Span
    where: Where
    fix: PlacedFix | None
    source: str
    fingerprint: str

    @property
    def place(self) -> str:
        """Path, line and column; of a file whose lines nobody sees first what is printed there."""
        told = self.told
        at = f"{self.line}:{self.column}"
        return f"{self.path}: {told} (line {at})" if told else f"{self.path}:{at}"

    @property
    def sentence(self) -> str:
        """Message and hint in one line for outputs that show the place themselves, but not that in words."""
        return ": ".join(part for part in (self.told, self.message, self.hint) if part)

    @property
    def told(self) -> str:
        """Page, paragraph and heading of a finding in a file whose lines nobody sees; nothing of one in plain text."""
        if self.format == "text":
            return ""
        number = self.where.number
        parts = [
            "" if self.page is None else f"page {self.page}",
            f"paragraph {number}" if number and number[0].isdigit() else number or "",
            f"“{excerpt(self.where.heading, (0, 1), LONGEST_HEADING).text}”" if self.where.heading else "",
        ]
        if not any(parts) and self.paragraph is not None:
            parts = [f"block {self.paragraph}"]  # of the body of a Word file, counted from its beginning
        return ", ".join(part for part in parts if part)


class Diagnostics(RootModel[tuple[Placed, ...]]):
    """All findings of a check, by path and place."""


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By place, and at the same place by code."""
    return sorted(diagnostics, key=lambda each: (each.span, each.code, each.message))


def place(
    source: Source,
    diagnostics: Iterable[Diagnostic],
    known: Mapping[str, Described],
    where: Callable[[int], Where] = lambda _: NOWHERE,
) -> Iterator[Placed]:
    """The diagnostics of one document in the order of their places, each with what its code stands for.

    `where` tells of an offset how people find it; what is no report has no such places.
    """
    seen: Counter[str] = Counter()
    for diagnostic in in_order(diagnostics):
        words = _fingerprint(source.text, diagnostic)
        seen[words] += 1
        described = known[diagnostic.code]
        start, end = (source.position(offset) for offset in diagnostic.span)
        shown = _excerpt(source.text, diagnostic.span)
        yield Placed(
            path=source.name,
            format=source.format,
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
            excerpt=shown.text,
            caret=shown.span,
            where=where(diagnostic.span[0]),
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


def _excerpt(text: str, span: Span) -> Excerpt:
    """The line of the first character, as far as the finding stands in it."""
    start = text.rfind("\n", 0, span[0]) + 1
    end = text.find("\n", span[0])
    line = text[start : len(text) if end < 0 else end]
    return excerpt(line, (span[0] - start, min(span[1] - start, len(line))), LONGEST_EXCERPT)


def _fingerprint(text: str, diagnostic: Diagnostic) -> str:
    start, end = diagnostic.span
    before = text[max(0, start - NEAR) : start].rpartition(BLANK_LINE)[2].rsplit(None, NEIGHBOURS)[-NEIGHBOURS:]
    after = text[end : end + NEAR].partition(BLANK_LINE)[0].split(None, NEIGHBOURS)[:NEIGHBOURS]
    words = [diagnostic.code, *before, "[", *text[start : min(end, start + LONGEST)].split(), "]", *after]
    return hashlib.sha256(" ".join(words).encode("utf-8", "replace")).hexdigest()[:16]
