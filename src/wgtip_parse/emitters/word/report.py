"""A report as a Word document to work on: headings, numbers, lists, footnotes and tables as Word has them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from wgtip_parse.emitters.lines import shown
from wgtip_parse.emitters.word.notes import Anchored, Leaf, Marked
from wgtip_parse.emitters.word.rows import is_table, led, rows, widths
from wgtip_parse.emitters.word.setting import ORGANIZATION, item, masthead
from wgtip_parse.index.emphasis import bold_end
from wgtip_parse.model import Block, Footnote, Report, Section, Span, Subparagraph
from wgtip_parse.office.archive import zipped
from wgtip_parse.office.document import NUMBERED, Document
from wgtip_parse.office.markup import BOLD, ITALIC, paragraph, run, table
from wgtip_parse.office.parts import MEASURE
from wgtip_parse.places import Places
from wgtip_parse.source import Source
from wgtip_parse.words import in_any_language

ABOVE = ("organization", "symbol", "organ", "distribution", "date", "original-language")  # stand in the masthead
JOINED = frozenset({"organ", "body", "title", "agenda-item", "organization"})  # in several lines they are one name
FRONT = {"body": "Session", "session": "Session", "title": "HM"}  # the styles below the masthead, where not usual
APART = frozenset({"furniture", "repeated", "number", "footnote-mark", "footnote", "footnote-number", "footnote-rule"})
UNSTRETCHED = '<w:jc w:val="left"/>'  # else a line that ends early would be set as wide as the others
STOPS = (".", ")")  # behind a marker
LINE = re.compile(r"\S.*")  # that is not blank, from its first word
BLANK_LINE = re.compile(r"\n\s*\n")
COUNTED = re.compile(r"[IVXLC]+|[A-Z]|\d+")  # what stands before the title of a heading; else it is a label
RAISED_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def emit(source: Source, report: Report, places: Places, leaves: Sequence[Leaf]) -> bytes:
    """One document."""
    return zipped(_Report(source, report, places, leaves).parts())


class _Report:
    """Writes the parts of a tree in the order of the text."""

    def __init__(self, source: Source, report: Report, places: Places, leaves: Sequence[Leaf]) -> None:
        self.source, self.text = source, source.text
        self.report = report
        self.places = places
        spans = (places.words, places.titles, places.closings)
        starts = [span[0] for each in spans for span in each.values()]
        self.notes = Anchored(source.text, leaves, report.footnotes, starts)
        self.front = _front(source.text, [leaf for leaf in leaves if leaf[1] < places.body])
        self.marked = Marked(source.text, leaves, report.footnotes)
        self.width = max(map(len, source.text.split("\n")))
        lines = [match.start() for match in LINE.finditer(source.text)]
        looks = list(zip(lines, source.looks, strict=False))  # of no notes
        self.cells = [(at, look.cells) for at, look in looks]
        self.in_cells = [at for at, look in looks if look.in_cell]  # where lines are short
        self.loose = {note.mark: note for note in self.notes.loose if note.mark.isdecimal()}
        self.document = Document()

    def parts(self) -> dict[str, bytes]:
        """The parts of the document."""
        self.below_the_masthead()
        self.blocks(self.report.blocks)
        for section in self.report.sections:
            self.section(section)
        for note in self.loose.values():
            self.document.add("FootnoteText", run(f"{note.mark} {shown(note.text or '')}"))
        head = self.report.masthead
        of = {kind: [words for each, words in self.front if each == kind] for kind in ABOVE}
        left = ORGANIZATION if of["organization"] else ""
        symbol, organ = (" ".join(of[kind]) for kind in ABOVE[1:3])
        particulars = [words for kind in ABOVE[3:] for words in of[kind]]
        top = masthead(left, symbol, organ, particulars) if any(of.values()) else ""
        running, title = head.symbol or head.title or "", head.title or head.symbol or ""
        return self.document.parts(title, top, run(running), run(head.job_number or ""))

    def below_the_masthead(self) -> None:
        """The lines between masthead and body, with the notes that hang on none of the words."""
        usual = "Normal"
        for kind, words in self.front:
            if kind not in ABOVE:
                self.document.add(FRONT.get(kind, usual), run(words))
                usual = "SingleTxt" if kind == "title" else usual  # below the title as the text stands
        for note in self.notes.loose:
            if not note.mark.isdecimal():
                self.document.add("FootnoteText", run(f"{note.mark} {shown(note.text or '')}"))

    def section(self, section: Section) -> None:
        """A heading and what stands under it."""
        title = self.words(section.title, self.places.titles.get(section.span[0]))
        if section.continued:
            title += run(" (") + run("continued", ITALIC) + run(")")
        number, label = section.number, ""
        if number and COUNTED.fullmatch(number):
            label = f"{number}."
        elif number:
            title = run(f"{number}\n" if section.title else number) + title
        self.document.add_heading(section.level, label or None, section.title, title)
        self.blocks(section.blocks)
        for each in section.sections:
            self.section(each)

    def blocks(self, blocks: Iterable[Block]) -> None:
        """Blocks, the rows of a table that follow one another in one."""
        lines: list[str] = []
        for block in blocks:
            stretches = list(self.stretches(block))
            for is_row, text in stretches:
                if is_row:
                    lines += _filled(text)
                else:
                    self.table(lines)
                    lines = []
                    self.other(text)
            if not stretches:
                self.table(lines)
                lines = []
                (self.contents if self.is_contents(block) else self.block)(block)
        self.table(lines)

    def stretches(self, block: Block) -> Iterator[tuple[bool, str]]:
        """The stretches of other text that are rows of a table, as the file tells or a plain text looks, and others.

        None of what has a number, items, or words that do not stand in the text as the tree has them.
        """
        if block.kind != "text" or block.subparagraphs or self.is_contents(block):
            return
        first, last = (bisect_left(self.in_cells, offset) for offset in block.span)
        if first < last:
            return
        low, high = (bisect_left(self.cells, (offset, 0)) for offset in block.span)
        cells = [(at, count > 0) for at, count in self.cells[low:high]]
        text = self.marked.text(*block.span)
        is_told = any(is_row for _, is_row in cells)
        if not cells:
            cells = [(block.span[0], is_table(_filled(text)))]
        if not is_told and " ".join(self.marked.bare(text).split()) != block.text:
            return
        starts = [at for at, (_, is_row) in enumerate(cells) if not at or is_row != cells[at - 1][1]]
        ends = [*(cells[at][0] for at in starts[1:]), block.span[1]]
        for first, end in zip(starts, ends, strict=True):
            at, is_row = cells[first]
            yield is_row, self.marked.text(self.text.rfind("\n", 0, at) + 1 if is_row else at, end)

    def is_contents(self, block: Block) -> bool:
        """Whether a block is a contents page."""
        lines = _filled(self.text[slice(*block.span)]) if block.kind == "text" else []
        return bool(lines) and in_any_language("contents_heads").match(lines[0].strip()) is not None

    def contents(self, block: Block) -> None:
        """A contents page, the numbers of its pages behind leaders."""
        title, *lines = _filled(self.text[slice(*block.span)])
        self.document.add("SingleTxt", run(shown(title.strip()), BOLD))
        for line in lines:
            self.document.add("TOC1", run(shown("\t".join(filter(None, led(line))))))

    def table(self, lines: Sequence[str]) -> None:
        """A table, if there is any, and below it the paragraph without which Word would join it to the next."""
        if lines:
            parted = rows(lines)
            cells = [[paragraph("TableParagraph", self.runs(cell)) for cell in row] for row in parted]
            self.document.add_block(table("TableGrid", widths(parted, MEASURE), cells))
            self.document.add("Normal", "")

    def block(self, block: Block) -> None:
        """A paragraph, a recommendation below its label, or other text, with its items and what closes it."""
        label = self.label(block)
        bold_to = (bold_end(block, self.source) or 0) if self.cells else 0
        inside = self.words(block.text, self.places.words.get(block.span[0]), bold_to)
        if block.kind == "recommendation" and any(each.isalpha() for each in label[:-1]):
            self.document.add_numbered("H4", label, NUMBERED, "")
            self.document.add("SingleTxt", inside)
        elif label:
            self.document.add_numbered("SingleTxt", label, NUMBERED, inside)
        elif inside:
            self.document.add("SingleTxt", inside)
        self.items(block.subparagraphs, 1)
        if block.closing:
            self.document.add("SingleTxt", self.words(block.closing, self.places.closings.get(block.span[0])))

    def other(self, text: str) -> None:
        """Text without a number in its paragraphs, and in these the lines that were ended on purpose."""
        for each in BLANK_LINE.split(text):
            words = self.broken(each.split("\n"))
            self.document.add("SingleTxt", self.runs(words), UNSTRETCHED if "\n" in words else "")

    def broken(self, lines: Sequence[str]) -> str:
        """Lines as words; those that end before their time, as in an address, end in the document too."""
        words = [" ".join(line.split()) for line in lines if line.strip()]
        broken = "".join(words[:1])
        for line, following in pairwise(words):
            has_room = len(line) + 1 + len(following.split()[0]) < self.width
            broken += ("\n" if has_room else " ") + following
        return broken

    def label(self, block: Block) -> str:
        """The number of a block as it is printed, with the stop that a paragraph's has."""
        if block.number is None:
            return ""
        printed = " ".join(self.text[slice(*self.places.label_of(block))].split())
        if not printed.endswith(block.number):
            printed = block.number
        return printed if block.kind == "recommendation" or printed.endswith(")") else f"{printed}."

    def items(self, items: Iterable[Subparagraph], depth: int) -> None:
        """The items of a list and the lists in them, each with its marker as it is printed."""
        for each in items:
            start, end = self.places.marker_of(each)
            end += self.text[end : end + 1] in STOPS
            marker = " ".join(self.text[start:end].split())
            if each.marker not in marker:
                marker = each.marker
            item(self.document, depth, marker, self.words(each.text, self.places.words.get(each.span[0])))
            self.items(each.subparagraphs, depth + 1)

    def words(self, words: str, span: Span | None, bold_to: int = 0) -> str:
        """Words as runs, with the notes whose marks stand in them; so many characters of them are bold."""
        inside, at = "", 0
        for piece, note in self.notes.cut(words, span):
            lead = piece[: max(0, bold_to - at)]
            inside += run(shown(lead), BOLD) + run(shown(piece[len(lead) :]))
            inside += self.note(note) if note else ""
            at += len(piece)
        return inside

    def runs(self, words: str) -> str:
        """Words as runs, with the notes that they are marked with."""
        return "".join(
            self.note(each) if isinstance(each, Footnote) else run(shown(each)) for each in self.marked.cut(words)
        )

    def note(self, note: Footnote) -> str:
        """The mark of a note; what Word would not count so is written out.

        A note whose own mark was not found stands before the next one, so that the count goes on.
        """
        before = ""
        while note.mark.isdecimal() and self.document.next_mark != note.mark:
            lost = self.loose.pop(self.document.next_mark, None)
            if lost is None:
                break
            before += self.document.note(run(shown(lost.text or "")))
        if note.mark == self.document.next_mark:
            return before + self.document.note(run(shown(note.text or "")))
        mark = note.mark.translate(RAISED_DIGITS)
        return before + (run(mark) if note.text is None else self.document.note(run(shown(note.text)), mark=mark))


def _front(text: str, leaves: Iterable[Leaf]) -> list[tuple[str, str]]:
    """The lines of the masthead by their kinds; a name in several lines is one."""
    lines: list[tuple[str, str]] = []
    for kind, start, end in leaves:
        words = shown(" ".join(text[start:end].split()))
        if kind in APART:
            continue
        if kind in JOINED and lines and lines[-1][0] == kind:
            lines[-1] = kind, f"{lines[-1][1]} {words}"
        else:
            lines.append((kind, words))
    return lines


def _filled(text: str) -> list[str]:
    """The lines that are not blank, as they stand."""
    return [line for line in text.split("\n") if line.strip()]
