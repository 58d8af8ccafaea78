"""A report as Markdown: headings, paragraphs behind their numbers, items set in, footnotes at the end.

The norm is CommonMark 0.31. What could be mark-up in a document is escaped, so that a reader sees what was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wgtip_parse.emitters.markdown import INDENT, escaped
from wgtip_parse.model import Block, Report, Section, Subparagraph

DEEPEST = 6  # levels of headings that Markdown has
BULLET = "•"


def emit_markdown(report: Report) -> Iterator[bytes]:
    """The whole report."""
    head = report.masthead
    yield f"# {escaped(head.title or head.symbol or 'Report')}\n".encode()
    if head.symbol and head.title:
        yield f"\n{escaped(head.symbol)}\n".encode()
    yield from _blocks(report.blocks)
    for section in report.sections:
        yield from _section(section)
    for note in report.footnotes:
        yield f"\n<sup>{escaped(note.mark)}</sup> {escaped(note.text or '')}\n".encode("utf-8", "replace")


def _section(section: Section) -> Iterator[bytes]:
    title = (
        f"{section.number}. {section.title}" if section.number and section.title else section.number or section.title
    )
    yield f"\n{'#' * min(section.level + 1, DEEPEST)} {escaped(title)}\n".encode("utf-8", "replace")
    yield from _blocks(section.blocks)
    for below in section.sections:
        yield from _section(below)


def _blocks(blocks: Iterable[Block]) -> Iterator[bytes]:
    for block in blocks:
        label = "" if block.number is None else f"**{block.kind.capitalize()} {escaped(block.number)}.** "
        number = f"{escaped(f'{block.number}.')} " if block.kind == "paragraph" and block.number else label
        yield f"\n{number}{escaped(block.text)}\n".encode("utf-8", "replace")
        yield from _items(block.subparagraphs, 1)
        if block.closing:
            yield f"\n{escaped(block.closing)}\n".encode("utf-8", "replace")


def _items(items: Iterable[Subparagraph], depth: int) -> Iterator[bytes]:
    for item in items:
        marker = BULLET if item.marker == BULLET else f"({item.marker})"
        yield f"\n{INDENT * depth}{escaped(f'{marker} {item.text}')}\n".encode("utf-8", "replace")
        yield from _items(item.subparagraphs, depth + 1)
