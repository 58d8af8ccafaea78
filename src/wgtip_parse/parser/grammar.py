"""The grammar at work: the tokens of a report, and the loop that runs them through the LALR table.

The loop does what Lark's driver does, without its look at errors: the grammar is total (tests/test_grammar.py), so that
there is always an action; tests/test_grammar.py holds it against that driver.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import chain
from typing import Any

from wgtip_parse.parser.lists import Item, cut, split
from wgtip_parse.parser.roles import Entry
from wgtip_parse.parser.table import table
from wgtip_parse.words import Words

END = "$END"
_TYPES = {
    "paragraph": "PARAGRAPH",
    "recommendation": "RECOMMENDED",
    "text": "WORDS",
    "row": "TABLE",
    "contents": "CONTENTS",
}

Row = dict[str, Any]  # what follows a state: a row for what is shifted or gone to, a tuple for what is reduced:
# how many values, the name of what is made of them, and the rule's


class Token:
    """One token for the grammar: its terminal, what is known of it (None for OPEN and CLOSE), its words in the text.

    `quoted` says that it is of another document, `limit` where the next block begins.
    """

    __slots__ = ("limit", "pieces", "quoted", "type", "value")
    start_pos = end_pos = line = column = end_line = end_column = None  # asked for by Lark at the end of input

    def __init__(
        self, type_: str, value: Any = None, pieces: Any = (), *, quoted: bool = False, limit: int = 0
    ) -> None:
        self.type = type_
        self.value = value
        self.pieces = pieces
        self.quoted = quoted
        self.limit = limit


@cache
def _start() -> Row:
    """The parse table of the grammar, unpacked: a state is its row, which holds the rows that follow it."""
    kept = table()
    rows: list[Row] = [{} for _ in kept.states]
    rules = [tuple(rule) for rule in kept.rules]
    for row, state in zip(rows, kept.states, strict=True):
        for name, action in state.items():
            row[name] = rows[action] if action >= 0 else rules[-1 - action]
    end = rows[kept.end]
    end[END] = end  # the whole is made: the end itself can be shifted
    return rows[kept.start]


def run(tokens: Iterable[Token], build: object) -> Any:
    """What the methods of `build`, named for the grammar's rules, make of the tokens."""
    make: dict[str, Callable[[list[Any]], Any]] = {}
    states: list[Row] = [_start()]
    values: list[Any] = []
    for token in chain(tokens, [Token(END)]):
        name = token.type
        action = states[-1][name]
        while action.__class__ is tuple:
            size, callback, origin = action
            if callback not in make:
                make[callback] = getattr(build, callback)
            children = []
            if size:
                children = values[-size:]
                del values[-size:]
                del states[-size:]
            values.append(make[callback](children))
            states.append(states[-1][origin])
            action = states[-1][name]
        states.append(action)
        values.append(token)
    return values[-2]


_OPEN, _CLOSE = Token("OPEN"), Token("CLOSE")


def tokens_of(entries: Sequence[Entry], quoted: frozenset[int], text: str, words: Words) -> list[Token]:
    """The tokens of the body, in source order; OPEN, AGENDA or QUOTE and CLOSE stand round what belongs together."""
    tokens: list[Token] = []
    is_open = False
    for at, entry in enumerate(entries):
        is_quoted = at in quoted
        if is_open != (is_quoted and entry.role != "heading"):
            is_open = not is_open
            tokens.append(Token("QUOTE") if is_open else _CLOSE)
        if entry.role == "heading":
            is_annex = entry.level == 1 and entry.block.kind == "LABEL"
            kind = "ANNEX_HEADING" if is_annex else f"HEADING_{entry.level}"
            tokens.append(Token(kind, entry, entry.pieces, quoted=is_quoted))
            continue
        limit = entries[at + 1].block.start if at + 1 < len(entries) else len(text)
        if entry.role in ("row", "contents"):
            tokens.append(Token(_TYPES[entry.role], entry, entry.pieces, limit=limit))
        else:
            _add_block(tokens, entry, limit, text, words)
    if is_open:
        tokens.append(_CLOSE)
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
        tokens.append(_CLOSE)
    if entry.closing is not None and (items or entry.items):
        tokens.append(Token("CLOSING", entry.closing))
    elif entry.closing is not None:  # what looked like a list was none
        block = entry.closing
        tokens.append(Token("WORDS", Entry("text", block, None, list(block.pieces)), list(block.pieces)))


def _add_items(tokens: list[Token], items: list[Item]) -> None:
    depth = 0
    for item in items:
        if item.depth != depth:
            tokens += [_CLOSE] * (depth - item.depth) or [_OPEN] * (item.depth - depth)
            depth = item.depth
        tokens.append(Token("MARKER", item))
    tokens += [_CLOSE] * depth
