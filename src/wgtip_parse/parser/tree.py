"""The tree: the grammar's rules as methods that build plain dictionaries in the shape of the models, with their places.

The dictionaries are validated once, at the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from wgtip_parse.parser.clean import Cleaner
from wgtip_parse.parser.grammar import Token
from wgtip_parse.parser.lists import Item, cut, split
from wgtip_parse.parser.roles import Entry
from wgtip_parse.words import Words

Children = list[Any]
Dict = dict[str, Any]
Span = tuple[int, int]

_TYPES = {"paragraph": "PARAGRAPH", "recommendation": "RECOMMENDED", "text": "WORDS", "row": "TABLE", "contents": "CONTENTS"}


def tokens_of(entries: Sequence[Entry], quoted: frozenset[int], text: str, words: Words) -> list[Token]:
    """The tokens of the body, in source order; OPEN, AGENDA or QUOTE and CLOSE stand round what belongs together."""
    tokens: list[Token] = []
    is_open = False
    for at, entry in enumerate(entries):
        is_quoted = at in quoted
        if is_open != (is_quoted and entry.role != "heading"):
            is_open = not is_open
            tokens.append(Token("QUOTE" if is_open else "CLOSE"))
        if entry.role == "heading":
            is_annex = entry.level == 1 and entry.block.kind == "LABEL"
            kind = "ANNEX_HEADING" if is_annex else f"HEADING_{entry.level}"
            tokens.append(Token(kind, entry, entry.pieces, quoted=is_quoted))
        elif entry.role in ("row", "contents"):
            tokens.append(Token(_TYPES[entry.role], entry, entry.pieces))
        else:
            limit = entries[at + 1].block.start if at + 1 < len(entries) else len(text)
            _add_block(tokens, entry, limit, text, words)
    if is_open:
        tokens.append(Token("CLOSE"))
    return tokens


def _add_block(tokens: list[Token], entry: Entry, limit: int, text: str, words: Words) -> None:
    body = entry.pieces[0][0] if entry.pieces else entry.block.end
    stem, items = split(text, body, entry.pieces, words, listed=entry.listed)
    tokens.append(Token(_TYPES[entry.role], entry, stem, limit=limit))
    _add_items(tokens, items)
    if entry.items:
        tokens.append(Token("AGENDA"))
        for block in entry.items:
            item = Item(block.label, (block.printed, block.printed + len(block.label)), block.start, block.body, 1)
            pieces = cut(block.pieces, block.body, block.end, text)
            item.pieces, inner = split(text, block.body, pieces, words, listed=block.listed)
            item.end = block.end
            tokens.append(Token("MARKER", item))
            _add_items(tokens, inner)
        tokens.append(Token("CLOSE"))
    if entry.closing is not None and (items or entry.items):
        tokens.append(Token("CLOSING", entry.closing))
    elif entry.closing is not None:  # what looked like a list was none
        block = entry.closing
        tokens.append(Token("WORDS", Entry("text", block, None, list(block.pieces)), list(block.pieces)))


def _add_items(tokens: list[Token], items: list[Item]) -> None:
    depth = 0
    for item in items:
        tokens += (Token("CLOSE") for _ in range(depth - item.depth))
        tokens += (Token("OPEN") for _ in range(item.depth - depth))
        depth = item.depth
        tokens.append(Token("MARKER", item))
    tokens += (Token("CLOSE") for _ in range(depth))


class Build:
    """One method for each rule of the grammar."""

    def __init__(self, cleaner: Cleaner) -> None:
        self.cleaner = cleaner

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
        _, blocks, *sections = children
        return {"blocks": blocks, "sections": [section for level in sections for section in level]}

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
        block = children[0].value.block
        return self.text_block(self.cleaner.of(children[0].pieces), (block.start, block.end))

    def text_block(self, words: str, span: Span) -> Dict:
        """A block that is nothing but text."""
        empty: Dict = {"kind": "text", "number": None, "text": words, "subparagraphs": []}
        return empty | {"closing": None, "quoted": False, "span": span}

    def row(self, children: Children) -> Dict:
        table, token = children
        table["text"] = f"{table['text']} {self.cleaner.of(token.pieces)}"
        table["span"] = (table["span"][0], token.value.block.end)
        return table  # type: ignore[no-any-return]

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


def _end_of(nodes: list[Dict], otherwise: int) -> int:
    return max(nodes[-1]["span"][1], otherwise) if nodes else otherwise
