"""The tree of a report in Akoma Ntoso: sections, paragraphs, points, and notes where their marks stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from lxml import etree

from wgtip_parse.emitters.akn.elements import Identifiers, own, within, written
from wgtip_parse.emitters.akn.identity import TOOL
from wgtip_parse.emitters.word.notes import Anchored, Leaf
from wgtip_parse.model import Block, Footnote, Report, Section, Span, Subparagraph
from wgtip_parse.places import Places

LONGEST_LABEL = 24  # characters that may stand before a number where it is printed: "Recommendation 51:"


class Writer:
    """Writes the parts of a tree in the order of the text."""

    def __init__(
        self, text: str, report: Report, places: Places, leaves: Sequence[Leaf], recommended: Iterable[Span]
    ) -> None:
        self.text = text
        self.report = report
        self.places = places
        spans = (places.words, places.titles, places.closings)
        starts = [span[0] for each in spans for span in each.values()]
        self.notes = Anchored(text, leaves, report.footnotes, starts)
        self.identifiers = Identifiers()
        parts = sorted(_starts(report))
        found = (bisect_right(parts, span[0]) - 1 for span in recommended)
        self.recommended = {parts[at] for at in found if at >= 0}

    def body(self, document: etree._Element) -> None:
        """The main body; without any words it is one empty paragraph."""
        made = within(document, "mainBody", eId="body")
        self._blocks(made, "", self.report.blocks)
        for section in self.report.sections:
            self._section(made, "", section)
        if not len(made):
            within(made, "p")

    def loose_notes(self, meta: etree._Element) -> None:
        """The notes whose mark stands in no words of the body."""
        if not self.notes.loose:
            return
        notes = within(meta, "notes", source=TOOL)
        meta.insert(2, notes)  # between references and proprietary
        for note in self.notes.loose:
            self._note(notes, "note", note)

    def _section(self, parent: etree._Element, above: str, section: Section) -> None:
        eid = self.identifiers.give(above, "sec", section.number)
        made = within(parent, "section", eId=eid, class_="quoted" if section.quoted else None)
        said = section.model_dump(include={"number", "level", "continued", "quoted", "language"})
        own(made, **said, span=_span(section.span))
        title = self.places.titles.get(section.span[0])
        if section.number is not None:
            end = title[0] if title else section.span[0]
            within(made, "num", self._printed(section.span[0], end, section.number, f"{section.number}."))
        heading = within(made, "heading", class_=f"H{section.level}")
        self._words(heading, section.title, title)
        if section.continued and (printed := self.places.continued.get(section.span[0])):
            within(heading, "inline", self.text[slice(*printed)], name="continued")
        self._blocks(made, eid, section.blocks)
        for each in section.sections:
            self._section(made, eid, each)

    def _blocks(self, parent: etree._Element, above: str, blocks: Iterable[Block]) -> None:
        for block in blocks:
            eid = self.identifiers.give(above, "para", block.number)
            named = " ".join(filter(None, (block.kind, "quoted" if block.quoted else "")))
            made = within(parent, "paragraph", eId=eid, class_=named, refersTo=self._refers(block))
            own(made, number=block.number, quoted=block.quoted, span=_span(block.span))
            if block.number is not None:
                usual = f"{block.number}." if block.kind == "paragraph" else block.number
                words = self.places.words.get(block.span[0], (block.span[0], 0))
                within(made, "num", self._printed(block.span[0], words[0], block.number, usual))
            self._inside(made, eid, block, block.closing)

    def _inside(self, made: etree._Element, eid: str, part: Block | Subparagraph, closing: str | None) -> None:
        """The words of a part, and the list that follows them with what closes it."""
        words = self.places.words.get(part.span[0]) if part.text else None  # else they are those of its first item
        if not part.subparagraphs and closing is None:
            content = within(made, "content", eId=f"{eid}__content")
            self._words(within(content, "p"), part.text, words)
            return
        listed = within(made, "list", eId=f"{eid}__list")
        intro = within(listed, "intro", eId=f"{eid}__list__intro")
        self._words(within(intro, "p"), part.text, words)
        for item in part.subparagraphs:
            self._point(listed, f"{eid}__list", item)
        if closing is not None:
            wrap = within(listed, "wrapUp", eId=f"{eid}__list__wrapup")
            self._words(within(wrap, "p"), closing, self.places.closings.get(part.span[0]))

    def _point(self, parent: etree._Element, above: str, item: Subparagraph) -> None:
        eid = self.identifiers.give(above, "point", item.marker)
        made = within(parent, "point", eId=eid, refersTo=self._refers(item))
        own(made, marker=item.marker, span=_span(item.span))
        start, end = self.places.markers.get(item.span[0], (0, 0))
        usual = f"({item.marker})" if item.marker.isalnum() else item.marker
        words = self.places.words.get(item.span[0], (end, 0))
        within(made, "num", self._printed(start, words[0], item.marker, usual))
        self._inside(made, eid, item, None)

    def _words(self, element: etree._Element, words: str, span: Span | None) -> None:
        """Words with the notes whose marks stand in them."""
        last: etree._Element | None = None
        for piece, note in self.notes.cut(words, span):
            if last is None:
                element.text = written(piece) or None
            else:
                last.tail = written(piece) or None
            if note is not None:
                last = self._note(element, "authorialNote", note)

    def _note(self, parent: etree._Element, name: str, note: Footnote) -> etree._Element:
        eid = self.identifiers.give("", "note", note.mark)
        made = within(parent, name, eId=eid, marker=note.mark, placement="bottom")
        own(made, anchor=note.anchor, span=_span(note.span), missing=note.text is None, language=note.language)
        within(made, "p", note.text or "")
        return made

    def _printed(self, start: int, end: int, label: str, usual: str) -> str:
        """A number as it is printed, with its stop or brackets, where it stands before the words; else as is usual."""
        printed = " ".join(self.text[start:end].split())
        before, found, behind = printed.rpartition(label) if label else ("", "", "")
        is_number = found and len(before) <= LONGEST_LABEL and not any(each.isalnum() for each in behind)
        return printed if is_number else usual

    def _refers(self, part: Block | Subparagraph) -> str | None:
        return "#recommendation" if part.span[0] in self.recommended else None


def _starts(report: Report) -> Iterable[int]:
    for block in report.every_block():
        yield block.span[0]
        yield from _starts_of(block.subparagraphs)


def _starts_of(items: Iterable[Subparagraph]) -> Iterable[int]:
    for item in items:
        yield item.span[0]
        yield from _starts_of(item.subparagraphs)


def _span(span: Span) -> str:
    return f"{span[0]} {span[1]}"
