"""The tree: the grammar's rules as methods that build plain dictionaries in the shape of the models.

The dictionaries are validated once, at the end.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any

from wgtip_parse.parser.grammar import Token
from wgtip_parse.parser.lists import Item
from wgtip_parse.parser.notes import Note
from wgtip_parse.parser.roles import Entry
from wgtip_parse.words import Words
from wgtip_parse.words.language import another

if TYPE_CHECKING:
    from wgtip_parse.model import Span

Children = list[Any]
Dict = dict[str, Any]

_HYPHEN_AT_LINE_END = re.compile(r"-(?<=[^\W\d_]-)\s*\n\s*(?=[^\W\d_])")  # begins with what is searched fastest
_INSIDE = re.compile(r"[^\s*](?:.*[^\s*])?", re.DOTALL)
_ITALICS = re.compile(r"\*(?=\S)([^*]*[^*\s])\*")


class Cleaner:
    """Takes words out of the source text; `marks` are the spans of footnote marks, in order."""

    def __init__(self, text: str, marks: list[Span], words: Words) -> None:
        self.text = text
        self.unspaced = None if words.is_spaced else words.wrapped
        self.marks = marks
        self.starts = [start for start, _ in marks]

    def of(self, pieces: list[Span]) -> str:
        """The words of the pieces: white space folded, footnote marks and the asterisks of italics taken out."""
        if len(pieces) == 1 and not self.marks:
            raw = self.text[pieces[0][0] : pieces[0][1]]
        else:
            raw = "\n".join("".join(self.text[a:b] for a, b in self.uncut(*piece)) for piece in pieces)
        if "\n" in raw:
            raw = _HYPHEN_AT_LINE_END.sub("-", raw)
            raw = self.unspaced.sub("", raw) if self.unspaced else raw
        if "*" in raw:
            raw = _ITALICS.sub(r"\1", raw)
        if raw.isprintable() and "  " not in raw:  # no white space but single spaces
            return raw.strip(" ")
        return " ".join(raw.split())

    def place(self, pieces: list[Span]) -> Span:
        """From the first word of the pieces to the last; footnote marks and asterisks at the ends are left out."""
        worded = [piece for piece in pieces if _INSIDE.search(self.text, *piece)] or pieces
        start, end = self._inside(worded[0][0], worded[-1][1])
        return self._inside(*self._between_marks(start, end)) if self.marks else (start, end)

    def _inside(self, start: int, end: int) -> Span:
        """A span without the asterisks and white space at its ends, unless there is nothing else."""
        inside = _INSIDE.search(self.text, start, end)
        return inside.span() if inside else (start, end)

    def _between_marks(self, start: int, end: int) -> Span:
        """A span without the footnote marks that it begins and ends with."""
        first = bisect_right(self.starts, start) - 1
        if first >= 0:
            start = max(start, self.marks[first][1])
        last = bisect_left(self.starts, end) - 1
        if last >= 0 and self.marks[last][1] >= end > self.marks[last][0] >= start:
            end = self.marks[last][0]
        return start, end

    def uncut(self, start: int, end: int) -> list[Span]:
        """The parts of a span between the footnote marks in it."""
        at = bisect_left(self.starts, start)
        if at and self.marks[at - 1][1] > start:  # the space before a mark may lie outside
            at -= 1
        parts = []
        while at < len(self.marks) and self.starts[at] < end:
            low, high = self.marks[at]
            if low > start:
                parts.append((start, low))
            start = max(start, high)
            at += 1
        if start < end:
            parts.append((start, end))
        return parts


class Build:
    """One method for each rule of the grammar."""

    def __init__(self, cleaner: Cleaner, language: str) -> None:
        self.cleaner = cleaner
        self.language = language

    # Sequences

    def empty(self, _: Children) -> list[Any]:
        return []

    def first(self, children: Children) -> list[Any]:
        return children

    def only(self, children: Children) -> Any:
        return children[0]

    def append(self, children: Children) -> list[Any]:
        children[0].append(children[1])
        return children[0]  # type: ignore[no-any-return]

    def extend(self, children: Children) -> list[Any]:
        children[0].extend(children[1])
        return children[0]  # type: ignore[no-any-return]

    def items(self, children: Children) -> Any:
        return children[1]

    # Parts of the tree

    def report(self, children: Children) -> Dict:
        _, blocks, *sections, notes = children
        return {"blocks": blocks, "sections": [section for level in sections for section in level], "footnotes": notes}

    def section(self, children: Children) -> Dict:
        token, blocks, *sections = children
        heading: Entry = token.value
        inner = [section for level in sections for section in level]
        start, end = heading.block.start, _end_of(inner, _end_of(blocks, heading.block.end))
        return {
            "number": heading.number,
            "level": heading.level,
            "title": self.cleaner.of(heading.pieces).rstrip("*").rstrip(),
            "continued": heading.continued is not None,
            "quoted": token.quoted,
            "blocks": blocks,
            "sections": inner,
            "span": (start, end),
            **self._language(self.cleaner.text[start:end] if token.type == "ANNEX_HEADING" else None),
        }

    def block(self, children: Children) -> Dict:
        token = children[0]
        entry: Entry = token.value
        closing = children[-1].value if children[-1].__class__ is Token and len(children) > 1 else None
        items = children[1] if len(children) > 1 and children[1].__class__ is list else []
        pieces = token.pieces
        end = max(entry.block.end, pieces[-1][1]) if pieces else entry.block.end
        return {
            "kind": entry.role,
            "number": entry.number,
            "text": self.cleaner.of(pieces),
            "subparagraphs": items,
            "closing": self.cleaner.of(closing.pieces) if closing else None,
            "quoted": False,
            "span": (entry.block.start, closing.end if closing else _end_of(items, min(end, token.limit or end))),
        }

    def rows(self, children: Children) -> Dict:
        token = children[0]
        block = token.value.block
        return self.text_block(self.cleaner.of(token.pieces), (block.start, min(block.end, token.limit)))

    def text_block(self, words: str, span: Span) -> Dict:
        """A block that is nothing but text."""
        empty: Dict = {"kind": "text", "number": None, "text": words, "subparagraphs": []}
        return empty | {"closing": None, "quoted": False, "span": span}

    def quoted(self, children: Children) -> Any:
        return [block | {"quoted": True} for block in children[1]]

    def item(self, children: Children) -> Dict:
        items = children[1] if len(children) > 1 else []
        item: Item = children[0].value
        marker = item.label if item.label[0].isalnum() else "•"
        return {
            "marker": marker,
            "text": self.cleaner.of(item.pieces),
            "subparagraphs": items,
            "span": (item.start, _end_of(items, item.end)),
        }

    def note(self, children: Children) -> Dict:
        note: Note = children[0].value
        text = self.cleaner.of(note.pieces) if note.pieces else None
        return {
            "mark": note.mark,
            "text": text,
            "anchor": note.anchor[0] if note.anchor else None,
            "span": (note.start, note.end),
            **self._language(text),
        }

    def _language(self, text: str | None) -> Dict:
        """The language of a part as its key, where it is another than the document's."""
        language = another(text, self.language) if text else None
        return {"language": language} if language else {}


def _end_of(nodes: list[Dict], otherwise: int) -> int:
    return max(nodes[-1]["span"][1], otherwise) if nodes else otherwise
