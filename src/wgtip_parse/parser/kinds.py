"""Kinds: what each shape of a line's beginning (grammars/terminals.lark) and each region can be, in one table."""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """`roles` are what a block of this kind may be, the likeliest first; `opens` says that such a line may begin a
    block by itself, `heads` that it is the number or label of a heading, `words` that its words are running text.
    """

    roles: tuple[str, ...]
    opens: bool = False
    heads: bool = False
    words: bool = False


KINDS: dict[str, Kind] = {
    "TEXT": Kind(("text", "heading"), words=True),
    "NOTE": Kind(("text", "heading"), words=True),
    "STAR": Kind(("text", "heading"), words=True),
    "BARE": Kind(("text", "heading"), words=True),
    "SYMBOL": Kind(("text", "heading")),
    "FURNITURE": Kind(("text",)),
    "NUMBER": Kind(("paragraph", "heading", "item"), opens=True),
    "COMPOUND": Kind(("paragraph", "recommendation", "item", "text"), opens=True),
    "RECOMMENDATION": Kind(("recommendation", "heading"), opens=True),
    "ROMAN": Kind(("heading", "text"), opens=True, heads=True),
    "LETTER": Kind(("heading", "text"), opens=True, heads=True),
    "CHAPTER": Kind(("heading",), opens=True, heads=True),
    "LABEL": Kind(("heading",), opens=True, heads=True),
    "ITEM": Kind(("text", "heading"), opens=True, words=True),
    "BULLET": Kind(("text",), opens=True, words=True),
    "CAPTION": Kind(("text",), opens=True),
    "RULE": Kind(("text",), opens=True),
    "CONTENTS": Kind(("contents",)),
    "TABLE": Kind(("row",)),
}
