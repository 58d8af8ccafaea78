"""The units of a document: what is compared as one, in the order of the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from wgtip_parse.changes import Kind, Unit
from wgtip_parse.draft import Draft
from wgtip_parse.index.extraction import extract
from wgtip_parse.model import Block, Masthead, Section, Span, Subparagraph

BULLET = "•"
FIELDS = (
    "organ",
    "body",
    "symbol",
    "distribution",
    "date",
    "original_language",
    "session",
    "agenda_item",
    "title",
    "rapporteur",
    "job_number",
)


def units(drafts: Sequence[Draft]) -> tuple[list[Unit], list[Unit]]:
    """The units of all files of a side, one after another, and the items of its blocks."""
    found: list[Unit] = []
    items: list[Unit] = []
    for document, draft in enumerate(drafts):
        for each in _units(draft, document):
            if isinstance(each, _Block):
                items += each.items(len(found))
            found.append(each.unit if isinstance(each, _Block) else each)
    return found, items


class _Recommendations:
    """Where the recommendations of a document begin."""

    def __init__(self, draft: Draft) -> None:
        self._starts = sorted(each.span[0] for each in extract(draft.report, draft.source).recommendations)

    def any_in(self, span: Span) -> bool:
        """Whether one begins in a stretch of the text."""
        at = bisect_left(self._starts, span[0])
        return at < len(self._starts) and self._starts[at] < span[1]


class _Block:
    """A block as a unit, and its items."""

    def __init__(self, block: Block, document: int, recommendations: _Recommendations) -> None:
        self._block, self._document, self._recommendations = block, document, recommendations
        self.unit = self._unit()

    def _unit(self) -> Unit:
        block = self._block
        text, unspoken = block.text, []
        for marker, words in _lines(block.subparagraphs):
            start = len(text) + 1
            text += f"\n{marker} {words}"
            unspoken.append((start, start + len(marker)))
        if block.closing:
            text += f"\n{block.closing}"
        recommends = not block.quoted and self._recommendations.any_in(block.span)
        return Unit(
            block.kind,
            block.number,
            text,
            block.span,
            self._document,
            block.quoted,
            recommends,
            unspoken=tuple(unspoken),
        )

    def items(self, at: int) -> Iterator[Unit]:
        """The items of all depths; `at` is the place of the block on its side."""
        yield from self._items(self._block.subparagraphs, self._block.number or "", at)

    def _items(self, items: Sequence[Subparagraph], above: str, at: int) -> Iterator[Unit]:
        for item in items:
            number = f"{above} {_marker(item)}".strip()
            recommends = self.unit.recommends and self._recommendations.any_in(item.span)
            yield Unit("item", number, item.text, item.span, self._document, self._block.quoted, recommends, at)
            yield from self._items(item.subparagraphs, number, at)


def _units(draft: Draft, document: int) -> Iterator[Unit | _Block]:
    report = draft.report
    recommendations = _Recommendations(draft)
    if document == 0:  # that of another part says nothing of the whole
        yield from _fields(report.masthead, document)
    for block in report.blocks:
        yield _Block(block, document, recommendations)
    for section in report.every_section():
        if not (section.continued and document):
            yield _heading(section, document)
        for block in section.blocks:
            yield _Block(block, document, recommendations)
    for note in report.footnotes:
        if note.text is not None:
            yield Unit("footnote", note.mark, note.text, note.span, document)


def _fields(masthead: Masthead, document: int) -> Iterator[Unit]:
    values = [(name, getattr(masthead, name)) for name in FIELDS]
    if meeting := masthead.meeting:
        values.append(("meeting", ", ".join(filter(None, (meeting.place, meeting.start, meeting.end)))))
    values += [("other", line) for line in masthead.other]
    for name, value in values:
        if value:
            yield Unit("masthead", name, value, (0, 0), document)


def _heading(section: Section, document: int) -> Unit:
    kind: Kind = "heading"
    return Unit(kind, section.number, section.title or section.number or "", section.span, document, section.quoted)


def _lines(items: Sequence[Subparagraph]) -> Iterator[tuple[str, str]]:
    for item in items:
        yield _marker(item), item.text
        yield from _lines(item.subparagraphs)


def _marker(item: Subparagraph) -> str:
    if item.marker == BULLET:
        return BULLET
    return f"{item.marker}." if item.marker[:1].isdigit() else f"({item.marker})"
