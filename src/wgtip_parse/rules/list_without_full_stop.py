"""The last item of a list ends with a full stop.

Why: a semicolon at the end promises an item that never comes.

Bad:
    1. The Secretariat was asked:

    (a) To gather laws;

    (b) To train judges;

    (c) To report to the Conference;

Bad:
    1. The Secretariat was asked:

    (a) To gather laws;

    (b) To train judges;

    (c) To report to the Conference

Good:
    1. The Secretariat was asked:

    (a) To gather laws;

    (b) To train judges;

    (c) To report to the Conference.

Good:
    1. Approves the budget of the ports;

    2. Authorizes the ports:

    (a) To buy lamps;

    (b) To buy oil;

    3. Approves a loan for boats;

    4. Encourages the pilots to go on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.model import Block, Span
from wgtip_parse.rules.lists import end_mark, end_span, goes_on, lists
from wgtip_parse.rules.rule import Draft, Rule

_OPERATIVE = re.compile(  # the paragraphs of a resolution all end with semicolons
    r"(?:Also |Further |Strongly )?(?:[Rr]equests|[Dd]ecides|[Ii]nvites|[Uu]rges|[Ee]ncourages|[Cc]alls|[Tt]akes|"
    r"[Nn]otes|[Ww]elcomes|[Rr]ecommends|[Rr]eaffirms|[Rr]ecogni[sz]es|[Ss]tresses|[Ee]mphasi[sz]es|[Ee]xpresses|[Ee]ndorses|"
    r"[Aa]pproves|[Aa]dopts|[Aa]cknowledges|[Uu]nderlines|[Rr]eiterates|[Rr]ecalls)\b"
)


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding at the end of the last list of a block, where the items before end with semicolons."""
    for found in lists(draft):
        item = found.items[-1]
        mark = end_mark(item)
        if mark not in ("", ";", ",") or not found.last or item.subparagraphs or item.marker == "•":
            continue
        if len(found.items) < 2:
            continue
        if not item.text or not goes_on(found.items):  # a rendering may have put its words elsewhere
            continue
        if "." in (found.block.number or "") or end_mark(found.items[-2]) != ";":
            continue
        if _OPERATIVE.match(found.block.text) or _is_in_resolution(draft, found.block):
            continue
        if found.block.closing and mark == ";":
            message = f"text without marker behind item ({item.marker})"
            span = _first_line(draft, found.block)
            hint = "mark it, or end the list with a full stop"
            yield LIST_WITHOUT_FULL_STOP.finding(span, message, hint)
        else:
            message = f"last item ends with {mark}" if mark else "last item ends without a mark"
            span = end_span(draft, item)
            yield LIST_WITHOUT_FULL_STOP.finding(span, message, "end it with a full stop")


def _is_in_resolution(draft: Draft, block: Block) -> bool:
    return block.number is not None and block.span in draft.once(_in_resolutions)


def _in_resolutions(draft: Draft) -> frozenset[Span]:
    return frozenset(_each_in_resolutions(draft))


def _each_in_resolutions(draft: Draft) -> Iterator[Span]:
    """The numbered blocks beside one that ends with a semicolon, as the paragraphs of a resolution do."""
    numbered = [block for block in draft.blocks if block.number is not None]
    for block, next_ in pairwise(numbered):
        if next_.text.endswith(";"):
            yield block.span
        if block.text.endswith(";"):
            yield next_.span


def _first_line(draft: Draft, block: Block) -> Span:
    """The first line of what closes a block."""
    start, end = draft.places.closing_of(block)
    line_end = draft.source.text.find("\n", start, end)
    return start, line_end if line_end >= 0 else end


LIST_WITHOUT_FULL_STOP = Rule(
    code="L405",
    name="list-without-full-stop",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Paragraphs",
    page=__doc__,
    check=check,
)
