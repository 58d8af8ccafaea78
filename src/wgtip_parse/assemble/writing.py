"""The whole written out: its text in the plain form, and its tree with the spans of that text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wgtip_parse.assemble.chapters import Chapter, Placed, Said
from wgtip_parse.assemble.head import lines
from wgtip_parse.assemble.notes import place
from wgtip_parse.assemble.numbering import Kind, Numbers
from wgtip_parse.assemble.references import Edit, relabelled, rewritten
from wgtip_parse.draft import Draft
from wgtip_parse.labels import is_annex
from wgtip_parse.model import Block, Footnote, Masthead, Section, Span, Subparagraph
from wgtip_parse.words import Words

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
NOTE_RULE = "_" * 18
OPEN_BRACKET = "["
BULLET = "•"


class Whole(NamedTuple):
    """A report written out; `origins` says of each block, by where it begins, its part and where it began there."""

    text: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...]
    origins: dict[int, tuple[int, int]]


class Mark(NamedTuple):
    """The mark of a footnote and where in a text it stands."""

    at: int
    note: Footnote
    part: int


class Writer:
    """Writes block by block; what it has doubts about is in `said`."""

    def __init__(self, drafts: Sequence[Draft], numbers: Numbers, known: Words) -> None:
        self.said: list[Said] = []
        self._drafts, self._numbers, self._known = drafts, numbers, known
        self._written: list[str] = []
        self._at = 0
        self._here: str | None = None  # the new number of the paragraph that is being written
        self._notes: list[tuple[str, int | None, Footnote, int]] = []  # mark, anchor, the note in its part, the part
        self._placed: set[tuple[int, int]] = set()
        self._origins: dict[int, tuple[int, int]] = {}

    def write(self, root: Chapter, masthead: Masthead) -> Whole:
        """The masthead, the body and the footnotes."""
        for line in lines(masthead, self._known):
            self._line(line)
        blocks = tuple(self._block(each) for each in root.blocks)
        sections = tuple(self._section(each) for each in root.sections)
        notes = tuple(self._footnotes())
        return Whole("".join(self._written), blocks, sections, notes, self._origins)

    def _line(self, text: str) -> Span:
        start = self._at
        self._written.append(f"{text}\n\n")
        self._at += len(text) + 2
        return start, start + len(text)

    def _section(self, chapter: Chapter) -> Section:
        number, title = chapter.number, chapter.title
        start = self._at
        if number is None:
            self._line(title)
        elif is_annex(number, self._known) or " " in number:
            self._line(number)
            if title:
                self._line(title)
        else:
            self._line(f"{number}. {title}")
        blocks = tuple(self._block(each) for each in chapter.blocks)
        sections = tuple(self._section(each) for each in chapter.sections)
        return Section(
            number=number,
            level=chapter.level,
            title=title,
            continued=False,
            quoted=chapter.quoted,
            blocks=blocks,
            sections=sections,
            span=(start, self._at - 2),
        )

    def _block(self, placed: Placed) -> Block:
        part, block = placed
        start, first = self._at, block.span[0]
        number = self._number(placed)
        self._here = number if block.kind == "paragraph" else None
        opening = self._opening(block, number, part)
        self._origins[start] = part, first
        items = block.subparagraphs
        text = self._words(part, opening, block.text, (first, items[0].span[0] if items else block.span[1]))
        subparagraphs = tuple(self._item(each, part) for each in items)
        closing = block.closing
        if closing is not None:
            closing = self._words(part, "", closing, (items[-1].span[1] if items else first, block.span[1]))
        return block.model_copy(
            update={
                "number": number,
                "text": text,
                "subparagraphs": subparagraphs,
                "closing": closing,
                "span": (start, self._at - 2),
            }
        )

    def _number(self, placed: Placed) -> str | None:
        kind: Kind = "recommendation" if placed.block.kind == "recommendation" else "paragraph"
        final = self._numbers.of_block.get((placed.part, placed.block.span[0], kind))
        return placed.block.number if final is None else final

    def _opening(self, block: Block, number: str | None, part: int) -> str:
        """What is written before the words: "12. ", "[12. ", "140.7 ", or a label on a line of its own."""
        if number is None:
            return ""
        if block.kind == "recommendation" and "." not in number:
            label = self._known.listed("recommendation")[0]
            self._line(f"{label} {number}")
            return ""
        bracket = OPEN_BRACKET if self._drafts[part].source.text[block.span[0]] == OPEN_BRACKET else ""
        return f"{bracket}{number}{'' if '.' in number else '.'} "

    def _item(self, item: Subparagraph, part: int) -> Subparagraph:
        start, items = self._at, item.subparagraphs
        end = items[0].span[0] if items else item.span[1]
        text = self._words(part, f"{_marker(item)} ", item.text, (item.span[0], end))
        below = tuple(self._item(each, part) for each in items)
        return item.model_copy(update={"text": text, "subparagraphs": below, "span": (start, self._at - 2)})

    def _words(self, part: int, opening: str, text: str, stretch: Span) -> str:
        """Write a text with its new numbers and marks; what the tree has of it is without marks."""
        edits, doubts = rewritten(text, part, self._here, self._numbers, self._known)
        own = self._numbers.of_block.get((part, stretch[0], "recommendation"))
        edits += relabelled(text, own, self._known)
        self.said += [Said(part, stretch[0], doubt.message) for doubt in doubts]
        plain, printed, at = "", opening, 0
        steps: list[Edit | Mark] = [*edits, *self._marks(part, text, stretch)]
        for step in sorted(steps, key=lambda each: each.at if isinstance(each, Mark) else each.start):
            end = step.at if isinstance(step, Mark) else step.start
            plain, printed = plain + text[at:end], printed + text[at:end]
            at = max(at, end)
            if isinstance(step, Edit):
                plain, printed, at = plain + step.text, printed + step.text, step.end
            else:
                printed += self._mark(step, self._at + len(printed))
        self._line(printed + text[at:])
        return plain + text[at:]

    def _marks(self, part: int, text: str, stretch: Span) -> Iterator[Mark]:
        draft = self._drafts[part]
        for which, note in enumerate(draft.report.footnotes):
            if note.text is None or note.anchor is None or not stretch[0] <= note.anchor <= stretch[1]:
                continue
            at = place(text, draft.source.text[stretch[0] : note.anchor])
            if at is not None and (part, which) not in self._placed and not note.mark.isalpha():
                self._placed.add((part, which))
                yield Mark(at, note, part)

    def _mark(self, mark: Mark, anchor: int) -> str:
        own = mark.note.mark
        new = str(self._counted() + 1) if own.isdigit() else own
        self._notes.append((new, anchor, mark.note, mark.part))
        return new.translate(RAISED)

    def _counted(self) -> int:
        return sum(mark.isdigit() for mark, *_ in self._notes)

    def _footnotes(self) -> Iterator[Footnote]:
        for part, draft in enumerate(self._drafts):
            for which, note in enumerate(draft.report.footnotes):
                if note.text is not None and (part, which) not in self._placed:
                    self.said.append(Said(part, note.span[0], f"the mark of note {note.mark} has no place in the text"))
                    new = str(self._counted() + 1) if note.mark.isdigit() else note.mark
                    self._notes.append((new, None, note, part))
        if self._notes:
            self._line(NOTE_RULE)
        for mark, anchor, note, part in self._notes:
            start = self._at
            text = self._words(part, f"{mark.translate(RAISED)} ", note.text or "", (note.span[0], note.span[0]))
            yield Footnote(mark=mark, text=text, anchor=anchor, span=(start, self._at - 2))


def _marker(item: Subparagraph) -> str:
    if item.marker == BULLET:
        return BULLET
    return f"{item.marker}." if item.marker[:1].isdigit() else f"({item.marker})"
