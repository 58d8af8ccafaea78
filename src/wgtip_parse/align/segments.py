"""The segments of a document in the order of its text, each block with what stands inside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wgtip_parse.draft import Draft
from wgtip_parse.model import Block, Footnote, Masthead, Section, Span, Subparagraph
from wgtip_parse.translations import Segment

FIELDS = ("organ", "body", "session", "agenda_item", "title", "rapporteur")  # what is in words, and so translated


class Whole(NamedTuple):
    """A heading or block, and the segments of its items and its closing."""

    head: Segment
    inside: tuple[Segment, ...] = ()

    @property
    def length(self) -> int:
        """How many characters it has in all."""
        return len(self.head.text) + sum(len(each.text) for each in self.inside)

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join((self.head.text, *(each.text for each in self.inside)))


class Segments(NamedTuple):
    """A document in segments: by name the fields of the masthead; headings and blocks, and behind them the notes."""

    fields: dict[str, Segment]
    body: tuple[Whole, ...]


def segments(draft: Draft) -> Segments:
    """The segments of a document."""
    report = draft.report
    body = [*map(_block, report.blocks)]
    for section in report.every_section():
        body.append(_heading(section))
        body += map(_block, section.blocks)
    notes = [_note(note) for note in report.footnotes if note.text]
    return Segments(_fields(report.masthead), (*_with_notes(body, notes),))


def _with_notes(body: list[Whole], notes: list[Whole]) -> Iterator[Whole]:
    """The notes behind the text, in order with the unnumbered lines that end it, which may be notes as well."""
    end = len(body)
    while end and body[end - 1].head.kind == "text":
        end -= 1
    yield from body[:end]
    yield from sorted((*body[end:], *notes), key=lambda each: each.head.span)


def _fields(masthead: Masthead) -> dict[str, Segment]:
    values = ((name, getattr(masthead, name)) for name in FIELDS)
    return {name: Segment("masthead", name, value, (0, 0)) for name, value in values if value}


def _heading(section: Section) -> Whole:
    title = section.title or section.number or ""
    return Whole(Segment("heading", section.number, title, section.span, section.level, section.quoted))


def _block(block: Block) -> Whole:
    head = Segment(block.kind, block.number, block.text, block.span, 0, block.quoted)
    inside = [*_items(block.subparagraphs, block.number or "", 1, quoted=block.quoted)]
    if block.closing:
        inside.append(Segment("closing", block.number, block.closing, _behind(block), 0, block.quoted))
    return Whole(head, tuple(inside))


def _items(items: Sequence[Subparagraph], above: str, depth: int, *, quoted: bool) -> Iterator[Segment]:
    for item in items:
        number = f"{above} ({item.marker})".strip()
        yield Segment("item", number, item.text, item.span, depth, quoted, item.marker)
        yield from _items(item.subparagraphs, number, depth + 1, quoted=quoted)


def _behind(block: Block) -> Span:
    return (block.subparagraphs[-1].span[1] if block.subparagraphs else block.span[0], block.span[1])


def _note(note: Footnote) -> Whole:
    return Whole(Segment("footnote", note.mark, note.text or "", note.span))
