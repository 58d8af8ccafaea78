"""Every bracket and quotation mark that is opened is closed in the same block.

Why: the one that is missing decides which words were in the bracket.

Bad:
    1. The Working Group met in Vienna (11 to 14 October and adopted its agenda.

Good:
    1. The Working Group met in Vienna (11 to 14 October) and adopted its agenda.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.model import Subparagraph
from wgtip_parse.rules.prose import is_wrapped
from wgtip_parse.rules.rule import Draft, Rule

PAIRS = (("(", ")"), ("“", "”"))


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at the first bracket of a block that has no partner; quotations may run over pages."""
    pairs = PAIRS[:1] if is_wrapped(draft) else PAIRS
    whole = draft.source.text
    for opening, closing in (pair for pair in pairs if pair[0] in whole):
        for block in draft.blocks:
            start, end = block.span
            if whole.count(opening, start, end) <= whole.count(closing, start, end):
                continue
            if block.kind == "text" or block.text.startswith("“"):
                continue
            text = whole[slice(*block.span)]
            lost = {at - block.span[0] for at in _lost(draft, block.subparagraphs)} if opening == "(" else set()
            if text.count(opening) - len(lost) > text.count(closing):
                at = block.span[0] + _unclosed(text, opening, closing, lost)
                message = f"{opening} is not closed"
                hint = f"add {closing}"
                yield UNCLOSED_BRACKET.finding((at, at + 1), message, hint)


def _lost(draft: Draft, items: tuple[Subparagraph, ...]) -> Iterator[int]:
    """Where the brackets of markers such as "(a." stand: the parser tells of them."""
    for item in items:
        start, end = draft.places.marker_of(item)
        marker = draft.source.text[start : end + 1]
        if marker.startswith("(") and ")" not in marker:
            yield start
        yield from _lost(draft, item.subparagraphs)


def _unclosed(text: str, opening: str, closing: str, lost: Container[int]) -> int:
    """Where the bracket stands that is left open."""
    open_at: list[int] = []
    for at, sign in enumerate(text):
        if sign == opening and at not in lost:
            open_at.append(at)
        elif sign == closing and open_at:
            open_at.pop()
    return open_at[-1]


UNCLOSED_BRACKET = Rule(
    code="T012",
    name="unclosed-bracket",
    severity=Severity.WARNING,
    citation="integrity of the text",
    page=__doc__,
    check=check,
)
